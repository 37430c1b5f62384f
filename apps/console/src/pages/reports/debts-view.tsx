/** What customers owe: how it moved over the span, and how old it is. */
import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { drawnMajor, formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { FileLink } from './file-link.tsx';
import { type DebtsReport, debtsQuery } from './report-queries.ts';
import classes from './reports.module.css';
import type { Span } from './span.ts';

const AGES = [
  { fromDays: 0, name: 'up to 30 days' },
  { fromDays: 31, name: '31 to 90' },
  { fromDays: 91, name: '91 to 180' },
  { fromDays: 181, name: '181 to 365' },
  { fromDays: 366, name: 'over a year' },
] as const;

function kindName(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('_', ' ');
}

function Ages({ ages }: Pick<DebtsReport, 'ages'>): ReactNode {
  const { currency } = useSession().utility;
  const kinds = [...new Set(ages.map(({ kind }) => kind))];
  const owed = (kind: string, fromDays: number): bigint =>
    BigInt(ages.find((age) => age.kind === kind && age.from_days === fromDays)?.owed_minor ?? 0);
  const data = AGES.map(({ fromDays, name }) => ({
    name,
    ...Object.fromEntries(
      kinds.map((kind) => [
        kindName(kind),
        drawnMajor(String(owed(kind, fromDays)), currency.decimal_places),
      ]),
    ),
  }));
  const short = new Intl.NumberFormat(undefined, { notation: 'compact' });
  return (
    <>
      <div aria-hidden="true">
        <BarChart
          h={240}
          type="stacked"
          data={data}
          dataKey="name"
          series={kinds.map((kind, at) => ({
            name: kindName(kind),
            color: `var(--report-${at + 1})`,
          }))}
          valueFormatter={(value) => short.format(value)}
          gridAxis="x"
          tickLine="none"
          withTooltip={false}
          barProps={{ isAnimationActive: false, maxBarSize: 72 }}
        />
      </div>
      <div className={classes['wide']}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">Age</th>
              {kinds.map((kind, at) => (
                <th key={kind} scope="col">
                  <i className={classes['dot']} style={{ background: `var(--report-${at + 1})` }} />{' '}
                  {kindName(kind)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {AGES.map(({ fromDays, name }) => (
              <tr key={fromDays}>
                <th scope="row">{name}</th>
                {kinds.map((kind) => (
                  <td key={kind}>
                    {formatMoney(owed(kind, fromDays), currency, { withoutSymbol: true })}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Movements({ movements }: Pick<DebtsReport, 'movements'>): ReactNode {
  const { currency } = useSession().utility;
  const columns = [
    ['Opening', 'opening_minor'],
    ['New', 'new_minor'],
    ['Collected', 'collected_minor'],
    ['Paid', 'paid_minor'],
    ['Written off', 'written_off_minor'],
    ['Closing', 'closing_minor'],
  ] as const;
  const money = (minor: bigint | string): string =>
    formatMoney(minor, currency, { withoutSymbol: true });
  return (
    <div className={classes['wide']}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{currency.symbol}</th>
            {columns.map(([label]) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {movements.map((row) => (
            <tr key={row.kind}>
              <th scope="row">{kindName(row.kind)}</th>
              {columns.map(([label, name]) => (
                <td key={label}>{money(row[name])}</td>
              ))}
            </tr>
          ))}
          <tr className={classes['group']}>
            <th scope="row">Together</th>
            {columns.map(([label, name]) => (
              <td key={label}>
                {money(movements.reduce((sum, row) => sum + BigInt(row[name]), 0n))}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

export function DebtsView({ span }: { readonly span: Span }): ReactNode {
  const { data, error, refetch } = useQuery(debtsQuery(span));
  if (data === undefined) {
    return error === null ? (
      <Skeleton height={320} radius="lg" />
    ) : (
      <RefusalNote refusal={error.refusal} onRetry={() => void refetch()} />
    );
  }
  const file = (
    <FileLink
      path="/v1/reports/debts.csv"
      query={{ ...span }}
      label="CSV"
      describedAs="Debts as a CSV file"
    />
  );
  return (
    <div className={classes['view']}>
      <Panel heading="Over these days" aside={file}>
        {data.movements.length === 0 ? (
          <EmptyNote heading="Nobody owes anything" />
        ) : (
          <Movements movements={data.movements} />
        )}
      </Panel>
      <Panel heading="How old they are today">
        {data.ages.length === 0 ? (
          <EmptyNote heading="Nobody owes anything" />
        ) : (
          <Ages ages={data.ages} />
        )}
      </Panel>
    </div>
  );
}

/** What the money was for: the components of the tariffs. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatTenthKwh } from '../../energy.ts';
import { formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { FileLink } from './file-link.tsx';
import { type ComponentsReport, componentsQuery } from './report-queries.ts';
import classes from './reports.module.css';
import type { Span } from './span.ts';

type Component = ComponentsReport['components'][number];

const GROUPS: readonly {
  readonly heading: string;
  readonly kinds: readonly Component['kind'][];
}[] = [
  { heading: 'Energy', kinds: ['energy', 'in-meter'] },
  { heading: 'Per kWh', kinds: ['per-kwh'] },
  { heading: 'Charges', kinds: ['fixed', 'fee'] },
  { heading: 'Taxes', kinds: ['rate'] },
  { heading: 'Debts', kinds: ['debt'] },
  { heading: 'Free units', kinds: ['free'] },
];

function GroupRows(o: {
  readonly heading: string;
  readonly rows: readonly Component[];
}): ReactNode {
  const { currency } = useSession().utility;
  const sum = o.rows.reduce((all, row) => all + BigInt(row.money_minor), 0n);
  if (o.rows.length === 0) return null;
  return (
    <tbody>
      <tr className={classes['group']}>
        <th scope="rowgroup" colSpan={2}>
          {o.heading}
        </th>
        <td>{formatMoney(sum, currency, { withoutSymbol: true })}</td>
      </tr>
      {o.rows.map((row) => (
        <tr key={`${row.kind} ${row.component} ${row.tariff?.id ?? ''}`}>
          <th scope="row">
            {row.name ?? row.component.replaceAll('_', ' ')}
            <small>{row.tariff?.name ?? ''}</small>
          </th>
          <td>{row.energy_tenth_kwh === 0 ? '' : formatTenthKwh(row.energy_tenth_kwh)}</td>
          <td>{formatMoney(row.money_minor, currency, { withoutSymbol: true })}</td>
        </tr>
      ))}
    </tbody>
  );
}

export function MoneyView({ span }: { readonly span: Span }): ReactNode {
  const { currency } = useSession().utility;
  const { data, error, refetch } = useQuery(componentsQuery(span));
  return (
    <Panel
      heading="What the money was for"
      aside={
        <FileLink
          path="/v1/reports/components.csv"
          query={{ ...span }}
          label="CSV"
          describedAs="What the money was for as a CSV file"
        />
      }
    >
      {error !== null && <RefusalNote refusal={error.refusal} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={240} radius="md" />}
      {data?.components.length === 0 && <EmptyNote heading="Nothing was sold on these days" />}
      {data !== undefined && data.components.length > 0 && (
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">Component</th>
              <th scope="col">kWh</th>
              <th scope="col">{currency.symbol}</th>
            </tr>
          </thead>
          {GROUPS.map(({ heading, kinds }) => (
            <GroupRows
              key={heading}
              heading={heading}
              rows={data.components.filter(({ kind }) => kinds.includes(kind))}
            />
          ))}
        </table>
      )}
    </Panel>
  );
}

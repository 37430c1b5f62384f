/** Sales over time, stacked by what one chooses. */
import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { SegmentedControl, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formatTenthKwh } from '../../energy.ts';
import { drawnMajor, formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { FileLink } from './file-link.tsx';
import { type Dimension, type SalesReport, salesQuery } from './report-queries.ts';
import classes from './reports.module.css';
import { type Measure, measured, type Series, seriesOf } from './series.ts';
import { barPeriod, periodName, periodsOf, type Span } from './span.ts';

type Stack = Extract<Dimension, 'tariff' | 'vendor' | 'area' | 'channel' | 'payment_method'>;

const STACKS: readonly { readonly value: Stack; readonly label: string }[] = [
  { value: 'tariff', label: 'Tariff' },
  { value: 'vendor', label: 'Vendor' },
  { value: 'area', label: 'Area' },
  { value: 'channel', label: 'Channel' },
  { value: 'payment_method', label: 'Payment' },
];

type Cells = ReadonlyMap<string, ReadonlyMap<Series, bigint>>;

/** Exact sums by period and series. */
function cellsOf(report: SalesReport, series: readonly Series[], measure: Measure): Cells {
  const byKey = new Map(series.map((each) => [each.key, each]));
  const rest = byKey.get(null);
  const cells = new Map<string, Map<Series, bigint>>();
  for (const row of report.rows) {
    const of = byKey.get(row.key) ?? rest;
    if (of === undefined) continue;
    const period = cells.get(row.period) ?? new Map<Series, bigint>();
    period.set(of, (period.get(of) ?? 0n) + measured(row, measure));
    cells.set(row.period, period);
  }
  return cells;
}

/** What a bar stands for, exactly; the bar itself is only drawn. */
function BarNote(o: {
  readonly period: string;
  readonly cells: Cells;
  readonly series: readonly Series[];
  readonly words: (sum: bigint) => string;
}): ReactNode {
  const sums = o.cells.get(o.period);
  const total = [...(sums?.values() ?? [])].reduce((sum, each) => sum + each, 0n);
  return (
    <div className={classes['barNote']}>
      <strong>{periodName(o.period)}</strong>
      {o.series.map((each) => {
        const sum = sums?.get(each) ?? 0n;
        return sum === 0n ? null : (
          <span key={each.name}>
            <i style={{ background: each.color }} /> {each.name} <b>{o.words(sum)}</b>
          </span>
        );
      })}
      <span>
        Together <b>{o.words(total)}</b>
      </span>
    </div>
  );
}

function Chart(o: {
  readonly span: Span;
  readonly report: SalesReport;
  readonly measure: Measure;
}): ReactNode {
  const { currency } = useSession().utility;
  const series = seriesOf(o.report.rows, o.measure);
  const cells = cellsOf(o.report, series, o.measure);
  const drawn = (sum: bigint): number =>
    o.measure === 'money'
      ? drawnMajor(String(sum), currency.decimal_places)
      : drawnMajor(String(sum), 1);
  const words = (sum: bigint): string =>
    o.measure === 'money' ? formatMoney(sum, currency) : `${formatTenthKwh(Number(sum))} kWh`;
  const data = periodsOf(o.span, barPeriod(o.span)).map((period) => ({
    period,
    ...Object.fromEntries(
      series.map((each) => [each.name, drawn(cells.get(period)?.get(each) ?? 0n)]),
    ),
  }));
  const short = new Intl.NumberFormat(undefined, { notation: 'compact' });
  return (
    <>
      <div aria-hidden="true">
        <BarChart
          h={280}
          type="stacked"
          data={data}
          dataKey="period"
          series={series.map(({ name, color }) => ({ name, color }))}
          valueFormatter={(value) => short.format(value)}
          gridAxis="x"
          tickLine="none"
          barProps={{ isAnimationActive: false }}
          xAxisProps={{ minTickGap: 14, tickFormatter: (period: string) => periodName(period) }}
          tooltipProps={{
            isAnimationActive: false,
            // Asked also before anything is pointed at.
            content: ({ label }) =>
              typeof label === 'string' && label !== '' ? (
                <BarNote period={label} cells={cells} series={series} words={words} />
              ) : null,
          }}
        />
      </div>
      <ul className={classes['legend']} aria-hidden="true">
        {series.map(({ name, color }) => (
          <li key={name}>
            <i style={{ background: color }} /> {name}
          </li>
        ))}
      </ul>
    </>
  );
}

export function OverTime(o: { readonly span: Span; readonly measure: Measure }): ReactNode {
  const [stack, setStack] = useState<Stack>('tariff');
  const per = barPeriod(o.span);
  const { data, error, isPlaceholderData, refetch } = useQuery(salesQuery(o.span, stack, per));
  return (
    <Panel
      heading={per === 'day' ? 'Day by day' : 'Month by month'}
      aside={
        <div className={classes['aside']}>
          <SegmentedControl
            size="xs"
            aria-label="What the bars are divided by"
            data={[...STACKS]}
            value={stack}
            onChange={(value) =>
              setStack(STACKS.find((each) => each.value === value)?.value ?? 'tariff')
            }
          />
          <FileLink
            path="/v1/reports/sales.csv"
            query={{ ...o.span, by: stack, per }}
            label="CSV"
            describedAs="These sales as a CSV file"
          />
        </div>
      }
    >
      {error !== null && <RefusalNote refusal={error.refusal} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={280} radius="md" />}
      {data !== undefined &&
        (data.rows.length === 0 ? (
          <EmptyNote heading="Nothing was sold on these days" />
        ) : (
          <div data-old={isPlaceholderData} className={classes['fading']}>
            <Chart span={o.span} report={data} measure={o.measure} />
          </div>
        ))}
    </Panel>
  );
}

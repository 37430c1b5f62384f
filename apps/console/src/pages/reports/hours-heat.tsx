/** When people buy: the hours of the week, the busier the stronger. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatTenthKwh } from '../../energy.ts';
import { formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { FileLink } from './file-link.tsx';
import { type SalesReport, salesQuery } from './report-queries.ts';
import classes from './reports.module.css';
import { type Measure, measured } from './series.ts';
import type { Span } from './span.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

// 2024 began on a Monday.
function weekdayName(weekday: number): string {
  const day = new Date(Date.UTC(2024, 0, weekday));
  return new Intl.DateTimeFormat(undefined, { weekday: 'short', timeZone: 'UTC' }).format(day);
}

function Heat(o: { readonly report: SalesReport; readonly measure: Measure }): ReactNode {
  const { currency } = useSession().utility;
  const cells = new Map(o.report.rows.map((row) => [`${row.period} ${row.key}`, row]));
  const most = o.report.rows.reduce((most, row) => {
    const sum = measured(row, o.measure);
    if (sum > most) return sum;
    return most;
  }, 1n);
  const words = (sum: bigint): string =>
    o.measure === 'money' ? formatMoney(sum, currency) : `${formatTenthKwh(Number(sum))} kWh`;
  return (
    <div className={classes['heatScroll']}>
      <table className={classes['heat']} data-measure={o.measure}>
        <thead>
          <tr>
            <th scope="col">
              <span className={classes['hidden']}>Weekday</span>
            </th>
            {HOURS.map((hour) => (
              <th key={hour} scope="col">
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {WEEKDAYS.map((weekday) => (
            <tr key={weekday}>
              <th scope="row">{weekdayName(weekday)}</th>
              {HOURS.map((hour) => {
                const row = cells.get(`${weekday} ${hour}`);
                const sum = row === undefined ? 0n : measured(row, o.measure);
                const said = `${weekdayName(weekday)} ${hour}:00, ${words(sum)}, ${row?.vends ?? 0} sales`;
                return (
                  <td key={hour} title={said}>
                    <i style={{ opacity: Number((sum * 1000n) / most) / 1000 }} />
                    <span className={classes['hidden']}>{words(sum)}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function HoursHeat(o: { readonly span: Span; readonly measure: Measure }): ReactNode {
  const { data, error, refetch } = useQuery(salesQuery(o.span, 'hour', 'weekday'));
  return (
    <Panel
      heading="By weekday and hour"
      aside={
        <FileLink
          path="/v1/reports/sales.csv"
          query={{ ...o.span, by: 'hour', per: 'weekday' }}
          label="CSV"
          describedAs="Sales by weekday and hour as a CSV file"
        />
      }
    >
      {error !== null && <RefusalNote refusal={error.refusal} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={200} radius="md" />}
      {data !== undefined && <Heat report={data} measure={o.measure} />}
    </Panel>
  );
}

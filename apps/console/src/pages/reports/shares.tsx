/** How sales divide by one dimension: a bar for each, the largest first, with exact figures. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formatTenthKwh } from '../../energy.ts';
import { formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { FileLink } from './file-link.tsx';
import { type Dimension, salesQuery } from './report-queries.ts';
import classes from './reports.module.css';
import { type Measure, sumsByKey } from './series.ts';
import type { Span } from './span.ts';

const SHOWN_FIRST = 8;

/** In thousandths, so that no money becomes a float. */
function share(part: bigint, whole: bigint): number {
  return whole <= 0n || part <= 0n ? 0 : Number((part * 1000n) / whole) / 10;
}

export function Shares(o: {
  readonly heading: string;
  readonly span: Span;
  readonly by: Dimension;
  readonly measure: Measure;
}): ReactNode {
  const { currency } = useSession().utility;
  const [all, setAll] = useState(false);
  const { data, error, refetch } = useQuery(salesQuery(o.span, o.by, 'span'));
  const sums = data === undefined ? [] : sumsByKey(data.rows, o.measure);
  const whole = sums.reduce((sum, each) => sum + each.sum, 0n);
  const most = sums[0]?.sum ?? 0n;
  const words = (sum: bigint): string =>
    o.measure === 'money' ? formatMoney(sum, currency) : `${formatTenthKwh(Number(sum))} kWh`;
  return (
    <Panel
      heading={o.heading}
      aside={
        <FileLink
          path="/v1/reports/sales.csv"
          query={{ ...o.span, by: o.by }}
          label="CSV"
          describedAs={`${o.heading} as a CSV file`}
        />
      }
    >
      {error !== null && <RefusalNote refusal={error.refusal} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={160} radius="md" />}
      {data?.rows.length === 0 && <EmptyNote heading="Nothing" />}
      <ol className={classes['shares']}>
        {(all ? sums : sums.slice(0, SHOWN_FIRST)).map(({ key, name, sum }) => (
          <li key={key}>
            <span className={classes['shareHead']}>
              <span>{key === '' && o.by === 'operator' ? 'Machines' : name}</span>
              <span>
                {words(sum)} <small>{share(sum, whole).toFixed(1)} %</small>
              </span>
            </span>
            <span className={classes['shareBar']} aria-hidden="true">
              <i data-measure={o.measure} style={{ width: `${share(sum, most)}%` }} />
            </span>
          </li>
        ))}
      </ol>
      {sums.length > SHOWN_FIRST && !all && (
        <button type="button" className={classes['more']} onClick={() => setAll(true)}>
          All {sums.length}
        </button>
      )}
    </Panel>
  );
}

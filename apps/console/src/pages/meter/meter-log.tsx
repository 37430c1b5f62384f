import type { ReactNode } from 'react';
import { useSession } from '../../shell/session.ts';
import type { MeterLogEntry } from '../../wall-meter/wall-meter.ts';
import { formatTimeOfDay } from '../../wall-time.ts';
import classes from './meter.module.css';

/** What happened, in plain words, the newest first. */
export function MeterLog(o: { readonly entries: readonly MeterLogEntry[] }): ReactNode {
  const { time_zone } = useSession().utility;
  if (o.entries.length === 0) return <p className={classes['logEmpty']}>Nothing yet.</p>;
  return (
    <ol className={classes['log']}>
      {o.entries.map((entry) => (
        <li key={entry.number} data-tone={entry.tone}>
          <time>{formatTimeOfDay(new Date(entry.at).toISOString(), time_zone)}</time>
          <span>{entry.text}</span>
        </li>
      ))}
    </ol>
  );
}

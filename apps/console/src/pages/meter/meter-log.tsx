import { memo, type ReactNode } from 'react';
import { useSession } from '../../shell/session.ts';
import { logSentence, logTone } from '../../wall-meter/log-words.ts';
import type { WallLog } from '../../wall-meter/wall-log.ts';
import { formatInstant } from '../../wall-time.ts';
import classes from './panels.module.css';

/**
 * The event log of the meter in plain words, the newest first, in the meter's own time. Drawn anew
 * when something was logged and not at every tick of the clock.
 */
export const MeterLog = memo(function MeterLog({
  log,
}: {
  readonly log: Pick<WallLog, 'entries'>;
}): ReactNode {
  const { time_zone } = useSession().utility;
  if (log.entries.length === 0) return <p className={classes['logEmpty']}>Nothing yet.</p>;
  return (
    // A part of a page that scrolls must be reachable with the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <ol className={classes['log']} data-testid="meter-log" tabIndex={0} aria-label="Event log">
      {log.entries.toReversed().map((entry) => (
        <li key={entry.number} data-tone={logTone(entry)} data-code={entry.code}>
          <time>{formatInstant(new Date(entry.at).toISOString(), time_zone)}</time>
          <span>{logSentence(entry)}</span>
        </li>
      ))}
    </ol>
  );
});

import type { Display } from '@wattvend/meter/display.js';
import type { ReactNode } from 'react';
import { Panel } from '../../ui/panel.tsx';
import { logSentence } from '../../wall-meter/log-words.ts';
import type { WallMeter } from '../../wall-meter/wall-meter.ts';
import classes from './panels.module.css';

function toneOf({ answer }: WallMeter): 'good' | 'bad' | 'plain' {
  if (answer === null) return 'plain';
  return answer.isGood ? 'good' : 'bad';
}

/** What the meter answered last, and its display in plain words. */
export function Messages(o: { readonly wall: WallMeter; readonly display: Display }): ReactNode {
  const { answer, log } = o.wall;
  const lastSwitch = log.entries.findLast(
    ({ code }) => code === 'switch-opened' || code === 'switch-closed',
  );
  return (
    <Panel heading="Messages">
      <p
        className={classes['result']}
        role="status"
        data-testid="meter-result"
        data-result={answer?.result ?? ''}
        data-tone={toneOf(o.wall)}
      >
        {answer?.sentence ?? 'Type the 20 digits of a token, or paste them.'}
      </p>
      <p className={classes['inWords']}>
        <strong>The display says:</strong> {o.display.sentence}
      </p>
      {/* Whoever does not see the lamp is told when it goes on or off. */}
      <p className={classes['spoken']} aria-live="polite">
        {lastSwitch === undefined ? '' : logSentence(lastSwitch)}
      </p>
    </Panel>
  );
}

import { Button } from '@mantine/core';
import type { MeterMemory } from '@wattvend/meter/memory.js';
import type { NumericToken } from '@wattvend/sts/token.js';
import { type ReactNode, useState } from 'react';
import { Panel } from '../../ui/panel.tsx';
import { engineerToken, SLIPS, type SlipRow } from '../../wall-meter/engineer-slip.ts';
import classes from './panels.module.css';
import { chance, realTime } from './real-world.ts';
import { Slip } from './token-note.tsx';

interface Made {
  readonly row: SlipRow;
  readonly digits: NumericToken | null;
}

/** Tokens that no till sells. */
export function EngineerSlips(o: {
  readonly memory: MeterMemory;
  readonly onKeyIn: (digits: string) => void;
}): ReactNode {
  const [made, setMade] = useState<Made | null>(null);
  const { phases } = o.memory.settings.supply;
  const make = (row: SlipRow): void =>
    setMade({ row, digits: engineerToken(o.memory, row.name, { realTime: realTime(), chance }) });
  return (
    <Panel heading="Engineer’s slips">
      <p className={classes['hint']}>
        For this demo only: the page makes these tokens itself, because the key of a demo meter is a
        test key and lies in this browser. In a real utility such a token is ordered, approved by
        somebody else, and issued by the security module.
      </p>
      <div className={classes['noteActions']}>
        {SLIPS.filter((row) => row.phases.includes(phases)).map((row) => (
          <Button key={row.name} variant="default" size="compact-md" onClick={() => make(row)}>
            {row.label}
          </Button>
        ))}
      </div>
      {made !== null && (
        <div className={classes['slip']}>
          {made.digits === null ? (
            <p className={classes['answer']} data-tone="bad">
              This meter is so new that there is no minute for such a token yet. Try again in some
              minutes.
            </p>
          ) : (
            <Slip
              heading={`${made.row.label}: ${made.row.text}`}
              digits={made.digits}
              onKeyIn={o.onKeyIn}
            />
          )}
        </div>
      )}
    </Panel>
  );
}

import { Button } from '@mantine/core';
import type { MeterCommand } from '@wattvend/meter/meter-event.js';
import type { ReactNode } from 'react';
import { Panel } from '../../ui/panel.tsx';
import type { WallAnswer } from '../../wall-meter/wall-meter.ts';
import classes from './panels.module.css';

interface CommandRow {
  readonly label: string;
  readonly command: MeterCommand;
}

const COMMANDS: readonly CommandRow[] = [
  { label: 'Disconnect', command: { kind: 'disconnect' } },
  { label: 'Reconnect', command: { kind: 'reconnect', needsKey: false } },
  { label: 'Reconnect by key', command: { kind: 'reconnect', needsKey: true } },
  { label: 'Take out of service', command: { kind: 'decommission' } },
  { label: 'Put into service', command: { kind: 'commission' } },
];

/** What the utility tells a meter over a line, and what the meter answers. */
export function UtilityCommands(o: {
  readonly answer: WallAnswer | null;
  readonly onCommand: (command: MeterCommand) => void;
}): ReactNode {
  const { answer } = o;
  return (
    <Panel heading="From the utility">
      <p className={classes['hint']}>
        As over a line to the meter. After “Reconnect by key” the supply comes back when somebody
        presses the key at the load switch.
      </p>
      <div className={classes['noteActions']}>
        {COMMANDS.map(({ command, label }) => (
          <Button
            key={label}
            variant="default"
            size="compact-md"
            onClick={() => o.onCommand(command)}
          >
            {label}
          </Button>
        ))}
      </div>
      {answer?.kind === 'command' && (
        <p className={classes['answer']} data-tone={answer.isGood ? 'good' : 'bad'}>
          {answer.sentence}
        </p>
      )}
    </Panel>
  );
}

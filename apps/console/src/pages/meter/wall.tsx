import { Alert } from '@mantine/core';
import { displayOf } from '@wattvend/meter/display.js';
import type { MeterMemory } from '@wattvend/meter/memory.js';
import { type ReactNode, useState } from 'react';
import type { DemoMeter } from '../../api/model.ts';
import { Panel } from '../../ui/panel.tsx';
import { type ApplianceName, householdLoad, pulseSeconds } from '../../wall-meter/household.ts';
import { FactoryButton } from './factory-button.tsx';
import { HouseholdChoice } from './household-choice.tsx';
import classes from './meter.module.css';
import { MeterBody } from './meter-body.tsx';
import { MeterLog } from './meter-log.tsx';
import { Room } from './room.tsx';
import { TokenNote } from './token-note.tsx';
import { useMeterKeys } from './use-meter-keys.ts';
import { useWallMeter } from './use-wall-meter.ts';

/** The wall: the meter at the left, the room it feeds at the right. */
export function Wall(o: {
  readonly demo: DemoMeter;
  readonly memory: MeterMemory;
  readonly name: string;
  readonly onTakeNew: () => Promise<void>;
}): ReactNode {
  const [on, setOn] = useState<ReadonlySet<ApplianceName>>(new Set(['lamp', 'fridge']));
  const [speed, setSpeed] = useState(1);
  const load = householdLoad(o.demo.load_watts, on);
  const running = useWallMeter({ name: o.name, memory: o.memory, load, speed });
  useMeterKeys(running);
  const { meter } = running;
  const display = displayOf(meter.keypad, meter.memory);
  const closed = display.icons.loadSwitchClosed;
  return (
    <div className={classes['wall']}>
      <div className={classes['left']}>
        {running.stuck && (
          <Alert color="red" title="The meter’s memory cannot be written">
            This browser refuses to store it (private window, or full). Nothing is accepted until it
            can.
          </Alert>
        )}
        <TokenNote onFeed={running.press} />
        <div className={classes['case']}>
          <MeterBody
            display={display}
            memory={meter.memory}
            pulse={closed ? pulseSeconds(load, speed) : null}
            onPress={running.press}
          />
        </div>
      </div>
      <div className={classes['right']}>
        <p
          className={classes['result']}
          role="status"
          data-testid="meter-result"
          data-result={meter.lastResult?.result ?? ''}
        >
          {meter.lastResult?.sentence ?? 'Type the 20 digits of a token, or paste them.'}
        </p>
        <div className={classes['scene']}>
          <Room closed={closed} on={on} />
        </div>
        <HouseholdChoice
          base={o.demo.load_watts}
          load={load}
          on={on}
          closed={closed}
          speed={speed}
          onChange={setOn}
          onSpeed={setSpeed}
        />
        <Panel heading="What the meter did" aside={<FactoryButton onTakeNew={o.onTakeNew} />}>
          <MeterLog entries={meter.log} />
        </Panel>
      </div>
    </div>
  );
}

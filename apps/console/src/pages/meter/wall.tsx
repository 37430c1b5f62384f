import { Alert } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { DemoMeter } from '../../api/model.ts';
import { useSession } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import {
  type ApplianceName,
  measurementOf,
  phaseLoads,
  pulseSeconds,
  WIRING_RIGHT,
  type Wiring,
} from '../../wall-meter/household.ts';
import type { KeptMeter } from '../../wall-meter/meter-storage.ts';
import { displayOfWall, switchOfWall } from '../../wall-meter/wall-meter.ts';
import { formatInstant } from '../../wall-time.ts';
import { EngineerSlips } from './engineer-slips.tsx';
import { FactoryButton } from './factory-button.tsx';
import { HouseholdChoice, SpeedOfTime } from './household-choice.tsx';
import { Inside } from './inside.tsx';
import { Messages } from './messages.tsx';
import classes from './meter.module.css';
import { MeterBody } from './meter-body.tsx';
import { MeterLog } from './meter-log.tsx';
import { Room } from './room.tsx';
import { TokenNote } from './token-note.tsx';
import { TryIt } from './try-it.tsx';
import { useEnterHold } from './use-enter-hold.ts';
import { useKeyIn } from './use-key-in.ts';
import { useMeterKeys } from './use-meter-keys.ts';
import { type RunningMeter, useWallMeter } from './use-wall-meter.ts';
import { UtilityCommands } from './utility-commands.tsx';

/** What the person at the page has chosen; it is no memory of the meter. */
interface House {
  readonly on: ReadonlySet<ApplianceName>;
  readonly speed: number;
  readonly wiring: Wiring;
}

const HOUSE: House = { on: new Set(['lamp', 'fridge']), speed: 1, wiring: WIRING_RIGHT };

interface WallProps {
  readonly demo: DemoMeter;
  readonly kept: KeptMeter;
  readonly name: string;
  readonly onTakeNew: () => Promise<void>;
}

function Memory(): ReactNode {
  return (
    <Alert color="red" title="The meter’s memory cannot be written">
      This browser refuses to store it (private window, or full). Nothing is accepted until it can.
    </Alert>
  );
}

/** The wall: the meter at the left, the room it feeds and all one can try at the right. */
export function Wall(o: WallProps): ReactNode {
  const [house, setHouse] = useState(HOUSE);
  const { phases } = o.kept.memory.settings.supply;
  const loads = phaseLoads(o.demo.load_watts, house.on, phases);
  const measurement = measurementOf(loads, house.wiring);
  const running = useWallMeter({ name: o.name, kept: o.kept, measurement, speed: house.speed });
  const hold = useEnterHold(running.press);
  useMeterKeys(running, hold);
  const keyIn = useKeyIn(running.press);
  const { wall } = running;
  const { meter } = wall;
  const display = displayOfWall(wall);
  return (
    <div className={classes['wall']}>
      <div className={classes['left']}>
        {running.stuck && <Memory />}
        <TokenNote onKeyIn={keyIn} />
        <div className={classes['case']}>
          <MeterBody
            display={display}
            meter={meter}
            pulse={pulseSeconds(meter.working.power, house.speed)}
            hold={hold}
            onPress={running.press}
          />
        </div>
      </div>
      <div className={classes['right']}>
        <div className={classes['scene']}>
          <Room decision={switchOfWall(wall)} on={house.on} />
        </div>
        <Messages wall={wall} display={display} />
        <HouseholdChoice
          base={o.demo.load_watts}
          loads={loads}
          power={meter.working.power}
          on={house.on}
          closed={display.icons.loadSwitchClosed}
          onChange={(on) => setHouse({ ...house, on })}
        />
        <Panels house={house} running={running} onHouse={setHouse} onKeyIn={keyIn} />
        <Panel heading="What the meter did" aside={<FactoryButton onTakeNew={o.onTakeNew} />}>
          <MeterLog log={wall.log} />
        </Panel>
        <Inside wall={wall} />
      </div>
    </div>
  );
}

/** What one can do to the meter beside its keys. */
function Panels(o: {
  readonly house: House;
  readonly running: RunningMeter;
  readonly onHouse: (house: House) => void;
  readonly onKeyIn: (digits: string) => void;
}): ReactNode {
  const { house, running } = o;
  const { clock, answer, meter } = running.wall;
  const { time_zone } = useSession().utility;
  return (
    <>
      <SpeedOfTime
        speed={house.speed}
        clock={formatInstant(new Date(clock).toISOString(), time_zone)}
        onSpeed={(speed) => o.onHouse({ ...house, speed })}
      />
      <TryIt
        phases={meter.memory.settings.supply.phases}
        sensors={meter.working.sensors}
        isPowered={meter.working.isPowered}
        wiring={house.wiring}
        onWiring={(wiring) => o.onHouse({ ...house, wiring })}
        onHappen={running.happen}
      />
      <UtilityCommands
        answer={answer}
        onCommand={(command) => running.happen({ kind: 'command', command })}
      />
      <EngineerSlips memory={meter.memory} onKeyIn={o.onKeyIn} />
    </>
  );
}

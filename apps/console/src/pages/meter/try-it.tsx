import {
  IconArrowsExchange,
  IconBoxOff,
  IconMagnet,
  IconPlugConnectedX,
  IconPlugOff,
  IconSettingsOff,
  IconTimelineEventX,
} from '@tabler/icons-react';
import type { TamperSensor } from '@wattvend/meter/meter-event.js';
import type { ComponentType, ReactNode } from 'react';
import { Panel } from '../../ui/panel.tsx';
import type { Wiring } from '../../wall-meter/household.ts';
import classes from './panels.module.css';
import { chance } from './real-world.ts';
import type { Happening } from './use-wall-meter.ts';

interface Trial<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly Icon: ComponentType<{ size?: number }>;
  readonly phases: readonly (1 | 3)[];
}

export const SENSORS: readonly Trial<TamperSensor>[] = [
  { name: 'terminal-cover', label: 'Terminal cover open', Icon: IconBoxOff, phases: [1, 3] },
  { name: 'meter-cover', label: 'Meter cover open', Icon: IconSettingsOff, phases: [1, 3] },
  { name: 'magnet', label: 'Magnet at the meter', Icon: IconMagnet, phases: [1, 3] },
];

const WIRES: readonly Trial<keyof Wiring>[] = [
  { name: 'isReversed', label: 'Wires reversed', Icon: IconArrowsExchange, phases: [1, 3] },
  { name: 'isNeutralBypassed', label: 'Neutral bypassed', Icon: IconTimelineEventX, phases: [1] },
  { name: 'isPhaseLost', label: 'Phase L3 missing', Icon: IconPlugOff, phases: [3] },
];

export function Choice(o: {
  readonly label: string;
  readonly Icon: ComponentType<{ size?: number }>;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}): ReactNode {
  const { Icon } = o;
  return (
    <button
      type="button"
      className={classes['choice']}
      aria-pressed={o.isOn}
      onMouseDown={(event) => event.preventDefault()}
      onClick={o.onToggle}
    >
      <Icon size={20} aria-hidden />
      <span>{o.label}</span>
    </button>
  );
}

/** What somebody might do to a meter, and the power of the street. */
export function TryIt(o: {
  readonly phases: 1 | 3;
  readonly sensors: readonly TamperSensor[];
  readonly isPowered: boolean;
  readonly wiring: Wiring;
  readonly onWiring: (wiring: Wiring) => void;
  readonly onHappen: (what: Happening) => void;
}): ReactNode {
  const { isPowered, onHappen, phases, sensors, wiring } = o;
  return (
    <Panel heading="Try it">
      <p className={classes['hint']}>
        Do what one must not do, and see what the meter makes of it. Press again to undo it.
      </p>
      <div className={classes['choices']}>
        {SENSORS.map(({ name: sensor, ...trial }) => (
          <Choice
            key={sensor}
            {...trial}
            isOn={sensors.includes(sensor)}
            onToggle={() =>
              onHappen({ kind: 'sensor', sensor, isActive: !sensors.includes(sensor) })
            }
          />
        ))}
        {WIRES.filter((trial) => trial.phases.includes(phases)).map(({ name, ...trial }) => (
          <Choice
            key={name}
            {...trial}
            isOn={wiring[name]}
            onToggle={() => o.onWiring({ ...wiring, [name]: !wiring[name] })}
          />
        ))}
        <Choice
          label="Power cut"
          Icon={IconPlugConnectedX}
          isOn={!isPowered}
          onToggle={() =>
            onHappen(
              isPowered
                ? { kind: 'power-failed' }
                : { kind: 'power-returned', chance: chance(CHANCE_BOUND) },
            )
          }
        />
      </div>
    </Panel>
  );
}

/** As the meter wants it, for the delay after an outage. */
const CHANCE_BOUND = 65_536;

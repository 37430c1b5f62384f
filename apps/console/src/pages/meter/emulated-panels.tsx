/** What one can do to a meter of an emulator beside its keys, and what it tells. */
import { IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { EmulatedMeter } from '../../emulated-meter/emulator-messages.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './panels.module.css';
import { Choice, SENSORS } from './try-it.tsx';
import type { WatchedMeter } from './use-emulated-meter.ts';

interface Appliance {
  readonly name: string;
  readonly label: string;
}

/** As the emulator names them; it knows what they draw. */
const APPLIANCES: readonly Appliance[] = [
  { name: 'lamp', label: 'Lamp' },
  { name: 'fridge', label: 'Fridge' },
  { name: 'iron', label: 'Iron' },
  { name: 'kettle', label: 'Kettle' },
  { name: 'geyser', label: 'Geyser' },
  { name: 'stove', label: 'Stove' },
  { name: 'welder', label: 'Welder' },
];

interface Watched {
  readonly meter: EmulatedMeter;
  readonly ask: WatchedMeter['ask'];
}

export function EmulatedLoad({ ask, meter }: Watched): ReactNode {
  const { appliances } = meter;
  const toggle = (name: string): void => {
    const without = appliances.filter((each) => each !== name);
    const isOn = without.length < appliances.length;
    ask({ kind: 'load', appliances: isOn ? without : [...without, name] });
  };
  return (
    <Panel
      heading="In the house"
      aside={
        <strong className="wv-numbers" data-testid="power-now">
          {meter.flowing} {meter.isElectric ? 'W' : 'dm³ per hour'}
        </strong>
      }
    >
      <div className={classes['switches']}>
        {APPLIANCES.map(({ label, name }) => (
          <button
            key={name}
            type="button"
            className={classes['switch']}
            aria-pressed={appliances.includes(name)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => toggle(name)}
          >
            <span>{label}</span>
          </button>
        ))}
      </div>
      <p className={classes['base']}>
        Besides, the house uses what its profile says: {meter.profile}.
      </p>
    </Panel>
  );
}

export function EmulatedTrials({ ask, meter }: Watched): ReactNode {
  const { isPowered, sensors } = meter;
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
            onToggle={() => ask({ kind: 'sensor', sensor, is_active: !sensors.includes(sensor) })}
          />
        ))}
        <Choice
          label="Power cut"
          Icon={IconPlugConnectedX}
          isOn={!isPowered}
          onToggle={() => ask({ kind: 'power', is_on: !isPowered })}
        />
      </div>
    </Panel>
  );
}

function toneOf(meter: EmulatedMeter, refusal: string | null): 'good' | 'bad' | 'plain' {
  const { accept, reject } = meter.display.icons;
  if (refusal !== null || reject) return 'bad';
  return accept ? 'good' : 'plain';
}

/** What the meter answers, while it shows it; what is typed is not told digit by digit. */
export function EmulatedMessages(o: {
  readonly meter: EmulatedMeter;
  readonly refusal: string | null;
}): ReactNode {
  const { meter, refusal } = o;
  const tone = toneOf(meter, refusal);
  const { sentence } = meter.display;
  return (
    <Panel heading="Messages">
      <p className={classes['result']} role="status" data-testid="meter-result" data-tone={tone}>
        {tone === 'plain' ? 'Type the 20 digits of a token, or paste them.' : (refusal ?? sentence)}
      </p>
      <p className={classes['inWords']}>
        <strong>The display says:</strong> {sentence}
      </p>
    </Panel>
  );
}

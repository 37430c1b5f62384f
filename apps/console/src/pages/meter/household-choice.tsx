import { SegmentedControl } from '@mantine/core';
import { IconBulb, IconFridge, IconTeapot } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { Panel } from '../../ui/panel.tsx';
import { APPLIANCES, type ApplianceName, SPEEDS } from '../../wall-meter/household.ts';
import classes from './meter.module.css';

const ICONS: Readonly<Record<ApplianceName, ComponentType<{ size?: number }>>> = {
  lamp: IconBulb,
  fridge: IconFridge,
  kettle: IconTeapot,
};

function toggled(on: ReadonlySet<ApplianceName>, name: ApplianceName): ReadonlySet<ApplianceName> {
  const next = new Set(on);
  if (!next.delete(name)) next.add(name);
  return next;
}

function Switches(o: {
  readonly on: ReadonlySet<ApplianceName>;
  readonly onChange: (on: ReadonlySet<ApplianceName>) => void;
}): ReactNode {
  return (
    <div className={classes['switches']}>
      {APPLIANCES.map((one) => {
        const Icon = ICONS[one.name];
        return (
          <button
            key={one.name}
            type="button"
            className={classes['switch']}
            aria-pressed={o.on.has(one.name)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => o.onChange(toggled(o.on, one.name))}
          >
            <Icon size={24} aria-hidden />
            <span>{one.label}</span>
            <small>{one.load} W</small>
          </button>
        );
      })}
    </div>
  );
}

/** What is switched on in the house, and how fast its time runs. */
export function HouseholdChoice(o: {
  readonly base: number;
  readonly load: number;
  readonly on: ReadonlySet<ApplianceName>;
  readonly closed: boolean;
  readonly speed: number;
  readonly onChange: (on: ReadonlySet<ApplianceName>) => void;
  readonly onSpeed: (speed: number) => void;
}): ReactNode {
  return (
    <Panel
      heading="In the house"
      aside={
        <strong className="wv-numbers">{o.closed ? `${o.load} W` : '0 W, switched off'}</strong>
      }
    >
      <Switches on={o.on} onChange={o.onChange} />
      <p className={classes['base']}>Besides, the house draws {o.base} W at all times.</p>
      <div className={classes['speed']}>
        <span id="speed-of-time">Speed of time</span>
        <SegmentedControl
          aria-labelledby="speed-of-time"
          data={SPEEDS.map((speed) => ({ value: String(speed), label: `${speed}×` }))}
          value={String(o.speed)}
          onChange={(value) => o.onSpeed(Number(value))}
        />
      </div>
    </Panel>
  );
}

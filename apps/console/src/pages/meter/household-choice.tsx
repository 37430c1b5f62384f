import { SegmentedControl } from '@mantine/core';
import { IconBulb, IconFridge, IconTeapot, IconToolsKitchen2 } from '@tabler/icons-react';
import type { Watts } from '@wattvend/quantities/energy.js';
import type { ComponentType, CSSProperties, ReactNode } from 'react';
import { Panel } from '../../ui/panel.tsx';
import {
  APPLIANCES,
  type ApplianceName,
  PHASE_NAMES,
  SPEEDS,
  unbalanceOf,
} from '../../wall-meter/household.ts';
import classes from './panels.module.css';

const ICONS: Readonly<Record<ApplianceName, ComponentType<{ size?: number }>>> = {
  lamp: IconBulb,
  fridge: IconFridge,
  kettle: IconTeapot,
  cooker: IconToolsKitchen2,
};

function toggled(on: ReadonlySet<ApplianceName>, name: ApplianceName): ReadonlySet<ApplianceName> {
  const next = new Set(on);
  if (!next.delete(name)) next.add(name);
  return next;
}

function Switches(o: {
  readonly on: ReadonlySet<ApplianceName>;
  readonly onPhases: boolean;
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
            <small>
              {one.load} W{o.onPhases ? ` on ${PHASE_NAMES[one.phase]}` : ''}
            </small>
          </button>
        );
      })}
    </div>
  );
}

/** What each phase carries, or would carry if the switch were closed. */
function Phases({ loads }: { readonly loads: readonly Watts[] }): ReactNode {
  const most = Math.max(...loads, 1);
  return (
    <>
      <ul className={classes['phases']} aria-label="Load of each phase">
        {loads.map((load, phase) => {
          const style = { '--share': load / most } as CSSProperties;
          return (
            <li key={PHASE_NAMES[phase]}>
              <span>{PHASE_NAMES[phase]}</span>
              <span className={classes['phaseBar']} aria-hidden="true">
                <span className={classes['phaseFill']} style={style} />
              </span>
              <strong className="wv-numbers">{load} W</strong>
            </li>
          );
        })}
      </ul>
      <p className={classes['base']} data-testid="unbalance">
        The phases differ by {unbalanceOf(loads)} W.
      </p>
    </>
  );
}

function speedLabel(speed: number): string {
  return `${speed}×`;
}

/** What is switched on in the house. */
export function HouseholdChoice(o: {
  readonly base: number;
  readonly loads: readonly Watts[];
  /** What flows. */
  readonly power: number;
  readonly on: ReadonlySet<ApplianceName>;
  readonly closed: boolean;
  readonly onChange: (on: ReadonlySet<ApplianceName>) => void;
}): ReactNode {
  return (
    <Panel
      heading="In the house"
      aside={
        <strong className="wv-numbers" data-testid="power-now">
          {o.closed ? `${o.power} W` : '0 W, switched off'}
        </strong>
      }
    >
      <Switches on={o.on} onPhases={o.loads.length > 1} onChange={o.onChange} />
      <p className={classes['base']}>Besides, the house draws {o.base} W at all times.</p>
      {o.loads.length > 1 && <Phases loads={o.loads} />}
    </Panel>
  );
}

/** How fast the house and its meter live, and what time it is there. */
export function SpeedOfTime(o: {
  readonly speed: number;
  readonly clock: string;
  readonly onSpeed: (speed: number) => void;
}): ReactNode {
  return (
    <Panel heading="Speed of time">
      <div className={classes['speed']}>
        <span>
          At the meter it is <strong className="wv-numbers">{o.clock}</strong>
        </span>
        <SegmentedControl
          aria-label="Speed of time"
          data={SPEEDS.map((speed) => ({ value: String(speed), label: speedLabel(speed) }))}
          value={String(o.speed)}
          onChange={(value) => o.onSpeed(Number(value))}
        />
      </div>
    </Panel>
  );
}

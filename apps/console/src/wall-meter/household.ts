/**
 * What hangs on the meter: the house's own load, four things one can switch, and what somebody may do
 * to the wires. All of it is what the measuring element sees; what flows is for the meter to say.
 */
import type { Measurement, PhaseMeasurement } from '@wattvend/meter/meter-event.js';
import { type Watts, watts } from '@wattvend/quantities/energy.js';

export type ApplianceName = 'lamp' | 'fridge' | 'kettle' | 'cooker';

export interface Appliance {
  readonly name: ApplianceName;
  readonly label: string;
  readonly load: Watts;
  /** Counts from 0; everything is on the first where there is but one. */
  readonly phase: 0 | 1 | 2;
}

/** Kettle and cooker together are more than the supply of a house allows. */
export const APPLIANCES: readonly Appliance[] = [
  { name: 'lamp', label: 'Lamp', load: watts(40), phase: 0 },
  { name: 'fridge', label: 'Fridge', load: watts(150), phase: 1 },
  { name: 'kettle', label: 'Kettle', load: watts(2000), phase: 2 },
  { name: 'cooker', label: 'Cooker', load: watts(3000), phase: 0 },
];

export const PHASE_NAMES = ['L1', 'L2', 'L3'] as const;

/** How many seconds of the house pass in one second of the page. */
export const SPEEDS: readonly number[] = [1, 60, 3600];

/** What somebody did to the wires. */
export interface Wiring {
  /** Line and load are exchanged: energy seems to flow back. */
  readonly isReversed: boolean;
  /** The current comes back through the earth and not through the meter. */
  readonly isNeutralBypassed: boolean;
  /** The last phase has no voltage. */
  readonly isPhaseLost: boolean;
}

export const WIRING_RIGHT: Wiring = {
  isReversed: false,
  isNeutralBypassed: false,
  isPhaseLost: false,
};

/** What is switched on, phase by phase; the house's own load is spread evenly over them. */
export function phaseLoads(
  base: number,
  on: ReadonlySet<ApplianceName>,
  phases: 1 | 3,
): readonly Watts[] {
  const switched = APPLIANCES.filter(({ name }) => on.has(name));
  return Array.from({ length: phases }, (_, phase) => {
    // The watts that do not divide go to the first phases.
    const share = Math.floor((base + phases - 1 - phase) / phases);
    const here = switched.filter((one) => phases === 1 || one.phase === phase);
    return watts(here.reduce((sum, { load }) => sum + load, share));
  });
}

/** How far apart the phases are. */
export function unbalanceOf(loads: readonly Watts[]): Watts {
  return watts(Math.max(...loads) - Math.min(...loads));
}

// Tenths of a volt.
const VOLTAGE = 2300;

/** What the measuring element sees of these loads. */
export function measurementOf(loads: readonly Watts[], wiring: Wiring): Measurement {
  const last = loads.length - 1;
  const phases = loads.map((load, phase): PhaseMeasurement => {
    if (wiring.isPhaseLost && phase === last && last > 0)
      return { power: 0, voltage: 0, current: 0 };
    // Milliamperes: W over tenths of a volt, times 10 000.
    const current = Math.round((load * 10_000) / VOLTAGE);
    return { power: wiring.isReversed ? -load : load, voltage: VOLTAGE, current };
  });
  return { phases, neutralCurrent: neutralCurrentOf(phases, wiring) };
}

// Behind three phases the neutral carries a sum of vectors, which this house does not know.
function neutralCurrentOf(phases: readonly PhaseMeasurement[], wiring: Wiring): number | null {
  const [only] = phases;
  if (only === undefined || phases.length > 1) return null;
  return wiring.isNeutralBypassed ? 0 : only.current;
}

// Below this the eye sees a flicker and not a pulse.
const PULSE_SHORTEST = 0.24;
const PULSES_PER_WATT_HOUR = 1;

/** Seconds between two pulses of the light (1000 impulses per kWh); null when nothing flows. */
export function pulseSeconds(load: number, speed: number): number | null {
  const perSecond = (load * speed * PULSES_PER_WATT_HOUR) / 3600;
  return perSecond <= 0 ? null : Math.max(PULSE_SHORTEST, 1 / perSecond);
}

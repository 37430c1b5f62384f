/** What hangs on the meter: the house's own load and three things one can switch. */
import { type Watts, watts } from '@wattvend/quantities/energy.js';

export type ApplianceName = 'lamp' | 'fridge' | 'kettle';

export interface Appliance {
  readonly name: ApplianceName;
  readonly label: string;
  readonly load: Watts;
}

export const APPLIANCES: readonly Appliance[] = [
  { name: 'lamp', label: 'Lamp', load: watts(40) },
  { name: 'fridge', label: 'Fridge', load: watts(150) },
  { name: 'kettle', label: 'Kettle', load: watts(2000) },
];

/** How many seconds of the house pass in one second of the page. */
export const SPEEDS: readonly number[] = [1, 60, 3600];

/** The sum of what is switched on, above what the house draws anyway. */
export function householdLoad(base: number, on: ReadonlySet<ApplianceName>): Watts {
  const switched = APPLIANCES.filter((one) => on.has(one.name));
  return watts(switched.reduce((sum, one) => sum + one.load, base));
}

// Below this the eye sees a flicker and not a pulse.
const PULSE_SHORTEST = 0.24;
const PULSES_PER_WATT_HOUR = 1;

/** Seconds between two pulses of the light (1000 impulses per kWh); null when nothing flows. */
export function pulseSeconds(load: number, speed: number): number | null {
  const perSecond = (load * speed * PULSES_PER_WATT_HOUR) / 3600;
  return perSecond === 0 ? null : Math.max(PULSE_SHORTEST, 1 / perSecond);
}

/** Things one can switch on beside what a profile says is used. */
import type { Watts } from '@wattvend/quantities/energy.js';

export interface Appliance {
  readonly name: string;
  readonly power: Watts;
}

/** Ratings on the plates of common makes. On a three-phase meter they hang on the first phase. */
export const APPLIANCES: readonly Appliance[] = [
  { name: 'lamp', power: 60 as Watts },
  { name: 'fridge', power: 150 as Watts },
  { name: 'iron', power: 1_100 as Watts },
  { name: 'kettle', power: 2_000 as Watts },
  { name: 'geyser', power: 3_000 as Watts },
  { name: 'stove', power: 6_000 as Watts },
  { name: 'welder', power: 9_000 as Watts },
];

/** What the key for extra load goes through, from nothing to more than a house connection takes. */
export const EXTRA_LOADS: readonly (readonly string[])[] = [
  [],
  ['kettle'],
  ['kettle', 'geyser'],
  ['kettle', 'geyser', 'stove', 'welder'],
];

export function powerOfAppliances(names: readonly string[]): number {
  return APPLIANCES.filter(({ name }) => names.includes(name)).reduce(
    (sum, { power }) => sum + power,
    0,
  );
}

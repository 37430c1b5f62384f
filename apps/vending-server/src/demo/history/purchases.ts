/** When the invented households buy, and for how much: when little is left, for some days. */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import type { Chance } from './chance.ts';
import type { Household } from './town.ts';

/** A household as it goes on living. What is left may be below nothing: then it is dark. */
export interface Living {
  readonly household: Household;
  /** Another one once it was replaced. */
  meterNumber: Drn;
  leftTenthKwh: number;
}

export interface Purchase {
  readonly living: Living;
  /** Of the day, as the clock on the wall shows it. */
  readonly hour: number;
  readonly tendered: MinorUnits;
  /** Of the town's vendors. */
  readonly vendor: number;
}

// How many buy in each hour of the day: before work, at noon, after work.
const HOURS = [0, 0, 0, 0, 0, 1, 5, 8, 6, 4, 4, 5, 7, 5, 4, 4, 6, 9, 11, 9, 6, 3, 1, 0];

// A kWh with all that goes on it, in minor units, as people reckon.
const RECKONED_MINOR_PER_KWH = 270;
// Nobody pays in odd cents.
const STEP_MINOR = 1_000;
const LEAST_MINOR = 2_000;
const YEAR_DAYS = 365.25;
// In the cold of July a fifth more than on average.
const COLDEST_DAY_OF_YEAR = 196;
const SEASON = 0.2;

// Each moment costs the desk a batch, so only the last days are lived through hour by hour.
const HOURS_OF_EARLIER_DAYS = 4;

/** A day of use, then who buys on it: at all hours, or at a few, which over many days are all. */
export function purchasesOf(
  chance: Chance,
  town: readonly Living[],
  day: { readonly index: number; readonly ofYear: number; readonly atAllHours: boolean },
): readonly Purchase[] {
  const few = Array.from({ length: HOURS_OF_EARLIER_DAYS }, () => chance.weighted(HOURS));
  const hour = (): number => (day.atAllHours ? chance.weighted(HOURS) : chance.pick(few));
  const turn = (2 * Math.PI * (day.ofYear - COLDEST_DAY_OF_YEAR)) / YEAR_DAYS;
  const season = 1 + SEASON * Math.cos(turn);
  const purchases: Purchase[] = [];
  for (const living of town) {
    const { household } = living;
    if (day.index < household.connectedOn) continue;
    if (household.leavesOn !== null && day.index > household.leavesOn) continue;
    const used = household.dailyTenthKwh * season * (0.5 + chance.fraction());
    living.leftTenthKwh = Math.max(living.leftTenthKwh - used, 0);
    // Some buy before it is dark, some after.
    if (living.leftTenthKwh > household.dailyTenthKwh * 2 * chance.fraction()) continue;
    purchases.push({
      living,
      hour: hour(),
      tendered: tenderOf(chance, household),
      vendor: chance.weighted(household.habits),
    });
  }
  return purchases.sort((a, b) => a.hour - b.hour);
}

function tenderOf(chance: Chance, { dailyTenthKwh, rhythmDays }: Household): MinorUnits {
  const days = rhythmDays * (0.7 + 0.6 * chance.fraction());
  const minor = (dailyTenthKwh / 10) * days * RECKONED_MINOR_PER_KWH;
  return minorUnits(BigInt(Math.max(Math.round(minor / STEP_MINOR) * STEP_MINOR, LEAST_MINOR)));
}

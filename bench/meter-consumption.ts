/** Hourly consumption of meters under a tariff with seasons, weekends, three rates and three steps. */
import {
  type MeasuredUnits,
  measuredUnits,
  type UnitPrice,
  unitPrice,
} from '@wattvend/meter/account-units.js';
import { accountForRun } from '@wattvend/meter/consumption-run.js';
import { applyWrite, type MeterMemory, memoryWrite } from '@wattvend/meter/memory.js';
import type { MeterTariff } from '@wattvend/meter/meter-tariff.js';
import type { MeterSettings } from '@wattvend/meter/settings.js';
import { RESIDENTIAL } from '@wattvend/meter/settings-profiles.js';
import { type Instant, instant, milliseconds } from '@wattvend/quantities/time.js';
import type { Calls } from './measurement.ts';
import { MANUFACTURED_AT, newMeter, timeOf } from './meter-in-service.ts';

export type AccountMode = MeterSettings['accounting']['mode'];

const HOUR = milliseconds(3_600_000);
const DAY = 24 * HOUR;
const METERS = 256;
// In units of tokens, so much that no meter of a benchmark is cut off.
const AMPLE_CREDIT = { energy: 99_000_000n, currency: 999_000_000_000n };

/** Wh of the hours of a day, of a household that is up at seven and cooks at six. */
const HOURS_OF_A_DAY: readonly number[] = [
  310, 270, 255, 250, 260, 330, 610, 980, 870, 640, 590, 620, 760, 700, 610, 640, 890, 1450, 1720,
  1610, 1380, 1050, 720, 450,
];

export const CURRENCY_SETTINGS: MeterSettings = {
  ...RESIDENTIAL,
  accounting: { ...RESIDENTIAL.accounting, mode: 'currency' },
};

/** Time of use in both modes; the steps and prices only where there is money. */
export function timeOfUseTariff(mode: AccountMode): MeterTariff {
  const prices = (...each: readonly number[]): readonly UnitPrice[] =>
    (mode === 'energy' ? [0] : each).map(unitPrice);
  const steps = [0, 50_000, 300_000].map((from): MeasuredUnits => measuredUnits(from));
  const day = (...switches: readonly (readonly [minute: number, rate: number])[]) => ({
    switches: switches.map(([minute, rate]) => ({ minute, rate })),
  });
  return {
    name: 'BENCH TOU',
    utcOffsetMinutes: 120,
    rates: [
      { name: 'OFFPEAK', prices: prices(9_000, 11_000, 16_000) },
      { name: 'STANDARD', prices: prices(14_000, 17_000, 24_000) },
      { name: 'PEAK', prices: prices(31_000, 36_000, 45_000) },
    ],
    stepsFrom: mode === 'energy' ? steps.slice(0, 1) : steps,
    seasons: [
      { month: 6, day: 1, week: 1 },
      { month: 9, day: 1, week: 0 },
    ],
    weeks: [{ days: [0, 0, 0, 0, 0, 2, 2] }, { days: [1, 1, 1, 1, 1, 2, 2] }],
    days: [
      day([0, 0], [360, 1], [420, 2], [600, 1], [1_080, 2], [1_200, 1], [1_320, 0]),
      day([0, 0], [360, 2], [540, 1], [1_020, 2], [1_140, 1], [1_320, 0]),
      day([0, 0], [420, 1], [720, 0]),
    ],
    specialDays: [
      { year: null, month: 12, day: 25, dayProfile: 2 },
      { year: null, month: 1, day: 1, dayProfile: 2 },
    ],
  };
}

export function settingsOf(mode: AccountMode): MeterSettings {
  return mode === 'energy' ? RESIDENTIAL : CURRENCY_SETTINGS;
}

/** The hours of so many days, one after the other. */
function hoursOfDays(days: number): readonly number[] {
  return Array.from({ length: days }, () => HOURS_OF_A_DAY).flat();
}

/** The meter after a load profile of hours from this moment, all its changes in one write. */
function profileLater(memory: MeterMemory, from: Instant, units: readonly number[]): MeterMemory {
  const run = { from, interval: HOUR, units };
  const { changes, events, until } = accountForRun(memory, run);
  return applyWrite(memory, memoryWrite(memory, changes, { now: until, events, keep: 'running' }));
}

/** The meter after so many days from this moment. */
export function daysLater(memory: MeterMemory, from: Instant, days: number): MeterMemory {
  let after = memory;
  for (let day = 0; day < days; day++) {
    after = profileLater(after, instant(from + day * DAY), HOURS_OF_A_DAY);
  }
  return after;
}

/** Days of meters, one meter after the other, each with a load profile of so many days at once. */
export function meterDays(mode: AccountMode, daysOfProfile: number): Calls {
  const tariff = timeOfUseTariff(mode);
  const meters = Array.from({ length: METERS }, (_, serial) =>
    newMeter({
      serial,
      encryptionAlgorithm: '07',
      settings: settingsOf(mode),
      tariff,
      credit: AMPLE_CREDIT[mode],
    }),
  );
  const profile = hoursOfDays(daysOfProfile);
  const begun = timeOf(MANUFACTURED_AT);
  let next = 0;
  return (count) => {
    for (let done = 0; done < count; done += daysOfProfile) {
      const index = next % METERS;
      const from = instant(begun + Math.floor(next / METERS) * daysOfProfile * DAY);
      meters[index] = profileLater(meters[index] as MeterMemory, from, profile);
      next += 1;
    }
    assertAllCounted(meters, next * daysOfProfile);
    return next;
  };
}

// Every day of every meter is in the books, so that none was cut off or left out.
function assertAllCounted(meters: readonly MeterMemory[], days: number): void {
  const used = HOURS_OF_A_DAY.reduce((sum, each) => sum + each, 0) * days;
  const counted = meters.reduce(
    (sum, { accounting }) => sum + accounting.measuredByRate.reduce((all, one) => all + one, 0),
    0,
  );
  if (counted !== used) throw new Error(`the meters counted ${counted} of ${used} Wh`);
}

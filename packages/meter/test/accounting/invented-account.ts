/** Accounts and tariffs invented for these tests. No utility uses them. */
import {
  type AccountUnits,
  accountUnits,
  type MeasuredUnits,
} from '@wattvend/meter/account-units.js';
import { advanceAccounting } from '@wattvend/meter/clock.js';
import { accountForSpan } from '@wattvend/meter/consumption.js';
import type { LoggedEvent } from '@wattvend/meter/event-log.js';
import {
  applyWrite,
  type MemoryChanges,
  type MeterMemory,
  memoryWrite,
} from '@wattvend/meter/memory.js';
import { type MeterTariff, SINGLE_RATE_TARIFF } from '@wattvend/meter/meter-tariff.js';
import type { AccountingSettings } from '@wattvend/meter/settings.js';
import { RESIDENTIAL } from '@wattvend/meter/settings-profiles.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import { inventedMeter } from '../invented-meter.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A moment in UTC, by the calendar of the platform rather than by ours. */
export function at(text: string): Instant {
  return instant(Date.parse(`${text}Z`));
}

export function units(value: number): AccountUnits {
  return accountUnits(value);
}

/** The settings of accounting, with the account in money unless told otherwise. */
export function accountingSettings(changes: Partial<AccountingSettings> = {}): AccountingSettings {
  return { ...RESIDENTIAL.accounting, mode: 'currency', creditLow: [], ...changes };
}

/** A meter with all registers, whose account holds so much. */
export function meterWith(
  credit: number | bigint,
  settings: Partial<AccountingSettings> = {},
  tariff: MeterTariff = SINGLE_RATE_TARIFF,
): MeterMemory {
  const made = inventedMeter('07', {
    registers: [0, 1, 2, 3, 4, 5, 6, 7].map((service) => ({ service: service as 0 })),
    settings: { ...RESIDENTIAL, accounting: accountingSettings(settings) },
    tariff,
  });
  const books = { credit: BigInt(credit), totalAccepted: BigInt(credit) };
  return {
    ...made,
    creditRegister: Number(credit) as never,
    totalEnergyAccepted: Number(credit) as never,
    otherRegisters: made.otherRegisters.map((register) => ({ ...register, ...books })),
  };
}

/** A tariff of one rate at these prices. */
export function flatTariff(
  prices: readonly number[],
  stepsFrom: readonly number[] = [0],
): MeterTariff {
  return {
    ...SINGLE_RATE_TARIFF,
    rates: [{ name: 'ALL', prices: prices as never }],
    stepsFrom: stepsFrom as never,
  };
}

/** Peak from 06:00 to 22:00 on weekdays, else off-peak; two hours ahead of UTC. */
export const PEAK_TARIFF: MeterTariff = {
  ...SINGLE_RATE_TARIFF,
  name: 'PEAK',
  utcOffsetMinutes: 120,
  rates: [
    { name: 'OFF', prices: [100_000, 120_000] as never },
    { name: 'PEAK', prices: [300_000, 333_333] as never },
  ],
  stepsFrom: [0, 5_000] as never,
  weeks: [{ days: [1, 1, 1, 1, 1, 0, 0] }],
  days: [
    { switches: [{ minute: 0, rate: 0 }] },
    {
      switches: [
        { minute: 0, rate: 0 },
        { minute: 360, rate: 1 },
        { minute: 1320, rate: 0 },
      ],
    },
  ],
};

export function changedBy(memory: MeterMemory, changes: MemoryChanges): MeterMemory {
  return applyWrite(memory, memoryWrite(memory, changes));
}

export interface Told {
  readonly memory: MeterMemory;
  readonly events: readonly LoggedEvent[];
}

export function advanced(memory: MeterMemory, now: Instant): Told {
  const booked = advanceAccounting(memory, now);
  if (booked === null) return { memory, events: [] };
  return { memory: changedBy(memory, booked.changes), events: booked.events };
}

/** Some units within one span that the clock does not cut. */
export function consumed(memory: MeterMemory, measured: number, from: Instant, elapsed = 1): Told {
  const until = instant(from + elapsed);
  const booked = accountForSpan(memory, { units: measured as MeasuredUnits, from, until });
  return { memory: changedBy(memory, booked.changes), events: booked.events };
}

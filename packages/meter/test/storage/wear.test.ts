/**
 * How worn the device of a meter is after twenty years. A fifth of a year goes through the real
 * journal, minute by minute, and is multiplied by a hundred: the journal turns as evenly in the first
 * lap as in the last.
 *
 * A household of 3000 kWh a year, ten tokens a month, a brown-out a day, and once a year an hour of a
 * hundred dips a minute, each with notice and each logged twice: 1,043,000 records in twenty years,
 * 19,400 cycles on the most worn page, which is 5.2 times less than the endurance.
 */
import { accountUnits, measuredUnits } from '@wattvend/meter/account-units.js';
import type { LogCode } from '@wattvend/meter/event-log.js';
import { commit, formatStore, type MeterStore } from '@wattvend/meter/journal.js';
import { type MemoryWrite, memoryWrite } from '@wattvend/meter/memory.js';
import {
  ENDURANCE_CYCLES,
  greatestWear,
  newDevice,
  performWrite,
} from '@wattvend/meter/nonvolatile-device.js';
import { METER_EEPROM } from '@wattvend/meter/store-layout.js';
import { openStore } from '@wattvend/meter/store-recovery.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { tenthKwh, wattHours } from '@wattvend/quantities/energy.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import { expect, test } from 'vitest';
import { creditToken, inventedMeter, NOON } from '../invented-meter.ts';

const DAYS = 73;
const TWENTY_YEARS = 100;
const MINUTE = 60_000;

// Wh in each hour of a day: 150 x 6 + 500 x 3 + 250 x 8 + 700 x 5 + 160 x 2 = 8220, which are 3000 kWh
// a year.
const HOURS: readonly number[] = [
  ...[150, 150, 150, 150, 150, 150, 500, 500, 500, 250, 250, 250],
  ...[250, 250, 250, 250, 250, 700, 700, 700, 700, 700, 160, 160],
];

function energyOfMinute(minute: number): number {
  const hour = HOURS[Math.floor(minute / 60) % 24] ?? 0;
  const within = minute % 60;
  return Math.floor((hour * (within + 1)) / 60) - Math.floor((hour * within) / 60);
}

test('no page comes near the endurance in twenty years', () => {
  const device = newDevice(METER_EEPROM);
  const formatted = formatStore(inventedMeter(), METER_EEPROM);
  for (const write of formatted.deviceWrites) performWrite(device, write);
  device.cycles.fill(0);
  let { store } = formatted;
  let records = 0;
  const take = (write: MemoryWrite, now: Instant): void => {
    const step = commit(store, write, now);
    for (const each of step.deviceWrites) performWrite(device, each);
    if (step.deviceWrites.length > 0) records += 1;
    ({ store } = step);
  };
  const log = (code: LogCode, now: Instant): void =>
    take(memoryWrite(store.memory, {}, { now, events: [{ code }] }), now);
  const fail = (now: Instant): void => {
    log('power-failed', now);
    log('power-returned', now);
  };
  for (let minute = 0; minute < DAYS * 1440; minute++) {
    const now = instant(NOON + minute * MINUTE);
    take(used(store, energyOfMinute(minute)), now);
    if (minute % 1440 === 700) fail(now);
    // Ten a month.
    if (minute % 4320 === 0) {
      const typed = creditToken(store.memory, 1 + minute, tenthKwh(247));
      const { result, writes } = applyToken(store.memory, typed, { now });
      expect(result).toBe('Accept');
      for (const write of writes) take(write, now);
    }
  }
  // A fifth of an hour with a hundred dips a minute; each with notice.
  const end = instant(NOON + DAYS * 1440 * MINUTE);
  for (let dip = 0; dip < 1200; dip++) {
    take(used(store, 1), end);
    fail(end);
  }
  // So many that nothing was left out of the account by mistake.
  expect(records).toBeGreaterThan(10_000);
  const opened = openStore(device.image, METER_EEPROM);
  expect(opened.kind === 'open' && opened.memory).toEqual(store.memory);

  const cycles = greatestWear(device) * TWENTY_YEARS;
  // A quarter of what the cells are warranted for; and not so little that something was not counted.
  expect(cycles).toBeLessThanOrEqual(ENDURANCE_CYCLES / 4);
  expect(cycles).toBeGreaterThan(ENDURANCE_CYCLES / 10);
});

/** A minute of consumption, with what accounting changes of it. */
function used({ memory }: MeterStore, energy: number): MemoryWrite {
  const { accounting } = memory;
  const measured = measuredUnits(accounting.sinceBillingDay + energy);
  const today = accountUnits((accounting.usedByDay[0] ?? 0) + energy);
  const usedByDay = [today, ...Array.from({ length: 7 }, () => accountUnits(8220))];
  return memoryWrite(
    memory,
    {
      creditRegister: wattHours(memory.creditRegister - energy),
      totalEnergyConsumed: wattHours(memory.totalEnergyConsumed + energy),
      accounting: {
        ...accounting,
        sinceBillingDay: measured,
        measuredByRate: [measured],
        usedByDay,
      },
    },
    { keep: 'running' },
  );
}

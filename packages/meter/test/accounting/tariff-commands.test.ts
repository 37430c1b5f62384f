/** What a utility may set, and every way it can be wrong. */
import { accountUnits } from '@wattvend/meter/account-units.js';
import type { MeterCharge, ScheduledPrice } from '@wattvend/meter/accounting-state.js';
import type { MeterMemory } from '@wattvend/meter/memory.js';
import {
  assertMeterTariff,
  type MeterTariff,
  meterTariffFault,
  SINGLE_RATE_TARIFF,
} from '@wattvend/meter/meter-tariff.js';
import { scheduleFault } from '@wattvend/meter/price-schedule.js';
import {
  accountingUnderSettings,
  activateTariff,
  type Commanded,
  removeCharge,
  setCharge,
  setPassiveTariff,
  setPrices,
} from '@wattvend/meter/tariff-commands.js';
import { instant } from '@wattvend/quantities/time.js';
import { expect, test } from 'vitest';
import {
  accountingSettings,
  at,
  changedBy,
  consumed,
  flatTariff,
  meterWith,
  PEAK_TARIFF,
  units,
} from './invented-account.ts';

const NOON = at('2026-07-06T12:00');
const [RATE] = PEAK_TARIFF.rates;
const SEASON = { month: 3, day: 1, week: 0 };
const SPECIAL = { year: 2026, month: 2, day: 28, dayProfile: 0 };
const at0 = { minute: 0, rate: 0 };

const WRONG: readonly (readonly [Partial<MeterTariff>, string])[] = [
  [{ name: '' }, 'the name is not'],
  [{ name: 'SEVENTEEN LETTERS' }, 'the name is not'],
  [{ name: 'MÜNZE' }, 'the name is not'],
  [{ utcOffsetMinutes: 841 }, 'local time'],
  [{ utcOffsetMinutes: -841 }, 'local time'],
  [{ utcOffsetMinutes: 0.5 }, 'local time'],
  [{ rates: [] }, '0 rates'],
  [{ rates: Array.from({ length: 9 }, () => RATE as never) }, '9 rates'],
  [{ stepsFrom: [] }, '0 steps'],
  [{ seasons: [] }, '0 seasons'],
  [{ weeks: [] }, '0 weeks'],
  [{ days: [] }, '0 days'],
  [{ specialDays: Array.from({ length: 65 }, () => SPECIAL) }, '65 special days'],
  [{ stepsFrom: [1, 2] as never }, 'the first step'],
  [{ stepsFrom: [0, 0] as never }, 'step 1 begins before'],
  [{ stepsFrom: [0, 1.5] as never }, 'step 1 does not begin at a whole'],
  [{ rates: [{ name: 'NINE CHAR', prices: [0, 0] as never }] }, 'rate 0 has no name'],
  [{ rates: [{ name: 'A', prices: [0] as never }] }, 'rate 0 has 1 prices for 2 steps'],
  [{ rates: [{ name: 'A', prices: [0, 100_000_001] as never }] }, 'rate 0 has a price'],
  [{ rates: [{ name: 'A', prices: [0, -1] as never }] }, 'rate 0 has a price'],
  [{ seasons: [{ ...SEASON, day: 32 }] }, 'season 0 begins on a date'],
  [{ seasons: [{ ...SEASON, month: 2, day: 30 }] }, 'season 0 begins on a date'],
  [{ seasons: [SEASON, SEASON] }, 'season 1 is not in the order'],
  [{ seasons: [SEASON, { ...SEASON, month: 2, day: 28 }] }, 'season 1 is not in the order'],
  [{ seasons: [{ ...SEASON, week: 1 }] }, 'season 0 has a week'],
  [{ weeks: [{ days: [0, 0, 0, 0, 0, 0] }] }, 'week 0 has 6 days'],
  [{ weeks: [{ days: [0, 0, 0, 0, 0, 0, 2] }] }, 'week 0 has a day that'],
  [{ days: [{ switches: [] }, { switches: [at0] }] }, 'day 0 does not begin'],
  [{ days: [{ switches: [{ minute: 1, rate: 0 }] }, { switches: [at0] }] }, 'day 0 does not begin'],
  [{ days: [{ switches: [at0, at0] }, { switches: [at0] }] }, 'day 0 has switches out of order'],
  [
    { days: [{ switches: [at0, { minute: 1440, rate: 0 }] }, { switches: [at0] }] },
    'day 0 has a switch at a minute',
  ],
  [
    { days: [{ switches: [{ minute: 0, rate: 2 }] }, { switches: [at0] }] },
    'day 0 has a switch to a rate',
  ],
  [
    {
      days: [
        { switches: Array.from({ length: 49 }, (_, minute) => ({ minute, rate: 0 })) },
        { switches: [at0] },
      ],
    },
    'day 0 has 49 switches',
  ],
  [{ specialDays: [SPECIAL, { ...SPECIAL, day: 29 }] }, 'special day 1 is a date'],
  [{ specialDays: [{ ...SPECIAL, dayProfile: 2 }] }, 'special day 0 has a day profile'],
];

test.each(WRONG)('a tariff with %j is refused', (changes, fault) => {
  const tariff = { ...PEAK_TARIFF, ...changes };
  expect(meterTariffFault(tariff)).toContain(fault);
  expect(() => assertMeterTariff(tariff)).toThrow(fault);
  expect(setPassiveTariff(meterWith(0), tariff, NOON)).toMatchObject({
    kind: 'refused',
    refusal: 'tariff-invalid',
    detail: expect.stringContaining(fault),
  });
});

test('the tariffs of these tests are sound', () => {
  const leap = { year: null, month: 2, day: 29, dayProfile: 0 };
  const sound = [SINGLE_RATE_TARIFF, PEAK_TARIFF, { ...PEAK_TARIFF, specialDays: [leap] }];
  expect(sound.map(meterTariffFault)).toEqual([null, null, null]);
});

function entry(from: number, price: number | null): ScheduledPrice {
  return { from: instant(from), price: price as never };
}

test.each([
  [[entry(1, 5), entry(2, null)], null],
  [[entry(2, 5), entry(2, 5)], 'price 1 is out of order'],
  [[entry(2, -1)], 'price 0 is not'],
  [[entry(2, 100_000_001)], 'price 0 is not'],
  [[{ from: 1.5 as never, price: null }], 'price 0 has no time'],
  [Array.from({ length: 48 }, (_, index) => entry(index, 1)), null],
  [Array.from({ length: 49 }, (_, index) => entry(index, 1)), '49 prices'],
])('a schedule of %j: %s', (schedule, fault) => {
  if (fault === null) {
    expect(scheduleFault(schedule)).toBeNull();
    expect(setPrices(meterWith(0), schedule).kind).toBe('done');
  } else {
    expect(scheduleFault(schedule)).toContain(fault);
    expect(setPrices(meterWith(0), schedule)).toMatchObject({ refusal: 'prices-invalid' });
  }
});

const CHARGE: Omit<MeterCharge, 'totalCollected'> = {
  name: 'DEBT',
  kind: 'debt',
  perDay: units(5),
  proportion: 6_000,
  remaining: units(100),
};

function after(memory: MeterMemory, commanded: Commanded): MeterMemory {
  if (commanded.kind !== 'done') expect.fail(commanded.refusal);
  return changedBy(memory, commanded.changes);
}

test.each([
  [{ name: '' }, 'the name'],
  [{ name: 'SEVENTEEN LETTERS' }, 'the name'],
  [{ perDay: units(-1) }, 'by the day'],
  [{ perDay: units(1_000_000_000_001) }, 'by the day'],
  [{ proportion: 10_001 }, 'the share'],
  [{ proportion: 4_001, name: 'OTHER' }, 'more than a whole token'],
  [{ kind: 'fixed' as const }, 'no end'],
  [{ remaining: null }, 'a debt has'],
  [{ remaining: -1 as never }, 'a debt has'],
])('a charge with %j is refused', (changes, fault) => {
  const memory = after(meterWith(0), setCharge(meterWith(0), CHARGE));
  expect(setCharge(memory, { ...CHARGE, ...changes })).toMatchObject({
    refusal: 'charge-invalid',
    detail: expect.stringContaining(fault),
  });
});

test('at most eight charges; one of the same name is replaced and keeps its total', () => {
  let memory = meterWith(0);
  for (let index = 0; index < 8; index++) {
    const charge = { ...CHARGE, name: `DEBT ${index}`, proportion: 1_250 };
    memory = after(memory, setCharge(memory, charge));
  }
  expect(setCharge(memory, { ...CHARGE, proportion: 0 })).toMatchObject({
    refusal: 'charge-invalid',
  });
  const charges = memory.accounting.charges.with(3, {
    ...CHARGE,
    name: 'DEBT 3',
    proportion: 0,
    totalCollected: accountUnits(77),
  });
  const collected = { ...memory, accounting: { ...memory.accounting, charges } };
  const replaced = after(
    collected,
    setCharge(collected, { ...CHARGE, name: 'DEBT 3', proportion: 9 }),
  );
  expect(replaced.accounting.charges).toHaveLength(8);
  expect(replaced.accounting.charges[3]).toMatchObject({ proportion: 9, totalCollected: 77 });
  const left = after(replaced, removeCharge(replaced, 'DEBT 3'));
  expect(left.accounting.charges.map(({ name }) => name)).not.toContain('DEBT 3');
  expect(removeCharge(left, 'DEBT 3')).toEqual({ kind: 'refused', refusal: 'charge-unknown' });
});

test('energy mode has neither charges nor prices, but what is wrong is said first', () => {
  const memory = meterWith(0, { mode: 'energy' });
  expect(setCharge(memory, CHARGE)).toMatchObject({ refusal: 'currency-mode-only' });
  expect(setPrices(memory, [])).toMatchObject({ refusal: 'currency-mode-only' });
  expect(setCharge(memory, { ...CHARGE, name: '' })).toMatchObject({ refusal: 'charge-invalid' });
  expect(setPrices(memory, [entry(1, -1)])).toMatchObject({ refusal: 'prices-invalid' });
});

test('a tariff is kept, and activated by command; totals by rate never fall', () => {
  const memory = consumed(meterWith(10 ** 9, {}, PEAK_TARIFF), 3, NOON).memory;
  expect(activateTariff(memory)).toEqual({ kind: 'refused', refusal: 'no-passive-tariff' });
  const commanded = setPassiveTariff(memory, flatTariff([1]), NOON);
  expect(commanded).toMatchObject({
    events: [{ code: 'tariff-changed', detail: 'passive SINGLE' }],
  });
  const kept = after(memory, commanded);
  expect(kept.accounting.tariff).toBe(PEAK_TARIFF);
  const flat = after(kept, activateTariff(kept));
  expect(flat.accounting).toMatchObject({ passiveTariff: null, measuredByRate: [0, 3] });
  const back = after(flat, setPassiveTariff(flat, PEAK_TARIFF, NOON));
  expect(after(back, activateTariff(back)).accounting.measuredByRate).toEqual([0, 3]);
  const single = consumed(meterWith(10 ** 9), 3, NOON).memory;
  const more = after(single, setPassiveTariff(single, PEAK_TARIFF, NOON));
  expect(after(more, activateTariff(more)).accounting.measuredByRate).toEqual([3, 0]);
});

test('another account begins anew, the same one goes on', () => {
  const memory = consumed(meterWith(500, {}, flatTariff([1_001])), 5, NOON).memory;
  const settings = (changes: object) => ({
    ...memory.settings,
    accounting: { ...accountingSettings(), ...changes },
  });
  const emergency = { limit: units(9), threshold: units(495), needsConfirmation: true };
  const same = accountingUnderSettings(memory, settings({ emergency }));
  expect(same).toMatchObject({ remainder: 5, usedByDay: [5], emergency: { status: 'selectable' } });
  const other = accountingUnderSettings(memory, settings({ mode: 'energy' }));
  expect(other).toMatchObject({ remainder: 0, usedByDay: [], sinceBillingDay: 5 });
});

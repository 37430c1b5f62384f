/** Consumption as a debit: by hand, and its books against an independent reckoning. */
import { accountCredit } from '@wattvend/meter/account.js';
import { rateAt } from '@wattvend/meter/calendar.js';
import { advanceAccounting, untilAccountingChange } from '@wattvend/meter/clock.js';
import { accountForRun } from '@wattvend/meter/consumption-run.js';
import { creditDecision, unitsUntilCutOff } from '@wattvend/meter/cut-off.js';
import type { LoggedEvent } from '@wattvend/meter/event-log.js';
import { isBalanced, type MeterMemory } from '@wattvend/meter/memory.js';
import { instant, milliseconds } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  advanced,
  at,
  changedBy,
  consumed,
  DAY,
  flatTariff,
  HOUR,
  meterWith,
  PEAK_TARIFF,
  units,
} from './invented-account.ts';

const MONDAY = at('2026-07-06T00:00');

test.each([
  // The divisor of each: 1 Wh, 100 dm³ per tenth of a m³, 6 s per tenth of a minute; at a price of 7 per
  // kWh, m³ or hour, 1000 Wh or dm³, or 3600 s.
  ['electricity', 'energy', 999, 999, 0],
  ['water', 'energy', 1999, 19, 99],
  ['gas', 'energy', 100, 1, 0],
  ['time', 'energy', 599, 99, 5],
  // 7 × 1999 = 13 993
  ['electricity', 'currency', 1999, 13, 993],
  ['water', 'currency', 1999, 13, 993],
  // 7 × 1999 = 13 993 = 3 × 3600 + 3193
  ['time', 'currency', 1999, 3, 3193],
] as const)(
  '%s in %s mode: %s units cost %s, %s waits',
  (commodity, mode, measured, debit, rest) => {
    const memory = meterWith(1_000_000, { commodity, mode }, flatTariff([7]));
    const after = consumed(memory, measured, MONDAY).memory;
    expect(accountCredit(after)).toBe(1_000_000 - debit);
    expect(after.accounting).toMatchObject({ remainder: rest, sinceBillingDay: measured });
    expect(after.accounting.usedByDay).toEqual([debit]);
    expect(isBalanced(after)).toBe(true);
    // No other register moved.
    const moved = after.otherRegisters.filter(({ credit }) => credit !== 1_000_000n).length;
    expect(moved + (after.creditRegister === 1_000_000 ? 0 : 1)).toBe(1);
  },
);

test('steps are crossed exactly inside a span', () => {
  const memory = meterWith(10_000_000, {}, flatTariff([1_000, 2_000, 500], [0, 10, 30]));
  // 10 × 1000 + 20 × 2000 + 5 × 500 = 52 500 thousandths = 52 and 500 waiting.
  const after = consumed(memory, 35, MONDAY).memory;
  expect(accountCredit(after)).toBe(10_000_000 - 52);
  expect(after.accounting.remainder).toBe(500);
  // From 9: one at the first price, two at the second: 1000 + 2 × 2000 = 5.
  const nine = consumed(memory, 9, MONDAY).memory;
  expect(accountCredit(consumed(nine, 3, MONDAY).memory)).toBe(10_000_000 - 9 - 5);
});

test('a price of the schedule stands above rates and steps until it is given back', () => {
  const memory = meterWith(10_000_000, {}, flatTariff([1_000, 9_000], [0, 10]));
  const schedule = [
    { from: instant(MONDAY + HOUR), price: 4_000 as never },
    { from: instant(MONDAY + 2 * HOUR), price: null },
  ];
  const accounting = { ...memory.accounting, priceSchedule: schedule };
  const told = advanced({ ...memory, accounting }, MONDAY).memory;
  const debit = (from: number) =>
    10_000_000 - accountCredit(consumed(told, 20, instant(from)).memory);
  expect(debit(MONDAY + HOUR - 1)).toBe(10 + 90);
  expect(debit(MONDAY + HOUR)).toBe(80);
  expect(debit(MONDAY + 2 * HOUR - 1)).toBe(80);
  expect(debit(MONDAY + 2 * HOUR)).toBe(10 + 90);
  expect(untilAccountingChange(told, MONDAY)).toBe(HOUR);
  expect(advanced(told, instant(MONDAY + HOUR)).memory).toBe(told);
  const later = advanced(told, instant(MONDAY + 2 * HOUR)).memory;
  expect(later.accounting.priceSchedule).toEqual([]);
});

test('a span that the clock cuts is a mistake of the caller, as are units without an account', () => {
  const memory = meterWith(1, {}, PEAK_TARIFF);
  expect(() => consumed(memory, 1, MONDAY, 4 * HOUR)).not.toThrow();
  expect(() => consumed(memory, 1, MONDAY, 4 * HOUR + 1)).toThrow(/cut by the clock/);
  expect(() => consumed(memory, 1, MONDAY, -1)).toThrow(RangeError);
  expect(() => consumed({ ...memory, otherRegisters: [] }, 1, MONDAY)).toThrow(/no register/);
});

test('more than a double holds is still reckoned exactly', () => {
  const memory = meterWith(10n ** 20n, {}, flatTariff([99_999_999]));
  // 10^11 × 99 999 999 / 1000 = 9 999 999 900 000 000, above 2^53; a tenth of it is below.
  expect(() => consumed(memory, 10 ** 11, MONDAY)).toThrow(RangeError);
  const after = consumed(memory, 10 ** 10 + 1, MONDAY).memory;
  // (10^10 + 1) × 99 999 999 = 999 999 990 099 999 999
  expect(after.otherRegisters[3]?.credit).toBe(10n ** 20n - 999_999_990_099_999n);
  expect(after.accounting.remainder).toBe(999);
  expect(isBalanced(after)).toBe(true);
});

const anySettings = fc.record({
  mode: fc.constantFrom('energy' as const, 'currency' as const),
  commodity: fc.constantFrom('electricity' as const, 'water' as const, 'time' as const),
  overdraft: fc.constantFrom(0, 0, 700).map(units),
  emergency: fc.option(
    fc.record({
      limit: fc.integer({ min: 0, max: 3_000 }).map(units),
      threshold: fc.integer({ min: -2_000, max: 3_000 }).map(units),
      needsConfirmation: fc.boolean(),
    }),
  ),
  friendly: fc.option(
    fc.constant({
      windows: [{ weekdays: [0, 2, 5], fromMinute: 1290, untilMinute: 315 }],
      onSpecialDays: false,
    }),
  ),
  creditLow: fc.constantFrom([], [units(3_000), units(500)]),
  collectsBelowZero: fc.boolean(),
  billingDay: fc.constantFrom(1, 8),
});

const anyMeter = fc
  .record({
    settings: anySettings,
    credit: fc.oneof(fc.integer({ min: 0, max: 9_000 }), fc.integer({ min: 0, max: 400_000 })),
    perDay: fc.constantFrom(0, 0, 150),
    tariff: fc.constantFrom(
      PEAK_TARIFF,
      flatTariff([100_000, 0, 999_983], [0, 2_000, 4_000]),
      flatTariff([33_333]),
    ),
    prices: fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 4 }),
    passiveAfter: fc.option(fc.integer({ min: 1, max: 200 })),
  })
  .map(({ credit, passiveAfter, perDay, prices, settings, tariff }): MeterMemory => {
    const memory = meterWith(credit, settings, tariff);
    const begin = { name: 'DAILY', kind: 'fixed', perDay: units(perDay), proportion: 0 } as const;
    const accounting = {
      ...memory.accounting,
      charges: perDay === 0 ? [] : [{ ...begin, remaining: null, totalCollected: units(0) }],
      priceSchedule: prices
        .toSorted((left, right) => left - right)
        .map((after, index) => ({
          from: instant(MONDAY + after * 1_234_567),
          price: (index % 2 === 1 ? null : 77_777) as never,
        })),
      passiveTariff:
        passiveAfter === null
          ? null
          : { tariff: flatTariff([55_555]), activateAt: instant(MONDAY + passiveAfter * 999_983) },
    };
    return advanced({ ...memory, accounting }, MONDAY).memory;
  });

interface Fed {
  readonly memory: MeterMemory;
  readonly events: readonly LoggedEvent[];
  readonly supplied: number;
  readonly lasted: number;
}

/** The intervals one by one through the functions a meter uses, cut at random besides. */
function fed(from: MeterMemory, run: readonly number[], o: { interval: number; cut: number }): Fed {
  let { memory } = { memory: from };
  const events: LoggedEvent[] = [];
  let supplied = 0;
  let lasted = 0;
  const step = (now: number): void => {
    const booked = advanceAccounting(memory, instant(now));
    if (booked === null) return;
    memory = changedBy(memory, booked.changes);
    events.push(...booked.events);
  };
  for (const [index, whole] of run.entries()) {
    const begin = MONDAY + index * o.interval;
    const flowed = (x: number) => Math.floor((whole * x) / o.interval);
    let x = 0;
    while (x < o.interval) {
      const now = instant(begin + x);
      step(now);
      const next = Math.min(o.interval, x + (untilAccountingChange(memory, now) ?? 0), x + o.cut);
      if (creditDecision(memory, now) === 'exhausted') {
        x = next;
        continue;
      }
      const limit = unitsUntilCutOff(memory, now) ?? Number.POSITIVE_INFINITY;
      let end = next;
      if (flowed(next) - flowed(x) >= limit) {
        end = Math.ceil(((flowed(x) + limit) * o.interval) / whole);
      }
      if (!(end > x)) expect.fail('no time passes');
      const measured = flowed(end) - flowed(x);
      const told = consumed(memory, measured, now, end - x);
      memory = told.memory;
      events.push(...told.events);
      supplied += measured;
      lasted += end - x;
      x = end;
    }
  }
  step(MONDAY + run.length * o.interval);
  return { memory, events, supplied, lasted };
}

test('a run says to the unit what its intervals say one by one, however they are cut', () => {
  let exhausted = 0;
  fc.assert(
    fc.property(
      anyMeter,
      fc.array(fc.constantFrom(0, 1, 7, 300, 1_500), { maxLength: 90 }),
      fc.constantFrom(HOUR, 1_800_000, 5_000_011),
      fc.constantFrom(DAY, 700_001),
      (memory, run, interval, cut) => {
        const ran = accountForRun(memory, {
          from: MONDAY,
          interval: milliseconds(interval),
          units: run,
        });
        const one = fed(memory, run, { interval, cut });
        const after = changedBy(memory, ran.changes);
        expect(after.accounting).toEqual(one.memory.accounting);
        expect(after.creditRegister).toBe(one.memory.creditRegister);
        expect(after.otherRegisters).toEqual(one.memory.otherRegisters);
        expect(ran.events).toEqual(one.events);
        expect([ran.supplied, ran.lasted]).toEqual([one.supplied, one.lasted]);
        expect(isBalanced(after)).toBe(true);
        if (ran.events.some(({ code }) => code === 'credit-exhausted')) exhausted += 1;
      },
    ),
    { numRuns: 600 },
  );
  expect(exhausted).toBeGreaterThan(50);
}, 60_000);

test('the books of money: what was debited and what waits is the exact price of what was used', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 60 }), (run) => {
      let memory = advanced(meterWith(10 ** 9, {}, PEAK_TARIFF), MONDAY).memory;
      let exact = 0n;
      let measured = 0;
      for (const [hour, used] of run.entries()) {
        const now = instant(MONDAY + hour * HOUR);
        const rate = PEAK_TARIFF.rates[rateAt(PEAK_TARIFF, now)];
        for (let unit = 0; unit < used; unit++) {
          exact += BigInt(rate?.prices[measured + unit < 5_000 ? 0 : 1] ?? 0);
        }
        measured += used;
        memory = consumed(advanced(memory, now).memory, used, now, HOUR).memory;
      }
      const debit = BigInt(10 ** 9 - accountCredit(memory));
      expect(debit * 1_000n + BigInt(memory.accounting.remainder)).toBe(exact);
      expect(memory.accounting.remainder).toBeLessThan(1_000);
      const byRate = memory.accounting.measuredByRate.reduce((sum, each) => sum + each, 0);
      expect([byRate, memory.accounting.sinceBillingDay]).toEqual([measured, measured]);
    }),
    { numRuns: 50 },
  );
}, 60_000);

test('with the units until the cut-off the decision changes, with one fewer it does not', () => {
  fc.assert(
    fc.property(anyMeter, fc.integer({ min: 0, max: 3_000 }), (memory, used) => {
      const before = consumed(memory, used, MONDAY).memory;
      const decision = creditDecision(before, MONDAY);
      const limit = unitsUntilCutOff(before, MONDAY);
      if (decision !== 'credit' && decision !== 'emergency') {
        expect(limit).toBeNull();
        return;
      }
      if (limit === null) expect.fail('every tariff here ends in a price');
      expect(limit).toBeGreaterThan(0);
      expect(creditDecision(consumed(before, limit - 1, MONDAY).memory, MONDAY)).toBe(decision);
      expect(creditDecision(consumed(before, limit, MONDAY).memory, MONDAY)).not.toBe(decision);
    }),
    { numRuns: 1_000 },
  );
}, 60_000);

test('what is free never comes to an end', () => {
  expect(unitsUntilCutOff(meterWith(5, {}, flatTariff([0])), MONDAY)).toBeNull();
  const steps = meterWith(5, {}, flatTariff([1_000, 0], [0, 3]));
  expect(unitsUntilCutOff(steps, MONDAY)).toBeNull();
  expect(unitsUntilCutOff(meterWith(3, {}, steps.accounting.tariff), MONDAY)).toBe(3);
});

test('a run that ends on a level exactly has come to it', () => {
  const memory = meterWith(900, { mode: 'energy', creditLow: [units(301)] });
  const codes = (hours: number) =>
    accountForRun(memory, {
      from: MONDAY,
      interval: milliseconds(HOUR),
      units: Array.from({ length: hours }, () => 300),
    }).events.map(({ code }) => code);
  expect([1, 2, 3].map(codes)).toEqual([[], ['credit-low'], ['credit-low', 'credit-exhausted']]);
});

test('life-line ends a run, because what flows then is not the account’s to know', () => {
  const memory = meterWith(1_500, { mode: 'energy', lifeline: 500 as never });
  const ran = accountForRun(memory, {
    from: MONDAY,
    interval: milliseconds(HOUR),
    units: [1_000, 1_000, 1_000],
  });
  expect(ran).toMatchObject({ supplied: 1_500, lasted: 1.5 * HOUR, until: MONDAY + 1.5 * HOUR });
  expect(creditDecision(changedBy(memory, ran.changes), ran.until)).toBe('lifeline');
});

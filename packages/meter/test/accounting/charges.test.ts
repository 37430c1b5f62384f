/** Days, billing periods and charges: what the clock does, also while nobody watches. */
import { accountCredit } from '@wattvend/meter/account.js';
import type { MeterCharge } from '@wattvend/meter/accounting-state.js';
import { MIDNIGHTS_COLLECTED_MAX } from '@wattvend/meter/clock.js';
import { daysLeft } from '@wattvend/meter/credit-levels.js';
import { isBalanced, type MeterMemory } from '@wattvend/meter/memory.js';
import type { AccountingSettings } from '@wattvend/meter/settings.js';
import { instant } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  advanced,
  at,
  consumed,
  DAY,
  flatTariff,
  HOUR,
  meterWith,
  PEAK_TARIFF,
  units,
} from './invented-account.ts';

const NOON = at('2026-07-06T12:00');

function charge(changes: Partial<MeterCharge> = {}): MeterCharge {
  const amounts = { perDay: units(100), proportion: 0, totalCollected: units(0) };
  return { name: 'DAILY', kind: 'fixed', remaining: null, ...amounts, ...changes };
}

function charged(
  credit: number,
  charges: readonly MeterCharge[],
  settings: Partial<AccountingSettings> = {},
): MeterMemory {
  const memory = meterWith(credit, settings);
  const told = advanced({ ...memory, accounting: { ...memory.accounting, charges } }, NOON);
  expect(told.events).toEqual([]);
  return told.memory;
}

test('a charge is collected at midnight, not before, and not twice', () => {
  const memory = charged(1_000, [charge()]);
  expect(advanced(memory, at('2026-07-06T23:59:59.999')).memory).toBe(memory);
  const one = advanced(memory, at('2026-07-07T00:00'));
  expect(accountCredit(one.memory)).toBe(900);
  expect(one.events).toEqual([{ code: 'charge-collected', detail: 'DAILY 100' }]);
  expect(one.memory.accounting.charges[0]?.totalCollected).toBe(100);
  expect(one.memory.accounting.usedByDay).toEqual([100, 0]);
  expect(advanced(one.memory, at('2026-07-07T12:00')).memory).toBe(one.memory);
  expect(isBalanced(one.memory)).toBe(true);
});

test('midnights that passed without power are made up for, and belong to their days', () => {
  const used = consumed(charged(10_000, [charge()], {}), 0, NOON).memory;
  const told = advanced(used, at('2026-07-09T01:00'));
  expect(accountCredit(told.memory)).toBe(9_700);
  expect(told.memory.accounting.usedByDay).toEqual([100, 100, 100, 0]);
  expect(told.events).toEqual([{ code: 'charge-collected', detail: 'DAILY 300' }]);
});

test('a clock that is set back collects no day again', () => {
  const later = advanced(charged(10_000, [charge()]), at('2026-07-16T01:00')).memory;
  expect(accountCredit(later)).toBe(9_000);
  for (const back of ['2026-07-15T00:00', '2026-07-01T00:00', '1970-01-02T00:00']) {
    expect(advanced(later, at(back)).memory).toBe(later);
  }
  expect(accountCredit(advanced(later, at('2026-07-17T00:00')).memory)).toBe(8_900);
});

test('under any jumps of the clock each day is collected once, up to the latest the clock showed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -200 * 24, max: 360 * 24 }), { maxLength: 12 }),
      (hours) => {
        let memory = charged(10 ** 9, [charge()]);
        let latest = 0;
        for (const hour of hours) {
          latest = Math.max(latest, Math.floor((hour + 12) / 24));
          memory = advanced(memory, instant(NOON + hour * HOUR)).memory;
          expect(accountCredit(memory)).toBe(10 ** 9 - 100 * latest);
        }
        expect(isBalanced(memory)).toBe(true);
      },
    ),
  );
});

test('a meter that lay in a store for years owes one year', () => {
  const told = advanced(charged(10 ** 9, [charge()]), instant(NOON + 3_000 * DAY)).memory;
  expect(accountCredit(told)).toBe(10 ** 9 - 100 * MIDNIGHTS_COLLECTED_MAX);
  expect(told.accounting.usedByDay).toHaveLength(8);
  expect(advanced(told, instant(NOON + 3_000 * DAY)).memory).toBe(told);
});

test('it does not matter in how many advances time passes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5_000 }),
      fc.boolean(),
      fc.uniqueArray(fc.integer({ min: 1, max: 800 }), { minLength: 1, maxLength: 20 }),
      (credit, collectsBelowZero, given) => {
        const charges = [
          charge({ perDay: units(170) }),
          charge({ name: 'DEBT', kind: 'debt', remaining: units(999) }),
        ];
        const emergency = { limit: units(50), threshold: units(400), needsConfirmation: true };
        const memory = charged(credit, charges, { collectsBelowZero, emergency });
        const hours = given.toSorted((left, right) => left - right);
        let steps = memory;
        for (const hour of hours) steps = advanced(steps, instant(NOON + hour * HOUR)).memory;
        const once = advanced(memory, instant(NOON + (hours.at(-1) ?? 0) * HOUR)).memory;
        expect(steps.accounting).toEqual(once.accounting);
        expect(steps.otherRegisters).toEqual(once.otherRegisters);
      },
    ),
  );
});

test('a debt ends when it is paid', () => {
  const memory = charged(1_000, [charge({ kind: 'debt', remaining: units(250) })]);
  const told = advanced(memory, instant(NOON + 5 * DAY)).memory;
  expect(accountCredit(told)).toBe(750);
  expect(told.accounting.charges[0]).toMatchObject({ remaining: 0, totalCollected: 250 });
  expect(told.accounting.usedByDay).toEqual([0, 0, 50, 100, 100, 0]);
});

test.each([
  // The first charge takes its whole, the second what is left; a debt keeps the rest.
  [false, 0, 150, 0, 950],
  [true, 0, 150, -50, 900],
  [false, 30, 150, -30, 920],
  [false, 0, -20, -20, 1_000],
  [true, 0, -20, -220, 900],
])('below zero %s, overdraft %s: from %s to %s, a debt of %s remains', (...row) => {
  const [collectsBelowZero, overdraft, credit, after, remaining] = row;
  const debt = charge({ name: 'DEBT', kind: 'debt', remaining: units(1_000) });
  const settings = { collectsBelowZero, overdraft: units(overdraft) };
  const told = advanced(charged(credit, [charge(), debt], settings), at('2026-07-07T00:00'));
  expect(accountCredit(told.memory)).toBe(after);
  expect(told.memory.accounting.charges[1]?.remaining).toBe(remaining);
});

test('neither energy mode nor a decommissioned meter collects anything', () => {
  const energy = charged(1_000, [charge()], { mode: 'energy' });
  expect(accountCredit(advanced(energy, instant(NOON + DAY)).memory)).toBe(1_000);
  const memory = charged(1_000, [charge()]);
  const idle = { ...memory, supply: { ...memory.supply, isCommissioned: false } };
  const told = advanced(idle, instant(NOON + DAY)).memory;
  expect(accountCredit(told)).toBe(1_000);
  // The days it was idle are not collected later either.
  const again = { ...told, supply: memory.supply };
  expect(accountCredit(advanced(again, instant(NOON + 2 * DAY)).memory)).toBe(900);
});

test('charges that use the account up say so', () => {
  const settings = { creditLow: [units(500), units(50)] };
  const told = advanced(charged(510, [charge()], settings), instant(NOON + 20 * DAY));
  expect(told.events.map(({ code, detail }) => `${code} ${detail}`)).toEqual([
    'charge-collected DAILY 510',
    'credit-low 1',
    'credit-low 2',
    'credit-exhausted undefined',
  ]);
});

test('steps begin anew on the billing day, by local time, and not when the clock is set back', () => {
  const tariff = { ...flatTariff([1_000]), utcOffsetMinutes: 60 };
  const begin = at('2026-07-14T12:00');
  let memory = advanced(meterWith(1_000, { billingDay: 15 }, tariff), begin).memory;
  memory = consumed(memory, 7, begin).memory;
  const since = (text: string) => advanced(memory, at(text)).memory.accounting.sinceBillingDay;
  expect(since('2026-07-14T22:59:59.999')).toBe(7);
  expect(since('2026-07-14T23:00')).toBe(0);
  expect(since('2026-06-01T00:00')).toBe(7);
  memory = advanced(memory, at('2026-07-15T00:00')).memory;
  memory = consumed(memory, 5, at('2026-07-15T00:00')).memory;
  expect(since('2026-07-14T00:00')).toBe(5);
  expect(since('2026-08-14T00:00')).toBe(5);
  expect(since('2027-01-01T00:00')).toBe(0);
});

test('a billing day that is moved to later in the month does not begin the steps anew twice', () => {
  const begin = at('2026-07-10T12:00');
  const memory = advanced(meterWith(1_000, { billingDay: 5 }, flatTariff([1_000])), begin).memory;
  const used = consumed(memory, 7, begin).memory;
  const accounting = { ...used.settings.accounting, billingDay: 20 };
  const moved = { ...used, settings: { ...used.settings, accounting } };
  // By the new day the period is that of June, which is over.
  const next = advanced(moved, at('2026-07-11T00:00')).memory;
  expect(next.accounting.sinceBillingDay).toBe(7);
  expect(advanced(next, at('2026-07-20T00:00')).memory.accounting.sinceBillingDay).toBe(7);
  expect(advanced(next, at('2026-08-20T00:00')).memory.accounting.sinceBillingDay).toBe(0);
});

test('a passive tariff that fell due without power holds, and no total is lost', () => {
  const memory = consumed(advanced(meterWith(10 ** 6, {}, PEAK_TARIFF), NOON).memory, 40, NOON);
  const passiveTariff = { tariff: flatTariff([5_000]), activateAt: at('2026-07-08T05:00') };
  const waiting = {
    ...memory.memory,
    accounting: { ...memory.memory.accounting, passiveTariff },
  };
  expect(advanced(waiting, at('2026-07-08T04:59:59.999')).memory.accounting.tariff.name).toBe(
    'PEAK',
  );
  const told = advanced(waiting, at('2026-08-20T00:00'));
  expect(told.events).toEqual([{ code: 'tariff-changed', detail: 'SINGLE' }]);
  expect(told.memory.accounting).toMatchObject({ passiveTariff: null, measuredByRate: [0, 40] });
  expect(consumed(told.memory, 1, at('2026-08-20T00:00')).memory.accounting.measuredByRate).toEqual(
    [1, 40],
  );
});

test.each([
  // 600 units in 3 complete days are 200 a day; 1000 / 200 = 5, 999 / 200 = 4.
  [1_000, [50, 100, 200, 300], 5],
  [999, [50, 100, 200, 300], 4],
  [0, [50, 100], 0],
  [-5, [0, 0], 0],
  [0, [0, 0], 0],
  [7, [50], 9999],
  [7, [50, 0, 0], 9999],
  [10 ** 9, [0, 1], 9999],
])('an account of %s with %j lasts %s days', (credit, used, expected) => {
  const memory = meterWith(credit);
  const usedByDay = used.map(units);
  expect(daysLeft({ ...memory, accounting: { ...memory.accounting, usedByDay } })).toBe(expected);
});

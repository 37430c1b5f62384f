/** Units for nothing: when they are due, how many, to whom, and what they count for. */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { localDate } from '@wattvend/tariff/calendar.js';
import { type QuoteContext, quoteFreeUnits, quotePurchase } from '@wattvend/tariff/quote.js';
import type { FreeUnits } from '@wattvend/tariff/tariff.js';
import { expect, test } from 'vitest';
import {
  context,
  energyOf,
  flat,
  freeUnits,
  money,
  quoted,
  refusalOf,
  steps,
  tariff,
} from './sample-tariff.ts';

function claim(units: Partial<FreeUnits>, more: Partial<QuoteContext> = {}) {
  return quoteFreeUnits(context(tariff(flat('100'), { free: [freeUnits(units)] }), more));
}

function buy(units: Partial<FreeUnits>, more: Partial<QuoteContext> = {}) {
  const of = tariff(steps([0, '100'], [500, '200']), { free: [freeUnits(units)] });
  const order = { ...context(of, more), claimFree: true, tendered: money(1000) };
  return quoted(quotePurchase(order));
}

test('fifty units of the month are given once', () => {
  const first = quoted(claim({}));
  expect(first).toMatchObject({
    tendered: 0n,
    credit: { kind: 'energy', energy: 0 },
    free: [{ id: 'basic', energy: 500, periods: 1 }],
    lines: [{ kind: 'free', id: 'basic', account: null, money: 0n, energy: 500 }],
  });
  expect(first.state).toMatchObject({
    claimedThrough: { basic: { period: 202_611, taken: 1 } },
    freeEnergyThisMonth: 500,
    energyThisMonth: 0,
  });
  expect(refusalOf(claim({}, { state: first.state }))).toEqual({
    ...{ code: 'free_units_not_due', from: localDate(2026, 12, 1) },
  });
  const december = { state: first.state, at: localDate(2026, 12, 1) };
  expect(quoted(claim({}, december)).free).toMatchObject([{ energy: 500, periods: 1 }]);
});

test.each([
  // stack, customer since, months, tenths: no more than are kept, none from before the agreement
  [1, localDate(2026, 1, 1), 1, 500],
  [3, localDate(2026, 1, 1), 3, 1500],
  [12, localDate(2026, 10, 31), 2, 1000],
])('with a stack of %i and since %o, %i months are due', (stackMax, since, periods, energy) => {
  expect(quoted(claim({ stackMax }, { since })).free).toMatchObject([{ periods, energy }]);
});

test('units by the day', () => {
  const daily = { per: 'day', energy: tenthKwh(10), stackMax: 7 } as const;
  const week = quoted(claim(daily));
  expect(week.free).toMatchObject([{ energy: 70, periods: 7 }]);
  expect(week.state.claimedThrough).toEqual({ basic: { period: 20_261_114, taken: 7 } });
  const later = { state: week.state, at: localDate(2026, 11, 16) };
  expect(quoted(claim(daily, later)).free).toMatchObject([{ energy: 20, periods: 2 }]);
});

test.each([
  ['before it', 4, localDate(2026, 11, 5)],
  ['on its last day', 10, null],
  ['after it', 11, localDate(2026, 12, 5)],
])('a window of the 5th to the 10th, %s', (_, day, from) => {
  const answer = claim({ window: { fromDay: 5, toDay: 10 } }, { at: localDate(2026, 11, day) });
  if (from === null) expect(quoted(answer).free).toHaveLength(1);
  else expect(refusalOf(answer)).toEqual({ code: 'free_units_not_due', from });
});

test('nothing is due before the agreement begins', () => {
  expect(refusalOf(claim({}, { since: localDate(2026, 11, 20) }))).toEqual({
    ...{ code: 'free_units_not_due', from: localDate(2026, 11, 20) },
  });
});

test('units for those who are listed are for nobody else', () => {
  const listed = { entitled: 'listed' } as const;
  expect(refusalOf(claim(listed))).toEqual({ code: 'free_units_not_due', from: null });
  expect(quoted(claim(listed, { entitlements: ['basic'] })).free).toHaveLength(1);
});

test.each([
  ['alone', 1, 0],
  ['with-purchase', 0, 1],
  ['either', 1, 1],
] as const)('units claimed %s', (kind, alone, withPurchase) => {
  const answer = claim({ claim: kind });
  expect(answer.kind === 'quote' ? answer.quote.free.length : 0).toBe(alone);
  expect(buy({ claim: kind }).free).toHaveLength(withPurchase);
});

test('a purchase that does not claim them leaves them due', () => {
  const of = tariff(flat('100'), { free: [freeUnits()] });
  const quote = quoted(quotePurchase({ ...context(of), tendered: money(1000) }));
  expect([quote.free, quote.state.claimedThrough]).toEqual([[], {}]);
});

test('units that count take up the first step, and those that do not leave it', () => {
  // 10.00 buys 10 kWh in the first step or 5 in the second; the free ones come on top.
  const beside = buy({ countsForSteps: false });
  expect([energyOf(beside), beside.state.energyThisMonth]).toEqual([100, 100]);
  const counted = buy({ countsForSteps: true });
  expect([energyOf(counted), counted.state.energyThisMonth]).toEqual([50, 550]);
  expect(counted.lines).toMatchObject([
    { kind: 'energy', step: 1, energy: 50 },
    { kind: 'free', energy: 500, money: 0n },
  ]);
});

test('what one token cannot carry stays due', () => {
  const units = { energy: tenthKwh(500), stackMax: 12 };
  const small = { energyMost: tenthKwh(1100) };
  const first = quoted(claim(units, small));
  expect(first.free).toMatchObject([{ energy: 1000, periods: 2 }]);
  const second = quoted(claim(units, { ...small, state: first.state }));
  expect(second.free).toMatchObject([{ energy: 1000, periods: 2 }]);
  expect(second.state.claimedThrough).toMatchObject({ basic: { period: 202_604 } });
});

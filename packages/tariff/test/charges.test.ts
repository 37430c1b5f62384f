import { tenthKwh } from '@wattvend/quantities/energy.js';
import { day, localDate, month } from '@wattvend/tariff/calendar.js';
import { NO_PURCHASES } from '@wattvend/tariff/purchase-state.js';
import { type QuoteContext, quotePurchase } from '@wattvend/tariff/quote.js';
import { basisPoints, type FixedCharge } from '@wattvend/tariff/tariff.js';
import { expect, test } from 'vitest';
import {
  context,
  debt,
  energyOf,
  flat,
  money,
  monthly,
  quoted,
  rate,
  refusalOf,
  tariff,
  vat,
} from './sample-tariff.ts';

function buy(charge: FixedCharge, tendered: number, more: Partial<QuoteContext> = {}) {
  const of = tariff(flat('100'), { fixed: [charge] });
  return quotePurchase({ ...context(of, more), tendered: money(tendered) });
}

test('a fixed charge of 100 with 15 % takes 115', () => {
  const of = tariff(flat('100'), {
    fixed: [monthly(10_000)],
    rates: [vat(15, ['energy', 'standing'])],
  });
  const quote = quoted(quotePurchase({ ...context(of), tendered: money(23_000) }));
  expect(energyOf(quote)).toBe(1000);
  expect(quote.lines).toMatchObject([
    { kind: 'fixed', money: 10_000n, from: 202_611, to: 202_611, count: 1, isPart: false },
    { kind: 'energy', money: 10_000n },
    { kind: 'rate', money: 3000n, base: 20_000n },
  ]);
});

test('skipped months are caught up, as many as the charge allows, and then not again', () => {
  const charge = monthly(1000, { catchUpMax: 3 });
  const first = quoted(buy(charge, 10_000));
  expect(first.lines[0]).toMatchObject({ money: 3000n, from: 202_609, to: 202_611, count: 3 });
  expect(first.state.chargedThrough).toEqual({ standing: 202_611 });
  const again = quoted(buy(charge, 10_000, { state: first.state }));
  expect(again.lines.map((line) => line.kind)).toEqual(['energy']);
  const december = quoted(buy(charge, 10_000, { state: first.state, at: localDate(2026, 12, 24) }));
  expect(december.lines[0]).toMatchObject({ money: 1000n, from: 202_612, to: 202_612, count: 1 });
});

test.each([
  // The agreement begins on the 11th: 20 of 30 days.
  ['whole', localDate(2026, 11, 11), null, 1000n],
  ['pro-rata', localDate(2026, 11, 11), null, 667n],
  ['none', localDate(2026, 11, 11), null, null],
  // October and November; and the charge began on 16 October: 16 of 31 days are 516.13.
  ['whole', localDate(2026, 10, 11), null, 2000n],
  ['pro-rata', localDate(2026, 1, 1), localDate(2026, 10, 16), 1516n],
  ['none', localDate(2026, 1, 1), localDate(2026, 10, 16), 1000n],
  // Nothing is owed for an agreement, or of a charge, that has not begun.
  ['whole', localDate(2026, 12, 1), null, null],
  ['whole', localDate(2026, 11, 15), null, null],
  ['pro-rata', localDate(2026, 1, 1), localDate(2026, 11, 15), null],
  ['whole', localDate(2026, 1, 1), localDate(2026, 12, 1), null],
] as const)('first period %s, since %o, from %o', (firstPeriod, since, from, taken) => {
  const charge = monthly(1000, { catchUpMax: 12, firstPeriod, from });
  const quote = quoted(buy(charge, 10_000, { since }));
  const line = quote.lines.find((one) => one.kind === 'fixed');
  expect(line?.money ?? null).toBe(taken);
});

test('half a minor unit of a part of a month is rounded up', () => {
  // 15 of 30 days of 10.01 are 5.005.
  const charge = monthly(1001, { firstPeriod: 'pro-rata' });
  const november = { at: localDate(2026, 11, 20), since: localDate(2026, 11, 16) };
  expect(quoted(buy(charge, 10_000, november)).lines[0]).toMatchObject({ money: 501n });
});

test('a month that is not the first owed is not cut, even if the first was', () => {
  const charge = monthly(1000, { catchUpMax: 1, firstPeriod: 'pro-rata' });
  expect(quoted(buy(charge, 10_000, { since: localDate(2026, 10, 16) })).lines[0]).toMatchObject({
    money: 1000n,
    from: 202_611,
  });
});

test('a charge by the day is owed for the days since the last one paid', () => {
  const charge = monthly(10, { per: 'day', catchUpMax: 400 });
  const state = { ...NO_PURCHASES, chargedThrough: { standing: day(20_261_110) } };
  expect(quoted(buy(charge, 1000, { state })).lines[0]).toMatchObject({
    money: 40n,
    from: 20_261_111,
    to: 20_261_114,
    count: 4,
  });
  // A charge that was by the month until October: its days end with the month.
  const monthState = { ...NO_PURCHASES, chargedThrough: { standing: month(202_610) } };
  expect(quoted(buy(charge, 1000, { state: monthState })).lines[0]).toMatchObject({
    money: 140n,
    from: 20_261_101,
  });
  // And one that was by the day and is now by the month is paid for this month.
  const lines = quoted(buy(monthly(10), 1000, { state })).lines;
  expect(lines.map((line) => line.kind)).toEqual(['energy']);
});

const inParts = monthly(1000, {
  catchUpMax: 3,
  ifTooSmall: { kind: 'take-part', partShare: rate(50) },
});

test('a part of a small tender is taken, and the rest stays owed', () => {
  // Half of 2000 pays September; half of 3000 pays September and half of October.
  const september = quoted(buy(inParts, 2000));
  expect(september.lines[0]).toMatchObject({
    ...{ money: 1000n, from: 202_609, to: 202_609, count: 1, isPart: false },
  });
  expect(september.state.chargedThrough).toEqual({ standing: 202_609 });
  expect(september.state.partPaid).toEqual({});
  const more = quoted(buy(inParts, 3000));
  expect(more.lines[0]).toMatchObject({
    ...{ money: 1500n, from: 202_609, to: 202_610, count: 2, isPart: true },
  });
  expect(more.state.partPaid).toEqual({ standing: 500n });
  expect(energyOf(more)).toBe(150);
  const rest = quoted(buy(inParts, 10_000, { state: more.state }));
  expect(rest.lines[0]).toMatchObject({
    ...{ money: 1500n, from: 202_610, to: 202_611, count: 2, isPart: false },
  });
  expect(rest.state.chargedThrough).toEqual({ standing: 202_611 });
  expect(rest.state.partPaid).toEqual({});
});

test('less than one period is a part of it', () => {
  const little = quoted(buy(inParts, 100));
  expect(little.lines[0]).toMatchObject({ money: 50n, from: 202_609, count: 1, isPart: true });
  expect(little.state.chargedThrough).toEqual({});
  expect(little.state.partPaid).toEqual({ standing: 50n });
});

test('the part of a tender includes the rates on the charge', () => {
  const of = tariff(flat('100'), { fixed: [inParts], rates: [vat(15, ['standing'])] });
  const quote = quoted(quotePurchase({ ...context(of), tendered: money(2300) }));
  // Half of 2300 is 1150: 1000 and 15 % of it.
  expect(quote.lines).toMatchObject([
    { id: 'standing', money: 1000n },
    { id: 'energy', money: 1150n },
    { id: 'vat', money: 150n },
  ]);
});

test('without parts a tender that does not cover the charge is refused with what would', () => {
  // 1000 and a tenth of a kWh, which is 10.
  expect(refusalOf(buy(monthly(1000), 1000))).toEqual({
    code: 'charges_exceed_purchase',
    least: 1010n,
  });
  expect(energyOf(quoted(buy(monthly(1000), 1010)))).toBe(1);
});

const owing = (...debts: QuoteContext['debts']) => ({
  ...context(tariff(flat('100'))),
  debts,
});

test.each([
  ['half of the tender', debt(100_000), 5000, 2500n, 97_500n],
  ['no more than is owed', debt(1000), 5000, 1000n, 0n],
  ['at least the least', debt(100_000, { least: money(3000) }), 5000, 3000n, 97_000n],
  ['the balance, if below the least', debt(2800, { least: money(3000) }), 5000, 2800n, 0n],
  [
    'a fixed sum',
    debt(100_000, { recovery: { kind: 'fixed', money: money(700), per: 'purchase' } }),
    ...([5000, 700n, 99_300n] as const),
  ],
  ['the whole', debt(1200, { recovery: { kind: 'whole' } }), 5000, 1200n, 0n],
] as const)('of a debt is taken %s', (_, one, tendered, taken, balanceAfter) => {
  const quote = quoted(quotePurchase({ ...owing(one), tendered: money(tendered) }));
  expect(quote.lines[0]).toMatchObject({ kind: 'debt', id: 'd1', money: taken, balanceAfter });
  expect(energyOf(quote)).toBe((tendered - Number(taken)) / 10);
  expect(quote.state.debtPaidThisMonth).toEqual({ d1: taken });
});

test('a fixed sum by the month is taken once a month', () => {
  const one = debt(100_000, { recovery: { kind: 'fixed', money: money(700), per: 'month' } });
  const first = quoted(quotePurchase({ ...owing(one), tendered: money(5000) }));
  const paid = { ...owing(one), state: first.state, tendered: money(5000) };
  expect(quoted(quotePurchase(paid)).lines.map((line) => line.kind)).toEqual(['energy']);
  const december = quoted(quotePurchase({ ...paid, at: localDate(2026, 12, 1) }));
  expect(december.lines[0]).toMatchObject({ kind: 'debt', money: 700n });
});

test('a debt that is called like a component is not taxed like one', () => {
  const of = tariff(flat('100'), { rates: [vat(10)] });
  const order = { ...context(of), debts: [debt(100_000, { debtId: 'energy' })] };
  // Half of 2200 is the debt's; of the other 1100 a part is the tax on 1000.
  expect(quoted(quotePurchase({ ...order, tendered: money(2200) })).lines).toMatchObject([
    { kind: 'debt', money: 1100n },
    { kind: 'energy', money: 1000n },
    { kind: 'rate', money: 100n, base: 1000n },
  ]);
});

test('debts are paid in their order, up to the share of the tender that the utility allows', () => {
  const share = { kind: 'share', share: basisPoints(4000) } as const;
  const late = debt(100_000, { debtId: 'late', priority: 2, recovery: share });
  const early = debt(100_000, { debtId: 'early', priority: 1, recovery: share });
  const whole = debt(100, { debtId: 'whole', priority: 3, recovery: { kind: 'whole' } });
  const capped = { ...owing(late, early, whole), mostDebtShare: basisPoints(5000) };
  const quote = quoted(quotePurchase({ ...capped, tendered: money(10_000) }));
  // 4000, then the 1000 left of the half; the whole one stands outside of the share.
  expect(quote.lines.slice(0, 3)).toMatchObject([
    { id: 'early', money: 4000n },
    { id: 'late', money: 1000n },
    { id: 'whole', money: 100n },
  ]);
});

test('the least of each debt is set aside before the others take more', () => {
  const share = { kind: 'share', share: basisPoints(4000) } as const;
  const late = debt(100_000, { debtId: 'late', priority: 2, recovery: share, least: money(2000) });
  const early = debt(100_000, { debtId: 'early', priority: 1, recovery: share });
  const capped = { ...owing(late, early), mostDebtShare: basisPoints(5000) };
  const quote = quoted(quotePurchase({ ...capped, tendered: money(10_000) }));
  expect(quote.lines.slice(0, 2)).toMatchObject([
    { id: 'early', money: 3000n },
    { id: 'late', money: 2000n },
  ]);
  // Half of 3999 does not hold the least of 2000.
  expect(refusalOf(quotePurchase({ ...capped, tendered: money(3999) }))).toEqual({
    code: 'debt_exceeds_purchase',
    least: 4000n,
  });
});

test('a debt larger than the purchase is refused with what would be enough', () => {
  const whole = owing(debt(8000, { recovery: { kind: 'whole' } }));
  expect(refusalOf(quotePurchase({ ...whole, tendered: money(8000) }))).toEqual({
    code: 'debt_exceeds_purchase',
    least: 8010n,
  });
  const all = owing(debt(8000, { recovery: { kind: 'share', share: basisPoints(10_000) } }));
  expect(refusalOf(quotePurchase({ ...all, tendered: money(5000) }))).toMatchObject({
    code: 'debt_exceeds_purchase',
    least: 8010n,
  });
});

test('a debt that is paid is no line', () => {
  const quote = quoted(quotePurchase({ ...owing(debt(0)), tendered: money(1000) }));
  expect(quote.lines.map((line) => line.kind)).toEqual(['energy']);
  expect(quote.state.energyThisMonth).toBe(tenthKwh(100));
});

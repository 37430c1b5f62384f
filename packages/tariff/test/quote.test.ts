import { tenthKwh } from '@wattvend/quantities/energy.js';
import { localDate, month } from '@wattvend/tariff/calendar.js';
import { NO_PURCHASES } from '@wattvend/tariff/purchase-state.js';
import { moneyForEnergy, type QuoteContext, quotePurchase } from '@wattvend/tariff/quote.js';
import { adjustmentE4Minor, basisPoints, type Tariff } from '@wattvend/tariff/tariff.js';
import { expect, test } from 'vitest';
import { tokenStep } from './any-tariff.ts';
import {
  context,
  debt,
  energyOf,
  fee,
  flat,
  levy,
  limits,
  money,
  moneyById,
  monthly,
  published,
  quoted,
  refusalOf,
  steps,
  sumOf,
  tariff,
  vat,
} from './sample-tariff.ts';

function buy(of: Tariff, tendered: number, more: Partial<QuoteContext> = {}) {
  return quotePurchase({ ...context(of, more), tendered: money(tendered) });
}

// Worked by hand. 2.50 a kWh and 15 % are 2.875 a kWh with tax, 0.2875 a tenth.
test.each([
  // tendered, price, VAT, energy in tenths, net, tax
  [5000, '250', 15, 174, 4348n, 652n],
  [2875, '250', 15, 100, 2500n, 375n],
  [2876, '250', 15, 101, 2501n, 375n],
  [29, '250', 15, 2, 25n, 4n],
  [10_000, '200', 0, 500, 10_000n, 0n],
  [1, '1', 0, 10, 1n, 0n],
])('%i minor units at %s a kWh and %i %% tax', (tendered, price, percent, energy, net, tax) => {
  const quote = quoted(buy(tariff(flat(price), { rates: [vat(percent)] }), tendered));
  expect(energyOf(quote)).toBe(energy);
  expect(moneyById(quote)).toEqual([
    ['energy', net],
    ['vat', tax],
  ]);
});

test('a purchase goes through the steps, one line each', () => {
  const stepped = tariff(steps([0, '100'], [500, '200']));
  const first = quoted(buy(stepped, 7000));
  // 50 kWh for 5000, and 10 more for the other 2000.
  expect(first.lines).toMatchObject([
    { kind: 'energy', energy: 500, step: 0, price: 1_000_000n, money: 5000n },
    { kind: 'energy', energy: 100, step: 1, price: 2_000_000n, money: 2000n },
  ]);
  const second = quoted(buy(stepped, 2000, { state: first.state }));
  expect(second.lines).toMatchObject([{ energy: 100, step: 1, money: 2000n }]);
  const nextMonth = localDate(2026, 12, 1);
  const third = quoted(buy(stepped, 2000, { state: second.state, at: nextMonth }));
  expect(third.lines).toMatchObject([{ energy: 200, step: 0, money: 2000n }]);
});

test('a purchase that ends at a threshold does not touch the step above', () => {
  const quote = quoted(buy(tariff(steps([0, '100'], [500, '200'])), 5000));
  expect(quote.lines).toMatchObject([{ energy: 500, step: 0, money: 5000n }]);
});

test('what goes with each kWh, and a rate that stands on a part of it', () => {
  // 100 + 20 + 30 a kWh, and 10 % of the 100 and the 20: 162 a kWh. 100 kWh are 16200.
  const of = tariff(flat('100'), {
    perKwh: [levy('fuel', '20'), levy('rural', '30')],
    rates: [vat(10, ['energy', 'fuel'])],
  });
  const quote = quoted(buy(of, 16_200));
  expect(energyOf(quote)).toBe(1000);
  expect(quote.lines).toMatchObject([
    { id: 'energy', money: 10_000n },
    { id: 'fuel', kind: 'per-kwh', money: 2000n, energy: 1000, price: 200_000n, month: null },
    { id: 'rural', money: 3000n },
    { id: 'vat', kind: 'rate', money: 1200n, base: 12_000n, rate: 1000 },
  ]);
});

test('a rate can stand on an earlier rate', () => {
  // 100, a levy of 10 % is 10, and 20 % of the 110 are 22: 132 a kWh.
  const of = tariff(flat('100'), {
    rates: [vat(10, ['energy'], 'levy'), vat(20, ['energy', 'levy'])],
  });
  const quote = quoted(buy(of, 13_200));
  expect(energyOf(quote)).toBe(1000);
  expect(moneyById(quote)).toEqual([
    ['energy', 10_000n],
    ['levy', 1000n],
    ['vat', 2200n],
  ]);
});

test('an exempt customer does not pay a rate that allows it, and pays one that does not', () => {
  const rates = [{ ...vat(10), exemptible: true }, vat(10, ['energy'], 'levy')];
  const quote = quoted(
    buy(tariff(flat('100'), { rates }), 11_000, { exemptions: ['vat', 'levy'] }),
  );
  expect(moneyById(quote)).toEqual([
    ['energy', 10_000n],
    ['levy', 1000n],
  ]);
});

test('what rounding leaves over is in the largest line that goes with the energy', () => {
  // 33 a kWh and 100: 30.30, 30.30 and 39.39 are 99 when each is rounded.
  const of = tariff(flat('10'), { perKwh: [levy('fuel', '10'), levy('rural', '13')] });
  expect(moneyById(quoted(buy(of, 100)))).toEqual([
    ['energy', 30n],
    ['fuel', 30n],
    ['rural', 40n],
  ]);
});

test('where the rates alone are too much, no more of them give way than must', () => {
  // 10 % of 5 is rounded up to 1, four times: with the 5 that is 9 of the 8 tendered.
  const rates = ['a', 'b', 'c', 'd'].map((id) => vat(10, ['standing'], id));
  const quote = quoted(buy(tariff(flat('1'), { fixed: [monthly(5)], rates }), 8));
  expect(energyOf(quote)).toBe(10);
  expect(moneyById(quote)).toEqual([
    ['standing', 5n],
    ['energy', 0n],
    ['a', 0n],
    ['b', 1n],
    ['c', 1n],
    ['d', 1n],
  ]);
});

const feeOfTwo = fee(2, { least: money(50), most: money(200) });
test.each([
  // tendered, fee, energy at 100 a kWh in tenths
  [1000, 50n, 95],
  [5000, 100n, 490],
  [20_000, 200n, 1980],
])('2 %% of %i, at least 50 and at most 200, is a fee of %i', (tendered, taken, energy) => {
  const quote = quoted(buy(tariff(flat('100'), { fees: [feeOfTwo] }), tendered));
  expect(quote.lines[0]).toMatchObject({ kind: 'fee', channel: 'till', money: taken });
  expect(energyOf(quote)).toBe(energy);
});

test('a rate on a fee comes on top of it', () => {
  // The fee is 100 and 10 % of it 10, so 4890 are left for energy.
  const of = tariff(flat('100'), { fees: [fee(2)], rates: [vat(10, ['fee'])] });
  const quote = quoted(buy(of, 5000));
  expect(energyOf(quote)).toBe(489);
  expect(moneyById(quote)).toEqual([
    ['fee', 100n],
    ['energy', 4890n],
    ['vat', 10n],
  ]);
});

test('a fee for every other channel is not for one that has its own', () => {
  const fees = [fee(1, { id: 'mobile_fee', channel: 'mobile' }), fee(5)];
  const of = tariff(flat('100'), { fees });
  expect(quoted(buy(of, 1000, { channel: 'mobile' })).lines[0]).toMatchObject({
    id: 'mobile_fee',
    money: 10n,
  });
  expect(quoted(buy(of, 1000, { channel: 'web' })).lines[0]).toMatchObject({
    id: 'fee',
    money: 50n,
  });
});

test('a published value is the newest that is not later, and the line names its month', () => {
  const of = tariff(flat('100'), { perKwh: [published('forex')] });
  const values = {
    forex: [
      { month: month(202_612), price: adjustmentE4Minor(900_000n) },
      { month: month(202_610), price: adjustmentE4Minor(600_000n) },
      { month: month(202_608), price: adjustmentE4Minor(300_000n) },
    ],
  };
  const november = quoted(buy(of, 16_000, { values }));
  expect(energyOf(november)).toBe(1000);
  expect(november.lines[1]).toMatchObject({ kind: 'per-kwh', month: 202_610, money: 6000n });
  const september = quoted(buy(of, 13_000, { values, at: localDate(2026, 9, 30) }));
  expect(september.lines[1]).toMatchObject({ month: 202_608, money: 3000n });
  const july = refusalOf(buy(of, 13_000, { values, at: localDate(2026, 7, 31) }));
  expect(july).toEqual({ code: 'published_value_missing', component: 'forex' });
});

test('a published rebate is a line below zero, and rates follow it down', () => {
  const of = tariff(flat('100'), {
    perKwh: [published('rebate')],
    rates: [vat(10, ['energy', 'rebate'])],
  });
  const rebate = (perKwh: bigint) => ({
    values: { rebate: [{ month: month(202_601), price: adjustmentE4Minor(perKwh) }] },
  });
  // 100 - 20 and 10 % are 88 a kWh.
  const quote = quoted(buy(of, 8800, rebate(-200_000n)));
  expect(energyOf(quote)).toBe(1000);
  expect(moneyById(quote)).toEqual([
    ['energy', 10_000n],
    ['rebate', -2000n],
    ['vat', 800n],
  ]);
  const whole = refusalOf(buy(of, 8800, rebate(-1_000_000n)));
  expect(whole).toEqual({ code: 'published_value_too_low', component: 'rebate' });
  // A ten-thousandth and 10 % are left: one minor unit buys 9090.9 kWh, rounded up; 909,090.9
  // less 909,090.0 and a tax of 0.09 are what the lines show.
  const least = quoted(buy(of, 1, rebate(-999_999n)));
  expect(energyOf(least)).toBe(90_910);
  expect(sumOf(least.lines)).toBe(1n);
});

test('money for a meter that makes the energy itself is what is left after rates', () => {
  const of = tariff(
    {
      ...{ kind: 'in-meter', id: 'energy', name: 'Energy', account: '4000' },
      timeOfUse: { seasons: [], dayTypes: [], holidays: [], days: [] },
    },
    { rates: [vat(15)] },
  );
  const quote = quoted(buy(of, 11_500));
  expect(quote.credit).toEqual({ kind: 'currency', money: 10_000n });
  expect(quote.lines).toMatchObject([
    { kind: 'in-meter', money: 10_000n },
    { kind: 'rate', money: 1500n, base: 10_000n },
  ]);
  expect(quote.state.energyThisMonth).toBe(0);
  // 1.15 of a minor unit are the least that leave one for the meter.
  expect(refusalOf(buy(of, 1))).toEqual({ code: 'tendered_below_one_unit', least: 2n });
  expect(quoted(buy({ ...of, rates: [] }, 1)).credit).toEqual({ kind: 'currency', money: 1n });
  expect(refusalOf(moneyForEnergy(context(of), tenthKwh(10)))).toEqual({ code: 'sold_as_money' });
});

test('a token that cannot hold the energy carries the next larger, and all of it counts', () => {
  // 1640.05 kWh, rounded up to 16401 tenths; beyond 16384 a token counts whole kWh.
  const of = tariff(flat('100'), { rounding: 'carried' });
  const quote = quoted(buy(of, 164_005, { energyStep: tokenStep }));
  expect(energyOf(quote)).toBe(16_404);
  expect(quote.lines).toMatchObject([{ energy: 16_404, money: 164_005n }]);
  expect(quote.state.energyThisMonth).toBe(16_404);
  // 0.35 kWh too many: they come off the next purchase.
  expect(quote.state.carriedMicroKwh).toBe(350_000);
  expect(energyOf(quoted(buy(of, 100, { state: quote.state })))).toBe(7);
});

test('rounding that is carried comes off the next purchase', () => {
  // A third of a kWh each time, in millionths rounded down in the customer's favour.
  const of = tariff(flat('300'), { rounding: 'carried' });
  const first = quoted(buy(of, 100));
  expect([energyOf(first), first.state.carriedMicroKwh]).toEqual([4, 66_666]);
  const second = quoted(buy(of, 100, { state: first.state }));
  expect([energyOf(second), second.state.carriedMicroKwh]).toEqual([3, 33_332]);
  const given = quoted(buy(tariff(flat('300')), 100));
  expect([energyOf(given), given.state.carriedMicroKwh]).toEqual([4, 0]);
});

test('what was given ahead is of the step it was given in', () => {
  // 49.95 kWh paid, 50.0 given. The next money pays the 0.05 that are missing of the first step.
  const of = tariff(steps([0, '100'], [500, '200']), { rounding: 'carried' });
  const first = quoted(buy(of, 4995));
  expect([energyOf(first), first.state.carriedMicroKwh]).toEqual([500, 50_000]);
  const second = quoted(buy(of, 2005, { state: first.state }));
  expect(second.lines).toMatchObject([
    { step: 0, energy: 0, money: 5n },
    { step: 1, energy: 100, money: 2000n },
  ]);
});

test('the sums of the month, and of the months before', () => {
  const of = tariff(flat('100'));
  const october = quoted(buy(of, 1200, { at: localDate(2026, 10, 31) })).state;
  expect(october).toMatchObject({
    month: 202_610,
    energyThisMonth: 120,
    tenderedThisMonth: 1200n,
    energyOfMonths: [],
  });
  const later = quoted(buy(of, 300, { state: october })).state;
  expect(later).toMatchObject({
    month: 202_611,
    energyThisMonth: 30,
    tenderedThisMonth: 300n,
    energyOfMonths: [{ month: 202_610, energy: 120 }],
  });
  const twice = quoted(buy(of, 300, { state: later })).state;
  expect(twice).toMatchObject({ energyThisMonth: 60, tenderedThisMonth: 600n });
  // A clock that was set back does not begin October again.
  const back = quoted(buy(of, 300, { state: twice, at: localDate(2026, 10, 31) })).state;
  expect(back).toMatchObject({ month: 202_611, energyThisMonth: 90 });
  // Twelve months back are kept, the thirteenth is not.
  const kept = quoted(buy(of, 300, { state: october, at: localDate(2027, 10, 1) })).state;
  expect(kept.energyOfMonths).toEqual([{ month: 202_610, energy: 120 }]);
  const gone = quoted(buy(of, 300, { state: october, at: localDate(2027, 11, 1) })).state;
  expect(gone.energyOfMonths).toEqual([]);
});

test.each([
  // tenths of kWh, least tender: 2.875 for each tenth before it, and a minor unit more
  [174, 4974n],
  [100, 2847n],
  // A whole tenth is paid for, also the first one.
  [1, 29n],
  [0, 29n],
])('%i tenths at 2.50 and 15 %% cost %i at least', (energy, least) => {
  const of = tariff(flat('250'), { rates: [vat(15)] });
  const quote = quoted(moneyForEnergy(context(of), tenthKwh(energy)));
  expect(quote.tendered).toBe(least);
});

test('the money for energy is not below the minimum, and not above the limits', () => {
  const of = tariff(flat('100'), { limits: limits({ leastTendered: money(500) }) });
  expect(quoted(moneyForEnergy(context(of), tenthKwh(10))).tendered).toBe(500n);
  const few = tariff(flat('100'), { limits: limits({ mostTendered: money(500) }) });
  expect(refusalOf(moneyForEnergy(context(few), tenthKwh(51)))).toEqual({
    code: 'tendered_above_limit',
    most: 500n,
  });
});

test('a component may have a name that every object answers to', () => {
  const of = tariff(flat('100'), {
    perKwh: [published('constructor')],
    fixed: [
      {
        ...{ id: 'valueof', name: 'V', account: '1', money: money(100), per: 'month' },
        ...{ catchUpMax: 1, firstPeriod: 'whole', from: null, ifTooSmall: { kind: 'refuse' } },
      },
    ],
  });
  expect(refusalOf(buy(of, 1000))).toEqual({
    code: 'published_value_missing',
    component: 'constructor',
  });
});

test('month limits count what is bought, and say what is left', () => {
  const of = tariff(flat('100'), {
    limits: limits({ mostTenderedPerMonth: money(5000), mostEnergyPerMonth: tenthKwh(400) }),
  });
  const state = { ...NO_PURCHASES, month: month(202_611) };
  expect(refusalOf(buy(of, 1001, { state: { ...state, tenderedThisMonth: money(4000) } }))).toEqual(
    { code: 'month_limit_reached', left: { kind: 'money', money: 1000n } },
  );
  expect(
    quoted(buy(of, 1000, { state: { ...state, tenderedThisMonth: money(4000) } })),
  ).toBeTruthy();
  const most = { ...state, energyThisMonth: tenthKwh(350) };
  expect(refusalOf(buy(of, 510, { state: most }))).toEqual({
    code: 'month_limit_reached',
    left: { kind: 'energy', energy: 50 },
  });
  expect(energyOf(quoted(buy(of, 500, { state: most })))).toBe(50);
  // In the next month they begin again.
  expect(quoted(buy(of, 4000, { state: most, at: localDate(2026, 12, 1) }))).toBeTruthy();
});

test('a share of a debt of nothing lets debts rest', () => {
  const rest = { mostDebtShare: basisPoints(0) };
  const recovery = { kind: 'fixed', money: money(500), per: 'purchase' } as const;
  const one = debt(1000, { recovery, least: money(100) });
  expect(moneyById(quoted(buy(tariff(flat('100')), 1000, { ...rest, debts: [one] })))).toEqual([
    ['energy', 1000n],
  ]);
});

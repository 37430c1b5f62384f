/** Whole-volume bands: all of a purchase at the price of one band, with the jumps that makes. */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { month } from '@wattvend/tariff/calendar.js';
import { NO_PURCHASES } from '@wattvend/tariff/purchase-state.js';
import { moneyForEnergy, type QuoteContext, quotePurchase } from '@wattvend/tariff/quote.js';
import type { EnergyCharge, Tariff } from '@wattvend/tariff/tariff.js';
import { expect, test } from 'vitest';
import {
  bands,
  context,
  energyOf,
  limits,
  money,
  quoted,
  refusalOf,
  tariff,
} from './sample-tariff.ts';

function buy(of: Tariff, tendered: number, more: Partial<QuoteContext> = {}) {
  return quotePurchase({ ...context(of, more), tendered: money(tendered) });
}

/** 1.00 a kWh up to 50 kWh of the month, 2.00 for all of a purchase that ends above. */
const dearer = tariff(bands([0, '100'], [500, '200']));
/** The other way round: whoever buys much pays less for all of it. */
const cheaper = tariff(bands([0, '200'], [500, '100']));

test('all of a purchase has the price of the band in which it ends', () => {
  expect(quoted(buy(dearer, 5000)).lines).toMatchObject([{ energy: 500, step: 0, money: 5000n }]);
  // 10,001 at 2.00 are 50.005 kWh, in the second band.
  expect(quoted(buy(dearer, 10_001)).lines).toMatchObject([
    { energy: 501, step: 1, price: 2_000_000n, money: 10_001n },
  ]);
});

test.each([5001, 7000, 10_000])('where the price jumps up, no energy costs %i', (tendered) => {
  expect(refusalOf(buy(dearer, tendered))).toEqual({
    ...{ code: 'tendered_between_bands', less: 5000n, more: 10_001n },
  });
});

test('below the jump nothing is named that the minimum forbids', () => {
  const of = { ...dearer, limits: limits({ leastTendered: money(6000) }) };
  expect(refusalOf(buy(of, 7000))).toMatchObject({ less: null, more: 10_001n });
});

test('the most that is named above what a token carries is sold, and not between bands', () => {
  const small = { energyMost: tenthKwh(500) };
  expect(refusalOf(buy(dearer, 20_000, small))).toEqual({
    ...{ code: 'tendered_above_maximum', most: 5000n },
  });
});

test('where the price jumps down, a tender for either band buys the larger energy', () => {
  // At 2.00 a kWh 5000 are 25 kWh; at 1.00 they are 50, which is still the first band.
  expect(energyOf(quoted(buy(cheaper, 5000)))).toBe(250);
  const quote = quoted(buy(cheaper, 5001));
  expect(quote.lines).toMatchObject([{ energy: 501, step: 1, price: 1_000_000n }]);
  // 40 kWh would be 8000 in the first band: 50.01 in the second are less.
  expect(quoted(moneyForEnergy(context(cheaper), tenthKwh(400))).tendered).toBe(5001n);
});

test('a band that every tender passes by is never charged', () => {
  // The middle one would be 20.00 to 40.00; but from 0.21 on the last one sells more for the money.
  const of = tariff(bands([0, '100'], [100, '200'], [200, '1']));
  for (let tendered = 1; tendered <= 5000; tendered += 7) {
    const answer = buy(of, tendered);
    if (answer.kind === 'quote') expect(answer.quote.lines).not.toMatchObject([{ step: 1 }]);
  }
  expect(quoted(buy(of, 3000)).lines).toMatchObject([{ step: 2, energy: 30_000 }]);
});

test('what was bought this month decides with the purchase', () => {
  const state = { ...NO_PURCHASES, month: month(202_611), energyThisMonth: tenthKwh(400) };
  expect(quoted(buy(dearer, 1000, { state })).lines).toMatchObject([{ energy: 100, step: 0 }]);
  expect(refusalOf(buy(dearer, 1001, { state }))).toMatchObject({ less: 1000n, more: 2001n });
  const above = { ...state, energyThisMonth: tenthKwh(500) };
  expect(quoted(buy(dearer, 1000, { state: above })).lines).toMatchObject([
    { energy: 50, step: 1 },
  ]);
});

function averageOf(months: number): Tariff {
  const energy: EnergyCharge = bands([0, '100'], [300, '200']);
  if (energy.kind !== 'bands') throw new Error('bands make bands');
  return tariff({ ...energy, measure: { kind: 'average-of-months', months } });
}

test.each([
  // months, energy of October, of August, the band's step
  [3, 900, 0, 0],
  [3, 901, 0, 1],
  [3, 450, 451, 1],
  // September is outside of the one month that counts, and so is August of the two.
  [1, 300, 901, 0],
  [1, 301, 0, 1],
  [2, 600, 901, 0],
])('over %i months with %i and %i tenths it is band %i', (months, october, august, step) => {
  const state = {
    ...NO_PURCHASES,
    month: month(202_610),
    energyThisMonth: tenthKwh(october),
    energyOfMonths: [{ month: month(202_608), energy: tenthKwh(august) }],
  };
  const quote = quoted(buy(averageOf(months), 100_000, { state }));
  expect(quote.lines).toMatchObject([{ step, energy: step === 0 ? 10_000 : 5000 }]);
});

import { tenthKwh } from '@wattvend/quantities/energy.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import {
  moneyForEnergy,
  QUOTE_REFUSALS,
  type QuoteContext,
  type QuoteLine,
  quoteFreeUnits,
  quotePurchase,
} from '@wattvend/tariff/quote.js';
import { tariffFaults } from '@wattvend/tariff/tariff-faults.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyContext, anyInMeter, anyTariff, anyTender } from './any-tariff.ts';
import { energyOf, quoted, refusalOf, sumOf } from './sample-tariff.ts';

const RUNS = { numRuns: 2000 };
const contexts = fc.oneof(
  { arbitrary: anyContext(), weight: 6 },
  { arbitrary: anyContext(anyTariff(anyInMeter)), weight: 1 },
);

/** A purchase or two before the one that is looked at, so that its state is not the first. */
const anyMoment = fc
  .tuple(contexts, fc.array(fc.bigInt(1n, 300_000n), { maxLength: 2 }))
  .map(([start, past]) => past.reduce(after, start));

function after(before: QuoteContext, tendered: bigint): QuoteContext {
  const answer = quotePurchase({ ...before, tendered: minorUnits(tendered) });
  return answer.kind === 'quote' ? { ...before, state: answer.quote.state } : before;
}

function energyFor(at: QuoteContext, tendered: bigint): number | null {
  const answer = quotePurchase({ ...at, tendered: minorUnits(tendered) });
  return answer.kind === 'quote' ? energyOf(answer.quote) : null;
}

test('the tariffs of these tests have no fault', () => {
  fc.assert(
    fc.property(contexts, ({ tariff }) => {
      expect(tariffFaults(tariff)).toEqual([]);
    }),
    RUNS,
  );
});

test('a valid tariff has an answer for every tender', () => {
  fc.assert(
    fc.property(anyMoment, anyTender, (at, tendered) => {
      const answer = quotePurchase({ ...at, tendered: minorUnits(tendered) });
      if (answer.kind === 'refused') expect(QUOTE_REFUSALS).toContain(answer.refusal.code);
    }),
    RUNS,
  );
});

test('the lines add up to the tender, and none is below zero but a rebate', () => {
  fc.assert(
    fc.property(anyMoment, anyTender, (at, tendered) => {
      const answer = quotePurchase({ ...at, tendered: minorUnits(tendered) });
      if (answer.kind !== 'quote') return;
      const { lines } = answer.quote;
      expect(sumOf(lines)).toBe(tendered);
      const hasRebate = lines.some((line) => line.kind === 'per-kwh' && line.price < 0n);
      for (const line of lines) {
        const mayBeNegative = line.kind === 'per-kwh' || line.kind === 'rate';
        if (!(hasRebate && mayBeNegative)) expect(line.money >= 0n).toBe(true);
      }
    }),
    RUNS,
  );
});

test('a rate is its per cent of the lines it stands on, within a minor unit', () => {
  fc.assert(
    fc.property(anyMoment, anyTender, (at, tendered) => {
      const answer = quotePurchase({ ...at, tendered: minorUnits(tendered) });
      if (answer.kind !== 'quote') return;
      const { lines } = answer.quote;
      for (const line of lines) {
        if (line.kind !== 'rate') continue;
        const of = at.tariff.rates.find(({ id }) => id === line.id)?.of ?? [];
        const base = sumOf(lines.filter((one) => one.kind !== 'debt' && of.includes(one.id)));
        expect(line.base).toBe(base);
        // Twice the difference from the exact per cent: half a unit of rounding and one unit.
        const twice = 2n * (line.money * 10_000n - base * BigInt(line.rate));
        expect(twice <= 30_000n && twice >= -30_000n).toBe(true);
      }
    }),
    RUNS,
  );
});

/** What a line is exactly, bounded without the engine: its price times the energy it shows. */
function shownCost(line: QuoteLine): bigint {
  return line.kind === 'energy' || line.kind === 'per-kwh'
    ? (line.price * BigInt(line.energy)) / 100_000n
    : 0n;
}

test('under given rounding a line of energy never shows more money than its energy costs', () => {
  fc.assert(
    fc.property(anyMoment, anyTender, (at, tendered) => {
      if (at.tariff.rounding !== 'given') return;
      const answer = quotePurchase({ ...at, tendered: minorUnits(tendered) });
      if (answer.kind !== 'quote') return;
      // The rest of the rounding of all lines, up to half a unit each, is in one of them.
      const slack = BigInt(answer.quote.lines.length) + 2n;
      for (const line of answer.quote.lines) {
        if (line.kind !== 'energy' && line.kind !== 'per-kwh') continue;
        if (line.price > 0n) expect(line.money <= shownCost(line) + slack).toBe(true);
      }
    }),
    RUNS,
  );
});

test('the energy of the lines is the energy of the token', () => {
  fc.assert(
    fc.property(anyMoment, anyTender, (at, tendered) => {
      const answer = quotePurchase({ ...at, tendered: minorUnits(tendered) });
      if (answer.kind !== 'quote' || answer.quote.credit.kind !== 'energy') return;
      const inLines = answer.quote.lines
        .filter((line) => line.kind === 'energy')
        .reduce((sum, line) => sum + line.energy, 0);
      expect(inLines).toBe(answer.quote.credit.energy);
    }),
    RUNS,
  );
});

test('more money never buys less', () => {
  fc.assert(
    fc.property(
      anyMoment,
      fc.bigInt(1n, 200_000n),
      fc.oneof(fc.bigInt(1n, 5n), fc.bigInt(1n, 100_000n)),
      (at, tendered, more) => {
        const less = energyFor(at, tendered);
        const greater = energyFor(at, tendered + more);
        if (less === null || greater === null) return;
        expect(greater).toBeGreaterThanOrEqual(less);
      },
    ),
    RUNS,
  );
});

test('the money for an energy buys it, and a minor unit less does not', () => {
  fc.assert(
    fc.property(anyMoment, fc.integer({ min: 1, max: 30_000 }), (at, energy) => {
      const answer = moneyForEnergy(at, tenthKwh(energy));
      if (answer.kind === 'refused') {
        const isCurrency = at.tariff.energy.kind === 'in-meter';
        const may = isCurrency ? /sold_as_money/ : /published_value|above_maximum/;
        expect(answer.refusal.code).toMatch(may);
        return;
      }
      const { tendered } = answer.quote;
      expect(energyFor(at, tendered)).toBe(energyOf(answer.quote));
      expect(energyOf(answer.quote)).toBeGreaterThanOrEqual(energy);
      if (tendered > 1n) expect(energyFor(at, tendered - 1n) ?? 0).toBeLessThan(energy);
    }),
    RUNS,
  );
});

test('from units to money and back is the same energy, and the money is no more than was paid', () => {
  fc.assert(
    fc.property(anyMoment, fc.bigInt(1n, 200_000n), (at, tendered) => {
      const bought = energyFor(at, tendered);
      if (bought === null || at.tariff.energy.kind === 'in-meter') return;
      const back = quoted(moneyForEnergy(at, tenthKwh(bought)));
      expect(back.tendered <= tendered).toBe(true);
      expect(energyOf(back)).toBe(bought);
    }),
    RUNS,
  );
});

test('the tenders that a refusal names are sold themselves', () => {
  fc.assert(
    fc.property(anyMoment, anyTender, (at, tendered) => {
      const answer = quotePurchase({ ...at, tendered: minorUnits(tendered) });
      if (answer.kind === 'quote') return;
      const { refusal } = answer;
      const named: (bigint | null)[] = [];
      if ('least' in refusal) named.push(refusal.least);
      if (refusal.code === 'tendered_above_maximum') named.push(refusal.most);
      if (refusal.code === 'tendered_between_bands') named.push(refusal.less, refusal.more);
      for (const one of named) {
        if (one === null) continue;
        const again = quotePurchase({ ...at, tendered: minorUnits(one) });
        if (again.kind === 'quote') continue;
        // Energy so cheap that the least tender already buys more than a token carries: then no
        // tender is sold, and least and most lie the wrong way round.
        const other = again.refusal;
        if ('least' in other) expect(other.least > one).toBe(true);
        else expect(other.code).toBe('tendered_above_maximum');
        const least = 'least' in other ? other.least : one;
        const nothing = refusalOf(quotePurchase({ ...at, tendered: minorUnits(least) }));
        expect(nothing.code).toBe('tendered_above_maximum');
      }
      if ('least' in refusal) {
        expect(refusal.least > tendered).toBe(true);
        expect(energyFor(at, refusal.least - 1n)).toBeNull();
      }
    }),
    RUNS,
  );
});

test('a quote is the same when it is asked again, and changes nothing it was given', () => {
  fc.assert(
    fc.property(anyMoment, anyTender, (at, tendered) => {
      const order = { ...at, tendered: minorUnits(tendered) };
      const before = structuredClone({ ...order, energyStep: null });
      const first = quotePurchase(order);
      expect(quotePurchase(order)).toEqual(first);
      expect({ ...order, energyStep: null }).toEqual(before);
      quoteFreeUnits(order);
      expect({ ...order, energyStep: null }).toEqual(before);
    }),
    { numRuns: 300 },
  );
});

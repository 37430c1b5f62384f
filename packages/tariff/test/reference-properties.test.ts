/** The engine against a reference that searches tenth by tenth, for any tariff and any past. */
import { type TenthKwh, tenthKwh } from '@wattvend/quantities/energy.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { dateAt, dayIndex } from '@wattvend/tariff/calendar.js';
import { moneyForEnergy, type QuoteContext, quotePurchase } from '@wattvend/tariff/quote.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyBands, anyContext, anySteps, anyTariff } from './any-tariff.ts';
import { energyOf, quoted } from './sample-tariff.ts';
import { type SlowAnswer, slowQuote } from './slow-reference.ts';

/** A tariff of any kind; and more of those with steps and bands than chance alone would give. */
const contexts = fc
  .oneof(anyContext(), anyContext(anyTariff(anySteps)), anyContext(anyTariff(anyBands)))
  .map((context) => ({ ...context, claimFree: false }));

/** Up to three purchases of the past: of this month, of the one before, or of half a year ago. */
const moments = fc
  .tuple(
    contexts,
    fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.bigInt(1n, 300_000n)), { maxLength: 3 }),
  )
  .map(([now, past]) => {
    let { state } = now;
    for (const [daysAgo, tendered] of past.toSorted(([a], [b]) => b - a)) {
      const at = dateAt(dayIndex(now.at) - daysAgo);
      const answer = quotePurchase({ ...now, state, at, tendered: minorUnits(tendered) });
      if (answer.kind === 'quote') state = answer.quote.state;
    }
    return { ...now, state };
  });

const tenders = fc.oneof(fc.bigInt(1n, 3000n), fc.bigInt(1n, 200_000n));

function engineAnswer(context: QuoteContext, tendered: bigint): SlowAnswer {
  const answer = quotePurchase({ ...context, tendered: minorUnits(tendered) });
  return answer.kind === 'quote'
    ? { kind: 'sold', tenths: energyOf(answer.quote) }
    : { kind: 'refused', code: answer.refusal.code };
}

/** A token that carries every number of tenths. */
function exactly(energy: TenthKwh): TenthKwh {
  return energy;
}

/** Runs a property and makes sure that it has looked at something. */
function looked(
  runs: number,
  least: number,
  property: (count: () => void) => fc.IProperty<unknown>,
) {
  let seen = 0;
  fc.assert(
    property(() => {
      seen += 1;
    }),
    { numRuns: runs },
  );
  expect(seen).toBeGreaterThan(least);
}

test('a tender buys what the search finds, or is refused for the same reason', () => {
  looked(1500, 300, (sold) =>
    fc.property(moments, tenders, (at, tendered) => {
      const slow = slowQuote(at, tendered);
      if (slow.kind === 'too-far') return;
      if (slow.kind === 'sold') sold();
      expect(engineAnswer(at, tendered)).toEqual(slow);
    }),
  );
});

test('the money for an energy is the least with which the search finds it', () => {
  looked(500, 150, (found) =>
    fc.property(moments, fc.integer({ min: 1, max: 3000 }), (at, energy) => {
      const answer = moneyForEnergy(at, tenthKwh(energy));
      if (answer.kind === 'refused') return;
      const { tendered } = answer.quote;
      const slow = slowQuote(at, tendered);
      if (slow.kind === 'too-far') return;
      found();
      expect(slow).toEqual({ kind: 'sold', tenths: energyOf(answer.quote) });
      expect(energyOf(answer.quote)).toBeGreaterThanOrEqual(energy);
      if (tendered === 1n) return;
      const less = slowQuote(at, tendered - 1n);
      if (less.kind === 'sold') expect(less.tenths).toBeLessThan(energy);
    }),
  );
});

/** Bands with all that goes with the energy, and nothing that is taken before. */
const bandsAlone = anyContext(
  anyTariff(anyBands).map((tariff) => ({ ...tariff, fixed: [], fees: [] })),
).map((context) => ({ ...context, debts: [], claimFree: false }));

test('between two bands nothing is sold from the one tender that is named to the other', () => {
  looked(4000, 20, (between) =>
    fc.property(bandsAlone, fc.bigInt(1n, 100_000n), fc.nat(), (at, tendered, pick) => {
      const answer = quotePurchase({ ...at, tendered: minorUnits(tendered) });
      if (answer.kind === 'quote' || answer.refusal.code !== 'tendered_between_bands') return;
      between();
      const { less, more } = answer.refusal;
      const lowest = less === null ? tendered : less + 1n;
      const any = lowest + (BigInt(pick) % (more - lowest));
      for (const one of [lowest, any, more - 1n]) {
        const slow = slowQuote(at, one);
        expect(slow).toEqual({ kind: 'refused', code: 'tendered_between_bands' });
      }
    }),
  );
});

test('a tender that is enough is not too little when it is larger', () => {
  looked(1000, 200, (enough) =>
    fc.property(moments, tenders, fc.bigInt(1n, 100_000n), (at, tendered, more) => {
      if (engineAnswer(at, tendered).kind !== 'sold') return;
      enough();
      const greater = engineAnswer(at, tendered + more);
      if (greater.kind !== 'refused') return;
      expect(greater.code).toMatch(/^tendered_(above_maximum|between_bands)$/);
    }),
  );
});

test('more energy never costs less', () => {
  looked(500, 150, (priced) =>
    fc.property(
      moments,
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 1, max: 200 }),
      (at, energy, more) => {
        const less = moneyForEnergy(at, tenthKwh(energy));
        const greater = moneyForEnergy(at, tenthKwh(energy + more));
        if (less.kind === 'refused' || greater.kind === 'refused') return;
        priced();
        expect(greater.quote.tendered >= less.quote.tendered).toBe(true);
      },
    ),
  );
});

test('with rounding that is carried, many purchases give what one of their sum gives', () => {
  const bare = anyTariff(anySteps).map((tariff) => ({
    ...tariff,
    ...{ rounding: 'carried' as const, fixed: [], fees: [], rates: [] },
  }));
  looked(500, 200, (compared) =>
    fc.property(
      anyContext(bare),
      fc.array(fc.bigInt(500n, 20_000n), { minLength: 2, maxLength: 6 }),
      (context, parts) => {
        const at = { ...context, claimFree: false, debts: [], energyStep: exactly };
        const whole = engineAnswer(
          at,
          parts.reduce((sum, one) => sum + one, 0n),
        );
        if (whole.kind !== 'sold') return;
        let sold = 0;
        let now: QuoteContext = at;
        for (const one of parts) {
          const answer = quotePurchase({ ...now, tendered: minorUnits(one) });
          if (answer.kind === 'refused') return;
          sold += energyOf(quoted(answer));
          now = { ...now, state: answer.quote.state };
        }
        compared();
        // Each carry is rounded by less than a millionth of a kWh, in the customer's favour.
        expect(sold - whole.tenths).toBeGreaterThanOrEqual(0);
        expect(sold - whole.tenths).toBeLessThanOrEqual(1);
      },
    ),
  );
});

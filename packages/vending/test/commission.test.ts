import { minorUnits } from '@wattvend/quantities/money.js';
import { basisPoints } from '@wattvend/tariff/tariff.js';
import {
  type CommissionRule,
  type CommissionTerms,
  commissionOf,
  volumeAfter,
} from '@wattvend/vending/commission.js';
import {
  commissionRuleFault,
  exampleSale,
  isAboveCeiling,
  parseCommissionRate,
} from '@wattvend/vending/commission-entry.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const NOTHING = { tendered: minorUnits(0n), energyCharge: minorUnits(0n) };

function terms(more: Partial<CommissionTerms> = {}): CommissionTerms {
  return { base: 'tendered', steps: [], fixed: minorUnits(0n), least: null, most: null, ...more };
}

function rate(points: number, above = 0n) {
  return { above: minorUnits(above), rate: basisPoints(points) };
}

function rule(more: Partial<CommissionTerms> = {}): CommissionRule {
  return { terms: terms(more), channels: {} };
}

function earned(of: CommissionRule, tendered: bigint, more: object = {}) {
  const vend = {
    channel: null,
    tendered: minorUnits(tendered),
    energyCharge: minorUnits(0n),
    ...more,
  };
  return commissionOf(of, vend, NOTHING);
}

describe('a rate is text with its unit', () => {
  // What is typed, and hundredths of a per cent or why not.
  test.each([
    ['2.5 %', 250],
    ['2.5%', 250],
    [' 10 % ', 1000],
    ['0 %', 0],
    ['0.01 %', 1],
    ['2.50000 %', 250],
    ['50 %', 5000],
    ['250 basis points', 250],
    ['1 basis point', 1],
    ['250 bp', 250],
    ['10', 'rate_unit_missing'],
    ['0.1', 'rate_unit_missing'],
    ['2,5', 'rate_unit_missing'],
    ['1000 %', 'rate_above_maximum'],
    ['50.01 %', 'rate_above_maximum'],
    ['5001 bp', 'rate_above_maximum'],
    ['99999999 bp', 'rate_above_maximum'],
    ['0.001 %', 'rate_too_fine'],
    ['2,5 %', 'rate_not_understood'],
    ['-1 %', 'rate_not_understood'],
    ['1e1 %', 'rate_not_understood'],
    ['.5 %', 'rate_not_understood'],
    ['2.5 bp', 'rate_not_understood'],
    ['25 ‰', 'rate_not_understood'],
    ['', 'rate_not_understood'],
    ['٢ %', 'rate_not_understood'],
  ])('"%s" is %s', (typed, expected) => {
    const parsed = parseCommissionRate(typed);
    expect(parsed.kind === 'rate' ? parsed.rate : parsed.fault).toBe(expected);
  });

  test('nothing a person types makes it throw, and no rate is above half', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const parsed = parseCommissionRate(typed);
        expect(parsed.kind === 'fault' || parsed.rate <= 5000).toBe(true);
      }),
    );
  });
});

describe('what a vend earns', () => {
  // By hand: tendered in cents, and the commission in cents.
  test.each([
    ['2.5 % of 100.00', rule({ steps: [rate(250)] }), 10_000n, 250n, null],
    ['half a cent counts as one', rule({ steps: [rate(250)] }), 20n, 1n, null],
    ['less than half does not', rule({ steps: [rate(250)] }), 19n, 0n, null],
    ['a fixed sum', rule({ fixed: minorUnits(30n) }), 10_000n, 30n, null],
    ['both', rule({ steps: [rate(100)], fixed: minorUnits(30n) }), 10_000n, 130n, null],
    [
      'not below the least',
      rule({ steps: [rate(100)], least: minorUnits(50n) }),
      1_000n,
      50n,
      'least',
    ],
    [
      'not above the most',
      rule({ steps: [rate(100)], most: minorUnits(500n) }),
      90_000n,
      500n,
      'most',
    ],
    ['never above the sale', rule({ fixed: minorUnits(5_000n) }), 1_200n, 1_200n, 'base'],
  ])('%s', (_, of, tendered, commission, bound) => {
    expect(earned(of, tendered)).toMatchObject({ commission, bound });
  });

  test('a vend that crosses a step earns each rate on its part', () => {
    const of = rule({ steps: [rate(300), rate(200, 100_000n), rate(100, 150_000n)] });
    const vend = {
      channel: null,
      tendered: minorUnits(80_000n),
      energyCharge: minorUnits(0n),
    };
    const before = { ...NOTHING, tendered: minorUnits(90_000n) };
    // 100.00 at 3 %, 500.00 at 2 %, 200.00 at 1 %: 3.00 + 10.00 + 2.00.
    expect(commissionOf(of, vend, before)).toEqual({
      commission: 1_500n,
      base: 80_000n,
      parts: [
        { base: 10_000n, rate: 300 },
        { base: 50_000n, rate: 200 },
        { base: 20_000n, rate: 100 },
      ],
      fixed: 0n,
      bound: null,
    });
  });

  test('of the charge for energy only, the volume too', () => {
    const of = rule({ base: 'energy_charge', steps: [rate(1000), rate(0, 5_000n)] });
    const vend = {
      channel: null,
      tendered: minorUnits(11_500n),
      energyCharge: minorUnits(10_000n),
    };
    expect(commissionOf(of, vend, { ...NOTHING, tendered: minorUnits(9_999n) })).toMatchObject({
      base: 10_000n,
      commission: 500n,
    });
  });

  test('a channel may have terms of its own', () => {
    const of = {
      ...rule({ steps: [rate(250)] }),
      channels: { ussd: terms({ steps: [rate(100)] }) },
    };
    expect(earned(of, 10_000n, { channel: 'ussd' }).commission).toBe(100n);
    expect(earned(of, 10_000n, { channel: 'counter' }).commission).toBe(250n);
    expect(earned(of, 10_000n, { channel: 'toString' }).commission).toBe(250n);
  });

  test('the parts always make up the base, and explain the sum to the cent', () => {
    const money = fc.bigInt({ min: 0n, max: 10n ** 12n });
    const steps = fc
      .uniqueArray(fc.tuple(money, fc.integer({ min: 0, max: 5000 })), {
        selector: ([above]) => above,
        maxLength: 5,
      })
      .map((pairs) => {
        const rising = pairs.sort(([a], [b]) => (a < b ? -1 : 1));
        return rising.map(([above, points], at) => rate(points, at === 0 ? 0n : above));
      });
    fc.assert(
      fc.property(steps, money, money, money, (list, tendered, before, fixed) => {
        const of = rule({ steps: list, fixed: minorUnits(fixed) });
        const vend = {
          channel: null,
          tendered: minorUnits(tendered),
          energyCharge: minorUnits(0n),
        };
        const found = commissionOf(of, vend, { ...NOTHING, tendered: minorUnits(before) });
        const bases = found.parts.reduce((sum, part) => sum + part.base, 0n);
        expect(bases).toBe(list.length === 0 ? 0n : tendered);
        // Compared in ten-thousandths: rounding moves the sum by half a cent at the most.
        const exact = found.parts.reduce((sum, part) => sum + part.base * BigInt(part.rate), 0n);
        const off = (found.commission - fixed) * 10_000n - exact;
        expect(found.bound === 'base' || (off > -5_000n && off <= 5_000n)).toBe(true);
        expect(found.commission <= tendered).toBe(true);
      }),
    );
  });

  test('two vends fill the steps as one of both would, but for the rounding of each', () => {
    const of = rule({ steps: [rate(300), rate(100, 50_000n)] });
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 100_000n }),
        fc.bigInt({ min: 0n, max: 100_000n }),
        (a, b) => {
          const vend = (tendered: bigint) => ({
            channel: null,
            tendered: minorUnits(tendered),
            energyCharge: minorUnits(0n),
          });
          const first = commissionOf(of, vend(a), NOTHING).commission;
          const second = commissionOf(of, vend(b), volumeAfter(NOTHING, vend(a))).commission;
          const both = commissionOf(of, vend(a + b), NOTHING).commission;
          const off = first + second - both;
          expect(off >= -1n && off <= 1n).toBe(true);
        },
      ),
    );
  });
});

describe('a rule', () => {
  test.each([
    ['nothing wrong', rule({ steps: [rate(1), rate(2, 5n)] }), null],
    ['no first step', rule({ steps: [rate(1, 1n)] }), 'first_step_not_at_zero'],
    ['a step twice', rule({ steps: [rate(1), rate(2, 5n), rate(3, 5n)] }), 'steps_not_rising'],
    ['less than nothing', rule({ fixed: minorUnits(-1n) }), 'money_below_zero'],
    [
      'bounds that cross',
      rule({ least: minorUnits(2n), most: minorUnits(1n) }),
      'least_above_most',
    ],
    [
      'wrong in a channel',
      { ...rule(), channels: { ussd: terms({ least: minorUnits(-2n) }) } },
      'money_below_zero',
    ],
  ])('%s', (_, of, fault) => {
    expect(commissionRuleFault(of)).toBe(fault);
  });

  // 100.00 earns more than 20.00, 5.00 more than 1.00, or a rate is above 20 %.
  test.each([
    [rule({ steps: [rate(2000)] }), false],
    [rule({ steps: [rate(2001)] }), true],
    [rule({ steps: [rate(100), rate(2500, 10n ** 12n)] }), true],
    [rule({ fixed: minorUnits(100n) }), false],
    [rule({ fixed: minorUnits(101n) }), true],
    [rule({ fixed: minorUnits(2_001n) }), true],
    [rule({ least: minorUnits(101n) }), true],
    [rule({ steps: [rate(100)], fixed: minorUnits(95n) }), false],
    [rule({ steps: [rate(100)], fixed: minorUnits(96n) }), true],
    [rule({ steps: [rate(2000)], fixed: minorUnits(1n) }), true],
    [rule({ steps: [rate(2000)], least: minorUnits(2_001n) }), true],
    [{ ...rule(), channels: { ussd: terms({ steps: [rate(3000)] }) } }, true],
  ])('above the ceiling, case %#', (of, above) => {
    expect(isAboveCeiling(of, exampleSale(2))).toBe(above);
  });

  test('the example sale is a hundred of the currency', () => {
    expect([exampleSale(0), exampleSale(2), exampleSale(3)]).toEqual([100n, 10_000n, 100_000n]);
  });
});

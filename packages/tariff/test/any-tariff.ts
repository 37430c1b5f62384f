/** Any valid tariff, and any order under it, for property tests. */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { dateAt, type LocalDate, month } from '@wattvend/tariff/calendar.js';
import type { DebtDue, PublishedValues, QuoteContext } from '@wattvend/tariff/quote.js';
import {
  adjustmentE4Minor,
  basisPoints,
  type ChannelFee,
  type EnergyCharge,
  type FixedCharge,
  type FreeUnits,
  type PerKwhCharge,
  priceE4Minor,
  type RateCharge,
  type Tariff,
} from '@wattvend/tariff/tariff.js';
import fc from 'fast-check';
import { context, money, TOKEN_MAXIMUM } from './sample-tariff.ts';

const energyHead = { id: 'energy', name: 'Energy', account: '4000' } as const;
const anyPrice = fc
  .oneof(fc.bigInt(100_000n, 5_000_000n), fc.bigInt(1n, 10n ** 9n))
  .map(priceE4Minor);
const anyMoney = fc.bigInt(1n, 20_000n).map(money);
const anyThreshold = fc.integer({ min: 1, max: 5000 }).map(tenthKwh);

const anyPrices = fc
  .tuple(
    anyPrice,
    fc.uniqueArray(fc.tuple(anyThreshold, anyPrice), {
      maxLength: 4,
      selector: ([above]) => above,
    }),
  )
  .map(([first, more]) => [
    { above: tenthKwh(0), price: first },
    ...more
      .toSorted(([a], [b]) => a - b)
      .map(([above, priceAbove]) => ({ above, price: priceAbove })),
  ]);

const anyFlat: fc.Arbitrary<EnergyCharge> = anyPrice.map((price) => ({
  kind: 'flat',
  ...energyHead,
  price,
}));
export const anySteps: fc.Arbitrary<EnergyCharge> = anyPrices.map((steps) => ({
  kind: 'steps',
  ...energyHead,
  steps,
}));
export const anyBands: fc.Arbitrary<EnergyCharge> = fc
  .tuple(anyPrices, fc.integer({ min: 0, max: 12 }))
  .map(([bands, months]) => ({
    kind: 'bands',
    ...energyHead,
    measure: months === 0 ? { kind: 'this-month' } : { kind: 'average-of-months', months },
    bands,
  }));
export const anyInMeter: fc.Arbitrary<EnergyCharge> = anyPrice.map((price) => ({
  kind: 'in-meter',
  ...energyHead,
  timeOfUse: {
    seasons: [{ id: 'all', fromMonth: 1, fromDay: 1 }],
    dayTypes: [{ id: 'any', weekdays: [1, 2, 3, 4, 5, 6, 7] }],
    holidays: [],
    days: [{ season: 'all', dayType: 'any', bands: [{ fromMinute: 0, price }] }],
  },
}));
const anyEnergy: fc.Arbitrary<EnergyCharge> = fc.oneof(anyFlat, anySteps, anyBands);

const anyPerKwh: fc.Arbitrary<PerKwhCharge[]> = fc
  .array(fc.option(fc.bigInt(0n, 3_000_000n)), { maxLength: 3 })
  .map((list) =>
    list.map((price, index) => ({
      id: `levy_${index}`,
      name: `Levy ${index}`,
      account: '2200',
      value:
        price === null
          ? { kind: 'published' as const }
          : { kind: 'fixed' as const, price: adjustmentE4Minor(price) },
    })),
  );

const anyFixed: fc.Arbitrary<FixedCharge[]> = fc
  .array(
    fc.record({
      money: anyMoney,
      isDaily: fc.boolean(),
      catchUpMax: fc.integer({ min: 1, max: 24 }),
      first: fc.constantFrom('whole' as const, 'pro-rata' as const, 'none' as const),
      from: fc.option(fc.integer({ min: 20_000, max: 20_700 }).map(dateAt)),
      partShare: fc.option(fc.integer({ min: 1, max: 10_000 })),
    }),
    { maxLength: 2 },
  )
  .map((list) =>
    list.map(({ isDaily, first, partShare, ...rest }, index) => ({
      id: `fixed_${index}`,
      name: `Fixed ${index}`,
      account: '4100',
      ...rest,
      per: isDaily ? ('day' as const) : ('month' as const),
      firstPeriod: isDaily && first === 'pro-rata' ? 'whole' : first,
      ifTooSmall:
        partShare === null
          ? { kind: 'refuse' as const }
          : { kind: 'take-part' as const, partShare: basisPoints(partShare) },
    })),
  );

const anyFees: fc.Arbitrary<ChannelFee[]> = fc
  .array(
    fc.record({
      channel: fc.constantFrom(null, 'till', 'mobile'),
      rate: fc.integer({ min: 0, max: 500 }).map(basisPoints),
      least: fc.bigInt(0n, 200n).map(money),
      more: fc.option(fc.bigInt(0n, 2000n)),
    }),
    { maxLength: 2 },
  )
  .map((list) =>
    list.map(({ channel, rate, least, more }, index) => ({
      id: `fee_${index}`,
      name: `Fee ${index}`,
      account: '4200',
      channel,
      rate,
      least,
      most: more === null ? null : money(least + more),
    })),
  );

const anyFree: fc.Arbitrary<FreeUnits[]> = fc
  .array(
    fc.record({
      energy: fc.integer({ min: 1, max: 1000 }).map(tenthKwh),
      per: fc.constantFrom('month' as const, 'day' as const),
      stackMax: fc.integer({ min: 1, max: 40 }),
      claim: fc.constantFrom('alone' as const, 'with-purchase' as const, 'either' as const),
      window: fc.option(
        fc
          .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 10 }))
          .map(([fromDay, more]) => ({ fromDay, toDay: Math.min(31, fromDay + more) })),
      ),
      entitled: fc.constantFrom('all' as const, 'listed' as const),
      countsForSteps: fc.boolean(),
    }),
    { maxLength: 2 },
  )
  .map((list) =>
    list.map((one, index) => ({ id: `free_${index}`, name: `Free ${index}`, ...one })),
  );

interface Parts {
  readonly energy: EnergyCharge;
  readonly perKwh: readonly PerKwhCharge[];
  readonly fixed: readonly FixedCharge[];
  readonly fees: readonly ChannelFee[];
}

/** Rates of up to 100 %, each on some of what is before it. */
function anyRates(parts: Parts): fc.Arbitrary<RateCharge[]> {
  const before = [parts.energy, ...parts.perKwh, ...parts.fixed, ...parts.fees].map(({ id }) => id);
  return fc
    .array(
      fc.record({
        rate: fc
          .oneof(fc.integer({ min: 0, max: 2500 }), fc.integer({ min: 0, max: 10_000 }))
          .map(basisPoints),
        picks: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
        exemptible: fc.boolean(),
      }),
      { maxLength: 4 },
    )
    .map((list) =>
      list.map(({ rate, picks, exemptible }, index) => {
        const standable = [...before, ...list.slice(0, index).map((_, one) => `rate_${one}`)];
        const of = [
          ...new Set(picks.map((pick) => standable[pick % standable.length] ?? 'energy')),
        ];
        const id = `rate_${index}`;
        return { id, name: id, account: '2100', rate, of, exemptible };
      }),
    );
}

/** A valid tariff without limits. */
export function anyTariff(energies: fc.Arbitrary<EnergyCharge> = anyEnergy): fc.Arbitrary<Tariff> {
  return fc
    .record({
      energy: energies,
      perKwh: anyPerKwh,
      fixed: anyFixed,
      fees: anyFees,
      free: anyFree,
      rounding: fc.constantFrom('given' as const, 'carried' as const),
    })
    .map((parts) =>
      // Where the meter makes energy of money, nothing can be said about energy.
      parts.energy.kind === 'in-meter' ? { ...parts, perKwh: [], free: [] } : parts,
    )
    .chain((parts) =>
      anyRates(parts).map((rates) => ({
        ...parts,
        rates,
        limits: {
          leastTendered: null,
          mostTendered: null,
          mostTenderedPerMonth: null,
          mostEnergyPerMonth: null,
        },
      })),
    );
}

const anyDebts: fc.Arbitrary<DebtDue[]> = fc
  .array(
    fc.record({
      priority: fc.integer({ min: 1, max: 3 }),
      balance: fc.bigInt(0n, 50_000n).map(money),
      least: fc.bigInt(0n, 500n).map(money),
      recovery: fc.oneof(
        fc.constant({ kind: 'whole' as const }),
        fc
          .integer({ min: 1, max: 10_000 })
          .map((share) => ({ kind: 'share' as const, share: basisPoints(share) })),
        fc
          .tuple(anyMoney, fc.constantFrom('purchase' as const, 'month' as const))
          .map(([one, per]) => ({ kind: 'fixed' as const, money: one, per })),
      ),
    }),
    { maxLength: 3 },
  )
  .map((list) =>
    list.map((one, index) => ({
      debtId: `debt-${index}`,
      name: `Debt ${index}`,
      account: '1200',
      ...one,
    })),
  );

function anyValues(of: Tariff): fc.Arbitrary<PublishedValues> {
  return fc.array(fc.bigInt(-20_000n, 2_000_000n), { minLength: 3, maxLength: 3 }).map((prices) =>
    Object.fromEntries(
      of.perKwh.map(({ id }, index) => [
        id,
        [
          { month: month(202_401), price: adjustmentE4Minor(1000n) },
          { month: month(202_602), price: adjustmentE4Minor(prices[index] ?? 0n) },
          { month: month(202_701), price: adjustmentE4Minor(7n) },
        ],
      ]),
    ),
  );
}

const anyDate: fc.Arbitrary<LocalDate> = fc.integer({ min: 20_514, max: 20_453 + 420 }).map(dateAt);

/** What a token of the standard carries: exact below 1638.4 kWh, then in steps of a whole kWh. */
const COARSE_FROM = 16_384;

export function tokenStep(energy: number): ReturnType<typeof tenthKwh> {
  return tenthKwh(energy < COARSE_FROM ? energy : Math.ceil((energy - 16_384) / 10) * 10 + 16_384);
}

export function anyContext(
  tariffs: fc.Arbitrary<Tariff> = anyTariff(),
): fc.Arbitrary<QuoteContext> {
  return tariffs.chain((of) =>
    fc
      .record({
        values: anyValues(of),
        at: anyDate,
        since: fc.integer({ min: 20_000, max: 20_600 }).map(dateAt),
        channel: fc.constantFrom('till', 'mobile', 'web'),
        exemptions: fc.subarray(of.rates.map(({ id }) => id)),
        entitlements: fc.subarray(of.free.map(({ id }) => id)),
        debts: anyDebts,
        mostDebtShare: fc.integer({ min: 0, max: 10_000 }).map(basisPoints),
        claimFree: fc.boolean(),
        isCoarse: fc.boolean(),
      })
      .map(({ isCoarse, ...more }) =>
        context(of, {
          ...more,
          energyMost: TOKEN_MAXIMUM,
          ...(isCoarse ? { energyStep: tokenStep } : {}),
        }),
      ),
  );
}

/** Few and many minor units, up to fifteen digits. */
export const anyTender: fc.Arbitrary<bigint> = fc.oneof(
  fc.bigInt(1n, 200_000n),
  fc.bigInt(1n, 10n ** 15n),
);

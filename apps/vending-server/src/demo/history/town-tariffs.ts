/**
 * What the invented town pays: households under rising steps with a levy, a service charge, VAT and
 * a lifeline; businesses at one price with a pass-through that is published by the month. Half a year
 * in, the households' price rises.
 */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { basisPoints, priceE4Minor, type Tariff } from '@wattvend/tariff/tariff.js';

interface TownTariff {
  readonly name: string;
  /** For each version what it is; `priceShare` raises its prices, in hundredths of a per cent. */
  tariff(priceShare: number): Tariff;
}

export const LIFELINE_ID = 'lifeline';
export const FUEL_ID = 'fuel';

const VAT = basisPoints(1500);
const NO_LIMITS = {
  leastTendered: minorUnits(500n),
  mostTendered: null,
  mostTenderedPerMonth: null,
  mostEnergyPerMonth: null,
} as const;
const ENERGY = { id: 'energy', name: 'Energy', account: 'energy_sales' } as const;

function price(minorPerKwh: number, priceShare: number): ReturnType<typeof priceE4Minor> {
  return priceE4Minor((BigInt(minorPerKwh) * 10_000n * BigInt(priceShare)) / 10_000n);
}

function vat(of: readonly string[]): Tariff['rates'] {
  const account = 'vat_payable';
  return [{ id: 'vat', name: 'VAT', account, rate: VAT, of, exemptible: false }];
}

export const HOUSEHOLD: TownTariff = {
  name: 'Household steps',
  tariff: (priceShare) => ({
    energy: {
      ...ENERGY,
      kind: 'steps',
      steps: [
        { above: tenthKwh(0), price: price(180, priceShare) },
        { above: tenthKwh(500), price: price(240, priceShare) },
        { above: tenthKwh(3500), price: price(295, priceShare) },
      ],
    },
    perKwh: [
      {
        ...{ id: 'rural', name: 'Rural levy', account: 'levies_payable' },
        value: { kind: 'fixed', price: price(3, 10_000) },
      },
    ],
    fixed: [
      {
        ...{ id: 'service', name: 'Service charge', account: 'fixed_charges' },
        money: minorUnits(1_500n),
        per: 'month',
        catchUpMax: 3,
        firstPeriod: 'pro-rata',
        from: null,
        ifTooSmall: { kind: 'take-part', partShare: basisPoints(5_000) },
      },
    ],
    rates: vat(['energy', 'rural', 'service']),
    fees: [],
    free: [
      {
        ...{ id: LIFELINE_ID, name: 'Lifeline units', energy: tenthKwh(200), per: 'month' },
        ...{ stackMax: 1, claim: 'either', window: null, entitled: 'listed' },
        countsForSteps: false,
      },
    ],
    limits: NO_LIMITS,
    rounding: 'given',
  }),
};

export const BUSINESS: TownTariff = {
  name: 'Business',
  tariff: (priceShare) => ({
    energy: { ...ENERGY, kind: 'flat', price: price(275, priceShare) },
    perKwh: [
      {
        ...{ id: FUEL_ID, name: 'Fuel adjustment', account: 'energy_sales' },
        value: { kind: 'published' },
      },
    ],
    fixed: [],
    rates: vat(['energy', FUEL_ID]),
    fees: [],
    free: [],
    limits: NO_LIMITS,
    rounding: 'given',
  }),
};

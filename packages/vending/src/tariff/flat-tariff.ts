/** The simplest tariff: one price for every kWh, and one tax on it. */
import type { BasisPoints, PriceE4Minor, Tariff } from '@wattvend/tariff/tariff.js';

/** Its components are called as those of tariffs from before tariffs were data. */
export function flatTariff(flat: {
  /** Of a kWh before tax. */
  readonly price: PriceE4Minor;
  readonly vat: BasisPoints;
}): Tariff {
  const vat = {
    ...{ id: 'vat', name: 'VAT', account: 'vat_payable' },
    ...{ rate: flat.vat, of: ['energy'], exemptible: true },
  };
  return {
    energy: {
      ...{ kind: 'flat', id: 'energy', name: 'Energy', account: 'energy_sales' },
      price: flat.price,
    },
    perKwh: [],
    fixed: [],
    rates: flat.vat === 0 ? [] : [vat],
    fees: [],
    free: [],
    limits: {
      leastTendered: null,
      mostTendered: null,
      mostTenderedPerMonth: null,
      mostEnergyPerMonth: null,
    },
    rounding: 'given',
  };
}

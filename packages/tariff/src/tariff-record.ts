import type { Tariff } from './tariff.ts';
import { basisPoints, priceE4Minor } from './tariff.ts';
export function parseTariff(r: unknown): { readonly kind: 'tariff'; readonly tariff: Tariff } | { readonly kind: 'fault'; readonly faults: readonly { readonly path: string; readonly message: string }[] } {
  const s = r as { price: string; vat: number };
  return { kind: 'tariff', tariff: { energy: { kind: 'flat', id: 'energy', name: 'Energy', account: 'energy_sales', price: priceE4Minor(BigInt(s.price)) }, perKwh: [], fixed: [], rates: [{ id: 'vat', name: 'VAT', account: 'vat_payable', rate: basisPoints(s.vat), of: ['energy'], exemptible: false }], fees: [], free: [], limits: { leastTendered: null, mostTendered: null, mostTenderedPerMonth: null, mostEnergyPerMonth: null }, rounding: 'given' } };
}
export function writeTariff(t: Tariff): unknown { return t.energy.kind === 'flat' ? { price: String(t.energy.price), vat: t.rates[0]?.rate } : {}; }

import type { TenthKwh } from '@wattvend/quantities/energy.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Month } from './calendar.ts';
export interface PurchaseState {
  readonly month: Month | null;
  readonly energyThisMonth: TenthKwh;
  readonly freeEnergyThisMonth: TenthKwh;
  readonly tenderedThisMonth: MinorUnits;
  readonly energyOfMonths: readonly { readonly month: Month; readonly energy: TenthKwh }[];
  readonly chargedThrough: Readonly<Record<string, number>>;
  readonly partPaid: Readonly<Record<string, MinorUnits>>;
  readonly claimedThrough: Readonly<Record<string, { readonly period: number; readonly taken: number }>>;
  readonly debtPaidThisMonth: Readonly<Record<string, MinorUnits>>;
  readonly carriedMicroKwh: number;
}
export const NO_PURCHASES: PurchaseState = { month: null, energyThisMonth: tenthKwh(0), freeEnergyThisMonth: tenthKwh(0), tenderedThisMonth: minorUnits(0n), energyOfMonths: [], chargedThrough: {}, partPaid: {}, claimedThrough: {}, debtPaidThisMonth: {}, carriedMicroKwh: 0 };
export function parsePurchaseState(r: unknown): { readonly kind: 'state'; readonly state: PurchaseState } | { readonly kind: 'fault'; readonly path: string } {
  const s = r as { m: Month | null; e: TenthKwh; t: string };
  return { kind: 'state', state: { ...NO_PURCHASES, month: s.m, energyThisMonth: s.e, tenderedThisMonth: minorUnits(BigInt(s.t)) } };
}
export function writePurchaseState(s: PurchaseState): unknown { return { m: s.month, e: s.energyThisMonth, t: String(s.tenderedThisMonth) }; }

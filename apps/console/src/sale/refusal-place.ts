/** Where a refusal is shown and mended. The codes are those of the list of vend refusals. */
import type { Refusal } from '../api/refusal.ts';

export type RefusalPlace = 'meter' | 'money' | 'payment' | 'shift' | 'sale';

const PLACES: Readonly<Record<string, RefusalPlace>> = {
  meter_number_invalid: 'meter',
  meter_not_found: 'meter',
  meter_blocked: 'meter',
  meter_not_installed: 'meter',
  agreement_ended: 'meter',
  vending_key_expired: 'meter',
  tendered_not_positive: 'money',
  tendered_below_one_unit: 'money',
  tendered_below_minimum: 'money',
  tendered_between_bands: 'money',
  tendered_above_limit: 'money',
  tendered_above_maximum: 'money',
  debt_exceeds_purchase: 'money',
  charges_exceed_purchase: 'money',
  month_limit_reached: 'money',
  operator_limit_exceeded: 'money',
  float_exceeded: 'money',
  payment_reference_used: 'payment',
  shift_not_open: 'shift',
};

/** A refusal that names no field belongs to the sale as a whole. */
export function refusalPlace(refusal: Refusal): RefusalPlace {
  const place = PLACES[refusal.code];
  if (place !== undefined) return place;
  const path = refusal.errors[0]?.path ?? '';
  if (path.includes('tendered_minor')) return 'money';
  return path.includes('meter_number') ? 'meter' : 'sale';
}

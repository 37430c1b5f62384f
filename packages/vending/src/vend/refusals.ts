/**
 * Why a vend is refused, in order: if several apply, the first listed is returned. The reference
 * page docs/reference/refusals.md has a section for each under the same name.
 */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import type { QuoteRefusal } from '@wattvend/tariff/quote.js';
import type { VendId } from './vend.ts';

export const VEND_REFUSALS = [
  'vend_id_conflict',
  'payment_reference_used',
  'meter_not_found',
  'meter_not_installed',
  'meter_blocked',
  'agreement_ended',
  'vending_key_expired',
  'tariff_not_found',
  // The tariff's, in the order of QUOTE_REFUSALS.
  'sold_as_money',
  'tendered_not_positive',
  'tendered_below_minimum',
  'tendered_above_limit',
  'month_limit_reached',
  'published_value_missing',
  'published_value_too_low',
  'free_units_not_due',
  'debt_exceeds_purchase',
  'charges_exceed_purchase',
  'tendered_between_bands',
  'tendered_below_one_unit',
  'tendered_above_maximum',
  'vendor_not_found',
  'vendor_suspended',
  'shift_not_open',
  'operator_limit_exceeded',
  'float_exceeded',
  'token_identifier_too_far_ahead',
  'security_module_unavailable',
  'database_unavailable',
  'vend_outcome_unknown',
] as const;

export type VendRefusalCode = (typeof VEND_REFUSALS)[number];

export type VendRefusal =
  | QuoteRefusal
  /** The vend that the payment was taken for. */
  | { readonly code: 'payment_reference_used'; readonly vendId: VendId }
  /** What the operator may still sell. */
  | { readonly code: 'operator_limit_exceeded'; readonly left: MinorUnits }
  | { readonly code: 'float_exceeded'; readonly available: MinorUnits }
  | {
      readonly code: Exclude<
        VendRefusalCode,
        | QuoteRefusal['code']
        | 'payment_reference_used'
        | 'operator_limit_exceeded'
        | 'float_exceeded'
      >;
    };

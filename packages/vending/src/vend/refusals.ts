/**
 * Why a vend is refused, in order: if several apply, the first listed is returned. The reference
 * page docs/reference/refusals.md has a section for each under the same name.
 */
import type { MinorUnits } from '@wattvend/quantities/money.js';

export const VEND_REFUSALS = [
  'vend_id_conflict',
  'meter_not_found',
  'meter_blocked',
  'vending_key_expired',
  'tendered_not_positive',
  'tendered_below_one_unit',
  'tendered_above_maximum',
  'vendor_not_found',
  'float_exceeded',
  'token_identifier_too_far_ahead',
  'security_module_unavailable',
  'database_unavailable',
  'vend_outcome_unknown',
] as const;

export type VendRefusalCode = (typeof VEND_REFUSALS)[number];

export type VendRefusal =
  | { readonly code: 'tendered_below_one_unit'; readonly least: MinorUnits }
  | { readonly code: 'tendered_above_maximum'; readonly most: MinorUnits }
  | { readonly code: 'float_exceeded'; readonly available: MinorUnits }
  | {
      readonly code: Exclude<
        VendRefusalCode,
        'tendered_below_one_unit' | 'tendered_above_maximum' | 'float_exceeded'
      >;
    };

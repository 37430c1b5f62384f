/** Reads fields of requests into the platform's own types. Their form was checked by a schema. */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import { parseDrn } from '@wattvend/sts/meter-pan.js';

/** Ids are compared as text on their way, so there is one way to write each. */
export function plainId<Id extends string>(id: string): Id {
  return id.toLowerCase() as Id;
}

export function moneyOf(text: string): MinorUnits {
  return minorUnits(BigInt(text));
}

const FAULTS = {
  'not-eleven-or-thirteen-digits': 'it has 11 or 13 digits',
  'drn-check-digit': 'a digit is wrong or two are swapped, for the check digit does not fit',
} as const;

export type MeterNumber =
  | { readonly kind: 'drn'; readonly drn: Drn }
  /** `values` are for the detail of the refusal meter_number_invalid. */
  | { readonly kind: 'fault'; readonly values: { readonly fault: string } };

export function meterNumberOf(text: string): MeterNumber {
  const parsed = parseDrn(text);
  return parsed.kind === 'drn'
    ? parsed
    : { kind: 'fault', values: { fault: FAULTS[parsed.fault] } };
}

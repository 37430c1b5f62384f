/**
 * From what a person means to the bits of a field and back: one row of code for each kind of field.
 */
import { tenthKwh, watts } from '@wattvend/quantities/energy.js';
import type { HundredThousandths } from '@wattvend/quantities/money.js';
import { tenthMinutes } from '@wattvend/quantities/time.js';
import { tenthCubicMetres } from '@wattvend/quantities/volume.js';
import { StsRefusalError } from '../refusal.ts';
import { tokenIdentifier } from '../token-identifier/token-identifier.ts';
import type { FieldKind } from './layouts.ts';
import {
  decodeTransferAmount,
  encodeTransferAmountCeil,
  type TransferUnits,
} from './transfer-amount.ts';
import { decodeTransferCurrency, encodeTransferCurrencyForCustomer } from './transfer-currency.ts';

/** What a member of a token holds: money is a bigint, all else a number. */
export type FieldValue = number | bigint;

/** The code of a value. Throws StsRefusalError for a value that has none. */
export function encodeFieldValue(kind: FieldKind, value: FieldValue): number {
  switch (kind) {
    case 'number':
    case 'tokenIdentifier':
      return value as number;
    case 'energy':
    case 'volume':
    case 'span':
    case 'power':
      return encodeTransferAmountCeil(value as TransferUnits);
    case 'currency':
      return encodeTransferCurrencyForCustomer(value as HundredThousandths);
    case 'padding':
      if (value !== 0) throw new StsRefusalError('padding-not-zero', `Got ${value}.`);
      return 0;
  }
}

/** The value of a code, which has as many bits as its field. */
export function decodeFieldValue(kind: FieldKind, code: number): FieldValue {
  switch (kind) {
    case 'number':
    case 'padding':
      return code;
    case 'tokenIdentifier':
      return tokenIdentifier(code);
    case 'energy':
      return tenthKwh(decodeTransferAmount(code));
    case 'volume':
      return tenthCubicMetres(decodeTransferAmount(code));
    case 'span':
      return tenthMinutes(decodeTransferAmount(code));
    case 'power':
      return watts(decodeTransferAmount(code));
    case 'currency':
      return decodeTransferCurrency(code);
  }
}

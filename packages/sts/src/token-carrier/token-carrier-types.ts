/**
 * Token carrier types (TCT; IEC 62055-41, 6.1.3): by what a token comes to the meter. One row for each
 * code of which anything is known; a code without a row is reserved.
 */

import type { Confidence } from '../confidence.ts';
import { frozen } from '../frozen.ts';
import { StsRefusalError } from '../refusal.ts';
import type { KeyType } from '../supply-group/supply-group.ts';

/** Two digits, leading zero kept. */
export type TokenCarrierType = '00' | '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08';

export interface TokenCarrierTypeRow {
  readonly name: string;
  /** No meter has a reserved one; a legacy one is some maker's own, of which nothing is public. */
  readonly status: 'defined' | 'legacy' | 'reserved';
  readonly confidence: Confidence;
  readonly note: string;
}

const LEGACY: TokenCarrierTypeRow = {
  name: 'legacy',
  status: 'legacy',
  confidence: 'medium',
  note: 'Carriers of single makers, or reserved; nothing of them is public.',
};

export const TOKEN_CARRIER_TYPES: Readonly<Record<TokenCarrierType, TokenCarrierTypeRow>> = frozen({
  '00': { name: 'reserved', status: 'reserved', confidence: 'high', note: 'Not a carrier.' },
  '01': {
    name: 'magnetic card',
    status: 'defined',
    confidence: 'high',
    note: 'The only carrier with which a common key (DCTK) is allowed.',
  },
  '02': {
    name: 'numeric',
    status: 'defined',
    confidence: 'high',
    note: 'Twenty digits that a person keys in.',
  },
  '03': LEGACY,
  '04': LEGACY,
  '05': LEGACY,
  '06': LEGACY,
  '07': {
    name: 'virtual token carrier',
    status: 'defined',
    confidence: 'medium',
    note: 'A remote connection (IEC 62055-52).',
  },
  '08': {
    name: 'virtual token carrier over DLMS/COSEM',
    status: 'defined',
    confidence: 'medium',
    note: 'New in the third edition. The code 08 is in general use; no public text proves it.',
  },
});

/** In ascending order; a table with such names for keys need not keep the order itself. */
export const TOKEN_CARRIER_TYPE_CODES: readonly TokenCarrierType[] = frozen([
  '00',
  '01',
  '02',
  '03',
  '04',
  '05',
  '06',
  '07',
  '08',
]);

/** Whether the text is the code of a row. */
export function isTokenCarrierType(text: unknown): text is TokenCarrierType {
  return typeof text === 'string' && Object.hasOwn(TOKEN_CARRIER_TYPES, text);
}

/** Whether a meter of this carrier may have a key of this type: a common key needs cards. */
export function isKeyTypeAllowedOnCarrier(keyType: KeyType, carrier: TokenCarrierType): boolean {
  return keyType !== 3 || carrier === '01';
}

/** Throws StsRefusalError (common-key-carrier) for a common key without magnetic cards. */
export function assertKeyTypeAllowedOnCarrier(keyType: KeyType, carrier: TokenCarrierType): void {
  if (!isKeyTypeAllowedOnCarrier(keyType, carrier)) {
    throw new StsRefusalError(
      'common-key-carrier',
      `Got ${carrier}, ${TOKEN_CARRIER_TYPES[carrier].name}.`,
    );
  }
}

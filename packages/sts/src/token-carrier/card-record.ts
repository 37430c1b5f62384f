/**
 * The records of meter and token cards: what is established of each, and the one that is, the IDRecord.
 * It names a meter to a point of sale, on a magnetic card and as a number in interfaces: 35 digits,
 * fields of fixed width and nothing between them.
 *
 *     MeterPAN 18 | DOE 4 | TCT 2 | EA 2 | SGC 6 | TI 2 | KRN 1
 *
 * No layout is established in public for Record2, for the token on a magnetic card (IEC 62055-51) or
 * for IC cards. A token on an IC card is the same twenty digits as on a receipt; where on the card they
 * stand is a matter of the card. This package claims no conformance of any card.
 */

import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Confidence } from '../confidence.ts';
import type { EncryptionAlgorithm } from '../decoder-key/decoder-key.ts';
import { isEncryptionAlgorithm } from '../decoder-key/encryption-algorithms.ts';
import { frozen } from '../frozen.ts';
import { type MeterPan, parseMeterPan } from '../meter-pan/meter-pan.ts';
import { StsRefusalError } from '../refusal.ts';
import {
  type KeyRevisionNumber,
  keyRevisionNumber,
  type SupplyGroupCode,
  supplyGroupCode,
  type TariffIndex,
  tariffIndex,
} from '../supply-group/supply-group.ts';
import {
  isTokenCarrierType,
  TOKEN_CARRIER_TYPES,
  type TokenCarrierType,
} from './token-carrier-types.ts';

/** Year and month, YYMM. The century is not in it. */
export type DateOfExpiry = Quantity<string, 'YYMM'>;

export interface IdRecord {
  readonly meterPan: MeterPan;
  /** Of the card; on numeric tokens there is none. */
  readonly dateOfExpiry: DateOfExpiry;
  readonly tokenCarrierType: TokenCarrierType;
  readonly encryptionAlgorithm: EncryptionAlgorithm;
  readonly supplyGroupCode: SupplyGroupCode;
  readonly tariffIndex: TariffIndex;
  readonly keyRevisionNumber: KeyRevisionNumber;
}

export interface IdRecordField {
  readonly abbreviation: 'MeterPAN' | 'DOE' | 'TCT' | 'EA' | 'SGC' | 'TI' | 'KRN';
  readonly member: keyof IdRecord;
  readonly digits: number;
  /** The place of its first digit, counted from 1. */
  readonly position: number;
  readonly confidence: Confidence;
}

/** The fields in their order. The layout is known from one source; its length from two. */
export const ID_RECORD_FIELDS: readonly IdRecordField[] = frozen([
  field('MeterPAN', 'meterPan', 18, 1),
  field('DOE', 'dateOfExpiry', 4, 19),
  field('TCT', 'tokenCarrierType', 2, 23),
  field('EA', 'encryptionAlgorithm', 2, 25),
  field('SGC', 'supplyGroupCode', 6, 27),
  field('TI', 'tariffIndex', 2, 33),
  field('KRN', 'keyRevisionNumber', 1, 35),
]);

export const ID_RECORD_DIGITS = 35;

function field(
  abbreviation: IdRecordField['abbreviation'],
  member: keyof IdRecord,
  digits: number,
  position: number,
): IdRecordField {
  return { abbreviation, member, digits, position, confidence: 'medium' };
}

export interface CardRecordRow {
  readonly name: string;
  readonly isLayoutEstablished: boolean;
  readonly confidence: Confidence;
  readonly note: string;
}

/** What is known of the records on cards. */
export const CARD_RECORDS: Readonly<
  Record<'id-record' | 'track-2' | 'record-2' | 'magnetic-token' | 'ic-card', CardRecordRow>
> = frozen({
  'id-record': {
    name: 'IDRecord',
    isLayoutEstablished: true,
    confidence: 'medium',
    note: '35 digits. A value of DOE for a card that does not expire is not established.',
  },
  'track-2': {
    name: 'IDRecord on ABA track 2',
    isLayoutEstablished: true,
    confidence: 'medium',
    note: 'Five-bit characters of odd parity between ; and ?, then the longitudinal check.',
  },
  'record-2': {
    name: 'Record2',
    isLayoutEstablished: false,
    confidence: 'low',
    note: 'Known by name only.',
  },
  'magnetic-token': {
    name: 'token on a magnetic card',
    isLayoutEstablished: false,
    confidence: 'low',
    note: 'The layout of IEC 62055-51 is not public; no conformance is claimed.',
  },
  'ic-card': {
    name: 'token on an IC card',
    isLayoutEstablished: false,
    confidence: 'low',
    note: 'There is no standard layout. The token is the same twenty digits as on a receipt.',
  },
});

/** Throws StsRefusalError (date-of-expiry) unless the text is YYMM with a month from 01 to 12. */
export function dateOfExpiry(text: string): DateOfExpiry {
  if (!isDateOfExpiry(text)) throw new StsRefusalError('date-of-expiry', `Got "${text}".`);
  return text;
}

function isDateOfExpiry(text: string): text is DateOfExpiry {
  return /^\d{2}(0[1-9]|1[0-2])$/.test(text);
}

function isCarrierOfMeters(text: string): text is TokenCarrierType {
  return isTokenCarrierType(text) && TOKEN_CARRIER_TYPES[text].status !== 'reserved';
}

/**
 * Writes the 35 digits. Throws StsRefusalError (token-carrier-type) for TCT 00, which is reserved; all
 * else was checked where the members were made.
 */
export function formatIdRecord(record: IdRecord): string {
  if (!isCarrierOfMeters(record.tokenCarrierType)) {
    throw new StsRefusalError('token-carrier-type', `Got "${record.tokenCarrierType}".`);
  }
  return ID_RECORD_FIELDS.map(({ member }) => String(record[member])).join('');
}

export type ParsedIdRecord = ({ readonly kind: 'id-record' } & IdRecord) | IdRecordFault;

export type IdRecordFault =
  | {
      readonly kind: 'fault';
      readonly fault: 'card-record-digits';
      /** The first that is no digit. */
      readonly character: string;
      /** Counted from 1. */
      readonly position: number;
    }
  | {
      readonly kind: 'fault';
      readonly fault: 'card-record';
      /** Digits. */
      readonly found: number;
      readonly expected: typeof ID_RECORD_DIGITS;
    }
  | {
      readonly kind: 'fault';
      readonly fault: IdRecordFieldFault;
      readonly field: IdRecordField['abbreviation'];
      /** Of the field's first digit, or of a check digit; counted from 1. */
      readonly position: number;
      readonly found: string;
      /** The digit a check digit should be; null for any other fault. */
      readonly expected: string | null;
    };

export type IdRecordFieldFault =
  | 'unknown-issuer'
  | 'drn-check-digit'
  | 'pan-check-digit'
  | 'date-of-expiry'
  | 'token-carrier-type'
  | 'encryption-algorithm'
  | 'key-revision-number';

/**
 * Reads the digits of an IDRecord, nothing between them. The fault is the first of:
 * card-record-digits; card-record, for another number of digits; then, field by field from the left,
 * unknown-issuer, drn-check-digit, pan-check-digit, date-of-expiry (a month other than 01 to 12),
 * token-carrier-type and encryption-algorithm (a code that is not known), key-revision-number (0).
 * Any six digits are a supply group and any two a tariff index. Whether the date has passed is for
 * whoever knows the time to see.
 */
export function parseIdRecord(text: string): ParsedIdRecord {
  const characters = [...text];
  const index = characters.findIndex((character) => !/^\d$/.test(character));
  if (index >= 0) {
    const character = characters[index] ?? '';
    return { kind: 'fault', fault: 'card-record-digits', character, position: index + 1 };
  }
  if (text.length !== ID_RECORD_DIGITS) {
    return { kind: 'fault', fault: 'card-record', found: text.length, expected: ID_RECORD_DIGITS };
  }
  return readFields(text);
}

function readFields(digits: string): ParsedIdRecord {
  const pan = parseMeterPan(textOf(digits, 'meterPan'));
  if (pan.kind === 'fault') return meterPanFault(pan, digits);
  const expiry = textOf(digits, 'dateOfExpiry');
  if (!isDateOfExpiry(expiry)) return fieldFault('date-of-expiry', 'dateOfExpiry', digits);
  const carrier = textOf(digits, 'tokenCarrierType');
  if (!isCarrierOfMeters(carrier)) {
    return fieldFault('token-carrier-type', 'tokenCarrierType', digits);
  }
  const algorithm = textOf(digits, 'encryptionAlgorithm');
  if (!isEncryptionAlgorithm(algorithm)) {
    return fieldFault('encryption-algorithm', 'encryptionAlgorithm', digits);
  }
  const revision = Number(textOf(digits, 'keyRevisionNumber'));
  if (revision === 0) return fieldFault('key-revision-number', 'keyRevisionNumber', digits);
  return {
    kind: 'id-record',
    meterPan: pan.meterPan,
    dateOfExpiry: expiry,
    tokenCarrierType: carrier,
    encryptionAlgorithm: algorithm,
    supplyGroupCode: supplyGroupCode(textOf(digits, 'supplyGroupCode')),
    tariffIndex: tariffIndex(textOf(digits, 'tariffIndex')),
    keyRevisionNumber: keyRevisionNumber(revision),
  };
}

function fieldOf(member: keyof IdRecord): IdRecordField {
  const found = ID_RECORD_FIELDS.find((one) => one.member === member);
  if (found === undefined) throw new RangeError(`an IDRecord has no ${member}`);
  return found;
}

function textOf(digits: string, member: keyof IdRecord): string {
  const { position, digits: width } = fieldOf(member);
  return digits.slice(position - 1, position - 1 + width);
}

function fieldFault(
  fault: IdRecordFieldFault,
  member: keyof IdRecord,
  digits: string,
): IdRecordFault {
  const { abbreviation, position } = fieldOf(member);
  const found = textOf(digits, member);
  return { kind: 'fault', fault, field: abbreviation, position, found, expected: null };
}

// The check digits are the last two of the MeterPAN: that of the DRN, then that of the whole.
const DRN_CHECK_DIGIT_POSITION = 17;
const PAN_CHECK_DIGIT_POSITION = 18;

function meterPanFault(
  pan: Extract<ReturnType<typeof parseMeterPan>, { readonly kind: 'fault' }>,
  digits: string,
): IdRecordFault {
  switch (pan.fault) {
    case 'not-eighteen-digits':
      throw new RangeError('an IDRecord has 18 digits for the MeterPAN');
    case 'unknown-issuer':
      return fieldFault('unknown-issuer', 'meterPan', digits);
    case 'drn-check-digit':
      return { ...pan, field: 'MeterPAN', position: DRN_CHECK_DIGIT_POSITION };
    case 'pan-check-digit':
      return { ...pan, field: 'MeterPAN', position: PAN_CHECK_DIGIT_POSITION };
  }
}

export interface Record2Fault {
  readonly kind: 'fault';
  readonly fault: 'record2-layout-not-established';
  /** As it was read, so that it can be kept or shown. */
  readonly record: string;
}

/** Answers that the layout of Record2 is not established, whatever the record. */
export function parseRecord2(record: string): Record2Fault {
  return { kind: 'fault', fault: 'record2-layout-not-established', record };
}

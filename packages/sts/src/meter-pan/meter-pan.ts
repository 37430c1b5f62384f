/**
 * The number of a meter (IEC 62055-41, 6.1.2). MeterPAN is the whole of it, 18 digits: issuer, DRN,
 * check digit. DRN is what is printed on the meter and what a customer reads out: maker, serial
 * number, check digit. Two layouts exist, one for two-digit and one for four-digit makers:
 *
 *     600727 | MM   | SSSSSSSS | c | C        the DRN has 11 digits
 *     0000   | MMMM | SSSSSSSS | c | C        the DRN has 13 digits
 */
import type { Quantity } from '@wattvend/quantities/quantity.js';
import { StsRefusalError } from '../refusal.ts';
import { checkDigit } from './check-digit.ts';

/** 18 digits of a known issuer, both check digits right. */
export type MeterPan = Quantity<string, 'MeterPAN'>;

/** 11 or 13 digits, check digit right: the number printed on the meter. */
export type Drn = Quantity<string, 'DRN'>;

const PAN_DIGITS = 18;
const SERIAL_NUMBER_DIGITS = 8;

// The length of a DRN tells its issuer, and the first digits of a MeterPAN tell its layout.
const ISSUER_OF_TWO_DIGIT_MAKERS = '600727';
const ISSUER_OF_FOUR_DIGIT_MAKERS = '0000';

/** The parts of a MeterPAN as they stand, whether or not the check digits are right. */
export interface MeterPanParts {
  readonly issuerIdentificationNumber: string;
  /** With its own check digit, as it stands. */
  readonly drn: string;
  readonly manufacturerCode: string;
  readonly serialNumber: string;
  readonly isDrnCheckDigitRight: boolean;
  readonly isPanCheckDigitRight: boolean;
}

export type SplitMeterPan =
  | ({ readonly kind: 'parts' } & MeterPanParts)
  | { readonly kind: 'fault'; readonly fault: 'not-eighteen-digits' | 'unknown-issuer' };

/** Takes a MeterPAN apart without judging its check digits; for showing what is wrong with it. */
export function splitMeterPan(text: string): SplitMeterPan {
  if (!/^\d{18}$/.test(text)) return { kind: 'fault', fault: 'not-eighteen-digits' };
  const issuer = [ISSUER_OF_TWO_DIGIT_MAKERS, ISSUER_OF_FOUR_DIGIT_MAKERS].find((number) =>
    text.startsWith(number),
  );
  if (issuer === undefined) return { kind: 'fault', fault: 'unknown-issuer' };
  const drn = text.slice(issuer.length, PAN_DIGITS - 1);
  const drnBody = drn.slice(0, -1);
  return {
    kind: 'parts',
    issuerIdentificationNumber: issuer,
    drn,
    manufacturerCode: drnBody.slice(0, -SERIAL_NUMBER_DIGITS),
    serialNumber: drnBody.slice(-SERIAL_NUMBER_DIGITS),
    isDrnCheckDigitRight: drn.endsWith(checkDigit(drnBody)),
    isPanCheckDigitRight: text.endsWith(checkDigit(text.slice(0, -1))),
  };
}

/** Which of the two check digits is wrong, what stands there and what should, one digit each. */
export interface CheckDigitFault<Name extends 'drn-check-digit' | 'pan-check-digit'> {
  readonly kind: 'fault';
  readonly fault: Name;
  readonly found: string;
  /** Right over the digits before it as they stand, which may themselves be mistyped. */
  readonly expected: string;
}

function checkDigitFault<Name extends 'drn-check-digit' | 'pan-check-digit'>(
  fault: Name,
  digits: string,
): CheckDigitFault<Name> | null {
  const found = digits.slice(-1);
  const expected = checkDigit(digits.slice(0, -1));
  return found === expected ? null : { kind: 'fault', fault, found, expected };
}

export type MeterPanFault =
  | { readonly kind: 'fault'; readonly fault: 'not-eighteen-digits' | 'unknown-issuer' }
  | CheckDigitFault<'drn-check-digit'>
  | CheckDigitFault<'pan-check-digit'>;

export type ParsedMeterPan =
  | {
      readonly kind: 'meter-pan';
      readonly meterPan: MeterPan;
      readonly issuerIdentificationNumber: string;
      readonly drn: Drn;
      readonly manufacturerCode: string;
      readonly serialNumber: string;
    }
  | MeterPanFault;

/**
 * Reads the 18 digits of a MeterPAN, nothing between them; faults in the order of their type. The
 * DRN comes first, for the check digit of the whole is taken over that of the DRN: once the DRN is
 * mended, the other one may have to change as well.
 */
export function parseMeterPan(text: string): ParsedMeterPan {
  const parts = splitMeterPan(text);
  if (parts.kind === 'fault') return parts;
  const fault =
    checkDigitFault('drn-check-digit', parts.drn) ?? checkDigitFault('pan-check-digit', text);
  if (fault !== null) return fault;
  return {
    kind: 'meter-pan',
    meterPan: text as MeterPan,
    issuerIdentificationNumber: parts.issuerIdentificationNumber,
    drn: parts.drn as Drn,
    manufacturerCode: parts.manufacturerCode,
    serialNumber: parts.serialNumber,
  };
}

export type ParsedDrn =
  | { readonly kind: 'drn'; readonly drn: Drn }
  | { readonly kind: 'fault'; readonly fault: 'not-eleven-or-thirteen-digits' }
  | CheckDigitFault<'drn-check-digit'>;

/** Reads the number printed on a meter as a person types it; blanks and hyphens are ignored. */
export function parseDrn(text: string): ParsedDrn {
  const digits = text.replaceAll(/[\s-]/g, '');
  if (!/^(\d{11}|\d{13})$/.test(digits)) {
    return { kind: 'fault', fault: 'not-eleven-or-thirteen-digits' };
  }
  return checkDigitFault('drn-check-digit', digits) ?? { kind: 'drn', drn: digits as Drn };
}

/** The MeterPAN of a printed number: the issuer follows from the number's length. */
export function meterPanFromDrn(drn: Drn): MeterPan {
  const issuer = drn.length === 11 ? ISSUER_OF_TWO_DIGIT_MAKERS : ISSUER_OF_FOUR_DIGIT_MAKERS;
  const body = issuer + drn;
  return (body + checkDigit(body)) as MeterPan;
}

/** The printed number inside a MeterPAN. */
export function drnFromMeterPan(meterPan: MeterPan): Drn {
  const issuer = meterPan.startsWith(ISSUER_OF_TWO_DIGIT_MAKERS)
    ? ISSUER_OF_TWO_DIGIT_MAKERS
    : ISSUER_OF_FOUR_DIGIT_MAKERS;
  return meterPan.slice(issuer.length, PAN_DIGITS - 1) as Drn;
}

/**
 * The number a maker gives a meter. Throws StsRefusalError, in this order: manufacturer-code unless
 * it has two or four digits; serial-number unless it has eight.
 */
export function makeDrn(manufacturerCode: string, serialNumber: string): Drn {
  if (!/^(\d{2}|\d{4})$/.test(manufacturerCode)) {
    throw new StsRefusalError('manufacturer-code', `Got "${manufacturerCode}".`);
  }
  if (!/^\d{8}$/.test(serialNumber)) {
    throw new StsRefusalError('serial-number', `Got "${serialNumber}".`);
  }
  const body = manufacturerCode + serialNumber;
  return (body + checkDigit(body)) as Drn;
}

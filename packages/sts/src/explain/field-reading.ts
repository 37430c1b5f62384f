/**
 * What the value of a field means to a person, and what a meter or a vending system would object to
 * it: one reader for each member a token can have.
 */
import type { Confidence } from '../confidence.ts';
import { isKeyTypeChangeAllowed, KEY_TYPES } from '../supply-group/key-type.ts';
import type { KeyExpiryNumber } from '../supply-group/supply-group.ts';
import { isKeyExpired, keyType } from '../supply-group/supply-group.ts';
import type { PlacedField } from '../token/codec.ts';
import { decodeFieldValue, type FieldValue } from '../token/field-values.ts';
import type { TokenLayout } from '../token/layouts.ts';
import { ALL_CREDIT_REGISTERS, CREDIT_REGISTERS } from '../token/management.ts';
import { CONTROL_BITS, METER_TESTS, testsOfControl } from '../token/test-display.ts';
import {
  isReservedTokenIdentifier,
  tokenIdentifier,
} from '../token-identifier/token-identifier.ts';
import { type AmountKind, explainRounding, formatAmount } from './carried-amount.ts';
import { formatTokenIdentifier } from './civil-time.ts';
import type { CandidateKey } from './explanation.ts';

/** A field of a token, and what is known beside it. */
export interface FieldToRead {
  readonly row: TokenLayout;
  readonly field: PlacedField;
  /** The number in all bits of the member, which may have two fields. */
  readonly code: number;
  /** Null for a token in clear. */
  readonly candidate: CandidateKey | null;
}

/** A value that speaks against the token. */
export interface Objection {
  /** What a meter answers to it; null where the standard names no result. */
  readonly result: string | null;
  readonly sentence: string;
}

/** What was read from a field. */
export interface FieldReading {
  readonly value: string;
  readonly meaning: string;
  readonly objections?: readonly Objection[];
  /** Where it is less than that of the token. */
  readonly confidence?: Confidence;
}

type Reader = (read: FieldToRead) => FieldReading;

/** By the member's name in layouts.ts. */
const READERS: Readonly<Record<string, Reader>> = {
  random: ({ code }) => ({
    value: String(code),
    meaning: 'A random number, so that equal purchases look different. It is never checked.',
  }),
  tokenIdentifier: readTokenIdentifier,
  energy: (read) => readCredit(read, 'of energy'),
  volume: (read) => readCredit(read, read.row.name === 'gas' ? 'of gas' : 'of water'),
  span: (read) => readCredit(read, 'of time, in the unit of the third edition'),
  currency: readCurrency,
  control: readControl,
  manufacturerCode: readManufacturerCode,
  maximumPowerLimit: (read) => readLimit(read, 'The meter switches off above this power.'),
  maximumPhasePowerUnbalanceLimit: (read) =>
    readLimit(read, 'The power of two phases may differ by this much.'),
  register: readRegister,
  rate: (read) => readUnknownNumber(read, 'tariff rate'),
  waterMeterFactor: (read) => readUnknownNumber(read, 'factor of a water meter'),
  padding: ({ code }) => ({
    value: String(code),
    meaning: 'Nothing: the bits that are left over are zero.',
    objections: when(code !== 0, 'FormatError', 'The padding of this token is zero.'),
  }),
  keyExpiryNumberHighOrder: ({ code }) => ({
    value: `${code}, so KEN is ${code * 16} to ${code * 16 + 15}`,
    meaning: 'The high half of the new key expiry number; the second section has the low half.',
  }),
  keyExpiryNumberLowOrder: ({ code }) => ({
    value: String(code),
    meaning: 'The low half of the new key expiry number; the first section has the high half.',
  }),
  keyRevisionNumber: ({ code }) => ({
    value: String(code),
    meaning: 'Which vending key of its supply group the new key comes from.',
    objections: when(code < 1 || code > 9, 'RangeError', 'A key revision number is 1 to 9.'),
  }),
  rollover: ({ code }) => ({
    value: String(code),
    meaning:
      code === 1
        ? 'The new key has another base date: the meter forgets the token identifiers it took.'
        : 'The new key has the same base date: the meter keeps the token identifiers it took.',
  }),
  thirdKeyChangeToken: readThirdKeyChangeToken,
  keyType: readKeyType,
  tariffIndex: ({ code }) => ({
    value: String(code).padStart(2, '0'),
    meaning: 'The new tariff index, which enters the new key.',
    objections: when(code > 99, 'RangeError', 'A tariff index is 0 to 99.'),
  }),
  supplyGroupCode: ({ candidate, code }) => ({
    value: sixDigits(code),
    meaning:
      candidate?.supplyGroupCode === sixDigits(code)
        ? 'The supply group of the meter, which stays the same.'
        : 'The supply group the meter goes to.',
    objections: when(code > SUPPLY_GROUP_CODE_MAX, 'RangeError', SUPPLY_GROUP_CODE_RANGE),
  }),
  supplyGroupCodeLowOrder: ({ code }) => ({
    value: `${code} of 4096`,
    meaning: 'The low twelve bits of the new supply group code; the fourth section has the rest.',
  }),
  supplyGroupCodeHighOrder: ({ code }) => {
    const lowest = code * TWELVE_BITS;
    return {
      value: `${code}, so SGC is ${sixDigits(lowest)} to ${sixDigits(lowest + TWELVE_BITS - 1)}`,
      meaning: 'The high twelve bits of the new supply group code; the third section has the rest.',
      objections: when(lowest > SUPPLY_GROUP_CODE_MAX, 'RangeError', SUPPLY_GROUP_CODE_RANGE),
    };
  },
  newKeyHighOrder: (read) => readKeySection(read, 'first'),
  newKeyMiddleOrder2: (read) => readKeySection(read, 'second'),
  newKeyMiddleOrder1: (read) => readKeySection(read, 'third'),
  newKeyLowOrder: (read) => readKeySection(read, 'last'),
};

const SECRET_MEMBERS: readonly string[] = [
  'newKeyHighOrder',
  'newKeyMiddleOrder2',
  'newKeyMiddleOrder1',
  'newKeyLowOrder',
];

const SUPPLY_GROUP_CODE_MAX = 999_999;
const SUPPLY_GROUP_CODE_RANGE = 'A supply group code is 000000 to 999999.';
const TWELVE_BITS = 4096;

// As the number of digits says; it is in class 1, where the subclass decides.
const MANUFACTURER_CODE_MAX: Readonly<Record<number, number>> = { 0: 99, 1: 9999 };

/** Whether a member is part of a decoder key. */
export function isSecretMember(name: string): boolean {
  return SECRET_MEMBERS.includes(name);
}

/** Reads a field. */
export function readField(read: FieldToRead): FieldReading {
  const reader = READERS[read.field.name];
  if (reader === undefined) throw new Error(`no sentence for the member ${read.field.name}`);
  return reader(read);
}

/** The value of a field as a token has it. */
export function fieldValue({ code, field }: FieldToRead): FieldValue {
  return decodeFieldValue(field.holds, code);
}

function when(isSo: boolean, result: string | null, sentence: string): readonly Objection[] {
  return isSo ? [{ result, sentence }] : [];
}

function sixDigits(code: number): string {
  return String(code).padStart(6, '0');
}

function readTokenIdentifier({ candidate, code }: FieldToRead): FieldReading {
  const identifier = tokenIdentifier(code);
  const baseDate = candidate?.baseDate ?? 1993;
  const minute = `minute ${code} since ${baseDate}-01-01`;
  const special =
    ' It is 00:01 of a day, which is kept for special tokens, such as a free allowance: as all of a ' +
    'day have the same minute, a meter takes one of them.';
  const ken: KeyExpiryNumber | undefined = candidate?.keyExpiryNumber;
  const isExpired = ken !== undefined && isKeyExpired(identifier, ken);
  return {
    value: `${formatTokenIdentifier(identifier, baseDate)} (${minute})`,
    meaning: `When the token was made. A meter takes each minute once.${
      isReservedTokenIdentifier(identifier) ? special : ''
    }`,
    objections: when(
      isExpired,
      'KeyExpiredError',
      `The minute is in block ${code >> 16} of 65 536 minutes; the key serves to block ${ken}.`,
    ),
  };
}

function readCredit(read: FieldToRead, what: string): FieldReading {
  const value = formatAmount(read.field.holds as AmountKind, fieldValue(read));
  return {
    value,
    meaning: `Adds ${value} ${what}. ${explainRounding(read.field.holds as AmountKind, read.code)}`,
  };
}

function readLimit(read: FieldToRead, what: string): FieldReading {
  return {
    value: formatAmount('power', fieldValue(read)),
    meaning: `${what} ${explainRounding('power', read.code)}`,
  };
}

const NEGATIVE_ZERO = 1 << 19;

function readCurrency(read: FieldToRead): FieldReading {
  const { code, field } = read;
  const money = BigInt(fieldValue(read));
  const size = formatAmount('currency', money < 0n ? -money : money);
  const does = money < 0n ? `Takes ${size} from` : `Adds ${size} to`;
  const part =
    field.codeShift > 0
      ? 'The sign and the three high bits of the exponent; the rest stands in the other field.'
      : 'The two low bits of the exponent and the fourteen of the mantissa.';
  return {
    value: formatAmount('currency', money),
    meaning: `${part} ${does} the account. ${explainRounding('currency', code)}`,
    objections: when(
      code === NEGATIVE_ZERO,
      null,
      'It is a negative zero, which no encoder should make; it is read as zero.',
    ),
  };
}

function readControl({ code, row }: FieldToRead): FieldReading {
  const subclass = row.subclass as 0 | 1;
  const tests = testsOfControl(code, subclass);
  const known = tests.map((number) => METER_TESTS.find((test) => test.number === number));
  const names = tests.map((number, index) => {
    const purpose = known[index]?.purpose ?? 'reserved, or the maker’s own';
    return `test ${number}: ${purpose}`;
  });
  const unknown = tests.filter((_, index) => known[index] === undefined);
  const isUncertain = known.some((test) => test === undefined || test.confidence !== 'high');
  return {
    value: names.length === 0 ? 'no test' : names.join('; '),
    meaning:
      tests[0] === 0
        ? 'Every bit is set, which asks for all tests the meter has.'
        : `A bit for each test of ${CONTROL_BITS[subclass]}, the lowest for test 1.${
            tests.length > 1 ? ' What a meter does with several is its maker’s choice.' : ''
          }`,
    objections: [
      ...when(tests.length === 0, 'FunctionError', 'It asks for no test.'),
      ...when(
        unknown.length > 0,
        unknown.length === tests.length ? 'FunctionError' : null,
        `Tests above 18 are reserved, or the maker’s own: ${unknown.join(', ')}.`,
      ),
    ],
    confidence: isUncertain ? 'medium' : 'high',
  };
}

function readManufacturerCode({ code, row }: FieldToRead): FieldReading {
  const greatest = MANUFACTURER_CODE_MAX[row.subclass] ?? 0;
  const digits = String(code).padStart(row.subclass === 0 ? 2 : 4, '0');
  return {
    value: code === 0 ? 'any maker' : digits,
    meaning:
      code === 0
        ? 'Zero addresses the meters of every maker.'
        : `Meters of maker ${digits} obey it; those of others answer MfrCodeError.`,
    objections: when(
      code > greatest,
      'MfrCodeError',
      `A manufacturer code in this subclass is 0 to ${greatest}; no meter can have this one.`,
    ),
    confidence: code === 0 ? 'medium' : 'high',
  };
}

function readRegister({ code }: FieldToRead): FieldReading {
  const known = CREDIT_REGISTERS.find(({ register }) => register === code);
  const isAll = code === ALL_CREDIT_REGISTERS;
  return {
    value: known === undefined ? String(code) : `${code}: ${known.name}`,
    meaning: isAll
      ? 'Every credit register is set to zero.'
      : 'Which credit register is set to zero.',
    objections: when(
      known === undefined,
      'RangeError',
      'A register is 0 to 7, or 65 535 for all of them.',
    ),
    confidence: known?.confidence ?? 'medium',
  };
}

function readUnknownNumber({ code }: FieldToRead, what: string): FieldReading {
  return {
    value: String(code),
    meaning: `Kept for a ${what}; what the number means is not established in public.`,
    objections: when(true, 'FunctionError', `Few meters, if any, have a ${what} to set.`),
  };
}

function readThirdKeyChangeToken({ candidate, code }: FieldToRead): FieldReading {
  const isLong = candidate?.cipher.keyBits === 128;
  const absent = isLong
    ? 'Reserved in a set for keys of 128 bits, which always has four tokens.'
    : 'The set has two tokens, and the supply group code stays.';
  return {
    value: String(code),
    meaning:
      code === 1 && !isLong ? 'The set has a third token, with the new supply group code.' : absent,
    objections: when(
      code === 1 && isLong,
      null,
      'A set for keys of 128 bits has this bit reserved and zero.',
    ),
    confidence: 'medium',
  };
}

function readKeyType({ candidate, code }: FieldToRead): FieldReading {
  const type = keyType(code);
  const { abbreviation, name, note } = KEY_TYPES[type];
  const from = candidate?.keyType;
  const isForbidden = from !== undefined && !isKeyTypeChangeAllowed(from, type);
  return {
    value: `${code}: ${abbreviation}, ${name}`,
    meaning: `The type of the new key. ${note}`,
    objections: [
      ...when(
        isForbidden,
        'KeyTypeError',
        `A meter does not go from a ${KEY_TYPES[from ?? type].abbreviation} to a ${abbreviation}.`,
      ),
      ...when(
        type === 0 && from === undefined,
        null,
        'Only a meter that still has an initialisation key (DITK) could take another one.',
      ),
    ],
  };
}

function readKeySection({ code, field }: FieldToRead, which: string): FieldReading {
  const octets = field.width / 8;
  return {
    value: code
      .toString(16)
      .toUpperCase()
      .padStart(octets * 2, '0'),
    meaning: `The ${which} ${octets} octets of the new decoder key, as secret as the key.`,
  };
}

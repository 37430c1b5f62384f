/**
 * Tokens: from what they say to twenty digits and back (IEC 62055-41, 6.2 to 6.5). The order of work
 * is the standard's: fields, checksum, encryption, class bits, digits; and on reading the checksum
 * before anything else, because a wrong key looks like any field at all.
 */
import type { Quantity } from '@wattvend/quantities/quantity.js';
import { type Block64, newBlock64 } from '../cipher/block64.ts';
import type { TokenCipher } from '../encryption/token-cipher.ts';
import { StsRefusalError } from '../refusal.ts';
import { digitsFromBits, readDigits } from '../token-carrier/decimal.ts';
import {
  assertOrdinaryTokenIdentifier,
  assertSpecialTokenIdentifier,
  type TokenIdentifier,
  tokenIdentifier,
} from '../token-identifier/token-identifier.ts';
import { extractClassBits, insertClassBits } from './class-bits.ts';
import {
  decodeToken,
  encodeToken,
  isChecksumRight,
  type PlacedRow,
  subclassOf,
  tokenRow,
} from './codec.ts';
import type { CreditToken } from './credit.ts';
import type { FieldValue } from './field-values.ts';
import type { KeyChangeSectionToken } from './key-change-section.ts';
import type { TokenLayout } from './layouts.ts';
import type { TimedManagementToken } from './management.ts';
import type { InitiateMeterTestDisplayToken } from './test-display.ts';

/** Twenty decimal digits of a number below 2^66, leading zeros kept. */
export type NumericToken = Quantity<string, '20 digits'>;

/** Any token the table knows the bits of. */
export type Token =
  | CreditToken
  | InitiateMeterTestDisplayToken
  | TimedManagementToken
  | KeyChangeSectionToken;

/**
 * Whose minute a token takes: an ordinary token never the reserved one, 00:01 of a day, and a
 * special token, such as a free allowance, no other (IEC 62055-41, 6.3.5.2).
 */
export type MinuteKind = 'ordinary' | 'special';

// Classes 0 and 2 are encrypted; class 1 travels in clear, and class 3 does not exist.
const CLASS_TEST_AND_DISPLAY = 1;
const CLASS_RESERVED = 3;

// The one row that differs by the length of the key is looked up with the key's; class 1 has none.
const NO_KEY_BITS = 64;

// The greatest manufacturer codes of two and of four digits, by subclass of class 1.
const MANUFACTURER_CODE_MAX: Readonly<Record<0 | 1, number>> = { 0: 99, 1: 9999 };

// One working block for the whole module: nothing here waits, so nobody sees it half done, and a
// token costs no allocation in the cipher.
const working: Block64 = newBlock64(0, 0);

/**
 * Makes a token of any kind. Amounts are rounded up, as the type of the token says. Throws
 * StsRefusalError: 'no-such-token' for a token the table has no bits for, under a key of this
 * length; 'token-identifier', 'reserved-minute' and 'not-reserved-minute' for a token identifier of the other kind;
 * 'field-range', 'amount-above-code' and 'padding-not-zero' for a value its field does not hold;
 * 'manufacturer-code' above 99 or 9999.
 */
export function encryptToken(
  token: Token,
  cipher: TokenCipher,
  minute: MinuteKind = 'ordinary',
): NumericToken {
  encodeInto(token, cipher.keyBits, minute);
  if (token.tokenClass !== CLASS_TEST_AND_DISPLAY) cipher.encrypt(working);
  return numericTokenOf(token.tokenClass, working);
}

/** Makes a token of class 1, which needs no key. Throws what encryptToken throws. */
export function encodeTestDisplayToken(token: InitiateMeterTestDisplayToken): NumericToken {
  encodeInto(token, NO_KEY_BITS, 'ordinary');
  return numericTokenOf(token.tokenClass, working);
}

function encodeInto(token: Token, keyBits: 64 | 128, minute: MinuteKind): void {
  const placed = tokenRow(token.tokenClass, token.subclass, keyBits);
  if (!isDefined(placed) || placed.row.name !== token.name) {
    throw new StsRefusalError(
      'no-such-token',
      `Class ${token.tokenClass}, subclass ${token.subclass}, for keys of ${keyBits} bits.`,
    );
  }
  if ('tokenIdentifier' in token) assertMinute(token.tokenIdentifier, minute);
  if (token.tokenClass === CLASS_TEST_AND_DISPLAY) {
    const greatest = MANUFACTURER_CODE_MAX[token.subclass];
    if (token.manufacturerCode > greatest) {
      throw new StsRefusalError(
        'manufacturer-code',
        `Subclass ${token.subclass} takes 0 to ${greatest}, got ${token.manufacturerCode}.`,
      );
    }
  }
  encodeToken(placed, token as unknown as Readonly<Record<string, FieldValue>>, working);
}

function assertMinute(given: TokenIdentifier, minute: MinuteKind): void {
  // Also refuses what the compiler did not see: a fraction, a text, a number of more than 24 bits.
  const identifier = tokenIdentifier(given);
  if (minute === 'ordinary') assertOrdinaryTokenIdentifier(identifier);
  else assertSpecialTokenIdentifier(identifier);
}

function numericTokenOf(tokenClass: number, block: Block64): NumericToken {
  const bits65And64 = insertClassBits(tokenClass, block);
  return digitsFromBits(bits65And64, block) as NumericToken;
}

function isDefined(placed: PlacedRow | undefined): placed is PlacedRow<TokenLayout> {
  return placed?.row.status === 'defined';
}

/** Why digits are not a token of the table. */
export type TokenFault =
  /** The checksum is wrong: a slip of the finger, or another meter's token. */
  | { readonly kind: 'fault'; readonly fault: 'crc'; readonly tokenClass: number }
  /**
   * The checksum is right and the table has no bits for the token: 'reserved' by the standard,
   * 'proprietary' to a maker, 'layout-not-established' in public, or 'not-for-key-length', which is
   * a fourth section under a key of 64 bits. A token of the reserved class 3 is read as it stands,
   * checksum and all: a slip of the finger often looks like one, and is told as a slip.
   */
  | {
      readonly kind: 'fault';
      readonly fault: 'reserved' | 'proprietary' | 'layout-not-established' | 'not-for-key-length';
      readonly tokenClass: number;
      readonly subclass: number;
    };

/** What a token turned out to be under a key. */
export type DecryptedToken = { readonly kind: 'token'; readonly token: Token } | TokenFault;

/** The class, which travels in clear: 0 to 3. */
export function tokenClassOf(token: NumericToken): number {
  return extractClassBits(readDigits(token, working), working);
}

/** The 66 bits of a token before encryption and class insertion. */
export interface ClearToken {
  readonly tokenClass: number;
  /** Subclass, fields and checksum. */
  readonly block: Readonly<Block64>;
}

/**
 * Decrypts a token without judging it; for showing its bits. Classes 1 and 3 are read as they stand,
 * and so is every class without a key.
 */
export function clearToken(token: NumericToken, cipher: TokenCipher | null): ClearToken {
  const block = newBlock64(0, 0);
  return { tokenClass: readInto(token, cipher, block), block };
}

function readInto(token: NumericToken, cipher: TokenCipher | null, block: Block64): number {
  const tokenClass = extractClassBits(readDigits(token, block), block);
  if (tokenClass !== CLASS_TEST_AND_DISPLAY && tokenClass !== CLASS_RESERVED) {
    cipher?.decrypt(block);
  }
  return tokenClass;
}

/** Reads a token under a key; class 1 is read without it. */
export function decryptToken(token: NumericToken, cipher: TokenCipher): DecryptedToken {
  const tokenClass = readInto(token, cipher, working);
  return decodeClear(tokenClass, cipher.keyBits, working);
}

/**
 * Reads a token of class 1, for which no key is needed. The fault 'encrypted' is the answer to
 * classes 0 and 2.
 */
export function decodeTestDisplayToken(
  token: NumericToken,
):
  | DecryptedToken
  | { readonly kind: 'fault'; readonly fault: 'encrypted'; readonly tokenClass: number } {
  const tokenClass = readInto(token, null, working);
  if (tokenClass !== CLASS_TEST_AND_DISPLAY && tokenClass !== CLASS_RESERVED) {
    return { kind: 'fault', fault: 'encrypted', tokenClass };
  }
  return decodeClear(tokenClass, NO_KEY_BITS, working);
}

function decodeClear(
  tokenClass: number,
  keyBits: 64 | 128,
  block: Readonly<Block64>,
): DecryptedToken {
  const subclass = subclassOf(block);
  const placed = tokenRow(tokenClass, subclass, keyBits);
  if (!isChecksumRight(tokenClass, placed?.row, block)) {
    return { kind: 'fault', fault: 'crc', tokenClass };
  }
  if (isDefined(placed)) {
    const members = { tokenClass, subclass, name: placed.row.name };
    const token: unknown = decodeToken(placed, block, members);
    return { kind: 'token', token: token as Token };
  }
  const fault =
    placed === undefined || placed.row.status === 'defined'
      ? 'not-for-key-length'
      : placed.row.status;
  return { kind: 'fault', fault, tokenClass, subclass };
}

/**
 * Tokens: from fields to twenty digits and back (IEC 62055-41, 6.2 to 6.5). The order of work is
 * the standard's: fields, checksum, encryption, class bits, digits; and on reading the checksum
 * before anything else, because a wrong key looks like any field at all.
 */
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Block64 } from '../cipher/block64.ts';
import type { TokenCipher } from '../encryption/token-cipher.ts';
import { digitsFromBits, readDigits } from '../token-carrier/decimal.ts';
import type { TokenIdentifier } from '../token-identifier/token-identifier.ts';
import { tokenIdentifier } from '../token-identifier/token-identifier.ts';
import { extractClassBits, insertClassBits } from './class-bits.ts';
import { decodeFields, encodeToken, isChecksumRight, subclassOf, tokenRow } from './codec.ts';
import { TRANSFER_CREDIT_ELECTRICITY } from './layouts.ts';
import { decodeTransferAmount, encodeTransferAmountCeil } from './transfer-amount.ts';

/** Twenty decimal digits of a number below 2^66, leading zeros kept. */
export type NumericToken = Quantity<string, '20 digits'>;

/** Class 0, subclass 0. */
export interface CreditElectricityToken {
  readonly tokenClass: 0;
  readonly subclass: 0;
  readonly name: 'electricity';
  /** 0 to 15, fresh for every token, so that equal purchases look different. */
  readonly random: number;
  readonly tokenIdentifier: TokenIdentifier;
  /** On making, rounded up to what the field can carry; on reading, what it carries. */
  readonly energy: TenthKwh;
}

// Classes 0 and 2 are encrypted; class 1 travels in clear, and class 3 does not exist.
const CLASS_TEST_AND_DISPLAY = 1;
const CLASS_RESERVED = 3;

// One working block for the whole module: nothing here waits, so nobody sees it half done, and a
// token costs no allocation.
const working: Block64 = { high: 0, low: 0 };

/**
 * Makes an electricity credit token. Throws RangeError when the random number has more than four
 * bits, the token identifier more than 24, or the energy is above TRANSFER_AMOUNT_MAX.
 */
export function encryptCreditElectricity(
  token: Pick<CreditElectricityToken, 'random' | 'tokenIdentifier' | 'energy'>,
  cipher: TokenCipher,
): NumericToken {
  const transferAmount = encodeTransferAmountCeil(token.energy);
  encodeToken(
    TRANSFER_CREDIT_ELECTRICITY,
    [token.random, token.tokenIdentifier, transferAmount],
    working,
  );
  cipher.encrypt(working);
  const bits65And64 = insertClassBits(TRANSFER_CREDIT_ELECTRICITY.tokenClass, working);
  return digitsFromBits(bits65And64, working) as NumericToken;
}

/** What a token turned out to be under a key. */
export type DecryptedToken =
  | { readonly kind: 'token'; readonly token: CreditElectricityToken }
  /** The checksum is wrong: a slip of the finger, or another meter's token. */
  | { readonly kind: 'fault'; readonly fault: 'crc'; readonly tokenClass: number }
  /**
   * The checksum is right and this build does not know the token; or the class is the reserved
   * one, of which nothing can be known and whose subclass is read as it stands.
   */
  | {
      readonly kind: 'fault';
      readonly fault: 'not-implemented';
      readonly tokenClass: number;
      readonly subclass: number;
    };

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

/** Decrypts a token without judging it; for showing its bits. Class 1 is read without the key. */
export function clearToken(token: NumericToken, cipher: TokenCipher): ClearToken {
  const block: Block64 = { high: 0, low: 0 };
  const tokenClass = extractClassBits(readDigits(token, block), block);
  if (tokenClass !== CLASS_TEST_AND_DISPLAY && tokenClass !== CLASS_RESERVED) {
    cipher.decrypt(block);
  }
  return { tokenClass, block };
}

/** Reads a token under a key. Class 1 is read without the key. */
export function decryptToken(token: NumericToken, cipher: TokenCipher): DecryptedToken {
  const { tokenClass, block } = clearToken(token, cipher);
  const subclass = subclassOf(block);
  if (tokenClass === CLASS_RESERVED) {
    return { kind: 'fault', fault: 'not-implemented', tokenClass, subclass };
  }
  const row = tokenRow(tokenClass, subclass);
  if (!isChecksumRight(tokenClass, row, block)) return { kind: 'fault', fault: 'crc', tokenClass };
  if (row !== TRANSFER_CREDIT_ELECTRICITY) {
    return { kind: 'fault', fault: 'not-implemented', tokenClass, subclass };
  }
  const [random = 0, identifier = 0, transferAmount = 0] = decodeFields(
    TRANSFER_CREDIT_ELECTRICITY,
    block,
  );
  return {
    kind: 'token',
    token: {
      tokenClass: 0,
      subclass: 0,
      name: 'electricity',
      random,
      tokenIdentifier: tokenIdentifier(identifier),
      energy: decodeTransferAmount(transferAmount),
    },
  };
}

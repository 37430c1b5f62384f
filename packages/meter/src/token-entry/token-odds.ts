/**
 * What comes of numbers that somebody guesses: the share of each result, exactly, for one memory. It
 * is derived from the layouts of tokens and not from the code that judges them, so that the two can be
 * held against each other, and so that a maker can say how long a meter withstands guessing.
 *
 * A cipher moves blocks to other blocks one to one. So a block that is uniform before decryption is
 * uniform after it, and subclass (4 bits), fields (44) and checksum (16) are independent: exactly one
 * checksum of 65,536 is right for whatever stands before it, CRC or CRC_C alike.
 */
import { ENCRYPTION_ALGORITHMS } from '@wattvend/sts/encryption-algorithms.js';
import { splitMeterPan } from '@wattvend/sts/meter-pan.js';
import { decodeTransferAmount } from '@wattvend/sts/transfer-amount.js';
import { decodeTransferCurrency } from '@wattvend/sts/transfer-currency.js';
import { ELECTRICITY, isService, SERVICES, type Service } from '../accounting/services.ts';
import { type MeterMemory, WATT_HOURS_PER_UNIT } from '../memory.ts';
import type { TokenResult } from './token-result.ts';

/**
 * Uniform: any number of 66 bits, so that the class is what falls. Class 0: somebody who knows where
 * the bits of the class stand and wants credit.
 */
export type Guessing = 'uniform' | 'class-0';

export interface TokenOdds {
  readonly tokenClass: number;
  readonly result: TokenResult;
  readonly probability: number;
}

type Shares = ReadonlyMap<TokenResult, number>;

const RIGHT_CHECKSUM = 2 ** -16;
const SUBCLASSES = 16;
const TOKEN_IDENTIFIERS = 2 ** 24;
const MINUTES_PER_BLOCK = 2 ** 16;
const KEY_TYPE_DDTK = 1;
// Of the bits of Control; see meter-tests.ts, which has as many rows.
const TESTS_OF_THIS_METER = 14;

/**
 * The odds of a random number, by class and result; they add up to 1. They hold for each guess alone.
 * Refuses, with a RangeError, a memory that is locked or keeps tokens of a key change, because there
 * the odds of a guess depend on the guesses before it.
 */
export function oddsOfGuess(memory: MeterMemory, guessing: Guessing): readonly TokenOdds[] {
  const classes = guessing === 'uniform' ? [0, 1, 2, 3] : [0];
  return classes.flatMap((tokenClass) => {
    const shares = new Map<TokenResult, number>();
    // Class 3 is told by its class alone, whatever stands in the place of a checksum.
    const wrong = tokenClass === 3 ? 'FunctionError' : 'CRCError';
    add(shares, wrong, 1 - RIGHT_CHECKSUM);
    addAll(shares, oddsOfRightChecksum(memory, tokenClass), RIGHT_CHECKSUM);
    return [...shares].map(([result, share]) => ({
      tokenClass,
      result,
      probability: share / classes.length,
    }));
  });
}

/** The share of each result among numbers of a class whose checksum is right; they add up to 1. */
export function oddsOfRightChecksum(memory: MeterMemory, tokenClass: number): Shares {
  if (memory.lockOut.remaining > 0 || memory.keyChangeTokens.length > 0) {
    throw new RangeError('the odds of a guess are those of a meter that is not locked or waiting');
  }
  const shares = new Map<TokenResult, number>();
  for (let subclass = 0; subclass < SUBCLASSES; subclass++) {
    addAll(shares, oddsOfSubclass(memory, tokenClass, subclass), 1 / SUBCLASSES);
  }
  return shares;
}

function oddsOfSubclass(memory: MeterMemory, tokenClass: number, subclass: number): Shares {
  switch (tokenClass) {
    case 0:
      return creditOdds(memory, subclass);
    case 1:
      return testOdds(memory, subclass);
    case 2:
      return managementOdds(memory, subclass);
    default:
      return always('FunctionError');
  }
}

function creditOdds(memory: MeterMemory, subclass: number): Shares {
  if (!isService(subclass) || !isSold(memory, subclass)) return always('FunctionError');
  if (memory.keyType === KEY_TYPE_DDTK) return always('DDTKError');
  const fits = shareThatFits(memory, subclass);
  return timed(memory, [
    ['Accept', fits],
    ['OverflowError', 1 - fits],
  ]);
}

/** Mfr is one of 256 or of 65,536 codes, of which the meter answers to 0 and to its own. */
function testOdds(memory: MeterMemory, subclass: number): Shares {
  if (subclass > 1) return always('FunctionError');
  const parts = splitMeterPan(memory.meterPan);
  const own = parts.kind === 'parts' ? parts.manufacturerCode : '';
  const isOwnWritten = own.length === (subclass === 0 ? 2 : 4) && Number(own) !== 0;
  const answered = (isOwnWritten ? 2 : 1) / (subclass === 0 ? 2 ** 8 : 2 ** 16);
  // None of the tests it has is asked for.
  const isLacking = 2 ** -TESTS_OF_THIS_METER;
  return new Map([
    ['MfrCodeError', 1 - answered],
    ['FunctionError', answered * isLacking],
    ['Accept', answered * (1 - isLacking)],
  ]);
}

function managementOdds(memory: MeterMemory, subclass: number): Shares {
  const { keyBits } = ENCRYPTION_ALGORITHMS[memory.encryptionAlgorithm];
  switch (subclass) {
    case 0:
    case 6:
      return timed(memory, [['Accept', 1]]);
    case 1:
      return clearCreditOdds(memory);
    case 3:
      return always('1stKCT');
    case 4:
      return always('2ndKCT');
    case 5: {
      // Sixteen bits of padding.
      const isZero = 2 ** -16;
      return timed(memory, [
        ['Accept', isZero],
        ['FormatError', 1 - isZero],
      ]);
    }
    case 8: {
      // Twenty bits of padding under a key of 64 bits, and none under one of 128.
      const isZero = keyBits === 64 ? 2 ** -20 : 1;
      return new Map([
        ['3rdKCT', isZero],
        ['FormatError', 1 - isZero],
      ]);
    }
    case 9:
      return always(keyBits === 128 ? '4thKCT' : 'FunctionError');
    default:
      return always('FunctionError');
  }
}

/** Of the 65,536 numbers of registers there are eight and one for all of them. */
function clearCreditOdds(memory: MeterMemory): Shares {
  const sold = SERVICES.filter(({ service }) => isSold(memory, service)).length;
  const lacking = (SERVICES.length - sold) / 2 ** 16;
  const cleared = (sold + 1) / 2 ** 16;
  const shares = new Map<TokenResult, number>([['FunctionError', lacking]]);
  addAll(
    shares,
    timed(memory, [
      ['Accept', cleared / (1 - lacking)],
      ['RangeError', 1 - cleared / (1 - lacking)],
    ]),
    1 - lacking,
  );
  return shares;
}

/** What comes of a token with a token identifier, and after that, if it is a new one. */
function timed(memory: MeterMemory, ifNew: readonly (readonly [TokenResult, number])[]): Shares {
  const served = (memory.keyExpiryNumber + 1) * MINUTES_PER_BLOCK;
  const smallest = memory.tokenIdentifierStore[0] ?? 0;
  const old = Math.min(smallest, served);
  const used = new Set(memory.tokenIdentifierStore.filter((stored) => stored < served)).size;
  const shares = new Map<TokenResult, number>([
    ['KeyExpiredError', 1 - served / TOKEN_IDENTIFIERS],
    ['OldError', old / TOKEN_IDENTIFIERS],
    ['UsedError', used / TOKEN_IDENTIFIERS],
  ]);
  const isNew = (served - old - used) / TOKEN_IDENTIFIERS;
  addAll(shares, new Map(ifNew), isNew);
  return shares;
}

/** The share of the codes of an amount that the register has room for. */
function shareThatFits(memory: MeterMemory, service: Service): number {
  const register = memory.otherRegisters.find((one) => one.service === service);
  if (service === ELECTRICITY) {
    const room = Math.min(
      memory.creditMaximum - memory.creditRegister,
      Number.MAX_SAFE_INTEGER - memory.totalEnergyAccepted,
    );
    return codesThatFit(16, (code) => decodeTransferAmount(code) * WATT_HOURS_PER_UNIT <= room);
  }
  const room = register === undefined ? 0n : register.maximum - register.credit;
  if (service < 4) return codesThatFit(16, (code) => BigInt(decodeTransferAmount(code)) <= room);
  // A bit of sign and nineteen of size. A debit always fits.
  return (1 + codesThatFit(19, (code) => decodeTransferCurrency(code) <= room)) / 2;
}

/** Values rise with their codes, so that those that fit end at one place. */
function codesThatFit(bits: number, fits: (code: number) => boolean): number {
  let low = 0;
  let high = 2 ** bits;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle + 1;
    else high = middle;
  }
  return low / 2 ** bits;
}

function isSold(memory: MeterMemory, service: Service): boolean {
  return service === ELECTRICITY
    ? memory.takesElectricity
    : memory.otherRegisters.some((register) => register.service === service);
}

function always(result: TokenResult): Shares {
  return new Map([[result, 1]]);
}

function add(shares: Map<TokenResult, number>, result: TokenResult, share: number): void {
  if (share > 0) shares.set(result, (shares.get(result) ?? 0) + share);
}

function addAll(shares: Map<TokenResult, number>, more: Shares, weight: number): void {
  for (const [result, share] of more) add(shares, result, share * weight);
}

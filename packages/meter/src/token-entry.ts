/**
 * What a payment meter does with a number typed on its keypad (IEC 62055-41, the meter application
 * process): parse, decrypt, authenticate, validate, act. The answers have the standard's own names.
 */
import {
  type TenthKwh,
  type WattHours,
  wattHours,
  wattHoursFromTenthKwh,
} from '@wattvend/quantities/energy.js';
import { DecoderKey } from '@wattvend/sts/decoder-key.js';
import { isKeyExpired } from '@wattvend/sts/supply-group.js';
import { type CreditElectricityToken, decryptToken } from '@wattvend/sts/token.js';
import { parseNumericToken } from '@wattvend/sts/token-carrier.js';
import { tokenCipher } from '@wattvend/sts/token-cipher.js';
import type { TokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { type MemoryWrite, type MeterMemory, memoryWrite } from './memory.ts';

/** The standard's token, validation and authentication results. */
export type TokenResult =
  | 'Accept'
  | '1stKCT'
  | '2ndKCT'
  | 'OverflowError'
  | 'KeyTypeError'
  | 'FormatError'
  | 'RangeError'
  | 'FunctionError'
  | 'OldError'
  | 'UsedError'
  | 'KeyExpiredError'
  | 'DDTKError'
  | 'CRCError'
  | 'MfrCodeError';

export interface TokenOutcome {
  readonly result: TokenResult;
  /** One write for an accepted token, none for a refused one. */
  readonly writes: readonly MemoryWrite[];
  /** What the token brought; only with Accept. */
  readonly energyAdded?: TenthKwh;
}

/** The default key type: the key of stock meters that belong to no utility yet. */
const KEY_TYPE_DDTK = 1;

interface CreditCheck {
  readonly result: TokenResult;
  readonly refuses: (memory: MeterMemory, token: CreditElectricityToken) => boolean;
}

/**
 * What can be wrong with an authentic credit token; the first that applies is the answer. The
 * standard does not order them. This order goes from what the customer can do least about to what
 * the customer can do most about, so that the answer names the obstacle that comes first:
 *
 * 1. DDTKError and KeyExpiredError are about the key. No token of this kind will do until the
 *    utility changes the key, however new the token is.
 * 2. OldError and UsedError are about this one token. Another token helps.
 * 3. OverflowError comes last, because only a token that is otherwise good may come with the
 *    promise that it still works after some energy is used.
 */
export const CREDIT_CHECKS: readonly CreditCheck[] = [
  { result: 'DDTKError', refuses: (memory) => memory.keyType === KEY_TYPE_DDTK },
  {
    result: 'KeyExpiredError',
    refuses: (memory, token) => isKeyExpired(token.tokenIdentifier, memory.keyExpiryNumber),
  },
  {
    result: 'OldError',
    refuses: (memory, token) => isOld(memory.tokenIdentifierStore, token.tokenIdentifier),
  },
  {
    result: 'UsedError',
    refuses: (memory, token) => memory.tokenIdentifierStore.includes(token.tokenIdentifier),
  },
  {
    result: 'OverflowError',
    refuses: (memory, token) => creditWith(memory, token) > memory.creditMaximum,
  },
];

/**
 * Judges a number typed on the keypad. Nothing typed makes it throw.
 *
 * The answer is the first of: FormatError (not twenty digits, or above 66 bits); CRCError,
 * which is also what a token of another meter looks like; FunctionError (an authentic token for
 * something this meter does not have, or one of the reserved class 3, of which no CRC can be known);
 * CREDIT_CHECKS in their order; Accept. The CRC comes before the subclass, because under a wrong key
 * the subclass is noise.
 *
 * A refused token changes nothing and is not remembered: it may be entered again.
 */
export function applyToken(memory: MeterMemory, typed: string): TokenOutcome {
  const parsed = parseNumericToken(typed);
  if (parsed.kind === 'fault') return refused('FormatError');
  const key = DecoderKey.fromHex(memory.decoderKey);
  const decrypted = decryptToken(parsed.token, tokenCipher(memory.encryptionAlgorithm, key));
  if (decrypted.kind === 'fault') {
    return refused(decrypted.fault === 'crc' ? 'CRCError' : 'FunctionError');
  }
  return applyCredit(memory, decrypted.token);
}

function applyCredit(memory: MeterMemory, token: CreditElectricityToken): TokenOutcome {
  const failed = CREDIT_CHECKS.find((check) => check.refuses(memory, token));
  if (failed) return refused(failed.result);
  // Credit and identifier change in one write. In two writes, whichever comes first, a power failure
  // between them either gives the token twice or takes it away.
  const write = memoryWrite(memory, {
    tokenIdentifierStore: storeWith(memory.tokenIdentifierStore, token.tokenIdentifier),
    creditRegister: creditWith(memory, token),
    totalEnergyAccepted: wattHours(
      memory.totalEnergyAccepted + wattHoursFromTenthKwh(token.energy),
    ),
  });
  return { result: 'Accept', writes: [write], energyAdded: token.energy };
}

function refused(result: TokenResult): TokenOutcome {
  return { result, writes: [] };
}

// The store is ascending, so its first entry is the smallest. All that was ever dropped from it is
// smaller or equal, which is why a forgotten token cannot come back.
function isOld(store: readonly TokenIdentifier[], entered: TokenIdentifier): boolean {
  const smallest = store[0];
  return smallest !== undefined && entered < smallest;
}

function storeWith(
  store: readonly TokenIdentifier[],
  accepted: TokenIdentifier,
): readonly TokenIdentifier[] {
  return [...store.slice(1), accepted].sort((left, right) => left - right);
}

function creditWith(memory: MeterMemory, token: CreditElectricityToken): WattHours {
  return wattHours(memory.creditRegister + wattHoursFromTenthKwh(token.energy));
}

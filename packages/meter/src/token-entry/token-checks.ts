/**
 * What can be wrong with an authentic token: one ordered list.
 */

import type { ReceivedKeyChange } from '@wattvend/sts/key-change.js';
import { isKeyTypeChangeAllowed } from '@wattvend/sts/key-type.js';
import { ALL_CREDIT_REGISTERS } from '@wattvend/sts/management.js';
import { splitMeterPan } from '@wattvend/sts/meter-pan.js';
import { isKeyExpired } from '@wattvend/sts/supply-group.js';
import type { Token } from '@wattvend/sts/token.js';
import type { TokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { hasService, wouldOverflow } from '../accounting/credit.ts';
import { isService } from '../accounting/services.ts';
import type { MeterMemory } from '../memory.ts';
import { isKeyChangeInRange, meterCipher } from './key-change-entry.ts';
import { supportedTests } from './meter-tests.ts';
import type { TokenResult } from './token-result.ts';

/** A token whose checksum is right. */
export interface EnteredToken {
  readonly token: Token;
  /** What the set says that this token completes; null for all other tokens. */
  readonly keyChange: ReceivedKeyChange | null;
}

export interface TokenCheck {
  readonly result: TokenResult;
  readonly refuses: (memory: MeterMemory, entered: EnteredToken) => boolean;
}

const KEY_TYPE_DDTK = 1;
const KEY_TYPE_DCTK = 3;
const ANY_MAKER = 0;

/**
 * The first that applies is the answer. The standard names authentication, validation and token
 * results in this order and does not order them further. Within each, the order goes from what the
 * customer can do least about to what the customer can do most about, so that the answer names the
 * obstacle that comes first:
 *
 * 1. MfrCodeError and FunctionError: the token is not for this make, or for something this meter
 *    does not have. No key and no newer token changes that. FunctionError stands here and not with
 *    the token results, because of a function the meter does not have nothing else can be judged.
 * 2. DDTKError and KeyExpiredError are about the key. No token of this kind will do until the
 *    utility changes the key, however new the token is. DDTKError is for credit alone.
 * 3. OldError and UsedError are about this one token. Another token helps.
 * 4. FormatError, KeyTypeError and RangeError: what the token says is not what a token of its type
 *    may say. The last two are asked of a key change when its set is complete. A rollover to the key
 *    the meter has is RangeError too, in a row of its own: the standard has no word for it, and what
 *    is wrong is the value of the key.
 * 5. OverflowError comes last, because only a token that is otherwise good may come with the
 *    promise that it still works after some credit is used.
 */
export const TOKEN_CHECKS: readonly TokenCheck[] = [
  { result: 'MfrCodeError', refuses: (memory, { token }) => isOfOtherMaker(memory, token) },
  { result: 'FunctionError', refuses: (memory, { token }) => isLacking(memory, token) },
  {
    result: 'DDTKError',
    refuses: (memory, { token }) => token.tokenClass === 0 && memory.keyType === KEY_TYPE_DDTK,
  },
  {
    result: 'KeyExpiredError',
    refuses: (memory, { token }) =>
      'tokenIdentifier' in token && isKeyExpired(token.tokenIdentifier, memory.keyExpiryNumber),
  },
  {
    result: 'OldError',
    refuses: (memory, { token }) =>
      'tokenIdentifier' in token && isOld(memory.tokenIdentifierStore, token.tokenIdentifier),
  },
  {
    result: 'UsedError',
    refuses: (memory, { token }) =>
      'tokenIdentifier' in token && memory.tokenIdentifierStore.includes(token.tokenIdentifier),
  },
  { result: 'FormatError', refuses: (_, { token }) => 'padding' in token && token.padding !== 0 },
  {
    result: 'KeyTypeError',
    refuses: (memory, { keyChange }) => keyChange !== null && isTypeRefused(memory, keyChange),
  },
  {
    result: 'RangeError',
    refuses: (_, { token, keyChange }) =>
      (keyChange !== null && !isKeyChangeInRange(keyChange)) ||
      (token.name === 'clearCredit' && !isRegisterNumber(token.register)),
  },
  {
    // It would empty the store of identifiers while every old token stays valid.
    result: 'RangeError',
    refuses: (memory, { keyChange }) =>
      keyChange?.rollover === true && meterCipher(memory).isOf(keyChange.decoderKey),
  },
  {
    result: 'OverflowError',
    refuses: (memory, { token }) => token.tokenClass === 0 && wouldOverflow(memory, token),
  },
];

// A token for makers of four digits cannot name one of two digits, and the other way round; both can
// address meters of any make.
function isOfOtherMaker(memory: MeterMemory, token: Token): boolean {
  if (token.tokenClass !== 1 || token.manufacturerCode === ANY_MAKER) return false;
  const own = manufacturerCodeOf(memory);
  return token.subclass !== (own.length === 2 ? 0 : 1) || token.manufacturerCode !== Number(own);
}

function manufacturerCodeOf(memory: MeterMemory): string {
  const parts = splitMeterPan(memory.meterPan);
  return parts.kind === 'parts' ? parts.manufacturerCode : '';
}

function isLacking(memory: MeterMemory, token: Token): boolean {
  if (token.tokenClass === 0) return !hasService(memory, token.subclass);
  if (token.tokenClass === 1) return supportedTests(token).length === 0;
  if (token.name === 'clearCredit') {
    return isService(token.register) && !hasService(memory, token.register);
  }
  // Reserved by the standard: what a meter should do is not said.
  return token.name === 'setTariffRate' || token.name === 'setWaterMeterFactor';
}

// The store is ascending, so its first entry is the smallest. All that was ever dropped from it is
// smaller or equal, which is why a forgotten token cannot come back.
function isOld(store: readonly TokenIdentifier[], entered: TokenIdentifier): boolean {
  const smallest = store[0];
  return smallest !== undefined && entered < smallest;
}

// A common key is one for a whole group, which the standard allows on magnetic cards only.
function isTypeRefused(memory: MeterMemory, change: ReceivedKeyChange): boolean {
  if (!isKeyTypeChangeAllowed(memory.keyType, change.keyType)) return true;
  return change.keyType === KEY_TYPE_DCTK && memory.tokenCarrierType !== '01';
}

function isRegisterNumber(register: number): boolean {
  return register === ALL_CREDIT_REGISTERS || isService(register);
}

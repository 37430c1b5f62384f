/** The operation `decode`: a token read back, and what other operations show of a token. */
import {
  type ClearToken,
  clearToken,
  decodeTestDisplayToken,
  decryptToken,
  type NumericToken,
  type Token,
  tokenClassOf,
} from '@wattvend/sts/token.js';
import { parseNumericToken } from '@wattvend/sts/token-carrier.js';
import type { TokenCipher } from '@wattvend/sts/token-cipher.js';
import {
  type BaseDate,
  instantOfTokenIdentifier,
  isReservedTokenIdentifier,
} from '@wattvend/sts/token-identifier.js';
import { refusalOfFault } from '../refusal-codes.ts';
import {
  type Answer,
  isJsonObject,
  isRefusal,
  type JsonObject,
  type Refusal,
  readText,
} from '../request.ts';
import { formatCrc } from './crc.ts';
import { describeCreditToken } from './credit-token.ts';
import { readTokenCipher } from './key.ts';
import { describeKeySectionToken } from './key-section-token.ts';
import { describeManagementToken } from './management-token.ts';
import { rowOf } from './no-such-token.ts';
import { describeTestToken } from './test-token.ts';
import { formatMinute, readBaseDate } from './token-identifier.ts';

const CRC_MASK = 0xffff;
const ENCRYPTED_CLASSES: readonly number[] = [0, 2];

export function answerDecode(request: JsonObject): Answer {
  const typed = readText(request, 'token');
  if (isRefusal(typed)) return typed;
  const parsed = parseNumericToken(typed);
  if (parsed.kind === 'fault') return refusalOfFault(parsed);
  const { token } = parsed;
  // Classes 1 and 3 are not encrypted: whatever stands in "key" is not looked at.
  if (!ENCRYPTED_CLASSES.includes(tokenClassOf(token))) {
    return { ok: true, ...describe(token, null, undefined) };
  }
  const withKey = readTokenCipher(request);
  if (isRefusal(withKey)) return withKey;
  const baseDate = baseDateOf(request, request['key']);
  if (isRefusal(baseDate)) return baseDate;
  return { ok: true, ...describe(token, withKey.cipher, baseDate) };
}

/** The base date where the request or the key names one; without it, minutes have no date. */
export function baseDateOf(request: JsonObject, key: unknown): BaseDate | undefined | Refusal {
  if (request['baseDate'] !== undefined) return readBaseDate(request, 'baseDate');
  if (isJsonObject(key) && key['baseDate'] !== undefined) return readBaseDate(key, 'baseDate');
  return undefined;
}

/**
 * What a decoder reads, without "ok"; a wrong checksum is something read, not a refusal. The cipher is
 * null for a token that is not encrypted.
 */
export function describe(
  token: NumericToken,
  cipher: TokenCipher | null,
  baseDate: BaseDate | undefined,
): JsonObject {
  const clear = clearToken(token, cipher);
  const result = cipher === null ? decodeTestDisplayToken(token) : decryptToken(token, cipher);
  if (result.kind === 'token') return describeToken(result.token, clear, baseDate);
  const { tokenClass } = result;
  if (result.fault === 'crc' || result.fault === 'encrypted') {
    return { class: tokenClass, crcOk: false, error: 'CRCError' };
  }
  const { subclass } = result;
  const row = rowOf(tokenClass, subclass);
  return {
    class: tokenClass,
    subclass,
    // Why there are no fields: reserved, proprietary, layout-not-established, not-for-key-length.
    status: result.fault,
    ...(row !== undefined && 'name' in row && { name: row.name }),
    crcOk: true,
    crc: crcOf(clear),
  };
}

function describeToken(
  token: Token,
  clear: ClearToken,
  baseDate: BaseDate | undefined,
): JsonObject {
  return {
    class: token.tokenClass,
    subclass: token.subclass,
    name: token.name,
    ...describeFields(token, clear),
    ...('tokenIdentifier' in token && {
      reservedTid: isReservedTokenIdentifier(token.tokenIdentifier),
      ...(baseDate !== undefined && {
        issued: formatMinute(instantOfTokenIdentifier(token.tokenIdentifier, baseDate)),
      }),
    }),
    crcOk: true,
    crc: crcOf(clear),
  };
}

function describeFields(token: Token, { block }: ClearToken): JsonObject {
  switch (token.tokenClass) {
    case 0:
      return describeCreditToken(token, block);
    case 1:
      return describeTestToken(token);
    case 2:
      return 'tokenIdentifier' in token
        ? describeManagementToken(token, block)
        : describeKeySectionToken(token);
  }
}

function crcOf({ block }: ClearToken): string {
  return formatCrc(block.low & CRC_MASK);
}

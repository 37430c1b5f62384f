/** The operation `encode`: a token made from its fields. */
import { isKeyExpired } from '@wattvend/sts/supply-group.js';
import {
  type ClearToken,
  clearToken,
  encodeTestDisplayToken,
  encryptToken,
  type NumericToken,
  type Token,
} from '@wattvend/sts/token.js';
import type { TokenCipher } from '@wattvend/sts/token-cipher.js';
import { isReservedTokenIdentifier, type TokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { refusalNamed } from '../refusal-codes.ts';
import {
  type Answer,
  hexOf,
  isJsonObject,
  isRefusal,
  type JsonObject,
  type Refusal,
  readObject,
  readWhole,
} from '../request.ts';
import { formatCrc } from './crc.ts';
import { readCreditToken } from './credit-token.ts';
import { baseDateOf, describe } from './decode.ts';
import { readKeyExpiryNumber, readTokenCipher } from './key.ts';
import { isKeySectionSubclass, readKeySectionToken } from './key-section-token.ts';
import { readManagementToken } from './management-token.ts';
import { noSuchToken, rowOf } from './no-such-token.ts';
import { readTestToken } from './test-token.ts';
import { readIssued, readTokenIdentifier } from './token-identifier.ts';

const CRC_MASK = 0xffff;

export function answerEncode(request: JsonObject): Answer {
  const fields = readObject(request, 'token');
  if (isRefusal(fields)) return fields;
  const tokenClass = readWhole(fields, 'class');
  if (isRefusal(tokenClass)) return tokenClass;
  const subclass = readWhole(fields, 'subclass');
  if (isRefusal(subclass)) return subclass;
  if (rowOf(tokenClass, subclass)?.status !== 'defined') return noSuchToken(tokenClass, subclass);
  if (tokenClass === 1) {
    const test = readTestToken(fields, subclass);
    if (isRefusal(test)) return test;
    return { ok: true, ...made(encodeTestDisplayToken(test), null, request) };
  }
  const withKey = readTokenCipher(request);
  if (isRefusal(withKey)) return withKey;
  const { cipher, key } = withKey;
  const token = readEncryptedToken(request, fields, { tokenClass, subclass }, cipher.keyBits);
  if (isRefusal(token)) return token;
  return {
    ok: true,
    ...made(encryptToken(token, cipher, minuteKindOf(token)), cipher, request),
    decoderKey: key.decoderKey.use(hexOf),
  };
}

function readEncryptedToken(
  request: JsonObject,
  fields: JsonObject,
  { subclass, tokenClass }: { readonly tokenClass: number; readonly subclass: number },
  keyBits: 64 | 128,
): Token | Refusal {
  if (tokenClass === 2 && isKeySectionSubclass(subclass)) {
    return readKeySectionToken(fields, subclass, keyBits);
  }
  const identifier = readMinute(fields, request['key']);
  if (isRefusal(identifier)) return identifier;
  return tokenClass === 0
    ? readCreditToken(fields, subclass, identifier)
    : readManagementToken(fields, subclass, identifier);
}

/** The minute of a token, "tid" or "issued", if the key still allows it. */
function readMinute(fields: JsonObject, key: unknown): TokenIdentifier | Refusal {
  const baseDate = baseDateOf(fields, key);
  if (isRefusal(baseDate)) return baseDate;
  const identifier =
    fields['tid'] === undefined
      ? readIssued(fields, 'issued', baseDate ?? 1993)
      : readTokenIdentifier(fields, 'tid');
  if (isRefusal(identifier) || !isJsonObject(key) || key['ken'] === undefined) return identifier;
  const ken = readKeyExpiryNumber(key, 'ken');
  if (isRefusal(ken)) return ken;
  return isKeyExpired(identifier, ken) ? refusalNamed('key-expired') : identifier;
}

// Whoever names the reserved minute by its number means it; one taken from a time has left it.
function minuteKindOf(token: Token): 'ordinary' | 'special' {
  return 'tokenIdentifier' in token && isReservedTokenIdentifier(token.tokenIdentifier)
    ? 'special'
    : 'ordinary';
}

function made(token: NumericToken, cipher: TokenCipher | null, request: JsonObject): JsonObject {
  const clear = clearToken(token, cipher);
  const { token: fields, key } = request;
  const baseDate = isJsonObject(fields) ? baseDateOf(fields, key) : undefined;
  return {
    token,
    clear66: formatClear(clear),
    crc: formatCrc(clear.block.low & CRC_MASK),
    decode: describe(token, cipher, isRefusal(baseDate) ? undefined : baseDate),
  };
}

/** The class as one hexadecimal digit before the sixteen of the block. */
function formatClear({ tokenClass, block }: ClearToken): string {
  const words = [block.high, block.low].map((word) => word.toString(16).padStart(8, '0'));
  return `${tokenClass}${words.join('')}`;
}

/** The operations `encode` and `decode`: a token made from fields, and read back. */
import { formatTenthKwh } from '@wattvend/quantities/energy.js';
import { isKeyExpired, keyExpiryNumber } from '@wattvend/sts/supply-group.js';
import {
  type ClearToken,
  type CreditElectricityToken,
  clearToken,
  decryptToken,
  encryptCreditElectricity,
  type NumericToken,
  tokenClassOf,
} from '@wattvend/sts/token.js';
import { parseNumericToken } from '@wattvend/sts/token-carrier.js';
import type { TokenCipher } from '@wattvend/sts/token-cipher.js';
import {
  type BaseDate,
  instantOfTokenIdentifier,
  isReservedTokenIdentifier,
  type TokenIdentifier,
} from '@wattvend/sts/token-identifier.js';
import { encodeTransferAmountCeil } from '@wattvend/sts/transfer-amount.js';
import {
  type Answer,
  hexOf,
  isJsonObject,
  isRefusal,
  type JsonObject,
  type Refusal,
  readObject,
  readText,
  readWhole,
  refuse,
} from '../request.ts';
import { readAmount } from './amount.ts';
import { formatCrc } from './crc.ts';
import { readTokenCipher } from './key.ts';
import { formatMinute, readBaseDate, readIssued, readTokenIdentifier } from './token-identifier.ts';

const CRC_MASK = 0xffff;
const CLASS_TEST_AND_DISPLAY = 1;

export function answerEncode(request: JsonObject): Answer {
  const fields = readObject(request, 'token');
  if (isRefusal(fields)) return fields;
  if (fields['class'] !== 0 || fields['subclass'] !== 0) {
    return refuse('NotImplemented', 'only class 0, subclass 0 is built yet');
  }
  const withKey = readTokenCipher(request);
  if (isRefusal(withKey)) return withKey;
  const { cipher, key } = withKey;
  const baseDate = baseDateOf(fields, request['key']);
  if (isRefusal(baseDate)) return baseDate;
  const identifier =
    fields['tid'] === undefined
      ? readIssued(fields, 'issued', baseDate ?? 1993)
      : readTokenIdentifier(fields, 'tid');
  if (isRefusal(identifier)) return identifier;
  const expired = refusalOfExpiredKey(identifier, request['key']);
  if (expired !== null) return expired;
  const energy = readAmount(fields);
  if (isRefusal(energy)) return energy;
  const random = readWhole(fields, 'rnd');
  if (isRefusal(random)) return random;

  const token = encryptCreditElectricity({ random, tokenIdentifier: identifier, energy }, cipher);
  const clear = clearToken(token, cipher);
  return {
    ok: true,
    token,
    decoderKey: key.decoderKey.use(hexOf),
    clear66: formatClear(clear),
    crc: formatCrc(clear.block.low & CRC_MASK),
    decode: decoded(token, cipher, baseDate),
  };
}

export function answerDecode(request: JsonObject): Answer {
  const typed = readText(request, 'token');
  if (isRefusal(typed)) return typed;
  const parsed = parseNumericToken(typed);
  if (parsed.kind === 'fault') {
    return refuse('FormatError', `not a token: ${parsed.fault.replaceAll('-', ' ')}`);
  }
  const { token } = parsed;
  if (tokenClassOf(token) === CLASS_TEST_AND_DISPLAY) {
    return refuse('NotImplemented', 'tokens of class 1 are not built yet');
  }
  const withKey = readTokenCipher(request);
  if (isRefusal(withKey)) return withKey;
  const baseDate = baseDateOf(request, request['key']);
  if (isRefusal(baseDate)) return baseDate;
  const result = decoded(token, withKey.cipher, baseDate);
  return isRefusal(result) ? result : { ok: true, ...result };
}

/** The base date where the request or the key names one; without it, minutes have no date. */
function baseDateOf(request: JsonObject, key: unknown): BaseDate | undefined | Refusal {
  if (request['baseDate'] !== undefined) return readBaseDate(request, 'baseDate');
  if (isJsonObject(key) && key['baseDate'] !== undefined) return readBaseDate(key, 'baseDate');
  return undefined;
}

function refusalOfExpiredKey(identifier: TokenIdentifier, key: unknown): Refusal | null {
  if (!isJsonObject(key) || key['ken'] === undefined) return null;
  const ken = readWhole(key, 'ken');
  if (isRefusal(ken)) return ken;
  return isKeyExpired(identifier, keyExpiryNumber(ken))
    ? refuse('VkExpired', 'the token identifier is beyond the expiry of the vending key')
    : null;
}

/** What a decoder reads, without "ok"; a wrong checksum is something read, not a refusal. */
function decoded(
  token: NumericToken,
  cipher: TokenCipher,
  baseDate: BaseDate | undefined,
): JsonObject | Refusal {
  const clear = clearToken(token, cipher);
  const decrypted = decryptToken(token, cipher);
  if (decrypted.kind === 'token') return describe(decrypted.token, clear, baseDate);
  switch (decrypted.fault) {
    case 'crc':
      return { class: decrypted.tokenClass, crcOk: false, error: 'CRCError' };
    case 'not-implemented':
      return refuse(
        'NotImplemented',
        `class ${decrypted.tokenClass}, subclass ${decrypted.subclass} is not built yet`,
      );
  }
}

function describe(
  token: CreditElectricityToken,
  clear: ClearToken,
  baseDate: BaseDate | undefined,
): JsonObject {
  return {
    class: token.tokenClass,
    subclass: token.subclass,
    fields: {
      rnd: token.random,
      tid: token.tokenIdentifier,
      amountField: encodeTransferAmountCeil(token.energy),
    },
    name: token.name,
    units: String(token.energy),
    amount: formatTenthKwh(token.energy),
    reservedTid: isReservedTokenIdentifier(token.tokenIdentifier),
    ...(baseDate !== undefined && {
      issued: formatMinute(instantOfTokenIdentifier(token.tokenIdentifier, baseDate)),
    }),
    crcOk: true,
    crc: formatCrc(clear.block.low & CRC_MASK),
  };
}

/** The class as one hexadecimal digit before the sixteen of the block. */
function formatClear({ tokenClass, block }: ClearToken): string {
  const words = [block.high, block.low].map((word) => word.toString(16).padStart(8, '0'));
  return `${tokenClass}${words.join('')}`;
}

/** The operation `key`, and the key of other operations: given outright, or derived. */
import {
  DecoderKey,
  type DecoderKeyData,
  type Dkga,
  type EncryptionAlgorithm,
} from '@wattvend/sts/decoder-key.js';
import { deriveDecoderKey } from '@wattvend/sts/decoder-key-generation.js';
import { isEncryptionAlgorithm } from '@wattvend/sts/encryption-algorithms.js';
import { KEY_GENERATION_ALGORITHMS } from '@wattvend/sts/key-generation-algorithms.js';
import {
  type KeyExpiryNumber,
  type KeyRevisionNumber,
  type KeyType,
  keyExpiryNumber,
  keyRevisionNumber,
  type SupplyGroupCode,
  supplyGroupCode,
  type TariffIndex,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import { type TokenCipher, tokenCipher } from '@wattvend/sts/token-cipher.js';
import { refusalNamed } from '../refusal-codes.ts';
import {
  type Answer,
  hexOf,
  isRefusal,
  type JsonObject,
  type Refusal,
  readDigits,
  readHex,
  readObject,
  readWhole,
  refuse,
} from '../request.ts';
import { readMeterPan } from './meter-pan.ts';
import { readStaTables } from './sta-tables.ts';
import { readBaseDate } from './token-identifier.ts';

const KEY_EXPIRY_NUMBER_MAX = 255;

/** The code of an algorithm; a number that is no algorithm goes with no key generation. */
export function readEncryptionAlgorithm(
  parent: JsonObject,
  member: string,
): EncryptionAlgorithm | Refusal {
  const value = parent[member];
  if (isEncryptionAlgorithm(value)) return value;
  return refuse('BadEa', `"${member}" must be "07", "09" or "11", or the private "61" or "62"`);
}

export interface KeyInUse {
  readonly encryptionAlgorithm: EncryptionAlgorithm;
  readonly decoderKey: DecoderKey;
}

/**
 * A key description: a decoder key, or what one is derived from. Without "ea" it is for the
 * algorithm given, or else for the one that the length of the key suggests.
 */
export function readKey(
  description: JsonObject,
  otherwise?: EncryptionAlgorithm,
): KeyInUse | Refusal {
  if (description['decoderKey'] === undefined) return deriveKey(description, otherwise ?? '07');
  const octets = readHex(description, 'decoderKey');
  if (isRefusal(octets)) return octets;
  const decoderKey = new DecoderKey(octets);
  const encryptionAlgorithm =
    description['ea'] === undefined
      ? (otherwise ?? (decoderKey.length === 8 ? '07' : '11'))
      : readEncryptionAlgorithm(description, 'ea');
  if (isRefusal(encryptionAlgorithm)) return encryptionAlgorithm;
  return { encryptionAlgorithm, decoderKey };
}

/**
 * A key prepared for use, with the tables the request asks for. Algorithm 62 needs the MeterPAN, from
 * the description of the key or from the request.
 */
export function readCipherOf(
  key: KeyInUse,
  description: JsonObject,
  request: JsonObject,
): TokenCipher | Refusal {
  const { decoderKey, encryptionAlgorithm } = key;
  const tables = readStaTables(request);
  if (isRefusal(tables)) return tables;
  if (encryptionAlgorithm !== '62') return tokenCipher(encryptionAlgorithm, decoderKey, { tables });
  const owner = description['pan'] === undefined ? request : description;
  if (owner['pan'] === undefined) return refusalNamed('meter-pan-needed');
  const meterPan = readMeterPan(owner, 'pan');
  if (isRefusal(meterPan)) return meterPan;
  return tokenCipher(encryptionAlgorithm, decoderKey, { meterPan });
}

/** The key in "key" prepared for use. */
export function readTokenCipher(
  request: JsonObject,
): { readonly key: KeyInUse; readonly cipher: TokenCipher } | Refusal {
  const description = readObject(request, 'key');
  if (isRefusal(description)) return description;
  const key = readKey(description);
  if (isRefusal(key)) return key;
  const cipher = readCipherOf(key, description, request);
  return isRefusal(cipher) ? cipher : { key, cipher };
}

export function answerKey(request: JsonObject): Answer {
  const description = readObject(request, 'key');
  if (isRefusal(description)) return description;
  const key = deriveKey(description, '07');
  if (isRefusal(key)) return key;
  return { ok: true, decoderKey: key.decoderKey.use(hexOf), ea: key.encryptionAlgorithm };
}

function deriveKey(description: JsonObject, otherwise: EncryptionAlgorithm): KeyInUse | Refusal {
  // What can never be derived is said before anything is missed that it would be derived from.
  if (description['kt'] === 0) return refusalNamed('ditk-not-derived');
  const { dkga } = description;
  if (!isDkga(dkga)) return refuse('BadRequest', '"dkga" must be "01", "02", "03" or "04"');
  const encryptionAlgorithm =
    description['ea'] === undefined ? otherwise : readEncryptionAlgorithm(description, 'ea');
  if (isRefusal(encryptionAlgorithm)) return encryptionAlgorithm;
  if (!KEY_GENERATION_ALGORITHMS[dkga].encryptionAlgorithms.includes(encryptionAlgorithm)) {
    return refusalNamed('encryption-algorithm-not-of-dkga');
  }
  const data = readDecoderKeyData(description, dkga, encryptionAlgorithm);
  if (isRefusal(data)) return data;
  const vendingKey = readHex(description, 'vendingKey');
  if (isRefusal(vendingKey)) return vendingKey;
  return { encryptionAlgorithm, decoderKey: deriveDecoderKey(dkga, vendingKey, data) };
}

function isDkga(value: unknown): value is Dkga {
  return typeof value === 'string' && Object.hasOwn(KEY_GENERATION_ALGORITHMS, value);
}

function readDecoderKeyData(
  description: JsonObject,
  dkga: Dkga,
  encryptionAlgorithm: EncryptionAlgorithm,
): DecoderKeyData | Refusal {
  const meterPan = readMeterPan(description, 'pan');
  if (isRefusal(meterPan)) return meterPan;
  const group = readSupplyGroupCode(description, 'sgc');
  if (isRefusal(group)) return group;
  const tariff = readTariffIndex(description, 'ti');
  if (isRefusal(tariff)) return tariff;
  const revision = readKeyRevisionNumber(description, 'krn');
  if (isRefusal(revision)) return revision;
  const type = readKeyType(description, 'kt');
  if (isRefusal(type)) return type;
  // The base date enters a key of DKGA04 only; for the others a request need not name it.
  const isBaseDateNeeded = dkga === '04' || description['baseDate'] !== undefined;
  const baseDate = isBaseDateNeeded ? readBaseDate(description, 'baseDate') : 1993;
  if (isRefusal(baseDate)) return baseDate;
  return {
    meterPan,
    supplyGroupCode: group,
    tariffIndex: tariff,
    keyRevisionNumber: revision,
    keyType: type,
    baseDate,
    encryptionAlgorithm,
  };
}

/** Six digits, or the number they write. */
export function readSupplyGroupCode(parent: JsonObject, member: string): SupplyGroupCode | Refusal {
  const digits = readDigits(parent, member, 6);
  return isRefusal(digits) ? digits : supplyGroupCode(digits);
}

/** Two digits, or the number they write. */
export function readTariffIndex(parent: JsonObject, member: string): TariffIndex | Refusal {
  const digits = readDigits(parent, member, 2);
  return isRefusal(digits) ? digits : tariffIndex(digits);
}

/** Any number but 1 to 9 is a BadKrn; what is no number is malformed. */
export function readKeyRevisionNumber(
  parent: JsonObject,
  member: string,
): KeyRevisionNumber | Refusal {
  const value = parent[member];
  if (typeof value !== 'number') return refuse('BadRequest', `"${member}" must be a number`);
  if (!Number.isInteger(value) || value < 1 || value > 9) {
    return refusalNamed('key-revision-number');
  }
  return keyRevisionNumber(value);
}

export function readKeyType(parent: JsonObject, member: string): KeyType | Refusal {
  const value = parent[member];
  if (value === 0 || value === 1 || value === 2 || value === 3) return value;
  return refuse('BadRequest', `"${member}" must be 0, 1, 2 or 3`);
}

export function readKeyExpiryNumber(parent: JsonObject, member: string): KeyExpiryNumber | Refusal {
  const value = readWhole(parent, member);
  if (isRefusal(value)) return value;
  return value > KEY_EXPIRY_NUMBER_MAX ? refusalNamed('key-expiry-number') : keyExpiryNumber(value);
}

/** The operation `key`, and the key of other operations: given outright, or derived. */
import { createHmac } from 'node:crypto';
import {
  DecoderKey,
  type DecoderKeyData,
  type EncryptionAlgorithm,
} from '@wattvend/sts/decoder-key.js';
import { deriveDecoderKeyDkga02, hasOddParity } from '@wattvend/sts/dkga02.js';
import { deriveDecoderKeyDkga04 } from '@wattvend/sts/dkga04.js';
import {
  keyRevisionNumber,
  keyType,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import { type TokenCipher, tokenCipher } from '@wattvend/sts/token-cipher.js';
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

const DKGA02_VENDING_KEY_OCTETS = 8;
const DKGA04_VENDING_KEY_OCTETS = 20;

/** Algorithm 09 exists and is not built; another number is no algorithm. */
export function readEncryptionAlgorithm(
  parent: JsonObject,
  member: string,
): EncryptionAlgorithm | Refusal {
  const value = parent[member];
  if (value === '07' || value === '11') return value;
  if (value === '09') return refuse('NotImplemented', 'encryption algorithm 09 is not built yet');
  return refuse('BadEa', `"${member}" must be "07" or "11"`);
}

export interface KeyInUse {
  readonly encryptionAlgorithm: EncryptionAlgorithm;
  readonly decoderKey: DecoderKey;
}

/** A key description: a decoder key, or what one is derived from. */
export function readKey(description: JsonObject): KeyInUse | Refusal {
  if (description['decoderKey'] === undefined) return deriveKey(description);
  const octets = readHex(description, 'decoderKey');
  if (isRefusal(octets)) return octets;
  const decoderKey = new DecoderKey(octets);
  // A length tells the algorithm where the request does not.
  const encryptionAlgorithm =
    description['ea'] === undefined
      ? decoderKey.length === 8
        ? '07'
        : '11'
      : readEncryptionAlgorithm(description, 'ea');
  if (isRefusal(encryptionAlgorithm)) return encryptionAlgorithm;
  return { encryptionAlgorithm, decoderKey };
}

/** The key in "key" prepared for use, with the tables the request asks for. */
export function readTokenCipher(
  request: JsonObject,
): { readonly key: KeyInUse; readonly cipher: TokenCipher } | Refusal {
  const description = readObject(request, 'key');
  if (isRefusal(description)) return description;
  const key = readKey(description);
  if (isRefusal(key)) return key;
  const tables = readStaTables(request);
  if (isRefusal(tables)) return tables;
  return { key, cipher: tokenCipher(key.encryptionAlgorithm, key.decoderKey, tables) };
}

export function answerKey(request: JsonObject): Answer {
  const description = readObject(request, 'key');
  if (isRefusal(description)) return description;
  const key = deriveKey(description);
  if (isRefusal(key)) return key;
  return { ok: true, decoderKey: key.decoderKey.use(hexOf), ea: key.encryptionAlgorithm };
}

function deriveKey(description: JsonObject): KeyInUse | Refusal {
  const { dkga } = description;
  if (description['kt'] === 0) {
    return refuse('NoDkgaForDitk', 'an initialisation key is put in at the factory, not derived');
  }
  if (dkga === '01' || dkga === '03') {
    return refuse('NotImplemented', `key generation algorithm ${dkga} is not built yet`);
  }
  if (dkga !== '02' && dkga !== '04') {
    return refuse('BadRequest', '"dkga" must be "01" to "04"');
  }
  if (dkga === '02' && description['ea'] === '11') {
    return refuse('BadEa', 'DKGA02 makes keys of 64 bits, for algorithms 07 and 09');
  }
  if (dkga === '04' && description['ea'] === '09') {
    return refuse('BadEa', 'DKGA04 makes keys for algorithms 07 and 11');
  }
  const data = readDecoderKeyData(description, dkga);
  if (isRefusal(data)) return data;
  const vendingKey = readHex(description, 'vendingKey');
  if (isRefusal(vendingKey)) return vendingKey;
  const decoderKey =
    dkga === '02' ? deriveByDkga02(vendingKey, data) : deriveByDkga04(vendingKey, data);
  if (isRefusal(decoderKey)) return decoderKey;
  return { encryptionAlgorithm: data.encryptionAlgorithm, decoderKey };
}

function deriveByDkga02(vendingKey: Uint8Array, data: DecoderKeyData): DecoderKey | Refusal {
  if (vendingKey.length !== DKGA02_VENDING_KEY_OCTETS) {
    return refuse('BadVendingKey', `a DKGA02 vending key has ${DKGA02_VENDING_KEY_OCTETS} octets`);
  }
  if (!hasOddParity(vendingKey)) {
    return refuse('BadVendingKey', 'a DKGA02 vending key has odd parity');
  }
  return deriveDecoderKeyDkga02(vendingKey, data);
}

function deriveByDkga04(vendingKey: Uint8Array, data: DecoderKeyData): DecoderKey | Refusal {
  if (vendingKey.length !== DKGA04_VENDING_KEY_OCTETS) {
    return refuse('BadVendingKey', `a DKGA04 vending key has ${DKGA04_VENDING_KEY_OCTETS} octets`);
  }
  if (data.keyType === 3) {
    return refuse('NotImplemented', 'DKGA04 is not established for a common key');
  }
  return deriveDecoderKeyDkga04(
    (message) => createHmac('sha256', vendingKey).update(message).digest(),
    data,
  );
}

function readDecoderKeyData(description: JsonObject, dkga: '02' | '04'): DecoderKeyData | Refusal {
  const encryptionAlgorithm =
    description['ea'] === undefined ? '07' : readEncryptionAlgorithm(description, 'ea');
  if (isRefusal(encryptionAlgorithm)) return encryptionAlgorithm;
  const meterPan = readMeterPan(description, 'pan');
  if (isRefusal(meterPan)) return meterPan;
  const group = readDigits(description, 'sgc', 6);
  if (isRefusal(group)) return group;
  const tariff = readDigits(description, 'ti', 2);
  if (isRefusal(tariff)) return tariff;
  const revision = readWhole(description, 'krn');
  if (isRefusal(revision)) return revision;
  if (revision < 1 || revision > 9) return refuse('BadKrn', '"krn" must be 1 to 9');
  const type = readWhole(description, 'kt');
  if (isRefusal(type)) return type;
  // The base date does not enter a key of DKGA02, and a request need not name it.
  const baseDate =
    dkga === '02' && description['baseDate'] === undefined
      ? 1993
      : readBaseDate(description, 'baseDate');
  if (isRefusal(baseDate)) return baseDate;
  return {
    meterPan,
    supplyGroupCode: supplyGroupCode(group),
    tariffIndex: tariffIndex(tariff),
    keyRevisionNumber: keyRevisionNumber(revision),
    keyType: keyType(type),
    baseDate,
    encryptionAlgorithm,
  };
}

/** The data of a decoder key as they stand in vectors, and the octets of a key for comparison. */
import type { DecoderKey, DecoderKeyData, EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import { parseMeterPan } from '@wattvend/sts/meter-pan.js';
import type { StsRefusal } from '@wattvend/sts/refusal.js';
import {
  keyRevisionNumber,
  keyType,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import type { BaseDate } from '@wattvend/sts/token-identifier.js';

export interface GivenKey {
  readonly vendingKey: string;
  readonly meterPan: string;
  readonly keyType: number;
  readonly supplyGroupCode: string;
  readonly tariffIndex: string;
  readonly keyRevisionNumber: number;
  readonly baseDate?: BaseDate;
  readonly encryptionAlgorithm?: EncryptionAlgorithm;
  readonly panBlockEdition?: 2 | 3;
}

/** By an algorithm of DES; the block is the one that is called B in the formulas. */
export interface KeyByDes extends GivenKey {
  readonly derivationBlock: string;
  readonly encryptedBlock: string;
  readonly decoderKey: string;
}

export interface RefusedKey extends GivenKey {
  readonly refusal: StsRefusal;
}

export function dataOf(given: GivenKey): DecoderKeyData {
  const parsed = parseMeterPan(given.meterPan);
  if (parsed.kind === 'fault') throw new Error(parsed.fault);
  return {
    meterPan: parsed.meterPan,
    supplyGroupCode: supplyGroupCode(given.supplyGroupCode),
    tariffIndex: tariffIndex(given.tariffIndex),
    keyRevisionNumber: keyRevisionNumber(given.keyRevisionNumber),
    keyType: keyType(given.keyType),
    baseDate: given.baseDate ?? 1993,
    encryptionAlgorithm: given.encryptionAlgorithm ?? '07',
    ...(given.panBlockEdition === undefined ? {} : { panBlockEdition: given.panBlockEdition }),
  };
}

export function hexOfOctets(octets: Readonly<Uint8Array>): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');
}

export function hexOfKey(key: DecoderKey): string {
  return key.use(hexOfOctets);
}

/**
 * A key as it is typed or chosen: a decoder key, or a vending key with the data of one meter. The
 * samples of samples.ts are drafts too, so both take the same way.
 */

import {
  DecoderKey,
  type DecoderKeyData,
  type Dkga,
  type EncryptionAlgorithm,
} from '@wattvend/sts/decoder-key.js';
import { deriveDecoderKey } from '@wattvend/sts/decoder-key-generation.js';
import type { CandidateKey } from '@wattvend/sts/explanation.js';
import { octetsFromHexadecimal } from '@wattvend/sts/hexadecimal.js';
import {
  type MeterPan,
  meterPanFromDrn,
  parseDrn,
  parseMeterPan,
} from '@wattvend/sts/meter-pan.js';
import { STS_REFUSALS, type StsRefusal } from '@wattvend/sts/refusal.js';
import { STA_OPERATIONAL_TABLES, STA_SAMPLE_TABLES } from '@wattvend/sts/sta-tables.js';
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
import { tokenCipher } from '@wattvend/sts/token-cipher.js';
import type { BaseDate } from '@wattvend/sts/token-identifier.js';
import { attempt, type Faults } from './refused.ts';

/** All texts as they stand in the fields. */
export interface KeyDraft {
  readonly from: 'decoder-key' | 'vending-key';
  readonly encryptionAlgorithm: EncryptionAlgorithm;
  /** For algorithm 07. */
  readonly tables: 'service' | 'sample';
  readonly decoderKey: string;
  readonly dkga: Dkga;
  readonly vendingKey: string;
  /** 11 or 13 digits, or the 18 of a MeterPAN. */
  readonly meterNumber: string;
  readonly supplyGroupCode: string;
  readonly tariffIndex: string;
  readonly keyRevisionNumber: string;
  readonly keyType: KeyType;
  /** May be left empty: not known. */
  readonly keyExpiryNumber: string;
  readonly baseDate: BaseDate;
}

export const EMPTY_KEY_DRAFT: KeyDraft = {
  from: 'decoder-key',
  encryptionAlgorithm: '07',
  tables: 'service',
  decoderKey: '',
  dkga: '04',
  vendingKey: '',
  meterNumber: '',
  supplyGroupCode: '',
  tariffIndex: '01',
  keyRevisionNumber: '1',
  keyType: 2,
  keyExpiryNumber: '',
  baseDate: 2014,
};

/** A key that is whole. */
export interface LabKey {
  readonly candidate: CandidateKey;
  readonly decoderKey: DecoderKey;
}

export type ReadKey =
  | { readonly kind: 'key'; readonly key: LabKey }
  | { readonly kind: 'faults'; readonly faults: Faults };

/** Whether the cipher itself needs the number of the meter. */
export function needsMeterNumber(draft: KeyDraft): boolean {
  return draft.from === 'vending-key' || draft.encryptionAlgorithm === '62';
}

/** Reads a draft. An empty field that is needed is a fault without words: nobody was wrong yet. */
export function readKeyDraft(name: string, draft: KeyDraft): ReadKey {
  const faults: Record<string, string> = {};
  const meterPan = needsMeterNumber(draft) ? readMeterNumber(draft.meterNumber, faults) : null;
  const expiry = readKeyExpiryNumber(draft.keyExpiryNumber, faults);
  const decoderKey =
    draft.from === 'decoder-key'
      ? readDecoderKey(draft.decoderKey, faults)
      : deriveKey(draft, meterPan, faults);
  if (decoderKey === null || Object.keys(faults).length > 0) return { kind: 'faults', faults };
  const prepared = attempt(() =>
    tokenCipher(draft.encryptionAlgorithm, decoderKey, {
      tables: draft.tables === 'sample' ? STA_SAMPLE_TABLES : STA_OPERATIONAL_TABLES,
      ...(meterPan === null ? {} : { meterPan }),
    }),
  );
  if (prepared.kind === 'refused') {
    return { kind: 'faults', faults: { [fieldOf(prepared.refusal)]: prepared.sentence } };
  }
  const candidate: CandidateKey = {
    name,
    cipher: prepared.value,
    baseDate: draft.baseDate,
    ...(draft.from === 'vending-key' ? { keyType: draft.keyType } : {}),
    ...(expiry === null ? {} : { keyExpiryNumber: expiry }),
  };
  return { kind: 'key', key: { candidate, decoderKey } };
}

const FIELD_OF_REFUSAL: Partial<Record<StsRefusal, keyof KeyDraft>> = {
  'decoder-key-length': 'decoderKey',
  'vending-key-length': 'vendingKey',
  'vending-key-parity': 'vendingKey',
  'ditk-not-derived': 'keyType',
  'encryption-algorithm-not-of-dkga': 'dkga',
  'dkga01-meter': 'dkga',
  'dkga04-common-key': 'dkga',
  'meter-pan-needed': 'meterNumber',
};

function fieldOf(refusal: StsRefusal | null): string {
  return refusal === null ? '' : (FIELD_OF_REFUSAL[refusal] ?? '');
}

function readMeterNumber(typed: string, faults: Record<string, string>): MeterPan | null {
  const digits = typed.replaceAll(/[\s-]/g, '');
  if (digits === '') {
    faults['meterNumber'] = '';
    return null;
  }
  if (digits.length === 18) {
    const parsed = parseMeterPan(digits);
    if (parsed.kind === 'meter-pan') return parsed.meterPan;
    faults['meterNumber'] = STS_REFUSALS[parsed.fault];
    return null;
  }
  const parsed = parseDrn(digits);
  if (parsed.kind === 'drn') return meterPanFromDrn(parsed.drn);
  faults['meterNumber'] = STS_REFUSALS[parsed.fault];
  return null;
}

function readKeyExpiryNumber(
  typed: string,
  faults: Record<string, string>,
): KeyExpiryNumber | null {
  if (typed.trim() === '') return null;
  const read = attempt(() => keyExpiryNumber(wholeNumber(typed)));
  if (read.kind === 'value') return read.value;
  faults['keyExpiryNumber'] = STS_REFUSALS['key-expiry-number'];
  return null;
}

/** The octets of a key that was typed with or without blanks; null when there is none or a fault. */
function readOctets(
  field: 'decoderKey' | 'vendingKey',
  typed: string,
  faults: Record<string, string>,
): Uint8Array | null {
  const digits = typed.replaceAll(/\s/g, '');
  if (digits === '') {
    faults[field] = '';
    return null;
  }
  const read = attempt(() => octetsFromHexadecimal(digits));
  if (read.kind === 'value') return read.value;
  faults[field] = STS_REFUSALS.hexadecimal;
  return null;
}

/** Reads hexadecimal digits as a decoder key; the faults stand at 'decoderKey'. */
export function readDecoderKey(typed: string, faults: Record<string, string>): DecoderKey | null {
  const octets = readOctets('decoderKey', typed, faults);
  if (octets === null) return null;
  const made = attempt(() => new DecoderKey(octets));
  if (made.kind === 'value') return made.value;
  faults['decoderKey'] = made.sentence;
  return null;
}

function deriveKey(
  draft: KeyDraft,
  meterPan: MeterPan | null,
  faults: Record<string, string>,
): DecoderKey | null {
  const vendingKey = readOctets('vendingKey', draft.vendingKey, faults);
  const group = readSupplyGroup(draft, faults);
  if (vendingKey === null || meterPan === null || group === null) return null;
  const { baseDate, dkga, encryptionAlgorithm, keyType } = draft;
  const data: DecoderKeyData = { ...group, meterPan, keyType, baseDate, encryptionAlgorithm };
  const derived = attempt(() => deriveDecoderKey(dkga, vendingKey, data));
  if (derived.kind === 'value') return derived.value;
  faults[fieldOf(derived.refusal)] = derived.sentence;
  return null;
}

interface SupplyGroup {
  readonly supplyGroupCode: SupplyGroupCode;
  readonly tariffIndex: TariffIndex;
  readonly keyRevisionNumber: KeyRevisionNumber;
}

/** The three numbers that tell one key of a group from another; faults stand at their names. */
export function readSupplyGroup(
  draft: Pick<KeyDraft, 'supplyGroupCode' | 'tariffIndex' | 'keyRevisionNumber'>,
  faults: Record<string, string>,
): SupplyGroup | null {
  const code = attempt(() => supplyGroupCode(draft.supplyGroupCode.trim()));
  const tariff = attempt(() => tariffIndex(draft.tariffIndex.trim()));
  const revision = attempt(() => keyRevisionNumber(wholeNumber(draft.keyRevisionNumber)));
  if (code.kind === 'refused') {
    const isEmpty = draft.supplyGroupCode.trim() === '';
    faults['supplyGroupCode'] = isEmpty ? '' : STS_REFUSALS['supply-group-code'];
  }
  if (tariff.kind === 'refused') faults['tariffIndex'] = STS_REFUSALS['tariff-index'];
  if (revision.kind === 'refused') {
    faults['keyRevisionNumber'] = STS_REFUSALS['key-revision-number'];
  }
  if (code.kind === 'refused' || tariff.kind === 'refused' || revision.kind === 'refused') {
    return null;
  }
  return {
    supplyGroupCode: code.value,
    tariffIndex: tariff.value,
    keyRevisionNumber: revision.value,
  };
}

/** NaN for anything but digits, which every constructor refuses. */
export function wholeNumber(typed: string): number {
  const digits = typed.trim();
  return /^\d{1,15}$/.test(digits) ? Number(digits) : Number.NaN;
}

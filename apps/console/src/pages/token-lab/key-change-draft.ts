/** A key change as it is being built, and the two, three or four tokens of its set. */
import { encryptKeyChange } from '@wattvend/sts/key-change.js';
import { STS_REFUSALS, type StsRefusal } from '@wattvend/sts/refusal.js';
import {
  type KeyExpiryNumber,
  type KeyType,
  keyExpiryNumber,
  type SupplyGroupCode,
  supplyGroupCode,
} from '@wattvend/sts/supply-group.js';
import type { NumericToken } from '@wattvend/sts/token.js';
import { type LabKey, readDecoderKey, readSupplyGroup, wholeNumber } from './key-draft.ts';
import { attempt, type Faults } from './refused.ts';

export interface KeyChangeDraft {
  /** Hexadecimal; of a sample, or typed by those who may. */
  readonly decoderKey: string;
  readonly keyRevisionNumber: string;
  readonly keyType: KeyType;
  readonly tariffIndex: string;
  readonly keyExpiryNumber: string;
  /** Empty with a key of 64 bits: the set of two tokens, which leaves the group as it is. */
  readonly supplyGroupCode: string;
  readonly rollover: boolean;
}

export const FIRST_KEY_CHANGE: KeyChangeDraft = {
  decoderKey: '',
  keyRevisionNumber: '2',
  keyType: 2,
  tariffIndex: '01',
  keyExpiryNumber: '255',
  supplyGroupCode: '123456',
  rollover: false,
};

export type KeyChangeBuild =
  | { readonly kind: 'built'; readonly tokens: readonly NumericToken[] }
  | { readonly kind: 'faults'; readonly faults: Faults };

const FIELD_OF_REFUSAL: Partial<Record<StsRefusal, keyof KeyChangeDraft>> = {
  'key-length-change': 'decoderKey',
  'rollover-same-key': 'decoderKey',
  'supply-group-transfer': 'supplyGroupCode',
};

/** Makes the set under the present key, in the order of its sections. */
export function buildKeyChange(draft: KeyChangeDraft, present: LabKey): KeyChangeBuild {
  const faults: Record<string, string> = {};
  const decoderKey = readDecoderKey(draft.decoderKey, faults);
  const hasCode = draft.supplyGroupCode.trim() !== '';
  // The revision and the index are read like those of any key; the code may be absent here.
  const group = readSupplyGroup({ ...draft, supplyGroupCode: '000000' }, faults);
  const code = hasCode ? readCode(draft.supplyGroupCode, faults) : null;
  const expiry = readExpiry(draft.keyExpiryNumber, faults);
  if (decoderKey === null || group === null || expiry === null || Object.keys(faults).length > 0) {
    return { kind: 'faults', faults };
  }
  const { keyRevisionNumber, tariffIndex } = group;
  const { keyType, rollover } = draft;
  const change = { decoderKey, keyRevisionNumber, tariffIndex, keyType, rollover };
  const made = attempt(() =>
    encryptKeyChange(
      { ...change, keyExpiryNumber: expiry, supplyGroupCode: code },
      present.candidate.cipher,
    ),
  );
  if (made.kind === 'value') return { kind: 'built', tokens: made.value };
  const field = made.refusal === null ? undefined : FIELD_OF_REFUSAL[made.refusal];
  return { kind: 'faults', faults: { [field ?? '']: made.sentence } };
}

function readCode(typed: string, faults: Record<string, string>): SupplyGroupCode | null {
  const read = attempt(() => supplyGroupCode(typed.trim()));
  if (read.kind === 'value') return read.value;
  faults['supplyGroupCode'] = STS_REFUSALS['supply-group-code'];
  return null;
}

function readExpiry(typed: string, faults: Record<string, string>): KeyExpiryNumber | null {
  const read = attempt(() => keyExpiryNumber(wholeNumber(typed)));
  if (read.kind === 'value') return read.value;
  faults['keyExpiryNumber'] = STS_REFUSALS['key-expiry-number'];
  return null;
}

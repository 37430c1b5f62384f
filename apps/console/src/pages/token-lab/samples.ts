/**
 * Keys and tokens to learn with. Every key here is published or invented, and no meter in service
 * has one; a token under them credits nothing.
 */
import { hexadecimalFromOctets } from '@wattvend/sts/hexadecimal.js';
import { EMPTY_KEY_DRAFT, type KeyDraft, type LabKey, readKeyDraft } from './key-draft.ts';

export interface SampleKey {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly isStandard: boolean;
  readonly draft: KeyDraft;
}

// The invented meter of the samples: maker 12, serial number 34567890.
const SAMPLE_METER = '12345678903';

export const SAMPLE_KEYS: readonly SampleKey[] = [
  sample('sta-published', 'EA 07 (STA), published test key', {
    source: 'A test key that is public in several programs, with the tables of meters in service.',
    draft: { decoderKey: 'E7B2 1AA9 EC92 9C96', baseDate: 1993 },
  }),
  sample('sta-example', 'EA 07, worked example of the standard', {
    source: 'Key and sample tables of the worked example; no meter has these tables.',
    draft: { decoderKey: '0ABC 12DE F345 6789', tables: 'sample', baseDate: 1993 },
  }),
  sample('dea', 'EA 09 (DEA), textbook key', {
    source: 'The well-known example key of DES. The third edition withdrew EA 09.',
    draft: { encryptionAlgorithm: '09', decoderKey: '1334 5779 9BBC DFF1', baseDate: 1993 },
  }),
  sample('misty1', 'EA 11 (MISTY1), test key of RFC 2994', {
    source: 'The key of the test vectors of RFC 2994.',
    draft: { encryptionAlgorithm: '11', decoderKey: '00112233445566778899AABBCCDDEEFF' },
  }),
  sample('sta-derived', 'EA 07, derived by DKGA 02', {
    source: `An invented vending key, and the key of the invented meter ${SAMPLE_METER} made from it.`,
    draft: {
      ...derived('02', '0123456789ABCDEF'),
      baseDate: 1993,
    },
  }),
  sample('misty1-derived', 'EA 11, derived by DKGA 04', {
    source: `An invented vending key, and the key of the invented meter ${SAMPLE_METER} made from it.`,
    draft: {
      ...derived('04', '000102030405060708090A0B0C0D0E0F10111213'),
      encryptionAlgorithm: '11',
    },
  }),
  sample('tdea-profile', 'EA 61 (TDEA), not part of IEC 62055-41', {
    source: 'A private profile of wattvend under an invented key.',
    isStandard: false,
    draft: { encryptionAlgorithm: '61', decoderKey: '000102030405060708090A0B0C0D0E0F' },
  }),
  sample('aes-profile', 'EA 62 (AES-128), not part of IEC 62055-41', {
    source: `A private profile of wattvend under an invented key, for the meter ${SAMPLE_METER}.`,
    isStandard: false,
    draft: {
      encryptionAlgorithm: '62',
      decoderKey: '000102030405060708090A0B0C0D0E0F',
      meterNumber: SAMPLE_METER,
    },
  }),
];

function derived(dkga: '02' | '04', vendingKey: string): Partial<KeyDraft> {
  return {
    from: 'vending-key',
    dkga,
    vendingKey,
    meterNumber: SAMPLE_METER,
    supplyGroupCode: '123456',
    tariffIndex: '01',
    keyRevisionNumber: '1',
    keyType: 2,
    keyExpiryNumber: '255',
  };
}

function sample(
  id: string,
  name: string,
  rest: {
    readonly source: string;
    readonly isStandard?: boolean;
    readonly draft: Partial<KeyDraft>;
  },
): SampleKey {
  const { source, isStandard = true } = rest;
  return { id, name, source, isStandard, draft: { ...EMPTY_KEY_DRAFT, ...rest.draft } };
}

const prepared = new Map<string, LabKey>();

/** The key of a sample; prepared once. */
export function sampleKey(sample: SampleKey): LabKey {
  const known = prepared.get(sample.id);
  if (known !== undefined) return known;
  const read = readKeyDraft(sample.name, sample.draft);
  if (read.kind === 'faults') throw new Error(`the sample key ${sample.id} is not whole`);
  prepared.set(sample.id, read.key);
  return read.key;
}

/** The decoder key of a sample in hexadecimal. Only samples are shown: they are public. */
export function sampleKeyText(sample: SampleKey): string {
  return keyText(sampleKey(sample));
}

/** For comparing; only samples are shown. */
function keyText({ decoderKey }: LabKey): string {
  return decoderKey.use(hexadecimalFromOctets);
}

/** The sample decoder keys of a length, each once: two samples may have the same octets. */
export function newKeySamples(keyBits: 64 | 128): readonly { value: string; label: string }[] {
  const texts = SAMPLE_KEYS.filter(
    (sample) => sampleKey(sample).candidate.cipher.keyBits === keyBits,
  ).map(sampleKeyText);
  return [...new Set(texts)].map((text) => ({ value: text, label: text.toUpperCase() }));
}

/** What stands for a new key that was not chosen yet: any sample but the present key. */
export function firstNewKey(present: LabKey): string {
  const presentText = keyText(present);
  const samples = newKeySamples(present.candidate.cipher.keyBits);
  return samples.find(({ value }) => value !== presentText)?.value ?? '';
}

export interface SampleToken {
  readonly name: string;
  readonly digits: string;
  /** The key that opens it; 'all' where none is needed or none does. */
  readonly key: string;
}

/** Tokens to click on; a test says what each of them is. */
export const SAMPLE_TOKENS: readonly SampleToken[] = [
  { name: '10 kWh', digits: '35500312443047940328', key: 'all' },
  { name: 'Part of a key change', digits: '28919506789025814259', key: 'all' },
  { name: 'Show the totals', digits: '00000000000201328896', key: 'all' },
  { name: 'Money', digits: '15478132371132133094', key: 'all' },
  { name: 'Not ours', digits: '20260301123456789012', key: 'all' },
  { name: 'One digit wrong', digits: '35500312443047940338', key: 'all' },
];

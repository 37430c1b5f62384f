/** The meter sequences of the shared known answers. */
import { readFileSync } from 'node:fs';
import { creditUnits } from '@wattvend/meter/credit.js';
import { applyWrite, type MeterMemory, manufactureMeter } from '@wattvend/meter/memory.js';
import type { Service } from '@wattvend/meter/services.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { instant } from '@wattvend/quantities/time.js';
import { DecoderKey, type EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import { parseMeterPan } from '@wattvend/sts/meter-pan.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  keyType,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import { instantOfTokenIdentifier, tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { expect, test } from 'vitest';

interface MeterVector {
  readonly id: string;
  readonly kind: string;
  readonly note: string;
  readonly input: {
    readonly meter: {
      readonly pan: string;
      readonly key: {
        readonly ea: EncryptionAlgorithm;
        readonly decoderKey: string;
        readonly kt: number;
        readonly krn: number;
        readonly ti: number;
        readonly sgc: string;
      };
      readonly ken?: number;
      readonly tids?: readonly number[];
    };
    readonly events: readonly { readonly token: string; readonly at?: number }[];
  };
  readonly expect: {
    readonly results: readonly ({ readonly result: string } | null)[];
    readonly state: {
      readonly credit: Readonly<Record<string, string>>;
      readonly decoderKey?: string;
      readonly kt?: number;
      readonly krn?: number;
      readonly ti?: number;
      readonly ken?: number;
      readonly sgc?: string;
    };
  };
}

const file = new URL('../../../vectors/sts-known-answers.json', import.meta.url);
const all = JSON.parse(readFileSync(file, 'utf8')) as { readonly vectors: readonly MeterVector[] };
const vectors = all.vectors.filter((vector) => vector.kind === 'meter');

/** The meter as the vector describes it: what its store does not name is zero. */
function meterOf({ pan, key, ken, tids }: MeterVector['input']['meter']): MeterMemory {
  const parsed = parseMeterPan(pan);
  if (parsed.kind === 'fault') throw new Error(`${pan}: ${parsed.fault}`);
  return manufactureMeter({
    meterPan: parsed.meterPan,
    encryptionAlgorithm: key.ea,
    decoderKey: DecoderKey.fromHex(key.decoderKey),
    keyType: keyType(key.kt),
    keyRevisionNumber: keyRevisionNumber(key.krn),
    tariffIndex: tariffIndex(String(key.ti).padStart(2, '0')),
    supplyGroupCode: supplyGroupCode(key.sgc),
    keyExpiryNumber: keyExpiryNumber(ken ?? 255),
    baseDate: 1993,
    manufacturedAt: instantOfTokenIdentifier(tokenIdentifier(0), 1993),
    tokenIdentifiers: (tids ?? []).map(tokenIdentifier),
  });
}

test('all five vectors are there', () => {
  expect(vectors.map(({ id }) => id)).toEqual(
    ['001', '002', '003', '004', '005'].map((number) => `pub-meter-${number}`),
  );
});

test.each(vectors)('$id: $note', (vector) => {
  let memory = meterOf(vector.input.meter);
  const results: ({ readonly result: string } | null)[] = [];
  for (const [index, { token, at = 0 }] of vector.input.events.entries()) {
    const outcome = applyToken(memory, token, { now: instant(at * 1000) });
    // Null stands where the answer is not checked.
    const isChecked = vector.expect.results[index] !== null;
    results.push(isChecked ? { result: outcome.result } : null);
    memory = outcome.writes.reduce(applyWrite, memory);
  }
  expect(results).toEqual(vector.expect.results);
  const { credit, ...key } = vector.expect.state;
  for (const [service, units] of Object.entries(credit)) {
    expect(String(creditUnits(memory, Number(service) as Service))).toBe(units);
  }
  expect({
    decoderKey: memory.decoderKey,
    kt: memory.keyType,
    krn: memory.keyRevisionNumber,
    ti: Number(memory.tariffIndex),
    ken: memory.keyExpiryNumber,
    sgc: memory.supplyGroupCode,
  }).toMatchObject(key);
});

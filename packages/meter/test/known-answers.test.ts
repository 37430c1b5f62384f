/** The meter sequences of the shared known answers that need no key change. */
import { readFileSync } from 'node:fs';
import {
  applyWrite,
  type MeterMemory,
  TOKEN_IDENTIFIER_STORE_SIZE,
} from '@wattvend/meter/memory.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { DecoderKey, type EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import { parseMeterPan } from '@wattvend/sts/meter-pan.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  keyType,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import { tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { expect, test } from 'vitest';
import { inventedMeter } from './invented-meter.ts';

interface MeterVector {
  readonly id: string;
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
    readonly events: readonly { readonly token: string }[];
  };
  readonly expect: {
    readonly results: readonly { readonly result: string }[];
    readonly state: { readonly credit: { readonly '0': string } };
  };
}

const WITHOUT_KEY_CHANGE = ['pub-meter-001', 'pub-meter-002', 'pub-meter-003'];

const file = new URL('../../../vectors/sts-known-answers.json', import.meta.url);
const all = JSON.parse(readFileSync(file, 'utf8')) as { readonly vectors: readonly MeterVector[] };
const vectors = all.vectors.filter((vector) => WITHOUT_KEY_CHANGE.includes(vector.id));

/** The meter as the vector describes it: what its store does not name is zero. */
function meterOf({ pan, key, ken, tids }: MeterVector['input']['meter']): MeterMemory {
  const parsed = parseMeterPan(pan);
  if (parsed.kind === 'fault') throw new Error(`${pan}: ${parsed.fault}`);
  const memory = inventedMeter(key.ea, {
    meterPan: parsed.meterPan,
    decoderKey: DecoderKey.fromHex(key.decoderKey),
    keyType: keyType(key.kt),
    keyRevisionNumber: keyRevisionNumber(key.krn),
    tariffIndex: tariffIndex(String(key.ti).padStart(2, '0')),
    supplyGroupCode: supplyGroupCode(key.sgc),
    keyExpiryNumber: keyExpiryNumber(ken ?? 255),
  });
  const taken = (tids ?? []).map(tokenIdentifier);
  const rest = Array.from({ length: TOKEN_IDENTIFIER_STORE_SIZE - taken.length }, () =>
    tokenIdentifier(0),
  );
  return { ...memory, tokenIdentifierStore: [...rest, ...taken].sort((a, b) => a - b) };
}

test('all three vectors are there', () => {
  expect(vectors.map((vector) => vector.id)).toEqual(WITHOUT_KEY_CHANGE);
});

test.each(vectors)('$id: $note', (vector) => {
  let memory = meterOf(vector.input.meter);
  const results: string[] = [];
  for (const { token } of vector.input.events) {
    const outcome = applyToken(memory, token);
    results.push(outcome.result);
    memory = outcome.writes.reduce(applyWrite, memory);
  }
  expect(results).toEqual(vector.expect.results.map(({ result }) => result));
  expect(memory.creditRegister).toBe(Number(vector.expect.state.credit['0']) * 100);
});

/** A batch of meters, made and written down: the list, the sealed keys and, where asked, memories. */
import { randomBytes } from 'node:crypto';
import { initialisationKey } from '@wattvend/meter/initialisation-key.js';
import { BATCH_COLUMNS, batchRow, keyRecord } from '@wattvend/meter/key-record.js';
import { type BatchOrder, makeMeter } from '@wattvend/meter/make-meter.js';
import { serialiseMeterMemory } from '@wattvend/meter/memory-record.js';
import type { MeterNumber } from '@wattvend/meter/serial-range.js';
import type { DecoderKey, EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import { ENCRYPTION_ALGORITHMS } from '@wattvend/sts/encryption-algorithms.js';
import { stringify } from 'csv-stringify/sync';
import { encrypterFor } from './age-file.ts';
import {
  makeFolders,
  type NewFile,
  PLAIN_FILE_MODE,
  refuseExisting,
  SECRET_FILE_MODE,
} from './all-or-nothing.ts';

export interface BatchPlaces {
  readonly recipients: readonly string[];
  readonly folder: string;
  /** Null where the memories are not written. */
  readonly memoriesFolder: string | null;
}

/** Weak keys are rarer than one in 2^50: a source of chance that draws so many is broken. */
const DRAWS_MAX = 3;

const PROGRESS_EVERY = 500;

const KEYS_IN_CLEAR =
  'wattvend: the memories hold the keys of the meters in clear; keep them where the meters would be\n';

/** Makes all meters of the range and the folders of their records. Keys are nowhere else. */
export async function makeBatch(
  order: BatchOrder,
  numbers: readonly MeterNumber[],
  { folder, memoriesFolder, recipients }: BatchPlaces,
): Promise<void> {
  // What can be refused is refused before a key is drawn.
  const encrypter = encrypterFor(recipients);
  await refuseExisting(folder);
  if (memoriesFolder !== null) await refuseExisting(memoriesFolder);
  const manufacturedAt = new Date(order.manufacturedAt).toISOString();
  const rows: Readonly<Record<string, string>>[] = [];
  const lines: string[] = [];
  const memories: string[] = [];
  for (const [at, number] of numbers.entries()) {
    const { memory } = makeMeter(order, number, drawnKey(order.encryptionAlgorithm));
    rows.push(batchRow({ number, memory, manufacturedAt }));
    lines.push(`${JSON.stringify(keyRecord({ number, memory, manufacturedAt }))}\n`);
    if (memoriesFolder !== null) memories.push(`${serialiseMeterMemory(memory)}\n`);
    showProgress(at + 1, numbers.length);
  }
  const csv = stringify(rows, {
    header: true,
    columns: [...BATCH_COLUMNS],
    record_delimiter: '\r\n',
  });
  const keys = await encrypter.encrypt(lines.join(''));
  const records: readonly NewFile[] = [
    { name: 'meters.csv', content: csv, mode: PLAIN_FILE_MODE },
    { name: 'keys.jsonl.age', content: keys, mode: SECRET_FILE_MODE },
  ];
  const stored = { name: 'memories.jsonl', content: memories.join(''), mode: SECRET_FILE_MODE };
  const memoryFolders =
    memoriesFolder === null ? [] : [{ folder: memoriesFolder, files: [stored] }];
  await makeFolders([...memoryFolders, { folder, files: records }]);
  if (memoriesFolder !== null) process.stderr.write(KEYS_IN_CLEAR);
  process.stdout.write(
    `${numbers.length} meters, ${numbers[0]?.drn} to ${numbers.at(-1)?.drn}, in ${folder}\n`,
  );
}

function drawnKey(algorithm: EncryptionAlgorithm): DecoderKey {
  const { keyOctets } = ENCRYPTION_ALGORITHMS[algorithm];
  for (let draw = 0; draw < DRAWS_MAX; draw++) {
    const drawn = initialisationKey(algorithm, randomBytes(keyOctets));
    if (drawn.kind === 'key') return drawn.decoderKey;
  }
  throw new Error('the source of chance of this machine is broken');
}

function showProgress(made: number, of: number): void {
  if (!process.stderr.isTTY || of < PROGRESS_EVERY) return;
  if (made % PROGRESS_EVERY === 0) process.stderr.write(`\r${made} of ${of} meters`);
  if (made === of) process.stderr.write('\r\u001b[K');
}

/** The journal: torn tails, altered records, full and failing disks, and the index over it. */
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, test } from 'vitest';
import { IssueIndex } from '../src/issue-index.ts';
import { openJournal } from '../src/journal.ts';
import type { JournalFile } from '../src/journal-file.ts';
import type { IssueRequest } from '../src/security-module.ts';
import {
  electricity,
  makeScratchModule,
  ORDERED,
  openMachine,
  request,
  type ScratchModule,
} from './scratch-module.ts';

const HEADER = 96;
const RECORD = 96;
/** What nobody paid takes a second slot. */
const ORDER = 2 * RECORD;

let scratch: ScratchModule;

beforeEach(async () => {
  scratch = await makeScratchModule();
});

afterEach(() => scratch.remove());

/** Issues vends 1 to n and returns the journal's octets. */
async function journalOf(vends: number, change: Partial<IssueRequest> = {}): Promise<Buffer> {
  const module = await openMachine(scratch);
  for (let number = 1; number <= vends; number++) await module.answers([request(number, change)]);
  await module.close();
  return readFileSync(scratch.journalPath);
}

/** A file in memory, as good as one on a disk for reading a journal. */
function memoryFile(octets: Uint8Array): JournalFile & { octets(): Buffer } {
  let held = Buffer.from(octets);
  const read = (position: number, length: number): Buffer =>
    Buffer.from(held.subarray(position, position + length));
  return {
    octets: () => held,
    size: async () => held.length,
    readNow: read,
    read: async (position, length) => read(position, length),
    write: async (written, position) => {
      held = Buffer.concat([held.subarray(0, position), written]);
    },
    sync: async () => undefined,
    truncate: async (length) => {
      held = held.subarray(0, length);
    },
    close: async () => undefined,
  };
}

/** What a start with this journal says, and the octets it leaves. */
async function start(octets: Uint8Array): Promise<{ said: number | string; left: Buffer }> {
  const file = memoryFile(octets);
  const header = JSON.parse(readFileSync(scratch.sealedPath, 'utf8'));
  const identityKey = Buffer.from(header.identity_key, 'hex');
  const opened = await openJournal({
    file,
    identity: { moduleId: 'test-module', identityKey },
    hashKey: randomBytes(16),
    onFailure: assert.fail,
  });
  const said = opened.kind === 'opened' ? opened.journal.head.sequence : opened.message;
  return { said, left: file.octets() };
}

test('a last record torn at any octet is cut off and the next issue takes its number', async () => {
  const whole = await journalOf(3);
  const twoRecords = HEADER + 2 * RECORD;
  for (let length = twoRecords; length < whole.length; length++) {
    const { said, left } = await start(whole.subarray(0, length));
    assert.equal(said, 2, `cut after ${length}`);
    assert.deepEqual(left, whole.subarray(0, twoRecords));
  }
  writeFileSync(scratch.journalPath, whole.subarray(0, twoRecords + 50));
  const module = await openMachine(scratch);
  const [again] = await module.answers([request(3)]);
  assert(again?.kind === 'issued' && again.sequence === 3n);
  await module.close();
  assert.deepEqual(readFileSync(scratch.journalPath), whole);
});

test('an order torn at any octet of its two slots is cut off as a whole', async () => {
  const whole = await journalOf(3, ORDERED);
  assert.equal(whole.length, HEADER + 3 * ORDER);
  const twoOrders = HEADER + 2 * ORDER;
  for (let length = twoOrders; length < whole.length; length++) {
    const { said, left } = await start(whole.subarray(0, length));
    assert.equal(said, 2, `cut after ${length}`);
    assert.deepEqual(left, whole.subarray(0, twoOrders));
  }
  writeFileSync(scratch.journalPath, whole.subarray(0, twoOrders + RECORD + 50));
  const module = await openMachine(scratch);
  const [again] = await module.answers([request(3, ORDERED)]);
  assert(again?.kind === 'issued' && again.sequence === 3n);
  await module.close();
  assert.deepEqual(readFileSync(scratch.journalPath), whole);
});

test('an order of which the disk kept only zeros from its second slot or a sector on is cut off', async () => {
  const whole = await journalOf(3, ORDERED);
  for (const from of [HEADER + 2 * ORDER, HEADER + 2 * ORDER + RECORD, 512]) {
    const zeroed = Buffer.concat([whole.subarray(0, from), Buffer.alloc(whole.length - from)]);
    // The sector's boundary at 512 lies within the third order's first slot.
    assert.equal((await start(zeroed)).said, 2, `zeros from ${from}`);
  }
});

test('an order altered in any octet, without its second slot, or with another one refuses to start', async () => {
  const whole = await journalOf(3, ORDERED);
  for (let place = HEADER; place < whole.length; place++) {
    const altered = Buffer.from(whole);
    altered.writeUInt8(altered.readUInt8(place) ^ 0x01, place);
    const record = Math.floor((place - HEADER) / ORDER) + 1;
    const { said, left } = await start(altered);
    assert.match(String(said), new RegExp(`^Record ${record} of the journal is not`));
    assert.deepEqual(left, altered);
  }
  const slot = (number: number): Buffer =>
    whole.subarray(HEADER + (number - 1) * RECORD, HEADER + number * RECORD);
  for (const order of [
    [1, 3, 4, 5, 6],
    [2, 3, 4],
    [1, 4, 3, 2],
    [1, 2, 2, 3, 4],
    [1, 1, 2, 3, 4],
  ]) {
    const { said } = await start(Buffer.concat([whole.subarray(0, HEADER), ...order.map(slot)]));
    assert.match(String(said), /of the journal is not what was written/);
  }
});

/** Writes slots and the chain anew, as nobody but a program of ours does. */
function rechained(whole: Buffer, change: (slots: Buffer) => void): Buffer {
  const altered = Buffer.from(whole);
  change(altered.subarray(HEADER));
  let chain = createHash('sha256').update(altered.subarray(0, HEADER)).digest();
  for (let place = HEADER; place < altered.length; place += RECORD) {
    const input = Buffer.concat([chain, altered.subarray(place, place + 64)]);
    chain = createHash('sha256').update(input).digest();
    chain.copy(altered, place + 64);
  }
  return altered;
}

test('a record of an unknown format, kind or basis is not guessed at, though its chain is right', async () => {
  const whole = await journalOf(3);
  assert.equal((await start(rechained(whole, () => undefined))).said, 3);
  const changes: readonly (readonly [record: number, (slots: Buffer) => void])[] = [
    [2, (slots) => slots.writeUInt8(3, RECORD)],
    // Class 2, subclass 3 is a section of a key; the format cannot tell one yet.
    [2, (slots) => slots.writeUInt8(0x23, RECORD + 2)],
    [2, (slots) => slots.writeUInt8(3, RECORD + 1)],
    [2, (slots) => slots.writeUInt32BE(3, RECORD + 6)],
    // A record of format 1 behind one of format 2, and one with more than a sequence.
    [
      2,
      (slots) => {
        slots.fill(0, RECORD, RECORD + 10);
        slots.writeUInt32BE(2, RECORD + 4);
      },
    ],
    [
      1,
      (slots) => {
        slots.fill(0, 0, 10);
        slots.writeUInt32BE(0x0100_0000 >> 8, 0);
        slots.writeUInt32BE(1, 4);
      },
    ],
    // A second slot where there was no first.
    [
      2,
      (slots) => {
        slots.fill(0, RECORD, RECORD + 10);
        slots.writeUInt8(130, RECORD);
        slots.writeUInt32BE(2, RECORD + 4);
      },
    ],
    // An order where its second slot should be, and a sale of the same number.
    [
      1,
      (slots) => {
        slots.writeUInt8(2, 1);
        slots.writeUInt32BE(1, RECORD + 6);
      },
    ],
  ];
  for (const [record, change] of changes) {
    const { said } = await start(rechained(whole, change));
    assert.match(String(said), new RegExp(`^Record ${record} of the journal`));
  }
});

test('a last write of which the disk kept only zeros, or zeros from a sector on, is cut off', async () => {
  const whole = await journalOf(6);
  const zeros = Buffer.concat([whole.subarray(0, HEADER + 4 * RECORD), Buffer.alloc(2 * RECORD)]);
  assert.equal((await start(zeros)).said, 4);
  // Record 5 begins at 480 and the sector's boundary lies within it, at 512.
  const fromSector = Buffer.concat([whole.subarray(0, 512), Buffer.alloc(whole.length - 512)]);
  assert.equal((await start(fromSector)).said, 4);
});

test('a journal altered in any octet of any record refuses to start and is left as it is', async () => {
  const whole = await journalOf(3);
  for (let place = HEADER; place < whole.length; place++) {
    const altered = Buffer.from(whole);
    altered.writeUInt8(altered.readUInt8(place) ^ 0x80, place);
    const record = Math.floor((place - HEADER) / RECORD) + 1;
    const { said, left } = await start(altered);
    assert.match(String(said), new RegExp(`^Record ${record} of the journal is not`));
    assert.match(String(said), /restore the journal from a copy/);
    assert.deepEqual(left, altered);
  }
});

test('a record taken out, put twice or exchanged refuses to start', async () => {
  const whole = await journalOf(4);
  const record = (number: number): Buffer =>
    whole.subarray(HEADER + (number - 1) * RECORD, HEADER + number * RECORD);
  const header = whole.subarray(0, HEADER);
  for (const order of [
    [1, 3, 4],
    [1, 2, 2, 3, 4],
    [1, 3, 2, 4],
    [2, 3, 4],
  ]) {
    const { said } = await start(Buffer.concat([header, ...order.map(record)]));
    assert.match(String(said), /of the journal is not what was written/);
  }
});

test('the journal of another module is refused', async () => {
  const other = await makeScratchModule();
  const { said } = await start(readFileSync(other.journalPath));
  assert.match(String(said), /was not made together with this sealed file/);
  other.remove();
});

/** Fails when told to; what was written before the failure stays written, as on a full disk. */
function failingFile(file: JournalFile): {
  file: JournalFile;
  fail: { write?: string; octetsLeft?: number; sync?: string; truncate?: string };
  syncs: () => number;
  holdSync: () => () => void;
} {
  const fail: { write?: string; octetsLeft?: number; sync?: string; truncate?: string } = {};
  let syncs = 0;
  let held: Promise<void> | null = null;
  const error = (code: string): Error => Object.assign(new Error(code), { code });
  return {
    fail,
    syncs: () => syncs,
    holdSync: () => {
      let release: () => void = () => undefined;
      held = new Promise((resolve) => {
        release = () => {
          held = null;
          resolve();
        };
      });
      return release;
    },
    file: {
      ...file,
      write: async (octets, position) => {
        if (fail.write === undefined) return file.write(octets, position);
        await file.write(octets.subarray(0, fail.octetsLeft ?? 0), position);
        throw error(fail.write);
      },
      sync: async () => {
        syncs++;
        if (held !== null) await held;
        const code = fail.sync;
        // Once: the sync after the file was cut back succeeds.
        delete fail.sync;
        if (code !== undefined) throw error(code);
        return file.sync();
      },
      truncate: async (length) => {
        if (fail.truncate !== undefined) throw error(fail.truncate);
        return file.truncate(length);
      },
    },
  };
}

async function openFailing() {
  let failing: ReturnType<typeof failingFile> | undefined;
  const module = await openMachine(scratch, (file) => {
    failing = failingFile(file);
    return failing.file;
  });
  assert(failing);
  return { module, ...failing };
}

test('when the disk is full nothing leaves, nothing counts, and it goes on when there is room', async () => {
  const { module, fail } = await openFailing();
  await module.answers([request(1)]);
  for (const octetsLeft of [0, 1, 95, 96, 97, 191, 192]) {
    fail.write = 'ENOSPC';
    fail.octetsLeft = octetsLeft;
    const outcome = await module.issue([request(2), request(3)]);
    assert.equal(outcome.kind, 'unavailable');
    assert.equal(readFileSync(scratch.journalPath).length, HEADER + RECORD);
    assert.equal(module.journal.head.sequence, 1);
    delete fail.write;
    const known = await module.answers([request(1)]);
    assert(known[0]?.kind === 'issued' && known[0].sequence === 1n);
  }
  assert.deepEqual(new Set(module.failures), new Set(['ENOSPC']));
  // Another request for the vend that was given up is no conflict, for it was never issued.
  const [two, three] = await module.answers([request(2, { keyEpoch: 7 }), request(3)]);
  assert(two?.kind === 'issued' && two.sequence === 2n);
  assert(three?.kind === 'issued' && three.sequence === 3n);
  await module.close();
  assert.equal((await start(readFileSync(scratch.journalPath))).said, 3);
});

test('free credit of a write that was given up is not counted, and what was counted stays', async () => {
  const { module, fail } = await openFailing();
  const { meterPan } = request(1);
  const free = (number: number, units: number): IssueRequest =>
    request(number, { meterPan, content: electricity(units), ...ORDERED });
  await module.answers([free(1, 2000)]);
  for (const octetsLeft of [0, 95, 96, 100, 191, 192, 300]) {
    fail.write = 'ENOSPC';
    fail.octetsLeft = octetsLeft;
    assert.equal((await module.issue([free(2, 3000), free(3, 1)])).kind, 'unavailable');
    assert.equal(readFileSync(scratch.journalPath).length, HEADER + ORDER);
    delete fail.write;
  }
  const outcomes = await module.answers([free(4, 3001), free(5, 3000), free(6, 1)]);
  assert.deepEqual(
    outcomes.map((answer) => (answer.kind === 'refused' ? answer.refusal : answer.sequence)),
    ['free_credit_above_cap', 2n, 'free_credit_above_cap'],
  );
  await module.close();
});

test('batches that waited behind a failed write are given up with it', async () => {
  const { module, fail, holdSync } = await openFailing();
  const release = holdSync();
  fail.sync = 'ENOSPC';
  const outcomes = [1, 2, 3].map((number) => module.issue([request(number)]));
  await Promise.resolve();
  outcomes.push(module.issue([request(4)]), module.issue([request(1)]));
  release();
  for (const outcome of await Promise.all(outcomes)) assert.equal(outcome.kind, 'unavailable');
  const answers = await module.answers([4, 3, 2, 1].map((number) => request(number)));
  assert.deepEqual(
    answers.map((answer) => answer.kind === 'issued' && answer.sequence),
    [1n, 2n, 3n, 4n],
  );
  await module.close();
});

test('batches that arrive during a sync share the next one', async () => {
  const { module, syncs, holdSync } = await openFailing();
  const before = syncs();
  const release = holdSync();
  const first = module.answers([request(0)]);
  // The first batch is being synced when the others come.
  while (syncs() === before) await new Promise(setImmediate);
  const others = Array.from({ length: 50 }, (_, number) => module.answers([request(number + 1)]));
  release();
  await Promise.all([first, ...others]);
  assert.equal(syncs() - before, 2);
  assert.equal(module.journal.head.sequence, 51);
  await module.close();
});

test('a sync that fails for another reason than room ends the issuing until a restart', async () => {
  const { module, fail } = await openFailing();
  await module.answers([request(1)]);
  fail.sync = 'EIO';
  assert.equal((await module.issue([request(2)])).kind, 'unavailable');
  assert.equal((await module.issue([request(3)])).kind, 'unavailable');
  assert(module.journal.isBroken);
  await module.close();
  const restarted = await openMachine(scratch);
  const [answer] = await restarted.answers([request(2)]);
  assert(answer?.kind === 'issued' && answer.sequence === 2n);
  await restarted.close();
});

test('a file that cannot be cut back ends the issuing, and what stands in it counts after a restart', async () => {
  const { module, fail } = await openFailing();
  fail.write = 'ENOSPC';
  fail.octetsLeft = RECORD;
  fail.truncate = 'EIO';
  assert.equal((await module.issue([request(1), request(2)])).kind, 'unavailable');
  assert(module.journal.isBroken);
  await module.close();
  const restarted = await openMachine(scratch);
  assert.equal(restarted.journal.head.sequence, 1);
  const [answer] = await restarted.answers([request(1)]);
  assert(answer?.kind === 'issued' && answer.sequence === 1n);
  await restarted.close();
});

test('the index finds what was added and nothing else, however it grows', () => {
  const id = fc.uint8Array({ minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(fc.uniqueArray(id, { maxLength: 200, selector: String }), id, (ids, stranger) => {
      const index = new IssueIndex({ hashKey: randomBytes(16), expected: 0 });
      for (const [place, vendId] of ids.entries()) index.add(vendId, place % 16, place + 1);
      for (const [place, vendId] of ids.entries()) {
        assert.equal(
          index.find(vendId, place % 16, (slot) => slot === place + 1),
          place + 1,
        );
        // Another position is another name; 32 bits of a hash are asked 200 times here.
        assert.equal(
          index.find(vendId, (place + 1) % 16, (slot) => slot === place + 1),
          null,
        );
      }
      const known = ids.some((vendId) => String(vendId) === String(stranger));
      if (!known)
        assert.equal(
          index.find(stranger, 0, () => false),
          null,
        );
    }),
    { numRuns: 50 },
  );
});

test('a wrong candidate is passed over and the search goes on', () => {
  const index = new IssueIndex({ hashKey: randomBytes(16), expected: 0 });
  const vendId = randomBytes(16);
  // The same id twice stands for two ids with one fingerprint.
  index.add(vendId, 0, 1);
  index.add(vendId, 0, 2);
  assert.equal(
    index.find(vendId, 0, (slot) => slot === 2),
    2,
  );
  assert.equal(
    index.find(vendId, 0, () => false),
    null,
  );
});

test('hundreds of thousands of issues take at most 12.5 octets each in the index', () => {
  const index = new IssueIndex({ hashKey: randomBytes(16), expected: 0 });
  const vendId = Buffer.alloc(16);
  for (let number = 1; number <= 300_000; number++) {
    vendId.writeUInt32BE(number, 0);
    index.add(vendId, 0, number);
    if (number % 50_000 !== 0) continue;
    assert(index.octets <= 12.6 * number, `${index.octets / number} octets each`);
  }
  assert.equal(index.count, 300_000);
});

test('a slot that is none is not taken into the index', () => {
  const index = new IssueIndex({ hashKey: randomBytes(16), expected: 0 });
  for (const slot of [0, -1, 2 ** 32]) {
    assert.throws(() => index.add(randomBytes(16), 0, slot), RangeError);
  }
});

/** A module of the first version: its files are read, its digits stay, and its journal goes on. */
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { afterEach, beforeEach, test } from 'vitest';
import { openJournal } from '../src/journal.ts';
import { openJournalFile } from '../src/journal-file.ts';
import { openSealedFile } from '../src/sealed-file.ts';
import type { IssueRequest } from '../src/security-module.ts';
import { unsealOctets } from '../src/unseal-secret.ts';
import {
  EVERY_CONTENT,
  ed25519KeyOfWords,
  electricity,
  makeScratchModule,
  minuteAt,
  NOON,
  ORDERED,
  openMachine,
  request,
  type ScratchModule,
  UNDER_DKGA02,
  UNSEAL_KEY,
} from './scratch-module.ts';

const SLOT = 96;

interface FirstVersion {
  readonly sealed: string;
  readonly journal: string;
  readonly answers: readonly { token: string; sequence: string; receipt: string }[];
}

const FIRST_VERSION: FirstVersion = JSON.parse(
  readFileSync(new URL('./module-of-format-1.json', import.meta.url), 'utf8'),
);

let scratch: ScratchModule;
let old: Buffer;

beforeEach(async () => {
  scratch = {
    ...(await makeScratchModule()),
    signingKey: ed25519KeyOfWords('signing key of tests'),
  };
  old = Buffer.from(FIRST_VERSION.journal, 'hex');
  writeFileSync(scratch.sealedPath, FIRST_VERSION.sealed);
  writeFileSync(scratch.journalPath, old);
});

afterEach(() => scratch.remove());

/** The vends of the file, as it describes them. */
const OLD_REQUESTS: readonly IssueRequest[] = [1, 2, 3, 4, 5, 6].map((number) =>
  request(number, {
    ...[{ encryptionAlgorithm: '07' as const }, {}, UNDER_DKGA02][number % 3],
    content: electricity(100 * number + 5),
  }),
);

test('what the first version issued has the same digits, sequence and receipt', async () => {
  const module = await openMachine(scratch);
  for (const _ of ['once', 'again']) {
    const answers = await module.answers(OLD_REQUESTS);
    assert.deepEqual(
      answers.map((answer) => {
        assert(answer.kind === 'issued' && answer.position === 0);
        const { token, sequence, receipt } = answer;
        return { token, sequence: String(sequence), receipt };
      }),
      FIRST_VERSION.answers,
    );
  }
  await module.close();
  assert.deepEqual(readFileSync(scratch.journalPath), old);
});

test('a vend of the first version conflicts with any other content, and has other positions free', async () => {
  const module = await openMachine(scratch);
  const [first] = OLD_REQUESTS;
  assert(first);
  const others = [
    { ...first, content: electricity(106) },
    { ...first, basis: 'tariff' as const },
    { ...first, ...ORDERED },
    { ...first, position: 1, tokenIdentifier: tokenIdentifier(minuteAt(NOON) + 1) },
  ];
  const answers = await module.answers(others);
  assert.deepEqual(
    answers.map((answer) => (answer.kind === 'refused' ? answer.refusal : answer.sequence)),
    ['vend_id_conflict', 'vend_id_conflict', 'vend_id_conflict', 7n],
  );
  await module.close();
});

test('the journal goes on in the new format, with nothing rewritten and its chain unbroken', async () => {
  // The old sealed file holds unique keys only.
  const more = EVERY_CONTENT.map((change, number) =>
    request(100 + number, { ...change, keyType: 2 }),
  );
  const module = await openMachine(scratch);
  const issued = await module.answers(more);
  await module.close();
  const journal = readFileSync(scratch.journalPath);
  assert.deepEqual(journal.subarray(0, old.length), old);
  let chain = createHash('sha256').update(journal.subarray(0, SLOT)).digest();
  for (let start = SLOT; start < journal.length; start += SLOT) {
    const slot = journal.subarray(start, start + 64);
    chain = createHash('sha256').update(chain).update(slot).digest();
    assert.deepEqual(journal.subarray(start + 64, start + SLOT), chain);
  }
  const last = issued.at(-1);
  assert(last?.kind === 'issued' && last.receipt === chain.toString('hex'));
  assert.equal(last.sequence, BigInt(OLD_REQUESTS.length + more.length));

  const again = await openMachine(scratch);
  assert.deepEqual(await again.answers(more), issued);
  const digits = (await again.answers(OLD_REQUESTS)).map(
    (answer) => answer.kind === 'issued' && answer.token,
  );
  assert.deepEqual(
    digits,
    FIRST_VERSION.answers.map(({ token }) => token),
  );
  const report = again.machine.report();
  assert.equal(report.issued, BigInt(OLD_REQUESTS.length + more.length));
  assert.equal(
    report.issuedByBasis.sale,
    BigInt(OLD_REQUESTS.length + more.filter(({ basis }) => basis === 'sale').length),
  );
  await again.close();
});

test('an altered octet of the old part is found behind any number of new records', async () => {
  const module = await openMachine(scratch);
  await module.answers(EVERY_CONTENT.map((change, number) => request(100 + number, change)));
  await module.close();
  const whole = readFileSync(scratch.journalPath);
  const opened = await openSealedFile(scratch.sealedPath, unsealOctets(UNSEAL_KEY));
  assert(opened.kind === 'opened');
  for (let place = SLOT; place < old.length; place++) {
    const altered = Buffer.from(whole);
    altered.writeUInt8(altered.readUInt8(place) ^ 0x04, place);
    writeFileSync(scratch.journalPath, altered);
    const file = await openJournalFile(scratch.journalPath);
    const read = await openJournal({
      file,
      identity: opened.module,
      hashKey: randomBytes(16),
      onFailure: assert.fail,
    });
    await file.close();
    const record = Math.floor((place - SLOT) / SLOT) + 1;
    assert(read.kind === 'fault', `octet ${place}`);
    assert.match(read.message, new RegExp(`^Record ${record} of the journal is not`));
  }
});

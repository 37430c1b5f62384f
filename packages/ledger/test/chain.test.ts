import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { entryHash } from '@wattvend/ledger/chain.js';
import { type Entry, postEntries } from '@wattvend/ledger/entry.js';
import { sealLedger } from '@wattvend/ledger/seal.js';
import { type ChainFault, verifyChain } from '@wattvend/ledger/verify-chain.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  BANK,
  BOOK,
  createLedgerFixture,
  entry,
  FLOAT,
  LEDGER,
  type LedgerFixture,
  NOW,
  newId,
  OTHER_LEDGER,
  SALES,
  UTILITY,
} from './ledger-fixture.ts';

let fixture: LedgerFixture;
beforeEach(async () => {
  fixture = await createLedgerFixture();
});
afterEach(() => fixture.drop());

const at = (milliseconds: number): Instant => instant(NOW + milliseconds);
const earned = (money: bigint): Entry =>
  entry([
    [BANK, money],
    [SALES, -money],
  ]);

/** Nine entries in three blocks of three: at 10, 20, 30; 110, 120, 130; 210, 220, 230. */
async function makeChain(): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const hundred of [0, 100, 200]) {
    for (const ten of [10, 20, 30]) {
      const posted = earned(BigInt(1000 + hundred + ten));
      await fixture.post([posted], at(hundred + ten));
      entries.push(posted);
    }
    await sealLedger(fixture.database, BOOK, at(hundred + 50));
  }
  return entries;
}

/** What whoever owns the tables can do, with every trigger out of the way. */
async function tamper(text: string): Promise<void> {
  await fixture.database.transaction(async (tx) => {
    await tx.query({ name: '', text: `set local session_replication_role = replica; ${text}` });
  });
}

const verify = (known?: { readonly blockNumber: bigint; readonly hash: string }) =>
  verifyChain(fixture.database, BOOK, known);

test('a chain that nobody touched has no fault, whatever its blocks hold', async () => {
  expect(await verify()).toMatchObject({ head: null, blocks: 0, entries: 0, faults: [] });
  await makeChain();
  await sealLedger(fixture.database, BOOK, at(300));
  await fixture.deposit(5n, at(400));
  const report = await verify();
  expect(report).toMatchObject({ blocks: 4, entries: 9, checkedTo: at(300), faults: [] });
  expect(report.head?.blockNumber).toBe(4n);
  expect(await verify(report.head ?? undefined)).toEqual(report);
  // The other ledger of the utility has a chain of its own.
  const other = { utilityId: UTILITY, ledgerId: OTHER_LEDGER };
  await sealLedger(fixture.database, other, at(50));
  const { faults, head } = await verifyChain(fixture.database, other);
  expect(faults).toEqual([]);
  expect(head?.hash).not.toBe(report.head?.hash);
});

test('an entry is hashed over the octets that the documentation spells out', async () => {
  const octets = [
    '7761747476656e6420656e74727920310a', // "wattvend entry 1" and a line feed
    '00000000000040008000000000000001', // utility
    '00000000000040008000000000000002', // ledger
    '0123456789ab4def8123456789abcdef', // entry
    '00031773', // 202611: the month, four octets
    '0000018bcfe56800', // 1700000000000: posted at, eight octets
    '00000004', // octets of the kind
    '73616c65', // "sale"
    '00000002', // legs
    '0000000000004000800000000000000a',
    '0000000000000005', // a debit of 5
    '0000000000004000800000000000000b',
    'fffffffffffffffb', // a credit of 5
  ];
  const hash = entryHash({
    utilityId: UTILITY,
    ledgerId: LEDGER,
    entryId: '01234567-89ab-4def-8123-456789abcdef',
    month: 202_611,
    postedAtMs: 1_700_000_000_000n,
    kind: 'sale',
    accountIds: [BANK, SALES],
    moneyMinor: [5n, -5n],
  });
  const expected = createHash('sha256')
    .update(Buffer.from(octets.join(''), 'hex'))
    .digest('hex');
  expect(Buffer.from(hash).toString('hex')).toBe(expected);
});

test('blocks end where they should, also inside one busy millisecond, and pages join', async () => {
  const crowd = Array.from({ length: 6000 }, (_, index) => earned(BigInt(index + 1)));
  await fixture.post(crowd, at(1));
  for (let time = 2; time <= 8; time++) await fixture.post([earned(5n)], at(time));
  const sealed = await sealLedger(fixture.database, BOOK, at(10), { blockEntries: 3 });
  // 6000 in one millisecond; 3; 3; and the last one.
  expect(sealed).toEqual({ closedTo: at(10), blocks: 4 });
  const rows = await fixture.sql<{ readonly entry_count: bigint }>(
    'select entry_count from ledger_block order by block_number',
  );
  expect(rows.map((row) => row.entry_count)).toEqual([6000n, 3n, 3n, 1n]);
  expect(await verify()).toMatchObject({ entries: 6007, faults: [] });
});

test('sealing twice, at once and without anything new changes nothing', async () => {
  await fixture.post([earned(5n)], at(10));
  const seal = () => sealLedger(fixture.database, BOOK, at(50));
  const sealed = await Promise.all([seal(), seal(), seal(), seal()]);
  expect(sealed.reduce((sum, { blocks }) => sum + blocks, 0)).toBe(1);
  expect(await seal()).toEqual({ closedTo: at(50), blocks: 0 });
  const idle = await sealLedger(fixture.database, BOOK, at(90), { evenIfEmpty: false });
  expect(idle).toEqual({ closedTo: at(50), blocks: 0 });
  // Never back.
  expect(await sealLedger(fixture.database, BOOK, at(20))).toEqual({ closedTo: at(50), blocks: 0 });
  expect((await verify()).faults).toEqual([]);
});

const E = (position: number) => `e.posted_at_ms = ${at(position)}`;
const SECOND = at(120);

const TAMPERED: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'money moved from one account to another',
    `update entry e set account_ids = array['${FLOAT}', '${SALES}']::uuid[] where ${E(120)}`,
    ['entry_altered'],
  ],
  ['an amount', `update entry e set money_minor = array[7, -7] where ${E(120)}`, ['entry_altered']],
  ['a kind', `update entry e set kind = 'refund' where ${E(120)}`, ['entry_altered']],
  ['an id', `update entry e set entry_id = '${newId()}' where ${E(120)}`, ['entry_altered']],
  [
    'the order of legs',
    `update entry e set account_ids = array['${SALES}', '${BANK}']::uuid[],
      money_minor = array[money_minor[2], money_minor[1]] where ${E(120)}`,
    ['entry_altered'],
  ],
  [
    'the month an entry is kept under',
    `update entry e set month = 202612 where ${E(120)}`,
    ['entry_altered'],
  ],
  [
    'an instant, without another order',
    `update entry e set posted_at_ms = ${SECOND + 1} where ${E(120)}`,
    ['entry_altered'],
  ],
  [
    'two entries swapped',
    `update entry e set posted_at_ms = ${at(110)} + ${at(130)} - posted_at_ms
      where ${E(110)} or ${E(130)}`,
    ['entry_altered', 'entry_altered'],
  ],
  ['an entry removed', `delete from entry e where ${E(120)}`, ['entry_removed']],
  ['the first entry removed', `delete from entry e where ${E(10)}`, ['entry_removed']],
  [
    'a block of entries removed',
    `delete from entry where posted_at_ms between ${at(110)}
      and ${at(130)}`,
    ['entry_removed', 'entry_removed', 'entry_removed'],
  ],
  [
    'an entry added',
    `insert into entry select ${at(125)}, month, utility_id, ledger_id, '${newId()}', kind,
      account_ids, money_minor from entry e where ${E(120)}`,
    ['entry_added'],
  ],
  [
    'an entry moved to another block',
    `update entry e set posted_at_ms = ${at(15)} where ${E(120)}`,
    ['entry_added', 'entry_removed'],
  ],
  [
    'an entry moved to another ledger',
    `update entry e set ledger_id = '${OTHER_LEDGER}' where ${E(120)}`,
    ['entry_removed'],
  ],
  [
    'an entry moved behind what is closed',
    `update entry e set posted_at_ms = ${at(900)} where ${E(120)}`,
    ['entry_removed'],
  ],
  ['a block removed', 'delete from ledger_block where block_number = 2', ['block_missing']],
  ['the first block removed', 'delete from ledger_block where block_number = 1', ['block_missing']],
  [
    'the sum of a block',
    'update ledger_block set debit_minor = debit_minor + 1 where block_number = 2',
    ['block_altered'],
  ],
  [
    'the span of a block',
    'update ledger_block set to_ms = to_ms + 1 where block_number = 2',
    ['block_altered', 'block_unlinked'],
  ],
  [
    'the hash of a block',
    `update ledger_block set hash = sha256('x') where block_number = 2`,
    ['block_altered', 'block_unlinked'],
  ],
  [
    'the marks of a block, which name the entries',
    `update ledger_block set entry_marks = '\\x000000000000000000000000' where block_number = 2`,
    ['entry_altered', 'entry_altered', 'entry_altered'],
  ],
  [
    'the currency of the ledger',
    `update ledger set currency_code = 'XXX' where ledger_id = '${LEDGER}'`,
    ['block_unlinked'],
  ],
  [
    'the ledger opened again',
    `update ledger_seal set closed_to_ms = 5 where ledger_id = '${LEDGER}'`,
    ['ledger_reopened'],
  ],
];

test.each(TAMPERED)('found: %s', async (_, text, kinds) => {
  const entries = await makeChain();
  expect((await verify()).faults).toEqual([]);
  await tamper(text);
  const { faults } = await verify();
  expect(faults.map(({ kind }) => kind)).toEqual(kinds);
  const [first] = faults;
  if (text.includes(E(120)) && first?.kind === 'entry_altered' && !text.includes('entry_id =')) {
    expect(first).toMatchObject({ blockNumber: 2n, entryId: entries[4]?.entryId });
  }
});

test('an entry that was removed is told by its place, one that was added by its id', async () => {
  await makeChain();
  await tamper(`delete from entry e where ${E(220)}`);
  const removed: ChainFault = { kind: 'entry_removed', blockNumber: 3n, position: 2 };
  expect((await verify()).faults).toEqual([removed]);
  const entryId = newId();
  await tamper(`insert into entry select ${at(5)}, month, utility_id, ledger_id, '${entryId}',
    kind, account_ids, money_minor from entry e where ${E(10)}`);
  const added: ChainFault = { kind: 'entry_added', blockNumber: 1n, entryId };
  expect((await verify()).faults).toEqual([added, removed]);
});

test('a chain cut off or written anew from some block on is found by its known end', async () => {
  await makeChain();
  const { head } = await verify();
  if (head === null) throw new Error('there is no chain');
  const missing: ChainFault = { kind: 'known_head_missing', blockNumber: 3n };
  await tamper('delete from ledger_block where block_number = 3');
  expect((await verify()).faults).toEqual([]);
  expect((await verify(head)).faults).toEqual([missing]);
  // Whoever owns the database can hash as well as we can; only what is kept elsewhere tells.
  await tamper(`update entry e set money_minor = array[7, -7] where ${E(220)}`);
  await sealLedger(fixture.database, BOOK, at(250));
  expect((await verify()).faults).toEqual([]);
  expect((await verify(head)).faults).toEqual([missing]);
});

test('what was posted before the ledger was closed lies before it, and in its block', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((done) => {
    release = done;
  });
  let isPosted: () => void = () => undefined;
  const posted = new Promise<void>((done) => {
    isPosted = done;
  });
  const early = earned(5n);
  const posting = fixture.database.transaction(async (tx) => {
    await Promise.all(postEntries(tx, BOOK, [early], at(10)));
    isPosted();
    await held;
  });
  await posted;
  const sealing = sealLedger(fixture.database, BOOK, at(50));
  await awaitWaiting();
  // Nothing is closed while somebody may still post before it.
  expect(await fixture.sql('select from ledger_seal where closed_to_ms > 0')).toEqual([]);
  release();
  await Promise.all([posting, sealing]);
  expect(await verify()).toMatchObject({ entries: 1, faults: [] });
});

test('who waits while the ledger is closed posts behind it, whatever his clock says', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((done) => {
    release = done;
  });
  let isClosed: () => void = () => undefined;
  const closed = new Promise<void>((done) => {
    isClosed = done;
  });
  const closing = fixture.database.transaction(async (tx) => {
    await tx.query({
      name: '',
      text: `update ledger_seal set closed_to_ms = ${at(50)} where ledger_id = '${LEDGER}'`,
    });
    isClosed();
    await held;
  });
  await closed;
  const posting = fixture.post([earned(5n)], at(10));
  await awaitWaiting();
  release();
  await Promise.all([closing, posting]);
  const rows = await fixture.sql<{ readonly posted_at_ms: bigint }>(
    'select posted_at_ms from entry',
  );
  expect(rows).toEqual([{ posted_at_ms: BigInt(at(51)) }]);
});

/** Until some connection of this database waits for another. */
async function awaitWaiting(): Promise<void> {
  for (let turn = 0; turn < 400; turn++) {
    const waiting = await fixture.sql(`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`);
    if (waiting.length > 0) return;
    await sleep(5);
  }
  throw new Error('nobody waits');
}

test('sealing again and again while many post keeps every entry in exactly one block', async () => {
  let isOver = false;
  let time = 0;
  const post = async (): Promise<void> => {
    for (let turn = 0; turn < 40; turn++) {
      // Clocks of several servers, some of them late.
      time += 3;
      await fixture.post([earned(5n), earned(6n)], at(time - (turn % 7) * 5));
    }
  };
  const seal = async (): Promise<void> => {
    while (!isOver) await sealLedger(fixture.database, BOOK, at(time), { blockEntries: 5 });
  };
  const sealing = Promise.all([seal(), seal()]);
  await Promise.all([post(), post(), post(), post()]);
  isOver = true;
  await sealing;
  await sealLedger(fixture.database, BOOK, at(time + 10_000));
  const report = await verify();
  expect(report).toMatchObject({ entries: 320, faults: [] });
  expect(report.blocks).toBeGreaterThan(20);
});

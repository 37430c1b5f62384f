/**
 * Whether what is closed is still what was closed: reads every block and every entry again, in pages,
 * hashes them in this process and names what differs (invariant A1). Finds what was done past the
 * program, by whoever owns the tables; not what the program itself should not have posted.
 */
import { createHash, type Hash } from 'node:crypto';
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { Book } from './account.ts';
import { blockHash, type ChainEntry, entryHash, ledgerHash } from './chain.ts';
import { type EntryFault, findChangedEntries, MARK_OCTETS } from './changed-entries.ts';

export type ChainFault =
  /** A block is not there, though a later one is. */
  | { readonly kind: 'block_missing'; readonly blockNumber: bigint }
  /** A block does not have the hash of its own content. */
  | { readonly kind: 'block_altered'; readonly blockNumber: bigint }
  /** A block does not follow from the one before. */
  | { readonly kind: 'block_unlinked'; readonly blockNumber: bigint }
  | EntryFault
  /** The ledger was opened again behind its last block. */
  | { readonly kind: 'ledger_reopened' }
  /** The end of the chain that was known is not in it: blocks were cut off or written anew. */
  | { readonly kind: 'known_head_missing'; readonly blockNumber: bigint };

/** The end of a chain. Kept outside the database it proves that nothing was cut off since. */
export interface ChainHead {
  readonly blockNumber: bigint;
  /** 64 hexadecimal digits. */
  readonly hash: string;
}

export interface ChainReport {
  readonly head: ChainHead | null;
  readonly blocks: number;
  readonly entries: number;
  /** Everything up to here was checked. */
  readonly checkedTo: Instant;
  /** In the order of the chain; at most FAULTS_MAX, since one is enough to stop and look. */
  readonly faults: readonly ChainFault[];
}

const FAULTS_MAX = 100;
const BLOCKS_PAGE = 20;
const ENTRIES_PAGE = 5_000;

interface SealRow {
  readonly closed_to_ms: bigint;
  readonly currency_code: string;
  readonly decimal_places: number;
}

interface BlockRow {
  readonly block_number: bigint;
  readonly from_ms: bigint;
  readonly to_ms: bigint;
  readonly entry_count: bigint;
  readonly debit_minor: string;
  readonly previous_hash: Uint8Array;
  readonly entries_hash: Uint8Array;
  readonly hash: Uint8Array;
  readonly entry_marks: Uint8Array;
}

interface EntryRow {
  readonly utility_id: string;
  readonly ledger_id: string;
  readonly entry_id: string;
  readonly month: number;
  readonly posted_at_ms: bigint;
  readonly kind: string;
  readonly account_ids: readonly string[];
  readonly money_minor: readonly bigint[];
}

const readSealStatement = loadStatement(new URL('../sql/read-seal.sql', import.meta.url));
const readBlocksStatement = loadStatement(new URL('../sql/read-blocks.sql', import.meta.url));
const readEntriesStatement = loadStatement(
  new URL('../sql/read-chain-entries.sql', import.meta.url),
);

/** Checks a ledger's whole chain. `known` is an end of it that was seen before, if there is one. */
export async function verifyChain(
  database: Pick<Database, 'query'>,
  book: Book,
  known: ChainHead | null = null,
): Promise<ChainReport> {
  const { rows } = await database.query<SealRow>(readSealStatement, [
    book.utilityId,
    book.ledgerId,
  ]);
  const [seal] = rows;
  if (seal === undefined) throw new Error(`there is no ledger ${book.ledgerId}`);
  const faults: ChainFault[] = [];
  const currency = { code: seal.currency_code, decimalPlaces: seal.decimal_places };
  let previous = { number: 0n, toMs: 0n, hash: ledgerHash(book, currency) };
  let entries = 0;
  let isKnownSeen = known === null;
  for (;;) {
    const page = await readBlocks(database, book, previous.number);
    for (const block of page) {
      faults.push(...linkFaults(block, previous));
      const content = await readContent(database, book, block);
      faults.push(...contentFaults(book, block, content));
      entries += content.marks.length;
      previous = { number: block.block_number, toMs: block.to_ms, hash: block.hash };
      isKnownSeen ||= isHead(known, previous);
    }
    if (page.length < BLOCKS_PAGE || faults.length >= FAULTS_MAX) break;
  }
  if (seal.closed_to_ms < previous.toMs) faults.push({ kind: 'ledger_reopened' });
  if (known !== null && !isKnownSeen && faults.length < FAULTS_MAX) {
    faults.push({ kind: 'known_head_missing', blockNumber: known.blockNumber });
  }
  return {
    head: previous.number === 0n ? null : headOf(previous),
    blocks: Number(previous.number),
    entries,
    checkedTo: instant(Number(previous.toMs)),
    faults: faults.slice(0, FAULTS_MAX),
  };
}

interface Previous {
  readonly number: bigint;
  readonly toMs: bigint;
  readonly hash: Uint8Array;
}

function headOf({ number, hash }: Previous): ChainHead {
  return { blockNumber: number, hash: Buffer.from(hash).toString('hex') };
}

function isHead(known: ChainHead | null, previous: Previous): boolean {
  return known?.blockNumber === previous.number && known.hash === headOf(previous).hash;
}

async function readBlocks(
  database: Pick<Transaction, 'query'>,
  book: Book,
  after: bigint,
): Promise<readonly BlockRow[]> {
  const values = [book.utilityId, book.ledgerId, after, BLOCKS_PAGE];
  return (await database.query<BlockRow>(readBlocksStatement, values)).rows;
}

function linkFaults(block: BlockRow, previous: Previous): readonly ChainFault[] {
  const expected = previous.number + 1n;
  if (block.block_number !== expected) return [{ kind: 'block_missing', blockNumber: expected }];
  const isLinked =
    block.from_ms === previous.toMs && Buffer.compare(block.previous_hash, previous.hash) === 0;
  return isLinked ? [] : [{ kind: 'block_unlinked', blockNumber: block.block_number }];
}

/** What the entries of a block are now. */
interface Content {
  readonly marks: readonly { readonly entryId: string; readonly mark: string }[];
  readonly entriesHash: Uint8Array;
  readonly debitMinor: bigint;
}

const NIL_ID = '00000000-0000-0000-0000-000000000000';

async function readContent(
  database: Pick<Transaction, 'query'>,
  book: Book,
  block: BlockRow,
): Promise<Content> {
  const marks: { readonly entryId: string; readonly mark: string }[] = [];
  const all: Hash = createHash('sha256');
  let debitMinor = 0n;
  let last: Pick<EntryRow, 'posted_at_ms' | 'entry_id' | 'month'> = {
    posted_at_ms: block.from_ms,
    entry_id: NIL_ID,
    month: 0,
  };
  for (;;) {
    const { rows } = await database.query<EntryRow>(readEntriesStatement, [
      ...[book.utilityId, book.ledgerId, block.from_ms, block.to_ms],
      ...[last.posted_at_ms, last.entry_id, last.month, ENTRIES_PAGE],
    ]);
    for (const row of rows) {
      const hash = entryHash(entryOfRow(row));
      all.update(hash);
      const mark = Buffer.from(hash.subarray(0, MARK_OCTETS)).toString('hex');
      marks.push({ entryId: row.entry_id, mark });
      for (const money of row.money_minor) if (money > 0n) debitMinor += money;
    }
    if (rows.length < ENTRIES_PAGE) return { marks, entriesHash: all.digest(), debitMinor };
    last = rows.at(-1) ?? last;
  }
}

function entryOfRow(row: EntryRow): ChainEntry {
  return {
    utilityId: row.utility_id,
    ledgerId: row.ledger_id,
    entryId: row.entry_id,
    month: row.month,
    postedAtMs: row.posted_at_ms,
    kind: row.kind,
    accountIds: row.account_ids,
    moneyMinor: row.money_minor,
  };
}

function contentFaults(book: Book, block: BlockRow, content: Content): readonly ChainFault[] {
  const blockNumber = block.block_number;
  const header = {
    blockNumber,
    fromMs: block.from_ms,
    toMs: block.to_ms,
    entryCount: block.entry_count,
    debitMinor: block.debit_minor,
    previousHash: block.previous_hash,
    entriesHash: block.entries_hash,
  };
  const faults: ChainFault[] = [];
  const isWhole = Buffer.compare(blockHash(book, header), block.hash) === 0;
  if (!isWhole) faults.push({ kind: 'block_altered', blockNumber });
  const changed = findChangedEntries(blockNumber, block.entry_marks, content.marks);
  faults.push(...changed);
  const isSame =
    Buffer.compare(content.entriesHash, block.entries_hash) === 0 &&
    BigInt(content.marks.length) === block.entry_count &&
    String(content.debitMinor) === block.debit_minor;
  // The marks are four octets each: what they cannot tell apart, the whole hash can.
  if (!isSame && isWhole && changed.length === 0)
    faults.push({ kind: 'block_altered', blockNumber });
  return faults;
}

/**
 * The octets of the ledger's hash chain, format 1, as README.md describes them. The database writes
 * them in SQL (seal-block.sql); this is the second, independent hand that checks them. All numbers are
 * big-endian two's complement, all hashes SHA-256.
 */
import { createHash } from 'node:crypto';
import type { Book, UtilityId } from './account.ts';

export interface ChainEntry {
  readonly utilityId: string;
  readonly ledgerId: string;
  readonly entryId: string;
  readonly month: number;
  readonly postedAtMs: bigint;
  readonly kind: string;
  readonly accountIds: readonly string[];
  readonly moneyMinor: readonly bigint[];
}

export interface BlockHeader {
  readonly blockNumber: bigint;
  readonly fromMs: bigint;
  readonly toMs: bigint;
  readonly entryCount: bigint;
  readonly debitMinor: string;
  readonly previousHash: Uint8Array;
  readonly entriesHash: Uint8Array;
}

/** What stands before the first block: the ledger itself. */
export function ledgerHash(
  book: Book,
  currency: { readonly code: string; readonly decimalPlaces: number },
): Uint8Array {
  return sha256([
    Buffer.from('wattvend ledger 1\n'),
    uuidOctets(book.utilityId),
    uuidOctets(book.ledgerId),
    Buffer.from(currency.code),
    int4(currency.decimalPlaces),
  ]);
}

export function entryHash(entry: ChainEntry): Uint8Array {
  const kind = Buffer.from(entry.kind);
  const parts = [
    Buffer.from('wattvend entry 1\n'),
    uuidOctets(entry.utilityId),
    uuidOctets(entry.ledgerId),
    uuidOctets(entry.entryId),
    int4(entry.month),
    int8(entry.postedAtMs),
    int4(kind.length),
    kind,
    int4(entry.accountIds.length),
  ];
  for (const [at, accountId] of entry.accountIds.entries()) {
    parts.push(uuidOctets(accountId), int8(entry.moneyMinor[at] ?? 0n));
  }
  return sha256(parts);
}

export function blockHash(
  book: { readonly utilityId: UtilityId; readonly ledgerId: string },
  block: BlockHeader,
): Uint8Array {
  const debit = Buffer.from(block.debitMinor);
  return sha256([
    Buffer.from('wattvend block 1\n'),
    uuidOctets(book.utilityId),
    uuidOctets(book.ledgerId),
    int8(block.blockNumber),
    int8(block.fromMs),
    int8(block.toMs),
    int8(block.entryCount),
    int4(debit.length),
    debit,
    Buffer.from(block.previousHash),
    Buffer.from(block.entriesHash),
  ]);
}

function sha256(parts: readonly Buffer[]): Uint8Array {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

function uuidOctets(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function int4(value: number): Buffer {
  const octets = Buffer.alloc(4);
  octets.writeInt32BE(value);
  return octets;
}

function int8(value: bigint): Buffer {
  const octets = Buffer.alloc(8);
  octets.writeBigInt64BE(value);
  return octets;
}

/**
 * The journal's octets: a header and then one record of fixed size for each issue, in the order of
 * the sequence, so that record n stands at a place that can be computed.
 *
 *     header   16 name | 4 version | 4 octets per record | 32 identity | 40 zero
 *     record    8 sequence | 16 vend id | 32 request hash | 8 issued at, ms since 1970 | 32 chain
 *
 * Numbers are big-endian. The identity is a SHA-256 of module id and identity key, so that a
 * journal cannot serve another module. The chain of a record is SHA-256 of the chain before it and
 * of the record up to the chain; before the first record stands SHA-256 of the header. So each
 * record's chain, which is the receipt of the issue, vouches for the whole journal before it.
 *
 * No token stands in the journal. It is made again from the request.
 */
import { hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import { OctetWriter } from './framed-octets.ts';
import { writePrivateFile } from './private-file.ts';
import { VEND_ID_OCTETS } from './vend-id.ts';

export const RECORD_OCTETS = 96;
export const HEADER_OCTETS = 96;
export const CHAIN_OCTETS = 32;
const REQUEST_HASH_OCTETS = 32;

const HEADER_NAME = 'wattvend journal';
const HEADER_VERSION = 1;

const VEND_ID_START = 8;
const REQUEST_HASH_START = 24;
const ISSUED_AT_START = 56;
const CHAIN_START = 64;

/** Whose journal it is. */
export interface JournalIdentity {
  readonly moduleId: string;
  readonly identityKey: Uint8Array;
}

export interface JournalRecord {
  /** From 1. */
  readonly sequence: number;
  readonly vendId: Buffer;
  readonly requestHash: Buffer;
  readonly issuedAt: Instant;
  readonly chain: Buffer;
}

export function encodeHeader(identity: JournalIdentity): Buffer {
  const header = Buffer.alloc(HEADER_OCTETS);
  header.write(HEADER_NAME, 0, 'ascii');
  header.writeUInt32BE(HEADER_VERSION, 16);
  header.writeUInt32BE(RECORD_OCTETS, 20);
  const named = new OctetWriter().text(identity.moduleId).octets(identity.identityKey).finish();
  hash('sha256', named, 'buffer').copy(header, 24);
  return header;
}

/** The chain before the first record. */
export function chainOfHeader(header: Uint8Array): Buffer {
  return hash('sha256', header, 'buffer');
}

/** Where a record starts in the file. */
export function recordPosition(sequence: number): number {
  return HEADER_OCTETS + (sequence - 1) * RECORD_OCTETS;
}

/** Writes the record at `start` and returns its chain. */
export function encodeRecord(
  record: Omit<JournalRecord, 'chain'>,
  previousChain: Uint8Array,
): { readonly octets: Buffer; readonly chain: Buffer } {
  const octets = Buffer.alloc(RECORD_OCTETS);
  octets.writeBigUInt64BE(BigInt(record.sequence), 0);
  octets.set(record.vendId, VEND_ID_START);
  octets.set(record.requestHash, REQUEST_HASH_START);
  octets.writeBigInt64BE(BigInt(record.issuedAt), ISSUED_AT_START);
  const chain = chainAfter(previousChain, octets);
  chain.copy(octets, CHAIN_START);
  return { octets, chain };
}

function chainAfter(previousChain: Uint8Array, record: Uint8Array): Buffer {
  const input = Buffer.concat([previousChain, record.subarray(0, CHAIN_START)]);
  return hash('sha256', input, 'buffer');
}

/** Whether the octets are record `sequence` and its chain follows the one before. */
export function isRecordRight(
  octets: Buffer,
  sequence: number,
  previousChain: Uint8Array,
): boolean {
  return (
    octets.readBigUInt64BE(0) === BigInt(sequence) &&
    chainAfter(previousChain, octets).equals(octets.subarray(CHAIN_START))
  );
}

/** Reads one record that is known to be right. The result does not share the given octets. */
export function decodeRecord(octets: Uint8Array): JournalRecord {
  const record = Buffer.from(octets);
  return {
    sequence: Number(record.readBigUInt64BE(0)),
    vendId: record.subarray(VEND_ID_START, VEND_ID_START + VEND_ID_OCTETS),
    requestHash: record.subarray(REQUEST_HASH_START, REQUEST_HASH_START + REQUEST_HASH_OCTETS),
    issuedAt: instant(Number(record.readBigInt64BE(ISSUED_AT_START))),
    chain: record.subarray(CHAIN_START),
  };
}

// The least that a disk writes at once; a write that tore leaves zeros from such a place on.
const SECTOR_OCTETS = 512;

/**
 * Whether what follows the last right record is the mark of a write that was cut off: less than a
 * record, or nothing but zeros to the end, from its start or from a sector's boundary within the
 * first wrong record. The digits of such a record never left, for they leave after the sync.
 */
export function isTornTail(tail: Buffer, position: number): boolean {
  if (tail.length < RECORD_OCTETS) return true;
  const untilSector = (SECTOR_OCTETS - (position % SECTOR_OCTETS)) % SECTOR_OCTETS;
  const zerosFrom = untilSector < RECORD_OCTETS ? untilSector : 0;
  return isZero(tail) || (zerosFrom > 0 && isZero(tail.subarray(zerosFrom)));
}

function isZero(octets: Buffer): boolean {
  return octets.every((octet) => octet === 0);
}

/**
 * Makes the empty journal of a new module. A journal with records is never replaced (EEXIST); one
 * without is what a creation left that was cut off, and gives way.
 */
export async function createJournal(o: {
  readonly path: string;
  readonly identity: JournalIdentity;
}): Promise<void> {
  await writePrivateFile({
    path: o.path,
    contents: encodeHeader(o.identity),
    replace: await isLeftOver(o.path),
  });
}

async function isLeftOver(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'r');
    try {
      return (await file.stat()).size <= HEADER_OCTETS;
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}

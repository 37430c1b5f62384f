/**
 * The journal's octets: a header and then slots of one size, in the order of the sequence. An issue
 * takes one slot, and a second one behind it when nobody paid: for the order, and for the counting of
 * free credit.
 *
 *     header   16 name | 4 version | 4 octets per slot | 32 identity | 40 zero
 *     record   1 format = 2 | 1 position and basis | 1 class and subclass | 3 code of the value
 *              4 sequence | 6 issued at, ms since 1970 | 16 vend id | 32 request hash | 32 chain
 *     grounds  1 = 130 | 3 zero | 4 sequence | 8 free credit account
 *              16 order id | 16 requested by | 16 approved by, zero without an order | 32 chain
 *
 * Numbers are big-endian; of two in one octet the first has the high four bits. The identity is a
 * SHA-256 of module id and identity key, so that a journal cannot serve another module. The chain of a
 * slot is SHA-256 of the chain before it and of the slot up to the chain; before the first stands
 * SHA-256 of the header. So the chain of an issue's last slot, which is its receipt, vouches for the
 * whole journal before it.
 *
 * Records of format 1 are all older than those of format 2 and are read where they stand: they are
 * electricity that somebody paid for, at position 0. Their first octet, the highest of a sequence of
 * eight octets, is zero:
 *
 *     record    8 sequence | 16 vend id | 32 request hash | 8 issued at, ms since 1970 | 32 chain
 *
 * No token and no meter number stands in the journal. A token is made again from the request.
 */
import { hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import { OctetWriter } from './framed-octets.ts';
import { kindOfSubclass } from './issue-content.ts';
import { writePrivateFile } from './private-file.ts';
import { ISSUE_BASES, type IssueBasis } from './security-module.ts';
import { UUID_OCTETS } from './uuid.ts';

export const SLOT_OCTETS = 96;
export const HEADER_OCTETS = 96;
export const CHAIN_OCTETS = 32;

const HEADER_NAME = 'wattvend journal';
const HEADER_VERSION = 2;
/** A journal of this version goes on in format 2 behind its own header, which the chain begins with. */
const HEADER_VERSION_OLD = 1;

const FORMAT_1 = 0;
const FORMAT_2 = 2;
const GROUNDS = 130;

const CHAIN_START = 64;
const REQUEST_HASH_OCTETS = 32;

/** Sequences and slots have 32 bits: four thousand million issues, 136 years of one a second. */
export const SLOT_MAX: number = 2 ** 32 - 1;

/** Whose journal it is. */
export interface JournalIdentity {
  readonly moduleId: string;
  readonly identityKey: Uint8Array;
}

/** What is kept of an issue that nobody paid. */
export interface IssueGrounds {
  /** Where the free credit of one meter and service is counted; see free-credit.ts. */
  readonly freeCreditAccount: bigint;
  /** 48 octets: order id, requested by, approved by; zero when the tariff gives it. */
  readonly order: Uint8Array;
}

/** An issue as it is to be recorded. */
export interface NewIssue {
  readonly vendId: Buffer;
  readonly position: number;
  /** 32 octets as they are, one character each. */
  readonly requestHash: string;
  readonly issuedAt: Instant;
  readonly tokenClass: number;
  readonly subclass: number;
  /** The value as the token's field carries it. */
  readonly code: number;
  readonly basis: IssueBasis;
  /** Null for a sale, and for a sale only. */
  readonly grounds: IssueGrounds | null;
}

export interface JournalRecord {
  readonly issue: NewIssue;
  /** From 1. */
  readonly sequence: number;
  /** Of its last slot; 32 octets as they are, one character each. */
  readonly chain: string;
}

/** The ids of an order and of the two people. */
export const ORDER_OCTETS = 48;

function encodeHeader(identity: JournalIdentity, version: number = HEADER_VERSION): Buffer {
  const header = Buffer.alloc(HEADER_OCTETS);
  header.write(HEADER_NAME, 0, 'ascii');
  header.writeUInt32BE(version, 16);
  header.writeUInt32BE(SLOT_OCTETS, 20);
  const named = new OctetWriter().text(identity.moduleId).octets(identity.identityKey).finish();
  hash('sha256', named, 'buffer').copy(header, 24);
  return header;
}

/** Whether this is the header of the module's journal, of this version or the one before. */
export function isHeaderOf(header: Buffer, identity: JournalIdentity): boolean {
  return [HEADER_VERSION, HEADER_VERSION_OLD].some((version) =>
    header.equals(encodeHeader(identity, version)),
  );
}

/** The chain before the first slot. */
export function chainOfHeader(header: Uint8Array): string {
  return hash('sha256', header, 'binary');
}

/** Where a slot starts in the file; slots are counted from 1. */
export function slotPosition(slot: number): number {
  return HEADER_OCTETS + (slot - 1) * SLOT_OCTETS;
}

/** How many slots an issue takes. */
export function slotsOf(issue: Pick<NewIssue, 'grounds'>): number {
  return issue.grounds === null ? 1 : 2;
}

/**
 * Writes an issue's slots into `octets` at `start`, before which the chain so far must stand, and
 * returns the chain after them.
 */
export function writeIssue(
  octets: Buffer,
  start: number,
  issue: NewIssue,
  sequence: number,
): string {
  octets.writeUInt8(FORMAT_2, start);
  octets.writeUInt8((issue.position << 4) | ISSUE_BASES.indexOf(issue.basis), start + 1);
  octets.writeUInt8((issue.tokenClass << 4) | issue.subclass, start + 2);
  octets.writeUIntBE(issue.code, start + 3, 3);
  octets.writeUInt32BE(sequence, start + 6);
  octets.writeUIntBE(issue.issuedAt, start + 10, 6);
  octets.set(issue.vendId, start + 16);
  octets.write(issue.requestHash, start + 32, REQUEST_HASH_OCTETS, 'latin1');
  const chain = writeChain(octets, start);
  if (issue.grounds === null) return chain;
  const second = start + SLOT_OCTETS;
  octets.fill(0, second, second + CHAIN_START);
  octets.writeUInt8(GROUNDS, second);
  octets.writeUInt32BE(sequence, second + 4);
  octets.writeBigUInt64BE(issue.grounds.freeCreditAccount, second + 8);
  octets.set(issue.grounds.order, second + 16);
  return writeChain(octets, second);
}

function writeChain(octets: Buffer, start: number): string {
  const chain = chainAt(octets, start);
  octets.write(chain, start + CHAIN_START, CHAIN_OCTETS, 'latin1');
  return chain;
}

// The chain before a slot and the slot up to its own chain lie one after the other, as it is hashed.
function chainAt(octets: Buffer, start: number): string {
  return hash('sha256', octets.subarray(start - CHAIN_OCTETS, start + CHAIN_START), 'binary');
}

/** What a slot turned out to be when it is read in its order. */
export type ReadSlot =
  | { readonly kind: 'record'; readonly format: 1 | 2; readonly basis: IssueBasis }
  | { readonly kind: 'grounds' }
  | { readonly kind: 'wrong' };

const WRONG: ReadSlot = { kind: 'wrong' };
const RECORD_OF_FORMAT_1: ReadSlot = { kind: 'record', format: 1, basis: 'sale' };
const RECORDS: readonly ReadSlot[] = ISSUE_BASES.map((basis) => ({
  kind: 'record',
  format: 2,
  basis,
}));

/** Reads the slot at `start`, before which the chain so far must stand. It may be anything. */
export function readSlot(octets: Buffer, start: number, sequence: number): ReadSlot {
  const read = readKind(octets, start, sequence);
  if (read.kind === 'wrong') return WRONG;
  const chain = octets.toString('latin1', start + CHAIN_START, start + SLOT_OCTETS);
  return chainAt(octets, start) === chain ? read : WRONG;
}

function readKind(octets: Buffer, start: number, sequence: number): ReadSlot {
  const at = (place: number): boolean => octets.readUInt32BE(start + place) === sequence;
  switch (octets.readUInt8(start)) {
    case FORMAT_1:
      return at(4) && octets.readUInt32BE(start) === 0 ? RECORD_OF_FORMAT_1 : WRONG;
    case FORMAT_2: {
      const { tokenClass, subclass } = scanRecord(octets, start);
      const isKnown = kindOfSubclass(tokenClass, subclass) !== undefined;
      const record = RECORDS[octets.readUInt8(start + 1) & 0x0f];
      return at(6) && isKnown ? (record ?? WRONG) : WRONG;
    }
    case GROUNDS:
      return at(4) ? { kind: 'grounds' } : WRONG;
    default:
      return WRONG;
  }
}

/** What is counted and found of a record, without copying it. */
export interface ScannedRecord {
  readonly vendIdStart: number;
  readonly position: number;
  readonly tokenClass: number;
  readonly subclass: number;
  readonly basis: IssueBasis;
}

export function scanRecord(octets: Buffer, start: number): ScannedRecord {
  if (octets[start] === FORMAT_1) {
    return { vendIdStart: start + 8, position: 0, tokenClass: 0, subclass: 0, basis: 'sale' };
  }
  const classAndSubclass = octets.readUInt8(start + 2);
  return {
    vendIdStart: start + 16,
    position: octets.readUInt8(start + 1) >> 4,
    tokenClass: classAndSubclass >> 4,
    subclass: classAndSubclass & 0x0f,
    basis: ISSUE_BASES[octets.readUInt8(start + 1) & 0x0f] ?? 'sale',
  };
}

/** Reads an issue that is known to be right, from its one or two slots; shares their octets. */
export function decodeIssue(octets: Buffer): JournalRecord {
  const { vendIdStart, ...scanned } = scanRecord(octets, 0);
  const vendId = octets.subarray(vendIdStart, vendIdStart + UUID_OCTETS);
  const last = octets.length - CHAIN_OCTETS;
  const chain = octets.toString('latin1', last, last + CHAIN_OCTETS);
  if (octets[0] === FORMAT_1) {
    const requestHash = octets.toString('latin1', 24, 24 + REQUEST_HASH_OCTETS);
    const issuedAt = instant(Number(octets.readBigUInt64BE(56)));
    // The amount was not kept; nothing asks for that of a sale.
    const issue = { ...scanned, vendId, requestHash, issuedAt, code: 0, grounds: null };
    return { issue, sequence: octets.readUInt32BE(4), chain };
  }
  const issue = {
    ...scanned,
    vendId,
    requestHash: octets.toString('latin1', 32, 32 + REQUEST_HASH_OCTETS),
    issuedAt: instant(octets.readUIntBE(10, 6)),
    code: octets.readUIntBE(3, 3),
    grounds: octets.length > SLOT_OCTETS ? decodeGrounds(octets.subarray(SLOT_OCTETS)) : null,
  };
  return { issue, sequence: octets.readUInt32BE(6), chain };
}

function decodeGrounds(slot: Buffer): IssueGrounds {
  return {
    freeCreditAccount: slot.readBigUInt64BE(8),
    order: slot.subarray(16, 16 + ORDER_OCTETS),
  };
}

// The least that a disk writes at once; a write that tore leaves zeros from such a place on.
const SECTOR_OCTETS = 512;

/**
 * Whether what follows the last whole issue is the mark of a write that was cut off: less than a
 * slot, or nothing but zeros to the end, from its start or from a sector's boundary within the first
 * wrong slot; before that may stand one right slot whose second one is missing. The digits of such an
 * issue never left, for they leave after the sync.
 */
export function isTornTail(tail: Buffer, position: number): boolean {
  if (tail.length < SLOT_OCTETS) return true;
  const untilSector = (SECTOR_OCTETS - (position % SECTOR_OCTETS)) % SECTOR_OCTETS;
  const zerosFrom = untilSector < SLOT_OCTETS ? untilSector : 0;
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

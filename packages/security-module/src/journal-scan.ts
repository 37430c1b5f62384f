/**
 * The reading of a whole journal at the start: every slot in its order, its chain verified, and what
 * stands in it handed on.
 */
import type { JournalFile } from './journal-file.ts';
import {
  CHAIN_OCTETS,
  decodeIssue,
  HEADER_OCTETS,
  type JournalRecord,
  readSlot,
  type ScannedRecord,
  SLOT_OCTETS,
  scanRecord,
} from './journal-format.ts';

// Read at a time: 4096 slots.
const READ_OCTETS = 4096 * SLOT_OCTETS;

export interface ScannedJournal {
  readonly head: { readonly sequence: number; readonly slots: number; readonly chain: string };
  /** Where the first slot begins that is missing or wrong; the end of the file when none is. */
  readonly wrongPosition: number;
}

/**
 * Takes slots in until one is missing or wrong. A record whose second slot does not follow is not
 * handed on. `onRecord` gets the octets read, what stands in them and the record's slot.
 */
export async function scanJournal(o: {
  readonly file: JournalFile;
  readonly size: number;
  readonly start: string;
  readonly onRecord: (octets: Buffer, scanned: ScannedRecord, slot: number) => void;
  readonly onFreeIssue: (record: JournalRecord) => void;
}): Promise<ScannedJournal> {
  const scan = new Scan(o);
  for (let position = HEADER_OCTETS; position < o.size; position += READ_OCTETS) {
    const length = Math.min(READ_OCTETS, o.size - position);
    if (!scan.take(await o.file.read(position, length))) break;
  }
  return scan.result();
}

type ScanOptions = Parameters<typeof scanJournal>[0];

class Scan {
  readonly #o: ScanOptions;
  #head: ScannedJournal['head'];
  #chain: string;
  #slots = 0;
  /** A record that waits for its second slot. */
  #first: Buffer | null = null;
  #hasFormat2 = false;

  constructor(o: ScanOptions) {
    this.#o = o;
    this.#chain = o.start;
    this.#head = { sequence: 0, slots: 0, chain: o.start };
  }

  /** Takes in what was read; false when it ends in something wrong. */
  take(read: Buffer): boolean {
    // The chain so far stands before the first slot, as it does before all others.
    const octets = Buffer.allocUnsafe(CHAIN_OCTETS + read.length);
    octets.write(this.#chain, 0, CHAIN_OCTETS, 'latin1');
    read.copy(octets, CHAIN_OCTETS);
    let start = CHAIN_OCTETS;
    for (; start + SLOT_OCTETS <= octets.length; start += SLOT_OCTETS) {
      if (!this.#takeSlot(octets, start)) return false;
    }
    this.#chain = octets.toString('latin1', start - CHAIN_OCTETS, start);
    return start === octets.length;
  }

  result(): ScannedJournal {
    return { head: this.#head, wrongPosition: HEADER_OCTETS + this.#slots * SLOT_OCTETS };
  }

  #takeSlot(octets: Buffer, start: number): boolean {
    const sequence = this.#head.sequence + 1;
    const slot = readSlot(octets, start, sequence);
    const end = start + SLOT_OCTETS;
    switch (slot.kind) {
      case 'wrong':
        return false;
      case 'record':
        // A record of the older format behind one of the newer was put there by nobody of ours.
        if (this.#first !== null || (slot.format === 1 && this.#hasFormat2)) return false;
        this.#hasFormat2 = slot.format === 2;
        this.#slots++;
        if (slot.basis === 'sale') this.#settle(octets, start, end);
        else this.#first = Buffer.from(octets.subarray(start, end));
        return true;
      case 'grounds': {
        if (this.#first === null) return false;
        const issue = Buffer.concat([this.#first, octets.subarray(start, end)]);
        this.#first = null;
        this.#slots++;
        this.#settle(issue, 0, issue.length);
        this.#o.onFreeIssue(decodeIssue(issue));
        return true;
      }
    }
  }

  /** A whole issue, whose last slot ends at `end`. */
  #settle(octets: Buffer, start: number, end: number): void {
    const slot = this.#head.slots + 1;
    this.#o.onRecord(octets, scanRecord(octets, start), slot);
    const chain = octets.toString('latin1', end - CHAIN_OCTETS, end);
    this.#head = { sequence: this.#head.sequence + 1, slots: this.#slots, chain };
  }
}

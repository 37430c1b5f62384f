/**
 * The journal: each issue once, in a sequence without gaps, durable before its digits leave.
 *
 * Records are staged and then committed in groups: one write and one sync for all that were staged
 * while the sync before was under way. When a write fails, nothing of the group and of what was
 * staged behind it counts; the file is cut back to the last durable record, and whoever waits is
 * told that nothing was issued.
 */
import type { Instant } from '@wattvend/quantities/time.js';
import { IssueIndex } from './issue-index.ts';
import type { JournalFile } from './journal-file.ts';
import {
  CHAIN_OCTETS,
  chainOfHeader,
  decodeRecord,
  encodeHeader,
  encodeRecord,
  HEADER_OCTETS,
  isRecordRight,
  isTornTail,
  type JournalIdentity,
  type JournalRecord,
  RECORD_OCTETS,
  recordPosition,
} from './journal-format.ts';

/** The last record and its chain; sequence 0 and the header's chain when there is none. */
export interface JournalHead {
  readonly sequence: number;
  readonly chain: Buffer;
}

type JournalFault = 'journal_of_another_module' | 'journal_damaged';

export type OpenedJournal =
  | { readonly kind: 'opened'; readonly journal: Journal; readonly cutOctets: number }
  | { readonly kind: 'fault'; readonly fault: JournalFault; readonly message: string };

/** Records written and synced together. */
interface Group {
  readonly records: JournalRecord[];
  readonly octets: Buffer[];
  readonly outcome: Promise<boolean>;
  readonly settle: (isDurable: boolean) => void;
}

// Read at a time when the journal is verified: 4096 records.
const READ_OCTETS = 4096 * RECORD_OCTETS;

// More than any group can have; what is wrong for longer than this is no torn write.
const TORN_OCTETS_MAX = 16 * 1024 * 1024;

// What the file system says when there is no room; the file is as good as before and may be cut.
const NO_ROOM: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

export class Journal {
  readonly #file: JournalFile;
  readonly #index: IssueIndex;
  readonly #onFailure: (code: string) => void;
  #durable: JournalHead;
  #head: JournalHead;
  /** Staged and not yet durable, by vend id in hexadecimal; as many as wait, never many. */
  readonly #pending = new Map<string, JournalRecord>();
  #writing: Group | null = null;
  #next: Group | null = null;
  #isFlushing = false;
  #isRecovering = false;
  #isBroken = false;

  /** Use openJournal. */
  constructor(o: {
    readonly file: JournalFile;
    readonly index: IssueIndex;
    readonly head: JournalHead;
    readonly onFailure: (code: string) => void;
  }) {
    this.#file = o.file;
    this.#index = o.index;
    this.#durable = o.head;
    this.#head = o.head;
    this.#onFailure = o.onFailure;
  }

  /** The last durable record. */
  get head(): JournalHead {
    return this.#durable;
  }

  /** False while the file is cut back, and for ever when that failed or a sync did. */
  get isWritable(): boolean {
    return !this.#isRecovering && !this.#isBroken;
  }

  /** True when only a restart, which reads the file anew, can tell what is on the disk. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** The record of a vend, durable or staged, or null. */
  find(vendId: Buffer): JournalRecord | null {
    const pending = this.#pending.get(vendId.toString('hex'));
    if (pending !== undefined) return pending;
    let found: JournalRecord | null = null;
    this.#index.find(vendId, (sequence) => {
      const record = decodeRecord(this.#file.readNow(recordPosition(sequence), RECORD_OCTETS));
      if (!record.vendId.equals(vendId)) return false;
      found = record;
      return true;
    });
    return found;
  }

  /**
   * Gives the next sequence number to an issue and stages its record. Only for a vend id that
   * `find` does not know and while `isWritable`; throws otherwise, for that is a bug here.
   */
  stage(issue: {
    readonly vendId: Buffer;
    readonly requestHash: Buffer;
    readonly issuedAt: Instant;
  }): JournalRecord {
    if (!this.isWritable) throw new Error('the journal cannot be written now');
    const sequence = this.#head.sequence + 1;
    const { octets, chain } = encodeRecord({ ...issue, sequence }, this.#head.chain);
    const record: JournalRecord = { ...issue, sequence, chain };
    this.#next ??= newGroup();
    this.#next.records.push(record);
    this.#next.octets.push(octets);
    this.#pending.set(issue.vendId.toString('hex'), record);
    this.#head = { sequence, chain };
    // Not before the turn ends: until then the rest of the batch is staged.
    if (!this.#isFlushing) {
      this.#isFlushing = true;
      queueMicrotask(() => void this.#flush());
    }
    return record;
  }

  /**
   * Resolves to true when the record is durable and to false when it was given up. To be called in
   * the same turn as the `find` or `stage` that gave the sequence, for a sequence that was given up
   * is given again to another record.
   */
  commit(sequence: number): Promise<boolean> {
    if (sequence <= this.#durable.sequence) return Promise.resolve(true);
    const writingUntil = this.#writing?.records.at(-1)?.sequence ?? 0;
    const group = sequence <= writingUntil ? this.#writing : this.#next;
    if (group === null) throw new Error('unreachable: a record beyond the head was asked for');
    return group.outcome;
  }

  /** Waits for what is staged and closes the file. */
  async close(): Promise<void> {
    await (this.#next ?? this.#writing)?.outcome;
    this.#isBroken = true;
    await this.#file.close();
  }

  async #flush(): Promise<void> {
    while (this.#next !== null) {
      const group = this.#next;
      this.#next = null;
      this.#writing = group;
      try {
        await this.#write(group);
        this.#settleDurable(group);
      } catch (error) {
        await this.#giveUp(error);
      }
    }
    this.#isFlushing = false;
  }

  async #write(group: Group): Promise<void> {
    await this.#file.write(Buffer.concat(group.octets), recordPosition(this.#durable.sequence + 1));
    try {
      await this.#file.sync();
    } catch (error) {
      // After any other failure of a sync the system may have dropped what it could not write and
      // forgotten it, so a later success would mean nothing.
      if (!NO_ROOM.has(errorCode(error))) this.#isBroken = true;
      throw error;
    }
  }

  #settleDurable(group: Group): void {
    for (const { vendId, sequence, chain } of group.records) {
      this.#index.add(vendId, sequence);
      this.#pending.delete(vendId.toString('hex'));
      this.#durable = { sequence, chain };
    }
    this.#writing = null;
    group.settle(true);
  }

  /** Forgets everything that is not durable, and takes it out of the file again. */
  async #giveUp(error: unknown): Promise<void> {
    this.#isRecovering = true;
    const groups = [this.#writing, this.#next];
    this.#writing = null;
    this.#next = null;
    this.#pending.clear();
    this.#head = this.#durable;
    try {
      await this.#file.truncate(recordPosition(this.#durable.sequence + 1));
      await this.#file.sync();
    } catch {
      this.#isBroken = true;
    }
    this.#isRecovering = false;
    this.#onFailure(errorCode(error));
    for (const group of groups) group?.settle(false);
  }
}

function newGroup(): Group {
  let settle: (isDurable: boolean) => void = () => undefined;
  const outcome = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  return { records: [], octets: [], outcome, settle };
}

/** The system's name of an error, such as ENOSPC; never its message. */
export function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{0,39}$/.test(code) ? code : 'UNKNOWN';
}

/**
 * Reads the journal from its first record to its last, verifies the chain and cuts off a torn tail.
 * Anything else that is wrong is a fault: a journal is never mended by guessing. Only one process
 * may have the file open (folder-lock.ts). `hashKey` is 16 octets of chance for the index.
 */
export async function openJournal(o: {
  readonly file: JournalFile;
  readonly identity: JournalIdentity;
  readonly hashKey: Uint8Array;
  readonly onFailure: (code: string) => void;
}): Promise<OpenedJournal> {
  const size = await o.file.size();
  const header = encodeHeader(o.identity);
  if (!(await o.file.read(0, HEADER_OCTETS)).equals(header)) {
    return {
      kind: 'fault',
      fault: 'journal_of_another_module',
      message:
        'The journal was not made together with this sealed file. Put the two files of one module ' +
        'together again; do not delete either.',
    };
  }
  const expected = Math.ceil(1.5 * ((size - HEADER_OCTETS) / RECORD_OCTETS));
  const index = new IssueIndex({ hashKey: o.hashKey, expected });
  const head = await readRecords({ file: o.file, size, index, start: chainOfHeader(header) });
  const position = recordPosition(head.sequence + 1);
  const cutOctets = size - position;
  if (cutOctets > 0) {
    if (cutOctets > TORN_OCTETS_MAX) return damaged(head.sequence + 1);
    const tail = await o.file.read(position, cutOctets);
    if (!isTornTail(tail, position)) return damaged(head.sequence + 1);
    await o.file.truncate(position);
  }
  // After a kill the records may be in the system's memory only, and they count from here on.
  await o.file.sync();
  return { kind: 'opened', journal: new Journal({ ...o, index, head }), cutOctets };
}

function damaged(record: number): OpenedJournal {
  return {
    kind: 'fault',
    fault: 'journal_damaged',
    message:
      `Record ${record} of the journal is not what was written: the file was altered or the disk ` +
      'has failed. Nothing was changed. Keep the file, check the disk, and restore the journal from ' +
      `a copy that holds at least as many records as tokens were issued; if there is none, retire ` +
      'this module and create a new one.',
  };
}

/** Takes records in until one is missing or wrong. */
async function readRecords(o: {
  readonly file: JournalFile;
  readonly size: number;
  readonly index: IssueIndex;
  readonly start: Buffer;
}): Promise<JournalHead> {
  let sequence = 0;
  let chain = o.start;
  for (let position = HEADER_OCTETS; position < o.size; position += READ_OCTETS) {
    const octets = await o.file.read(position, Math.min(READ_OCTETS, o.size - position));
    for (let start = 0; start + RECORD_OCTETS <= octets.length; start += RECORD_OCTETS) {
      const record = octets.subarray(start, start + RECORD_OCTETS);
      if (!isRecordRight(record, sequence + 1, chain)) return { sequence, chain };
      sequence++;
      chain = Buffer.from(record.subarray(RECORD_OCTETS - CHAIN_OCTETS));
      o.index.add(decodeRecord(record).vendId, sequence);
    }
  }
  return { sequence, chain };
}

/**
 * The journal: each issue once, in a sequence without gaps, durable before its digits leave.
 *
 * Records are staged and then committed in groups: one write and one sync for all that were staged
 * while the sync before was under way. When a write fails, nothing of the group and of what was
 * staged behind it counts; the file is cut back to the last durable record, and whoever waits is
 * told that nothing was issued.
 */
import { FreeCredit } from './free-credit.ts';
import { IssueIndex } from './issue-index.ts';
import { type IssueCounts, IssueTally } from './issue-tally.ts';
import type { JournalFile } from './journal-file.ts';
import {
  CHAIN_OCTETS,
  chainOfHeader,
  decodeIssue,
  HEADER_OCTETS,
  isHeaderOf,
  isTornTail,
  type JournalIdentity,
  type JournalRecord,
  type NewIssue,
  SLOT_OCTETS,
  slotPosition,
  slotsOf,
  writeIssue,
} from './journal-format.ts';
import { scanJournal } from './journal-scan.ts';
import { UUID_OCTETS } from './uuid.ts';

/** The last issue; sequence 0, no slots and the header's chain when there is none. */
export interface JournalHead {
  readonly sequence: number;
  /** How many slots are taken. */
  readonly slots: number;
  /** 32 octets as they are, one character each. */
  readonly chain: string;
}

type JournalFault = 'journal_of_another_module' | 'journal_damaged';

export type OpenedJournal =
  | { readonly kind: 'opened'; readonly journal: Journal; readonly cutOctets: number }
  | { readonly kind: 'fault'; readonly fault: JournalFault; readonly message: string };

/** Records written and synced together. */
interface Group {
  readonly records: StagedRecord[];
  /** The chain before the group, and then its slots. */
  octets: Buffer;
  length: number;
  readonly outcome: Promise<boolean>;
  readonly settle: (isDurable: boolean) => void;
}

interface StagedRecord extends JournalRecord {
  readonly name: string;
  /** Its first slot. */
  readonly slot: number;
}

// Room for a batch of the most requests, and for the chain before it.
const GROUP_OCTETS = CHAIN_OCTETS + 256 * SLOT_OCTETS;

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
  readonly #tally: IssueTally;
  readonly #freeCredit: FreeCredit;
  /** Staged and not yet durable, by name; as many as wait, never many. */
  readonly #pending = new Map<string, StagedRecord>();
  #writing: Group | null = null;
  #next: Group | null = null;
  #isFlushing = false;
  #isRecovering = false;
  #isBroken = false;

  /** Use openJournal. */
  constructor(o: {
    readonly file: JournalFile;
    readonly index: IssueIndex;
    readonly tally: IssueTally;
    readonly freeCredit: FreeCredit;
    readonly head: JournalHead;
    readonly onFailure: (code: string) => void;
  }) {
    this.#file = o.file;
    this.#index = o.index;
    this.#tally = o.tally;
    this.#freeCredit = o.freeCredit;
    this.#durable = o.head;
    this.#head = o.head;
    this.#onFailure = o.onFailure;
  }

  /** The last durable issue. */
  get head(): JournalHead {
    return this.#durable;
  }

  /** What is durable, counted. */
  get counts(): IssueCounts {
    return this.#tally.counts();
  }

  /** What was given for nothing today, staged included. */
  get freeCredit(): Pick<FreeCredit, 'sum'> {
    return this.#freeCredit;
  }

  /** False while the file is cut back, and for ever when that failed or a sync did. */
  get isWritable(): boolean {
    return !this.#isRecovering && !this.#isBroken;
  }

  /** True when only a restart, which reads the file anew, can tell what is on the disk. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** The record of an issue, durable or staged, or null. */
  find(vendId: Buffer, position: number): JournalRecord | null {
    const pending = this.#pending.get(nameOf(vendId, position));
    if (pending !== undefined) return pending;
    let found: JournalRecord | null = null;
    this.#index.find(vendId, position, (slot) => {
      const record = this.#readIssue(slot);
      const { issue } = record;
      if (issue.position !== position || !issue.vendId.equals(vendId)) return false;
      found = record;
      return true;
    });
    return found;
  }

  #readIssue(slot: number): JournalRecord {
    const record = decodeIssue(this.#file.readNow(slotPosition(slot), SLOT_OCTETS));
    if (record.issue.basis === 'sale') return record;
    return decodeIssue(this.#file.readNow(slotPosition(slot), 2 * SLOT_OCTETS));
  }

  /**
   * Gives the next sequence number to an issue and stages its record. Only for a name that `find`
   * does not know and while `isWritable`; throws otherwise, for that is a bug here.
   */
  stage(issue: NewIssue): JournalRecord {
    if (!this.isWritable) throw new Error('the journal cannot be written now');
    const sequence = this.#head.sequence + 1;
    const slots = slotsOf(issue);
    const group = this.#next ?? newGroup(this.#head.chain);
    const end = group.length + slots * SLOT_OCTETS;
    if (end > group.octets.length) enlarge(group, 2 * end);
    const chain = writeIssue(group.octets, group.length, issue, sequence);
    const name = nameOf(issue.vendId, issue.position);
    const record: StagedRecord = { issue, sequence, chain, name, slot: this.#head.slots + 1 };
    // Only now: if writing it failed, there is neither a record nor a hole.
    group.length = end;
    group.records.push(record);
    this.#next = group;
    this.#pending.set(name, record);
    this.#freeCredit.add(issue);
    this.#head = { sequence, slots: this.#head.slots + slots, chain };
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
    const slots = group.octets.subarray(CHAIN_OCTETS, group.length);
    await this.#file.write(slots, slotPosition(this.#durable.slots + 1));
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
    for (const { issue, slot, name } of group.records) {
      this.#index.add(issue.vendId, issue.position, slot);
      this.#tally.add(issue);
      this.#pending.delete(name);
    }
    const last = group.records.at(-1);
    if (last === undefined) throw new Error('unreachable: a group has records');
    const slots = last.slot + slotsOf(last.issue) - 1;
    this.#durable = { sequence: last.sequence, slots, chain: last.chain };
    this.#writing = null;
    group.settle(true);
  }

  /** Forgets everything that is not durable, and takes it out of the file again. */
  async #giveUp(error: unknown): Promise<void> {
    this.#isRecovering = true;
    const groups = [this.#writing, this.#next];
    this.#writing = null;
    this.#next = null;
    for (const { issue } of this.#pending.values()) this.#freeCredit.takeBack(issue);
    this.#pending.clear();
    this.#head = this.#durable;
    try {
      await this.#file.truncate(slotPosition(this.#durable.slots + 1));
      await this.#file.sync();
    } catch {
      this.#isBroken = true;
    }
    this.#isRecovering = false;
    this.#onFailure(errorCode(error));
    for (const group of groups) group?.settle(false);
  }
}

function newGroup(chain: string): Group {
  let settle: (isDurable: boolean) => void = () => undefined;
  const outcome = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  const octets = Buffer.allocUnsafe(GROUP_OCTETS);
  octets.write(chain, 0, CHAIN_OCTETS, 'latin1');
  return { records: [], octets, length: CHAIN_OCTETS, outcome, settle };
}

function enlarge(group: Group, length: number): void {
  const larger = Buffer.allocUnsafe(length);
  group.octets.copy(larger, 0, 0, group.length);
  group.octets = larger;
}

/** Vend id and position as the key of a map. */
function nameOf(vendId: Buffer, position: number): string {
  return `${vendId.toString('latin1')}${position}`;
}

/** The system's name of an error, such as ENOSPC; never its message. */
export function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{0,39}$/.test(code) ? code : 'UNKNOWN';
}

/**
 * Reads the journal from its first slot to its last, verifies the chain and cuts off a torn tail.
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
  const header = await o.file.read(0, HEADER_OCTETS);
  if (!isHeaderOf(header, o.identity)) {
    return {
      kind: 'fault',
      fault: 'journal_of_another_module',
      message:
        'The journal was not made together with this sealed file. Put the two files of one module ' +
        'together again; do not delete either.',
    };
  }
  // A quarter above what there is, so that the first growing is not at the first issue.
  const expected = Math.ceil(1.25 * ((size - HEADER_OCTETS) / SLOT_OCTETS));
  const index = new IssueIndex({ hashKey: o.hashKey, expected });
  const tally = new IssueTally();
  const freeCredit = new FreeCredit();
  const read = await scanJournal({
    ...{ file: o.file, size, start: chainOfHeader(header) },
    onRecord: (octets, scanned, slot) => {
      const { vendIdStart, position } = scanned;
      index.add(octets.subarray(vendIdStart, vendIdStart + UUID_OCTETS), position, slot);
      tally.add(scanned);
    },
    onFreeIssue: ({ issue }) => freeCredit.add(issue),
  });
  const position = slotPosition(read.head.slots + 1);
  const cutOctets = size - position;
  if (cutOctets > 0) {
    const wrongOctets = size - read.wrongPosition;
    if (wrongOctets > TORN_OCTETS_MAX) return damaged(read.head.sequence + 1);
    const tail = await o.file.read(read.wrongPosition, wrongOctets);
    if (!isTornTail(tail, read.wrongPosition)) return damaged(read.head.sequence + 1);
    await o.file.truncate(position);
  }
  // After a kill the records may be in the system's memory only, and they count from here on.
  await o.file.sync();
  const journal = new Journal({ ...o, index, tally, freeCredit, head: read.head });
  return { kind: 'opened', journal, cutOctets };
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

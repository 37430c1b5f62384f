/**
 * What a meter finds on its device when the power returns.
 *
 * It begins at the newest checkpoint that is sound and replays the records that follow it, each from
 * the generation the one before led to. If that checkpoint has decayed, the other one and both halves
 * of the journal lead to the same state. A state that is older than anything sound on the device is a
 * fault: a meter that went back would take its tokens a second time.
 *
 * A torn frame at the tail is not read, and is blanked before anything else is written: cells that
 * were not programmed to the end may read otherwise tomorrow, and what was given up must not come
 * back. All repairs can be interrupted and made again.
 */
import { LOG_CAPACITY, LOG_CODES, type LogBook, type LogEntry } from '../event-log.ts';
import type { MemoryChanges, MeterMemory } from '../memory.ts';
import { applyPatch, namesOfPatch, type Patch } from './changes-patch.ts';
import { memoryChangesRecord, readLogEntry, readMemoryChanges } from './changes-record.ts';
import { type FoundFrame, FRAME_BLANK, framePayload, type ReadFrame, readFrame } from './frame.ts';
import { checkpointWrites, type MeterStore } from './journal.ts';
import { logWrites, type ReadLogArea, readLogArea } from './log-area.ts';
import { isConsistent } from './memory-consistency.ts';
import { parseMeterMemory } from './memory-record.ts';
import { type DeviceWrite, ERASED_OCTET, writesWithinPages } from './nonvolatile-device.ts';
import {
  type Half,
  journalAddress,
  otherHalf,
  pagesOf,
  type StoreGeometry,
  type StoreLayout,
  storeLayout,
} from './store-layout.ts';
import { isObject, type JsonObject } from './stored-form.ts';

/**
 * no-checkpoint: none is sound. gap: something newer than what can be reached was kept. unreadable: a
 * sound frame says what this program does not know. inconsistent: the parts are not of one meter, or
 * its books do not balance. In this order for one state that can be reached; of several the first.
 */
export const STORE_FAULTS = ['no-checkpoint', 'gap', 'unreadable', 'inconsistent'] as const;
export type StoreFault = (typeof STORE_FAULTS)[number];

export type OpenedStore =
  | {
      readonly kind: 'open';
      /** As it is once the repairs are performed. */
      readonly store: MeterStore;
      readonly memory: MeterMemory;
      /** The latest LOG_CAPACITY of each book at most, by number. */
      readonly log: readonly LogEntry[];
      /** To be performed in this order before anything is committed. */
      readonly repairs: readonly DeviceWrite[];
    }
  /** Never written. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'fault'; readonly fault: StoreFault };

const HALVES = [0, 1] as const satisfies readonly Half[];

/** A memory, and its members as they are stored. */
export interface CheckpointContent {
  readonly memory: MeterMemory;
  readonly members: JsonObject;
}

/** Reads the payload of a checkpoint; null where it is none of a meter. */
export function readCheckpointContent(payload: string): CheckpointContent | null {
  const parsed = parseMeterMemory(payload);
  if (parsed.kind === 'fault') return null;
  return { memory: parsed.memory, members: memoryChangesRecord(parsed.memory) };
}

/**
 * Opens what the image holds and says what must be repaired. The reader is there for a test that opens
 * the same checkpoint a hundred thousand times and need not read it each time. Refuses, with a
 * RangeError, an image that is not of this geometry.
 */
export function openStore(
  image: Readonly<Uint8Array>,
  geometry: StoreGeometry,
  readContent: typeof readCheckpointContent = readCheckpointContent,
): OpenedStore {
  const layout = storeLayout(geometry);
  if (image.length !== geometry.size) {
    throw new RangeError(`an image of ${image.length} octets for a device of ${geometry.size}`);
  }
  const device: ReadDevice = {
    layout,
    image,
    checkpoints: [readCheckpoint(layout, image, 0), readCheckpoint(layout, image, 1)],
    journals: [readJournal(layout, image, 0), readJournal(layout, image, 1)],
  };
  const starts = HALVES.flatMap((half) => {
    const checkpoint = device.checkpoints[half];
    return checkpoint.kind === 'frame' ? [{ half, checkpoint }] : [];
  });
  if (starts.length === 0) {
    const isBlank = image.every((octet) => octet === ERASED_OCTET);
    return isBlank ? { kind: 'blank' } : { kind: 'fault', fault: 'no-checkpoint' };
  }
  starts.sort((left, right) => right.checkpoint.generation - left.checkpoint.generation);
  const newest = newestGeneration(device);
  for (const start of starts) {
    const replayed = replay(device, start);
    if (replayed.generation !== newest) continue;
    const { generation } = start.checkpoint;
    const content = readContent(framePayload(image, start.checkpoint));
    if (content === null || content.memory.generation !== generation) {
      return { kind: 'fault', fault: 'unreadable' };
    }
    return opened(device, replayed, content);
  }
  return { kind: 'fault', fault: 'gap' };
}

/** What was read of the device. */
interface ReadDevice {
  readonly layout: StoreLayout;
  readonly image: Readonly<Uint8Array>;
  readonly checkpoints: readonly [ReadFrame, ReadFrame];
  /** What stands at each page of the two halves. */
  readonly journals: readonly [readonly ReadFrame[], readonly ReadFrame[]];
}

interface Start {
  readonly half: Half;
  readonly checkpoint: FoundFrame;
}

/** The records that follow a checkpoint without a gap. */
interface Replayed {
  readonly records: readonly FoundFrame[];
  readonly generation: number;
  readonly half: Half;
  readonly tail: number;
}

function readCheckpoint(layout: StoreLayout, image: Readonly<Uint8Array>, half: Half): ReadFrame {
  const at = layout.checkpoints[half];
  return readFrame('checkpoint', image, at, at + layout.geometry.checkpointOctets);
}

function readJournal(
  layout: StoreLayout,
  image: Readonly<Uint8Array>,
  half: Half,
): readonly ReadFrame[] {
  const end = journalAddress(layout, half, layout.journalPages);
  const pages: ReadFrame[] = [];
  for (let page = 0; page < layout.journalPages; page++) {
    pages.push(readFrame('record', image, journalAddress(layout, half, page), end));
  }
  return pages;
}

/** The greatest generation of any sound frame, wherever it stands. */
function newestGeneration({ checkpoints, journals }: ReadDevice): number {
  let newest = 0;
  for (const reads of [checkpoints, ...journals]) {
    for (const read of reads) {
      if (read.kind === 'frame') newest = Math.max(newest, read.generation);
    }
  }
  return newest;
}

function replay({ journals, layout }: ReadDevice, start: Start): Replayed {
  const records: FoundFrame[] = [];
  let { generation } = start.checkpoint;
  let { half } = start;
  let tail = 0;
  // The other half follows where the checkpoint between the two has decayed.
  for (const each of [start.half, otherHalf(start.half)]) {
    let page = 0;
    for (;;) {
      const read = journals[each][page];
      if (read?.kind !== 'frame' || read.previous !== generation) break;
      records.push(read);
      generation = read.generation;
      page += pagesOf(layout, read.length);
      half = each;
      tail = page;
    }
  }
  return { records, generation, half, tail };
}

function opened(device: ReadDevice, replayed: Replayed, content: CheckpointContent): OpenedStore {
  const { image, layout } = device;
  const rebuilt = rebuild(image, replayed, content);
  if ('fault' in rebuilt) return { kind: 'fault', fault: rebuilt.fault };
  const { entries, members, memory } = rebuilt;
  const area = readLogArea(layout, image);
  // An entry goes into its slot after its record was kept.
  const lastNumber = Math.max(area.greatest.security, area.greatest.supply);
  if (lastNumber > memory.log.count) return { kind: 'fault', fault: 'gap' };
  const lost = entries.filter(({ code, number }) => number > area.greatest[LOG_CODES[code]]);
  const log = logWrites(layout, area.places, lost);
  const frames = frameRepairs(device, replayed, memory);
  const { half } = replayed;
  const kept = { memory, members, half, tail: frames.tail, logPlaces: log.places };
  return {
    kind: 'open',
    store: { layout, memory, kept, gathered: null },
    memory,
    log: latestOf(area, lost),
    repairs: [...frames.repairs, ...log.deviceWrites],
  };
}

function rebuild(
  image: Readonly<Uint8Array>,
  { generation, records }: Replayed,
  content: CheckpointContent,
):
  | {
      readonly memory: MeterMemory;
      readonly members: JsonObject;
      readonly entries: readonly LogEntry[];
    }
  | { readonly fault: StoreFault } {
  let { members } = content;
  const touched = new Set<string>();
  const entries: LogEntry[] = [];
  for (const found of records) {
    const record = parseRecord(framePayload(image, found));
    const patched = record === null ? null : applyPatch(members, record.patch);
    if (record === null || patched === null) return { fault: 'unreadable' };
    members = patched;
    for (const name of namesOfPatch(record.patch)) touched.add(name);
    entries.push(...record.entries);
  }
  const changes = readTouched(members, touched);
  if (changes === null) return { fault: 'unreadable' };
  const memory = { ...content.memory, ...changes, generation };
  return isConsistent(memory) ? { memory, members, entries } : { fault: 'inconsistent' };
}

function readTouched(members: JsonObject, touched: ReadonlySet<string>): MemoryChanges | null {
  return readMemoryChanges(
    Object.fromEntries(Object.entries(members).filter(([name]) => touched.has(name))),
  );
}

function parseRecord(
  payload: string,
): { readonly patch: Patch; readonly entries: readonly LogEntry[] } | null {
  let record: unknown;
  try {
    record = JSON.parse(payload);
  } catch {
    return null;
  }
  if (!isObject(record) || !isObject(record['c'])) return null;
  const { c: patch, l: logged = [] } = record;
  if (!Array.isArray(logged)) return null;
  const entries = (logged as readonly unknown[]).map(readLogEntry);
  const sound = entries.filter((entry) => entry !== null);
  // That the patch is one is found when it is applied.
  return sound.length === entries.length ? { patch: patch as Patch, entries: sound } : null;
}

/** Blanks what was torn. A half whose checkpoint has decayed gets one anew, and begins anew. */
function frameRepairs(
  { checkpoints, journals, layout }: ReadDevice,
  { half, tail }: Replayed,
  memory: MeterMemory,
): { readonly repairs: readonly DeviceWrite[]; readonly tail: number } {
  const { pageSize } = layout.geometry;
  const blank = (address: number) => writesWithinPages(address, FRAME_BLANK, pageSize);
  const repairs: DeviceWrite[] = [];
  if (journals[half][tail]?.kind === 'unsound') {
    repairs.push(...blank(journalAddress(layout, half, tail)));
  }
  const other = otherHalf(half);
  if (checkpoints[other].kind === 'unsound') {
    repairs.push(...blank(layout.checkpoints[other]));
  }
  if (checkpoints[half].kind === 'frame') return { repairs, tail };
  // Else the next turn would write over the only good checkpoint.
  return { repairs: [...repairs, ...checkpointWrites(layout, half, memory)], tail: 0 };
}

function latestOf(area: ReadLogArea, added: readonly LogEntry[]): readonly LogEntry[] {
  const all = [...area.entries, ...added];
  const left: Record<LogBook, number> = { ...LOG_CAPACITY };
  const latest = all.toReversed().filter(({ code }) => {
    left[LOG_CODES[code]] -= 1;
    return left[LOG_CODES[code]] >= 0;
  });
  return latest.reverse();
}

/**
 * The nonvolatile memory of a meter on a device: log-structured, so that a change is never written
 * over what it replaces.
 *
 * - A record carries one commit: a patch of the memory, its log entries, and the generations it leads
 *   from and to. One record is one atomic commit: torn, it is none.
 * - Two checkpoints hold the whole memory; each is followed by its own half of the journal. When a
 *   half is full, the other checkpoint is written and the other half begun anew; the first pair stays
 *   whole until the next turn. So the present state can be reached from either checkpoint, and while
 *   one is being written the other is good.
 * - Records of an earlier lap stay behind the tail. Each record names the generation before it, so
 *   none of them ever follows the tail.
 * - The slots of the event log are filled after the record that carries their entries.
 *
 * The functions return the writes of the device in their order; whoever performs them may be
 * interrupted between and within any two, and then opens the store again (store-recovery.ts).
 *
 * What is to be kept at once is written at once, with all that gathered before it. What runs gathers
 * until KEPT_AFTER_UNITS were used or KEPT_AFTER passed, or the power fails and the owner calls
 * keepRunning. A meter that loses its power without notice loses what gathered and no more: energy
 * that was used and is not charged, at most KEPT_AFTER_UNITS and one write; timers at most KEPT_AFTER
 * and one write. Credit is never among it.
 */
import type { Instant, Milliseconds } from '@wattvend/quantities/time.js';
import { accountService, ELECTRICITY, type Service } from '../accounting/services.ts';
import type { LogEntry } from '../event-log.ts';
import { applyWrite, type MemoryChanges, type MemoryWrite, type MeterMemory } from '../memory.ts';
import { type Patch, patchOfMembers } from './changes-patch.ts';
import { logEntryRecord, memoryChangesRecord } from './changes-record.ts';
import { encodeFrame, FRAME_HEADER_OCTETS } from './frame.ts';
import { LOG_PLACES_FIRST, type LogPlaces, logWrites } from './log-area.ts';
import { serialiseMeterMemory } from './memory-record.ts';
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
import type { JsonObject } from './stored-form.ts';

/**
 * What may be used before it is kept, in the unit of the account: 0.1 kWh or m³, ten minutes, a tenth
 * of the currency.
 */
export const KEPT_AFTER_UNITS: Readonly<Record<Service, bigint>> = {
  0: 100n,
  1: 1n,
  2: 1n,
  3: 100n,
  4: 10_000n,
  5: 10_000n,
  6: 10_000n,
  7: 10_000n,
};

/** And how long it may run before it is kept. */
export const KEPT_AFTER: Milliseconds = 900_000 as Milliseconds;

// Log entries beside the changes of one record; a write carries a few, what gathered some more.
const ENTRIES_ROOM = 1024;

/** A store as its owner holds it; what stands on the device and what gathered. */
export interface MeterStore {
  readonly layout: StoreLayout;
  /** With all that gathered. */
  readonly memory: MeterMemory;
  readonly kept: KeptState;
  readonly gathered: GatheredChanges | null;
}

/** What the device holds once all writes returned so far are performed. */
export interface KeptState {
  readonly memory: MeterMemory;
  /** All members a write may change, as they are stored. */
  readonly members: JsonObject;
  readonly half: Half;
  /** The page of the half where the next record begins. */
  readonly tail: number;
  readonly logPlaces: LogPlaces;
}

export interface GatheredChanges {
  readonly changes: MemoryChanges;
  readonly logged: readonly LogEntry[];
  readonly since: Instant;
}

export interface StoreStep {
  readonly store: MeterStore;
  /** To be performed in this order before anything is shown; none when the change only gathered. */
  readonly deviceWrites: readonly DeviceWrite[];
}

/** What a record carries; the names are short because there are many. */
export interface RecordPayload extends JsonObject {
  readonly c: Patch;
  readonly l?: readonly JsonObject[];
}

/**
 * Makes a store of a device, whatever it held before. It is done at manufacture: cut short, it is done
 * again. Refuses, with a RangeError, a memory there is no room for.
 */
export function formatStore(
  memory: MeterMemory,
  geometry: StoreGeometry,
  logged: readonly LogEntry[] = [],
): StoreStep {
  if (!isRoomFor(memory, geometry)) throw new RangeError('the memory does not fit the device');
  const layout = storeLayout(geometry);
  const { pageSize, size } = geometry;
  const blank = new Uint8Array(size).fill(ERASED_OCTET);
  const log = logWrites(layout, LOG_PLACES_FIRST, logged);
  const store: MeterStore = {
    layout,
    memory,
    kept: {
      memory,
      members: memoryChangesRecord(memory),
      half: 0,
      tail: 0,
      logPlaces: log.places,
    },
    gathered: null,
  };
  const deviceWrites = [
    ...writesWithinPages(0, blank, pageSize),
    ...log.deviceWrites,
    ...checkpointWrites(layout, 0, memory),
    ...checkpointWrites(layout, 1, memory),
  ];
  return { store, deviceWrites };
}

/**
 * Whether a memory can be kept on such a device, as a checkpoint and as one record that changes all of
 * it. Asked before a tariff or settings are taken, because commit refuses what does not fit.
 */
export function isRoomFor(memory: MeterMemory, geometry: StoreGeometry): boolean {
  const layout = storeLayout(geometry);
  const checkpoint = FRAME_HEADER_OCTETS + serialiseMeterMemory(memory).length;
  const members = JSON.stringify(memoryChangesRecord(memory)).length;
  const record = FRAME_HEADER_OCTETS + members + ENTRIES_ROOM;
  return checkpoint <= geometry.checkpointOctets && pagesOf(layout, record) <= layout.journalPages;
}

/**
 * Takes a write of the memory. Refuses, with a RangeError, what applyWrite refuses and a memory that
 * has outgrown the device.
 */
export function commit(store: MeterStore, write: MemoryWrite, now: Instant): StoreStep {
  const memory = applyWrite(store.memory, write);
  const gathered: GatheredChanges = {
    changes: { ...store.gathered?.changes, ...write.changes },
    logged: [...(store.gathered?.logged ?? []), ...write.logged],
    since: store.gathered?.since ?? now,
  };
  const after: MeterStore = { ...store, memory, gathered };
  const waits = write.keep === 'running' && !isDue(after, gathered, now);
  return waits ? { store: after, deviceWrites: [] } : keepRunning(after);
}

/** Writes what gathered: when the power fails, or before the owner stops. */
export function keepRunning(store: MeterStore): StoreStep {
  const { gathered, kept, layout, memory } = store;
  if (gathered === null) return { store, deviceWrites: [] };
  const changed = memoryChangesRecord(gathered.changes);
  const { logged } = gathered;
  const payload: RecordPayload = {
    c: patchOfMembers(kept.members, changed),
    ...(logged.length > 0 && { l: logged.map(logEntryRecord) }),
  };
  const octets = encodeFrame('record', {
    previous: kept.memory.generation,
    generation: memory.generation,
    payload: JSON.stringify(payload),
  });
  const pages = pagesOf(layout, octets.length);
  if (pages > layout.journalPages) throw new RangeError('a record does not fit half a journal');
  const isFull = kept.tail + pages > layout.journalPages;
  const half = isFull ? otherHalf(kept.half) : kept.half;
  const page = isFull ? 0 : kept.tail;
  const log = logWrites(layout, kept.logPlaces, logged);
  const address = journalAddress(layout, half, page);
  return {
    store: {
      layout,
      memory,
      kept: {
        memory,
        members: { ...kept.members, ...changed },
        half,
        tail: page + pages,
        logPlaces: log.places,
      },
      gathered: null,
    },
    deviceWrites: [
      ...(isFull ? checkpointWrites(layout, half, kept.memory) : []),
      ...writesWithinPages(address, octets, layout.geometry.pageSize),
      ...log.deviceWrites,
    ],
  };
}

/** The writes of a checkpoint. Refuses, with a RangeError, a memory that has outgrown its slot. */
export function checkpointWrites(
  layout: StoreLayout,
  half: Half,
  memory: MeterMemory,
): readonly DeviceWrite[] {
  const { generation } = memory;
  const payload = serialiseMeterMemory(memory);
  const octets = encodeFrame('checkpoint', { previous: generation, generation, payload });
  const { checkpointOctets, pageSize } = layout.geometry;
  if (octets.length > checkpointOctets) throw new RangeError('a checkpoint does not fit its slot');
  return writesWithinPages(layout.checkpoints[half], octets, pageSize);
}

function isDue(store: MeterStore, gathered: GatheredChanges, now: Instant): boolean {
  const waited = now - gathered.since;
  // A clock that was set back tells nothing about how long it was.
  if (waited < 0 || waited >= KEPT_AFTER) return true;
  const service = accountService(store.memory.settings.accounting);
  const used = consumedOf(store.memory, service) - consumedOf(store.kept.memory, service);
  return used >= KEPT_AFTER_UNITS[service];
}

function consumedOf(memory: MeterMemory, service: Service): bigint {
  if (service === ELECTRICITY) return BigInt(memory.totalEnergyConsumed);
  const register = memory.otherRegisters.find((each) => each.service === service);
  return register?.totalConsumed ?? 0n;
}

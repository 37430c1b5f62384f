/**
 * The memory of a meter in a file: the image of its chip, octet for octet. What the journal says is
 * written where and in the order in which it says it, so that whatever a kill or a power cut leaves
 * is one of the states the journal knows how to read.
 */
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import {
  commit,
  formatStore,
  type MeterStore as JournalStore,
  keepRunning,
} from '@wattvend/meter/journal.js';
import type { MemoryWrite, MeterMemory } from '@wattvend/meter/memory.js';
import type { DeviceWrite } from '@wattvend/meter/nonvolatile-device.js';
import { METER_EEPROM_LARGE as GEOMETRY } from '@wattvend/meter/store-layout.js';
import { openStore, type StoreFault } from '@wattvend/meter/store-recovery.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { syncFolder } from './clock-file.ts';
import type { KeptMeter, MeterStore } from './meter-store.ts';

export interface OpenedFile {
  readonly kind: 'opened';
  readonly kept: KeptMeter;
  readonly store: MeterStore;
}

export type OpenedFileStore =
  | OpenedFile
  | { readonly kind: 'fault'; readonly fault: StoreFault | 'wrong-size' };

/** Makes the file of a new meter; a kill meanwhile leaves no file, or a whole one. */
export function createFileStore(path: string, memory: MeterMemory): OpenedFile {
  const { deviceWrites } = formatStore(memory, GEOMETRY);
  const draft = `${path}.new`;
  const file = openSync(draft, 'w', 0o600);
  try {
    perform(file, deviceWrites);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  syncFolder(dirname(path));
  const opened = openFileStore(path);
  if (opened.kind === 'fault') throw new Error(`a new store cannot be read: ${opened.fault}`);
  return opened;
}

/** Opens a file and makes it whole again, if something was under way when its program ended. */
export function openFileStore(path: string): OpenedFileStore {
  if (!existsSync(path) || readFileSync(path).length !== GEOMETRY.size) {
    return { kind: 'fault', fault: 'wrong-size' };
  }
  const file = openSync(path, 'r+');
  try {
    const read = readStore(file);
    if (read.kind === 'fault') {
      closeSync(file);
      return read;
    }
    return { kind: 'opened', kept: read, store: storeOn(file, read.journal) };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

type ReadStore =
  | (KeptMeter & { readonly kind: 'read'; readonly journal: JournalStore })
  | { readonly kind: 'fault'; readonly fault: StoreFault };

/** Reads what stands in the file, and performs what must be repaired before anything is added. */
function readStore(file: number): ReadStore {
  const opened = openStore(imageOf(file), GEOMETRY);
  if (opened.kind === 'blank') return { kind: 'fault', fault: 'no-checkpoint' };
  if (opened.kind === 'fault') return opened;
  if (opened.repairs.length > 0) {
    perform(file, opened.repairs);
    fdatasyncSync(file);
  }
  const { log, memory, store: journal } = opened;
  return { kind: 'read', memory, log, journal };
}

function storeOn(file: number, opened: JournalStore): MeterStore {
  let journal = opened;
  const take = (made: {
    readonly store: JournalStore;
    readonly deviceWrites: readonly DeviceWrite[];
  }): void => {
    perform(file, made.deviceWrites);
    // Of the two checkpoints one is always safe on the disk while the other is written.
    if (made.deviceWrites.some(({ address }) => address < journal.layout.journals[0])) {
      fdatasyncSync(file);
    }
    journal = made.store;
  };
  return {
    keep: (writes: readonly MemoryWrite[], now: Instant) => {
      for (const write of writes) take(commit(journal, write, now));
      if (writes.some(({ keep }) => keep === 'at-once')) fdatasyncSync(file);
    },
    keepAll: () => {
      take(keepRunning(journal));
      fdatasyncSync(file);
    },
    reopen: () => {
      // What stands there is written over itself, to see whether all of it takes a write again.
      perform(file, [{ address: 0, octets: imageOf(file) }]);
      fdatasyncSync(file);
      const read = readStore(file);
      if (read.kind === 'fault') throw new Error(`the store cannot be read: ${read.fault}`);
      journal = read.journal;
      return read;
    },
    close: () => closeSync(file),
  };
}

function imageOf(file: number): Uint8Array {
  const image = new Uint8Array(GEOMETRY.size);
  for (let at = 0; at < image.length; ) {
    const count = readSync(file, image, at, image.length - at, at);
    if (count === 0) break;
    at += count;
  }
  return image;
}

/** In their order. A disk may take a part of a write only; it is asked until it takes all or fails. */
function perform(file: number, writes: readonly DeviceWrite[]): void {
  for (const { address, octets } of writes) {
    for (let at = 0; at < octets.length; ) {
      at += writeSync(file, octets, at, octets.length - at, address + at);
    }
  }
}

/**
 * The power-cut test where the journal turns; and against stores with planted faults, each of which
 * the loop must find.
 */
import {
  checksumOf,
  FRAME_CHECKSUM_AT,
  FRAME_MAGIC,
  frameLength,
  putNumber,
} from '@wattvend/meter/frame.js';
import type { MeterStore } from '@wattvend/meter/journal.js';
import type { MemoryWrite } from '@wattvend/meter/memory.js';
import type { DeviceWrite } from '@wattvend/meter/nonvolatile-device.js';
import { METER_EEPROM, storeLayout } from '@wattvend/meter/store-layout.js';
import { expect, test } from 'vitest';
import { CREDIT, KEY_CHANGED, turning } from './cut-operations.ts';
import { cutEverywhere, runUncut, STORE, type Subject } from './cut-power.ts';

/** The first and the second turn of the journal: of a new device, and over an older lap. */
const TURNS = [turning(1), turning(2)] as const;

test.each(TURNS.map((operation) => [operation.name, operation] as const))(
  'whatever is cut where the journal turns (%s), the meter goes on',
  (_, operation) => {
    expect(cutEverywhere(STORE, operation).failures).toEqual([]);
  },
  30_000,
);

/** The identifier of a token goes into a record of its own, behind the credit. */
const CREDIT_FIRST: Subject<MeterStore> = {
  format: (memory) => STORE.format({ ...memory, generation: 2 * memory.generation }),
  open(image) {
    const opened = STORE.open(image);
    if (opened.kind !== 'open') return opened;
    const generation = Math.ceil(opened.memory.generation / 2);
    return { ...opened, memory: { ...opened.memory, generation } };
  },
  commit(store, write) {
    const { tokenIdentifierStore, ...others } = write.changes;
    const generation = 2 * write.generation;
    const first: MemoryWrite = { ...write, generation: generation - 1, changes: others };
    const step = STORE.commit(store, first);
    const changes = tokenIdentifierStore === undefined ? {} : { tokenIdentifierStore };
    const last = STORE.commit(step.store, { ...write, generation, changes, logged: [] });
    return { ...last, deviceWrites: [...step.deviceWrites, ...last.deviceWrites] };
  },
  keepRunning: STORE.keepRunning,
};

/** A checkpoint is written over the one it replaces: both slots and halves are one. */
const ONE_SLOT: Subject<MeterStore> = {
  ...STORE,
  open(image) {
    const { checkpoints, journals } = storeLayout(METER_EEPROM);
    const doubled = image.slice();
    doubled.copyWithin(checkpoints[1], checkpoints[0], checkpoints[1]);
    doubled.copyWithin(journals[1], journals[0], journals[1]);
    const opened = STORE.open(doubled);
    return opened.kind === 'open' ? { ...opened, repairs: inOneSlot(opened.repairs) } : opened;
  },
  format: (memory) => mapped(STORE.format(memory), inOneSlot),
  commit: (store, write) => mapped(STORE.commit(store, write), inOneSlot),
  keepRunning: (store) => mapped(STORE.keepRunning(store), inOneSlot),
};

type StoreStep = ReturnType<typeof STORE.commit>;

function mapped(
  step: StoreStep,
  of: (writes: readonly DeviceWrite[]) => readonly DeviceWrite[],
): StoreStep {
  return { ...step, deviceWrites: of(step.deviceWrites) };
}

function inOneSlot(writes: readonly DeviceWrite[]): readonly DeviceWrite[] {
  const { checkpoints, journals, logs } = storeLayout(METER_EEPROM);
  const pairs = [
    [checkpoints, journals[0]],
    [journals, logs.security],
  ] as const;
  return writes.map((write) => {
    const pair = pairs.find(([[, second], end]) => write.address >= second && write.address < end);
    if (pair === undefined) return write;
    const [[first, second]] = pair;
    return { ...write, address: write.address - second + first };
  });
}

/** Whatever begins as a frame is taken for one: each gets the checksum it should have. */
const UNCHECKED: Subject<MeterStore> = {
  ...STORE,
  open(image) {
    const { checkpoints, journals, logs } = storeLayout(METER_EEPROM);
    const forged = image.slice();
    for (let at = 0; at < logs.security; at += METER_EEPROM.pageSize) {
      const end = at + frameLength(forged, at);
      if (at < journals[0] && at !== checkpoints[0] && at !== checkpoints[1]) continue;
      if (forged[at] !== FRAME_MAGIC || end > logs.security) continue;
      putNumber(forged, at + FRAME_CHECKSUM_AT, 4, checksumOf(forged, at, end));
    }
    return STORE.open(forged);
  },
};

/** Torn records are not blanked. */
const UNREPAIRED: Subject<MeterStore> = {
  ...STORE,
  open(image) {
    const opened = STORE.open(image);
    return opened.kind === 'open'
      ? { ...opened, repairs: opened.repairs.filter(({ octets }) => octets[0] !== 0xff) }
      : opened;
  },
};

/** The slots of the event log are filled before the record stands. */
const LOG_FIRST: Subject<MeterStore> = {
  ...STORE,
  commit: (store, write) => mapped(STORE.commit(store, write), logFirst),
};

function logFirst(writes: readonly DeviceWrite[]): readonly DeviceWrite[] {
  const { logs } = storeLayout(METER_EEPROM);
  const isLog = ({ address }: DeviceWrite): boolean => address >= logs.security;
  return [...writes.filter(isLog), ...writes.filter((write) => !isLog(write))];
}

/** The log is not repaired from the journal. */
const LOG_UNREPAIRED: Subject<MeterStore> = {
  ...STORE,
  open(image) {
    const opened = STORE.open(image);
    const { logs } = storeLayout(METER_EEPROM);
    return opened.kind === 'open'
      ? { ...opened, repairs: opened.repairs.filter(({ address }) => address < logs.security) }
      : opened;
  },
};

test.each([
  ['the credit before the identifier, in two records', CREDIT_FIRST, CREDIT],
  ['the key before the identifiers, in two records', CREDIT_FIRST, KEY_CHANGED[1]],
  ['a checkpoint over the good one', ONE_SLOT, TURNS[0]],
  ['frames that are not checked', UNCHECKED, CREDIT],
  ['checkpoints that are not checked', UNCHECKED, TURNS[1]],
  ['torn records that are not blanked', UNREPAIRED, CREDIT],
  ['the log before the record', LOG_FIRST, CREDIT],
  ['a log that is not repaired', LOG_UNREPAIRED, CREDIT],
] as const)('a planted fault is found: %s', (_, subject, operation) => {
  // It is the cut that finds it.
  expect(runUncut(subject, operation).failures).toEqual([]);
  expect(cutEverywhere(subject, operation).failures).not.toEqual([]);
});

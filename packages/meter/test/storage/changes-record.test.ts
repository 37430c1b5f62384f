import {
  logEntryRecord,
  memoryChangesRecord,
  readLogEntry,
  readMemoryChanges,
} from '@wattvend/meter/changes-record.js';
import { applyWrite, type MemoryChanges, memoryWrite } from '@wattvend/meter/memory.js';
import { isConsistent } from '@wattvend/meter/memory-consistency.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { wattHours } from '@wattvend/quantities/energy.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditToken, inventedMeter, NOON } from '../invented-meter.ts';
import { anyLogEntry, anySlices } from './any-memory.ts';

function throughText(record: unknown): unknown {
  return JSON.parse(JSON.stringify(record)) as unknown;
}

const NAMES = [
  'isTampered',
  'maximumPowerLimit',
  'tamper',
  'lockOut',
  'lastCredit',
  'accounting',
  'supply',
  'firmware',
  'log',
  'settings',
] as const;

test('any changes are read back as they were, with the members they name and no others', () => {
  fc.assert(
    fc.property(anySlices, fc.subarray([...NAMES]), (all, names) => {
      const changes = Object.fromEntries(names.map((name) => [name, all[name]])) as MemoryChanges;
      const record = memoryChangesRecord(changes);
      expect(Object.keys(record)).toHaveLength(names.length);
      expect(readMemoryChanges(throughText(record))).toEqual(changes);
    }),
  );
});

test('what goes without saying in a memory is said in a change to it', () => {
  const { accounting, lastCredit, log, lockOut, settings, supply, tamper } = inventedMeter();
  const changes = { accounting, lastCredit, log, lockOut, settings, supply, tamper };
  const record = memoryChangesRecord({ ...changes, isTampered: false, maximumPowerLimit: null });
  expect(record).toMatchObject({ is_tampered: false, maximum_power_limit_w: null, supply: {} });
  expect(readMemoryChanges(throughText(record))).toEqual({
    ...changes,
    isTampered: false,
    maximumPowerLimit: null,
  });
  expect(memoryChangesRecord({})).toEqual({});
  expect(readMemoryChanges({})).toEqual({});
});

test('the writes of a token are replayed from their records', () => {
  const meter = inventedMeter();
  const { writes } = applyToken(meter, creditToken(meter, 7), { now: NOON });
  expect(writes).not.toHaveLength(0);
  let replayed = meter;
  for (const write of writes) {
    const changes = readMemoryChanges(throughText(memoryChangesRecord(write.changes)));
    if (changes === null) throw new Error('the changes of a token were not read');
    replayed = applyWrite(replayed, { ...memoryWrite(replayed, changes) });
  }
  expect(replayed).toEqual(writes.reduce(applyWrite, meter));
  expect(isConsistent(replayed)).toBe(true);
  expect(isConsistent({ ...replayed, creditRegister: wattHours(1) })).toBe(false);
});

test.each<[string, unknown]>([
  ['no object', null],
  ['a list', []],
  ['a text', '{}'],
  ['a member that no write changes', { generation: 1 }],
  ['the identity', { meter_pan: '600727123456789030' }],
  ['the ceiling', { credit_maximum_wh: 1 }],
  ['a member that nobody knows', { colour: 1 }],
  ['an own __proto__', JSON.parse('{"__proto__":{}}')],
  ['a member without a value', { is_tampered: undefined }],
  ['a wrong value', { is_tampered: 1 }],
  ['a slice that says what goes without saying', { supply: { is_commissioned: true } }],
  ['a settings slice with holes', { settings: {} }],
])('changes that cannot be are none: %s', (_name, stored) => {
  expect(readMemoryChanges(stored)).toBeNull();
});

test('changes made of anything never throw, and what is read is written the same', () => {
  const names = Object.keys(memoryChangesRecord(inventedMeter()));
  // A whole memory has all that a write may change, and its identity is left out.
  expect(names).toHaveLength(25);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), (stored) => {
      const changes = readMemoryChanges(stored);
      if (changes !== null) expect(memoryChangesRecord(changes)).toEqual({ ...stored });
    }),
  );
});

test('any log entry is read back as it was', () => {
  fc.assert(
    fc.property(anyLogEntry, (entry) => {
      expect(readLogEntry(throughText(logEntryRecord(entry)))).toEqual(entry);
    }),
  );
  const entry = { number: 1, at: NOON, code: 'credit-low', detail: '' } as const;
  expect(logEntryRecord(entry)).toEqual({ number: 1, at_ms: NOON, code: 'credit-low' });
});

test.each([
  [{ number: 0 }],
  [{ number: 1.5 }],
  [{ at_ms: null }],
  [{ code: 'party' }],
  [{ code: 'constructor' }],
  [{ detail: '' }],
  [{ detail: 'x'.repeat(33) }],
  [{ detail: 'é' }],
  [{ note: 1 }],
])('a log entry that cannot be is none: %o', (altered) => {
  const stored = { number: 1, at_ms: 0, code: 'credit-low', detail: 'x'.repeat(32) };
  expect(readLogEntry(stored)).not.toBeNull();
  expect(readLogEntry({ ...stored, ...altered })).toBeNull();
});

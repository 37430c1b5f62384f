/**
 * The stored form of what one write changes, and of the log entries that go with it: what stands in a
 * journal between two whole memories. Only the members that changed are there, each whole.
 *
 * Reading sees each member by itself. Whether they fit together, and whether kept key change tokens
 * are sections under the key, only the whole memory can tell: after the last change is replayed, ask
 * isConsistent of memory-consistency.ts.
 */
import { instant } from '@wattvend/quantities/time.js';
import { LOG_CODES, type LogCode, type LogEntry } from '../event-log.ts';
import type { MemoryChanges } from '../memory.ts';
import { CHANGES_MEMBERS } from './memory-record-values.ts';
import {
  type JsonObject,
  oneOf,
  printable,
  record,
  type StoredObjectForm,
  someOf,
  whole,
} from './stored-form.ts';

const CHANGES_FORM: StoredObjectForm<MemoryChanges> =
  someOf<Required<MemoryChanges>>(CHANGES_MEMBERS);

const LOG_ENTRY_FORM: StoredObjectForm<LogEntry> = record<LogEntry>({
  number: ['number', whole(1, Number.MAX_SAFE_INTEGER)],
  at: ['at_ms', whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, instant)],
  code: ['code', oneOf(...(Object.keys(LOG_CODES) as LogCode[]))],
  detail: ['detail', printable(0, 32), ''],
});

/** Exactly the members that are named in the changes. They may hold the decoder key. */
export function memoryChangesRecord(changes: MemoryChanges): JsonObject {
  return CHANGES_FORM.write(changes);
}

/** Null where a member cannot be, or is none that a write may change. */
export function readMemoryChanges(json: unknown): MemoryChanges | null {
  const read = CHANGES_FORM.read(json);
  return read.kind === 'fault' ? null : read.value;
}

/** An empty detail is left out. */
export function logEntryRecord(entry: LogEntry): JsonObject {
  return LOG_ENTRY_FORM.write(entry);
}

/** Null where it is no entry of a log. */
export function readLogEntry(json: unknown): LogEntry | null {
  const read = LOG_ENTRY_FORM.read(json);
  return read.kind === 'fault' ? null : read.value;
}

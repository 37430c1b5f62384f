/** The event log: numbers without a gap, and a chain that shows what was altered or taken away. */
import {
  chainAfter,
  LOG_CODES,
  LOG_EMPTY,
  type LogEntry,
  type LoggedEvent,
  logEvents,
} from '@wattvend/meter/event-log.js';
import { applyWrite, memoryWrite } from '@wattvend/meter/memory.js';
import { instant } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventedMeter, NOON } from './invented-meter.ts';

const codes = Object.keys(LOG_CODES) as LoggedEvent['code'][];

const events: fc.Arbitrary<readonly LoggedEvent[]> = fc.array(
  fc.record({ code: fc.constantFrom(...codes), detail: fc.stringMatching(/^[ -~]{0,32}$/) }),
  { minLength: 1, maxLength: 12 },
);

function chainOf(entries: readonly LogEntry[]): string {
  return entries.reduce(chainAfter, LOG_EMPTY.chain);
}

test('entries are numbered from 1 and the memory knows how many there are', () => {
  let memory = inventedMeter();
  const first = memoryWrite(memory, {}, { now: NOON, events: [{ code: 'meter-made' }] });
  memory = applyWrite(memory, first);
  const more = memoryWrite(
    memory,
    {},
    {
      now: instant(NOON + 1),
      events: [{ code: 'tamper-began', detail: 'magnet' }, { code: 'limit-set' }],
    },
  );
  memory = applyWrite(memory, more);
  expect(first.logged).toEqual([{ number: 1, at: NOON, code: 'meter-made', detail: '' }]);
  expect(more.logged.map(({ number }) => number)).toEqual([2, 3]);
  expect(memory.log.count).toBe(3);
  expect(memory.log.chain).toBe(chainOf([...first.logged, ...more.logged]));
});

test('a chain is over all entries in their order: one less, altered or moved is found', () => {
  fc.assert(
    fc.property(events, fc.nat(), (happened, pick) => {
      const { log, logged } = logEvents(LOG_EMPTY, NOON, happened);
      expect(chainOf(logged)).toBe(log.chain);
      const at = pick % logged.length;
      const without = logged.filter((_, index) => index !== at);
      const altered = logged.map((entry, index) =>
        index === at ? { ...entry, at: instant(entry.at + 1) } : entry,
      );
      expect(chainOf(without)).not.toBe(log.chain);
      expect(chainOf(altered)).not.toBe(log.chain);
    }),
  );
});

test('an event without a time is a bug of the caller', () => {
  expect(() => memoryWrite(inventedMeter(), {}, { events: [{ code: 'meter-made' }] })).toThrow(
    RangeError,
  );
});

test('a write without events leaves the log as it is', () => {
  const memory = inventedMeter();
  const write = memoryWrite(memory, {}, { now: NOON });
  expect(write.logged).toEqual([]);
  expect(applyWrite(memory, write).log).toBe(memory.log);
});

/** The lights may go out before and after every write (invariants M2 and M3). */

import { applyWrite, isBalanced, type MeterMemory } from '@wattvend/meter/memory.js';
import { parseMeterMemory, serialiseMeterMemory } from '@wattvend/meter/memory-record.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  consumed,
  creditToken,
  ENCRYPTION_ALGORITHMS,
  inventedMeter,
  NOON,
} from './invented-meter.ts';

type Event =
  | { readonly kind: 'token'; readonly minute: number; readonly powerFails: boolean }
  | { readonly kind: 'consumption'; readonly energy: number; readonly powerFails: boolean };

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    kind: fc.constant('token' as const),
    minute: fc.integer({ min: 1, max: 60 }),
    powerFails: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('consumption' as const),
    energy: fc.integer({ min: 0, max: 30_000 }),
    powerFails: fc.boolean(),
  }),
);

/** What a token of this minute is worth; all differ, so that no mix-up can go unseen. */
function worthOf(minute: number): number {
  return 100 + minute;
}

/** What the meter finds in its nonvolatile memory when the power returns. */
function restarted(memory: MeterMemory): MeterMemory {
  const parsed = parseMeterMemory(serialiseMeterMemory(memory));
  if (parsed.kind === 'fault') throw new Error(parsed.fault);
  return parsed.memory;
}

describe.each(ENCRYPTION_ALGORITHMS)('under encryption algorithm %s', (algorithm) => {
  test('a token whose write was lost may be entered again; one whose write was kept is used', () => {
    const memory = inventedMeter(algorithm);
    const token = creditToken(memory, 1);
    const lost = applyToken(memory, token, { now: NOON });
    expect(lost.result).toBe('Accept');
    const again = applyToken(restarted(memory), token, { now: NOON });
    expect(again).toEqual(lost);
    const kept = again.writes.reduce(applyWrite, memory);
    expect(applyToken(restarted(kept), token, { now: NOON }).result).toBe('UsedError');
  });

  test('an accepted token is one write, so there is no state between', () => {
    const memory = inventedMeter(algorithm);
    const { writes } = applyToken(memory, creditToken(memory, 1), { now: NOON });
    expect(writes).toHaveLength(1);
    const changed = Object.keys(writes[0]?.changes ?? {}).sort();
    expect(changed).toEqual([
      'creditRegister',
      'lastCredit',
      'log',
      'tokenIdentifierStore',
      'totalEnergyAccepted',
    ]);
  });

  test('whatever happens in whatever order, each token counts once and the books balance', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 80 }), (events) => {
        let memory = inventedMeter(algorithm);
        const credited = new Set<number>();
        let used = 0;
        for (const happens of events) {
          const writes =
            happens.kind === 'token'
              ? applyToken(
                  memory,
                  creditToken(memory, happens.minute, tenthKwh(worthOf(happens.minute))),
                  { now: NOON },
                ).writes
              : consumed(memory, happens.energy);
          for (const write of writes) {
            if (happens.powerFails) break; // The lights go out before the write.
            memory = applyWrite(memory, write);
            if (happens.kind === 'consumption') used += happens.energy;
            else {
              expect(credited.has(happens.minute)).toBe(false);
              credited.add(happens.minute);
            }
          }
          if (happens.powerFails) memory = restarted(memory);
          const paid = [...credited].reduce((sum, minute) => sum + worthOf(minute) * 100, 0);
          expect(memory.creditRegister).toBe(paid - used);
          expect(isBalanced(memory)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

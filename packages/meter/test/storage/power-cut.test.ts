/**
 * The exhaustive power-cut test: operations, times every write of the device, times every kind of
 * tear, times a second cut in every repair. See power-cut-turn.test.ts for the rest of it.
 */
import { applyWrite, type MeterMemory } from '@wattvend/meter/memory.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { describe, expect, test } from 'vitest';
import { creditToken, NOON } from '../invented-meter.ts';
import { CREDIT, KEY_CHANGED, OPERATIONS } from './cut-operations.ts';
import { cutEverywhere, type Operation, STORE } from './cut-power.ts';

let cases = 0;

test.each(OPERATIONS.map((operation) => [operation.name, operation] as const))(
  'whatever is cut in %s, the meter is the one before or the one after, and goes on',
  (_, operation) => {
    const report = cutEverywhere(STORE, operation);
    expect(report.failures).toEqual([]);
    cases += report.cases;
  },
  30_000,
);

test('these were at least 50,000 cases', () => {
  expect(cases).toBeGreaterThanOrEqual(50_000);
});

describe('what the two ends mean', () => {
  test('before the credit the token counts, after it the token is used', () => {
    const { before, after } = endsOf(CREDIT);
    const token = creditToken(before, 3);
    const entered = applyToken(before, token, { now: NOON });
    expect(entered.result).toBe('Accept');
    expect(entered.writes.reduce(applyWrite, before)).toEqual(after);
    expect(after.creditRegister - before.creditRegister).toBe(10_000);
    expect(applyToken(after, token, { now: NOON }).result).toBe('UsedError');
  });

  test('identifiers are forgotten with the rollover of the key alone', () => {
    const [kept, rolled] = KEY_CHANGED.map(endsOf);
    expect(kept?.after.tokenIdentifierStore).toEqual(kept?.before.tokenIdentifierStore);
    expect(kept?.after.decoderKey).not.toBe(kept?.before.decoderKey);
    expect(rolled?.after.tokenIdentifierStore).not.toEqual(rolled?.before.tokenIdentifierStore);
    expect(rolled?.after.decoderKey).not.toBe(rolled?.before.decoderKey);
  });
});

function endsOf(operation: Operation): {
  readonly before: MeterMemory;
  readonly after: MeterMemory;
} {
  const before = operation.earlier.reduce(applyWrite, operation.meter);
  return { before, after: operation.writes.reduce(applyWrite, before) };
}

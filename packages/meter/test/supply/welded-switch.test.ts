/** A minute of energy behind an open switch. */
import { untilWelded, WELDED_AFTER, withWeldedSeen } from '@wattvend/meter/welded-switch.js';
import { milliseconds } from '@wattvend/quantities/time.js';
import { expect, test } from 'vitest';

test('a minute without a pause is proof, and not a millisecond less', () => {
  const nearly = withWeldedSeen(milliseconds(0), true, milliseconds(59_999));
  expect(nearly).toBeLessThan(WELDED_AFTER);
  expect(untilWelded(nearly, true)).toBe(1);
  expect(withWeldedSeen(nearly, true, milliseconds(1))).toBe(WELDED_AFTER);
});

test('a pause begins it anew: a motor that runs down is no weld', () => {
  const nearly = withWeldedSeen(milliseconds(0), true, milliseconds(59_999));
  const paused = withWeldedSeen(nearly, false, milliseconds(1));
  expect(paused).toBe(0);
  expect(untilWelded(paused, true)).toBe(60_000);
});

test('nothing comes while nothing is seen, nor twice', () => {
  expect(untilWelded(milliseconds(30_000), false)).toBeNull();
  expect(untilWelded(WELDED_AFTER, true)).toBeNull();
  expect(withWeldedSeen(WELDED_AFTER, true, milliseconds(5000))).toBe(WELDED_AFTER);
});

import { instant } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atSpeed, clockAt, SPEED_MAX, startClock } from '../../src/emulated-clock.ts';

const AT = instant(1_800_000_000_000);
const REAL = instant(5_000);

test('a clock at 60 is an hour on after a minute', () => {
  const clock = startClock(AT, 60, REAL);
  // 60 000 ms of real time times 60 are 3 600 000 ms.
  expect(clockAt(clock, instant(REAL + 60_000))).toBe(AT + 3_600_000);
  expect(clockAt(clock, REAL)).toBe(AT);
});

test('another speed counts from when it is set', () => {
  const fast = atSpeed(startClock(AT, 60, REAL), SPEED_MAX, instant(REAL + 1_000));
  // One second at 60, one at 86 400.
  expect(clockAt(fast, instant(REAL + 2_000))).toBe(AT + 60_000 + 86_400_000);
});

test('whatever speeds are set, it never runs back', () => {
  const steps = fc.array(
    fc.record({ passed: fc.nat(10_000), speed: fc.integer({ min: 1, max: SPEED_MAX }) }),
  );
  fc.assert(
    fc.property(steps, (all) => {
      let [clock, real] = [startClock(AT, 1, REAL), REAL];
      let before = AT;
      for (const { passed, speed } of all) {
        real = instant(real + passed);
        clock = atSpeed(clock, speed, real);
        expect(clockAt(clock, real)).toBeGreaterThanOrEqual(before);
        before = clockAt(clock, real);
        // A real clock that jumps back holds it, at most.
        expect(clockAt(clock, instant(real - 1))).toBe(before);
      }
    }),
  );
});

test('a speed is a whole number from 1 to a day in a second', () => {
  for (const speed of [0, -1, 1.5, SPEED_MAX + 1, Number.NaN]) {
    expect(() => startClock(AT, speed, REAL)).toThrow(RangeError);
  }
});

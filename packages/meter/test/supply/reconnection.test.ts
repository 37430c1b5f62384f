/** The random delay after an outage. */
import { afterOutage, afterWaiting, CHANCE_MAX } from '@wattvend/meter/reconnection.js';
import { RESIDENTIAL } from '@wattvend/meter/settings-profiles.js';
import { SUPPLY_NEW } from '@wattvend/meter/supply-state.js';
import { milliseconds } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

function delayOf(chance: number, longest = 300_000): number {
  const settings = { ...RESIDENTIAL.supply, reconnectionDelayLongest: milliseconds(longest) };
  return afterOutage(SUPPLY_NEW, settings, chance).reconnectionDelay;
}

describe('the delay drawn', () => {
  test.each([
    [0, 300_000, 0],
    [CHANCE_MAX, 300_000, 300_000],
    // 300 000 x 32 768 / 65 535 = 150 002.28.
    [32_768, 300_000, 150_002],
    [CHANCE_MAX, 0, 0],
    // The longest there may be, a year: the product stays below 2^53.
    [CHANCE_MAX, 31_622_400_000, 31_622_400_000],
  ])('chance %i of %i ms at most: %i ms', (chance, longest, delay) => {
    expect(delayOf(chance, longest)).toBe(delay);
  });

  test('all chances spread evenly: each tenth of the time gets a tenth of them', () => {
    const counts = Array.from({ length: 10 }, () => 0);
    for (let chance = 0; chance < CHANCE_MAX; chance++) {
      const tenth = Math.floor(delayOf(chance) / 30_000);
      counts[tenth] = (counts[tenth] ?? 0) + 1;
    }
    // 65 535 / 10, and one more or less for the rounding.
    for (const count of counts) expect(Math.abs(count - 6553.5)).toBeLessThan(2);
  });

  test('what was not drawn from 0 to 65535 is refused', () => {
    for (const chance of [-1, 65_536, 0.5, Number.NaN]) {
      expect(() => delayOf(chance)).toThrow(/chance/);
    }
  });

  test('another outage draws anew, and adds nothing to what was left', () => {
    const waiting = { ...SUPPLY_NEW, reconnectionDelay: milliseconds(20_000) };
    expect(afterOutage(waiting, RESIDENTIAL.supply, 0).reconnectionDelay).toBe(0);
    expect(afterOutage(waiting, RESIDENTIAL.supply, CHANCE_MAX).reconnectionDelay).toBe(30_000);
  });

  test('it touches nothing else of the supply', () => {
    const before = { ...SUPPLY_NEW, remote: 'ready', isOffByKey: true } as const;
    const after = afterOutage(before, RESIDENTIAL.supply, CHANCE_MAX);
    expect(after).toEqual({ ...before, reconnectionDelay: 30_000 });
  });
});

test('it runs off to the millisecond, in whatever parts', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), fc.nat(1000), (delay, first, second) => {
      const before = { ...SUPPLY_NEW, reconnectionDelay: milliseconds(delay) };
      const inParts = afterWaiting(afterWaiting(before, milliseconds(first)), milliseconds(second));
      expect(inParts).toEqual(afterWaiting(before, milliseconds(first + second)));
      expect(inParts.reconnectionDelay).toBe(Math.max(0, delay - first - second));
    }),
  );
});

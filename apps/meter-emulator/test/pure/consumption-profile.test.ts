import type { Watts } from '@wattvend/quantities/energy.js';
import { instant } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Consumer,
  type ConsumptionProfile,
  consumptionAt,
  formatConsumptionProfile,
  parseConsumptionProfile,
  SLOT,
  splitOverPhases,
} from '../../src/load/consumption-profile.ts';

const HOUSE: Consumer = { profile: { kind: 'household' }, seed: 1, meterNumber: '00900000018' };
const MONDAY = Date.UTC(2026, 0, 5);
const SATURDAY = Date.UTC(2026, 0, 10);
const HOUR = 3_600_000;

const profiles = fc.oneof(
  fc.constantFrom<ConsumptionProfile>({ kind: 'household' }, { kind: 'shop' }),
  fc.nat(1_000_000).map((power) => ({ kind: 'constant' as const, power: power as Watts })),
);
const consumers = fc.record({ profile: profiles, seed: fc.nat(), meterNumber: fc.string() });
const times = fc.integer({ min: -1e12, max: 4e12 }).map(instant);

describe('a consumption profile', () => {
  test('gives the same power for the same customer and time, a whole number from zero', () => {
    fc.assert(
      fc.property(consumers, times, (consumer, at) => {
        const power = consumptionAt(consumer, at);
        expect(consumptionAt({ ...consumer }, at)).toBe(power);
        expect(Number.isSafeInteger(power) && power >= 0).toBe(true);
      }),
    );
  });

  test('does not change within a slot', () => {
    fc.assert(
      fc.property(
        consumers,
        fc.integer({ min: 0, max: 2e6 }),
        fc.nat(SLOT - 1),
        (who, slot, into) => {
          const begin = instant(slot * SLOT);
          expect(consumptionAt(who, instant(begin + into))).toBe(consumptionAt(who, begin));
        },
      ),
    );
  });

  test('stays within the table times 0.35 and 1.95, the product of both swings', () => {
    // Monday 19:00 of a household is 1150 W: 0.5 x 0.7 to 1.5 x 1.3 of it are 402 to 2242 W.
    for (let seed = 0; seed < 500; seed += 1) {
      const power = consumptionAt({ ...HOUSE, seed }, instant(MONDAY + 19 * HOUR));
      expect(power).toBeGreaterThanOrEqual(402);
      expect(power).toBeLessThanOrEqual(2_242);
    }
  });

  test('differs between seeds, meters, slots and days of the week', () => {
    const at = instant(MONDAY + 19 * HOUR);
    const powers = (many: (index: number) => number): number =>
      new Set(Array.from({ length: 40 }, (_, index) => many(index))).size;
    expect(powers((seed) => consumptionAt({ ...HOUSE, seed }, at))).toBeGreaterThan(20);
    expect(
      powers((index) => consumptionAt({ ...HOUSE, meterNumber: `0090000${index}` }, at)),
    ).toBeGreaterThan(20);
    expect(
      powers((week) => consumptionAt(HOUSE, instant(at + week * 7 * 24 * HOUR))),
    ).toBeGreaterThan(20);
    const shop: Consumer = { ...HOUSE, profile: { kind: 'shop' } };
    // A shop at 15:00 uses 2200 W on a Monday and 300 W on a Saturday; swings cannot bridge that.
    expect(consumptionAt(shop, instant(MONDAY + 15 * HOUR))).toBeGreaterThan(
      consumptionAt(shop, instant(SATURDAY + 15 * HOUR)),
    );
  });

  test('is pinned, so that a street of an earlier run can be run again', () => {
    const day = Array.from({ length: 4 }, (_, index) =>
      consumptionAt(HOUSE, instant(MONDAY + index * 6 * HOUR)),
    );
    expect(day).toMatchInlineSnapshot(`
      [
        142,
        1061,
        337,
        963,
      ]
    `);
  });

  test('over the phases is exact in sum', () => {
    fc.assert(
      fc.property(consumers, fc.integer({ min: 0, max: 1e6 }), (consumer, power) => {
        const split = splitOverPhases(consumer, power as Watts, 3);
        expect(split).toHaveLength(3);
        expect(split.reduce((sum, each) => sum + each, 0)).toBe(power);
        expect(split.every((each) => each >= 0)).toBe(true);
        expect(splitOverPhases(consumer, power as Watts, 1)).toEqual([power]);
      }),
    );
  });

  test('is written and read the same', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        expect(parseConsumptionProfile(formatConsumptionProfile(profile))).toEqual(profile);
      }),
    );
    const none = ['', 'house', 'constant:', 'constant:-1', 'constant:1.5', 'constant:1000001'];
    expect(none.map(parseConsumptionProfile)).toEqual(none.map(() => null));
  });
});

/** The greatest mean power over a window. */
import {
  demandReset,
  untilDemandWindowEnds,
  withDemandFloor,
} from '@wattvend/meter/maximum-demand.js';
import { type DemandState, SUPPLY_NEW } from '@wattvend/meter/supply-state.js';
import { instant, milliseconds } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const NONE = SUPPLY_NEW.demand;
const HALF_HOUR = milliseconds(1_800_000);

interface Load {
  readonly power: number;
  readonly elapsed: number;
}

/** Loads one after the other from instant 0, cut where the window ends. */
function demandOf(loads: readonly Load[], window = HALF_HOUR): DemandState {
  let state = NONE;
  let now = 0;
  for (const { elapsed, power } of loads) {
    for (let left = elapsed; left > 0; ) {
      const part = milliseconds(Math.min(left, untilDemandWindowEnds(state, window)));
      left -= part;
      now += part;
      state = withDemandFloor(state, window, { power, elapsed: part, until: instant(now) });
    }
  }
  return state;
}

const MINUTE = 60_000;

describe('half an hour', () => {
  test('at 10 kW for ten minutes and nothing after them it is a third of it, rounded down', () => {
    // 10 000 W x 10 / 30 = 3333.3 W.
    const loads = [
      { power: 10_000, elapsed: 10 * MINUTE },
      { power: 0, elapsed: 20 * MINUTE },
    ];
    expect(demandOf(loads)).toEqual({
      windowEnergy: 0,
      windowElapsed: 0,
      maximum: 3333,
      maximumAt: 30 * MINUTE,
    });
  });

  test('a peak over the edge of two windows is shared between them', () => {
    const loads = [
      { power: 0, elapsed: 20 * MINUTE },
      { power: 9_000, elapsed: 20 * MINUTE },
      { power: 0, elapsed: 20 * MINUTE },
    ];
    expect(demandOf(loads)).toMatchObject({ maximum: 3000, maximumAt: 30 * MINUTE });
  });

  test('the greatest stays with its time; an equal one later does not take its place', () => {
    const loads = [1000, 3000, 2000, 3000].map((power) => ({ power, elapsed: 30 * MINUTE }));
    expect(demandOf(loads)).toMatchObject({ maximum: 3000, maximumAt: 60 * MINUTE });
  });

  test('until it ends nothing is known of it', () => {
    const state = demandOf([{ power: 5000, elapsed: 30 * MINUTE - 1 }]);
    expect(state).toMatchObject({ maximum: 0, maximumAt: null });
    expect(untilDemandWindowEnds(state, HALF_HOUR)).toBe(1);
  });
});

test('a reset forgets the maximum and goes on with the window', () => {
  const before = demandOf([
    { power: 3000, elapsed: 30 * MINUTE },
    { power: 1000, elapsed: 10 * MINUTE },
  ]);
  expect(demandReset(before)).toEqual({
    windowEnergy: 1000 * 10 * MINUTE,
    windowElapsed: 10 * MINUTE,
    maximum: 0,
    maximumAt: null,
  });
});

test('a window that settings made shorter than what has passed of it ends at once', () => {
  const before = demandOf([{ power: 3000, elapsed: 20 * MINUTE }]);
  const shorter = milliseconds(15 * MINUTE);
  expect(untilDemandWindowEnds(before, shorter)).toBe(1);
  const span = { power: 3000, elapsed: milliseconds(1), until: instant(0) };
  expect(withDemandFloor(before, shorter, span)).toMatchObject({ maximum: 3000, windowElapsed: 0 });
});

const anyLoad = fc.record({ power: fc.nat(100_000), elapsed: fc.integer({ min: 1, max: 300 }) });

test('it does not depend on how the time is cut', () => {
  const anyWindow = fc.integer({ min: 1, max: 200 }).map(milliseconds);
  fc.assert(
    fc.property(anyWindow, fc.array(anyLoad, { maxLength: 10 }), (window, loads) => {
      const cut = loads.flatMap(({ elapsed, power }) =>
        Array.from({ length: elapsed }, () => ({ power, elapsed: 1 })),
      );
      expect(demandOf(loads, window)).toEqual(demandOf(cut, window));
    }),
  );
});

test('it is the greatest mean of all windows that ended, counted one by one', () => {
  fc.assert(
    fc.property(fc.array(anyLoad, { maxLength: 10 }), (loads) => {
      const window = 100;
      const powers = loads.flatMap(({ elapsed, power }) =>
        Array.from({ length: elapsed }, () => power),
      );
      const means = [0];
      for (let at = 0; at + window <= powers.length; at += window) {
        const energy = powers.slice(at, at + window).reduce((sum, power) => sum + power, 0);
        means.push(Math.floor(energy / window));
      }
      expect(demandOf(loads, milliseconds(window)).maximum).toBe(Math.max(...means));
    }),
  );
});

test('the greatest power over the longest window there may be is exact', () => {
  const hour = milliseconds(3_600_000);
  const loads = [
    { power: 1_000_000_000, elapsed: 3_599_999 },
    { power: 999_999_999, elapsed: 1 },
  ];
  expect(demandOf(loads, hour).maximum).toBe(999_999_999);
});

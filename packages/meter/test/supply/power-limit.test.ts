/** The automaton of limits: trips, waits, tries again, holds, forgets. */
import {
  isTripped,
  type LimitCause,
  released,
  untilKeyReleases,
  untilLimitChange,
  watchLimit,
} from '@wattvend/meter/power-limit.js';
import type { OverloadSettings } from '@wattvend/meter/settings.js';
import { OVERLOAD_NONE, type OverloadState } from '@wattvend/meter/supply-state.js';
import { milliseconds } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const SETTINGS: OverloadSettings = {
  tripAfter: milliseconds(30_000),
  waitBeforeRetry: milliseconds(60_000),
  tripsBeforeHold: 3,
  forgetAfter: milliseconds(1_800_000),
};

interface Load {
  readonly isOver: boolean;
  readonly elapsed: number;
}

interface Watching {
  readonly state: OverloadState;
  /** Events with the millisecond at which they happened. */
  readonly told: readonly string[];
  readonly at: number;
}

const RESTING: Watching = { state: OVERLOAD_NONE, told: [], at: 0 };

/** A load for a while, cut where the automaton says; through an open switch it is over nothing. */
function under(
  before: Watching,
  load: Load,
  settings = SETTINGS,
  cause: LimitCause = 'power',
): Watching {
  let { at, state } = before;
  const told = [...before.told];
  const end = at + load.elapsed;
  while (at < end) {
    const isOver = load.isOver && !isTripped(state);
    const until = untilLimitChange(state, settings, isOver) ?? Number.POSITIVE_INFINITY;
    const elapsed = milliseconds(Math.min(until, end - at));
    at += elapsed;
    const watched = watchLimit(state, settings, { isOver, elapsed, cause });
    state = watched.state;
    told.push(...watched.events.map(({ code, detail }) => `${at} ${code} ${detail}`));
  }
  return { state, told, at };
}

describe('one load after the other', () => {
  test('a load that is over the limit all the time trips three times and is held', () => {
    const after = under(RESTING, { isOver: true, elapsed: 10_000_000 });
    // Each trip after 30 s, with 60 s of waiting between them: 30, 120 and 210 s.
    expect(after.told).toEqual([
      '30000 overload-trip power 1',
      '120000 overload-trip power 2',
      '210000 overload-trip power 3',
      '210000 overload-held power',
    ]);
    // Held for longer than any key has to wait.
    expect(after.state).toEqual({ status: 'held', elapsed: 1_800_000, trips: 3, timeOver: 0 });
  });

  test('the time above the limit adds up over pauses, however short they are', () => {
    const nearly = under(RESTING, { isOver: true, elapsed: 29_999 });
    expect(nearly.state).toEqual({ status: 'over', elapsed: 0, trips: 0, timeOver: 29_999 });
    const paused = under(nearly, { isOver: false, elapsed: 1 });
    expect(paused.state).toEqual({ status: 'normal', elapsed: 1, trips: 0, timeOver: 29_999 });
    expect(under(paused, { isOver: true, elapsed: 1 }).told).toEqual([
      '30001 overload-trip power 1',
    ]);
  });

  test('it is forgotten after half an hour without overload', () => {
    const paused = under(under(RESTING, { isOver: true, elapsed: 29_999 }), {
      isOver: false,
      elapsed: 1_799_999,
    });
    expect(paused.state.timeOver).toBe(29_999);
    const forgotten = under(paused, { isOver: false, elapsed: 1 });
    expect(forgotten.state).toEqual(OVERLOAD_NONE);
    expect(under(forgotten, { isOver: true, elapsed: 29_999 }).told).toEqual([]);
  });

  test('after the wait the switch closes to try, and remembers the trip', () => {
    const tripped = under(RESTING, { isOver: true, elapsed: 30_000 });
    expect(isTripped(tripped.state)).toBe(true);
    expect(isTripped(under(tripped, { isOver: false, elapsed: 59_999 }).state)).toBe(true);
    const tried = under(tripped, { isOver: false, elapsed: 60_000 });
    expect(tried.state).toEqual({ ...OVERLOAD_NONE, trips: 1 });
  });

  test('half an hour without overload forgets the trips; one overload begins it anew', () => {
    const tried = under(under(RESTING, { isOver: true, elapsed: 30_000 }), {
      isOver: false,
      elapsed: 60_000,
    });
    const nearly = under(tried, { isOver: false, elapsed: 1_799_999 });
    expect(nearly.state.trips).toBe(1);
    expect(under(nearly, { isOver: false, elapsed: 1 }).state).toEqual(OVERLOAD_NONE);
    const again = under(nearly, { isOver: true, elapsed: 1 });
    expect(again.state).toEqual({ status: 'over', elapsed: 0, trips: 1, timeOver: 1 });
    expect(under(again, { isOver: false, elapsed: 1_799_999 }).state.trips).toBe(1);
  });

  test('what trips is told by its name', () => {
    const after = under(RESTING, { isOver: true, elapsed: 30_000 }, SETTINGS, 'unbalance');
    expect(after.told).toEqual(['30000 overload-trip unbalance 1']);
  });

  test('with one trip before the hold there is no second try', () => {
    const settings = { ...SETTINGS, tripsBeforeHold: 1 };
    const after = under(RESTING, { isOver: true, elapsed: 1_000_000 }, settings);
    expect(after.told).toEqual(['30000 overload-trip power 1', '30000 overload-held power']);
  });
});

describe('how long until it changes by itself', () => {
  test.each([
    ['at rest', OVERLOAD_NONE, false, null],
    ['at rest and then over', OVERLOAD_NONE, true, 30_000],
    ['10 s over', { status: 'over', elapsed: 0, trips: 0, timeOver: 10_000 }, true, 20_000],
    [
      '10 s over and then not',
      { status: 'over', elapsed: 0, trips: 0, timeOver: 1e4 },
      false,
      1.8e6,
    ],
    [
      'a second over, and a pause',
      { status: 'normal', elapsed: 9, trips: 0, timeOver: 1e3 },
      true,
      29e3,
    ],
    ['20 s of waiting', { status: 'waiting', elapsed: 20_000, trips: 1 }, false, 40_000],
    ['a trip of ten minutes ago', { status: 'normal', elapsed: 600_000, trips: 1 }, false, 1.2e6],
    ['the same and then over', { status: 'normal', elapsed: 600_000, trips: 1 }, true, 30_000],
    ['held', { status: 'held', elapsed: 0, trips: 3 }, false, null],
  ] as const)('%s', (_, state, isOver, until) => {
    const { timeOver = 0 } = { timeOver: 0, ...state };
    const before: OverloadState = {
      ...state,
      elapsed: milliseconds(state.elapsed),
      timeOver: milliseconds(timeOver),
    };
    expect(untilLimitChange(before, SETTINGS, isOver)).toBe(until);
  });
});

const anySettings: fc.Arbitrary<OverloadSettings> = fc.record({
  tripAfter: fc.nat(50).map(milliseconds),
  waitBeforeRetry: fc.nat(50).map(milliseconds),
  tripsBeforeHold: fc.integer({ min: 1, max: 4 }),
  forgetAfter: fc.nat(100).map(milliseconds),
});
const anyLoad = fc.record({ isOver: fc.boolean(), elapsed: fc.integer({ min: 1, max: 200 }) });

test('it does not depend on how the time is cut', () => {
  fc.assert(
    fc.property(anySettings, fc.array(anyLoad, { maxLength: 12 }), (settings, loads) => {
      const whole = loads.reduce((before, load) => under(before, load, settings), RESTING);
      const byMillisecond = loads
        .flatMap(({ elapsed, isOver }) => Array.from({ length: elapsed }, () => isOver))
        .reduce((before, isOver) => under(before, { isOver, elapsed: 1 }, settings), RESTING);
      expect(whole).toEqual(byMillisecond);
    }),
  );
});

test('before its time the status and the trips stay, and at its time they do not', () => {
  fc.assert(
    fc.property(anySettings, fc.array(anyLoad), fc.boolean(), (settings, loads, wantsOver) => {
      const { state } = loads.reduce((before, load) => under(before, load, settings), RESTING);
      const isOver = wantsOver && !isTripped(state);
      const until = untilLimitChange(state, settings, isOver);
      if (until === null) return;
      const begun = isTripped(state) ? state.status : isOver ? 'over' : 'normal';
      // Time above the limit that is forgotten is a change too.
      const hadTimeOver = state.timeOver > 0;
      const after = (elapsed: number): OverloadState =>
        watchLimit(state, settings, { isOver, elapsed: milliseconds(elapsed), cause: 'power' })
          .state;
      if (until > 1) {
        expect(after(until - 1)).toMatchObject({ status: begun, trips: state.trips });
      }
      const { status, timeOver, trips } = after(until);
      expect({ status, trips, hasTimeOver: timeOver > 0 }).not.toEqual({
        status: begun,
        trips: state.trips,
        hasTimeOver: hadTimeOver || status === 'over',
      });
    }),
  );
});

test('a key releases a hold after its wait and not before, and one trip more holds again', () => {
  const held = under(RESTING, { isOver: true, elapsed: 210_000 });
  expect(untilKeyReleases(held.state, SETTINGS, false)).toBe(60_000);
  expect(untilKeyReleases(held.state, SETTINGS, true)).toBe(1_800_000);
  const later = under(held, { isOver: false, elapsed: 60_000 });
  expect(untilKeyReleases(later.state, SETTINGS, false)).toBe(0);
  expect(untilKeyReleases(later.state, SETTINGS, true)).toBe(1_740_000);
  const again = under({ ...RESTING, state: released(SETTINGS) }, { isOver: true, elapsed: 30_000 });
  expect(again.told).toEqual(['30000 overload-trip power 3', '30000 overload-held power']);
});

test('nobody evades a limit: a day of any pauses has no more above it than trips allow', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 29_999 }), fc.integer({ min: 1, max: 29_999 })), {
        minLength: 200,
        maxLength: 200,
      }),
      (pairs) => {
        let watching = RESTING;
        let above = 0;
        for (const [over, pause] of pairs) {
          for (const isOver of [true, false]) {
            const before = watching.state;
            watching = under(watching, { isOver, elapsed: isOver ? over : pause });
            if (isOver && !isTripped(before)) above += over;
          }
        }
        // Each trip takes 30 s; the last of a span may be told within it.
        expect(above).toBeLessThan((SETTINGS.tripsBeforeHold + 1) * 60_000);
      },
    ),
    { numRuns: 20 },
  );
});

test('it never trips more often before it is held than it may', () => {
  fc.assert(
    fc.property(anySettings, fc.array(anyLoad), (settings, loads) => {
      const { state } = loads.reduce((before, load) => under(before, load, settings), RESTING);
      expect(state.trips).toBeLessThanOrEqual(settings.tripsBeforeHold);
      expect(state.status === 'held').toBe(state.trips === settings.tripsBeforeHold);
    }),
  );
});

/** The lock-out: its steps, what counts towards it and what ends it. */
import {
  afterFailure,
  afterPowerCycle,
  afterRunning,
  isLockedOut,
  LOCK_OUT_NONE,
  LOCK_OUT_PROFILES,
  type LockOutState,
  lockAfter,
} from '@wattvend/meter/lock-out.js';
import { applyWrite, type MeterMemory } from '@wattvend/meter/memory.js';
import { RESIDENTIAL } from '@wattvend/meter/settings-profiles.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { milliseconds } from '@wattvend/quantities/time.js';
import { describe, expect, test } from 'vitest';
import { creditToken, inventedMeter, minute, NOON, tokenFor } from './invented-meter.ts';

// Of class 0: the two bits of the class travel in clear.
const WRONG = '12345678901634567918';
// Test 1 of any make, from the facts of the standard (class 1, subclass 0).
const TEST_TOKEN = '00000000000150997584';

function lockingMeter(): MeterMemory {
  return inventedMeter('07', { settings: RESIDENTIAL });
}

function entered(memory: MeterMemory, typed: string) {
  const outcome = applyToken(memory, typed, { now: NOON });
  return { outcome, memory: outcome.writes.reduce(applyWrite, memory) };
}

function afterWrong(times: number, memory = lockingMeter()): MeterMemory {
  let after = memory;
  for (let count = 0; count < times; count++) {
    const step = entered(ran(after, after.lockOut.remaining), WRONG);
    expect(step.outcome.result).toBe('CRCError');
    after = step.memory;
  }
  return after;
}

/** The meter after it ran for a while. */
function ran(memory: MeterMemory, elapsed: number): MeterMemory {
  return { ...memory, lockOut: afterRunning(memory.lockOut, milliseconds(elapsed)) };
}

describe('the steps of the profiles, in seconds after each wrong token', () => {
  test.each([
    ['persistent', [0, 0, 10, 20, 40, 80, 160, 320, 640, 1280, 1280, 1280]],
    ['clou-compatible', [0, 0, 10, 20, 40, 80, 160, 320, 640, 1280, 1280, 1280]],
    ['secure-compatible', [0, 0, 0, 0, 600, 600, 600]],
    ['none', [0, 0, 0, 0, 0]],
  ] as const)('%s', (name, seconds) => {
    let state: LockOutState = LOCK_OUT_NONE;
    const locks = seconds.map(() => {
      state = afterFailure(state, LOCK_OUT_PROFILES[name]);
      return state.remaining / 1000;
    });
    expect(locks).toEqual(seconds);
  });

  test('the count of failures has an end and the lock stays as long as it gets', () => {
    let state: LockOutState = LOCK_OUT_NONE;
    for (let count = 0; count < 1000; count++) {
      state = afterFailure(state, LOCK_OUT_PROFILES.persistent);
    }
    expect(state).toEqual({ failures: 255, remaining: 1_280_000 });
    expect(lockAfter(1_000_000, LOCK_OUT_PROFILES.persistent)).toBe(1_280_000);
  });
});

test('a lock runs off with the time the meter runs, to the millisecond', () => {
  const locked = afterWrong(3);
  expect(isLockedOut(ran(locked, 9_999).lockOut)).toBe(true);
  expect(isLockedOut(ran(locked, 10_000).lockOut)).toBe(false);
  expect(ran(locked, 10_000).lockOut.failures).toBe(3);
});

test('power cycling clears nothing, except where a maker chose so', () => {
  const state = { failures: 5, remaining: milliseconds(40_000) };
  expect(afterPowerCycle(state, LOCK_OUT_PROFILES.persistent)).toEqual(state);
  expect(afterPowerCycle(state, LOCK_OUT_PROFILES['secure-compatible'])).toEqual(state);
  expect(afterPowerCycle(state, LOCK_OUT_PROFILES['clou-compatible'])).toEqual(LOCK_OUT_NONE);
});

describe('while the meter is locked', () => {
  const locked = afterWrong(3);

  test('a good token is not looked at and changes nothing', () => {
    const { outcome } = entered(locked, creditToken(locked, 1));
    expect(outcome).toEqual({
      result: 'LockedOut',
      writes: [],
      effect: { kind: 'locked', remaining: 10_000 },
    });
  });

  test('another wrong token does not make the lock longer', () => {
    expect(entered(locked, WRONG).memory).toBe(locked);
  });

  test('a test token works', () => {
    expect(entered(locked, TEST_TOKEN).outcome.result).toBe('Accept');
  });

  test('a number that is no token is told so', () => {
    expect(entered(locked, '123').outcome.result).toBe('FormatError');
  });

  test('the good token works when the lock is over, and ends the series', () => {
    const step = entered(ran(locked, 10_000), creditToken(locked, 1));
    expect(step.outcome.result).toBe('Accept');
    expect(step.memory.lockOut).toEqual(LOCK_OUT_NONE);
    expect(step.outcome.writes).toHaveLength(1);
  });
});

test('the lock is told with the token that caused it, and logged', () => {
  const { outcome } = entered(afterWrong(2), WRONG);
  expect(outcome.result).toBe('CRCError');
  expect(outcome.effect).toEqual({ kind: 'locked', remaining: 10_000 });
  expect(outcome.writes[0]?.logged).toMatchObject([
    { number: 1, at: NOON, code: 'locked-out', detail: '3 FAILURES' },
  ]);
});

describe('what does not count towards a lock, nor end a series', () => {
  const twice = afterWrong(2);

  test.each([
    ['a number that is no token', () => '123', 'FormatError'],
    ['a test token', () => TEST_TOKEN, 'Accept'],
    ['a test token with a wrong checksum', () => '00000000000150997585', 'CRCError'],
  ])('%s', (_, typed, result) => {
    const step = entered(twice, typed());
    expect(step.outcome.result).toBe(result);
    expect(step.memory.lockOut).toEqual({ failures: 2, remaining: 0 });
  });

  test('a used token: the customer has only forgotten it', () => {
    const token = creditToken(twice, 1);
    const used = afterWrong(2, entered(twice, token).memory);
    const step = entered(used, token);
    expect(step.outcome.result).toBe('UsedError');
    expect(step.memory.lockOut.failures).toBe(2);
  });

  test('a section of a key change, which could be entered again and again', () => {
    const section = tokenFor(twice, {
      tokenClass: 2,
      subclass: 4,
      name: 'set2ndSectionDecoderKey',
      keyExpiryNumberLowOrder: 15,
      tariffIndex: 1,
      newKeyLowOrder: 0,
    });
    const step = entered(twice, section);
    expect(step.outcome.result).toBe('2ndKCT');
    expect(step.memory.lockOut.failures).toBe(2);
  });
});

test('a management token with an identifier ends a series as credit does', () => {
  const token = tokenFor(afterWrong(2), {
    tokenClass: 2,
    subclass: 5,
    name: 'clearTamperCondition',
    ...minute(3),
    padding: 0,
  });
  expect(entered(afterWrong(2), token).memory.lockOut).toEqual(LOCK_OUT_NONE);
});

test('a meter without a lock-out writes nothing for a wrong token', () => {
  const { outcome } = entered(inventedMeter(), WRONG);
  expect(outcome).toEqual({ result: 'CRCError', writes: [] });
});

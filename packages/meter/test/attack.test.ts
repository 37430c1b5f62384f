/**
 * Attacks on the token entry of a meter, in simulated time, with figures: how many guesses a year
 * allows, and how long it takes on average until one of them is credit.
 *
 * The attacker knows all that is published: where the class stands and that twenty digits are wanted.
 * So each guess is a random number of class 0, and its chance is that of token-odds.ts.
 */
import {
  afterPowerCycle,
  afterRunning,
  LOCK_OUT_NONE,
  LOCK_OUT_PROFILES,
  type LockOutProfileName,
} from '@wattvend/meter/lock-out.js';
import { applyWrite, type MeterMemory } from '@wattvend/meter/memory.js';
import { RESIDENTIAL } from '@wattvend/meter/settings-profiles.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { type Guessing, oddsOfGuess } from '@wattvend/meter/token-odds.js';
import type { TokenResult } from '@wattvend/meter/token-result.js';
import { instant, milliseconds } from '@wattvend/quantities/time.js';
import { instantOfTokenIdentifier, tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { describe, expect, test } from 'vitest';
import { creditToken, enter, inventedMeter, NOON } from './invented-meter.ts';

const SECOND = 1000;
const DAY = 86_400 * SECOND;
const YEAR = 365 * DAY;
// Class 1, subclass 0, test 1.
const TEST_TOKEN = '00000000000150997584';
const ZERO = tokenIdentifier(0);

/** A meter on a wall and a person before it; what the person does costs the person's time. */
interface Wall {
  memory: MeterMemory;
  /** Since the attack began. */
  passed: number;
  /** What the meter's clock says beyond that. */
  clockAhead: number;
}

function wall(profile: LockOutProfileName = 'persistent'): Wall {
  const settings = { ...RESIDENTIAL, lockOut: LOCK_OUT_PROFILES[profile] };
  return { memory: inventedMeter('07', { settings }), passed: 0, clockAhead: 0 };
}

/** Time passes while the meter has power. */
function run(at: Wall, elapsed: number): void {
  at.passed += elapsed;
  const lockOut = afterRunning(at.memory.lockOut, milliseconds(elapsed));
  at.memory = { ...at.memory, lockOut };
}

/** Power off, a while, and on again. */
function powerCycle(at: Wall, elapsed: number): void {
  at.passed += elapsed;
  const lockOut = afterPowerCycle(at.memory.lockOut, at.memory.settings.lockOut);
  at.memory = { ...at.memory, lockOut };
}

function tryToken(at: Wall, digits: string): TokenResult {
  const now = instant(NOON + at.passed + at.clockAhead);
  const { result, writes } = applyToken(at.memory, digits, { now });
  at.memory = writes.reduce(applyWrite, at.memory);
  return result;
}

/**
 * Numbers of class 0. The seed is one whose first 60,000 have no right checksum: one that has is told
 * apart from a wrong key, does not count as a guess, and would make the counts below off by one.
 */
function guesses(): () => string {
  let state = 2;
  const next = (): bigint => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return BigInt(state >>> 10);
  };
  return () => {
    const number = (next() << 44n) | (next() << 22n) | next();
    return String(number & ~(3n << 27n)).padStart(20, '0');
  };
}

interface Attack {
  /** What it costs to bring each number in before the meter judges it; in turns if there are more. */
  readonly entry: readonly number[];
  /** All but the last digit are typed while the lock runs. */
  readonly isTypedAhead?: boolean;
  /** What the attacker does after each wrong number, in the hope that the lock goes away. */
  readonly trick?: (at: Wall, judged: number) => void;
}

/** How many numbers the meter judges in a span of this. */
function judgedIn(span: number, at: Wall, attack: Attack): number {
  const guess = guesses();
  for (let judged = 0; ; judged++) {
    const entry = attack.entry[judged % attack.entry.length] ?? 0;
    const locked = at.memory.lockOut.remaining;
    run(at, attack.isTypedAhead === true ? Math.max(entry, locked) : entry + locked);
    if (at.passed > span) return judged;
    const result = tryToken(at, guess());
    if (result !== 'CRCError') throw new Error(`guess ${judged + 1} was ${result}`);
    attack.trick?.(at, judged + 1);
  }
}

function chanceOf(memory: MeterMemory, guessing: Guessing, tokenClass: number): number {
  const odds = oddsOfGuess({ ...memory, lockOut: LOCK_OUT_NONE }, guessing);
  const found = odds.find((one) => one.tokenClass === tokenClass && one.result === 'Accept');
  return found?.probability ?? 0;
}

/** On average, of so many guesses in a span. */
function yearsToCredit(at: Wall, judged: number, span = YEAR): number {
  return span / YEAR / (judged * chanceOf(at.memory, 'class-0', 0));
}

/**
 * By hand, in seconds. The 3rd to the 9th wrong number lock for 10, 20, ... 640, together 1,270, and
 * each after them for 1,280; a year has 31,536,000. So number n is judged at 1,270 + 1,280 (n - 10)
 * if it costs nothing to bring it in, and the last in the year is n = 10 + 24,636 = 24,646. What each
 * entry or trick costs beside it, e, is paid n times: (1,280 + e) n <= 31,547,530 for an entry.
 *
 * A guess is credit with 2^-16 x 1/16 x 10,777,215 / 2^24 = 6.126 x 10^-7: one in 1,632,349.
 */
const KEYPAD = 6 * SECOND;
const CARD = 3 * SECOND;
const REMOTE = 0;

describe('a year of guessing under the lock-out, and the mean time to one credit', () => {
  test.each<readonly [string, number, number, Attack]>([
    ['a remote carrier, at once when the lock is over', 24_646, 66.2, { entry: [REMOTE] }],
    // 1,286 n <= 31,547,530.
    ['20 keys of 0.3 s, typed after the lock', 24_531, 66.5, { entry: [KEYPAD] }],
    [
      '20 keys, all but the last typed during the lock',
      24_646,
      66.2,
      { entry: [KEYPAD], isTypedAhead: true },
    ],
    // 1,283 n, and the same for 9 s for each three.
    ['a card each 3 s', 24_588, 66.4, { entry: [CARD] }],
    ['all carriers in turns', 24_588, 66.4, { entry: [REMOTE, KEYPAD, CARD] }],
    [
      // Paid n - 1 times: 1,285 n <= 31,547,535.
      'power off and on for 5 s after each',
      24_550,
      66.5,
      { entry: [REMOTE], trick: (at) => powerCycle(at, 5 * SECOND) },
    ],
    [
      // A lock takes twice its time: 2,540 + 2,560 (n - 10).
      'no power for as long as the lock, in the middle of it',
      12_327,
      132.4,
      { entry: [REMOTE], trick: cutInTheMiddle },
    ],
    [
      'the clock set forward a day after each',
      24_646,
      66.2,
      { entry: [REMOTE], trick: (at) => setClock(at, DAY) },
    ],
    [
      'the clock set back an hour after each',
      24_646,
      66.2,
      { entry: [REMOTE], trick: (at) => setClock(at, -3600 * SECOND) },
    ],
    ['a test token after each', 24_646, 66.2, { entry: [REMOTE], trick: enterTestToken }],
    ['a used token after each lock', 24_646, 66.2, { entry: [REMOTE], trick: enterUsedToken }],
  ])('%s: %i guesses, %d years', (_, perYear, years, attack) => {
    const at = wall();
    at.memory = enter(at.memory, creditToken(at.memory, 10)).memory;
    const judged = judgedIn(YEAR, at, attack);
    expect(judged).toBe(perYear);
    expect(yearsToCredit(at, judged)).toBeCloseTo(years, 1);
    expect(yearsToCredit(at, judged)).toBeGreaterThan(50);
  });
});

function cutInTheMiddle(at: Wall): void {
  const { remaining } = at.memory.lockOut;
  run(at, remaining / 2);
  powerCycle(at, remaining);
}

function setClock(at: Wall, by: number): void {
  at.clockAhead += by;
}

function enterTestToken(at: Wall): void {
  const before = at.memory.lockOut;
  expect(tryToken(at, TEST_TOKEN)).toBe('Accept');
  expect(at.memory.lockOut).toBe(before);
}

function enterUsedToken(at: Wall): void {
  run(at, at.memory.lockOut.remaining);
  expect(tryToken(at, creditToken(at.memory, 10))).toBe('UsedError');
}

describe('the same on meters that a maker or a laboratory set otherwise', () => {
  test.each<readonly [string, number, number, LockOutProfileName, number, Attack]>([
    // 600 s from the fifth on: number n at 600 (n - 5).
    ['five wrong, then ten minutes', 52_565, 11_334.7, 'secure-compatible', YEAR, { entry: [0] }],
    [
      // Three numbers of 0.1 s and 3 s without power: 26,182 rounds of 3.3 s begin in a day.
      'a lock that power cycling clears, for a day',
      78_546,
      20.782,
      'clou-compatible',
      DAY,
      { entry: [100], trick: cycleAfterThree },
    ],
    // One in 1,632,349: 16,323,490 s, 1,632,349 s and 163,235 s.
    ['no lock, one each 10 s for a day', 8_640, 188.93, 'none', DAY, { entry: [10 * SECOND] }],
    ['no lock, one a second for six hours', 21_600, 18.893, 'none', DAY / 4, { entry: [SECOND] }],
    ['no lock, ten a second for an hour', 36_000, 1.8893, 'none', DAY / 24, { entry: [100] }],
  ])('%s: %i guesses, %d days', (_, expected, days, profile, span, attack) => {
    const at = wall(profile);
    const judged = judgedIn(span, at, attack);
    expect(judged).toBe(expected);
    expect((yearsToCredit(at, judged, span) * 365) / days).toBeCloseTo(1, 4);
  });
});

function cycleAfterThree(at: Wall, judged: number): void {
  if (judged % 3 === 0) powerCycle(at, 3 * SECOND);
}

describe('what the mean time depends on beside the lock', () => {
  const perYear = 24_646;

  test('a base date that has just begun, where every identifier is to come: 42.5 years', () => {
    const memory = inventedMeter('07', { manufacturedAt: instantOfTokenIdentifier(ZERO, 2014) });
    // 1 / (24,646 x 2^-20).
    expect(1 / (perYear * chanceOf(memory, 'class-0', 0))).toBeCloseTo(42.55, 2);
  });

  test('a register of 9,999.9 kWh, which refuses five guesses of eight: 175.4 years', () => {
    // 16,384 codes of tenths and 16,384 + 10 n up to 99,999, n = 0 to 8,361: 24,746 of 65,536.
    const memory = inventedMeter('07', { registers: [{ service: 0, maximum: 99_999n }] });
    expect(1 / (perYear * chanceOf(memory, 'class-0', 0))).toBeCloseTo(175.4, 1);
  });

  test('guesses of class 2, for a limit changed or a register cleared: 33.1 years', () => {
    // Two subclasses of sixteen take anything, which is twice what credit has: half the time.
    const chance = 4 * chanceOf(inventedMeter(), 'uniform', 2);
    expect(1 / (perYear * chance)).toBeCloseTo(33.1, 1);
  });
});

describe('an attacker who owns good tokens and ends each series with one', () => {
  test('a token a day buys eight guesses more each: 27,545 a year, 59.3 years', () => {
    const at = wall();
    const guess = guesses();
    let judged = 0;
    let tokens = 0;
    let nextToken = DAY;
    for (;;) {
      run(at, at.memory.lockOut.remaining);
      if (at.passed > YEAR) break;
      if (at.passed >= nextToken) {
        tokens += 1;
        expect(tryToken(at, creditToken(at.memory, 10 * tokens))).toBe('Accept');
        nextToken = at.passed + DAY;
      }
      expect(tryToken(at, guess())).toBe('CRCError');
      judged += 1;
    }
    // After 76 guesses 1,270 + 67 x 1,280 = 87,030 s have passed, the first unlocked moment after a
    // day. 362 such rounds leave 31,140 s, in which 10 + 23 are judged.
    expect({ judged, tokens }).toEqual({ judged: 362 * 76 + 33, tokens: 362 });
    expect(yearsToCredit(at, judged)).toBeCloseTo(59.3, 1);
  });

  test.each([
    // So many guesses, the wait before the token is looked at, and what is gained beside an
    // attacker without tokens, who has one guess each 1,280 s.
    [1, 0, 1],
    [2, 0, 2],
    [3, 10, 3 - 10 / 1280],
    [8, 630, 8 - 630 / 1280],
    [9, 1270, 9 - 1270 / 1280],
    [10, 2550, 10 - 2550 / 1280],
    [12, 5110, 12 - 5110 / 1280],
  ])('%i guesses a token cost %i s and are worth %d', (each, seconds, gain) => {
    const at = wall();
    const guess = guesses();
    const rounds = 20;
    for (let round = 1; round <= rounds; round++) {
      for (let count = 0; count < each; count++) {
        expect(tryToken(at, guess())).toBe('CRCError');
        run(at, at.memory.lockOut.remaining);
      }
      expect(tryToken(at, creditToken(at.memory, 10 * round))).toBe('Accept');
    }
    expect(at.passed).toBe(rounds * seconds * SECOND);
    expect(each - at.passed / rounds / SECOND / 1280).toBeCloseTo(gain, 9);
    // So a token is never worth more than 8.01 guesses: one credit in 203,000 tokens bought.
    expect(gain).toBeLessThan(8.01);
  });
});

test('a lock outlives any number of power cycles and counts only time with power', () => {
  const at = wall();
  const guess = guesses();
  for (let count = 0; count < 5; count++) {
    run(at, at.memory.lockOut.remaining);
    tryToken(at, guess());
  }
  for (let count = 0; count < 1000; count++) powerCycle(at, DAY);
  expect(at.memory.lockOut).toEqual({ failures: 5, remaining: 40 * SECOND });
  run(at, 39_999);
  expect(tryToken(at, creditToken(at.memory, 10))).toBe('LockedOut');
  run(at, 1);
  expect(tryToken(at, creditToken(at.memory, 10))).toBe('Accept');
});

describe('replay', () => {
  const bought = Array.from({ length: 51 }, (_, index) => 10 * (index + 1));
  const start = inventedMeter();
  const digits = bought.map((after) => creditToken(start, after));
  const { memory, results } = enter(start, ...digits);

  test('51 tokens go in', () => {
    expect(results).toEqual(bought.map(() => 'Accept'));
  });

  test.each([
    ['now', NOON],
    ['the clock set back to the day of the tokens', instant(NOON - 20 * YEAR)],
    ['the clock set forward', instant(NOON + 20 * YEAR)],
  ])('the first is old after 50 newer ones and the 50 kept are used: %s', (_, now) => {
    const again = digits.map((typed) => applyToken(memory, typed, { now }).result);
    expect(again).toEqual(['OldError', ...Array.from({ length: 50 }, () => 'UsedError')]);
  });

  test('one that was kept back is good after 49 newer ones and old after 50', () => {
    const [keptBack = '', ...newer] = digits;
    expect(enter(start, ...newer.slice(0, 49), keptBack).results.at(-1)).toBe('Accept');
    expect(enter(start, ...newer, keptBack).results.at(-1)).toBe('OldError');
  });

  test('a thousand replays leave the memory as it is', () => {
    let after = memory;
    for (let count = 0; count < 1000; count++) {
      const typed = digits[count % digits.length] ?? '';
      const outcome = applyToken(after, typed, { now: NOON });
      expect(outcome.writes).toEqual([]);
      after = outcome.writes.reduce(applyWrite, after);
    }
    expect(after).toBe(memory);
  });
});

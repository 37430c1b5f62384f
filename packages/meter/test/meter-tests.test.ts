/** Class 1: which tests run, for which make, and what they show. */
import { readFileSync } from 'node:fs';
import type { MeterMemory } from '@wattvend/meter/memory.js';
import { DISPLAY_WIDTH } from '@wattvend/meter/services.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { wattHours, watts } from '@wattvend/quantities/energy.js';
import { makeDrn, meterPanFromDrn } from '@wattvend/sts/meter-pan.js';
import { keyExpiryNumber } from '@wattvend/sts/supply-group.js';
import { controlOfTests } from '@wattvend/sts/test-display.js';
import { encodeTestDisplayToken } from '@wattvend/sts/token.js';
import { describe, expect, test } from 'vitest';
import { ENCRYPTION_ALGORITHMS, inventedMeter, NOON } from './invented-meter.ts';

const busy: MeterMemory = {
  ...inventedMeter('11', {
    keyExpiryNumber: keyExpiryNumber(200),
    maximumPowerLimit: watts(5_000),
    maximumPhasePowerUnbalanceLimit: watts(700),
    registers: [
      { service: 0, credit: 1n },
      { service: 1, credit: -25n },
    ],
    isTampered: true,
  }),
  totalEnergyConsumed: wattHours(12_345),
};

function testToken(tests: readonly number[], subclass: 0 | 1 = 0, manufacturerCode = 0) {
  const control = tests.length === 0 ? 0 : controlOfTests(tests, subclass);
  const name = 'initiateMeterTestDisplay';
  return encodeTestDisplayToken({ tokenClass: 1, subclass, name, control, manufacturerCode });
}

function shown(memory: MeterMemory, typed: string): readonly (readonly [number, string])[] {
  const outcome = applyToken(memory, typed, { now: NOON });
  expect(outcome).toMatchObject({ result: 'Accept', writes: [] });
  if (outcome.effect?.kind !== 'tests') throw new Error('no tests');
  return outcome.effect.shown.map(({ number, value }) => [number, value] as const);
}

const VALUES: readonly (readonly [number, string])[] = [
  [1, 'CLOSED'],
  [2, '8888 8888 8888 8888 8888'],
  [3, '12.345 kWh'],
  [3, '2.5 m3'],
  [4, '1 2'],
  [5, '01'],
  [7, '5000 W'],
  [8, 'TAMPERED'],
  [10, '0.1.0'],
  [11, '700 W'],
  [14, '11'],
  [15, '4'],
  [16, '123456'],
  [17, '200'],
  [18, '12345678903'],
];

test('test 0 shows all the meter has, in order; each alone shows its own', () => {
  expect(shown(busy, testToken([0]))).toEqual(VALUES);
  for (const number of new Set(VALUES.map(([one]) => one))) {
    expect(shown(busy, testToken([number]))).toEqual(VALUES.filter(([one]) => one === number));
  }
});

test('a new meter shows what was never set as such', () => {
  const values = new Map(shown(inventedMeter('07'), testToken([0])));
  expect([1, 7, 8, 11, 14, 15].map((number) => values.get(number))).toEqual([
    'OPEN',
    'NONE',
    'NONE',
    'NONE',
    '07',
    '3',
  ]);
});

test('a private profile says that it is not of the standard', () => {
  const shownOf = ENCRYPTION_ALGORITHMS.map(
    (ea) => shown(inventedMeter(ea), testToken([14]))[0]?.[1],
  );
  expect(shownOf).toEqual(['07', '09', '11', '61 NOT STS', '62 NOT STS']);
});

test('a test the meter lacks is FunctionError alone, and passed over among others', () => {
  for (const number of [6, 9, 12, 13, 19, 36]) {
    const alone = applyToken(busy, testToken([number]), { now: NOON });
    expect(alone).toEqual({ result: 'FunctionError', writes: [] });
    expect(shown(busy, testToken([5, number]))).toEqual([[5, '01']]);
  }
  expect(applyToken(busy, testToken([]), { now: NOON }).result).toBe('FunctionError');
});

describe('make', () => {
  const two = inventedMeter('07');
  const four = inventedMeter('07', { meterPan: meterPanFromDrn(makeDrn('0012', '45678901')) });
  test.each([
    ['own', two, 0, 12, 'Accept'],
    ['any', two, 0, 0, 'Accept'],
    ['another', two, 0, 13, 'MfrCodeError'],
    ['any, with four digits', two, 1, 0, 'Accept'],
    ['one of four digits with the same number', two, 1, 12, 'MfrCodeError'],
    ['own', four, 1, 12, 'Accept'],
    ['any', four, 1, 0, 'Accept'],
    ['another', four, 1, 13, 'MfrCodeError'],
    ['any, with two digits', four, 0, 0, 'Accept'],
    ['one of two digits with the same number', four, 0, 12, 'MfrCodeError'],
  ] as const)('%s (%#)', (_name, memory, subclass, code, expected) => {
    const outcome = applyToken(memory, testToken([5], subclass, code), { now: NOON });
    expect(outcome.result).toBe(expected);
  });
});

test('published test tokens for meters of any make are taken', () => {
  // sts-protocol 4.3: test 3 of both subclasses.
  for (const typed of ['00000000000201328896', '01152921521920952465']) {
    expect(shown(busy, typed).map(([number]) => number)).toEqual([3, 3]);
  }
});

test('every text fits the display', () => {
  const outcome = applyToken(busy, testToken([0]), { now: NOON });
  if (outcome.effect?.kind !== 'tests') throw new Error('no tests');
  for (const { label, value } of outcome.effect.shown) {
    expect(value.length).toBeLessThanOrEqual(DISPLAY_WIDTH);
    expect(`TEST 00 ${label}`.length).toBeLessThanOrEqual(DISPLAY_WIDTH);
  }
});

test('a total too long for the display says so', () => {
  const [water] = busy.otherRegisters;
  if (water === undefined) throw new Error('no water');
  for (const [totalConsumed, expected] of [
    [10n ** 20n - 1n, '9999999999999999999.9 m3'],
    [10n ** 20n, 'OUT OF DISPLAY RANGE'],
    [10n ** 60n, 'OUT OF DISPLAY RANGE'],
  ] as const) {
    const memory = { ...busy, otherRegisters: [{ ...water, totalConsumed }] };
    expect(shown(memory, testToken([3]))[1]).toEqual([3, expected]);
  }
});

test('the version shown is that of the package', () => {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(manifest) as { readonly version: string };
  expect(shown(busy, testToken([10]))).toEqual([[10, version]]);
});

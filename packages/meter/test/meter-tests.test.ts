/** Class 1: which tests run, for which make, and what they show. */
import { readFileSync } from 'node:fs';
import type { MeterMemory } from '@wattvend/meter/memory.js';
import { DISPLAY_WIDTH } from '@wattvend/meter/services.js';
import { RESIDENTIAL, WATER } from '@wattvend/meter/settings-profiles.js';
import type { SwitchReason } from '@wattvend/meter/switch-decision.js';
import { applyToken, type TokenEntryTime } from '@wattvend/meter/token-entry.js';
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

function shown(
  memory: MeterMemory,
  typed: string,
  seen: Partial<TokenEntryTime> = {},
): readonly (readonly [number, string])[] {
  const outcome = applyToken(memory, typed, { now: NOON, ...seen });
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
  [6, 'KEYPAD'],
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
    // Of the settings: 60 A at 230 V.
    '13800 W',
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
  for (const number of [9, 12, 13, 19, 36]) {
    const alone = applyToken(busy, testToken([number]), { now: NOON });
    expect(alone).toEqual({ result: 'FunctionError', writes: [] });
    expect(shown(busy, testToken([5, number]))).toEqual([[5, '01']]);
  }
  expect(applyToken(busy, testToken([]), { now: NOON }).result).toBe('FunctionError');
});

describe('what the memory does not know', () => {
  test('the power is shown when it is told, in the unit of what is measured', () => {
    expect(shown(busy, testToken([9]), { power: 690 })).toEqual([[9, '690 W']]);
    expect(shown(busy, testToken([0]), { power: 0 })).toContainEqual([9, '0 W']);
    const water = inventedMeter('07', { registers: [{ service: 1 }], settings: WATER });
    expect(shown(water, testToken([9]), { power: 40 })).toEqual([[9, '40 dm3/h']]);
  });

  test('the load switch says why it is open, and does not move', () => {
    const reasonOf = (reason: SwitchReason) =>
      shown(busy, testToken([1]), { switch: { isClosed: false, reason } })[0]?.[1];
    expect(reasonOf('tamper')).toBe('OPEN: TAMPER');
    expect(reasonOf('not-commissioned')).toBe('OPEN: NOT-COMMISSIONED');
    const closed = { isClosed: true, carriedBy: 'friendly' } as const;
    const empty = inventedMeter('07');
    expect(shown(empty, testToken([1]), { switch: closed })).toEqual([[1, 'CLOSED']]);
  });
});

test('each tamper input is shown, those that are kept first', () => {
  const tampered = { ...busy, tamper: { active: ['magnet'], kept: ['bypass', 'magnet'] } } as const;
  expect(shown(tampered, testToken([8]))).toEqual([
    [8, 'BYPASS'],
    [8, 'MAGNET'],
  ]);
});

test.each([
  ['02', false, 'KEYPAD'],
  ['02', true, 'KEYPAD, SPLIT'],
  ['01', false, 'CARD'],
  ['07', false, 'LINE'],
] as const)(
  'the token input of a meter for carrier %s (split: %s) is %s',
  (type, isSplit, text) => {
    const settings = { ...RESIDENTIAL, face: { ...RESIDENTIAL.face, isSplit } };
    const memory = inventedMeter('07', { tokenCarrierType: type, settings });
    expect(shown(memory, testToken([6]))).toEqual([[6, text]]);
  },
);

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

test('the version shown is that of the program that runs', () => {
  const upgraded = { ...busy, firmware: { ...busy.firmware, runningVersion: '2.3.4' } };
  expect(shown(upgraded, testToken([10]))).toEqual([[10, '2.3.4']]);
});

test('the version shown is that of the package', () => {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(manifest) as { readonly version: string };
  expect(shown(busy, testToken([10]))).toEqual([[10, version]]);
});

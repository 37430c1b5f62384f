import { type MeterMemory, TOKEN_IDENTIFIER_STORE_SIZE } from '@wattvend/meter/memory.js';
import { TOKEN_CHECKS } from '@wattvend/meter/token-checks.js';
import { applyToken, type TokenOutcome } from '@wattvend/meter/token-entry.js';
import { tenthKwh, wattHours, watts } from '@wattvend/quantities/energy.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { tenthCubicMetres } from '@wattvend/quantities/volume.js';
import { makeDrn, meterPanFromDrn } from '@wattvend/sts/meter-pan.js';
import { keyExpiryNumber } from '@wattvend/sts/supply-group.js';
import { controlOfTests } from '@wattvend/sts/test-display.js';
import { encodeTestDisplayToken, encryptToken } from '@wattvend/sts/token.js';
import { formatNumericToken } from '@wattvend/sts/token-carrier.js';
import { TRANSFER_AMOUNT_MAX } from '@wattvend/sts/transfer-amount.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  creditToken,
  ENCRYPTION_ALGORITHMS,
  enter,
  inventedMeter,
  MANUFACTURED,
  minute,
  NOON,
  rawManagementToken,
  tokenFor,
  vendingCipher,
} from './invented-meter.ts';

function apply(memory: MeterMemory, typed: string): TokenOutcome {
  return applyToken(memory, typed, { now: NOON });
}

describe.each(ENCRYPTION_ALGORITHMS)('under encryption algorithm %s', (algorithm) => {
  const meter = inventedMeter(algorithm);

  test('a token works once, as it is and grouped for people', () => {
    const token = creditToken(meter, 1, tenthKwh(256));
    const outcome = apply(meter, formatNumericToken(token));
    expect(outcome.result).toBe('Accept');
    expect(outcome.effect).toEqual({ kind: 'credit', service: 0, units: 256n });
    expect(outcome.writes).toHaveLength(1);
    const after = enter(meter, formatNumericToken(token), token);
    expect(after.results).toEqual(['Accept', 'UsedError']);
    expect(after.memory.creditRegister).toBe(25_600);
    expect(after.memory.totalEnergyAccepted).toBe(25_600);
  });

  test('a token of another meter is CRCError', () => {
    // One wrong key in 65 536 would pass; these hundred do not.
    for (let other = 0; other < 100; other++) {
      const key = other.toString(16).padStart(meter.decoderKey.length, 'f');
      const token = creditToken({ ...meter, decoderKey: key }, 1);
      expect(apply(meter, token)).toEqual({ result: 'CRCError', writes: [] });
    }
  });

  test('a token for a meter of another number under the same key is judged by the algorithm', () => {
    const other = inventedMeter(algorithm, {
      meterPan: meterPanFromDrn(makeDrn('12', '34567891')),
    });
    expect(apply(other, creditToken(other, 1)).result).toBe('Accept');
    // The number is part of algorithm 62 itself; with the others it is part of the key alone.
    const expected = algorithm === '62' ? 'CRCError' : 'Accept';
    expect(apply(other, creditToken(meter, 1)).result).toBe(expected);
  });

  test('fifty newer tokens make a token old, forty-nine do not', () => {
    const late = creditToken(meter, 1);
    const newer = Array.from({ length: 50 }, (_, index) => creditToken(meter, 2 + index));
    const fifty = enter(meter, ...newer, late);
    expect(new Set(fifty.results.slice(0, 50))).toEqual(new Set(['Accept']));
    expect(fifty.results.at(-1)).toBe('OldError');
    expect(enter(meter, ...newer.slice(1), late).results.at(-1)).toBe('Accept');
  });

  test('a new meter refuses what is older than itself', () => {
    expect(apply(meter, creditToken(meter, -1)).result).toBe('OldError');
    expect(apply(meter, creditToken(meter, 0)).result).toBe('UsedError');
    expect(apply(meter, creditToken(meter, 1)).result).toBe('Accept');
  });

  test('nothing typed throws, and a refused token writes nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[0-9]{19,21}$/), fc.bigInt(0n, 2n ** 66n - 1n)),
        (typed) => {
          const text = typeof typed === 'bigint' ? String(typed).padStart(20, '0') : typed;
          const outcome = apply(meter, text);
          // A number at random can be a test token of any make, which changes nothing either.
          const changes = outcome.result === 'Accept' && outcome.effect?.kind !== 'tests';
          expect(outcome.writes).toHaveLength(changes ? 1 : 0);
        },
      ),
    );
  });

  // The model keeps every identifier for ever and looks at the fifty largest.
  test('the store answers as a meter with an endless memory would', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 90 }), { maxLength: 130 }), (minutes) => {
        const taken: number[] = Array.from({ length: TOKEN_IDENTIFIER_STORE_SIZE }, () => 0);
        let memory = meter;
        for (const minute of minutes) {
          taken.sort((left, right) => right - left);
          const remembered = taken.slice(0, TOKEN_IDENTIFIER_STORE_SIZE);
          const expected =
            minute < Math.min(...remembered)
              ? 'OldError'
              : remembered.includes(minute)
                ? 'UsedError'
                : 'Accept';
          const step = enter(memory, creditToken(meter, minute));
          expect(step.results).toEqual([expected]);
          if (expected === 'Accept') taken.push(minute);
          else expect(step.memory).toBe(memory);
          memory = step.memory;
        }
        taken.sort((left, right) => right - left);
        const remembered = taken.slice(0, TOKEN_IDENTIFIER_STORE_SIZE).toReversed();
        expect(memory.tokenIdentifierStore).toEqual(remembered.map((at) => MANUFACTURED + at));
      }),
      { numRuns: 30 },
    );
  });
});

const meter = inventedMeter();

const unreadable: readonly [string, string, string][] = [
  ['nothing', '', 'FormatError'],
  ['19 digits', '1234567890123456789', 'FormatError'],
  ['21 digits', '123456789012345678901', 'FormatError'],
  ['a letter', '1234567890123456789O', 'FormatError'],
  ['the first number above 66 bits', '73786976294838206464', 'FormatError'],
  ['all nines', '99999999999999999999', 'FormatError'],
  // Class bits 28 and 27 both set.
  ['reserved class 3', '00000000000402653184', 'FunctionError'],
  // The published test token 1 for any make with its CRC changed.
  ['test 1 with a wrong CRC', '00000000000150997585', 'CRCError'],
];

test.each(unreadable)('%s: %s is %s', (_name, typed, expected) => {
  expect(apply(meter, typed)).toEqual({ result: expected, writes: [] });
});

test('a time that is none is refused before anything is judged', () => {
  for (const now of [Number.NaN, Number.POSITIVE_INFINITY, 0.5, 2 ** 53]) {
    for (const typed of ['', creditToken(meter, 1), creditToken(meter, 0)]) {
      expect(() => applyToken(meter, typed, { now: now as Instant })).toThrow(RangeError);
    }
  }
});

test('the largest number of 66 bits is read, not refused for its form', () => {
  expect(apply(meter, '73786976294838206463').result).not.toBe('FormatError');
});

// Each line breaks one rule less than the line above it, so the table proves the order too. Lines of
// one token stand together. A key expiry number of 90 ended before the meter was made; the meter
// sells electricity alone, has the make 12, and its register is full or has room.
const precedence = `
token      key type  KEN  minute  fault      credit  expected
test       1         90   -       make+test  full    MfrCodeError
test       1         90   -       test       full    FunctionError
test       1         90   -       -          full    Accept
water      1         90   -1      -          full    FunctionError
credit     1         90   -1      -          full    DDTKError
credit     2         90   -1      -          full    KeyExpiredError
credit     2         255  -1      -          full    OldError
credit     2         255  0       -          full    UsedError
credit     2         255  1       -          full    OverflowError
credit     2         255  1       -          room    Accept
tamper     1         90   -1      padding    full    KeyExpiredError
tamper     1         255  -1      padding    full    OldError
tamper     1         255  0       padding    full    UsedError
tamper     1         255  1       padding    full    FormatError
tamper     1         255  1       -          full    Accept
clear      1         90   -1      water      full    FunctionError
clear      1         90   -1      number     full    KeyExpiredError
clear      1         255  -1      number     full    OldError
clear      1         255  0       number     full    UsedError
clear      1         255  1       number     full    RangeError
clear      1         255  1       -          full    Accept
rate       1         90   -1      -          full    FunctionError
factor     1         90   -1      -          full    FunctionError
limit      1         255  1       -          full    Accept
unbalance  1         255  1       -          full    Accept
`
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(/\s+/));

function tokenOfTable(memory: MeterMemory, name: string, at: number, fault: string): string {
  const timed = minute(at);
  const management = { tokenClass: 2, ...timed } as const;
  switch (name) {
    case 'test': {
      const control = controlOfTests([fault.includes('test') ? 12 : 5], 0);
      const manufacturerCode = fault.includes('make') ? 13 : 12;
      const rest = { name: 'initiateMeterTestDisplay', control, manufacturerCode } as const;
      return encodeTestDisplayToken({ tokenClass: 1, subclass: 0, ...rest });
    }
    case 'water': {
      const volume = tenthCubicMetres(1);
      return tokenFor(memory, { tokenClass: 0, subclass: 1, name, ...timed, volume });
    }
    case 'tamper': {
      const padding = fault === 'padding' ? 1n : 0n;
      return rawManagementToken(memory, 5, (BigInt(timed.tokenIdentifier) << 16n) | padding);
    }
    case 'clear': {
      const register = fault === 'water' ? 1 : fault === 'number' ? 8 : 0;
      return tokenFor(memory, { ...management, subclass: 1, name: 'clearCredit', register });
    }
    case 'rate':
      return tokenFor(memory, { ...management, subclass: 2, name: 'setTariffRate', rate: 1 });
    case 'factor': {
      const waterMeterFactor = 1;
      const rest = { name: 'setWaterMeterFactor', waterMeterFactor } as const;
      return tokenFor(memory, { ...management, subclass: 7, ...rest });
    }
    case 'limit': {
      const rest = { name: 'setMaximumPowerLimit', maximumPowerLimit: watts(1) } as const;
      return tokenFor(memory, { ...management, subclass: 0, ...rest });
    }
    case 'unbalance': {
      const maximumPhasePowerUnbalanceLimit = watts(1);
      const rest = { name: 'setMaximumPhasePowerUnbalanceLimit' } as const;
      const token = {
        ...management,
        subclass: 6,
        ...rest,
        maximumPhasePowerUnbalanceLimit,
      } as const;
      return tokenFor(memory, token);
    }
    default:
      return creditToken(memory, at);
  }
}

test.each(precedence)('%s, key type %s, KEN %s, minute %s, %s, %s: %s', (...columns) => {
  const [name = '', keyType, expiry, at = '', fault = '', room, expected] = columns;
  const memory = inventedMeter('07', {
    keyType: keyType === '1' ? 1 : 2,
    keyExpiryNumber: keyExpiryNumber(Number(expiry)),
    registers: [{ service: 0, maximum: room === 'full' ? 0n : 100n }],
  });
  const typed = tokenOfTable(memory, name, at === '-' ? 0 : Number(at), fault);
  const outcome = apply(memory, typed);
  expect(outcome.result).toBe(expected);
  expect(outcome.writes).toHaveLength(expected === 'Accept' && name !== 'test' ? 1 : 0);
});

// The place of KeyTypeError is in key-change-entry.test.ts. RangeError has two rows side by side, of
// which one is for rollovers alone.
test('the exported order of checks is the one in the table', () => {
  const order = TOKEN_CHECKS.map(({ result }) => result).filter(
    (one, index, all) => one !== 'KeyTypeError' && one !== all[index - 1],
  );
  expect(order).toHaveLength(9);
  for (const token of new Set(precedence.map(([name]) => name))) {
    const lines = precedence.filter(([name]) => name === token).map((columns) => columns.at(-1));
    const refusals = lines.filter((result) => result !== 'Accept');
    expect(order.filter((result) => refusals.includes(result))).toEqual(refusals);
  }
  expect(new Set(precedence.map((columns) => columns.at(-1)))).toEqual(
    new Set([...order, 'Accept']),
  );
});

test('credit is accepted under every key type but the default one', () => {
  for (const [keyType, expected] of [
    [0, 'Accept'],
    [1, 'DDTKError'],
    [2, 'Accept'],
    [3, 'Accept'],
  ] as const) {
    // Only a meter with magnetic cards may have every type of key.
    const memory = inventedMeter('07', { keyType, tokenCarrierType: '01' });
    expect(apply(memory, creditToken(memory, 1)).result).toBe(expected);
  }
});

test('the last minute of the block that the key expiry number names is the last one accepted', () => {
  const memory = inventedMeter('11', { keyExpiryNumber: keyExpiryNumber(91) });
  const last = 91 * 65_536 + 65_535 - MANUFACTURED;
  expect(apply(memory, creditToken(memory, last)).result).toBe('Accept');
  expect(apply(memory, creditToken(memory, last + 1)).result).toBe('KeyExpiredError');
});

test('key expiry number 255 never expires', () => {
  const last = 2 ** 24 - 1 - MANUFACTURED;
  expect(apply(meter, creditToken(meter, last)).result).toBe('Accept');
});

test('a register is filled to exactly its maximum and not one step further', () => {
  const memory = inventedMeter('07', { registers: [{ service: 0, maximum: 500n }] });
  const exactly = enter(memory, creditToken(memory, 1, tenthKwh(500)));
  expect(exactly.results).toEqual(['Accept']);
  expect(exactly.memory.creditRegister).toBe(50_000);
  const above = creditToken(memory, 2, tenthKwh(501));
  expect(enter(memory, above, above).results).toEqual(['OverflowError', 'OverflowError']);
  // Refused whole: the same token works once there is room.
  const emptier = { ...exactly.memory, creditRegister: wattHours(0) };
  const refill = creditToken(memory, 3, tenthKwh(500));
  expect(enter(exactly.memory, refill).results).toEqual(['OverflowError']);
  expect(enter(emptier, refill).results).toEqual(['Accept']);
});

test('the largest amount a token can carry arrives whole', () => {
  const outcome = enter(meter, creditToken(meter, 1, tenthKwh(TRANSFER_AMOUNT_MAX)));
  expect(outcome.memory.creditRegister).toBe(1_820_162_400);
});

test('a token repays what was used beyond the credit', () => {
  const indebted = { ...meter, creditRegister: wattHours(-250) };
  const outcome = enter(indebted, creditToken(meter, 1, tenthKwh(10)));
  expect(outcome.memory.creditRegister).toBe(750);
});

test('the four random bits do not make another token of it', () => {
  const tokens = Array.from({ length: 16 }, (_, random) =>
    encryptToken(
      {
        tokenClass: 0,
        subclass: 0,
        name: 'electricity',
        ...minute(0),
        random,
        energy: tenthKwh(1),
      },
      vendingCipher(meter),
    ),
  );
  expect(new Set(tokens).size).toBe(16);
  const old = { ...meter, tokenIdentifierStore: meter.tokenIdentifierStore.map(() => 0 as never) };
  const results = enter(old, ...tokens).results;
  expect(results).toEqual(['Accept', ...Array.from({ length: 15 }, () => 'UsedError')]);
});

test('reserved, proprietary and unestablished subclasses are FunctionError, and so is a section too many', () => {
  for (const subclass of [9, 10, 11, 15]) {
    expect(apply(meter, rawManagementToken(meter, subclass, 0n)).result).toBe('FunctionError');
  }
});

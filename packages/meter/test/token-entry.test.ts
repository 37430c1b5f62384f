import {
  applyWrite,
  type MeterMemory,
  TOKEN_IDENTIFIER_STORE_SIZE,
} from '@wattvend/meter/memory.js';
import { applyToken, CREDIT_CHECKS } from '@wattvend/meter/token-entry.js';
import { tenthKwh, wattHours } from '@wattvend/quantities/energy.js';
import { DecoderKey } from '@wattvend/sts/decoder-key.js';
import { keyExpiryNumber } from '@wattvend/sts/supply-group.js';
import { encryptCreditElectricity } from '@wattvend/sts/token.js';
import { formatNumericToken } from '@wattvend/sts/token-carrier.js';
import { tokenCipher } from '@wattvend/sts/token-cipher.js';
import { TRANSFER_AMOUNT_MAX } from '@wattvend/sts/transfer-amount.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  creditToken,
  ENCRYPTION_ALGORITHMS,
  inventedMeter,
  MANUFACTURED,
} from './invented-meter.ts';

/** Enters tokens and keeps every write; returns the results and the memory at the end. */
function enter(memory: MeterMemory, ...typed: readonly string[]) {
  let after = memory;
  const results: string[] = [];
  for (const token of typed) {
    const outcome = applyToken(after, token);
    results.push(outcome.result);
    after = outcome.writes.reduce(applyWrite, after);
  }
  return { results, memory: after };
}

describe.each(ENCRYPTION_ALGORITHMS)('under encryption algorithm %s', (algorithm) => {
  const meter = inventedMeter(algorithm);

  test('a token works once, as it is and grouped for people', () => {
    const token = creditToken(meter, 1, tenthKwh(256));
    const outcome = applyToken(meter, formatNumericToken(token));
    expect(outcome.result).toBe('Accept');
    expect(outcome.energyAdded).toBe(256);
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
      expect(applyToken(meter, token)).toEqual({ result: 'CRCError', writes: [] });
    }
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
    expect(applyToken(meter, creditToken(meter, -1)).result).toBe('OldError');
    expect(applyToken(meter, creditToken(meter, 0)).result).toBe('UsedError');
    expect(applyToken(meter, creditToken(meter, 1)).result).toBe('Accept');
  });

  test('nothing typed throws, and a refused token writes nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[0-9]{19,21}$/), fc.bigInt(0n, 2n ** 66n - 1n)),
        (typed) => {
          const text = typeof typed === 'bigint' ? String(typed).padStart(20, '0') : typed;
          const outcome = applyToken(meter, text);
          expect(outcome.writes).toHaveLength(outcome.result === 'Accept' ? 1 : 0);
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
  // The published test tokens for any make, and one of them with its CRC changed.
  ['test 1, load switch', '00000000000150997584', 'FunctionError'],
  ['test 3, four-digit makers', '01152921521920952465', 'FunctionError'],
  ['test 1 with a wrong CRC', '00000000000150997585', 'CRCError'],
];

test.each(unreadable)('%s: %s is %s', (_name, typed, expected) => {
  expect(applyToken(meter, typed)).toEqual({ result: expected, writes: [] });
});

test('the largest number of 66 bits is read, not refused for its form', () => {
  expect(applyToken(meter, '73786976294838206463').result).not.toBe('FormatError');
});

// Each line breaks one rule less than the line above it, so the table proves the order too.
// A key expiry number of 90 ended before the meter was made.
const precedence = `
key type  KEN  minute  credit  expected
1         90   -1      full    DDTKError
2         90   -1      full    KeyExpiredError
2         255  -1      full    OldError
2         255   0      full    UsedError
2         255   1      full    OverflowError
2         255   1      room    Accept
`
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(/\s+/));

test.each(precedence)('key type %s, KEN %s, minute %s, %s: %s', (...columns) => {
  const [keyType, expiry, minute, room, expected] = columns;
  const memory = inventedMeter('07', {
    keyType: keyType === '1' ? 1 : 2,
    keyExpiryNumber: keyExpiryNumber(Number(expiry)),
    creditMax: wattHours(room === 'full' ? 0 : 10_000),
  });
  expect(applyToken(memory, creditToken(memory, Number(minute))).result).toBe(expected);
});

test('the exported order of checks is the one in the table', () => {
  expect(CREDIT_CHECKS.map((check) => check.result)).toEqual(
    precedence.map((columns) => columns.at(-1)).slice(0, -1),
  );
});

test('credit is accepted under every key type but the default one', () => {
  for (const [keyType, expected] of [
    [0, 'Accept'],
    [1, 'DDTKError'],
    [2, 'Accept'],
    [3, 'Accept'],
  ] as const) {
    const memory = inventedMeter('07', { keyType });
    expect(applyToken(memory, creditToken(memory, 1)).result).toBe(expected);
  }
});

test('the last minute of the block that the key expiry number names is the last one accepted', () => {
  const memory = inventedMeter('11', { keyExpiryNumber: keyExpiryNumber(91) });
  const last = 91 * 65_536 + 65_535 - MANUFACTURED;
  expect(applyToken(memory, creditToken(memory, last)).result).toBe('Accept');
  expect(applyToken(memory, creditToken(memory, last + 1)).result).toBe('KeyExpiredError');
});

test('key expiry number 255 never expires', () => {
  const last = 2 ** 24 - 1 - MANUFACTURED;
  expect(applyToken(meter, creditToken(meter, last)).result).toBe('Accept');
});

test('a register is filled to exactly its maximum and not one step further', () => {
  const memory = inventedMeter('07', { creditMax: wattHours(50_000) });
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
  const outcome = enter(meter, creditToken(meter, 1, TRANSFER_AMOUNT_MAX));
  expect(outcome.memory.creditRegister).toBe(1_820_162_400);
});

test('a token repays what was used beyond the credit', () => {
  const indebted = { ...meter, creditRegister: wattHours(-250) };
  const outcome = enter(indebted, creditToken(meter, 1, tenthKwh(10)));
  expect(outcome.memory.creditRegister).toBe(750);
});

test('the four random bits do not make another token of it', () => {
  const cipher = tokenCipher('07', DecoderKey.fromHex(meter.decoderKey));
  const tokens = Array.from({ length: 16 }, (_, random) =>
    encryptCreditElectricity(
      { random, tokenIdentifier: MANUFACTURED, energy: tenthKwh(1) },
      cipher,
    ),
  );
  expect(new Set(tokens).size).toBe(16);
  const old = { ...meter, tokenIdentifierStore: meter.tokenIdentifierStore.map(() => 0 as never) };
  const results = enter(old, ...tokens).results;
  expect(results).toEqual(['Accept', ...Array.from({ length: 15 }, () => 'UsedError')]);
});

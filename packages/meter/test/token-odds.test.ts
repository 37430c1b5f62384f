/**
 * The odds of guessed tokens: by hand where that is possible, and against blocks with a right
 * checksum, among which every answer is frequent. The whole way, from random digits, is a job of the
 * benchmarks: npm run bench -- random-tokens.
 */
import type { ManufactureOrder, MeterMemory } from '@wattvend/meter/memory.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { oddsOfGuess, oddsOfRightChecksum } from '@wattvend/meter/token-odds.js';
import { milliseconds } from '@wattvend/quantities/time.js';
import { newBlock64 } from '@wattvend/sts/block64.js';
import { insertClassBits } from '@wattvend/sts/class-bits.js';
import { tokenCrc, tokenCrcC } from '@wattvend/sts/crc.js';
import type { EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import { makeDrn, meterPanFromDrn } from '@wattvend/sts/meter-pan.js';
import { keyExpiryNumber } from '@wattvend/sts/supply-group.js';
import type { TokenCipher } from '@wattvend/sts/token-cipher.js';
import { tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { describe, expect, test } from 'vitest';
import { inventedMeter, MANUFACTURED, NOON, vendingCipher } from './invented-meter.ts';

const SAMPLES = 12_000;

/** Mulberry32: words of 32 bits from a seed. */
function randomWords(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return (word ^ (word >>> 14)) >>> 0;
  };
}

/** Digits of 48 random bits, put together without the codec; CRC_C where a token carries money. */
function digitsWithRightChecksum(
  cipher: TokenCipher,
  tokenClass: number,
  next: () => number,
): string {
  const block = newBlock64(next(), (next() & 0xffff_0000) >>> 0);
  const subclass = block.high >>> 28;
  const isMoney = tokenClass === 0 && subclass >= 4 && subclass <= 7;
  const checksum = isMoney ? tokenCrcC(tokenClass, block) : tokenCrc(tokenClass, block);
  block.low = (block.low | checksum) >>> 0;
  if (tokenClass === 0 || tokenClass === 2) cipher.encrypt(block);
  const bits65And64 = insertClassBits(tokenClass, block);
  const number = (BigInt(bits65And64) << 64n) | (BigInt(block.high) << 32n) | BigInt(block.low);
  return String(number).padStart(20, '0');
}

function shares(memory: MeterMemory, tokenClass: number, seed: number): Map<string, number> {
  const next = randomWords(seed);
  const cipher = vendingCipher(memory);
  const counts = new Map<string, number>();
  for (let sample = 0; sample < SAMPLES; sample++) {
    const digits = digitsWithRightChecksum(cipher, tokenClass, next);
    const { result } = applyToken(memory, digits, { now: NOON });
    counts.set(result, (counts.get(result) ?? 0) + 1);
  }
  return counts;
}

// Each makes other answers frequent.
const METERS: readonly (readonly [string, EncryptionAlgorithm, Partial<ManufactureOrder>])[] = [
  ['electricity', '07', {}],
  [
    // Room for 30,000.0 kWh: about half of all codes.
    'a small register and a key that expires',
    '07',
    { registers: [{ service: 0, maximum: 300_000n }], keyExpiryNumber: keyExpiryNumber(150) },
  ],
  [
    'every service, half full',
    '11',
    {
      registers: [0, 1, 2, 3, 4, 5, 6, 7].map((service) => ({
        service: service as 0,
        credit: 60_000n,
        maximum: 130_000n,
      })),
    },
  ],
  ['a key that serves no more', '11', { keyExpiryNumber: keyExpiryNumber(80) }],
  ['a key that is not for credit', '09', { keyType: 1 }],
  [
    'a maker of four digits',
    '11',
    {
      meterPan: meterPanFromDrn(makeDrn('1234', '56789012')),
      registers: [{ service: 0 }, { service: 4 }],
    },
  ],
  [
    'a store with gaps',
    '07',
    {
      manufacturedAt: NOON,
      tokenIdentifiers: Array.from({ length: 50 }, (_, n) => tokenIdentifier(9_000_000 + 40 * n)),
    },
  ],
];

describe.each(METERS)('%s, encryption algorithm %s', (_, algorithm, changes) => {
  test.each([0, 1, 2, 3])('answers to class %i with a right checksum', (tokenClass) => {
    const memory = inventedMeter(algorithm, changes);
    const predicted = oddsOfRightChecksum(memory, tokenClass);
    const counts = shares(memory, tokenClass, 4 + tokenClass);
    const names = new Set([...predicted.keys(), ...counts.keys()]);
    for (const name of names) {
      const probability = predicted.get(name as 'Accept') ?? 0;
      const mean = SAMPLES * probability;
      const sigma = Math.sqrt(mean * (1 - probability));
      const count = counts.get(name) ?? 0;
      const what = `${name}: ${count} where ${mean} are expected`;
      // The little more is for what is certain and for what was not predicted, which must not come.
      expect(Math.abs(count - mean), what).toBeLessThanOrEqual(4 * sigma + 1e-6);
    }
  });

  test('all answers together are certain', () => {
    const memory = inventedMeter(algorithm, changes);
    for (const guessing of ['uniform', 'class-0'] as const) {
      const odds = oddsOfGuess(memory, guessing);
      expect(odds.every(({ probability }) => probability > 0)).toBe(true);
      expect(odds.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
    }
  });
});

function accepted(memory: MeterMemory, guessing: 'uniform' | 'class-0', tokenClass: number) {
  return oddsOfGuess(memory, guessing).find(
    (one) => one.tokenClass === tokenClass && one.result === 'Accept',
  )?.probability;
}

test('a guess is credit with 2^-16 x 1/16 x the identifiers to come of 2^24', () => {
  // All 50 places of the store hold the minute of manufacture: what is above it is new.
  const toCome = 2 ** 24 - 1 - MANUFACTURED;
  const memory = inventedMeter();
  expect(accepted(memory, 'class-0', 0)).toBeCloseTo((2 ** -20 * toCome) / 2 ** 24, 18);
  expect(accepted(memory, 'uniform', 0)).toBeCloseTo((2 ** -22 * toCome) / 2 ** 24, 18);
});

test('a guess of class 2 is accepted by three subclasses and a little of two', () => {
  // 2/0 and 2/6 whatever they say; of 2/1 two registers of 2^16, electricity and all; of 2/5 one
  // padding of 2^16. Seven registers more exist that this meter lacks.
  const toCome = (2 ** 24 - 1 - MANUFACTURED) / 2 ** 24;
  const share = (2 + 2 / 2 ** 16 + 1 / 2 ** 16) / 16;
  const expected = 0.25 * 2 ** -16 * share * toCome;
  expect(accepted(inventedMeter(), 'uniform', 2)).toBeCloseTo(expected, 18);
});

test("a test token is answered with the meter's own maker code and with 0", () => {
  // Of 256 codes in subclass 0 and of 65,536 in subclass 1. One test of 2^14 asks for none it has.
  const asks = 1 - 2 ** -14;
  const ofTwo = oddsOfRightChecksum(inventedMeter(), 1).get('Accept');
  expect(ofTwo).toBeCloseTo(((2 / 256 + 1 / 65_536) / 16) * asks, 15);
  const meterPan = meterPanFromDrn(makeDrn('1234', '56789012'));
  const ofFour = oddsOfRightChecksum(inventedMeter('07', { meterPan }), 1).get('Accept');
  expect(ofFour).toBeCloseTo(((1 / 256 + 2 / 65_536) / 16) * asks, 15);
});

test('class 3 is refused for its class alone, whatever its checksum', () => {
  const ofClass3 = oddsOfGuess(inventedMeter(), 'uniform').filter((one) => one.tokenClass === 3);
  expect(ofClass3).toEqual([{ tokenClass: 3, result: 'FunctionError', probability: 0.25 }]);
  const next = randomWords(1);
  for (let sample = 0; sample < 100; sample++) {
    const low = (next() | (3 << 27)) >>> 0;
    const digits = String((BigInt(next()) << 32n) | BigInt(low)).padStart(20, '0');
    expect(applyToken(inventedMeter(), digits, { now: NOON }).result).toBe('FunctionError');
  }
});

test('the room of a register: codes of the amount that fit', () => {
  const of = (maximum: bigint) =>
    oddsOfRightChecksum(inventedMeter('07', { registers: [{ service: 0, maximum }] }), 0);
  const toCome = (2 ** 24 - 1 - MANUFACTURED) / 2 ** 24;
  // All 16,384 codes of single tenths, all 16,384 of tens, which end at 180,214, and of the hundreds
  // 180,224 + 100 n up to 300,000: n = 0 to 1,197.
  const fits = (16_384 + 16_384 + 1_198) / 65_536;
  expect(of(300_000n).get('Accept')).toBeCloseTo((fits * toCome) / 16, 15);
  expect(of(300_000n).get('OverflowError')).toBeCloseTo(((1 - fits) * toCome) / 16, 15);
  expect(of(0n).get('Accept')).toBeCloseTo((1 / 65_536 / 16) * toCome, 15);
});

test('a locked meter and one that waits for sections have no odds of their own', () => {
  const memory = inventedMeter();
  const lockOut = { failures: 3, remaining: milliseconds(1) };
  expect(() => oddsOfGuess({ ...memory, lockOut }, 'uniform')).toThrow(RangeError);
  const kept = [{ digits: '0'.repeat(20) as never, receivedAt: NOON }];
  expect(() => oddsOfGuess({ ...memory, keyChangeTokens: kept }, 'uniform')).toThrow(RangeError);
});

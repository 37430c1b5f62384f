import { inspect } from 'node:util';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { insertClassBits } from '@wattvend/sts/class-bits.js';
import { DecoderKey, type EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import { STA_OPERATIONAL_TABLES, STA_SAMPLE_TABLES } from '@wattvend/sts/sta-tables.js';
import {
  clearToken,
  decryptToken,
  encryptCreditElectricity,
  type NumericToken,
} from '@wattvend/sts/token.js';
import { parseNumericToken } from '@wattvend/sts/token-carrier.js';
import { type TokenCipher, tokenCipher } from '@wattvend/sts/token-cipher.js';
import { TOKEN_IDENTIFIER_MAX, tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { carriedTransferAmount, TRANSFER_AMOUNT_MAX } from '@wattvend/sts/transfer-amount.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenCrc, tokenCrcC } from '../src/token/crc.ts';
import { digitsFromBits } from '../src/token-carrier/decimal.ts';
import { hexOf } from './hexadecimal-block.ts';
import { casesOf } from './vectors.ts';

interface Given {
  readonly encryptionAlgorithm: EncryptionAlgorithm;
  readonly decoderKey: string;
  readonly tables?: 'sample';
  readonly random: number;
  readonly tokenIdentifier: number;
  readonly energyTenthKwh: number;
}

interface Valid extends Given {
  readonly carriedTenthKwh: number;
  readonly crc: string;
  readonly clear66: string;
  readonly encrypted: string;
  readonly digits: string;
}

interface Unreadable extends Pick<Given, 'encryptionAlgorithm' | 'decoderKey'> {
  readonly digits: string;
  readonly fault: string;
}

const { valid, invalid } = casesOf<Valid, Given | Unreadable>('credit-token.json');

function cipherOf({
  decoderKey,
  encryptionAlgorithm,
  tables,
}: Omit<Given, 'random' | 'tokenIdentifier' | 'energyTenthKwh'>): TokenCipher {
  return tokenCipher(
    encryptionAlgorithm,
    DecoderKey.fromHex(decoderKey),
    tables === 'sample' ? STA_SAMPLE_TABLES : STA_OPERATIONAL_TABLES,
  );
}

function fieldsOf(given: Given) {
  return {
    random: given.random,
    tokenIdentifier: tokenIdentifier(given.tokenIdentifier),
    energy: tenthKwh(given.energyTenthKwh),
  };
}

function typed(digits: string): NumericToken {
  const parsed = parseNumericToken(digits);
  if (parsed.kind === 'fault') throw new Error(parsed.fault);
  return parsed.token;
}

describe('the vectors', () => {
  test.each(valid)('$id: $comment', (one) => {
    const cipher = cipherOf(one);
    const token = encryptCreditElectricity(fieldsOf(one), cipher);
    expect(token).toBe(one.digits);

    const { block, tokenClass } = clearToken(token, cipher);
    expect(`${tokenClass}${hexOf(block)}`).toBe(one.clear66);
    expect(one.clear66.endsWith(one.crc)).toBe(true);
    const encrypted = { ...block };
    cipher.encrypt(encrypted);
    expect(hexOf(encrypted)).toBe(one.encrypted);

    expect(decryptToken(typed(one.digits), cipher)).toEqual({
      kind: 'token',
      token: {
        tokenClass: 0,
        subclass: 0,
        name: 'electricity',
        random: one.random,
        tokenIdentifier: one.tokenIdentifier,
        energy: one.carriedTenthKwh,
      },
    });
  });

  test.each(invalid.filter((one) => 'random' in one))('$id: $comment', (one) => {
    expect(() => encryptCreditElectricity(fieldsOf(one), cipherOf(one))).toThrow(RangeError);
  });

  test.each(invalid.filter((one) => 'fault' in one))('$id: $comment', (one) => {
    expect(decryptToken(typed(one.digits), cipherOf(one))).toEqual({
      kind: 'fault',
      fault: one.fault,
      tokenClass: 0,
    });
  });
});

const ciphers = fc.constantFrom<EncryptionAlgorithm[]>('07', '11').chain((algorithm) =>
  fc
    .uint8Array({
      minLength: algorithm === '07' ? 8 : 16,
      maxLength: algorithm === '07' ? 8 : 16,
    })
    .map((octets) => tokenCipher(algorithm, new DecoderKey(octets))),
);
const creditFields = fc.record({
  random: fc.nat({ max: 15 }),
  tokenIdentifier: fc.nat({ max: TOKEN_IDENTIFIER_MAX }).map(tokenIdentifier),
  energy: fc.nat({ max: TRANSFER_AMOUNT_MAX }).map(tenthKwh),
});

test('any credit token under any key is read back as it was made', () => {
  fc.assert(
    fc.property(creditFields, ciphers, (fields, cipher) => {
      const token = encryptCreditElectricity(fields, cipher);
      expect(token).toMatch(/^\d{20}$/);
      expect(decryptToken(typed(token), cipher)).toMatchObject({
        kind: 'token',
        token: { ...fields, energy: carriedTransferAmount(fields.energy) },
      });
    }),
    { numRuns: 500 },
  );
});

test('no 66-bit number makes the decoder throw', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 66n - 1n }), ciphers, (number, cipher) => {
      const token = typed(number.toString().padStart(20, '0'));
      const read = decryptToken(token, cipher);
      expect(['token', 'fault']).toContain(read.kind);
    }),
    { numRuns: 500 },
  );
});

// Lays bits out by hand, for tokens that cannot be made here.
function tokenOf(tokenClass: number, high: number, crc: 'CRC' | 'CRC_C', cipher: TokenCipher) {
  const block = { high, low: 0 };
  block.low = crc === 'CRC' ? tokenCrc(tokenClass, block) : tokenCrcC(tokenClass, block);
  if (tokenClass !== 1) cipher.encrypt(block);
  const top = insertClassBits(tokenClass, block);
  return typed(digitsFromBits(top, block));
}

describe('a token this build does not know', () => {
  const cipher = tokenCipher('11', new DecoderKey(new Uint8Array(16)));
  const unknown = (tokenClass: number, subclass: number) => ({
    kind: 'fault',
    fault: 'not-implemented',
    tokenClass,
    subclass,
  });

  test.each([
    [0, 1],
    [0, 2],
    [0, 3],
    [0, 8],
    [0, 15],
    [1, 0],
    [1, 1],
    [1, 15],
    [2, 0],
    [2, 9],
    [2, 15],
  ])('class %i, subclass %i is named when its CRC is right', (tokenClass, subclass) => {
    const token = tokenOf(tokenClass, (subclass << 28) >>> 0, 'CRC', cipher);
    expect(decryptToken(token, cipher)).toEqual(unknown(tokenClass, subclass));
  });

  test.each([4, 5, 6, 7])('currency token %i is judged by CRC_C', (subclass) => {
    const high = (subclass << 28) >>> 0;
    expect(decryptToken(tokenOf(0, high, 'CRC_C', cipher), cipher)).toEqual(unknown(0, subclass));
    expect(decryptToken(tokenOf(0, high, 'CRC', cipher), cipher)).toMatchObject({ fault: 'crc' });
  });

  test('the public test tokens of class 1 are read without the key', () => {
    for (const digits of ['56493153725450313471', '00000000000201328896']) {
      expect(decryptToken(typed(digits), cipher)).toEqual(unknown(1, 0));
    }
    expect(decryptToken(typed('00000000000201328897'), cipher)).toMatchObject({ fault: 'crc' });
  });

  test('of class 3 nothing is known, so nothing is checked', () => {
    expect(decryptToken(typed('00000000000402653184'), cipher)).toEqual(unknown(3, 0));
  });
});

describe('a prepared key', () => {
  test.each([
    ['07', 16],
    ['11', 8],
  ] as const)('of algorithm %s does not take %i octets', (algorithm, octets) => {
    const key = new DecoderKey(new Uint8Array(octets));
    expect(() => tokenCipher(algorithm, key)).toThrow(RangeError);
  });

  test.each(['07', '11'] as const)('of algorithm %s cannot be printed', (algorithm) => {
    const key = DecoderKey.fromHex(
      'a1b2c3d4e5f60718293a4b5c6d7e8f90'.slice(0, algorithm === '07' ? 16 : 32),
    );
    const cipher = tokenCipher(algorithm, key);
    expect(String(cipher)).toBe('TokenCipher(redacted)');
    expect(JSON.stringify(cipher)).toBe('"TokenCipher(redacted)"');
    const printed = inspect(cipher, { showHidden: true, depth: 9 });
    expect(printed).not.toMatch(/Array|offsets|fo:|a1b2|41394/);
  });
});

test('fields in other units are not fields to the compiler', () => {
  const cipher = tokenCipher('07', new DecoderKey(new Uint8Array(8)));
  const energy = tenthKwh(1);
  // @ts-expect-error: a plain number is not an identifier.
  expect(encryptCreditElectricity({ random: 0, tokenIdentifier: 1, energy }, cipher)).toMatch(
    /^\d/,
  );
  // @ts-expect-error: algorithm 09 is not built.
  expect(() => tokenCipher('09', new DecoderKey(new Uint8Array(8)))).toThrow(RangeError);
});

import { tenthKwh, watts } from '@wattvend/quantities/energy.js';
import { hundredThousandths } from '@wattvend/quantities/money.js';
import { tenthMinutes } from '@wattvend/quantities/time.js';
import { tenthCubicMetres } from '@wattvend/quantities/volume.js';
import { insertClassBits } from '@wattvend/sts/class-bits.js';
import { DecoderKey, type EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import { TOKEN_ROWS, type TokenLayout } from '@wattvend/sts/layouts.js';
import { STA_OPERATIONAL_TABLES, STA_SAMPLE_TABLES } from '@wattvend/sts/sta-tables.js';
import {
  clearToken,
  decodeTestDisplayToken,
  decryptToken,
  encodeTestDisplayToken,
  encryptToken,
  type MinuteKind,
  type NumericToken,
  type Token,
  tokenClassOf,
} from '@wattvend/sts/token.js';
import { parseNumericToken } from '@wattvend/sts/token-carrier.js';
import { type TokenCipher, tokenCipher } from '@wattvend/sts/token-cipher.js';
import {
  isReservedTokenIdentifier,
  TOKEN_IDENTIFIER_MAX,
  tokenIdentifier,
} from '@wattvend/sts/token-identifier.js';
import { carriedTransferAmount, TRANSFER_AMOUNT_MAX } from '@wattvend/sts/transfer-amount.js';
import { carriedTransferCurrency, TRANSFER_CURRENCY_MAX } from '@wattvend/sts/transfer-currency.js';
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
}

interface Steps {
  readonly crc: string;
  readonly clear66: string;
  readonly encrypted?: string;
  readonly digits: string;
}

function cipherOf(given: Given): TokenCipher {
  const tables = given.tables === 'sample' ? STA_SAMPLE_TABLES : STA_OPERATIONAL_TABLES;
  return tokenCipher(given.encryptionAlgorithm, DecoderKey.fromHex(given.decoderKey), { tables });
}

function typed(digits: string): NumericToken {
  const parsed = parseNumericToken(digits);
  if (parsed.kind === 'fault') throw new Error(parsed.fault);
  return parsed.token;
}

function expectSteps(token: NumericToken, steps: Steps, cipher: TokenCipher | null): void {
  expect(token).toBe(steps.digits);
  const { block, tokenClass } = clearToken(token, cipher);
  expect(`${tokenClass}${hexOf(block)}`).toBe(steps.clear66);
  expect(steps.clear66.endsWith(steps.crc)).toBe(true);
  if (cipher === null) return;
  const encrypted = { ...block };
  cipher.encrypt(encrypted);
  expect(hexOf(encrypted)).toBe(steps.encrypted);
}

describe('electricity tokens of the vectors', () => {
  interface Fields extends Given {
    readonly random: number;
    readonly tokenIdentifier: number;
    readonly energyTenthKwh: number;
  }
  interface Valid extends Fields, Steps {
    readonly carriedTenthKwh: number;
  }
  interface Unreadable extends Given {
    readonly digits: string;
    readonly fault: string;
  }
  const { valid, invalid } = casesOf<Valid, Fields | Unreadable>('credit-token.json');

  const tokenOf = (one: Fields) =>
    ({
      tokenClass: 0,
      subclass: 0,
      name: 'electricity',
      random: one.random,
      tokenIdentifier: tokenIdentifier(one.tokenIdentifier),
      energy: tenthKwh(one.energyTenthKwh),
    }) as const;

  test.each(valid)('$id: $comment', (one) => {
    const cipher = cipherOf(one);
    const token = tokenOf(one);
    const isReserved = isReservedTokenIdentifier(token.tokenIdentifier);
    expectSteps(encryptToken(token, cipher, isReserved ? 'special' : 'ordinary'), one, cipher);
    expect(decryptToken(typed(one.digits), cipher)).toEqual({
      kind: 'token',
      token: { ...token, energy: one.carriedTenthKwh },
    });
  });

  test.each(invalid.filter((one) => 'random' in one))('$id: $comment', (one) => {
    expect(() => encryptToken(tokenOf(one), cipherOf(one))).toThrow(RangeError);
  });

  test.each(invalid.filter((one) => 'fault' in one))('$id: $comment', (one) => {
    expect(decryptToken(typed(one.digits), cipherOf(one))).toEqual({
      kind: 'fault',
      fault: one.fault,
      tokenClass: 0,
    });
  });
});

describe('tokens of the vectors', () => {
  type Members = Readonly<Record<string, unknown>>;
  interface Case extends Partial<Given> {
    readonly token: Members;
    readonly minute?: MinuteKind;
  }
  interface Valid extends Case, Steps {
    readonly carried?: Members;
  }
  interface Invalid extends Case {
    readonly refusal: string;
  }
  const { valid, invalid } = casesOf<Valid, Invalid>('token.json');

  // In a file the unit stands in the name of a member, here in its type.
  const UNITS = /(TenthKwh|TenthCubicMetres|TenthMinutes|Watts|HundredThousandths)$/;
  const tokenOf = (members: Members) =>
    Object.fromEntries(
      Object.entries(members).map(([name, value]) => [
        name.replace(UNITS, ''),
        typeof value === 'string' && name.endsWith('HundredThousandths') ? BigInt(value) : value,
      ]),
    ) as unknown as Token;
  const keyOf = (one: Case) =>
    one.encryptionAlgorithm === undefined ? null : cipherOf(one as Given);

  test.each(valid)('$id: $comment', (one) => {
    const cipher = keyOf(one);
    const token = tokenOf(one.token);
    const read = { kind: 'token', token: { ...token, ...tokenOf(one.carried ?? {}) } };
    if (cipher === null) {
      if (token.tokenClass !== 1) throw new Error('only class 1 has no key');
      expectSteps(encodeTestDisplayToken(token), one, null);
      expect(decodeTestDisplayToken(typed(one.digits))).toEqual(read);
    } else {
      expectSteps(encryptToken(token, cipher, one.minute), one, cipher);
      expect(decryptToken(typed(one.digits), cipher)).toEqual(read);
    }
  });

  test.each(invalid)('$id: $comment', (one) => {
    const cipher = keyOf(one);
    if (cipher === null) throw new Error('an invalid case has a key');
    expect(() => encryptToken(tokenOf(one.token), cipher, one.minute)).toThrow(
      expect.objectContaining({ name: 'StsRefusalError', refusal: one.refusal }),
    );
  });

  test('every row of the table has vectors, under keys of both lengths', () => {
    const having = new Set(
      valid.map(({ encryptionAlgorithm, token }) =>
        [token['tokenClass'], token['subclass'], encryptionAlgorithm].join('/'),
      ),
    );
    for (const row of TOKEN_ROWS) {
      if (row.status !== 'defined' || row.name === 'electricity') continue;
      const algorithms =
        row.tokenClass === 1
          ? [undefined]
          : row.keyBits === undefined
            ? ['07', '11']
            : [row.keyBits === 64 ? '07' : '11'];
      for (const algorithm of algorithms) {
        expect(having).toContain([row.tokenClass, row.subclass, algorithm].join('/'));
      }
    }
  });
});

const KEYS = [
  ['07', 8],
  ['09', 8],
  ['11', 16],
  ['61', 16],
] as const satisfies readonly (readonly [EncryptionAlgorithm, number])[];
const ciphers = fc
  .constantFrom(...KEYS)
  .chain(([algorithm, octets]) =>
    fc
      .uint8Array({ minLength: octets, maxLength: octets })
      .map((key) => tokenCipher(algorithm, new DecoderKey(key))),
  );

// Any token of any row, from the table: a value for each member that its field can hold.
const minute = fc
  .nat({ max: TOKEN_IDENTIFIER_MAX })
  .filter((value) => value % 1440 !== 1)
  .map(tokenIdentifier);
const amount = fc.nat({ max: TRANSFER_AMOUNT_MAX });
const greatestMoney = BigInt(TRANSFER_CURRENCY_MAX);

function anyTokenOf(row: TokenLayout): fc.Arbitrary<Token> {
  const members = row.fields.map(({ holds, name, width }) => {
    const value: fc.Arbitrary<unknown> = {
      number: fc.nat({ max: 2 ** width - 1 }),
      tokenIdentifier: minute,
      energy: amount.map(tenthKwh),
      volume: amount.map(tenthCubicMetres),
      span: amount.map(tenthMinutes),
      power: amount.map(watts),
      currency: fc.bigInt({ min: -greatestMoney, max: greatestMoney }).map(hundredThousandths),
      padding: fc.constant(0),
    }[holds];
    const isMaker = name === 'manufacturerCode';
    return [name, isMaker ? fc.nat({ max: row.subclass === 0 ? 99 : 9999 }) : value] as const;
  });
  return fc.record(Object.fromEntries(members)).map(
    (values) =>
      ({
        tokenClass: row.tokenClass,
        subclass: row.subclass,
        name: row.name,
        ...values,
      }) as unknown as Token,
  );
}

function carried(token: Token): Token {
  if ('energy' in token) return { ...token, energy: carriedTransferAmount(token.energy) };
  if ('volume' in token) return { ...token, volume: carriedTransferAmount(token.volume) };
  if ('span' in token) return { ...token, span: carriedTransferAmount(token.span) };
  if ('currency' in token) return { ...token, currency: carriedTransferCurrency(token.currency) };
  if ('maximumPowerLimit' in token) {
    return { ...token, maximumPowerLimit: carriedTransferAmount(token.maximumPowerLimit) };
  }
  if ('maximumPhasePowerUnbalanceLimit' in token) {
    const limit = carriedTransferAmount(token.maximumPhasePowerUnbalanceLimit);
    return { ...token, maximumPhasePowerUnbalanceLimit: limit };
  }
  return token;
}

test.each(TOKEN_ROWS.filter((row) => row.status === 'defined'))(
  'any $name token under any key is read back as it was made',
  (row) => {
    const keys = ciphers.filter(
      ({ keyBits }) => row.keyBits === undefined || row.keyBits === keyBits,
    );
    fc.assert(
      fc.property(anyTokenOf(row), keys, (token, cipher) => {
        const digits = encryptToken(token, cipher);
        expect(digits).toMatch(/^\d{20}$/);
        expect(tokenClassOf(digits)).toBe(row.tokenClass);
        expect(decryptToken(typed(digits), cipher)).toEqual({
          kind: 'token',
          token: carried(token),
        });
      }),
      { numRuns: 100 },
    );
  },
);

test('no 66-bit number makes the decoder throw', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 66n - 1n }), ciphers, (number, cipher) => {
      const token = typed(number.toString().padStart(20, '0'));
      expect(['token', 'fault']).toContain(decryptToken(token, cipher).kind);
      expect(['token', 'fault']).toContain(decodeTestDisplayToken(token).kind);
    }),
    { numRuns: 1000 },
  );
});

// Lays bits out by hand, for tokens that cannot be made here.
function tokenOfBits(tokenClass: number, high: number, crc: 'CRC' | 'CRC_C', cipher: TokenCipher) {
  const block = { high, low: 0 };
  block.low = crc === 'CRC' ? tokenCrc(tokenClass, block) : tokenCrcC(tokenClass, block);
  if (tokenClass !== 1) cipher.encrypt(block);
  const top = insertClassBits(tokenClass, block);
  return typed(digitsFromBits(top, block));
}

describe('a token the table has no bits for', () => {
  const short = tokenCipher('07', new DecoderKey(new Uint8Array(8)));
  const long = tokenCipher('11', new DecoderKey(new Uint8Array(16)));

  // Written by hand, its checksum computed elsewhere.
  const classThree = { high: 0x7123_4567, low: 0x89ab_65da };

  test.each([
    [0, 8, 'reserved'],
    [0, 15, 'reserved'],
    [1, 2, 'layout-not-established'],
    [1, 5, 'reserved'],
    [1, 6, 'proprietary'],
    [1, 15, 'proprietary'],
    [2, 10, 'layout-not-established'],
    [2, 11, 'proprietary'],
    [2, 15, 'proprietary'],
  ])('class %i, subclass %i is %s when its CRC is right', (tokenClass, subclass, fault) => {
    const high = (subclass << 28) >>> 0;
    const token = tokenOfBits(tokenClass, high, 'CRC', long);
    expect(decryptToken(token, long)).toEqual({ kind: 'fault', fault, tokenClass, subclass });
    const wrong = tokenOfBits(tokenClass, high, 'CRC_C', long);
    expect(decryptToken(wrong, long)).toEqual({ kind: 'fault', fault: 'crc', tokenClass });
  });

  test('a fourth section is not for keys of 64 bits', () => {
    expect(decryptToken(tokenOfBits(2, 0x9000_0000, 'CRC', short), short)).toEqual({
      kind: 'fault',
      fault: 'not-for-key-length',
      tokenClass: 2,
      subclass: 9,
    });
  });

  test.each([4, 5, 6, 7])('currency token %i is judged by CRC_C', (subclass) => {
    const high = (subclass << 28) >>> 0;
    expect(decryptToken(tokenOfBits(0, high, 'CRC_C', long), long).kind).toBe('token');
    expect(decryptToken(tokenOfBits(0, high, 'CRC', long), long)).toMatchObject({ fault: 'crc' });
  });

  test('class 3 is reserved whole, and a slip that looks like it is told as a slip', () => {
    const reserved = typed(digitsFromBits(insertClassBits(3, classThree), classThree));
    const fault = { kind: 'fault', fault: 'reserved', tokenClass: 3, subclass: 7 };
    expect(decryptToken(reserved, long)).toEqual(fault);
    expect(decodeTestDisplayToken(reserved)).toEqual(fault);
    const slip = { kind: 'fault', fault: 'crc', tokenClass: 3 };
    expect(decryptToken(typed('00000000000402653184'), long)).toEqual(slip);
    expect(decodeTestDisplayToken(typed('00000000000402653184'))).toEqual(slip);
  });
});

test('what another maker left in the padding is read as it stands', () => {
  const cipher = tokenCipher('11', new DecoderKey(new Uint8Array(16)));
  const block = { high: 0x5000_0000, low: 0xabcd_0000 };
  block.low += tokenCrc(2, block);
  cipher.encrypt(block);
  const token = typed(digitsFromBits(insertClassBits(2, block), block));
  expect(decryptToken(token, cipher)).toMatchObject({ token: { padding: 0xabcd } });
});

// Always the same numbers, so that the count below is the same in every run. xorshift32.
function* numbers(): Generator<number, never> {
  let state = 0x9e37_79b9;
  for (;;) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield state >>> 0;
  }
}

test.each(['07', '11'] as const)(
  'of 2^20 tokens under other keys, algorithm %s takes one in 65 536 for its own',
  (algorithm) => {
    const chance = numbers();
    const keyOctets = () =>
      Uint8Array.from({ length: algorithm === '07' ? 8 : 16 }, () => chance.next().value & 0xff);
    const other = tokenCipher(algorithm, new DecoderKey(keyOctets()));
    const own = Array.from({ length: 64 }, () =>
      tokenCipher(algorithm, new DecoderKey(keyOctets())),
    );
    let taken = 0;
    for (let made = 0; made < 2 ** 14; made++) {
      const token = encryptToken(
        {
          tokenClass: 0,
          subclass: 0,
          name: 'electricity',
          random: made & 15,
          tokenIdentifier: tokenIdentifier(6_000_002 + 2 * made),
          energy: tenthKwh(chance.next().value & 0x3fff),
        },
        other,
        isReservedTokenIdentifier(tokenIdentifier(6_000_002 + 2 * made)) ? 'special' : 'ordinary',
      );
      for (const cipher of own) {
        const read = decryptToken(token, cipher);
        if (read.kind === 'token' || read.fault !== 'crc') taken += 1;
      }
    }
    // 16 are expected; the chance of fewer than 2 or more than 38 is below one in 10^5.
    expect(taken).toBeGreaterThanOrEqual(2);
    expect(taken).toBeLessThanOrEqual(38);
  },
);

describe('what the compiler did not see is refused by name', () => {
  const cipher = tokenCipher('11', new DecoderKey(new Uint8Array(16)));
  const electricity = {
    tokenClass: 0,
    subclass: 0,
    name: 'electricity',
    random: 1,
    tokenIdentifier: 100,
    energy: 256,
  };
  const money = {
    tokenClass: 0,
    subclass: 4,
    name: 'electricityCurrency',
    tokenIdentifier: 100,
    currency: 5n,
  };
  const refusalOf = (token: object) => {
    try {
      return encryptToken(token as Token, cipher);
    } catch (error) {
      return (error as { refusal?: string }).refusal ?? error;
    }
  };

  test('and what it saw is made', () => {
    expect(refusalOf(electricity)).toMatch(/^\d{20}$/);
    expect(refusalOf(money)).toMatch(/^\d{20}$/);
  });

  const notWhole = [25.6, null, [], '', true, '256', '0x100', [256], 256n, Number.NaN, undefined];
  test.each(notWhole.map((given) => [given]))('an amount of %o', (energy) => {
    expect(refusalOf({ ...electricity, energy })).toBe('field-range');
  });
  test.each([-1, Number.MAX_SAFE_INTEGER])('an amount of %d', (energy) => {
    expect(refusalOf({ ...electricity, energy })).toBe('amount-above-code');
  });
  test.each([5, '5', null, undefined])('money of %s', (currency) => {
    expect(refusalOf({ ...money, currency })).toBe('field-range');
  });
  test.each([100.5, '100', 100n, null, -1, 2 ** 24])('a token identifier of %s', (given) => {
    expect(refusalOf({ ...electricity, tokenIdentifier: given })).toBe('token-identifier');
  });
  // Each of these names the place of another token when class and subclass are taken together.
  test.each([
    [0, 16, 'initiateMeterTestDisplay'],
    [1, 16, 'setMaximumPowerLimit'],
    [2, -32, 'electricity'],
    [4, -64, 'electricity'],
    [-1, 16, 'electricity'],
    [0.5, -8, 'electricity'],
  ])('class %d, subclass %d', (tokenClass, subclass, name) => {
    const control = { control: 1, manufacturerCode: 0, maximumPowerLimit: 1 };
    const token = { ...electricity, ...control, tokenClass, subclass, name };
    expect(refusalOf(token)).toBe('no-such-token');
  });
});

test('values in other units are not values to the compiler', () => {
  const cipher = tokenCipher('07', new DecoderKey(new Uint8Array(8)));
  const rest = { tokenClass: 0, subclass: 0, name: 'electricity', random: 0 } as const;
  const energy = tenthKwh(1);
  // @ts-expect-error: a plain number is not an identifier.
  expect(encryptToken({ ...rest, tokenIdentifier: 2, energy }, cipher)).toMatch(/^\d/);
  const identifier = tokenIdentifier(2);
  const water = tenthCubicMetres(1);
  // @ts-expect-error: water is not energy.
  const wrong = () => encryptToken({ ...rest, tokenIdentifier: identifier, energy: water }, cipher);
  expect(wrong()).toMatch(/^\d/);
  // @ts-expect-error: there is no algorithm 08.
  expect(() => tokenCipher('08', new DecoderKey(new Uint8Array(8)))).toThrow();
});

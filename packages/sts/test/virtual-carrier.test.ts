import type { NumericToken } from '@wattvend/sts/token.js';
import {
  formatNumericToken,
  NUMERIC_TOKEN_MAX,
  parseNumericToken,
} from '@wattvend/sts/token-carrier.js';
import {
  formatVirtualToken,
  parseVirtualToken,
  VIRTUAL_TOKEN_FORM_DEFAULT,
  VIRTUAL_TOKEN_FORMS,
  type VirtualTokenForm,
} from '@wattvend/sts/virtual-carrier.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { octetsOf } from './hexadecimal-block.ts';
import { casesOf } from './vectors.ts';

interface Valid {
  readonly digits: string;
  readonly ascii: string;
  readonly bcd: string;
  readonly binary: string;
}

interface Invalid {
  readonly octets: string;
  readonly fault: string;
  readonly foundOctets?: number;
  readonly octet?: number;
  readonly position?: number;
}

const FORMS: readonly VirtualTokenForm[] = ['ascii', 'bcd', 'binary'];
const { valid, invalid } = casesOf<Valid, Invalid>('virtual-carrier.json');

function tokenOf(digits: string): NumericToken {
  const parsed = parseNumericToken(digits);
  if (parsed.kind === 'fault') throw new Error(parsed.fault);
  return parsed.token;
}

describe('the vectors', () => {
  test.each(valid)('$id: $comment', (one) => {
    for (const form of FORMS) {
      const octets = octetsOf(one[form]);
      expect(formatVirtualToken(tokenOf(one.digits), form)).toEqual(octets);
      expect(parseVirtualToken(octets)).toEqual({ kind: 'token', token: one.digits, form });
    }
  });

  test.each(invalid)('$id: $comment', ({ fault, foundOctets, octet, octets, position }) => {
    const details = {
      'octet-count': { found: foundOctets, expected: [20, 10, 9] },
      'above-66-bits': { greatest: NUMERIC_TOKEN_MAX },
    }[fault] ?? { octet, position };
    expect(parseVirtualToken(octetsOf(octets))).toEqual({ kind: 'fault', fault, ...details });
  });
});

const TOKENS = 2n ** 66n;
const tokens = fc
  .bigInt({ min: 0n, max: TOKENS - 1n })
  .map((number) => tokenOf(number.toString().padStart(20, '0')));

test('any token survives every carrier, one after the other', () => {
  fc.assert(
    fc.property(tokens, (token) => {
      let carried = token;
      for (const form of FORMS) {
        const parsed = parseVirtualToken(formatVirtualToken(carried, form));
        if (parsed.kind === 'fault') throw new Error(parsed.fault);
        expect(parsed.form).toBe(form);
        carried = tokenOf(formatNumericToken(parsed.token));
      }
      expect(carried).toBe(token);
    }),
    { numRuns: 1000 },
  );
});

test('nine octets hold the number itself', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 9, maxLength: 9 }), (octets) => {
      const number = octets.reduce((sum, octet) => sum * 256n + BigInt(octet), 0n);
      const parsed = parseVirtualToken(octets);
      if (number >= TOKENS) {
        expect(parsed).toMatchObject({ kind: 'fault', fault: 'above-66-bits' });
      } else {
        expect(parsed).toMatchObject({ token: number.toString().padStart(20, '0') });
      }
    }),
  );
});

test('each padding bit of the nine octets must be zero', () => {
  for (let first = 0; first <= 0xff; first++) {
    const octets = Uint8Array.of(first, 1, 2, 3, 4, 5, 6, 7, 8);
    expect(parseVirtualToken(octets).kind).toBe(first <= 3 ? 'token' : 'fault');
  }
});

test('of the 256 octets, one hundred are two digits and ten are one', () => {
  let pairs = 0;
  let digits = 0;
  for (let octet = 0; octet <= 0xff; octet++) {
    const bcd = new Uint8Array(10);
    bcd[9] = octet;
    if (parseVirtualToken(bcd).kind === 'token') pairs += 1;
    const ascii = new Uint8Array(20).fill(0x30);
    ascii[19] = octet;
    if (parseVirtualToken(ascii).kind === 'token') digits += 1;
  }
  expect([pairs, digits]).toEqual([100, 10]);
});

test('no octets make the parser throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 24 }), (octets) => {
      const parsed = parseVirtualToken(octets);
      // What is read is written back octet by octet, so no two readings are possible.
      if (parsed.kind === 'token') {
        expect(formatVirtualToken(parsed.token, parsed.form)).toEqual(octets);
      }
      expect(['token', 'fault']).toContain(parsed.kind);
    }),
  );
});

test('octets in the middle of a buffer are read from where they are', () => {
  const buffer = new Uint8Array(20).fill(0xff);
  const token = tokenOf('51043465443420856213');
  buffer.set(formatVirtualToken(token, 'binary'), 5);
  expect(parseVirtualToken(buffer.subarray(5, 14))).toMatchObject({ kind: 'token', token });
});

test('ASCII is sent unless another form is asked for, and none is said to be established', () => {
  expect(VIRTUAL_TOKEN_FORM_DEFAULT).toBe('ascii');
  expect(formatVirtualToken(tokenOf('00000000000000000001')).length).toBe(20);
  expect(Object.values(VIRTUAL_TOKEN_FORMS).map(({ confidence }) => confidence)).toEqual([
    'low',
    'low',
    'low',
  ]);
});

import { DecoderKey, type DecoderKeyData, type Dkga } from '@wattvend/sts/decoder-key.js';
import { deriveDecoderKey, dkgaOf } from '@wattvend/sts/decoder-key-generation.js';
import { deriveDecoderKeyDkga02 } from '@wattvend/sts/dkga02.js';
import { deriveDecoderKeyDkga04, dkga04Message } from '@wattvend/sts/dkga04.js';
import {
  ENCRYPTION_ALGORITHM_CODES,
  ENCRYPTION_ALGORITHMS,
  isEncryptionAlgorithm,
} from '@wattvend/sts/encryption-algorithms.js';
import { hexadecimalFromOctets } from '@wattvend/sts/hexadecimal.js';
import { hmacSha256Under } from '@wattvend/sts/hmac-sha-256.js';
import { KEY_GENERATION_ALGORITHMS } from '@wattvend/sts/key-generation-algorithms.js';
import { hasOddParity, withOddParity } from '@wattvend/sts/key-parity.js';
import { describe, expect, test } from 'vitest';
import { desEncrypt, desSchedule } from '../src/cipher/dea.ts';
import { derivationBlock } from '../src/decoder-key/derivation-block.ts';
import {
  dataOf,
  type GivenKey,
  hexOfKey,
  hexOfOctets,
  type KeyByDes,
  type RefusedKey,
} from './decoder-key-data.ts';
import { blockOf, hexOf, octetsOf } from './hexadecimal-block.ts';
import { refusalErrorOf, refusalOf } from './refusal-of.ts';
import { casesOf } from './vectors.ts';

interface KeyByHmac extends GivenKey {
  readonly message: string;
  readonly hmacSha256: string;
  readonly decoderKey: string;
}

function firstOf<One>(cases: readonly One[]): One {
  const [first] = cases;
  if (first === undefined) throw new Error('no vectors');
  return first;
}

describe('DKGA02, the vectors', () => {
  const { valid, invalid } = casesOf<KeyByDes, RefusedKey>('dkga02.json');

  test.each(valid)('$id: $comment', (one) => {
    const block = derivationBlock(dataOf(one));
    expect(hexOf(block)).toBe(one.derivationBlock);
    desEncrypt(block, desSchedule(blockOf(one.vendingKey)));
    expect(hexOf(block)).toBe(one.encryptedBlock);
    const key = deriveDecoderKeyDkga02(octetsOf(one.vendingKey), dataOf(one));
    expect(hexOfKey(key)).toBe(one.decoderKey);
  });

  test.each(invalid)('$id: $comment', (one) => {
    const error = refusalErrorOf(() =>
      deriveDecoderKeyDkga02(octetsOf(one.vendingKey), dataOf(one)),
    );
    expect(error.refusal).toBe(one.refusal);
    expect(error.message).not.toContain(one.vendingKey.slice(0, 8));
  });

  test('does not depend on the base date', () => {
    const one = firstOf(valid);
    const data = { ...dataOf(one), baseDate: 2035 } as const;
    expect(hexOfKey(deriveDecoderKeyDkga02(octetsOf(one.vendingKey), data))).toBe(one.decoderKey);
  });
});

describe('DKGA04, the vectors', () => {
  const { valid, invalid } = casesOf<KeyByHmac, RefusedKey>('dkga04.json');

  test.each(valid)('$id: $comment', (one) => {
    const message = dkga04Message(dataOf(one));
    expect(hexOfOctets(message)).toBe(one.message);
    const hmac = hmacSha256Under(octetsOf(one.vendingKey));
    expect(hexOfOctets(hmac(message))).toBe(one.hmacSha256);
    expect(hexOfKey(deriveDecoderKeyDkga04(hmac, dataOf(one)))).toBe(one.decoderKey);
  });

  test.each(invalid)('$id: $comment', (one) => {
    expect(refusalOf(() => deriveDecoderKey('04', octetsOf(one.vendingKey), dataOf(one)))).toBe(
      one.refusal,
    );
  });

  // A lent HMAC brings its own key, so only the refusals of the data are left.
  test.each(invalid.filter(({ refusal }) => refusal !== 'vending-key-length'))(
    '$id, under a lent HMAC: $comment',
    (one) => {
      const hmac = hmacSha256Under(octetsOf(one.vendingKey));
      expect(refusalOf(() => deriveDecoderKeyDkga04(hmac, dataOf(one)))).toBe(one.refusal);
    },
  );

  test('takes nothing but 32 octets for an HMAC-SHA-256', () => {
    const one = firstOf(valid);
    for (const length of [0, 16, 31, 33, 64]) {
      const hmac = (): Uint8Array => new Uint8Array(length);
      expect(refusalOf(() => deriveDecoderKeyDkga04(hmac, dataOf(one)))).toBe('hmac-length');
    }
  });
});

describe('HMAC-SHA-256', () => {
  // RFC 4231, test cases 1 and 2.
  test.each([
    {
      key: '0b'.repeat(20),
      message: '4869205468657265',
      code: 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    },
    {
      key: '4a656665',
      message: '7768617420646f2079612077616e7420666f72206e6f7468696e673f',
      code: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    },
  ])('of $message', ({ code, key, message }) => {
    const octets = octetsOf(key);
    const hmac = hmacSha256Under(octets);
    octets.fill(0);
    expect(hexOfOctets(hmac(octetsOf(message)))).toBe(code);
    expect(hexOfOctets(hmac(octetsOf(message)))).toBe(code);
  });
});

describe('any key generation algorithm', () => {
  const vectors = [
    ['01', 'dkga01.json'],
    ['02', 'dkga02.json'],
    ['03', 'dkga03.json'],
    ['04', 'dkga04.json'],
  ] as const;

  test.each(vectors)('DKGA%s gives the keys of %s', (dkga, file) => {
    for (const one of casesOf<KeyByDes>(file).valid) {
      const key = deriveDecoderKey(dkga, octetsOf(one.vendingKey), dataOf(one));
      expect(hexOfKey(key)).toBe(one.decoderKey);
    }
  });

  test.each(vectors)('DKGA%s refuses what %s refuses', (dkga, file) => {
    const { invalid } = casesOf<KeyByDes, RefusedKey>(file);
    for (const one of invalid) {
      const refused = () => deriveDecoderKey(dkga, octetsOf(one.vendingKey), dataOf(one));
      expect(refusalOf(refused)).toBe(one.refusal);
    }
  });

  test.each(vectors)('DKGA%s is the one for the meters of %s', (dkga, file) => {
    for (const one of casesOf<KeyByDes>(file).valid) {
      expect(dkgaOf(dataOf(one), one.vendingKey.length / 2)).toBe(dkga);
    }
  });

  test.each([0, 7, 9, 15, 17, 19, 21, 24])('no vending key has %i octets', (octets) => {
    const data = dataOf(firstOf(casesOf<KeyByDes>('dkga02.json').valid));
    expect(refusalOf(() => dkgaOf(data, octets))).toBe('vending-key-length');
  });

  // The data are refused before the vending key is looked at, and in this order.
  const common: DecoderKeyData = {
    ...dataOf(firstOf(casesOf<KeyByDes>('dkga02.json').valid)),
    keyType: 3,
  };
  test.each([
    ['04', { ...common, keyType: 0, encryptionAlgorithm: '09' }, 'ditk-not-derived'],
    ['04', { ...common, encryptionAlgorithm: '09' }, 'encryption-algorithm-not-of-dkga'],
    ['04', { ...common, encryptionAlgorithm: '11' }, 'dkga04-common-key'],
    ['04', { ...common, keyType: 2 }, 'vending-key-length'],
    ['01', { ...common, keyType: 0, encryptionAlgorithm: '11' }, 'ditk-not-derived'],
    ['01', { ...common, encryptionAlgorithm: '11' }, 'encryption-algorithm-not-of-dkga'],
    ['01', common, 'dkga01-meter'],
    ['02', common, 'vending-key-length'],
    ['03', common, 'vending-key-length'],
  ] as const)('DKGA%s, in order', (dkga, data, refusal) => {
    expect(refusalOf(() => deriveDecoderKey(dkga, new Uint8Array(3), data))).toBe(refusal);
  });

  test('a common key of a four-digit maker has two forms, others one', () => {
    for (const given of casesOf<KeyByDes>('dkga02.json').valid) {
      const data = dataOf(given);
      const isTwofold = data.keyType === 3 && data.meterPan.startsWith('0000');
      const second = hexOf(derivationBlock({ ...data, panBlockEdition: 2 }));
      const third = hexOf(derivationBlock({ ...data, panBlockEdition: 3 }));
      expect(second !== third).toBe(isTwofold);
    }
  });
});

describe('the table of encryption algorithms', () => {
  test.each(Object.entries(ENCRYPTION_ALGORITHMS))('%s', (code, row) => {
    expect(row.keyBits).toBe(8 * row.keyOctets);
    expect(isEncryptionAlgorithm(code)).toBe(true);
    expect(row.editions.length > 0).toBe(row.standard);
    expect(row.note.includes('Not part of IEC 62055-41')).toBe(!row.standard);
    // A private profile has a code the standard does not use.
    expect(row.standard).toBe(Number(code) < 60);
  });

  test('all codes are listed once, ascending', () => {
    expect(ENCRYPTION_ALGORITHM_CODES).toEqual(Object.keys(ENCRYPTION_ALGORITHMS).toSorted());
  });

  test.each(['', '7', '08', '10', '007', '60', '63', 'toString', 7, null, undefined])(
    '%j is no code',
    (code) => {
      expect(isEncryptionAlgorithm(code)).toBe(false);
    },
  );
});

describe('the table of key generation algorithms', () => {
  const data = {
    ...dataOf(firstOf(casesOf<KeyByDes>('dkga01.json').valid)),
  };

  // For each row and each encryption algorithm: a key of the right length, or the refusal.
  test.each(Object.keys(KEY_GENERATION_ALGORITHMS) as Dkga[])('DKGA%s', (dkga) => {
    const { encryptionAlgorithms, hasParity, vendingKeyOctets } = KEY_GENERATION_ALGORITHMS[dkga];
    const vendingKey = withOddParity(new Uint8Array(vendingKeyOctets).fill(0x5a));
    for (const encryptionAlgorithm of ENCRYPTION_ALGORITHM_CODES) {
      const derive = () => deriveDecoderKey(dkga, vendingKey, { ...data, encryptionAlgorithm });
      if (encryptionAlgorithms.includes(encryptionAlgorithm)) {
        expect(derive().length).toBe(ENCRYPTION_ALGORITHMS[encryptionAlgorithm].keyOctets);
      } else {
        expect(refusalOf(derive)).toBe('encryption-algorithm-not-of-dkga');
      }
    }
    const even = vendingKey.map((octet) => octet ^ 1);
    expect(hasOddParity(even)).toBe(false);
    if (hasParity) {
      expect(refusalOf(() => deriveDecoderKey(dkga, even, data))).toBe('vending-key-parity');
    } else {
      expect(deriveDecoderKey(dkga, even, data).length).toBe(8);
    }
  });

  test('each encryption algorithm gets its keys from some key generation algorithm', () => {
    const made = Object.values(KEY_GENERATION_ALGORITHMS).flatMap(
      (row) => row.encryptionAlgorithms,
    );
    expect([...new Set(made)].toSorted()).toEqual(ENCRYPTION_ALGORITHM_CODES);
  });

  test('is as sure of each as the facts are', () => {
    const confidences = Object.values(KEY_GENERATION_ALGORITHMS).map((row) => row.confidence);
    expect(confidences).toEqual(['medium', 'high', 'low', 'high']);
  });
});

describe('a decoder key', () => {
  const HEX = '00112233445566778899aabbccddeeff';
  const key = DecoderKey.fromHex(HEX);

  test('can be used', () => {
    expect(hexOfKey(key)).toBe(HEX);
    expect(key.length).toBe(16);
  });

  test('cannot be printed', () => {
    const printed = [
      String(key),
      `${key}`,
      JSON.stringify({ key }),
      JSON.stringify(Object.entries(key)),
      JSON.stringify(structuredClone({ ...key })),
      ...Reflect.ownKeys(key).map(String),
    ].join('\n');
    expect(printed).not.toMatch(/00\W*11\W*22|0,\s*17,\s*34|221\W+238/i);
    expect(String(key)).toBe('DecoderKey(redacted)');
  });

  test('does not change when the octets it was made from do', () => {
    const octets = new Uint8Array(8);
    const copied = new DecoderKey(octets);
    octets.fill(0xff);
    expect(hexOfKey(copied)).toBe('0000000000000000');
  });

  test('is written in hexadecimal as it was read', () => {
    expect(hexadecimalFromOctets(Uint8Array.of(0, 15, 16, 255))).toBe('000f10ff');
    const written = DecoderKey.fromHex('0123456789ABCDEF').use(hexadecimalFromOctets);
    expect(written).toBe('0123456789abcdef');
  });

  test('has 8 or 16 octets, and the refusal does not repeat what it was given', () => {
    for (const length of [0, 7, 9, 15, 17, 20]) {
      expect(refusalOf(() => new DecoderKey(new Uint8Array(length)))).toBe('decoder-key-length');
    }
    const error = refusalErrorOf(() => DecoderKey.fromHex('00112233445566zz'));
    expect(error.refusal).toBe('hexadecimal');
    expect(error.message).not.toMatch(/0011/);
    expect(refusalOf(() => DecoderKey.fromHex('001'))).toBe('hexadecimal');
    // Long enough that a pattern which tries it in pairs would run out of stack.
    expect(refusalOf(() => DecoderKey.fromHex('00'.repeat(5e6)))).toBe('decoder-key-length');
  });
});

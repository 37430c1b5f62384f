import { createHmac, createSecretKey } from 'node:crypto';
import { format, inspect } from 'node:util';
import {
  DecoderKey,
  type DecoderKeyData,
  type EncryptionAlgorithm,
} from '@wattvend/sts/decoder-key.js';
import { deriveDecoderKeyDkga02, hasOddParity } from '@wattvend/sts/dkga02.js';
import { deriveDecoderKeyDkga04, dkga04Message } from '@wattvend/sts/dkga04.js';
import { parseMeterPan } from '@wattvend/sts/meter-pan.js';
import {
  keyRevisionNumber,
  keyType,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import type { BaseDate } from '@wattvend/sts/token-identifier.js';
import { describe, expect, test } from 'vitest';
import { desEncrypt, desSchedule } from '../src/cipher/dea.ts';
import { derivationBlock } from '../src/decoder-key/derivation-block.ts';
import { blockOf, hexOf, octetsOf } from './hexadecimal-block.ts';
import { casesOf } from './vectors.ts';

interface Given {
  readonly vendingKey: string;
  readonly meterPan: string;
  readonly keyType: number;
  readonly supplyGroupCode: string;
  readonly tariffIndex: string;
  readonly keyRevisionNumber: number;
  readonly baseDate?: BaseDate;
  readonly encryptionAlgorithm?: EncryptionAlgorithm;
}

interface Dkga02 extends Given {
  readonly derivationBlock: string;
  readonly encryptedBlock: string;
  readonly decoderKey: string;
}

interface Dkga04 extends Given {
  readonly message: string;
  readonly hmacSha256: string;
  readonly decoderKey: string;
}

function dataOf(given: Given): DecoderKeyData {
  const parsed = parseMeterPan(given.meterPan);
  if (parsed.kind === 'fault') throw new Error(parsed.fault);
  return {
    meterPan: parsed.meterPan,
    supplyGroupCode: supplyGroupCode(given.supplyGroupCode),
    tariffIndex: tariffIndex(given.tariffIndex),
    keyRevisionNumber: keyRevisionNumber(given.keyRevisionNumber),
    keyType: keyType(given.keyType),
    baseDate: given.baseDate ?? 1993,
    encryptionAlgorithm: given.encryptionAlgorithm ?? '07',
  };
}

const hexOfKey = (key: DecoderKey): string =>
  key.use((octets) => Buffer.from(octets).toString('hex'));

describe('DKGA02, the vectors', () => {
  const { valid, invalid } = casesOf<Dkga02, Given>('dkga02.json');

  test.each(valid)('$id: $comment', (one) => {
    const block = derivationBlock(dataOf(one));
    expect(hexOf(block)).toBe(one.derivationBlock);
    desEncrypt(block, desSchedule(blockOf(one.vendingKey)));
    expect(hexOf(block)).toBe(one.encryptedBlock);
    const key = deriveDecoderKeyDkga02(octetsOf(one.vendingKey), dataOf(one));
    expect(hexOfKey(key)).toBe(one.decoderKey);
  });

  test.each(invalid)('$id: $comment', (one) => {
    expect(() => deriveDecoderKeyDkga02(octetsOf(one.vendingKey), dataOf(one))).toThrow(RangeError);
  });

  test('has no key for MISTY1', () => {
    const [one] = valid;
    if (one === undefined) throw new Error('no vectors');
    const data = { ...dataOf(one), encryptionAlgorithm: '11' } as const;
    expect(() => deriveDecoderKeyDkga02(octetsOf(one.vendingKey), data)).toThrow(RangeError);
  });

  test('does not depend on the base date', () => {
    const [one] = valid;
    if (one === undefined) throw new Error('no vectors');
    const data = { ...dataOf(one), baseDate: 2035 } as const;
    expect(hexOfKey(deriveDecoderKeyDkga02(octetsOf(one.vendingKey), data))).toBe(one.decoderKey);
  });
});

describe('DKGA04, the vectors', () => {
  const { valid, invalid } = casesOf<Dkga04, Given>('dkga04.json');
  const hmacUnder =
    (vendingKey: string) =>
    (message: Uint8Array): Uint8Array =>
      createHmac('sha256', createSecretKey(Buffer.from(vendingKey, 'hex')))
        .update(message)
        .digest();

  test.each(valid)('$id: $comment', (one) => {
    const message = dkga04Message(dataOf(one));
    expect(Buffer.from(message).toString('hex')).toBe(one.message);
    expect(Buffer.from(hmacUnder(one.vendingKey)(message)).toString('hex')).toBe(one.hmacSha256);
    const key = deriveDecoderKeyDkga04(hmacUnder(one.vendingKey), dataOf(one));
    expect(hexOfKey(key)).toBe(one.decoderKey);
  });

  test.each(invalid)('$id: $comment', (one) => {
    expect(() => deriveDecoderKeyDkga04(hmacUnder(one.vendingKey), dataOf(one))).toThrow(
      RangeError,
    );
  });

  test('takes nothing but 32 octets for an HMAC-SHA-256', () => {
    const [one] = valid;
    if (one === undefined) throw new Error('no vectors');
    for (const length of [0, 16, 31, 33, 64]) {
      const hmac = (): Uint8Array => new Uint8Array(length);
      expect(() => deriveDecoderKeyDkga04(hmac, dataOf(one))).toThrow(RangeError);
    }
  });
});

describe('a decoder key', () => {
  const HEX = '00112233445566778899aabbccddeeff';
  const key = DecoderKey.fromHex(HEX);

  test('can be used', () => {
    expect(hexOfKey(key)).toBe(HEX);
    expect(key.length).toBe(16);
  });

  test('cannot be printed in any way a program prints', () => {
    const printed = [
      String(key),
      `${key}`,
      JSON.stringify({ key }),
      inspect(key, { showHidden: true, depth: 9 }),
      inspect({ key: [key] }, { depth: 9 }),
      format('%s %o %O %j', key, key, key, key),
      JSON.stringify(Object.entries(key)),
      JSON.stringify(structuredClone({ ...key })),
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

  test('has 8 or 16 octets, and the refusal does not repeat what it was given', () => {
    for (const length of [0, 7, 9, 15, 17, 20]) {
      expect(() => new DecoderKey(new Uint8Array(length))).toThrow(RangeError);
    }
    expect(() => DecoderKey.fromHex('00112233445566zz')).toThrow(
      /^expected an even number of hexadecimal digits$/,
    );
    expect(() => DecoderKey.fromHex('001')).toThrow(RangeError);
  });
});

test('parity is looked at in every octet', () => {
  for (let place = 0; place < 8; place++) {
    const octets = new Uint8Array(8).fill(1);
    expect(hasOddParity(octets)).toBe(true);
    octets[place] = 3;
    expect(hasOddParity(octets)).toBe(false);
  }
  for (let octet = 0; octet < 256; octet++) {
    const ones = octet.toString(2).replaceAll('0', '').length;
    expect(hasOddParity(Uint8Array.of(octet))).toBe(ones % 2 === 1);
  }
});

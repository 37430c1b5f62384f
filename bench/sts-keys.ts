/** Decoder keys, and whole tokens whose key is derived on the way. */
import { createCipheriv, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import type { DecoderKeyData, EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import { deriveDecoderKeyDkga02 } from '@wattvend/sts/dkga02.js';
import { deriveDecoderKeyDkga04 } from '@wattvend/sts/dkga04.js';
import { type HmacSha256, hmacSha256Under } from '@wattvend/sts/hmac-sha-256.js';
import { makeDrn, meterPanFromDrn } from '@wattvend/sts/meter-pan.js';
import { keyRevisionNumber, supplyGroupCode, tariffIndex } from '@wattvend/sts/supply-group.js';
import { encryptToken } from '@wattvend/sts/token.js';
import { tokenCipher } from '@wattvend/sts/token-cipher.js';
import {
  type Calls,
  callsPerSecond,
  compared,
  inTurns,
  type Measurement,
  warmedUp,
} from './measurement.ts';
import { tokensToMake } from './sts-tokens.ts';

// The least this project promises itself: a key by DKGA04 and a token under it, on one thread.
const DKGA04_TOKENS_PER_SECOND_AIM = 150_000;

// Enough different meters that none is remembered.
const METERS = 4096;

// An invented key of odd parity.
const VENDING_KEY_64 = Uint8Array.of(0x0e, 0x68, 0xf7, 0x38, 0xad, 0x45, 0xc8, 0x70);
// An invented key.
const VENDING_KEY_160 = Uint8Array.from({ length: 20 }, (_, index) => (index * 73 + 41) % 256);

export async function measureKeys(): Promise<readonly Measurement[]> {
  const [dkga02 = 0, tripleDes = 0] = await inTurns([
    warmedUp(dkga02Keys()),
    warmedUp(tripleDesBlocks()),
  ]);
  const [dkga04 = 0, hmac = 0] = await inTurns([
    warmedUp(dkga04Keys(nodeHmac())),
    warmedUp(hmacs(nodeHmac())),
  ]);
  const aim = { name: 'aim', value: DKGA04_TOKENS_PER_SECOND_AIM };
  const wholeTokens = (ea: EncryptionAlgorithm, hmacName: string, under: HmacSha256): Measurement =>
    compared(
      `key by DKGA04 and credit token, EA${ea}, ${hmacName}`,
      callsPerSecond(dkga04Tokens(under, ea)),
      aim,
    );
  return [
    compared('decoder keys, DKGA02', dkga02, {
      name: 'node:crypto des-ede3, one block under a new key',
      value: tripleDes,
    }),
    compared('decoder keys, DKGA04', dkga04, {
      name: 'node:crypto HMAC-SHA-256 with a KeyObject, alone',
      value: hmac,
    }),
    wholeTokens('07', 'HMAC of node:crypto', nodeHmac()),
    wholeTokens('11', 'HMAC of node:crypto', nodeHmac()),
    wholeTokens('07', 'HMAC of the library', hmacSha256Under(VENDING_KEY_160)),
    wholeTokens('11', 'HMAC of the library', hmacSha256Under(VENDING_KEY_160)),
  ];
}

function nodeHmac(): HmacSha256 {
  const key = createSecretKey(VENDING_KEY_160);
  return (message) => createHmac('sha256', key).update(message).digest();
}

function meters(encryptionAlgorithm: EncryptionAlgorithm): readonly DecoderKeyData[] {
  return Array.from({ length: METERS }, (_, index) => ({
    meterPan: meterPanFromDrn(makeDrn('12', String(34_567_000 + index))),
    supplyGroupCode: supplyGroupCode('123456'),
    tariffIndex: tariffIndex('07'),
    keyRevisionNumber: keyRevisionNumber(1),
    keyType: 2,
    baseDate: 2014,
    encryptionAlgorithm,
  }));
}

function dkga02Keys(): Calls {
  const data = meters('07');
  return (count) => {
    let sum = 0;
    for (let index = 0; index < count; index++) {
      const meter = data[index % METERS];
      if (meter) sum += firstOctet(deriveDecoderKeyDkga02(VENDING_KEY_64, meter));
    }
    return sum;
  };
}

function dkga04Keys(hmac: HmacSha256): Calls {
  const data = meters('07');
  return (count) => {
    let sum = 0;
    for (let index = 0; index < count; index++) {
      const meter = data[index % METERS];
      if (meter) sum += firstOctet(deriveDecoderKeyDkga04(hmac, meter));
    }
    return sum;
  };
}

/** Key, schedule and token, for another meter each time. */
function dkga04Tokens(hmac: HmacSha256, encryptionAlgorithm: EncryptionAlgorithm): Calls {
  const data = meters(encryptionAlgorithm);
  const toMake = tokensToMake();
  return (count) => {
    let sum = 0;
    for (let index = 0; index < count; index++) {
      const meter = data[index % METERS];
      const token = toMake[index % toMake.length];
      if (!meter || !token) continue;
      const cipher = tokenCipher(encryptionAlgorithm, deriveDecoderKeyDkga04(hmac, meter));
      sum += encryptToken(token, cipher).charCodeAt(19);
    }
    return sum;
  };
}

function firstOctet(key: ReturnType<typeof deriveDecoderKeyDkga04>): number {
  return key.use((octets) => octets[0] ?? 0);
}

function hmacs(hmac: HmacSha256): Calls {
  // As long as the message of DKGA04.
  const message = randomBytes(49);
  return (count) => {
    let sum = 0;
    for (let index = 0; index < count; index++) sum += hmac(message)[0] ?? 0;
    return sum;
  };
}

function tripleDesBlocks(): Calls {
  // Single DES is DES-EDE3 with one key three times.
  const key = Buffer.concat([VENDING_KEY_64, VENDING_KEY_64, VENDING_KEY_64]);
  const block = randomBytes(8);
  return (count) => {
    let sum = 0;
    for (let index = 0; index < count; index++) {
      sum += createCipheriv('des-ede3', key, null).update(block)[0] ?? 0;
    }
    return sum;
  };
}

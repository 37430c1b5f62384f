/**
 * Credit tokens and decoder keys per second, on one thread. A token goes from its fields to twenty
 * digits with the key at hand, which is what a vend costs once the meter's key is known.
 */
import { createCipheriv, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import {
  DecoderKey,
  type DecoderKeyData,
  type EncryptionAlgorithm,
} from '@wattvend/sts/decoder-key.js';
import { deriveDecoderKeyDkga02 } from '@wattvend/sts/dkga02.js';
import { deriveDecoderKeyDkga04 } from '@wattvend/sts/dkga04.js';
import { makeDrn, meterPanFromDrn } from '@wattvend/sts/meter-pan.js';
import { keyRevisionNumber, supplyGroupCode, tariffIndex } from '@wattvend/sts/supply-group.js';
import { decryptToken, encryptCreditElectricity } from '@wattvend/sts/token.js';
import { tokenCipher } from '@wattvend/sts/token-cipher.js';
import { tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { callsPerSecond, type Measurement } from './measurement.ts';

// The least this project promises itself, per second on one thread.
const TOKENS_PER_SECOND_LIMIT = { '07': 250_000, '11': 1_000_000 } as const;

// Enough different tokens that neither a cache nor a branch predictor knows them all.
const TOKENS = 4096;

export async function run(): Promise<readonly Measurement[]> {
  const block = callsPerSecond(aesBlocks());
  const hmac = callsPerSecond(hmacs());
  const tripleDes = callsPerSecond(tripleDesBlocks());
  return [
    ...tokenMeasurements('07', block),
    ...tokenMeasurements('11', block),
    readMeasurement('07'),
    readMeasurement('11'),
    compared('decoder keys, DKGA02', callsPerSecond(dkga02Keys()), {
      name: 'node:crypto des-ede3, one block under a new key',
      value: tripleDes,
    }),
    compared('decoder keys, DKGA04', callsPerSecond(dkga04Keys()), {
      name: 'node:crypto HMAC-SHA-256 with a KeyObject, alone',
      value: hmac,
    }),
  ];
}

function compared(
  name: string,
  value: number,
  peer: { readonly name: string; readonly value: number },
): Measurement {
  return {
    name,
    value,
    unit: '1/s',
    comparedWith: `${peer.name}: ${Math.round(peer.value)} 1/s`,
    ratio: value / peer.value,
  };
}

function tokenMeasurements(
  encryptionAlgorithm: EncryptionAlgorithm,
  aesBlocksPerSecond: number,
): readonly Measurement[] {
  const name = `credit tokens made, EA${encryptionAlgorithm}`;
  const made = callsPerSecond(tokens(encryptionAlgorithm));
  return [
    compared(name, made, { name: 'limit', value: TOKENS_PER_SECOND_LIMIT[encryptionAlgorithm] }),
    compared(name, made, {
      name: 'node:crypto AES-128-ECB, one block under a prepared key',
      value: aesBlocksPerSecond,
    }),
  ];
}

function readMeasurement(encryptionAlgorithm: EncryptionAlgorithm): Measurement {
  return {
    name: `credit tokens read, EA${encryptionAlgorithm}`,
    value: callsPerSecond(readTokens(encryptionAlgorithm)),
    unit: '1/s',
    comparedWith: 'nothing: a meter reads one at a time',
    ratio: null,
  };
}

function cipherOf(encryptionAlgorithm: EncryptionAlgorithm) {
  const key = new DecoderKey(randomBytes(encryptionAlgorithm === '07' ? 8 : 16));
  return tokenCipher(encryptionAlgorithm, key);
}

function tokensToMake() {
  return Array.from({ length: TOKENS }, (_, index) => ({
    random: index % 16,
    tokenIdentifier: tokenIdentifier(6_000_000 + index),
    energy: tenthKwh((index * 7919) % 20_000),
  }));
}

function tokens(encryptionAlgorithm: EncryptionAlgorithm): (count: number) => unknown {
  const cipher = cipherOf(encryptionAlgorithm);
  const toMake = tokensToMake();
  return (count) => {
    let sum = 0;
    for (let index = 0; index < count; index++) {
      const token = toMake[index % TOKENS];
      // Looking at a digit makes sure that the digits were really written.
      if (token) sum += encryptCreditElectricity(token, cipher).charCodeAt(19);
    }
    return sum;
  };
}

function readTokens(encryptionAlgorithm: EncryptionAlgorithm): (count: number) => unknown {
  const cipher = cipherOf(encryptionAlgorithm);
  const made = tokensToMake().map((token) => encryptCreditElectricity(token, cipher));
  return (count) => {
    let read = 0;
    for (let index = 0; index < count; index++) {
      const token = made[index % TOKENS];
      if (token && decryptToken(token, cipher).kind === 'token') read += 1;
    }
    return read;
  };
}

const DATA: DecoderKeyData = {
  meterPan: meterPanFromDrn(makeDrn('12', '34567890')),
  supplyGroupCode: supplyGroupCode('123456'),
  tariffIndex: tariffIndex('07'),
  keyRevisionNumber: keyRevisionNumber(1),
  keyType: 2,
  baseDate: 2014,
  encryptionAlgorithm: '07',
};

// An invented key of odd parity.
const VENDING_KEY_64 = Uint8Array.of(0x0e, 0x68, 0xf7, 0x38, 0xad, 0x45, 0xc8, 0x70);

function dkga02Keys(): (count: number) => unknown {
  return (count) => {
    let sum = 0;
    for (let index = 0; index < count; index++) {
      sum += deriveDecoderKeyDkga02(VENDING_KEY_64, DATA).use((octets) => octets[0] ?? 0);
    }
    return sum;
  };
}

function dkga04Keys(): (count: number) => unknown {
  const vendingKey = createSecretKey(randomBytes(20));
  const hmac = (message: Uint8Array): Uint8Array =>
    createHmac('sha256', vendingKey).update(message).digest();
  return (count) => {
    let sum = 0;
    for (let index = 0; index < count; index++) {
      sum += deriveDecoderKeyDkga04(hmac, DATA).use((octets) => octets[0] ?? 0);
    }
    return sum;
  };
}

function hmacs(): (count: number) => unknown {
  const key = createSecretKey(randomBytes(20));
  // As long as the message of DKGA04.
  const message = randomBytes(49);
  return (count) => {
    let sum = 0;
    for (let index = 0; index < count; index++) {
      sum += createHmac('sha256', key).update(message).digest()[0] ?? 0;
    }
    return sum;
  };
}

function aesBlocks(): (count: number) => unknown {
  const cipher = createCipheriv('aes-128-ecb', randomBytes(16), null);
  const block = randomBytes(16);
  return (count) => {
    let sum = 0;
    for (let index = 0; index < count; index++) sum += cipher.update(block)[0] ?? 0;
    return sum;
  };
}

function tripleDesBlocks(): (count: number) => unknown {
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

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { name, value, unit, comparedWith, ratio } of await run()) {
    const times = ratio === null ? '' : `, ${ratio.toFixed(2)} times`;
    process.stdout.write(`${name}: ${Math.round(value)} ${unit}${times} (${comparedWith})\n`);
  }
}

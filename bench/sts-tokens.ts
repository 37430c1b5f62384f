/**
 * What is measured of tokens: the same code in Node and, bundled into a page, in a browser. So it
 * takes nothing from either.
 */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { blockFromOctets } from '@wattvend/sts/block64.js';
import type { CreditElectricityToken } from '@wattvend/sts/credit.js';
import { DecoderKey, type EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import { makeDrn, meterPanFromDrn } from '@wattvend/sts/meter-pan.js';
import { decryptToken, encryptToken } from '@wattvend/sts/token.js';
import { type TokenCipher, tokenCipher } from '@wattvend/sts/token-cipher.js';
import { tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import type { Calls } from './measurement.ts';

// Enough different tokens that neither a cache nor a branch predictor knows them all.
const TOKENS = 4096;

// An invented key; eight octets of it where the algorithm takes eight.
const KEY = Uint8Array.of(
  0x2b,
  0x91,
  0x0d,
  0xe6,
  0x54,
  0x7a,
  0xc3,
  0x18,
  0x6f,
  0x05,
  0xb2,
  0xd9,
  0x40,
  0x8e,
  0xf7,
  0x3c,
);
const METER_PAN = meterPanFromDrn(makeDrn('12', '34567890'));

export function cipherOf(encryptionAlgorithm: EncryptionAlgorithm): TokenCipher {
  const isShort = encryptionAlgorithm === '07' || encryptionAlgorithm === '09';
  const key = new DecoderKey(isShort ? KEY.slice(0, 8) : KEY);
  return tokenCipher(encryptionAlgorithm, key, { meterPan: METER_PAN });
}

/** Different tokens in the order in which a meter would be sold them. */
export function tokensToMake(): readonly CreditElectricityToken[] {
  return Array.from({ length: TOKENS }, (_, index) => ({
    tokenClass: 0,
    subclass: 0,
    name: 'electricity',
    random: index % 16,
    // A token every ten minutes never meets the reserved minute, 00:01.
    tokenIdentifier: tokenIdentifier(5_760_000 + 10 * index),
    energy: tenthKwh((index * 7919) % 20_000),
  }));
}

/** From the members of a token to its twenty digits, the key at hand. */
export function makingTokens(encryptionAlgorithm: EncryptionAlgorithm): Calls {
  const cipher = cipherOf(encryptionAlgorithm);
  const toMake = tokensToMake();
  return (count) => {
    let sum = 0;
    for (let index = 0; index < count; index++) {
      const token = toMake[index % TOKENS];
      // Looking at a digit makes sure that the digits were really written.
      if (token) sum += encryptToken(token, cipher).charCodeAt(19);
    }
    return sum;
  };
}

/** From twenty digits to the members, the checksum right. */
export function readingTokens(encryptionAlgorithm: EncryptionAlgorithm): Calls {
  const cipher = cipherOf(encryptionAlgorithm);
  const made = tokensToMake().map((token) => encryptToken(token, cipher));
  return (count) => {
    let read = 0;
    for (let index = 0; index < count; index++) {
      const token = made[index % TOKENS];
      if (token && decryptToken(token, cipher).kind === 'token') read += 1;
    }
    if (read !== count) throw new Error(`${count - read} of ${count} tokens were not read`);
    return read;
  };
}

/** One block through the cipher, each time its own output. */
export function cipherBlocks(
  encryptionAlgorithm: EncryptionAlgorithm,
  direction: 'encrypt' | 'decrypt',
): Calls {
  const cipher = cipherOf(encryptionAlgorithm);
  const block = blockFromOctets(KEY.slice(8));
  return direction === 'encrypt'
    ? (count) => {
        for (let index = 0; index < count; index++) cipher.encrypt(block);
        return block.low;
      }
    : (count) => {
        for (let index = 0; index < count; index++) cipher.decrypt(block);
        return block.low;
      };
}

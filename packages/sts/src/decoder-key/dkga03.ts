/**
 * DKGA03: a decoder key by triple DES from a vending key of 128 bits, two DES keys one behind the
 * other (IEC 62055-41, first and second edition; withdrawn in the third). Confidence: low. Formula
 * and order of octets are known from one source, and no meter is known to us that uses it.
 *
 *     DK = DES-EDE(keys = VK1, VK2, VK1; data = B) XOR B        with B = PANBlock XOR CONTROLBlock
 */
import { newBlock64, octetsFromBlock } from '../cipher/block64.ts';
import { tdeaEncrypt, tdeaSchedule } from '../cipher/tdea.ts';
import { DecoderKey, type DecoderKeyData } from './decoder-key.ts';
import { derivationBlock } from './derivation-block.ts';
import { assertKeyIsDerived, assertVendingKey } from './key-generation-algorithms.ts';

/**
 * Derives the key of one meter, for encryption algorithm 07 or 09. Throws StsRefusalError, in this
 * order: ditk-not-derived; encryption-algorithm-not-of-dkga; vending-key-length unless it has 16
 * octets; vending-key-parity.
 */
export function deriveDecoderKeyDkga03(
  vendingKey: Readonly<Uint8Array>,
  data: DecoderKeyData,
): DecoderKey {
  assertKeyIsDerived('03', data);
  assertVendingKey('03', vendingKey);

  const derivation = derivationBlock(data);
  const block = newBlock64(derivation.high, derivation.low);
  tdeaEncrypt(block, tdeaSchedule(vendingKey));
  block.high = (block.high ^ derivation.high) >>> 0;
  block.low = (block.low ^ derivation.low) >>> 0;
  return new DecoderKey(octetsFromBlock(block));
}

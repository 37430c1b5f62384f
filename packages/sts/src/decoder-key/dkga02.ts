/**
 * DKGA02: a decoder key by single DES from a vending key of 64 bits (IEC 62055-41, 6.5.3).
 *
 *     DK = DES(key = VK, data = B) XOR B XOR VK        with B = PANBlock XOR CONTROLBlock
 *
 * The base date does not enter: with DKGA02 a new base date needs a new vending key.
 */
import { blockFromOctets, newBlock64, octetsFromBlock } from '../cipher/block64.ts';
import { desEncrypt, desSchedule } from '../cipher/dea.ts';
import { DecoderKey, type DecoderKeyData } from './decoder-key.ts';
import { derivationBlock } from './derivation-block.ts';
import { assertKeyIsDerived, assertVendingKey } from './key-generation-algorithms.ts';

/**
 * Derives the key of one meter, for encryption algorithm 07 or 09. It does not ask whether DKGA01
 * would apply to the meter. Throws StsRefusalError, in this order: ditk-not-derived;
 * encryption-algorithm-not-of-dkga; vending-key-length unless it has 8 octets; vending-key-parity.
 */
export function deriveDecoderKeyDkga02(
  vendingKey: Readonly<Uint8Array>,
  data: DecoderKeyData,
): DecoderKey {
  assertKeyIsDerived('02', data);
  assertVendingKey('02', vendingKey);

  const derivation = derivationBlock(data);
  const vending = blockFromOctets(vendingKey);
  const block = newBlock64(derivation.high, derivation.low);
  desEncrypt(block, desSchedule(vending));
  block.high = (block.high ^ derivation.high ^ vending.high) >>> 0;
  block.low = (block.low ^ derivation.low ^ vending.low) >>> 0;
  return new DecoderKey(octetsFromBlock(block));
}

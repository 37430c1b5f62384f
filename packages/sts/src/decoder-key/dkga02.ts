/**
 * DKGA02: a decoder key by single DES from a vending key of 64 bits (IEC 62055-41, 6.5.3).
 *
 *     DK = DES(key = VK, data = B) XOR B XOR VK        with B = PANBlock XOR CONTROLBlock
 *
 * The base date does not enter: with DKGA02 a new base date needs a new vending key.
 */
import type { Block64 } from '../cipher/block64.ts';
import { blockFromOctets, octetsFromBlock } from '../cipher/block64.ts';
import { desEncrypt, desSchedule } from '../cipher/dea.ts';
import { DecoderKey, type DecoderKeyData } from './decoder-key.ts';
import { derivationBlock } from './derivation-block.ts';

const VENDING_KEY_OCTETS = 8;

/**
 * Derives the key of one meter. Throws RangeError for key type 0, which is put in at the factory
 * and never derived; for encryption algorithm 11, whose keys are twice as long; and for a vending
 * key that does not have 8 octets of odd parity. The parity bits enter the result through the XOR,
 * so a key without odd parity is refused and not mended: two systems that mend differently would
 * make different meter keys.
 */
export function deriveDecoderKeyDkga02(
  vendingKey: Readonly<Uint8Array>,
  data: DecoderKeyData,
): DecoderKey {
  if (data.keyType === 0) throw new RangeError('an initialisation key (DITK) is not derived');
  if (data.encryptionAlgorithm !== '07') {
    throw new RangeError('DKGA02 makes keys of 64 bits, for encryption algorithm 07 only');
  }
  if (vendingKey.length !== VENDING_KEY_OCTETS) {
    throw new RangeError(
      `a DKGA02 vending key has ${VENDING_KEY_OCTETS} octets, got ${vendingKey.length}`,
    );
  }
  if (!hasOddParity(vendingKey)) throw new RangeError('a DKGA02 vending key has odd parity');

  const derivation = derivationBlock(data);
  const vending = blockFromOctets(vendingKey);
  const block: Block64 = { high: derivation.high, low: derivation.low };
  desEncrypt(block, desSchedule(vending));
  block.high = (block.high ^ derivation.high ^ vending.high) >>> 0;
  block.low = (block.low ^ derivation.low ^ vending.low) >>> 0;
  return new DecoderKey(octetsFromBlock(block));
}

/** Whether every octet has an odd number of ones (FIPS 46-3: the last bit of each sees to it). */
export function hasOddParity(key: Readonly<Uint8Array>): boolean {
  return key.every((octet) => {
    let folded = octet ^ (octet >> 4);
    folded ^= folded >> 2;
    folded ^= folded >> 1;
    return (folded & 1) === 1;
  });
}

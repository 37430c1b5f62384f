/**
 * DKGA01: a decoder key of a legacy meter by single DES from a vending key of 64 bits (IEC 62055-41,
 * 6.5.3). Confidence: medium; the direction of the DES step is known from one source.
 *
 *     DK = DES(key = B, data = VK) XOR VK        with B = PANBlock XOR CONTROLBlock
 *
 * Key and data stand the other way round than in DKGA02. Which meters it applies to is a list.
 */

import { blockFromOctets, newBlock64, octetsFromBlock } from '../cipher/block64.ts';
import { desEncrypt, desSchedule } from '../cipher/dea.ts';
import { frozen } from '../frozen.ts';
import { drnFromMeterPan } from '../meter-pan/meter-pan.ts';
import { StsRefusalError } from '../refusal.ts';
import { DecoderKey, type DecoderKeyData } from './decoder-key.ts';
import { derivationBlock } from './derivation-block.ts';
import { assertKeyIsDerived, assertVendingKey } from './key-generation-algorithms.ts';

export interface Dkga01Range {
  readonly drnFirst: string;
  /** Included. */
  readonly drnLast: string;
}

/** The legacy meters, by printed number (DRN) of 11 digits, for default and unique keys. */
// biome-ignore format: a range to a line.
export const DKGA01_RANGES: readonly Dkga01Range[] = frozen([
  { drnFirst: '01000000000', drnLast: '01004999999' },
  { drnFirst: '01090000000', drnLast: '01090004999' },
  { drnFirst: '03000000000', drnLast: '03114000009' },
  { drnFirst: '04000000000', drnLast: '04059999999' },
  { drnFirst: '06010000000', drnLast: '06039999999' },
  { drnFirst: '06400000000', drnLast: '06419999999' },
  { drnFirst: '06660000000', drnLast: '06699999999' },
  { drnFirst: '06990000010', drnLast: '06990009999' },
  { drnFirst: '07000000000', drnLast: '07020999999' },
]);

/** The supply groups whose common keys are made by DKGA01, whatever the meter. */
export const DKGA01_COMMON_KEY_SUPPLY_GROUPS: readonly string[] = frozen([
  '100702',
  '990400',
  '990401',
  '990402',
  '990403',
  '990404',
  '990405',
]);

const DRN_DIGITS_OF_TWO_DIGIT_MAKERS = 11;
const KEY_REVISION_NUMBER_OF_LEGACY_KEYS = 1;

/**
 * Whether this key of this meter is made by DKGA01 when its vending key has 64 bits: encryption
 * algorithm 07, key revision 1, a maker of two digits, and a listed number or, for a common key, a
 * listed supply group.
 */
export function isDkga01Meter(data: DecoderKeyData): boolean {
  const drn = drnFromMeterPan(data.meterPan);
  if (drn.length !== DRN_DIGITS_OF_TWO_DIGIT_MAKERS) return false;
  if (data.keyRevisionNumber !== KEY_REVISION_NUMBER_OF_LEGACY_KEYS) return false;
  if (data.encryptionAlgorithm !== '07' || data.keyType === 0) return false;
  if (data.keyType === 3) return DKGA01_COMMON_KEY_SUPPLY_GROUPS.includes(data.supplyGroupCode);
  // Texts of the same number of digits compare like the numbers.
  return DKGA01_RANGES.some(({ drnFirst, drnLast }) => drnFirst <= drn && drn <= drnLast);
}

/**
 * Derives the key of one meter. Throws StsRefusalError, in this order: ditk-not-derived;
 * encryption-algorithm-not-of-dkga unless it is 07; dkga01-meter for a key that is not listed;
 * vending-key-length unless it has 8 octets; vending-key-parity.
 */
export function deriveDecoderKeyDkga01(
  vendingKey: Readonly<Uint8Array>,
  data: DecoderKeyData,
): DecoderKey {
  assertKeyIsDerived('01', data);
  if (!isDkga01Meter(data)) throw new StsRefusalError('dkga01-meter');
  assertVendingKey('01', vendingKey);

  const vending = blockFromOctets(vendingKey);
  const block = newBlock64(vending.high, vending.low);
  desEncrypt(block, desSchedule(derivationBlock(data)));
  block.high = (block.high ^ vending.high) >>> 0;
  block.low = (block.low ^ vending.low) >>> 0;
  return new DecoderKey(octetsFromBlock(block));
}

/**
 * The block that DES-based key generation encrypts: PANBlock XOR CONTROLBlock
 * (IEC 62055-41, 6.5.3). Each of the two is sixteen hexadecimal digits.
 */
import { type Block64, newBlock64 } from '../cipher/block64.ts';
import { drnFromMeterPan } from '../meter-pan/meter-pan.ts';
import type { DecoderKeyData } from './decoder-key.ts';

// A common key belongs to no meter, so its PANBlock is the issuer's alone.
const PAN_BLOCK_OF_COMMON_KEYS = '0072700000000000';

// In the second edition the common keys of four-digit makers, whose issuer is 0000, had this.
const PAN_BLOCK_OF_COMMON_KEYS_EDITION_2 = '0000000000000000';

const DRN_DIGITS_OF_TWO_DIGIT_MAKERS = 11;

/** The last digits of the issuer's number and the whole DRN, sixteen together. */
function panBlock(data: DecoderKeyData): string {
  const drn = drnFromMeterPan(data.meterPan);
  const hasTwoDigitMaker = drn.length === DRN_DIGITS_OF_TWO_DIGIT_MAKERS;
  if (data.keyType === 3) {
    return data.panBlockEdition === 2 && !hasTwoDigitMaker
      ? PAN_BLOCK_OF_COMMON_KEYS_EDITION_2
      : PAN_BLOCK_OF_COMMON_KEYS;
  }
  return (hasTwoDigitMaker ? '00727' : '000') + drn;
}

/** The tariff index stands here as two decimal digits; in a key change token it is binary. */
function controlBlock(data: DecoderKeyData): string {
  return `${data.keyType}${data.supplyGroupCode}${data.tariffIndex}${data.keyRevisionNumber}ffffff`;
}

/** PANBlock XOR CONTROLBlock. */
export function derivationBlock(data: DecoderKeyData): Block64 {
  const pan = panBlock(data);
  const control = controlBlock(data);
  return newBlock64(
    exclusiveOr(pan.slice(0, 8), control.slice(0, 8)),
    exclusiveOr(pan.slice(8), control.slice(8)),
  );
}

function exclusiveOr(a: string, b: string): number {
  return (Number.parseInt(a, 16) ^ Number.parseInt(b, 16)) >>> 0;
}

/**
 * The key a meter leaves the factory with: the decoder initialisation transfer key (DITK,
 * IEC 62055-41, 6.5.2). It is derived from nothing, so all of it is chance.
 */
import { DecoderKey, type EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import { ENCRYPTION_ALGORITHMS } from '@wattvend/sts/encryption-algorithms.js';
import { hexadecimalFromOctets } from '@wattvend/sts/hexadecimal.js';
import { withOddParity } from '@wattvend/sts/key-parity.js';

export type InitialisationKey =
  | { readonly kind: 'key'; readonly decoderKey: DecoderKey }
  /** Draw again: one in more than 2^51 draws, or a source of chance that is none. */
  | { readonly kind: 'fault'; readonly fault: 'weak-key' };

// The keys of DES that undo themselves or each other (FIPS 74, 3.6), with odd parity.
const DES_WEAK_KEYS: ReadonlySet<string> = new Set([
  '0101010101010101',
  'fefefefefefefefe',
  'e0e0e0e0f1f1f1f1',
  '1f1f1f1f0e0e0e0e',
  '011f011f010e010e',
  '1f011f010e010e01',
  '01e001e001f101f1',
  'e001e001f101f101',
  '01fe01fe01fe01fe',
  'fe01fe01fe01fe01',
  '1fe01fe00ef10ef1',
  'e01fe01ff10ef10e',
  '1ffe1ffe0efe0efe',
  'fe1ffe1ffe0efe0e',
  'e0fee0fef1fef1fe',
  'fee0fee0fef1fef1',
]);

const DES_ALGORITHMS: readonly EncryptionAlgorithm[] = ['09', '61'];

const DES_KEY_HEX_DIGITS = 16;

/**
 * A key of chance octets, as many as the algorithm's keys have; RangeError for another number. For
 * DES each octet gets odd parity, which hardware that keeps keys may ask for: 56 or 112 bits of the
 * chance remain.
 */
export function initialisationKey(
  algorithm: EncryptionAlgorithm,
  chance: Readonly<Uint8Array>,
): InitialisationKey {
  const { keyOctets } = ENCRYPTION_ALGORITHMS[algorithm];
  if (chance.length !== keyOctets) {
    throw new RangeError(
      `a key for encryption algorithm ${algorithm} is ${keyOctets} octets of chance, ` +
        `got ${chance.length}`,
    );
  }
  const isDes = DES_ALGORITHMS.includes(algorithm);
  const octets = isDes ? withOddParity(chance) : Uint8Array.from(chance);
  if (isConstant(octets) || (isDes && isWeakForDes(octets))) {
    return { kind: 'fault', fault: 'weak-key' };
  }
  return { kind: 'key', decoderKey: new DecoderKey(octets) };
}

function isConstant(octets: Readonly<Uint8Array>): boolean {
  return octets.every((octet) => octet === octets[0]);
}

// With two equal halves the triple cipher is the single one.
function isWeakForDes(octets: Readonly<Uint8Array>): boolean {
  const hex = hexadecimalFromOctets(octets);
  const [first, second] = [hex.slice(0, DES_KEY_HEX_DIGITS), hex.slice(DES_KEY_HEX_DIGITS)];
  return first === second || DES_WEAK_KEYS.has(first) || DES_WEAK_KEYS.has(second);
}

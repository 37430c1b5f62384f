/** Hexadecimal text of octet strings, most significant octet first, as keys are written down. */
import { StsRefusalError } from '../refusal.ts';

/** Throws StsRefusalError (hexadecimal) unless the text is an even number of hexadecimal digits. */
export function octetsFromHexadecimal(text: string): Uint8Array {
  if (text.length % 2 !== 0 || /[^0-9a-fA-F]/.test(text)) {
    // The text is not repeated: it may be a key.
    throw new StsRefusalError('hexadecimal');
  }
  const octets = new Uint8Array(text.length / 2);
  for (let index = 0; index < octets.length; index++) {
    octets[index] = Number.parseInt(text.slice(2 * index, 2 * index + 2), 16);
  }
  return octets;
}

/** The reverse, in lower case. What it writes of a key is as secret as the key. */
export function hexadecimalFromOctets(octets: Readonly<Uint8Array>): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');
}

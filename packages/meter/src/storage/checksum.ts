/**
 * CRC-32 as in IEEE 802.3 (ISO/IEC 8802-3, frame check sequence), over the characters of an ASCII
 * text. It tells a torn or decayed memory from a sound one. It is no defence against someone who
 * alters the memory on purpose: a meter's memory is protected by its sealed case.
 */
import { crc32Register } from './octet-checksum.ts';

/** Returns eight lower-case hex digits. Refuses a text that is not ASCII. */
export function crc32Hex(text: string): string {
  let register = ~0;
  for (let at = 0; at < text.length; at++) {
    const octet = text.charCodeAt(at);
    if (octet > 0x7f) throw new RangeError(`the checksum is over ASCII, found U+${octet}`);
    register = crc32Register(register, octet);
  }
  return (~register >>> 0).toString(16).padStart(8, '0');
}

/** The operation `crc`: the checksum of any octets, as it stands in a token. */
import { crcOfOctets } from '@wattvend/sts/crc.js';
import { type Answer, isRefusal, type JsonObject, readHex } from '../request.ts';

export function formatCrc(crc: number): string {
  return crc.toString(16).padStart(4, '0');
}

export function answerCrc(request: JsonObject): Answer {
  const octets = readHex(request, 'hex');
  if (isRefusal(octets)) return octets;
  return { ok: true, crc: formatCrc(crcOfOctets(octets)) };
}

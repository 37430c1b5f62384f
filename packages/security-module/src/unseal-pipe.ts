/**
 * How the unseal secret enters the process: over standard input, as one octet for its kind, its
 * length as a 32-bit big-endian number, and its octets. Never in the arguments or the environment,
 * which every process of the same user can read. The pipe stays open afterwards; its end means that
 * the parent is gone.
 */
import type { Readable } from 'node:stream';
import type { UnsealOctets } from './unseal-secret.ts';

const KINDS = ['passphrase', 'key'] as const;
const HEAD_OCTETS = 5;
const SECRET_OCTETS_MAX = 1024;

/** What the parent writes. The secret's octets are zeroed; the caller zeroes the result. */
export function encodeUnsealSecret(secret: UnsealOctets): Buffer {
  const octets = Buffer.alloc(HEAD_OCTETS + secret.octets.length);
  octets.writeUInt8(KINDS.indexOf(secret.kind), 0);
  octets.writeUInt32BE(secret.octets.length, 1);
  secret.octets.copy(octets, HEAD_OCTETS);
  secret.octets.fill(0);
  return octets;
}

/** Reads the secret, or null when the pipe ends or carries something else. Zeroes what it read. */
export function readUnsealSecret(input: Readable): Promise<UnsealOctets | null> {
  return new Promise((resolve) => {
    const octets = Buffer.alloc(HEAD_OCTETS + SECRET_OCTETS_MAX);
    let length = 0;
    const settle = (secret: UnsealOctets | null): void => {
      octets.fill(0);
      input.off('data', receive);
      input.off('end', fail);
      input.off('error', fail);
      resolve(secret);
    };
    const fail = (): void => settle(null);
    const receive = (chunk: Buffer): void => {
      const isTooMuch = length + chunk.length > octets.length;
      if (!isTooMuch) chunk.copy(octets, length);
      length += chunk.length;
      chunk.fill(0);
      if (isTooMuch) fail();
      if (length < HEAD_OCTETS || isTooMuch) return;
      const end = HEAD_OCTETS + octets.readUInt32BE(1);
      const kind = KINDS[octets.readUInt8(0)];
      if (kind === undefined || end > octets.length || length > end) fail();
      else if (length === end) {
        settle({ kind, octets: Buffer.from(octets.subarray(HEAD_OCTETS, end)) });
      }
    };
    input.on('data', receive);
    input.once('end', fail);
    input.once('error', fail);
  });
}

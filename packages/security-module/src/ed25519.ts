/**
 * Ed25519 keys (RFC 8032) as their bare 32 octets, and back. node:crypto takes them only inside the
 * DER of RFC 8410, whose wrapping is the same octets for every key.
 */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

export const ED25519_KEY_OCTETS = 32;

const PRIVATE_KEY_WRAPPING = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_KEY_WRAPPING = Buffer.from('302a300506032b6570032100', 'hex');

/** The private key of a seed of 32 octets. The wrapped copy is zeroed. */
export function ed25519PrivateKey(seed: Uint8Array): KeyObject {
  assertLength(seed);
  const der = Buffer.concat([PRIVATE_KEY_WRAPPING, seed]);
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } finally {
    der.fill(0);
  }
}

/** Throws RangeError unless there are 32 octets. */
export function ed25519PublicKey(octets: Uint8Array): KeyObject {
  assertLength(octets);
  const der = Buffer.concat([PUBLIC_KEY_WRAPPING, octets]);
  return createPublicKey({ key: der, format: 'der', type: 'spki' });
}

/** The 32 octets of a public key, or of the public half of a private one; RangeError otherwise. */
export function ed25519PublicOctets(key: KeyObject): Buffer {
  if (key.asymmetricKeyType !== 'ed25519') throw new RangeError('an Ed25519 key was expected');
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  const der = publicKey.export({ format: 'der', type: 'spki' });
  return Buffer.from(der.subarray(PUBLIC_KEY_WRAPPING.length));
}

function assertLength(octets: Uint8Array): void {
  if (octets.length !== ED25519_KEY_OCTETS) {
    throw new RangeError(`an Ed25519 key has ${ED25519_KEY_OCTETS} octets, got ${octets.length}`);
  }
}

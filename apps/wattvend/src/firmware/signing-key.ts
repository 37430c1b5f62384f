/** Ed25519 keys in PEM files, as OpenSSL writes them. */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isTrustableKey } from '@wattvend/meter/image.js';
import { UnusableInput, withFile } from '../command-end.ts';

const KEY_OCTETS = 32;

/** The key that signs. What the library says of a file is not repeated: it may be a key. */
export async function signingKeyOf(file: string): Promise<KeyObject> {
  const pem = await withFile(file, () => readFile(file, 'utf8'));
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Told below.
  }
  throw new UnusableInput(`${file} is not an Ed25519 private key in PEM, without a passphrase`);
}

/** The key that verifies, as meters hold it: lower-case hex. */
export async function publicKeyHexOf(file: string): Promise<string> {
  const pem = await withFile(file, () => readFile(file, 'utf8'));
  // A private key would pass for its public half, and be copied to where it must not be.
  if (pem.includes('PRIVATE KEY')) {
    throw new UnusableInput(`${file} is a private key; give the public key alone`);
  }
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType === 'ed25519') {
      const hex = key.export({ format: 'der', type: 'spki' }).subarray(-KEY_OCTETS).toString('hex');
      if (isTrustableKey(hex)) return hex;
    }
  } catch {
    // Told below.
  }
  throw new UnusableInput(`${file} is not an Ed25519 public key in PEM`);
}

/**
 * Secrets made of chance: session ids and API keys have 256 bits. They are stored as SHA-256, which
 * is enough, since nobody can guess 256 bits and a copy of the table opens nothing.
 */
import { createHash, randomBytes } from 'node:crypto';

const SECRET_OCTETS = 32;

/** 43 characters of base64url. */
export function newSecret(): string {
  return randomBytes(SECRET_OCTETS).toString('base64url');
}

/** 32 octets. */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}

/**
 * The key that keeps second factors safe from whoever has only the database: secrets of one-time
 * codes are sealed with it, recovery codes are hashed with it. It lies in the server's secrets.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { UserId } from '../staff/users.ts';

export interface Owner {
  readonly utilityId: UtilityId;
  readonly userId: UserId;
}

export interface FactorKey {
  /** AES-256-GCM, bound to its owner: nonce, ciphertext, tag. */
  seal(secret: Uint8Array, owner: Owner): Uint8Array;
  /** Throws on what was altered, belongs to another or was sealed with another key. */
  unseal(sealed: Uint8Array, owner: Owner): Uint8Array;
  /** 32 octets. */
  hashCode(code: string, owner: Owner): Uint8Array;
}

const KEY_OCTETS = 32;
const NONCE_OCTETS = 12;
const TAG_OCTETS = 16;
const CIPHER = 'aes-256-gcm';

/** `octets` are 32 of chance. Throws RangeError for another number. */
export function createFactorKey(octets: Uint8Array): FactorKey {
  if (octets.length !== KEY_OCTETS) throw new RangeError('a factor key has 32 octets');
  const derived = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', octets, '', `wattvend second factor 1 ${use}`, KEY_OCTETS));
  const sealing = derived('seal');
  const hashing = derived('hash');
  return {
    seal(secret, owner) {
      const nonce = randomBytes(NONCE_OCTETS);
      const cipher = createCipheriv(CIPHER, sealing, nonce).setAAD(nameOf(owner));
      return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
    },
    unseal(sealed, owner) {
      const octetsOf = Buffer.from(sealed);
      const nonce = octetsOf.subarray(0, NONCE_OCTETS);
      const tag = octetsOf.subarray(octetsOf.length - TAG_OCTETS);
      const decipher = createDecipheriv(CIPHER, sealing, nonce, { authTagLength: TAG_OCTETS });
      decipher.setAAD(nameOf(owner)).setAuthTag(tag);
      const body = octetsOf.subarray(NONCE_OCTETS, octetsOf.length - TAG_OCTETS);
      return Buffer.concat([decipher.update(body), decipher.final()]);
    },
    hashCode: (code, owner) =>
      createHmac('sha256', hashing).update(nameOf(owner)).update(`\n${code}`).digest(),
  };
}

function nameOf({ utilityId, userId }: Owner): Buffer {
  return Buffer.from(`${utilityId}\n${userId}`);
}

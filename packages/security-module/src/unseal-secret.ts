/**
 * What opens the sealed file: a passphrase a person remembers, from which scrypt (RFC 7914) makes
 * the key, or the 32 octets of a key that another store keeps.
 */
import { scrypt } from 'node:crypto';

export type UnsealSecret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'key'; readonly key: Uint8Array };

/** The same as octets, which unlike a string can be zeroed after use. */
export interface UnsealOctets {
  readonly kind: UnsealSecret['kind'];
  readonly octets: Buffer;
}

/** How the file's key is made; stands in the header of the sealed file. */
export type KeyDerivation =
  | {
      readonly name: 'scrypt';
      readonly n: number;
      readonly r: number;
      readonly p: number;
      readonly salt: Buffer;
    }
  | { readonly name: 'none' };

// 128 MiB and about half a second for each guess. OWASP names N = 2^17, r = 8, p = 1 as the first
// choice for scrypt.
const SCRYPT_COST = { n: 2 ** 17, r: 8, p: 1 };
export const SALT_OCTETS = 16;

// scrypt needs 128 * N * r octets and a little more; twice that is a ceiling with room.
const SCRYPT_MEMORY_MAX = 2 * 128 * SCRYPT_COST.n * SCRYPT_COST.r;

const FILE_KEY_OCTETS = 32;

const PASSPHRASE_OCTETS_MAX = 1024;

/** Throws RangeError for a key that does not have 32 octets and an empty or endless passphrase. */
export function unsealOctets(secret: UnsealSecret): UnsealOctets {
  if (secret.kind === 'key') {
    if (secret.key.length !== FILE_KEY_OCTETS) {
      throw new RangeError(`an unseal key has ${FILE_KEY_OCTETS} octets, got ${secret.key.length}`);
    }
    return { kind: 'key', octets: Buffer.from(secret.key) };
  }
  // Keyboards and systems write the same accented letter in more than one way (RFC 8265).
  const octets = Buffer.from(secret.passphrase.normalize('NFC'), 'utf8');
  if (octets.length === 0 || octets.length > PASSPHRASE_OCTETS_MAX) {
    throw new RangeError(`a passphrase has 1 to ${PASSPHRASE_OCTETS_MAX} octets`);
  }
  return { kind: 'passphrase', octets };
}

/** The derivation for a new file; the salt is chance and comes from the caller. */
export function newKeyDerivation(kind: UnsealSecret['kind'], salt: Uint8Array): KeyDerivation {
  return kind === 'key'
    ? { name: 'none' }
    : { name: 'scrypt', ...SCRYPT_COST, salt: Buffer.from(salt) };
}

/**
 * Whether the numbers are those this build uses. Others are refused and not obeyed: a file must not
 * be able to ask for a cheap derivation or for all the memory of the host.
 */
export function isKnownScryptCost(cost: { n: number; r: number; p: number }): boolean {
  return cost.n === SCRYPT_COST.n && cost.r === SCRYPT_COST.r && cost.p === SCRYPT_COST.p;
}

/**
 * The key of the file, 32 octets, or null when the kind of secret is not the one it was made for.
 */
export async function deriveFileKey(
  secret: UnsealOctets,
  derivation: KeyDerivation,
): Promise<Buffer | null> {
  if (derivation.name === 'none') {
    return secret.kind === 'key' && secret.octets.length === FILE_KEY_OCTETS
      ? Buffer.from(secret.octets)
      : null;
  }
  if (secret.kind !== 'passphrase') return null;
  const { n, r, p, salt } = derivation;
  return new Promise((resolve, reject) => {
    const cost = { N: n, r, p, maxmem: SCRYPT_MEMORY_MAX };
    scrypt(secret.octets, salt, FILE_KEY_OCTETS, cost, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

/**
 * Passwords are kept as scrypt (RFC 7914) with the cost that OWASP names first, N = 2^17, r = 8,
 * p = 1: 128 MiB and about half a second for each guess. Because of that price only two are computed
 * at once; otherwise signing in would be a lever to bring the server down.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** The fewest characters of a new password. */
export const PASSWORD_LENGTH_MIN = 12;

/** The longest password in octets; longer ones only cost time. */
export const PASSWORD_OCTETS_MAX = 1024;

export interface ScryptCost {
  /** N is two to this power. */
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

export const SCRYPT_COST: ScryptCost = { logN: 17, r: 8, p: 1 };

// Without l, o, 0 and 1, which are mistaken for each other when somebody reads them out. They are 32,
// so that each octet of chance gives every one of them equally often.
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const NEW_PASSWORD_LENGTH = 20;
const NEW_PASSWORD_GROUP = 5;

/** A password made by chance, 100 bits: 20 letters and digits in groups of five, with hyphens. */
export function newPassword(): string {
  const letters = [...randomBytes(NEW_PASSWORD_LENGTH)].map(
    (octet) => LETTERS[octet % LETTERS.length],
  );
  const groups = Array.from({ length: NEW_PASSWORD_LENGTH / NEW_PASSWORD_GROUP }, (_, at) =>
    letters.slice(at * NEW_PASSWORD_GROUP, (at + 1) * NEW_PASSWORD_GROUP).join(''),
  );
  return groups.join('-');
}

const SALT_OCTETS = 16;
const HASH_OCTETS = 32;
const HASHING_AT_ONCE_MAX = 2;
// At half a second each, whoever comes later than this would wait for longer than people do.
const WAITING_MAX = 40;

/** Too many passwords wait to be looked at; try again in a moment. */
export class PasswordQueueFull extends Error {
  override readonly name: string = 'PasswordQueueFull';
}

/** Hashes and checks passwords, few at a time. */
export interface PasswordHasher {
  /** The form that is stored, `scrypt$17$8$1$salt$hash`. Throws PasswordQueueFull. */
  hash(password: string): Promise<string>;
  /**
   * Whether the password is the one of the stored form. For null (no such user, no password) it
   * takes the same time and says no. Throws PasswordQueueFull.
   */
  matches(password: string, stored: string | null): Promise<boolean>;
}

/** `cost` is for tests, which would otherwise spend their time here. */
export function createPasswordHasher(cost: ScryptCost = SCRYPT_COST): PasswordHasher {
  const gate = createGate(HASHING_AT_ONCE_MAX, WAITING_MAX);
  return {
    hash: (password) =>
      gate(async () => {
        const salt = randomBytes(SALT_OCTETS);
        return formatStored(cost, salt, await derive(password, salt, cost));
      }),
    matches: (password, stored) =>
      gate(async () => {
        const parsed = stored === null ? null : parseStored(stored);
        const against = parsed ?? { cost, salt: randomBytes(SALT_OCTETS), hash: NO_HASH };
        const derived = await derive(password, against.salt, against.cost);
        return timingSafeEqual(derived, against.hash) && parsed !== null;
      }),
  };
}

const NO_HASH = Buffer.alloc(HASH_OCTETS);

function formatStored(cost: ScryptCost, salt: Buffer, hash: Buffer): string {
  const words = [salt, hash].map((octets) => octets.toString('base64url'));
  return ['scrypt', cost.logN, cost.r, cost.p, ...words].join('$');
}

interface StoredPassword {
  readonly cost: ScryptCost;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

const STORED = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]+)\$([\w-]{43})$/;

/** Null for what is not of our form; nobody can sign in with that. */
function parseStored(stored: string): StoredPassword | null {
  const [, logN, r, p, salt, hash] = STORED.exec(stored) ?? [];
  if (salt === undefined || hash === undefined) return null;
  const cost = { logN: Number(logN), r: Number(r), p: Number(p) };
  return { cost, salt: Buffer.from(salt, 'base64url'), hash: Buffer.from(hash, 'base64url') };
}

function derive(password: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  const { logN, r, p } = cost;
  const N = 2 ** logN;
  return new Promise((resolve, reject) => {
    // scrypt needs 128 * N * r octets and a little more; twice that is a ceiling with room.
    const options = { N, r, p, maxmem: 2 * 128 * N * r };
    // Keyboards and systems write the same accented letter in more than one way (RFC 8265).
    scrypt(password.normalize('NFC'), salt, HASH_OCTETS, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

/** Lets a few through at once and makes the others wait in order, up to a limit. */
function createGate(
  atOnceMax: number,
  waitingMax: number,
): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (inside >= atOnceMax) {
      if (waiting.length >= waitingMax) throw new PasswordQueueFull('too many passwords to check');
      // Whoever leaves hands its place over, so `inside` stays as it is.
      await new Promise<void>((enter) => waiting.push(enter));
    } else {
      inside += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) inside -= 1;
      else next();
    }
  };
}

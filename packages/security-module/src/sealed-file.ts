/**
 * The sealed file: everything the module must not lose and nobody else may read.
 *
 * It is one JSON object. Its header is readable by all and says who the module is and how the key
 * of the file is made; its contents are sealed with AES-256-GCM, which authenticates the header
 * too. A SHA-256 over all of it, which protects nothing against a person, tells a file that tore or
 * rotted from a passphrase that is wrong.
 *
 * The contents are octets and not JSON, because what is read from JSON is a string, and a string
 * cannot be zeroed.
 */
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  keyType,
  supplyGroupCode,
} from '@wattvend/sts/supply-group.js';
import {
  ED25519_KEY_OCTETS,
  ed25519PrivateKey,
  ed25519PublicKey,
  ed25519PublicOctets,
} from './ed25519.ts';
import { lockFolder } from './folder-lock.ts';
import { ItemFault, OctetReader, OctetWriter } from './framed-octets.ts';
import {
  DEFAULT_ISSUE_POLICY,
  type IssuePolicy,
  readIssuePolicy,
  writeIssuePolicy,
} from './issue-policy.ts';
import { createJournal } from './journal-format.ts';
import { writePrivateFile } from './private-file.ts';
import {
  formatSealed,
  parseSealed,
  SEALED_FORMAT_VERSION,
  type SealedHeader,
} from './sealed-format.ts';
import {
  deriveFileKey,
  newKeyDerivation,
  SALT_OCTETS,
  type UnsealOctets,
  type UnsealSecret,
  unsealOctets,
} from './unseal-secret.ts';
import {
  assertVendingKeyEntry,
  VendingKey,
  type VendingKeyEntry,
  VendingKeyRing,
  vendingKeyName,
} from './vending-keys.ts';

export type { IssuePolicy, UnsealSecret, VendingKeyEntry };

const CIPHER = 'aes-256-gcm';
const NONCE_OCTETS = 12;
const TAG_OCTETS = 16;
const MODULE_SECRET_OCTETS = 32;
const VENDING_KEYS_MAX = 1000;

/** The name of the sealed file in a module's folder. */
export const SEALED_FILE = 'sealed.json';

/** The name of the journal in a module's folder. */
export const JOURNAL_FILE = 'journal';

/** What the module works with once the file is open: keys that can be used and not printed. */
export interface UnsealedModule {
  readonly moduleId: string;
  /** HMAC-SHA-256 key from which the random field of tokens is drawn. */
  readonly moduleSecret: KeyObject;
  readonly identityPrivateKey: KeyObject;
  /** The public half, 32 octets. */
  readonly identityKey: Buffer;
  readonly authorisedSigner: KeyObject;
  readonly vendingKeys: VendingKeyRing;
  readonly policy: IssuePolicy;
}

export class SealedFileExists extends Error {
  override readonly name: string = 'SealedFileExists';
}

/**
 * Makes a new module: the sealed file at `path` and beside it an empty journal. Throws
 * SealedFileExists rather than overwrite either, and RangeError for a key that cannot serve, two
 * keys of one name, a bad module id, a bad policy or a bad secret. `policy` is DEFAULT_ISSUE_POLICY
 * unless given, and cannot be changed afterwards. `random` must be cryptographic: from it come
 * the module secret, the identity key, salt and nonce.
 */
export async function createSealedFile(o: {
  readonly path: string;
  readonly unseal: UnsealSecret;
  readonly moduleId: string;
  readonly authorisedSigner: KeyObject;
  readonly vendingKeys: readonly VendingKeyEntry[];
  readonly policy?: IssuePolicy;
  readonly random: (octets: number) => Uint8Array;
}): Promise<void> {
  assertModule(o.moduleId, o.vendingKeys);
  const lock = await lockFolder(dirname(o.path), 'security module');
  try {
    await createUnderLock(o);
  } finally {
    await lock.release();
  }
}

async function createUnderLock(o: Parameters<typeof createSealedFile>[0]): Promise<void> {
  if (await exists(o.path)) throw new SealedFileExists(alreadyMade(o.path));
  const identitySeed = Buffer.from(o.random(ED25519_KEY_OCTETS));
  const moduleSecret = Buffer.from(o.random(MODULE_SECRET_OCTETS));
  const identityKey = ed25519PublicOctets(ed25519PrivateKey(identitySeed));
  const secret = unsealOctets(o.unseal);
  const header: SealedHeader = {
    version: SEALED_FORMAT_VERSION,
    moduleId: o.moduleId,
    identityKey,
    keyDerivation: newKeyDerivation(secret.kind, o.random(SALT_OCTETS)),
  };
  const policy = o.policy ?? DEFAULT_ISSUE_POLICY;
  const contents = encodeContents({ ...o, policy, moduleSecret, identitySeed });
  const fileKey = await deriveFileKey(secret, header.keyDerivation);
  if (fileKey === null) throw new Error('unreachable: the derivation was made for this secret');
  try {
    const nonce = Buffer.from(o.random(NONCE_OCTETS));
    const sealed = seal({ header, fileKey, nonce, contents });
    // The journal first: a sealed file without a journal would look like a journal that was lost.
    await createJournal({
      path: join(dirname(o.path), JOURNAL_FILE),
      identity: { moduleId: o.moduleId, identityKey },
    });
    await writePrivateFile({ path: o.path, contents: sealed, replace: false });
  } catch (error) {
    if (!isFileError(error, 'EEXIST')) throw error;
    throw new SealedFileExists(alreadyMade(o.path));
  } finally {
    for (const octets of [fileKey, contents, identitySeed, moduleSecret, secret.octets]) {
      octets.fill(0);
    }
  }
}

function alreadyMade(path: string): string {
  return `${path} or the journal beside it exists already; a module is never overwritten`;
}

function assertModule(moduleId: string, entries: readonly VendingKeyEntry[]): void {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(moduleId)) {
    throw new RangeError('a module id has 1 to 64 letters, digits, dots, hyphens or underscores');
  }
  if (entries.length > VENDING_KEYS_MAX) {
    throw new RangeError(`a module holds at most ${VENDING_KEYS_MAX} vending keys`);
  }
  for (const entry of entries) assertVendingKeyEntry(entry);
  if (new Set(entries.map(vendingKeyName)).size !== entries.length) {
    throw new RangeError('two vending keys have one name');
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function isFileError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function seal(o: {
  readonly header: SealedHeader;
  readonly fileKey: Buffer;
  readonly nonce: Buffer;
  readonly contents: Buffer;
}): Buffer {
  const cipher = createCipheriv(CIPHER, o.fileKey, o.nonce, { authTagLength: TAG_OCTETS });
  cipher.setAAD(authenticatedHeader(o.header));
  const ciphertext = Buffer.concat([cipher.update(o.contents), cipher.final()]);
  return formatSealed({ header: o.header, nonce: o.nonce, ciphertext, tag: cipher.getAuthTag() });
}

/** The header as it enters the authentication: made from its values and not from its JSON. */
function authenticatedHeader(header: SealedHeader): Buffer {
  const writer = new OctetWriter()
    .text('wattvend security module: sealed file')
    .number(header.version)
    .text(header.moduleId)
    .octets(header.identityKey)
    .text(header.keyDerivation.name);
  if (header.keyDerivation.name === 'scrypt') {
    const { n, r, p, salt } = header.keyDerivation;
    writer.number(n).number(r).number(p).octets(salt);
  }
  return writer.finish();
}

/** What can be wrong with a sealed file, each with the sentence for whoever must mend it. */
export const SEALED_FILE_FAULTS = {
  sealed_file_missing: 'There is no sealed file in this folder. Create the module first.',
  sealed_file_unreadable: 'The sealed file cannot be read. Check who owns it and the disk.',
  sealed_file_not_private:
    'Others than its owner may read or write the sealed file. Set its mode to 0600.',
  sealed_file_damaged:
    'The sealed file is torn or altered: it does not match its own checksum. Restore it from a copy.',
  sealed_file_version_unknown: 'The sealed file was made by a newer version of this program.',
  unseal_secret_wrong:
    'The passphrase or key does not open the sealed file. If it is surely right, the file was altered.',
} as const;

export type SealedFileFault = keyof typeof SEALED_FILE_FAULTS;

export type OpenedSealedFile =
  | { readonly kind: 'opened'; readonly module: UnsealedModule }
  | { readonly kind: 'fault'; readonly fault: SealedFileFault };

/** Opens the sealed file and zeroes the secret's octets, whatever the outcome. */
export async function openSealedFile(
  path: string,
  secret: UnsealOctets,
): Promise<OpenedSealedFile> {
  try {
    const read = await readPrivately(path);
    if (typeof read === 'string') return { kind: 'fault', fault: read };
    const parsed = parseSealed(read);
    if (parsed.kind === 'fault') return parsed;
    const { header, nonce, ciphertext, tag } = parsed.sealed;
    const fileKey = await deriveFileKey(secret, header.keyDerivation);
    if (fileKey === null) return { kind: 'fault', fault: 'unseal_secret_wrong' };
    const contents = unseal({ header, nonce, ciphertext, tag, fileKey });
    fileKey.fill(0);
    if (contents === null) return { kind: 'fault', fault: 'unseal_secret_wrong' };
    try {
      return { kind: 'opened', module: decodeContents(contents, header) };
    } catch (error) {
      // What was authenticated and still cannot be read was made by another program.
      if (error instanceof ItemFault || error instanceof RangeError) {
        return { kind: 'fault', fault: 'sealed_file_version_unknown' };
      }
      throw error;
    } finally {
      contents.fill(0);
    }
  } finally {
    secret.octets.fill(0);
  }
}

async function readPrivately(path: string): Promise<Buffer | SealedFileFault> {
  try {
    const { mode } = await stat(path);
    if ((mode & 0o077) !== 0) return 'sealed_file_not_private';
    return await readFile(path);
  } catch (error) {
    return isFileError(error, 'ENOENT') ? 'sealed_file_missing' : 'sealed_file_unreadable';
  }
}

function unseal(o: {
  readonly header: SealedHeader;
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
  readonly fileKey: Buffer;
}): Buffer | null {
  if (o.nonce.length !== NONCE_OCTETS || o.tag.length !== TAG_OCTETS) return null;
  const decipher = createDecipheriv(CIPHER, o.fileKey, o.nonce, { authTagLength: TAG_OCTETS });
  decipher.setAAD(authenticatedHeader(o.header));
  decipher.setAuthTag(o.tag);
  const contents = decipher.update(o.ciphertext);
  try {
    // In GCM the end gives no octets; it only says whether the tag is right.
    decipher.final();
    return contents;
  } catch {
    contents.fill(0);
    return null;
  }
}

function encodeContents(o: {
  readonly moduleSecret: Buffer;
  readonly identitySeed: Buffer;
  readonly authorisedSigner: KeyObject;
  readonly vendingKeys: readonly VendingKeyEntry[];
  readonly policy: IssuePolicy;
}): Buffer {
  const writer = new OctetWriter()
    .octets(o.moduleSecret)
    .octets(o.identitySeed)
    .octets(ed25519PublicOctets(o.authorisedSigner))
    .number(o.vendingKeys.length);
  for (const entry of o.vendingKeys) {
    writer
      .text(entry.supplyGroupCode)
      .number(entry.keyRevisionNumber)
      .number(entry.keyType)
      .number(entry.baseDate)
      .number(entry.keyExpiryNumber)
      .text(entry.dkga)
      .octets(entry.vendingKey);
  }
  writeIssuePolicy(writer, o.policy);
  return writer.finish();
}

/** The readers give views of the contents, which the caller zeroes; keys are copied out of them. */
function decodeContents(contents: Buffer, header: SealedHeader): UnsealedModule {
  const reader = new OctetReader(contents);
  const moduleSecret = createSecretKey(reader.octets(MODULE_SECRET_OCTETS));
  const identityPrivateKey = ed25519PrivateKey(reader.octets(ED25519_KEY_OCTETS));
  const authorisedSigner = ed25519PublicKey(reader.octets(ED25519_KEY_OCTETS));
  const keys: VendingKey[] = [];
  for (let remaining = reader.number(); remaining > 0; remaining--) {
    keys.push(new VendingKey(decodeVendingKey(reader)));
  }
  const policy = header.version === 1 ? DEFAULT_ISSUE_POLICY : readIssuePolicy(reader);
  if (!reader.isAtEnd()) throw new ItemFault();
  return {
    moduleId: header.moduleId,
    moduleSecret,
    identityPrivateKey,
    identityKey: ed25519PublicOctets(identityPrivateKey),
    authorisedSigner,
    vendingKeys: new VendingKeyRing(keys),
    policy,
  };
}

function decodeVendingKey(reader: OctetReader): VendingKeyEntry {
  return {
    supplyGroupCode: supplyGroupCode(reader.text()),
    keyRevisionNumber: keyRevisionNumber(reader.number()),
    keyType: keyType(reader.number()),
    baseDate: baseDate(reader.number()),
    keyExpiryNumber: keyExpiryNumber(reader.number()),
    dkga: dkga(reader.text()),
    vendingKey: reader.octets(),
  };
}

function baseDate(year: number): VendingKeyEntry['baseDate'] {
  if (year !== 1993 && year !== 2014 && year !== 2035) throw new ItemFault();
  return year;
}

function dkga(digits: string): VendingKeyEntry['dkga'] {
  if (digits !== '02' && digits !== '04') throw new ItemFault();
  return digits;
}

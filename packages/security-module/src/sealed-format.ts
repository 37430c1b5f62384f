/**
 * The JSON of the sealed file: its fields and their order. A file is accepted only when writing
 * what was read gives the same octets again, so there is exactly one spelling of each file and not
 * one octet of it may change unnoticed.
 */
import { hash } from 'node:crypto';
import { ED25519_KEY_OCTETS } from './ed25519.ts';
import { isKnownScryptCost, type KeyDerivation, SALT_OCTETS } from './unseal-secret.ts';

/** Since version 2 the contents end in the policy of the module (issue-policy.ts). */
export const SEALED_FORMAT_VERSION = 2;

const FORMAT_NAME = 'wattvend sealed security module';

/** What anyone may read; authenticated by the seal. */
export interface SealedHeader {
  readonly version: number;
  readonly moduleId: string;
  /** The module's Ed25519 public key, 32 octets. */
  readonly identityKey: Buffer;
  readonly keyDerivation: KeyDerivation;
}

export interface Sealed {
  readonly header: SealedHeader;
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
}

/** The whole file, ending in a line feed. */
export function formatSealed(sealed: Sealed): Buffer {
  const { header } = sealed;
  const body = {
    format: FORMAT_NAME,
    version: header.version,
    module_id: header.moduleId,
    identity_key: header.identityKey.toString('hex'),
    key_derivation: keyDerivationJson(header.keyDerivation),
    cipher: 'AES-256-GCM',
    nonce: sealed.nonce.toString('hex'),
    ciphertext: sealed.ciphertext.toString('base64'),
    tag: sealed.tag.toString('hex'),
  };
  const checksum = hash('sha256', JSON.stringify(body), 'hex');
  return Buffer.from(`${JSON.stringify({ ...body, checksum }, null, 2)}\n`, 'utf8');
}

function keyDerivationJson(derivation: KeyDerivation): Readonly<Record<string, string | number>> {
  if (derivation.name === 'none') return { name: 'none' };
  const { name, n, r, p, salt } = derivation;
  return { name, n, r, p, salt: salt.toString('hex') };
}

export type ParsedSealed =
  | { readonly kind: 'sealed'; readonly sealed: Sealed }
  | {
      readonly kind: 'fault';
      readonly fault: 'sealed_file_damaged' | 'sealed_file_version_unknown';
    };

/** Reads a sealed file without opening it. */
export function parseSealed(file: Buffer): ParsedSealed {
  const json = parseJson(file);
  if (json === null || json['format'] !== FORMAT_NAME) return damaged();
  const version = json['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return damaged();
  if (version > SEALED_FORMAT_VERSION) {
    return { kind: 'fault', fault: 'sealed_file_version_unknown' };
  }
  const derivation = parseKeyDerivation(json['key_derivation']);
  if (derivation === null) return damaged();
  const sealed: Sealed = {
    header: {
      version,
      moduleId: text(json['module_id']),
      identityKey: Buffer.from(text(json['identity_key']), 'hex'),
      keyDerivation: derivation,
    },
    nonce: Buffer.from(text(json['nonce']), 'hex'),
    ciphertext: Buffer.from(text(json['ciphertext']), 'base64'),
    tag: Buffer.from(text(json['tag']), 'hex'),
  };
  if (sealed.header.identityKey.length !== ED25519_KEY_OCTETS) return damaged();
  if (!formatSealed(sealed).equals(file)) return damaged();
  return { kind: 'sealed', sealed };
}

function damaged(): ParsedSealed {
  return { kind: 'fault', fault: 'sealed_file_damaged' };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function parseJson(file: Buffer): Readonly<Record<string, unknown>> | null {
  try {
    return record(JSON.parse(file.toString('utf8')));
  } catch {
    return null;
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null ? { ...value } : null;
}

function parseKeyDerivation(json: unknown): KeyDerivation | null {
  const fields = record(json);
  if (fields === null) return null;
  if (fields['name'] === 'none') return { name: 'none' };
  const cost = { n: Number(fields['n']), r: Number(fields['r']), p: Number(fields['p']) };
  const salt = Buffer.from(text(fields['salt']), 'hex');
  if (fields['name'] !== 'scrypt' || !isKnownScryptCost(cost)) return null;
  return salt.length === SALT_OCTETS ? { name: 'scrypt', ...cost, salt } : null;
}

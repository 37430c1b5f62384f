/**
 * Requests that a machine client has signed: HTTP Message Signatures (RFC 9421) in one fixed form, with
 * Ed25519 and no choice of anything, and the digest of the body (RFC 9530).
 *
 *     Content-Digest: sha-256=:…:
 *     Signature-Input: sig=("@method" "@path" "@query" "content-digest");created=1764000000;nonce="…";keyid="…";alg="ed25519"
 *     Signature: sig=:…:
 *
 * What is signed is this text, and any octet of it that differs makes the signature wrong:
 *
 *     "@method": PUT
 *     "@path": /v1/vends/018f…
 *     "@query": ?
 *     "content-digest": sha-256=:…:
 *     "@signature-params": ("@method" "@path" "@query" "content-digest");created=…
 */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';

/** How far the client's clock may be from the server's. */
export const SIGNED_WITHIN_MS: number = 300_000;

export interface SignedRequest {
  readonly keyId: string;
  readonly createdAt: Instant;
  readonly nonce: string;
  /** 32 octets: what the body must hash to. */
  readonly bodyDigest: Uint8Array;
  /** The text that was signed. */
  readonly base: string;
  readonly signature: Uint8Array;
}

export interface RequestHead {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly target: string;
  readonly signatureInput: string;
  readonly signature: string;
  readonly contentDigest: string;
}

const COMPONENTS = '("@method" "@path" "@query" "content-digest")';
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const SIGNATURE_INPUT = new RegExp(
  `^sig=(\\("@method" "@path" "@query" "content-digest"\\)` +
    `;created=([0-9]{1,12});nonce="([A-Za-z0-9_-]{16,64})";keyid="(${UUID})";alg="ed25519")$`,
);
const SIGNATURE = /^sig=:([A-Za-z0-9+/]{86}==):$/;
const CONTENT_DIGEST = /^sha-256=:([A-Za-z0-9+/]{43}=):$/;

/** Reads a signed request; null for any other form than the one above. */
export function parseSignedRequest(head: RequestHead): SignedRequest | null {
  const [, params, created, nonce, keyId] = SIGNATURE_INPUT.exec(head.signatureInput) ?? [];
  const signature = octetsIn(head.signature, SIGNATURE);
  const bodyDigest = octetsIn(head.contentDigest, CONTENT_DIGEST);
  if (params === undefined || nonce === undefined || keyId === undefined) return null;
  if (signature === null || bodyDigest === null) return null;
  const base = signatureBase({ ...head, params });
  const createdAt = instant(Number(created) * 1000);
  return { keyId, createdAt, nonce, bodyDigest, base, signature };
}

/** One way to write each octet: base64 has spare bits that would say the same thing twice. */
function octetsIn(header: string, form: RegExp): Buffer | null {
  const [, text] = form.exec(header) ?? [];
  if (text === undefined) return null;
  const octets = Buffer.from(text, 'base64');
  return octets.toString('base64') === text ? octets : null;
}

function signatureBase(o: {
  readonly method: string;
  readonly target: string;
  readonly contentDigest: string;
  readonly params: string;
}): string {
  const [path, ...rest] = o.target.split('?');
  return [
    `"@method": ${o.method}`,
    `"@path": ${path}`,
    `"@query": ?${rest.join('?')}`,
    `"content-digest": ${o.contentDigest}`,
    `"@signature-params": ${o.params}`,
  ].join('\n');
}

/** The parameters of a signature, for whoever signs. */
export function signatureParams(o: {
  readonly createdAt: Instant;
  readonly nonce: string;
  readonly keyId: string;
}): string {
  const created = Math.floor(o.createdAt / 1000);
  return `${COMPONENTS};created=${created};nonce="${o.nonce}";keyid="${o.keyId}";alg="ed25519"`;
}

export function isSignedBy(request: SignedRequest, publicKey: KeyObject): boolean {
  return verify(null, Buffer.from(request.base), publicKey, request.signature);
}

export function isBodyOf({ bodyDigest }: SignedRequest, body: Uint8Array): boolean {
  return createHash('sha256').update(body).digest().equals(bodyDigest);
}

export function isInTime({ createdAt }: SignedRequest, now: Instant): boolean {
  return Math.abs(now - createdAt) <= SIGNED_WITHIN_MS;
}

// What stands before the 32 octets of an Ed25519 key in the form of RFC 8410.
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
const KEY_OCTETS = 32;

/** Throws RangeError for another number of octets than 32. */
export function ed25519PublicKey(octets: Uint8Array): KeyObject {
  if (octets.length !== KEY_OCTETS) throw new RangeError('an Ed25519 public key has 32 octets');
  const key = Buffer.concat([SPKI_HEAD, octets]);
  return createPublicKey({ key, format: 'der', type: 'spki' });
}

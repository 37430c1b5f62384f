/**
 * Authorisation: the exact octets that the vending service signs, once per batch, and that the
 * security module checks before it issues anything. A web server that can reach the socket but does
 * not hold the signing key gets no token.
 *
 * The encoding is framed item by item (framed-octets.ts), opens with a line that names its purpose
 * and version, and is made from the values and not from the JSON they travelled in; so a signature
 * for one purpose is worth nothing for another and no two batches have the same octets. The octets of
 * one request stand in canonical-request.ts.
 */
import { type KeyObject, sign, verify } from 'node:crypto';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import { writeMeterKeyAttributes } from './canonical-request.ts';
import { OctetWriter } from './framed-octets.ts';
import type { VerifyRequest } from './security-module.ts';

const ISSUE_BATCH_DOMAIN = 'wattvend security module: issue authorisation, version 1';
const VERIFY_DOMAIN = 'wattvend security module: verify authorisation, version 1';

/** An authorisation serves for a minute at most: what is stolen from a wire or a log is stale. */
const AUTHORISATION_SPAN_MAX = 60_000;

/** How far the vending service's clock may run ahead of the module's, in milliseconds. */
const AUTHORISATION_AHEAD_MAX = 60_000;

/** One signature and the span in which it may be used. */
export interface Authorisation {
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  /** Ed25519, 64 octets. */
  readonly signature: Uint8Array;
}

/** The octets signed for a batch of canonical requests. */
export function canonicalIssueBatch(batch: {
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly canonicalRequests: readonly Uint8Array[];
}): Buffer {
  const writer = new OctetWriter()
    .text(ISSUE_BATCH_DOMAIN)
    .number(batch.issuedAt)
    .number(batch.expiresAt)
    .number(batch.canonicalRequests.length);
  for (const request of batch.canonicalRequests) writer.octets(request);
  return writer.finish();
}

/** The octets signed for looking into one token. */
export function canonicalVerification(verification: {
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly request: VerifyRequest;
}): Buffer {
  const writer = new OctetWriter()
    .text(VERIFY_DOMAIN)
    .number(verification.issuedAt)
    .number(verification.expiresAt);
  return writeMeterKeyAttributes(writer, verification.request)
    .text(verification.request.token)
    .finish();
}

/** Signs the octets that `canonical` gives for the span from now to the longest allowed expiry. */
export function authorise(o: {
  readonly signingKey: KeyObject;
  readonly now: Instant;
  readonly canonical: (span: { issuedAt: Instant; expiresAt: Instant }) => Uint8Array;
}): Authorisation {
  const span = { issuedAt: o.now, expiresAt: instant(o.now + AUTHORISATION_SPAN_MAX) };
  return { ...span, signature: sign(null, o.canonical(span), o.signingKey) };
}

export type CheckedAuthorisation =
  | { readonly kind: 'authorised' }
  | {
      readonly kind: 'refused';
      readonly code: 'authorisation_invalid' | 'authorisation_expired';
      readonly detail: string;
    };

/**
 * Checks the signature first, so that the times are believed only when signed; then that the span
 * is not longer than allowed, has begun and has not ended by the module's own clock. A batch from
 * the future is called invalid and not expired, because the cure is to put a clock right and not to
 * sign again.
 */
export function checkAuthorisation(o: {
  readonly authorisation: Authorisation;
  readonly canonical: Uint8Array;
  readonly authorisedSigner: KeyObject;
  readonly now: Instant;
}): CheckedAuthorisation {
  const { issuedAt, expiresAt, signature } = o.authorisation;
  if (!verify(null, o.canonical, o.authorisedSigner, signature)) {
    return refused('authorisation_invalid', 'the signature is not that of the vending service');
  }
  if (expiresAt <= issuedAt || expiresAt - issuedAt > AUTHORISATION_SPAN_MAX) {
    return refused('authorisation_invalid', 'it must serve for more than 0 and at most 60 s');
  }
  if (issuedAt > o.now + AUTHORISATION_AHEAD_MAX) {
    return refused('authorisation_invalid', 'it is dated more than 60 s after the clock here');
  }
  if (o.now >= expiresAt) {
    return refused('authorisation_expired', 'it expired by the clock here; sign the batch again');
  }
  return { kind: 'authorised' };
}

function refused(
  code: 'authorisation_invalid' | 'authorisation_expired',
  detail: string,
): CheckedAuthorisation {
  return { kind: 'refused', code, detail };
}

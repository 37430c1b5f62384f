/**
 * One event of the audit trail and its hash. Each event's hash covers the hash of the one before, so
 * that whoever edits, removes or reorders one has to make all that follow anew, and the end of the
 * chain is another one then. The form below is frozen: stored events keep their hashes for ever.
 */
import { createHash } from 'node:crypto';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';

/** Who did it: a person, a machine client, the server by itself, or somebody not signed in. */
export type AuditActor =
  | { readonly kind: 'user' | 'machine'; readonly id: string; readonly address: string | null }
  | { readonly kind: 'server' | 'nobody'; readonly id: null; readonly address: string | null };

/** Small facts, never a secret and nothing about a customer as a person. */
export type AuditDetails = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>;

export interface AuditFact {
  readonly actor: AuditActor;
  /** What happened, such as `user.added`: letters, digits, dots and underscores. */
  readonly what: string;
  readonly subject: { readonly kind: string; readonly id: string } | null;
  readonly details: AuditDetails;
}

export interface AuditEvent extends AuditFact {
  /** 1 for the first of a utility; without gaps. */
  readonly sequence: number;
  readonly at: Instant;
  /** 32 octets each. */
  readonly previousHash: Uint8Array;
  readonly hash: Uint8Array;
}

/** What the chain of a utility begins with. */
export function firstAuditHash(utilityId: UtilityId): Uint8Array {
  return createHash('sha256').update(`wattvend audit 1\n${utilityId}`).digest();
}

/** SHA-256 over all of an event but its own hash. */
export function auditHash(utilityId: UtilityId, event: Omit<AuditEvent, 'hash'>): Uint8Array {
  const { actor, subject } = event;
  const fields = [
    'wattvend audit event 1',
    utilityId,
    event.sequence,
    event.at,
    [actor.kind, actor.id, actor.address],
    event.what,
    subject === null ? null : [subject.kind, subject.id],
    sorted(event.details),
    Buffer.from(event.previousHash).toString('hex'),
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest();
}

/** The database keeps the fields of an object in an order of its own. */
function sorted(details: AuditDetails): readonly (readonly [string, unknown])[] {
  return Object.entries(details).sort(([one], [other]) => (one < other ? -1 : 1));
}

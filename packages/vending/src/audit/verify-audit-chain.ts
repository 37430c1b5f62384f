/** Looks for what was edited, removed, reordered or added in an audit trail (invariant A1). */
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { AuditEvent } from './audit-event.ts';
import { auditHash, firstAuditHash } from './audit-event.ts';

/** The end of a chain: that of the database, or one that somebody wrote down earlier. */
export interface AuditHead {
  readonly sequence: number;
  readonly hash: Uint8Array;
}

export type AuditFault =
  /** An event is missing, stands twice or not in its place. */
  | { readonly kind: 'out-of-sequence'; readonly sequence: number }
  /** What stands before it is not what stood there. */
  | { readonly kind: 'broken-link'; readonly sequence: number }
  /** Something of the event itself is not as it was written. */
  | { readonly kind: 'edited'; readonly sequence: number }
  /** The chain does not end, or does not pass, where it should. */
  | { readonly kind: 'wrong-head'; readonly sequence: number };

export interface AuditWalk {
  /** Takes the events that follow, in order; gives the first fault, which stays. */
  take(events: readonly AuditEvent[]): AuditFault | null;
  /** After the last event. */
  end(head: AuditHead): AuditFault | null;
}

/** Goes through a chain a page at a time. */
export function walkAuditChain(utilityId: UtilityId): AuditWalk {
  let last: AuditHead = { sequence: 0, hash: firstAuditHash(utilityId) };
  let fault: AuditFault | null = null;

  function faultOf(event: AuditEvent): AuditFault | null {
    const { sequence } = event;
    if (sequence !== last.sequence + 1) {
      return { kind: 'out-of-sequence', sequence: last.sequence + 1 };
    }
    if (!isSame(event.previousHash, last.hash)) return { kind: 'broken-link', sequence };
    return isSame(auditHash(utilityId, event), event.hash) ? null : { kind: 'edited', sequence };
  }

  return {
    take(events) {
      for (const event of events) {
        fault ??= faultOf(event);
        if (fault !== null) return fault;
        last = { sequence: event.sequence, hash: event.hash };
      }
      return fault;
    },
    end(head) {
      const isEnd = head.sequence === last.sequence && isSame(head.hash, last.hash);
      return fault ?? (isEnd ? null : { kind: 'wrong-head', sequence: last.sequence + 1 });
    },
  };
}

/** The first fault of a whole chain, or null. */
export function verifyAuditChain(
  utilityId: UtilityId,
  events: readonly AuditEvent[],
  head: AuditHead,
): AuditFault | null {
  const walk = walkAuditChain(utilityId);
  walk.take(events);
  return walk.end(head);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

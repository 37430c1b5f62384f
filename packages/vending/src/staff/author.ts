/** Who changes something about the staff, and the event that tells of it. */
import type { AuditDetails, AuditFact } from '../audit/audit-event.ts';
import type { UserId } from './users.ts';

export interface Author {
  readonly userId: UserId;
  /** Where the request came from; null when it came from this machine. */
  readonly address: string | null;
}

export function staffFact(
  what: string,
  subject: UserId,
  by: Author,
  details: AuditDetails = {},
): AuditFact {
  return {
    actor: { kind: 'user', id: by.userId, address: by.address },
    what,
    subject: { kind: 'user', id: subject },
    details,
  };
}

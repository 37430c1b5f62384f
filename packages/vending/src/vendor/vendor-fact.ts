/** The event that tells who changed something about a vendor or the people who sell for it. */
import type { AuditDetails, AuditFact } from '../audit/audit-event.ts';
import type { Author } from '../staff/author.ts';
import type { VendorId } from '../vend/vend.ts';

export function vendorFact(
  what: string,
  vendorId: VendorId,
  by: Author,
  details: AuditDetails = {},
): AuditFact {
  return {
    actor: { kind: 'user', id: by.userId, address: by.address },
    what,
    subject: { kind: 'vendor', id: vendorId },
    details,
  };
}

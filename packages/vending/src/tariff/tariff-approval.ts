/** What follows when a second person agrees to a tariff version or to a published value. */
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { ApprovalSubject } from '../approval/approval-desk.ts';
import type { JsonObject } from '../approval/canonical-json.ts';
import type { ApproveTariffRefusal, TariffVersionName } from './approve-tariff.ts';
import { approveTariffVersion } from './approve-tariff.ts';
import type { PublishedValueName } from './published-values.ts';
import { approvePublishedValue } from './published-values.ts';

/** Both are orders of the kind tariff_version: they decide what customers pay. */
export type TariffSubject =
  | ({ readonly kind: 'version' } & TariffVersionName)
  | ({ readonly kind: 'published-value' } & PublishedValueName);

/** As an order keeps it. */
export function tariffSubjectJson(subject: TariffSubject): JsonObject {
  if (subject.kind === 'version') {
    return { tariff_id: subject.tariffId, version: subject.version };
  }
  const { componentId, month, revision } = subject;
  return { component_id: componentId, month, revision };
}

function tariffSubjectOf(json: JsonObject): TariffSubject {
  if (json['tariff_id'] !== undefined) {
    const tariffId = String(json['tariff_id']);
    return { kind: 'version', tariffId, version: Number(json['version']) };
  }
  return {
    kind: 'published-value',
    componentId: String(json['component_id']),
    month: Number(json['month']),
    revision: Number(json['revision']),
  };
}

export type TariffApprovalRefusal =
  | ApproveTariffRefusal
  | 'published_value_not_found'
  | 'published_value_approved';

/** A draft whose order was rejected stays a draft: it may be asked for again, or withdrawn. */
export function tariffApproval(utilityId: UtilityId): ApprovalSubject<TariffApprovalRefusal> {
  return {
    async apply(tx, approval, now) {
      const by = approval.decidedBy?.userId;
      if (by === undefined) throw new Error('an order that nobody decided is applied');
      const decided = { by, approvalId: approval.approvalId };
      const subject = tariffSubjectOf(approval.subject);
      const answer =
        subject.kind === 'version'
          ? await approveTariffVersion(tx, utilityId, subject, decided, now)
          : await approvePublishedValue(tx, utilityId, subject, decided, now);
      return answer.kind === 'approved' ? { kind: 'applied' } : answer;
    },
  };
}

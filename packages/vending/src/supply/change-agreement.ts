/**
 * Agrees on other terms, or ends an agreement. Both count from this moment: what was bought before
 * was bought under the terms of then, which agreement_change keeps. The tariff index is not among
 * the terms: it lies in the meter's key, and only a key change changes it.
 */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { DeskDeed } from '../desk/desk-operation.ts';
import type { Agreement, AgreementId, AgreementTerms } from './agreements.ts';
import { findAgreement, lockAgreement } from './agreements.ts';

/** In order. */
export const CHANGE_AGREEMENT_REFUSALS = [
  'agreement_not_found',
  'changed_meanwhile',
  'agreement_ended',
  'tariff_not_found',
] as const;

export type ChangeAgreementRefusal = (typeof CHANGE_AGREEMENT_REFUSALS)[number];

export type ChangeAgreementAnswer =
  | { readonly kind: 'changed'; readonly agreement: Agreement }
  | { readonly kind: 'refused'; readonly refusal: ChangeAgreementRefusal };

const changeStatement = loadStatement(
  new URL('../../sql/supply/change-agreement.sql', import.meta.url),
);
const tariffStatement = loadStatement(
  new URL('../../sql/supply/tariff-in-effect.sql', import.meta.url),
);

interface AgreementOrder extends DeskDeed {
  readonly agreementId: AgreementId;
  readonly revision: number;
}

/** Terms that change nothing leave the revision alone. */
export async function changeAgreement(
  database: Database,
  utilityId: UtilityId,
  order: { readonly terms: AgreementTerms } & AgreementOrder,
): Promise<ChangeAgreementAnswer> {
  const { terms } = order;
  return await database.transaction<ChangeAgreementAnswer>(async (tx) => {
    const before = await lockAgreement(tx, utilityId, order.agreementId);
    const refusal = refusalOf(before, order.revision);
    if (before === null || refusal !== null) {
      return { kind: 'refused', refusal: refusal ?? 'agreement_not_found' };
    }
    const { rows } = await tx.query<{ readonly tariff_found: boolean }>(tariffStatement, [
      utilityId,
      terms.tariffId,
      order.at,
    ]);
    if (rows[0]?.tariff_found !== true) return { kind: 'refused', refusal: 'tariff_not_found' };
    if (isSame(before, terms)) return { kind: 'changed', agreement: before };
    return await written(tx, utilityId, order, { ...terms, endedAt: null });
  });
}

/**
 * Ends an agreement: nothing is sold under it any more. The meter stays where it hangs. Ending what
 * has ended answers the same, whatever revision was named.
 */
export async function endAgreement(
  database: Database,
  utilityId: UtilityId,
  order: AgreementOrder,
): Promise<ChangeAgreementAnswer> {
  return await database.transaction<ChangeAgreementAnswer>(async (tx) => {
    const before = await lockAgreement(tx, utilityId, order.agreementId);
    if (before !== null && before.endedAt !== null) return { kind: 'changed', agreement: before };
    const refusal = refusalOf(before, order.revision);
    if (before === null || refusal !== null) {
      return { kind: 'refused', refusal: refusal ?? 'agreement_not_found' };
    }
    // A clock that was set back must not make an agreement end before it began.
    const endedAt = instant(Math.max(order.at, before.beganAt));
    return await written(tx, utilityId, order, { ...before, endedAt });
  });
}

function refusalOf(before: Agreement | null, revision: number): ChangeAgreementRefusal | null {
  if (before === null) return 'agreement_not_found';
  if (before.revision !== revision) return 'changed_meanwhile';
  if (before.endedAt !== null) return 'agreement_ended';
  return null;
}

function isSame(before: AgreementTerms, terms: AgreementTerms): boolean {
  const parts = ({ tariffId, exemptions, entitlements }: AgreementTerms): string =>
    JSON.stringify([tariffId, exemptions, entitlements]);
  return parts(before) === parts(terms);
}

async function written(
  tx: Transaction,
  utilityId: UtilityId,
  order: AgreementOrder,
  next: AgreementTerms & { readonly endedAt: Instant | null },
): Promise<ChangeAgreementAnswer> {
  await tx.query(changeStatement, [
    utilityId,
    order.agreementId,
    next.tariffId,
    next.exemptions,
    next.entitlements,
    next.endedAt,
    order.at,
    order.by,
  ]);
  const agreement = await findAgreement(tx, utilityId, order.agreementId);
  if (agreement === null) throw new Error('a locked agreement is gone');
  return { kind: 'changed', agreement };
}

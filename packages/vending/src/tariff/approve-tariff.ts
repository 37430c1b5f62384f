/** What becomes of a draft: approved by a second person, or withdrawn. */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { effectiveRefusal } from './draft-tariff.ts';
import type { TariffVersion, TariffVersionRow } from './tariffs.ts';
import { tariffVersionOfRow } from './tariffs.ts';

/** Why a draft is not approved, in order. */
export const APPROVE_TARIFF_REFUSALS = [
  'tariff_version_not_found',
  'tariff_version_not_draft',
  'own_draft',
  'tariff_effective_taken',
  'tariff_effective_in_past',
] as const;

export type ApproveTariffRefusal = (typeof APPROVE_TARIFF_REFUSALS)[number];

export type ApproveTariffAnswer =
  | { readonly kind: 'approved' }
  | { readonly kind: 'refused'; readonly refusal: ApproveTariffRefusal };

export interface TariffVersionName {
  readonly tariffId: string;
  readonly version: number;
}

const statement = (name: string) =>
  loadStatement(new URL(`../../sql/tariff/${name}`, import.meta.url));
const lockStatement = statement('lock-tariff-versions.sql');
const approveStatement = statement('approve-tariff-version.sql');
const withdrawStatement = statement('withdraw-tariff-version.sql');

async function lockVersions(
  tx: Transaction,
  utilityId: UtilityId,
  tariffId: string,
): Promise<readonly TariffVersion[]> {
  const { rows } = await tx.query<TariffVersionRow>(lockStatement, [utilityId, tariffId]);
  return rows.map(tariffVersionOfRow);
}

/**
 * Puts a draft in force from its effective date on. Whoever asked for the approval need not be the one
 * who drafted it, and the one who drafted it is not let approve it; the database says so as well.
 */
export async function approveTariffVersion(
  tx: Transaction,
  utilityId: UtilityId,
  name: TariffVersionName,
  approval: { readonly by: string; readonly approvalId: string | null },
  now: Instant,
): Promise<ApproveTariffAnswer> {
  const versions = await lockVersions(tx, utilityId, name.tariffId);
  const draft = versions.find((each) => each.version === name.version);
  if (draft === undefined) return { kind: 'refused', refusal: 'tariff_version_not_found' };
  if (draft.state !== 'draft') return { kind: 'refused', refusal: 'tariff_version_not_draft' };
  const { by, approvalId } = approval;
  if (draft.draftedBy === by) return { kind: 'refused', refusal: 'own_draft' };
  const refusal = effectiveRefusal(versions, draft, now);
  if (refusal !== null) return { kind: 'refused', refusal };
  await tx.query(approveStatement, [utilityId, name.tariffId, name.version, by, now, approvalId]);
  return { kind: 'approved' };
}

export type WithdrawTariffAnswer =
  | { readonly kind: 'withdrawn'; readonly version: TariffVersion }
  | {
      readonly kind: 'refused';
      readonly refusal: 'tariff_version_not_found' | 'tariff_version_not_draft';
    };

/** Puts a draft away for good; its number is not used again. Again, it is withdrawn already. */
export function withdrawTariffVersion(
  database: Database,
  utilityId: UtilityId,
  name: TariffVersionName,
): Promise<WithdrawTariffAnswer> {
  return database.transaction<WithdrawTariffAnswer>(async (tx) => {
    const versions = await lockVersions(tx, utilityId, name.tariffId);
    const draft = versions.find((each) => each.version === name.version);
    if (draft === undefined) return { kind: 'refused', refusal: 'tariff_version_not_found' };
    if (draft.state === 'approved') return { kind: 'refused', refusal: 'tariff_version_not_draft' };
    if (draft.state === 'draft') {
      await tx.query(withdrawStatement, [utilityId, name.tariffId, name.version]);
    }
    return { kind: 'withdrawn', version: { ...draft, state: 'withdrawn' } };
  });
}

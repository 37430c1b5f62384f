/**
 * Tariffs as the utility keeps them: versions that one person drafts and another approves, and that
 * never change. The version in force is the approved one that took effect last.
 */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { Tariff } from '@wattvend/tariff/tariff.js';
import { writeTariff } from '@wattvend/tariff/tariff-record.js';
import { tariffOfRecord } from './tariff-shelf.ts';

export interface NewTariffVersion {
  readonly tariffId: string;
  /** From 1, without gaps. */
  readonly version: number;
  readonly name: string;
  readonly tariff: Tariff;
  readonly effectiveFrom: Instant;
}

export interface TariffVersion extends NewTariffVersion {
  readonly state: 'draft' | 'approved' | 'withdrawn';
  /** The id of a user, or words for what was before there were drafts. */
  readonly draftedBy: string;
  readonly draftedAt: Instant;
  readonly approvedBy: string | null;
  readonly approvedAt: Instant | null;
  /** The order of the two-person rule by which it was approved. */
  readonly approvalId: string | null;
}

export interface TariffVersionRow {
  readonly tariff_id: string;
  readonly version: number;
  readonly name: string;
  readonly record: unknown;
  readonly effective_from_ms: bigint;
  readonly state: TariffVersion['state'];
  readonly drafted_by: string;
  readonly drafted_at_ms: bigint;
  readonly approved_by: string | null;
  readonly approved_at_ms: bigint | null;
  readonly approval_id: string | null;
}

const statement = (name: string) =>
  loadStatement(new URL(`../../sql/tariff/${name}`, import.meta.url));
const insertStatement = statement('insert-tariff-version.sql');
const approveStatement = statement('approve-tariff-version.sql');
const listStatement = statement('list-tariff-versions.sql');

export function tariffVersionOfRow(row: TariffVersionRow): TariffVersion {
  return {
    tariffId: row.tariff_id,
    version: row.version,
    name: row.name,
    tariff: tariffOfRecord(row.tariff_id, row.version, row.record),
    effectiveFrom: instant(Number(row.effective_from_ms)),
    state: row.state,
    draftedBy: row.drafted_by,
    draftedAt: instant(Number(row.drafted_at_ms)),
    approvedBy: row.approved_by,
    approvedAt: row.approved_at_ms === null ? null : instant(Number(row.approved_at_ms)),
    approvalId: row.approval_id,
  };
}

/** Writes a draft. The version must be new and the tariff free of faults. */
export async function insertTariffVersion(
  tx: Transaction,
  utilityId: UtilityId,
  draft: NewTariffVersion,
  drafted: { readonly by: string; readonly at: Instant },
): Promise<void> {
  await tx.query(insertStatement, [
    utilityId,
    draft.tariffId,
    draft.version,
    draft.name,
    JSON.stringify(writeTariff(draft.tariff)),
    draft.effectiveFrom,
    drafted.by,
    drafted.at,
  ]);
}

/**
 * Adds a version that is in force without anybody's approval. Only for setting a utility up, when
 * there is nobody yet who could draft or approve.
 */
export async function addTariffVersion(
  tx: Transaction,
  utilityId: UtilityId,
  version: NewTariffVersion,
): Promise<void> {
  const at = version.effectiveFrom;
  await insertTariffVersion(tx, utilityId, version, { by: 'set-up', at });
  const { tariffId } = version;
  await tx.query(approveStatement, [utilityId, tariffId, version.version, 'first start', at, null]);
}

/** All versions by name and number, or those of one tariff. */
export async function listTariffVersions(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  tariffId: string | null,
): Promise<readonly TariffVersion[]> {
  const { rows } = await tx.query<TariffVersionRow>(listStatement, [utilityId, tariffId]);
  return rows.map(tariffVersionOfRow);
}

/** The version that is in force at an instant, or null. */
export function versionInForce(
  versions: readonly TariffVersion[],
  at: Instant,
): TariffVersion | null {
  const effective = versions.filter(
    (each) => each.state === 'approved' && each.effectiveFrom <= at,
  );
  return effective.reduce<TariffVersion | null>(
    (last, each) => (last === null || each.effectiveFrom > last.effectiveFrom ? each : last),
    null,
  );
}

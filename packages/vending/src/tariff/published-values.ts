/**
 * Prices that are published by the month, such as a pass-through of fuel or currency. A correction
 * is another revision; the newest that a second person approved counts, from its approval on.
 */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement, sqlState } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { LocalDate } from '@wattvend/tariff/calendar.js';
import { month, monthOf } from '@wattvend/tariff/calendar.js';
import type { PublishedValues } from '@wattvend/tariff/quote.js';
import { adjustmentE4Minor } from '@wattvend/tariff/tariff.js';

export interface PublishedValueName {
  /** Of the tariffs' components that ask for it. */
  readonly componentId: string;
  /** yyyymm. */
  readonly month: number;
  /** From 1, without gaps. */
  readonly revision: number;
}

export interface PublishedValue extends PublishedValueName {
  /** In ten-thousandths of a minor unit per kWh; negative for a rebate. */
  readonly priceE4Minor: bigint;
  readonly publishedBy: string;
  readonly publishedAt: Instant;
  readonly approvedBy: string | null;
  readonly approvedAt: Instant | null;
}

interface PublishedRow {
  readonly component_id: string;
  readonly month: number;
  readonly price_e4_minor: bigint;
}

interface RevisionRow extends PublishedRow {
  readonly revision: number;
  readonly published_by: string;
  readonly published_at_ms: bigint;
  readonly approved_by: string | null;
  readonly approved_at_ms: bigint | null;
}

const statement = (name: string) =>
  loadStatement(new URL(`../../sql/tariff/${name}`, import.meta.url));
const readStatement = statement('read-published-values.sql');
const listStatement = statement('list-published-values.sql');
const insertStatement = statement('insert-published-value.sql');
const approveStatement = statement('approve-published-value.sql');

/** For each component the newest month up to that of the day: what a purchase of the day uses. */
export async function readPublishedValues(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  today: LocalDate,
  now: Instant,
): Promise<PublishedValues> {
  const { rows } = await tx.query<PublishedRow>(readStatement, [utilityId, monthOf(today), now]);
  return Object.fromEntries(
    rows.map((row) => [
      row.component_id,
      [{ month: month(row.month), price: adjustmentE4Minor(row.price_e4_minor) }],
    ]),
  );
}

/** All revisions, the newest months first; of one component, or of all. */
export async function listPublishedValues(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: { readonly componentId: string | null; readonly month: number | null },
): Promise<readonly PublishedValue[]> {
  const values = [utilityId, page.componentId, page.month, VALUES_MAX];
  const { rows } = await tx.query<RevisionRow>(listStatement, values);
  return rows.map((row) => ({
    componentId: row.component_id,
    month: row.month,
    revision: row.revision,
    priceE4Minor: row.price_e4_minor,
    publishedBy: row.published_by,
    publishedAt: instant(Number(row.published_at_ms)),
    approvedBy: row.approved_by,
    approvedAt: row.approved_at_ms === null ? null : instant(Number(row.approved_at_ms)),
  }));
}

/** A year of a dozen values with a few corrections. */
const VALUES_MAX = 200;

/** Why a value is not published, in order. */
export const PUBLISH_REFUSALS = [
  'published_value_conflict',
  'published_revision_not_next',
] as const;

export type PublishAnswer =
  | { readonly kind: 'put'; readonly value: PublishedValue; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: (typeof PUBLISH_REFUSALS)[number] };

/** Writes a revision down, to be approved. The same again changes nothing. */
export async function publishValue(
  database: Database,
  utilityId: UtilityId,
  value: PublishedValueName & { readonly priceE4Minor: bigint },
  published: { readonly by: string; readonly at: Instant },
): Promise<PublishAnswer> {
  const { componentId, month: of, revision, priceE4Minor } = value;
  const known = await listPublishedValues(database, utilityId, { componentId, month: of });
  const same = known.find((each) => each.revision === revision);
  if (same !== undefined) {
    return same.priceE4Minor === priceE4Minor
      ? { kind: 'put', value: same, first: false }
      : { kind: 'refused', refusal: 'published_value_conflict' };
  }
  const last = Math.max(0, ...known.map((each) => each.revision));
  if (revision !== last + 1) return { kind: 'refused', refusal: 'published_revision_not_next' };
  try {
    await database.query(insertStatement, [
      utilityId,
      componentId,
      of,
      revision,
      priceE4Minor,
      published.by,
      published.at,
    ]);
  } catch (error) {
    if (sqlState(error) !== '23505') throw error;
    return await publishValue(database, utilityId, value, published);
  }
  const made = { publishedBy: published.by, publishedAt: published.at };
  return {
    kind: 'put',
    value: { ...value, ...made, approvedBy: null, approvedAt: null },
    first: true,
  };
}

export type ApproveValueAnswer =
  | { readonly kind: 'approved' }
  | {
      readonly kind: 'refused';
      readonly refusal: 'published_value_not_found' | 'own_draft' | 'published_value_approved';
    };

/** Refuses whoever published it, even when somebody else asked; the database says so as well. */
export async function approvePublishedValue(
  tx: Transaction,
  utilityId: UtilityId,
  { componentId, month: of, revision }: PublishedValueName,
  approval: { readonly by: string; readonly approvalId: string | null },
  now: Instant,
): Promise<ApproveValueAnswer> {
  const known = await listPublishedValues(tx, utilityId, { componentId, month: of });
  const value = known.find((each) => each.revision === revision);
  if (value === undefined) return { kind: 'refused', refusal: 'published_value_not_found' };
  if (value.publishedBy === approval.by) return { kind: 'refused', refusal: 'own_draft' };
  const { rowCount } = await tx.query(approveStatement, [
    utilityId,
    componentId,
    of,
    revision,
    approval.by,
    now,
    approval.approvalId,
  ]);
  return rowCount === 1
    ? { kind: 'approved' }
    : { kind: 'refused', refusal: 'published_value_approved' };
}

/** Items of a reconciliation with both their sides: the line of a statement and what is known. */
import { loadStatement, type Transaction } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import { type MinorUnits, minorUnits } from '@wattvend/quantities/money.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import type { KnownPayment } from './known-payments.ts';
import type { PaymentSourceId } from './payment-source.ts';
import type { StatementFileId } from './statement-file.ts';
import type { StatementLine } from './statement-line.ts';

export const RECONCILIATION_CLASSES = [
  'matched',
  'paid_no_vend',
  'vend_no_pay',
  'differs',
  'duplicate',
] as const;
export type ReconciliationClass = (typeof RECONCILIATION_CLASSES)[number];

export type ReconciliationItemId = Quantity<string, 'reconciliation item id'>;

/** A stored line, with what was read out of it. */
export interface ItemLine extends StatementLine {
  readonly fileId: StatementFileId;
  readonly gross: MinorUnits;
  readonly feeExpected: MinorUnits | null;
}

export interface ReconciliationItem {
  readonly itemId: ReconciliationItemId;
  readonly sourceId: PaymentSourceId;
  readonly class: ReconciliationClass;
  /** More exactly than the class: "no_vend", "token_missing", "paid_twice", "money", "fee", … */
  readonly reason: string;
  readonly money: MinorUnits;
  /** Line less known payment, in money or, when that is the same, in fees. */
  readonly difference: MinorUnits;
  readonly occurredAt: Instant;
  readonly firstSeenAt: Instant;
  readonly resolvedAt: Instant | null;
  /** "matched", "linked", or the explanation a person gave. */
  readonly resolution: string | null;
  readonly note: string | null;
  readonly wish: { readonly wish: 'refund' | 'vend'; readonly reference: string } | null;
  readonly absorbedInto: ReconciliationItemId | null;
  readonly line: ItemLine | null;
  readonly known: KnownPayment | null;
}

interface ItemRow {
  readonly item_id: ReconciliationItemId;
  readonly source_id: PaymentSourceId;
  readonly class: ReconciliationClass;
  readonly reason: string;
  readonly item_minor: bigint;
  readonly difference_minor: bigint;
  readonly occurred_at_ms: bigint;
  readonly first_seen_at_ms: bigint;
  readonly resolved_at_ms: bigint | null;
  readonly resolution: string | null;
  readonly note: string | null;
  readonly wish: 'refund' | 'vend' | null;
  readonly wish_reference: string | null;
  readonly absorbed_into: ReconciliationItemId | null;
  readonly file_id: StatementFileId | null;
  readonly line_number: number;
  readonly external_id: string | null;
  readonly line_reference: string | null;
  readonly line_meter_number: string | null;
  readonly payer: string | null;
  readonly line_minor: bigint;
  readonly fee_minor: bigint;
  readonly gross_minor: bigint;
  readonly fee_expected_minor: bigint | null;
  readonly value_date: string;
  readonly booked_at_ms: bigint | null;
  readonly known_kind: 'vend' | 'deposit' | null;
  readonly known_id: string;
  readonly known_reference: string | null;
  readonly known_meter_number: string | null;
  readonly vendor_id: KnownPayment['vendorId'];
  readonly known_minor: bigint;
  readonly known_at_ms: bigint;
  readonly has_token: boolean;
}

const listItemsStatement = loadStatement(
  new URL('../../sql/reconciliation/list-items.sql', import.meta.url),
);

export interface ItemPage {
  readonly sourceId: PaymentSourceId | null;
  readonly classes: readonly ReconciliationClass[] | null;
  /** True for open ones, false for settled ones, null for both. */
  readonly isOpen: boolean | null;
  readonly before: { readonly at: Instant; readonly id: string };
  readonly limit: number;
}

/** Newest first. What was linked into another item is not among them. */
export async function listItems(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: ItemPage,
): Promise<readonly ReconciliationItem[]> {
  const { sourceId, classes, isOpen, before, limit } = page;
  const values = [utilityId, sourceId, classes, isOpen, before.at, before.id, limit, null];
  return (await tx.query<ItemRow>(listItemsStatement, values)).rows.map(itemOf);
}

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** The item of that id, also one that was linked into another. */
export async function findItem(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  itemId: ReconciliationItemId,
): Promise<ReconciliationItem | null> {
  const values = [utilityId, null, null, null, Number.MAX_SAFE_INTEGER, LAST_ID, 1, itemId];
  const { rows } = await tx.query<ItemRow>(listItemsStatement, values);
  const [row] = rows;
  return row === undefined ? null : itemOf(row);
}

function itemOf(row: ItemRow): ReconciliationItem {
  const { wish, wish_reference } = row;
  return {
    itemId: row.item_id,
    sourceId: row.source_id,
    class: row.class,
    reason: row.reason,
    money: minorUnits(row.item_minor),
    difference: minorUnits(row.difference_minor),
    occurredAt: instant(Number(row.occurred_at_ms)),
    firstSeenAt: instant(Number(row.first_seen_at_ms)),
    resolvedAt: row.resolved_at_ms === null ? null : instant(Number(row.resolved_at_ms)),
    resolution: row.resolution,
    note: row.note,
    wish: wish === null || wish_reference === null ? null : { wish, reference: wish_reference },
    absorbedInto: row.absorbed_into,
    line: row.file_id === null ? null : lineOf(row, row.file_id),
    known: row.known_kind === null ? null : knownOf(row, row.known_kind),
  };
}

function lineOf(row: ItemRow, fileId: StatementFileId): ItemLine {
  return {
    fileId,
    lineNumber: row.line_number,
    externalId: row.external_id,
    reference: row.line_reference,
    meterNumber: row.line_meter_number,
    payer: row.payer,
    money: minorUnits(row.line_minor),
    fee: minorUnits(row.fee_minor),
    gross: minorUnits(row.gross_minor),
    feeExpected: row.fee_expected_minor === null ? null : minorUnits(row.fee_expected_minor),
    valueDate: row.value_date,
    bookedAt: row.booked_at_ms === null ? null : instant(Number(row.booked_at_ms)),
  };
}

function knownOf(row: ItemRow, kind: KnownPayment['kind']): KnownPayment {
  return {
    kind,
    id: row.known_id,
    reference: row.known_reference,
    meterNumber: row.known_meter_number,
    vendorId: row.vendor_id,
    money: minorUnits(row.known_minor),
    at: instant(Number(row.known_at_ms)),
    hasToken: row.has_token,
  };
}

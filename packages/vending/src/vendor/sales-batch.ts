/** Sales batches: closed lists of closed shifts of a vendor, each shift in one of them. */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { VendorId } from '../vend/vend.ts';
import { againWhenMet } from './met.ts';
import type { ClosedShift, Shift } from './shifts.ts';
import { findShifts } from './shifts.ts';
import { lockVendor } from './vendors.ts';

export interface SalesBatch {
  readonly salesBatchId: string;
  readonly vendorId: VendorId;
  /** Counts the vendor's sales batches without a gap. */
  readonly number: number;
  readonly shiftIds: readonly string[];
  readonly vends: number;
  readonly sold: MinorUnits;
  readonly counted: MinorUnits;
  /** Of the money counted, what can be brought to a bank, without the change from before. */
  readonly bankable: MinorUnits;
  readonly closedBy: string;
  readonly closedAt: Instant;
  readonly bankBatchId: string | null;
}

export interface NewSalesBatch {
  readonly salesBatchId: string;
  readonly vendorId: VendorId;
  readonly shiftIds: readonly string[];
  readonly closedBy: string;
}

/** Why a sales batch is not closed, in order. */
export const SALES_BATCH_REFUSALS = [
  'batch_id_conflict',
  'vendor_not_found',
  'shift_not_found',
  'shift_not_closed',
  'shift_batched',
] as const;

export type SalesBatchAnswer =
  | { readonly kind: 'closed'; readonly batch: SalesBatch; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: (typeof SALES_BATCH_REFUSALS)[number] };

interface SalesBatchRow {
  readonly sales_batch_id: string;
  readonly vendor_id: VendorId;
  readonly batch_number: number;
  readonly shift_ids: readonly string[];
  readonly vends: number;
  readonly sold_minor: bigint;
  readonly counted_minor: bigint;
  readonly bankable_minor: bigint;
  readonly closed_by: string;
  readonly closed_at_ms: bigint;
  readonly bank_batch_id: string | null;
}

// What people carry to a bank; the rest arrives there by itself.
const BANKABLE: ReadonlySet<string> = new Set(['cash', 'cheque']);

/** Above every batch number. */
const NUMBER_MAX = 2 ** 31 - 1;

const nextNumberStatement = loadStatement(
  new URL('../../sql/vendor/next-batch-number.sql', import.meta.url),
);
const insertBatchStatement = loadStatement(
  new URL('../../sql/vendor/insert-sales-batch.sql', import.meta.url),
);
const putShiftsStatement = loadStatement(
  new URL('../../sql/vendor/put-shifts-in-batch.sql', import.meta.url),
);
const findBatchesStatement = loadStatement(
  new URL('../../sql/vendor/find-sales-batches.sql', import.meta.url),
);

/** Closes a batch over some shifts. Refusals: SALES_BATCH_REFUSALS, in order. */
export function closeSalesBatch(
  database: Database,
  utilityId: UtilityId,
  request: NewSalesBatch,
  now: Instant,
): Promise<SalesBatchAnswer> {
  const { salesBatchId, vendorId } = request;
  const shiftIds = [...new Set(request.shiftIds)];
  return againWhenMet<SalesBatchAnswer>(database, async (tx) => {
    const known = await findSalesBatch(tx, utilityId, salesBatchId);
    if (known !== null) {
      return known.vendorId === vendorId && isSameList(known.shiftIds, shiftIds)
        ? { kind: 'closed', batch: known, first: false }
        : refused('batch_id_conflict');
    }
    if ((await lockVendor(tx, utilityId, vendorId)) === null) return refused('vendor_not_found');
    const found = await findShifts(tx, utilityId, shiftIds);
    const own = found.filter((shift) => shift.vendorId === vendorId);
    if (own.length < shiftIds.length || own.length === 0) return refused('shift_not_found');
    const closed = own.flatMap((shift) => (shift.closed === null ? [] : [shift.closed]));
    if (closed.length < own.length) return refused('shift_not_closed');
    if (own.some((shift) => shift.salesBatchId !== null)) return refused('shift_batched');
    await write(tx, utilityId, { request, shifts: own, closed }, now);
    const batch = await findSalesBatch(tx, utilityId, salesBatchId);
    if (batch === null) throw new Error(`sales batch ${salesBatchId} was closed and is not there`);
    return { kind: 'closed', batch, first: true };
  });
}

async function write(
  tx: Transaction,
  utilityId: UtilityId,
  found: {
    readonly request: NewSalesBatch;
    readonly shifts: readonly Shift[];
    readonly closed: readonly ClosedShift[];
  },
  now: Instant,
): Promise<void> {
  const { request, shifts, closed } = found;
  const { rows } = await tx.query<{ readonly sales: number }>(nextNumberStatement, [
    utilityId,
    request.vendorId,
  ]);
  const counts = closed.flatMap((shift) => shift.counts);
  await tx.query(insertBatchStatement, [
    utilityId,
    request.salesBatchId,
    request.vendorId,
    rows[0]?.sales,
    shifts.length,
    closed.reduce((sum, shift) => sum + shift.vends, 0),
    closed.reduce((sum, shift) => sum + shift.sold, 0n),
    counts.reduce((sum, count) => sum + count.counted, 0n),
    counts
      .filter((count) => BANKABLE.has(count.paymentMethod))
      .reduce((sum, count) => sum + count.counted - (count.expected - count.sold), 0n),
    request.closedBy,
    now,
  ]);
  const shiftIds = shifts.map((shift) => shift.shiftId);
  const put = await tx.query(putShiftsStatement, [utilityId, request.salesBatchId, shiftIds]);
  if (put.rowCount !== shifts.length) throw new Error('a shift went elsewhere under the lock');
}

/** The sales batch of that id, or null. */
export async function findSalesBatch(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  salesBatchId: string,
): Promise<SalesBatch | null> {
  const [batch] = await findSalesBatches(tx, utilityId, [salesBatchId]);
  return batch ?? null;
}

/** The sales batches of those ids that exist. */
export async function findSalesBatches(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  salesBatchIds: readonly string[],
): Promise<readonly SalesBatch[]> {
  const { length } = salesBatchIds;
  const values = [utilityId, null, salesBatchIds, NUMBER_MAX, length];
  const { rows } = await tx.query<SalesBatchRow>(findBatchesStatement, values);
  return rows.map(salesBatchOfRow);
}

/** Sales batches of a vendor, newest first, with numbers below `before`. */
export async function listSalesBatches(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: { readonly vendorId: VendorId; readonly before: number | null; readonly limit: number },
): Promise<readonly SalesBatch[]> {
  const values = [utilityId, page.vendorId, null, page.before ?? NUMBER_MAX, page.limit];
  const { rows } = await tx.query<SalesBatchRow>(findBatchesStatement, values);
  return rows.map(salesBatchOfRow);
}

function salesBatchOfRow(row: SalesBatchRow): SalesBatch {
  return {
    salesBatchId: row.sales_batch_id,
    vendorId: row.vendor_id,
    number: row.batch_number,
    shiftIds: row.shift_ids,
    vends: row.vends,
    sold: minorUnits(row.sold_minor),
    counted: minorUnits(row.counted_minor),
    bankable: minorUnits(row.bankable_minor),
    closedBy: row.closed_by,
    closedAt: instant(Number(row.closed_at_ms)),
    bankBatchId: row.bank_batch_id,
  };
}

/** The same ids, in whatever order. */
export function isSameList(a: readonly string[], b: readonly string[]): boolean {
  const there = new Set(a);
  return a.length === b.length && b.every((each) => there.has(each));
}

function refused(refusal: (typeof SALES_BATCH_REFUSALS)[number]): SalesBatchAnswer {
  return { kind: 'refused', refusal };
}

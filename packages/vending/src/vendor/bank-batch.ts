/**
 * Bank batches: sales batches whose money was brought to the bank under one slip. The batch moves no
 * money in the ledger; the deposit does, when the bank has it, and names the batch.
 */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { VendorId } from '../vend/vend.ts';
import { againWhenMet } from './met.ts';
import type { SalesBatch } from './sales-batch.ts';
import { findSalesBatches, isSameList } from './sales-batch.ts';
import { lockVendor } from './vendors.ts';

export interface BankBatch {
  readonly bankBatchId: string;
  readonly vendorId: VendorId;
  /** Counts the vendor's bank batches without a gap. */
  readonly number: number;
  readonly source: string;
  readonly slipNumber: string;
  readonly salesBatchIds: readonly string[];
  /** What the counts of the shifts say there was to bring. */
  readonly bankable: MinorUnits;
  readonly brought: MinorUnits;
  readonly closedBy: string;
  readonly closedAt: Instant;
  /** Deposits that named this batch, and what of them has not come back. */
  readonly depositIds: readonly string[];
  readonly deposited: MinorUnits;
}

export interface NewBankBatch {
  readonly bankBatchId: string;
  readonly vendorId: VendorId;
  readonly source: string;
  readonly slipNumber: string;
  readonly brought: MinorUnits;
  readonly salesBatchIds: readonly string[];
  readonly closedBy: string;
}

/** Why a bank batch is not closed, in order. */
export const BANK_BATCH_REFUSALS = [
  'batch_id_conflict',
  'brought_below_zero',
  'vendor_not_found',
  'sales_batch_not_found',
  'sales_batch_banked',
  'bank_slip_used',
] as const;

export type BankBatchAnswer =
  | { readonly kind: 'closed'; readonly batch: BankBatch; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: (typeof BANK_BATCH_REFUSALS)[number] };

interface BankBatchRow {
  readonly bank_batch_id: string;
  readonly vendor_id: VendorId;
  readonly batch_number: number;
  readonly source: string;
  readonly slip_number: string;
  readonly bankable_minor: bigint;
  readonly brought_minor: bigint;
  readonly closed_by: string;
  readonly closed_at_ms: bigint;
  readonly sales_batch_ids: readonly string[];
  readonly deposit_ids: readonly string[];
  readonly deposited_minor: bigint;
}

/** Above every batch number. */
const NUMBER_MAX = 2 ** 31 - 1;

const nextNumberStatement = loadStatement(
  new URL('../../sql/vendor/next-batch-number.sql', import.meta.url),
);
const insertBatchStatement = loadStatement(
  new URL('../../sql/vendor/insert-bank-batch.sql', import.meta.url),
);
const putBatchesStatement = loadStatement(
  new URL('../../sql/vendor/put-batches-in-bank.sql', import.meta.url),
);
const findBatchesStatement = loadStatement(
  new URL('../../sql/vendor/find-bank-batches.sql', import.meta.url),
);
const findSlipStatement = loadStatement(
  new URL('../../sql/vendor/find-bank-slip.sql', import.meta.url),
);

/** Closes a bank batch over some sales batches. Refusals: BANK_BATCH_REFUSALS, in order. */
export function closeBankBatch(
  database: Database,
  utilityId: UtilityId,
  request: NewBankBatch,
  now: Instant,
): Promise<BankBatchAnswer> {
  const { bankBatchId, vendorId } = request;
  const salesBatchIds = [...new Set(request.salesBatchIds)];
  return againWhenMet<BankBatchAnswer>(database, async (tx) => {
    const known = await findBankBatch(tx, utilityId, bankBatchId);
    if (known !== null) {
      return isSameBatch(known, { ...request, salesBatchIds })
        ? { kind: 'closed', batch: known, first: false }
        : refused('batch_id_conflict');
    }
    if (request.brought < 0n) return refused('brought_below_zero');
    if ((await lockVendor(tx, utilityId, vendorId)) === null) return refused('vendor_not_found');
    const found = await findSalesBatches(tx, utilityId, salesBatchIds);
    const own = found.filter((batch) => batch.vendorId === vendorId);
    if (own.length < salesBatchIds.length || own.length === 0) {
      return refused('sales_batch_not_found');
    }
    if (own.some((batch) => batch.bankBatchId !== null)) return refused('sales_batch_banked');
    const slip = [utilityId, request.source, request.slipNumber];
    const used = await tx.query(findSlipStatement, slip);
    if (used.rows.length > 0) return refused('bank_slip_used');
    await write(tx, utilityId, { request, batches: own }, now);
    const batch = await findBankBatch(tx, utilityId, bankBatchId);
    if (batch === null) throw new Error(`bank batch ${bankBatchId} was closed and is not there`);
    return { kind: 'closed', batch, first: true };
  });
}

async function write(
  tx: Transaction,
  utilityId: UtilityId,
  found: { readonly request: NewBankBatch; readonly batches: readonly SalesBatch[] },
  now: Instant,
): Promise<void> {
  const { request, batches } = found;
  const { rows } = await tx.query<{ readonly bank: number }>(nextNumberStatement, [
    utilityId,
    request.vendorId,
  ]);
  await tx.query(insertBatchStatement, [
    utilityId,
    request.bankBatchId,
    request.vendorId,
    rows[0]?.bank,
    request.source,
    request.slipNumber,
    batches.reduce((sum, batch) => sum + batch.bankable, 0n),
    request.brought,
    request.closedBy,
    now,
  ]);
  const ids = batches.map((batch) => batch.salesBatchId);
  const put = await tx.query(putBatchesStatement, [utilityId, request.bankBatchId, ids]);
  if (put.rowCount !== batches.length) throw new Error('a batch went elsewhere under the lock');
}

/** The bank batch of that id, or null. */
export async function findBankBatch(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  bankBatchId: string,
): Promise<BankBatch | null> {
  const values = [utilityId, null, bankBatchId, NUMBER_MAX, 1];
  const { rows } = await tx.query<BankBatchRow>(findBatchesStatement, values);
  const [row] = rows;
  return row === undefined ? null : bankBatchOfRow(row);
}

/** Bank batches of a vendor, newest first, with numbers below `before`. */
export async function listBankBatches(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: { readonly vendorId: VendorId; readonly before: number | null; readonly limit: number },
): Promise<readonly BankBatch[]> {
  const values = [utilityId, page.vendorId, null, page.before ?? NUMBER_MAX, page.limit];
  const { rows } = await tx.query<BankBatchRow>(findBatchesStatement, values);
  return rows.map(bankBatchOfRow);
}

function bankBatchOfRow(row: BankBatchRow): BankBatch {
  return {
    bankBatchId: row.bank_batch_id,
    vendorId: row.vendor_id,
    number: row.batch_number,
    source: row.source,
    slipNumber: row.slip_number,
    salesBatchIds: row.sales_batch_ids,
    bankable: minorUnits(row.bankable_minor),
    brought: minorUnits(row.brought_minor),
    closedBy: row.closed_by,
    closedAt: instant(Number(row.closed_at_ms)),
    depositIds: row.deposit_ids,
    deposited: minorUnits(row.deposited_minor),
  };
}

function isSameBatch(a: BankBatch, b: NewBankBatch): boolean {
  return (
    a.vendorId === b.vendorId &&
    a.source === b.source &&
    a.slipNumber === b.slipNumber &&
    a.brought === b.brought &&
    isSameList(a.salesBatchIds, b.salesBatchIds)
  );
}

function refused(refusal: (typeof BANK_BATCH_REFUSALS)[number]): BankBatchAnswer {
  return { kind: 'refused', refusal };
}

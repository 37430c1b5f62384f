/** Shifts: the time one operator answers for a till. An operator has one open shift at the most. */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { UserId } from '../staff/users.ts';
import type { VendorId } from '../vend/vend.ts';
import { againWhenMet } from './met.ts';
import { lockVendor } from './vendors.ts';

export interface ShiftCount {
  /** "cash", "card", …, as vends name it. */
  readonly paymentMethod: string;
  readonly vends: number;
  readonly sold: MinorUnits;
  /** What should have been there: what was sold, and for cash the change from before. */
  readonly expected: MinorUnits;
  readonly counted: MinorUnits;
}

export interface ClosedShift {
  readonly closedAt: Instant;
  readonly closedBy: string;
  readonly vends: number;
  readonly sold: MinorUnits;
  /** Counted less expected: below zero when money is missing. */
  readonly difference: MinorUnits;
  readonly counts: readonly ShiftCount[];
}

export interface Shift {
  readonly shiftId: string;
  readonly vendorId: VendorId;
  readonly operatorId: UserId;
  readonly operatorName: string;
  readonly openedAt: Instant;
  /** The change in the till before the first sale. */
  readonly cashFloat: MinorUnits;
  /** Null while it is open. */
  readonly closed: ClosedShift | null;
  readonly salesBatchId: string | null;
}

/** Why a shift is not opened, in order. */
export const OPEN_SHIFT_REFUSALS = [
  'shift_id_conflict',
  'cash_float_below_zero',
  'vendor_not_found',
  'operator_not_found',
  'shift_open',
] as const;

export type OpenShiftAnswer =
  | { readonly kind: 'opened'; readonly shift: Shift; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: (typeof OPEN_SHIFT_REFUSALS)[number] };

interface ShiftRow {
  readonly shift_id: string;
  readonly vendor_id: VendorId;
  readonly operator_id: UserId;
  readonly operator_name: string;
  readonly opened_at_ms: bigint;
  readonly cash_float_minor: bigint;
  readonly closed_at_ms: bigint | null;
  readonly closed_by: string | null;
  readonly vends: number | null;
  readonly sold_minor: bigint | null;
  readonly difference_minor: bigint | null;
  readonly sales_batch_id: string | null;
  readonly counts: readonly {
    readonly payment_method: string;
    readonly vends: number;
    readonly sold_minor: string;
    readonly expected_minor: string;
    readonly counted_minor: string;
  }[];
}

const insertShiftStatement = loadStatement(
  new URL('../../sql/vendor/insert-shift.sql', import.meta.url),
);
const lockOperatorStatement = loadStatement(
  new URL('../../sql/vendor/lock-operator.sql', import.meta.url),
);
const findOpenShiftStatement = loadStatement(
  new URL('../../sql/vendor/find-open-shift.sql', import.meta.url),
);
const findShiftsStatement = loadStatement(
  new URL('../../sql/vendor/find-shifts.sql', import.meta.url),
);
const listShiftsStatement = loadStatement(
  new URL('../../sql/vendor/list-shifts.sql', import.meta.url),
);

/** Opens a shift. Refusals: OPEN_SHIFT_REFUSALS, in order. */
export function openShift(
  database: Database,
  utilityId: UtilityId,
  opening: Pick<Shift, 'shiftId' | 'vendorId' | 'operatorId' | 'cashFloat'>,
  now: Instant,
): Promise<OpenShiftAnswer> {
  const { shiftId, vendorId, operatorId, cashFloat } = opening;
  return againWhenMet<OpenShiftAnswer>(database, async (tx) => {
    const known = await findShift(tx, utilityId, shiftId);
    if (known !== null && !isSameOpening(known, opening)) return refused('shift_id_conflict');
    if (cashFloat < 0n) return refused('cash_float_below_zero');
    if (known !== null) return { kind: 'opened', shift: known, first: false };
    if ((await lockVendor(tx, utilityId, vendorId)) === null) return refused('vendor_not_found');
    const operator = await tx.query<{ readonly last_closed_at_ms: bigint }>(lockOperatorStatement, [
      utilityId,
      operatorId,
      vendorId,
    ]);
    const [row] = operator.rows;
    if (row === undefined) return refused('operator_not_found');
    if ((await findOpenShift(tx, utilityId, operatorId)) !== null) return refused('shift_open');
    // A clock set back must not let two shifts of an operator overlap.
    const openedAt = Math.max(now, Number(row.last_closed_at_ms));
    const values = [utilityId, shiftId, vendorId, operatorId, openedAt, cashFloat];
    await tx.query(insertShiftStatement, values);
    const shift = await findShift(tx, utilityId, shiftId);
    if (shift === null) throw new Error(`shift ${shiftId} was opened and is not there`);
    return { kind: 'opened', shift, first: true };
  });
}

/** The shift of that id, or null. */
export async function findShift(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  shiftId: string,
): Promise<Shift | null> {
  const [shift] = await findShifts(tx, utilityId, [shiftId]);
  return shift ?? null;
}

/** The shifts of those ids that exist, newest first. */
export async function findShifts(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  shiftIds: readonly string[],
): Promise<readonly Shift[]> {
  const { rows } = await tx.query<ShiftRow>(findShiftsStatement, [utilityId, shiftIds]);
  return rows.map(shiftOfRow);
}

/** The shift an operator has open, or null. */
export async function findOpenShift(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  operatorId: UserId,
): Promise<Shift | null> {
  const { rows } = await tx.query<{ readonly shift_id: string }>(findOpenShiftStatement, [
    utilityId,
    operatorId,
  ]);
  const [row] = rows;
  return row === undefined ? null : await findShift(tx, utilityId, row.shift_id);
}

export interface ShiftCursor {
  readonly openedAt: Instant;
  readonly shiftId: string;
}

/** Shifts of a vendor, newest first, behind a cursor. */
export async function listShifts(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: {
    readonly vendorId: VendorId;
    readonly operatorId: UserId | null;
    readonly before: ShiftCursor;
    readonly limit: number;
  },
): Promise<readonly Shift[]> {
  const { rows } = await tx.query<{ readonly shift_id: string }>(listShiftsStatement, [
    utilityId,
    page.vendorId,
    page.operatorId,
    page.before.openedAt,
    page.before.shiftId,
    page.limit,
  ]);
  const shiftIds = rows.map((row) => row.shift_id);
  return await findShifts(tx, utilityId, shiftIds);
}

function shiftOfRow(row: ShiftRow): Shift {
  return {
    shiftId: row.shift_id,
    vendorId: row.vendor_id,
    operatorId: row.operator_id,
    operatorName: row.operator_name,
    openedAt: instant(Number(row.opened_at_ms)),
    cashFloat: minorUnits(row.cash_float_minor),
    closed: closedOfRow(row),
    salesBatchId: row.sales_batch_id,
  };
}

function closedOfRow(row: ShiftRow): ClosedShift | null {
  const { closed_at_ms, closed_by, vends, sold_minor, difference_minor } = row;
  if (
    closed_at_ms === null ||
    closed_by === null ||
    vends === null ||
    sold_minor === null ||
    difference_minor === null
  ) {
    return null;
  }
  return {
    closedAt: instant(Number(closed_at_ms)),
    closedBy: closed_by,
    vends,
    sold: minorUnits(sold_minor),
    difference: minorUnits(difference_minor),
    counts: row.counts.map((count) => ({
      paymentMethod: count.payment_method,
      vends: count.vends,
      sold: minorUnits(BigInt(count.sold_minor)),
      expected: minorUnits(BigInt(count.expected_minor)),
      counted: minorUnits(BigInt(count.counted_minor)),
    })),
  };
}

function isSameOpening(a: Shift, b: Pick<Shift, 'vendorId' | 'operatorId' | 'cashFloat'>): boolean {
  return a.vendorId === b.vendorId && a.operatorId === b.operatorId && a.cashFloat === b.cashFloat;
}

function refused(refusal: (typeof OPEN_SHIFT_REFUSALS)[number]): OpenShiftAnswer {
  return { kind: 'refused', refusal };
}

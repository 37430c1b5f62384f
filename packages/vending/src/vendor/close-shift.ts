/**
 * The end of a shift: what is in the till is counted, by method of payment, and compared with what
 * was sold. In a till of the utility the difference is posted, and whenever a method of payment differs it
 * needs somebody beside the operator to have counted (cash that is missing and vouchers that nobody
 * sold would come to nothing together); in a vendor's own till it is the vendor's affair and only recorded.
 */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import { postEntries } from '@wattvend/ledger/entry.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { monthOf } from '@wattvend/quantities/month.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { UserId } from '../staff/users.ts';
import { derivedId } from '../utility/derived-id.ts';
import type { Utility } from '../utility/utility.ts';
import type { VendorId } from '../vend/vend.ts';
import { accountOf } from './accounts.ts';
import { lockFloat } from './float.ts';
import type { Shift, ShiftCount } from './shifts.ts';
import { findShift } from './shifts.ts';
import { coverFloor } from './suspension.ts';
import type { Vendor } from './vendors.ts';
import { lockVendor } from './vendors.ts';

export interface ShiftClosing {
  readonly shiftId: string;
  readonly vendorId: VendorId;
  /** What is there, by method of payment; cash with the change from before. */
  readonly counted: Readonly<Record<string, MinorUnits>>;
  readonly by: { readonly userId: UserId; readonly name: string };
}

/** Why a shift is not closed, in order. */
export const CLOSE_SHIFT_REFUSALS = [
  'count_below_zero',
  'shift_not_found',
  'shift_closed',
  'vends_unresolved',
  'count_incomplete',
  'count_not_confirmed',
  'float_exceeded',
] as const;

export type CloseShiftRefusal =
  | { readonly code: 'count_incomplete'; readonly paymentMethods: readonly string[] }
  | { readonly code: 'float_exceeded'; readonly available: MinorUnits }
  | {
      readonly code: Exclude<
        (typeof CLOSE_SHIFT_REFUSALS)[number],
        'count_incomplete' | 'float_exceeded'
      >;
    };

export type CloseShiftAnswer =
  | { readonly kind: 'closed'; readonly shift: Shift; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: CloseShiftRefusal };

interface SalesRow {
  readonly payment_method: string;
  readonly vends: number;
  readonly sold_minor: bigint;
  readonly unresolved: number;
  readonly last_requested_at_ms: bigint;
}

const CASH = 'cash';

const lockShiftStatement = loadStatement(
  new URL('../../sql/vendor/lock-shift.sql', import.meta.url),
);
const shiftSalesStatement = loadStatement(
  new URL('../../sql/vendor/shift-sales.sql', import.meta.url),
);
const closeShiftStatement = loadStatement(
  new URL('../../sql/vendor/close-shift.sql', import.meta.url),
);

/**
 * Closes a shift once; the same counts again are the same closing. Refusals: CLOSE_SHIFT_REFUSALS,
 * in order.
 */
export function closeShift(
  database: Database,
  utility: Utility,
  closing: ShiftClosing,
  now: Instant,
): Promise<CloseShiftAnswer> {
  return database.transaction<CloseShiftAnswer>(async (tx) => {
    const { utilityId } = utility;
    const { shiftId, vendorId, counted } = closing;
    if (Object.values(counted).some((money) => money < 0n)) {
      return refused({ code: 'count_below_zero' });
    }
    const vendor = await lockVendor(tx, utilityId, vendorId);
    await tx.query(lockShiftStatement, [utilityId, shiftId]);
    const shift = await findShift(tx, utilityId, shiftId);
    if (vendor === null || shift === null || shift.vendorId !== vendorId) {
      return refused({ code: 'shift_not_found' });
    }
    if (shift.closed !== null) {
      return isSameCount(shift.closed.counts, counted)
        ? { kind: 'closed', shift, first: false }
        : refused({ code: 'shift_closed' });
    }
    const sales = await salesOf(tx, utility, shift);
    if (sales.some((row) => row.unresolved > 0)) return refused({ code: 'vends_unresolved' });
    const counts = countsOf(shift, sales, counted);
    const missing = counts
      .filter((each) => each.expected > 0n && !Object.hasOwn(counted, each.paymentMethod))
      .map((each) => each.paymentMethod);
    if (missing.length > 0) {
      return refused({ code: 'count_incomplete', paymentMethods: missing });
    }
    const difference = counts.reduce((sum, each) => sum + each.counted - each.expected, 0n);
    if (isUnconfirmed({ vendor, shift, counts }, closing)) {
      return refused({ code: 'count_not_confirmed' });
    }
    const refusal = await settle(tx, utility, { vendor, shift, difference }, now);
    if (refusal !== null) return refused(refusal);
    // No vend of the shift may lie behind its end, whatever the clocks said.
    const last = Math.max(...sales.map((row) => Number(row.last_requested_at_ms) + 1), 0);
    const closedAt = Math.max(now, last, shift.openedAt);
    await write(tx, utility, { shift, counts, difference, closedAt, by: closing.by.name });
    return { kind: 'closed', shift: await reread(tx, utility, shiftId), first: true };
  });
}

async function salesOf(
  tx: Transaction,
  { utilityId }: Utility,
  shift: Shift,
): Promise<readonly SalesRow[]> {
  const { rows } = await tx.query<SalesRow>(shiftSalesStatement, [
    utilityId,
    shift.vendorId,
    shift.operatorId,
    shift.openedAt,
  ]);
  return rows;
}

function countsOf(
  shift: Shift,
  sales: readonly SalesRow[],
  counted: ShiftClosing['counted'],
): readonly ShiftCount[] {
  // The change from before is there even when nothing was sold.
  const methods = new Set([
    CASH,
    ...Object.keys(counted),
    ...sales.filter((row) => row.sold_minor > 0n).map((row) => row.payment_method),
  ]);
  return [...methods].sort().map((paymentMethod) => {
    const row = sales.find((each) => each.payment_method === paymentMethod);
    const sold = row?.sold_minor ?? 0n;
    const change = paymentMethod === CASH ? shift.cashFloat : 0n;
    return {
      paymentMethod,
      vends: row?.vends ?? 0,
      sold: minorUnits(sold),
      expected: minorUnits(sold + change),
      counted: counted[paymentMethod] ?? minorUnits(0n),
    };
  });
}

/** Whether the operator alone says that a till of the utility holds something else than it should. */
function isUnconfirmed(
  found: {
    readonly vendor: Vendor;
    readonly shift: Shift;
    readonly counts: readonly ShiftCount[];
  },
  { by }: ShiftClosing,
): boolean {
  const { vendor, shift, counts } = found;
  if (vendor.settings.tillOwner === 'vendor' || by.userId !== shift.operatorId) return false;
  return counts.some((each) => each.counted !== each.expected);
}

/** Posts the difference of a till of the utility: what is missing is no longer in the vendor's hands. */
async function settle(
  tx: Transaction,
  utility: Utility,
  found: {
    readonly vendor: Vendor;
    readonly shift: Shift;
    readonly difference: bigint;
  },
  now: Instant,
): Promise<CloseShiftRefusal | null> {
  const { vendor, shift, difference } = found;
  if (vendor.settings.tillOwner === 'vendor' || difference === 0n) return null;
  const float = await lockFloat(tx, utility.utilityId, vendor);
  const available = float.posted - float.reserved - float.floor;
  if (difference > available) {
    return { code: 'float_exceeded', available: minorUnits(available) };
  }
  const account = await accountOf(tx, utility, 'cash_over_short');
  const entry = {
    entryId: derivedId('cash difference', shift.shiftId),
    kind: 'cash_difference',
    // The shift is closed with it, which happens once.
    month: monthOf(now),
    resolvesReservation: false,
    postings: [
      { accountId: vendor.floatAccountId, money: minorUnits(difference) },
      { accountId: account, money: minorUnits(-difference) },
    ],
  } as const;
  await Promise.all(postEntries(tx, utility.book, [entry], now));
  await coverFloor(tx, utility.utilityId, vendor);
  return null;
}

async function write(
  tx: Transaction,
  { utilityId }: Utility,
  closed: {
    readonly shift: Shift;
    readonly counts: readonly ShiftCount[];
    readonly difference: bigint;
    readonly closedAt: number;
    readonly by: string;
  },
): Promise<void> {
  const { shift, counts, difference, closedAt, by } = closed;
  await tx.query(closeShiftStatement, [
    utilityId,
    shift.shiftId,
    closedAt,
    by,
    counts.reduce((sum, count) => sum + count.vends, 0),
    counts.reduce((sum, count) => sum + count.sold, 0n),
    difference,
    counts.map((count) => count.paymentMethod),
    counts.map((count) => count.vends),
    counts.map((count) => count.sold),
    counts.map((count) => count.expected),
    counts.map((count) => count.counted),
  ]);
}

async function reread(tx: Transaction, utility: Utility, shiftId: string): Promise<Shift> {
  const shift = await findShift(tx, utility.utilityId, shiftId);
  if (shift === null) throw new Error(`shift ${shiftId} was held and is gone`);
  return shift;
}

/** What was not named was counted as nothing. */
function isSameCount(counts: readonly ShiftCount[], counted: ShiftClosing['counted']): boolean {
  const methods = new Set([...counts.map((count) => count.paymentMethod), ...Object.keys(counted)]);
  return [...methods].every((method) => {
    const before = counts.find((count) => count.paymentMethod === method)?.counted ?? 0n;
    return before === (counted[method] ?? 0n);
  });
}

function refused(refusal: CloseShiftRefusal): CloseShiftAnswer {
  return { kind: 'refused', refusal };
}

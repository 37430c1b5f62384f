/**
 * How far a vendor may sell without having paid: zero, or a limit that two people agreed to. The
 * limit is the floor of the float, below zero.
 */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { Utility } from '../utility/utility.ts';
import type { VendorId } from '../vend/vend.ts';
import { lockFloat, setFloatFloor } from './float.ts';
import { againWhenMet } from './met.ts';
import { endUncovered, reread } from './suspension.ts';
import type { Vendor } from './vendors.ts';
import { lockVendor } from './vendors.ts';

export interface CreditLimitChange {
  readonly changeId: string;
  readonly vendorId: VendorId;
  /** Zero for a vendor who pays before selling. */
  readonly limit: MinorUnits;
  readonly reason: string;
  readonly requestedBy: string;
  readonly approvedBy: string;
}

/** Why a change is refused, in order. */
export const CREDIT_LIMIT_REFUSALS = [
  'credit_limit_change_id_conflict',
  'credit_limit_below_zero',
  'second_person_needed',
  'vendor_not_found',
  'credit_limit_in_use',
] as const;

export type CreditLimitRefusal =
  /** The least limit that covers what was sold. */
  | { readonly code: 'credit_limit_in_use'; readonly used: MinorUnits }
  | { readonly code: Exclude<(typeof CREDIT_LIMIT_REFUSALS)[number], 'credit_limit_in_use'> };

export type CreditLimitAnswer =
  | { readonly kind: 'changed'; readonly vendor: Vendor; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: CreditLimitRefusal };

interface ChangeRow {
  readonly vendor_id: VendorId;
  readonly to_minor: bigint;
  readonly reason: string;
  readonly requested_by: string;
  readonly approved_by: string;
}

const findChangeStatement = loadStatement(
  new URL('../../sql/vendor/find-credit-limit-change.sql', import.meta.url),
);
const insertChangeStatement = loadStatement(
  new URL('../../sql/vendor/insert-credit-limit-change.sql', import.meta.url),
);
const setLimitStatement = loadStatement(
  new URL('../../sql/vendor/set-credit-limit.sql', import.meta.url),
);

/** Refusals: CREDIT_LIMIT_REFUSALS, in order. */
export function changeCreditLimit(
  database: Database,
  utility: Utility,
  change: CreditLimitChange,
  now: Instant,
): Promise<CreditLimitAnswer> {
  return againWhenMet(database, (tx) => applyCreditLimitChange(tx, utility, change, now));
}

/** The same inside a transaction of the caller's, such as the decision of the second person. */
export async function applyCreditLimitChange(
  tx: Transaction,
  utility: Utility,
  change: CreditLimitChange,
  now: Instant,
): Promise<CreditLimitAnswer> {
  const { utilityId } = utility;
  const { changeId, vendorId, limit } = change;
  const { rows } = await tx.query<ChangeRow>(findChangeStatement, [utilityId, changeId]);
  const [known] = rows;
  if (known !== undefined && !isSameChange(known, change)) {
    return refused({ code: 'credit_limit_change_id_conflict' });
  }
  if (limit < 0n) return refused({ code: 'credit_limit_below_zero' });
  if (change.requestedBy === change.approvedBy) return refused({ code: 'second_person_needed' });
  const vendor = await lockVendor(tx, utilityId, vendorId);
  if (vendor === null) return refused({ code: 'vendor_not_found' });
  if (known !== undefined) return { kind: 'changed', vendor, first: false };
  const float = await lockFloat(tx, utilityId, vendor);
  const used = float.reserved - float.posted;
  if (used > limit) return refused({ code: 'credit_limit_in_use', used: minorUnits(used) });
  await tx.query(insertChangeStatement, [
    utilityId,
    changeId,
    vendorId,
    vendor.creditLimit,
    limit,
    change.reason,
    change.requestedBy,
    change.approvedBy,
    now,
  ]);
  await tx.query(setLimitStatement, [utilityId, vendorId, limit]);
  // The limit covers what was sold, so nothing is uncovered any more.
  await setFloatFloor(tx, utilityId, vendor, -limit);
  await endUncovered(tx, utilityId, vendor);
  return { kind: 'changed', vendor: await reread(tx, utilityId, vendorId), first: true };
}

function isSameChange(row: ChangeRow, change: CreditLimitChange): boolean {
  return (
    row.vendor_id === change.vendorId &&
    row.to_minor === change.limit &&
    row.reason === change.reason &&
    row.requested_by === change.requestedBy &&
    row.approved_by === change.approvedBy
  );
}

function refused(refusal: CreditLimitRefusal): CreditLimitAnswer {
  return { kind: 'refused', refusal };
}

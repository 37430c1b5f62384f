/**
 * The floor of a vendor's float. It stands at the credit limit below zero; while a deposit that came
 * back is not covered it stands lower, exactly where the float is, so that the invariant "never below
 * the floor" holds on the way too, and rises with every deposit until it is where it belongs.
 */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import { setFloor } from '@wattvend/ledger/account.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Vendor } from './vendors.ts';

interface LimitRow {
  readonly posted_minor: bigint;
  readonly reserved_minor: bigint;
  readonly floor_minor: bigint;
}

const lockFloatStatement = loadStatement(
  new URL('../../sql/vendor/lock-float.sql', import.meta.url),
);

export type FloatFigures = Pick<Vendor, 'posted' | 'reserved' | 'floor'>;

/** The float, held until the transaction ends: nothing is sold on it meanwhile. */
export async function lockFloat(
  tx: Transaction,
  utilityId: UtilityId,
  vendor: Pick<Vendor, 'floatAccountId'>,
): Promise<FloatFigures> {
  const { rows } = await tx.query<LimitRow>(lockFloatStatement, [utilityId, vendor.floatAccountId]);
  const [row] = rows;
  if (row === undefined) throw new Error(`float ${vendor.floatAccountId} has no limit`);
  return {
    posted: minorUnits(row.posted_minor),
    reserved: minorUnits(row.reserved_minor),
    floor: minorUnits(row.floor_minor),
  };
}

/** Moves the floor of a float that is held; what is in it must lie above. */
export async function setFloatFloor(
  tx: Transaction,
  utilityId: UtilityId,
  vendor: Pick<Vendor, 'floatAccountId'>,
  floor: bigint,
): Promise<void> {
  const accountId = vendor.floatAccountId;
  const answer = await setFloor(tx, { utilityId, accountId, floor: minorUnits(floor) });
  if (answer.kind === 'refused') throw new Error(`float ${accountId}: ${answer.refusal}`);
}

/** Where the floor belongs with what is in the float: at the limit, or at the float when below. */
export function floorFor(creditLimit: bigint, float: Omit<FloatFigures, 'floor'>): bigint {
  const available = float.posted - float.reserved;
  if (available < -creditLimit) return available;
  return -creditLimit;
}

/**
 * A deposit that came back, such as a cheque the bank did not honour. The entry is turned round, once
 * for each deposit. What was sold with the money stays sold: when the float does not cover it, a
 * second person must agree, and the vendor is suspended until new deposits do.
 */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import { postEntries } from '@wattvend/ledger/entry.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { monthOf } from '@wattvend/quantities/month.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { derivedId } from '../utility/derived-id.ts';
import type { Utility } from '../utility/utility.ts';
import type { VendorId } from '../vend/vend.ts';
import { accountOf } from './accounts.ts';
import type { StoredDeposit } from './deposits.ts';
import { findDeposit } from './deposits.ts';
import { lockFloat, setFloatFloor } from './float.ts';
import { againWhenMet } from './met.ts';
import { reread, suspend } from './suspension.ts';
import type { Vendor } from './vendors.ts';
import { lockVendor } from './vendors.ts';

export interface DepositReversal {
  readonly reversalId: string;
  readonly depositId: string;
  readonly vendorId: VendorId;
  readonly reason: string;
  readonly requestedBy: string;
  /** The second person who let the float fall below its floor; null when nobody was asked. */
  readonly approvedBy: string | null;
}

/** Why a reversal is refused, in order. */
export const DEPOSIT_REVERSAL_REFUSALS = [
  'deposit_reversal_id_conflict',
  'second_person_needed',
  'vendor_not_found',
  'deposit_not_found',
  'deposit_reversed',
  'float_exceeded',
] as const;

export type DepositReversalRefusal =
  /** What could be taken from the float without a second person. */
  | { readonly code: 'float_exceeded'; readonly available: MinorUnits }
  | { readonly code: Exclude<(typeof DEPOSIT_REVERSAL_REFUSALS)[number], 'float_exceeded'> };

export type DepositReversalAnswer =
  | {
      readonly kind: 'reversed';
      readonly vendor: Vendor;
      readonly deposit: StoredDeposit;
      readonly first: boolean;
    }
  | { readonly kind: 'refused'; readonly refusal: DepositReversalRefusal };

interface ReversalRow {
  readonly deposit_id: string;
  readonly vendor_id: VendorId;
  readonly reason: string;
}

const findReversalStatement = loadStatement(
  new URL('../../sql/vendor/find-deposit-reversal.sql', import.meta.url),
);
const insertReversalStatement = loadStatement(
  new URL('../../sql/vendor/insert-deposit-reversal.sql', import.meta.url),
);

/** Refusals: DEPOSIT_REVERSAL_REFUSALS, in order. */
export function reverseDeposit(
  database: Database,
  utility: Utility,
  reversal: DepositReversal,
  now: Instant,
): Promise<DepositReversalAnswer> {
  return againWhenMet(database, (tx) => applyDepositReversal(tx, utility, reversal, now));
}

/** The same inside a transaction of the caller's, such as the decision of the second person. */
export async function applyDepositReversal(
  tx: Transaction,
  utility: Utility,
  reversal: DepositReversal,
  now: Instant,
): Promise<DepositReversalAnswer> {
  const { utilityId } = utility;
  const { vendorId, depositId } = reversal;
  const known = await findReversal(tx, utilityId, reversal.reversalId);
  if (known !== null && !isSameReversal(known, reversal)) {
    return refused({ code: 'deposit_reversal_id_conflict' });
  }
  if (reversal.approvedBy === reversal.requestedBy) {
    return refused({ code: 'second_person_needed' });
  }
  const vendor = await lockVendor(tx, utilityId, vendorId);
  if (vendor === null) return refused({ code: 'vendor_not_found' });
  const deposit = await findDeposit(tx, utilityId, depositId);
  if (deposit === null || deposit.vendorId !== vendorId) {
    return refused({ code: 'deposit_not_found' });
  }
  if (known !== null) return { kind: 'reversed', vendor, deposit, first: false };
  if (deposit.reversal !== null) return refused({ code: 'deposit_reversed' });
  const float = await lockFloat(tx, utilityId, vendor);
  const available = float.posted - float.reserved - float.floor;
  if (deposit.money > available) {
    if (reversal.approvedBy === null) {
      return refused({ code: 'float_exceeded', available: minorUnits(available) });
    }
    await uncover(tx, utility, { vendor, reversal }, now);
    await setFloatFloor(tx, utilityId, vendor, float.posted - float.reserved - deposit.money);
  }
  await write(tx, utility, { reversal, deposit, vendor }, now);
  const after = await findDeposit(tx, utilityId, depositId);
  if (after === null) throw new Error(`deposit ${depositId} was read and is gone`);
  const vendorAfter = await reread(tx, utilityId, vendorId);
  return { kind: 'reversed', vendor: vendorAfter, deposit: after, first: true };
}

/** Nothing is sold on a float that lies below its limit. An order given before stands. */
async function uncover(
  tx: Transaction,
  { utilityId }: Utility,
  found: { readonly vendor: Vendor; readonly reversal: DepositReversal },
  now: Instant,
): Promise<void> {
  const { vendor, reversal } = found;
  if (vendor.suspension !== null) return;
  await suspend(tx, utilityId, vendor.vendorId, {
    for: 'deposit_reversed',
    note: reversal.reason,
    by: reversal.approvedBy ?? reversal.requestedBy,
    at: now,
  });
}

async function write(
  tx: Transaction,
  utility: Utility,
  found: {
    readonly reversal: DepositReversal;
    readonly deposit: StoredDeposit;
    readonly vendor: Vendor;
  },
  now: Instant,
): Promise<void> {
  const { reversal, deposit, vendor } = found;
  await tx.query(insertReversalStatement, [
    utility.utilityId,
    reversal.reversalId,
    deposit.depositId,
    deposit.vendorId,
    deposit.money,
    reversal.reason,
    reversal.requestedBy,
    reversal.approvedBy,
    now,
  ]);
  const account = await accountOf(tx, utility, deposit.origin.account);
  const entry = {
    entryId: derivedId('deposit reversal', reversal.reversalId),
    kind: 'deposit_reversal',
    // The row of the reversal, just made, keeps it from being posted again in another month.
    month: monthOf(now),
    resolvesReservation: false,
    postings: [
      { accountId: vendor.floatAccountId, money: deposit.money },
      { accountId: account, money: minorUnits(-deposit.money) },
    ],
  } as const;
  await Promise.all(postEntries(tx, utility.book, [entry], now));
}

async function findReversal(
  tx: Transaction,
  utilityId: UtilityId,
  reversalId: string,
): Promise<ReversalRow | null> {
  const { rows } = await tx.query<ReversalRow>(findReversalStatement, [utilityId, reversalId]);
  return rows[0] ?? null;
}

function isSameReversal(row: ReversalRow, reversal: DepositReversal): boolean {
  return (
    row.deposit_id === reversal.depositId &&
    row.vendor_id === reversal.vendorId &&
    row.reason === reversal.reason
  );
}

function refused(refusal: DepositReversalRefusal): DepositReversalAnswer {
  return { kind: 'refused', refusal };
}

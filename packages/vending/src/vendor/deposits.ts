/** Money paid into a vendor's float, once for each deposit id and once for each slip of a bank. */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import { postEntries } from '@wattvend/ledger/entry.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { monthOf } from '@wattvend/quantities/month.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import { derivedId } from '../utility/derived-id.ts';
import type { Utility } from '../utility/utility.ts';
import type { VendorId } from '../vend/vend.ts';
import { recordEvents } from '../webhook/events.ts';
import type { DepositAccount } from './accounts.ts';
import { accountOf } from './accounts.ts';
import { findBankBatch } from './bank-batch.ts';
import { againWhenMet } from './met.ts';
import { coverFloor, reread } from './suspension.ts';
import type { Vendor } from './vendors.ts';
import { lockVendor } from './vendors.ts';

/** How a deposit came in, as far as somebody said. */
export interface DepositOrigin {
  /** The bank account or counter, as its owner calls it; slips are told apart within it. */
  readonly source: string;
  /** The ledger account that has the money now. */
  readonly account: DepositAccount;
  /** YYYY-MM-DD, from when the bank counts it. */
  readonly valueDate: string | null;
  readonly slipNumber: string | null;
  readonly bankBatchId: string | null;
}

export interface Deposit {
  readonly depositId: string;
  readonly vendorId: VendorId;
  readonly money: MinorUnits;
  /** What the bank's statement says, for example. */
  readonly reference: string;
  readonly depositedBy: string;
  readonly origin?: DepositOrigin;
}

export interface StoredDeposit extends Required<Deposit> {
  readonly depositedAt: Instant;
  /** Null unless it came back. */
  readonly reversal: {
    readonly reversalId: string;
    readonly reason: string;
    readonly reversedAt: Instant;
  } | null;
}

/** Why a deposit is refused, in order. */
export const DEPOSIT_REFUSALS = [
  'deposit_id_conflict',
  'deposit_not_positive',
  'vendor_not_found',
  'bank_batch_not_found',
  'deposit_slip_used',
] as const;

export type DepositAnswer =
  | { readonly kind: 'deposited'; readonly vendor: Vendor; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: (typeof DEPOSIT_REFUSALS)[number] };

interface DepositRow {
  readonly deposit_id: string;
  readonly vendor_id: VendorId;
  readonly deposit_minor: bigint;
  readonly reference: string;
  readonly deposited_by: string;
  readonly deposited_at_ms: bigint;
  readonly source: string;
  readonly account_code: DepositAccount;
  readonly value_date: string | null;
  readonly slip_number: string | null;
  readonly bank_batch_id: string | null;
  readonly reversal_id: string | null;
  readonly reversal_reason: string | null;
  readonly reversed_at_ms: bigint | null;
}

const insertDepositStatement = loadStatement(
  new URL('../../sql/vendor/insert-deposit.sql', import.meta.url),
);
const findDepositStatement = loadStatement(
  new URL('../../sql/vendor/find-deposit.sql', import.meta.url),
);
const findSlipStatement = loadStatement(
  new URL('../../sql/vendor/find-deposit-slip.sql', import.meta.url),
);
const listDepositsStatement = loadStatement(
  new URL('../../sql/vendor/list-deposits.sql', import.meta.url),
);

const UNSAID: DepositOrigin = {
  source: 'bank',
  account: 'bank',
  valueDate: null,
  slipNumber: null,
  bankBatchId: null,
};

/** Pays money into a vendor's float. Refusals: DEPOSIT_REFUSALS, in order. */
export function depositFloat(
  database: Database,
  utility: Utility,
  deposit: Deposit,
  now: Instant,
): Promise<DepositAnswer> {
  const whole = { ...deposit, origin: deposit.origin ?? UNSAID };
  return againWhenMet(database, (tx) => deposited(tx, utility, whole, now));
}

async function deposited(
  tx: Transaction,
  utility: Utility,
  deposit: Required<Deposit>,
  now: Instant,
): Promise<DepositAnswer> {
  const { utilityId } = utility.book;
  const { vendorId, origin } = deposit;
  const known = await findDeposit(tx, utilityId, deposit.depositId);
  if (known !== null && !isSameDeposit(known, deposit)) return refused('deposit_id_conflict');
  if (deposit.money <= 0n) return refused('deposit_not_positive');
  const vendor = await lockVendor(tx, utilityId, vendorId);
  if (vendor === null) return refused('vendor_not_found');
  if (known !== null) return { kind: 'deposited', vendor, first: false };
  if (origin.bankBatchId !== null) {
    const batch = await findBankBatch(tx, utilityId, origin.bankBatchId);
    if (batch?.vendorId !== vendorId) return refused('bank_batch_not_found');
  }
  if (origin.slipNumber !== null) {
    const slip = [utilityId, origin.source, origin.slipNumber];
    const { rows } = await tx.query(findSlipStatement, slip);
    if (rows.length > 0) return refused('deposit_slip_used');
  }
  await write(tx, utility, { deposit, vendor }, now);
  await coverFloor(tx, utilityId, vendor);
  return { kind: 'deposited', vendor: await reread(tx, utilityId, vendorId), first: true };
}

async function write(
  tx: Transaction,
  utility: Utility,
  { deposit, vendor }: { readonly deposit: Required<Deposit>; readonly vendor: Vendor },
  now: Instant,
): Promise<void> {
  const { origin, money } = deposit;
  const account = await accountOf(tx, utility, origin.account);
  await tx.query(insertDepositStatement, [
    utility.utilityId,
    deposit.depositId,
    deposit.vendorId,
    money,
    deposit.reference,
    deposit.depositedBy,
    now,
    origin.source,
    origin.account,
    origin.valueDate,
    origin.slipNumber,
    origin.bankBatchId,
  ]);
  const entry = {
    // A sale's entry has the id of its vend, and vends and deposits are named by different clients:
    // derived, the two can never meet.
    entryId: derivedId('deposit', deposit.depositId),
    kind: 'deposit',
    // The row of the deposit, just made, keeps it from being posted again in another month.
    month: monthOf(now),
    resolvesReservation: false,
    postings: [
      { accountId: account, money },
      { accountId: vendor.floatAccountId, money: minorUnits(-money) },
    ],
  } as const;
  const event = {
    kind: 'deposit.posted',
    subjectId: deposit.depositId,
    vendorId: deposit.vendorId,
    at: now,
    data: {
      deposit_id: deposit.depositId,
      vendor_id: deposit.vendorId,
      deposit_minor: String(money),
    },
  } as const;
  await Promise.all([
    ...postEntries(tx, utility.book, [entry], now),
    recordEvents(tx, utility.utilityId, [event]),
  ]);
}

/** The deposit of that id, or null. */
export async function findDeposit(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  depositId: string,
): Promise<StoredDeposit | null> {
  const { rows } = await tx.query<DepositRow>(findDepositStatement, [utilityId, depositId]);
  const [row] = rows;
  return row === undefined ? null : depositOfRow(row);
}

export interface DepositCursor {
  readonly depositedAt: Instant;
  readonly depositId: string;
}

/** Deposits of a vendor, newest first, behind a cursor. */
export async function listDeposits(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: {
    readonly vendorId: VendorId;
    readonly before: DepositCursor;
    readonly limit: number;
  },
): Promise<readonly StoredDeposit[]> {
  const { rows } = await tx.query<DepositRow>(listDepositsStatement, [
    utilityId,
    page.vendorId,
    page.before.depositedAt,
    page.before.depositId,
    page.limit,
  ]);
  return rows.map(depositOfRow);
}

function depositOfRow(row: DepositRow): StoredDeposit {
  const { reversal_id, reversal_reason, reversed_at_ms } = row;
  const isReversed = reversal_id !== null && reversal_reason !== null && reversed_at_ms !== null;
  return {
    depositId: row.deposit_id,
    vendorId: row.vendor_id,
    money: minorUnits(row.deposit_minor),
    reference: row.reference,
    depositedBy: row.deposited_by,
    depositedAt: instant(Number(row.deposited_at_ms)),
    origin: {
      source: row.source,
      account: row.account_code,
      valueDate: row.value_date,
      slipNumber: row.slip_number,
      bankBatchId: row.bank_batch_id,
    },
    reversal: isReversed
      ? {
          reversalId: reversal_id,
          reason: reversal_reason,
          reversedAt: instant(Number(reversed_at_ms)),
        }
      : null,
  };
}

function isSameDeposit(a: StoredDeposit, b: Required<Deposit>): boolean {
  return (
    a.vendorId === b.vendorId &&
    a.money === b.money &&
    a.reference === b.reference &&
    a.origin.source === b.origin.source &&
    a.origin.account === b.origin.account &&
    a.origin.valueDate === b.origin.valueDate &&
    a.origin.slipNumber === b.origin.slipNumber &&
    a.origin.bankBatchId === b.origin.bankBatchId
  );
}

function refused(refusal: (typeof DEPOSIT_REFUSALS)[number]): DepositAnswer {
  return { kind: 'refused', refusal };
}

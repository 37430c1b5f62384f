/** Vendors and their floats: what they have paid in and may still sell. */
import { createHash } from 'node:crypto';
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement, sqlState } from '@wattvend/database/database.js';
import type { AccountId, UtilityId } from '@wattvend/ledger/account.js';
import { limitAccount, openAccount } from '@wattvend/ledger/account.js';
import { postEntries } from '@wattvend/ledger/entry.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { Utility } from '../utility/utility.ts';
import type { VendorId } from '../vend/vend.ts';
import { recordEvents } from '../webhook/events.ts';

export interface Vendor {
  readonly vendorId: VendorId;
  readonly name: string;
  readonly floatAccountId: AccountId;
  readonly posted: MinorUnits;
  readonly reserved: MinorUnits;
  readonly floor: MinorUnits;
}

export interface Deposit {
  readonly depositId: string;
  readonly vendorId: VendorId;
  readonly money: MinorUnits;
  /** What the bank's statement says, for example. */
  readonly reference: string;
  readonly depositedBy: string;
}

export type DepositAnswer =
  | { readonly kind: 'deposited'; readonly vendor: Vendor; readonly first: boolean }
  | {
      readonly kind: 'refused';
      readonly refusal: 'deposit_id_conflict' | 'vendor_not_found' | 'deposit_not_positive';
    };

interface VendorRow {
  readonly vendor_id: VendorId;
  readonly name: string;
  readonly float_account_id: AccountId;
  readonly posted_minor: bigint;
  readonly reserved_minor: bigint;
  readonly floor_minor: bigint;
}

interface DepositRow {
  readonly vendor_id: VendorId;
  readonly deposit_minor: bigint;
  readonly reference: string;
}

const insertVendorStatement = loadStatement(
  new URL('../../sql/insert-vendor.sql', import.meta.url),
);
const listVendorsStatement = loadStatement(new URL('../../sql/list-vendors.sql', import.meta.url));
const insertDepositStatement = loadStatement(
  new URL('../../sql/insert-deposit.sql', import.meta.url),
);
const findDepositStatement = loadStatement(new URL('../../sql/find-deposit.sql', import.meta.url));

/** Adds a vendor with an empty float that may not fall below zero. */
export async function addVendor(
  tx: Transaction,
  utility: Utility,
  vendor: {
    readonly vendorId: VendorId;
    readonly name: string;
    readonly floatAccountId: AccountId;
  },
  now: Instant,
): Promise<void> {
  const { utilityId, ledgerId } = utility.book;
  const accountId = vendor.floatAccountId;
  await openAccount(tx, {
    utilityId,
    accountId,
    ledgerId,
    code: `vendor_float:${vendor.vendorId}`,
    name: `Float of ${vendor.name}`,
    normalSide: 'credit',
  });
  await limitAccount(tx, { utilityId, accountId, floor: minorUnits(0n) });
  await tx.query(insertVendorStatement, [utilityId, vendor.vendorId, vendor.name, accountId, now]);
}

/** All vendors by name, or the one asked for. */
export async function listVendors(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  vendorId: VendorId | null,
): Promise<readonly Vendor[]> {
  const { rows } = await tx.query<VendorRow>(listVendorsStatement, [utilityId, vendorId]);
  return rows.map((row) => ({
    vendorId: row.vendor_id,
    name: row.name,
    floatAccountId: row.float_account_id,
    posted: minorUnits(row.posted_minor),
    reserved: minorUnits(row.reserved_minor),
    floor: minorUnits(row.floor_minor),
  }));
}

/**
 * Pays money into a vendor's float, once for each deposit id. Refusals in order:
 * deposit_id_conflict, vendor_not_found, deposit_not_positive.
 */
export async function depositFloat(
  database: Database,
  utility: Utility,
  deposit: Deposit,
  now: Instant,
): Promise<DepositAnswer> {
  try {
    return await database.transaction((tx) => deposited(tx, utility, deposit, now));
  } catch (error) {
    // Two requests of one id met: the one that lost reads what the other wrote.
    if (sqlState(error) !== '23505') throw error;
    return await database.transaction((tx) => deposited(tx, utility, deposit, now));
  }
}

async function deposited(
  tx: Transaction,
  utility: Utility,
  deposit: Deposit,
  now: Instant,
): Promise<DepositAnswer> {
  const { utilityId } = utility.book;
  const before = await tx.query<DepositRow>(findDepositStatement, [utilityId, deposit.depositId]);
  const known = before.rows[0];
  if (known !== undefined && !isSameDeposit(known, deposit)) {
    return { kind: 'refused', refusal: 'deposit_id_conflict' };
  }
  const [vendor] = await listVendors(tx, utilityId, deposit.vendorId);
  if (vendor === undefined) return { kind: 'refused', refusal: 'vendor_not_found' };
  if (known !== undefined) return { kind: 'deposited', vendor, first: false };
  if (deposit.money <= 0n) return { kind: 'refused', refusal: 'deposit_not_positive' };
  await tx.query(insertDepositStatement, [
    utilityId,
    deposit.depositId,
    deposit.vendorId,
    deposit.money,
    deposit.reference,
    deposit.depositedBy,
    now,
  ]);
  const entry = {
    entryId: depositEntryId(deposit.depositId),
    kind: 'deposit',
    resolvesReservation: false,
    postings: [
      { accountId: utility.bank, money: deposit.money },
      { accountId: vendor.floatAccountId, money: minorUnits(-deposit.money) },
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
      deposit_minor: String(deposit.money),
    },
  } as const;
  await Promise.all([
    ...postEntries(tx, utility.book, [entry], now),
    recordEvents(tx, utilityId, [event]),
  ]);
  const [after] = await listVendors(tx, utilityId, deposit.vendorId);
  return { kind: 'deposited', vendor: after ?? vendor, first: true };
}

/**
 * The ledger's id of a deposit. A sale's entry has the id of its vend, and vends and deposits are
 * named by different clients: derived, the two can never meet. In the form of a version 8 UUID.
 */
export function depositEntryId(depositId: string): string {
  const hash = createHash('sha256').update(`wattvend deposit\n${depositId.toLowerCase()}`).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function isSameDeposit(row: DepositRow, deposit: Deposit): boolean {
  return (
    row.vendor_id === deposit.vendorId &&
    row.deposit_minor === deposit.money &&
    row.reference === deposit.reference
  );
}

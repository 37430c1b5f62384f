/** Vendors and their floats: what they have paid in, what they may still sell, and whether they may. */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { AccountId, UtilityId } from '@wattvend/ledger/account.js';
import { limitAccount, openAccount } from '@wattvend/ledger/account.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import { recordAudit } from '../audit/audit-trail.ts';
import type { Author } from '../staff/author.ts';
import type { Utility } from '../utility/utility.ts';
import type { VendorId } from '../vend/vend.ts';
import { vendorFact } from './vendor-fact.ts';

export interface Suspension {
  /** 'deposit_reversed' ends by itself when the float covers again what was sold. */
  readonly for: 'order' | 'deposit_reversed';
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
}

export interface VendorSettings {
  /** People of this vendor sell in an open shift only. */
  readonly shiftRequired: boolean;
  /** Whose the money in the till is: what is missing in the utility's own is posted. */
  readonly tillOwner: 'vendor' | 'utility';
}

export interface Vendor {
  readonly vendorId: VendorId;
  readonly name: string;
  readonly addedAt: Instant;
  readonly floatAccountId: AccountId;
  readonly posted: MinorUnits;
  readonly reserved: MinorUnits;
  readonly floor: MinorUnits;
  /** Zero for a vendor who pays before selling. */
  readonly creditLimit: MinorUnits;
  /** Null while the vendor may sell. */
  readonly suspension: Suspension | null;
  readonly settings: VendorSettings;
}

interface VendorRow {
  readonly vendor_id: VendorId;
  readonly name: string;
  readonly float_account_id: AccountId;
  readonly created_at_ms: bigint;
  readonly suspended_for: Suspension['for'] | null;
  readonly suspended_note: string | null;
  readonly suspended_by: string | null;
  readonly suspended_at_ms: bigint | null;
  readonly credit_limit_minor: bigint;
  readonly shift_required: boolean;
  readonly till_owner: VendorSettings['tillOwner'];
  readonly posted_minor: bigint;
  readonly reserved_minor: bigint;
  readonly floor_minor: bigint;
}

const insertVendorStatement = loadStatement(
  new URL('../../sql/vendor/insert-vendor.sql', import.meta.url),
);
const listVendorsStatement = loadStatement(
  new URL('../../sql/vendor/list-vendors.sql', import.meta.url),
);
const lockVendorStatement = loadStatement(
  new URL('../../sql/vendor/lock-vendor.sql', import.meta.url),
);
const setSettingsStatement = loadStatement(
  new URL('../../sql/vendor/set-vendor-settings.sql', import.meta.url),
);

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
    group: 'vendor_float',
  });
  await limitAccount(tx, { utilityId, accountId, floor: minorUnits(0n) });
  await tx.query(insertVendorStatement, [utilityId, vendor.vendorId, vendor.name, accountId, now]);
}

/** Adds a vendor as somebody asked for it. */
export async function openVendor(
  database: Database,
  utility: Utility,
  vendor: Parameters<typeof addVendor>[2] & { readonly author: Author },
  now: Instant,
): Promise<void> {
  const { vendorId, name, author } = vendor;
  await database.transaction(async (tx) => {
    await addVendor(tx, utility, vendor, now);
    const fact = vendorFact('vendor.added', vendorId, author, { name });
    await recordAudit(tx, utility.utilityId, fact, now);
  });
}

/** All vendors by name, or the one asked for. */
export async function listVendors(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  vendorId: VendorId | null,
): Promise<readonly Vendor[]> {
  const { rows } = await tx.query<VendorRow>(listVendorsStatement, [utilityId, vendorId]);
  return rows.map(vendorOfRow);
}

/** The vendor of that id, or null. */
export async function findVendor(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  vendorId: VendorId,
): Promise<Vendor | null> {
  const [vendor] = await listVendors(tx, utilityId, vendorId);
  return vendor ?? null;
}

/** The vendor, held until the transaction ends; null when there is none. */
export async function lockVendor(
  tx: Transaction,
  utilityId: UtilityId,
  vendorId: VendorId,
): Promise<Vendor | null> {
  // Locked before it is read, so that what is read is what the one before has written.
  const { rows } = await tx.query(lockVendorStatement, [utilityId, vendorId]);
  return rows.length === 0 ? null : await findVendor(tx, utilityId, vendorId);
}

export type VendorAnswer =
  | { readonly kind: 'vendor'; readonly vendor: Vendor }
  | { readonly kind: 'refused'; readonly refusal: 'vendor_not_found' };

/** Changes how a vendor works; the same again changes nothing. Refusal: vendor_not_found. */
export function setVendorSettings(
  database: Database,
  utilityId: UtilityId,
  change: {
    readonly vendorId: VendorId;
    readonly settings: VendorSettings;
    readonly author: Author;
  },
  now: Instant,
): Promise<VendorAnswer> {
  const { vendorId, settings, author } = change;
  return database.transaction<VendorAnswer>(async (tx) => {
    const vendor = await lockVendor(tx, utilityId, vendorId);
    if (vendor === null) return { kind: 'refused', refusal: 'vendor_not_found' };
    const { shiftRequired, tillOwner } = settings;
    await tx.query(setSettingsStatement, [utilityId, vendorId, shiftRequired, tillOwner]);
    const details = { shift_required: shiftRequired, till_owner: tillOwner };
    await recordAudit(tx, utilityId, vendorFact('vendor.settings', vendorId, author, details), now);
    return { kind: 'vendor', vendor: { ...vendor, settings } };
  });
}

function vendorOfRow(row: VendorRow): Vendor {
  return {
    vendorId: row.vendor_id,
    name: row.name,
    addedAt: instant(Number(row.created_at_ms)),
    floatAccountId: row.float_account_id,
    posted: minorUnits(row.posted_minor),
    reserved: minorUnits(row.reserved_minor),
    floor: minorUnits(row.floor_minor),
    creditLimit: minorUnits(row.credit_limit_minor),
    suspension: suspensionOfRow(row),
    settings: { shiftRequired: row.shift_required, tillOwner: row.till_owner },
  };
}

function suspensionOfRow(row: VendorRow): Suspension | null {
  const { suspended_for, suspended_note, suspended_by, suspended_at_ms } = row;
  if (
    suspended_for === null ||
    suspended_note === null ||
    suspended_by === null ||
    suspended_at_ms === null
  ) {
    return null;
  }
  return {
    for: suspended_for,
    note: suspended_note,
    by: suspended_by,
    at: instant(Number(suspended_at_ms)),
  };
}

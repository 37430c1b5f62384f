/** Stopping a vendor from selling, by order or because a deposit came back, and letting it go on. */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { recordAudit } from '../audit/audit-trail.ts';
import type { Author } from '../staff/author.ts';
import type { VendorId } from '../vend/vend.ts';
import { floorFor, lockFloat, setFloatFloor } from './float.ts';
import { vendorFact } from './vendor-fact.ts';
import type { Suspension, Vendor, VendorAnswer } from './vendors.ts';
import { findVendor, lockVendor } from './vendors.ts';

export type ResumeAnswer =
  | { readonly kind: 'vendor'; readonly vendor: Vendor }
  | { readonly kind: 'refused'; readonly refusal: 'vendor_not_found' | 'float_not_covered' };

const suspendVendorStatement = loadStatement(
  new URL('../../sql/vendor/suspend-vendor.sql', import.meta.url),
);
const resumeVendorStatement = loadStatement(
  new URL('../../sql/vendor/resume-vendor.sql', import.meta.url),
);

/**
 * Stops a vendor from selling, at once for vends not yet begun. An order stands over a suspension
 * that would end by itself; an order again only changes its note. Refusal: vendor_not_found.
 */
export function suspendVendor(
  database: Database,
  utilityId: UtilityId,
  order: {
    readonly vendorId: VendorId;
    readonly note: string;
    readonly by: string;
    readonly author: Author;
  },
  now: Instant,
): Promise<VendorAnswer> {
  const { vendorId, note, by } = order;
  return database.transaction<VendorAnswer>(async (tx) => {
    const vendor = await lockVendor(tx, utilityId, vendorId);
    if (vendor === null) return { kind: 'refused', refusal: 'vendor_not_found' };
    await suspend(tx, utilityId, vendorId, { for: 'order', note, by, at: now });
    const suspended = await reread(tx, utilityId, vendorId);
    const fact = vendorFact('vendor.suspended', vendorId, order.author, { note });
    await recordAudit(tx, utilityId, fact, now);
    return { kind: 'vendor', vendor: suspended };
  });
}

/**
 * Lets a vendor sell again; one that may already is no refusal. Refusals in order: vendor_not_found, float_not_covered (a deposit came
 * back and the float lies below the credit limit still).
 */
export function resumeVendor(
  database: Database,
  utilityId: UtilityId,
  order: { readonly vendorId: VendorId; readonly author: Author },
  now: Instant,
): Promise<ResumeAnswer> {
  const { vendorId, author } = order;
  return database.transaction<ResumeAnswer>(async (tx) => {
    const vendor = await lockVendor(tx, utilityId, vendorId);
    if (vendor === null) return { kind: 'refused', refusal: 'vendor_not_found' };
    if (vendor.floor < -vendor.creditLimit) {
      return { kind: 'refused', refusal: 'float_not_covered' };
    }
    if (vendor.suspension === null) return { kind: 'vendor', vendor };
    await tx.query(resumeVendorStatement, [utilityId, vendorId]);
    const resumed = await reread(tx, utilityId, vendorId);
    await recordAudit(tx, utilityId, vendorFact('vendor.resumed', vendorId, author), now);
    return { kind: 'vendor', vendor: resumed };
  });
}

export async function suspend(
  tx: Transaction,
  utilityId: UtilityId,
  vendorId: VendorId,
  suspension: Suspension,
): Promise<void> {
  await tx.query(suspendVendorStatement, [
    utilityId,
    vendorId,
    suspension.for,
    suspension.note,
    suspension.by,
    suspension.at,
  ]);
}

/**
 * After money came in: the floor rises as far as the float covers, and when it is where it belongs a
 * suspension for a reversed deposit is over. The vendor must be held.
 */
export async function coverFloor(
  tx: Transaction,
  utilityId: UtilityId,
  vendor: Vendor,
): Promise<void> {
  if (vendor.floor >= -vendor.creditLimit) return;
  const float = await lockFloat(tx, utilityId, vendor);
  const floor = floorFor(vendor.creditLimit, float);
  if (floor > float.floor) await setFloatFloor(tx, utilityId, vendor, floor);
  if (floor === -vendor.creditLimit) await endUncovered(tx, utilityId, vendor);
}

/** Once the float is covered, a suspension for a reversed deposit is over; one by order is not. */
export async function endUncovered(
  tx: Transaction,
  utilityId: UtilityId,
  vendor: Vendor,
): Promise<void> {
  if (vendor.suspension?.for !== 'deposit_reversed') return;
  await tx.query(resumeVendorStatement, [utilityId, vendor.vendorId]);
}

/** The vendor after a change in the same transaction. */
export async function reread(
  tx: Transaction,
  utilityId: UtilityId,
  vendorId: VendorId,
): Promise<Vendor> {
  const vendor = await findVendor(tx, utilityId, vendorId);
  if (vendor === null) throw new Error(`vendor ${vendorId} was held and is gone`);
  return vendor;
}

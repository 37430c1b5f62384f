/**
 * The vendor that stands between the wrong meter and the right one. Its float is the clearing account
 * of repairs: what a repair puts in is what its new vend takes out, to the minor unit, so nobody else
 * can spend it meanwhile. No user and no key belongs to it.
 */
import type { Database } from '@wattvend/database/database.js';
import type { AccountId, UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { derivedId } from '../utility/derived-id.ts';
import type { Utility } from '../utility/utility.ts';
import type { VendorId } from '../vend/vend.ts';
import { againWhenMet } from '../vendor/met.ts';
import { addVendor, findVendor } from '../vendor/vendors.ts';

export const REPAIRS_VENDOR_NAME = 'Repairs of wrong meters';

export function repairsVendorId(utilityId: UtilityId): VendorId {
  return derivedId('vendor of repairs', utilityId) as VendorId;
}

export function repairsFloat(utilityId: UtilityId): AccountId {
  return derivedId('float of repairs', utilityId) as AccountId;
}

/** Adds it at its first use; safe when two do so at once. */
export async function ensureRepairsVendor(
  database: Database,
  utility: Utility,
  now: Instant,
): Promise<void> {
  const { utilityId } = utility;
  const vendorId = repairsVendorId(utilityId);
  if ((await findVendor(database, utilityId, vendorId)) !== null) return;
  await againWhenMet(database, async (tx) => {
    if ((await findVendor(tx, utilityId, vendorId)) !== null) return;
    const vendor = { vendorId, name: REPAIRS_VENDOR_NAME, floatAccountId: repairsFloat(utilityId) };
    await addVendor(tx, utility, vendor, now);
  });
}

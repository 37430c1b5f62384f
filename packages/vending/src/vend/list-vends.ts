/** Vends, newest first, a page at a time. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { findVends } from './find-vends.ts';
import type { MeterId, Vend, VendId, VendorId } from './vend.ts';

const listVendsStatement = loadStatement(new URL('../../sql/list-vends.sql', import.meta.url));

/** Where a page begins: behind the last vend of the page before. */
export interface VendCursor {
  readonly requestedAt: Instant;
  readonly vendId: VendId;
}

/** Behind every vend that was asked for at that moment or later. */
export function cursorAt(moment: Instant): VendCursor {
  return { requestedAt: moment, vendId: '00000000-0000-0000-0000-000000000000' as VendId };
}

/** The vends behind a cursor, which itself is not among them. */
export async function listVends(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: {
    readonly meterId: MeterId | null;
    readonly vendorId: VendorId | null;
    readonly before: VendCursor;
    readonly limit: number;
  },
): Promise<readonly Vend[]> {
  const { rows } = await tx.query<{ readonly vend_id: VendId }>(listVendsStatement, [
    utilityId,
    page.meterId,
    page.vendorId,
    page.before.requestedAt,
    page.before.vendId,
    page.limit,
  ]);
  const vendIds = rows.map((row) => row.vend_id);
  const found = await findVends(tx, utilityId, vendIds);
  const byId = new Map(found.map((vend) => [vend.vendId, vend]));
  return vendIds.flatMap((vendId) => byId.get(vendId) ?? []);
}

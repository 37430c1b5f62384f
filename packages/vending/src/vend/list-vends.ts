/** Vends, newest first, a page at a time. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import { monthOf } from '@wattvend/quantities/month.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import { findVends } from './find-vends.ts';
import type { AgreementId, MeterId, Vend, VendId, VendKind, VendorId } from './vend.ts';

const listVendsStatement = loadStatement(new URL('../../sql/vend/list-vends.sql', import.meta.url));

/** Where a page begins: behind the last vend of the page before. */
export interface VendCursor {
  readonly requestedAt: Instant;
  readonly vendId: VendId;
}

/** Behind every vend that was asked for at that moment or later. */
export function cursorAt(moment: Instant): VendCursor {
  return { requestedAt: moment, vendId: '00000000-0000-0000-0000-000000000000' as VendId };
}

export interface VendPage {
  readonly meterId: MeterId | null;
  readonly vendorId: VendorId | null;
  readonly agreementId?: AgreementId | null;
  readonly kind?: VendKind | null;
  /** Not before; the beginning of time when left out. */
  readonly from?: Instant;
  readonly before: VendCursor;
  readonly limit: number;
}

/** The vends behind a cursor, which itself is not among them. */
export async function listVends(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: VendPage,
): Promise<readonly Vend[]> {
  const { from = instant(0) } = page;
  const { rows } = await tx.query<{ readonly vend_id: VendId }>(listVendsStatement, [
    utilityId,
    page.meterId,
    page.vendorId,
    page.agreementId ?? null,
    page.kind ?? null,
    from,
    monthOf(from),
    page.before.requestedAt,
    page.before.vendId,
    monthOf(page.before.requestedAt),
    page.limit,
  ]);
  const vendIds = rows.map((row) => row.vend_id);
  const found = await findVends(tx, utilityId, vendIds);
  const byId = new Map(found.map((vend) => [vend.vendId, vend]));
  return vendIds.flatMap((vendId) => byId.get(vendId) ?? []);
}

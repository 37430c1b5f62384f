/** Printing a receipt again: always the same digits, and each time an audited event. */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { findVend } from './find-vends.ts';
import type { Vend, VendId } from './vend.ts';

export type ReprintAnswer =
  | { readonly kind: 'reprinted'; readonly vend: Vend }
  | { readonly kind: 'refused'; readonly refusal: 'vend_not_found' | 'vend_not_posted' };

const lockVendStatement = loadStatement(new URL('../../sql/vend/lock-vend.sql', import.meta.url));
const insertReprintStatement = loadStatement(
  new URL('../../sql/vend/insert-reprint.sql', import.meta.url),
);

/** Refusals in order: vend_not_found, vend_not_posted. */
export function reprintVend(
  database: Database,
  utilityId: UtilityId,
  reprint: { readonly vendId: VendId; readonly reprintedBy: string; readonly now: Instant },
): Promise<ReprintAnswer> {
  const { vendId, reprintedBy, now } = reprint;
  return database.transaction<ReprintAnswer>(async (tx) => {
    const { rows } = await tx.query<{ readonly state: Vend['state'] }>(lockVendStatement, [
      utilityId,
      vendId,
    ]);
    const [row] = rows;
    if (row === undefined) return { kind: 'refused', refusal: 'vend_not_found' };
    if (row.state !== 'posted') return { kind: 'refused', refusal: 'vend_not_posted' };
    await tx.query(insertReprintStatement, [utilityId, vendId, reprintedBy, now]);
    const vend = await findVend(tx, utilityId, vendId);
    if (vend === null) throw new Error(`vend ${vendId} was locked and is gone`);
    return { kind: 'reprinted', vend };
  });
}

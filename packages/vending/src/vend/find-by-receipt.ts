/** The vend of a receipt, by the number that a customer reads out. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import { findVend } from './find-vends.ts';
import { MODULE_NUMBER } from './post.ts';
import type { Vend, VendId } from './vend.ts';

const findStatement = loadStatement(
  new URL('../../sql/vend/find-vend-by-receipt.sql', import.meta.url),
);

/** Null when no token was counted under it. A receipt of several tokens is found by each of them. */
export async function findVendByReceipt(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  receiptNumber: bigint,
): Promise<Vend | null> {
  const { rows } = await tx.query<{ readonly vend_id: VendId }>(findStatement, [
    utilityId,
    MODULE_NUMBER,
    receiptNumber,
  ]);
  const vendId = rows[0]?.vend_id;
  return vendId === undefined ? null : await findVend(tx, utilityId, vendId);
}

/** The public attributes of the vending keys this utility's meters are under. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { ReportedKey } from '@wattvend/security-module/security-module.js';

/** What the security module says of a key, less the check value. */
export type VendingKeyAttributes = Omit<ReportedKey, 'keyCheckValue'>;

const insertVendingKeyStatement = loadStatement(
  new URL('../../sql/insert-vending-key.sql', import.meta.url),
);

/** Records that a key exists; the key itself is the security module's alone. */
export async function recordVendingKey(
  tx: Transaction,
  utilityId: UtilityId,
  key: VendingKeyAttributes,
): Promise<void> {
  await tx.query(insertVendingKeyStatement, [
    utilityId,
    key.supplyGroupCode,
    key.keyRevisionNumber,
    key.keyType,
    key.baseDate,
    key.keyExpiryNumber,
    key.dkga,
  ]);
}

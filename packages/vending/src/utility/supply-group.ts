/** The public attributes of the vending keys this utility's meters are under. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Dkga } from '@wattvend/sts/decoder-key.js';
import type {
  KeyExpiryNumber,
  KeyRevisionNumber,
  KeyType,
  SupplyGroupCode,
} from '@wattvend/sts/supply-group.js';
import type { BaseDate } from '@wattvend/sts/token-identifier.js';

export interface VendingKeyAttributes {
  readonly supplyGroupCode: SupplyGroupCode;
  readonly keyRevisionNumber: KeyRevisionNumber;
  readonly keyType: KeyType;
  readonly baseDate: BaseDate;
  readonly keyExpiryNumber: KeyExpiryNumber;
  readonly dkga: Dkga;
}

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

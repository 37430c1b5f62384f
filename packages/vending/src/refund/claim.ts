/**
 * Which deed after the sale has a vend for itself: a refund, a repair of the wrong meter, a reissue.
 * One at a time, and one for ever once it was carried out: that is what keeps a vend from being given
 * back twice in two ways.
 */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { VendId } from '../vend/vend.ts';

export interface VendClaim {
  readonly vendId: VendId;
  readonly deed: 'refund' | 'repair' | 'reissue';
  /** The order's id. */
  readonly deedId: string;
}

const statement = (name: string) =>
  loadStatement(new URL(`../../sql/refund/${name}`, import.meta.url));
const claimStatement = statement('claim-vend.sql');
const releaseStatement = statement('release-vend.sql');
const findClaimStatement = statement('find-claim.sql');

/** False when another deed has it. Waits for one that is taking it this moment. */
export async function claimVend(
  tx: Transaction,
  utilityId: UtilityId,
  { vendId, deed, deedId }: VendClaim,
): Promise<boolean> {
  const { rowCount } = await tx.query(claimStatement, [utilityId, vendId, deed, deedId]);
  return rowCount === 1;
}

export async function releaseVend(
  tx: Transaction,
  utilityId: UtilityId,
  { vendId, deedId }: Pick<VendClaim, 'vendId' | 'deedId'>,
): Promise<void> {
  const { rowCount } = await tx.query(releaseStatement, [utilityId, vendId, deedId]);
  if (rowCount !== 1) throw new Error(`deed ${deedId} did not have vend ${vendId}`);
}

/** What a vend is claimed for, or null. */
export async function findClaim(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  vendId: VendId,
): Promise<VendClaim | null> {
  const { rows } = await tx.query<{
    readonly deed: VendClaim['deed'];
    readonly deed_id: string;
  }>(findClaimStatement, [utilityId, vendId]);
  const [row] = rows;
  return row === undefined ? null : { vendId, deed: row.deed, deedId: row.deed_id };
}

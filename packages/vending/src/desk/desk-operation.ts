/**
 * A deed at the desk is named by a UUID that the client makes and repeats on every retry: the same
 * id with the same content is done once and answered the same, the same id with other content is a
 * conflict. A deed that is refused leaves nothing behind, so its id may be used again.
 */
import { createHash } from 'node:crypto';
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement, sqlState } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';

export type OperationId = Quantity<string, 'operation id'>;

/** Who does something at the desk, and when. */
export interface DeskDeed {
  readonly by: string;
  readonly at: Instant;
}

export interface OperationOrder extends DeskDeed {
  readonly operationId: OperationId;
  readonly kind: string;
  /** Everything the client asked for, in a fixed order; nothing else makes two requests differ. */
  readonly content: readonly OperationContent[];
}

export type OperationContent = string | number | boolean | null | readonly string[];

export type OperationAnswer<Outcome, Refusal extends string> =
  | { readonly kind: 'done'; readonly first: boolean; readonly outcome: Outcome }
  | { readonly kind: 'refused'; readonly refusal: Refusal | 'operation_id_conflict' };

/** What the work of a deed answers: an outcome to keep, or a refusal that undoes all of it. */
export type Worked<Outcome, Refusal extends string> =
  | { readonly kind: 'done'; readonly outcome: Outcome }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

interface OperationRow {
  readonly kind: string;
  readonly request_hash: Uint8Array;
  readonly done_by: string;
  readonly done_at_ms: bigint;
  readonly outcome: unknown;
}

const claimStatement = loadStatement(
  new URL('../../sql/desk/claim-operation.sql', import.meta.url),
);
const findStatement = loadStatement(new URL('../../sql/desk/find-operation.sql', import.meta.url));
const recordStatement = loadStatement(
  new URL('../../sql/desk/record-outcome.sql', import.meta.url),
);

/** Ends a transaction without keeping it. */
class NotKept extends Error {
  override readonly name: string = 'NotKept';
}

/**
 * Does a deed once, in one transaction with the record of its id. `work` may be run again from the
 * beginning. Refusals: operation_id_conflict before all that `work` refuses.
 */
export async function doOnce<Outcome extends object, Refusal extends string>(
  database: Database,
  utilityId: UtilityId,
  order: OperationOrder,
  work: (tx: Transaction) => Promise<Worked<Outcome, Refusal>>,
): Promise<OperationAnswer<Outcome, Refusal>> {
  try {
    return await attempt(database, utilityId, order, work);
  } catch (error) {
    // Two deeds wanted the same number or place at once: the one that lost looks again, and now
    // finds what the other wrote.
    if (sqlState(error) !== '23505') throw error;
    return await attempt(database, utilityId, order, work);
  }
}

async function attempt<Outcome extends object, Refusal extends string>(
  database: Database,
  utilityId: UtilityId,
  order: OperationOrder,
  work: (tx: Transaction) => Promise<Worked<Outcome, Refusal>>,
): Promise<OperationAnswer<Outcome, Refusal>> {
  let refusal: Refusal | null = null;
  try {
    return await database.transaction(async (tx) => {
      refusal = null;
      const known = await claim(tx, utilityId, order);
      if (known !== null) return repeated<Outcome, Refusal>(known, order);
      const worked = await work(tx);
      if (worked.kind === 'refused') {
        refusal = worked.refusal;
        throw new NotKept(worked.refusal);
      }
      await tx.query(recordStatement, [utilityId, order.operationId, { ...worked.outcome }]);
      return { kind: 'done', first: true, outcome: worked.outcome };
    });
  } catch (error) {
    if (error instanceof NotKept && refusal !== null) return { kind: 'refused', refusal };
    throw error;
  }
}

/** The row that was there before, or null when the id is ours now. */
async function claim(
  tx: Transaction,
  utilityId: UtilityId,
  order: OperationOrder,
): Promise<OperationRow | null> {
  const values = [utilityId, order.operationId, order.kind, requestHash(order), order.by, order.at];
  const claimed = await tx.query(claimStatement, values);
  if (claimed.rowCount === 1) return null;
  const { rows } = await tx.query<OperationRow>(findStatement, [utilityId, order.operationId]);
  const [row] = rows;
  if (row === undefined) throw new Error('an operation that was there is gone');
  return row;
}

function repeated<Outcome, Refusal extends string>(
  row: OperationRow,
  order: OperationOrder,
): OperationAnswer<Outcome, Refusal> {
  // The kind is part of what is hashed.
  const isSame = Buffer.compare(row.request_hash, requestHash(order)) === 0;
  if (!isSame) return { kind: 'refused', refusal: 'operation_id_conflict' };
  return { kind: 'done', first: false, outcome: row.outcome as Outcome };
}

/** Who asks and when are no part of it: a retry after a change of shift is the same request. */
function requestHash(order: OperationOrder): Uint8Array {
  const content = JSON.stringify([order.kind, ...order.content]);
  return createHash('sha256').update(`wattvend desk 1\n${content}`).digest();
}

export interface DoneOperation extends DeskDeed {
  readonly kind: string;
  readonly outcome: unknown;
}

/** What was done under an id, or null. */
export async function findOperation(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  operationId: OperationId,
): Promise<DoneOperation | null> {
  const { rows } = await tx.query<OperationRow>(findStatement, [utilityId, operationId]);
  const [row] = rows;
  if (row === undefined) return null;
  const { kind, outcome, done_by: by } = row;
  return { kind, outcome, by, at: instant(Number(row.done_at_ms)) };
}

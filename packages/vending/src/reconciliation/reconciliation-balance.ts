/**
 * Whether the money of a source is the money of its account in the ledger (R1): what the statements
 * say, what the ledger says, and by what they differ, item by item. What is left over after all
 * items is an entry of that account that no vend and no deposit explains.
 */
import { type Database, loadStatement } from '@wattvend/database/database.js';
import type { Book } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { PaymentSource } from './payment-source.ts';

export interface BalanceDifference {
  /**
   * A class of items, "under_way" for a pair of which one side is later than the moment, or
   * "not_reconciled" for lines that no run has looked at.
   */
  readonly class: string;
  readonly reason: string;
  /** Null while the items are open. */
  readonly resolution: string | null;
  readonly items: number;
  readonly difference: bigint;
}

/** Sums in minor units; they may exceed 64 bits. */
export interface ReconciliationBalance {
  /** Of all lines before fees; lines that repeat are not counted twice. */
  readonly statement: bigint;
  readonly fees: bigint;
  /** The account's debits less its credits. */
  readonly ledger: bigint;
  readonly differences: readonly BalanceDifference[];
  /** Statement less ledger less all differences; zero, or the ledger holds something unknown. */
  readonly rest: bigint;
}

const sql = (name: string): ReturnType<typeof loadStatement> =>
  loadStatement(new URL(`../../sql/reconciliation/${name}.sql`, import.meta.url));
const lockSourceStatement = sql('lock-source');
const workLongStatement = sql('work-long');
const sidesStatement = { ...sql('balance-sides'), timeoutMs: 60_000 };
const differencesStatement = { ...sql('balance-differences'), timeoutMs: 60_000 };

interface SidesRow {
  readonly statement_minor: string;
  readonly fee_minor: string;
  readonly ledger_minor: string;
}

interface DifferenceRow {
  readonly class: string;
  readonly reason: string;
  readonly resolution: string | null;
  readonly items: bigint;
  readonly difference_minor: string;
}

/** Reads all lines and entries of the source: not for a hot path. */
export async function reconciliationBalance(
  database: Database,
  { utilityId, ledgerId }: Book,
  source: Pick<PaymentSource, 'sourceId' | 'clearingAccount'>,
  at: Instant,
): Promise<ReconciliationBalance> {
  return await database.transaction(async (tx) => {
    await tx.query(workLongStatement);
    // No import and no run may come between the two statements below.
    await tx.query(lockSourceStatement, [utilityId, source.sourceId]);
    const asked = [utilityId, source.sourceId, at];
    const account = [ledgerId, source.clearingAccount];
    const sides = await tx.query<SidesRow>(sidesStatement, [...asked, ...account]);
    const differing = await tx.query<DifferenceRow>(differencesStatement, asked);
    const [row] = sides.rows;
    if (row === undefined) throw new Error('the sides of a balance answered no row');
    const differences = differing.rows.map((each) => ({
      class: each.class,
      reason: each.reason,
      resolution: each.resolution,
      items: Number(each.items),
      difference: BigInt(each.difference_minor),
    }));
    const statement = BigInt(row.statement_minor);
    const ledger = BigInt(row.ledger_minor);
    const explained = differences.reduce((sum, { difference }) => sum + difference, 0n);
    const fees = BigInt(row.fee_minor);
    return { statement, fees, ledger, differences, rest: statement - ledger - explained };
  });
}

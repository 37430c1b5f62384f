/** What every account had moved by an instant, now or long ago: the ledger's trial balance. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { Account, AccountId, AccountKind, Book } from './account.ts';

/** Sums in minor units; over many years they may outgrow 64 bits, so they are plain integers. */
export interface AccountBalance {
  readonly account: Account;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
  /** Debits less credits: above zero on the debit side, below on the credit side. */
  readonly balanceMinor: bigint;
}

export interface TrialBalance {
  readonly at: Instant;
  /** By code; also the accounts that never moved. */
  readonly accounts: readonly AccountBalance[];
  /** Both sums are equal, or the books are wrong. */
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
  /** Whether the ledger is closed up to that instant, so that this never changes again. */
  readonly isFinal: boolean;
}

interface BalanceRow {
  readonly account_id: AccountId;
  readonly code: string;
  readonly name: string;
  readonly kind: AccountKind;
  readonly normal_side: Account['normalSide'];
  readonly account_group: string | null;
  readonly debit_minor: string;
  readonly credit_minor: string;
}

const trialBalanceStatement = loadStatement(new URL('../sql/trial-balance.sql', import.meta.url));
const readSealStatement = loadStatement(new URL('../sql/read-seal.sql', import.meta.url));

/** Everything posted up to the instant, that millisecond included. */
export async function trialBalance(
  database: Pick<Transaction, 'query'>,
  book: Book,
  at: Instant,
): Promise<TrialBalance> {
  // Asked before the sums: what is closed by now cannot change while they are made.
  const isFinal = BigInt(at) <= (await readClosedTo(database, book));
  const accounts = await balancesAt(database, book, { at, accountIds: null });
  const sum = (of: (each: AccountBalance) => bigint): bigint =>
    accounts.reduce((total, each) => total + of(each), 0n);
  return {
    at,
    accounts,
    debitMinor: sum((each) => each.debitMinor),
    creditMinor: sum((each) => each.creditMinor),
    isFinal,
  };
}

/** Until when a ledger is closed; throws when there is no such ledger. */
export async function readClosedTo(
  database: Pick<Transaction, 'query'>,
  book: Book,
): Promise<bigint> {
  const { rows } = await database.query<{ readonly closed_to_ms: bigint }>(readSealStatement, [
    ...[book.utilityId, book.ledgerId],
  ]);
  const [seal] = rows;
  if (seal === undefined) throw new Error(`there is no ledger ${book.ledgerId}`);
  return seal.closed_to_ms;
}

/** The balances of some accounts of a ledger, or of all of them. */
export async function balancesAt(
  database: Pick<Transaction, 'query'>,
  book: Book,
  asked: { readonly at: Instant; readonly accountIds: readonly AccountId[] | null },
): Promise<readonly AccountBalance[]> {
  const values = [book.utilityId, book.ledgerId, asked.at, asked.accountIds];
  const { rows } = await database.query<BalanceRow>(trialBalanceStatement, values);
  return rows.map((row) => {
    const debitMinor = BigInt(row.debit_minor);
    const creditMinor = BigInt(row.credit_minor);
    return {
      account: {
        accountId: row.account_id,
        code: row.code,
        name: row.name,
        kind: row.kind,
        normalSide: row.normal_side,
        group: row.account_group,
      },
      debitMinor,
      creditMinor,
      balanceMinor: debitMinor - creditMinor,
    };
  });
}

/**
 * What reports need of the ledger, and the only place where they read it: each account's balance
 * before a span of time and its debits and credits within.
 */
import type { Database } from '@wattvend/database/database.js';
import type { AccountId } from '@wattvend/ledger/account.js';
import { trialBalance } from '@wattvend/ledger/trial-balance.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { Utility } from '../utility/utility.ts';

/** A debit balance is positive, a credit balance negative. */
export interface AccountMovement {
  readonly accountId: AccountId;
  readonly code: string;
  readonly name: string;
  readonly opening: MinorUnits;
  readonly debit: MinorUnits;
  readonly credit: MinorUnits;
  readonly closing: MinorUnits;
}

/** All accounts of the utility's ledger, by their codes. */
export async function accountMovements(
  database: Pick<Database, 'query'>,
  { book }: Pick<Utility, 'book'>,
  bounds: { readonly from: Instant; readonly to: Instant },
): Promise<readonly AccountMovement[]> {
  // A trial balance is of everything up to its instant, that millisecond included.
  const before = await trialBalance(database, book, instant(bounds.from - 1));
  const end = await trialBalance(database, book, instant(bounds.to - 1));
  const earlier = new Map(before.accounts.map((each) => [each.account.accountId, each]));
  return end.accounts.map(({ account, debitMinor, creditMinor, balanceMinor }) => {
    const { accountId, code, name } = account;
    const opened = earlier.get(accountId);
    return {
      ...{ accountId, code, name },
      opening: minorUnits(opened?.balanceMinor ?? 0n),
      debit: minorUnits(debitMinor - (opened?.debitMinor ?? 0n)),
      credit: minorUnits(creditMinor - (opened?.creditMinor ?? 0n)),
      closing: minorUnits(balanceMinor),
    };
  });
}

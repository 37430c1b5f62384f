/** The ledger entry of a sale: the vendor's float pays for what each line is for. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { AccountId, LedgerId, UtilityId } from '@wattvend/ledger/account.js';
import type { Entry, Posting } from '@wattvend/ledger/entry.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { monthOf } from '@wattvend/quantities/month.js';
import type { Vend } from './vend.ts';

/** Where a sale's money goes, and what its figures are counted in. */
export interface SaleBook {
  readonly utilityId: UtilityId;
  readonly ledgerId: LedgerId;
  readonly decimalPlaces: number;
  /** An IANA name, such as "Africa/Nairobi". */
  readonly timeZone: string;
}

/** The ledger's accounts by the codes that tariffs and debts name. Accounts are never renamed. */
export interface SaleAccounts {
  /** Whether the ledger has it, as far as was fetched. */
  has(code: string): boolean;
  /** Throws for a code that was not fetched or is not there. */
  idOf(code: string): AccountId;
  /** Reads the accounts that are not known yet; most often nothing. */
  fetch(tx: Pick<Transaction, 'query'>, codes: Iterable<string>): Promise<void>;
}

const findAccountsStatement = loadStatement(
  new URL('../../sql/vend/find-accounts.sql', import.meta.url),
);

export function createSaleAccounts(book: Pick<SaleBook, 'utilityId' | 'ledgerId'>): SaleAccounts {
  const known = new Map<string, AccountId>();
  return {
    has: (code) => known.has(code),
    idOf(code) {
      const accountId = known.get(code);
      if (accountId === undefined) throw new Error(`the ledger has no account ${code}`);
      return accountId;
    },
    async fetch(tx, codes) {
      const missing = [...new Set(codes)].filter((code) => !known.has(code));
      if (missing.length === 0) return;
      const { rows } = await tx.query<{ readonly code: string; readonly account_id: AccountId }>(
        findAccountsStatement,
        [book.utilityId, book.ledgerId, missing],
      );
      for (const row of rows) known.set(row.code, row.account_id);
    },
  };
}

/** Lines of one account are one posting. */
export function saleEntry(accounts: Pick<SaleAccounts, 'idOf'>, vend: Vend): Entry {
  if (vend.vendor === null) throw new Error(`vend ${vend.vendId} is no sale`);
  const sums = new Map<string, bigint>();
  for (const line of vend.lines) {
    if (line.account !== null) sums.set(line.account, (sums.get(line.account) ?? 0n) + line.money);
  }
  const credits: Posting[] = [];
  for (const [code, money] of sums) {
    if (money !== 0n) credits.push({ accountId: accounts.idOf(code), money: minorUnits(-money) });
  }
  return {
    entryId: vend.vendId,
    kind: 'sale',
    month: monthOf(vend.requestedAt),
    resolvesReservation: true,
    postings: [{ accountId: vend.vendor.floatAccountId, money: vend.tendered }, ...credits],
  };
}

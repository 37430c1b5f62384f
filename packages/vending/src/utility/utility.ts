/** The utility: whose meters these are, in which currency and time zone. */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { AccountId, LedgerId, UtilityId } from '@wattvend/ledger/account.js';
import { createLedger } from '@wattvend/ledger/account.js';
import { openChart } from '@wattvend/ledger/chart.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { SaleBook } from '../vend/sale-entry.ts';

export interface NewUtility {
  readonly utilityId: UtilityId;
  readonly ledgerId: LedgerId;
  readonly name: string;
  readonly currencyCode: string;
  readonly currencySymbol: string;
  readonly decimalPlaces: number;
  /** An IANA name, such as "Africa/Nairobi". */
  readonly timeZone: string;
  readonly demo: boolean;
  readonly accounts: UtilityAccounts;
}

export interface UtilityAccounts {
  readonly energySales: AccountId;
  readonly vatPayable: AccountId;
  readonly bank: AccountId;
}

export interface Utility {
  readonly utilityId: UtilityId;
  readonly name: string;
  readonly currencyCode: string;
  readonly currencySymbol: string;
  readonly decimalPlaces: number;
  readonly timeZone: string;
  readonly demo: boolean;
  readonly book: SaleBook;
  readonly bank: AccountId;
}

interface UtilityRow {
  readonly utility_id: UtilityId;
  readonly name: string;
  readonly ledger_id: LedgerId;
  readonly currency_symbol: string;
  readonly time_zone: string;
  readonly demo: boolean;
  readonly currency_code: string;
  readonly decimal_places: number;
  readonly bank: AccountId;
}

const insertUtilityStatement = loadStatement(
  new URL('../../sql/insert-utility.sql', import.meta.url),
);
const listUtilitiesStatement = loadStatement(
  new URL('../../sql/list-utilities.sql', import.meta.url),
);

/** Creates a utility with its ledger and the accounts a sale needs. */
export async function createUtility(
  tx: Transaction,
  utility: NewUtility,
  now: Instant,
): Promise<void> {
  const { utilityId, ledgerId, currencyCode, decimalPlaces } = utility;
  await createLedger(tx, { utilityId, ledgerId, currencyCode, decimalPlaces });
  await openChart(
    tx,
    { utilityId, ledgerId },
    {
      bank: utility.accounts.bank,
      energy_sales: utility.accounts.energySales,
      vat_payable: utility.accounts.vatPayable,
    },
  );
  await tx.query(insertUtilityStatement, [
    utilityId,
    utility.name,
    ledgerId,
    utility.currencySymbol,
    utility.timeZone,
    utility.demo,
    now,
  ]);
}

/** All utilities of this database, the oldest first. */
export async function listUtilities(database: Database): Promise<readonly Utility[]> {
  const { rows } = await database.query<UtilityRow>(listUtilitiesStatement);
  return rows.map((row) => ({
    utilityId: row.utility_id,
    name: row.name,
    currencyCode: row.currency_code,
    currencySymbol: row.currency_symbol,
    decimalPlaces: row.decimal_places,
    timeZone: row.time_zone,
    demo: row.demo,
    book: {
      utilityId: row.utility_id,
      ledgerId: row.ledger_id,
      decimalPlaces: row.decimal_places,
      timeZone: row.time_zone,
    },
    bank: row.bank,
  }));
}

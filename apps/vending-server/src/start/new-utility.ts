/** Making a utility: ids by chance, and the row read back as the rest of the program wants it. */
import { randomUUID } from 'node:crypto';
import type { Transaction } from '@wattvend/database/database.js';
import { ensureChart } from '@wattvend/ledger/chart.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { NewUtility, Utility } from '@wattvend/vending/utility.js';
import { createUtility } from '@wattvend/vending/utility.js';

/** A new id of some kind. */
export function newId<Kind extends string>(): Quantity<string, Kind> {
  return randomUUID() as string as Quantity<string, Kind>;
}

export type UtilityOrder = Omit<NewUtility, 'utilityId' | 'ledgerId' | 'accounts'>;

export async function makeUtility(
  tx: Transaction,
  order: UtilityOrder,
  now: Instant,
): Promise<Utility> {
  const utilityId = newId<'utility id'>();
  const ledgerId = newId<'ledger id'>();
  const accounts = {
    energySales: newId<'account id'>(),
    vatPayable: newId<'account id'>(),
    bank: newId<'account id'>(),
  };
  await createUtility(tx, { ...order, utilityId, ledgerId, accounts }, now);
  await ensureChart(tx, { utilityId, ledgerId }, newId);
  const { decimalPlaces, timeZone } = order;
  const book = { utilityId, ledgerId, decimalPlaces, timeZone };
  return { ...order, utilityId, book, bank: accounts.bank };
}

import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { migrate } from '@wattvend/database/migration.js';
import { findAccounts } from '@wattvend/ledger/account.js';
import { areBalanced, checkBooks } from '@wattvend/ledger/books.js';
import { findEntry } from '@wattvend/ledger/entry.js';
import { LEDGER_MIGRATIONS } from '@wattvend/ledger/migrations.js';
import { expect, test } from 'vitest';
import { makeTestFolder } from '../../database/test/postgres.global-setup.ts';
import { createScratchDatabase } from '../../database/test/scratch-database.ts';
import { BANK, FLOAT, LEDGER, newId, SALES, UTILITY } from './ledger-fixture.ts';

const FIRST = '0001-accounts-entries-reservations.sql';
const OLD_YEAR = Date.UTC(2026, 11, 31, 23, 59, 59, 999);
const NEW_YEAR = Date.UTC(2027, 0, 1);

interface Balance {
  readonly account_id: string;
  readonly money_minor: string;
}

test('a database of postings becomes one of entries with legs, and every balance stays', async () => {
  const scratch = await createScratchDatabase();
  const folder = await makeTestFolder('wattvend-ledger-0001-');
  try {
    const { database } = scratch;
    await copyFile(new URL(FIRST, LEDGER_MIGRATIONS.folder), join(folder, FIRST));
    const before = { room: LEDGER_MIGRATIONS.room, folder: pathToFileURL(`${folder}/`) };
    await migrate(database, [before], OLD_YEAR);
    const entryIds = [newId(), newId(), newId()] as const;
    await database.query({
      name: '',
      text: `
        insert into ledger values ('${UTILITY}', '${LEDGER}', 'XTS', 2);
        insert into account values ('${UTILITY}', '${BANK}', '${LEDGER}', 'bank', 'Bank', 'debit'),
          ('${UTILITY}', '${FLOAT}', '${LEDGER}', 'vendor_float:1', 'Float of a vendor', 'credit'),
          ('${UTILITY}', '${SALES}', '${LEDGER}', 'energy_sales', 'Energy sales', 'credit');
        insert into account_limit values ('${UTILITY}', '${FLOAT}', 900, 40, 0);
        insert into reservation values ('${UTILITY}', '${newId()}', '${FLOAT}', 40, ${NEW_YEAR});
        insert into entry values
          ('${UTILITY}', '${entryIds[0]}', '${LEDGER}', 'deposit', ${OLD_YEAR}),
          ('${UTILITY}', '${entryIds[1]}', '${LEDGER}', 'sale', ${NEW_YEAR}),
          ('${UTILITY}', '${entryIds[2]}', '${LEDGER}', 'sale', ${NEW_YEAR});
        insert into posting values
          ('${UTILITY}', '${entryIds[0]}', 0, '${BANK}', 1000),
          ('${UTILITY}', '${entryIds[0]}', 1, '${FLOAT}', -1000),
          ('${UTILITY}', '${entryIds[1]}', 2, '${SALES}', -10),
          ('${UTILITY}', '${entryIds[1]}', 0, '${FLOAT}', 60),
          ('${UTILITY}', '${entryIds[1]}', 1, '${SALES}', -50),
          ('${UTILITY}', '${entryIds[2]}', 0, '${FLOAT}', 40),
          ('${UTILITY}', '${entryIds[2]}', 1, '${SALES}', -40);`,
    });
    const balances = async (from: string) =>
      (
        await database.query<Balance>({
          name: '',
          text: `select account_id, sum(money_minor)::text as money_minor from ${from}
            group by account_id order by account_id`,
        })
      ).rows;
    const old = await balances('(select account_id, posting_minor as money_minor from posting) p');

    const applied = await migrate(database, [LEDGER_MIGRATIONS], NEW_YEAR);
    expect(applied[0]).toBe('ledger/0002-entries-with-legs.sql');

    expect(old).toHaveLength(3);
    const legs = `(select l.account_id, l.money_minor from entry e
      cross join unnest(e.account_ids, e.money_minor) as l (account_id, money_minor)) as legs`;
    expect(await balances(legs)).toEqual(old);
    const books = await checkBooks(database, UTILITY);
    expect(books.entries).toBe(3);
    expect(areBalanced(books)).toBe(true);
    const accounts = await findAccounts(database, { utilityId: UTILITY, ledgerId: LEDGER });
    expect([...accounts.values()].map(({ code, kind, group }) => [code, kind, group])).toEqual([
      ['bank', 'asset', null],
      ['energy_sales', 'income', null],
      ['vendor_float:1', 'liability', 'vendor_float'],
    ]);
    expect(await findEntry(database, UTILITY, entryIds[0])).toMatchObject({
      kind: 'deposit',
      month: 202_612,
      postedAt: OLD_YEAR,
    });
    expect(await findEntry(database, UTILITY, entryIds[1])).toMatchObject({
      month: 202_701,
      postings: [
        { accountId: FLOAT, money: 60n },
        { accountId: SALES, money: -50n },
        { accountId: SALES, money: -10n },
      ],
    });
  } finally {
    await scratch.drop();
    await rm(folder, { recursive: true });
  }
});

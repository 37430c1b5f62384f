import { isMonthMissing } from '@wattvend/database/partitions.js';
import { openMonths } from '@wattvend/ledger/open-months.js';
import { monthOf } from '@wattvend/quantities/month.js';
import { instant } from '@wattvend/quantities/time.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  BANK,
  createLedgerFixture,
  entry,
  failure,
  LEDGER,
  type LedgerFixture,
  NOW,
  newId,
  SALES,
  UTILITY,
} from './ledger-fixture.ts';

let fixture: LedgerFixture;
beforeEach(async () => {
  fixture = await createLedgerFixture();
});
afterEach(() => fixture.drop());

/** A row written past the code, as an entry of January 2027. */
const insert = (accounts: string, money: string, more: { month?: number; kind?: string } = {}) =>
  failure(
    fixture.sql(`insert into entry
      (posted_at_ms, month, utility_id, ledger_id, entry_id, kind, account_ids, money_minor)
      values (${NOW}, ${more.month ?? 202_701}, '${UTILITY}', '${LEDGER}', '${newId()}',
        '${more.kind ?? 'sale'}', ${accounts}, ${money})`),
  );

const two = `array['${BANK}', '${SALES}']::uuid[]`;

test.each([
  ['a sum that is not zero', two, 'array[5, -4]'],
  ['a leg of nothing', two, 'array[0, 0]'],
  ['one leg', `array['${BANK}']::uuid[]`, 'array[5]'],
  ['no legs', `'{}'::uuid[]`, `'{}'::bigint[]`],
  ['more accounts than money', `array['${BANK}', '${SALES}', '${BANK}']::uuid[]`, 'array[5, -5]'],
  ['more money than accounts', two, 'array[5, -4, -1]'],
  ['money that is null', two, 'array[5, null, -5]'],
  ['an account that is null', `array['${BANK}', null]::uuid[]`, 'array[5, -5]'],
  ['legs that count from zero', `'[0:1]={${BANK},${SALES}}'::uuid[]`, `'[0:1]={5,-5}'::bigint[]`],
  ['a table of legs', `array[${two}]`, 'array[array[5, -5]]'],
])('the database refuses an entry with %s', async (_, accounts, money) => {
  expect(await insert(accounts, money)).toBe('entry_balanced');
});

test('the database refuses a sum that leaves 64 bits, and takes the largest that does not', async () => {
  const accounts = `array['${BANK}', '${SALES}', '${BANK}', '${SALES}']::uuid[]`;
  const most = '9223372036854775807';
  expect(await insert(accounts, `array[${most}, ${most}, -${most}, -${most}]`)).toBe('22003');
  expect(await insert(accounts, `array[${most}, -${most}, -${most}, ${most}]`)).toBe(
    'nothing failed',
  );
});

test('the database refuses what is no kind and no month', async () => {
  for (const kind of ['', 'Sale', '1st', 'a b', 'a'.repeat(33)]) {
    expect(await insert(two, 'array[5, -5]', { kind }), kind).toBe('entry_kind_slug');
  }
  expect(await insert(two, 'array[5, -5]', { kind: 'debt_write_off' })).toBe('nothing failed');
  // No partition can hold it, which the server tells before it looks at the checks.
  expect(await insert(two, 'array[5, -5]', { month: 202_713 })).toBe('23514');
});

test('nothing that was posted is changed or removed, in the table or in its partitions', async () => {
  await fixture.deposit(500n);
  const columns = {
    entry: 'kind',
    entry_202701: 'kind',
    account: 'name',
    ledger: 'currency_code',
    reservation_void: 'reason',
  };
  for (const [table, column] of Object.entries(columns)) {
    for (const change of [
      `update ${table} set ${column} = ${column}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      expect(await failure(fixture.sql(change)), change).toBe('WVL02');
    }
  }
});

test('a ledger that was closed is not opened again', async () => {
  await fixture.sql('update ledger_seal set closed_to_ms = 5');
  for (const change of [
    'update ledger_seal set closed_to_ms = 4',
    `update ledger_seal set ledger_id = '${newId()}'`,
    'delete from ledger_seal',
    'truncate ledger_seal',
  ]) {
    expect(await failure(fixture.sql(change)), change).toBe('WVL02');
  }
});

test('a month that is not open is told from a broken rule, and can be opened', async () => {
  const later = instant(Date.UTC(2031, 4, 1));
  const late = entry(
    [
      [BANK, 5n],
      [SALES, -5n],
    ],
    { month: monthOf(later) },
  );
  const missing = await fixture.post([late], later).catch((error: unknown) => error);
  expect(isMonthMissing(missing)).toBe(true);
  const broken = await fixture
    .sql(`insert into account_limit values
    ('${UTILITY}', '${BANK}', 0, 0, 1)`)
    .catch((error: unknown) => error);
  expect(await failure(Promise.reject(broken))).toBe('account_limit_floor');
  expect(isMonthMissing(broken)).toBe(false);

  // April to August 2031, and no month twice.
  expect(await openMonths(fixture.database, later)).toBe(5);
  expect(await openMonths(fixture.database, later)).toBe(0);
  await fixture.post([late], later);
});

test('months are opened across a year, and by several servers at once', async () => {
  const december = instant(Date.UTC(2029, 11, 31, 23, 59));
  const opened = await Promise.all(
    Array.from({ length: 6 }, () => openMonths(fixture.database, december)),
  );
  expect(opened.reduce((sum, each) => sum + each, 0)).toBe(5);
  const rows = await fixture.sql<{ readonly name: string }>(`select relname::text as name
    from pg_class where relkind = 'r' and relname ~ '^entry_(2029|2030)' order by 1`);
  expect(rows.map((row) => row.name)).toEqual([
    'entry_202911',
    'entry_202912',
    'entry_203001',
    'entry_203002',
    'entry_203003',
  ]);
});

test('opening a month keeps nobody from reading or posting', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((done) => {
    release = done;
  });
  const reading = fixture.database.transaction(async (tx) => {
    await tx.query({ name: '', text: 'select count(*) from entry' });
    await held;
  });
  const later = instant(Date.UTC(2031, 4, 1));
  expect(await openMonths(fixture.database, later)).toBe(5);
  await fixture.deposit(5n);
  release();
  await reading;
});

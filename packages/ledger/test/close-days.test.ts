import { areBalanced, checkBooks } from '@wattvend/ledger/books.js';
import { closeDays } from '@wattvend/ledger/close-days.js';
import { openMonths } from '@wattvend/ledger/open-months.js';
import { trialBalance } from '@wattvend/ledger/trial-balance.js';
import { monthOf } from '@wattvend/quantities/month.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  BANK,
  BOOK,
  createLedgerFixture,
  entry,
  failure,
  type LedgerFixture,
  SALES,
  UTILITY,
} from './ledger-fixture.ts';

let fixture: LedgerFixture;
beforeEach(async () => {
  fixture = await createLedgerFixture();
});
afterEach(() => fixture.drop());

const utc = (text: string): Instant => instant(Date.parse(text));

async function earn(money: bigint, at: Instant): Promise<void> {
  await openMonths(fixture.database, at);
  const legs = [[BANK, money] as const, [SALES, -money] as const];
  await fixture.post([entry(legs, { month: monthOf(at) })], at);
}

interface Day {
  readonly day: string;
  readonly from_ms: bigint;
  readonly to_ms: bigint;
  readonly entry_count: bigint;
}
const days = () =>
  fixture.sql<Day>('select day, from_ms, to_ms, entry_count from ledger_day order by day');
const lengths = async (): Promise<readonly (readonly [string, number])[]> =>
  (await days()).map((each) => [each.day, Number(each.to_ms - each.from_ms) / 3_600_000]);

test('days begin at midnight of the utility, also when the clocks change', async () => {
  const timeZone = 'America/New_York';
  // Midnight there is 05:00 UTC in winter; on 14 March 2027 the clocks go forward at 2:00.
  await earn(1n, utc('2027-03-13T05:00:00.000Z'));
  await earn(2n, utc('2027-03-14T04:59:59.999Z'));
  await earn(4n, utc('2027-03-14T05:00:00.000Z'));
  await earn(8n, utc('2027-03-15T03:59:59.999Z'));
  await earn(16n, utc('2027-03-15T04:00:00.000Z'));
  const close = (upTo: string) => closeDays(fixture.database, BOOK, { timeZone, upTo: utc(upTo) });
  expect(await close('2027-03-14T04:59:59.999Z')).toBe(0);
  expect(await close('2027-03-14T05:00:00.000Z')).toBe(1);
  expect(await close('2027-03-16T03:59:59.999Z')).toBe(1);
  expect(await close('2027-03-16T04:00:00.000Z')).toBe(1);
  expect(await close('2027-03-16T04:00:00.000Z')).toBe(0);
  expect(await lengths()).toEqual([
    ['2027-03-13', 24],
    ['2027-03-14', 23],
    ['2027-03-15', 24],
  ]);
  expect((await days()).map((each) => each.entry_count)).toEqual([2n, 2n, 1n]);
  const sums = await fixture.sql(`select day::text, debit_minor::text, debit_total_minor::text,
    posting_count from account_day where account_id = '${BANK}' order by day`);
  expect(sums).toEqual([
    { day: '2027-03-13', debit_minor: '3', debit_total_minor: '3', posting_count: 2n },
    { day: '2027-03-14', debit_minor: '12', debit_total_minor: '15', posting_count: 2n },
    { day: '2027-03-15', debit_minor: '16', debit_total_minor: '31', posting_count: 1n },
  ]);
  // The last millisecond of a day counts once, before it is over and after.
  for (const [at, bank] of [
    ['2027-03-15T03:59:59.998Z', 7n],
    ['2027-03-15T03:59:59.999Z', 15n],
    ['2027-03-15T12:00:00.000Z', 31n],
  ] as const) {
    const [first] = (await trialBalance(fixture.database, BOOK, utc(at))).accounts;
    expect(first).toMatchObject({ account: { code: 'bank' }, balanceMinor: bank });
  }
});

test('a day on which nothing moved is closed as well, and days have no gap', async () => {
  await earn(1n, utc('2027-01-01T12:00:00Z'));
  const close = (timeZone: string, upTo: string) =>
    closeDays(fixture.database, BOOK, { timeZone, upTo: utc(upTo) });
  expect(await close('UTC', '2027-01-05T00:00:00Z')).toBe(4);
  // A utility that moves its clock has one long day, or one short day, and no entry without a day.
  expect(await close('Pacific/Auckland', '2027-01-06T20:00:00Z')).toBe(2);
  expect(await close('America/New_York', '2027-01-08T20:00:00Z')).toBe(1);
  const found = await days();
  for (const [index, each] of found.entries()) {
    if (index > 0) expect(each.from_ms).toBe(found[index - 1]?.to_ms);
  }
  expect(await lengths()).toEqual([
    ['2027-01-01', 24],
    ['2027-01-02', 24],
    ['2027-01-03', 24],
    ['2027-01-04', 24],
    ['2027-01-05', 11],
    ['2027-01-06', 24],
    ['2027-01-07', 42],
  ]);
});

test('a ledger without entries has no days', async () => {
  const upTo = utc('2027-01-05T00:00:00Z');
  expect(await closeDays(fixture.database, BOOK, { timeZone: 'UTC', upTo })).toBe(0);
  expect(await fixture.sql('select from ledger_seal where closed_to_ms > 0')).toEqual([]);
});

test('several servers close the same days once', async () => {
  for (let day = 1; day <= 9; day++) await earn(5n, utc(`2027-01-0${day}T12:00:00Z`));
  const upTo = utc('2027-01-10T00:00:00Z');
  const close = () => closeDays(fixture.database, BOOK, { timeZone: 'UTC', upTo });
  await Promise.all([close(), close(), close(), close()]);
  expect(await days()).toHaveLength(9);
  const books = await checkBooks(fixture.database, UTILITY, 'whole');
  expect(books).toMatchObject({ entries: 9, daysWrong: 0 });
  expect(areBalanced(books)).toBe(true);
});

test('sums of days and limits that were tampered with are found', async () => {
  await fixture.deposit(500n, utc('2027-01-01T12:00:00Z'));
  await earn(5n, utc('2027-01-01T13:00:00Z'));
  await fixture.deposit(70n, utc('2027-01-02T12:00:00Z'));
  const upTo = utc('2027-01-02T06:00:00Z');
  await closeDays(fixture.database, BOOK, { timeZone: 'UTC', upTo });
  const check = (extent: 'since the last closed day' | 'whole') =>
    checkBooks(fixture.database, UTILITY, extent);
  const since = () => check('since the last closed day');
  expect(areBalanced(await since())).toBe(true);
  const tamper = (text: string) =>
    fixture.database.transaction((tx) =>
      tx.query({ name: '', text: `set local session_replication_role = replica; ${text}` }),
    );
  await tamper(`update account_day set credit_total_minor = 501 where account_id = '${BANK}'`);
  expect(await since()).toMatchObject({ sum: -501n, entries: 3 });
  expect(await check('whole')).toMatchObject({ sum: 0n, daysWrong: 1 });
  await tamper(`update account_day set credit_total_minor = 0 where account_id = '${BANK}'`);
  await tamper(`delete from account_day where account_id = '${SALES}'`);
  expect(await since()).toMatchObject({ sum: 5n });
  expect(await check('whole')).toMatchObject({ daysWrong: 1 });
  await tamper('update ledger_day set entry_count = 3');
  expect(await check('whole')).toMatchObject({ daysWrong: 2 });
  await tamper('update account_limit set posted_minor = posted_minor + 1');
  expect(await since()).toMatchObject({ limitsWrong: 1 });
});

test('a trial balance of the past reads days and not everything', async () => {
  for (let day = 1; day <= 3; day++) await earn(5n, utc(`2027-01-0${day}T12:00:00Z`));
  await closeDays(fixture.database, BOOK, { timeZone: 'UTC', upTo: utc('2027-01-04T00:00:00Z') });
  // Were an entry of a closed day read again, what is changed in it would be seen.
  await fixture.database.transaction((tx) =>
    tx.query({
      name: '',
      text: `set local session_replication_role = replica;
        update entry set money_minor = array[9, -9] where posted_at_ms = ${utc('2027-01-01T12:00:00Z')}`,
    }),
  );
  const balance = await trialBalance(fixture.database, BOOK, utc('2027-01-03T23:59:59.999Z'));
  expect(balance.accounts.map((each) => [each.account.code, each.balanceMinor])).toEqual([
    ['bank', 15n],
    ['energy_sales', -15n],
    ['vendor_float:1', 0n],
  ]);
});

test('days and blocks are never changed', async () => {
  await earn(5n, utc('2027-01-01T12:00:00Z'));
  await closeDays(fixture.database, BOOK, { timeZone: 'UTC', upTo: utc('2027-01-02T00:00:00Z') });
  const columns = { ledger_day: 'day', account_day: 'day', ledger_block: 'format' };
  for (const [table, column] of Object.entries(columns)) {
    for (const change of [
      `update ${table} set ${column} = ${column}`,
      `delete from ${table}`,
      `truncate ${table}`,
    ]) {
      expect(await failure(fixture.sql(change)), change).toBe('WVL02');
    }
  }
});

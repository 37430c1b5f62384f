import type { AccountId } from '@wattvend/ledger/account.js';
import { areBalanced, checkBooks } from '@wattvend/ledger/books.js';
import { ACCOUNT_NOT_IN_LEDGER, findEntry } from '@wattvend/ledger/entry.js';
import { reserve } from '@wattvend/ledger/reservation.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { month, monthOf } from '@wattvend/quantities/month.js';
import { instant } from '@wattvend/quantities/time.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  BANK,
  createLedgerFixture,
  entry,
  FLOAT,
  FOREIGN,
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

const sale = (money: bigint, more = {}) =>
  entry(
    [
      [FLOAT, money],
      [SALES, -money],
    ],
    more,
  );

const isBalanced = async () => areBalanced(await checkBooks(fixture.database, UTILITY));

test('a deposit fills the float and can be read back', async () => {
  const paid = await fixture.deposit(500n);
  expect(await fixture.available()).toBe(500n);
  const found = {
    entryId: paid.entryId,
    ledgerId: LEDGER,
    kind: 'deposit',
    month: 202_701,
    postedAt: NOW,
    postings: paid.postings,
  };
  expect(await findEntry(fixture.database, UTILITY, paid.entryId)).toEqual(found);
  expect(await findEntry(fixture.database, UTILITY, paid.entryId, monthOf(NOW))).toEqual(found);
  expect(await findEntry(fixture.database, UTILITY, paid.entryId, month(202_702))).toBeNull();
  expect(await findEntry(fixture.database, UTILITY, newId())).toBeNull();
});

test('money set aside cannot be spent twice, and posting it spends it once', async () => {
  await fixture.deposit(500n);
  const id = newId();
  await fixture.setAside(id, 400n);
  expect(await fixture.available()).toBe(100n);
  expect(await failure(fixture.setAside(newId(), 101n))).toBe('account_limit_floor');
  const sold = sale(400n, { entryId: id, resolvesReservation: true });
  await fixture.post([sold]);
  expect(await fixture.available()).toBe(100n);
  expect(await failure(fixture.post([sold]))).toBe('entry_202701_pkey');
  expect(await failure(fixture.giveBack(id))).toBe('WVL01');
  expect(await isBalanced()).toBe(true);
});

test('an entry kept under the month of its request is posted once, even a month later', async () => {
  await fixture.deposit(500n);
  const sold = sale(100n);
  const nextMonth = instant(Date.UTC(2027, 1, 3));
  await fixture.post([sold], nextMonth);
  expect(await failure(fixture.post([sold], NOW))).toBe('entry_202701_pkey');
  const found = await findEntry(fixture.database, UTILITY, sold.entryId);
  expect(found).toMatchObject({ month: 202_701, postedAt: nextMonth });
});

test('entries with different numbers of legs keep their own', async () => {
  const two = sale(40n);
  const four = entry([
    [BANK, 100n],
    [FLOAT, -70n],
    [SALES, -20n],
    [SALES, -10n],
  ]);
  const three = entry([
    [BANK, 9n],
    [SALES, -4n],
    [FLOAT, -5n],
  ]);
  await fixture.post([four, two, three]);
  for (const each of [two, four, three]) {
    const found = await findEntry(fixture.database, UTILITY, each.entryId);
    expect(found?.postings).toEqual(each.postings);
  }
  expect(await fixture.available()).toBe(70n - 40n + 5n);
  expect(await isBalanced()).toBe(true);
});

test('money given back can be spent, and its reservation is over', async () => {
  await fixture.deposit(500n);
  const id = newId();
  await fixture.setAside(id, 500n);
  await fixture.giveBack(id);
  expect(await fixture.available()).toBe(500n);
  const late = sale(500n, { entryId: id, resolvesReservation: true });
  expect(await failure(fixture.post([late]))).toBe('WVL01');
  expect(await failure(fixture.giveBack(id))).toBe('WVL01');
  expect(await fixture.available()).toBe(500n);
});

test('a float is not overdrawn by an entry either', async () => {
  await fixture.deposit(100n);
  expect(await failure(fixture.post([sale(101n)]))).toBe('account_limit_floor');
  expect(await fixture.available()).toBe(100n);
});

test('a reservation on an account without a limit is refused', async () => {
  const work = fixture.database.transaction(async (tx) => {
    const reservation = { reservationId: newId(), accountId: BANK, money: minorUnits(5n) };
    await reserve(tx, UTILITY, [reservation], NOW);
  });
  expect(await failure(work)).toBe('WVL01');
});

test('an entry that does not sum to zero is a bug of the caller', async () => {
  const unbalanced = entry([
    [BANK, 5n],
    [SALES, -4n],
  ]);
  const lonely = entry([[BANK, 5n]]);
  const empty = entry([
    [BANK, 0n],
    [SALES, 0n],
  ]);
  for (const wrong of [unbalanced, lonely, empty]) {
    await expect(fixture.post([wrong])).rejects.toThrow(RangeError);
  }
  expect((await checkBooks(fixture.database, UTILITY)).entries).toBe(0);
});

test('an account of another ledger cannot take part, and takes the whole batch down', async () => {
  const mixed = entry([
    [BANK, 5n],
    [FOREIGN, -5n],
  ]);
  const unknown = entry([
    [BANK, 5n],
    [newId() as AccountId, -5n],
  ]);
  const good = entry([
    [BANK, 5n],
    [SALES, -5n],
  ]);
  expect(await failure(fixture.post([good, mixed]))).toBe(ACCOUNT_NOT_IN_LEDGER);
  expect(await failure(fixture.post([good, unknown]))).toBe(ACCOUNT_NOT_IN_LEDGER);
  expect((await checkBooks(fixture.database, UTILITY)).entries).toBe(0);
});

test('many at once cannot take more than there is', async () => {
  await fixture.deposit(1000n);
  const attempts = Array.from({ length: 40 }, () => failure(fixture.setAside(newId(), 100n)));
  const outcomes = await Promise.all(attempts);
  expect(outcomes.filter((outcome) => outcome === 'nothing failed')).toHaveLength(10);
  expect(outcomes.filter((outcome) => outcome === 'account_limit_floor')).toHaveLength(30);
  expect(await fixture.available()).toBe(0n);
  expect(await isBalanced()).toBe(true);
});

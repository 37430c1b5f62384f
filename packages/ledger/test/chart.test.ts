import type { Account, AccountId } from '@wattvend/ledger/account.js';
import { findAccounts, openAccount, readLimits, setFloor } from '@wattvend/ledger/account.js';
import { areBalanced, checkBooks } from '@wattvend/ledger/books.js';
import { ACCOUNT_GROUPS, CHART, ensureChart, openChart } from '@wattvend/ledger/chart.js';
import { findEntry } from '@wattvend/ledger/entry.js';
import { findExchange, type NewExchange, postExchange } from '@wattvend/ledger/exchange.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { monthOf } from '@wattvend/quantities/month.js';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  BANK,
  BOOK,
  createLedgerFixture,
  FLOAT,
  FOREIGN,
  failure,
  LEDGER,
  type LedgerFixture,
  NOW,
  newId,
  OTHER_LEDGER,
  UTILITY,
} from './ledger-fixture.ts';

let fixture: LedgerFixture;
beforeEach(async () => {
  fixture = await createLedgerFixture();
});
afterEach(() => fixture.drop());

const newAccountId = (): AccountId => newId() as AccountId;
const ensure = (book = BOOK) =>
  fixture.database.transaction((tx) => ensureChart(tx, book, newAccountId));

test('every code of the chart stands once, and every group has a name', () => {
  const codes = CHART.map((line) => line.code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const { group } of CHART) {
    if (group !== null) expect(Object.keys(ACCOUNT_GROUPS)).toContain(group);
  }
});

test('a ledger gets the accounts it lacks and keeps those it has', async () => {
  expect(await ensure()).toBe(CHART.length - 2);
  const accounts = await findAccounts(fixture.database, BOOK);
  expect(accounts.get('bank')?.accountId).toBe(BANK);
  expect(accounts.get('refunds')).toMatchObject({ kind: 'income', normalSide: 'debit' });
  for (const line of CHART) expect(accounts.has(line.code), line.code).toBe(true);
  expect(await ensure()).toBe(0);
  expect(await findAccounts(fixture.database, BOOK)).toEqual(accounts);
});

test('two servers that open the chart at once open each account once', async () => {
  const book = { utilityId: UTILITY, ledgerId: OTHER_LEDGER };
  const opened = await Promise.all([ensure(book), ensure(book), ensure(book), ensure(book)]);
  expect(opened.reduce((sum, each) => sum + each, 0)).toBe(CHART.length - 1);
  expect((await findAccounts(fixture.database, book)).size).toBe(CHART.length);
});

test('accounts are found by code, and an unknown code is not there', async () => {
  const found = await findAccounts(fixture.database, BOOK, ['bank', 'nothing']);
  expect([...found.keys()]).toEqual(['bank']);
});

test('the chart is opened under ids of the caller, and nothing outside it', async () => {
  const accountId = newAccountId();
  const open = (ids: Record<string, AccountId>) =>
    fixture.database.transaction((tx) => openChart(tx, BOOK, ids));
  await open({ penalties: accountId });
  const found = await findAccounts(fixture.database, BOOK, ['penalties']);
  expect(found.get('penalties')).toMatchObject({ accountId, kind: 'income', group: null });
  await expect(open({ nothing: accountId })).rejects.toThrow(RangeError);
});

test('an account without a kind is an asset or a liability by its side', async () => {
  const kinds: Account['kind'][] = [];
  for (const normalSide of ['debit', 'credit'] as const) {
    const account = { ...BOOK, accountId: newAccountId(), code: normalSide, name: 'A', normalSide };
    await fixture.database.transaction((tx) => openAccount(tx, account));
    const found = await findAccounts(fixture.database, BOOK, [normalSide]);
    const kind = found.get(normalSide)?.kind;
    if (kind !== undefined) kinds.push(kind);
  }
  expect(kinds).toEqual(['asset', 'liability']);
});

test('a floor below zero is credit, and it is not raised above what is used', async () => {
  const set = (floor: bigint, accountId = FLOAT) =>
    fixture.database.transaction((tx) =>
      setFloor(tx, { utilityId: UTILITY, accountId, floor: minorUnits(floor) }),
    );
  await fixture.deposit(100n);
  expect(await set(-500n)).toEqual({ kind: 'set' });
  expect(await fixture.available()).toBe(600n);
  await fixture.setAside(newId(), 400n);
  expect(await set(-299n)).toEqual({ kind: 'refused', refusal: 'floor_above_available' });
  expect(await set(-300n)).toEqual({ kind: 'set' });
  expect(await fixture.available()).toBe(0n);
  const limits = await readLimits(fixture.database, UTILITY, [FLOAT]);
  expect(limits.get(FLOAT)?.floor).toBe(-300n);
  expect(await set(0n, BANK)).toEqual({ kind: 'refused', refusal: 'account_has_no_limit' });
});

function exchangeOf(paid: bigint, received: bigint, more: Partial<NewExchange> = {}): NewExchange {
  return {
    utilityId: UTILITY,
    exchangeId: newId(),
    month: monthOf(NOW),
    from: { ledgerId: LEDGER, accountId: BANK, money: minorUnits(paid) },
    to: { ledgerId: OTHER_LEDGER, accountId: FOREIGN, money: minorUnits(received) },
    ...more,
  };
}

const change = (exchange: NewExchange) =>
  fixture.database.transaction((tx) => postExchange(tx, exchange, newAccountId, NOW));

test('money changes its currency by two entries that name each other', async () => {
  const exchange = exchangeOf(-13_000n, 100n);
  await change(exchange);
  const found = await findExchange(fixture.database, UTILITY, exchange.exchangeId);
  expect(found).toMatchObject({
    exchangedAt: NOW,
    from: { ledgerId: LEDGER, money: 13_000n },
    to: { ledgerId: OTHER_LEDGER, money: 100n },
  });
  const here = await findAccounts(fixture.database, BOOK, ['exchange:XXX']);
  const there = { utilityId: UTILITY, ledgerId: OTHER_LEDGER };
  const foreign = await findAccounts(fixture.database, there, ['exchange:XTS']);
  const paid = await findEntry(fixture.database, UTILITY, found?.from.entryId ?? '');
  expect(paid).toMatchObject({ ledgerId: LEDGER, kind: 'exchange' });
  expect(paid?.postings).toEqual([
    { accountId: BANK, money: -13_000n },
    { accountId: here.get('exchange:XXX')?.accountId, money: 13_000n },
  ]);
  const received = await findEntry(fixture.database, UTILITY, found?.to.entryId ?? '');
  expect(received?.ledgerId).toBe(OTHER_LEDGER);
  expect(received?.postings).toEqual([
    { accountId: FOREIGN, money: 100n },
    { accountId: foreign.get('exchange:XTS')?.accountId, money: -100n },
  ]);
  expect(areBalanced(await checkBooks(fixture.database, UTILITY))).toBe(true);
});

test('an exchange happens once for each id, and not at all when half of it fails', async () => {
  const exchange = exchangeOf(-13_000n, 100n);
  await change(exchange);
  expect(await failure(change(exchange))).toBe('exchange_pkey');
  expect(
    await failure(change({ ...exchange, to: { ...exchange.to, money: minorUnits(1n) } })),
  ).toBe('exchange_pkey');
  const wrong = exchangeOf(-5n, 5n, {
    to: { ledgerId: OTHER_LEDGER, accountId: BANK, money: minorUnits(5n) },
  });
  expect(await failure(change(wrong))).toBe('WVL04');
  expect((await checkBooks(fixture.database, UTILITY)).entries).toBe(2);
  expect(await findExchange(fixture.database, UTILITY, wrong.exchangeId)).toBeNull();
});

test('an exchange of one currency, of nothing, or with both sides on one side is a bug', async () => {
  const within = exchangeOf(-5n, 5n, {
    to: { ledgerId: LEDGER, accountId: FLOAT, money: minorUnits(5n) },
  });
  for (const wrong of [within, exchangeOf(0n, 5n), exchangeOf(-5n, 0n), exchangeOf(5n, 5n)]) {
    await expect(change(wrong)).rejects.toThrow(RangeError);
  }
});

test('whatever is changed, each currency sums to zero by itself', async () => {
  const amounts = fc.array(fc.tuple(fc.bigInt(1n, 10n ** 12n), fc.bigInt(1n, 10n ** 12n)), {
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(amounts, async (changes) => {
      for (const [paid, received] of changes) await change(exchangeOf(-paid, received));
      const sums = await fixture.sql<{ readonly sum: string }>(
        `select sum(m)::text as sum from entry, unnest(money_minor) m group by ledger_id`,
      );
      expect(sums.every(({ sum }) => sum === '0')).toBe(true);
    }),
    { numRuns: 10 },
  );
});

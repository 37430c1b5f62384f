import { type AccountId, setFloor } from '@wattvend/ledger/account.js';
import {
  type AccountStatement,
  accountStatement,
  type StatementLine,
} from '@wattvend/ledger/account-statement.js';
import { areBalanced, checkBooks } from '@wattvend/ledger/books.js';
import { closeDays } from '@wattvend/ledger/close-days.js';
import type { Entry } from '@wattvend/ledger/entry.js';
import { sealLedger } from '@wattvend/ledger/seal.js';
import { type TrialBalance, trialBalance } from '@wattvend/ledger/trial-balance.js';
import { verifyChain } from '@wattvend/ledger/verify-chain.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { monthOf } from '@wattvend/quantities/month.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  BANK,
  BOOK,
  createLedgerFixture,
  entry,
  FLOAT,
  failure,
  type LedgerFixture,
  NOW,
  newId,
  SALES,
  UTILITY,
} from './ledger-fixture.ts';

const ZONES = ['UTC', 'Asia/Kathmandu', 'America/New_York', 'Pacific/Auckland'] as const;
const HOUR_MS = 3_600_000;

type Step =
  | { readonly do: 'deposit' | 'reserve'; readonly money: bigint }
  | { readonly do: 'sell' | 'give back' | 'sell what is not set aside' }
  | { readonly do: 'move the floor'; readonly money: bigint }
  | { readonly do: 'wait'; readonly forMs: number }
  | { readonly do: 'seal' | 'close days' }
  | { readonly do: 'change the time zone'; readonly zone: (typeof ZONES)[number] };

const money = fc.bigInt({ min: 1n, max: 500n });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('deposit' as const, 'reserve' as const), money }),
  fc.record({
    do: fc.constantFrom(
      'sell' as const,
      'give back' as const,
      'sell what is not set aside' as const,
    ),
  }),
  fc.record({
    do: fc.constant('move the floor' as const),
    money: fc.bigInt({ min: -300n, max: 300n }),
  }),
  fc.record({
    do: fc.constant('wait' as const),
    forMs: fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 40 * HOUR_MS })),
  }),
  fc.record({ do: fc.constantFrom('seal' as const, 'close days' as const) }),
  fc.record({ do: fc.constant('change the time zone' as const), zone: fc.constantFrom(...ZONES) }),
);

interface PostedEntry extends Entry {
  readonly postedAt: number;
}

/** The ledger as it should be, in plain lists and sums. */
class Model {
  readonly posted: PostedEntry[] = [];
  readonly open: { readonly id: string; readonly money: bigint }[] = [];
  float = 0n;
  floor = 0n;
  closedTo = 0;
  now: number = NOW;
  zone: string = 'UTC';

  get available(): bigint {
    return this.float - this.open.reduce((sum, each) => sum + each.money, 0n) - this.floor;
  }

  add(added: Entry): void {
    this.posted.push({ ...added, postedAt: Math.max(this.now, this.closedTo + 1) });
    for (const leg of added.postings) if (leg.accountId === FLOAT) this.float -= leg.money;
  }

  balance(accountId: AccountId, at: number): readonly [debit: bigint, credit: bigint] {
    let debit = 0n;
    let credit = 0n;
    for (const each of this.posted) {
      if (each.postedAt > at) continue;
      for (const leg of each.postings) {
        if (leg.accountId !== accountId) continue;
        if (leg.money > 0n) debit += leg.money;
        else credit -= leg.money;
      }
    }
    return [debit, credit];
  }

  lines(accountId: AccountId, from: number, to: number): readonly PostedEntry[] {
    return this.posted
      .filter(({ postedAt }) => postedAt >= from && postedAt <= to)
      .filter(({ postings }) => postings.some((leg) => leg.accountId === accountId))
      .sort((a, b) => a.postedAt - b.postedAt || (a.entryId < b.entryId ? -1 : 1));
  }
}

const sale = (price: bigint, model: Model, more: Partial<Entry>): Entry =>
  entry(
    [
      [FLOAT, price],
      [SALES, -price],
    ],
    { month: monthOf(instant(model.now)), ...more },
  );

async function act(fixture: LedgerFixture, model: Model, next: Step): Promise<void> {
  const { database } = fixture;
  const now = instant(model.now);
  switch (next.do) {
    case 'deposit':
      model.add(await fixture.deposit(next.money, now));
      return;
    case 'reserve': {
      const id = newId();
      const fits = next.money <= model.available;
      const answer = await failure(fixture.setAside(id, next.money));
      expect(answer).toBe(fits ? 'nothing failed' : 'account_limit_floor');
      if (fits) model.open.push({ id, money: next.money });
      return;
    }
    case 'sell': {
      const reserved = model.open.shift();
      if (reserved === undefined) return;
      const sold = sale(reserved.money, model, { entryId: reserved.id, resolvesReservation: true });
      await fixture.post([sold], now);
      model.add(sold);
      expect(await failure(fixture.giveBack(reserved.id))).toBe('WVL01');
      return;
    }
    case 'give back': {
      const reserved = model.open.shift();
      if (reserved === undefined) return;
      await fixture.giveBack(reserved.id);
      const again = sale(reserved.money, model, {
        entryId: reserved.id,
        resolvesReservation: true,
      });
      expect(await failure(fixture.post([again], now))).toMatch(/^WVL01$|^account_limit_floor$/);
      return;
    }
    case 'sell what is not set aside': {
      const sold = sale(7n, model, {});
      const fits = model.available >= 7n;
      const answer = await failure(fixture.post([sold], now));
      expect(answer).toBe(fits ? 'nothing failed' : 'account_limit_floor');
      if (fits) model.add(sold);
      return;
    }
    case 'move the floor': {
      const fits = model.available + model.floor >= next.money;
      const order = { utilityId: UTILITY, accountId: FLOAT, floor: minorUnits(next.money) };
      const answer = await database.transaction((tx) => setFloor(tx, order));
      expect(answer.kind).toBe(fits ? 'set' : 'refused');
      if (fits) model.floor = next.money;
      return;
    }
    case 'wait':
      model.now += next.forMs;
      return;
    case 'seal':
      model.closedTo = Math.max(model.closedTo, model.now);
      expect(await sealLedger(database, BOOK, now, { blockEntries: 3 })).toMatchObject({
        closedTo: model.closedTo,
      });
      return;
    case 'close days': {
      await closeDays(database, BOOK, { timeZone: model.zone, upTo: now });
      const { closedTo } = await sealLedger(database, BOOK, instant(model.closedTo));
      expect(closedTo).toBeLessThanOrEqual(Math.max(model.now, model.closedTo));
      model.closedTo = closedTo;
      return;
    }
    case 'change the time zone':
      model.zone = next.zone;
      return;
  }
}

const amounts = ({ accounts }: TrialBalance) =>
  Object.fromEntries(
    accounts.map((each) => [each.account.accountId, [each.debitMinor, each.creditMinor]]),
  );

/** The same question in the plainest SQL there is. */
async function plainSums(fixture: LedgerFixture, at: Instant): Promise<Record<string, unknown>> {
  const rows = await fixture.sql<Record<'id' | 'debit' | 'credit', string>>(`
    select a.account_id as id,
      coalesce(sum(greatest(money, 0)), 0)::text as debit,
      coalesce(sum(greatest(-money, 0)), 0)::text as credit
    from account a left join (
      select unnest(account_ids) as account_id, unnest(money_minor) as money
      from entry where posted_at_ms <= ${at}) as legs using (account_id)
    where a.ledger_id = '${BOOK.ledgerId}' group by a.account_id`);
  return Object.fromEntries(rows.map((row) => [row.id, [BigInt(row.debit), BigInt(row.credit)]]));
}

async function wholeStatement(
  fixture: LedgerFixture,
  order: { readonly accountId: AccountId; readonly from: Instant; readonly to: Instant },
): Promise<{ readonly pages: readonly AccountStatement[]; readonly lines: StatementLine[] }> {
  const pages: AccountStatement[] = [];
  for (;;) {
    const after = pages.at(-1)?.next ?? null;
    const page = await accountStatement(fixture.database, BOOK, { ...order, after, limit: 3 });
    pages.push(page);
    if (page.next === null) return { pages, lines: pages.flatMap(({ lines }) => lines) };
  }
}

async function compareStatement(
  fixture: LedgerFixture,
  model: Model,
  order: { readonly accountId: AccountId; readonly from: Instant; readonly to: Instant },
): Promise<void> {
  const { pages, lines } = await wholeStatement(fixture, order);
  const expected = model.lines(order.accountId, order.from, order.to);
  expect(lines.map(({ entryId }) => entryId)).toEqual(expected.map(({ entryId }) => entryId));
  const [debit, credit] = model.balance(order.accountId, order.from - 1);
  let balance = debit - credit;
  expect(pages[0]?.openingMinor).toBe(balance);
  for (const line of lines) {
    balance += line.debitMinor - line.creditMinor;
    expect(line.balanceMinor).toBe(balance);
  }
  for (const [index, page] of pages.entries()) {
    if (index > 0) expect(page.openingMinor).toBe(pages[index - 1]?.closingMinor);
  }
  expect(pages.at(-1)?.closingMinor).toBe(balance);
  const [debits, credits] = model.balance(order.accountId, order.to);
  expect(balance).toBe(debits - credits);
}

test('whatever happens, the books are those of a plain list of entries, at every instant', async () => {
  const history = fc.array(step, { minLength: 15, maxLength: 60 });
  const moments = fc.array(fc.double({ min: -0.1, max: 1.1, noNaN: true }), {
    minLength: 3,
    maxLength: 3,
  });
  const property = fc.asyncProperty(history, moments, async (steps, fractions) => {
    const fixture = await createLedgerFixture();
    try {
      const { database } = fixture;
      const model = new Model();
      const closed: TrialBalance[] = [];
      for (const next of steps) {
        await act(fixture, model, next);
        if (next.do !== 'seal' && next.do !== 'close days') continue;
        const balance = await trialBalance(database, BOOK, instant(model.closedTo));
        expect(balance.isFinal).toBe(true);
        closed.push(balance);
      }
      const span = model.now - NOW;
      const instants = fractions.map((each) => instant(Math.round(NOW + each * span)));
      for (const at of [...instants, ...model.posted.map((each) => instant(each.postedAt))]) {
        const balance = await trialBalance(database, BOOK, at);
        const found = amounts(balance);
        expect(found).toEqual(await plainSums(fixture, at));
        for (const accountId of [BANK, FLOAT, SALES]) {
          expect(found[accountId]).toEqual(model.balance(accountId, at));
        }
        expect(balance.debitMinor).toBe(balance.creditMinor);
        expect(balance.isFinal).toBe(at <= model.closedTo);
      }
      // What was closed once is the same for ever.
      for (const each of closed) expect(await trialBalance(database, BOOK, each.at)).toEqual(each);
      const [one = instant(NOW), other = instant(NOW)] = instants;
      const range = { from: instant(Math.min(one, other)), to: instant(Math.max(one, other)) };
      const life = { from: instant(NOW - HOUR_MS), to: instant(NOW + 100 * 24 * HOUR_MS) };
      for (const order of [range, life]) {
        await compareStatement(fixture, model, { accountId: FLOAT, ...order });
      }
      expect(await fixture.available()).toBe(model.available);
      for (const extent of ['since the last closed day', 'whole'] as const) {
        const books = await checkBooks(database, UTILITY, extent);
        expect(books.entries).toBe(model.posted.length);
        expect(areBalanced(books)).toBe(true);
      }
      expect((await verifyChain(database, BOOK)).faults).toEqual([]);
    } finally {
      await fixture.drop();
    }
  });
  await fc.assert(property, { numRuns: 30 });
}, 120_000);

/**
 * Random days of a vendor against books kept by the test itself: the statement is the ledger, floors
 * are never broken, a day closed twice is closed once, and every commission can be explained.
 */
import { checkBooks } from '@wattvend/ledger/books.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { instant } from '@wattvend/quantities/time.js';
import { basisPoints } from '@wattvend/tariff/tariff.js';
import { closeShift } from '@wattvend/vending/close-shift.js';
import { putCommissionVersion } from '@wattvend/vending/commission-rules.js';
import { changeCreditLimit } from '@wattvend/vending/credit-limit.js';
import { reverseDeposit } from '@wattvend/vending/deposit-reversal.js';
import { closeDay } from '@wattvend/vending/end-of-day.js';
import { findOpenShift, openShift } from '@wattvend/vending/shifts.js';
import {
  type StatementCursor,
  type StatementLine,
  statementBalances,
  statementLines,
} from '@wattvend/vending/statement.js';
import type { UserId } from '@wattvend/vending/users.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import { setVendorSettings } from '@wattvend/vending/vendors.js';
import { verifyDay } from '@wattvend/vending/verify-day.js';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UTILITY } from './utility-fixture.ts';
import {
  AUTHOR,
  createVendorFixture,
  deposit,
  newId,
  newOperator,
  newVendor,
  sell,
  type VendorFixture,
} from './vendor-fixture.ts';

let fixture: VendorFixture;
beforeAll(async () => {
  fixture = await createVendorFixture();
});
afterAll(async () => {
  await fixture.desk.drained();
  await fixture.close();
});

const HISTORIES = 40;
const DAY_MS = 24 * 3_600_000;
const NAIROBI_MS = 3 * 3_600_000;

type Step =
  | { readonly kind: 'sale'; readonly money: bigint }
  | { readonly kind: 'deposit'; readonly money: bigint }
  | { readonly kind: 'reversal'; readonly which: number; readonly approved: boolean }
  | { readonly kind: 'limit'; readonly money: bigint }
  | { readonly kind: 'shift'; readonly off: bigint }
  | { readonly kind: 'night' };

const money = (max: bigint) => fc.bigInt({ min: 1_000n, max });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('sale' as const), money: money(9_000n) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('deposit' as const), money: money(20_000n) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('reversal' as const),
      which: fc.nat(5),
      approved: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('limit' as const),
      money: fc.bigInt({ min: 0n, max: 20_000n }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('shift' as const),
      off: fc.bigInt({ min: -300n, max: 300n }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('night' as const) }) },
);

/** What the test knows by itself, in the order in which it happened. */
interface Books {
  readonly moves: { readonly day: string; readonly kind: string; readonly money: bigint }[];
  readonly deposits: { readonly id: string; readonly money: bigint; reversed: boolean }[];
  readonly sales: { readonly day: string; readonly money: bigint }[];
  /** Sold in the open shift; null while none is open. */
  till: bigint | null;
  limit: bigint;
}

interface Told {
  readonly vendorId: VendorId;
  readonly operator: { readonly userId: UserId; readonly name: string };
  readonly rate: bigint;
  readonly fixed: bigint;
  readonly books: Books;
}

function today(): string {
  return new Date(fixture.now + NAIROBI_MS).toISOString().slice(0, 10);
}

function balance(books: Books): bigint {
  return books.moves.reduce((sum, move) => sum + move.money, 0n);
}

/** Half up, by remainder; the platform's own way is another. */
function earned(told: Told, sale: bigint): bigint {
  const exact = sale * told.rate;
  const share = exact / 10_000n + (exact % 10_000n >= 5_000n ? 1n : 0n);
  return share + told.fixed > sale ? sale : share + told.fixed;
}

async function take(told: Told, each: Step): Promise<void> {
  const { vendorId, books } = told;
  fixture.now = instant(fixture.now + 61_000);
  const day = today();
  switch (each.kind) {
    case 'sale': {
      const before = await fixture.vendor(vendorId);
      const answer = await sell(fixture, vendorId, each.money, told.operator.userId);
      const enough = balance(books) - each.money >= before.floor;
      expect(answer.kind).toBe(enough ? 'vend' : 'refused');
      if (answer.kind === 'refused') return;
      books.moves.push({ day, kind: 'sale', money: -each.money });
      books.sales.push({ day, money: each.money });
      if (books.till !== null) books.till += each.money;
      return;
    }
    case 'deposit': {
      const id = newId();
      await deposit(fixture, vendorId, each.money, { depositId: id });
      books.moves.push({ day, kind: 'deposit', money: each.money });
      books.deposits.push({ id, money: each.money, reversed: false });
      return;
    }
    case 'reversal':
      return await reverse(told, each);
    case 'limit': {
      const change = {
        changeId: newId(),
        vendorId,
        limit: minorUnits(each.money),
        reason: 'history',
        requestedBy: 'maker',
        approvedBy: 'checker',
      };
      const { database } = fixture.scratch;
      const answer = await changeCreditLimit(database, fixture.utility, change, fixture.now);
      expect(answer.kind).toBe(balance(books) < -each.money ? 'refused' : 'changed');
      if (answer.kind === 'changed') books.limit = each.money;
      return;
    }
    case 'shift':
      return await turnShift(told, each.off);
    case 'night':
      return await night(told);
  }
}

async function reverse(
  { vendorId, books }: Told,
  { which, approved }: Step & { readonly kind: 'reversal' },
): Promise<void> {
  const chosen = books.deposits[which];
  if (chosen === undefined) return;
  const day = today();
  const { floor } = await fixture.vendor(vendorId);
  const reversal = {
    reversalId: newId(),
    depositId: chosen.id,
    vendorId,
    reason: 'history',
    requestedBy: 'maker',
    approvedBy: approved ? 'checker' : null,
  };
  const { database } = fixture.scratch;
  const answer = await reverseDeposit(database, fixture.utility, reversal, fixture.now);
  const isCovered = balance(books) - chosen.money >= floor;
  const expected = !chosen.reversed && (isCovered || approved);
  expect(answer.kind).toBe(expected ? 'reversed' : 'refused');
  if (!expected) return;
  chosen.reversed = true;
  books.moves.push({ day, kind: 'deposit_reversal', money: -chosen.money });
}

/** Opens a shift, or closes the open one with that much too much or missing. */
async function turnShift({ vendorId, operator, books }: Told, off: bigint): Promise<void> {
  const { database } = fixture.scratch;
  const day = today();
  if (books.till === null) {
    const opening = {
      shiftId: newId(),
      vendorId,
      operatorId: operator.userId,
      cashFloat: minorUnits(500n),
    };
    expect((await openShift(database, UTILITY, opening, fixture.now)).kind).toBe('opened');
    books.till = 0n;
    return;
  }
  const shift = await findOpenShift(database, UTILITY, operator.userId);
  const { floor } = await fixture.vendor(vendorId);
  const closing = {
    shiftId: shift?.shiftId ?? '',
    vendorId,
    counted: { cash: minorUnits(500n + books.till + off) },
    by: { userId: newId() as UserId, name: 'supervisor' },
  };
  const answer = await closeShift(database, fixture.utility, closing, fixture.now);
  const fits = balance(books) - off >= floor || off <= 0n;
  expect(answer.kind).toBe(fits ? 'closed' : 'refused');
  if (answer.kind === 'refused') return;
  expect(answer.shift.closed).toMatchObject({ sold: books.till, difference: off });
  books.till = null;
  if (off !== 0n) books.moves.push({ day, kind: 'cash_difference', money: -off });
}

/** The day is over: it is closed at two in the morning, twice. */
async function night(told: Told): Promise<void> {
  const { vendorId, books } = told;
  const day = today();
  const midnight = Date.parse(`${day}T00:00:00Z`) - NAIROBI_MS + DAY_MS;
  fixture.now = instant(midnight + 2 * 3_600_000);
  const { database } = fixture.scratch;
  const request = { vendorId, day, closedBy: 'history' };
  const answers = [
    await closeDay(database, fixture.utility, request, fixture.now),
    await closeDay(database, fixture.utility, request, fixture.now),
  ];
  expect(answers).toMatchObject([{ first: true }, { first: false }]);
  const [first] = answers;
  if (first?.kind !== 'closed' || first.day.closed === null) throw new Error('not closed');
  const ofDay = books.sales.filter((sale) => sale.day === day);
  const commission = ofDay.reduce((sum, sale) => sum + earned(told, sale.money), 0n);
  expect(first.day.closed).toMatchObject({
    vends: ofDay.length,
    tendered: ofDay.reduce((sum, sale) => sum + sale.money, 0n),
    commission,
  });
  const closed = { ...first.day, closed: first.day.closed };
  expect((await verifyDay(database, fixture.utility, closed)).verified).toBe(true);
  if (commission > 0n) books.moves.push({ day: today(), kind: 'commission', money: commission });
}

/** The whole statement, a few lines at a time. */
async function wholeStatement(
  vendorId: VendorId,
  span: { readonly fromDay: string; readonly toDay: string },
): Promise<readonly StatementLine[]> {
  const { database } = fixture.scratch;
  const vendor = await fixture.vendor(vendorId);
  const all: StatementLine[] = [];
  let after: StatementCursor | null = null;
  for (;;) {
    const page = { vendor, span, after, limit: 3 };
    const lines = await statementLines(database, fixture.utility, page);
    const last = lines.at(-1);
    if (last === undefined) return all;
    all.push(...lines);
    after = last;
  }
}

async function checkStatement({ vendorId, books }: Told, firstDay: string): Promise<void> {
  const { database } = fixture.scratch;
  const vendor = await fixture.vendor(vendorId);
  const days = [...new Set([firstDay, ...books.moves.map((move) => move.day), today()])].sort();
  // Once over everything, and once over the later half, which begins with a balance.
  for (const fromDay of [firstDay, days[Math.floor(days.length / 2)] ?? firstDay]) {
    const span = { fromDay, toDay: days.at(-1) ?? firstDay };
    const ends = await statementBalances(database, fixture.utility, { vendor, span });
    const earlier = books.moves.filter((move) => move.day < fromDay);
    expect(ends.opening).toBe(earlier.reduce((sum, move) => sum + move.money, 0n));
    expect(ends.closing).toBe(vendor.posted);
    expect(ends.closing).toBe(balance(books));
    const lines = await wholeStatement(vendorId, span);
    let running: bigint = ends.opening;
    for (const line of lines) {
      running += line.moved;
      expect(line.balance).toBe(running);
    }
    expect(running).toBe(ends.closing);
    const moves = books.moves.filter((move) => move.day >= fromDay);
    const of = (list: readonly { day: string; kind: string }[], kind: string) =>
      list.filter((each) => each.kind === kind).map((each) => each.day);
    for (const kind of ['deposit', 'deposit_reversal', 'commission', 'cash_difference']) {
      expect(of(lines, kind)).toEqual(of(moves, kind));
    }
    expect(of(lines, 'sale')).toEqual([...new Set(of(moves, 'sale'))]);
    for (const line of lines) {
      const same = moves.filter((move) => move.day === line.day && move.kind === line.kind);
      if (line.kind !== 'sale') {
        expect(same.map((move) => move.money)).toContain(line.moved);
      } else {
        expect(line.entries).toBe(same.length);
        expect(line.moved).toBe(same.reduce((sum, move) => sum + move.money, 0n));
      }
      expect(line.document !== null).toBe(line.kind.startsWith('deposit'));
    }
  }
}

async function live(steps: readonly Step[], rate: number, fixed: bigint): Promise<void> {
  // On from where the history before ended, since the tokens of a meter only go forwards.
  fixture.now = instant(Math.ceil(fixture.now / DAY_MS) * DAY_MS + 6 * 3_600_000);
  const firstDay = today();
  const vendorId = await newVendor(fixture, fixture.now);
  const operator = await newOperator(fixture, vendorId);
  const { database } = fixture.scratch;
  const settings = { shiftRequired: false, tillOwner: 'utility' } as const;
  await setVendorSettings(database, UTILITY, { vendorId, settings, author: AUTHOR }, fixture.now);
  const terms = {
    base: 'tendered',
    steps: [{ above: minorUnits(0n), rate: basisPoints(rate) }],
    fixed: minorUnits(fixed),
    least: null,
    most: null,
  } as const;
  const version = {
    vendorId,
    version: 1,
    effectiveFrom: firstDay,
    paid: 'daily',
    rule: { terms, channels: {} },
    addedBy: 'maker',
    approvedBy: 'checker',
  } as const;
  await putCommissionVersion(database, fixture.utility, version, fixture.now);
  const books: Books = { moves: [], deposits: [], sales: [], till: null, limit: 0n };
  const told = { vendorId, operator, rate: BigInt(rate), fixed, books };
  for (const each of steps) {
    await take(told, each);
    const { posted, reserved, floor, creditLimit, suspension } = await fixture.vendor(vendorId);
    expect(posted).toBe(balance(books));
    expect(posted - reserved >= floor).toBe(true);
    expect(creditLimit).toBe(books.limit);
    // The floor lies lower only as long as something is uncovered, and then nobody sells.
    expect(floor < -creditLimit).toBe(suspension !== null);
    if (floor < -creditLimit) expect(floor).toBe(posted - reserved);
  }
  await night(told);
  await checkStatement(told, firstDay);
}

test('the statement is the ledger, floors hold, days are closed once, over random histories', {
  timeout: 300_000,
}, async () => {
  fixture.now = instant(Date.UTC(2016, 0, 1));
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 30 }),
      fc.integer({ min: 0, max: 2_000 }),
      fc.bigInt({ min: 0n, max: 60n }),
      live,
    ),
    { numRuns: HISTORIES },
  );
  const books = await checkBooks(fixture.scratch.database, UTILITY);
  expect(books).toMatchObject({ sum: 0n, entriesUnbalanced: 0, limitsWrong: 0 });
});

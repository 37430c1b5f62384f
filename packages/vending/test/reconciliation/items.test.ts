/** What people do with items, the evidence, the summary by age, and the balance (R1). */
import { randomUUID } from 'node:crypto';
import { findAccounts } from '@wattvend/ledger/account.js';
import { postEntries } from '@wattvend/ledger/entry.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { monthOf } from '@wattvend/quantities/month.js';
import { instant } from '@wattvend/quantities/time.js';
import { depositFloat } from '@wattvend/vending/deposits.js';
import { actOnItem, type ItemAction } from '@wattvend/vending/item-actions.js';
import { readEvidence } from '@wattvend/vending/item-evidence.js';
import { knownPaymentsOf } from '@wattvend/vending/known-payments.js';
import type { PaymentSource } from '@wattvend/vending/payment-source.js';
import { reconciliationBalance } from '@wattvend/vending/reconciliation-balance.js';
import type {
  ReconciliationItem,
  ReconciliationItemId,
} from '@wattvend/vending/reconciliation-item.js';
import { summarise } from '@wattvend/vending/reconciliation-summary.js';
import { createVendDesk } from '@wattvend/vending/vend-desk.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UTILITY, VENDOR, vendRequest } from '../utility-fixture.ts';
import {
  ACTOR,
  createReconciliationWorld,
  DAY,
  known,
  NOW,
  type ReconciliationWorld,
  told,
  uuidOf,
} from './reconciliation-world.ts';

let world: ReconciliationWorld;
beforeAll(async () => {
  world = await createReconciliationWorld();
});
afterAll(() => world.fixture.close());

async function itemOf(source: PaymentSource, id: string): Promise<ReconciliationItem> {
  const items = await world.items(source);
  const found = items.find((item) => item.line?.externalId === id || item.known?.reference === id);
  if (found === undefined) throw new Error(`no item ${id}`);
  return found;
}

async function act(itemId: string, action: ItemAction, actionId: string = randomUUID()) {
  const order = {
    itemId: itemId as ReconciliationItemId,
    actionId,
    action,
    by: 'finance',
    actor: ACTOR,
    now: NOW,
  };
  return await actOnItem(world.database, UTILITY, order);
}

describe('by hand', () => {
  test('a line and a payment are linked into one, which keeps the history of both', async () => {
    const source = await world.addSource();
    await world.bring(source, [{ id: 'X', minor: 500 }]);
    await world.run(source, [known('A', 500)]);
    const [line, payment] = [await itemOf(source, 'X'), await itemOf(source, 'A')];
    const action = { kind: 'link', withItemId: line.itemId, note: null } as const;
    const actionId = randomUUID();
    // Asked from the payment's side; the line's item lives on.
    const answer = await act(payment.itemId, action, actionId);
    expect(answer).toMatchObject({
      kind: 'done',
      first: true,
      item: {
        itemId: line.itemId,
        class: 'matched',
        reason: 'hand',
        resolution: 'linked',
        resolvedAt: NOW,
      },
    });
    expect(await act(payment.itemId, action, actionId)).toEqual({ ...answer, first: false });
    expect(await act(payment.itemId, { ...action, note: 'x' }, actionId)).toMatchObject({
      refusal: 'reconciliation_action_id_conflict',
    });
    expect(told(await world.items(source))).toEqual(['matched hand X A 0']);
    const evidence = await readEvidence(world.database, world.fixture.utility, payment.itemId);
    expect(evidence?.item.absorbedInto).toBe(line.itemId);
    expect(evidence?.events).toMatchObject([
      { action: 'absorbed', by: 'finance', details: { into: line.itemId } },
    ]);
    // The next run leaves it alone.
    await world.run(source, [known('A', 500)]);
    expect(told(await world.items(source))).toEqual(['matched hand X A 0']);
  });

  test('refusals, in order', async () => {
    const source = await world.addSource();
    const other = await world.addSource();
    await world.bring(source, [
      { id: 'X', minor: 500 },
      { id: 'Y', minor: 500 },
      { id: 'M', minor: 1 },
    ]);
    await world.run(source, [known('A', 400), known('M', 1)]);
    await world.run(other, [known('B', 500)]);
    const id = async (name: string, of = source) => (await itemOf(of, name)).itemId;
    const [x, y, a, m, b] = [
      await id('X'),
      await id('Y'),
      await id('A'),
      await id('M'),
      await id('B', other),
    ];
    const link = (withItemId: ReconciliationItemId, note: string | null = null) =>
      ({ kind: 'link', withItemId, note }) as const;
    const explain = (explanation: 'other' | 'bank_charge', note: string | null = null) =>
      ({ kind: 'explain', explanation, note }) as const;
    const cases: readonly (readonly [string, ItemAction, string])[] = [
      [randomUUID(), explain('other'), 'reconciliation_item_not_found'],
      [x, link(randomUUID() as string as ReconciliationItemId), 'reconciliation_item_not_found'],
      [m, explain('other'), 'reconciliation_item_settled'],
      [m, link(a), 'reconciliation_item_settled'],
      [x, link(m), 'reconciliation_item_settled'],
      [
        m,
        { kind: 'wish', wish: 'refund', reference: 'R1', note: null },
        'reconciliation_item_settled',
      ],
      [m, { kind: 'reopen', note: 'why' }, 'reconciliation_item_not_explained'],
      [x, { kind: 'reopen', note: 'why' }, 'reconciliation_item_not_explained'],
      [x, link(y), 'reconciliation_link_sides'],
      [x, link(x), 'reconciliation_link_sides'],
      [x, link(b), 'reconciliation_link_sides'],
      [x, link(a), 'reconciliation_note_missing'],
      [x, explain('other'), 'reconciliation_note_missing'],
    ];
    for (const [item, action, refusal] of cases) {
      expect(await act(item, action), JSON.stringify(action)).toEqual({ kind: 'refused', refusal });
    }
    const before = told(await world.items(source));
    expect(before).toEqual([
      'matched external_id M M 0',
      'paid_no_vend no_vend X - 0',
      'paid_no_vend no_vend Y - 0',
      'vend_no_pay no_payment - A 0',
    ]);
    expect(await act(x, link(a, 'the agent rounded'))).toMatchObject({
      item: { class: 'differs', reason: 'money', difference: 100n, note: 'the agent rounded' },
    });
  });

  test('an item is explained, opened again, and wished for; each is an event', async () => {
    const source = await world.addSource();
    await world.bring(source, [{ id: 'FEE', minor: -1500 }]);
    await world.run(source, []);
    const { itemId } = await itemOf(source, 'FEE');
    await act(itemId, { kind: 'explain', explanation: 'bank_charge', note: null });
    expect(await itemOf(source, 'FEE')).toMatchObject({
      resolution: 'bank_charge',
      resolvedAt: NOW,
      class: 'paid_no_vend',
    });
    await act(itemId, { kind: 'reopen', note: 'it was no charge' });
    expect(await itemOf(source, 'FEE')).toMatchObject({ resolution: null, resolvedAt: null });
    await act(itemId, { kind: 'wish', wish: 'refund', reference: 'CASE-7', note: null });
    expect(await itemOf(source, 'FEE')).toMatchObject({
      resolvedAt: null,
      wish: { wish: 'refund', reference: 'CASE-7' },
    });
    const evidence = await readEvidence(world.database, world.fixture.utility, itemId);
    expect(evidence?.events.map((event) => event.action).sort()).toEqual([
      'explain',
      'reopen',
      'wish',
    ]);
  });

  test('an explained line is left alone by the runs that follow', async () => {
    const source = await world.addSource();
    await world.bring(source, [{ id: 'A', minor: 500 }]);
    await world.run(source, []);
    await act((await itemOf(source, 'A')).itemId, {
      kind: 'explain',
      explanation: 'own_transfer',
      note: null,
    });
    await world.run(source, [known('A', 500)]);
    expect(told(await world.items(source))).toEqual([
      'paid_no_vend no_vend A - 0',
      'vend_no_pay no_payment - A 0',
    ]);
  });

  test('the same link asked for twenty times at once happens once', async () => {
    const source = await world.addSource();
    await world.bring(source, [{ id: 'X', minor: 500 }]);
    await world.run(source, [known('A', 500)]);
    const [line, payment] = [await itemOf(source, 'X'), await itemOf(source, 'A')];
    const actionId = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        act(line.itemId, { kind: 'link', withItemId: payment.itemId, note: null }, actionId),
      ),
    );
    expect(answers.filter((answer) => answer.kind === 'done' && answer.first).length).toBe(1);
    expect(answers.every((answer) => answer.kind === 'done')).toBe(true);
  });
});

describe('suggestions', () => {
  test('the same meter and money within the window are shown, from both sides, and nothing else is', async () => {
    const source = await world.addSource();
    const meter = '01234567897';
    await world.bring(source, [
      { id: 'X', minor: 500, details: `meter ${meter}`, minute: 30 },
      { id: 'Y', minor: 501, meter },
    ]);
    await world.run(source, [
      known('A', 500, { meterNumber: meter }),
      known('B', 500, { meterNumber: '98100000023' }),
      known('C', 500, { meterNumber: meter, at: instant(DAY + 91 * 60_000) }),
      known('X', 500, { id: uuidOf('tried'), hasToken: false }),
    ]);
    const line = await itemOf(source, 'X');
    const ofLine = await readEvidence(world.database, world.fixture.utility, line.itemId);
    expect(
      ofLine?.suggestions.map(({ reference, itemId }) => [reference, itemId !== null]),
    ).toEqual([
      ['A', true],
      ['X', false],
    ]);
    const payment = await itemOf(source, 'A');
    const ofKnown = await readEvidence(world.database, world.fixture.utility, payment.itemId);
    expect(ofKnown?.suggestions).toMatchObject([
      { itemId: line.itemId, kind: 'line', reference: 'X', money: 500n },
    ]);
  });
});

test('the vends and deposits of the database are what is known, and their evidence is complete', async () => {
  const { fixture, database } = world;
  const clock = () => instant(Date.now());
  const desk = createVendDesk({
    database,
    module: fixture.module,
    book: fixture.utility.book,
    clock,
  });
  const payment = { method: 'mobile_money', reference: 'QX77' };
  const request = { ...vendRequest(), payment };
  const sold = await desk.vend(request);
  expect(sold.kind).toBe('vend');
  await desk.drained();
  const cash = vendRequest();
  await desk.vend(cash);
  await desk.drained();
  const depositId = randomUUID();
  const deposit = {
    depositId,
    vendorId: VENDOR,
    money: minorUnits(9000n),
    reference: 'slip 9',
    depositedBy: 'test',
  };
  await depositFloat(database, fixture.utility, deposit, clock());
  const source = await world.addSource({ takesDeposits: true });
  const span = { from: instant(Date.now() - 60_000), to: instant(Date.now() + 60_000) };
  const found = [];
  for await (const portion of knownPaymentsOf(database, UTILITY)(source, span))
    found.push(...portion);
  expect(found).toContainEqual({
    kind: 'vend',
    id: request.vendId,
    reference: 'QX77',
    meterNumber: request.meterNumber,
    vendorId: VENDOR,
    money: 5000n,
    at: expect.any(Number),
    hasToken: true,
  });
  expect(found).toContainEqual(
    expect.objectContaining({ kind: 'deposit', id: depositId, money: 9000n, reference: 'slip 9' }),
  );
  expect(found.some(({ id }) => id === cash.vendId)).toBe(false);
  await world.bring(source, [{ id: 'QX77', minor: 5000 }]);
  await world.run(source, found, span);
  const { itemId } = await itemOf(source, 'QX77');
  const evidence = await readEvidence(database, fixture.utility, itemId);
  expect(evidence?.vend).toMatchObject({
    vendId: request.vendId,
    state: 'posted',
    maskedTokens: [expect.stringMatching(/^\*{16}\d{4}$/)],
  });
  expect(evidence?.entry).toMatchObject({ entryId: request.vendId, kind: 'sale' });
  const slip = await itemOf(source, 'slip 9');
  const ofDeposit = await readEvidence(database, fixture.utility, slip.itemId);
  expect(ofDeposit?.entry).toMatchObject({
    kind: 'deposit',
    postings: [{ money: 9000n }, { money: -9000n }],
  });
});

test('open items are counted by their age, and what is unexplained after a day is told', async () => {
  const source = await world.addSource();
  const minutes = [0, 59, 60, 61, 1440, 1441, 10_080, 10_081];
  const now = instant(DAY + 20 * 86_400_000);
  const lines = minutes.map((ago, index) => ({
    id: `L${index}`,
    minor: 100,
    minute: 20 * 1440 - ago,
  }));
  await world.bring(source, [...lines, { id: 'M', minor: 7, minute: 0 }]);
  await world.run(source, [known('M', 7)]);
  const asked = {
    sourceId: source.sourceId,
    now,
    from: instant(DAY),
    to: instant(DAY + 86_400_000),
  };
  const summary = await summarise(world.database, UTILITY, asked);
  const counted = summary.cells.map((cell) => [cell.class, cell.age, cell.items, cell.money]);
  expect(counted).toEqual([
    ['matched', 'settled', 1, 7n],
    ['paid_no_vend', 'day', 2, 200n],
    ['paid_no_vend', 'hour', 3, 300n],
    ['paid_no_vend', 'older', 1, 100n],
    ['paid_no_vend', 'week', 2, 200n],
  ]);
  expect(summary.unexplainedAfterDay).toBe(3);
});

describe('the balance', () => {
  async function post(source: PaymentSource, id: string, minor: number, at: number): Promise<void> {
    const { book } = world.fixture.utility;
    const { clearingAccount } = source;
    const accounts = await findAccounts(world.database, book, ['energy_sales', clearingAccount]);
    const sales = accounts.get('energy_sales');
    const clearing = accounts.get(clearingAccount);
    if (sales === undefined || clearing === undefined) throw new Error('accounts are missing');
    const money = BigInt(minor);
    const entry = {
      entryId: uuidOf(`entry ${source.sourceId} ${id}`),
      kind: 'sale',
      month: monthOf(instant(at)),
      resolvesReservation: false,
      postings: [
        { accountId: clearing.accountId, money: minorUnits(money) },
        { accountId: sales.accountId, money: minorUnits(-money) },
      ],
    } as const;
    await world.database.transaction((tx) =>
      Promise.all(postEntries(tx, book, [entry], instant(at))),
    );
  }

  test('statements and ledger differ by exactly what the items say', async () => {
    const source = await world.addSource();
    const payments = [
      known('A', 500),
      known('B', 300),
      known('C', 200),
      known('D', 100),
      known('E', 50),
    ];
    for (const { reference, money } of payments)
      await post(source, reference ?? '', Number(money), DAY);
    await world.bring(source, [
      { id: 'A', minor: 500 },
      { id: 'B', minor: 310 },
      { id: 'D', minor: 100 },
      { id: 'D', minor: 100 },
      { id: 'X', minor: 40 },
      { id: 'F', minor: -15 },
      { id: 'E', minor: 50, minute: 10 },
    ]);
    await world.run(source, payments);
    await act((await itemOf(source, 'F')).itemId, {
      kind: 'explain',
      explanation: 'bank_charge',
      note: null,
    });
    await world.bring(source, [{ id: 'N', minor: 3 }]);
    const at = instant(DAY + 5 * 60_000);
    const early = await reconciliationBalance(
      world.database,
      world.fixture.utility.book,
      source,
      at,
    );
    expect(early).toEqual({
      statement: 500n + 310n + 100n + 40n - 15n + 3n,
      fees: 0n,
      ledger: 1150n,
      rest: 0n,
      differences: [
        { class: 'differs', reason: 'money', resolution: null, items: 1, difference: 10n },
        { class: 'not_reconciled', reason: 'no_run', resolution: null, items: 1, difference: 3n },
        {
          class: 'paid_no_vend',
          reason: 'money_went_out',
          resolution: 'bank_charge',
          items: 1,
          difference: -15n,
        },
        { class: 'paid_no_vend', reason: 'no_vend', resolution: null, items: 1, difference: 40n },
        {
          class: 'under_way',
          reason: 'other_side_later',
          resolution: 'matched',
          items: 1,
          difference: -50n,
        },
        {
          class: 'vend_no_pay',
          reason: 'no_payment',
          resolution: null,
          items: 1,
          difference: -200n,
        },
      ],
    });
    // An entry that nobody can explain is what is left over.
    await post(source, 'ghost', 77, DAY);
    expect(
      (await reconciliationBalance(world.database, world.fixture.utility.book, source, NOW)).rest,
    ).toBe(-77n);
  });
});

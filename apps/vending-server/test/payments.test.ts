/** /v1/payments: the form, who may do what, and what each refusal says. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServerWorld, type ServerWorld, type Who } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await createServerWorld();
});
afterAll(() => world.close());

const AGREEMENT = 'c0000000-0000-4000-8000-000000000000';
const PAYMENT = { agreement_id: AGREEMENT, kind: 'connection', payment_minor: '2500' };

let ids = 0;
function newId(): string {
  ids += 1;
  return `ee000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
}

const put = (id: string, body: unknown, as: Who = 'cashier') =>
  world.ask('PUT', `/v1/payments/${id}`, { as, body });

describe('a payment', () => {
  test('is taken once, read and listed, for the own vendor', async () => {
    const id = newId();
    const body = { ...PAYMENT, payment: { method: 'cash', reference: null }, channel: 'counter' };
    const first = await put(id, body);
    expect(first.status).toBe(201);
    expect(first.json).toMatchObject({
      ...{ id, kind: 'connection', agreement_id: AGREEMENT, payment_minor: '2500' },
      ...{ taken_by: 'cashier', reversal: null, debt: null },
    });
    const again = await put(id, body);
    expect([again.status, again.json]).toEqual([200, first.json]);
    const read = await world.ask('GET', `/v1/payments/${id}`, { as: 'auditor' });
    expect(read.json).toEqual(first.json);
    const list = await world.ask('GET', `/v1/payments?agreement_id=${AGREEMENT}`, {
      as: 'cashier',
    });
    expect(list.json.payments).toContainEqual(first.json);
    const foreign = await world.ask('GET', `/v1/payments/${id}`, { as: 'foreign-cashier' });
    expect(foreign.json.code).toBe('payment_not_found');
    const others = await world.ask('GET', '/v1/payments', { as: 'foreign-cashier' });
    expect(others.json.payments).toEqual([]);
  });

  test('of a debt names it, and says how much is owed when it is too much', async () => {
    const debtId = newId();
    const debt = await world.ask('PUT', `/v1/debts/${debtId}`, {
      as: 'finance',
      body: {
        ...{ agreement_id: AGREEMENT, kind: 'connection', name: 'Connection', priority: 1 },
        ...{ principal_minor: '1000', recovery: { kind: 'whole' }, least_minor: '0' },
        ...{ collect_from: '2099-01-01', agreed_on: '2026-01-10', reference: 'form 17' },
      },
    });
    expect(debt.status).toBe(201);
    const body = { ...PAYMENT, kind: 'debt', debt_id: debtId };
    const much = await put(newId(), { ...body, payment_minor: '1001' });
    expect(much.json).toMatchObject({
      ...{ status: 409, code: 'payment_above_debt' },
      detail: 'Only T 10.00 is owed. Take that.',
    });
    const paid = await put(newId(), { ...body, payment_minor: '1000' });
    expect(paid.json).toMatchObject({ debt: { id: debtId, name: 'Connection' } });
    const after = await world.ask('GET', `/v1/debts/${debtId}`, { as: 'finance' });
    expect(after.json).toMatchObject({ owed_minor: '0', state: 'settled' });
  });

  test.each([
    ['no debt for a payment of one', { kind: 'debt' }],
    ['a debt for something else', { debt_id: AGREEMENT }],
    ['money that is no number', { payment_minor: '25.00' }],
    ['a kind nobody knows', { kind: 'bribe' }],
    ['something more', { tip_minor: '1' }],
  ])('with %s is not understood', async (_name, more) => {
    const { json } = await put(newId(), { ...PAYMENT, ...more });
    expect(json).toMatchObject({ status: 400, code: 'request_invalid' });
  });

  test('by whoever has no vendor is not taken', async () => {
    expect((await put(newId(), PAYMENT, 'finance')).json.code).toBe('not_allowed');
  });
});

test('a payment is given back by a supervisor, once', async () => {
  const id = newId();
  await put(id, PAYMENT);
  const body = { reversal_id: newId(), reason: 'typed twice' };
  const back = (more: object = {}, as: Who = 'supervisor') =>
    world.ask('PUT', `/v1/payments/${id}/reversal`, { as, body: { ...body, ...more } });
  expect((await back({}, 'cashier')).json.code).toBe('not_allowed');
  const first = await back();
  expect([first.status, first.json.reversal]).toMatchObject([
    201,
    { id: body.reversal_id, reason: 'typed twice', reversed_by: 'supervisor' },
  ]);
  expect((await back()).status).toBe(200);
  expect((await back({ reversal_id: newId() })).json.code).toBe('payment_reversed');
});

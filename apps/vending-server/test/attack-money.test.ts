/** What a dishonest cashier or supervisor would try with the till, limits and ids used before. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meterAt, OTHER_VENDOR, VENDOR } from '../../../packages/vending/test/utility-fixture.ts';
import { createServerWorld, type ServerWorld, userIdOf, type Who } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await createServerWorld();
});
afterAll(() => world.close());

const agreementAt = (at: number) => `c0000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const put = (path: string, as: Who, body: unknown) => world.ask('PUT', path, { as, body });
const get = (path: string, as: Who) => world.ask('GET', path, { as });

const pay = (more: object = {}, id: string = randomUUID(), as: Who = 'cashier') =>
  put(`/v1/payments/${id}`, as, {
    ...{ agreement_id: agreementAt(0), kind: 'connection', payment_minor: '1000', ...more },
  });

async function makeDebt(at: number, principal_minor = '5000'): Promise<string> {
  const id = randomUUID();
  const { status } = await put(`/v1/debts/${id}`, 'finance', {
    ...{ agreement_id: agreementAt(at), kind: 'connection', name: 'Connection', priority: 1 },
    ...{ principal_minor, recovery: { kind: 'share', share: '50 %' }, least_minor: '0' },
    ...{ collect_from: '2026-01-01', agreed_on: '2026-01-01', reference: 'form 1' },
  });
  expect(status).toBe(201);
  return id;
}

describe('the till of the utility', () => {
  test('hides no missing cash behind a method that nobody paid by', async () => {
    await put(`/v1/vendors/${VENDOR}/settings`, 'supervisor', {
      ...{ shift_required: true, till_owner: 'utility' },
    });
    const id = randomUUID();
    await put(`/v1/shifts/${id}`, 'cashier', { cash_float_minor: '1000' });
    const sale = { meter_number: meterAt(1), tendered_minor: '5000' };
    expect((await put(`/v1/vends/${randomUUID()}`, 'cashier', sale)).status).toBe(201);
    const count = (counted: object) => put(`/v1/shifts/${id}/count`, 'cashier', { counted });
    const hidden = [
      { cash: '1000', voucher: '5000' },
      { cash: '5999', card: '1' },
    ];
    for (const counted of hidden) {
      expect((await count(counted)).json.code).toBe('count_not_confirmed');
    }
    expect((await get(`/v1/shifts/${id}`, 'cashier')).json.closed).toBeNull();
    // Money that was laid into the wrong drawer is somebody else's to confirm, and nothing is lost.
    const confirmed = await put(`/v1/vendors/${VENDOR}/shifts/${id}/count`, 'supervisor', {
      counted: hidden[1],
    });
    expect(confirmed.json.closed).toMatchObject({ difference_minor: '0', closed_by: 'supervisor' });
    await put(`/v1/vendors/${VENDOR}/settings`, 'supervisor', {
      ...{ shift_required: false, till_owner: 'vendor' },
    });
  });
});

describe('what an operator may take on a day', () => {
  const limits = (most_per_day_minor: string | null) =>
    put(`/v1/vendors/${VENDOR}/operators/${userIdOf('cashier')}/limits`, 'supervisor', {
      ...{ most_tendered_minor: null, most_per_day_minor, most_vends_per_day: null },
    });

  test('is what sales and payments come to together, also when many ask at once', async () => {
    // What was sold in this file before counts as well.
    const before = (await get('/v1/vends?limit=100', 'cashier')).json.vends.reduce(
      (sum: number, { tendered_minor }: { tendered_minor: string }) => sum + Number(tendered_minor),
      0,
    );
    expect((await limits(String(before + 3000))).status).toBe(200);
    const taken = await Promise.all(Array.from({ length: 6 }, () => pay()));
    const ids = taken.filter(({ status }) => status === 201).map(({ json }) => json.id);
    const codes = taken.filter(({ status }) => status !== 201).map(({ json }) => json.code);
    expect([ids.length, codes]).toEqual([3, Array(3).fill('operator_limit_exceeded')]);
    const sale = { meter_number: meterAt(2), tendered_minor: '1000' };
    const refused = await put(`/v1/vends/${randomUUID()}`, 'cashier', sale);
    expect(refused.json.code).toBe('operator_limit_exceeded');
    // What was given back may be taken again.
    const reversal = { reversal_id: randomUUID(), reason: 'typed twice' };
    await put(`/v1/payments/${ids[0]}/reversal`, 'supervisor', reversal);
    expect((await put(`/v1/vends/${randomUUID()}`, 'cashier', sale)).status).toBe(201);
    await limits(null);
  });
});

describe('an id that was used before', () => {
  test('gives no second payment back, and is no fault of the server', async () => {
    const [one, two] = [(await pay()).json.id, (await pay()).json.id];
    const reversal = { reversal_id: randomUUID(), reason: 'typed twice' };
    expect((await put(`/v1/payments/${one}/reversal`, 'supervisor', reversal)).status).toBe(201);
    const second = await put(`/v1/payments/${two}/reversal`, 'supervisor', reversal);
    expect([second.status, second.json.code]).toEqual([409, 'payment_reversal_id_conflict']);
    expect((await get(`/v1/payments/${two}`, 'cashier')).json.reversal).toBeNull();
  });

  test('of somebody else’s payment, deposit or vend is a conflict', async () => {
    const id = randomUUID();
    await pay({}, id);
    expect((await pay({}, id, 'foreign-cashier')).json.code).toBe('payment_id_conflict');
    expect((await pay({}, id, 'api-key')).status).toBe(200);
    const sale = { meter_number: meterAt(3), tendered_minor: '1000' };
    const vend = randomUUID();
    const sold = await put(`/v1/vends/${vend}`, 'cashier', sale);
    const stolen = await put(`/v1/vends/${vend}`, 'foreign-cashier', sale);
    expect([stolen.status, stolen.json.code]).toEqual([409, 'vend_id_conflict']);
    expect(stolen.text).not.toContain(sold.json.tokens[0].digits);
    const claim = await put(`/v1/free-units/${vend}`, 'cashier', { meter_number: meterAt(3) });
    expect(claim.json.code).toBe('vend_id_conflict');
    const wrong = { ...sale, meter_number: '00000000000' };
    expect((await put(`/v1/vends/${vend}`, 'foreign-cashier', wrong)).json.code).toBe(
      'vend_id_conflict',
    );
    const deposit = { deposit_minor: '1', reference: 'r' };
    const slip = randomUUID();
    await put(`/v1/vendors/${VENDOR}/deposits/${slip}`, 'supervisor', deposit);
    const other = await put(`/v1/vendors/${OTHER_VENDOR}/deposits/${slip}`, 'supervisor', deposit);
    expect(other.json.code).toBe('deposit_id_conflict');
  });

  test('does not keep a write-off from being approved', async () => {
    const debt = await makeDebt(4);
    const order = randomUUID();
    const asked = { write_off_minor: '1000', reason: 'old', document_reference: null };
    await put(`/v1/debts/${debt}/write-offs/${order}`, 'finance', asked);
    // Whoever would rather not see it written off changes the debt under the id of the order.
    const change = { change: { kind: 'resumed' }, reason: 'r' };
    const changed = await put(`/v1/debts/${debt}/changes/${order}`, 'customer_officer', change);
    expect(changed.status).toBe(201);
    const body = { decision: 'approved', reason: null };
    const url = `/v1/approvals/${order}/decision`;
    const decided = await world.ask('POST', url, { as: 'finance_checker', body });
    expect([decided.status, decided.json.state]).toEqual([200, 'approved']);
    const { json } = await get(`/v1/debts/${debt}`, 'finance');
    expect(json.owed_minor).toBe('4000');
  });

  test('of one batch is of no other vendor’s batch', async () => {
    const shift = randomUUID();
    await put(`/v1/shifts/${shift}`, 'foreign-cashier', { cash_float_minor: '0' });
    const url = `/v1/vendors/${OTHER_VENDOR}/shifts/${shift}/count`;
    expect((await put(url, 'supervisor', { counted: { cash: '0' } })).status).toBe(201);
    const batch = randomUUID();
    const sales = (vendor: string, id = batch) =>
      put(`/v1/vendors/${vendor}/sales-batches/${id}`, 'supervisor', { shift_ids: [shift] });
    expect((await sales(OTHER_VENDOR)).status).toBe(201);
    expect((await sales(VENDOR)).json.code).toBe('batch_id_conflict');
    expect((await sales(VENDOR, randomUUID())).json.code).toBe('shift_not_found');
    const brought = { source: 'Main', slip_number: 'A', brought_minor: '0' };
    const bank = await put(`/v1/vendors/${VENDOR}/bank-batches/${randomUUID()}`, 'supervisor', {
      ...{ ...brought, sales_batch_ids: [batch] },
    });
    expect(bank.json.code).toBe('sales_batch_not_found');
    // A shift named twice is counted once.
    const twice = randomUUID();
    await put(`/v1/shifts/${twice}`, 'foreign-cashier', { cash_float_minor: '0' });
    const close = `/v1/vendors/${OTHER_VENDOR}/shifts/${twice}/count`;
    await put(close, 'supervisor', { counted: { cash: '70' } });
    const doubled = await put(
      `/v1/vendors/${OTHER_VENDOR}/sales-batches/${randomUUID()}`,
      'supervisor',
      { shift_ids: [twice, twice.toUpperCase(), twice] },
    );
    expect([doubled.status, doubled.json.counted_minor]).toEqual([201, '70']);
  });
});

describe('many at once', () => {
  test('pay by one reference once, be it vends of several meters or payments', async () => {
    const payment = { method: 'mobile_money', reference: 'MM 4711' };
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => {
        if (at % 3 === 0) return pay({ payment, agreement_id: agreementAt(at % 12) });
        const as = at % 2 === 0 ? 'cashier' : 'foreign-cashier';
        const sale = { meter_number: meterAt(at), tendered_minor: '1000', payment };
        return put(`/v1/vends/${randomUUID()}`, as, sale);
      }),
    );
    const codes = answers.map(({ status, json }) => (status === 201 ? 'paid' : json.code));
    expect(codes.filter((code) => code === 'paid')).toHaveLength(1);
    expect(codes.filter((code) => code === 'payment_reference_used')).toHaveLength(11);
  });

  test('never pay more of a debt than is owed, by sales and payments together', async () => {
    const debt = await makeDebt(5, '4000');
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        at % 2 === 0
          ? pay({ kind: 'debt', debt_id: debt, agreement_id: agreementAt(5) })
          : put(`/v1/vends/${randomUUID()}`, at % 4 === 1 ? 'cashier' : 'foreign-cashier', {
              ...{ meter_number: meterAt(5), tendered_minor: '2000' },
            }),
      ),
    );
    const paid = answers.reduce((sum, { status, json }) => {
      if (status !== 201) return sum;
      if (json.payment_minor !== undefined) return sum + Number(json.payment_minor);
      const lines: { kind: string; line_minor: string }[] = json.lines;
      return (
        sum +
        lines
          .filter(({ kind }) => kind === 'debt')
          .reduce((all, { line_minor }) => all + Number(line_minor), 0)
      );
    }, 0);
    expect(answers.every(({ status }) => status < 500)).toBe(true);
    const { json } = await get(`/v1/debts/${debt}`, 'finance');
    expect(Number(json.owed_minor)).toBe(4000 - paid);
    expect(Number(json.owed_minor)).toBeGreaterThanOrEqual(0);
  });

  test('take one deposit back once, alone or with a second person', async () => {
    const depositId = randomUUID();
    const url = `/v1/vendors/${VENDOR}`;
    const deposit = { deposit_minor: '700', reference: 'r' };
    await put(`${url}/deposits/${depositId}`, 'supervisor', deposit);
    const back = { deposit_id: depositId, reason: 'the cheque bounced' };
    const ordered = randomUUID();
    await put(`${url}/deposit-reversals/${ordered}`, 'supervisor', { ...back, below_limit: true });
    const posted = async () => Number((await get(url, 'finance')).json.float.posted_minor);
    const before = await posted();
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, () =>
        put(`${url}/deposit-reversals/${randomUUID()}`, 'supervisor', back),
      ),
      world.ask('POST', `/v1/approvals/${ordered}/decision`, {
        ...{ as: 'finance_checker', body: { decision: 'approved', reason: null } },
      }),
    ]);
    const done = answers.filter(({ status }) => status === 201 || status === 200);
    expect(done).toHaveLength(1);
    expect(answers.every(({ status }) => status < 500)).toBe(true);
    expect(before - (await posted())).toBe(700);
  });

  test('give one payment back once', async () => {
    const { id } = (await pay()).json;
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        put(`/v1/payments/${id}/reversal`, 'supervisor', {
          ...{ reversal_id: randomUUID(), reason: 'typed twice' },
        }),
      ),
    );
    const codes = answers.map(({ status, json }) => (status === 201 ? 'back' : json.code));
    expect(codes.filter((code) => code === 'back')).toHaveLength(1);
    expect(codes.filter((code) => code === 'payment_reversed')).toHaveLength(7);
  });
});

describe('what was paid of a debt and given back', () => {
  const writeOff = async (debt: string, write_off_minor: string): Promise<void> => {
    const order = randomUUID();
    const asked = { write_off_minor, reason: 'old', document_reference: null };
    expect((await put(`/v1/debts/${debt}/write-offs/${order}`, 'finance', asked)).status).toBe(201);
    const url = `/v1/approvals/${order}/decision`;
    const body = { decision: 'approved', reason: null };
    expect((await world.ask('POST', url, { as: 'finance_checker', body })).status).toBe(200);
  };

  test('is owed again, also when the rest was written off meanwhile', async () => {
    const debt = await makeDebt(6, '5000');
    const of = { kind: 'debt', debt_id: debt, agreement_id: agreementAt(6) };
    const { id } = (await pay(of)).json;
    await writeOff(debt, '4000');
    expect((await get(`/v1/debts/${debt}`, 'finance')).json.state).toBe('written_off');
    const reversal = { reversal_id: randomUUID(), reason: 'another account' };
    expect((await put(`/v1/payments/${id}/reversal`, 'supervisor', reversal)).status).toBe(201);
    expect((await get(`/v1/debts/${debt}`, 'finance')).json).toMatchObject({
      ...{ owed_minor: '1000', state: 'open' },
    });
    // Nothing is stuck: it can be paid again.
    expect((await pay(of)).status).toBe(201);
    expect((await get(`/v1/debts/${debt}`, 'finance')).json).toMatchObject({ owed_minor: '0' });
  });

  test('stays suspended when it was', async () => {
    const debt = await makeDebt(7, '5000');
    const of = { kind: 'debt', debt_id: debt, agreement_id: agreementAt(7) };
    const { id } = (await pay(of)).json;
    const change = { change: { kind: 'suspended' }, reason: 'a court said so' };
    await put(`/v1/debts/${debt}/changes/${randomUUID()}`, 'finance', change);
    const reversal = { reversal_id: randomUUID(), reason: 'another account' };
    expect((await put(`/v1/payments/${id}/reversal`, 'supervisor', reversal)).status).toBe(201);
    const suspended = { owed_minor: '5000', state: 'suspended' };
    expect((await get(`/v1/debts/${debt}`, 'finance')).json).toMatchObject(suspended);
    // Also when all of it was paid, which settles it.
    const whole = (await pay({ ...of, payment_minor: '5000' })).json.id;
    expect((await get(`/v1/debts/${debt}`, 'finance')).json.state).toBe('settled');
    const back = { reversal_id: randomUUID(), reason: 'another account' };
    expect((await put(`/v1/payments/${whole}/reversal`, 'supervisor', back)).status).toBe(201);
    expect((await get(`/v1/debts/${debt}`, 'finance')).json).toMatchObject(suspended);
  });
});

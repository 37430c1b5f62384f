/** What somebody would try who wants to be both of two people. */
import { randomUUID } from 'node:crypto';
import { milliseconds } from '@wattvend/quantities/time.js';
import { runDueOrders } from '@wattvend/vending/run-orders.js';
import { createVendDesk } from '@wattvend/vending/vend-desk.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  meterAt,
  OTHER_VENDOR,
  UTILITY,
  VENDOR,
} from '../../../packages/vending/test/utility-fixture.ts';
import { createServerWorld, type ServerWorld, userIdOf, type Who } from './server-world.ts';

const DAY_MS = 86_400_000;

let world: ServerWorld;
beforeAll(async () => {
  const week = milliseconds(7 * DAY_MS);
  world = await createServerWorld({ sessionLimits: { idle: week, absolute: week } });
});
afterAll(() => world.close());

const ask = (method: string, path: string, as: Who, body?: unknown) =>
  world.ask(method, path, { as, ...(body === undefined ? {} : { body }) });
const decide = (id: string, as: Who, decision = 'approved') =>
  ask('POST', `/v1/approvals/${id}/decision`, as, { decision, reason: 'as said' });

const FLAT = {
  format: 1,
  energy: {
    ...{ kind: 'flat', id: 'energy', name: 'Energy', account: 'energy_sales' },
    price_e4_minor: '100',
  },
  ...{ per_kwh: [], fixed: [], rates: [], fees: [], free: [], rounding: 'given' },
  limits: {
    ...{ least_tendered_minor: null, most_tendered_minor: null },
    ...{ most_tendered_per_month_minor: null, most_energy_per_month_tenth_kwh: null },
  },
};

async function draft(as: Who): Promise<string> {
  const url = `/v1/tariffs/${randomUUID()}/versions/1`;
  const effective_from = new Date(world.context.clock() + DAY_MS).toISOString();
  const body = { name: 'Nearly free', record: FLAT, effective_from };
  expect((await ask('PUT', url, as, body)).status).toBe(201);
  return url;
}

async function wished(url: string, as: Who): Promise<string> {
  const approval_id = randomUUID();
  const body = { approval_id, reason: 'the board' };
  expect((await ask('POST', `${url}/approval`, as, body)).status).toBe(201);
  return approval_id;
}

async function give(who: Who, roles: readonly string[]): Promise<void> {
  const text = 'update staff_user set roles = $1 where user_id = $2';
  await world.fixture.scratch.asOwner(
    text.replace('$1', `'{${roles.join(',')}}'`).replace('$2', `'${userIdOf(who)}'`),
  );
}

describe('whoever wrote a tariff', () => {
  test('does not approve it when somebody else has sent it', async () => {
    const url = await draft('demo');
    const id = await wished(url, 'tariff_maker');
    const answer = await decide(id, 'demo');
    expect([answer.status, answer.json.code]).toEqual([403, 'own_draft']);
    expect((await ask('GET', url.replace(/\/versions.*$/, ''), 'demo')).json.tariffs).toMatchObject(
      [{ state: 'draft' }],
    );
    // A third person still may.
    expect((await decide(id, 'tariff_checker')).status).toBe(200);
  });

  test('does not approve a published value of the own either', async () => {
    const url = '/v1/published-values/levy/203001/1';
    expect((await ask('PUT', url, 'demo', { price_per_kwh_e4_minor: '-99' })).status).toBe(201);
    const id = await wished(url, 'tariff_maker');
    const answer = await decide(id, 'demo');
    expect([answer.status, answer.json.code]).toEqual([403, 'own_draft']);
    expect((await decide(id, 'tariff_checker')).status).toBe(200);
  });

  test('does not approve it after changing from writing to checking', async () => {
    const url = await draft('tariff_maker');
    const id = await wished(url, 'founder');
    await give('tariff_maker', ['tariff_checker']);
    try {
      const answer = await decide(id, 'tariff_maker');
      expect([answer.status, answer.json.code]).toEqual([403, 'own_draft']);
    } finally {
      await give('tariff_maker', ['tariff_maker']);
    }
  });
});

describe('an order', () => {
  const limit = (id: string, as: Who, credit_limit_minor = '1000') =>
    ask('PUT', `/v1/vendors/${VENDOR}/credit-limits/${id}`, as, {
      ...{ credit_limit_minor, reason: 'a good customer' },
    });

  test('is not taken over, changed or decided by whoever asks again', async () => {
    const id = randomUUID();
    expect((await limit(id, 'supervisor')).status).toBe(202);
    expect((await limit(id, 'supervisor', '999999')).json.code).toBe('approval_id_conflict');
    expect((await limit(id, 'finance')).json.code).toBe('approval_id_conflict');
    for (const as of ['supervisor', 'cashier', 'api-key', 'auditor', 'tariff_checker'] as const) {
      expect([as, (await decide(id, as)).status]).toEqual([as, 403]);
    }
    expect((await decide(id, 'finance_checker', 'rejected')).status).toBe(200);
    // What was rejected is not revived by the same request, nor by another decision.
    expect((await limit(id, 'supervisor')).json.approval.state).toBe('rejected');
    expect((await decide(id, 'finance_checker')).json.code).toBe('approval_decided');
    expect((await decide(id, 'demo')).json.code).toBe('approval_decided');
    const { json } = await ask('GET', `/v1/vendors/${VENDOR}`, 'finance');
    expect(json.credit_limit_minor).toBe('0');
  });

  test('of one kind is of no other kind, whatever route its id is sent to', async () => {
    const id = randomUUID();
    expect((await limit(id, 'finance')).status).toBe(202);
    const sale = { meter_number: meterAt(1), tendered_minor: '5000' };
    const vend_id = (await ask('PUT', `/v1/vends/${randomUUID()}`, 'cashier', sale)).json.id;
    const refund = {
      ...{ vend_id, proof: 'meter_evidence', proof_reference: 'photo' },
      ...{ money_to: 'vendor_float', reason: 'r' },
    };
    const repair = { vend_id, to_meter_number: meterAt(2), statement: 's', reason: 'r' };
    const reissue = { kind: 'reissue', vend_id, reason: 'r' };
    const codes = [
      await ask('PUT', `/v1/refunds/${id}`, 'finance', refund),
      await ask('PUT', `/v1/repairs/${id}`, 'finance', repair),
      await ask('PUT', `/v1/orders/${id}`, 'customer_officer', reissue),
    ].map(({ json }) => json.code);
    expect(codes).toEqual(Array(3).fill('approval_id_conflict'));
    // Nothing of it has stayed: the vend is nobody's.
    const after = await ask('GET', `/v1/vends/${vend_id}/after-sale`, 'finance');
    expect(after.json.claim).toBeNull();
    for (const path of ['refunds', 'repairs', 'orders']) {
      expect((await ask('GET', `/v1/${path}/${id}`, 'finance')).status).toBe(404);
    }
  });

  test('is not decided by whoever lost the role, was disabled or never had it', async () => {
    const id = randomUUID();
    expect((await limit(id, 'supervisor')).status).toBe(202);
    await give('finance_checker', ['auditor']);
    expect((await decide(id, 'finance_checker')).status).toBe(403);
    await give('finance_checker', ['finance_checker']);
    expect((await decide(id, 'finance_checker')).status).toBe(200);
  });

  test('that is approved and taken back at once is one or the other', async () => {
    for (let at = 0; at < 5; at++) {
      const id = randomUUID();
      const order = { kind: 'free_issue', meter_number: meterAt(3), energy_tenth_kwh: 1 };
      const more = { reason_code: 'goodwill', reason: 'r' };
      const asked = await ask('PUT', `/v1/orders/${id}`, 'customer_officer', { ...order, ...more });
      expect(asked.status).toBe(201);
      const answers = await Promise.all([
        decide(id, 'finance_checker'),
        decide(id, 'customer_officer', 'withdrawn'),
        decide(id, 'demo'),
        decide(id, 'finance_checker'),
      ]);
      expect(answers.every(({ status }) => status < 500)).toBe(true);
      const { json } = await ask('GET', `/v1/orders/${id}`, 'finance');
      const vends = (await ask('GET', '/v1/vends?kind=free_issue&limit=100', 'finance')).json.vends;
      const given = vends.filter(
        ({ requested_at, meter_number }: { requested_at: string; meter_number: string }) =>
          meter_number === meterAt(3) && requested_at >= json.requested_at,
      );
      expect(given.length).toBe(json.state === 'executed' ? 1 : 0);
    }
  });
});

test('no meter is left with more credit than a token can carry', async () => {
  const kinds = [
    { kind: 'remove', reason: 'r' },
    { kind: 'replace', reason: 'r', new_meter_number: meterAt(7) },
  ];
  for (const operation of kinds) {
    const body = { ...operation, credit_left_wh: 1_820_162_401 };
    const url = `/v1/meters/${meterAt(6)}/operations/${randomUUID()}`;
    const answer = await ask('PUT', url, 'customer_officer', body);
    expect([answer.json.code, answer.json.errors?.[0]?.path]).toEqual([
      'request_invalid',
      'body.credit_left_wh',
    ]);
  }
});

test('nobody alone lets a vendor earn by splitting sales', async () => {
  const day = new Date(world.context.clock() + 40 * DAY_MS).toISOString().slice(0, 10);
  const put = (version: number, terms: object, channels: object = {}) =>
    ask('PUT', `/v1/vendors/${OTHER_VENDOR}/commissions/${version}`, 'supervisor', {
      ...{ terms: { base: 'tendered', steps: [], ...terms }, channels },
      ...{ effective_from: day, paid: 'daily' },
    });
  const sly = [
    await put(1, { fixed_minor: '2000' }),
    await put(1, { fixed_minor: '101' }),
    await put(1, { least_minor: '101' }),
    await put(1, { fixed_minor: '0' }, { ussd: { base: 'tendered', fixed_minor: '101' } }),
    await put(1, { steps: [{ above_minor: '0', rate: '20.01 %' }] }),
  ];
  expect(sly.map(({ json }) => json.code)).toEqual(sly.map(() => 'second_person_needed'));
  expect((await put(1, { fixed_minor: '100' })).status).toBe(201);
});

test('what two people ordered is shown where looking leaves a trace, and nowhere else', async () => {
  const id = randomUUID();
  const contents = [{ kind: 'clear-tamper-condition' }];
  const asked = await ask('PUT', `/v1/orders/${id}`, 'engineering_maker', {
    ...{ kind: 'engineering', meter_number: meterAt(4), contents },
    ...{ reason_code: 'tamper_repaired', reason: 'the cover was open' },
  });
  expect(asked.status).toBe(201);
  expect((await decide(id, 'engineering_checker')).status).toBe(200);
  const shown = await ask('POST', `/v1/orders/${id}/tokens`, 'engineering_maker');
  const [token] = shown.json.tokens;
  expect(token.digits).toMatch(/^\d{20}$/);
  const vends = (await ask('GET', '/v1/vends?kind=engineering', 'supervisor')).json.vends;
  const vendId = vends[0].id;
  const places = [
    await ask('GET', '/v1/vends?limit=100', 'customer_officer'),
    await ask('GET', `/v1/vends/${vendId}`, 'supervisor'),
    await ask('POST', `/v1/vends/${vendId}/reprints`, 'supervisor'),
    await ask('GET', `/v1/vends?receipt_number=${vends[0].receipt_number}`, 'supervisor'),
    await ask('GET', '/v1/today', 'finance'),
    await ask('GET', `/v1/orders/${id}`, 'auditor'),
    await ask('GET', '/v1/orders', 'auditor'),
    await ask('GET', `/v1/approvals/${id}`, 'auditor'),
    await ask('GET', '/v1/audit-events?limit=100', 'auditor'),
    await ask('GET', `/v1/meters/${meterAt(4)}/history`, 'supervisor'),
    await ask('GET', `/v1/meters/${meterAt(4)}/card`, 'supervisor'),
    await ask('GET', '/v1/vends?limit=100', 'cashier'),
    await ask('GET', `/v1/vends/${vendId}`, 'cashier'),
    await ask('POST', `/v1/orders/${id}/tokens`, 'finance_checker'),
    await ask('POST', `/v1/orders/${id}/tokens`, 'auditor'),
  ];
  for (const { text, status } of places) {
    expect([status < 500, text.includes(token.digits)]).toEqual([true, false]);
  }
  expect(world.logLines.join('')).not.toContain(token.digits);
});

// The last one, since the desk of this world takes the module for gone from here on.
test('an order that nobody can execute keeps no other waiting', async () => {
  const { database, utility, clock } = world.context;
  const outcome = (energy: number) =>
    JSON.stringify({
      transfer: { orderId: '', meterNumber: meterAt(5), energy, kind: 'transfer' },
    });
  // Written as the desk left it before it asked how much one token carries.
  const text = `insert into desk_operation
    (utility_id, operation_id, kind, request_hash, done_by, done_at_ms, outcome)
    values ('${UTILITY}', $1, 'meter_replace', decode(repeat('00', 32), 'hex'), 't', 0, $2::jsonb)`;
  const replacement_id = randomUUID();
  const values = [replacement_id, outcome(9_999_999_999)];
  await database.query({ name: '', text }, values);
  const stuck = randomUUID();
  const transfer = { kind: 'transfer', replacement_id, reason: 'r' };
  await ask('PUT', `/v1/orders/${stuck}`, 'customer_officer', transfer);
  // Whoever approves is told how much it is.
  const told = await ask('GET', `/v1/approvals/${stuck}`, 'finance_checker');
  expect(told.json.summary).toBe(`999999999.9 kWh left in a replaced meter to meter ${meterAt(5)}`);
  await decide(stuck, 'finance_checker');
  const behind = randomUUID();
  await ask('PUT', `/v1/orders/${behind}`, 'customer_officer', {
    ...{ kind: 'free_issue', meter_number: meterAt(6), energy_tenth_kwh: 1 },
    ...{ reason_code: 'goodwill', reason: 'r' },
  });
  // Approved, and not executed yet: as when the module was away.
  await world.fixture.killModule();
  await decide(behind, 'finance_checker');
  await world.fixture.restartModule();
  expect((await ask('GET', `/v1/orders/${behind}`, 'finance')).json.state).toBe('approved');
  const desk = createVendDesk({
    database,
    module: world.fixture.module,
    book: utility.book,
    clock,
  });
  world.ahead += 3_600_000;
  await expect(runDueOrders({ database, utility, desk, clock })).rejects.toThrow(
    'orders could not be executed',
  );
  world.ahead -= 3_600_000;
  expect((await ask('GET', `/v1/orders/${behind}`, 'finance')).json.state).toBe('executed');
});

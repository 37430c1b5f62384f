/** What somebody would try who wants money or energy twice, or to see what is not theirs. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meterAt } from '../../../packages/vending/test/utility-fixture.ts';
import { createServerWorld, type ServerWorld, type Who } from './server-world.ts';

const DAY_MS = 86_400_000;

let world: ServerWorld;
beforeAll(async () => {
  world = await createServerWorld();
});
afterAll(() => world.close());

const inOrder = (codes: readonly string[]): readonly string[] =>
  codes.toSorted((one, other) => one.localeCompare(other));

let sold = 0;
/** A vend of a meter that no other test of this file sells to. */
async function sell(as: Who = 'cashier'): Promise<string> {
  sold += 1;
  const body = { meter_number: meterAt(sold), tendered_minor: '5000' };
  const answer = await world.ask('PUT', `/v1/vends/${randomUUID()}`, { as, body });
  expect(answer.status).toBe(201);
  return answer.json.id;
}

const put = (path: string, as: Who, body: unknown) => world.ask('PUT', path, { as, body });
const get = (path: string, as: Who) => world.ask('GET', path, { as });

function decide(id: string, as: Who, decision = 'approved') {
  const body = { decision, reason: 'as said' };
  return world.ask('POST', `/v1/approvals/${id}/decision`, { as, body });
}

const REFUND = {
  ...{ proof: 'meter_evidence', proof_reference: 'photo 7' },
  ...{ money_to: 'vendor_float', reason: 'the meter did not take it' },
};
const REPAIR = { statement: 'the display shows 0.0', reason: 'two digits were swapped' };

async function countOf(text: string, values: readonly unknown[]): Promise<number> {
  const { rows } = await world.fixture.scratch.database.query<{ readonly count: bigint }>(
    { name: '', text },
    [...values],
  );
  return Number(rows[0]?.count);
}

/** The entries that give money back, of all the vends there are. */
const givenBack = () =>
  countOf(`select count(*) from entry where kind in ('refund', 'vend_repair')`, []);

describe('money twice', () => {
  test('ten who ask at once for one vend, in three ways, get one order', async () => {
    const vend_id = await sell();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        at % 2 === 0
          ? put(`/v1/refunds/${randomUUID()}`, 'finance', { ...REFUND, vend_id })
          : put(`/v1/repairs/${randomUUID()}`, 'customer_officer', {
              ...REPAIR,
              ...{ vend_id, to_meter_number: meterAt(11) },
            }),
      ),
    );
    const codes = answers.map(({ status, json }) => (status === 201 ? 'asked' : json.code));
    expect(inOrder(codes)).toEqual(['asked', ...Array(9).fill('vend_claimed')]);
  });

  test('two decisions at once give the money back once', async () => {
    const vend_id = await sell();
    const id = randomUUID();
    await put(`/v1/refunds/${id}`, 'finance', { ...REFUND, vend_id });
    const before = await givenBack();
    const answers = await Promise.all([
      decide(id, 'finance_checker'),
      decide(id, 'demo'),
      decide(id, 'finance_checker'),
      decide(id, 'demo', 'rejected'),
    ]);
    const firsts = answers.filter(({ status }) => status === 200);
    expect(firsts.length).toBeGreaterThan(0);
    for (const { status, json } of answers) {
      if (status !== 200) expect(json.code).toBe('approval_decided');
    }
    const { json } = await get(`/v1/refunds/${id}`, 'finance');
    expect((await givenBack()) - before).toBe(json.state === 'posted' ? 1 : 0);
  });

  test('taking an order back while it is approved leaves one of the two', async () => {
    const vend_id = await sell();
    const id = randomUUID();
    await put(`/v1/refunds/${id}`, 'finance', { ...REFUND, vend_id });
    const before = await givenBack();
    await Promise.all([decide(id, 'finance_checker'), decide(id, 'finance', 'withdrawn')]);
    const { json } = await get(`/v1/refunds/${id}`, 'finance');
    const { claim } = (await get(`/v1/vends/${vend_id}/after-sale`, 'finance')).json;
    const isPosted = json.state === 'posted';
    expect([(await givenBack()) - before, claim !== null]).toEqual([isPosted ? 1 : 0, isPosted]);
  });

  test('what was refunded is not repaired, made anew or sent to a customer again', async () => {
    const vend_id = await sell();
    const resend = randomUUID();
    const wish = () => put(`/v1/vends/${vend_id}/resends/${resend}`, 'cashier', { carrier: 'sms' });
    expect((await wish()).status).toBe(201);
    const id = randomUUID();
    await put(`/v1/refunds/${id}`, 'finance', { ...REFUND, vend_id });
    await decide(id, 'finance_checker');
    const before = await givenBack();
    expect((await decide(id, 'finance_checker')).status).toBe(200);
    expect((await decide(id, 'demo')).json.code).toBe('approval_decided');
    const to_meter_number = meterAt(11);
    const repair = { ...REPAIR, vend_id, to_meter_number };
    const tries = [
      await put(`/v1/refunds/${randomUUID()}`, 'finance', { ...REFUND, vend_id }),
      await put(`/v1/repairs/${randomUUID()}`, 'finance', repair),
      await put(`/v1/orders/${randomUUID()}`, 'customer_officer', {
        ...{ kind: 'reissue', vend_id, reason: 'old' },
      }),
      await put(`/v1/vends/${vend_id}/resends/${randomUUID()}`, 'cashier', { carrier: 'sms' }),
    ];
    expect(tries.map(({ json }) => json.code)).toEqual(Array(4).fill('vend_claimed'));
    // The wish from before is the same wish, for ever.
    expect((await wish()).status).toBe(200);
    expect(await givenBack()).toBe(before);
  });

  test('two repairs at once to one meter are two vends of what was paid, and no more', async () => {
    const [one, two] = [await sell(), await sell()];
    const to_meter_number = meterAt(11);
    const orders = [one, two].map((vend_id) => ({ id: randomUUID(), vend_id }));
    for (const { id, vend_id } of orders) {
      await put(`/v1/repairs/${id}`, 'finance', { ...REPAIR, vend_id, to_meter_number });
    }
    await Promise.all(
      orders.flatMap(({ id }) => [decide(id, 'finance_checker'), decide(id, 'finance_checker')]),
    );
    const made = await Promise.all(orders.map(({ id }) => get(`/v1/repairs/${id}`, 'finance')));
    expect(made.map(({ json }) => json.state)).toEqual(['executed', 'executed']);
    expect(new Set(made.map(({ json }) => json.new_vend_id)).size).toBe(2);
    const { vendors } = (await get('/v1/vendors', 'finance')).json;
    const between = vendors.find(({ name }: { name: string }) => name.startsWith('Repairs of'));
    expect(between.float).toMatchObject({ posted_minor: '0', reserved_minor: '0' });
  });

  test('credit left in a replaced meter moves once, however many ask at once', async () => {
    const replacement = randomUUID();
    // Written as the desk leaves it: what a replacement is, has tests of its own.
    const outcome = {
      transfer: { orderId: replacement, meterNumber: meterAt(12), energy: 77, kind: 'transfer' },
    };
    const text = `insert into desk_operation
      (utility_id, operation_id, kind, request_hash, done_by, done_at_ms, outcome)
      values ('00000000-0000-4000-8000-000000000001', $1, 'meter_replace',
        decode(repeat('00', 32), 'hex'), 't', 0, $2::jsonb)`;
    const { database } = world.fixture.scratch;
    await database.query({ name: '', text }, [replacement, outcome]);
    const body = { kind: 'transfer', replacement_id: replacement, reason: 'meter replaced' };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => put(`/v1/orders/${randomUUID()}`, 'customer_officer', body)),
    );
    const codes = answers.map(({ status, json }) => (status === 201 ? 'asked' : json.code));
    expect(inOrder(codes)).toEqual(['asked', ...Array(5).fill('transfer_ordered')]);
  });

  test('one id under two names is one order, and a conflict for the other', async () => {
    const id = randomUUID();
    const body = { ...REFUND, vend_id: await sell() };
    const answers = await Promise.all([
      put(`/v1/refunds/${id}`, 'finance', body),
      put(`/v1/refunds/${id}`, 'customer_officer', body),
      put(`/v1/refunds/${id}`, 'finance', { ...body, money_to: 'bank' }),
    ]);
    const codes = answers.map(({ status, json }) => (status === 201 ? 'asked' : json.code));
    expect(inOrder(codes)).toEqual(['approval_id_conflict', 'approval_id_conflict', 'asked']);
  });

  test('an order that nobody decided in time sets its vend free by itself', async () => {
    const vend_id = await sell();
    const late = randomUUID();
    await put(`/v1/refunds/${late}`, 'finance', { ...REFUND, vend_id });
    const { approvals, clock } = world.context;
    expect(await approvals.expireDue(clock())).toBe(0);
    world.ahead = 8 * DAY_MS;
    expect(await approvals.expireDue(clock())).toBeGreaterThan(0);
    expect(await approvals.expireDue(clock())).toBe(0);
    world.ahead = 0;
    expect((await get(`/v1/refunds/${late}`, 'finance')).json.state).toBe('dropped');
    const again = await put(`/v1/refunds/${randomUUID()}`, 'finance', { ...REFUND, vend_id });
    expect(again.status).toBe(201);
  });
});

describe('what is not theirs', () => {
  test('who sells sees nothing of what comes after the sale, of no vendor', async () => {
    const vend_id = await sell();
    const id = randomUUID();
    await put(`/v1/refunds/${id}`, 'finance', { ...REFUND, vend_id });
    for (const as of ['cashier', 'foreign-cashier', 'api-key'] as const) {
      const paths = [
        ...['/v1/orders', '/v1/refunds', '/v1/repairs', '/v1/approvals'],
        ...[`/v1/refunds/${id}`, `/v1/vends/${vend_id}/after-sale`, `/v1/approvals/${id}`],
      ];
      for (const path of paths) expect((await get(path, as)).json.code, path).toBe('not_allowed');
      const body = { vend_id, money_to: 'bank' };
      const preview = await world.ask('POST', '/v1/refunds/preview', { as, body });
      expect(preview.json.code).toBe('not_allowed');
    }
    const foreign = await put(`/v1/vends/${vend_id}/resends/${randomUUID()}`, 'foreign-cashier', {
      carrier: 'sms',
    });
    expect(foreign.json.code).toBe('vend_not_found');
  });

  test("who may approve something else does not read customers' vends by the way", async () => {
    const vend_id = await sell();
    const id = randomUUID();
    await put(`/v1/refunds/${id}`, 'finance', { ...REFUND, vend_id });
    for (const as of ['tariff_maker', 'tariff_checker', 'key_custodian_a'] as const) {
      for (const path of ['/v1/orders', '/v1/refunds', `/v1/refunds/${id}`, '/v1/repairs']) {
        expect((await get(path, as)).json.code, `${as} ${path}`).toBe('not_allowed');
      }
      expect((await get(`/v1/approvals/${id}`, as)).json.code).toBe('approval_not_found');
      expect((await decide(id, as)).json.code).toBe('not_allowed');
    }
  });

  test('the digits of an engineer reach nobody else, by no way round', async () => {
    const meter_number = meterAt(0);
    const id = randomUUID();
    await put(`/v1/orders/${id}`, 'engineering_maker', {
      ...{ kind: 'engineering', meter_number, reason_code: 'fault_finding', reason: 'r' },
      contents: [{ kind: 'clear-tamper-condition' }],
    });
    await decide(id, 'engineering_checker');
    const shown = await world.ask('POST', `/v1/orders/${id}/tokens`, { as: 'engineering_maker' });
    const { digits } = shown.json.tokens[0];
    const list = await get(`/v1/vends?kind=engineering&meter_number=${meter_number}`, 'supervisor');
    const [vend] = list.json.vends;
    const others = [
      list,
      await get(`/v1/orders/${id}`, 'supervisor'),
      await get(`/v1/vends/${vend.id}`, 'supervisor'),
      await world.ask('POST', `/v1/vends/${vend.id}/reprints`, { as: 'supervisor' }),
      await get(`/v1/approvals/${id}`, 'auditor'),
    ];
    for (const { status, text } of others) {
      expect(status).toBeLessThan(300);
      expect(text).not.toContain(digits);
    }
    for (const as of ['supervisor', 'customer_officer', 'finance_checker', 'auditor'] as const) {
      const peek = await world.ask('POST', `/v1/orders/${id}/tokens`, { as });
      expect(peek.json.code, as).toBe('not_allowed');
    }
    const wish = await put(`/v1/vends/${vend.id}/resends/${randomUUID()}`, 'supervisor', {
      carrier: 'sms',
    });
    expect(wish.json.code).toBe('vend_not_resendable');
    expect((await get(`/v1/vends/${vend.id}/after-sale`, 'supervisor')).json.refusals).toEqual({
      ...{ resend: 'vend_not_resendable', refund: 'vend_not_refundable' },
      ...{ repair: 'vend_not_refundable', reissue: 'vend_not_reissuable' },
    });
  });

  test('nobody decides the own order, whatever roles they have', async () => {
    const vend_id = await sell();
    const id = randomUUID();
    await put(`/v1/refunds/${id}`, 'demo', { ...REFUND, vend_id });
    expect((await decide(id, 'demo')).json.code).toBe('own_order');
    const { json } = await get(`/v1/refunds/${id}`, 'finance');
    expect(json.state).toBe('requested');
  });
});

describe('text and numbers nobody types', () => {
  const long = 'x'.repeat(501);
  const order = { kind: 'free_issue', meter_number: meterAt(0), reason_code: 'goodwill' };

  test.each<[string, string, object]>([
    ['a reason too long', '/v1/orders/', { ...order, energy_tenth_kwh: 5, reason: long }],
    ['a megabyte', '/v1/orders/', { ...order, energy_tenth_kwh: 5, reason: 'x'.repeat(3e6) }],
    ['a null character', '/v1/orders/', { ...order, energy_tenth_kwh: 5, reason: 'a\u0000b' }],
    ['half a character', '/v1/orders/', { ...order, energy_tenth_kwh: 5, reason: 'a\ud800' }],
    ['blanks alone', '/v1/orders/', { ...order, energy_tenth_kwh: 5, reason: '   ' }],
    ['energy as text', '/v1/orders/', { ...order, energy_tenth_kwh: '5', reason: 'r' }],
    ['energy below nothing', '/v1/orders/', { ...order, energy_tenth_kwh: -5, reason: 'r' }],
    ['half a tenth', '/v1/orders/', { ...order, energy_tenth_kwh: 0.5, reason: 'r' }],
    ['a field of ours', '/v1/orders/', { ...order, energy_tenth_kwh: 5, reason: 'r', state: 'x' }],
    ['a proof too long', '/v1/refunds/', { ...REFUND, proof_reference: long }],
    ['another proof', '/v1/refunds/', { ...REFUND, proof: 'trust me' }],
    ['another pocket', '/v1/refunds/', { ...REFUND, money_to: 'my_pocket' }],
    ['money of the own', '/v1/refunds/', { ...REFUND, refund_minor: '999999' }],
    ['a statement too long', '/v1/repairs/', { ...REPAIR, statement: long }],
    ['text that runs backwards', '/v1/repairs/', { ...REPAIR, statement: 'a\u202eb' }],
  ])('%s is refused as such', async (_, path, body) => {
    const whole = { vend_id: randomUUID(), to_meter_number: meterAt(1), ...body };
    const sent = path === '/v1/orders/' ? body : whole;
    const answer = await put(`${path}${randomUUID()}`, 'demo', sent);
    expect([400, 413]).toContain(answer.status);
    expect(answer.text.length).toBeLessThan(4_000);
  });

  test('a whole vend is not given back in parts that add up to more', async () => {
    const vend_id = await sell();
    const { energy_tenth_kwh: energy } = (await get(`/v1/vends/${vend_id}`, 'finance')).json;
    for (const unused_tenth_kwh of [0, energy, energy + 1, 18_201_624]) {
      const body = { ...REFUND, vend_id, unused_tenth_kwh };
      const answer = await put(`/v1/refunds/${randomUUID()}`, 'finance', body);
      expect(answer.json.code).toBe('refund_part_faulty');
    }
    const id = randomUUID();
    const body = { ...REFUND, vend_id, unused_tenth_kwh: 1 };
    await put(`/v1/refunds/${id}`, 'finance', body);
    await decide(id, 'finance_checker');
    const next = await put(`/v1/refunds/${randomUUID()}`, 'finance', body);
    expect(next.json.code).toBe('vend_claimed');
  });

  test.each([
    ['no list', '{}'],
    ['a fraction of a moment', '[1.5,"00000000-0000-4000-8000-000000000001"]'],
    ['a moment before all', '[-1,"00000000-0000-4000-8000-000000000001"]'],
    ['a moment beyond the calendar', '[9007199254740991,"00000000-0000-4000-8000-000000000001"]'],
    ['no id', '[1,"x\' or 1=1"]'],
  ])('a cursor that says %s is refused', async (_, position) => {
    const after = Buffer.from(position).toString('base64url');
    for (const path of ['/v1/orders', '/v1/refunds', '/v1/repairs']) {
      const answer = await get(`${path}?after=${after}`, 'finance');
      expect([answer.status, answer.json.code], path).toEqual([400, 'request_invalid']);
    }
  });
});

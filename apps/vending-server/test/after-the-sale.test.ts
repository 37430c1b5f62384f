/** /v1/orders, /v1/refunds, /v1/repairs: forms, refusals, who may, and what a decision carries out. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meterAt } from '../../../packages/vending/test/utility-fixture.ts';
import { createServerWorld, type ServerWorld, type Who } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await createServerWorld();
});
afterAll(() => world.close());

let ids = 0;
function newId(): string {
  ids += 1;
  return `ee000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
}

let sold = 0;
/** A vend of a meter that no other test of this file sells to. */
async function sell(): Promise<{ readonly id: string; readonly meter_number: string }> {
  sold += 1;
  const body = { meter_number: meterAt(sold), tendered_minor: '5000' };
  const answer = await world.ask('PUT', `/v1/vends/${newId()}`, { as: 'cashier', body });
  expect(answer.status).toBe(201);
  return answer.json;
}

const put = (path: string, as: Who, body: unknown) => world.ask('PUT', path, { as, body });

function decide(id: string, as: Who, decision = 'approved') {
  const body = { decision, reason: 'as said' };
  return world.ask('POST', `/v1/approvals/${id}/decision`, { as, body });
}

const FREE = {
  kind: 'free_issue',
  meter_number: meterAt(0),
  energy_tenth_kwh: 50,
  reason_code: 'goodwill',
  reason: 'a day without supply',
};

describe('an order for tokens', () => {
  test('is executed by the decision, listed masked, and revealed with a trace', async () => {
    const id = newId();
    const first = await put(`/v1/orders/${id}`, 'customer_officer', FREE);
    expect([first.status, first.json]).toMatchObject([
      201,
      { id, state: 'requested', energy_tenth_kwh: 50, contents: ['5.0 kWh'], decided_by: null },
    ]);
    expect((await put(`/v1/orders/${id}`, 'customer_officer', FREE)).status).toBe(200);
    const early = await world.ask('POST', `/v1/orders/${id}/tokens`, { as: 'customer_officer' });
    expect(early.json.code).toBe('order_not_executed');
    expect((await decide(id, 'finance_checker')).status).toBe(200);
    const read = await world.ask('GET', `/v1/orders/${id}`, { as: 'auditor' });
    expect(read.json).toMatchObject({ state: 'executed', decided_by: 'finance_checker' });
    const foreign = await world.ask('POST', `/v1/orders/${id}/tokens`, { as: 'auditor' });
    expect(foreign.json.code).toBe('not_allowed');
    const shown = await world.ask('POST', `/v1/orders/${id}/tokens`, { as: 'customer_officer' });
    const { digits } = shown.json.tokens[0];
    expect(digits).toMatch(/^\d{20}$/);
    const vends = await world.ask('GET', '/v1/vends?kind=free_issue', { as: 'auditor' });
    expect(vends.json.vends[0].tokens[0].digits).toBe(`${'*'.repeat(16)}${digits.slice(16)}`);
    expect(vends.text).not.toContain(digits);
    const trail = await world.ask('GET', '/v1/audit-events?limit=1', { as: 'auditor' });
    expect(trail.json.events[0]).toMatchObject({
      what: 'token_order.revealed',
      subject: { id },
    });
  });

  test('of an engineer says in words what it does', async () => {
    const id = newId();
    const body = {
      ...{ kind: 'engineering', meter_number: meterAt(0), reason_code: 'load_limit', reason: 'r' },
      contents: [
        { kind: 'set-maximum-power-limit', power_watts: 5000 },
        { kind: 'clear-credit', register: 65_535 },
      ],
    };
    const answer = await put(`/v1/orders/${id}`, 'engineering_maker', body);
    expect(answer.json.contents).toEqual([
      'set maximum power limit 5000 W',
      'clear credit, register 65535',
    ]);
    await decide(id, 'engineering_checker');
    const shown = await world.ask('POST', `/v1/orders/${id}/tokens`, { as: 'engineering_maker' });
    expect(shown.json.tokens).toMatchObject([
      { kind: 'set-maximum-power-limit' },
      { kind: 'clear-credit' },
    ]);
  });

  // Each line breaks one rule less than the one above it, so the table proves the order too.
  test('is refused in order', async () => {
    const used = newId();
    await put(`/v1/orders/${used}`, 'customer_officer', FREE);
    const wrong = { energy_tenth_kwh: 0, meter_number: '01234567897' };
    const { id: vendId } = await sell();
    const reissue = { kind: 'reissue', reason: 'old' };
    const lines: readonly (readonly [string, Who, object, string])[] = [
      [used, 'cashier', { ...FREE, ...wrong }, 'not_allowed'],
      [used, 'finance', { ...FREE, meter_number: '1' }, 'meter_number_invalid'],
      [used, 'finance', { ...FREE, ...wrong }, 'not_allowed'],
      [used, 'customer_officer', { ...FREE, ...wrong }, 'approval_id_conflict'],
      [newId(), 'customer_officer', { ...FREE, ...wrong }, 'meter_not_found'],
      [newId(), 'customer_officer', { ...FREE, energy_tenth_kwh: 0 }, 'free_issue_not_positive'],
      [newId(), 'customer_officer', { ...FREE, energy_tenth_kwh: 1001 }, 'free_issue_above_limit'],
      [
        newId(),
        'customer_officer',
        { kind: 'transfer', reason: 'r', replacement_id: newId() },
        'replacement_not_found',
      ],
      [newId(), 'customer_officer', { ...reissue, vend_id: newId() }, 'vend_not_found'],
      [newId(), 'customer_officer', { ...reissue, vend_id: vendId }, 'reissue_not_needed'],
    ];
    for (const [id, who, body, code] of lines) {
      expect((await put(`/v1/orders/${id}`, who, body)).json.code).toBe(code);
    }
    const missing = await world.ask('GET', `/v1/orders/${newId()}`, { as: 'auditor' });
    expect(missing.json.code).toBe('token_order_not_found');
  });

  test('are listed a page at a time', async () => {
    const list = (more: string) =>
      world.ask('GET', `/v1/orders?limit=1${more}`, { as: 'customer_officer' });
    const first = await list('');
    const second = await list(`&after=${first.json.next}`);
    expect(second.json.orders[0].id).not.toBe(first.json.orders[0].id);
    expect((await list('&after=nonsense')).json.code).toBe('request_invalid');
    const none = await list(`&meter_number=${meterAt(11)}`);
    expect(none.json).toEqual({ orders: [], next: null });
  });
});

test('credit left in a meter that was replaced moves once', async () => {
  const replacement = newId();
  // Written as the desk leaves it: what a replacement is, has tests of its own.
  await world.fixture.scratch.database.query(
    {
      name: '',
      text: `insert into desk_operation
        (utility_id, operation_id, kind, request_hash, done_by, done_at_ms, outcome)
        values ('00000000-0000-4000-8000-000000000001', $1, 'meter_replace',
          decode(repeat('00', 32), 'hex'), 't', 0, $2::jsonb)`,
    },
    [
      replacement,
      { transfer: { orderId: replacement, meterNumber: meterAt(9), energy: 77, kind: 'transfer' } },
    ],
  );
  const body = { kind: 'transfer', replacement_id: replacement, reason: 'meter replaced' };
  const id = newId();
  expect((await put(`/v1/orders/${id}`, 'customer_officer', body)).json).toMatchObject({
    ...{ meter_number: meterAt(9), energy_tenth_kwh: 77, source_id: replacement },
  });
  const again = await put(`/v1/orders/${newId()}`, 'customer_officer', body);
  expect(again.json.code).toBe('transfer_ordered');
  await decide(id, 'finance_checker', 'rejected');
  const last = newId();
  expect((await put(`/v1/orders/${last}`, 'customer_officer', body)).status).toBe(201);
  await decide(last, 'finance_checker');
  const read = await world.ask('GET', `/v1/orders/${last}`, { as: 'customer_officer' });
  expect(read.json.state).toBe('executed');
});

const REFUND = {
  ...{ proof: 'meter_evidence', proof_reference: 'photo 7' },
  ...{ money_to: 'customer_credit', reason: 'the meter did not take it' },
};

describe('a refund', () => {
  test('moves the money when another person agrees, once for each vend', async () => {
    const { id: vend_id } = await sell();
    const id = newId();
    const body = { ...REFUND, vend_id };
    const first = await put(`/v1/refunds/${id}`, 'finance', body);
    expect([first.status, first.json]).toMatchObject([
      201,
      { id, vend_id, state: 'requested', refund_minor: '5000', requested_by: 'finance' },
    ]);
    expect((await put(`/v1/refunds/${id}`, 'finance', body)).status).toBe(200);
    expect((await put(`/v1/refunds/${newId()}`, 'finance', body)).json.code).toBe('vend_claimed');
    expect((await decide(id, 'finance')).json.code).toBe('own_order');
    expect((await decide(id, 'finance_checker')).status).toBe(200);
    const read = await world.ask('GET', `/v1/refunds/${id}`, { as: 'auditor' });
    expect(read.json).toMatchObject({ state: 'posted', decided_by: 'finance_checker' });
    const listed = await world.ask('GET', `/v1/refunds?vend_id=${vend_id}`, { as: 'auditor' });
    expect(listed.json).toEqual({ refunds: [read.json], next: null });
    const after = await world.ask('GET', `/v1/vends/${vend_id}/after-sale`, { as: 'finance' });
    expect(after.json).toEqual({
      ...{ vend_id, claim: { deed: 'refund', id } },
      ...{ newer_tokens: 0, reissue_from_newer_tokens: 50 },
      refusals: {
        ...{ resend: 'vend_claimed', refund: 'vend_claimed', repair: 'vend_claimed' },
        reissue: 'vend_claimed',
      },
    });
  });

  test('is told beforehand as it is posted', async () => {
    const { id: vend_id } = await sell();
    const preview = (body: object) =>
      world.ask('POST', '/v1/refunds/preview', { as: 'finance_checker', body });
    const part = { vend_id, unused_tenth_kwh: 7, money_to: 'bank' };
    const told = await preview(part);
    expect(told.status).toBe(200);
    const { refund_minor, lines } = told.json;
    const sum = (side: string): bigint =>
      lines
        .filter((line: { side: string }) => line.side === side)
        .reduce((all: bigint, line: { line_minor: string }) => all + BigInt(line.line_minor), 0n);
    expect([sum('debit'), sum('credit')]).toEqual([BigInt(refund_minor), BigInt(refund_minor)]);
    const id = newId();
    const asked = await put(`/v1/refunds/${id}`, 'finance', { ...REFUND, ...part });
    expect(asked.json.refund_minor).toBe(refund_minor);
    await decide(id, 'finance_checker');
    const { rows } = await world.fixture.scratch.database.query<{
      readonly code: string;
      readonly leg: bigint;
    }>(
      {
        name: '',
        text: `select a.code, p.posting_minor as leg from posting p
          join entry e on e.utility_id = p.utility_id and e.entry_id = p.entry_id
          join account a on a.utility_id = p.utility_id and a.account_id = p.account_id
          where e.kind = 'refund' order by e.posted_at_ms desc, a.code`,
      },
      [],
    );
    const posted = Object.fromEntries(
      rows.slice(0, lines.length).map(({ code, leg }) => [code, String(leg)]),
    );
    expect(posted).toEqual(
      Object.fromEntries(
        lines.map((line: { account: string; side: string; line_minor: string }) => [
          line.account,
          line.side === 'debit' ? line.line_minor : `-${line.line_minor}`,
        ]),
      ),
    );
    const whole = await preview({ vend_id, money_to: 'vendor_float' });
    expect(whole.json.refund_minor).toBe('5000');
    expect(whole.json.lines.at(-1)).toMatchObject({
      ...{ account: 'vendor_float', side: 'credit', line_minor: '5000' },
    });
    const refusals: readonly (readonly [object, string])[] = [
      [{ ...part, vend_id: newId() }, 'vend_not_found'],
      [{ ...part, unused_tenth_kwh: 0 }, 'refund_part_faulty'],
    ];
    for (const [body, code] of refusals) expect((await preview(body)).json.code).toBe(code);
    const free = newId();
    await put(`/v1/orders/${free}`, 'customer_officer', FREE);
    await decide(free, 'finance_checker');
    const vends = await world.ask('GET', '/v1/vends?kind=free_issue&limit=1', { as: 'auditor' });
    const given = await preview({ vend_id: vends.json.vends[0].id, money_to: 'bank' });
    expect(given.json.code).toBe('vend_not_refundable');
  });

  // Each line breaks one rule less than the one above it, so the table proves the order too.
  test('is refused in order', async () => {
    const { id: vend_id } = await sell();
    const all = {
      ...REFUND,
      ...{ vend_id: newId(), unused_tenth_kwh: 0, proof_order_id: newId(), debt_id: newId() },
    };
    const taken = newId();
    await put(`/v1/refunds/${taken}`, 'finance', { ...REFUND, vend_id: (await sell()).id });
    const lines: readonly (readonly [string, Who, object, string])[] = [
      [taken, 'supervisor', all, 'not_allowed'],
      [taken, 'finance', all, 'approval_id_conflict'],
      [newId(), 'finance', all, 'vend_not_found'],
      [newId(), 'finance', { ...all, vend_id }, 'refund_part_faulty'],
      [newId(), 'finance', { ...all, vend_id, unused_tenth_kwh: null }, 'refund_proof_faulty'],
      [newId(), 'finance', { ...REFUND, vend_id, debt_id: newId() }, 'refund_destination_faulty'],
      [
        newId(),
        'finance',
        { ...REFUND, vend_id, money_to: 'debt', debt_id: newId() },
        'debt_not_found',
      ],
    ];
    for (const [id, who, body, code] of lines) {
      expect((await put(`/v1/refunds/${id}`, who, body)).json.code).toBe(code);
    }
    const missing = await world.ask('GET', `/v1/refunds/${newId()}`, { as: 'auditor' });
    expect(missing.json.code).toBe('refund_not_found');
    // What was refused has left nothing behind.
    const after = await world.ask('GET', `/v1/vends/${vend_id}/after-sale`, { as: 'finance' });
    expect(after.json.claim).toBeNull();
  });
});

describe('a vend that went to the wrong meter', () => {
  const REPAIR = { statement: 'the display shows 0.0', reason: 'two digits were swapped' };

  test('is sold to the right one by the decision', async () => {
    const { id: vend_id } = await sell();
    const id = newId();
    const body = { ...REPAIR, vend_id, to_meter_number: meterAt(10) };
    const first = await put(`/v1/repairs/${id}`, 'customer_officer', body);
    expect([first.status, first.json.state]).toEqual([201, 'requested']);
    expect((await put(`/v1/repairs/${id}`, 'customer_officer', body)).status).toBe(200);
    await decide(id, 'finance_checker');
    const read = await world.ask('GET', `/v1/repairs/${id}`, { as: 'customer_officer' });
    expect(read.json).toMatchObject({ state: 'executed', refusal: null });
    const fresh = await world.ask('GET', `/v1/vends/${read.json.new_vend_id}`, { as: 'auditor' });
    expect(fresh.json).toMatchObject({
      ...{ state: 'posted', meter_number: meterAt(10), tendered_minor: '5000' },
      sold_by: 'customer_officer',
    });
  });

  test('is listed a page at a time, by its vend and its state', async () => {
    const list = async (more: string) =>
      (await world.ask('GET', `/v1/repairs?limit=1${more}`, { as: 'finance' })).json;
    const { id: vend_id } = await sell();
    const id = newId();
    const body = { ...REPAIR, vend_id, to_meter_number: meterAt(10) };
    const { json: asked } = await put(`/v1/repairs/${id}`, 'customer_officer', body);
    expect(await list(`&vend_id=${vend_id}`)).toEqual({ repairs: [asked], next: null });
    const first = await list('');
    expect(first.repairs).toEqual([asked]);
    const second = await list(`&after=${first.next}`);
    expect(second.repairs[0].state).toBe('executed');
    expect((await list('&state=requested')).repairs).toEqual([asked]);
    expect((await list('&state=dropped')).repairs).toEqual([]);
  });

  test('is refused in order', async () => {
    const { id: vend_id, meter_number } = await sell();
    const lines: readonly (readonly [Who, object, string])[] = [
      ['auditor', { vend_id: newId(), to_meter_number: '1' }, 'not_allowed'],
      ['finance', { vend_id: newId(), to_meter_number: '1' }, 'meter_number_invalid'],
      ['finance', { vend_id: newId(), to_meter_number: '01234567897' }, 'vend_not_found'],
      ['finance', { vend_id, to_meter_number: '01234567897' }, 'meter_not_found'],
      ['finance', { vend_id, to_meter_number: meter_number }, 'repair_same_meter'],
    ];
    for (const [who, more, code] of lines) {
      const answer = await put(`/v1/repairs/${newId()}`, who, { ...REPAIR, ...more });
      expect(answer.json.code).toBe(code);
    }
    const missing = await world.ask('GET', `/v1/repairs/${newId()}`, { as: 'auditor' });
    expect(missing.json.code).toBe('repair_not_found');
  });
});

test('what can be done with a vend is what would be answered', async () => {
  const { id: vend_id, meter_number } = await sell();
  const { refusals } = (await world.ask('GET', `/v1/vends/${vend_id}/after-sale`, { as: 'demo' }))
    .json;
  expect(refusals).toEqual({
    ...{ resend: null, refund: null, repair: null, reissue: 'reissue_not_needed' },
  });
  const reissue = { kind: 'reissue', reason: 'old', vend_id };
  const asked = await put(`/v1/orders/${newId()}`, 'customer_officer', reissue);
  expect(asked.json.code).toBe(refusals.reissue);
  // The meter is given fifty more tokens, and has forgotten the first one.
  const contents = Array(16).fill({ kind: 'clear-tamper-condition' });
  for (const count of [16, 16, 16, 2]) {
    const id = newId();
    await put(`/v1/orders/${id}`, 'engineering_maker', {
      ...{ kind: 'engineering', meter_number, reason_code: 'fault_finding', reason: 'r' },
      contents: contents.slice(0, count),
    });
    await decide(id, 'engineering_checker');
  }
  const after = await world.ask('GET', `/v1/vends/${vend_id}/after-sale`, { as: 'demo' });
  expect(after.json).toMatchObject({ newer_tokens: 50, refusals: { reissue: null } });
  const made = await put(`/v1/orders/${newId()}`, 'customer_officer', reissue);
  expect(made.status).toBe(201);
  const now = await world.ask('GET', `/v1/vends/${vend_id}/after-sale`, { as: 'demo' });
  expect(now.json).toMatchObject({
    claim: { deed: 'reissue' },
    // A token to be made anew is still the customer's to have sent.
    refusals: { resend: null, refund: 'vend_claimed', repair: 'vend_claimed' },
  });
});

test('the digits of a vend are wanted once more, once for each id', async () => {
  const { id } = await sell();
  const resend = newId();
  const want = (carrier: string, as: Who = 'cashier', vend = id) =>
    put(`/v1/vends/${vend}/resends/${resend}`, as, { carrier });
  expect((await want('sms')).status).toBe(201);
  expect((await want('sms')).status).toBe(200);
  expect((await want('email')).json.code).toBe('resend_id_conflict');
  expect((await want('sms', 'foreign-cashier')).json.code).toBe('vend_not_found');
  expect((await want('sms', 'cashier', newId())).json.code).toBe('vend_not_found');
});

/** Approvals and the audit trail over HTTP. */
import { randomUUID } from 'node:crypto';
import type { ApprovalSubject } from '@wattvend/vending/approval-desk.js';
import type { ApprovalKind } from '@wattvend/vending/approval-kinds.js';
import { type ApprovalId, requestApproval } from '@wattvend/vending/approvals.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UTILITY } from '../../../packages/vending/test/utility-fixture.ts';
import type { RefusalCode } from '../src/http/refusals.ts';
import { createServerWorld, type ServerWorld, userIdOf, type Who } from './server-world.ts';

let world: ServerWorld;
let refusal: RefusalCode | null = null;
let applied = 0;

beforeAll(async () => {
  const subject: ApprovalSubject = {
    async apply() {
      applied += 1;
      return refusal === null ? { kind: 'applied' } : { kind: 'refused', refusal };
    },
  };
  world = await createServerWorld({}, null, { refund: subject, tariff_version: subject });
});
afterAll(() => world.close());

async function ordered(kind: ApprovalKind = 'refund', by: Who = 'finance'): Promise<string> {
  const approvalId = randomUUID() as string as ApprovalId;
  const order = {
    approvalId,
    kind,
    subject: { vend: 'v1', refund_minor: '5000' },
    summary: 'Refund of 50.00',
    documentReference: null,
    reason: 'paid twice',
    requestedBy: userIdOf(by),
  };
  const now = world.context.clock();
  const answer = await world.context.database.transaction((tx) =>
    requestApproval(tx, UTILITY, order, { now, address: '192.0.2.9' }),
  );
  expect(answer.kind).toBe('requested');
  return approvalId;
}

const decide = (id: string, as: Who, body: object = { decision: 'approved' }) =>
  world.ask('POST', `/v1/approvals/${id}/decision`, { as, body });
const read = (id: string, as: Who) => world.ask('GET', `/v1/approvals/${id}`, { as });

describe('an order', () => {
  test('is seen by those whom its kind concerns, who are told what they may do', async () => {
    const id = await ordered();
    const answer = await read(id, 'finance_checker');
    expect([answer.status, answer.json]).toEqual([
      200,
      {
        id,
        kind: 'refund',
        subject: { vend: 'v1', refund_minor: '5000' },
        summary: 'Refund of 50.00',
        document_reference: null,
        reason: 'paid twice',
        requested_by: { id: userIdOf('finance'), sign_in_name: 'finance' },
        requested_at: expect.stringMatching(/Z$/),
        expires_at: expect.stringMatching(/Z$/),
        state: 'requested',
        decided_by: null,
        decided_at: null,
        decision_reason: null,
        may_decide: true,
        may_withdraw: false,
      },
    ]);
    expect((await read(id, 'finance')).json).toMatchObject({
      may_decide: false,
      may_withdraw: true,
    });
    for (const as of ['auditor', 'customer_officer'] as const) {
      expect((await read(id, as)).json).toMatchObject({ may_decide: false, may_withdraw: false });
    }
    for (const as of ['tariff_checker', 'key_custodian_b', 'engineering_maker'] as const) {
      expect((await read(id, as)).json.code, as).toBe('approval_not_found');
    }
    expect((await read(randomUUID(), 'auditor')).json.code).toBe('approval_not_found');
    expect((await read(id, 'cashier')).json.code).toBe('not_allowed');
  });

  test('is decided by another person, once, and the answer is said again', async () => {
    const id = await ordered();
    const before = applied;
    expect((await decide(id, 'finance')).json).toMatchObject({ code: 'own_order', status: 403 });
    const first = await decide(id.toUpperCase(), 'finance_checker');
    expect([first.status, first.json]).toMatchObject([
      200,
      { state: 'approved', decided_by: { sign_in_name: 'finance_checker' }, may_decide: false },
    ]);
    expect(await decide(id, 'finance_checker')).toMatchObject({ status: 200, json: first.json });
    expect(applied).toBe(before + 1);
    const other = await decide(id, 'finance_checker', { decision: 'rejected', reason: 'no' });
    expect(other.json).toMatchObject({ code: 'approval_decided', status: 409 });
  });

  test('of the demo’s or the founder’s own is not theirs to decide', async () => {
    for (const who of ['demo', 'founder'] as const) {
      const id = await ordered('refund', who);
      expect((await decide(id, who)).json.code, who).toBe('own_order');
      const back = await decide(id, who, { decision: 'withdrawn' });
      expect(back.json).toMatchObject({ state: 'withdrawn' });
    }
  });

  test.each<[string, object]>([
    ['no decision', {}],
    ['an unknown one', { decision: 'expired' }],
    ['a rejection without a reason', { decision: 'rejected' }],
    ['a reason of two lines', { decision: 'rejected', reason: 'a\nb' }],
    ['more than that', { decision: 'approved', by: 'me' }],
  ])('is not decided by %s', async (_, body) => {
    const id = await ordered();
    expect((await decide(id, 'finance_checker', body)).json.code).toBe('request_invalid');
  });

  test('that cannot be carried out says why, and stays open', async () => {
    const id = await ordered();
    refusal = 'meter_blocked';
    const answer = await decide(id, 'finance_checker');
    refusal = null;
    expect(answer.json.code).toBe('meter_blocked');
    expect((await read(id, 'finance_checker')).json.state).toBe('requested');
  });

  test('is not decided by a machine', async () => {
    const id = await ordered();
    expect((await decide(id, 'api-key')).json.code).toBe('not_allowed');
  });

  test('needs a fresh factor of whoever approves, and none of whoever rejects', async () => {
    const [one, other] = [
      await ordered('tariff_version', 'tariff_maker'),
      await ordered('tariff_version', 'tariff_maker'),
    ];
    world.ahead += 5 * 60_000 + 60_000;
    const late = await decide(one, 'tariff_checker');
    expect(late.json).toMatchObject({ code: 'second_factor_required', status: 403 });
    const no = { decision: 'rejected', reason: 'too dear' };
    expect((await decide(other, 'tariff_checker', no)).json).toMatchObject({
      state: 'rejected',
      decision_reason: 'too dear',
    });
    // The demo's users have no factor; to them this machine is one.
    expect((await decide(one, 'demo')).json.state).toBe('approved');
  });
});

test('orders are listed by what concerns whom, a page at a time', async () => {
  const own = await createServerWorld();
  const outer = world;
  world = own;
  const ids = [
    await ordered('refund', 'finance'),
    await ordered('tariff_version', 'tariff_maker'),
    await ordered('refund', 'customer_officer'),
  ];
  const list = async (as: Who, query = '') => {
    const { json } = await own.ask('GET', `/v1/approvals${query}`, { as });
    return { ids: json.approvals.map(({ id }: { readonly id: string }) => id), next: json.next };
  };
  expect(new Set((await list('auditor')).ids)).toEqual(new Set(ids));
  expect((await list('tariff_checker')).ids).toEqual([ids[1]]);
  expect((await list('key_custodian_a')).ids).toEqual([]);
  expect((await list('finance_checker', '?kind=tariff_version')).ids).toEqual([]);
  expect((await list('auditor', '?kind=tariff_version')).ids).toEqual([ids[1]]);
  expect((await list('auditor', '?state=approved')).ids).toEqual([]);
  const first = await list('finance_checker', '?limit=1');
  const second = await list('finance_checker', `?limit=1&before=${first.next}`);
  expect(new Set([...first.ids, ...second.ids])).toEqual(new Set([ids[0], ids[2]]));
  expect(second.next).toBeNull();
  const wrong = await own.ask('GET', '/v1/approvals?before=x', { as: 'auditor' });
  expect(wrong.json.code).toBe('request_invalid');
  world = outer;
  await own.close();
});

describe('the audit trail', () => {
  test('tells auditors what happened, and can be searched and paged', async () => {
    const id = await ordered();
    await decide(id, 'finance_checker', { decision: 'rejected', reason: 'no' });
    const url = `/v1/audit-events?subject_kind=approval&subject_id=${id}`;
    const { json } = await world.ask('GET', url, { as: 'auditor' });
    expect(json.events).toMatchObject([
      { what: 'approval.rejected', actor: { kind: 'user', name: 'finance_checker' } },
      { what: 'approval.requested', actor: { name: 'finance' }, address: '192.0.2.9' },
    ]);
    const one = await world.ask('GET', '/v1/audit-events?what=approval.&limit=1', {
      as: 'auditor',
    });
    const two = await world.ask(
      'GET',
      `/v1/audit-events?what=approval.&limit=1&before=${one.json.next}`,
      { as: 'auditor' },
    );
    expect(one.json.events[0].hash).not.toBe(two.json.events[0].hash);
    expect(one.json.events[0].previous_hash).toMatch(/^[0-9a-f]{64}$/);
    const of = await world.ask(
      'GET',
      `/v1/audit-events?actor_id=${userIdOf('finance_checker')}&limit=1`,
      { as: 'auditor' },
    );
    expect(of.json.events[0].actor.name).toBe('finance_checker');
    const none = await world.ask('GET', '/v1/audit-events?to=2001-01-01T00:00:00Z', {
      as: 'auditor',
    });
    expect(none.json.events).toEqual([]);
    const since = await world.ask('GET', '/v1/audit-events?from=2001-01-01T00:00:00Z&limit=1', {
      as: 'auditor',
    });
    expect(since.json.events).toHaveLength(1);
  });

  test.each(['what=X', 'actor_id=1', 'from=yesterday', 'limit=0', 'before=x', 'nothing=1'])(
    'refuses %s',
    async (query) => {
      const answer = await world.ask('GET', `/v1/audit-events?${query}`, { as: 'auditor' });
      expect(answer.json.code).toBe('request_invalid');
    },
  );

  test('is found whole, and after tampering not', async () => {
    const check = () => world.ask('GET', '/v1/audit-events/check', { as: 'auditor' });
    const whole = await check();
    expect(whole.json).toMatchObject({ intact: true, fault: null });
    expect(whole.json.head_hash).toMatch(/^[0-9a-f]{64}$/);
    const { database } = world.context;
    await database.transaction(async (tx) => {
      for (const text of [
        'alter table audit_event disable trigger user',
        `update audit_event set address = '192.0.2.66' where sequence = 2`,
        'alter table audit_event enable trigger user',
      ]) {
        await tx.query({ name: '', text });
      }
    });
    expect((await check()).json).toMatchObject({
      intact: false,
      fault: { kind: 'edited', sequence: 2 },
    });
  });
});

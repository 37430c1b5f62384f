/** The two-person rule: who may ask, who may decide, and that a decision and its effect are one. */
import { randomUUID } from 'node:crypto';
import { type Statement, sqlState } from '@wattvend/database/database.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import {
  type ApprovalSubject,
  createApprovalDesk,
  type DecisionRequest,
} from '@wattvend/vending/approval-desk.js';
import { APPROVAL_KIND_NAMES, APPROVAL_KINDS, kindsFor } from '@wattvend/vending/approval-kinds.js';
import {
  type ApprovalId,
  type ApprovalOrder,
  findApproval,
  listApprovals,
  requestApproval,
} from '@wattvend/vending/approvals.js';
import { checkAuditTrail, listAuditEvents } from '@wattvend/vending/audit-trail.js';
import { disableUser } from '@wattvend/vending/disable-user.js';
import { permissionsOf } from '@wattvend/vending/permissions.js';
import type { Role } from '@wattvend/vending/roles.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPeople, personOf } from './staff-people.ts';
import { createUtilityFixture, UTILITY, type UtilityFixture } from './utility-fixture.ts';

const T0 = instant(Date.UTC(2030, 0, 1));
const DAY_MS = 24 * 60 * 60_000;
const ADDRESS = '192.0.2.7';

let fixture: UtilityFixture;
beforeAll(async () => {
  fixture = await createUtilityFixture();
  await addPeople(fixture.scratch.database);
});
afterAll(() => fixture.close());

const statement = (text: string): Statement => ({ name: '', text });

function order(more: Partial<ApprovalOrder> = {}): ApprovalOrder {
  return {
    approvalId: randomUUID() as string as ApprovalId,
    kind: 'refund',
    subject: { refund_minor: '5000', vend_id: randomUUID(), steps: [1, 2] },
    summary: 'Refund of 50.00',
    documentReference: 'letter 17',
    reason: 'paid twice',
    requestedBy: personOf('finance'),
    ...more,
  };
}

const ask = (wanted: ApprovalOrder, now: Instant = T0) =>
  fixture.scratch.database.transaction((tx) =>
    requestApproval(tx, UTILITY, wanted, { now, address: ADDRESS }),
  );

async function asked(more: Partial<ApprovalOrder> = {}): Promise<ApprovalId> {
  const wanted = order(more);
  expect((await ask(wanted)).kind).toBe('requested');
  return wanted.approvalId;
}

function after(ms: number): Instant {
  return instant(T0 + ms);
}

/** Marks each approved order in a table that is the test's own, or refuses. */
const marking = (refusal: 'nothing_to_refund' | null = null): ApprovalSubject => ({
  async apply(tx, { approvalId }) {
    await tx.query(statement('insert into test_applied values ($1::uuid)'), [approvalId]);
    return refusal === null ? { kind: 'applied' } : { kind: 'refused', refusal };
  },
});

beforeAll(() =>
  fixture.scratch.database.query(statement('create table test_applied (approval_id uuid)')),
);

async function timesApplied(approvalId: ApprovalId): Promise<number> {
  const text = 'select 1 from test_applied where approval_id = $1::uuid';
  return (await fixture.scratch.database.query(statement(text), [approvalId])).rows.length;
}

function decide(
  approvalId: ApprovalId,
  more: Partial<DecisionRequest> & { readonly now?: Instant } = {},
  subject: ApprovalSubject = marking(),
) {
  const { now = after(60_000), ...rest } = more;
  const desk = createApprovalDesk({
    database: fixture.scratch.database,
    utilityId: UTILITY,
    subjects: { refund: subject, tariff_version: subject, key_load: subject },
  });
  const request: DecisionRequest = {
    approvalId,
    decision: 'approved',
    reason: null,
    by: personOf('finance_checker'),
    strongAt: now,
    address: ADDRESS,
    ...rest,
  };
  return desk.decide(request, now);
}

test('an order is written down once, and said again as it is', async () => {
  const wanted = order();
  const first = await ask(wanted);
  const { requestedBy: _, ...same } = wanted;
  expect(first).toEqual({
    kind: 'requested',
    first: true,
    approval: {
      ...same,
      requestedBy: { userId: personOf('finance'), signInName: 'finance' },
      requestedAt: T0,
      expiresAt: T0 + 7 * DAY_MS,
      state: 'requested',
      decidedBy: null,
      decidedAt: null,
      decisionReason: null,
    },
  });
  const { subject } = wanted;
  const turned = Object.fromEntries(Object.entries(subject).reverse());
  const again = await ask({ ...wanted, subject: turned }, after(5));
  expect(again).toEqual({ ...first, first: false });
});

test.each<[string, Partial<ApprovalOrder>]>([
  ['another subject', { subject: { refund_minor: '5001' } }],
  ['another summary', { summary: 'x' }],
  ['another document', { documentReference: null }],
  ['another reason', { reason: 'x' }],
  ['another person', { requestedBy: personOf('customer_officer') }],
])('the same id with %s is a conflict and changes nothing', async (_, change) => {
  const wanted = order();
  await ask(wanted);
  expect(await ask({ ...wanted, ...change })).toEqual({
    kind: 'refused',
    refusal: 'approval_id_conflict',
  });
  const found = await findApproval(fixture.scratch.database, UTILITY, wanted.approvalId, T0);
  expect(found?.reason).toBe(wanted.reason);
});

test('nobody asks for what the role does not allow', async () => {
  for (const role of ['cashier', 'auditor', 'finance_checker'] as const) {
    const answer = await ask(order({ requestedBy: personOf(role) }));
    expect(answer, role).toEqual({ kind: 'refused', refusal: 'not_allowed' });
  }
});

describe('a decision', () => {
  test('does what was ordered, once, and says the same again', async () => {
    const id = await asked();
    const first = await decide(id);
    expect(first).toMatchObject({
      kind: 'decided',
      first: true,
      approval: {
        state: 'approved',
        decidedBy: { signInName: 'finance_checker' },
        decidedAt: after(60_000),
      },
    });
    expect(await decide(id, { now: after(90_000) })).toEqual({ ...first, first: false });
    expect(await timesApplied(id)).toBe(1);
  });

  // Each line breaks one rule less than the line above it.
  test.each<[string, Partial<DecisionRequest>, number, string]>([
    [
      'no order',
      { approvalId: randomUUID() as string as ApprovalId, by: personOf('cashier'), strongAt: null },
      8,
      'approval_not_found',
    ],
    ['no role', { by: personOf('cashier'), strongAt: null }, 8, 'not_allowed'],
    ['own order', { by: personOf('finance'), strongAt: null }, 8, 'own_order'],
    ['too late', { strongAt: null }, 8, 'approval_expired'],
    ['no second factor', { strongAt: null }, 1, 'second_factor_required'],
    ['all is well', {}, 1, 'decided'],
  ])('%s', async (_, request, days, expected) => {
    const id = await asked();
    const answer = await decide(id, { now: after(days * DAY_MS), ...request });
    expect(answer.kind === 'refused' ? answer.refusal : answer.kind).toBe(expected);
    expect(await timesApplied(id)).toBe(expected === 'decided' ? 1 : 0);
  });

  test('needs a factor shown within the last five minutes, not one millisecond more', async () => {
    const id = await asked();
    const now = after(DAY_MS);
    const old = await decide(id, { now, strongAt: instant(now - 300_001) });
    expect(old).toEqual({ kind: 'refused', refusal: 'second_factor_required' });
    expect((await decide(id, { now, strongAt: instant(now - 300_000) })).kind).toBe('decided');
  });

  test('to reject needs no factor, and is final', async () => {
    const id = await asked();
    const no = { decision: 'rejected', reason: 'no receipt', strongAt: null } as const;
    expect(await decide(id, no)).toMatchObject({
      kind: 'decided',
      approval: { state: 'rejected', decisionReason: 'no receipt' },
    });
    expect(await decide(id)).toEqual({ kind: 'refused', refusal: 'approval_decided' });
    expect(await timesApplied(id)).toBe(0);
  });

  test('only who asked takes an order back', async () => {
    const id = await asked();
    const back = { decision: 'withdrawn', strongAt: null } as const;
    expect(await decide(id, back)).toEqual({ kind: 'refused', refusal: 'not_allowed' });
    const own = await decide(id, { ...back, by: personOf('finance') });
    expect(own).toMatchObject({ kind: 'decided', approval: { state: 'withdrawn' } });
    expect(await decide(id)).toEqual({ kind: 'refused', refusal: 'approval_decided' });
  });

  test('that cannot be carried out is not kept, and the order stays open', async () => {
    const id = await asked();
    const answer = await decide(id, {}, marking('nothing_to_refund'));
    expect(answer).toEqual({ kind: 'not-possible', refusal: 'nothing_to_refund' });
    expect(await timesApplied(id)).toBe(0);
    expect((await decide(id)).kind).toBe('decided');
  });

  test('of many at once is one', async () => {
    const id = await asked();
    const answers = await Promise.all(Array.from({ length: 8 }, () => decide(id)));
    expect(answers.filter((each) => each.kind === 'decided' && each.first)).toHaveLength(1);
    expect(answers.every((each) => each.kind === 'decided')).toBe(true);
    expect(await timesApplied(id)).toBe(1);
  });

  test('is not for who was disabled meanwhile', async () => {
    const own = await createUtilityFixture();
    const { database } = own.scratch;
    await addPeople(database);
    const wanted = order();
    await database.transaction((tx) =>
      requestApproval(tx, UTILITY, wanted, { now: T0, address: null }),
    );
    const by = personOf('finance_checker');
    const officer = personOf('security_officer');
    await disableUser(
      database,
      UTILITY,
      { userId: by, by: { userId: officer, address: null } },
      T0,
    );
    const desk = createApprovalDesk({ database, utilityId: UTILITY, subjects: {} });
    const { approvalId } = wanted;
    const request = { approvalId, by, reason: null, strongAt: T0, address: null } as const;
    for (const decision of ['approved', 'rejected'] as const) {
      const answer = await desk.decide({ ...request, decision }, T0);
      expect(answer).toEqual({ kind: 'refused', refusal: 'not_allowed' });
    }
    await own.close();
  });
});

test('orders whose time has passed are put away once, and none before', async () => {
  const dropped: string[] = [];
  let failing: ApprovalId | null = null;
  const subject: ApprovalSubject = {
    ...marking(),
    async drop(_, { approvalId }) {
      if (approvalId === failing) throw new Error('not today');
      dropped.push(approvalId);
    },
  };
  // A fixture of its own: orders of other tests grow old as well.
  const own = await createUtilityFixture();
  const { database } = own.scratch;
  await addPeople(database);
  const desk = createApprovalDesk({
    ...{ database, utilityId: UTILITY, subjects: { refund: subject } },
  });
  const orders = [order(), order()];
  for (const [at, wanted] of orders.entries()) {
    const now = after(at);
    await database.transaction((tx) =>
      requestApproval(tx, UTILITY, wanted, { now, address: null }),
    );
  }
  const [first, second] = orders.map(({ approvalId }) => approvalId);
  const week = 7 * DAY_MS;
  expect(await desk.expireDue(after(week - 1))).toBe(0);
  failing = first ?? null;
  await expect(desk.expireDue(after(week + 1))).rejects.toThrow('orders could not be put away');
  expect(dropped).toEqual([second]);
  failing = null;
  const counts = await Promise.all([1, 2, 3].map(() => desk.expireDue(after(week + 1))));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(dropped).toEqual([second, first]);
  const { rows } = await database.query(
    statement(`select count(*)::int as told from audit_event where what = 'approval.expired'`),
    [],
  );
  expect(rows).toEqual([{ told: 2 }]);
  await own.close();
});

describe('the database itself', () => {
  const change = (text: string, id: ApprovalId) =>
    fixture.scratch.database
      .query(statement(text), [UTILITY, id])
      .then(() => 'done')
      .catch((error: unknown) => sqlState(error));
  const WHERE = 'where utility_id = $1::uuid and approval_id = $2::uuid';
  const BY_REQUESTER = `decided_by = requested_by, decided_at_ms = requested_at_ms`;

  test('refuses the second person who is the first', async () => {
    const id = await asked();
    for (const state of ['approved', 'rejected']) {
      const text = `update approval set state = '${state}', ${BY_REQUESTER} ${WHERE}`;
      expect(await change(text, id), state).toBe('23514');
    }
  });

  test.each([
    ['another subject', `set subject = '{}'`],
    ['another requester', `set requested_by = '${personOf('cashier')}'`],
    ['a longer time', 'set expires_at_ms = expires_at_ms + 1'],
    ['nothing at all', `set state = 'requested'`],
    ['a decision with another subject', `set subject = '{}', state = 'withdrawn', ${BY_REQUESTER}`],
  ])('refuses %s', async (_, set) => {
    const id = await asked();
    expect(await change(`update approval ${set} ${WHERE}`, id)).toBe('WVV02');
  });

  test('refuses a second decision and a removal', async () => {
    const id = await asked();
    await decide(id, { decision: 'rejected' });
    expect(await change(`update approval set decision_reason = 'x' ${WHERE}`, id)).toBe('WVV02');
    expect(await change(`delete from approval ${WHERE}`, id)).toBe('WVV02');
  });

  test('refuses an approval after its time', async () => {
    const id = await asked();
    const text =
      `update approval set state = 'approved', decided_by = '${personOf('auditor')}', ` +
      `decided_at_ms = expires_at_ms ${WHERE}`;
    expect(await change(text, id)).toBe('23514');
  });
});

test('orders are listed by kind and state, a page at a time, and the expired ones as such', async () => {
  const own = await createUtilityFixture();
  const { database } = own.scratch;
  await addPeople(database);
  const kinds = {
    refund: 'finance',
    limit_change: 'supervisor',
    refund2: 'customer_officer',
  } as const;
  const ids: ApprovalId[] = [];
  for (const [name, role] of Object.entries(kinds)) {
    const kind = name === 'limit_change' ? 'limit_change' : 'refund';
    const wanted = order({ kind, requestedBy: personOf(role) });
    ids.push(wanted.approvalId);
    await database.transaction((tx) =>
      requestApproval(tx, UTILITY, wanted, { now: after(ids.length), address: null }),
    );
  }
  const start = { requestedAt: after(DAY_MS), approvalId: ids[0] ?? ('' as ApprovalId) };
  const page = { kinds: APPROVAL_KIND_NAMES, state: null, before: start, limit: 2, now: after(9) };
  const list = async (more: object) =>
    (await listApprovals(database, UTILITY, { ...page, ...more })).map((each) => each.approvalId);
  expect(await list({})).toEqual([ids[2], ids[1]]);
  const before = { requestedAt: after(2), approvalId: ids[1] };
  expect(await list({ before })).toEqual([ids[0]]);
  expect(await list({ kinds: ['refund'] })).toEqual([ids[2], ids[0]]);
  expect(await list({ state: 'expired' })).toEqual([]);
  expect(await list({ state: 'expired', now: after(8 * DAY_MS) })).toEqual([ids[2], ids[1]]);
  expect(await list({ state: 'requested', now: after(8 * DAY_MS) })).toEqual([]);
  await own.close();
});

test('every kind can be asked for by somebody and decided by somebody else only', () => {
  const ofRole = (role: Role) => kindsFor(permissionsOf([role]));
  expect(ofRole('cashier')).toEqual([]);
  expect(ofRole('key_custodian_a')).toEqual(['key_load']);
  expect(ofRole('tariff_checker')).toEqual(['tariff_version']);
  for (const kind of APPROVAL_KIND_NAMES) {
    const { request, approve } = APPROVAL_KINDS[kind];
    expect(request).not.toBe(approve);
  }
});

test('what was asked and decided stands in the audit trail, which holds together', async () => {
  const { database } = fixture.scratch;
  const id = await asked();
  await decide(id, { decision: 'rejected' });
  const late = await asked();
  await decide(late, { now: after(8 * DAY_MS) });
  const page = { before: Number.MAX_SAFE_INTEGER, limit: 10, subjectKind: 'approval' };
  const none = { what: null, actorId: null, from: null, to: null };
  const of = async (subjectId: string) =>
    (await listAuditEvents(database, UTILITY, { ...page, ...none, subjectId })).map(
      ({ event, actorName }) => [event.what, actorName, event.actor.address],
    );
  expect(await of(id)).toEqual([
    ['approval.rejected', 'finance_checker', ADDRESS],
    ['approval.requested', 'finance', ADDRESS],
  ]);
  expect(await of(late)).toEqual([
    ['approval.expired', null, null],
    ['approval.requested', 'finance', ADDRESS],
  ]);
  expect((await checkAuditTrail(database, UTILITY)).fault).toBeNull();
});

/** /v1/debts: the forms, the order of refusals, and two people for a write-off. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServerWorld, type ServerWorld, type Who } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await createServerWorld();
});
afterAll(() => world.close());

const AGREEMENT = 'c0000000-0000-4000-8000-000000000000';
const NOBODY = 'c0000000-0000-4000-8000-00000000ffff';

const DEBT = {
  agreement_id: AGREEMENT,
  kind: 'connection',
  name: 'Connection fee',
  principal_minor: '50000',
  priority: 2,
  recovery: { kind: 'share', share: '12.5 %' },
  least_minor: '0',
  collect_from: '2026-02-01',
  agreed_on: '2026-01-10',
  reference: 'form 17',
};

let ids = 0;
function newId(): string {
  ids += 1;
  return `dd000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
}

function put(id: string, body: unknown, as: Who = 'finance') {
  return world.ask('PUT', `/v1/debts/${id}`, { as, body });
}

async function made(more: object = {}): Promise<string> {
  const id = newId();
  const { status } = await put(id, { ...DEBT, ...more });
  expect(status).toBe(201);
  return id;
}

describe('a debt', () => {
  test('is put once, says its terms in words, and is listed and read', async () => {
    const id = newId();
    const first = await put(id, DEBT);
    expect([first.status, first.json]).toMatchObject([
      201,
      {
        ...DEBT,
        id,
        owed_minor: '50000',
        state: 'open',
        recovery_in_words: '12.5 % of each purchase: of T 100.00 the debt takes T 12.50.',
        created_by: 'finance',
      },
    ]);
    expect((await put(id, DEBT)).status).toBe(200);
    const list = await world.ask('GET', `/v1/agreements/${AGREEMENT}/debts`, { as: 'auditor' });
    expect(list.json.debts).toContainEqual(first.json);
    const read = await world.ask('GET', `/v1/debts/${id}`, { as: 'cashier' });
    expect(read.json).toEqual({ ...first.json, changes: [] });
  });

  test.each(['10', '0.1', '101 %', '12.345 %', '-5 %', '5 percent', '1000 %', '100.01 %'])(
    'a share of "%s" is not understood',
    async (share) => {
      const answer = await put(newId(), { ...DEBT, recovery: { kind: 'share', share } });
      expect(answer.json).toMatchObject({ code: 'request_invalid' });
    },
  );

  test.each([
    ['100 %', '100 %'],
    ['100.00%', '100 %'],
    ['5%', '5 %'],
    ['0.25 %', '0.25 %'],
    ['07.50 %', '7.5 %'],
  ])('a share of "%s" is %s', async (share, said) => {
    const answer = await put(newId(), { ...DEBT, recovery: { kind: 'share', share } });
    expect(answer.json.recovery).toEqual({ kind: 'share', share: said });
  });

  test('is refused in order', async () => {
    const id = await made();
    const zero = { kind: 'share', share: '0 %' };
    const lines: readonly (readonly [string, object, string])[] = [
      [id, { agreement_id: NOBODY, principal_minor: '0' }, 'debt_id_conflict'],
      [
        newId(),
        { agreement_id: NOBODY, principal_minor: '0', recovery: zero },
        'agreement_not_found',
      ],
      [newId(), { principal_minor: '0', recovery: zero }, 'debt_not_positive'],
      [newId(), { recovery: zero }, 'debt_terms_faulty'],
    ];
    for (const [at, more, code] of lines) {
      expect((await put(at, { ...DEBT, ...more })).json.code).toBe(code);
    }
  });
});

describe('a change', () => {
  const change = (id: string, changeId: string, body: unknown) =>
    world.ask('PUT', `/v1/debts/${id}/changes/${changeId}`, { as: 'customer_officer', body });
  const suspend = { change: { kind: 'suspended' }, reason: 'out of work' };
  const { priority, least_minor, collect_from } = DEBT;

  test('is made once and stands in the history', async () => {
    const id = await made();
    const changeId = newId();
    const first = await change(id, changeId, suspend);
    expect([first.status, first.json.state]).toEqual([201, 'suspended']);
    expect((await change(id, changeId, suspend)).status).toBe(200);
    const terms = {
      priority,
      least_minor,
      collect_from,
      recovery: { kind: 'fixed', fixed_minor: '100', per: 'month' },
    };
    const conflict = await change(id, changeId, { change: { kind: 'terms', terms }, reason: 'r' });
    expect(conflict.json.code).toBe('debt_change_id_conflict');
    const second = await change(id, newId(), { change: { kind: 'terms', terms }, reason: 'r' });
    expect(second.json.recovery_in_words).toBe('T 1.00 in each month.');
    const read = await world.ask('GET', `/v1/debts/${id}`, { as: 'finance' });
    expect(read.json.changes).toMatchObject([
      { id: changeId, kind: 'suspended', changed_by: 'customer_officer', reason: 'out of work' },
      { kind: 'terms' },
    ]);
    const trail = await world.ask('GET', '/v1/audit-events?limit=2', { as: 'auditor' });
    expect(trail.text).toContain('debt.suspended');
  });

  test('of what is not there, or to terms that cannot be meant, is refused', async () => {
    const missing = await change(newId(), newId(), suspend);
    expect(missing.json.code).toBe('debt_not_found');
    const recovery = { kind: 'fixed', fixed_minor: '10', per: 'month' };
    const terms = { priority, collect_from, recovery, least_minor: '11' };
    const wrong = await change(await made(), newId(), {
      change: { kind: 'terms', terms },
      reason: 'r',
    });
    expect(wrong.json).toMatchObject({
      code: 'debt_terms_faulty',
      detail: 'These terms cannot be meant: the least of each purchase is above the instalment.',
    });
  });
});

describe('a write-off', () => {
  const ask = (id: string, approvalId: string, money: string, as: Who = 'finance') =>
    world.ask('PUT', `/v1/debts/${id}/write-offs/${approvalId}`, {
      as,
      body: { write_off_minor: money, reason: 'moved away', document_reference: null },
    });
  const decide = (approvalId: string, as: Who) =>
    world.ask('POST', `/v1/approvals/${approvalId}/decision`, {
      as,
      body: { decision: 'approved', reason: null },
    });

  test('waits for another person, who takes it off the debt', async () => {
    const id = await made();
    const approvalId = newId();
    const first = await ask(id, approvalId, '50000');
    expect([first.status, first.json.kind]).toEqual([201, 'debt_write_off']);
    expect((await ask(id, approvalId, '50000')).status).toBe(200);
    expect((await ask(id, approvalId, '49999')).json.code).toBe('approval_id_conflict');
    expect((await decide(approvalId, 'finance')).json.code).toBe('own_order');
    const decided = await decide(approvalId, 'finance_checker');
    expect(decided.json.state).toBe('approved');
    const read = await world.ask('GET', `/v1/debts/${id}`, { as: 'finance' });
    expect(read.json).toMatchObject({ state: 'written_off', owed_minor: '0' });
    const later = await world.ask('PUT', `/v1/debts/${id}/changes/${newId()}`, {
      as: 'finance',
      body: { change: { kind: 'resumed' }, reason: 'r' },
    });
    expect(later.json.code).toBe('debt_settled');
  });

  test('is refused in order', async () => {
    const id = await made();
    const lines = [
      [newId(), '0', 'debt_not_found'],
      [id, '0', 'write_off_not_positive'],
      [id, '50001', 'write_off_above_debt'],
    ] as const;
    for (const [at, money, code] of lines) {
      expect((await ask(at, newId(), money)).json.code).toBe(code);
    }
  });
});

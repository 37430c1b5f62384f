/** Vendors' money over HTTP: every refusal, every idempotent answer, and who sees what. */
import { randomUUID } from 'node:crypto';
import { milliseconds } from '@wattvend/quantities/time.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  meterAt,
  OTHER_VENDOR,
  UTILITY,
  VENDOR,
} from '../../../packages/vending/test/utility-fixture.ts';
import { createServerWorld, type ServerWorld, userIdOf, type Who } from './server-world.ts';

const DAY_MS = 86_400_000;

let world: ServerWorld;
let document: unknown;
beforeAll(async () => {
  const week = milliseconds(7 * DAY_MS);
  world = await createServerWorld({ sessionLimits: { idle: week, absolute: week } });
  document = (await world.ask('GET', '/openapi.json')).json;
});
afterAll(() => world.close());

/** Asks, and holds the answer to the document: its status, its form and no other fields. */
async function ask(method: string, url: string, as: Who, body?: unknown) {
  const answer = await world.ask(method, url, { as, ...(body === undefined ? {} : { body }) });
  const path = url.replace(/\?.*$/, '');
  const { paths } = document as {
    paths: Record<string, Record<string, { responses: Record<string, { content?: object }> }>>;
  };
  const wanted = Object.keys(paths)
    .filter((each) =>
      new RegExp(`^${each.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
    )
    // A path without places is the more exact one.
    .sort((one, other) => one.split('{').length - other.split('{').length)[0];
  const response = paths[wanted ?? '']?.[method.toLowerCase()]?.responses[answer.status];
  const type = String(answer.headers['content-type']).split(';')[0] ?? '';
  const { content } = (response ?? {}) as { content?: Record<string, { schema: object }> };
  const schema = content?.[type]?.schema;
  expect(schema, `${method} ${path} answers ${answer.status} ${type}`).toBeDefined();
  const checked = z
    .fromJSONSchema(resolved(schema) as Parameters<typeof z.fromJSONSchema>[0])
    .safeParse(type === 'text/csv' ? answer.text : answer.json);
  expect(checked.error?.issues, `${method} ${path} ${answer.status}`).toBeUndefined();
  return answer;
}

function resolved(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(resolved);
  if (typeof part !== 'object' || part === null) return part;
  if ('$ref' in part) {
    const name = String(part.$ref).split('/').at(-1) ?? '';
    const { components } = document as { components: { schemas: Record<string, object> } };
    return resolved(components.schemas[name]);
  }
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, resolved(value)]));
}

async function newVendor(): Promise<string> {
  const added = await ask('POST', '/v1/vendors', 'supervisor', { name: `V ${randomUUID()}` });
  expect(added.status).toBe(201);
  return added.json.id as string;
}

function deposit(vendor: string, more: object = {}, id: string = randomUUID()) {
  const body = { deposit_minor: '10000', reference: 'slip', ...more };
  return ask('PUT', `/v1/vendors/${vendor}/deposits/${id}`, 'supervisor', body);
}

async function available(vendor: string): Promise<string> {
  const { json } = await ask('GET', `/v1/vendors/${vendor}`, 'supervisor');
  return json.float.available_minor as string;
}

async function decide(id: string, as: Who, decision = 'approved') {
  return await ask('POST', `/v1/approvals/${id}/decision`, as, { decision });
}

describe('deposits', () => {
  test('know their slip, come back once, and are listed', async () => {
    const vendor = await newVendor();
    const id = randomUUID();
    const slip = { source: 'Main 1', slip_number: 'A1', value_date: '2026-11-20' };
    expect((await deposit(vendor, slip, id)).status).toBe(201);
    const again = await deposit(vendor, slip, id.toUpperCase());
    expect([again.status, again.json.float.available_minor]).toEqual([200, '10000']);
    expect(again.json).toMatchObject({ ...slip, account: 'bank', reversal: null });
    expect((await deposit(vendor, { ...slip, slip_number: 'A2' }, id)).json.code).toBe(
      'deposit_id_conflict',
    );
    expect((await deposit(vendor, slip)).json.code).toBe('deposit_slip_used');
    expect((await deposit(vendor, { deposit_minor: '0' })).json.code).toBe('deposit_not_positive');
    expect((await deposit(randomUUID())).json.code).toBe('vendor_not_found');
    const elsewhere = { bank_batch_id: randomUUID() };
    expect((await deposit(vendor, elsewhere)).json.code).toBe('bank_batch_not_found');
    for (const value_date of ['2026-02-30', '0001-01-01', 'tomorrow']) {
      expect((await deposit(vendor, { value_date })).json.code).toBe('request_invalid');
    }
    for (let i = 0; i < 2; i += 1) await deposit(vendor);
    const url = `/v1/vendors/${vendor}/deposits?limit=2`;
    const first = await ask('GET', url, 'auditor');
    expect(first.json.deposits).toHaveLength(2);
    const rest = await ask('GET', `${url}&before=${first.json.next}`, 'auditor');
    expect(rest.json.deposits.map((each: { id: string }) => each.id)).toEqual([id]);
    expect(rest.json.next).toBeNull();
  });

  test('come back, alone when the float covers it, else by two people', async () => {
    const vendor = await newVendor();
    const [paid, spent] = [randomUUID(), randomUUID()];
    await deposit(vendor, {}, paid);
    await deposit(vendor, { deposit_minor: '500' }, spent);
    const reversal = randomUUID();
    const reverse = (deposit_id: string, more: object = {}, id = randomUUID()) =>
      ask('PUT', `/v1/vendors/${vendor}/deposit-reversals/${id}`, 'supervisor', {
        deposit_id,
        reason: 'not honoured',
        ...more,
      });
    expect(await reverse(spent, {}, reversal)).toMatchObject({
      status: 201,
      json: { reversal: { id: reversal }, float: { available_minor: '10000' } },
    });
    expect((await reverse(spent, {}, reversal)).status).toBe(200);
    expect((await reverse(paid, {}, reversal)).json.code).toBe('deposit_reversal_id_conflict');
    expect((await reverse(spent)).json.code).toBe('deposit_reversed');
    expect((await reverse(spent, { below_limit: true })).json.code).toBe('deposit_reversed');
    expect((await reverse(randomUUID())).json.code).toBe('deposit_not_found');
    expect((await reverse(randomUUID(), { below_limit: true })).json.code).toBe(
      'deposit_not_found',
    );
    const nobody = await ask(
      'PUT',
      `/v1/vendors/${randomUUID()}/deposit-reversals/${randomUUID()}`,
      'supervisor',
      { deposit_id: paid, reason: 'x' },
    );
    expect(nobody.json.code).toBe('vendor_not_found');
    // Set aside, as by a vend under way.
    const { database } = world.fixture.scratch;
    await database.query(
      {
        name: '',
        text: `update account_limit l set reserved_minor = $2 from vendor d
          where d.vendor_id = $1 and l.account_id = d.float_account_id`,
      },
      [vendor, 9_000n],
    );
    expect(await reverse(paid)).toMatchObject({
      status: 409,
      json: { code: 'float_exceeded', detail: expect.stringContaining('T 10.00') },
    });
    const order = randomUUID();
    const asked = await reverse(paid, { below_limit: true }, order);
    expect(asked).toMatchObject({
      status: 202,
      json: { approval: { id: order, kind: 'float_adjustment', state: 'requested' } },
    });
    expect((await reverse(paid, { below_limit: true }, order)).status).toBe(202);
    const other = { below_limit: true, reason: 'something else' };
    expect((await reverse(paid, other, order)).json.code).toBe('approval_id_conflict');
    expect((await decide(order, 'supervisor')).json.code).toBe('own_order');
    expect((await decide(order, 'finance_checker')).json.state).toBe('approved');
    const down = await ask('GET', `/v1/vendors/${vendor}`, 'auditor');
    expect(down.json).toMatchObject({
      status: 'suspended',
      suspension: { for: 'deposit_reversed', by: 'finance_checker' },
      float: { posted_minor: '0', available_minor: '0', floor_minor: '-9000' },
    });
    expect((await ask('DELETE', `/v1/vendors/${vendor}/suspension`, 'supervisor')).json.code).toBe(
      'float_not_covered',
    );
    await deposit(vendor, { deposit_minor: '9000' });
    expect((await ask('GET', `/v1/vendors/${vendor}`, 'auditor')).json.status).toBe('active');
  });
});

describe('credit limits', () => {
  test('are asked for by one and decided by another', async () => {
    const vendor = await newVendor();
    const change = (limit: string, id = randomUUID(), as: Who = 'supervisor', of = vendor) =>
      ask('PUT', `/v1/vendors/${of}/credit-limits/${id}`, as, {
        credit_limit_minor: limit,
        reason: 'agreed in writing',
      });
    const id = randomUUID();
    const asked = await change('5000', id);
    expect(asked).toMatchObject({
      status: 202,
      json: { approval: { id, state: 'requested', may_withdraw: true } },
    });
    expect(asked.json.approval.summary).toMatch(/50\.00 XTS$/);
    expect(await available(vendor)).toBe('0');
    expect((await decide(id, 'finance_checker')).json.state).toBe('approved');
    expect(await available(vendor)).toBe('5000');
    expect((await change('5000', id)).json.approval.state).toBe('approved');
    expect((await change('6000', id)).json.code).toBe('approval_id_conflict');
    expect((await change('-1')).json.code).toBe('credit_limit_below_zero');
    expect((await change('1', randomUUID(), 'finance', randomUUID())).json.code).toBe(
      'vendor_not_found',
    );
    const { database } = world.fixture.scratch;
    await database.query(
      {
        name: '',
        text: `update account_limit l set reserved_minor = 4000 from vendor d
          where d.vendor_id = $1 and l.account_id = d.float_account_id`,
      },
      [vendor],
    );
    const less = randomUUID();
    await change('3999', less);
    // Refused when it is carried out, and open still.
    expect((await decide(less, 'finance_checker')).json.code).toBe('credit_limit_in_use');
    expect((await ask('GET', `/v1/approvals/${less}`, 'supervisor')).json.state).toBe('requested');
  });
});

describe('a vendor', () => {
  test('is stopped and let go, works as it was told, and events say who did it', async () => {
    const vendor = await newVendor();
    const url = `/v1/vendors/${vendor}/suspension`;
    const stopped = await ask('PUT', url, 'supervisor', { note: 'no lock on the door' });
    expect(stopped.json).toMatchObject({
      status: 'suspended',
      suspension: { for: 'order', note: 'no lock on the door', by: 'supervisor' },
    });
    const nobody = `/v1/vendors/${randomUUID()}`;
    for (const [method, path, body] of [
      ['PUT', `${nobody}/suspension`, { note: 'x' }],
      ['DELETE', `${nobody}/suspension`, undefined],
      ['PUT', `${nobody}/settings`, { shift_required: true, till_owner: 'vendor' }],
    ] as const) {
      expect((await ask(method, path, 'supervisor', body)).json.code).toBe('vendor_not_found');
    }
    expect((await ask('DELETE', url, 'supervisor')).json.status).toBe('active');
    expect((await ask('DELETE', url, 'supervisor')).json.status).toBe('active');
    const settings = { shift_required: true, till_owner: 'utility' };
    const set = await ask('PUT', `/v1/vendors/${vendor}/settings`, 'supervisor', settings);
    expect(set.json.settings).toEqual(settings);
    const events = await world.ask('GET', `/v1/audit-events?subject_id=${vendor}`, {
      as: 'auditor',
    });
    const what = events.json.events.map((event: { what: string }) => event.what);
    expect(what).toEqual([
      ...['vendor.settings', 'vendor.resumed', 'vendor.suspended', 'vendor.added'],
    ]);
  });
});

describe('commissions', () => {
  const terms = { base: 'tendered', steps: [{ above_minor: '0', rate: '2.5 %' }] };
  const preview = (more: object) =>
    ask('POST', '/v1/commissions/preview', 'supervisor', { terms: { ...terms, ...more } });

  test('are told in words and on an example before they are put', async () => {
    expect((await preview({})).json).toMatchObject({
      in_words: [
        'The vendor earns 2.5 % of what the customer pays; a first sale of T 100.00 without tax earns T 2.50.',
      ],
      example: { tendered_minor: '10000', commission_minor: '250' },
      above_ceiling: false,
    });
    const all = await ask('POST', '/v1/commissions/preview', 'supervisor', {
      terms: {
        base: 'energy_charge',
        steps: [
          { above_minor: '0', rate: '300 bp' },
          { above_minor: '100000', rate: '1 %' },
        ],
        fixed_minor: '30',
        least_minor: '50',
        most_minor: '900',
      },
      channels: { ussd: { base: 'tendered' } },
    });
    expect(all.json.in_words).toEqual([
      'The vendor earns 3 % of the charge for energy in each sale, and 1 % of the charge for energy in each sale above T 1000.00 in a calendar month, and T 0.30 for each sale, at least T 0.50 a sale, at most T 9.00 a sale; a first sale of T 100.00 without tax earns T 3.30.',
      'By the channel ussd it earns nothing; a first sale of T 100.00 without tax earns T 0.00.',
    ]);
  });

  test.each([
    ['10', 'body.terms.steps.0.rate', 'has no unit: write "10 %" or "1000 basis points"'],
    ['1000 %', 'body.terms.steps.0.rate', 'is above 50 %, which no commission is'],
    ['2,5 %', 'body.terms.steps.0.rate', 'is no rate: write "2.5 %" or "250 basis points"'],
    ['0.001 %', 'body.terms.steps.0.rate', 'is finer than a hundredth of a per cent'],
  ])('a rate of "%s" is told what is wrong with it', async (rate, path, message) => {
    const answer = await preview({ steps: [{ above_minor: '0', rate }] });
    expect(answer.json).toMatchObject({ code: 'commission_faulty', errors: [{ path, message }] });
    const put = await ask('PUT', `/v1/vendors/${VENDOR}/commissions/1`, 'supervisor', {
      terms: { ...terms, steps: [{ above_minor: '0', rate }] },
      effective_from: '2030-01-01',
      paid: 'daily',
    });
    expect(put.json).toMatchObject({ code: 'commission_faulty', errors: [{ path, message }] });
  });

  test('are put once, and above the ceiling by two people', async () => {
    const vendor = await newVendor();
    const put = (version: number, more: object = {}, of = vendor) =>
      ask('PUT', `/v1/vendors/${of}/commissions/${version}`, 'supervisor', {
        terms,
        effective_from: '2030-01-01',
        paid: 'daily',
        ...more,
      });
    expect((await put(2)).json.code).toBe('commission_version_not_next');
    expect((await put(1)).status).toBe(201);
    expect((await put(1)).status).toBe(200);
    expect((await put(1, { paid: 'monthly' })).json.code).toBe('commission_version_conflict');
    expect((await put(1, {}, randomUUID())).json.code).toBe('vendor_not_found');
    const crossed = { terms: { ...terms, least_minor: '9', most_minor: '1' } };
    expect((await put(2, crossed)).json).toMatchObject({
      code: 'commission_faulty',
      errors: [{ message: 'has a least above its most' }],
    });
    const steep = { terms: { ...terms, steps: [{ above_minor: '0', rate: '25 %' }] } };
    expect((await put(2, steep)).json.code).toBe('second_person_needed');
    const id = randomUUID();
    const approval = { id, reason: 'the only shop on the island' };
    expect((await put(2, { ...steep, approval })).status).toBe(202);
    expect((await decide(id, 'finance_checker')).json.state).toBe('approved');
    const listed = await ask('GET', `/v1/vendors/${vendor}/commissions`, 'finance');
    expect(listed.json.commissions).toMatchObject([
      { version: 1, above_ceiling: false, added_by: 'supervisor', approved_by: null },
      { version: 2, above_ceiling: true, approved_by: 'finance_checker' },
    ]);
    const late = { ...approval, id: randomUUID() };
    await put(2, { ...steep, approval: late, paid: 'monthly' });
    expect((await decide(late.id, 'finance_checker')).json.code).toBe(
      'commission_version_conflict',
    );
  });
});

describe('shifts and batches', () => {
  test('go from the till to the bank', async () => {
    const id = randomUUID();
    const body = { cash_float_minor: '2000' };
    const open = (shift: string, more: object = {}, as: Who = 'cashier') =>
      ask('PUT', `/v1/shifts/${shift}`, as, { ...body, ...more });
    expect((await ask('GET', '/v1/shifts/current', 'cashier')).json).toEqual({ shift: null });
    expect((await open(id)).status).toBe(201);
    expect((await open(id)).status).toBe(200);
    expect((await open(id, { cash_float_minor: '1' })).json.code).toBe('shift_id_conflict');
    expect((await open(randomUUID())).json.code).toBe('shift_open');
    expect((await open(randomUUID(), { cash_float_minor: '-1' })).json.code).toBe(
      'cash_float_below_zero',
    );
    expect((await ask('GET', '/v1/shifts/current', 'cashier')).json.shift.id).toBe(id);
    const sale = { meter_number: meterAt(1), tendered_minor: '5000' };
    const vend = await world.ask('PUT', `/v1/vends/${randomUUID()}`, { as: 'cashier', body: sale });
    expect(vend.status).toBe(201);

    const count = (shift: string, counted: object, as: Who = 'cashier') =>
      ask('PUT', `/v1/shifts/${shift}/count`, as, { counted });
    expect((await count(id, { cash: '-1' })).json.code).toBe('count_below_zero');
    expect((await count(id, { card: '1' })).json).toMatchObject({
      code: 'count_incomplete',
      detail: 'Something was sold by methods that were not counted: cash.',
    });
    expect((await count(randomUUID(), { cash: '1' })).json.code).toBe('shift_not_found');
    expect((await count(id, { cash: '1' }, 'demo')).json.code).toBe('shift_not_found');
    const settings = { shift_required: false, till_owner: 'utility' };
    await ask('PUT', `/v1/vendors/${VENDOR}/settings`, 'supervisor', settings);
    expect((await count(id, { cash: '6990' })).json.code).toBe('count_not_confirmed');
    const bySupervisor = (counted: object, vendor = VENDOR as string) =>
      ask('PUT', `/v1/vendors/${vendor}/shifts/${id}/count`, 'supervisor', { counted });
    expect((await bySupervisor({ cash: '6990' }, OTHER_VENDOR)).json.code).toBe('shift_not_found');
    expect((await bySupervisor({ cash: '99999999' })).json).toMatchObject({
      code: 'float_exceeded',
      detail: expect.stringContaining('T '),
    });
    const closed = await bySupervisor({ cash: '6990' });
    expect(closed).toMatchObject({
      status: 201,
      json: {
        closed: { closed_by: 'supervisor', vends: 1, sold_minor: '5000', difference_minor: '-10' },
      },
    });
    expect((await bySupervisor({ cash: '6990' })).status).toBe(200);
    expect((await bySupervisor({ cash: '6991' })).json.code).toBe('shift_closed');
    const foreign = await ask('GET', `/v1/shifts/${id}`, 'foreign-cashier');
    expect(foreign.json.code).toBe('shift_not_found');
    expect((await ask('GET', `/v1/shifts/${id}`, 'auditor')).status).toBe(200);
    await batches(id);
  });

  async function batches(shift: string): Promise<void> {
    const running = randomUUID();
    await ask('PUT', `/v1/shifts/${running}`, 'cashier', { cash_float_minor: '0' });
    const batch = randomUUID();
    const sales = (shift_ids: readonly string[], id = randomUUID(), vendor = VENDOR as string) =>
      ask('PUT', `/v1/vendors/${vendor}/sales-batches/${id}`, 'supervisor', { shift_ids });
    expect((await sales([])).json.code).toBe('request_invalid');
    expect((await sales([shift], batch, randomUUID())).json.code).toBe('vendor_not_found');
    expect((await sales([randomUUID()])).json.code).toBe('shift_not_found');
    expect((await sales([running])).json.code).toBe('shift_not_closed');
    expect(await sales([shift], batch)).toMatchObject({
      status: 201,
      json: { number: 1, bankable_minor: '4990', shift_ids: [shift] },
    });
    expect((await sales([shift], batch)).status).toBe(200);
    expect((await sales([running], batch)).json.code).toBe('batch_id_conflict');
    expect((await sales([shift])).json.code).toBe('shift_batched');

    const banked = randomUUID();
    const bank = (more: object = {}, id = randomUUID(), vendor = VENDOR as string) =>
      ask('PUT', `/v1/vendors/${vendor}/bank-batches/${id}`, 'supervisor', {
        source: 'Main 1',
        slip_number: 'B1',
        brought_minor: '4990',
        sales_batch_ids: [batch],
        ...more,
      });
    expect((await bank({ brought_minor: '-1' })).json.code).toBe('brought_below_zero');
    expect((await bank({}, banked, randomUUID())).json.code).toBe('vendor_not_found');
    expect((await bank({ sales_batch_ids: [randomUUID()] })).json.code).toBe(
      'sales_batch_not_found',
    );
    expect((await bank({}, banked)).status).toBe(201);
    expect((await bank({}, banked)).status).toBe(200);
    expect((await bank({ slip_number: 'B2' }, banked)).json.code).toBe('batch_id_conflict');
    expect((await bank()).json.code).toBe('sales_batch_banked');
    await ask('PUT', `/v1/shifts/${running}/count`, 'cashier', { counted: {} });
    const second = randomUUID();
    expect((await sales([running], second)).json.number).toBe(2);
    expect((await bank({ sales_batch_ids: [second] })).json.code).toBe('bank_slip_used');
    const paid = await deposit(VENDOR, {
      deposit_minor: '4990',
      source: 'Main 1',
      slip_number: 'B1',
      bank_batch_id: banked,
    });
    expect(paid.status).toBe(201);
    const url = `/v1/vendors/${VENDOR}`;
    const listed = await ask('GET', `${url}/bank-batches`, 'cashier');
    expect(listed.json).toMatchObject({
      bank_batches: [{ id: banked, deposited_minor: '4990', deposit_ids: [paid.json.id] }],
      next: null,
    });
    const newest = await ask('GET', `${url}/sales-batches?limit=1`, 'api-key');
    expect(newest.json).toMatchObject({ sales_batches: [{ number: 2 }], next: 2 });
    const older = await ask('GET', `${url}/sales-batches?limit=1&before=2`, 'api-key');
    expect(older.json).toMatchObject({ sales_batches: [{ number: 1 }], next: null });
    const shifts = await ask('GET', `${url}/shifts?limit=1`, 'supervisor');
    expect(shifts.json.shifts[0].id).toBe(running);
    const earlier = `${url}/shifts?limit=1&before=${shifts.json.next}`;
    expect((await ask('GET', earlier, 'supervisor')).json.shifts[0].id).toBe(shift);
    const demos = `${url}/shifts?operator_id=${userIdOf('demo')}`;
    expect((await ask('GET', demos, 'supervisor')).json.shifts).toEqual([]);
    // A cashier cannot look at a colleague's, whoever they name.
    expect((await ask('GET', demos, 'cashier')).json.shifts).toHaveLength(2);
  }

  test('what an operator may sell is set by a supervisor and seen by who it concerns', async () => {
    const url = `/v1/vendors/${VENDOR}/operators`;
    const limits = {
      most_tendered_minor: '5000',
      most_per_day_minor: null,
      most_vends_per_day: 40,
    };
    const set = (body: object, who: string = userIdOf('cashier'), vendor = VENDOR as string) =>
      ask('PUT', `/v1/vendors/${vendor}/operators/${who}/limits`, 'supervisor', body);
    expect((await set(limits)).json).toMatchObject({ sign_in_name: 'cashier', limits });
    for (const bad of ['0', '-5']) {
      expect((await set({ ...limits, most_per_day_minor: bad })).json).toMatchObject({
        code: 'request_invalid',
        errors: [{ path: 'body.most_per_day_minor' }],
      });
    }
    expect((await set(limits, userIdOf('foreign-cashier'))).json.code).toBe('operator_not_found');
    expect((await set(limits, userIdOf('cashier'), OTHER_VENDOR)).json.code).toBe(
      'operator_not_found',
    );
    const names = async (as: Who) =>
      (await ask('GET', url, as)).json.operators.map(
        (each: { sign_in_name: string }) => each.sign_in_name,
      );
    expect(await names('supervisor')).toEqual(['cashier', 'demo']);
    expect(await names('cashier')).toEqual(['cashier']);
  });
});

describe('days and statements', () => {
  const nairobi = (at: number) => new Date(at + 3 * 3_600_000).toISOString().slice(0, 10);

  test('a day is closed once, explained vend by vend, and stands on the statement', async () => {
    const vendor = OTHER_VENDOR;
    const today = nairobi(world.context.clock());
    const tomorrow = nairobi(world.context.clock() + DAY_MS);
    const rule = {
      terms: { base: 'tendered', steps: [{ above_minor: '0', rate: '2.5 %' }] },
      effective_from: today,
      paid: 'daily',
    };
    await ask('PUT', `/v1/vendors/${vendor}/commissions/1`, 'supervisor', rule);
    for (const tendered_minor of ['5000', '2870']) {
      const body = { meter_number: meterAt(5), tendered_minor };
      const as = 'foreign-cashier';
      expect((await world.ask('PUT', `/v1/vends/${randomUUID()}`, { as, body })).status).toBe(201);
    }
    const close = (day: string, of: string = vendor) =>
      ask('PUT', `/v1/vendors/${of}/days/${day}`, 'supervisor');
    expect((await close(today)).json).toMatchObject({ code: 'day_not_over' });
    expect((await close('2020-02-29')).json).toMatchObject({
      code: 'day_not_next',
      detail: `Days are closed one after the other; ${today} is next.`,
    });
    expect((await close('2020-02-30')).json.code).toBe('request_invalid');
    expect((await close(today, randomUUID())).json.code).toBe('vendor_not_found');
    const dayUrl = `/v1/vendors/${vendor}/days/${today}`;
    expect((await ask('GET', dayUrl, 'finance')).json.code).toBe('day_not_found');

    world.ahead = DAY_MS + 6 * 60_000;
    const { database } = world.fixture.scratch;
    const reserved = (minor: number) =>
      database.query(
        {
          name: '',
          text: `insert into reservation select d.utility_id, $2, d.float_account_id, $3, 0
            from vendor d where d.vendor_id = $1`,
        },
        [vendor, randomUUID(), minor],
      );
    await reserved(1);
    expect((await close(today)).json.code).toBe('vends_unresolved');
    await database.query({ name: '', text: 'delete from reservation' });
    const closed = await close(today);
    expect(closed).toMatchObject({
      status: 201,
      json: {
        state: 'closed',
        closed_by: 'supervisor',
        sums: { vends: 2, tendered_minor: '7870', commission_minor: '197' },
      },
    });
    const again = await close(today);
    expect([again.status, again.json]).toEqual([200, closed.json]);
    expect((await ask('GET', dayUrl, 'foreign-cashier')).json).toEqual(closed.json);
    const list = await ask('GET', `/v1/vendors/${vendor}/days?before=${tomorrow}`, 'auditor');
    expect(list.json).toEqual({ days: [closed.json], next: null });
    const verified = await ask('GET', `${dayUrl}/verification`, 'auditor');
    expect(verified.json).toMatchObject({ verified: true, root: closed.json.sums.root });
    const one = await ask('GET', `${dayUrl}/commissions?limit=1`, 'foreign-cashier');
    const two = await ask('GET', `${dayUrl}/commissions?limit=1&skip=1`, 'foreign-cashier');
    expect([one.json.next, two.json.next]).toEqual([1, null]);
    expect([...one.json.commissions, ...two.json.commissions]).toMatchObject([
      { tendered_minor: '5000', commission_minor: '125', parts: [{ rate: '2.5 %' }] },
      { tendered_minor: '2870', commission_minor: '72' },
    ]);
    for (const part of ['', '/commissions', '/verification']) {
      const url = `/v1/vendors/${vendor}/days/2020-02-29${part}`;
      expect((await ask('GET', url, 'finance')).json.code).toBe('day_not_found');
    }
    const late = { ...rule, effective_from: today };
    const put = await ask('PUT', `/v1/vendors/${vendor}/commissions/2`, 'supervisor', late);
    expect(put.json.code).toBe('commission_day_closed');
    await statement(vendor, today, tomorrow);
  });

  async function statement(vendor: string, today: string, tomorrow: string): Promise<void> {
    const reversed = randomUUID();
    await deposit(vendor, { reference: '=cmd()', slip_number: '@1' }, reversed);
    await ask('PUT', `/v1/vendors/${vendor}/deposit-reversals/${randomUUID()}`, 'supervisor', {
      deposit_id: reversed,
      reason: 'not honoured',
    });
    const url = `/v1/vendors/${vendor}/statement?from=${today}&to=${nairobi(Date.parse(tomorrow) + DAY_MS)}`;
    const lines: { kind: string; moved_minor: string; balance_minor: string }[] = [];
    let after = '';
    for (;;) {
      const { json } = await ask('GET', `${url}&limit=2${after}`, 'foreign-cashier');
      lines.push(...json.lines);
      expect([json.opening_minor, json.closing_minor]).toEqual(['0', '92327']);
      if (json.next === null) break;
      after = `&after=${json.next}`;
    }
    expect(lines.map((line) => [line.kind, line.moved_minor, line.balance_minor])).toEqual([
      ['deposit', '100000', '100000'],
      ['sale', '-7870', '92130'],
      ['commission', '197', '92327'],
      ['deposit', '10000', '102327'],
      ['deposit_reversal', '-10000', '92327'],
    ]);
    const { json } = await ask('GET', `/v1/vendors/${vendor}`, 'auditor');
    expect(json.float.posted_minor).toBe('92327');
    const csv = await ask('GET', url.replace('statement?', 'statement.csv?'), 'finance');
    const rows = csv.text.trimEnd().split('\n');
    expect(rows[0]).toBe('day,what,entries,document,slip,note,moved,balance,currency');
    expect(rows[1]).toBe(`${today},opening,,,,,,0.00,XTS`);
    expect(rows.at(-1)).toMatch(/,closing,,,,,,923\.27,XTS$/);
    expect(rows).toHaveLength(8);
    // A spreadsheet shows what was written and computes nothing.
    expect(csv.text).toContain(",'@1,'=cmd(),100.00,");
    expect(csv.headers['content-disposition']).toMatch(/^attachment; filename="statement-/);
    for (const [from, to] of [
      [tomorrow, today],
      ['2020-01-01', today],
    ]) {
      const wrong = `/v1/vendors/${vendor}/statement?from=${from}&to=${to}`;
      expect((await ask('GET', wrong, 'finance')).json.code).toBe('request_invalid');
      const csvUrl = wrong.replace('statement?', 'statement.csv?');
      expect((await ask('GET', csvUrl, 'finance')).json.code).toBe('request_invalid');
    }
    const nobody = `/v1/vendors/${randomUUID()}/statement?from=${today}&to=${today}`;
    expect((await ask('GET', nobody, 'finance')).json.code).toBe('vendor_not_found');
  }

  test('who only sells sees the own vendor and no other', async () => {
    const day = nairobi(world.context.clock());
    for (const path of [
      'deposits',
      'commissions',
      'operators',
      'shifts',
      'sales-batches',
      'bank-batches',
      'days',
      `days/${day}`,
      `days/${day}/commissions`,
      `statement?from=${day}&to=${day}`,
      `statement.csv?from=${day}&to=${day}`,
    ]) {
      const url = `/v1/vendors/${OTHER_VENDOR}/${path}`;
      expect([path, (await ask('GET', url, 'cashier')).json.code]).toEqual([path, 'not_allowed']);
    }
    const { database } = world.fixture.scratch;
    const { rows } = await database.query(
      { name: '', text: 'select 1 from shift where utility_id = $1 and vendor_id = $2' },
      [UTILITY, OTHER_VENDOR],
    );
    expect(rows).toEqual([]);
  });
});

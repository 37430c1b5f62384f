/** Tariffs and published values over HTTP: written by one person, approved by another. */
import { randomUUID } from 'node:crypto';
import { milliseconds } from '@wattvend/quantities/time.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServerWorld, type ServerWorld, type Who } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  const week = milliseconds(7 * DAY_MS);
  world = await createServerWorld({ sessionLimits: { idle: week, absolute: week } });
});
afterAll(() => world.close());

const DOMESTIC = 'b0000000-0000-4000-8000-000000000001';
const DAY_MS = 86_400_000;

const at = (days: number): string => new Date(world.context.clock() + days * DAY_MS).toISOString();

const flat = (price_e4_minor: string) => ({
  format: 1,
  energy: { kind: 'flat', id: 'energy', name: 'Energy', account: 'energy_sales', price_e4_minor },
  ...{ per_kwh: [], fixed: [], rates: [], fees: [], free: [], rounding: 'given' },
  limits: {
    ...{ least_tendered_minor: null, most_tendered_minor: null },
    ...{ most_tendered_per_month_minor: null, most_energy_per_month_tenth_kwh: null },
  },
});

const ask = (method: string, url: string, body?: unknown, as: Who = 'tariff_maker') =>
  world.ask(method, url, { as, ...(body === undefined ? {} : { body }) });

const version = (days: number, price = '2000000') => ({
  ...{ name: 'Household', record: flat(price), effective_from: at(days) },
});

/** A new tariff with one draft, from so many days on. */
async function drafted(days = 0): Promise<{ readonly id: string; readonly url: string }> {
  const id = randomUUID();
  const url = `/v1/tariffs/${id}/versions/1`;
  expect((await ask('PUT', url, version(days))).status).toBe(201);
  return { id, url };
}

async function order(url: string, approval_id: string = randomUUID(), reason = 'the board') {
  return { approval_id, answer: await ask('POST', `${url}/approval`, { approval_id, reason }) };
}

const decide = (approval: string, as: Who, decision = 'approved') =>
  ask('POST', `/v1/approvals/${approval}/decision`, { decision, reason: 'as agreed' }, as);

async function approved(url: string): Promise<void> {
  const { approval_id: id } = await order(url);
  expect((await decide(id, 'tariff_checker')).status).toBe(200);
}

describe('a version', () => {
  test('is drafted once, and again with the same content changes nothing', async () => {
    const id = randomUUID();
    const url = `/v1/tariffs/${id}/versions/1`;
    const body = version(1);
    const first = await ask('PUT', url, body);
    expect([first.status, first.json]).toMatchObject([
      201,
      { id, version: 1, state: 'draft', in_force: false, approved_by: null, record: body.record },
    ]);
    const again = await ask('PUT', url, body);
    expect([again.status, again.json]).toEqual([200, first.json]);
    for (const other of [
      { ...body, name: 'Another' },
      { ...body, effective_from: at(2) },
      { ...body, record: flat('3000000') },
    ]) {
      const refused = await ask('PUT', url, other);
      expect([refused.status, refused.json.code]).toEqual([409, 'tariff_version_conflict']);
    }
    expect((await ask('GET', `/v1/tariffs/${id}`)).json.tariffs).toEqual([first.json]);
  });

  test('follows the last one', async () => {
    const { id } = await drafted();
    const refused = await ask('PUT', `/v1/tariffs/${id}/versions/3`, version(1));
    expect([refused.status, refused.json.code]).toEqual([409, 'tariff_version_not_next']);
    expect((await ask('PUT', `/v1/tariffs/${id}/versions/2`, version(1))).status).toBe(201);
  });

  test('with faults is refused, and each is named with its place', async () => {
    const url = `/v1/tariffs/${randomUUID()}/versions/1`;
    const form = await ask('PUT', url, { ...version(1), record: { ...flat('1'), rounding: 'up' } });
    expect([form.status, form.json]).toMatchObject([
      422,
      { code: 'tariff_faulty', errors: [{ path: 'body.record.rounding' }] },
    ]);
    const meaning = await ask('PUT', url, { ...version(1), record: flat('0') });
    expect(meaning.json).toMatchObject({
      ...{ code: 'tariff_faulty', errors: [{ path: 'body.record.energy.price_e4_minor' }] },
    });
  });

  test('does not begin when another does, nor in the past once there is one', async () => {
    const { id, url } = await drafted(5);
    const [first] = (await ask('GET', `/v1/tariffs/${id}`)).json.tariffs;
    await approved(url);
    const next = `/v1/tariffs/${id}/versions/2`;
    const same = { ...version(5), effective_from: first.effective_from };
    expect((await ask('PUT', next, same)).json.code).toBe('tariff_effective_taken');
    expect((await ask('PUT', next, version(-1))).json.code).toBe('tariff_effective_in_past');
    expect((await ask('PUT', next, version(6))).status).toBe(201);
  });

  test('is approved by another person only, and holds from its day', async () => {
    const { id, url } = await drafted(1);
    const { approval_id, answer } = await order(url);
    expect([answer.status, answer.json]).toEqual([201, { approval_id, state: 'requested' }]);
    expect((await order(url, approval_id)).answer.status).toBe(200);
    const other = await order(url, approval_id, 'another reason');
    expect(other.answer.json.code).toBe('approval_id_conflict');
    const read = await ask('GET', `/v1/approvals/${approval_id}`, undefined, 'tariff_checker');
    expect(read.json.summary).toMatch(/^Tariff Household, version 1, from \d{4}-\d{2}-\d{2}$/);
    for (const as of ['tariff_maker', 'finance_checker', 'supervisor', 'auditor'] as const) {
      expect((await decide(approval_id, as)).status, as).toBe(403);
    }
    expect((await decide(approval_id, 'tariff_checker')).status).toBe(200);
    const tariff = async () => (await ask('GET', `/v1/tariffs/${id}`)).json.tariffs[0];
    expect(await tariff()).toMatchObject({ state: 'approved', in_force: false, approval_id });
    world.ahead = DAY_MS;
    expect(await tariff()).toMatchObject({ state: 'approved', in_force: true });
    world.ahead = 0;
  });

  test('that is none, or no draft any more, can neither be sent, withdrawn nor looked at', async () => {
    const { id, url } = await drafted();
    const unknown = `/v1/tariffs/${id}/versions/7`;
    const sent = { approval_id: randomUUID(), reason: 'x' };
    const looked = '/preview?month=202601';
    expect((await ask('POST', `${unknown}/approval`, sent)).json.code).toBe(
      'tariff_version_not_found',
    );
    expect((await ask('POST', `${unknown}/withdrawal`)).json.code).toBe('tariff_version_not_found');
    expect((await ask('GET', unknown + looked)).json.code).toBe('tariff_version_not_found');
    expect((await ask('GET', `/v1/tariffs/${randomUUID()}`)).json.code).toBe('tariff_not_found');
    await approved(url);
    expect((await ask('POST', `${url}/approval`, sent)).json.code).toBe('tariff_version_not_draft');
    expect((await ask('POST', `${url}/withdrawal`)).json.code).toBe('tariff_version_not_draft');
    expect((await ask('GET', url + looked)).json.code).toBe('tariff_version_not_draft');
  });

  test('is withdrawn once and for all', async () => {
    const { id, url } = await drafted();
    const gone = await ask('POST', `${url}/withdrawal`);
    expect([gone.status, gone.json.state]).toEqual([200, 'withdrawn']);
    expect((await ask('POST', `${url}/withdrawal`)).status).toBe(200);
    expect((await ask('PUT', url, version(9))).json.code).toBe('tariff_version_conflict');
    expect((await ask('PUT', `/v1/tariffs/${id}/versions/2`, version(1))).status).toBe(201);
  });

  test('is looked at for a month, without anything being written', async () => {
    const next = `/v1/tariffs/${DOMESTIC}/versions/2`;
    expect((await ask('PUT', next, version(9))).status).toBe(201);
    const looked = await ask('GET', `${next}/preview?month=202601`, undefined, 'tariff_checker');
    expect([looked.status, looked.json]).toMatchObject([
      200,
      { month: 202_601, is_whole: true, customer_count: 0, customers: [] },
    ]);
    const wrong = await ask('GET', `${next}/preview?month=202613`, undefined, 'tariff_checker');
    expect(wrong.json.code).toBe('request_invalid');
  });
});

describe('a published value', () => {
  const place = (component: string, revision: number) =>
    `/v1/published-values/${component}/202611/${revision}`;
  const value = (price: string) => ({ price_per_kwh_e4_minor: price });

  test('is written once, corrected by a revision, and counts when another person agrees', async () => {
    const first = await ask('PUT', place('fuel', 1), value('45000'));
    expect([first.status, first.json]).toMatchObject([
      201,
      { component: 'fuel', month: 202_611, revision: 1, approved_by: null },
    ]);
    expect((await ask('PUT', place('fuel', 1), value('45000'))).status).toBe(200);
    const refused = await ask('PUT', place('fuel', 1), value('45001'));
    expect([refused.status, refused.json.code]).toEqual([409, 'published_value_conflict']);
    const gap = await ask('PUT', place('fuel', 3), value('45001'));
    expect([gap.status, gap.json.code]).toEqual([409, 'published_revision_not_next']);
    expect((await ask('PUT', place('fuel', 2), value('-100'))).status).toBe(201);
    const { approval_id, answer } = await order(place('fuel', 1));
    expect(answer.status).toBe(201);
    const other = await order(place('fuel', 1), approval_id, 'another reason');
    expect(other.answer.json.code).toBe('approval_id_conflict');
    expect((await decide(approval_id, 'tariff_maker')).status).toBe(403);
    expect((await decide(approval_id, 'tariff_checker')).status).toBe(200);
    const { json } = await ask('GET', '/v1/published-values?component=fuel&month=202611');
    expect(json.values).toMatchObject([
      { revision: 2, approved_at: null },
      { revision: 1, approved_at: expect.any(String) },
    ]);
    expect((await order(place('fuel', 1))).answer.json.code).toBe('published_value_approved');
    expect((await order(place('fuel', 9))).answer.json.code).toBe('published_value_not_found');
  });

  test.each(['1.5', 'x', ''])('%j is none', async (price) => {
    const refused = await ask('PUT', place('currency', 1), value(price));
    expect(refused.json.code).toBe('request_invalid');
  });
});

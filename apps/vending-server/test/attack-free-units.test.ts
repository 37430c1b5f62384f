/** Units given for nothing, which everybody would like to have twice. */
import { randomUUID } from 'node:crypto';
import { milliseconds } from '@wattvend/quantities/time.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meterAt } from '../../../packages/vending/test/utility-fixture.ts';
import { createServerWorld, type ServerWorld, type Who } from './server-world.ts';

const TARIFF = randomUUID();
const FREE = 50;

let world: ServerWorld;
beforeAll(async () => {
  const week = milliseconds(7 * 86_400_000);
  world = await createServerWorld({ sessionLimits: { idle: week, absolute: week } });
  const url = `/v1/tariffs/${TARIFF}/versions/1`;
  const record = {
    format: 1,
    energy: {
      ...{ kind: 'flat', id: 'energy', name: 'Energy', account: 'energy_sales' },
      price_e4_minor: '2500000',
    },
    ...{ per_kwh: [], fixed: [], rates: [], fees: [], rounding: 'carried' },
    free: [
      {
        ...{ id: 'social', name: 'Social units', energy_tenth_kwh: FREE, per: 'month' },
        ...{ claim: 'either', window: null, entitled: 'all', counts_for_steps: false },
        stack_max: 1,
      },
    ],
    limits: {
      ...{ least_tendered_minor: null, most_tendered_minor: null },
      ...{ most_tendered_per_month_minor: null, most_energy_per_month_tenth_kwh: null },
    },
  };
  const effective_from = new Date(world.context.clock() - 1000).toISOString();
  const made = await ask('PUT', url, 'tariff_maker', { name: 'Social', record, effective_from });
  expect([made.status, made.json.errors]).toEqual([201, undefined]);
  const approval_id = randomUUID();
  await ask('POST', `${url}/approval`, 'tariff_maker', { approval_id, reason: 'r' });
  const body = { decision: 'approved', reason: null };
  const decided = await ask(
    'POST',
    `/v1/approvals/${approval_id}/decision`,
    'tariff_checker',
    body,
  );
  expect(decided.status).toBe(200);
  await world.fixture.scratch.asOwner(`update agreement set tariff_id = '${TARIFF}'`);
});
afterAll(() => world.close());

const ask = (method: string, path: string, as: Who, body?: unknown) =>
  world.ask(method, path, { as, ...(body === undefined ? {} : { body }) });

const given = (answers: readonly { status: number; json: { free_tenth_kwh?: number } }[]) =>
  answers.reduce(
    (sum, { status, json }) => sum + (status === 201 ? (json.free_tenth_kwh ?? 0) : 0),
    0,
  );

describe('units of a month are given once', () => {
  test('however many tills of several vendors claim them at once', async () => {
    const claims = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        ask(
          'PUT',
          `/v1/free-units/${randomUUID()}`,
          (['cashier', 'foreign-cashier', 'api-key', 'demo'] as const)[at % 4] ?? 'cashier',
          { meter_number: meterAt(1) },
        ),
      ),
    );
    expect(given(claims)).toBe(FREE);
    const codes = claims.filter(({ status }) => status !== 201).map(({ json }) => json.code);
    expect(codes).toEqual(Array(11).fill('free_units_not_due'));
  });

  test('be they claimed alone or with purchases, at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, at) => {
        const meter_number = meterAt(2);
        return at % 2 === 0
          ? ask('PUT', `/v1/free-units/${randomUUID()}`, 'cashier', { meter_number })
          : ask('PUT', `/v1/vends/${randomUUID()}`, 'foreign-cashier', {
              ...{ meter_number, tendered_minor: '1000' },
            });
      }),
    );
    expect(given(all)).toBe(FREE);
    expect(all.every(({ status }) => status < 500)).toBe(true);
  });

  test('also when the purchase that brought them was paid back', async () => {
    const meter_number = meterAt(3);
    const sale = { meter_number, tendered_minor: '1000' };
    const sold = await ask('PUT', `/v1/vends/${randomUUID()}`, 'cashier', sale);
    expect(sold.json.free_tenth_kwh).toBe(FREE);
    const refund = randomUUID();
    const asked = await ask('PUT', `/v1/refunds/${refund}`, 'finance', {
      ...{ vend_id: sold.json.id, proof: 'meter_evidence', proof_reference: 'photo' },
      ...{ money_to: 'vendor_float', reason: 'r' },
    });
    expect(asked.status).toBe(201);
    const body = { decision: 'approved', reason: null };
    const url = `/v1/approvals/${refund}/decision`;
    expect((await ask('POST', url, 'finance_checker', body)).status).toBe(200);
    const claim = await ask('PUT', `/v1/free-units/${randomUUID()}`, 'cashier', { meter_number });
    expect(claim.json.code).toBe('free_units_not_due');
    const again = await ask('PUT', `/v1/vends/${randomUUID()}`, 'cashier', sale);
    expect(again.json.free_tenth_kwh).toBe(0);
  });
});

test('with rounding that is carried, splitting a purchase gives nothing', async () => {
  // One unit of energy and four cents more, again and again: each alone would be rounded up to two.
  const parts = Array.from({ length: 25 }, () => '29');
  let bought = 0;
  for (const tendered_minor of parts) {
    const body = { meter_number: meterAt(4), tendered_minor };
    const { json, status } = await ask('PUT', `/v1/vends/${randomUUID()}`, 'cashier', body);
    expect(status).toBe(201);
    bought += json.energy_tenth_kwh;
  }
  const tendered_minor = String(29 * parts.length);
  const body = { meter_number: meterAt(5), tendered_minor };
  const whole = await ask('PUT', `/v1/vends/${randomUUID()}`, 'cashier', body);
  expect([bought, whole.json.energy_tenth_kwh]).toEqual([29, 29]);
});

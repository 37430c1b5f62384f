/**
 * Forms that nobody fills in like that: every field of what people and machines send, each with what
 * breaks programs. Whoever sends it is refused; the server has no fault and writes no incident.
 */
import { randomUUID } from 'node:crypto';
import { milliseconds } from '@wattvend/quantities/time.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { meterAt, VENDOR } from '../../../packages/vending/test/utility-fixture.ts';
import { createServerWorld, type ServerWorld, userIdOf, type Who } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  const week = milliseconds(7 * 86_400_000);
  world = await createServerWorld({ sessionLimits: { idle: week, absolute: week } });
});
afterAll(() => world.close());

const AGREEMENT = 'c0000000-0000-4000-8000-000000000000';
const NOTHING = '00000000-0000-4000-8000-0000000000ff';

const EVIL: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER,
  2 ** 31,
  2 ** 63,
  0.1,
  true,
  [],
  {},
  [[[[[[[[]]]]]]]],
  { __proto__: { admin: true }, constructor: 'x' },
  '-999999999999999999',
  '999999999999999999',
  '999999999999999',
  '-0',
  '1e9',
  'NaN',
  '٣',
  'x'.repeat(5000),
  'a\u0000b',
  'a\ud800b',
  '\u202Ea',
  "'; drop table vend; --",
  '$1',
  '%s%n',
  '{{7*7}}',
  '=1+1',
  '0000-01-01',
  '9999-12-31',
  '2026-02-30',
  '9999-12-31T23:59:59Z',
  '-000001-01-01T00:00:00Z',
  NOTHING,
  NOTHING.toUpperCase().replace('FF', 'FE'),
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '__proto__',
  'constructor',
  'toString',
];

interface Form {
  readonly method: 'PUT' | 'POST';
  /** `:new` stands for an id nobody has used. */
  readonly url: string;
  readonly as: Who;
  readonly body: object;
}

const put = (url: string, as: Who, body: object): Form => ({ method: 'PUT', url, as, body });
const post = (url: string, as: Who, body: object): Form => ({ method: 'POST', url, as, body });

const PAID = { method: 'cash', reference: 'r' };
const RECOVERY = { kind: 'fixed', fixed_minor: '5', per: 'month' };
const TERMS = {
  base: 'tendered',
  steps: [{ above_minor: '0', rate: '2 %' }],
  ...{ fixed_minor: '0', least_minor: '1', most_minor: '5' },
};

const LIMITS = {
  ...{ least_tendered_minor: '1', most_tendered_minor: '900000' },
  ...{ most_tendered_per_month_minor: '900000', most_energy_per_month_tenth_kwh: 99_999 },
};
const part = (id: string) => ({ id, name: id, account: 'energy_sales' });
const RECORD = {
  format: 1,
  energy: {
    ...{ kind: 'steps', ...part('energy') },
    steps: [
      { above_tenth_kwh: 0, price_e4_minor: '2500000' },
      { above_tenth_kwh: 500, price_e4_minor: '3000000' },
    ],
  },
  ...{ per_kwh: [], fixed: [] },
  rates: [{ ...part('vat'), rate_basis_points: 1500, of: ['energy'], exemptible: true }],
  fees: [
    {
      ...{ ...part('fee'), channel: 'kiosk', rate_basis_points: 10, least_minor: '1' },
      most_minor: null,
    },
  ],
  free: [
    {
      ...{ id: 'social', name: 'S', energy_tenth_kwh: 50, per: 'month', stack_max: 1 },
      ...{ claim: 'either', window: null, entitled: 'listed', counts_for_steps: false },
    },
  ],
  ...{ limits: LIMITS, rounding: 'carried' },
};
const SOURCE = {
  ...{ kind: 'bank', name: 'b', time_zone: 'Africa/Nairobi', money_basis: 'gross' },
  clearing_account: 'bank',
  format: { kind: 'camt053', account_number: 'a', external_id: ['end_to_end_id'] },
  expected_fee: { basis_points: 1, fixed_minor: '1', rounding: 'down' },
  ...{ payment_methods: ['cash'], vendor_id: null, takes_deposits: false },
  match_window_minutes: 60,
};
const SITUATION = {
  ...{ date: '2026-01-31', channel: 'counter', energy_this_month_tenth_kwh: 5 },
  ...{ tendered_this_month_minor: '5', energy_of_each_month_tenth_kwh: 5, months_owed: 5 },
  ...{ exemptions: ['vat'], entitlements: ['social'], assumed_e4_minor: { fuel: '5' } },
};

const FORMS: readonly Form[] = [
  put('/v1/tariffs/:new/versions/1', 'tariff_maker', {
    ...{ name: 'n', record: RECORD, effective_from: '2030-01-01T00:00:00Z' },
  }),
  post('/v1/tariffs/trial', 'tariff_maker', {
    ...{ record: RECORD, tariff_id: NOTHING, effective_from: '2030-01-01T00:00:00Z' },
    ...{ situation: SITUATION, asks: [{ tendered_minor: '5000' }, { energy_tenth_kwh: 5 }] },
  }),
  put('/v1/reconciliation/sources/:new', 'finance', SOURCE),
  put(`/v1/reconciliation/items/${NOTHING}/actions/:new`, 'finance', {
    ...{ action: 'wish', wish: 'refund', reference: 'r', note: 'n' },
  }),
  put(`/v1/debts/${NOTHING}/changes/:new`, 'finance', {
    change: {
      ...{ kind: 'terms' },
      terms: { priority: 1, recovery: RECOVERY, least_minor: '0', collect_from: '2026-01-01' },
    },
    reason: 'r',
  }),
  put('/v1/shifts/:new', 'demo', { cash_float_minor: '-1' }),
  put(`/v1/vendors/${VENDOR}/shifts/${NOTHING}/count`, 'supervisor', { counted: { cash: '5' } }),
  put(`/v1/vendors/${VENDOR}/settings`, 'supervisor', {
    ...{ shift_required: false, till_owner: 'vendor' },
  }),
  put(`/v1/vendors/${NOTHING}/suspension`, 'supervisor', { note: 'n' }),
  post(`/v1/webhooks/${NOTHING}/replays`, 'administrator', {
    ...{ from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z', only_failed: true },
  }),
  post(`/v1/webhooks/${NOTHING}/secret`, 'administrator', { replaces: 1 }),
  put('/v1/vends/:new', 'cashier', {
    ...{ meter_number: meterAt(0), tendered_minor: '0', channel: 'counter', payment: PAID },
    vendor_id: VENDOR,
  }),
  put('/v1/free-units/:new', 'cashier', { meter_number: meterAt(0), channel: 'counter' }),
  post('/v1/quotes', 'cashier', { meter_number: meterAt(0), tendered_minor: '5', channel: 'c' }),
  post('/v1/quotes', 'cashier', { meter_number: meterAt(0), energy_tenth_kwh: 5 }),
  put('/v1/payments/:new', 'cashier', {
    ...{ agreement_id: AGREEMENT, kind: 'debt', debt_id: NOTHING, payment_minor: '1' },
    ...{ payment: PAID, channel: 'counter', document_reference: 'd' },
  }),
  put(`/v1/payments/${NOTHING}/reversal`, 'supervisor', { reversal_id: NOTHING, reason: 'r' }),
  put('/v1/debts/:new', 'finance', {
    ...{ agreement_id: AGREEMENT, kind: 'arrears', name: 'n', principal_minor: '5', priority: 1 },
    ...{ recovery: RECOVERY, least_minor: '0', collect_from: '2026-01-01' },
    ...{ agreed_on: '2026-01-01', reference: 'r' },
  }),
  put(`/v1/debts/${NOTHING}/write-offs/:new`, 'finance', {
    ...{ write_off_minor: '5', reason: 'r', document_reference: null },
  }),
  put(`/v1/vendors/${VENDOR}/deposits/:new`, 'supervisor', {
    ...{ deposit_minor: '0', reference: 'r', source: 's', account: 'bank' },
    ...{ value_date: '2026-01-01', slip_number: 's', bank_batch_id: NOTHING },
  }),
  put(`/v1/vendors/${VENDOR}/deposit-reversals/:new`, 'supervisor', {
    ...{ deposit_id: NOTHING, reason: 'r', below_limit: true },
  }),
  put(`/v1/vendors/${VENDOR}/credit-limits/:new`, 'finance', {
    ...{ credit_limit_minor: '5', reason: 'r' },
  }),
  put(`/v1/vendors/${VENDOR}/commissions/1`, 'supervisor', {
    ...{ terms: TERMS, channels: { ussd: TERMS }, effective_from: '1999-01-01', paid: 'daily' },
    approval: { id: randomUUID(), reason: 'r' },
  }),
  post('/v1/commissions/preview', 'supervisor', { terms: TERMS, channels: { ussd: TERMS } }),
  put(`/v1/vendors/${VENDOR}/operators/${userIdOf('cashier')}/limits`, 'supervisor', {
    ...{ most_tendered_minor: '5', most_per_day_minor: '5', most_vends_per_day: 5 },
  }),
  put(`/v1/vendors/${VENDOR}/sales-batches/:new`, 'supervisor', { shift_ids: [NOTHING] }),
  put(`/v1/vendors/${VENDOR}/bank-batches/:new`, 'supervisor', {
    ...{ source: 's', slip_number: 's', brought_minor: '5', sales_batch_ids: [NOTHING] },
  }),
  put('/v1/refunds/:new', 'finance', {
    ...{ vend_id: NOTHING, unused_tenth_kwh: 1, proof: 'credit_cleared', proof_reference: 'p' },
    ...{ proof_order_id: NOTHING, money_to: 'debt', debt_id: NOTHING, reason: 'r' },
  }),
  post('/v1/refunds/preview', 'finance', {
    ...{ vend_id: NOTHING, unused_tenth_kwh: 1, money_to: 'debt' },
  }),
  put('/v1/repairs/:new', 'finance', {
    ...{ vend_id: NOTHING, to_meter_number: meterAt(1), statement: 's', display_code: 'd' },
    reason: 'r',
  }),
  put('/v1/orders/:new', 'customer_officer', {
    ...{ kind: 'free_issue', meter_number: meterAt(1), energy_tenth_kwh: 1 },
    ...{ reason_code: 'goodwill', reason: 'r', document_reference: 'd' },
  }),
  put('/v1/orders/:new', 'engineering_maker', {
    ...{ kind: 'engineering', meter_number: meterAt(1), reason_code: 'load_limit', reason: 'r' },
    contents: [{ kind: 'set-maximum-power-limit', power_watts: 5 }],
  }),
  put('/v1/published-values/fuel/202601/1', 'tariff_maker', { price_per_kwh_e4_minor: '5' }),
  put('/v1/webhooks/:new', 'administrator', {
    ...{ url: 'https://shop.example.org', description: 'd', kinds: ['vend.posted'] },
    vendor_id: VENDOR,
  }),
  put('/v1/reconciliation/runs/:new', 'finance', {
    ...{ source_id: NOTHING, from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' },
  }),
  put('/v1/customers/:new', 'customer_officer', {
    ...{ name: 'n', phone: '+255 1', language: 'en', notes: 'n' },
  }),
  put('/v1/service-points/:new', 'customer_officer', {
    ...{ code: 'c', address: 'a', area: 'a', phases: 1, supply_limit_w: 5 },
    ...{ position: { latitude_e6: 1, longitude_e6: 1 } },
  }),
  put('/v1/agreements/:new', 'customer_officer', {
    ...{ account_number: 'a', service_point_id: NOTHING, customer_id: NOTHING },
    ...{ tariff_id: NOTHING, exemptions: ['vat'], entitlements: ['free'] },
  }),
  put(`/v1/meters/${meterAt(1)}/operations/:new`, 'customer_officer', {
    ...{ kind: 'replace', new_meter_number: meterAt(2), reason: 'r' },
    ...{ removed_reading_wh: 5, credit_left_wh: 5, installed_reading_wh: 5 },
  }),
  post('/v1/api-keys', 'security_officer', {
    ...{ name: 'n', vendor_id: NOTHING, permissions: ['vend.sell'], requests_per_minute: 5 },
    ...{ public_key: Buffer.alloc(32, 9).toString('base64'), signature_required: true },
  }),
  post(`/v1/approvals/${NOTHING}/decision`, 'finance', { decision: 'approved', reason: 'r' }),
];

/** The form once for each of its fields, down to the last, with something evil in its place. */
function* spoilt(value: unknown, evil: unknown): Generator<unknown> {
  yield evil;
  if (Array.isArray(value)) {
    for (const [at, each] of value.entries()) {
      for (const one of spoilt(each, evil)) yield value.with(at, one);
    }
    yield Array.from({ length: 1000 }, () => evil);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) {
      for (const one of spoilt(each, evil)) yield { ...value, [name]: one };
    }
    yield { ...value, [typeof evil === 'string' ? evil : 'more']: evil };
  }
}

test.each(FORMS)(
  '$method $url',
  async ({ method, url, as, body }) => {
    // As it stands it is understood, and refused for what it means at the most.
    const sane = await world.ask(method, url.replaceAll(':new', randomUUID()), { as, body });
    expect([sane.json.code, sane.json.errors]).not.toContain('request_invalid');
    const faults: string[] = [];
    let sent = 0;
    for (const evil of EVIL) {
      for (const form of spoilt(body, evil)) {
        if (form === undefined || typeof form !== 'object') continue;
        const path = url.replaceAll(':new', randomUUID());
        const { status } = await world.ask(method, path, { as, body: form ?? 'null' });
        sent += 1;
        if (status >= 500) faults.push(`${status} ${JSON.stringify(form).slice(0, 300)}`);
      }
    }
    expect(sent).toBeGreaterThan(EVIL.length);
    expect(faults).toEqual([]);
  },
  60_000,
);

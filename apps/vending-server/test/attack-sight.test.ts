/** What somebody would try who wants to see or do what belongs to another vendor or utility. */
import { randomUUID } from 'node:crypto';
import type { AccountId, LedgerId, UtilityId } from '@wattvend/ledger/account.js';
import { ensureChart } from '@wattvend/ledger/chart.js';
import { createUtility, listUtilities } from '@wattvend/vending/utility.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import { addVendor } from '@wattvend/vending/vendors.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  meterAt,
  OTHER_VENDOR,
  UTILITY,
  VENDOR,
} from '../../../packages/vending/test/utility-fixture.ts';
import { createServerWorld, type ServerWorld, type Who } from './server-world.ts';

let world: ServerWorld;
let foreignVend: { readonly id: string; readonly receipt_number: string; readonly digits: string };
let today: string;
beforeAll(async () => {
  world = await createServerWorld();
  const sold: { status: number; json: { [name: string]: unknown } }[] = [];
  for (const as of ['foreign-cashier', 'cashier', 'foreign-cashier'] as const) {
    const sale = { meter_number: meterAt(1), tendered_minor: '5000' };
    sold.push(await ask('PUT', `/v1/vends/${randomUUID()}`, as, sale));
  }
  expect(sold.map(({ status }) => status)).toEqual([201, 201, 201]);
  const json = sold[0]?.json as unknown as {
    id: string;
    receipt_number: string;
    tokens: { digits: string }[];
  };
  const digits = json.tokens[0]?.digits ?? '';
  foreignVend = { id: json.id, receipt_number: json.receipt_number, digits };
  const wall = new Date(world.context.clock() + 3 * 3_600_000);
  today = wall.toISOString().slice(0, 10);
});
afterAll(() => world.close());

const ask = (method: string, path: string, as: Who, body?: unknown) =>
  world.ask(method, path, { as, ...(body === undefined ? {} : { body }) });

describe.each(['cashier', 'api-key'] as const)('%s of one vendor', (as) => {
  const url = () => `/v1/vends/${foreignVend.id}`;

  test('neither reads, prints nor sends again what another vendor sold', async () => {
    const answers = [
      await ask('GET', url(), as),
      await ask('HEAD', url(), as),
      await ask('GET', `${url()}/reprints`, as),
      await ask('POST', `${url()}/reprints`, as),
      await ask('PUT', `${url()}/resends/${randomUUID()}`, as, { carrier: 'sms' }),
      await ask('GET', url().toUpperCase().replace('/V1/VENDS', '/v1/vends'), as),
    ];
    for (const { status, text } of answers) {
      expect([403, 404]).toContain(status);
      expect(text).not.toContain(foreignVend.digits);
    }
    const mine = await ask('GET', url(), 'foreign-cashier');
    // A tag that somebody else was given tells nothing either, not even that it still holds.
    for (const tag of [String(mine.headers.etag), '*']) {
      const answer = await world.ask('GET', url(), { as, headers: { 'if-none-match': tag } });
      expect(answer.status).toBe(404);
    }
  });

  test('finds nothing of another vendor in any list, whatever is asked for', async () => {
    const { next } = (await ask('GET', '/v1/vends?limit=1', 'supervisor')).json;
    const lists = [
      `/v1/vends?receipt_number=${foreignVend.receipt_number}`,
      `/v1/vends?meter_number=${meterAt(1)}`,
      `/v1/vends?before=${next}&limit=100`,
      `/v1/vends?agreement_id=c0000000-0000-4000-8000-000000000001`,
      '/v1/vends?kind=sale&limit=100',
      `/v1/today?date=${today}`,
    ];
    for (const list of lists) {
      const { status, text } = await ask('GET', list, as);
      expect([list, status]).toEqual([list, 200]);
      expect(text).not.toContain(foreignVend.id);
      expect(text).not.toContain(foreignVend.digits);
      expect(text).not.toContain(OTHER_VENDOR);
    }
    const span = `from=${today}&to=${today}`;
    const sales = await ask('GET', `/v1/reports/sales?${span}&by=vendor`, as);
    expect(sales.json.rows.map(({ key }: { key: string }) => key)).toEqual([VENDOR]);
    for (const asked of [
      `/v1/reports/sales?${span}&vendor_id=${OTHER_VENDOR}`,
      `/v1/reports/sales.csv?${span}&vendor_id=${OTHER_VENDOR}`,
      `/v1/reports/components?${span}&vendor_id=${OTHER_VENDOR.toUpperCase()}`,
      `/v1/reports/components.csv?${span}&vendor_id=${OTHER_VENDOR}`,
      `/v1/vends?vendor_id=${OTHER_VENDOR}`,
      `/v1/vendors/${OTHER_VENDOR}`,
      `/v1/reports/zero-buyers`,
      `/v1/reports/zero-buyers.csv`,
    ]) {
      expect([asked, (await ask('GET', asked, as)).json.code]).toEqual([asked, 'not_allowed']);
    }
    const vendors = await ask('GET', '/v1/vendors', as);
    expect(vendors.json.vendors.map(({ id }: { id: string }) => id)).toEqual([VENDOR]);
  });

  test('sells, claims and takes payments on no other float', async () => {
    const sale = { meter_number: meterAt(1), vendor_id: OTHER_VENDOR };
    const answers = [
      await ask('PUT', `/v1/vends/${randomUUID()}`, as, { ...sale, tendered_minor: '5000' }),
      await ask('PUT', `/v1/free-units/${randomUUID()}`, as, sale),
      await ask('POST', '/v1/quotes', as, { ...sale, tendered_minor: '5000' }),
    ];
    expect(answers.map(({ json }) => json.code)).toEqual(Array(3).fill('not_allowed'));
  });
});

test('a machine looks up whom it names, and goes through nobody’s lists', async () => {
  for (const list of ['customers', 'meters', 'search']) {
    for (const query of ['', 'a', '%25%25%25', '..1']) {
      const { json } = await ask('GET', `/v1/${list}?query=${query}`, 'api-key');
      expect([list, query, json.code]).toEqual([list, query, 'request_invalid']);
    }
  }
  const { next } = (await ask('GET', '/v1/meters?limit=1', 'cashier')).json;
  const page = await ask('GET', `/v1/meters?query=981&after=${next}`, 'api-key');
  expect(page.json.errors).toMatchObject([{ path: 'query.after' }]);
  const text = `insert into customer (utility_id, customer_id, name, phone, language, notes, revision,
    registered_at_ms) select '${UTILITY}', gen_random_uuid(), 'Neema ' || n, '', 'en', '', 1, 0
    from generate_series(1, 60) n`;
  await world.fixture.scratch.asOwner(text);
  const found = async (as: Who) =>
    (await ask('GET', '/v1/customers?query=neema&limit=100', as)).json.customers.length;
  expect([await found('api-key'), await found('cashier')]).toEqual([20, 60]);
});

test('a colleague’s shift is neither read nor counted', async () => {
  const id = randomUUID();
  expect((await ask('PUT', `/v1/shifts/${id}`, 'demo', { cash_float_minor: '0' })).status).toBe(
    201,
  );
  expect((await ask('GET', `/v1/shifts/${id}`, 'cashier')).json.code).toBe('shift_not_found');
  const counted = { counted: { cash: '0' } };
  for (const as of ['cashier', 'foreign-cashier'] as const) {
    const own = await ask('PUT', `/v1/shifts/${id}/count`, as, counted);
    expect(own.json.code).toBe('shift_not_found');
    const above = await ask('PUT', `/v1/vendors/${VENDOR}/shifts/${id}/count`, as, counted);
    expect(above.json.code).toBe('not_allowed');
    // Nor opened again under its id.
    const again = await ask('PUT', `/v1/shifts/${id}`, as, { cash_float_minor: '0' });
    expect(again.json.code).toBe('shift_id_conflict');
  }
});

test('what belongs to another utility of the same database is not there', async () => {
  const { database } = world.fixture.scratch;
  const utilityId = randomUUID() as string as UtilityId;
  const now = world.context.clock();
  await database.transaction((tx) =>
    createUtility(
      tx,
      {
        ...{ utilityId, ledgerId: randomUUID() as string as LedgerId, name: 'Another utility' },
        ...{ currencyCode: 'XTS', currencySymbol: 'T', decimalPlaces: 2 },
        ...{ timeZone: 'Africa/Nairobi', demo: false },
        accounts: {
          bank: randomUUID() as string as AccountId,
          energySales: randomUUID() as string as AccountId,
          vatPayable: randomUUID() as string as AccountId,
        },
      },
      now,
    ),
  );
  const other = (await listUtilities(database)).find((each) => each.utilityId === utilityId);
  if (other === undefined) throw new Error('the other utility was not created');
  await database.transaction((tx) =>
    ensureChart(tx, other.book, () => randomUUID() as string as AccountId),
  );
  const vendorId = randomUUID() as string as VendorId;
  const floatAccountId = randomUUID() as string as AccountId;
  await database.transaction((tx) =>
    addVendor(tx, other, { vendorId, name: 'Another vendor', floatAccountId }, now),
  );
  const deposit = { deposit_minor: '5', reference: 'r' };
  const url = `/v1/vendors/${vendorId}`;
  const answers = [
    await ask('GET', url, 'finance'),
    await ask('PUT', `${url}/deposits/${randomUUID()}`, 'supervisor', deposit),
    await ask('PUT', `${url}/suspension`, 'supervisor', { note: 'n' }),
    await ask('PUT', `${url}/settings`, 'supervisor', {
      ...{ shift_required: true, till_owner: 'utility' },
    }),
    await ask('PUT', `${url}/credit-limits/${randomUUID()}`, 'finance', {
      ...{ credit_limit_minor: '5', reason: 'r' },
    }),
    await ask('GET', `${url}/statement?from=${today}&to=${today}`, 'finance'),
    await ask('PUT', `${url}/days/${today}`, 'supervisor'),
    await ask('PUT', `/v1/webhooks/${randomUUID()}`, 'administrator', {
      ...{ url: 'https://shop.example.org/', description: 'd', kinds: ['vend.posted'] },
      vendor_id: vendorId,
    }),
  ];
  expect(answers.map(({ json }) => json.code)).toEqual(answers.map(() => 'vendor_not_found'));
  const list = await ask('GET', '/v1/vendors', 'finance');
  expect(list.text).not.toContain(vendorId);
});

test('who begins, renews or stops a webhook stands in the audit trail, without its secret', async () => {
  const id = randomUUID();
  const body = {
    ...{ url: 'https://shop.example.org/hook?key=hidden', description: 'd' },
    ...{ kinds: ['vend.posted'], vendor_id: null },
  };
  const put = () => ask('PUT', `/v1/webhooks/${id}`, 'administrator', body);
  const { secret } = (await put()).json;
  await put();
  const rotate = () => ask('POST', `/v1/webhooks/${id}/secret`, 'administrator', { replaces: 1 });
  const renewed = (await rotate()).json.secret;
  await rotate();
  await ask('DELETE', `/v1/webhooks/${id}`, 'administrator');
  await ask('DELETE', `/v1/webhooks/${id}`, 'administrator');
  const trail = await ask('GET', '/v1/audit-events?limit=100', 'auditor');
  const told = trail.json.events
    .filter(({ subject }: { subject: { id: string } | null }) => subject?.id === id)
    .map(({ what }: { what: string }) => what);
  expect(told).toEqual(['webhook.stopped', 'webhook.secret_rotated', 'webhook.begun']);
  for (const hidden of [secret, renewed, 'key=hidden']) expect(trail.text).not.toContain(hidden);
});

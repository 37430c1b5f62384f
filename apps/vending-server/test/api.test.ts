/** Everything but selling: meters, customers, vendors, deposits, quotes, the day, the pages. */
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDrn } from '@wattvend/sts/meter-pan.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  METERS,
  meterAt,
  OTHER_VENDOR,
  VENDOR,
} from '../../../packages/vending/test/utility-fixture.ts';
import { createServerWorld, type ServerWorld, type Who } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await createServerWorld();
});
afterAll(() => world.close());

const TARIFF = 'b0000000-0000-4000-8000-000000000001';

describe('meters', () => {
  test('are found by number, by address, and a page at a time', async () => {
    const all: string[] = [];
    let after = '';
    for (let page = 0; page < 10; page++) {
      const { json } = await world.ask('GET', `/v1/meters?limit=5&after=${after}`, {
        as: 'cashier',
      });
      all.push(...json.meters.map((meter: { meter_number: string }) => meter.meter_number));
      if (json.next === null) break;
      after = json.next;
    }
    expect(all).toEqual([...METERS].sort());
    const byAddress = await world.ask('GET', '/v1/meters?query=12%20test', { as: 'cashier' });
    expect(byAddress.json.meters).toMatchObject([{ address: '12 Test Street' }]);
    const byNumber = await world.ask('GET', `/v1/meters?query=${meterAt(4)}`, { as: 'api-key' });
    expect(byNumber.json.meters).toMatchObject([{ meter_number: meterAt(4), status: 'active' }]);
    expect((await world.ask('GET', '/v1/meters?query=%25', { as: 'cashier' })).json.meters).toEqual(
      [],
    );
  });

  test.each(['limit=0', 'limit=101', 'limit=x', 'after=abc', 'sort=name'])(
    '?%s is refused',
    async (query) => {
      const answer = await world.ask('GET', `/v1/meters?${query}`, { as: 'cashier' });
      expect(answer.json).toMatchObject({ code: 'request_invalid', status: 400 });
      expect(answer.json.errors[0].path).toBe(`query.${query.split('=')[0]}`);
    },
  );

  test('one meter says all about its key that is public', async () => {
    const { json } = await world.ask('GET', `/v1/meters/${meterAt(3)}`, { as: 'cashier' });
    expect(json).toEqual({
      meter_number: meterAt(3),
      meter_pan: expect.stringMatching(/^\d{18}$/),
      status: 'active',
      address: '4 Test Street',
      customer: null,
      tariff: { id: TARIFF, name: 'Domestic' },
      supply_group_code: '100002',
      tariff_index: '01',
      key_revision_number: 1,
      key_type: 2,
      key_expiry_number: 255,
      base_date: 2014,
      dkga: '04',
      encryption_algorithm: '11',
      last_vend_at: null,
    });
    const wrong = await world.ask('GET', '/v1/meters/12345678901', { as: 'cashier' });
    expect(wrong.json.code).toBe('meter_number_invalid');
    const unknown = await world.ask('GET', `/v1/meters/${makeDrn('77', '00000001')}`, {
      as: 'cashier',
    });
    expect(unknown.json.code).toBe('meter_not_found');
  });

  const order = (more: object) => ({
    meter_number: makeDrn('55', '00000001'),
    supply_group_code: '100002',
    tariff_index: '01',
    key_revision_number: 1,
    dkga: '04',
    encryption_algorithm: '11',
    tariff_id: TARIFF,
    address: 'Here',
    customer_id: null,
    ...more,
  });

  test.each<[string, object, string]>([
    ['a wrong number', { meter_number: '5500000001' }, 'meter_number_invalid'],
    ['a number enrolled before', { meter_number: METERS[0] }, 'meter_exists'],
    ['an unknown supply group', { supply_group_code: '999999' }, 'vending_key_not_found'],
    ['an unknown key revision', { key_revision_number: 2 }, 'vending_key_not_found'],
    ['another key generation algorithm', { dkga: '02' }, 'vending_key_not_found'],
    ['EA11 under DKGA02', { supply_group_code: '100001', dkga: '02' }, 'vending_key_not_found'],
    ['an unknown tariff', { tariff_id: randomUUID() }, 'tariff_not_found'],
    ['an unknown customer', { customer_id: randomUUID() }, 'customer_not_found'],
    ['no address', { address: '  ' }, 'request_invalid'],
  ])('%s is not enrolled', async (_, wrong, code) => {
    const answer = await world.ask('POST', '/v1/meters', { as: 'founder', body: order(wrong) });
    expect(answer.json.code).toBe(code);
  });

  test('a meter is enrolled for a customer and can be sold for at once', async () => {
    const name = `Zoë ${randomUUID()}`;
    const customer = await world.ask('POST', '/v1/customers', { as: 'founder', body: { name } });
    expect([customer.status, customer.json]).toMatchObject([201, { name, phone: null }]);
    const body = order({ customer_id: customer.json.id });
    const enrolled = await world.ask('POST', '/v1/meters', { as: 'founder', body });
    expect(enrolled.status).toBe(201);
    expect(enrolled.json.customer).toEqual({ id: customer.json.id, name });
    const sale = { meter_number: body.meter_number, tendered_minor: '1000' };
    const sold = await world.ask('PUT', `/v1/vends/${randomUUID()}`, { as: 'cashier', body: sale });
    expect([sold.status, sold.json.customer_name]).toEqual([201, name]);
  });
});

test('customers are found by name, a page at a time, also when names are alike', async () => {
  const mark = randomUUID().slice(0, 8);
  for (const name of ['Ann', 'ann', 'Bob']) {
    const body = { name: `${mark} ${name}`, phone: '1' };
    await world.ask('POST', '/v1/customers', { as: 'founder', body });
  }
  const found: string[] = [];
  let after = '';
  for (let page = 0; page < 5; page++) {
    const url = `/v1/customers?query=${mark}&limit=1${after}`;
    const { json } = await world.ask('GET', url, { as: 'cashier' });
    found.push(...json.customers.map((each: { name: string }) => each.name.slice(9)));
    if (json.next === null) break;
    after = `&after=${json.next}`;
  }
  expect(found.map((name) => name.toLowerCase())).toEqual(['ann', 'ann', 'bob']);
  const wrong = await world.ask('GET', '/v1/customers?after=x', { as: 'cashier' });
  expect(wrong.json).toMatchObject({ code: 'request_invalid', errors: [{ path: 'query.after' }] });
});

describe('vendors and deposits', () => {
  test('a new vendor has an empty float and can be paid into, once for each id', async () => {
    const added = await world.ask('POST', '/v1/vendors', {
      as: 'founder',
      body: { name: 'Shop' },
    });
    expect([added.status, added.json]).toMatchObject([
      201,
      { name: 'Shop', float: { available_minor: '0' } },
    ]);
    const url = `/v1/vendors/${added.json.id}/deposits/${randomUUID()}`;
    const body = { deposit_minor: '2500', reference: 'slip 1' };
    const first = await world.ask('PUT', url, { as: 'founder', body });
    expect([first.status, first.json.float.available_minor]).toEqual([201, '2500']);
    const again = await world.ask('PUT', url, { as: 'founder', body });
    expect([again.status, again.json]).toEqual([200, first.json]);
    const other = { ...body, deposit_minor: '2501' };
    const conflict = await world.ask('PUT', url, { as: 'founder', body: other });
    expect(conflict.json.code).toBe('deposit_id_conflict');
    const list = await world.ask('GET', '/v1/vendors', { as: 'founder' });
    expect(list.json.vendors).toContainEqual({ ...added.json, float: first.json.float });
  });

  test.each<[string, string, object, string]>([
    ['an unknown vendor', randomUUID(), {}, 'vendor_not_found'],
    ['no money', VENDOR, { deposit_minor: '0' }, 'deposit_not_positive'],
    ['money taken out', VENDOR, { deposit_minor: '-1' }, 'deposit_not_positive'],
    ['no reference', VENDOR, { reference: '' }, 'request_invalid'],
    ['more than any float holds', VENDOR, { deposit_minor: '9'.repeat(16) }, 'request_invalid'],
    ['a reference that turns around', VENDOR, { reference: 'a\u202eb' }, 'request_invalid'],
    ['a reference of two lines', VENDOR, { reference: 'a\u2028b' }, 'request_invalid'],
  ])('%s is refused', async (_, vendorId, wrong, code) => {
    const url = `/v1/vendors/${vendorId}/deposits/${randomUUID()}`;
    const body = { deposit_minor: '100', reference: 'slip', ...wrong };
    expect((await world.ask('PUT', url, { as: 'founder', body })).json.code).toBe(code);
  });

  test('the largest deposits can be paid in and are told, also when their sum is larger', async () => {
    const added = await world.ask('POST', '/v1/vendors', {
      as: 'founder',
      body: { name: 'Rich' },
    });
    const body = { deposit_minor: '9'.repeat(15), reference: 'slip' };
    for (let times = 0; times < 12; times++) {
      const url = `/v1/vendors/${added.json.id}/deposits/${randomUUID()}`;
      expect((await world.ask('PUT', url, { as: 'founder', body })).status).toBe(201);
    }
    const list = await world.ask('GET', '/v1/vendors', { as: 'founder' });
    const rich = list.json.vendors.find((each: { id: string }) => each.id === added.json.id);
    expect(rich.float.available_minor).toBe(String(12n * (10n ** 15n - 1n)));
    expect((await world.ask('GET', '/v1/today', { as: 'founder' })).status).toBe(200);
  });

  test('a deposit and a vend may have the same id and are two things', async () => {
    const id = randomUUID();
    const sale = { meter_number: meterAt(5), tendered_minor: '1000' };
    await world.ask('PUT', `/v1/vends/${id}`, { as: 'cashier', body: sale });
    const url = `/v1/vendors/${VENDOR}/deposits/${id}`;
    const body = { deposit_minor: '100', reference: 'slip' };
    const answer = await world.ask('PUT', url, { as: 'founder', body });
    expect(answer.status).toBe(201);
    const vend = await world.ask('GET', `/v1/vends/${id}`, { as: 'cashier' });
    expect(vend.json.state).toBe('posted');
  });
});

test('the answer to a body full of unknown fields stays small', async () => {
  const unknown = Array.from({ length: 3000 }, (_, index) => [`${'k'.repeat(10)}${index}`, 1]);
  const body = Object.fromEntries(unknown);
  const answer = await world.ask('POST', '/v1/quotes', { as: 'cashier', body });
  expect(answer.json.code).toBe('request_invalid');
  expect(answer.json.errors.length).toBeLessThanOrEqual(20);
});

test('a quote says what the sale will give, to the unit', async () => {
  const body = { meter_number: meterAt(6), tendered_minor: '12345' };
  const quote = await world.ask('POST', '/v1/quotes', { as: 'cashier', body });
  const sale = await world.ask('PUT', `/v1/vends/${randomUUID()}`, { as: 'cashier', body });
  for (const name of ['energy_tenth_kwh', 'lines', 'tariff', 'tendered_minor', 'address']) {
    expect(quote.json[name]).toEqual(sale.json[name]);
  }
  const refused = await world.ask('POST', '/v1/quotes', {
    as: 'cashier',
    body: { ...body, tendered_minor: '1' },
  });
  expect(refused.json.code).toBe('tendered_below_one_unit');
});

test('printing again gives the same digits and is counted', async () => {
  const id = randomUUID();
  const body = { meter_number: meterAt(7), tendered_minor: '1000' };
  const sold = await world.ask('PUT', `/v1/vends/${id}`, { as: 'cashier', body });
  for (const count of [1, 2]) {
    const { status, json } = await world.ask('POST', `/v1/vends/${id}/reprints`, { as: 'cashier' });
    expect([status, json]).toEqual([201, { ...sold.json, reprint_count: count }]);
  }
  const unknown = await world.ask('POST', `/v1/vends/${randomUUID()}/reprints`, { as: 'cashier' });
  expect(unknown.json.code).toBe('vend_not_found');
  const copies = await world.ask('GET', `/v1/vends/${id}/reprints`, { as: 'auditor' });
  expect(copies.json.reprints).toMatchObject([
    { number: 1, reprinted_by: 'cashier' },
    { number: 2, reprinted_by: 'cashier' },
  ]);
  const foreign = await world.ask('GET', `/v1/vends/${id}/reprints`, { as: 'foreign-cashier' });
  expect(foreign.json.code).toBe('vend_not_found');
});

test('a vend is found by the number of its receipt, by those who may see it', async () => {
  const sold = [];
  for (const tendered_minor of ['1000', '2000']) {
    const body = { meter_number: meterAt(9), tendered_minor };
    sold.push(await world.ask('PUT', `/v1/vends/${randomUUID()}`, { as: 'cashier', body }));
  }
  const found = async (query: string, as: Who) =>
    (await world.ask('GET', `/v1/vends?${query}`, { as })).json;
  for (const { json } of sold) {
    const query = `receipt_number=${json.receipt_number}`;
    expect(await found(query, 'cashier')).toEqual({ vends: [json], next: null });
    expect(await found(query, 'auditor')).toEqual({ vends: [json], next: null });
    expect(await found(query, 'foreign-cashier')).toEqual({ vends: [], next: null });
  }
  expect(await found('receipt_number=999999', 'auditor')).toEqual({ vends: [], next: null });
  expect(await found('receipt_number=1-2', 'auditor')).toMatchObject({ code: 'request_invalid' });
});

test('the vends of a meter come newest first and a page at a time', async () => {
  const meterNumber = meterAt(10);
  const sold: string[] = [];
  for (const tendered of ['1000', '1100', '1200']) {
    const body = { meter_number: meterNumber, tendered_minor: tendered };
    const { json } = await world.ask('PUT', `/v1/vends/${randomUUID()}`, { as: 'cashier', body });
    sold.unshift(json.id);
  }
  const url = `/v1/vends?meter_number=${meterNumber}&limit=2`;
  const one = await world.ask('GET', url, { as: 'founder' });
  const two = await world.ask('GET', `${url}&before=${one.json.next}`, { as: 'founder' });
  const ids = [...one.json.vends, ...two.json.vends].map((vend: { id: string }) => vend.id);
  expect([ids, two.json.next]).toEqual([sold, null]);
});

describe('the day', () => {
  async function sellAt(own: ServerWorld, at: string, tendered: string): Promise<void> {
    const id = randomUUID();
    const body = { meter_number: meterAt(0), tendered_minor: tendered };
    const { status } = await own.ask('PUT', `/v1/vends/${id}`, { as: 'cashier', body });
    expect(status).toBe(201);
    // The security module's clock cannot be told, so the sale is moved afterwards.
    const month = Number(at.slice(0, 7).replace('-', ''));
    const { database } = own.fixture.scratch;
    await database.query({ name: 'open', text: 'select vending_open_month($1)' }, [month]);
    const move = 'update vend set requested_at_ms = $2, month = $3 where vend_id = $1';
    await database.query({ name: 'move-vend', text: move }, [id, Date.parse(at), month]);
    // What an id was used for never changes, so the trigger stands aside for the test.
    await database.transaction(async (tx) => {
      await tx.query({ name: '', text: 'alter table vend_request disable trigger user' });
      const text = 'update vend_request set month = $2 where vend_id = $1';
      await tx.query({ name: 'move-request', text }, [id, month]);
      await tx.query({ name: '', text: 'alter table vend_request enable trigger user' });
    });
  }

  test('is that of the utility, also when its clocks change', async () => {
    const own = await createServerWorld();
    const berlin = { ...own.context.utility, timeZone: 'Europe/Berlin' };
    await own.server.app.close();
    const { createServer } = await import('../src/http/server.ts');
    const server = await createServer({ ...own.context, utility: berlin });
    for (const [at, tendered] of [
      ['2025-10-25T21:59:59Z', '1000'],
      ['2025-10-25T22:00:00Z', '1100'],
      ['2025-10-26T00:30:00Z', '1200'],
      ['2025-10-26T01:30:00Z', '1300'],
      ['2025-10-26T22:59:59Z', '1400'],
      ['2025-10-26T23:00:00Z', '1500'],
    ] as const) {
      await sellAt({ ...own, ask: askOf(server, own) }, at, tendered);
    }
    const ask = askOf(server, own);
    const { json } = await ask('GET', '/v1/today?date=2025-10-26', { as: 'founder' });
    expect(json).toMatchObject({ time_zone: 'Europe/Berlin', vends: 4, tendered_minor: '5000' });
    const busy = json.hours.filter((hour: { vends: number }) => hour.vends > 0);
    expect(busy.map((hour: { hour: number; vends: number }) => [hour.hour, hour.vends])).toEqual([
      [0, 1],
      [2, 2],
      [23, 1],
    ]);
    expect(json.recent.map((vend: { tendered_minor: string }) => vend.tendered_minor)).toEqual([
      '1400',
      '1300',
      '1200',
      '1100',
    ]);
    expect(json.hours).toHaveLength(24);
    const spring = await ask('GET', '/v1/today?date=2025-03-30', { as: 'founder' });
    expect([spring.json.vends, spring.json.hours.length]).toEqual([0, 24]);
    await server.app.close();
    await own.fixture.close();
  });

  function askOf(server: ServerWorld['server'], own: ServerWorld): ServerWorld['ask'] {
    return async (method, url, { as = 'nobody', body } = {}) => {
      const response = await server.app.inject({
        method: method as 'GET',
        url,
        headers: { host: 'localhost', cookie: `wattvend=${own.secrets[as]}` },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      const { statusCode: status, headers, body: text } = response;
      return { status, headers, text, json: response.json() };
    };
  }

  test('has books that agree with the security module', async () => {
    const { json } = await world.ask('GET', '/v1/today', { as: 'founder' });
    expect(json.books).toMatchObject({ balanced: true, sum_minor: '0', agree: true });
    expect(json.books.security_module).toEqual({ state: 'up', issued: json.books.tokens_issued });
    expect(json.vendors.map((vendor: { id: string }) => vendor.id)).toContain(OTHER_VENDOR);
  });

  test.each(['2025-02-30', '2025-13-01', '25-01-01', 'today', ''])(
    'date=%s is none',
    async (date) => {
      const answer = await world.ask('GET', `/v1/today?date=${date}`, { as: 'founder' });
      expect(answer.json).toMatchObject({
        code: 'request_invalid',
        errors: [{ path: 'query.date' }],
      });
    },
  );
});

describe('addresses', () => {
  test.each([
    ['GET', '/v1/nothing'],
    ['PUT', '/v1/'],
    ['GET', '/problems/nothing'],
    ['GET', '/%zz'],
    ['GET', '/v1//'],
  ])('%s %s leads nowhere', async (method, url) => {
    const answer = await world.ask(method, url, { headers: { accept: 'text/html' } });
    expect(answer.json).toMatchObject({ code: 'path_not_found', status: 404 });
  });

  test('a method that an address does not take', async () => {
    const answer = await world.ask('PATCH', `/v1/vends/${randomUUID()}`, { as: 'cashier' });
    expect(answer.json).toMatchObject({ code: 'method_not_allowed', status: 405 });
    expect(answer.headers['allow']).toBe('PUT, GET, HEAD');
  });

  test('a server without built pages says so to people', async () => {
    const headers = { accept: 'text/html,*/*' };
    const answer = await world.ask('GET', '/till', { headers });
    expect([answer.status, answer.text]).toEqual([503, expect.stringContaining('npm run build')]);
    expect((await world.ask('GET', '/till')).json.code).toBe('path_not_found');
  });

  test('built pages are served, assets for ever and the start page for all others', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wv-console-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<p>start page');
    await writeFile(join(folder, '.inputs'), 'hidden');
    await writeFile(join(folder, 'assets', 'app-1a2b.js'), 'let app');
    const own = await createServerWorld({ consoleFolder: folder });
    const html = { accept: 'text/html' };
    for (const url of ['/', '/till', '/sign-in?to=/x', '/index.html', '/meters/123']) {
      const page = await own.ask('GET', url, { headers: html });
      expect([page.status, page.text]).toEqual([200, '<p>start page']);
      expect(page.headers['cache-control']).toBe('no-cache');
      expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    }
    const asset = await own.ask('GET', '/assets/app-1a2b.js');
    expect([asset.status, asset.text]).toEqual([200, 'let app']);
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const url of ['/assets/gone.js', '/.inputs', '/assets/../../package.json', '/v1/x']) {
      expect((await own.ask('GET', url)).status).toBe(404);
    }
    expect((await own.ask('GET', '/v1/x', { headers: html })).status).toBe(404);
    await own.close();
    await rm(folder, { recursive: true });
  });
});

test('outside demo mode there is no demo', async () => {
  for (const [method, url, body] of [
    ['GET', '/v1/demo/meters', undefined],
    ['GET', `/v1/demo/meters/${meterAt(0)}/memory`, undefined],
    ['POST', '/v1/session/demo', { link_secret: 'x' }],
  ] as const) {
    const answer = await world.ask(method, url, { as: 'demo', body });
    expect(answer.json).toMatchObject({ code: 'path_not_found', status: 404 });
  }
});

/** Customers, places, agreements, meters and files over HTTP. */
import { randomUUID } from 'node:crypto';
import { makeDrn } from '@wattvend/sts/meter-pan.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meterAt } from '../../../packages/vending/test/utility-fixture.ts';
import { createServerWorld, type ServerWorld } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await createServerWorld();
});
afterAll(() => world.close());

const TARIFF = 'b0000000-0000-4000-8000-000000000001';
const OFFICER = 'customer_officer';

const put = (url: string, body: unknown) => world.ask('PUT', url, { as: OFFICER, body });
const get = (url: string) => world.ask('GET', url, { as: OFFICER });

function patch(url: string, body: unknown, tag?: string) {
  const headers = tag === undefined ? {} : { 'if-match': tag };
  return world.ask('PATCH', url, { as: OFFICER, body, headers });
}

function post(url: string, tag?: string) {
  return world.ask('POST', url, {
    as: OFFICER,
    headers: tag === undefined ? {} : { 'if-match': tag },
  });
}

let serials = 0;
function newNumber(): string {
  serials += 1;
  return makeDrn('61', String(30_000_000 + serials));
}

const KEY = {
  ...{ supply_group_code: '100002', tariff_index: '01', key_revision_number: 1 },
  encryption_algorithm: '11',
};

async function stored(more = {}): Promise<string> {
  const number = newNumber();
  expect((await put(`/v1/meters/${number}`, { ...KEY, ...more })).status).toBe(201);
  return number;
}

async function placed(): Promise<string> {
  const id = randomUUID();
  const body = { code: `H-${id.slice(0, 8)}`, address: '1 Http Road' };
  expect((await put(`/v1/service-points/${id}`, body)).status).toBe(201);
  return id;
}

const operate = (number: string, body: unknown, id: string = randomUUID()) =>
  put(`/v1/meters/${number}/operations/${id}`, body);

describe('customers', () => {
  test('are put once, read with a tag, changed with it and erased', async () => {
    const id = randomUUID();
    const url = `/v1/customers/${id}`;
    const body = { name: 'Neema Http', phone: '+255 1', language: 'sw', notes: 'two\nlines' };
    const made = await put(url, body);
    expect([made.status, made.headers.etag]).toEqual([201, '"1"']);
    expect(made.json).toMatchObject({ id, ...body, erased_at: null });
    const again = await put(url.toUpperCase().replace('/V1/CUSTOMERS', '/v1/customers'), body);
    expect([again.status, again.json]).toEqual([200, made.json]);
    expect((await put(url, { ...body, notes: '' })).json.code).toBe('operation_id_conflict');

    expect((await patch(url, { name: 'N' })).json).toMatchObject({ code: 'revision_required' });
    expect((await patch(url, { name: 'N' }, '*')).status).toBe(428);
    for (const tag of ['"2"', '1', 'W/"1"', '"01x"']) {
      expect((await patch(url, { name: 'N' }, tag)).json.code).toBe('changed_meanwhile');
    }
    const changed = await patch(url, { phone: null }, '"1"');
    expect([changed.status, changed.headers.etag]).toEqual([200, '"2"']);
    expect(changed.json).toEqual({ ...made.json, phone: null });
    expect((await get(url)).headers.etag).toBe('"2"');
    const changes = await get(`${url}/changes?limit=1`);
    expect(changes.json.changes).toMatchObject([
      { revision: 2, by: OFFICER, fields: ['phone'], before: { phone: '+255 1' } },
    ]);

    expect((await post(`${url}/erasure`)).status).toBe(428);
    expect((await post(`${url}/erasure`, '"1"')).status).toBe(412);
    const erased = await post(`${url}/erasure`, '"2"');
    expect(erased.json).toMatchObject({ name: 'erased', phone: null, notes: '' });
    expect((await patch(url, { name: 'N' }, '"3"')).json.code).toBe('customer_erased');
    const paged = await get(`${url}/changes?limit=1`);
    expect(paged.json.changes[0]).toMatchObject({ revision: 3, fields: ['erased'], before: null });
    const second = await get(`${url}/changes?limit=1&after=${paged.json.next}`);
    expect(second.json).toMatchObject({ changes: [{ revision: 2, before: null }], next: null });
    expect((await get(`${url}/changes?after=x`)).json.code).toBe('request_invalid');
  });

  test('who are not there are not found', async () => {
    const url = `/v1/customers/${randomUUID()}`;
    const answers = [
      await get(url),
      await patch(url, { name: 'N' }, '"1"'),
      await post(`${url}/erasure`, '"1"'),
      await get(`${url}/changes`),
    ];
    for (const answer of answers) expect(answer.json.code).toBe('customer_not_found');
  });

  test.each([
    ['no name', { name: ' ' }],
    ['two lines of name', { name: 'a\nb' }],
    ['a long note', { name: 'a', notes: 'n'.repeat(501) }],
    ['a turned note', { name: 'a', notes: '\u202Ea' }],
    ['a language in words', { name: 'a', language: 'Swahili' }],
    ['an unknown field', { name: 'a', born: '1990' }],
  ])('with %s are refused', async (_, body) => {
    const answer = await put(`/v1/customers/${randomUUID()}`, body);
    expect(answer.json.code).toBe('request_invalid');
  });
});

describe('places and agreements', () => {
  test('are put, read, changed and listed', async () => {
    const id = randomUUID();
    const url = `/v1/service-points/${id}`;
    const position = { latitude_e6: -1_286_389, longitude_e6: 36_817_223 };
    const body = { code: 'HTTP-1', address: '7 Lemon Street', area: 'West', position };
    const made = await put(url, body);
    expect([made.status, made.headers.etag]).toEqual([201, '"1"']);
    expect(made.json).toMatchObject({ ...body, phases: 1, supply_limit_w: null, agreement: null });
    expect((await put(url, body)).status).toBe(200);
    expect((await put(url, { ...body, area: '' })).json.code).toBe('operation_id_conflict');
    const other = await put(`/v1/service-points/${randomUUID()}`, body);
    expect(other.json.code).toBe('service_point_code_exists');
    expect((await patch(url, {})).json.code).toBe('revision_required');
    expect((await patch(url, {}, '"7"')).json.code).toBe('changed_meanwhile');
    const changed = await patch(url, { position: null, phases: 3 }, '"1"');
    expect(changed.json).toEqual({ ...made.json, position: null, phases: 3 });
    expect(changed.headers.etag).toBe('"2"');
    expect((await get('/v1/service-points?query=lemon')).json.service_points).toEqual([
      changed.json,
    ]);
    expect((await get('/v1/service-points?area=West')).json.service_points).toHaveLength(1);
    const first = await get('/v1/service-points?limit=1');
    const next = await get(`/v1/service-points?limit=1&after=${first.json.next}`);
    expect(next.json.service_points[0].code > first.json.service_points[0].code).toBe(true);
    expect((await get('/v1/service-points?after=x')).json.code).toBe('request_invalid');
    for (const answer of [
      await get(`/v1/service-points/${randomUUID()}`),
      await patch(`/v1/service-points/${randomUUID()}`, {}, '"1"'),
    ]) {
      expect(answer.json.code).toBe('service_point_not_found');
    }
  });

  test('an agreement begins, changes its terms and ends', async () => {
    const place = await placed();
    const customer = randomUUID();
    await put(`/v1/customers/${customer}`, { name: 'Party Http' });
    const id = randomUUID();
    const url = `/v1/agreements/${id}`;
    const body = {
      ...{ account_number: 'HTTP-A', service_point_id: place, customer_id: customer },
      tariff_id: TARIFF,
    };
    const made = await put(url, body);
    expect([made.status, made.headers.etag]).toEqual([201, '"1"']);
    expect(made.json).toMatchObject({
      ...{ account_number: 'HTTP-A', customer: { id: customer, name: 'Party Http' } },
      ...{ tariff: { id: TARIFF, name: 'Domestic' }, exemptions: [], ended_at: null },
    });
    expect((await put(url, body)).status).toBe(200);
    const other = (more: object) => put(`/v1/agreements/${randomUUID()}`, { ...body, ...more });
    const elsewhere = { service_point_id: await placed(), account_number: 'HTTP-B' };
    expect((await put(url, { ...body, customer_id: null })).json.code).toBe(
      'operation_id_conflict',
    );
    expect((await other({ customer_id: randomUUID() })).json.code).toBe('customer_not_found');
    expect((await other({ service_point_id: randomUUID() })).json.code).toBe(
      'service_point_not_found',
    );
    expect((await other({})).json.code).toBe('agreement_in_force');
    expect((await other({ ...elsewhere, account_number: 'HTTP-A' })).json.code).toBe(
      'account_number_exists',
    );
    expect((await other({ ...elsewhere, tariff_id: randomUUID() })).json.code).toBe(
      'tariff_not_found',
    );
    expect((await patch(url, {})).json.code).toBe('revision_required');
    expect((await patch(url, {}, '"9"')).json.code).toBe('changed_meanwhile');
    expect((await patch(url, { tariff_id: randomUUID() }, '"1"')).json.code).toBe(
      'tariff_not_found',
    );
    expect((await patch(url, { exemptions: ['a', 'a'] }, '"1"')).json.code).toBe('request_invalid');
    const changed = await patch(url, { exemptions: ['vat'] }, '"1"');
    expect(changed.json).toEqual({ ...made.json, exemptions: ['vat'] });
    expect((await post(`${url}/end`)).json.code).toBe('revision_required');
    expect((await post(`${url}/end`, '"1"')).json.code).toBe('changed_meanwhile');
    const ended = await post(`${url}/end`, '"2"');
    expect(ended.json.ended_at).not.toBeNull();
    expect((await post(`${url}/end`, '"2"')).json).toEqual(ended.json);
    expect((await patch(url, {}, '"3"')).json.code).toBe('agreement_ended');
    expect((await get(url)).json).toEqual(ended.json);
    const listed = await get(`/v1/agreements?customer_id=${customer}`);
    expect(listed.json).toEqual({ agreements: [ended.json], next: null });
    expect((await get(`/v1/agreements?service_point_id=${place}&limit=1`)).json.agreements).toEqual(
      [ended.json],
    );
    expect((await get('/v1/agreements')).json.code).toBe('request_invalid');
    for (const answer of [
      await get(`/v1/agreements/${randomUUID()}`),
      await patch(`/v1/agreements/${randomUUID()}`, {}, '"1"'),
      await post(`/v1/agreements/${randomUUID()}/end`, '"1"'),
    ]) {
      expect(answer.json.code).toBe('agreement_not_found');
    }
  });
});

describe('meters', () => {
  test('go into the store once', async () => {
    const number = newNumber();
    const url = `/v1/meters/${number}`;
    const made = await put(url, KEY);
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({ meter_number: number, status: 'in_store', ...KEY });
    expect((await put(url, KEY)).status).toBe(200);
    expect((await put(url, { ...KEY, model: 'X' })).json.code).toBe('meter_exists');
    expect((await put('/v1/meters/123', KEY)).json.code).toBe('meter_number_invalid');
    const keyless = { ...KEY, supply_group_code: '999999' };
    expect((await put(`/v1/meters/${newNumber()}`, keyless)).json.code).toBe(
      'vending_key_not_found',
    );
    expect((await get(url)).json.code).toBe('meter_not_installed');
    expect((await get(`${url}/card`)).json).toEqual(made.json);
    for (const path of ['', '/card', '/history']) {
      expect((await get(`/v1/meters/${newNumber()}${path}`)).json.code).toBe('meter_not_found');
      expect((await get(`/v1/meters/123${path}`)).json.code).toBe('meter_number_invalid');
    }
    expect((await get(`${url}/history?after=x`)).json.code).toBe('request_invalid');
  });

  test('are worked on once for each id, and refused for what they are', async () => {
    const number = await stored();
    const place = await placed();
    const install = { kind: 'install', service_point_id: place, reading_wh: 100 };
    const id = randomUUID();
    const made = await operate(number, install, id);
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      ...{ id, kind: 'install', new_meter: null, transfer: null },
      meter: { status: 'active', service_point: { id: place } },
    });
    const again = await operate(number, install, id);
    expect([again.status, again.json]).toEqual([200, made.json]);
    const reason = 'a reason';
    const scrapped = await stored();
    await operate(scrapped, { kind: 'scrap', reason });
    const back = await stored();
    await operate(back, { ...install, service_point_id: await placed() });
    await operate(back, { kind: 'remove', reason });
    const refused: readonly (readonly [string, unknown, string])[] = [
      [number, { kind: 'block', reason }, 'operation_id_conflict'],
      [number, { ...install, service_point_id: randomUUID() }, 'service_point_not_found'],
      [newNumber(), { kind: 'block', reason }, 'meter_not_found'],
      [scrapped, { kind: 'block', reason }, 'meter_scrapped'],
      [number, { kind: 'scrap', reason }, 'meter_installed'],
      [back, { kind: 'block', reason }, 'meter_not_installed'],
      [back, install, 'meter_not_in_store'],
      [await stored(), { kind: 'return_to_store', reason }, 'meter_not_removed'],
      [number, { kind: 'unblock', reason }, 'meter_not_blocked'],
      [await stored(), install, 'service_point_occupied'],
      [number, { kind: 'remove', reason, reading_wh: 99 }, 'reading_below_first'],
      ['123', { kind: 'block', reason }, 'meter_number_invalid'],
      [number, { kind: 'block' }, 'request_invalid'],
      [number, { kind: 'melt', reason }, 'request_invalid'],
    ];
    for (const [at, [meter, body, code]] of refused.entries()) {
      const answer = await operate(meter, body, at === 0 ? id : randomUUID());
      expect([at, answer.json.code]).toEqual([at, code]);
    }
    await operate(number, { kind: 'block', reason });
    expect((await operate(number, { kind: 'block', reason })).json.code).toBe('meter_blocked');
    const history = await get(`/v1/meters/${number}/history?limit=1`);
    expect(history.json).toMatchObject({
      vends: { posted: 0, last_posted_at: null },
      events: [{ kind: 'blocked', by: OFFICER, details: { reason } }],
    });
    const older = await get(`/v1/meters/${number}/history?after=${history.json.next}`);
    expect(older.json.events.map((event: { kind: string }) => event.kind)).toEqual([
      'installed',
      'key_epoch_1',
    ]);
  });

  test('are replaced, and the credit that was left becomes an order', async () => {
    const old = await stored();
    await operate(old, { kind: 'install', service_point_id: await placed(), reading_wh: 5000 });
    const [fresh, currency] = [await stored(), await stored({ payment_mode: 'currency' })];
    const replace = {
      ...{ kind: 'replace', new_meter_number: fresh, reason: 'dead display' },
      ...{ removed_reading_wh: 9000, credit_left_wh: 1501, installed_reading_wh: 0 },
    };
    const refused: readonly (readonly [string, object, string])[] = [
      [newNumber(), {}, 'meter_not_found'],
      [currency, {}, 'meter_not_installed'],
      [old, { new_meter_number: newNumber() }, 'new_meter_not_found'],
      [old, { new_meter_number: old }, 'new_meter_not_in_store'],
      [old, { new_meter_number: '123' }, 'meter_number_invalid'],
      [old, { removed_reading_wh: 4999 }, 'reading_below_first'],
      [old, { new_meter_number: currency }, 'credit_not_transferable'],
    ];
    for (const [meter, more, code] of refused) {
      expect((await operate(meter, { ...replace, ...more })).json.code).toBe(code);
    }
    const id = randomUUID();
    const done = await operate(old, replace, id);
    expect(done.json).toMatchObject({
      meter: { status: 'removed', service_point: null },
      new_meter: { meter_number: fresh, status: 'active' },
      transfer: {
        ...{ order_id: id, meter_number: fresh, from_meter_number: old },
        ...{ credit_left_wh: 1501, energy_tenth_kwh: 16 },
      },
    });
    expect(await operate(old, replace, id)).toMatchObject({ status: 200, json: done.json });
  });
});

describe('meters by their state', () => {
  const list = (query: string) => get(`/v1/meter-cards?${query}`);

  test('are listed by number, page by page, and move from list to list', async () => {
    const [one, two] = [await stored(), await stored()].sort();
    const numbers: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const { status, json }: Awaited<ReturnType<typeof list>> = await list(
        `status=in_store&limit=1&after=${after}`,
      );
      expect(status).toBe(200);
      expect(json.meters.length).toBeLessThanOrEqual(1);
      numbers.push(...json.meters.map((meter: { meter_number: string }) => meter.meter_number));
      after = json.next;
    }
    expect(numbers).toEqual([...numbers].sort());
    expect(numbers).toEqual(expect.arrayContaining([one, two]));
    expect((await operate(one ?? '', { kind: 'scrap', reason: 'drowned' })).status).toBe(201);
    const left = await list('status=in_store&limit=100');
    const gone = await list('status=scrapped&limit=100');
    const of = (json: { meters: { meter_number: string }[] }) =>
      json.meters.map((meter) => meter.meter_number);
    expect(of(left.json)).not.toContain(one);
    expect(of(gone.json)).toContain(one);
  });

  test('a state that is none is refused', async () => {
    expect((await list('status=lost')).json.code).toBe('request_invalid');
    expect((await list('')).json.code).toBe('request_invalid');
    expect((await list('status=in_store&after=x')).json.code).toBe('request_invalid');
  });
});

describe('the box', () => {
  test('finds by number, says why, and says when there is more', async () => {
    const exact = await world.ask('GET', `/v1/search?query=${meterAt(0)}`, { as: 'cashier' });
    expect(exact.json).toMatchObject({
      hits: [
        {
          ...{ reason: 'meter_number', meter: { meter_number: meterAt(0), status: 'active' } },
          agreement: { in_force: true },
        },
      ],
      more: false,
    });
    const many = await get('/v1/search?query=test%20street&limit=5');
    expect([many.json.hits.length, many.json.more]).toEqual([5, true]);
    expect((await get('/v1/search')).json.code).toBe('request_invalid');
  });

  test('lets a machine ask thirty times a minute, and people as they type', async () => {
    const own = await createServerWorld();
    const ask = async (as: 'api-key' | 'cashier', times: number): Promise<readonly number[]> => {
      const statuses: number[] = [];
      for (let time = 0; time < times; time++) {
        statuses.push((await own.ask('GET', '/v1/search?query=street', { as })).status);
      }
      return statuses;
    };
    expect(await ask('api-key', 32)).toEqual([...Array(30).fill(200), 429, 429]);
    expect(await ask('cashier', 32)).toEqual(Array(32).fill(200));
    await own.close();
  });
});

describe('files', () => {
  const HEAD = 'meter_number,customer_name,address,tariff,sgc,ti,krn,ea';
  const csv = { 'content-type': 'text/csv' };
  const send = (query: string, body: string, id: string = randomUUID()) =>
    world.ask('POST', `/v1/imports/${id}?${query}`, { as: OFFICER, body, headers: csv });
  const KIND = 'kind=customers_and_meters';

  test('are tried, imported once, and told line by line what is wrong', async () => {
    const number = newNumber();
    const text = `${HEAD}\n${number},Fatma Http,"3, File Road",Domestic,100002,01,1,11\n`;
    const id = randomUUID();
    const made = { customers: 1, service_points: 1, agreements: 1, meters: 1 };
    const tried = await send(`${KIND}&dry_run=true`, text, id);
    expect(tried).toMatchObject({ status: 200, json: { state: 'checked', made } });
    expect((await get(`/v1/imports/${id}`)).json.code).toBe('import_not_found');
    const done = await send(KIND, text, id);
    expect(done).toMatchObject({
      status: 201,
      json: { id, state: 'imported', lines: 1, skipped: 0, made, faults: [], by: OFFICER },
    });
    expect(await send(KIND, text, id)).toMatchObject({ status: 200, json: done.json });
    expect((await get(`/v1/imports/${id}`)).json).toEqual(done.json);
    expect((await send(KIND, `${text}\n`, id)).json.code).toBe('operation_id_conflict');
    expect((await get(`/v1/meters/${number}`)).json.customer.name).toBe('Fatma Http');
    const wrong = await send(KIND, `${HEAD}\n1,A,,Domestic,100002,01,1,11\n`);
    expect(wrong.json).toMatchObject({
      ...{ state: 'faulty', lines: 1 },
      faults: [
        { line: 2, column: 'meter_number', value: '1', fault: 'meter_number_invalid' },
        { line: 2, column: 'address', value: '', fault: 'cell_empty' },
      ],
    });
    expect(wrong.json.faults[0].advice).toContain('check digit');
  });

  test('that cannot be read, or are no CSV, are refused', async () => {
    const empty = await send(KIND, '\n');
    expect(empty.json).toMatchObject({ code: 'csv_unreadable', status: 422 });
    expect(empty.json.detail).toContain('it is empty');
    const json = await world.ask('POST', `/v1/imports/${randomUUID()}?${KIND}`, {
      as: OFFICER,
      body: {},
    });
    expect(json.json).toMatchObject({ code: 'request_not_csv', status: 415 });
    const form = await world.ask('POST', `/v1/imports/${randomUUID()}?${KIND}`, {
      as: OFFICER,
      body: 'a,b',
      headers: { 'content-type': 'text/plain' },
    });
    expect(form.json.code).toBe('request_not_csv');
    expect((await send('kind=cats', HEAD)).json.code).toBe('request_invalid');
    // Nothing else takes the form of a file.
    const other = await world.ask('POST', '/v1/customers', {
      as: OFFICER,
      body: HEAD,
      headers: csv,
    });
    expect(other.json.code).toBe('request_not_json');
    const large = await send(KIND, 'x'.repeat(32 * 1024 * 1024 + 1));
    expect(large.json.code).toBe('request_too_large');
  });

  test('show how far they are while they are imported', async () => {
    const id = randomUUID();
    const lines = Array.from(
      { length: 6000 },
      (_, at) =>
        `${makeDrn('62', String(40_000_000 + at))},C ${at},${at} R,Domestic,100002,01,1,11`,
    );
    const sent = send(KIND, [HEAD, ...lines].join('\n'), id);
    const seen: string[] = [];
    let twice = '';
    for (;;) {
      const { json } = await get(`/v1/imports/${id}`);
      if (json.state === 'imported') break;
      if (json.state !== 'running') continue;
      seen.push(`${json.phase} ${json.lines_done}/${json.lines}`);
      if (twice === '') twice = (await send(KIND, 'x', id)).json.code;
    }
    expect((await sent).json).toMatchObject({ state: 'imported', made: { meters: 6000 } });
    expect(twice).toBe('import_running');
    expect(seen.some((each) => each.endsWith('/6000'))).toBe(true);
  });

  test('come out as they went in', async () => {
    const out = await get('/v1/exports/customers_and_meters.csv');
    expect(out.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(out.headers['content-disposition']).toBe(
      'attachment; filename="customers_and_meters.csv"',
    );
    const again = await send(KIND, out.text);
    expect(again.json).toMatchObject({ state: 'imported', made: { meters: 0 } });
    expect(again.json.skipped).toBe(again.json.lines);
    const stored = await get('/v1/exports/meters.csv');
    expect(stored.text).toContain('meter_number,supply_group_code');
    expect((await get('/v1/exports/cats.csv')).json.code).toBe('request_invalid');
  });
});

/** Selling: the refusals in their order, the same id again, and what a bad request is told. */
import { randomUUID } from 'node:crypto';
import { DatabaseUnavailable } from '@wattvend/database/database.js';
import { makeDrn } from '@wattvend/sts/meter-pan.js';
import type { VendAnswer } from '@wattvend/vending/vend-desk.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meterAt, VENDOR } from '../../../packages/vending/test/utility-fixture.ts';
import type { ServerContext } from '../src/http/context.ts';
import { createServerWorld, type ServerWorld } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await createServerWorld();
});
afterAll(() => world.close());

const NUMBER = meterAt(1);

function wrongCheckDigit(meterNumber: string): string {
  return meterNumber.slice(0, -1) + ((Number(meterNumber.at(-1)) + 1) % 10);
}

async function sell(body: unknown, id: string = randomUUID()) {
  return await world.ask('PUT', `/v1/vends/${id}`, { as: 'api-key', body });
}

describe('a sale', () => {
  test('gives digits once, and the same again for the same id', async () => {
    const id = randomUUID();
    const body = { meter_number: NUMBER, tendered_minor: '5000' };
    const first = await sell(body, id);
    expect(first.status).toBe(201);
    expect(first.json).toMatchObject({
      id,
      state: 'posted',
      meter_number: NUMBER,
      vendor: { id: VENDOR, name: 'Vendor 1' },
      sold_by: 'api-key bank',
      tendered_minor: '5000',
      energy_tenth_kwh: 174,
      lines: [
        {
          kind: 'energy',
          label: 'Energy',
          detail: '17.4 kWh at T 2.50 per kWh',
          line_minor: '4348',
        },
        { kind: 'rate', label: 'VAT', detail: '15 % on T 43.48', line_minor: '652' },
      ],
      reprint_count: 0,
      declined_reason: null,
    });
    expect(first.json.tokens[0].digits).toMatch(/^\d{20}$/);
    const again = await sell(body, id.toUpperCase());
    expect([again.status, again.json]).toEqual([200, first.json]);
    const spoken = await sell(
      { ...body, meter_number: ` ${NUMBER.slice(0, 4)}-${NUMBER.slice(4)}` },
      id,
    );
    expect([spoken.status, spoken.json]).toEqual([200, first.json]);
    const read = await world.ask('GET', `/v1/vends/${id}`, { as: 'cashier' });
    expect(read.json).toEqual(first.json);
  });

  test('N equal requests at once are one vend', async () => {
    const id = randomUUID();
    const body = { meter_number: NUMBER, tendered_minor: '1200' };
    const answers = await Promise.all(Array.from({ length: 12 }, () => sell(body, id)));
    expect(new Set(answers.map((answer) => answer.json.tokens[0].digits)).size).toBe(1);
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
  });

  test('the same id with other content is a conflict, also when the number is wrong', async () => {
    const id = randomUUID();
    const body = { meter_number: NUMBER, tendered_minor: '1000' };
    await sell(body, id);
    for (const other of [
      { ...body, tendered_minor: '1001' },
      { ...body, meter_number: meterAt(2) },
      { ...body, meter_number: wrongCheckDigit(NUMBER) },
    ]) {
      expect((await sell(other, id)).json).toMatchObject({ code: 'vend_id_conflict', status: 409 });
    }
  });
});

describe('a sale is refused', () => {
  test.each<[string, object, number, string, RegExp]>([
    ['number too short', { meter_number: '123' }, 422, 'meter_number_invalid', /11 or 13 digits/],
    [
      'wrong check digit',
      { meter_number: wrongCheckDigit(NUMBER) },
      422,
      'meter_number_invalid',
      /check digit/,
    ],
    [
      'unknown meter',
      { meter_number: makeDrn('77', '00000001') },
      404,
      'meter_not_found',
      /enrolled/,
    ],
    ['no money', { tendered_minor: '0' }, 422, 'tendered_not_positive', /above zero/],
    ['less than none', { tendered_minor: '-5000' }, 422, 'tendered_not_positive', /above zero/],
    [
      'below one unit',
      { tendered_minor: '28' },
      422,
      'tendered_below_one_unit',
      /least is T 0\.29/,
    ],
    [
      'above what a token carries',
      { tendered_minor: '99999999999' },
      422,
      'tendered_above_maximum',
      /most is T \d+\.\d\d/,
    ],
    ['above the float', { tendered_minor: '99999999' }, 409, 'float_exceeded', /T \d+\.\d\d left/],
  ])('%s', async (_, wrong, status, code, detail) => {
    const answer = await sell({ meter_number: NUMBER, tendered_minor: '1000', ...wrong });
    expect(answer.json).toMatchObject({ type: `/problems/${code}`, status, code });
    expect(answer.status).toBe(status);
    expect(answer.json.detail).toMatch(detail);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  test('a blocked meter', async () => {
    const meterNumber = meterAt(9);
    await world.fixture.scratch.database.query(
      { name: 'block-meter', text: `update meter set status = 'blocked' where drn = $1` },
      [meterNumber],
    );
    const answer = await sell({ meter_number: meterNumber, tendered_minor: '0' });
    expect(answer.json).toMatchObject({
      code: 'meter_blocked',
      status: 409,
      retry_can_help: false,
    });
  });

  test('more tokens for one meter than an hour has minutes', async () => {
    const meterNumber = meterAt(8);
    const sale = { meter_number: meterNumber, tendered_minor: '100' };
    const answers = await Promise.all(Array.from({ length: 64 }, () => sell(sale)));
    const late = answers.filter((answer) => answer.status !== 201);
    expect(late.length).toBeGreaterThan(0);
    expect(late[0]?.json).toMatchObject({
      code: 'token_identifier_too_far_ahead',
      retry_can_help: true,
    });
  });
});

describe('a request that is not one', () => {
  test.each<[string, unknown, number, string, string | null]>([
    ['no body', '', 400, 'request_not_json', null],
    ['broken JSON', '{"meter_number": ', 400, 'request_not_json', null],
    ['a poisoned prototype', '{"__proto__": {"x": 1}}', 400, 'request_not_json', null],
    ['not an object', '[]', 400, 'request_invalid', 'body'],
    ['nothing in it', {}, 400, 'request_invalid', 'body.meter_number'],
    [
      'money as a number',
      { meter_number: NUMBER, tendered_minor: 5000 },
      400,
      'request_invalid',
      'body.tendered_minor',
    ],
    [
      'money with a point',
      { meter_number: NUMBER, tendered_minor: '50.00' },
      400,
      'request_invalid',
      'body.tendered_minor',
    ],
    [
      'money beyond all money',
      { meter_number: NUMBER, tendered_minor: '9'.repeat(19) },
      400,
      'request_invalid',
      'body.tendered_minor',
    ],
    [
      'an unknown field',
      { meter_number: NUMBER, tendered_minor: '1', discount: 1 },
      400,
      'request_invalid',
      'body.discount',
    ],
    [
      'a vendor that is no id',
      { meter_number: NUMBER, tendered_minor: '1', vendor_id: 'x' },
      400,
      'request_invalid',
      'body.vendor_id',
    ],
    [
      'more than 64 KiB',
      { meter_number: 'x'.repeat(65_536), tendered_minor: '1' },
      413,
      'request_too_large',
      null,
    ],
  ])('%s', async (_, body, status, code, path) => {
    const answer = await sell(body);
    expect(answer.json).toMatchObject({ status, code });
    if (path !== null) {
      expect(answer.json.errors.map((each: { path: string }) => each.path)).toContain(path);
    }
  });

  test('an id that is none', async () => {
    const answer = await sell({ meter_number: NUMBER, tendered_minor: '100' }, 'first');
    expect(answer.json).toMatchObject({ code: 'request_invalid', errors: [{ path: 'path.id' }] });
  });
});

function deskThat(vend: () => Promise<VendAnswer>): ServerContext['desk'] {
  return { vend, claimFree: vend, issueOrder: vend };
}

describe('when something is not available', () => {
  test.each<['security_module_unavailable' | 'database_unavailable' | 'vend_outcome_unknown']>([
    ['security_module_unavailable'],
    ['database_unavailable'],
    ['vend_outcome_unknown'],
  ])('%s is a 503 that says when to ask again', async (code) => {
    const answer: VendAnswer = { kind: 'refused', refusal: { code } };
    const own = await createServerWorld({ desk: deskThat(async () => answer) });
    const body = { meter_number: NUMBER, tendered_minor: '100' };
    const told = await own.ask('PUT', `/v1/vends/${randomUUID()}`, { as: 'cashier', body });
    expect(told.json).toMatchObject({ code, status: 503, retry_can_help: true });
    expect(told.headers['retry-after']).toBe('1');
    await own.close();
  });

  test('a sale while the security module is down is reserved and finished later', async () => {
    const own = await createServerWorld();
    await own.fixture.killModule();
    const id = randomUUID();
    const ask = () =>
      own.ask('PUT', `/v1/vends/${id}`, {
        as: 'cashier',
        body: { meter_number: NUMBER, tendered_minor: '100' },
      });
    expect((await ask()).json.code).toBe('vend_outcome_unknown');
    const other = await own.ask('PUT', `/v1/vends/${randomUUID()}`, {
      as: 'cashier',
      body: { meter_number: NUMBER, tendered_minor: '100' },
    });
    expect(other.json.code).toBe('security_module_unavailable');
    expect((await own.ask('GET', '/v1/health')).json).toEqual({
      status: 'degraded',
      database: 'up',
      security_module: 'down',
    });
    await own.fixture.restartModule();
    const finished = await ask();
    expect([finished.status, finished.json.state]).toEqual([200, 'posted']);
    await own.close();
  });

  test('a database that cannot be reached closes the door without an incident', async () => {
    const own = await createServerWorld();
    const database = { ...own.context.database };
    database.query = () => Promise.reject(new DatabaseUnavailable('gone'));
    const broken = await createServerWorld({ database });
    const answer = await broken.ask('GET', '/v1/session', { as: 'cashier' });
    expect(answer.json).toMatchObject({ code: 'database_unavailable', status: 503 });
    expect(answer.headers['retry-after']).toBe('1');
    await broken.close();
    await own.close();
  });

  test('a fault of the server tells nothing but its number, which is in the log', async () => {
    const own = await createServerWorld({
      desk: deskThat(() => Promise.reject(new Error('what only we may know'))),
    });
    const body = { meter_number: NUMBER, tendered_minor: '100' };
    const answer = await own.ask('PUT', `/v1/vends/${randomUUID()}`, { as: 'cashier', body });
    expect(answer.json).toMatchObject({ code: 'internal_error', status: 500 });
    expect(answer.text).not.toContain('only we');
    const [incident] = /[0-9a-f-]{36}/.exec(answer.json.detail) ?? [];
    expect(own.logLines.filter((line) => line.includes(String(incident)))).toHaveLength(1);
    await own.close();
  });
});

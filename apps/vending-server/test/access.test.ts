/** The door: roles over all routes, sessions, keys, other sites, other hosts. */
import { randomUUID } from 'node:crypto';
import { milliseconds } from '@wattvend/quantities/time.js';
import { revokeApiKey } from '@wattvend/vending/api-keys.js';
import { disableUser } from '@wattvend/vending/disable-user.js';
import { ROLES } from '@wattvend/vending/roles.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  meterAt,
  OTHER_VENDOR,
  UTILITY,
  VENDOR,
} from '../../../packages/vending/test/utility-fixture.ts';
import { may } from '../src/http/access.ts';
import {
  API_KEY_ID,
  createServerWorld,
  type ServerWorld,
  userIdOf,
  type Who,
} from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await createServerWorld();
});
afterAll(() => world.close());

/** Who may do what, by route, written down a second time. `person` is whoever is signed in. */
const EVERYBODY = 'everybody';
const PEOPLE = `${ROLES.join(' ')} founder demo`;
const DESK = 'supervisor customer_officer finance finance_checker auditor founder demo';
const MONEY = 'finance finance_checker auditor founder demo';
const ENGINEERS = 'engineering_maker engineering_checker';
const TARIFFS = 'tariff_maker tariff_checker';
const TWO_PEOPLE = `supervisor customer_officer finance finance_checker ${TARIFFS} ${ENGINEERS} key_custodian_a key_custodian_b founder demo`;
const MONEY_READERS = 'finance finance_checker auditor founder demo';
const EXPECTED: Readonly<Record<string, string>> = {
  'GET /openapi.json': EVERYBODY,
  'GET /v1/health': EVERYBODY,
  'POST /v1/session': EVERYBODY,
  'POST /v1/session/demo': EVERYBODY,
  'POST /v1/session/demo/switch': PEOPLE,
  'GET /v1/session': PEOPLE,
  'DELETE /v1/session': PEOPLE,
  'POST /v1/session/password': PEOPLE,
  'POST /v1/session/passkey': EVERYBODY,
  'POST /v1/session/passkey/options': EVERYBODY,
  'POST /v1/session/second-factor': PEOPLE,
  'POST /v1/session/second-factor/options': PEOPLE,
  'GET /v1/account/second-factors': PEOPLE,
  'POST /v1/account/totp': PEOPLE,
  'POST /v1/account/totp/confirmation': PEOPLE,
  'DELETE /v1/account/totp': PEOPLE,
  'POST /v1/account/passkeys/options': PEOPLE,
  'POST /v1/account/passkeys': PEOPLE,
  'PUT /v1/account/passkeys/:id': PEOPLE,
  'DELETE /v1/account/passkeys/:id': PEOPLE,
  'POST /v1/account/recovery-codes': PEOPLE,
  'GET /v1/orders': `${DESK} ${ENGINEERS}`,
  'GET /v1/orders/:id': `${DESK} ${ENGINEERS}`,
  'PUT /v1/orders/:id': `auditor ${TWO_PEOPLE}`,
  'POST /v1/orders/:id/tokens': `${DESK} ${ENGINEERS}`,
  'GET /v1/refunds': `${DESK} ${ENGINEERS}`,
  'GET /v1/refunds/:id': `${DESK} ${ENGINEERS}`,
  'PUT /v1/refunds/:id': 'customer_officer finance founder demo',
  'POST /v1/refunds/preview': `${DESK} ${ENGINEERS}`,
  'GET /v1/repairs': `${DESK} ${ENGINEERS}`,
  'GET /v1/repairs/:id': `${DESK} ${ENGINEERS}`,
  'PUT /v1/repairs/:id': 'customer_officer finance founder demo',
  'GET /v1/vends/:id/after-sale': `${DESK} ${ENGINEERS}`,
  'PUT /v1/vends/:id/resends/:resend_id': 'cashier supervisor customer_officer founder demo',
  'GET /v1/meters': `cashier api-key ${DESK} ${ENGINEERS}`,
  'GET /v1/meters/:meter_number': `cashier api-key ${DESK} ${ENGINEERS}`,
  'POST /v1/meters': 'customer_officer founder demo',
  'GET /v1/customers': `cashier api-key ${DESK} ${ENGINEERS}`,
  'PUT /v1/meters/:meter_number': 'customer_officer founder demo',
  'GET /v1/meter-cards': 'customer_officer founder demo',
  'GET /v1/meters/:meter_number/card': `cashier api-key ${DESK} ${ENGINEERS}`,
  'GET /v1/meters/:meter_number/history': `cashier ${DESK} ${ENGINEERS}`,
  'PUT /v1/meters/:meter_number/operations/:id': 'customer_officer founder demo',
  'GET /v1/search': `cashier api-key ${DESK} ${ENGINEERS}`,
  'POST /v1/customers': 'customer_officer founder demo',
  'GET /v1/customers/:id': `cashier api-key ${DESK} ${ENGINEERS}`,
  'PUT /v1/customers/:id': 'customer_officer founder demo',
  'PATCH /v1/customers/:id': 'customer_officer founder demo',
  'POST /v1/customers/:id/erasure': 'customer_officer founder demo',
  'GET /v1/customers/:id/changes': `cashier ${DESK} ${ENGINEERS}`,
  'GET /v1/service-points': `cashier api-key ${DESK} ${ENGINEERS}`,
  'GET /v1/service-points/:id': `cashier api-key ${DESK} ${ENGINEERS}`,
  'PUT /v1/service-points/:id': 'customer_officer founder demo',
  'PATCH /v1/service-points/:id': 'customer_officer founder demo',
  'GET /v1/agreements': `cashier api-key ${DESK} ${ENGINEERS}`,
  'GET /v1/agreements/:id': `cashier api-key ${DESK} ${ENGINEERS}`,
  'PUT /v1/agreements/:id': 'customer_officer founder demo',
  'PATCH /v1/agreements/:id': 'customer_officer founder demo',
  'POST /v1/agreements/:id/end': 'customer_officer founder demo',
  'POST /v1/imports/:id': 'customer_officer founder demo',
  'GET /v1/imports/:id': 'customer_officer founder demo',
  'GET /v1/exports/:kind.csv': 'customer_officer founder demo',
  'GET /v1/vendors': `cashier api-key ${DESK} security_officer`,
  'GET /v1/vendors/:id': `cashier api-key ${DESK} security_officer`,
  'POST /v1/vendors': 'supervisor founder demo',
  'PUT /v1/vendors/:id/settings': 'supervisor founder demo',
  'PUT /v1/vendors/:id/suspension': 'supervisor founder demo',
  'DELETE /v1/vendors/:id/suspension': 'supervisor founder demo',
  'PUT /v1/vendors/:id/deposits/:deposit_id': 'supervisor founder demo',
  'GET /v1/vendors/:id/deposits': `cashier api-key ${DESK}`,
  'PUT /v1/vendors/:id/deposit-reversals/:reversal_id': 'supervisor founder demo',
  'PUT /v1/vendors/:id/credit-limits/:order_id': 'supervisor finance founder demo',
  'POST /v1/commissions/preview': 'supervisor founder demo',
  'PUT /v1/vendors/:id/commissions/:version': 'supervisor founder demo',
  'GET /v1/vendors/:id/commissions': `cashier api-key ${DESK}`,
  'GET /v1/vendors/:id/operators': `cashier ${DESK}`,
  'PUT /v1/vendors/:id/operators/:user_id/limits': 'supervisor founder demo',
  'GET /v1/shifts/current': 'cashier demo',
  'GET /v1/shifts/:id': `cashier ${DESK}`,
  'PUT /v1/shifts/:id': 'cashier demo',
  'PUT /v1/shifts/:id/count': 'cashier demo',
  'PUT /v1/vendors/:id/shifts/:shift_id/count': 'supervisor founder demo',
  'GET /v1/vendors/:id/shifts': `cashier ${DESK}`,
  'PUT /v1/vendors/:id/sales-batches/:batch_id': 'supervisor founder demo',
  'GET /v1/vendors/:id/sales-batches': `cashier api-key ${DESK}`,
  'PUT /v1/vendors/:id/bank-batches/:batch_id': 'supervisor founder demo',
  'GET /v1/vendors/:id/bank-batches': `cashier api-key ${DESK}`,
  'PUT /v1/vendors/:id/days/:date': 'supervisor founder demo',
  'GET /v1/vendors/:id/days': `cashier api-key ${DESK}`,
  'GET /v1/vendors/:id/days/:date': `cashier api-key ${DESK}`,
  'GET /v1/vendors/:id/days/:date/commissions': `cashier api-key ${DESK}`,
  'GET /v1/ledger/trial-balance': 'finance finance_checker auditor founder demo',
  'GET /v1/ledger/accounts/:code/statement': 'finance finance_checker auditor founder demo',
  'GET /v1/ledger/chain': 'finance finance_checker auditor founder demo',
  'GET /v1/ledger/chain/check': 'finance finance_checker auditor founder demo',
  'GET /v1/vendors/:id/days/:date/verification': 'finance finance_checker auditor founder demo',
  'GET /v1/vendors/:id/statement': `cashier api-key ${DESK}`,
  'GET /v1/vendors/:id/statement.csv': `cashier api-key ${DESK}`,
  'PUT /v1/tariffs/:id/versions/:version': 'tariff_maker founder demo',
  'GET /v1/tariffs': `cashier api-key ${DESK} ${ENGINEERS} ${TARIFFS}`,
  'GET /v1/tariffs/:id': `cashier api-key ${DESK} ${ENGINEERS} ${TARIFFS}`,
  'POST /v1/tariffs/trial': `${TWO_PEOPLE} auditor`,
  'GET /v1/tariffs/:id/versions/:version/preview': `${TWO_PEOPLE} auditor`,
  'POST /v1/tariffs/:id/versions/:version/approval': 'tariff_maker founder demo',
  'POST /v1/tariffs/:id/versions/:version/withdrawal': 'tariff_maker founder demo',
  'GET /v1/published-values': `cashier api-key ${DESK} ${ENGINEERS} ${TARIFFS}`,
  'PUT /v1/published-values/:component/:month/:revision': 'tariff_maker founder demo',
  'POST /v1/published-values/:component/:month/:revision/approval': 'tariff_maker founder demo',
  'POST /v1/quotes': `cashier api-key ${DESK} ${ENGINEERS} ${TARIFFS}`,
  'PUT /v1/vends/:id': 'cashier api-key demo',
  'PUT /v1/free-units/:id': 'cashier api-key demo',
  'GET /v1/vends/:id': `cashier api-key ${DESK} ${ENGINEERS}`,
  'GET /v1/vends': `cashier api-key ${DESK} ${ENGINEERS}`,
  'GET /v1/vends/:id/reprints': `cashier api-key ${DESK} ${ENGINEERS}`,
  'POST /v1/vends/:id/reprints': 'cashier api-key supervisor customer_officer founder demo',
  'GET /v1/agreements/:id/debts': `cashier ${DESK}`,
  'GET /v1/debts/:id': `cashier ${DESK}`,
  'PUT /v1/debts/:id': 'customer_officer finance founder demo',
  'PUT /v1/debts/:id/changes/:change_id': 'customer_officer finance founder demo',
  'PUT /v1/debts/:id/write-offs/:approval_id': 'finance founder demo',
  'PUT /v1/payments/:id': 'cashier api-key demo',
  'GET /v1/payments/:id': `cashier api-key ${DESK}`,
  'GET /v1/payments': `cashier api-key ${DESK}`,
  'PUT /v1/payments/:id/reversal': 'supervisor founder demo',
  'GET /v1/webhooks': 'administrator auditor founder demo',
  'PUT /v1/webhooks/:id': 'administrator founder demo',
  'DELETE /v1/webhooks/:id': 'administrator founder demo',
  'POST /v1/webhooks/:id/secret': 'administrator founder demo',
  'GET /v1/webhooks/:id/deliveries': 'administrator auditor founder demo',
  'POST /v1/webhooks/:id/replays': 'administrator founder demo',
  'GET /v1/today': `cashier api-key ${DESK}`,
  'GET /v1/reports/sales': `cashier api-key ${DESK}`,
  'GET /v1/reports/sales.csv': `cashier api-key ${DESK}`,
  'GET /v1/reports/components': `cashier api-key ${DESK}`,
  'GET /v1/reports/components.csv': `cashier api-key ${DESK}`,
  'GET /v1/reports/debts': MONEY,
  'GET /v1/reports/debts.csv': MONEY,
  'GET /v1/reports/zero-buyers': DESK,
  'GET /v1/reports/zero-buyers.csv': DESK,
  'GET /v1/reports/month-end/:month.pdf': MONEY,
  'GET /v1/reports/month-end/:month/:table.csv': MONEY,
  'GET /v1/users': 'security_officer auditor founder demo',
  'POST /v1/users': 'security_officer founder demo',
  'POST /v1/users/:id/disable': 'security_officer founder demo',
  'POST /v1/users/:id/password': 'security_officer founder demo',
  'PUT /v1/users/:id/roles': 'security_officer founder demo',
  'DELETE /v1/users/:id/second-factors': 'security_officer founder demo',
  'GET /v1/roles': 'security_officer auditor founder demo',
  'GET /v1/approvals': `${TWO_PEOPLE} auditor`,
  'GET /v1/approvals/:id': `${TWO_PEOPLE} auditor`,
  'POST /v1/approvals/:id/decision': `${TWO_PEOPLE} auditor`,
  'GET /v1/audit-events': 'auditor security_officer founder demo',
  'GET /v1/audit-events/check': 'auditor security_officer founder demo',
  'GET /v1/api-keys': 'security_officer auditor founder demo',
  'POST /v1/api-keys': 'security_officer founder demo',
  'PUT /v1/api-keys/:id/limits': 'security_officer founder demo',
  'DELETE /v1/api-keys/:id': 'security_officer founder demo',
  'GET /v1/reconciliation/sources': MONEY_READERS,
  'GET /v1/reconciliation/sources/:id': MONEY_READERS,
  'PUT /v1/reconciliation/sources/:id': 'finance founder demo',
  'GET /v1/reconciliation/sources/:id/balance': MONEY_READERS,
  'POST /v1/reconciliation/samples': 'finance founder demo',
  'PUT /v1/reconciliation/sources/:id/statements/:statement_id': 'finance founder demo',
  'GET /v1/reconciliation/statements': MONEY_READERS,
  'GET /v1/reconciliation/statements/:id': MONEY_READERS,
  'GET /v1/reconciliation/runs': MONEY_READERS,
  'GET /v1/reconciliation/runs/:id': MONEY_READERS,
  'PUT /v1/reconciliation/runs/:id': 'finance founder demo',
  'GET /v1/reconciliation/summary': MONEY_READERS,
  'GET /v1/reconciliation/items': MONEY_READERS,
  'GET /v1/reconciliation/items/:id': MONEY_READERS,
  'PUT /v1/reconciliation/items/:id/actions/:action_id': 'finance founder demo',
  'GET /v1/demo/meters': PEOPLE,
  'GET /v1/demo/meters/:meter_number/memory': PEOPLE,
  'GET /problems/:code': EVERYBODY,
};

const ASKING: readonly Who[] = ['nobody', ...ROLES, 'founder', 'demo', 'api-key'];

function isExpected(route: string, who: Who): boolean {
  const expected = EXPECTED[route];
  if (expected === undefined) throw new Error(`${route} is not in the table`);
  return expected === EVERYBODY || expected.split(' ').includes(who);
}

describe('roles', () => {
  test('the table has a line for each route and no other', () => {
    const offered = world.server.routes
      .filter(({ method }) => method !== 'HEAD')
      .map(({ method, url }) => `${method} ${url}`);
    expect(offered.sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  test('every route lets in whom its line names and nobody else', async () => {
    const wrong: string[] = [];
    for (const { method, url, demoOnly } of world.server.routes) {
      const route = `${method === 'HEAD' ? 'GET' : method} ${url}`;
      // The session must live on for the next line; signing out has its own test.
      if (demoOnly || route === 'DELETE /v1/session') continue;
      const path = url
        .replace(':meter_number', meterAt(0))
        .replace(':code', 'not_allowed')
        .replace('vendors/:id', `vendors/${VENDOR}`)
        .replaceAll(/:(\w+_)?id/g, () => randomUUID());
      for (const who of ASKING) {
        // Nothing is in the body, so nothing is done by whoever is let in.
        const body = ['POST', 'PUT'].includes(method) ? { body: {} } : {};
        const { status, json } = await world.ask(method, path, { as: who, ...body });
        const isOut = ['not_signed_in', 'not_allowed'].includes(json?.code);
        const isOutOfHead = method === 'HEAD' && (status === 401 || status === 403);
        const isIn = !isOut && !isOutOfHead;
        if (isIn !== isExpected(route, who)) wrong.push(`${who} ${method} ${path}: ${status}`);
        if (status >= 500) wrong.push(`${who} ${method} ${path}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('what no machine may do cannot be offered to one', () => {
    expect(() => may('user.write', { machines: true })).toThrow(RangeError);
    expect(() => may('vend.sell', { machines: true })).not.toThrow();
  });

  test('a route that says nothing of access does not start', async () => {
    const { app } = world.server;
    expect(() => app.get('/v1/open', () => ({}))).toThrow();
  });

  test('a cashier sees the own vendor and no other', async () => {
    expect((await world.ask('GET', `/v1/vendors/${VENDOR}`, { as: 'cashier' })).status).toBe(200);
    const other = await world.ask('GET', `/v1/vendors/${OTHER_VENDOR}`, { as: 'cashier' });
    expect(other.json).toMatchObject({ code: 'not_allowed', status: 403 });
  });

  test("a cashier sells for and sees the own vendor's vends only", async () => {
    const id = randomUUID();
    const body = { meter_number: meterAt(3), tendered_minor: '1000' };
    const foreign = { ...body, vendor_id: OTHER_VENDOR };
    for (const as of ['cashier', 'api-key', 'demo'] as const) {
      const refused = await world.ask('PUT', `/v1/vends/${id}`, { as, body: foreign });
      expect(refused.json.code).toBe('not_allowed');
      const quote = await world.ask('POST', '/v1/quotes', { as, body: foreign });
      expect(quote.status).toBe(as === 'demo' ? 200 : 403);
    }
    const own = { ...body, vendor_id: VENDOR.toUpperCase() };
    expect((await world.ask('PUT', `/v1/vends/${id}`, { as: 'cashier', body: own })).status).toBe(
      201,
    );
    const seen = async (as: Who): Promise<readonly unknown[]> => {
      const one = await world.ask('GET', `/v1/vends/${id}`, { as });
      const reprint = await world.ask('POST', `/v1/vends/${id}/reprints`, { as });
      const list = await world.ask('GET', '/v1/vends', { as });
      const today = await world.ask('GET', '/v1/today', { as });
      return [one.status, reprint.status, list.json.vends.length, today.json.vends];
    };
    expect(await seen('cashier')).toEqual([200, 201, 1, 1]);
    expect(await seen('supervisor')).toEqual([200, 201, 1, 1]);
    expect(await seen('auditor')).toEqual([200, 403, 1, 1]);
    expect(await seen('foreign-cashier')).toEqual([404, 404, 0, 0]);
  });
});

describe('sessions and keys', () => {
  test.each([
    ['a cookie nobody gave out', { cookie: `wattvend=${'a'.repeat(43)}` }],
    ['an empty cookie', { cookie: 'wattvend=' }],
    ['a key nobody gave out', { authorization: `Bearer wv_${'a'.repeat(43)}` }],
    ['another kind of authorisation', { authorization: 'Basic Y2FzaGllcjp4' }],
  ])('%s is nobody', async (_, headers) => {
    const answer = await world.ask('GET', '/v1/meters', { headers });
    expect(answer.json).toMatchObject({ code: 'not_signed_in', status: 401 });
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  test('a header decides, and a wrong one is not mended by a cookie', async () => {
    const headers = { authorization: 'Bearer wv_wrong' };
    expect((await world.ask('GET', '/v1/meters', { as: 'cashier', headers })).status).toBe(401);
  });

  test('a session that was left alone for 15 minutes is over', async () => {
    const own = await createServerWorld({
      sessionLimits: { idle: milliseconds(900_000), absolute: milliseconds(28_800_000) },
    });
    own.ahead = 899_000;
    expect((await own.ask('GET', '/v1/session', { as: 'cashier' })).status).toBe(200);
    own.ahead = 899_000 + 901_000;
    expect((await own.ask('GET', '/v1/session', { as: 'cashier' })).status).toBe(401);
    await own.close();
  });

  test('what is taken away is gone at once, a key within a second', async () => {
    const own = await createServerWorld();
    const { database } = own.fixture.scratch;
    expect((await own.ask('GET', '/v1/tariffs', { as: 'api-key' })).status).toBe(200);
    const by = { userId: userIdOf('founder'), address: null };
    await revokeApiKey(database, UTILITY, API_KEY_ID, by, own.context.clock());
    const named = { userId: userIdOf('cashier'), by };
    await disableUser(database, UTILITY, named, own.context.clock());
    expect((await own.ask('GET', '/v1/session', { as: 'cashier' })).status).toBe(401);
    own.ahead = 1001;
    expect((await own.ask('GET', '/v1/tariffs', { as: 'api-key' })).status).toBe(401);
    await own.close();
  });

  test('who has signed out is out', async () => {
    const own = await createServerWorld();
    const answer = await own.ask('DELETE', '/v1/session', { as: 'demo' });
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(String(answer.headers['set-cookie'])).toMatch(/^wattvend=;.*Path=\/.*HttpOnly/);
    expect((await own.ask('GET', '/v1/session', { as: 'demo' })).status).toBe(401);
    await own.close();
  });
});

describe('other sites', () => {
  const body = { name: 'A new vendor' };

  test.each<[string, Readonly<Record<string, string>>, number]>([
    ['no sign of a browser', {}, 201],
    ['the own page', { origin: 'http://127.0.0.1:8080', 'sec-fetch-site': 'same-origin' }, 201],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }, 403],
    ['an old browser on another site', { origin: 'https://evil.example' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['another port, by its origin', { origin: 'http://127.0.0.1:9999' }, 403],
  ])('%s', async (_, headers, status) => {
    const answer = await world.ask('POST', '/v1/vendors', { as: 'founder', body, headers });
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.json.code).toBe('cross_site_request');
  });

  test('a form of another site cannot even be read', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const headers = { 'content-type': type };
      const answer = await world.ask('POST', '/v1/vendors', { as: 'founder', body, headers });
      expect(answer.json).toMatchObject({ code: 'request_not_json', status: 400 });
    }
  });

  test('a foreign page cannot sign anybody in', async () => {
    const headers = { origin: 'https://evil.example' };
    const signIn = { sign_in_name: 'cashier', password: 'x' };
    const answer = await world.ask('POST', '/v1/session', { body: signIn, headers });
    expect(answer.json.code).toBe('cross_site_request');
  });

  test('a machine client with its key is no page', async () => {
    const headers = { origin: 'https://bank.example', 'sec-fetch-site': 'cross-site' };
    const quote = { meter_number: meterAt(0), tendered_minor: '1000' };
    expect(
      (await world.ask('POST', '/v1/quotes', { as: 'api-key', body: quote, headers })).status,
    ).toBe(200);
  });
});

describe('the host', () => {
  test.each<[string, number]>([
    ['127.0.0.1:8080', 200],
    ['localhost', 200],
    ['LOCALHOST:1', 200],
    ['[::1]:8080', 200],
    ['evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['evil.example:8080', 421],
  ])('%s is answered with %i', async (host, status) => {
    expect((await world.ask('GET', '/v1/health', { headers: { host } })).status).toBe(status);
  });

  test('behind a proxy the public name counts, and the cookie is bound to it', async () => {
    const own = await createServerWorld({
      site: { publicUrl: new URL('https://vend.example'), isLoopback: true },
    });
    const headers = { host: 'vend.example', origin: 'https://vend.example' };
    const body = { sign_in_name: 'cashier', password: 'correct horse battery' };
    const answer = await own.ask('POST', '/v1/session', { body, headers });
    expect(answer.status).toBe(200);
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^__Host-wattvend=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(answer.headers['strict-transport-security']).toContain('max-age=31536000');
    // The same name without https is another site.
    const plain = { host: 'vend.example', origin: 'http://vend.example' };
    const foreign = await own.ask('POST', '/v1/session', { body, headers: plain });
    expect([foreign.status, foreign.json.code]).toEqual([403, 'cross_site_request']);
    await own.close();
  });
});

test('every answer carries the headers that keep browsers from doing more', async () => {
  for (const url of ['/v1/health', '/v1/meters', '/nothing', '/problems/not_allowed']) {
    const { headers } = await world.ask('GET', url);
    expect(headers).toMatchObject({
      'content-security-policy':
        "default-src 'none';script-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data:;" +
        "connect-src 'self';font-src 'self';manifest-src 'self';form-action 'self';" +
        "frame-ancestors 'none';base-uri 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  }
});

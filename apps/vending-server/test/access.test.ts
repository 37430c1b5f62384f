/** The door: roles over all routes, sessions, keys, other sites, other hosts. */
import { randomUUID } from 'node:crypto';
import { milliseconds } from '@wattvend/quantities/time.js';
import { revokeApiKey } from '@wattvend/vending/api-keys.js';
import { disableUser } from '@wattvend/vending/disable-user.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  meterAt,
  OTHER_VENDOR,
  UTILITY,
  VENDOR,
} from '../../../packages/vending/test/utility-fixture.ts';
import type { Access } from '../src/http/access.ts';
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

function mayEnter(access: Access, who: Who): boolean {
  if (access.kind === 'public') return true;
  if (who === 'nobody') return false;
  if (who === 'api-key') return access.machines && access.roles.includes('cashier');
  return access.roles.some((role) => role === who);
}

/** What contract E says of each route, written down a second time. */
const EXPECTED: Readonly<Record<string, string>> = {
  'GET /openapi.json': 'public',
  'GET /v1/health': 'public',
  'POST /v1/session': 'public',
  'POST /v1/session/demo': 'public',
  'GET /v1/session': 'cashier operator',
  'DELETE /v1/session': 'cashier operator',
  'POST /v1/session/password': 'cashier operator',
  'GET /v1/meters': 'cashier operator machine',
  'GET /v1/meters/:meter_number': 'cashier operator machine',
  'POST /v1/meters': 'operator',
  'GET /v1/customers': 'cashier operator machine',
  'POST /v1/customers': 'operator',
  'GET /v1/vendors': 'operator',
  'GET /v1/vendors/:id': 'cashier operator machine',
  'POST /v1/vendors': 'operator',
  'PUT /v1/vendors/:id/deposits/:deposit_id': 'operator',
  'PUT /v1/tariffs/:id/versions/:version': 'operator',
  'GET /v1/tariffs': 'cashier operator machine',
  'POST /v1/quotes': 'cashier operator machine',
  'PUT /v1/vends/:id': 'cashier machine',
  'GET /v1/vends/:id': 'cashier operator machine',
  'GET /v1/vends': 'cashier operator machine',
  'POST /v1/vends/:id/reprints': 'cashier operator machine',
  'GET /v1/webhooks': 'operator',
  'PUT /v1/webhooks/:id': 'operator',
  'DELETE /v1/webhooks/:id': 'operator',
  'POST /v1/webhooks/:id/secret': 'operator',
  'GET /v1/webhooks/:id/deliveries': 'operator',
  'POST /v1/webhooks/:id/replays': 'operator',
  'GET /v1/today': 'cashier operator machine',
  'GET /v1/users': 'operator',
  'POST /v1/users': 'operator',
  'POST /v1/users/:id/disable': 'operator',
  'POST /v1/users/:id/password': 'operator',
  'GET /v1/api-keys': 'operator',
  'POST /v1/api-keys': 'operator',
  'DELETE /v1/api-keys/:id': 'operator',
  'GET /v1/demo/meters': 'cashier operator',
  'GET /v1/demo/meters/:meter_number/memory': 'cashier operator',
  'GET /problems/:code': 'public',
};

describe('roles', () => {
  test('the table of routes is the one of the contract', () => {
    const offered = world.server.routes
      .filter(({ method }) => method !== 'HEAD')
      .map(({ method, url, access }) => [
        `${method} ${url}`,
        access.kind === 'public'
          ? 'public'
          : [...access.roles, ...(access.machines ? ['machine'] : [])].join(' '),
      ]);
    expect(Object.fromEntries(offered)).toEqual(EXPECTED);
  });

  test('every route lets in whom its row names and nobody else', async () => {
    const wrong: string[] = [];
    for (const { method, url, access, demoOnly } of world.server.routes) {
      // The session must live on for the next row; signing out has its own test.
      if (demoOnly || `${method} ${url}` === 'DELETE /v1/session') continue;
      const path = url
        .replace(':meter_number', meterAt(0))
        .replace(':code', 'not_allowed')
        .replaceAll(/:(id|deposit_id)/g, () => randomUUID());
      for (const who of ['nobody', 'cashier', 'operator', 'api-key'] as const) {
        const body = ['POST', 'PUT'].includes(method) ? { body: {} } : {};
        const { status } = await world.ask(method, path, { as: who, ...body });
        const isOut = status === 401 || status === 403;
        // A cashier asks for a vendor that is not the own one here, which is refused further in.
        const isOwnQuestion = url === '/v1/vendors/:id' && who !== 'operator';
        if (isOut === mayEnter(access, who) && !isOwnQuestion) {
          wrong.push(`${who} ${method} ${path}: ${status}`);
        }
        if (status >= 500) wrong.push(`${who} ${method} ${path}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
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
    for (const as of ['cashier', 'api-key', 'both'] as const) {
      const refused = await world.ask('PUT', `/v1/vends/${id}`, { as, body: foreign });
      expect(refused.json.code).toBe('not_allowed');
      const quote = await world.ask('POST', '/v1/quotes', { as, body: foreign });
      expect(quote.status).toBe(as === 'both' ? 200 : 403);
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
    expect(await seen('operator')).toEqual([200, 201, 1, 1]);
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
    await revokeApiKey(database, UTILITY, API_KEY_ID, own.context.clock());
    const named = { userId: userIdOf('cashier'), by: userIdOf('operator') };
    await disableUser(database, UTILITY, named, own.context.clock());
    expect((await own.ask('GET', '/v1/session', { as: 'cashier' })).status).toBe(401);
    own.ahead = 1001;
    expect((await own.ask('GET', '/v1/tariffs', { as: 'api-key' })).status).toBe(401);
    await own.close();
  });

  test('who has signed out is out', async () => {
    const own = await createServerWorld();
    const answer = await own.ask('DELETE', '/v1/session', { as: 'both' });
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(String(answer.headers['set-cookie'])).toMatch(/^wattvend=;.*Path=\/.*HttpOnly/);
    expect((await own.ask('GET', '/v1/session', { as: 'both' })).status).toBe(401);
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
    const answer = await world.ask('POST', '/v1/vendors', { as: 'operator', body, headers });
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.json.code).toBe('cross_site_request');
  });

  test('a form of another site cannot even be read', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const headers = { 'content-type': type };
      const answer = await world.ask('POST', '/v1/vendors', { as: 'operator', body, headers });
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

/** What somebody on the network would try at the door, and what is left lying behind it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meterAt } from '../../../packages/vending/test/utility-fixture.ts';
import { createServerWorld, PASSWORD, type ServerWorld, type Who } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await createServerWorld();
});
afterAll(() => world.close());

const SAFE = ['GET', 'HEAD', 'OPTIONS'];
const ask = (method: string, path: string, as: Who, body?: unknown) =>
  world.ask(method, path, { as, ...(body === undefined ? {} : { body }) });

/** An address of a route, with an id of nothing in each place. */
const addressOf = (url: string) =>
  url
    .replaceAll(':date', '2026-11-23')
    .replaceAll(/:[a-z_]+/g, '00000000-0000-4000-8000-0000000000ff');

describe('every route that writes', () => {
  const writing = () => world.server.routes.filter(({ method }) => !SAFE.includes(method));

  test.each<[string, Readonly<Record<string, string>>]>([
    ['a form', { 'content-type': 'text/plain', 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { 'content-type': 'application/json', 'sec-fetch-site': 'same-site' }],
    ['an old browser', { 'content-type': 'application/json', origin: 'https://evil.example' }],
    ['a sandbox', { 'content-type': 'text/plain', origin: 'null' }],
    ['a likeness', { 'content-type': 'text/plain', origin: 'http://127.0.0.1:8080.evil.example' }],
    ['another port', { 'content-type': 'text/plain', origin: 'http://127.0.0.1:8081' }],
  ])('is closed to %s of another site, whoever is signed in', async (_name, headers) => {
    expect(writing().length).toBeGreaterThan(60);
    const open: string[] = [];
    for (const { method, url } of writing()) {
      const answer = await world.ask(method, addressOf(url), {
        ...{ as: 'demo', body: '{}', headers },
      });
      if (answer.json?.code !== 'cross_site_request') open.push(`${method} ${url}`);
    }
    expect(open).toEqual([]);
  });

  test('is closed to a name that somebody else’s domain gave this machine', async () => {
    for (const host of ['evil.example', '127.0.0.1.evil.example:8080', 'localhost.evil.example']) {
      for (const { method, url } of writing().slice(0, 20)) {
        const answer = await world.ask(method, addressOf(url), {
          ...{ as: 'demo', body: {}, headers: { host, origin: `http://${host}` } },
        });
        expect([url, answer.json.code]).toEqual([url, 'host_not_allowed']);
      }
    }
  });
});

test('a made-up address of the client begins no new count of tries', async () => {
  const statuses: number[] = [];
  for (let at = 0; at < 40; at++) {
    const answer = await world.ask('POST', '/v1/session', {
      body: { sign_in_name: `nobody-${at}`, password: 'wrong' },
      headers: {
        'x-forwarded-for': `10.0.0.${at}`,
        'x-real-ip': `10.0.1.${at}`,
        forwarded: 'for=1',
      },
    });
    statuses.push(answer.status);
  }
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10);
});

test('no secret is left in the log, the audit trail, an error or a file', async () => {
  const secrets = new Map<string, string>([['password', PASSWORD]]);
  for (const who of ['cashier', 'finance', 'administrator', 'api-key'] as const) {
    secrets.set(`secret of ${who}`, world.secrets[who]);
  }
  const key = await ask('POST', '/v1/api-keys', 'security_officer', {
    ...{ name: 'till 9', vendor_id: 'a0000000-0000-4000-8000-000000000001' },
  });
  expect(key.status).toBe(201);
  secrets.set('API key', key.json.secret);
  const totp = await ask('POST', '/v1/account/totp', 'auditor');
  expect(totp.status).toBe(200);
  secrets.set('TOTP', totp.json.secret);
  const hook = await ask('PUT', `/v1/webhooks/${randomUUID()}`, 'administrator', {
    ...{ url: 'https://shop.example.org/', description: 'd', kinds: ['vend.posted'] },
    vendor_id: null,
  });
  secrets.set('webhook', hook.json.secret);
  const sale = { meter_number: meterAt(1), tendered_minor: '5000' };
  const sold = await ask('PUT', `/v1/vends/${randomUUID()}`, 'cashier', sale);
  const { digits } = sold.json.tokens[0];
  secrets.set('digits', digits);
  expect([...secrets.values()].every((secret) => secret.length >= 16)).toBe(true);

  const all = [...secrets.values()];
  const errors = [];
  for (const secret of all) {
    const text = encodeURIComponent(secret);
    // In places where it does not belong, from which an error may quote it.
    errors.push(
      await ask('GET', `/v1/${text}`, 'cashier'),
      await ask('GET', `/v1/vends?before=${text}`, 'cashier'),
      await ask('GET', `/v1/vends?${text}=1`, 'cashier'),
      await ask('PUT', `/v1/vends/${randomUUID()}`, 'cashier', { [secret]: secret }),
      await ask('PUT', `/v1/vends/${randomUUID()}`, 'cashier', `{"a": ${secret}`),
      await ask('POST', '/v1/session', 'nobody', { sign_in_name: secret, password: secret }),
      await world.ask('GET', '/v1/vends', { headers: { authorization: `Bearer ${secret}x` } }),
    );
  }
  const log = world.logLines.join('');
  const trail = await ask('GET', '/v1/audit-events?limit=100', 'auditor');
  const today = new Date(world.context.clock()).toISOString().slice(0, 10);
  const files = [
    await ask('GET', '/v1/exports/meters.csv', 'customer_officer'),
    await ask('GET', `/v1/reports/sales.csv?from=${today}&to=${today}&by=vendor`, 'finance'),
    await ask('GET', '/v1/api-keys', 'auditor'),
    await ask('GET', '/v1/users', 'auditor'),
    await ask('GET', '/v1/webhooks', 'auditor'),
  ];
  for (const [name, secret] of secrets) {
    expect([name, log.includes(secret)]).toEqual([name, false]);
    expect([name, trail.text.includes(secret)]).toEqual([name, false]);
    for (const { text, status } of files) {
      expect([name, status, text.includes(secret)]).toEqual([name, 200, false]);
    }
  }
  expect(errors.every(({ status }) => status >= 400 && status < 500)).toBe(true);
});

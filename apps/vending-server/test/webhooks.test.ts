/** /v1/webhooks, and messages over real sockets. */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VENDOR } from '../../../packages/vending/test/utility-fixture.ts';
import {
  createWebhookSender,
  type WebhookSenderOptions,
  webhookUrlFault,
} from '../src/webhook-sender.ts';
import { createServerWorld, type ServerWorld } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await createServerWorld();
});
afterAll(() => world.close());

const ID = 'aa000000-0000-4000-8000-000000000001';
const ORDER = {
  url: 'http://127.0.0.1:9/hook',
  description: 'The shop at the corner',
  kinds: ['vend.posted'],
  vendor_id: null,
};

function put(id: string, body: unknown) {
  return world.ask('PUT', `/v1/webhooks/${id}`, { as: 'administrator', body });
}

describe('the API', () => {
  test('a webhook begins once, shows its secret, and is listed without it', async () => {
    const first = await put(ID, ORDER);
    expect(first.status).toBe(201);
    expect(first.json.secret).toMatch(/^whsec_/);
    const same = await put(ID, { ...ORDER, kinds: ['vend.posted', 'vend.posted'] });
    expect([same.status, same.json.secret]).toEqual([200, first.json.secret]);
    const list = await world.ask('GET', '/v1/webhooks', { as: 'administrator' });
    expect(list.json.webhooks).toMatchObject([{ id: ID, pending: 0, failed: 0 }]);
    expect(list.text).not.toContain('whsec_');
  });

  test.each([
    ['other content', ID, { ...ORDER, url: 'http://127.0.0.1:9/other' }, 'webhook_id_conflict'],
    ['no address', null, { ...ORDER, url: 'shop' }, 'webhook_url_invalid'],
    ['a file', null, { ...ORDER, url: 'file:///etc/passwd' }, 'webhook_url_invalid'],
    ['a password', null, { ...ORDER, url: 'https://a:b@shop.example/' }, 'webhook_url_invalid'],
    ['a stranger', null, { ...ORDER, vendor_id: ID }, 'vendor_not_found'],
    ['a kind nobody tells of', null, { ...ORDER, kinds: ['moon.full'] }, 'request_invalid'],
    ['no kind', null, { ...ORDER, kinds: [] }, 'request_invalid'],
  ])('%s is refused', async (_, id, body, code) => {
    const answer = await put(id ?? 'aa000000-0000-4000-8000-000000000009', body);
    expect(answer.json.code).toBe(code);
    const list = await world.ask('GET', '/v1/webhooks', { as: 'administrator' });
    expect(list.json.webhooks).toHaveLength(1);
  });

  test('what is not there cannot be stopped, rotated, listed or sent again', async () => {
    const at = '/v1/webhooks/aa000000-0000-4000-8000-00000000000f';
    const span = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z', only_failed: true };
    const as = 'administrator';
    const answers = await Promise.all([
      world.ask('DELETE', at, { as }),
      world.ask('POST', `${at}/secret`, { as, body: { replaces: 1 } }),
      world.ask('GET', `${at}/deliveries`, { as }),
      world.ask('POST', `${at}/replays`, { as, body: span }),
    ]);
    expect(answers.map(({ json }) => json.code)).toEqual(Array(4).fill('webhook_not_found'));
  });

  test('a new secret comes once for each generation; a stopped webhook has none', async () => {
    const id = 'aa000000-0000-4000-8000-000000000002';
    const first = await put(id, { ...ORDER, vendor_id: VENDOR });
    const rotate = () =>
      world.ask('POST', `/v1/webhooks/${id}/secret`, {
        as: 'administrator',
        body: { replaces: 1 },
      });
    const second = await rotate();
    expect(second.json.webhook.secret_generation).toBe(2);
    expect(second.json.secret).not.toBe(first.json.secret);
    expect((await rotate()).json.secret).toBe(second.json.secret);
    const stop = () => world.ask('DELETE', `/v1/webhooks/${id}`, { as: 'administrator' });
    expect([(await stop()).status, (await stop()).status]).toEqual([204, 204]);
    expect((await rotate()).json.code).toBe('webhook_not_found');
  });
});

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver on this machine that answers with `status`, or with nothing at all for null. */
async function receiver(status: number | null) {
  const received: Received[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      if (status === null) return;
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('taken');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { received, url: `http://127.0.0.1:${port}/hook`, close };
}

describe('the sender', () => {
  const inside = { toPrivateAddresses: true, timeoutMs: 200 };
  const message = {
    headers: { 'content-type': 'application/json', 'webhook-id': 'm' },
    body: '{}',
  };

  test('posts body and headers, and does not follow where it is sent on to', async () => {
    for (const status of [200, 302, 500]) {
      const { received, url, close } = await receiver(status);
      const answer = await createWebhookSender(inside)({ ...message, url });
      await close();
      expect(answer).toEqual({ kind: 'answered', status });
      expect(received).toHaveLength(1);
      expect(received[0]).toMatchObject({ headers: { 'webhook-id': 'm' }, body: '{}' });
    }
  });

  test('a receiver that says nothing or is not there is a fault, not an exception', async () => {
    const silent = await receiver(null);
    expect(await createWebhookSender(inside)({ ...message, url: silent.url })).toEqual({
      kind: 'fault',
      fault: 'no answer in time',
    });
    await silent.close();
    expect(await createWebhookSender(inside)({ ...message, url: silent.url })).toEqual({
      kind: 'fault',
      fault: 'the connection failed: ECONNREFUSED',
    });
  });

  test('asks nothing of the inside when it may not, also by a name that stands for it', async () => {
    const { received, url, close } = await receiver(200);
    const asked: string[] = [];
    const outside: WebhookSenderOptions = {
      toPrivateAddresses: false,
      resolveName: (name, _, done) => {
        asked.push(name);
        done(null, [{ address: '127.0.0.1', family: 4 }]);
      },
    };
    const byName = url.replace('http://127.0.0.1', 'https://shop.example');
    const answers = await Promise.all(
      [url, url.replace('http', 'https'), byName].map((each) =>
        createWebhookSender(outside)({ ...message, url: each }),
      ),
    );
    await close();
    expect(answers.map((answer) => answer.kind)).toEqual(['fault', 'fault', 'fault']);
    expect(answers[2]).toEqual({ kind: 'fault', fault: 'the connection failed: PRIVATE_ADDRESS' });
    expect(asked).toEqual(['shop.example']);
    expect(received).toEqual([]);
  });

  test.each([
    ['https://shop.example.org/hook', null],
    ['https://8.8.8.8/hook', null],
    ['http://shop.example.org/hook', 'not-https'],
    ['ftp://shop.example.org/', 'not-https'],
    ['https://10.1.2.3/', 'private-address'],
    ['https://127.1/', 'private-address'],
    ['https://2130706433/', 'private-address'],
    ['https://169.254.169.254/latest/meta-data', 'private-address'],
    ['https://192.168.1.1/', 'private-address'],
    ['https://100.64.0.1/', 'private-address'],
    ['https://[::1]/', 'private-address'],
    ['https://[::ffff:127.0.0.1]/', 'private-address'],
    ['https://[fd00::1]/', 'private-address'],
    ['https://[::127.0.0.1]/', 'private-address'],
    ['https://[::ffff:a9fe:a9fe]/', 'private-address'],
    ['https://[64:ff9b::7f00:1]/', 'private-address'],
    ['https://[64:ff9b:1::7f00:1]/', 'private-address'],
    ['https://[2002:7f00:1::]/', 'private-address'],
    ['https://[2001:0:7f00:1::]/', 'private-address'],
    ['https://[fe80::1]/', 'private-address'],
    ['https://[fec0::1]/', 'private-address'],
    ['https://[3fff::1]/', 'private-address'],
    ['https://[5f00::1]/', 'private-address'],
    ['https://[2606:4700:4700::1111]/', null],
    ['https://192.88.99.1/', 'private-address'],
    ['https://0/', 'private-address'],
    ['https://0x7f.0.0.1/', 'private-address'],
    ['https://０１７７.0.0.1/', 'private-address'],
    ['https://127。0。0。1/', 'private-address'],
    ['https://localhost/', 'private-address'],
    ['https://me:secret@shop.example.org/', 'has-credentials'],
    ['', 'not-a-url'],
  ])('%s: %s', (url, fault) => {
    expect(webhookUrlFault(url, { toPrivateAddresses: false })).toBe(fault);
  });
});

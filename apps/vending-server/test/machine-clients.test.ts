/** Machine clients: requests they sign, what each may do, and how often. */
import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { instant } from '@wattvend/quantities/time.js';
import { createNonceBook } from '@wattvend/vending/nonces.js';
import {
  ed25519PublicKey,
  isSignedBy,
  parseSignedRequest,
  signatureParams,
} from '@wattvend/vending/signed-request.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meterAt, UTILITY, VENDOR } from '../../../packages/vending/test/utility-fixture.ts';
import { createServer } from '../src/http/server.ts';
import { createServerWorld, type ServerWorld } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await createServerWorld();
});
afterAll(() => world.close());

interface Machine {
  readonly id: string;
  readonly secret: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

async function newMachine(more: object = {}): Promise<Machine> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const octets = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const body = {
    ...{ name: 'bank', vendor_id: VENDOR, public_key: octets.toString('base64') },
    ...more,
  };
  const { status, json } = await world.ask('POST', '/v1/api-keys', {
    as: 'security_officer',
    body,
  });
  expect(status).toBe(201);
  return { id: json.api_key.id, secret: json.secret, privateKey, publicKey };
}

interface Wanted {
  readonly method: string;
  readonly url: string;
  readonly body?: string;
  readonly nonce?: string;
  /** Of the client's clock against the server's, in milliseconds. */
  readonly aside?: number;
}

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Written from the guide, not with the server's own code, but for the order of the parameters. */
function signed(machine: Machine, wanted: Wanted): Sent {
  const { method, url, body = '', nonce = randomUUID().replaceAll('-', ''), aside = 0 } = wanted;
  const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
  const [path = '', query = ''] = url.split('?');
  const created = Math.floor((world.context.clock() + aside) / 1000);
  const params =
    '("@method" "@path" "@query" "content-digest")' +
    `;created=${created};nonce="${nonce}";keyid="${machine.id}";alg="ed25519"`;
  const base =
    `"@method": ${method}\n"@path": ${path}\n"@query": ?${query}\n` +
    `"content-digest": ${digest}\n"@signature-params": ${params}`;
  const signature = sign(null, Buffer.from(base), machine.privateKey).toString('base64');
  const headers = {
    'content-digest': digest,
    'signature-input': `sig=${params}`,
    signature: `sig=:${signature}:`,
    ...(body === '' ? {} : { 'content-type': 'application/json' }),
  };
  return { method, url, body, headers };
}

function send({ method, url, body, headers }: Sent) {
  return world.ask(method, url, { headers, ...(body === '' ? {} : { body }) });
}

const METER = `/v1/meters/${meterAt(0)}`;
const QUOTE = JSON.stringify({ meter_number: meterAt(0), tendered_minor: '1000' });

describe('a signed request', () => {
  test('is taken, with and without a body and a query', async () => {
    const machine = await newMachine();
    const sale = { method: 'PUT', url: `/v1/vends/${randomUUID()}`, body: QUOTE };
    expect((await send(signed(machine, sale))).status).toBe(201);
    for (const url of [
      METER,
      '/v1/vends?limit=2',
      '/v1/vends?',
      `/v1/vends?meter_number=${meterAt(0)}`,
    ]) {
      expect((await send(signed(machine, { method: 'GET', url }))).status, url).toBe(200);
    }
    expect(
      (await send(signed(machine, { method: 'POST', url: '/v1/quotes', body: QUOTE }))).status,
    ).toBe(200);
  });

  test('is taken once: what was captured opens nothing, also after a restart', async () => {
    const machine = await newMachine();
    const id = randomUUID();
    const captured = [
      signed(machine, { method: 'PUT', url: `/v1/vends/${id}`, body: QUOTE }),
      signed(machine, { method: 'GET', url: METER }),
      signed(machine, { method: 'POST', url: '/v1/quotes', body: QUOTE }),
    ];
    for (const request of captured) expect((await send(request)).status).toBeLessThan(300);
    for (const request of captured) {
      expect((await send(request)).json).toMatchObject({ code: 'request_replayed', status: 401 });
    }
    const restarted = await createServer({
      ...world.context,
      nonces: createNonceBook(world.context.database, UTILITY),
    });
    for (const { method, url, body, headers } of captured) {
      const answer = await restarted.app.inject({
        method: method as 'GET',
        url,
        headers: { host: 'localhost', ...headers },
        ...(body === '' ? {} : { payload: body }),
      });
      expect(answer.json().code).toBe('request_replayed');
    }
    await restarted.app.close();
    // The sale itself may be repeated, when it is signed anew.
    const again = signed(machine, { method: 'PUT', url: `/v1/vends/${id}`, body: QUOTE });
    expect((await send(again)).status).toBe(200);
  });

  test('of many copies at once one is taken', async () => {
    const machine = await newMachine();
    const request = signed(machine, { method: 'GET', url: METER });
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(request)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ json }) => json.code === 'request_replayed')).toHaveLength(9);
  });

  test.each([
    ['300 s ago', -300_000, 200],
    ['302 s ago', -302_000, 401],
    ['300 s ahead', 299_000, 200],
    ['302 s ahead', 302_000, 401],
  ])('that was signed %s', async (_, aside, status) => {
    const own = await createServerWorld({ clock: () => instant(NOW) });
    const outer = world;
    world = own;
    const machine = await newMachine();
    const answer = await send(signed(machine, { method: 'GET', url: METER, aside }));
    expect(answer.status).toBe(status);
    if (status === 401) expect(answer.json.code).toBe('signature_out_of_time');
    world = outer;
    await own.close();
  });
  // A whole second, since that is what a signature tells.
  const NOW = Math.floor(Date.now() / 1000) * 1000;

  test('is remembered for as long as it could be taken, and forgotten after', async () => {
    const own = await createServerWorld();
    const outer = world;
    world = own;
    const machine = await newMachine();
    const early = signed(machine, { method: 'GET', url: METER, aside: 295_000 });
    expect((await send(early)).status).toBe(200);
    const count = async () =>
      (
        await own.context.database.query({
          name: '',
          text: 'select 1 as one from request_nonce',
        })
      ).rows.length;
    own.ahead = 590_000;
    expect((await send(early)).json.code).toBe('request_replayed');
    expect(await count()).toBe(1);
    own.ahead = 700_000;
    expect((await send(early)).json.code).toBe('signature_out_of_time');
    await send(signed(machine, { method: 'GET', url: METER }));
    expect(await count()).toBe(1);
    world = outer;
    await own.close();
  });

  test('of a key that is unknown, revoked or has no public key is nobody’s', async () => {
    const machine = await newMachine();
    const unknown = { ...machine, id: randomUUID() };
    expect((await send(signed(unknown, { method: 'GET', url: METER }))).json.code).toBe(
      'not_signed_in',
    );
    const plain = await newMachine({ public_key: null });
    expect((await send(signed(plain, { method: 'GET', url: METER }))).json.code).toBe(
      'not_signed_in',
    );
    await world.ask('DELETE', `/v1/api-keys/${machine.id}`, { as: 'security_officer' });
    expect((await send(signed(machine, { method: 'GET', url: METER }))).json.code).toBe(
      'not_signed_in',
    );
  });

  test('with another’s key is not valid', async () => {
    const [one, other] = [await newMachine(), await newMachine()];
    const forged = signed({ ...other, id: one.id }, { method: 'GET', url: METER });
    expect((await send(forged)).json.code).toBe('signature_invalid');
  });

  test('that is too large is refused like any other', async () => {
    const machine = await newMachine();
    const body = JSON.stringify({ x: 'y'.repeat(70_000) });
    const answer = await send(signed(machine, { method: 'POST', url: '/v1/quotes', body }));
    expect(answer.json.code).toBe('request_too_large');
  });
});

describe('an altered request is refused', () => {
  const REQUEST = { method: 'PUT', url: `/v1/vends/${randomUUID()}?`, body: QUOTE };

  test('whichever octet of its body was changed', async () => {
    const machine = await newMachine();
    const url = `/v1/vends/${randomUUID()}`;
    const sent = signed(machine, { method: 'PUT', url, body: QUOTE });
    for (let at = 0; at < QUOTE.length; at++) {
      const body = `${QUOTE.slice(0, at)}${QUOTE[at] === '1' ? '2' : '1'}${QUOTE.slice(at + 1)}`;
      const { json } = await send({ ...sent, body });
      expect(json.code, `octet ${at}`).toBe('signature_invalid');
    }
    expect((await send({ ...sent, body: '' })).json.code).toBe('signature_invalid');
    expect((await send({ ...sent, body: `${QUOTE} ` })).json.code).toBe('signature_invalid');
    expect((await world.ask('GET', url, { as: 'cashier' })).status).toBe(404);
    // Nothing of it was taken, so the true one still is.
    expect((await send(sent)).status).toBe(201);
  });

  test.each<[string, (sent: Sent) => Sent]>([
    ['method', (sent) => ({ ...sent, method: 'POST', url: '/v1/quotes' })],
    ['address', (sent) => ({ ...sent, url: sent.url.replace(/.\?$/, '0?') })],
    ['query', (sent) => ({ ...sent, url: `${sent.url}x=1` })],
    [
      'digest and body',
      (sent) => {
        const body = QUOTE.replace('1000', '9000');
        const digest = createHash('sha256').update(body).digest('base64');
        return {
          ...sent,
          body,
          headers: { ...sent.headers, 'content-digest': `sha-256=:${digest}:` },
        };
      },
    ],
    [
      'nothing but its signature left out',
      ({ headers, ...sent }) => {
        const { signature: _, ...rest } = headers;
        return { ...sent, headers: rest };
      },
    ],
    [
      'nothing but its digest left out',
      ({ headers, ...sent }) => {
        const { 'content-digest': _, ...rest } = headers;
        return { ...sent, headers: rest };
      },
    ],
  ])('%s', async (_, change) => {
    const machine = await newMachine();
    const sent = signed(machine, REQUEST);
    // The last digit of the id is what the change of the address changes.
    const url = sent.url.replace(/.\?$/, '1?');
    const { json } = await send(change(signed(machine, { ...REQUEST, url })));
    expect(json.code).toBe('signature_invalid');
  });

  test('whichever octet of the three headers was changed, also to what means the same', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const key = ed25519PublicKey(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));
    const method = 'PUT';
    const target = '/v1/vends/x?y=z';
    const contentDigest = `sha-256=:${createHash('sha256').update('body').digest('base64')}:`;
    const createdAt = instant(1_764_000_000_000);
    const params = signatureParams({ createdAt, nonce: 'n'.repeat(16), keyId: randomUUID() });
    const base = `"@method": PUT\n"@path": /v1/vends/x\n"@query": ?y=z\n"content-digest": ${contentDigest}\n"@signature-params": ${params}`;
    const signature = `sig=:${sign(null, Buffer.from(base), privateKey).toString('base64')}:`;
    const head = { method, target, contentDigest, signatureInput: `sig=${params}`, signature };
    const isTaken = (each: typeof head) => {
      const parsed = parseSignedRequest(each);
      return parsed !== null && isSignedBy(parsed, key);
    };
    expect(isTaken(head)).toBe(true);
    const names = ['method', 'target', 'contentDigest', 'signatureInput', 'signature'] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.constantFrom('replace', 'insert', 'remove'),
        fc.string({ minLength: 1, maxLength: 1, unit: 'binary-ascii' }),
        (name, chosen, how, octet) => {
          const text = head[name];
          const at = chosen % text.length;
          const rest = text.slice(how === 'insert' ? at : at + 1);
          const changed = text.slice(0, at) + (how === 'remove' ? '' : octet) + rest;
          fc.pre(changed !== text);
          expect(isTaken({ ...head, [name]: changed })).toBe(false);
        },
      ),
      { numRuns: 20_000 },
    );
  });
});

describe('a key', () => {
  test('that must sign opens nothing by its secret', async () => {
    const machine = await newMachine({ signature_required: true });
    const headers = { authorization: `Bearer ${machine.secret}` };
    const answer = await world.ask('GET', METER, { headers });
    expect(answer.json).toMatchObject({ code: 'signature_required', status: 401 });
    expect((await send(signed(machine, { method: 'GET', url: METER }))).status).toBe(200);
    // A signature beside the secret is not looked at: one thing decides.
    const both = signed(machine, { method: 'GET', url: METER });
    const mixed = await send({ ...both, headers: { ...both.headers, ...headers } });
    expect(mixed.json.code).toBe('signature_required');
  });

  test('may do what it says and no more', async () => {
    const machine = await newMachine({ permissions: ['quote', 'vend.sell'] });
    const headers = { authorization: `Bearer ${machine.secret}` };
    const quote = { method: 'POST', url: '/v1/quotes', body: QUOTE };
    expect((await world.ask('POST', '/v1/quotes', { headers, body: QUOTE })).status).toBe(200);
    expect((await send(signed(machine, quote))).status).toBe(200);
    for (const url of [METER, '/v1/vends', '/v1/customers', '/v1/today']) {
      expect((await world.ask('GET', url, { headers })).json.code, url).toBe('not_allowed');
      expect((await send(signed(machine, { method: 'GET', url }))).json.code, url).toBe(
        'not_allowed',
      );
    }
  });

  test('is changed within a second, and the change is told of', async () => {
    const machine = await newMachine();
    const headers = { authorization: `Bearer ${machine.secret}` };
    const limits = {
      ...{ permissions: ['quote'], requests_per_minute: 5 },
      ...{ public_key: null, signature_required: false },
    };
    const change = (body: object, id = machine.id) =>
      world.ask('PUT', `/v1/api-keys/${id}/limits`, { as: 'security_officer', body });
    expect((await world.ask('GET', METER, { headers })).status).toBe(200);
    expect((await change(limits)).status).toBe(204);
    world.ahead += 1001;
    expect((await world.ask('GET', METER, { headers })).json.code).toBe('not_allowed');
    expect((await change({ ...limits, signature_required: true })).json).toMatchObject({
      code: 'request_invalid',
      errors: [{ path: 'body.public_key' }],
    });
    expect((await change({ ...limits, permissions: ['user.write'] })).json.code).toBe(
      'request_invalid',
    );
    expect((await change(limits, randomUUID())).json.code).toBe('api_key_not_found');
    const url = `/v1/audit-events?subject_kind=machine&subject_id=${machine.id}`;
    const { json } = await world.ask('GET', url, { as: 'auditor' });
    expect(json.events.map(({ what }: { readonly what: string }) => what)).toEqual([
      ...['machine.key_changed', 'machine.key_added'],
    ]);
    expect(json.events[0].details).toMatchObject({ permissions: ['quote'], signs: false });
  });

  test('asks no more often than it says, and again after a minute', async () => {
    const own = await createServerWorld();
    const outer = world;
    world = own;
    const machine = await newMachine({ requests_per_minute: 3 });
    const headers = { authorization: `Bearer ${machine.secret}` };
    const ask = () => own.ask('GET', '/v1/tariffs', { headers });
    for (let count = 0; count < 3; count++) expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect(refused.json).toMatchObject({ code: 'too_many_requests', status: 429 });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(50);
    own.ahead = 60_001;
    expect((await ask()).status).toBe(200);
    world = outer;
    await own.close();
  });

  test('looks up thirty meters a minute, a person more', async () => {
    const own = await createServerWorld();
    const ask = async (as: 'api-key' | 'cashier') => (await own.ask('GET', METER, { as })).status;
    const statuses: number[] = [];
    for (let count = 0; count < 31; count++) statuses.push(await ask('api-key'));
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
    for (let count = 0; count < 31; count++) expect(await ask('cashier')).toBe(200);
    await own.close();
  });
});

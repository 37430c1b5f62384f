/**
 * The program as a whole, started as a person starts it: it opens, sells, stops, keeps its data, and
 * survives what can be done to its parts. These tests wait for real processes.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseMeterMemory } from '@wattvend/meter/memory-record.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { instant } from '@wattvend/quantities/time.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestFolder } from '../../../packages/database/test/postgres.global-setup.ts';
import {
  killProcessesOf,
  processesOf,
  type StartedServer,
  startAndEnd,
  startServer,
} from './started-server.ts';

const isLinux = process.platform === 'linux';

let parent: string;
let folder: string;
const started: StartedServer[] = [];

beforeAll(async () => {
  parent = await makeTestFolder('wattvend-process-');
  folder = join(parent, 'demo');
});
afterAll(async () => {
  for (const server of started) await server.end('SIGKILL');
  if (isLinux) killProcessesOf(parent);
  await rm(parent, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

async function start(options: readonly string[]): Promise<StartedServer> {
  const server = await startServer(options);
  started.push(server);
  return server;
}

const startDemo = (...more: readonly string[]) =>
  start(['--demo', '--data', folder, '--port', '0', ...more]);

interface Client {
  // biome-ignore lint/suspicious/noExplicitAny: the forms are checked against the document elsewhere
  ask(method: string, path: string, body?: unknown): Promise<{ status: number; json: any }>;
}

async function signIn(server: StartedServer, path: string, body: object): Promise<Client> {
  const headers = { 'content-type': 'application/json' };
  const url = `${server.address}${path}`;
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok)
    throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  const cookie = String(response.headers.get('set-cookie')).split(';')[0] ?? '';
  return {
    async ask(method, asked, content) {
      const answer = await fetch(`${server.address}${asked}`, {
        method,
        headers: { cookie, ...(content === undefined ? {} : headers) },
        ...(content === undefined ? {} : { body: JSON.stringify(content) }),
      });
      return { status: answer.status, json: await answer.json() };
    },
  };
}

const openDemo = (server: StartedServer) =>
  signIn(server, '/v1/session/demo', { link_secret: server.linkSecret });

/** Asks again and again, as a till does, until the vend is posted. */
async function sellUntilPosted(
  client: Client,
  id: string,
  sale: object,
): Promise<readonly string[]> {
  const outcomes: string[] = [];
  for (let tries = 0; tries < 200; tries++) {
    const { status, json } = await client.ask('PUT', `/v1/vends/${id}`, sale).catch(() => ({
      status: 0,
      json: { code: 'no_answer' },
    }));
    outcomes.push(status < 300 && status > 0 ? json.state : json.code);
    if (outcomes.at(-1) === 'posted') return outcomes;
    await sleep(50);
  }
  throw new Error(`never posted: ${outcomes.join(' ')}`);
}

describe.sequential('the demo', () => {
  let digits: string;
  const vendId = randomUUID();

  test('opens on an empty folder, sells, and every meter of the street takes its token', async () => {
    const server = await startDemo();
    expect(server.output()).toMatch(/Sign in +http:\/\/127\.0\.0\.1:\d+\/sign-in#demo=[\w-]{43}/);
    expect(server.output()).toContain(folder);
    const client = await openDemo(server);
    const { json } = await client.ask('GET', '/v1/demo/meters');
    expect(json.meters).toHaveLength(12);
    for (const [index, { meter_number }] of json.meters.entries()) {
      const id = index === 0 ? vendId : randomUUID();
      const sale = { meter_number, tendered_minor: '5000' };
      const sold = await client.ask('PUT', `/v1/vends/${id}`, sale);
      expect([sold.status, sold.json.state]).toEqual([201, 'posted']);
      const record = await client.ask('GET', `/v1/demo/meters/${meter_number}/memory`);
      const parsed = parseMeterMemory(record.json);
      if (parsed.kind === 'fault') throw new Error(parsed.fault);
      const outcome = applyToken(parsed.memory, sold.json.tokens[0].digits, {
        now: instant(Date.now()),
      });
      const units = BigInt(sold.json.energy_tenth_kwh);
      expect(outcome).toMatchObject({ result: 'Accept', effect: { kind: 'credit', units } });
      if (index === 0) digits = sold.json.tokens[0].digits;
    }
    const today = await client.ask('GET', '/v1/today');
    expect(today.json).toMatchObject({ vends: 12, books: { agree: true, tokens_issued: 12 } });
    expect(server.output()).not.toContain(digits);

    const second = await startAndEnd(['--demo', '--data', folder, '--port', '0']);
    expect(second).toMatchObject({ code: 1 });
    expect(second.output).toContain(`Another wattvend server is running on ${folder}.`);

    const before = Date.now();
    const end = await server.end('SIGINT');
    expect(end).toMatchObject({ code: 0, signal: null });
    expect(Date.now() - before).toBeLessThan(5000);
    if (isLinux) expect(processesOf(folder)).toEqual([]);
  });

  test('keeps its data, and an old link opens nothing', async () => {
    const [first] = started;
    const server = await startDemo();
    const client = await openDemo(server);
    const { json } = await client.ask('GET', `/v1/vends/${vendId}`);
    expect(json.tokens[0].digits).toBe(digits);
    const old = { ...server, linkSecret: String(first?.linkSecret) };
    await expect(openDemo(old)).rejects.toThrow('401');
    expect(await server.end('SIGTERM')).toMatchObject({ code: 0 });
  });

  test.runIf(isLinux)('goes on when its parts are killed, and says so meanwhile', async () => {
    const server = await startDemo();
    const client = await openDemo(server);
    const { json } = await client.ask('GET', '/v1/demo/meters');
    const sale = { meter_number: json.meters[1].meter_number, tendered_minor: '1000' };
    await sellUntilPosted(client, randomUUID(), sale);
    for (const part of ['security-module', '/bin/postgres -D']) {
      const victim = processesOf(folder).find(({ words }) => words.includes(part));
      expect(victim, part).toBeDefined();
      process.kill(victim?.pid ?? 0, 'SIGKILL');
      const outcomes = await sellUntilPosted(client, randomUUID(), sale);
      for (const outcome of outcomes.slice(0, -1)) {
        expect(outcome).toMatch(/unavailable$|unknown$/);
      }
    }
    const { json: today } = await client.ask('GET', '/v1/today');
    expect(today.books).toMatchObject({ balanced: true, agree: true });
    expect(await server.end('SIGINT')).toMatchObject({ code: 0 });
    expect(processesOf(folder)).toEqual([]);
  });

  test.runIf(isLinux)('a killed server leaves nothing that blocks the next one', async () => {
    const server = await startDemo();
    await server.end('SIGKILL');
    const next = await startDemo();
    expect(
      processesOf(folder).filter(({ words }) => words.includes('security-module')),
    ).toHaveLength(1);
    const client = await openDemo(next);
    expect((await client.ask('GET', `/v1/vends/${vendId}`)).json.tokens[0].digits).toBe(digits);
    await next.end('SIGINT');
    expect(processesOf(folder)).toEqual([]);
  });

  test('a demo is not opened as a utility', async () => {
    const end = await startAndEnd(['--data', folder, '--port', '0']);
    expect(end).toMatchObject({ code: 1 });
    expect(end.output).toContain('This data folder holds the demo. Start with --demo');
  });

  test('--fresh starts over, also after a kill', async () => {
    await (await startDemo()).end('SIGKILL');
    const server = await startDemo('--fresh');
    const client = await openDemo(server);
    expect((await client.ask('GET', `/v1/vends/${vendId}`)).json.code).toBe('vend_not_found');
    expect((await client.ask('GET', '/v1/today')).json.vends).toBe(0);
    await server.end('SIGINT');
    if (isLinux) expect(processesOf(folder)).toEqual([]);
  });

  test('a first start that was interrupted is begun again', async () => {
    await writeFile(join(folder, 'setting-up'), '');
    const server = await startDemo();
    expect(existsSync(join(folder, 'setting-up'))).toBe(false);
    const client = await openDemo(server);
    const { json } = await client.ask('GET', '/v1/vendors');
    expect(json.vendors[0].float.available_minor).toBe('5000000');
    await server.end('SIGINT');
  });
});

describe.sequential('ports', () => {
  test('one that is busy is refused when asked for, and passed by when not', async () => {
    const other = createServer();
    await new Promise<void>((done) => {
      // Whether this succeeds or not, the port is busy afterwards.
      other.once('error', () => done());
      other.listen(8080, '127.0.0.1', done);
    });
    const refused = await startAndEnd(['--demo', '--data', folder, '--port', '8080']);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.output).toContain(
      'Port 8080 is in use. Stop what uses it, or choose another one',
    );
    const server = await start(['--demo', '--data', folder]);
    expect(server.output()).toMatch(/Port 8080 is in use; this server takes 80[89]\d|81\d\d/);
    await server.end('SIGINT');
    await new Promise<void>((done) => other.close(() => done()));
  });
});

describe.sequential('a real utility', () => {
  test.each<[string, readonly string[], RegExp]>([
    [
      '--fresh without the demo',
      ['--fresh'],
      /--fresh removes everything and is for the demo only/,
    ],
    ['the demo for the whole network', ['--demo', '--host', '0.0.0.0'], /serves this machine only/],
    ['a port that is none', ['--port', '99999'], /0 to 65535/],
    ['an unknown option', ['--colour'], /unknown option/],
    [
      'a database that is not there',
      ['--demo', '--database-url', 'postgresql://a:a-password@127.0.0.1:1/x'],
      /of --database-url .* cannot be reached. Check its address/,
    ],
    [
      'a first start without its options',
      ['--currency', 'KES'],
      /needs --utility-name, --time-zone, --vending-keys/,
    ],
  ])('%s is refused in a sentence', async (_, options, message) => {
    const end = await startAndEnd(['--data', join(parent, 'real'), ...options]);
    expect(end.code).toBe(1);
    expect(end.output).toMatch(message);
    expect(end.output).not.toContain('    at ');
    expect(end.output).not.toContain('a-password');
  });

  test('a folder of something else is left alone', async () => {
    const strange = join(parent, 'strange');
    await mkdir(strange);
    await writeFile(join(strange, 'diary.txt'), 'dear diary');
    const end = await startAndEnd(['--demo', '--fresh', '--data', strange]);
    expect(end).toMatchObject({ code: 1 });
    expect(end.output).toContain('not a data folder of wattvend');
    expect(existsSync(join(strange, 'diary.txt'))).toBe(true);
  });

  test('keys that cannot be used are refused without being repeated', async () => {
    const file = join(parent, 'bad-keys.json');
    const bad = { ...TEST_KEY, vending_key: '0000000000000000' };
    await writeFile(file, JSON.stringify({ vending_keys: [bad] }));
    const end = await startAndEnd([...FIRST_START(join(parent, 'bad')), '--vending-keys', file]);
    expect(end.code).toBe(1);
    expect(end.output).toMatch(/The vending keys cannot be used: .*odd parity/);
    expect(end.output).not.toContain('0000000000000000');
  });

  test('is made with its keys, an operator and a password that is shown once', async () => {
    const data = join(parent, 'real');
    const file = join(parent, 'keys.json');
    await writeFile(file, JSON.stringify({ vending_keys: [TEST_KEY] }));
    const server = await start([...FIRST_START(data), '--vending-keys', file]);
    const [, password = ''] = /as operator with the password (\S+)/.exec(server.output()) ?? [];
    const client = await signIn(server, '/v1/session', { sign_in_name: 'operator', password });
    const { json } = await client.ask('GET', '/v1/session');
    expect(json).toMatchObject({
      demo: false,
      utility: {
        name: 'Hill Electric',
        currency: { code: 'KES', symbol: 'KSh', decimal_places: 2 },
      },
    });
    expect((await client.ask('GET', '/v1/demo/meters')).status).toBe(404);
    await server.end('SIGINT');

    const again = await start(['--data', data, '--port', '0']);
    expect(again.output()).not.toContain('password');
    await again.end('SIGINT');
    const demo = await startAndEnd(['--demo', '--data', data, '--port', '0']);
    expect(demo.output).toContain('Hill Electric, which is no demo');
  });
});

/** Invented for tests; odd parity, as a DES key must have. */
const TEST_KEY = {
  supply_group_code: '990009',
  key_revision_number: 1,
  key_type: 2,
  base_date: 2014,
  key_expiry_number: 255,
  dkga: '02',
  vending_key: '0123456789abcdef',
};

function FIRST_START(data: string): readonly string[] {
  return [
    ...['--data', data, '--port', '0', '--utility-name', 'Hill Electric', '--currency', 'KES'],
    ...['--currency-symbol', 'KSh', '--time-zone', 'Africa/Nairobi'],
  ];
}

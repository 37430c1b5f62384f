/** Selling over a line that fails: one id, no second sale, and an honest "nobody knows". */
import { createClient } from '@wattvend/client/client.js';
import { type SellOutcome, sell } from '@wattvend/client/sell.js';
import { afterEach, describe, expect, test } from 'vitest';
import { type FaultyServer, startFaultyServer, type Told } from './faulty-server.ts';

const ID = '018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f';
const ORDER = { meter_number: '01234567897', tendered_minor: '5000' };

let server: FaultyServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

function vend(state: 'posted' | 'declined' | 'reserved'): Told {
  return { status: 201, json: { id: ID, state } };
}

function problem(status: number, code: string, retry: boolean, retryAfter?: number): Told {
  const json = { type: `/problems/${code}`, title: code, status, detail: `${code}.`, code };
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return { status, json: { ...json, retry_can_help: retry }, headers };
}

async function sellAgainst(answers: readonly Told[], attempts = 4) {
  server = await startFaultyServer(answers);
  const pauses: number[] = [];
  const sleep = async (milliseconds: number) => {
    pauses.push(milliseconds);
  };
  const client = createClient({ baseUrl: server.url, apiKey: 'wv_test' });
  const patience = { attempts, sleep, random: () => 0, pauseMs: 100 };
  const outcome = await sell(client, ID, ORDER, patience);
  return { outcome, pauses, heard: server.heard };
}

const BUSY = problem(503, 'database_unavailable', true);
const UNKNOWN = problem(503, 'vend_outcome_unknown', true);

describe('an outcome', () => {
  const cases: readonly (readonly [string, readonly Told[], SellOutcome['kind'], number])[] = [
    ['sold at once', [vend('posted')], 'sold', 1],
    ['declined', [vend('declined')], 'declined', 1],
    ['sold after a lost answer', ['lost', vend('posted')], 'sold', 2],
    ['sold after a page of a proxy', [{ status: 502, text: '<html>' }, vend('posted')], 'sold', 2],
    ['sold after a busy server', [BUSY, vend('posted')], 'sold', 2],
    ['sold after an unknown outcome', [UNKNOWN, vend('posted')], 'sold', 2],
    ['sold once it is finished', [vend('reserved'), vend('posted')], 'sold', 2],
    ['refused for good', [problem(409, 'meter_blocked', false)], 'refused', 1],
    ['refused until a person acts', [problem(409, 'float_exceeded', true)], 'refused', 1],
    ['refused while it stays busy', [BUSY], 'refused', 4],
    ['unknown while answers are lost', ['lost'], 'unknown', 4],
    ['unknown while it is said so', [UNKNOWN], 'unknown', 4],
    ['unknown although it is busy later', [UNKNOWN, BUSY], 'unknown', 4],
    ['unknown while it is not finished', [vend('reserved')], 'unknown', 4],
  ];
  test.each(cases)('%s', async (_, answers, kind, asked) => {
    const { outcome, heard } = await sellAgainst(answers);
    expect(outcome.kind).toBe(kind);
    expect(heard).toHaveLength(asked);
    const same = { method: 'PUT', url: `/v1/vends/${ID}`, body: JSON.stringify(ORDER) };
    for (const each of heard) expect(each).toEqual({ ...same, authorization: 'Bearer wv_test' });
  });

  test('a lost answer is not forgotten when the server is busy afterwards', async () => {
    const { outcome } = await sellAgainst(['lost', BUSY, BUSY, BUSY]);
    expect(outcome.kind).toBe('unknown');
  });
});

test('pauses grow, and are as long as the server asks for', async () => {
  const { pauses } = await sellAgainst([BUSY]);
  expect(pauses).toEqual([100, 200, 400]);
  await server?.close();
  const asked = await sellAgainst([problem(429, 'too_many_requests', true, 7), vend('posted')]);
  expect(asked.pauses).toEqual([7000]);
});

test('a secret is not sent in clear over a network', () => {
  const open = (baseUrl: string) => () => createClient({ baseUrl, apiKey: 'wv_test' });
  expect(open('http://vend.example.org')).toThrow('https');
  expect(open('vend')).toThrow('no address');
  expect(open('http://localhost.example.org')).toThrow('https');
  for (const url of ['https://vend.example.org', 'http://127.0.0.1:8080', 'http://[::1]:8080']) {
    expect(open(url)).not.toThrow();
  }
});

/** The real program over real sockets: what it does, and what it refuses. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REFUSALS } from '../../src/http/refusals.ts';
import { creditTokenAt, decoderKeyOf, meterNumberOf } from '../test-tokens.ts';
import { type Answer, nextNoon, type StartedEmulator, startEmulator } from './started-emulator.ts';

const ALLOWED = 'http://127.0.0.1:8080';
let emulator: StartedEmulator;
let number: string;
const seen: string[] = [];

beforeAll(async () => {
  emulator = await startEmulator([
    ...['--test-meters', '2', '--profile', 'constant:0', '--allow-origin', ALLOWED],
  ]);
  number = meterNumberOf(firstKey());
});

afterAll(async () => {
  await emulator?.end('SIGTERM');
});

function firstKey() {
  const [key] = emulator.testKeys;
  if (key === undefined) throw new Error('no test meter was told');
  return key;
}

async function get(path: string, headers?: Record<string, string>): Promise<Answer> {
  const answer = await emulator.get(path, headers);
  seen.push(answer.text);
  return answer;
}

async function post(
  path: string,
  body: unknown,
  headers?: Record<string, string>,
): Promise<Answer> {
  const answer = await emulator.post(path, body, headers);
  seen.push(answer.text);
  return answer;
}

function tokenFor(minute: number, tenths: number): string {
  return creditTokenAt(firstKey(), { from: nextNoon(), minute }, tenths);
}

describe('a street over HTTP', () => {
  test('lists its meters', async () => {
    const { json, status } = await get('/v1/meters');
    expect(status).toBe(200);
    expect(json.speed).toBe(1);
    expect(json.meters.map((meter: { meter_number: string }) => meter.meter_number)).toEqual(
      emulator.testKeys.map(meterNumberOf),
    );
  });

  test('takes a token, shows the credit, and takes it no second time', async () => {
    const token = tokenFor(1, 123);
    const path = `/v1/meters/${number}/token`;
    const first = await post(path, { token, carrier: 'remote' });
    expect(first).toMatchObject({
      status: 200,
      json: { result: 'Accept', code: 1, is_good: true },
    });
    const second = await post(path, { token });
    expect(second).toMatchObject({ status: 200, json: { result: 'UsedError', code: 10 } });
    const { json } = await get(`/v1/meters/${number}`);
    // 12.3 kWh.
    expect(json).toMatchObject({
      credit: [{ service: 0, credit: '12300' }],
      supply: { is_closed: true, carried_by: 'credit' },
    });
    expect(json.display.primary).toContain('12.3');
  });

  test('lets the meter itself answer to what is no token', async () => {
    const { json, status } = await post(`/v1/meters/${number}/token`, { token: 'twenty digits' });
    expect({ status, result: json.result }).toEqual({ status: 200, result: 'FormatError' });
  });

  test('takes a token key by key', async () => {
    const before = Number((await emulator.picture(number)).credit[0]?.credit);
    for (const key of tokenFor(2, 5)) await post(`/v1/meters/${number}/key`, { key });
    const after = await emulator.picture(number);
    expect(after.credit[0]?.credit).toBe(String(before + 500));
    expect(after.display.icons.accept).toBe(true);
  });

  test('shows a load, an open cover, and a power failure', async () => {
    const path = `/v1/meters/${number}`;
    expect((await post(`${path}/load`, { watts: 1_500, appliances: ['kettle'] })).status).toBe(200);
    await expect.poll(async () => (await emulator.picture(number)).flowing).toBe(3_500);
    expect((await emulator.picture(number)).phases).toEqual([
      // 3500 W at 230.0 V are 15217.4 mA.
      { power_w: 3_500, voltage_decivolt: 2_300, current_ma: 15_217 },
    ]);
    await post(`${path}/load`, { watts: null, appliances: [] });
    await post(`${path}/power`, { is_on: false });
    expect(await emulator.picture(number)).toMatchObject({
      is_powered: false,
      supply: { is_closed: false, reason: 'no-power' },
    });
    await post(`${path}/power`, { is_on: true });
    await post(`${path}/sensor`, { sensor: 'magnet', is_active: true });
    expect((await emulator.picture(number)).sensors).toMatchObject({ magnet: true });
    await post(`${path}/sensor`, { sensor: 'magnet', is_active: false });
  });

  test('hands commands on and says what the meter answers', async () => {
    const path = `/v1/meters/${number}/command`;
    expect((await post(path, { command: 'disconnect' })).json).toEqual({
      ...{ kind: 'command', outcome: 'done', refusal: null, detail: null },
    });
    expect((await emulator.picture(number)).supply).toMatchObject({ reason: 'remote' });
    expect((await post(path, { command: 'reconnect', needs_key: false })).json.outcome).toBe(
      'done',
    );
    const refused = await post(path, { command: 'commission' });
    expect(refused).toMatchObject({ status: 200, json: { refusal: 'already-commissioned' } });
    const wrong = await post(path, { command: 'change-settings', settings: { model: 1 } });
    expect(wrong).toMatchObject({ status: 200, json: { refusal: 'settings-invalid' } });
    expect(wrong.json.detail.length).toBeGreaterThan(5);
  });

  test('has a clock for each meter and a speed for all', async () => {
    const at = '2031-05-06T07:08:09.000Z';
    expect((await post(`/v1/meters/${number}/clock`, { at })).status).toBe(200);
    expect((await emulator.picture(number)).clock.slice(0, 16)).toBe('2031-05-06T07:08');
    const [, other] = emulator.testKeys.map(meterNumberOf);
    expect((await emulator.picture(other ?? '')).clock < '2031').toBe(true);
    expect((await post('/v1/speed', { speed: 86_400 })).status).toBe(200);
    await expect.poll(async () => (await emulator.picture(number)).clock > '2031-05-07').toBe(true);
    await post('/v1/speed', { speed: 1 });
    expect((await get('/v1/meters')).json.speed).toBe(1);
  });
});

describe('a street refuses', () => {
  const notFound = '/v1/meters/00000000000';
  const TOO_LARGE = JSON.stringify({ token: '1'.repeat(70_000) });
  const rows: [string, string, () => Promise<Answer>, keyof typeof REFUSALS][] = [
    [
      'a name that is not ours',
      'GET',
      () => get('/v1/meters', { host: 'evil.example:9340' }),
      'host_not_allowed',
    ],
    [
      'a page of another site, to look',
      'GET',
      () => get('/v1/meters', { origin: 'http://evil.example' }),
      'origin_not_allowed',
    ],
    [
      'a page of another site, to act',
      'POST',
      () => post(`/v1/meters/${number}/power`, { is_on: false }, { origin: 'http://evil.example' }),
      'origin_not_allowed',
    ],
    [
      'a sandboxed page',
      'POST',
      () => post('/v1/speed', { speed: 2 }, { origin: 'null' }),
      'origin_not_allowed',
    ],
    ['an address', 'GET', () => get('/v2'), 'path_not_found'],
    ['a method', 'POST', () => post('/v1/meters', {}), 'method_not_allowed'],
    ['a method', 'GET', () => get(`/v1/meters/${number}/token`), 'method_not_allowed'],
    ['a book', 'POST', () => post(`/v1/meters/${number}/token`, TOO_LARGE), 'request_too_large'],
    [
      'a form',
      'POST',
      () =>
        post(`/v1/meters/${number}/power`, 'is_on=false', {
          'content-type': 'application/x-www-form-urlencoded',
        }),
      'request_not_json',
    ],
    [
      'plain text',
      'POST',
      () => post(`/v1/meters/${number}/power`, '{"is_on":false}', { 'content-type': 'text/plain' }),
      'request_not_json',
    ],
    [
      'half an object',
      'POST',
      () => post(`/v1/meters/${number}/key`, '{"key":'),
      'request_not_json',
    ],
    [
      'a prototype',
      'POST',
      () => post(`/v1/meters/${number}/key`, '{"__proto__":{},"key":"1"}'),
      'request_not_json',
    ],
    [
      'no carrier of tokens',
      'POST',
      () => post(`/v1/meters/${number}/token`, { token: '1', carrier: 'pigeon' }),
      'request_invalid',
    ],
    [
      'a token that is a number',
      'POST',
      () => post(`/v1/meters/${number}/token`, { token: 1 }),
      'request_invalid',
    ],
    ['no key', 'POST', () => post(`/v1/meters/${number}/key`, { key: '10' }), 'request_invalid'],
    [
      'no sensor',
      'POST',
      () => post(`/v1/meters/${number}/sensor`, { sensor: 'nose', is_active: true }),
      'request_invalid',
    ],
    [
      'half a watt',
      'POST',
      () => post(`/v1/meters/${number}/load`, { watts: 0.5 }),
      'request_invalid',
    ],
    [
      'too many phases',
      'POST',
      () => post(`/v1/meters/${number}/load`, { phase_watts: [1, 1, 1] }),
      'request_invalid',
    ],
    [
      'no profile',
      'POST',
      () => post(`/v1/meters/${number}/load`, { profile: 'castle' }),
      'request_invalid',
    ],
    [
      'no appliance',
      'POST',
      () => post(`/v1/meters/${number}/load`, { appliances: ['reactor'] }),
      'request_invalid',
    ],
    [
      'power perhaps',
      'POST',
      () => post(`/v1/meters/${number}/power`, { is_on: 'perhaps' }),
      'request_invalid',
    ],
    [
      'no command',
      'POST',
      () => post(`/v1/meters/${number}/command`, { command: 'explode' }),
      'request_invalid',
    ],
    [
      'a member unknown',
      'POST',
      () => post(`/v1/meters/${number}/command`, { command: 'disconnect', now: 1 }),
      'request_invalid',
    ],
    [
      'no time',
      'POST',
      () => post(`/v1/meters/${number}/clock`, { at: 'noon' }),
      'request_invalid',
    ],
    [
      'a time before tokens',
      'POST',
      () => post(`/v1/meters/${number}/clock`, { at: '1980-01-01T00:00:00Z' }),
      'request_invalid',
    ],
    ['a speed', 'POST', () => post('/v1/speed', { speed: 86_401 }), 'request_invalid'],
    ['a speed', 'POST', () => post('/v1/speed', { speed: 0 }), 'request_invalid'],
    ['a meter', 'GET', () => get(notFound), 'meter_not_found'],
    ...['token', 'key', 'sensor', 'load', 'power', 'command', 'clock'].map(
      (name): [string, string, () => Promise<Answer>, keyof typeof REFUSALS] => [
        'a meter',
        'POST',
        () => post(`${notFound}/${name}`, GOOD_BODIES[name]),
        'meter_not_found',
      ],
    ),
  ];

  test.each(rows)('%s (%s)', async (_, __, ask, code) => {
    const { headers, json, status } = await ask();
    expect({ status, code: json.code }).toEqual({ status: REFUSALS[code].status, code });
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('and did nothing of it', async () => {
    expect(await emulator.picture(number)).toMatchObject({ is_powered: true, speed: 1 });
  });
});

const GOOD_BODIES: Readonly<Record<string, object>> = {
  token: { token: '1' },
  key: { key: '1' },
  sensor: { sensor: 'magnet', is_active: true },
  load: { watts: 1 },
  power: { is_on: true },
  command: { command: 'disconnect' },
  clock: { at: '2030-01-01T00:00:00Z' },
};

describe('a page that was allowed', () => {
  test('may look and act', async () => {
    const origin = ALLOWED;
    const looked = await get('/v1/meters', { origin });
    expect(looked.headers['access-control-allow-origin']).toBe(ALLOWED);
    expect(looked.headers['vary']).toBe('origin');
    const acted = await post(`/v1/meters/${number}/key`, { key: 'clear' }, { origin });
    expect(acted).toMatchObject({ status: 200 });
    expect(acted.headers['access-control-allow-origin']).toBe(ALLOWED);
  });

  test('is told so when its browser asks first; others are not', async () => {
    const asked = (origin: string) =>
      fetch(`${emulator.address}/v1/speed`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    const yes = await asked(ALLOWED);
    expect(yes.status).toBe(204);
    expect(yes.headers.get('access-control-allow-methods')).toContain('POST');
    const no = await asked('http://evil.example');
    expect(no.status).toBe(403);
    expect(no.headers.get('access-control-allow-origin')).toBeNull();
  });
});

test('no answer and no line of output holds a decoder key', async () => {
  expect(seen.length).toBeGreaterThan(60);
  const told = [...seen, emulator.output()].join('\n').toLowerCase();
  for (const key of emulator.testKeys) {
    decoderKeyOf(key).use((octets) => {
      expect(told.includes(Buffer.from(octets).toString('hex'))).toBe(false);
      expect(told.includes(Buffer.from(octets).toString('base64').toLowerCase())).toBe(false);
    });
  }
  // What is looked for is found where it stands: the test vending key is printed on purpose.
  expect(told.includes(firstKey().vendingKey)).toBe(true);
});

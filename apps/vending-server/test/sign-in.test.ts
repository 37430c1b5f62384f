/** Signing in over HTTP: the answers, the throttle, the limit, the demo's link. */
import { manufactureMeter } from '@wattvend/meter/memory.js';
import { meterMemoryRecord } from '@wattvend/meter/memory-record.js';
import { instant } from '@wattvend/quantities/time.js';
import { DecoderKey } from '@wattvend/sts/decoder-key.js';
import { meterPanFromDrn } from '@wattvend/sts/meter-pan.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import { describe, expect, test } from 'vitest';
import { meterAt, UTILITY, VENDOR } from '../../../packages/vending/test/utility-fixture.ts';
import { createServerWorld, LINK_SECRET, PASSWORD, userIdOf, type Who } from './server-world.ts';

const signIn = (password: string, sign_in_name = 'cashier') => ({
  body: { sign_in_name, password },
});

describe('by password', () => {
  test('gives a session and its cookie, and a new one each time', async () => {
    const world = await createServerWorld();
    const answer = await world.ask('POST', '/v1/session', signIn(PASSWORD));
    expect([answer.status, answer.json]).toEqual([
      200,
      {
        user: {
          id: userIdOf('cashier'),
          display_name: 'cashier',
          sign_in_name: 'cashier',
          roles: ['cashier'],
          permissions: [
            ...['vend.sell', 'vend.read', 'vend.reprint', 'quote', 'meter.read', 'customer.read'],
            ...['tariff.read', 'debt.read', 'payment.take', 'payment.read', 'vendor.read'],
            ...['shift.own', 'shift.read', 'report.read'],
          ],
          vendor: { id: VENDOR, name: 'Vendor 1' },
        },
        utility: {
          id: UTILITY,
          name: 'Test utility',
          currency: { code: 'XTS', symbol: 'T', decimal_places: 2 },
          time_zone: 'Africa/Nairobi',
        },
        stage: 'whole',
        second_factor: { totp: false, passkey: false, shown_at: null },
        demo: false,
        build: { version: '0.1.0' },
        meter_emulator_url: null,
      },
    ]);
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^wattvend=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const mine = await world.ask('GET', '/v1/session', { headers: { cookie } });
    expect(mine.json).toEqual(answer.json);
    // Whoever signs in again has one session and not two.
    await world.ask('POST', '/v1/session', { ...signIn(PASSWORD), headers: { cookie } });
    expect((await world.ask('GET', '/v1/session', { headers: { cookie } })).status).toBe(401);
    await world.close();
  });

  test('an unknown name and a wrong password get one and the same answer', async () => {
    const world = await createServerWorld();
    const wrong = await world.ask('POST', '/v1/session', signIn('wrong'));
    const unknown = await world.ask('POST', '/v1/session', signIn(PASSWORD, 'nobody'));
    expect(wrong.json).toMatchObject({ code: 'sign_in_failed', status: 401 });
    expect(unknown.text).toBe(wrong.text);
    expect(unknown.headers['set-cookie']).toBeUndefined();
    await world.close();
  });

  test('after five failures the next try waits, and then a right one is let in', async () => {
    const world = await createServerWorld();
    for (let failures = 0; failures < 6; failures++) {
      const { json } = await world.ask('POST', '/v1/session', signIn('wrong'));
      expect(json.code).toBe(failures < 5 ? 'sign_in_failed' : 'sign_in_too_soon');
    }
    const early = await world.ask('POST', '/v1/session', signIn(PASSWORD));
    expect(early.json).toMatchObject({
      code: 'sign_in_too_soon',
      status: 429,
      retry_can_help: true,
    });
    expect(early.headers['retry-after']).toBe('1');
    world.ahead = 1001;
    expect((await world.ask('POST', '/v1/session', signIn(PASSWORD))).status).toBe(200);
    await world.close();
  });

  test('nobody tries more than thirty times a minute', async () => {
    const world = await createServerWorld();
    const answers = [];
    for (let tries = 0; tries < 31; tries++) {
      answers.push(await world.ask('POST', '/v1/session', signIn(PASSWORD)));
    }
    expect(answers.at(-2)?.status).toBe(200);
    expect(answers.at(-1)?.json).toMatchObject({ code: 'too_many_requests', status: 429 });
    expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
    await world.close();
  });

  test('a password is changed by whoever knows the present one', async () => {
    const world = await createServerWorld();
    const change = (current_password: string, new_password: string) =>
      world.ask('POST', '/v1/session/password', {
        as: 'founder',
        body: { current_password, new_password },
      });
    expect((await change(PASSWORD, 'short')).json).toMatchObject({
      code: 'password_too_short',
      status: 422,
    });
    expect((await change('wrong', 'long enough for us')).json.code).toBe('current_password_wrong');
    expect((await change(PASSWORD, 'long enough for us')).status).toBe(204);
    expect((await world.ask('POST', '/v1/session', signIn(PASSWORD, 'founder'))).status).toBe(401);
    const again = await world.ask('POST', '/v1/session', signIn('long enough for us', 'founder'));
    expect(again.status).toBe(200);
    for (let failures = 0; failures < 5; failures++) await change('wrong', 'long enough for us');
    expect((await change('wrong', 'long enough for us')).json.code).toBe('sign_in_too_soon');
    await world.close();
  });
});

test('guesses through an open session are counted also when they come all at once', async () => {
  const world = await createServerWorld();
  const body = { current_password: 'a guess', new_password: 'long enough for us' };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      world.ask('POST', '/v1/session/password', { as: 'founder', body }),
    ),
  );
  const codes = answers.map(({ json }) => json.code);
  expect(codes.filter((code) => code === 'current_password_wrong')).toHaveLength(5);
  expect(codes.filter((code) => code === 'sign_in_too_soon')).toHaveLength(15);
  await world.close();
});

describe('the demo', () => {
  const memory = manufactureMeter({
    meterPan: meterPanFromDrn(meterAt(0)),
    encryptionAlgorithm: '07',
    decoderKey: DecoderKey.fromHex('0011223344556677'),
    keyType: 2,
    supplyGroupCode: supplyGroupCode('100001'),
    tariffIndex: tariffIndex('01'),
    keyRevisionNumber: keyRevisionNumber(1),
    keyExpiryNumber: keyExpiryNumber(255),
    baseDate: 2014,
    manufacturedAt: instant(Date.UTC(2025, 0, 1)),
  });
  const demo = () => ({
    userId: userIdOf('demo'),
    checkerId: userIdOf('finance_checker'),
    linkSecret: LINK_SECRET,
    meters: [{ meterNumber: meterAt(0), loadWatts: 1200, memory }],
  });

  test('opens to whoever has its link', async () => {
    const world = await createServerWorld({}, demo);
    for (const link_secret of ['x', LINK_SECRET.replace('t', 'T')]) {
      const wrong = await world.ask('POST', '/v1/session/demo', { body: { link_secret } });
      expect(wrong.json).toMatchObject({ code: 'demo_link_invalid', status: 401 });
    }
    const body = { link_secret: LINK_SECRET };
    const answer = await world.ask('POST', '/v1/session/demo', { body });
    expect([answer.status, answer.json]).toMatchObject([
      200,
      { demo: true, stage: 'whole', user: { sign_in_name: 'demo' } },
    ]);
    const second = await world.ask('POST', '/v1/session/demo', {
      body: { ...body, as: 'checker' },
    });
    expect([second.status, second.json.user.sign_in_name]).toEqual([200, 'finance_checker']);
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    const meters = await world.ask('GET', '/v1/demo/meters', { headers: { cookie } });
    expect(meters.json).toEqual({
      meters: [
        {
          meter_number: meterAt(0),
          address: '1 Test Street',
          customer_name: null,
          encryption_algorithm: '07',
          dkga: '02',
          load_watts: 1200,
        },
      ],
    });
    await world.close();
  });

  test('has two people, and lets each go on as the other, and nobody else', async () => {
    const world = await createServerWorld({}, demo);
    const as = (who: Who, person: string) =>
      world.ask('POST', '/v1/session/demo/switch', { as: who, body: { as: person } });
    const other = await as('demo', 'checker');
    expect([other.status, other.json.user.sign_in_name]).toEqual([200, 'finance_checker']);
    const cookie = String(other.headers['set-cookie']).split(';')[0] ?? '';
    expect((await world.ask('GET', '/v1/session', { headers: { cookie } })).status).toBe(200);
    // The session of before is over.
    expect((await world.ask('GET', '/v1/session', { as: 'demo' })).status).toBe(401);
    for (const who of ['founder', 'cashier', 'administrator'] as const) {
      expect((await as(who, 'demo')).json.code).toBe('not_allowed');
    }
    const real = await createServerWorld();
    const body = { as: 'demo' };
    const outside = await real.ask('POST', '/v1/session/demo/switch', { as: 'demo', body });
    expect(outside.json.code).toBe('path_not_found');
    await Promise.all([world.close(), real.close()]);
  });

  test('hands out meters as their factory delivered them, to people who are signed in', async () => {
    const world = await createServerWorld({}, demo);
    const url = `/v1/demo/meters/${meterAt(0)}/memory`;
    expect((await world.ask('GET', url)).status).toBe(401);
    expect((await world.ask('GET', url, { as: 'api-key' })).status).toBe(403);
    const answer = await world.ask('GET', url, { as: 'cashier' });
    expect(answer.json).toEqual({ ...meterMemoryRecord(memory) });
    const other = await world.ask('GET', `/v1/demo/meters/${meterAt(1)}/memory`, { as: 'cashier' });
    expect(other.json.code).toBe('meter_not_found');
    await world.close();
  });
});

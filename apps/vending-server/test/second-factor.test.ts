/** Second factors over HTTP: set up, asked for, shown, renewed, taken away. */
import { instant } from '@wattvend/quantities/time.js';
import type { Role } from '@wattvend/vending/roles.js';
import { openSession } from '@wattvend/vending/sessions.js';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UTILITY } from '../../../packages/vending/test/utility-fixture.ts';
import { createServerWorld, PASSWORD, type ServerWorld, userIdOf } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await createServerWorld();
});
afterAll(() => world.close());

const MINUTE_MS = 60_000;

/** A browser: it keeps the cookie it is given. */
interface Browser {
  cookie: string;
  ask(method: string, url: string, body?: object): ReturnType<ServerWorld['ask']>;
}

function openBrowser(cookie = ''): Browser {
  return {
    cookie,
    async ask(method, url, body) {
      const headers = this.cookie === '' ? {} : { cookie: this.cookie };
      const answer = await world.ask(
        method,
        url,
        body === undefined ? { headers } : { headers, body },
      );
      const given = answer.headers['set-cookie'];
      if (given !== undefined) this.cookie = String(given).split(';')[0] ?? '';
      return answer;
    },
  };
}

async function signedIn(name: string): Promise<Browser> {
  const browser = openBrowser();
  const body = { sign_in_name: name, password: PASSWORD };
  expect((await browser.ask('POST', '/v1/session', body)).status).toBe(200);
  return browser;
}

function now(): number {
  return world.context.clock();
}

function codeOf(secret: string, at: number = now()): string {
  const totp = new TOTP({
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
  });
  return totp.generate({ timestamp: at });
}

/** Sets one-time codes up; gives the browser, the secret and the recovery codes. */
async function withTotp(role: Role) {
  const browser = await signedIn(role);
  const { json: begun } = await browser.ask('POST', '/v1/account/totp');
  const secret: string = begun.secret;
  const confirmed = await browser.ask('POST', '/v1/account/totp/confirmation', {
    code: codeOf(secret),
  });
  expect([confirmed.status, confirmed.json.recovery_codes?.length]).toEqual([200, 10]);
  const codes: readonly string[] = confirmed.json.recovery_codes;
  // Each code is taken once, so the next one is awaited.
  world.ahead += 2 * MINUTE_MS;
  return { browser, secret, codes };
}

const stageOf = async (browser: Browser) => (await browser.ask('GET', '/v1/session')).json.stage;
const show = (browser: Browser, method: 'totp' | 'recovery_code', code: string) =>
  browser.ask('POST', '/v1/session/second-factor', { method, code });

describe('whose roles ask for a second factor', () => {
  test('lands in setting one up, and can do nothing else', async () => {
    const browser = await signedIn('tariff_checker');
    const session = await browser.ask('GET', '/v1/session');
    expect(session.json).toMatchObject({
      stage: 'second_factor_setup_needed',
      user: { permissions: [] },
      second_factor: { totp: false, passkey: false, shown_at: null },
    });
    for (const url of ['/v1/tariffs', '/v1/approvals']) {
      const answer = await browser.ask('GET', url);
      expect(answer.json).toMatchObject({ code: 'second_factor_setup_required', status: 403 });
    }
    const change = { current_password: PASSWORD, new_password: 'another good one' };
    const password = await browser.ask('POST', '/v1/session/password', change);
    expect(password.json.code).toBe('second_factor_setup_required');
    const factors = await browser.ask('GET', '/v1/account/second-factors');
    expect(factors.json).toEqual({
      required: true,
      totp: false,
      passkeys: [],
      recovery_codes_left: 0,
    });
  });

  test.each<[Role, string]>([
    ['cashier', 'whole'],
    ['supervisor', 'whole'],
    ['auditor', 'whole'],
    ['administrator', 'whole'],
    ['finance', 'second_factor_setup_needed'],
    ['finance_checker', 'second_factor_setup_needed'],
    ['engineering_checker', 'second_factor_setup_needed'],
    ['key_custodian_a', 'second_factor_setup_needed'],
    ['key_custodian_b', 'second_factor_setup_needed'],
    ['security_officer', 'second_factor_setup_needed'],
  ])('%s: %s', async (role, stage) => {
    expect(await stageOf(await signedIn(role))).toBe(stage);
  });
});

describe('one-time codes', () => {
  test('are set up by a first right code, which makes the session whole', async () => {
    const browser = await signedIn('engineering_checker');
    const confirm = (code: string) =>
      browser.ask('POST', '/v1/account/totp/confirmation', { code });
    expect((await confirm('000000')).json.code).toBe('totp_not_begun');
    const first = (await browser.ask('POST', '/v1/account/totp')).json;
    const begun = (await browser.ask('POST', '/v1/account/totp')).json;
    expect(begun.secret).not.toBe(first.secret);
    expect(begun.secret).toMatch(/^[A-Z2-7]{32}$/);
    const uri = new URL(begun.uri);
    expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname)]).toEqual([
      ...['otpauth:', 'totp', '/Test utility:engineering_checker'],
    ]);
    expect(uri.searchParams.get('secret')).toBe(begun.secret);
    // What is not confirmed opens nothing, and a replaced secret confirms nothing.
    expect((await show(browser, 'totp', codeOf(begun.secret))).json.code).toBe(
      'second_factor_wrong',
    );
    expect((await confirm(codeOf(first.secret))).json.code).toBe('second_factor_wrong');
    const before = browser.cookie;
    const done = await confirm(codeOf(begun.secret));
    expect(done.status).toBe(200);
    expect(await stageOf(browser)).toBe('whole');
    // The secret of before, which somebody may have seen, opens nothing any more.
    expect(browser.cookie).not.toBe(before);
    expect((await openBrowser(before).ask('GET', '/v1/session')).status).toBe(401);
    expect((await browser.ask('POST', '/v1/account/totp')).json.code).toBe('totp_in_use');
    const factors = await browser.ask('GET', '/v1/account/second-factors');
    expect(factors.json).toMatchObject({ totp: true, recovery_codes_left: 10 });
  });

  test('are then asked for at each sign-in, and each is taken once', async () => {
    const { secret } = await withTotp('finance');
    const browser = await signedIn('finance');
    const half = await browser.ask('GET', '/v1/session');
    expect(half.json).toMatchObject({ stage: 'second_factor_needed', user: { permissions: [] } });
    const other = await browser.ask('GET', '/v1/vendors');
    expect(other.json).toMatchObject({ code: 'sign_in_unfinished', status: 403 });
    // A second factor is not to be had by going around the first.
    expect((await browser.ask('POST', '/v1/account/totp')).json.code).toBe(
      'second_factor_required',
    );
    const code = codeOf(secret);
    const whole = await show(browser, 'totp', code);
    expect(whole.json).toMatchObject({ stage: 'whole' });
    expect(whole.json.user.permissions).toContain('reconciliation.write');
    expect((await browser.ask('GET', '/v1/vendors')).status).toBe(200);
    const again = await signedIn('finance');
    expect((await show(again, 'totp', code)).json.code).toBe('second_factor_wrong');
  });

  test.each([
    ['of the half minute before', -30_000, 200],
    ['of the half minute after', 30_000, 200],
    ['of a minute before', -60_000, 422],
    ['of a minute after', 60_000, 422],
  ])('a code %s', async (_, aside, status) => {
    const own = await createServerWorld();
    const outer = world;
    world = own;
    const { secret } = await withTotp('finance');
    // The middle of a half minute, so that the steps are whole ones.
    own.ahead += 15_000 - ((own.context.clock() % 30_000) as number);
    const browser = await signedIn('finance');
    expect((await show(browser, 'totp', codeOf(secret, now() + aside))).status).toBe(status);
    world = outer;
    await own.close();
  });

  test('cannot be guessed: the waits grow', async () => {
    const { secret } = await withTotp('key_custodian_a');
    const browser = await signedIn('key_custodian_a');
    const wrong = () => show(browser, 'totp', codeOf(secret) === '123456' ? '654321' : '123456');
    const answers = await Promise.all(Array.from({ length: 10 }, wrong));
    const codes = answers.map(({ json }) => json.code);
    expect(codes.filter((code) => code === 'second_factor_wrong')).toHaveLength(5);
    expect(codes.filter((code) => code === 'second_factor_too_soon')).toHaveLength(5);
    // A right one must wait as well, and a recovery code too.
    const early = await show(browser, 'totp', codeOf(secret));
    expect(early.json).toMatchObject({ code: 'second_factor_too_soon', status: 429 });
    expect(early.headers['retry-after']).toBe('1');
    world.ahead += 1500;
    expect((await wrong()).json.code).toBe('second_factor_wrong');
    expect((await wrong()).headers['retry-after']).toBe('2');
    world.ahead += 2500;
    expect((await show(browser, 'totp', codeOf(secret))).status).toBe(200);
  });

  test('lie sealed in the database', async () => {
    const { secret } = await withTotp('key_custodian_b');
    const { rows } = await world.context.database.query<{ readonly row: string }>({
      name: '',
      text: `select encode(sealed_secret, 'hex') as row from totp`,
    });
    const plain = Buffer.from(Secret.fromBase32(secret).buffer).toString('hex');
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows) expect(row).not.toContain(plain);
    expect(world.logLines.join('')).not.toContain(secret);
  });
});

describe('recovery codes', () => {
  test('open once each, however they are typed, and new ones replace the old', async () => {
    const { codes } = await withTotp('tariff_checker');
    const [first = '', second = ''] = codes;
    expect(new Set(codes).size).toBe(10);
    expect(first).toMatch(/^[a-km-np-z2-9]{5}-[a-km-np-z2-9]{5}$/);
    const browser = await signedIn('tariff_checker');
    const typed = ` ${first.toUpperCase().replace('-', ' ')} `;
    expect((await show(browser, 'recovery_code', typed)).json.stage).toBe('whole');
    const left = await browser.ask('GET', '/v1/account/second-factors');
    expect(left.json.recovery_codes_left).toBe(9);
    const again = await signedIn('tariff_checker');
    expect((await show(again, 'recovery_code', first)).json.code).toBe('second_factor_wrong');
    const renewed = await browser.ask('POST', '/v1/account/recovery-codes');
    expect(renewed.json.recovery_codes).toHaveLength(10);
    expect((await show(again, 'recovery_code', second)).json.code).toBe('second_factor_wrong');
    expect((await show(again, 'recovery_code', renewed.json.recovery_codes[0])).status).toBe(200);
  });

  test('of one person open nothing for another', async () => {
    const own = await createServerWorld();
    const outer = world;
    world = own;
    const { codes } = await withTotp('finance');
    await withTotp('tariff_checker');
    const browser = await signedIn('tariff_checker');
    expect((await show(browser, 'recovery_code', codes[0] ?? '')).json.code).toBe(
      'second_factor_wrong',
    );
    world = outer;
    await own.close();
  });
});

describe('a fresh factor', () => {
  const CHANGES = [
    ['POST', '/v1/account/totp'],
    ['POST', '/v1/account/recovery-codes'],
    ['DELETE', '/v1/account/totp'],
  ] as const;

  test('is needed to change second factors, and can be renewed', async () => {
    const own = await createServerWorld();
    const outer = world;
    world = own;
    const { browser, secret } = await withTotp('finance_checker');
    own.ahead += 4 * MINUTE_MS;
    for (const [method, url] of CHANGES) {
      const answer = await browser.ask(method, url);
      expect(answer.json, url).toMatchObject({ code: 'second_factor_required', status: 403 });
    }
    expect((await show(browser, 'totp', codeOf(secret))).status).toBe(200);
    expect((await browser.ask('POST', '/v1/account/recovery-codes')).status).toBe(200);
    // The roles ask for a second factor, and this is the only one.
    expect((await browser.ask('DELETE', '/v1/account/totp')).json.code).toBe('last_factor');
    world = outer;
    await own.close();
  });

  test('that is missing must be set up soon after the sign-in', async () => {
    const browser = await signedIn('auditor');
    world.ahead += 6 * MINUTE_MS;
    const answer = await browser.ask('POST', '/v1/account/totp');
    expect(answer.json).toMatchObject({ code: 'sign_in_again', status: 403 });
  });

  test('whose roles ask for none may have one and give it up', async () => {
    const { browser } = await withTotp('supervisor');
    expect(await stageOf(await signedIn('supervisor'))).toBe('second_factor_needed');
    expect((await browser.ask('DELETE', '/v1/account/totp')).status).toBe(204);
    expect((await browser.ask('DELETE', '/v1/account/totp')).json.code).toBe('factor_not_found');
    expect((await browser.ask('POST', '/v1/account/recovery-codes')).json.code).toBe(
      'factor_not_found',
    );
    expect(await stageOf(await signedIn('supervisor'))).toBe('whole');
  });
});

test('a new factor ends the person’s other sessions', async () => {
  const { database, sessionLimits: limits } = world.context;
  const userId = userIdOf('customer_officer');
  const session = { userId, isStrong: false, now: instant(now()), limits };
  const secret = await openSession(database, UTILITY, session);
  const other = openBrowser(`wattvend=${secret}`);
  expect(await stageOf(other)).toBe('whole');
  await withTotp('customer_officer');
  expect((await other.ask('GET', '/v1/session')).status).toBe(401);
});

test('a security officer takes lost factors away, and everybody but oneself only', async () => {
  const own = await createServerWorld();
  const outer = world;
  world = own;
  const { browser } = await withTotp('finance');
  const reset = (id: string) =>
    own.ask('DELETE', `/v1/users/${id}/second-factors`, { as: 'security_officer' });
  expect((await reset(userIdOf('security_officer'))).json.code).toBe('own_user');
  expect((await reset('00000000-0000-4000-8000-000000000000')).json.code).toBe('user_not_found');
  expect((await reset(userIdOf('finance'))).status).toBe(204);
  expect((await browser.ask('GET', '/v1/session')).status).toBe(401);
  expect(await stageOf(await signedIn('finance'))).toBe('second_factor_setup_needed');
  const trail = await own.ask('GET', '/v1/audit-events?what=user.factors', { as: 'auditor' });
  expect(trail.json.events).toHaveLength(1);
  world = outer;
  await own.close();
});

test('what was done stands in the trail, without a secret', async () => {
  const own = await createServerWorld();
  const outer = world;
  world = own;
  const { codes, secret } = await withTotp('auditor');
  const browser = await signedIn('auditor');
  await show(browser, 'totp', '000000');
  await show(browser, 'recovery_code', codes[0] ?? '');
  const trail = await world.ask('GET', '/v1/audit-events?limit=100', { as: 'security_officer' });
  const told = trail.json.events.map(({ what }: { readonly what: string }) => what);
  for (const what of [
    'session.opened',
    'factor.totp_added',
    'session.factor_wrong',
    'session.factor_shown',
  ]) {
    expect(told, what).toContain(what);
  }
  for (const hidden of [...codes, secret, PASSWORD]) expect(trail.text).not.toContain(hidden);
  const check = await world.ask('GET', '/v1/audit-events/check', { as: 'security_officer' });
  expect(check.json).toMatchObject({ intact: true, fault: null });
  world = outer;
  await own.close();
});

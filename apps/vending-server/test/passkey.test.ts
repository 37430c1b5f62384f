/** Passkeys over HTTP, with a device in software that can be told to misbehave. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createServerWorld,
  PASSWORD,
  type ServerWorld,
  userIdOf,
  type Who,
} from './server-world.ts';
import { type Misbehaviour, newSoftPasskey, type SoftPasskey } from './soft-authenticator.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await createServerWorld();
});
afterAll(() => world.close());

const HOST = 'localhost:8080';
const SITE = { origin: `http://${HOST}`, rpId: 'localhost' };
const MINUTE_MS = 60_000;

interface Browser {
  cookie: string;
  ask(method: string, url: string, body?: object): ReturnType<ServerWorld['ask']>;
}

function openBrowser(host = HOST): Browser {
  return {
    cookie: '',
    async ask(method, url, body) {
      const headers = { host, ...(this.cookie === '' ? {} : { cookie: this.cookie }) };
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

async function signedIn(name: Who): Promise<Browser> {
  const browser = openBrowser();
  const body = { sign_in_name: name, password: PASSWORD };
  expect((await browser.ask('POST', '/v1/session', body)).status).toBe(200);
  return browser;
}

async function challengeOf(browser: Browser, url: string): Promise<string> {
  const { status, json } = await browser.ask('POST', url);
  expect(status).toBe(200);
  return json.challenge;
}

async function add(
  browser: Browser,
  passkey: SoftPasskey,
  wrong: Misbehaviour = {},
  name = 'Phone',
) {
  const challenge = await challengeOf(browser, '/v1/account/passkeys/options');
  const made = passkey.made({ challenge, ...SITE }, wrong);
  return await browser.ask('POST', '/v1/account/passkeys', { name, passkey: made });
}

async function withPasskey(name: Who) {
  const browser = await signedIn(name);
  const passkey = newSoftPasskey();
  const added = await add(browser, passkey);
  expect([added.status, added.json.recovery_codes?.length]).toEqual([201, 10]);
  return { browser, passkey };
}

async function signInBy(passkey: SoftPasskey, wrong: Misbehaviour = {}) {
  const browser = openBrowser();
  const challenge = await challengeOf(browser, '/v1/session/passkey/options');
  const shown = passkey.shown({ challenge, ...SITE }, wrong);
  const answer = await browser.ask('POST', '/v1/session/passkey', { passkey: shown });
  return { browser, answer, shown };
}

describe('a passkey', () => {
  test('opens a whole session, without a name and without a password', async () => {
    const { passkey } = await withPasskey('finance');
    const { answer, browser } = await signInBy(passkey);
    expect([answer.status, answer.json]).toMatchObject([
      200,
      { stage: 'whole', user: { sign_in_name: 'finance' }, second_factor: { passkey: true } },
    ]);
    expect((await browser.ask('GET', '/v1/approvals')).status).toBe(200);
    const { json } = await browser.ask('GET', '/v1/account/second-factors');
    expect(json.passkeys).toEqual([
      {
        id: passkey.id,
        name: 'Phone',
        synced: false,
        made_at: expect.stringMatching(/Z$/),
        last_used_at: expect.stringMatching(/Z$/),
      },
    ]);
  });

  test('is asked for after the password, and of that person only', async () => {
    const { passkey } = await withPasskey('tariff_checker');
    const { passkey: another } = await withPasskey('finance_checker');
    const browser = await signedIn('tariff_checker');
    expect((await browser.ask('GET', '/v1/session')).json.stage).toBe('second_factor_needed');
    const show = async (each: SoftPasskey) => {
      const { json } = await browser.ask('POST', '/v1/session/second-factor/options');
      expect(json.allowCredentials.map(({ id }: { readonly id: string }) => id)).toEqual([
        passkey.id,
      ]);
      const shown = each.shown({ challenge: json.challenge, ...SITE });
      return await browser.ask('POST', '/v1/session/second-factor', {
        method: 'passkey',
        passkey: shown,
      });
    };
    expect((await show(another)).json.code).toBe('second_factor_wrong');
    expect((await show(passkey)).json.stage).toBe('whole');
  });

  test.each<[string, Misbehaviour]>([
    ['of another site', { origin: 'http://evil.example' }],
    ['of another port', { origin: 'http://localhost:9999' }],
    ['for another name', { rpId: 'evil.example' }],
    ['that did not verify its user', { unverified: true }],
    [
      'that answers what was not asked',
      { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
    ],
    ['that mistakes its task', { type: 'webauthn.nothing' }],
  ])('%s is neither kept nor taken', async (_, wrong) => {
    const own = await createServerWorld();
    const outer = world;
    world = own;
    const { passkey, browser } = await withPasskey('supervisor');
    const refused = await add(browser, newSoftPasskey(), wrong);
    expect(refused.json).toMatchObject({ code: 'passkey_invalid', status: 401 });
    const { answer } = await signInBy(passkey, wrong);
    expect(answer.json).toMatchObject({ code: 'passkey_invalid', status: 401 });
    expect((await signInBy(passkey)).answer.status).toBe(200);
    world = outer;
    await own.close();
  });

  test('that was copied is found by its counter', async () => {
    const { passkey } = await withPasskey('auditor');
    expect((await signInBy(passkey, { counter: 10 })).answer.status).toBe(200);
    for (const counter of [10, 9, 0]) {
      const { answer } = await signInBy(passkey, { counter });
      expect(answer.json.code, `counter ${counter}`).toBe('passkey_invalid');
    }
    expect((await signInBy(passkey, { counter: 11 })).answer.status).toBe(200);
  });

  test('answers each question once, and within five minutes', async () => {
    const { passkey } = await withPasskey('customer_officer');
    const { shown } = await signInBy(passkey);
    const replay = await openBrowser().ask('POST', '/v1/session/passkey', { passkey: shown });
    expect(replay.json.code).toBe('passkey_invalid');
    const browser = openBrowser();
    const late = await challengeOf(browser, '/v1/session/passkey/options');
    const asked = { challenge: late, ...SITE };
    world.ahead += 5 * MINUTE_MS;
    const answer = await browser.ask('POST', '/v1/session/passkey', {
      passkey: passkey.shown(asked),
    });
    expect(answer.json.code).toBe('passkey_invalid');
  });

  test('that nobody has here opens nothing', async () => {
    const { answer } = await signInBy(newSoftPasskey());
    expect(answer.json.code).toBe('passkey_invalid');
  });

  test('of a disabled person opens nothing', async () => {
    const { passkey } = await withPasskey('engineering_maker');
    const url = `/v1/users/${userIdOf('engineering_maker')}/disable`;
    const officer = await withPasskey('security_officer');
    expect((await officer.browser.ask('POST', url)).status).toBe(204);
    expect((await signInBy(passkey)).answer.json.code).toBe('passkey_invalid');
  });

  test('that is kept already is not kept again', async () => {
    const { passkey, browser } = await withPasskey('engineering_checker');
    expect((await add(browser, passkey)).json.code).toBe('passkey_invalid');
    const { json } = await browser.ask('POST', '/v1/account/passkeys/options');
    expect(json).toMatchObject({
      rp: { id: 'localhost', name: 'Test utility' },
      user: { name: 'engineering_checker' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: passkey.id }],
    });
  });

  test('is named and removed by its owner; the last one stays where one is needed', async () => {
    const { browser, passkey } = await withPasskey('key_custodian_a');
    const second = newSoftPasskey();
    const added = await add(browser, second, {}, 'Key in the safe');
    // Codes come with the first factor; those stay.
    expect([added.status, added.json]).toEqual([201, { recovery_codes: null }]);
    const url = (id: string) => `/v1/account/passkeys/${id}`;
    expect((await browser.ask('PUT', url(second.id), { name: 'Spare' })).status).toBe(204);
    const other = await withPasskey('key_custodian_b');
    expect((await other.browser.ask('PUT', url(second.id), { name: 'X' })).json.code).toBe(
      'factor_not_found',
    );
    expect((await other.browser.ask('DELETE', url(second.id))).json.code).toBe('factor_not_found');
    expect((await browser.ask('DELETE', url(passkey.id))).status).toBe(204);
    expect((await signInBy(passkey)).answer.json.code).toBe('passkey_invalid');
    expect((await browser.ask('DELETE', url(second.id))).json.code).toBe('last_factor');
    const { json } = await browser.ask('GET', '/v1/account/second-factors');
    expect(json.passkeys.map(({ name }: { readonly name: string }) => name)).toEqual(['Spare']);
  });
});

describe('where passkeys are', () => {
  const options = (headers: Readonly<Record<string, string>>, own = world) =>
    own.ask('POST', '/v1/session/passkey/options', { headers });

  test('not on a bare address', async () => {
    for (const host of ['127.0.0.1:8080', '[::1]:8080']) {
      expect((await options({ host })).json).toMatchObject({
        code: 'passkeys_unavailable',
        status: 409,
      });
    }
    expect((await options({ host: 'LOCALHOST:8080' })).json.rpId).toBe('localhost');
  });

  test('by the public name, over https only', async () => {
    const secure = { publicUrl: new URL('https://vend.example'), isLoopback: true };
    const own = await createServerWorld({ site: secure });
    expect((await options({ host: 'vend.example' }, own)).json.rpId).toBe('vend.example');
    await own.close();
    const plain = { publicUrl: new URL('http://vend.example'), isLoopback: true };
    const other = await createServerWorld({ site: plain });
    expect((await options({ host: 'vend.example' }, other)).json.code).toBe('passkeys_unavailable');
    await other.close();
  });
});

test('answers of no form at all are the fault of the request', async () => {
  const browser = openBrowser();
  for (const passkey of [{}, { id: 'x' }, null, 'x']) {
    const answer = await browser.ask('POST', '/v1/session/passkey', { passkey });
    expect(answer.json.code).toBe('request_invalid');
  }
  const junk = { clientDataJSON: 'AA', authenticatorData: 'AA', signature: 'AA' };
  const whole = { id: 'AA', rawId: 'AA', type: 'public-key', clientExtensionResults: {} };
  const answer = await browser.ask('POST', '/v1/session/passkey', {
    passkey: { ...whole, response: junk },
  });
  expect(answer.json.code).toBe('passkey_invalid');
});

/** Security officers and the staff: users and API keys come, get new secrets, and go. */
import { randomUUID } from 'node:crypto';
import { FOUNDER_ROLES } from '@wattvend/vending/roles.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OTHER_VENDOR, VENDOR } from '../../../packages/vending/test/utility-fixture.ts';
import { API_KEY_ID, createServerWorld, type ServerWorld, userIdOf } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await createServerWorld();
});
afterAll(() => world.close());

const GENERATED = /^[a-km-np-z2-9]{5}(-[a-km-np-z2-9]{5}){3}$/;

const asFounder = (method: string, url: string, body?: object) =>
  world.ask(method, url, { as: 'founder', ...(body === undefined ? {} : { body }) });
const asOfficer = (method: string, url: string, body?: object) =>
  world.ask(method, url, { as: 'security_officer', ...(body === undefined ? {} : { body }) });

/** What the audit trail tells of a user, newest first. */
async function eventsOf(id: string) {
  const url = `/v1/audit-events?subject_kind=user&subject_id=${id}`;
  return (await world.ask('GET', url, { as: 'auditor' })).json.events;
}

function person(more: object = {}) {
  return {
    sign_in_name: `amara-${randomUUID().slice(0, 8)}`,
    display_name: 'Amara',
    roles: ['cashier'],
    vendor_id: VENDOR,
    ...more,
  };
}

/** The cookie of whoever signs in, or the code of the refusal. */
async function signIn(sign_in_name: string, password: string): Promise<string> {
  const answer = await world.ask('POST', '/v1/session', { body: { sign_in_name, password } });
  if (answer.status !== 200) return answer.json.code;
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

describe('users', () => {
  test('a new one signs in with a password that nobody chose and that is shown once', async () => {
    const body = person({ display_name: ' Amara  Okoye ' });
    const added = await asOfficer('POST', '/v1/users', {
      ...body,
      sign_in_name: ` ${body.sign_in_name.toUpperCase()} `,
      vendor_id: VENDOR.toUpperCase(),
    });
    const user = {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      sign_in_name: body.sign_in_name,
      display_name: 'Amara  Okoye',
      roles: ['cashier'],
      founder: false,
      vendor: { id: VENDOR, name: 'Vendor 1' },
      disabled: false,
    };
    expect([added.status, added.json]).toEqual([
      201,
      { user, password: expect.stringMatching(GENERATED) },
    ]);
    const cookie = await signIn(body.sign_in_name, added.json.password);
    const session = await world.ask('GET', '/v1/session', { headers: { cookie } });
    expect(session.json.user).toMatchObject({ id: added.json.user.id, roles: ['cashier'] });
    const list = await asOfficer('GET', '/v1/users');
    expect(list.json.users).toContainEqual(added.json.user);
    expect(list.text).not.toContain(added.json.password);
    expect(list.text).not.toContain('scrypt');
    expect(world.logLines.join('')).not.toContain(added.json.password);
  });

  test('no two passwords are alike', async () => {
    const passwords = new Set<string>();
    for (let count = 0; count < 5; count++) {
      passwords.add((await asOfficer('POST', '/v1/users', person())).json.password);
    }
    expect(passwords.size).toBe(5);
  });

  test.each<[string, object, string, string]>([
    ['no roles', { roles: [] }, 'request_invalid', 'body.roles'],
    ['a role twice', { roles: ['supervisor', 'supervisor'] }, 'request_invalid', 'body.roles'],
    ['an unknown role', { roles: ['king'] }, 'request_invalid', 'body.roles.0'],
    ['a cashier of no vendor', { vendor_id: null }, 'request_invalid', 'body.vendor_id'],
    ['a blank within the name', { sign_in_name: 'a b' }, 'request_invalid', 'body.sign_in_name'],
    ['no name', { sign_in_name: ' ' }, 'request_invalid', 'body.sign_in_name'],
    ['a NUL', { display_name: 'a\u0000b' }, 'request_invalid', 'body.display_name'],
    ['a password', { password: 'chosen by me' }, 'request_invalid', 'body.password'],
    ['a name in use', { sign_in_name: 'CASHIER' }, 'sign_in_name_taken', ''],
    [
      'a name in use and an unknown vendor',
      { sign_in_name: 'cashier', vendor_id: randomUUID() },
      'sign_in_name_taken',
      '',
    ],
    ['an unknown vendor', { vendor_id: randomUUID() }, 'vendor_not_found', ''],
  ])('%s is refused', async (_, wrong, code, path) => {
    const answer = await asOfficer('POST', '/v1/users', person(wrong));
    expect([answer.json.code, answer.json.errors?.[0].path ?? '']).toEqual([code, path]);
  });

  test('a disabled one is out at once, and stays on the list', async () => {
    const body = person();
    const { json } = await asOfficer('POST', '/v1/users', body);
    const cookie = await signIn(body.sign_in_name, json.password);
    const url = `/v1/users/${json.user.id.toUpperCase()}/disable`;
    for (const time of ['once', 'twice']) {
      const answer = await asOfficer('POST', url);
      expect([answer.status, answer.text], time).toEqual([204, '']);
    }
    expect((await world.ask('GET', '/v1/session', { headers: { cookie } })).status).toBe(401);
    expect(await signIn(body.sign_in_name, json.password)).toBe('sign_in_failed');
    const list = await asOfficer('GET', '/v1/users');
    expect(list.json.users).toContainEqual({ ...json.user, disabled: true });
    expect((await asOfficer('POST', '/v1/users', body)).json.code).toBe('sign_in_name_taken');
    const password = await asOfficer('POST', `/v1/users/${json.user.id}/password`);
    expect(password.json).toMatchObject({ code: 'user_disabled', status: 409 });
    const told = await eventsOf(json.user.id);
    expect(told.map(({ what }: { what: string }) => what)).toEqual([
      ...['user.disabled', 'session.opened', 'user.added'],
    ]);
    expect(told[0].actor).toEqual({
      kind: 'user',
      id: userIdOf('security_officer'),
      name: 'security_officer',
    });
  });

  test('a new password ends the sessions and replaces the old one', async () => {
    const body = person();
    const { json } = await asOfficer('POST', '/v1/users', body);
    const cookie = await signIn(body.sign_in_name, json.password);
    const reset = await asOfficer('POST', `/v1/users/${json.user.id}/password`);
    expect([reset.status, reset.json]).toEqual([
      200,
      { password: expect.stringMatching(GENERATED) },
    ]);
    expect((await world.ask('GET', '/v1/session', { headers: { cookie } })).status).toBe(401);
    expect(await signIn(body.sign_in_name, json.password)).toBe('sign_in_failed');
    expect(await signIn(body.sign_in_name, reset.json.password)).toMatch(/^wattvend=/);
    expect(world.logLines.join('')).not.toContain(reset.json.password);
  });

  test.each(['disable', 'password'])('nobody does it to themself: %s', async (what) => {
    const own = await asOfficer('POST', `/v1/users/${userIdOf('security_officer')}/${what}`);
    expect(own.json).toMatchObject({ code: 'own_user', status: 409 });
    const unknown = await asOfficer('POST', `/v1/users/${randomUUID()}/${what}`);
    expect(unknown.json).toMatchObject({ code: 'user_not_found', status: 404 });
    const wrong = await asOfficer('POST', `/v1/users/me/${what}`);
    expect(wrong.json).toMatchObject({ code: 'request_invalid', errors: [{ path: 'path.id' }] });
    expect((await asOfficer('GET', '/v1/session')).status).toBe(200);
  });
});

describe('roles', () => {
  const added = async (more: object = {}) =>
    (await asOfficer('POST', '/v1/users', person(more))).json.user.id;
  const desk = { roles: ['supervisor'], vendor_id: null };

  test('are replaced, hold at once, and are told of', async () => {
    const body = person();
    const { json } = await asOfficer('POST', '/v1/users', body);
    const cookie = await signIn(body.sign_in_name, json.password);
    const seen = async () =>
      (await world.ask('GET', '/v1/vendors', { headers: { cookie } })).json.vendors?.length;
    expect(await seen()).toBe(1);
    const answer = await asOfficer('PUT', `/v1/users/${json.user.id}/roles`, desk);
    expect([answer.status, answer.json]).toEqual([
      200,
      { ...json.user, roles: ['supervisor'], vendor: null },
    ]);
    expect(await seen()).toBe(2);
    const [event] = await eventsOf(json.user.id);
    expect(event).toMatchObject({
      what: 'user.roles_changed',
      details: { roles: ['supervisor'], before: ['cashier'], vendor: null },
    });
  });

  test('that need a second factor ask for one at the next request', async () => {
    const body = person(desk);
    const { json } = await asOfficer('POST', '/v1/users', body);
    const cookie = await signIn(body.sign_in_name, json.password);
    await asOfficer('PUT', `/v1/users/${json.user.id}/roles`, {
      roles: ['finance'],
      vendor_id: null,
    });
    const answer = await world.ask('GET', '/v1/vendors', { headers: { cookie } });
    expect(answer.json).toMatchObject({ code: 'second_factor_setup_required', status: 403 });
  });

  const RULES = ['tariff_maker', 'tariff_checker'];
  test.each<[string, object, string]>([
    ['a pair kept apart', { roles: RULES, vendor_id: null }, 'roles_incompatible'],
    [
      'two duties',
      { roles: ['security_officer', 'supervisor'], vendor_id: null },
      'roles_incompatible',
    ],
    [
      'a pair and an unknown vendor',
      { roles: ['cashier', 'finance'], vendor_id: randomUUID() },
      'roles_incompatible',
    ],
    ['an unknown vendor', { roles: ['cashier'], vendor_id: randomUUID() }, 'vendor_not_found'],
    ['a cashier of no vendor', { roles: ['cashier'], vendor_id: null }, 'request_invalid'],
    ['a desk of a vendor', { roles: ['supervisor'], vendor_id: VENDOR }, 'request_invalid'],
  ])('%s is refused, to a new user and to an old one', async (_, roles, code) => {
    const id = await added();
    expect((await asOfficer('PUT', `/v1/users/${id}/roles`, roles)).json.code).toBe(code);
    expect((await asOfficer('POST', '/v1/users', person(roles))).json.code).toBe(code);
  });

  test('a refusal says which two and why', async () => {
    const answer = await asOfficer('POST', '/v1/users', person({ roles: RULES, vendor_id: null }));
    expect(answer.json.detail).toBe(
      'One person may not be both tariff_maker and tariff_checker. ' +
        'Who orders something does not approve it.',
    );
  });

  test('nobody changes their own, nor an unknown or disabled user’s', async () => {
    const put = async (id: string) =>
      (await asOfficer('PUT', `/v1/users/${id}/roles`, desk)).json.code;
    expect(await put(userIdOf('security_officer'))).toBe('own_user');
    expect(await put(randomUUID())).toBe('user_not_found');
    const id = await added();
    await asOfficer('POST', `/v1/users/${id}/disable`);
    expect(await put(id)).toBe('user_disabled');
  });

  test('the founder keeps duties together that others may not, but never both people', async () => {
    const id = userIdOf('founder');
    const put = (roles: readonly string[]) =>
      asOfficer('PUT', `/v1/users/${id}/roles`, { roles, vendor_id: null });
    expect((await put(['security_officer', 'supervisor'])).json).toMatchObject({ founder: true });
    expect((await put(['supervisor', 'finance_checker'])).json.code).toBe('roles_incompatible');
    expect((await put(FOUNDER_ROLES)).status).toBe(200);
  });

  test('the list says what each may do and which do not go together', async () => {
    const { json } = await asOfficer('GET', '/v1/roles');
    const cashier = json.roles.find(({ role }: { role: string }) => role === 'cashier');
    expect(cashier).toMatchObject({ needs_second_factor: false });
    expect(cashier.permissions).toContain('vend.sell');
    expect(json.incompatible).toContainEqual({
      roles: RULES,
      why: 'Who orders something does not approve it.',
      founder_may: false,
    });
  });
});

describe('API keys', () => {
  test('a new one sells for its vendor, is shown once, and is refused once it is revoked', async () => {
    const body = { name: 'Mobile money', vendor_id: OTHER_VENDOR.toUpperCase() };
    const added = await asOfficer('POST', '/v1/api-keys', body);
    const key = {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'Mobile money',
      vendor: { id: OTHER_VENDOR, name: 'Vendor 2' },
      permissions: [
        ...['vend.sell', 'vend.read', 'vend.reprint', 'quote', 'payment.take', 'payment.read'],
        ...['meter.read', 'customer.read', 'tariff.read', 'vendor.read', 'report.read'],
      ],
      requests_per_minute: null,
      public_key: null,
      signature_required: false,
      created_at: expect.stringMatching(/^\d{4}-.*Z$/),
      revoked_at: null,
    };
    expect([added.status, added.json]).toEqual([
      201,
      { api_key: key, secret: expect.stringMatching(/^wv_[\w-]{43}$/) },
    ]);
    const headers = { authorization: `Bearer ${added.json.secret}` };
    const vendor = () => world.ask('GET', `/v1/vendors/${OTHER_VENDOR}`, { headers });
    expect((await vendor()).status).toBe(200);
    const list = await asOfficer('GET', '/v1/api-keys');
    expect(list.json.api_keys[0]).toEqual(added.json.api_key);
    expect(list.text).not.toContain(added.json.secret);
    expect(world.logLines.join('')).not.toContain(added.json.secret);

    world.ahead = 2000;
    const url = `/v1/api-keys/${added.json.api_key.id}`;
    const gone = await asOfficer('DELETE', url);
    expect([gone.status, gone.text]).toEqual([204, '']);
    expect((await vendor()).status).toBe(401);
    const revoked = (await asOfficer('GET', '/v1/api-keys')).json.api_keys;
    world.ahead = 60_000;
    expect((await asOfficer('DELETE', url)).status).toBe(204);
    const again = (await asOfficer('GET', '/v1/api-keys')).json.api_keys;
    world.ahead = 0;
    expect(again).toEqual(revoked);
    expect(again.map((each: { id: string }) => each.id)).toEqual([
      API_KEY_ID,
      added.json.api_key.id,
    ]);
    expect(Date.parse(again[1].revoked_at)).toBeGreaterThan(Date.parse(again[1].created_at));
  });

  test.each<[string, object, string]>([
    ['no name', { name: ' ' }, 'request_invalid'],
    ['no vendor', { vendor_id: null }, 'request_invalid'],
    ['a secret', { secret: 'wv_mine' }, 'request_invalid'],
    ['an unknown vendor', { vendor_id: randomUUID() }, 'vendor_not_found'],
  ])('%s is refused', async (_, wrong, code) => {
    const body = { name: 'bank', vendor_id: VENDOR, ...wrong };
    expect((await asOfficer('POST', '/v1/api-keys', body)).json.code).toBe(code);
  });

  test('an unknown one cannot be revoked', async () => {
    const answer = await asOfficer('DELETE', `/v1/api-keys/${randomUUID()}`);
    expect(answer.json).toMatchObject({ code: 'api_key_not_found', status: 404 });
    expect((await asOfficer('DELETE', '/v1/api-keys/all')).json.code).toBe('request_invalid');
  });
});

test('a NUL in any text is the fault of the request, and so is a second line in a name', async () => {
  const nul = 'a\u0000b';
  const asked = await Promise.all([
    asFounder('POST', '/v1/customers', { name: nul }),
    asFounder('POST', '/v1/vendors', { name: nul }),
    asFounder('GET', '/v1/customers?query=a%00b'),
    asFounder('GET', '/v1/meters?query=a%00b'),
    world.ask('POST', '/v1/session', { body: { sign_in_name: nul, password: 'x' } }),
    asFounder('POST', '/v1/vendors', { name: 'a\nb' }),
  ]);
  expect(asked.map(({ json }) => json.code)).toEqual(asked.map(() => 'request_invalid'));
});

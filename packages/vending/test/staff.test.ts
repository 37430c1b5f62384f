/** Who may do what: passwords, sessions, API keys, and how guessing is made slow. */
import { type Instant, instant, milliseconds } from '@wattvend/quantities/time.js';
import {
  type ApiKeyId,
  createApiKey,
  createApiKeyDirectory,
  revokeApiKey,
} from '@wattvend/vending/api-keys.js';
import { changePassword } from '@wattvend/vending/change-password.js';
import { createUser } from '@wattvend/vending/create-user.js';
import { disableUser } from '@wattvend/vending/disable-user.js';
import {
  createPasswordHasher,
  newPassword,
  PasswordQueueFull,
} from '@wattvend/vending/password.js';
import { resetPassword } from '@wattvend/vending/reset-password.js';
import { findSession, openSession } from '@wattvend/vending/sessions.js';
import { type SignInDesk, signIn } from '@wattvend/vending/sign-in.js';
import {
  ADDRESS_WAIT_MAX_MS,
  createSignInThrottle,
  NAME_WAIT_MAX_MS,
} from '@wattvend/vending/sign-in-throttle.js';
import { addUser, findUser, listUsers, type UserId } from '@wattvend/vending/users.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createUtilityFixture, UTILITY, type UtilityFixture, VENDOR } from './utility-fixture.ts';

// Cheap, so that the tests do not spend their time on it; the real cost has a test of its own.
const hasher = createPasswordHasher({ logN: 4, r: 8, p: 1 });
const limits = { idle: milliseconds(900_000), absolute: milliseconds(28_800_000) };
const PASSWORD = 'correct horse battery';
const T0 = instant(Date.UTC(2030, 0, 1));

let fixture: UtilityFixture;
let users = 0;

// Whoever gives and takes access; that they may is the door's to know.
const OFFICER = { userId: 'f9000000-0000-4000-8000-000000000001' as UserId, address: null };

beforeAll(async () => {
  fixture = await createUtilityFixture();
});
afterAll(() => fixture.close());

async function newUser(
  password: string | null = PASSWORD,
): Promise<{ userId: UserId; name: string }> {
  users += 1;
  const userId = `f0000000-0000-4000-8000-${String(users).padStart(12, '0')}` as UserId;
  const name = `user-${users}`;
  await addUser(
    fixture.scratch.database,
    UTILITY,
    {
      userId,
      signInName: `  User-${users} `,
      displayName: 'A user',
      roles: ['cashier'],
      vendorId: VENDOR,
      passwordHash: password === null ? null : await hasher.hash(password),
    },
    T0,
  );
  return { userId, name };
}

function desk(): SignInDesk {
  const { database } = fixture.scratch;
  return { database, utilityId: UTILITY, hasher, throttle: createSignInThrottle(), limits };
}

function after(ms: number): Instant {
  return instant(T0 + ms);
}

describe('passwords', () => {
  test('the stored form names scrypt with N = 2^17, r = 8, p = 1 and differs each time', async () => {
    const real = createPasswordHasher();
    const [one, two] = await Promise.all([real.hash(PASSWORD), real.hash(PASSWORD)]);
    expect(one).toMatch(/^scrypt\$17\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(two);
    expect(await real.matches(PASSWORD, one)).toBe(true);
  });

  test('only the right password matches, and nothing matches nobody', async () => {
    const stored = await hasher.hash(PASSWORD);
    expect(await hasher.matches('correct horse batterY', stored)).toBe(false);
    expect(await hasher.matches(PASSWORD, null)).toBe(false);
    expect(await hasher.matches(PASSWORD, 'plain text')).toBe(false);
  });

  test('a letter with its accent is the same however the keyboard writes it', async () => {
    const stored = await hasher.hash('caf\u00e9 au lait');
    expect(await hasher.matches('cafe\u0301 au lait', stored)).toBe(true);
  });

  test('whoever comes when too many wait is sent away at once', async () => {
    const attempts = Array.from({ length: 60 }, () => hasher.matches(PASSWORD, null));
    const settled = await Promise.allSettled(attempts);
    const away = settled.filter((each) => each.status === 'rejected');
    expect(away).toHaveLength(18);
    expect(away[0]?.reason).toBeInstanceOf(PasswordQueueFull);
    expect(await hasher.matches(PASSWORD, null)).toBe(false);
  });
});

describe('signing in', () => {
  test('names do not differ by case or blanks', async () => {
    const { name, userId } = await newUser();
    const request = {
      signInName: ` ${name.toUpperCase()}`,
      password: PASSWORD,
      address: 'a',
      now: T0,
    };
    const answer = await signIn(desk(), request);
    expect(answer).toMatchObject({ kind: 'signed-in', user: { userId, signInName: name } });
  });

  test.each([
    ['a wrong password', (name: string) => ({ signInName: name, password: 'wrong' })],
    ['an unknown name', () => ({ signInName: 'nobody', password: PASSWORD })],
    ['an endless password', (name: string) => ({ signInName: name, password: 'x'.repeat(1025) })],
  ])('%s is answered like any other', async (_, request) => {
    const { name } = await newUser();
    const answer = await signIn(desk(), { ...request(name), address: 'a', now: T0 });
    expect(answer).toEqual({ kind: 'refused', refusal: 'sign_in_failed' });
  });

  test('a user without a password cannot sign in by one', async () => {
    const { name } = await newUser(null);
    const answer = await signIn(desk(), { signInName: name, password: '', address: 'a', now: T0 });
    expect(answer).toMatchObject({ refusal: 'sign_in_failed' });
  });

  test('a disabled user is unknown, and the sessions are gone at once', async () => {
    const { database } = fixture.scratch;
    const { userId, name } = await newUser();
    const secret = await openSession(database, UTILITY, {
      userId,
      isStrong: false,
      now: T0,
      limits,
    });
    expect(await findSession(database, UTILITY, { secret, now: T0, limits })).not.toBeNull();
    const by = { userId: (await newUser()).userId, address: null };
    expect(await disableUser(database, UTILITY, { userId, by }, T0)).toEqual({
      kind: 'disabled',
    });
    expect(await findSession(database, UTILITY, { secret, now: T0, limits })).toBeNull();
    expect(await findUser(database, UTILITY, { signInName: name })).toBeNull();
  });

  test('many right sign-ins from one address are not slowed down', async () => {
    const { name } = await newUser();
    const one = desk();
    for (let count = 0; count < 10; count++) {
      const answer = await signIn(one, {
        signInName: name,
        password: PASSWORD,
        address: 'a',
        now: T0,
      });
      expect(answer.kind).toBe('signed-in');
    }
  });
});

describe('the throttle', () => {
  const attempt = (signInName: string, address: string, now: Instant = T0) => ({
    signInName,
    address,
    now,
  });

  test('five failures are free, then the wait doubles up to its limit', () => {
    const throttle = createSignInThrottle();
    const waits: number[] = [];
    for (let failures = 0; failures < 14; failures++) {
      waits.push(throttle.waitFor(attempt(`name-${failures}`, 'a')));
      throttle.failed(attempt(`name-${failures}`, 'a'));
    }
    expect(waits).toEqual([
      0,
      0,
      0,
      0,
      0,
      1000,
      2000,
      4000,
      8000,
      16_000,
      32_000,
      60_000,
      60_000,
      ADDRESS_WAIT_MAX_MS,
    ]);
    expect(throttle.waitFor(attempt('name', 'a', after(60_000)))).toBe(0);
  });

  test('failures under a name from everywhere slow that name down, but not for long', () => {
    const throttle = createSignInThrottle();
    for (let failures = 0; failures < 50; failures++)
      throttle.failed(attempt('amara', `a${failures}`));
    expect(throttle.waitFor(attempt('amara', 'elsewhere'))).toBe(NAME_WAIT_MAX_MS);
    expect(throttle.waitFor(attempt('amara', 'elsewhere', after(NAME_WAIT_MAX_MS)))).toBe(0);
  });

  test('nobody can lock a user out of an address the user has signed in from', () => {
    const throttle = createSignInThrottle();
    throttle.failed(attempt('amara', 'home'));
    throttle.succeeded(attempt('amara', 'home'));
    for (let failures = 0; failures < 50; failures++) throttle.failed(attempt('amara', 'evil'));
    expect(throttle.waitFor(attempt('amara', 'home'))).toBe(0);
    expect(throttle.waitFor(attempt('amara', 'elsewhere'))).toBeGreaterThan(0);
  });

  test("signing in oneself does not wipe one's failures under others' names", () => {
    const throttle = createSignInThrottle();
    for (let round = 0; round < 6; round++) {
      throttle.failed(attempt(`victim-${round}`, 'evil'));
      throttle.failed(attempt('mallory', 'evil'));
      throttle.succeeded(attempt('mallory', 'evil'));
    }
    expect(throttle.waitFor(attempt('victim', 'evil'))).toBeGreaterThan(0);
  });

  test('failures are forgotten after half an hour, and a clock set back does not prolong a wait', () => {
    const throttle = createSignInThrottle();
    for (let failures = 0; failures < 6; failures++) throttle.failed(attempt('amara', 'a'));
    expect(throttle.waitFor(attempt('amara', 'a', after(-3_600_000)))).toBe(2000);
    expect(throttle.waitFor(attempt('amara', 'a', after(1_800_001)))).toBe(0);
  });
});

describe('sessions', () => {
  test.each([
    ['used now and then', [600_000, 1_200_000, 1_800_000], true],
    ['left alone for 15 minutes', [900_000], false],
    ['used all day', Array.from({ length: 48 }, (_, index) => (index + 1) * 600_000), false],
  ])('a session %s', async (_, uses, holds) => {
    const { database } = fixture.scratch;
    const { userId } = await newUser();
    const secret = await openSession(database, UTILITY, {
      userId,
      isStrong: false,
      now: T0,
      limits,
    });
    let found = null;
    for (const ms of uses) {
      found = await findSession(database, UTILITY, { secret, now: after(ms), limits });
    }
    expect(found !== null).toBe(holds);
  });

  test('the database keeps no secret that would open anything', async () => {
    const { database } = fixture.scratch;
    const { userId } = await newUser();
    const secret = await openSession(database, UTILITY, {
      userId,
      isStrong: false,
      now: T0,
      limits,
    });
    const { rows } = await database.query<{ readonly row: string }>({
      name: 'all-sessions',
      text: `select s::text || encode(session_hash, 'escape') as row from staff_session s`,
    });
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows) expect(row).not.toContain(secret);
  });
});

describe('changing the password', () => {
  test('needs the present one, ends the other sessions and leaves this one', async () => {
    const { database } = fixture.scratch;
    const { userId, name } = await newUser();
    const own = await openSession(database, UTILITY, { userId, isStrong: false, now: T0, limits });
    const other = await openSession(database, UTILITY, {
      userId,
      isStrong: false,
      now: T0,
      limits,
    });
    const change = (currentPassword: string, newPassword: string) =>
      changePassword(
        desk(),
        { userId, sessionSecret: own, currentPassword, newPassword, address: 'a' },
        T0,
      );
    expect(await change('wrong', 'short')).toMatchObject({ refusal: 'password_too_short' });
    expect(await change('wrong', 'é'.repeat(600))).toMatchObject({ refusal: 'password_too_long' });
    expect(await change('wrong', 'another good one')).toMatchObject({
      refusal: 'current_password_wrong',
    });
    expect(await change(PASSWORD, 'another good one')).toEqual({ kind: 'changed' });
    const find = (secret: string) => findSession(database, UTILITY, { secret, now: T0, limits });
    expect(await find(own)).not.toBeNull();
    expect(await find(other)).toBeNull();
    const again = { signInName: name, address: 'a', now: T0 };
    expect(await signIn(desk(), { ...again, password: PASSWORD })).toMatchObject({
      kind: 'refused',
    });
    expect(await signIn(desk(), { ...again, password: 'another good one' })).toMatchObject({
      kind: 'signed-in',
    });
  });
});

describe('managing users', () => {
  test('a generated password has 100 bits and no letters that look alike', () => {
    const passwords = Array.from({ length: 500 }, newPassword);
    expect(new Set(passwords).size).toBe(500);
    for (const password of passwords) expect(password).toMatch(/^\w{5}-\w{5}-\w{5}-\w{5}$/);
    const used = new Set(passwords.join('').replaceAll('-', ''));
    expect([...used].sort().join('')).toBe('23456789abcdefghijkmnpqrstuvwxyz');
  });

  test('of two users with one name one is refused', async () => {
    const order = (userId: string) =>
      createUser(
        desk(),
        {
          userId: userId as UserId,
          signInName: ' Zainab',
          displayName: 'Zainab',
          roles: ['supervisor'],
          vendorId: null,
        },
        OFFICER,
        T0,
      );
    const answers = await Promise.all([
      order('f2000000-0000-4000-8000-000000000001'),
      order('f2000000-0000-4000-8000-000000000002'),
    ]);
    expect(answers.map((answer) => answer.kind).sort()).toEqual(['created', 'refused']);
    const listed = await listUsers(fixture.scratch.database, UTILITY);
    expect(listed.filter(({ user }) => user.signInName === 'zainab')).toHaveLength(1);
  });

  test('two who disable each other at once leave one of them', async () => {
    const { database } = fixture.scratch;
    for (let round = 0; round < 5; round++) {
      const [one, two] = [await newUser(), await newUser()];
      const answers = await Promise.all([
        disableUser(
          database,
          UTILITY,
          { userId: one.userId, by: { ...OFFICER, userId: two.userId } },
          T0,
        ),
        disableUser(
          database,
          UTILITY,
          { userId: two.userId, by: { ...OFFICER, userId: one.userId } },
          T0,
        ),
      ]);
      expect(answers).toContainEqual({ kind: 'disabled' });
      expect(answers).toContainEqual({ kind: 'refused', refusal: 'not_signed_in' });
    }
  });

  test('whoever signs in while the password is taken away does not get in', async () => {
    const { database } = fixture.scratch;
    const { userId, name } = await newUser();
    const by = { userId: (await newUser()).userId, address: null };
    const slow = {
      ...hasher,
      async matches(password: string, stored: string | null) {
        const isRight = await hasher.matches(password, stored);
        await resetPassword(desk(), { userId, by }, T0);
        return isRight;
      },
    };
    const request = { signInName: name, password: PASSWORD, address: 'a', now: T0 };
    const answer = await signIn({ ...desk(), hasher: slow }, request);
    expect(answer).toEqual({ kind: 'refused', refusal: 'sign_in_failed' });
    const { rows } = await database.query(
      { name: 'sessions-of', text: 'select 1 from staff_session where user_id = $1::uuid' },
      [userId],
    );
    expect(rows).toEqual([]);
  });
});

describe('API keys', () => {
  test('a key is its vendor, and a revoked one dies within a second', async () => {
    const { database } = fixture.scratch;
    const apiKeyId = 'f1000000-0000-4000-8000-000000000001' as ApiKeyId;
    const key = { apiKeyId, vendorId: VENDOR, name: 'bank' };
    const made = await createApiKey(database, UTILITY, key, OFFICER, T0);
    const secret = made.kind === 'created' ? made.secret : made.refusal;
    expect(secret).toMatch(/^wv_[\w-]{43}$/);
    const directory = createApiKeyDirectory(database, UTILITY);
    expect(await directory.find(secret, T0)).toMatchObject({
      name: 'bank',
      vendor: { vendorId: VENDOR },
    });
    await revokeApiKey(database, UTILITY, apiKeyId, OFFICER, T0);
    expect(await directory.find(secret, after(999))).not.toBeNull();
    expect(await directory.find(secret, after(1000))).toBeNull();
  });

  test.each(['', 'wv_', 'wv_short', `xx_${'a'.repeat(43)}`, `wv_${'a'.repeat(43)}`])(
    'nobody is %j',
    async (secret) => {
      const directory = createApiKeyDirectory(fixture.scratch.database, UTILITY);
      expect(await directory.find(secret, T0)).toBeNull();
    },
  );
});

/** A whole server for tests: real database, real security module, told clock, captured log. */
import { createSecretKey, randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { type Instant, instant, milliseconds } from '@wattvend/quantities/time.js';
import { type ApiKeyId, createApiKey, createApiKeyDirectory } from '@wattvend/vending/api-keys.js';
import { createApprovalDesk } from '@wattvend/vending/approval-desk.js';
import { createFactorKey } from '@wattvend/vending/factor-key.js';
import { createNonceBook } from '@wattvend/vending/nonces.js';
import { createPasswordHasher } from '@wattvend/vending/password.js';
import { FOUNDER_ROLES, ROLES, type Role, type RoleRule } from '@wattvend/vending/roles.js';
import { openSession } from '@wattvend/vending/sessions.js';
import { createSignInThrottle } from '@wattvend/vending/sign-in-throttle.js';
import { addUser, type UserId } from '@wattvend/vending/users.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import { createVendDesk } from '@wattvend/vending/vend-desk.js';
import type { LightMyRequestResponse } from 'fastify';
import {
  createUtilityFixture,
  OTHER_VENDOR,
  UTILITY,
  type UtilityFixture,
  VENDOR,
} from '../../../packages/vending/test/utility-fixture.ts';
import { type ApprovalSubjects, approvalSubjects } from '../src/approval-subjects.ts';
import type { Demo, ServerContext } from '../src/http/context.ts';
import { createServer, type HttpServer } from '../src/http/server.ts';
import { openLog } from '../src/log.ts';

export const PASSWORD = 'correct horse battery';
export const LINK_SECRET = 'the-secret-of-the-demo-link';

/**
 * One user for each role, named like it; a second cashier of another vendor; the founder of a small
 * utility, who holds all roles one person can but the till's; and the demo's, who holds all.
 */
export type Who = Role | 'foreign-cashier' | 'founder' | 'demo' | 'api-key' | 'nobody';

export interface Asked {
  readonly as?: Who;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Answered {
  readonly status: number;
  // Tests look into answers of every form.
  // biome-ignore lint/suspicious/noExplicitAny: the forms are checked against the document
  readonly json: any;
  readonly headers: LightMyRequestResponse['headers'];
  readonly text: string;
}

export interface ServerWorld {
  readonly fixture: UtilityFixture;
  readonly context: ServerContext;
  readonly server: HttpServer;
  /** What the server's clock is ahead of the true time, in milliseconds. */
  ahead: number;
  readonly logLines: readonly string[];
  readonly secrets: Readonly<Record<Who, string>>;
  readonly ask: (method: string, url: string, asked?: Asked) => Promise<Answered>;
  readonly close: () => Promise<void>;
}

interface Person {
  readonly who: Who;
  readonly roles: readonly Role[];
  readonly roleRule: RoleRule;
  readonly vendorId: VendorId | null;
}

const PEOPLE: readonly Person[] = [
  ...ROLES.map((role) => ({
    who: role,
    roles: [role],
    roleRule: 'strict' as const,
    vendorId: role === 'cashier' ? VENDOR : null,
  })),
  { who: 'foreign-cashier', roles: ['cashier'], roleRule: 'strict', vendorId: OTHER_VENDOR },
  { who: 'founder', roles: FOUNDER_ROLES, roleRule: 'founder', vendorId: null },
  { who: 'demo', roles: ROLES, roleRule: 'demo', vendorId: VENDOR },
];

export const API_KEY_ID = 'f1000000-0000-4000-8000-000000000001' as ApiKeyId;

export function userIdOf(who: Who): UserId {
  const at = PEOPLE.findIndex((person) => person.who === who);
  return `f0000000-0000-4000-8000-${String(at).padStart(12, '0')}` as UserId;
}

export async function createServerWorld(
  more: Partial<ServerContext> = {},
  demo: ((fixture: UtilityFixture) => Demo) | null = null,
  subjects: ApprovalSubjects | null = null,
): Promise<ServerWorld> {
  const fixture = await createUtilityFixture();
  const { database } = fixture.scratch;
  const logLines: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      logLines.push(chunk.toString());
      done();
    },
  });
  let ahead = 0;
  const clock = (): Instant => instant(Date.now() + ahead);
  const hasher = createPasswordHasher({ logN: 4, r: 8, p: 1 });
  const { module, utility } = fixture;
  const context: ServerContext = {
    ...{ database, module, utility, hasher, clock },
    // The desk keeps the true time, since the security module does.
    desk: createVendDesk({
      database,
      module,
      book: utility.book,
      clock: () => instant(Date.now()),
    }),
    throttle: createSignInThrottle(),
    sessionLimits: { idle: milliseconds(900_000), absolute: milliseconds(28_800_000) },
    apiKeys: createApiKeyDirectory(database, UTILITY),
    nonces: createNonceBook(database, UTILITY),
    factorKey: createFactorKey(randomBytes(32)),
    approvals: createApprovalDesk({
      database,
      utilityId: UTILITY,
      subjects: subjects ?? approvalSubjects(utility),
    }),
    log: openLog(sink),
    site: { publicUrl: null, isLoopback: true },
    demo: demo?.(fixture) ?? null,
    webhooks: { secretKey: createSecretKey(randomBytes(32)), toPrivateAddresses: true },
    meterEmulator: null,
    version: '0.1.0',
    consoleFolder: '/nowhere',
    ...more,
  };
  const secrets: Record<string, string> = { nobody: '' };
  for (const { who, ...person } of PEOPLE) {
    const userId = userIdOf(who);
    const passwordHash = await hasher.hash(PASSWORD);
    const user = { userId, signInName: who, displayName: who, ...person, passwordHash };
    await addUser(database, UTILITY, user, clock());
    // A strong factor was shown just now; what happens without one has its own tests.
    const limits = context.sessionLimits;
    const session = { userId, isStrong: true, now: clock(), limits };
    secrets[who] = await openSession(database, UTILITY, session);
  }
  const author = { userId: userIdOf('security_officer'), address: null };
  const key = { apiKeyId: API_KEY_ID, vendorId: VENDOR, name: 'bank' };
  const made = await createApiKey(database, UTILITY, key, author, clock());
  if (made.kind === 'refused') throw new Error(made.refusal);
  secrets['api-key'] = made.secret;
  const server = await createServer(context);
  return {
    ...{ fixture, context, server, logLines },
    get ahead() {
      return ahead;
    },
    set ahead(ms) {
      ahead = ms;
    },
    secrets: secrets as Record<Who, string>,
    ask: (method, url, asked = {}) => ask(server, secrets, method, url, asked),
    async close() {
      await server.app.close();
      await fixture.close();
    },
  };
}

function credentials(secrets: Record<string, string>, who: Who): Record<string, string> {
  if (who === 'nobody') return {};
  if (who === 'api-key') return { authorization: `Bearer ${secrets[who]}` };
  return { cookie: `wattvend=${secrets[who]}` };
}

async function ask(
  { app }: HttpServer,
  secrets: Record<string, string>,
  method: string,
  url: string,
  { as = 'nobody', body, headers }: Asked,
): Promise<Answered> {
  const isText = typeof body === 'string';
  const response = await app.inject({
    method: method as 'GET',
    url,
    headers: {
      host: '127.0.0.1:8080',
      ...credentials(secrets, as),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: isText ? body : JSON.stringify(body) }),
  });
  const isJson = response.body !== '' && /json/.test(String(response.headers['content-type']));
  return {
    status: response.statusCode,
    json: isJson ? response.json() : null,
    headers: response.headers,
    text: response.body,
  };
}

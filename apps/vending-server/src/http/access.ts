/**
 * The door: which site a request comes from, who sends it, and whether that one may. Nothing is
 * open that a route has not opened: each route says whom it is for, and one that says nothing does
 * not start.
 */
import type { Instant } from '@wattvend/quantities/time.js';
import type { ApiKey } from '@wattvend/vending/api-keys.js';
import type { Author } from '@wattvend/vending/author.js';
import {
  isMachinePermission,
  isPermitted,
  type Permission,
} from '@wattvend/vending/permissions.js';
import { type FoundSession, findSession } from '@wattvend/vending/sessions.js';
import type { FactorPerson } from '@wattvend/vending/set-up-factors.js';
import type { SignedRequest } from '@wattvend/vending/signed-request.js';
import type { User } from '@wattvend/vending/users.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App, ServerContext } from './context.ts';
import { createMachineLimits } from './machine-limits.ts';
import { guardSignedBodies, readSignature, saysSigned } from './machine-signature.ts';
import { sendProblem } from './problem.ts';
import type { RefusalCode } from './refusals.ts';
import { isOwnHost, isOwnOrigin } from './site.ts';

/**
 * Whom a route is for: everybody, any person who is signed in (to look after the own account), or
 * whoever has a permission. `machines` says whether an API key with that permission will do.
 */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'person'; readonly halfway: boolean }
  | { readonly kind: 'permission'; readonly permission: Permission; readonly machines: boolean };

export const PUBLIC: Access = { kind: 'public' };
export const PERSON: Access = { kind: 'person', halfway: false };
/** Also a person whose sign-in still lacks the second factor: for what completes it. */
export const PERSON_HALFWAY: Access = { kind: 'person', halfway: true };

/** Whoever has the permission; people only, unless machines are let in too. */
export function may(
  permission: Permission,
  { machines }: { readonly machines: boolean } = { machines: false },
): Access {
  if (machines && !isMachinePermission(permission)) {
    throw new RangeError(`no machine may have ${permission}`);
  }
  return { kind: 'permission', permission, machines };
}

export type Principal =
  | {
      readonly kind: 'user';
      readonly user: User;
      readonly session: FoundSession;
      readonly sessionSecret: string;
    }
  | {
      readonly kind: 'api-key';
      readonly apiKey: ApiKey;
      /** Null for a client that came with its secret. */
      readonly signed: SignedRequest | null;
    };

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Every route has one; see access.ts. */
    access?: Access;
    /** The route exists in demo mode only. */
    demoOnly?: boolean;
  }
  interface FastifyRequest {
    principal: Principal | null;
  }
}

/** One row of what the server offers; the role matrix is tested over all of them. */
export interface RouteAccess {
  readonly method: string;
  readonly url: string;
  readonly access: Access;
  readonly demoOnly: boolean;
}

/** Puts the door before all routes that follow, and gives the list of them as it grows. */
export function guardRoutes(app: App, context: ServerContext): readonly RouteAccess[] {
  const routes: RouteAccess[] = [];
  const limits = createMachineLimits();
  app.decorateRequest('principal', null);
  app.addHook('onRoute', (route) => {
    const access = route.config?.access;
    if (access === undefined) throw new Error(`${route.url} does not say whom it is for`);
    const demoOnly = route.config?.demoOnly ?? false;
    for (const method of [route.method].flat()) {
      routes.push({ method, url: route.url, access, demoOnly });
    }
  });
  app.addHook('onRequest', (request, reply, done) => {
    const refusal = refusalAtDoor(context, request);
    if (refusal !== null) return void sendProblem(reply, refusal);
    const access = request.is404 ? PUBLIC : request.routeOptions.config.access;
    if (access?.kind === 'public') return done();
    identify(context, request).then((found) => {
      if (found === null) return void refuseUnknown(reply, 'not_signed_in');
      if (found.kind === 'refused') return void refuseUnknown(reply, found.refusal);
      request.principal = found;
      const refusal = access === undefined ? 'not_allowed' : refusalOf(access, found);
      if (refusal !== null) return void sendProblem(reply, refusal);
      const wait = found.kind === 'api-key' ? limits.count(found.apiKey, context.clock()) : 0;
      if (wait === 0) return done();
      const seconds = Math.ceil(wait / 1000);
      const values = { seconds: String(seconds) };
      void sendProblem(reply, 'too_many_requests', { values, retryAfterSeconds: seconds });
    }, done);
  });
  guardSignedBodies(app, context);
  return routes;
}

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What can be said before knowing who asks, in the order of the list of refusals. */
function refusalAtDoor(context: ServerContext, request: FastifyRequest): RefusalCode | null {
  if (!isOwnHost(context.site, request.headers.host)) return 'host_not_allowed';
  // A key in a header is put there by a program that means it; a cookie comes along by itself.
  const isMeant = request.headers.authorization !== undefined || saysSigned(request);
  if (!SAFE_METHODS.has(request.method) && !isMeant) {
    const fetchSite = request.headers['sec-fetch-site'];
    if (fetchSite === 'cross-site' || fetchSite === 'same-site') return 'cross_site_request';
    if (!isOwnOrigin(context.site, request.headers)) return 'cross_site_request';
  }
  if (!request.is404 && request.routeOptions.config.demoOnly === true && context.demo === null) {
    return 'path_not_found';
  }
  return null;
}

function refuseUnknown(reply: FastifyReply, refusal: RefusalCode): FastifyReply {
  return sendProblem(reply.header('www-authenticate', 'Bearer'), refusal);
}

const BEARER = 'Bearer ';

interface Refused {
  readonly kind: 'refused';
  readonly refusal: RefusalCode;
}

async function identify(
  context: ServerContext,
  request: FastifyRequest,
): Promise<Principal | Refused | null> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    if (!authorization.startsWith(BEARER)) return null;
    const secret = authorization.slice(BEARER.length);
    const apiKey = await context.apiKeys.find(secret, context.clock());
    if (apiKey === null) return null;
    if (apiKey.signatureRequired) return { kind: 'refused', refusal: 'signature_required' };
    return { kind: 'api-key', apiKey, signed: null };
  }
  if (saysSigned(request)) {
    const answer = await readSignature(context, request);
    if (answer.kind === 'refused') return answer;
    return { kind: 'api-key', apiKey: answer.apiKey, signed: answer.signed };
  }
  const sessionSecret = request.cookies[sessionCookieName(context)];
  if (sessionSecret === undefined || sessionSecret === '') return null;
  const session = await findSession(context.database, context.utility.utilityId, {
    secret: sessionSecret,
    now: context.clock(),
    limits: context.sessionLimits,
  });
  return session === null ? null : { kind: 'user', user: session.user, session, sessionSecret };
}

/** The prefix makes browsers refuse the cookie unless it is Secure and of this host alone. */
export function sessionCookieName(context: Pick<ServerContext, 'site'>): string {
  return isSecureSite(context) ? '__Host-wattvend' : 'wattvend';
}

export function isSecureSite(context: Pick<ServerContext, 'site'>): boolean {
  return context.site.publicUrl?.protocol === 'https:';
}

/** Why somebody who is known may not enter; null for welcome. */
function refusalOf(access: Access, principal: Principal): RefusalCode | null {
  if (access.kind === 'public') return null;
  if (principal.kind === 'api-key') {
    const isOpen = access.kind === 'permission' && access.machines;
    const held: readonly Permission[] = principal.apiKey.permissions;
    return isOpen && held.includes(access.permission) ? null : 'not_allowed';
  }
  const { stage } = principal.session;
  if (stage !== 'whole' && !(access.kind === 'person' && access.halfway)) {
    return stage === 'factor-needed' ? 'sign_in_unfinished' : 'second_factor_setup_required';
  }
  if (access.kind === 'person') return null;
  return isPermitted(principal.user.roles, access.permission) ? null : 'not_allowed';
}

/** The principal of a route that is not public. */
export function principalOf(request: FastifyRequest): Principal {
  if (request.principal === null) throw new Error('a route without a principal asks for one');
  return request.principal;
}

/** The person behind a request to a route that is not for machines. */
export function userOf(request: FastifyRequest): User {
  const principal = principalOf(request);
  if (principal.kind !== 'user') throw new Error('a route for people was asked by a machine');
  return principal.user;
}

/** The person behind a request, as the staff's use cases want to know who acts. */
export function authorOf(request: FastifyRequest): Author {
  return { userId: userOf(request).userId, address: request.ip };
}

/** The session behind a request to a route that is for people. */
export function personOf(request: FastifyRequest): FactorPerson {
  const principal = principalOf(request);
  if (principal.kind !== 'user') throw new Error('a route for people was asked by a machine');
  const { session, sessionSecret } = principal;
  return { session, sessionSecret, address: request.ip };
}

/**
 * When the person last showed a strong factor. The demo's users come by a link that opens to this
 * machine only and have no factor: they count as having just shown one.
 */
export function strongAtOf(request: FastifyRequest, now: Instant): Instant | null {
  const { session } = personOf(request);
  return session.user.roleRule === 'demo' ? now : session.strongAt;
}

/** The vendor the principal belongs to; null for staff of the utility. */
export function ownVendor(principal: Principal): VendorId | null {
  if (principal.kind === 'api-key') return principal.apiKey.vendor.vendorId;
  return principal.user.vendor?.vendorId ?? null;
}

/**
 * The vendor whose affairs the principal may see; null for those of all. Who only sells belongs to a
 * vendor, who also does something else works for the utility.
 */
export function visibleVendor(principal: Principal): VendorId | null {
  const isOfUtility =
    principal.kind === 'user' && principal.user.roles.some((role) => role !== 'cashier');
  return isOfUtility ? null : ownVendor(principal);
}

/** How the principal stands on receipts and in records. */
export function nameOf(principal: Principal): string {
  return principal.kind === 'user' ? principal.user.signInName : `api-key ${principal.apiKey.name}`;
}

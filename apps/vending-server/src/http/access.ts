/**
 * The door: which site a request comes from, who sends it, and whether that one may. Nothing is
 * open that a route has not opened: each route says whom it is for, and one that says nothing does
 * not start.
 */
import type { ApiKey } from '@wattvend/vending/api-keys.js';
import {
  isMachinePermission,
  isPermitted,
  type Permission,
} from '@wattvend/vending/permissions.js';
import { findSession } from '@wattvend/vending/sessions.js';
import type { User } from '@wattvend/vending/users.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App, ServerContext } from './context.ts';
import { sendProblem } from './problem.ts';
import type { RefusalCode } from './refusals.ts';
import { isOwnHost, isOwnOrigin } from './site.ts';

/**
 * Whom a route is for: everybody, any person who is signed in (to look after the own account), or
 * whoever has a permission. `machines` says whether an API key with that permission will do.
 */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'person' }
  | { readonly kind: 'permission'; readonly permission: Permission; readonly machines: boolean };

export const PUBLIC: Access = { kind: 'public' };
export const PERSON: Access = { kind: 'person' };

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
  | { readonly kind: 'user'; readonly user: User; readonly sessionSecret: string }
  | { readonly kind: 'api-key'; readonly apiKey: ApiKey };

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
    identify(context, request).then((principal) => {
      request.principal = principal;
      if (principal === null) void refuseUnknown(reply);
      else if (access === undefined || !mayEnter(access, principal)) {
        void sendProblem(reply, 'not_allowed');
      } else done();
    }, done);
  });
  return routes;
}

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What can be said before knowing who asks, in the order of the list of refusals. */
function refusalAtDoor(context: ServerContext, request: FastifyRequest): RefusalCode | null {
  if (!isOwnHost(context.site, request.headers.host)) return 'host_not_allowed';
  // A key in a header is put there by a program that means it; a cookie comes along by itself.
  if (!SAFE_METHODS.has(request.method) && request.headers.authorization === undefined) {
    const fetchSite = request.headers['sec-fetch-site'];
    if (fetchSite === 'cross-site' || fetchSite === 'same-site') return 'cross_site_request';
    if (!isOwnOrigin(context.site, request.headers)) return 'cross_site_request';
  }
  if (!request.is404 && request.routeOptions.config.demoOnly === true && context.demo === null) {
    return 'path_not_found';
  }
  return null;
}

function refuseUnknown(reply: FastifyReply): FastifyReply {
  return sendProblem(reply.header('www-authenticate', 'Bearer'), 'not_signed_in');
}

const BEARER = 'Bearer ';

async function identify(
  context: ServerContext,
  request: FastifyRequest,
): Promise<Principal | null> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    if (!authorization.startsWith(BEARER)) return null;
    const secret = authorization.slice(BEARER.length);
    const apiKey = await context.apiKeys.find(secret, context.clock());
    return apiKey === null ? null : { kind: 'api-key', apiKey };
  }
  const sessionSecret = request.cookies[sessionCookieName(context)];
  if (sessionSecret === undefined || sessionSecret === '') return null;
  const user = await findSession(context.database, context.utility.utilityId, {
    secret: sessionSecret,
    now: context.clock(),
    limits: context.sessionLimits,
  });
  return user === null ? null : { kind: 'user', user, sessionSecret };
}

/** The prefix makes browsers refuse the cookie unless it is Secure and of this host alone. */
export function sessionCookieName(context: Pick<ServerContext, 'site'>): string {
  return isSecureSite(context) ? '__Host-wattvend' : 'wattvend';
}

export function isSecureSite(context: Pick<ServerContext, 'site'>): boolean {
  return context.site.publicUrl?.protocol === 'https:';
}

function mayEnter(access: Access, principal: Principal): boolean {
  if (access.kind === 'public') return true;
  if (access.kind === 'person') return principal.kind === 'user';
  if (principal.kind === 'api-key') return access.machines;
  return isPermitted(principal.user.roles, access.permission);
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

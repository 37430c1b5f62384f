/** How often one may ask, where asking often is an attack: guessing passwords, reading out meters. */
import type { FastifyRequest } from 'fastify';
import { RateLimited } from './faults.ts';

export interface RouteRateLimit {
  readonly max: number | ((request: FastifyRequest) => number);
  readonly timeWindow: number;
  readonly hook: 'onRequest' | 'preHandler';
  readonly keyGenerator: (request: FastifyRequest) => string;
  readonly errorResponseBuilder: (request: FastifyRequest, context: { ttl: number }) => Error;
}

const MINUTE_MS = 60_000;

function limit(
  max: RouteRateLimit['max'],
  keyGenerator: RouteRateLimit['keyGenerator'],
): RouteRateLimit {
  return {
    max,
    timeWindow: MINUTE_MS,
    hook: 'preHandler',
    keyGenerator,
    errorResponseBuilder: (_, { ttl }) => new RateLimited(Math.max(1, Math.ceil(ttl / 1000))),
  };
}

/** So many requests a minute from one address. */
export function perAddress(max: number): RouteRateLimit {
  return limit(max, (request) => request.ip);
}

/** So many requests a minute by one user, and by one machine, which is as many unless it is said. */
export function perPrincipal(max: number, machineMax: number = max): RouteRateLimit {
  const maxOf = ({ principal }: FastifyRequest): number =>
    principal?.kind === 'api-key' ? machineMax : max;
  return limit(maxOf, ({ principal, ip }) => {
    if (principal === null) return ip;
    return principal.kind === 'user' ? principal.user.userId : principal.apiKey.apiKeyId;
  });
}

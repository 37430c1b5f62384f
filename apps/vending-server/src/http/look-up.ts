/**
 * Looking somebody up. People go through lists; a machine that sells knows whom it sells to, and one
 * whose key was stolen is not to read out all customers: it says whom it looks for, and gets the
 * first few.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { principalOf } from './access.ts';
import { sendProblem } from './problem.ts';

const MACHINE_QUERY_LEAST = 3;
const MACHINE_HITS_MOST = 20;

export interface LookUp {
  readonly query: string;
  readonly limit: number;
  /** Whether the page is another than the first. */
  readonly isNextPage: boolean;
}

/** How many may be answered, or null when the refusal is sent. */
export function lookUpLimit(
  request: FastifyRequest,
  reply: FastifyReply,
  { query, limit, isNextPage }: LookUp,
): number | null {
  if (principalOf(request).kind !== 'api-key') return limit;
  const least = `must have ${MACHINE_QUERY_LEAST} letters or digits for a machine`;
  const errors = [
    ...(query.replaceAll(/[^\p{L}\p{N}]/gu, '').length < MACHINE_QUERY_LEAST
      ? [{ path: 'query.query', message: least }]
      : []),
    ...(isNextPage ? [{ path: 'query.after', message: 'is not for machines' }] : []),
  ];
  if (errors.length === 0) return Math.min(limit, MACHINE_HITS_MOST);
  void sendProblem(reply, 'request_invalid', { errors });
  return null;
}

/** Refusals as they go over the wire: `application/problem+json`, RFC 9457. */
import type { FastifyReply } from 'fastify';
import { REFUSALS, type RefusalCode } from './refusals.ts';

export interface FieldError {
  /** Where: `body.is_active`. */
  readonly path: string;
  readonly message: string;
}

export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: RefusalCode;
  readonly retry_can_help: boolean;
  readonly errors?: readonly FieldError[];
}

export function problemOf(code: RefusalCode, errors?: readonly FieldError[]): Problem {
  const { detail, retryCanHelp, status, title } = REFUSALS[code];
  const problem = { title, status, detail, code, retry_can_help: retryCanHelp };
  return errors === undefined ? problem : { ...problem, errors };
}

/** Answers with a refusal. The body is text already, so no schema of a good answer touches it. */
export function sendProblem(
  reply: FastifyReply,
  code: RefusalCode,
  errors?: readonly FieldError[],
): FastifyReply {
  const problem = problemOf(code, errors);
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

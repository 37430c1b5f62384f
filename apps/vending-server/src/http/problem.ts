/** Refusals as they go over the wire: `application/problem+json`, RFC 9457. */
import type { FastifyReply } from 'fastify';
import type { RefusalCode } from './refusals.ts';
import { REFUSALS } from './refusals.ts';

export interface FieldError {
  /** Where: `body.tendered_minor`, `query.limit`, `path.id`. */
  readonly path: string;
  readonly message: string;
}

export interface ProblemOptions {
  /** Fills the placeholders of the detail. */
  readonly values?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
  readonly retryAfterSeconds?: number;
}

// A service that is down is looked for every second.
const RETRY_AFTER_UNAVAILABLE = 1;

/** Answers with a refusal. The body is text already, so no schema of a good answer touches it. */
export function sendProblem(
  reply: FastifyReply,
  code: RefusalCode,
  options: ProblemOptions = {},
): FastifyReply {
  const { status, title, detail, retryCanHelp } = REFUSALS[code];
  const retryAfter =
    options.retryAfterSeconds ?? (status === 503 ? RETRY_AFTER_UNAVAILABLE : undefined);
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
  const body = JSON.stringify({
    type: `/problems/${code}`,
    title,
    status,
    detail: fill(detail, options.values ?? {}),
    code,
    retry_can_help: retryCanHelp,
    errors: options.errors,
  });
  return reply.code(status).type('application/problem+json').send(body);
}

/** The sentence of a refusal, where it is told within an answer that is good otherwise. */
export function refusalDetail(code: RefusalCode, values: Readonly<Record<string, string>>): string {
  return fill(REFUSALS[code].detail, values);
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`the detail needs a value for {${name}}`);
    return value;
  });
}

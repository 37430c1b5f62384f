/**
 * What becomes of an error that reaches the edge: bad requests are told field by field, what is not
 * available is told to be so, and everything else is an incident whose story is in the log only.
 */
import { randomUUID } from 'node:crypto';
import {
  CommitOutcomeUnknown,
  DatabaseUnavailable,
  sqlState,
} from '@wattvend/database/database.js';
import { SecurityModuleUnavailable } from '@wattvend/security-module/security-module.js';
import { PasswordQueueFull } from '@wattvend/vending/password.js';
import { SessionGone } from '@wattvend/vending/set-up-factors.js';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { DeskFault } from '../desk/desk-messages.ts';
import type { ServerContext } from './context.ts';
import type { FieldError } from './problem.ts';
import { sendProblem } from './problem.ts';
import type { RefusalCode } from './refusals.ts';

/** Thrown by the rate limit, which can only throw. */
export class RateLimited extends Error {
  override readonly name: string = 'RateLimited';
  readonly seconds: number;

  constructor(seconds: number) {
    super('too many requests');
    this.seconds = seconds;
  }
}

const PASSWORD_QUEUE_SECONDS = 5;

export function answerFault(
  context: ServerContext,
  fault: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (hasZodFastifySchemaValidationErrors(fault)) {
    if (request.body === undefined && fault.validationContext === 'body') {
      return sendProblem(reply, 'request_not_json');
    }
    return sendProblem(reply, 'request_invalid', { errors: fieldErrors(fault) });
  }
  if (fault instanceof RateLimited || fault instanceof PasswordQueueFull) {
    const seconds = fault instanceof RateLimited ? fault.seconds : PASSWORD_QUEUE_SECONDS;
    return sendProblem(reply, 'too_many_requests', {
      values: { seconds: String(seconds) },
      retryAfterSeconds: seconds,
    });
  }
  const known = knownRefusal(fault);
  if (known !== null) return sendProblem(reply, known);
  const incident = randomUUID();
  const { method } = request;
  context.log.error({ incident, method, route: request.routeOptions.url, err: fault }, 'incident');
  return sendProblem(reply, 'internal_error', { values: { incident } });
}

function knownRefusal(fault: FastifyError | Error): RefusalCode | null {
  if (fault instanceof SessionGone) return 'not_signed_in';
  if (fault instanceof DatabaseUnavailable) return 'database_unavailable';
  if (fault instanceof CommitOutcomeUnknown) return 'outcome_unknown';
  if (fault instanceof SecurityModuleUnavailable) return 'security_module_unavailable';
  // A text with a NUL in it, the one character that the database cannot hold.
  const state = fault instanceof DeskFault ? fault.sqlState : sqlState(fault);
  if (state === '22021') return 'request_invalid';
  const code = 'code' in fault ? fault.code : '';
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return 'request_too_large';
  if (code.startsWith('FST_ERR_CTP_')) return 'request_not_json';
  const status = 'statusCode' in fault ? fault.statusCode : undefined;
  if (status === undefined || status < 400 || status >= 500) return null;
  return fault instanceof SyntaxError ? 'request_not_json' : 'request_invalid';
}

const PLACES: Readonly<Record<string, string>> = {
  body: 'body',
  querystring: 'query',
  params: 'path',
  headers: 'header',
};

interface ValidationFault {
  readonly validation: readonly {
    readonly instancePath: string;
    readonly keyword: string;
    readonly message?: string;
    readonly params: Readonly<Record<string, unknown>>;
  }[];
  readonly validationContext?: string | undefined;
}

// An answer stays small whatever was asked.
const FIELD_ERRORS_MAX = 20;
const FIELD_NAME_LENGTH_MAX = 100;

function fieldErrors(fault: ValidationFault): readonly FieldError[] {
  const place = PLACES[fault.validationContext ?? ''] ?? 'request';
  const errors = fault.validation.flatMap((issue) => {
    const path = [place, ...issue.instancePath.split('/').filter((step) => step !== '')].join('.');
    const unknown = issue.params['keys'];
    if (issue.keyword === 'unrecognized_keys' && Array.isArray(unknown)) {
      return unknown.slice(0, FIELD_ERRORS_MAX).map((name) => ({
        path: `${path}.${String(name).slice(0, FIELD_NAME_LENGTH_MAX)}`,
        message: 'is not known',
      }));
    }
    return [{ path, message: issue.message ?? 'is not valid' }];
  });
  return errors.slice(0, FIELD_ERRORS_MAX);
}

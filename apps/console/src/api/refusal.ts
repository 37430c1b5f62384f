/**
 * Refusals of the server as data: `application/problem+json` (RFC 9457) read into one type. A
 * missing or foreign answer becomes a refusal too, so callers handle one thing.
 */

export interface Refusal {
  /** The name from the ordered list of refusals, or `no_answer` / `answer_not_understood`. */
  readonly code: string;
  /** HTTP status; 0 when there was no answer at all. */
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly retryCanHelp: boolean;
  readonly retryAfterSeconds: number | null;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function errorsOf(value: unknown): Refusal['errors'] {
  if (!Array.isArray(value)) return [];
  const errors: { path: string; message: string }[] = [];
  for (const entry of value) {
    if (typeof entry !== 'object' || entry === null) continue;
    const path = textOf(Reflect.get(entry, 'path'));
    const message = textOf(Reflect.get(entry, 'message'));
    if (message !== null) errors.push({ path: path ?? '', message });
  }
  return errors;
}

// Only the form in seconds: our server sends no dates, and a proxy's date would need a clock.
function parseRetryAfter(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : null;
}

/** Reads a body that came with an error status. Never throws; a foreign body is said to be one. */
export function parseProblem(
  status: number,
  body: unknown,
  retryAfter: string | null = null,
): Refusal {
  const retryAfterSeconds = parseRetryAfter(retryAfter);
  if (typeof body === 'object' && body !== null) {
    const code = textOf(Reflect.get(body, 'code'));
    if (code !== null) {
      const title = textOf(Reflect.get(body, 'title')) ?? code;
      return {
        code,
        status,
        title,
        detail: textOf(Reflect.get(body, 'detail')) ?? title,
        retryCanHelp: Reflect.get(body, 'retry_can_help') === true,
        retryAfterSeconds,
        errors: errorsOf(Reflect.get(body, 'errors')),
      };
    }
  }
  return {
    code: 'answer_not_understood',
    status,
    title: 'The server answered in an unexpected way',
    detail: `The server answered with status ${status} and no explanation.`,
    retryCanHelp: status >= 500,
    retryAfterSeconds,
    errors: [],
  };
}

/** No answer came: cable, server or time. What the server did is not known. */
export function noAnswer(): Refusal {
  return {
    code: 'no_answer',
    status: 0,
    title: 'No answer',
    detail: 'The server cannot be reached at the moment.',
    retryCanHelp: true,
    retryAfterSeconds: null,
    errors: [],
  };
}

/** True when a failed read says that the platform, not the request, is in trouble. */
export function isUnavailable(refusal: Refusal): boolean {
  return refusal.status === 0 || refusal.status >= 500;
}

/** Refusals as the API sends them: application/problem+json, RFC 9457. */
import type { components } from './generated.ts';

export type Problem = components['schemas']['Problem'];

/** The refusal in an answer's body, or null when the body is none (a proxy's page, for example). */
export function problemOf(body: unknown): Problem | null {
  if (typeof body !== 'object' || body === null) return null;
  const { code, detail, retry_can_help } = body as Readonly<Record<string, unknown>>;
  const isProblem =
    typeof code === 'string' && typeof detail === 'string' && typeof retry_can_help === 'boolean';
  return isProblem ? (body as Problem) : null;
}

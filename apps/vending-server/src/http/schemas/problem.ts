/** The form of every refusal, RFC 9457, and how a route documents its own. */
import { z } from 'zod';
import type { RefusalCode } from '../refusals.ts';
import { REFUSAL_CODES, REFUSALS } from '../refusals.ts';

const problemSchema = z
  .object({
    type: z.string().meta({ description: 'The page that explains this refusal' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'A sentence for people' }),
    code: z.enum(REFUSAL_CODES as readonly [RefusalCode, ...RefusalCode[]]),
    retry_can_help: z.boolean(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'For request_invalid: which fields, and why' }),
  })
  .meta({ id: 'Problem' });

/**
 * The `response` entries of a route's refusals, one for each status. Typed as nothing, since a
 * refusal is not sent by way of the route's answer types.
 */
export function problems(...codes: readonly RefusalCode[]): Record<never, never> {
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of REFUSAL_CODES.filter((each) => codes.includes(each))) {
    const { status } = REFUSALS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, listed]) => [
      status,
      {
        description: listed.map((code) => `${code}: ${REFUSALS[code].title}`).join('; '),
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  );
}

/** What any route that reads may answer with. */
export const READ_REFUSALS: readonly RefusalCode[] = [
  'host_not_allowed',
  'not_signed_in',
  'signature_required',
  'signature_invalid',
  'signature_out_of_time',
  'request_replayed',
  'second_factor_setup_required',
  'sign_in_unfinished',
  'not_allowed',
  'request_invalid',
  'database_unavailable',
  'internal_error',
];

/** What any route that changes something may answer with. */
export const WRITE_REFUSALS: readonly RefusalCode[] = [
  ...READ_REFUSALS,
  'cross_site_request',
  'request_too_large',
  'request_not_json',
  'outcome_unknown',
];

/** An answer without a body, as a `response` entry. */
export const NO_CONTENT = z.null().meta({ description: 'Done' });

/** Every way in which the emulator says no over HTTP: one ordered list, the first that applies. */

export interface Refusal {
  readonly status: number;
  readonly title: string;
  /** A sentence for people. */
  readonly detail: string;
  /** Whether the very same request may succeed later. */
  readonly retryCanHelp: boolean;
}

function row(status: number, title: string, detail: string, retryCanHelp = false): Refusal {
  return { status, title, detail, retryCanHelp };
}

export const REFUSALS = {
  host_not_allowed: row(
    421,
    'Unknown host',
    'The emulator does not answer to this name. Use the address it printed at its start.',
  ),
  origin_not_allowed: row(
    403,
    'Request from another site',
    'A page of another site tried to use a meter. Start the emulator with --allow-origin for it.',
  ),
  path_not_found: row(404, 'No such address', 'There is nothing at this address.'),
  method_not_allowed: row(405, 'Method not allowed', 'This address takes another method.'),
  request_too_large: row(413, 'Request too large', 'A request may have 64 KiB at most.'),
  request_not_json: row(
    400,
    'Request is not JSON',
    'The body must be JSON, and the content type application/json.',
  ),
  request_invalid: row(
    400,
    'Request not understood',
    'Something in the request is missing, of a wrong form or not known.',
  ),
  meter_not_found: row(404, 'No such meter', 'No meter of this street has this number.'),
  too_many_watchers: row(
    503,
    'Too many pages',
    'As many pages look on as the emulator can serve. Close one.',
    true,
  ),
  meter_not_ready: row(
    503,
    'Meter not ready',
    'The meter cannot store anything, so it did nothing. Is the disk full?',
    true,
  ),
  internal_error: row(
    500,
    'Fault in the emulator',
    'The emulator met a fault of its own. Its story is on the error output.',
  ),
} as const satisfies Readonly<Record<string, Refusal>>;

export type RefusalCode = keyof typeof REFUSALS;

/** What is refused at the door, before any rule of the business is looked at. In order. */
import { NO, row, YES } from './refusal.ts';

export const DOOR_REFUSALS = {
  host_not_allowed: row(
    421,
    NO,
    'Unknown host',
    'This server does not answer to the name it was asked by. Open it by the address it printed at its start.',
    'A server that listens on this machine only answers to `localhost`, `127.0.0.1`, `[::1]` and the host of `--public-url`. Any other name in a request is a page that tries to reach it by DNS rebinding.',
  ),
  cross_site_request: row(
    403,
    NO,
    'Request from another site',
    'A page of another site tried to act here. Do it from the pages of this server.',
    "Requests that change something and are not authorised by a header must come from the server's own pages: `Sec-Fetch-Site` is not `cross-site` or `same-site`, and `Origin` is the server's own.",
  ),
  path_not_found: row(
    404,
    NO,
    'No such address',
    'There is nothing at this address.',
    "Also said of the demo's addresses outside demo mode.",
  ),
  method_not_allowed: row(
    405,
    NO,
    'Method not allowed',
    'This address takes only: {allowed}.',
    'The header `Allow` lists the same methods.',
  ),
  not_signed_in: row(
    401,
    NO,
    'Not signed in',
    'Sign in first; a session ends after a while without use.',
    'No cookie and no API key, or one that has expired or was revoked.',
  ),
  second_factor_setup_required: row(
    403,
    NO,
    'Second factor needed',
    'Your roles ask for a second factor. Set one up first.',
    'Who approves, looks after money at rest, holds keys or gives out rights signs in with a passkey or with a one-time code. Until one is set up, only the addresses under `/v1/session` and `/v1/account` that do this are open.',
  ),
  sign_in_unfinished: row(
    403,
    NO,
    'Sign-in not finished',
    'Show your second factor to finish the sign-in.',
    'The password was right. `POST /v1/session/second-factor` finishes the sign-in.',
  ),
  not_allowed: row(
    403,
    NO,
    'Not allowed',
    'What you are signed in as may not do this.',
    'The roles do not allow it, or a cashier or API key named a vendor other than its own. For an order that needs two people: you may not decide this kind, or only who asked may take it back.',
  ),
  request_too_large: row(
    413,
    NO,
    'Request too large',
    'A request may have 64 KiB at most.',
    'The limit is on the body.',
  ),
  request_not_json: row(
    400,
    NO,
    'Request is not JSON',
    'The body must be JSON, and the content type application/json.',
    'Said of a missing body, a broken one, and another content type.',
  ),
  request_invalid: row(
    400,
    NO,
    'Request not understood',
    'Something in the request is missing, of a wrong form or not known.',
    '`errors` lists each field with its path, such as `body.tendered_minor`, `query.limit` or `path.id`. Fields that are not known are refused too.',
  ),
  too_many_requests: row(
    429,
    YES,
    'Too many requests',
    'That was too often in a short time. Wait {seconds} s.',
    'Signing in, searching and quoting are limited. `Retry-After` says how long to wait.',
  ),
} as const;

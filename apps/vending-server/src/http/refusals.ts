/**
 * Every way in which the API says no: one ordered list. If several apply, the first listed is
 * answered. The same rows make the answers (RFC 9457), the pages under /problems and
 * docs/reference/refusals.md.
 */

export interface Refusal {
  readonly status: number;
  readonly title: string;
  /** A sentence for people; `{name}` stands for a value that the answer fills in. */
  readonly detail: string;
  /** Whether the very same request may succeed later. */
  readonly retryCanHelp: boolean;
}

const NO = false;
const YES = true;

function row(status: number, retryCanHelp: boolean, title: string, detail: string): Refusal {
  return { status, retryCanHelp, title, detail };
}

/** The table, in order. */
export const REFUSALS = {
  host_not_allowed: row(
    421,
    NO,
    'Unknown host',
    'This server does not answer to the name it was asked by. Open it by the address it printed at its start.',
  ),
  cross_site_request: row(
    403,
    NO,
    'Request from another site',
    'A page of another site tried to act here. Do it from the pages of this server.',
  ),
  path_not_found: row(404, NO, 'No such address', 'There is nothing at this address.'),
  method_not_allowed: row(405, NO, 'Method not allowed', 'This address takes only: {allowed}.'),
  not_signed_in: row(
    401,
    NO,
    'Not signed in',
    'Sign in first; a session ends after a while without use.',
  ),
  not_allowed: row(403, NO, 'Not allowed', 'What you are signed in as may not do this.'),
  request_too_large: row(413, NO, 'Request too large', 'A request may have 64 KiB at most.'),
  request_not_json: row(
    400,
    NO,
    'Request is not JSON',
    'The body must be JSON, and the content type application/json.',
  ),
  request_invalid: row(
    400,
    NO,
    'Request not understood',
    'Something in the request is missing, of a wrong form or not known.',
  ),
  too_many_requests: row(
    429,
    YES,
    'Too many requests',
    'That was too often in a short time. Wait {seconds} s.',
  ),
  sign_in_too_soon: row(
    429,
    YES,
    'Too many failed sign-ins',
    'There were several failed sign-ins. Wait {seconds} s and try again.',
  ),
  sign_in_failed: row(401, NO, 'Sign-in failed', 'The name or the password is wrong.'),
  demo_link_invalid: row(
    401,
    NO,
    'Demo link not valid',
    'This demo link is not valid any more. The server prints a new one at each start.',
  ),
  password_too_short: row(422, NO, 'Password too short', 'A password has at least 12 characters.'),
  password_too_long: row(422, NO, 'Password too long', 'A password has at most 1024 bytes.'),
  current_password_wrong: row(
    422,
    NO,
    'Current password wrong',
    'The current password is not right.',
  ),
  sign_in_name_taken: row(
    409,
    NO,
    'Name taken',
    'There is a user with this sign-in name already. Choose another one.',
  ),
  own_user: row(
    409,
    NO,
    'Your own user',
    'Nobody disables themself or resets their own password here. Change your password in your own menu.',
  ),
  user_not_found: row(404, NO, 'User not found', 'There is no user with this id.'),
  user_disabled: row(
    409,
    NO,
    'User disabled',
    'This user is disabled and cannot sign in, with any password.',
  ),
  api_key_not_found: row(404, NO, 'API key not found', 'There is no API key with this id.'),
  vend_id_conflict: row(
    409,
    NO,
    'Vend id used before',
    'A vend with this id exists and asks for something else. Use a new id for a new vend.',
  ),
  deposit_id_conflict: row(
    409,
    NO,
    'Deposit id used before',
    'This id was used for something else. Use a new id for a new deposit.',
  ),
  tariff_version_conflict: row(
    409,
    NO,
    'Tariff version exists',
    'This version of the tariff is there with other content, and a version never changes. Add the next one.',
  ),
  tariff_version_not_next: row(
    409,
    NO,
    'Not the next version',
    'Versions of a tariff are added one by one, the first is 1. Add the version behind the last.',
  ),
  meter_number_invalid: row(422, NO, 'Meter number wrong', 'Check the meter number: {fault}.'),
  meter_not_found: row(404, NO, 'Meter not found', 'No meter with this number is enrolled here.'),
  meter_exists: row(
    409,
    NO,
    'Meter enrolled already',
    'A meter with this number is enrolled already.',
  ),
  meter_blocked: row(
    409,
    NO,
    'Meter blocked',
    'This meter is blocked; nothing can be sold for it.',
  ),
  vending_key_not_found: row(
    422,
    NO,
    'Vending key not found',
    'There is no vending key of this supply group, revision and key generation algorithm for this encryption algorithm.',
  ),
  vending_key_expired: row(
    409,
    NO,
    'Vending key expired',
    'The key of this meter has expired. The meter needs a key change.',
  ),
  tariff_not_found: row(422, NO, 'Tariff not found', 'There is no tariff of this id in effect.'),
  customer_not_found: row(422, NO, 'Customer not found', 'There is no customer with this id.'),
  tendered_not_positive: row(
    422,
    NO,
    'No money tendered',
    'The money tendered must be above zero.',
  ),
  tendered_below_one_unit: row(
    422,
    NO,
    'Too little money',
    'This buys less than the smallest unit of energy. The least is {least}.',
  ),
  tendered_above_maximum: row(
    422,
    NO,
    'Too much money',
    'One token cannot carry that much energy. The most is {most}.',
  ),
  deposit_not_positive: row(
    422,
    NO,
    'No money deposited',
    'The money deposited must be above zero.',
  ),
  vendor_not_found: row(404, NO, 'Vendor not found', 'There is no vendor with this id.'),
  vend_not_found: row(404, NO, 'Vend not found', 'There is no vend with this id.'),
  vend_not_posted: row(409, YES, 'Vend not finished', 'This vend has no token to print.'),
  float_exceeded: row(
    409,
    YES,
    'Float too low',
    'The vendor has {available} left to sell. The float must be topped up first.',
  ),
  token_identifier_too_far_ahead: row(
    409,
    YES,
    'Too many tokens in an hour',
    'This meter has had its most tokens for now. Try again in a minute.',
  ),
  security_module_unavailable: row(
    503,
    YES,
    'Security module not available',
    'No tokens can be made at the moment. Nothing was sold and no money was taken.',
  ),
  database_unavailable: row(
    503,
    YES,
    'Database not available',
    'The database cannot be reached at the moment. Nothing was changed.',
  ),
  vend_outcome_unknown: row(
    503,
    YES,
    'Outcome not known yet',
    'The money is set aside and the vend will be finished. Ask again with the same id; never sell again under a new one.',
  ),
  outcome_unknown: row(
    503,
    YES,
    'Outcome not known',
    'The connection to the database was lost at the last step. Look whether it happened before doing it again.',
  ),
  internal_error: row(
    500,
    NO,
    'Fault of the server',
    'Something went wrong inside the server. It was logged as incident {incident}.',
  ),
} as const satisfies Readonly<Record<string, Refusal>>;

export type RefusalCode = keyof typeof REFUSALS;

export const REFUSAL_CODES = Object.keys(REFUSALS) as readonly RefusalCode[];

export function isRefusalCode(text: string): text is RefusalCode {
  return Object.hasOwn(REFUSALS, text);
}

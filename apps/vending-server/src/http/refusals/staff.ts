/** People, their passwords and machine keys. In order. */
import { NO, row, YES } from './refusal.ts';

export const STAFF_REFUSALS = {
  sign_in_too_soon: row(
    429,
    YES,
    'Too many failed sign-ins',
    'There were several failed sign-ins. Wait {seconds} s and try again.',
    'The wait grows with each failure, at most 60 s for an address and 15 s for a name. A user who has signed in from an address before does not wait there for failures that others caused under the same name.',
  ),
  sign_in_failed: row(
    401,
    NO,
    'Sign-in failed',
    'The name or the password is wrong.',
    'The same answer, after the same time, for an unknown name and a wrong password.',
  ),
  demo_link_invalid: row(
    401,
    NO,
    'Demo link not valid',
    'This demo link is not valid any more. The server prints a new one at each start.',
    'The link holds while the server runs and from the same machine only.',
  ),
  password_too_short: row(
    422,
    NO,
    'Password too short',
    'A password has at least 12 characters.',
    'Length is counted in characters; nothing else is asked of a password.',
  ),
  password_too_long: row(
    422,
    NO,
    'Password too long',
    'A password has at most 1024 bytes.',
    'Counted in UTF-8.',
  ),
  current_password_wrong: row(
    422,
    NO,
    'Current password wrong',
    'The current password is not right.',
    'Failures here count as failed sign-ins.',
  ),
  roles_incompatible: row(
    409,
    NO,
    'Roles do not go together',
    'One person may not be both {one} and {other}. {why}',
    'GET /v1/roles lists the pairs. The founder of a small utility may hold more of them.',
  ),
  sign_in_name_taken: row(
    409,
    NO,
    'Name taken',
    'There is a user with this sign-in name already. Choose another one.',
    'Capital and small letters are the same name. The name of a disabled user stays taken, since records name people by it.',
  ),
  own_user: row(
    409,
    NO,
    'Your own user',
    'Nobody disables themself or resets their own password here. Change your password in your own menu.',
    "So one security officer always stays, and an open session that somebody finds is not enough to take a user over: changing one's own password needs the present one.",
  ),
  user_not_found: row(
    404,
    NO,
    'User not found',
    'There is no user with this id.',
    'Disabled users are still users.',
  ),
  user_disabled: row(
    409,
    NO,
    'User disabled',
    'This user is disabled and cannot sign in, with any password.',
    'A disabled user is not enabled again; add a new one.',
  ),
  api_key_not_found: row(
    404,
    NO,
    'API key not found',
    'There is no API key with this id.',
    'Revoking a key that is revoked already is no refusal.',
  ),
} as const;

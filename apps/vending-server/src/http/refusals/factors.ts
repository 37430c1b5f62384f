/** Second factors: showing them, setting them up, taking them away. In order. */
import { NO, row, YES } from './refusal.ts';

export const FACTORS_REFUSALS = {
  passkeys_unavailable: row(
    409,
    NO,
    'No passkeys here',
    'Browsers keep passkeys for names, not for addresses. Open this server as http://localhost or by its public https name.',
    'Passkeys work on `localhost` and on the host of `--public-url`, and nowhere else.',
  ),
  passkey_invalid: row(
    401,
    NO,
    'Passkey not accepted',
    'This passkey was not accepted. Try again.',
    'It is not known here, was made for another site, did not verify its user, answered a question that was not asked or was asked more than five minutes ago, or its counter did not rise, as that of a copy would not.',
  ),
  second_factor_required: row(
    403,
    NO,
    'Second factor needed again',
    'Show your second factor again first; it counts for five minutes.',
    'Said before an approval and before second factors are changed. `POST /v1/session/second-factor` renews it; then repeat the request.',
  ),
  sign_in_again: row(
    403,
    NO,
    'Sign in again',
    'Sign in again first: a second factor is set up within five minutes of the sign-in.',
    'So an open session that somebody finds is not enough to bind it to their own phone.',
  ),
  totp_not_begun: row(
    409,
    NO,
    'Not begun',
    'Begin to set up one-time codes first.',
    '`POST /v1/account/totp` gives the secret that the code is made from.',
  ),
  totp_in_use: row(
    409,
    NO,
    'One-time codes in use',
    'You have one-time codes already. Remove them first.',
    'A person has one authenticator app here; passkeys may be several.',
  ),
  second_factor_too_soon: row(
    429,
    YES,
    'Too many wrong codes',
    'There were several wrong codes in a row. Wait {seconds} s and try again.',
    'The wait doubles with each wrong code from the sixth on, up to an hour.',
  ),
  second_factor_wrong: row(
    422,
    NO,
    'Code not right',
    'This code is not right, or was used before.',
    'A one-time code holds for its half minute and the ones before and after, once. A recovery code opens once.',
  ),
  factor_not_found: row(
    404,
    NO,
    'Second factor not found',
    'You have no such second factor.',
    'Everybody sees and changes only their own.',
  ),
  last_factor: row(
    409,
    NO,
    'Last second factor',
    'This is your only second factor, and your roles ask for one. Set up another one first.',
    'See `second_factor_setup_required` for whose roles ask for one.',
  ),
} as const;

/** The ledger's own pages. In order. */
import { NO, row } from './refusal.ts';

export const LEDGER_REFUSALS = {
  ledger_account_not_found: row(
    404,
    NO,
    'No such account',
    'The ledger has no account with that code.',
    '`GET /v1/ledger/trial-balance` lists every account with its code.',
  ),
} as const;

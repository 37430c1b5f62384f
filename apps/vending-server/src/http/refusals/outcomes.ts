/** Parts that do not answer, and outcomes that are not known. In order. */
import { NO, row, YES } from './refusal.ts';

export const OUTCOMES_REFUSALS = {
  security_module_unavailable: row(
    503,
    YES,
    'Security module not available',
    'No tokens can be made at the moment. Nothing was sold and no money was taken.',
    'Said before anything was reserved. The module is started again by itself.',
  ),
  database_unavailable: row(
    503,
    YES,
    'Database not available',
    'The database cannot be reached at the moment. Nothing was changed.',
    'Nothing was written.',
  ),
  vend_outcome_unknown: row(
    503,
    YES,
    'Outcome not known yet',
    'The money is set aside and the vend will be finished. Ask again with the same id; never sell again under a new one.',
    'The vend is reserved and will be finished by the server, or by the next request with the same id.',
  ),
  outcome_unknown: row(
    503,
    YES,
    'Outcome not known',
    'The connection to the database was lost at the last step. Look whether it happened before doing it again.',
    'Said of changes other than vends. Deposits may simply be sent again with the same id.',
  ),
  internal_error: row(
    500,
    NO,
    'Fault of the server',
    'Something went wrong inside the server. It was logged as incident {incident}.',
    'The log has an `incident` of the same id with the story.',
  ),
} as const;

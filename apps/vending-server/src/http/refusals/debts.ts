/** Debts that cannot be written down, changed or forgiven. In order. */
import { NO, row } from './refusal.ts';

export const DEBTS_REFUSALS = {
  debt_not_found: row(
    404,
    NO,
    'Debt not found',
    'There is no debt with this id.',
    'The id of a debt is the one it was written down under.',
  ),
  debt_id_conflict: row(
    409,
    NO,
    'Debt id used before',
    'A debt with this id exists and is another one. Use a new id for a new debt.',
    'The agreement, the kind, the name, the principal, the day or the reference differ from those of the debt of this id. Its terms are changed by a change of their own.',
  ),
  debt_change_id_conflict: row(
    409,
    NO,
    'Change id used before',
    'A change with this id was made and is another one. Use a new id for a new change.',
    'A change happens once for each id; the same again changes nothing.',
  ),
  debt_settled: row(
    409,
    NO,
    'Debt settled',
    'This debt is paid or written off.',
    'There is nothing left that could be recovered another way.',
  ),
  debt_not_positive: row(
    422,
    NO,
    'No debt',
    'The principal must be above zero.',
    'A debt of nothing is none.',
  ),
  debt_terms_faulty: row(
    422,
    NO,
    'Terms cannot be meant',
    'These terms cannot be meant: {fault}.',
    'A share of zero or an instalment of nothing would never pay the debt off, and the least of each purchase cannot be above the instalment.',
  ),
  write_off_not_positive: row(
    422,
    NO,
    'Nothing to write off',
    'The money to write off must be above zero.',
    'A write-off of nothing needs nobody to approve it.',
  ),
  write_off_above_debt: row(
    409,
    NO,
    'More than is owed',
    'Less than that is owed by now. Look at the debt and ask for what is left of it.',
    'Purchases go on paying the debt off while an order to forgive it waits. Withdraw the order and ask for what is still owed.',
  ),
} as const;

/** Payments of accounts that cannot be taken or given back. In order. */
import { NO, row } from './refusal.ts';

export const PAYMENTS_REFUSALS = {
  payment_not_found: row(
    404,
    NO,
    'Payment not found',
    'There is no payment with this id.',
    'The id of a payment is the one it was taken under.',
  ),
  payment_id_conflict: row(
    409,
    NO,
    'Payment id used before',
    'A payment with this id exists and is another one. Use a new id for a new payment.',
    'The account, the kind, the debt, the money, how it was paid or the document differ from those of the payment of this id.',
  ),
  payment_not_positive: row(
    422,
    NO,
    'No money paid',
    'The money paid must be above zero.',
    'Zero or less.',
  ),
  payment_above_debt: row(
    409,
    NO,
    'More than is owed',
    'Only {owed} is owed. Take that.',
    'What is not owed cannot be paid: the rest would be nobody’s.',
  ),
  payment_reversal_id_conflict: row(
    409,
    NO,
    'Reversal id used before',
    'This id was used to give another payment back. Use a new id for a new reversal.',
    'Every payment that is given back has a reversal with an id of its own.',
  ),
  payment_reversed: row(
    409,
    NO,
    'Payment given back',
    'This payment was given back already.',
    'By another reversal, or for another reason. A payment is given back once.',
  ),
  payment_of_another_day: row(
    409,
    NO,
    'Not of today',
    'This payment was taken on another day. Ask for a refund.',
    'A payment is given back at the till on its own day only; afterwards two people agree on a refund.',
  ),
  payment_in_closed_shift: row(
    409,
    NO,
    'Shift closed',
    'The shift in which this payment was taken is closed, so its money is counted. Ask for a refund.',
    'What was counted does not change afterwards.',
  ),
} as const;

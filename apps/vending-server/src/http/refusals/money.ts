/** Amounts of money that cannot be taken. In order. */
import { NO, row } from './refusal.ts';

export const MONEY_REFUSALS = {
  tendered_not_positive: row(
    422,
    NO,
    'No money tendered',
    'The money tendered must be above zero.',
    'Zero or less.',
  ),
  tendered_below_one_unit: row(
    422,
    NO,
    'Too little money',
    'This buys less than the smallest unit of energy. The least is {least}.',
    'A token carries tenths of a kWh.',
  ),
  tendered_above_maximum: row(
    422,
    NO,
    'Too much money',
    'One token cannot carry that much energy. The most is {most}.',
    'The limit is the field of the token, 1 820 162.4 kWh.',
  ),
  deposit_not_positive: row(
    422,
    NO,
    'No money deposited',
    'The money deposited must be above zero.',
    'Zero or less. Money is never taken out of a float this way.',
  ),
} as const;

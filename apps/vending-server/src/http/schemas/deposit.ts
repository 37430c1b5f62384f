/** Money paid into a float, what comes back of it, and how far a vendor may sell without. */
import { DEPOSIT_ACCOUNTS, type DepositAccount } from '@wattvend/vending/accounts.js';
import { z } from 'zod';
import {
  dateField,
  dayField,
  idField,
  instantField,
  lineField,
  moneyAnswerField,
} from './fields.ts';
import { floatSchema } from './vendor.ts';

// A float must never come near what 64 bits hold, whatever is typed and however often.
export const safeMoneyField = z
  .string()
  .regex(
    /^-?\d{1,15}$/,
    'must be a whole number of minor units in decimal, of 15 digits at the most',
  )
  .meta({ description: 'Money in minor units of the currency, in decimal', example: '500000' });

const accountField = z
  .enum(DEPOSIT_ACCOUNTS as readonly [DepositAccount, ...DepositAccount[]])
  .meta({ description: 'The ledger account that has the money now' });

const sourceField = lineField(100).meta({
  description: 'The bank account or counter it came in by; slips are told apart within it',
});

export const depositSchema = z
  .object({
    id: idField,
    deposit_minor: moneyAnswerField,
    reference: z.string(),
    source: z.string(),
    account: accountField,
    value_date: dateField.nullable(),
    slip_number: z.string().nullable(),
    bank_batch_id: idField.nullable(),
    deposited_by: z.string(),
    deposited_at: instantField,
    reversal: z
      .object({ id: idField, reason: z.string(), reversed_at: instantField })
      .nullable()
      .meta({ description: 'Null unless it came back' }),
  })
  .meta({ id: 'Deposit' });

export const depositAnswerSchema = depositSchema
  .extend({ float: floatSchema })
  .meta({ id: 'DepositAnswer' });

export const depositsSchema = z
  .object({ deposits: z.array(depositSchema), next: z.string().nullable() })
  .meta({ id: 'Deposits' });

export const newDepositSchema = z
  .strictObject({
    deposit_minor: safeMoneyField,
    reference: lineField(200).meta({ description: "What the bank's statement says" }),
    source: sourceField.default('bank'),
    account: accountField.default('bank'),
    value_date: dayField
      .nullable()
      .default(null)
      .meta({ description: 'From when the bank counts it' }),
    slip_number: lineField(100).nullable().default(null),
    bank_batch_id: idField.nullable().default(null),
  })
  .meta({ id: 'NewDeposit' });

export const newDepositReversalSchema = z
  .strictObject({
    deposit_id: idField,
    reason: lineField(500).meta({ description: 'Why it came back' }),
    below_limit: z
      .boolean()
      .default(false)
      .meta({
        description:
          'Ask a second person to take it back although the float does not cover it; the vendor is ' +
          'then suspended until new deposits do',
      }),
  })
  .meta({ id: 'NewDepositReversal' });

export const newCreditLimitSchema = z
  .strictObject({
    credit_limit_minor: safeMoneyField,
    reason: lineField(500).meta({ description: 'For whoever approves it' }),
  })
  .meta({ id: 'NewCreditLimit' });

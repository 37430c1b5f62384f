/** The forms of the ledger's pages: trial balance, an account's statement, the chain. */
import { z } from 'zod';
import { dateField, idField, instantField, moneyAnswerField } from './fields.ts';

const signedField = moneyAnswerField.meta({
  description: 'Debits less credits in minor units, in decimal: above zero on the debit side',
});

const accountSchema = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['asset', 'liability', 'income', 'expense', 'equity']),
  normal_side: z.enum(['debit', 'credit']),
  group: z.string().nullable().meta({ description: 'What it is summed under in reports' }),
});

export const trialBalanceSchema = z
  .object({
    at: instantField,
    final: z.boolean().meta({ description: 'Closed: this can never change again' }),
    accounts: z.array(
      accountSchema.extend({
        debit_minor: moneyAnswerField,
        credit_minor: moneyAnswerField,
        balance_minor: signedField,
      }),
    ),
    debit_minor: moneyAnswerField,
    credit_minor: moneyAnswerField,
    balanced: z.boolean().meta({ description: 'Both sums are equal' }),
  })
  .meta({ id: 'TrialBalance' });

export const accountStatementSchema = z
  .object({
    account: accountSchema,
    from: dateField,
    to: dateField.meta({ description: 'The last day, whole' }),
    opening_minor: signedField,
    closing_minor: signedField.meta({ description: 'After the last line of this page' }),
    lines: z.array(
      z.object({
        posted_at: instantField,
        entry_id: idField,
        kind: z.string(),
        debit_minor: moneyAnswerField,
        credit_minor: moneyAnswerField,
        balance_minor: signedField,
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'AccountStatement' });

const headSchema = z.object({
  block: z.string().meta({ description: 'Its number, in decimal; the first is 1' }),
  hash: z.string().meta({ description: '64 hexadecimal digits' }),
});

export const chainCheckSchema = z
  .object({
    checked_at: instantField,
    intact: z.boolean(),
    blocks: z.int(),
    entries: z.int(),
    checked_to: instantField
      .nullable()
      .meta({ description: 'What was posted up to here is proved' }),
    head: headSchema
      .nullable()
      .meta({ description: 'Write it down elsewhere: it proves this later' }),
    faults: z.array(
      z.object({
        kind: z.enum([
          'block_missing',
          'block_altered',
          'block_unlinked',
          'entry_altered',
          'entry_added',
          'entry_removed',
          'ledger_reopened',
          'known_head_missing',
        ]),
        block: z.string().nullable(),
        entry_id: z.string().nullable(),
        position: z
          .int()
          .nullable()
          .meta({ description: 'Of an entry that is gone, in its block' }),
      }),
    ),
  })
  .meta({ id: 'ChainCheck' });

export const chainSchema = z
  .object({
    closed_to: instantField.nullable().meta({ description: 'Nothing is posted before this' }),
    sealed_to: instantField.nullable().meta({ description: 'In blocks up to here' }),
    head: headSchema.nullable(),
    last_check: chainCheckSchema
      .nullable()
      .meta({ description: 'The last one since this server was started' }),
  })
  .meta({ id: 'Chain' });

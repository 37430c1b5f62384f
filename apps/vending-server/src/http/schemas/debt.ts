/** Debts: what a customer owes beside the electricity, and how purchases pay it off. */
import { DEBT_KINDS } from '@wattvend/vending/debts.js';
import { z } from 'zod';
import {
  dateField,
  dayField,
  idField,
  instantField,
  lineField,
  moneyAnswerField,
} from './fields.ts';

// As with floats: nothing that is typed comes near what 64 bits hold.
const debtMoneyField = z
  .string()
  .regex(/^\d{1,15}$/, 'must be a whole number of minor units in decimal, of 15 digits at the most')
  .meta({ description: 'Money in minor units of the currency, in decimal', example: '120000' });

/**
 * A share is text with its unit, "25 %": a bare number might be a fraction, per cent or hundredths
 * of one, and a slip would take a hundred times as much.
 */
const shareField = z
  .string()
  .regex(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?) ?%$/, 'must be a share such as "25 %" or "2.5 %"')
  .meta({ description: 'Of each tender, with its unit', example: '25 %' });

export const recoverySchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('whole') }),
    z.strictObject({ kind: z.literal('share'), share: shareField }),
    z.strictObject({
      kind: z.literal('fixed'),
      fixed_minor: debtMoneyField,
      per: z.enum(['purchase', 'month']),
    }),
  ])
  .meta({ id: 'Recovery' });

const termsFields = {
  priority: z.int().min(1).max(99).meta({ description: 'The lowest is served first' }),
  recovery: recoverySchema,
  least_minor: debtMoneyField.meta({ description: 'At least this much of each purchase' }),
  collect_from: dayField.meta({ description: "From this day of the utility's calendar on" }),
};

const termsSchema = z.strictObject(termsFields).meta({ id: 'DebtTerms' });

export const newDebtSchema = z
  .strictObject({
    agreement_id: idField,
    kind: z.enum(DEBT_KINDS),
    name: lineField(60).meta({ description: 'As it stands on receipts' }),
    principal_minor: debtMoneyField,
    ...termsFields,
    agreed_on: dayField,
    reference: lineField(200).meta({ description: 'Of the paper that goes with it' }),
  })
  .meta({ id: 'NewDebt' });

const debtFields = {
  id: idField,
  agreement_id: idField,
  account_number: z.string(),
  kind: z.enum(DEBT_KINDS),
  name: z.string(),
  principal_minor: moneyAnswerField,
  owed_minor: moneyAnswerField.meta({ description: 'Less what vends under way are taking' }),
  state: z.enum(['open', 'suspended', 'settled', 'written_off']),
  priority: z.int(),
  recovery: recoverySchema,
  recovery_in_words: z.string().meta({ description: 'The terms, with an example' }),
  least_minor: moneyAnswerField,
  agreed_on: dateField,
  collect_from: dateField,
  reference: z.string(),
  created_by: z.string(),
  created_at: instantField,
};

export const debtSchema = z.object(debtFields).meta({ id: 'Debt' });

export const debtsSchema = z.object({ debts: z.array(debtSchema) }).meta({ id: 'Debts' });

export const debtWithHistorySchema = z
  .object({
    ...debtFields,
    changes: z.array(
      z.object({
        id: idField,
        kind: z.enum(['terms', 'suspended', 'resumed', 'written_off']),
        changed_by: z.string(),
        changed_at: instantField,
        reason: z.string(),
        details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      }),
    ),
  })
  .meta({ id: 'DebtWithHistory' });

export const debtChangeSchema = z
  .strictObject({
    change: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('terms'), terms: termsSchema }),
      z.strictObject({ kind: z.literal('suspended') }),
      z.strictObject({ kind: z.literal('resumed') }),
    ]),
    reason: lineField(500),
  })
  .meta({ id: 'DebtChange' });

export const writeOffSchema = z
  .strictObject({
    write_off_minor: debtMoneyField,
    reason: lineField(500),
    document_reference: lineField(200).nullable(),
  })
  .meta({ id: 'WriteOff' });

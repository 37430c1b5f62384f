/** What a vendor earns, as it is entered and as it is told. */
import { z } from 'zod';
import { approvalSchema } from './approval.ts';
import { safeMoneyField } from './deposit.ts';
import {
  dateField,
  dayField,
  idField,
  instantField,
  lineField,
  moneyAnswerField,
} from './fields.ts';

const rateField = z.string().min(1).max(40).meta({
  description: 'A rate with its unit, "2.5 %" or "250 basis points"; a bare number is refused',
  example: '2.5 %',
});

const baseField = z.enum(['tendered', 'energy_charge']).meta({
  description: 'What the rate is of: all that was tendered, or the charge for energy in it',
});

const newTermsSchema = z
  .strictObject({
    base: baseField,
    steps: z
      .array(z.strictObject({ above_minor: safeMoneyField, rate: rateField }))
      .max(20)
      .default([])
      .meta({ description: 'The rate from each volume of the month on; the first is above "0"' }),
    fixed_minor: safeMoneyField.default('0').meta({ description: 'For each vend' }),
    least_minor: safeMoneyField.nullable().default(null).meta({ description: 'Of each vend' }),
    most_minor: safeMoneyField.nullable().default(null).meta({ description: 'Of each vend' }),
  })
  .meta({ id: 'NewCommissionTerms' });

export type NewCommissionTerms = z.infer<typeof newTermsSchema>;

const channelField = z.string().regex(/^[a-z][a-z_]{0,39}$/, 'must be a plain name such as "ussd"');

const newRuleShape = {
  terms: newTermsSchema,
  channels: z
    .record(channelField, newTermsSchema)
    .default({})
    .meta({ description: 'Terms of their own for some channels' }),
};

export const newCommissionRuleSchema = z
  .strictObject(newRuleShape)
  .meta({ id: 'NewCommissionRule' });

export type NewCommissionRule = z.infer<typeof newCommissionRuleSchema>;

export const newCommissionSchema = z
  .strictObject({
    ...newRuleShape,
    effective_from: dayField.meta({ description: "From this day on the utility's calendar" }),
    paid: z.enum(['daily', 'monthly']).meta({
      description: 'daily: into the float at the end of each day; monthly: owed until it is paid',
    }),
    approval: z
      .strictObject({ id: idField, reason: lineField(500) })
      .nullable()
      .default(null)
      .meta({ description: 'Asks a second person to agree, for a rule above the ceiling' }),
  })
  .meta({ id: 'NewCommission' });

const termsSchema = z
  .object({
    base: baseField,
    steps: z.array(z.object({ above_minor: moneyAnswerField, rate: z.string() })),
    fixed_minor: moneyAnswerField,
    least_minor: moneyAnswerField.nullable(),
    most_minor: moneyAnswerField.nullable(),
  })
  .meta({ id: 'CommissionTerms' });

const ruleShape = {
  terms: termsSchema,
  channels: z.record(z.string(), termsSchema),
  in_words: z
    .array(z.string())
    .meta({ description: 'What the rule means, to be read and agreed to' }),
  example: z.object({ tendered_minor: moneyAnswerField, commission_minor: moneyAnswerField }),
  above_ceiling: z.boolean().meta({ description: 'Whether a second person must agree' }),
};

export const commissionRuleSchema = z.object(ruleShape).meta({ id: 'CommissionRule' });

export const commissionSchema = z
  .object({
    ...ruleShape,
    version: z.int(),
    effective_from: dateField,
    paid: z.enum(['daily', 'monthly']),
    added_by: z.string(),
    approved_by: z.string().nullable(),
    added_at: instantField,
  })
  .meta({ id: 'Commission' });

export const commissionsSchema = z
  .object({ commissions: z.array(commissionSchema) })
  .meta({ id: 'Commissions' });

/** An order that waits for a second person. */
export const orderedSchema = z.object({ approval: approvalSchema }).meta({ id: 'Ordered' });

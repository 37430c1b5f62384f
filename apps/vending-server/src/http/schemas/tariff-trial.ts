/** A tariff tried out before it is stored. */
import { z } from 'zod';
import { dayField, idField, moneyAnswerField, moneyField } from './fields.ts';
import { componentField, recordField } from './tariff.ts';
import { channelField, ENERGY_MOST, linesField } from './vend.ts';

const energyField = z.int().min(0).max(ENERGY_MOST);

const situationSchema = z
  .strictObject({
    date: dayField
      .refine((day) => day >= '1990', 'must be no earlier than 1990')
      .optional()
      .meta({ description: 'Of the purchase; today when left out' }),
    channel: channelField.default('counter'),
    energy_this_month_tenth_kwh: energyField
      .default(0)
      .meta({ description: 'Bought in this month before the purchase' }),
    tendered_this_month_minor: moneyField.default('0'),
    energy_of_each_month_tenth_kwh: energyField
      .default(0)
      .meta({ description: 'Bought in each of the twelve months before' }),
    charges_paid: z
      .boolean()
      .default(false)
      .meta({ description: 'Whether nothing is owed of fixed charges' }),
    months_owed: z
      .int()
      .min(0)
      .max(60)
      .default(0)
      .meta({ description: 'Months before this one for which nothing was paid' }),
    exemptions: z.array(componentField).max(40).default([]),
    entitlements: z.array(componentField).max(40).default([]),
    assumed_e4_minor: z
      .record(componentField, z.string().regex(/^-?\d{1,15}$/, 'must be a whole number'))
      .default({})
      .meta({ description: 'Prices per kWh instead of the published ones, by component' }),
  })
  .meta({ id: 'TrialSituation' });

const askSchema = z
  .strictObject({
    tendered_minor: moneyField.optional(),
    energy_tenth_kwh: z.int().min(1).max(ENERGY_MOST).optional(),
  })
  .refine(
    (ask) => (ask.tendered_minor === undefined) !== (ask.energy_tenth_kwh === undefined),
    'must have one of tendered_minor and energy_tenth_kwh',
  )
  .meta({ id: 'TrialAsk' });

export const newTariffTrialSchema = z
  .strictObject({
    record: recordField,
    tariff_id: idField.optional().meta({ description: 'Whose versions the date must fit to' }),
    effective_from: z.iso.datetime().optional(),
    situation: situationSchema.prefault({}),
    asks: z.array(askSchema).max(60).default([]),
  })
  .meta({ id: 'NewTariffTrial' });

const answerSchema = z
  .object({
    quote: z
      .object({
        tendered_minor: moneyAnswerField,
        energy_tenth_kwh: z.int(),
        free_tenth_kwh: z.int(),
        credit_minor: moneyAnswerField.nullable(),
        lines: linesField,
      })
      .nullable(),
    refusal: z.object({ code: z.string(), detail: z.string() }).nullable(),
  })
  .meta({ id: 'TrialAnswer' });

export const tariffTrialSchema = z
  .object({
    faults: z
      .array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
      .meta({ description: 'All that is wrong, with its place in the record or `effective_from`' }),
    answers: z
      .array(answerSchema)
      .meta({ description: 'One for each thing asked; none when the record is faulty' }),
  })
  .meta({ id: 'TariffTrial' });

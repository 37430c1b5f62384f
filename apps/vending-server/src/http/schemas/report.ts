/** Reports: questions about spans of days, and their answers. */
import { SALES_DIMENSIONS, SALES_PERIODS } from '@wattvend/vending/sales.js';
import { z } from 'zod';
import { afterField } from '../cursor.ts';
import { dateField, idField, instantField, limitField, moneyAnswerField } from './fields.ts';

/** Both days belong to it, on the utility's calendar. */
const spanFields = { from: dateField, to: dateField };

export const salesQuerySchema = z.strictObject({
  ...spanFields,
  by: z.enum(SALES_DIMENSIONS).default('all'),
  per: z.enum(SALES_PERIODS).default('span'),
  vendor_id: idField.optional(),
});

export const componentsQuerySchema = z.strictObject({
  ...spanFields,
  vendor_id: idField.optional(),
});

export const debtsQuerySchema = z.strictObject(spanFields);

const zeroBuyerFields = {
  days: z.coerce
    .number()
    .int()
    .min(1)
    .max(3660)
    .default(30)
    .meta({ description: 'Nothing bought for at least so many days' }),
  area: z.string().max(100).optional(),
  query: z.string().trim().max(100).optional(),
};

export const zeroBuyersQuerySchema = z.strictObject({
  ...zeroBuyerFields,
  limit: limitField,
  after: afterField,
});

export const zeroBuyersFileSchema = z.strictObject(zeroBuyerFields);

export const monthField = z
  .string()
  .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-01')
  .meta({ example: '2026-01' });

const sumsFields = {
  vends: z.int(),
  tokens: z.int(),
  tendered_minor: moneyAnswerField,
  energy_tenth_kwh: z.int(),
  free_tenth_kwh: z.int(),
  energy_minor: moneyAnswerField,
  charges_minor: moneyAnswerField,
  tax_minor: moneyAnswerField,
  debt_minor: moneyAnswerField,
};

export const salesReportSchema = z
  .object({
    ...spanFields,
    by: z.enum(SALES_DIMENSIONS),
    per: z.enum(SALES_PERIODS),
    live_from: dateField.nullable().meta({
      description: 'From this day on the figures may still grow; null when all days are closed',
    }),
    rows: z.array(
      z.object({
        period: z.string().meta({
          description: 'A day, a month, a weekday from 1 (Monday) to 7; empty for the whole span',
        }),
        key: z.string(),
        name: z.string().nullable(),
        ...sumsFields,
      }),
    ),
    total: z.object(sumsFields),
  })
  .meta({ id: 'SalesReport' });

export const componentsReportSchema = z
  .object({
    ...spanFields,
    components: z.array(
      z.object({
        kind: z.enum(['energy', 'in-meter', 'per-kwh', 'fixed', 'fee', 'rate', 'debt', 'free']),
        component: z.string(),
        name: z.string().nullable(),
        account: z.string().nullable(),
        tariff: z.object({ id: idField, name: z.string() }).nullable(),
        lines: z.int(),
        money_minor: moneyAnswerField,
        energy_tenth_kwh: z.int(),
      }),
    ),
  })
  .meta({ id: 'ComponentsReport' });

export const debtsReportSchema = z
  .object({
    ...spanFields,
    movements: z.array(
      z.object({
        kind: z.string(),
        opening_minor: moneyAnswerField,
        new_minor: moneyAnswerField,
        collected_minor: moneyAnswerField,
        paid_minor: moneyAnswerField,
        written_off_minor: moneyAnswerField,
        closing_minor: moneyAnswerField,
      }),
    ),
    ages: z
      .array(
        z.object({
          kind: z.string(),
          from_days: z.int(),
          debts: z.int(),
          owed_minor: moneyAnswerField,
        }),
      )
      .meta({ description: 'Of what is owed now, by the days since it was agreed' }),
  })
  .meta({ id: 'DebtsReport' });

export const zeroBuyersSchema = z
  .object({
    days: z.int(),
    areas: z
      .array(z.object({ area: z.string(), agreements: z.int(), zero_buyers: z.int() }))
      .meta({ description: 'All areas, whatever was searched for; on the first page only' }),
    zero_buyers: z.array(
      z.object({
        agreement_id: idField,
        account_number: z.string(),
        customer_name: z.string().nullable(),
        phone: z.string().nullable(),
        address: z.string(),
        area: z.string(),
        meter_number: z.string(),
        tariff_name: z.string().nullable(),
        last_purchase_at: instantField.nullable(),
        idle_from: instantField,
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'ZeroBuyers' });

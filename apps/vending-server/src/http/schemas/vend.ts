/** Quotes and vends. */
import { z } from 'zod';
import {
  idField,
  instantField,
  lineField,
  meterNumberField,
  moneyAnswerField,
  moneyField,
} from './fields.ts';

const energyField = z.int().meta({ description: 'Energy in tenths of a kWh' });

// Which members a line has depends on its kind; all but these four are left out where they say nothing.
const lineSchema = z
  .object({
    kind: z.enum(['debt', 'fee', 'fixed', 'energy', 'per-kwh', 'rate', 'free', 'in-meter']),
    id: z.string().meta({ description: "Of the tariff's component, or of the debt" }),
    label: z.string(),
    detail: z.string(),
    line_minor: moneyAnswerField,
    energy_tenth_kwh: energyField.optional(),
    price_per_kwh_e4_minor: z.string().optional(),
    rate_basis_points: z.int().optional(),
    base_minor: moneyAnswerField.optional(),
    balance_after_minor: moneyAnswerField.optional(),
  })
  .meta({ id: 'Line' });

export const linesField = z
  .array(lineSchema)
  .meta({ description: 'The lines add up to tendered_minor, to the minor unit' });

const tariffVersionSchema = z.object({ id: idField, name: z.string(), version: z.int() });

const WORD = /^[a-z][a-z0-9_]{0,31}$/;

export const channelField = z
  .string()
  .regex(WORD, 'must be a word of small letters, digits and _')
  .meta({ description: 'Where it is sold; the tariff may charge by it', example: 'counter' });

const paymentSchema = z
  .strictObject({
    method: z
      .string()
      .regex(WORD, 'must be a word of small letters, digits and _')
      .meta({ example: 'mobile_money' }),
    reference: lineField(64)
      .nullable()
      .default(null)
      .meta({ description: 'Of the one payment; it buys once' }),
  })
  .meta({ id: 'Payment' });

const vendorIdField = idField
  .optional()
  .meta({ description: "The seller's own vendor; another one is refused" });

export const newVendSchema = z
  .strictObject({
    meter_number: meterNumberField,
    tendered_minor: moneyField,
    vendor_id: vendorIdField,
    channel: channelField.optional(),
    payment: paymentSchema.optional(),
  })
  .meta({ id: 'NewVend' });

export const newFreeUnitsSchema = z
  .strictObject({
    meter_number: meterNumberField,
    vendor_id: vendorIdField,
    channel: channelField.optional(),
  })
  .meta({ id: 'NewFreeUnits' });

// What a token carries at the most, in tenths of a kWh.
export const ENERGY_MOST = 18_201_624;

export const newQuoteSchema = z
  .strictObject({
    meter_number: meterNumberField,
    tendered_minor: moneyField.optional(),
    energy_tenth_kwh: z
      .int()
      .min(1)
      .max(ENERGY_MOST)
      .optional()
      .meta({ description: 'Asks for the least money that buys this much' }),
    free_units: z.literal(true).optional().meta({ description: 'Asks which free units are due' }),
    vendor_id: vendorIdField,
    channel: channelField.optional(),
  })
  .refine(
    (quote) =>
      [quote.tendered_minor, quote.energy_tenth_kwh, quote.free_units].filter(
        (wanted) => wanted !== undefined,
      ).length === 1,
    'must have one of tendered_minor, energy_tenth_kwh and free_units',
  )
  .meta({ id: 'NewQuote' });

const creditFields = {
  energy_tenth_kwh: energyField,
  credit_minor: moneyAnswerField
    .nullable()
    .meta({ description: 'What a meter that counts money is given; else null' }),
  free_tenth_kwh: energyField.meta({ description: 'Energy given beside it, in tenths of a kWh' }),
  month_tenth_kwh: energyField
    .nullable()
    .meta({ description: "Bought in this month, with this purchase; on the utility's calendar" }),
};

export const quoteSchema = z
  .object({
    meter_number: meterNumberField,
    account_number: z.string(),
    customer_name: z.string().nullable(),
    address: z.string(),
    tendered_minor: moneyAnswerField,
    ...creditFields,
    lines: linesField,
    tariff: tariffVersionSchema,
  })
  .meta({ id: 'Quote' });

const tokenSchema = z.object({
  position: z.int(),
  name: z.enum(['electricity', 'free electricity', 'currency', 'management', 'credit']),
  kind: z.string(),
  digits: z.string().meta({
    description:
      'Twenty digits to be keyed into the meter; of an order all but the last four are masked',
  }),
  token_identifier: z.int(),
  token_identifier_at: instantField,
  energy_tenth_kwh: energyField.nullable(),
});

export const vendSchema = z
  .object({
    id: idField,
    kind: z.enum(['sale', 'free_units', 'free_issue', 'engineering', 'transfer']),
    state: z.enum(['reserved', 'posted', 'declined']),
    requested_at: instantField,
    posted_at: instantField.nullable(),
    meter_number: meterNumberField,
    account_number: z.string().nullable(),
    customer_name: z.string().nullable(),
    address: z.string(),
    vendor: z.object({ id: idField, name: z.string() }).nullable(),
    sold_by: z.string(),
    channel: z.string(),
    payment: z.object({ method: z.string(), reference: z.string().nullable() }).nullable(),
    tendered_minor: moneyAnswerField,
    ...creditFields,
    lines: linesField,
    tariff: tariffVersionSchema.nullable(),
    supply_group_code: z.string(),
    tariff_index: z.string(),
    key_revision_number: z.int(),
    tokens: z
      .array(tokenSchema)
      .meta({ description: 'In the order in which they are keyed in: free units first' }),
    receipt_number: z.string().nullable(),
    reprint_count: z.int(),
    declined_reason: z.string().nullable(),
  })
  .meta({ id: 'Vend' });

export type VendJson = z.infer<typeof vendSchema>;
export type LineJson = z.infer<typeof lineSchema>;
export type QuoteJson = z.infer<typeof quoteSchema>;

export const reprintsSchema = z
  .object({
    reprints: z.array(
      z.object({ number: z.int(), reprinted_by: z.string(), reprinted_at: instantField }),
    ),
  })
  .meta({ id: 'Reprints' });

export const vendsSchema = z
  .object({ vends: z.array(vendSchema), next: z.string().nullable() })
  .meta({ id: 'Vends' });

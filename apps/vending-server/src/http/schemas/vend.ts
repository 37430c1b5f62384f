/** Quotes and vends. */
import { z } from 'zod';
import { idField, instantField, meterNumberField, moneyAnswerField, moneyField } from './fields.ts';

const lineSchema = z
  .object({
    kind: z.enum(['energy', 'tax']),
    label: z.string(),
    detail: z.string(),
    line_minor: moneyAnswerField,
  })
  .meta({ id: 'Line' });

const linesField = z
  .array(lineSchema)
  .meta({ description: 'The lines add up to tendered_minor, to the minor unit' });

const energyField = z.int().meta({ description: 'Energy in tenths of a kWh' });

const tariffVersionSchema = z.object({ id: idField, name: z.string(), version: z.int() });

export const newVendSchema = z
  .strictObject({
    meter_number: meterNumberField,
    tendered_minor: moneyField,
    vendor_id: idField
      .optional()
      .meta({ description: "The seller's own vendor; another one is refused" }),
  })
  .meta({ id: 'NewVend' });

export const quoteSchema = z
  .object({
    meter_number: meterNumberField,
    customer_name: z.string().nullable(),
    address: z.string(),
    tendered_minor: moneyAnswerField,
    energy_tenth_kwh: energyField,
    lines: linesField,
    tariff: tariffVersionSchema,
  })
  .meta({ id: 'Quote' });

export const vendSchema = z
  .object({
    id: idField,
    state: z.enum(['reserved', 'posted', 'declined']),
    requested_at: instantField,
    posted_at: instantField.nullable(),
    meter_number: meterNumberField,
    customer_name: z.string().nullable(),
    address: z.string(),
    vendor: z.object({ id: idField, name: z.string() }),
    sold_by: z.string(),
    tendered_minor: moneyAnswerField,
    energy_tenth_kwh: energyField,
    lines: linesField,
    tariff: tariffVersionSchema,
    supply_group_code: z.string(),
    tariff_index: z.string(),
    key_revision_number: z.int(),
    tokens: z.array(
      z.object({
        name: z.literal('electricity'),
        digits: z.string().meta({ description: 'Twenty digits to be keyed into the meter' }),
        token_identifier: z.int(),
        token_identifier_at: instantField,
        energy_tenth_kwh: energyField,
      }),
    ),
    receipt_number: z.string().nullable(),
    reprint_count: z.int(),
    declined_reason: z.string().nullable(),
  })
  .meta({ id: 'Vend' });

export type VendJson = z.infer<typeof vendSchema>;
export type LineJson = z.infer<typeof lineSchema>;
export type QuoteJson = z.infer<typeof quoteSchema>;

export const vendsSchema = z
  .object({ vends: z.array(vendSchema), next: z.string().nullable() })
  .meta({ id: 'Vends' });

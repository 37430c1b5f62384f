/** Tariffs, published values, and what they would have meant. */
import { z } from 'zod';
import { idField, instantField, lineField, moneyAnswerField } from './fields.ts';

/** The record is looked at as a whole: everything that is wrong with it is told at once. */
export const recordField = z
  .record(z.string(), z.unknown())
  .meta({ description: 'The tariff as data; see the guide to tariffs' });

const userField = z.string().meta({ description: 'The id of a user' });

export const newTariffVersionSchema = z
  .strictObject({
    name: lineField(100),
    record: recordField,
    effective_from: z.iso
      .datetime()
      .meta({ description: 'From when it is used, UTC', example: '2026-01-31T22:00:00.000Z' }),
  })
  .meta({ id: 'NewTariffVersion' });

export const tariffVersionSchema = z
  .object({
    id: idField,
    version: z.int(),
    name: z.string(),
    state: z.enum(['draft', 'approved', 'withdrawn']),
    in_force: z.boolean().meta({ description: 'Whether it is used at this moment' }),
    effective_from: instantField,
    drafted_by: userField,
    drafted_at: instantField,
    approved_by: userField.nullable(),
    approved_at: instantField.nullable(),
    approval_id: idField.nullable(),
    record: recordField,
  })
  .meta({ id: 'TariffVersion' });

export const tariffVersionsSchema = z
  .object({ tariffs: z.array(tariffVersionSchema) })
  .meta({ id: 'TariffVersions' });

/** The order for a second person: its id is made by the client. */
export const approvalRequestSchema = z
  .strictObject({
    approval_id: idField,
    reason: lineField(500),
    document_reference: lineField(200).nullable().default(null),
  })
  .meta({ id: 'ApprovalRequest' });

export const approvalRequestedSchema = z
  .object({ approval_id: idField, state: z.string() })
  .meta({ id: 'ApprovalRequested' });

export const monthField = z.coerce
  .number()
  .int()
  .refine(
    (month) => month >= 197001 && month <= 999912 && month % 100 >= 1 && month % 100 <= 12,
    'must be a month such as 202611',
  )
  .meta({ description: 'A month, yyyymm', example: 202611 });

export const tariffPreviewSchema = z
  .object({
    month: z.int(),
    is_whole: z
      .boolean()
      .meta({ description: 'Whether all purchases of the month were looked at' }),
    customer_count: z.int(),
    customers: z
      .array(
        z.object({
          agreement_id: idField,
          account_number: z.string(),
          purchases: z.int(),
          tendered_minor: moneyAnswerField,
          energy_then_tenth_kwh: z.int(),
          energy_now_tenth_kwh: z.int(),
          refused: z.int().meta({ description: 'Purchases that the draft would have refused' }),
        }),
      )
      .meta({ description: 'Those for whom most would have changed, at most 100' }),
    distribution: z.array(z.object({ from_basis_points: z.int().nullable(), customers: z.int() })),
  })
  .meta({ id: 'TariffPreview' });

export const componentField = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,31}$/, 'must be the id of a component');

export const publishedValueNameSchema = z.strictObject({
  component: componentField,
  month: monthField,
  revision: z.coerce.number().int().min(1).max(1000),
});

export const newPublishedValueSchema = z
  .strictObject({
    price_per_kwh_e4_minor: z
      .string()
      .regex(/^-?\d{1,15}$/, 'must be a whole number in decimal, such as "45000"')
      .meta({ description: 'In 1/10000 of a minor unit per kWh; below zero for a rebate' }),
  })
  .meta({ id: 'NewPublishedValue' });

export const publishedValueSchema = z
  .object({
    component: z.string(),
    month: z.int(),
    revision: z.int(),
    price_per_kwh_e4_minor: z.string(),
    published_by: userField,
    published_at: instantField,
    approved_by: userField.nullable(),
    approved_at: instantField.nullable(),
  })
  .meta({ id: 'PublishedValue' });

export const publishedValuesSchema = z
  .object({ values: z.array(publishedValueSchema) })
  .meta({ id: 'PublishedValues' });

export const publishedValuesQuery = z.strictObject({
  component: componentField.optional(),
  month: monthField.optional(),
});

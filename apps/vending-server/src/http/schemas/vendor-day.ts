/** Closed days, what each vend of them earned, and statements. */
import { z } from 'zod';
import { dateField, idField, instantField, moneyAnswerField } from './fields.ts';

const sequenceField = z.string().regex(/^\d{1,20}$/);

export const vendorDaySchema = z
  .object({
    day: dateField,
    vendor_id: idField,
    state: z.enum(['closing', 'closed']).meta({
      description: 'closing: it was interrupted, and closing it again finishes it',
    }),
    from: instantField,
    to: instantField.meta({ description: 'The first moment behind the day' }),
    cut_at: instantField.meta({
      description: 'Vends finished from this moment on belong to a later day',
    }),
    closed_by: z.string(),
    commission_version: z.int().nullable(),
    sums: z
      .object({
        closed_at: instantField,
        vends: z.int(),
        late_vends: z.int().meta({ description: 'Of an earlier day, and too late for it' }),
        tendered_minor: moneyAnswerField,
        energy_tenth_kwh: z.string().regex(/^\d{1,30}$/),
        payment_methods: z.array(
          z.object({
            payment_method: z.string(),
            vends: z.int(),
            tendered_minor: moneyAnswerField,
          }),
        ),
        accounts: z.array(z.object({ code: z.string(), credited_minor: moneyAnswerField })),
        first_module_sequence: sequenceField.nullable(),
        last_module_sequence: sequenceField.nullable(),
        root: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .meta({ description: 'Of the tree of hashes over the vends; see the guide to vendors' }),
        commission_minor: moneyAnswerField,
        commission_paid: z.enum(['daily', 'monthly']).nullable(),
        month_tendered_minor: moneyAnswerField,
      })
      .nullable(),
  })
  .meta({ id: 'VendorDay' });

export const vendorDaysSchema = z
  .object({ days: z.array(vendorDaySchema), next: dateField.nullable() })
  .meta({ id: 'VendorDays' });

export const dayVerificationSchema = z
  .object({
    day: dateField,
    verified: z
      .boolean()
      .meta({ description: 'Whether the vends still add up to what was closed' }),
    root: z.string(),
    found_root: z.string(),
    vends: z.int(),
    found_vends: z.int(),
  })
  .meta({ id: 'DayVerification' });

export const dayCommissionsSchema = z
  .object({
    day: dateField,
    commissions: z.array(
      z.object({
        vend_id: idField,
        requested_at: instantField,
        late: z.boolean(),
        tendered_minor: moneyAnswerField,
        base_minor: moneyAnswerField,
        parts: z.array(z.object({ base_minor: moneyAnswerField, rate: z.string() })),
        fixed_minor: moneyAnswerField,
        bound: z.enum(['least', 'most', 'base']).nullable().meta({
          description: 'Which bound decided; base: no vend earns above what it is of',
        }),
        commission_minor: moneyAnswerField,
      }),
    ),
    next: z.int().nullable().meta({ description: 'The `skip` of the next page' }),
  })
  .meta({ id: 'DayCommissions' });

export const statementSchema = z
  .object({
    vendor: z.object({ id: idField, name: z.string() }),
    from: dateField,
    to: dateField.meta({ description: 'The last day, whole' }),
    opening_minor: moneyAnswerField,
    closing_minor: moneyAnswerField.meta({
      description: "Of the whole span; the ledger's balance when the span reaches into today",
    }),
    lines: z.array(
      z.object({
        day: dateField,
        moved_at: instantField,
        kind: z.string().meta({ description: 'sale: all sales of the day in one line' }),
        entries: z.int(),
        moved_minor: moneyAnswerField.meta({ description: 'Above zero when the float grew' }),
        balance_minor: moneyAnswerField,
        document: z
          .object({ id: idField, note: z.string(), slip_number: z.string().nullable() })
          .nullable(),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'Statement' });

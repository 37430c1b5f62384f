/** Payment sources: how their statements are read, and a sample read by them. */
import {
  CAMT_REFERENCES,
  CSV_DELIMITERS,
  PAYMENT_SOURCE_KINDS,
  THOUSANDS_SEPARATORS,
} from '@wattvend/vending/payment-source.js';
import { z } from 'zod';
import { idField, instantField, lineField, moneyAnswerField } from './fields.ts';

const columnField = z
  .union([lineField(100), z.int().min(1).max(1000)])
  .meta({ description: 'The name in the header row, or the place counted from 1' });

const wordsField = z.array(lineField(50)).max(20);

const csvMoneySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('signed'), column: columnField }),
  z.strictObject({ kind: z.literal('credits'), column: columnField }),
  z.strictObject({ kind: z.literal('two_columns'), debit: columnField, credit: columnField }),
  z.strictObject({
    kind: z.literal('indicator'),
    column: columnField,
    indicator: columnField,
    credit_words: wordsField,
    debit_words: wordsField,
  }),
]);

const csvFormatSchema = z
  .strictObject({
    kind: z.literal('csv'),
    encoding: z.enum(['utf-8', 'windows-1252']).default('utf-8'),
    delimiter: z.enum(CSV_DELIMITERS).default(','),
    skip_lines: z.int().min(0).max(1000).default(0),
    has_header: z.boolean().default(true),
    ignore_lines_that_begin: z.array(lineField(50)).max(20).default([]),
    decimal_separator: z.enum(['.', ',']).default('.'),
    thousands_separator: z.enum(THOUSANDS_SEPARATORS).default(''),
    date_format: lineField(50).meta({ example: 'DD/MM/YYYY HH:mm' }),
    money: csvMoneySchema,
    date: columnField,
    external_id: columnField.nullable().default(null),
    reference: columnField.nullable().default(null),
    meter_number: columnField.nullable().default(null),
    payer: columnField.nullable().default(null),
    fee: columnField.nullable().default(null),
    status: z.strictObject({ column: columnField, counts: wordsField }).nullable().default(null),
  })
  .meta({ id: 'CsvFormat' });

const camtFormatSchema = z
  .strictObject({
    kind: z.literal('camt053'),
    external_id: z.array(z.enum(CAMT_REFERENCES)).max(CAMT_REFERENCES.length),
    account_number: lineField(50).nullable().default(null),
  })
  .meta({ id: 'Camt053Format' });

const formatField = z.discriminatedUnion('kind', [csvFormatSchema, camtFormatSchema]);

const BASIS_POINTS_MAX = 10_000;

export const newPaymentSourceSchema = z
  .strictObject({
    kind: z.enum(PAYMENT_SOURCE_KINDS),
    name: lineField(100),
    clearing_account: lineField(100).meta({
      description: "Code of the ledger's account of this money",
      example: 'mobile_money_clearing',
    }),
    time_zone: lineField(50).meta({ example: 'Africa/Nairobi' }),
    format: formatField,
    money_basis: z
      .enum(['gross', 'net'])
      .meta({ description: 'Whether a line says what was paid, or that less the fee' }),
    expected_fee: z
      .strictObject({
        basis_points: z.int().min(0).max(BASIS_POINTS_MAX),
        fixed_minor: z.string().regex(/^\d{1,12}$/),
        rounding: z.enum(['down', 'half_up', 'up']),
      })
      .nullable(),
    payment_methods: z.array(lineField(50)).max(20),
    vendor_id: idField.nullable(),
    takes_deposits: z.boolean(),
    match_window_minutes: z.int().min(0).max(44_640),
  })
  .meta({ id: 'NewPaymentSource' });

export const paymentSourceSchema = newPaymentSourceSchema
  .extend({ id: idField })
  .meta({ id: 'PaymentSource' });

export const paymentSourcesSchema = z
  .object({ sources: z.array(paymentSourceSchema) })
  .meta({ id: 'PaymentSources' });

export const statementLineSchema = z
  .object({
    line_number: z.int(),
    external_id: z.string().nullable(),
    reference: z.string().nullable(),
    meter_number: z.string().nullable(),
    payer: z.string().nullable(),
    line_minor: moneyAnswerField,
    fee_minor: moneyAnswerField,
    value_date: z.string().meta({ format: 'date' }),
    booked_at: instantField.nullable(),
  })
  .meta({ id: 'StatementLine' });

export const statementTotalsSchema = z
  .object({
    lines: z.int(),
    passed_over: z.int().meta({ description: 'Lines that are no payments of this source' }),
    credit_minor: moneyAnswerField,
    debit_minor: moneyAnswerField,
    fee_minor: moneyAnswerField,
    from: z.string().nullable().meta({ format: 'date' }),
    to: z.string().nullable().meta({ format: 'date' }),
  })
  .meta({ id: 'StatementTotals' });

export const checkedStatementSchema = z
  .object({
    totals: statementTotalsSchema,
    fault_count: z.int(),
    faults: z.array(
      z.object({
        line: z.int(),
        column: z.string().nullable(),
        found: z.string(),
        expected: z.string(),
      }),
    ),
    sample: z.array(statementLineSchema).meta({ description: 'The first lines as they are read' }),
  })
  .meta({ id: 'CheckedStatement' });

export const sampleSchema = z
  .strictObject({
    format: formatField,
    time_zone: lineField(50),
    text: z.string().max(50_000).meta({ description: 'The beginning of a file' }),
  })
  .meta({ id: 'StatementSample' });

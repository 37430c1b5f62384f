/** Statements, runs, items with their evidence, the summary and the balance. */
import { EXPLANATIONS } from '@wattvend/vending/item-actions.js';
import { RECONCILIATION_CLASSES } from '@wattvend/vending/reconciliation-item.js';
import { z } from 'zod';
import { idField, instantField, lineField, moneyAnswerField } from './fields.ts';
import { statementLineSchema, statementTotalsSchema } from './payment-source.ts';

export const classField = z.enum(RECONCILIATION_CLASSES);

export const statementSchema = z
  .object({
    id: idField,
    source_id: idField,
    name: z.string(),
    sha256: z.string(),
    imported_by: z.string(),
    imported_at: instantField,
    totals: statementTotalsSchema,
    first_run_id: idField.nullable(),
  })
  .meta({ id: 'PaymentStatement' });

export const statementsSchema = z
  .object({ statements: z.array(statementSchema), next: z.string().nullable() })
  .meta({ id: 'PaymentStatements' });

export const newRunSchema = z
  .strictObject({
    source_id: idField,
    from: z.iso.datetime().meta({ description: 'Vends and deposits from this moment' }),
    to: z.iso.datetime().meta({ description: 'Up to, not including, this one' }),
  })
  .meta({ id: 'NewReconciliationRun' });

export const runSchema = z
  .object({
    id: idField,
    source_id: idField,
    from: instantField,
    to: instantField,
    run_by: z.string(),
    run_at: instantField,
    observed: z.int().meta({ description: 'Vends and deposits it looked at' }),
    items: z.object({
      matched: z.int(),
      paid_no_vend: z.int(),
      vend_no_pay: z.int(),
      differs: z.int(),
      duplicate: z.int(),
    }),
  })
  .meta({ id: 'ReconciliationRun' });

export const runsSchema = z
  .object({ runs: z.array(runSchema), next: z.string().nullable() })
  .meta({ id: 'ReconciliationRuns' });

const itemLineSchema = statementLineSchema
  .extend({
    statement_id: idField,
    gross_minor: moneyAnswerField,
    fee_expected_minor: moneyAnswerField.nullable(),
  })
  .meta({ id: 'ReconciliationItemLine' });

const knownSchema = z
  .object({
    kind: z.enum(['vend', 'deposit']),
    id: idField,
    reference: z.string().nullable(),
    meter_number: z.string().nullable(),
    vendor_id: idField.nullable(),
    known_minor: moneyAnswerField,
    at: instantField,
    has_token: z.boolean(),
  })
  .meta({ id: 'KnownPayment' });

export const itemSchema = z
  .object({
    id: idField,
    source_id: idField,
    class: classField,
    reason: z.string(),
    item_minor: moneyAnswerField,
    difference_minor: moneyAnswerField,
    occurred_at: instantField,
    first_seen_at: instantField,
    resolved_at: instantField.nullable(),
    resolution: z.string().nullable(),
    note: z.string().nullable(),
    wish: z.object({ wish: z.enum(['refund', 'vend']), reference: z.string() }).nullable(),
    absorbed_into: idField.nullable(),
    line: itemLineSchema.nullable(),
    known: knownSchema.nullable(),
  })
  .meta({ id: 'ReconciliationItem' });

export const itemsSchema = z
  .object({ items: z.array(itemSchema), next: z.string().nullable() })
  .meta({ id: 'ReconciliationItems' });

export const evidenceSchema = z
  .object({
    item: itemSchema,
    events: z.array(
      z.object({
        action_id: idField,
        action: z.string(),
        class_before: z.string(),
        class_after: z.string(),
        details: z.record(z.string(), z.string().nullable()),
        by: z.string(),
        at: instantField,
      }),
    ),
    vend: z
      .object({
        id: idField,
        state: z.enum(['reserved', 'posted', 'declined']),
        meter_number: z.string(),
        tendered_minor: moneyAnswerField,
        requested_at: instantField,
        masked_tokens: z.array(z.string()),
      })
      .nullable(),
    entry: z
      .object({
        id: idField,
        kind: z.string(),
        posted_at: instantField,
        postings: z.array(
          z.object({
            account_code: z.string(),
            account_name: z.string(),
            posting_minor: moneyAnswerField.meta({ description: 'A credit is below zero' }),
          }),
        ),
      })
      .nullable(),
    suggestions: z.array(
      z.object({
        item_id: idField.nullable(),
        kind: z.enum(['line', 'vend', 'deposit']),
        id: idField,
        reference: z.string().nullable(),
        meter_number: z.string().nullable(),
        suggested_minor: moneyAnswerField,
        at: instantField,
        has_token: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ReconciliationEvidence' });

const noteField = lineField(500).nullable().default(null);

export const actionSchema = z
  .discriminatedUnion('action', [
    z.strictObject({ action: z.literal('link'), with_item_id: idField, note: noteField }),
    z.strictObject({
      action: z.literal('explain'),
      explanation: z.enum(EXPLANATIONS),
      note: noteField,
    }),
    z.strictObject({
      action: z.literal('wish'),
      wish: z.enum(['refund', 'vend']),
      reference: lineField(100),
      note: noteField,
    }),
    z.strictObject({ action: z.literal('reopen'), note: lineField(500) }),
  ])
  .meta({ id: 'ReconciliationAction' });

export const summarySchema = z
  .object({
    unexplained_after_day: z
      .int()
      .meta({ description: 'Open items more than 24 hours old; the aim is 0' }),
    cells: z.array(
      z.object({
        class: classField,
        age: z.enum(['hour', 'day', 'week', 'older', 'settled']),
        items: z.int(),
        items_minor: moneyAnswerField,
        difference_minor: moneyAnswerField,
        wishes: z.int(),
      }),
    ),
  })
  .meta({ id: 'ReconciliationSummary' });

export const balanceSchema = z
  .object({
    at: instantField,
    statement_minor: moneyAnswerField,
    fee_minor: moneyAnswerField,
    ledger_minor: moneyAnswerField,
    differences: z.array(
      z.object({
        class: z.string(),
        reason: z.string(),
        resolution: z.string().nullable(),
        items: z.int(),
        difference_minor: moneyAnswerField,
      }),
    ),
    rest_minor: moneyAnswerField.meta({
      description: 'What no item explains; zero when every entry of the account is known',
    }),
  })
  .meta({ id: 'ReconciliationBalance' });

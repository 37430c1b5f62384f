/** Orders for tokens, refunds, repairs of the wrong meter, and what a vend was claimed for. */
import { REFUND_PROOFS, REFUND_STATES, REFUND_TO } from '@wattvend/vending/refunds.js';
import { REPAIR_STATES } from '@wattvend/vending/repairs.js';
import { RESEND_CARRIERS } from '@wattvend/vending/resend.js';
import {
  REASON_CODES,
  TOKEN_ORDER_KINDS,
  TOKEN_ORDER_STATES,
} from '@wattvend/vending/token-orders.js';
import { z } from 'zod';
import { idField, instantField, lineField, meterNumberField, moneyAnswerField } from './fields.ts';

// What a token carries at the most, in tenths of a kWh and in watts.
const ENERGY_MOST = 18_201_624;
const POWER_MOST = 18_201_624;

const energyField = z
  .int()
  .min(0)
  .max(ENERGY_MOST)
  .meta({ description: 'Energy in tenths of a kWh' });
const powerField = z.int().min(0).max(POWER_MOST).meta({ description: 'In watts' });

const contentSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('clear-credit'),
      register: z.int().min(0).max(65_535).meta({ description: '65535 clears every register' }),
    }),
    z.strictObject({ kind: z.literal('clear-tamper-condition') }),
    z.strictObject({ kind: z.literal('set-maximum-power-limit'), power_watts: powerField }),
    z.strictObject({
      kind: z.literal('set-maximum-phase-power-unbalance-limit'),
      power_watts: powerField,
    }),
  ])
  .meta({ id: 'EngineeringContent' });

export type ContentJson = z.infer<typeof contentSchema>;

const reasonFields = {
  reason: lineField(500),
  document_reference: lineField(200)
    .nullable()
    .default(null)
    .meta({ description: 'Of the paper that goes with it' }),
};

export const newTokenOrderSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('free_issue'),
      meter_number: meterNumberField,
      energy_tenth_kwh: energyField,
      reason_code: z.enum(REASON_CODES.free_issue),
      ...reasonFields,
    }),
    z.strictObject({
      kind: z.literal('engineering'),
      meter_number: meterNumberField,
      contents: z.array(contentSchema).min(1).max(16),
      reason_code: z.enum(REASON_CODES.engineering),
      ...reasonFields,
    }),
    z.strictObject({
      kind: z.literal('transfer'),
      replacement_id: idField.meta({ description: 'Of the replacement of the meter' }),
      ...reasonFields,
    }),
    z.strictObject({
      kind: z.literal('reissue'),
      vend_id: idField.meta({ description: 'The vend whose token grew too old' }),
      ...reasonFields,
    }),
  ])
  .meta({ id: 'NewTokenOrder' });

export type NewTokenOrderJson = z.infer<typeof newTokenOrderSchema>;

const tokenOrderFields = {
  id: idField,
  kind: z.enum(TOKEN_ORDER_KINDS),
  state: z.enum(TOKEN_ORDER_STATES),
  meter_number: z.string(),
  reason_code: z.string(),
  reason: z.string(),
  document_reference: z.string().nullable(),
  source_id: idField
    .nullable()
    .meta({ description: 'The replacement, or the vend whose tokens are made anew' }),
  energy_tenth_kwh: energyField,
  contents: z.array(z.string()).meta({ description: 'What each token does, in words' }),
  refusal: z.string().nullable().meta({ description: 'Why there are no tokens, at the last try' }),
  requested_by: z.string(),
  requested_at: instantField,
  decided_by: z.string().nullable(),
  resolved_at: instantField.nullable(),
};

export const tokenOrderSchema = z.object(tokenOrderFields).meta({ id: 'TokenOrder' });

export const tokenOrdersSchema = z
  .object({ orders: z.array(tokenOrderSchema), next: z.string().nullable() })
  .meta({ id: 'TokenOrders' });

export const revealedTokensSchema = z
  .object({
    ...tokenOrderFields,
    tokens: z.array(
      z.object({
        position: z.int(),
        kind: z.string(),
        digits: z.string().meta({ description: 'Twenty digits to be keyed into the meter' }),
      }),
    ),
  })
  .meta({ id: 'RevealedTokens' });

export const newRefundSchema = z
  .strictObject({
    vend_id: idField,
    unused_tenth_kwh: energyField
      .nullable()
      .default(null)
      .meta({ description: 'What was not used; null gives the whole vend back' }),
    proof: z.enum(REFUND_PROOFS),
    proof_reference: lineField(200).meta({ description: 'Of the photo, paper or payment' }),
    proof_order_id: idField
      .nullable()
      .default(null)
      .meta({ description: "With credit_cleared: the order that cleared the meter's credit" }),
    money_to: z.enum(REFUND_TO),
    debt_id: idField.nullable().default(null).meta({ description: 'With money to a debt' }),
    reason: lineField(500),
  })
  .meta({ id: 'NewRefund' });

export const refundSchema = z
  .object({
    id: idField,
    vend_id: idField,
    state: z.enum(REFUND_STATES),
    refund_minor: moneyAnswerField,
    unused_tenth_kwh: energyField.nullable(),
    proof: z.enum(REFUND_PROOFS),
    proof_reference: z.string(),
    proof_order_id: idField.nullable(),
    money_to: z.enum(REFUND_TO),
    debt_id: idField.nullable(),
    reason: z.string(),
    requested_by: z.string(),
    requested_at: instantField,
    decided_by: z.string().nullable(),
    resolved_at: instantField.nullable(),
  })
  .meta({ id: 'Refund' });

export const refundsSchema = z
  .object({ refunds: z.array(refundSchema), next: z.string().nullable() })
  .meta({ id: 'Refunds' });

export const refundPreviewRequestSchema = newRefundSchema
  .pick({ vend_id: true, unused_tenth_kwh: true, money_to: true })
  .meta({ id: 'RefundPreviewRequest' });

export const refundPreviewSchema = z
  .object({
    refund_minor: moneyAnswerField,
    lines: z
      .array(
        z.object({
          account: z.string().meta({ description: 'Its code in the chart of accounts' }),
          name: z.string(),
          side: z.enum(['debit', 'credit']),
          line_minor: moneyAnswerField,
        }),
      )
      .meta({ description: "What the vend's lines lose, and behind it who gets the money" }),
  })
  .meta({ id: 'RefundPreview' });

export const newRepairSchema = z
  .strictObject({
    vend_id: idField,
    to_meter_number: meterNumberField,
    statement: lineField(500).meta({ description: 'Why the token was surely not keyed in' }),
    display_code: lineField(40)
      .nullable()
      .default(null)
      .meta({ description: "What the wrong meter's display showed, when somebody could look" }),
    reason: lineField(500),
  })
  .meta({ id: 'NewRepair' });

export const repairSchema = z
  .object({
    id: idField,
    vend_id: idField,
    state: z.enum(REPAIR_STATES),
    to_meter_number: z.string(),
    statement: z.string(),
    display_code: z.string().nullable(),
    reason: z.string(),
    new_vend_id: idField.nullable(),
    refusal: z.string().nullable().meta({ description: 'Why there is no new vend so far' }),
    requested_by: z.string(),
    requested_at: instantField,
    decided_by: z.string().nullable(),
    resolved_at: instantField.nullable(),
  })
  .meta({ id: 'Repair' });

export const repairsSchema = z
  .object({ repairs: z.array(repairSchema), next: z.string().nullable() })
  .meta({ id: 'Repairs' });

const deedField = z
  .string()
  .nullable()
  .meta({ description: 'The refusal it would meet at this moment; null when it can be asked for' });

export const afterSaleSchema = z
  .object({
    vend_id: idField,
    claim: z
      .object({ deed: z.enum(['refund', 'repair', 'reissue']), id: idField })
      .nullable()
      .meta({ description: 'What has the vend for itself; null when it is free' }),
    newer_tokens: z.int().meta({ description: 'Given to the meter since, under the same key' }),
    reissue_from_newer_tokens: z.int(),
    refusals: z
      .object({ resend: deedField, refund: deedField, repair: deedField, reissue: deedField })
      .meta({ description: 'What the vend is reason for; who may ask is another matter' }),
  })
  .meta({ id: 'AfterSale' });

export const newResendSchema = z
  .strictObject({ carrier: z.enum(RESEND_CARRIERS) })
  .meta({ id: 'NewResend' });

export const resendSchema = z
  .object({
    id: idField,
    vend_id: idField,
    carrier: z.enum(RESEND_CARRIERS),
    wanted_by: z.string(),
    wanted_at: instantField,
  })
  .meta({ id: 'Resend' });

/** What customers pay at the till beside electricity. */
import { PAYMENT_KINDS } from '@wattvend/vending/payments.js';
import { z } from 'zod';
import { idField, instantField, lineField, moneyAnswerField } from './fields.ts';

const paymentMoneyField = z
  .string()
  .regex(
    /^-?\d{1,15}$/,
    'must be a whole number of minor units in decimal, of 15 digits at the most',
  )
  .meta({ description: 'Money in minor units of the currency, in decimal', example: '45000' });

const wordField = z.string().regex(/^[a-z][a-z0-9_]{0,31}$/, 'must be a word such as "cash"');

const paidWith = z.strictObject({
  method: wordField.meta({ description: 'How it was paid', example: 'mobile_money' }),
  reference: lineField(100)
    .nullable()
    .meta({ description: 'Of the one payment; it pays once, whatever it pays' }),
});

export const newPaymentSchema = z
  .strictObject({
    agreement_id: idField,
    kind: z.enum(PAYMENT_KINDS),
    debt_id: idField.optional().meta({ description: 'The debt that is paid; for kind debt only' }),
    payment_minor: paymentMoneyField,
    payment: paidWith.optional(),
    channel: wordField.optional(),
    document_reference: lineField(200)
      .optional()
      .meta({ description: 'Of the form or letter that asked for it' }),
  })
  .refine(({ kind, debt_id: debtId }) => (kind === 'debt') === (debtId !== undefined), {
    message: 'must be there for kind debt, and for no other kind',
    path: ['debt_id'],
  })
  .meta({ id: 'NewAccountPayment' });

export const newPaymentReversalSchema = z
  .strictObject({ reversal_id: idField, reason: lineField(500) })
  .meta({ id: 'NewAccountPaymentReversal' });

export const paymentSchema = z
  .object({
    id: idField,
    kind: z.enum(PAYMENT_KINDS),
    agreement_id: idField,
    account_number: z.string(),
    customer_name: z.string().nullable(),
    vendor_id: idField,
    vendor_name: z.string(),
    debt: z.object({ id: idField, name: z.string() }).nullable(),
    payment_minor: moneyAnswerField,
    payment: z.object({ method: z.string(), reference: z.string().nullable() }).nullable(),
    channel: z.string(),
    document_reference: z.string(),
    taken_by: z.string(),
    paid_at: instantField,
    reversal: z
      .object({
        id: idField,
        reason: z.string(),
        reversed_by: z.string(),
        reversed_at: instantField,
      })
      .nullable(),
  })
  .meta({ id: 'AccountPayment' });

export const paymentsSchema = z
  .object({ payments: z.array(paymentSchema), next: z.string().nullable() })
  .meta({ id: 'AccountPayments' });

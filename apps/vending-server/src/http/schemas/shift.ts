/** Shifts of operators, their limits, and the batches made of shifts. */
import { z } from 'zod';
import { safeMoneyField } from './deposit.ts';
import { idField, instantField, lineField, moneyAnswerField } from './fields.ts';

const paymentMethodField = z
  .string()
  .regex(/^[a-z][a-z_]{0,39}$/, 'must be a plain name such as "cash"');

export const newShiftSchema = z
  .strictObject({
    cash_float_minor: safeMoneyField.meta({ description: 'The change in the till' }),
  })
  .meta({ id: 'NewShift' });

export const newCountSchema = z
  .strictObject({
    counted: z
      .record(paymentMethodField, safeMoneyField)
      .meta({ description: 'What is there by method of payment; cash with the change' }),
  })
  .meta({ id: 'NewCount' });

export const shiftSchema = z
  .object({
    id: idField,
    vendor_id: idField,
    operator: z.object({ id: idField, sign_in_name: z.string() }),
    opened_at: instantField,
    cash_float_minor: moneyAnswerField,
    closed: z
      .object({
        closed_at: instantField,
        closed_by: z.string(),
        vends: z.int(),
        sold_minor: moneyAnswerField,
        difference_minor: moneyAnswerField.meta({
          description: 'Counted less expected: below zero when money is missing',
        }),
        counts: z.array(
          z.object({
            payment_method: z.string(),
            vends: z.int(),
            sold_minor: moneyAnswerField,
            expected_minor: moneyAnswerField,
            counted_minor: moneyAnswerField,
          }),
        ),
      })
      .nullable()
      .meta({ description: 'Null while it is open' }),
    sales_batch_id: idField.nullable(),
  })
  .meta({ id: 'Shift' });

export const currentShiftSchema = z
  .object({ shift: shiftSchema.nullable() })
  .meta({ id: 'CurrentShift' });

export const shiftsSchema = z
  .object({ shifts: z.array(shiftSchema), next: z.string().nullable() })
  .meta({ id: 'Shifts' });

const limitsShape = {
  most_tendered_minor: safeMoneyField.nullable().meta({ description: 'Of one vend' }),
  most_per_day_minor: safeMoneyField.nullable(),
  most_vends_per_day: z.int().min(1).max(1_000_000).nullable(),
};

export const newOperatorLimitsSchema = z
  .strictObject(limitsShape)
  .meta({ id: 'NewOperatorLimits' });

export const operatorSchema = z
  .object({
    id: idField,
    sign_in_name: z.string(),
    display_name: z.string(),
    disabled: z.boolean(),
    limits: z
      .object({
        most_tendered_minor: moneyAnswerField.nullable(),
        most_per_day_minor: moneyAnswerField.nullable(),
        most_vends_per_day: z.int().nullable(),
      })
      .meta({ description: 'What is null is not limited' }),
    open_shift: z.object({ id: idField, opened_at: instantField }).nullable(),
  })
  .meta({ id: 'Operator' });

export const operatorsSchema = z
  .object({ operators: z.array(operatorSchema) })
  .meta({ id: 'Operators' });

const idsField = z.array(idField).min(1).max(500);

export const newSalesBatchSchema = z
  .strictObject({ shift_ids: idsField })
  .meta({ id: 'NewSalesBatch' });

export const salesBatchSchema = z
  .object({
    id: idField,
    number: z.int().meta({ description: "Counts the vendor's sales batches without a gap" }),
    shift_ids: z.array(idField),
    vends: z.int(),
    sold_minor: moneyAnswerField,
    counted_minor: moneyAnswerField,
    bankable_minor: moneyAnswerField.meta({
      description: 'Notes, coins and cheques without the change from before',
    }),
    closed_by: z.string(),
    closed_at: instantField,
    bank_batch_id: idField.nullable(),
  })
  .meta({ id: 'SalesBatch' });

export const salesBatchesSchema = z
  .object({ sales_batches: z.array(salesBatchSchema), next: z.int().nullable() })
  .meta({ id: 'SalesBatches' });

export const newBankBatchSchema = z
  .strictObject({
    source: lineField(100).meta({ description: 'The bank account, as deposits name it' }),
    slip_number: lineField(100),
    brought_minor: safeMoneyField,
    sales_batch_ids: idsField,
  })
  .meta({ id: 'NewBankBatch' });

export const bankBatchSchema = z
  .object({
    id: idField,
    number: z.int().meta({ description: "Counts the vendor's bank batches without a gap" }),
    source: z.string(),
    slip_number: z.string(),
    sales_batch_ids: z.array(idField),
    bankable_minor: moneyAnswerField,
    brought_minor: moneyAnswerField,
    deposited_minor: moneyAnswerField.meta({
      description: 'What of the deposits that name this batch has not come back',
    }),
    deposit_ids: z.array(idField),
    closed_by: z.string(),
    closed_at: instantField,
  })
  .meta({ id: 'BankBatch' });

export const bankBatchesSchema = z
  .object({ bank_batches: z.array(bankBatchSchema), next: z.int().nullable() })
  .meta({ id: 'BankBatches' });

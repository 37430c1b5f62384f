/** Vendors, and what they have paid in. */
import { z } from 'zod';
import { idField, lineField, moneyAnswerField } from './fields.ts';

const floatSchema = z
  .object({
    posted_minor: moneyAnswerField,
    reserved_minor: moneyAnswerField,
    available_minor: moneyAnswerField.meta({ description: 'Posted less reserved less floor' }),
    floor_minor: moneyAnswerField,
  })
  .meta({ id: 'Float' });

export const vendorSchema = z
  .object({ id: idField, name: z.string(), float: floatSchema })
  .meta({ id: 'Vendor' });

export const vendorsSchema = z.object({ vendors: z.array(vendorSchema) }).meta({ id: 'Vendors' });

export const newVendorSchema = z.strictObject({ name: lineField(200) }).meta({ id: 'NewVendor' });

export const depositSchema = z
  .object({
    id: idField,
    deposit_minor: moneyAnswerField,
    reference: z.string(),
    float: floatSchema,
  })
  .meta({ id: 'Deposit' });

// A float must never come near what 64 bits hold, whatever is typed and however often.
const depositField = z
  .string()
  .regex(
    /^-?\d{1,15}$/,
    'must be a whole number of minor units in decimal, of 15 digits at the most',
  )
  .meta({ description: 'Money in minor units of the currency, in decimal', example: '500000' });

export const newDepositSchema = z
  .strictObject({
    deposit_minor: depositField,
    reference: lineField(200).meta({ description: "What the bank's statement says" }),
  })
  .meta({ id: 'NewDeposit' });

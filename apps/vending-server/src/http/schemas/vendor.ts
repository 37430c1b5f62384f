/** Vendors, what they have paid in, and tariffs. */
import { z } from 'zod';
import { idField, instantField, lineField, moneyAnswerField } from './fields.ts';

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

// 18 digits always fit the database's 64 bits.
const priceField = z
  .string()
  .regex(/^[1-9]\d{0,17}$/, 'must be a whole number above zero in decimal, such as "2500000"')
  .meta({ description: 'Price of a kWh before tax, in 1/10000 of a minor unit' });

const vatField = z
  .int()
  .min(0)
  .max(10_000)
  .meta({ description: 'Value-added tax in hundredths of a per cent' });

export const newTariffSchema = z
  .strictObject({
    name: lineField(100),
    price_per_kwh_e4_minor: priceField,
    vat_basis_points: vatField,
    effective_from: z.iso
      .datetime()
      .meta({ description: 'From when it is used, UTC', example: '2026-01-31T22:00:00.000Z' }),
  })
  .meta({ id: 'NewTariff' });

export const tariffSchema = z
  .object({
    id: idField,
    name: z.string(),
    version: z.int(),
    price_per_kwh_e4_minor: priceField,
    vat_basis_points: vatField,
    effective_from: instantField,
  })
  .meta({ id: 'Tariff' });

export const tariffsSchema = z.object({ tariffs: z.array(tariffSchema) }).meta({ id: 'Tariffs' });

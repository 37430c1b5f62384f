/** Vendors, what they have paid in, and tariffs. */
import { z } from 'zod';
import { idField, instantField, lineField, moneyField } from './fields.ts';

const floatSchema = z
  .object({
    posted_minor: moneyField,
    reserved_minor: moneyField,
    available_minor: moneyField.meta({ description: 'Posted less reserved less floor' }),
    floor_minor: moneyField,
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
    deposit_minor: moneyField,
    reference: z.string(),
    float: floatSchema,
  })
  .meta({ id: 'Deposit' });

export const newDepositSchema = z
  .strictObject({
    deposit_minor: moneyField,
    reference: lineField(200).meta({ description: "What the bank's statement says" }),
  })
  .meta({ id: 'NewDeposit' });

export const tariffsSchema = z
  .object({
    tariffs: z.array(
      z
        .object({
          id: idField,
          name: z.string(),
          version: z.int(),
          price_per_kwh_e4_minor: z
            .string()
            .meta({ description: 'Price of a kWh before tax, in 1/10000 of a minor unit' }),
          vat_basis_points: z.int(),
          effective_from: instantField,
        })
        .meta({ id: 'Tariff' }),
    ),
  })
  .meta({ id: 'Tariffs' });

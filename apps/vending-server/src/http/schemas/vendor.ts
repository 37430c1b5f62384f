/** Vendors, and tariffs. */
import { z } from 'zod';
import { idField, instantField, lineField, moneyAnswerField } from './fields.ts';

export const floatSchema = z
  .object({
    posted_minor: moneyAnswerField,
    reserved_minor: moneyAnswerField,
    available_minor: moneyAnswerField.meta({ description: 'Posted less reserved less floor' }),
    floor_minor: moneyAnswerField,
  })
  .meta({ id: 'Float' });

const settingsShape = {
  shift_required: z
    .boolean()
    .meta({ description: 'Whether the people of this vendor need an open shift to sell' }),
  till_owner: z.enum(['vendor', 'utility']).meta({
    description: "Whose the money in the till is; differences in the utility's own are posted",
  }),
};

export const newVendorSettingsSchema = z
  .strictObject(settingsShape)
  .meta({ id: 'NewVendorSettings' });

export const newSuspensionSchema = z
  .strictObject({ note: lineField(500).meta({ description: 'Why, for the records' }) })
  .meta({ id: 'NewSuspension' });

export const vendorSchema = z
  .object({
    id: idField,
    name: z.string(),
    status: z.enum(['active', 'suspended']),
    suspension: z
      .object({
        for: z.enum(['order', 'deposit_reversed']).meta({
          description: 'deposit_reversed ends by itself when the float covers again what was sold',
        }),
        note: z.string(),
        by: z.string(),
        at: instantField,
      })
      .nullable(),
    credit_limit_minor: moneyAnswerField.meta({
      description: 'How far the vendor may sell before paying; zero for one who pays before',
    }),
    settings: z.object(settingsShape),
    float: floatSchema,
  })
  .meta({ id: 'Vendor' });

export const vendorsSchema = z.object({ vendors: z.array(vendorSchema) }).meta({ id: 'Vendors' });

export const newVendorSchema = z.strictObject({ name: lineField(200) }).meta({ id: 'NewVendor' });

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

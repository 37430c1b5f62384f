/** Vendors and their floats. */
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

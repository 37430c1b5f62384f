/** What was sold on a day, and whether the books agree. */
import { z } from 'zod';
import { dateField, moneyAnswerField } from './fields.ts';
import { vendSchema } from './vend.ts';
import { vendorSchema } from './vendor.ts';

const booksSchema = z.object({
  balanced: z.boolean(),
  entries: z.int(),
  sum_minor: moneyAnswerField,
  vends_posted: z.int(),
  tokens_issued: z.int(),
  security_module: z.object({ state: z.enum(['up', 'down']), issued: z.int().nullable() }),
  agree: z.boolean().meta({ description: 'Ledger, tokens and security module say the same' }),
});

export const todaySchema = z
  .object({
    date: dateField,
    time_zone: z.string(),
    vends: z.int(),
    tendered_minor: moneyAnswerField,
    energy_tenth_kwh: z.int(),
    tax_minor: moneyAnswerField,
    hours: z
      .array(
        z.object({
          hour: z.int().min(0).max(23),
          vends: z.int(),
          tendered_minor: moneyAnswerField,
          energy_tenth_kwh: z.int(),
        }),
      )
      .length(24),
    vendors: z.array(vendorSchema),
    recent: z.array(vendSchema).max(10),
    books: booksSchema,
  })
  .meta({ id: 'Today' });

/** The form of a picture of a meter, which is also all that an answer may hold. */
import { z } from 'zod';

export const logEntrySchema = z.strictObject({
  number: z.int(),
  at: z.iso.datetime(),
  code: z.string(),
  detail: z.string(),
});

const displaySchema = z.strictObject({
  primary: z.string().meta({ description: 'The first line, at most 24 characters' }),
  secondary: z.string(),
  sentence: z.string().meta({ description: 'The same in plain words' }),
  entry_groups: z.array(z.string()),
  digit_count: z.int(),
  icons: z.strictObject({
    load_switch_closed: z.boolean(),
    accept: z.boolean(),
    reject: z.boolean(),
    low_credit: z.boolean(),
    low_credit_level: z.int(),
    tamper: z.boolean(),
    emergency: z.boolean(),
    locked: z.boolean(),
    overload: z.boolean(),
    buzzer: z.boolean(),
    link: z.string(),
    load_bar: z.int().meta({ description: 'Tenths of the power limit, 0 to 10' }),
  }),
});

export const pictureSchema = z
  .strictObject({
    meter_number: z.string(),
    model: z.string(),
    commodity: z.string(),
    clock: z.iso.datetime().meta({ description: "The meter's own" }),
    speed: z.int(),
    condition: z.enum(['ready', 'storage_failed', 'halted']),
    is_powered: z.boolean(),
    display: displaySchema,
    supply: z.strictObject({
      is_closed: z.boolean(),
      carried_by: z.string().nullable().meta({ description: 'What it is closed for' }),
      reason: z.string().nullable().meta({ description: 'Why it is open' }),
    }),
    credit: z.array(
      z.strictObject({
        service: z.int().meta({ description: '0 electricity, 1 water, 2 gas, 3 time, 4–7 money' }),
        credit: z.string().meta({ description: 'Wh of electricity; else units of the tokens' }),
      }),
    ),
    emergency_credit: z.string(),
    flowing: z.int().meta({ description: 'W, or dm³ per hour' }),
    phases: z.array(
      z.strictObject({ power_w: z.int(), voltage_decivolt: z.int(), current_ma: z.int() }),
    ),
    lock_out_seconds: z.int(),
    tamper: z.strictObject({
      is_tampered: z.boolean(),
      active: z.array(z.string()),
      kept: z.array(z.string()),
    }),
    sensors: z.record(z.string(), z.boolean()),
    load: z.strictObject({
      profile: z.string(),
      phase_watts: z.array(z.int()).nullable(),
      appliances: z.array(z.string()),
      phase_voltages_decivolt: z.array(z.int()).nullable(),
      missing_neutral_ma: z.int(),
      behind_open_switch_w: z.int(),
    }),
    log: z.array(logEntrySchema).meta({ description: 'The latest, oldest first' }),
  })
  .meta({ id: 'MeterPicture' });

export type MeterPicture = z.infer<typeof pictureSchema>;
export type LogEntryPicture = z.infer<typeof logEntrySchema>;

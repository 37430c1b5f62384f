/** The forms of what may be asked of a meter, with their limits. */

import { COMMAND_REFUSALS } from '@wattvend/meter/meter-event.js';
import { TOKEN_RESULTS, type TokenResult } from '@wattvend/meter/token-result.js';
import { z } from 'zod';
import { APPLIANCES } from '../load/appliances.ts';

// What a person types is judged by the meter; this only keeps a token from being a book.
const TYPED_LENGTH_MAX = 200;
const POWER_MAX = 10_000_000;
const VOLTAGE_MAX = 10_000;
const CURRENT_MAX = 10_000_000;
const NAME_MAX = 16;

const applianceNames = APPLIANCES.map(({ name }) => name);

export const tokenBody = z.strictObject({
  token: z.string().max(TYPED_LENGTH_MAX).meta({ description: 'As it was typed' }),
  carrier: z.enum(['keypad', 'remote', 'card']).default('remote'),
});

export const keyBody = z.strictObject({
  key: z.union([
    z.string().regex(/^[0-9]$/),
    z.enum(['backspace', 'enter', 'hold-enter', 'clear', 'info', 'switch']),
  ]),
});

export const sensorBody = z.strictObject({
  sensor: z.enum(['terminal-cover', 'meter-cover', 'magnet']),
  is_active: z.boolean(),
});

const power = z.int().min(-POWER_MAX).max(POWER_MAX);
const phases = z.array(power).min(1).max(3);

/** Members that are not given stay as they are. */
export const loadBody = z.strictObject({
  watts: power.nullable().optional().meta({ description: 'In all; null: the profile again' }),
  phase_watts: phases.optional().meta({ description: 'As many as the meter has phases' }),
  profile: z.string().max(NAME_MAX).optional(),
  appliances: z.array(z.enum(applianceNames)).max(applianceNames.length).optional(),
  phase_voltages_decivolt: z
    .array(z.int().min(0).max(VOLTAGE_MAX))
    .min(1)
    .max(3)
    .nullable()
    .optional(),
  missing_neutral_ma: z.int().min(0).max(CURRENT_MAX).optional(),
  behind_open_switch_w: z.int().min(0).max(POWER_MAX).optional(),
});

export const powerBody = z.strictObject({ is_on: z.boolean() });

const time = z.iso.datetime({ offset: true });
const chargeName = z.string().min(1).max(NAME_MAX);

// Tariffs, prices, charges and settings stand as the meter stores them; it says what is wrong.
export const commandBody = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('disconnect') }),
  z.strictObject({ command: z.literal('reconnect'), needs_key: z.boolean() }),
  z.strictObject({ command: z.literal('commission') }),
  z.strictObject({ command: z.literal('decommission') }),
  z.strictObject({
    command: z.literal('set-passive-tariff'),
    tariff: z.unknown(),
    activate_at: time,
  }),
  z.strictObject({ command: z.literal('activate-tariff') }),
  z.strictObject({ command: z.literal('set-prices'), schedule: z.unknown() }),
  z.strictObject({ command: z.literal('set-charge'), charge: z.unknown() }),
  z.strictObject({ command: z.literal('remove-charge'), name: chargeName }),
  z.strictObject({ command: z.literal('select-emergency-credit') }),
  z.strictObject({ command: z.literal('reset-demand') }),
  z.strictObject({ command: z.literal('change-settings'), settings: z.unknown() }),
]);

/** Between the first token identifier and the last. */
export const clockBody = z.strictObject({ at: time });

export type TokenBody = z.infer<typeof tokenBody>;
export type LoadBody = z.infer<typeof loadBody>;
export type CommandBody = z.infer<typeof commandBody>;

/** One request, whatever brought it. */
export type MeterRequest =
  | ({ readonly kind: 'token' } & TokenBody)
  | ({ readonly kind: 'key' } & z.infer<typeof keyBody>)
  | ({ readonly kind: 'sensor' } & z.infer<typeof sensorBody>)
  | ({ readonly kind: 'load' } & LoadBody)
  | ({ readonly kind: 'power' } & z.infer<typeof powerBody>)
  | { readonly kind: 'command'; readonly body: CommandBody }
  | ({ readonly kind: 'clock' } & z.infer<typeof clockBody>);

export const tokenAnswerSchema = z.strictObject({
  kind: z.literal('token'),
  result: z.enum(Object.keys(TOKEN_RESULTS) as [TokenResult, ...TokenResult[]]),
  code: z.int().nullable().meta({ description: 'The number some keypads show' }),
  is_good: z.boolean(),
  short: z.string(),
  sentence: z.string(),
});

export const commandAnswerSchema = z.strictObject({
  kind: z.literal('command'),
  outcome: z.enum(['done', 'refused']),
  refusal: z.enum(COMMAND_REFUSALS).nullable(),
  detail: z.string().nullable(),
});

export const doneSchema = z.strictObject({ kind: z.literal('done') });

export type TokenAnswer = z.infer<typeof tokenAnswerSchema>;
export type CommandAnswer = z.infer<typeof commandAnswerSchema>;

/** Not-ready: what was asked could not be kept, so it was not done. */
export type MeterAnswer =
  | TokenAnswer
  | CommandAnswer
  | { readonly kind: 'done' }
  | { readonly kind: 'not-ready' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

/** Who is signed in, at which utility. */
import { PERMISSION_NAMES } from '@wattvend/vending/permissions.js';
import { ROLES } from '@wattvend/vending/roles.js';
import { z } from 'zod';
import { idField, instantField } from './fields.ts';

export const sessionSchema = z
  .object({
    user: z.object({
      id: idField,
      display_name: z.string(),
      sign_in_name: z.string(),
      roles: z.array(z.enum(ROLES)),
      permissions: z
        .array(z.enum(PERMISSION_NAMES))
        .meta({ description: 'What the roles allow; pages show what is named here' }),
      vendor: z.object({ id: idField, name: z.string() }).nullable(),
    }),
    stage: z.enum(['whole', 'second_factor_needed', 'second_factor_setup_needed']).meta({
      description: 'Only a whole session may do anything but finish the sign-in',
    }),
    second_factor: z.object({
      totp: z.boolean(),
      passkey: z.boolean(),
      shown_at: instantField.nullable().meta({ description: 'Last, in this session' }),
    }),
    utility: z.object({
      id: idField,
      name: z.string(),
      currency: z.object({ code: z.string(), symbol: z.string(), decimal_places: z.int() }),
      time_zone: z.string().meta({ description: 'An IANA name', example: 'Africa/Nairobi' }),
    }),
    demo: z.boolean(),
    meter_emulator_url: z.string().nullable().meta({
      description: 'Of a meter emulator that the console shows',
      example: 'http://127.0.0.1:9340',
    }),
    build: z.object({ version: z.string() }),
  })
  .meta({ id: 'Session' });

export const signInSchema = z
  .strictObject({ sign_in_name: z.string().min(1).max(200), password: z.string().min(1).max(2000) })
  .meta({ id: 'SignIn' });

const demoPersonField = z
  .enum(['demo', 'checker'])
  .meta({ description: 'The demo has two people, for what one alone may not do' });

export const demoSwitchSchema = z.strictObject({ as: demoPersonField }).meta({ id: 'DemoSwitch' });

export const demoSignInSchema = z
  .strictObject({
    link_secret: z.string().min(1).max(200),
    as: demoPersonField.default('demo'),
  })
  .meta({ id: 'DemoSignIn' });

export const passwordChangeSchema = z
  .strictObject({
    current_password: z.string().min(1).max(2000),
    new_password: z.string().min(1).max(2000),
  })
  .meta({ id: 'PasswordChange' });

/** Who is signed in, at which utility. */
import { PERMISSION_NAMES } from '@wattvend/vending/permissions.js';
import { ROLES } from '@wattvend/vending/roles.js';
import { z } from 'zod';
import { idField } from './fields.ts';

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

export const demoSignInSchema = z
  .strictObject({ link_secret: z.string().min(1).max(200) })
  .meta({ id: 'DemoSignIn' });

export const passwordChangeSchema = z
  .strictObject({
    current_password: z.string().min(1).max(2000),
    new_password: z.string().min(1).max(2000),
  })
  .meta({ id: 'PasswordChange' });

/** Users and API keys. What is shown once has an answer of its own. */
import { MACHINE_PERMISSIONS, PERMISSION_NAMES } from '@wattvend/vending/permissions.js';
import { ROLES, type Role } from '@wattvend/vending/roles.js';
import { z } from 'zod';
import { idField, instantField, lineField } from './fields.ts';

const rolesField = z.array(z.enum(ROLES));
const vendorField = z.object({ id: idField, name: z.string() });

export const userSchema = z
  .object({
    id: idField,
    sign_in_name: z.string(),
    display_name: z.string(),
    roles: rolesField,
    founder: z.boolean().meta({ description: 'May hold roles that are kept apart elsewhere' }),
    vendor: vendorField.nullable(),
    disabled: z.boolean(),
  })
  .meta({ id: 'User' });

export type UserJson = z.infer<typeof userSchema>;

export const usersSchema = z.object({ users: z.array(userSchema) }).meta({ id: 'Users' });

const VENDOR_DOES_NOT_FIT = {
  path: ['vendor_id'],
  message: 'a cashier belongs to a vendor, and nobody else does',
};

const SIGN_IN_NAME = /^[\p{L}\p{M}\p{N}._@+-]+$/u;

export const newUserSchema = z
  .strictObject({
    sign_in_name: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .regex(SIGN_IN_NAME, 'has letters, digits and . _ @ + - only')
      .meta({ description: 'Capital and small letters are the same name', example: 'amara' }),
    display_name: lineField(200),
    roles: rolesField.min(1).refine(isOnce, 'names a role twice'),
    vendor_id: idField.nullable().meta({ description: 'On whose float a cashier sells' }),
  })
  .refine(vendorFits, VENDOR_DOES_NOT_FIT)
  .meta({ id: 'NewUser' });

export const userRolesSchema = z
  .strictObject({
    roles: rolesField.min(1).refine(isOnce, 'names a role twice'),
    vendor_id: idField.nullable().meta({ description: 'On whose float a cashier sells' }),
  })
  .refine(vendorFits, VENDOR_DOES_NOT_FIT)
  .meta({ id: 'UserRoles' });

function vendorFits(user: {
  readonly roles: readonly Role[];
  readonly vendor_id: string | null;
}): boolean {
  return (user.vendor_id !== null) === user.roles.includes('cashier');
}

function isOnce(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

const generatedPasswordField = z
  .string()
  .meta({ description: 'Made by chance and never seen again', example: 'h7kqm-2wxyz-9abcd-efghj' });

export const addedUserSchema = z
  .object({ user: userSchema, password: generatedPasswordField })
  .meta({ id: 'AddedUser' });

export const generatedPasswordSchema = z
  .object({ password: generatedPasswordField })
  .meta({ id: 'GeneratedPassword' });

const PUBLIC_KEY = /^[A-Za-z0-9+/]{43}=$/;

const publicKeyField = z
  .string()
  .regex(PUBLIC_KEY, 'must be 32 octets in base64')
  .nullable()
  .meta({ description: 'Ed25519, 32 octets in base64; with it the client signs its requests' });

const limitFields = {
  permissions: z
    .array(z.enum(MACHINE_PERMISSIONS))
    .min(1)
    .refine(isOnce, 'names a permission twice')
    .meta({ description: 'What the key may do' }),
  requests_per_minute: z
    .int()
    .min(1)
    .max(1_000_000)
    .nullable()
    .meta({ description: 'Null for no limit of its own' }),
  public_key: publicKeyField,
  signature_required: z.boolean().meta({ description: 'Then its secret alone opens nothing' }),
};

const SIGNS = {
  path: ['public_key'],
  message: 'is needed by a key that must sign',
};

function canSign(key: {
  readonly signature_required: boolean;
  readonly public_key: string | null;
}): boolean {
  return !key.signature_required || key.public_key !== null;
}

const apiKeySchema = z
  .object({
    id: idField,
    name: z.string(),
    vendor: vendorField,
    ...limitFields,
    created_at: instantField,
    revoked_at: instantField.nullable(),
  })
  .meta({ id: 'ApiKey' });

export type ApiKeyJson = z.infer<typeof apiKeySchema>;

export const apiKeysSchema = z.object({ api_keys: z.array(apiKeySchema) }).meta({ id: 'ApiKeys' });

export const newApiKeySchema = z
  .strictObject({
    name: lineField(100).meta({ description: 'Whose key it is; stands on receipts' }),
    vendor_id: idField.meta({ description: 'On whose float it sells' }),
    permissions: limitFields.permissions.default([...MACHINE_PERMISSIONS]),
    requests_per_minute: limitFields.requests_per_minute.default(null),
    public_key: publicKeyField.default(null),
    signature_required: z.boolean().default(false),
  })
  .refine(canSign, SIGNS)
  .meta({ id: 'NewApiKey' });

export const apiKeyLimitsSchema = z
  .strictObject(limitFields)
  .refine(canSign, SIGNS)
  .meta({ id: 'ApiKeyLimits' });

export const addedApiKeySchema = z
  .object({
    api_key: apiKeySchema,
    secret: z.string().meta({
      description: 'What the machine client sends as `Authorization: Bearer …`; never seen again',
    }),
  })
  .meta({ id: 'AddedApiKey' });

export const rolesSchema = z
  .object({
    roles: z.array(
      z.object({
        role: z.enum(ROLES),
        permissions: z.array(z.enum(PERMISSION_NAMES)),
        needs_second_factor: z.boolean(),
      }),
    ),
    incompatible: z
      .array(
        z.object({
          roles: z.array(z.enum(ROLES)).meta({ description: 'Two' }),
          why: z.string(),
          founder_may: z.boolean(),
        }),
      )
      .meta({ description: 'Pairs one person may not hold together' }),
  })
  .meta({ id: 'Roles' });

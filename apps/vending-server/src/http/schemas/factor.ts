/** Second factors and passkeys. What browsers make and read of passkeys is theirs to define. */
import { z } from 'zod';
import { instantField, lineField } from './fields.ts';

const base64urlField = z
  .string()
  .min(1)
  .max(20_000)
  .regex(/^[A-Za-z0-9_-]+$/, 'must be base64url');

const credential = {
  id: base64urlField,
  rawId: base64urlField,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  clientExtensionResults: z.looseObject({}),
};

/** RegistrationResponseJSON of the WebAuthn API. */
const madePasskeySchema = z
  .looseObject({
    ...credential,
    response: z.looseObject({
      clientDataJSON: base64urlField,
      attestationObject: base64urlField,
      transports: z.array(z.string().max(30)).max(10).optional(),
    }),
  })
  .meta({ id: 'MadePasskey', description: 'RegistrationResponseJSON of the WebAuthn API' });

/** AuthenticationResponseJSON of the WebAuthn API. */
export const shownPasskeySchema = z
  .looseObject({
    ...credential,
    response: z.looseObject({
      clientDataJSON: base64urlField,
      authenticatorData: base64urlField,
      signature: base64urlField,
      userHandle: base64urlField.optional(),
    }),
  })
  .meta({ id: 'ShownPasskey', description: 'AuthenticationResponseJSON of the WebAuthn API' });

export const passkeyOptionsSchema = z.looseObject({ challenge: z.string() }).meta({
  id: 'PasskeyOptions',
  description: 'What the WebAuthn API of a browser is given, as JSON',
});

const codeField = z.string().trim().min(1).max(40);

export const shownFactorSchema = z
  .discriminatedUnion('method', [
    z.strictObject({ method: z.literal('totp'), code: codeField }),
    z.strictObject({ method: z.literal('recovery_code'), code: codeField }),
    z.strictObject({ method: z.literal('passkey'), passkey: shownPasskeySchema }),
  ])
  .meta({ id: 'ShownFactor' });

const passkeySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    synced: z.boolean().meta({ description: 'Kept on several devices of its owner' }),
    made_at: instantField,
    last_used_at: instantField.nullable(),
  })
  .meta({ id: 'Passkey' });

export const factorsSchema = z
  .object({
    required: z.boolean().meta({ description: 'Whether the roles ask for a second factor' }),
    totp: z.boolean(),
    passkeys: z.array(passkeySchema),
    recovery_codes_left: z.int(),
  })
  .meta({ id: 'SecondFactors' });

const recoveryCodesField = z
  .array(z.string())
  .nullable()
  .meta({ description: 'With the first factor only; never seen again' });

export const totpEnrolmentSchema = z
  .object({
    secret: z.string().meta({ description: 'Base32, for typing' }),
    uri: z.string().meta({ description: 'For a QR code', example: 'otpauth://totp/…' }),
  })
  .meta({ id: 'TotpEnrolment' });

export const totpCodeSchema = z.strictObject({ code: codeField }).meta({ id: 'TotpCode' });

export const enrolledSchema = z
  .object({ recovery_codes: recoveryCodesField })
  .meta({ id: 'EnrolledFactor' });

export const newPasskeySchema = z
  .strictObject({ name: lineField(100), passkey: madePasskeySchema })
  .meta({ id: 'NewPasskey' });

export const passkeyNameSchema = z
  .strictObject({ name: lineField(100) })
  .meta({ id: 'PasskeyName' });

export const recoveryCodesSchema = z
  .object({ recovery_codes: z.array(z.string()) })
  .meta({ id: 'RecoveryCodes' });

export const credentialIdField = base64urlField.max(1400);

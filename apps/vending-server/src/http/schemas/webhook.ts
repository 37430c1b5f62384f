/** Webhooks: who is told of what, and what became of the messages. */
import { EVENT_KINDS } from '@wattvend/vending/webhook-events.js';
import { z } from 'zod';
import { idField, instantField, lineField } from './fields.ts';

const kindsField = z
  .array(z.enum(EVENT_KINDS))
  .min(1)
  .max(EVENT_KINDS.length)
  .meta({ description: 'What to be told of' });

const urlField = z.string().min(1).max(2000).meta({
  description: 'Where messages are posted to: https, without a password in it',
  example: 'https://shop.example.org/wattvend',
});

export const newWebhookSchema = z
  .strictObject({
    url: urlField,
    description: lineField(200),
    kinds: kindsField,
    vendor_id: idField
      .nullable()
      .meta({ description: 'Only what concerns this vendor; null for all vendors' }),
  })
  .meta({ id: 'NewWebhook' });

export const webhookSchema = z
  .object({
    id: idField,
    url: urlField,
    description: z.string(),
    kinds: kindsField,
    vendor_id: idField.nullable(),
    secret_generation: z.int(),
    created_by: z.string(),
    created_at: instantField,
    stopped_at: instantField.nullable(),
    pending: z.int().meta({ description: 'Messages not yet delivered' }),
    failed: z.int().meta({ description: 'Messages given up after the last attempt' }),
  })
  .meta({ id: 'Webhook' });

export const webhooksSchema = z
  .object({ webhooks: z.array(webhookSchema) })
  .meta({ id: 'Webhooks' });

export const webhookWithSecretSchema = z
  .object({
    webhook: webhookSchema,
    secret: z.string().meta({
      description: 'Signs the messages (Standard Webhooks, HMAC-SHA-256). Shown this once.',
      example: 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',
    }),
  })
  .meta({ id: 'WebhookWithSecret' });

export const deliverySchema = z
  .object({
    message_id: z
      .string()
      .meta({ description: 'The header webhook-id; the same on every attempt' }),
    kind: z.enum(EVENT_KINDS),
    subject_id: idField,
    occurred_at: instantField,
    state: z.enum(['pending', 'delivered', 'failed']),
    attempts: z.int(),
    next_attempt_at: instantField.nullable(),
    last_attempt_at: instantField.nullable(),
    last_status: z.int().nullable().meta({ description: 'HTTP status of the last answer' }),
    last_fault: z.string().nullable(),
    delivered_at: instantField.nullable(),
  })
  .meta({ id: 'WebhookDelivery' });

export const deliveriesSchema = z
  .object({ deliveries: z.array(deliverySchema), next: z.string().nullable() })
  .meta({ id: 'WebhookDeliveries' });

export const replaySchema = z
  .strictObject({
    from: z.iso.datetime().meta({ description: 'From when it occurred' }),
    to: z.iso.datetime().meta({ description: 'Before when it occurred' }),
    only_failed: z.boolean(),
  })
  .meta({ id: 'WebhookReplay' });

export const replayedSchema = z
  .object({ messages: z.int().meta({ description: 'How many are sent again' }) })
  .meta({ id: 'WebhookReplayed' });

/**
 * The secret a webhook's messages are signed with, and the signature, by the scheme of Standard
 * Webhooks 1.0.0 (standardwebhooks.com): HMAC-SHA-256 over id, time and body. Secrets are derived
 * from one key of the server's and stored nowhere.
 */
import { createHmac, type KeyObject } from 'node:crypto';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Instant } from '@wattvend/quantities/time.js';

export type WebhookId = Quantity<string, 'webhook id'>;

export interface SigningParty {
  readonly utilityId: UtilityId;
  readonly webhookId: WebhookId;
  readonly secretGeneration: number;
}

/** Derives secrets; `key` is 32 octets of chance that only the server knows. */
export function webhookSecret(key: KeyObject, party: SigningParty): Uint8Array {
  const { utilityId, webhookId, secretGeneration } = party;
  const label = `wattvend webhook secret 1\n${utilityId}\n${webhookId}\n${secretGeneration}`;
  return createHmac('sha256', key).update(label).digest();
}

/** As the receiver's library wants it. */
export function webhookSecretText(secret: Uint8Array): string {
  return `whsec_${Buffer.from(secret).toString('base64')}`;
}

export interface SignedMessage {
  readonly messageId: string;
  readonly sentAt: Instant;
  readonly body: string;
}

/** The three headers of a message; several secrets make several signatures, any of which will do. */
export function signatureHeaders(
  secrets: readonly Uint8Array[],
  { messageId, sentAt, body }: SignedMessage,
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const seconds = Math.floor(sentAt / 1000);
  const signed = `${messageId}.${seconds}.${body}`;
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`,
  );
  return {
    'webhook-id': messageId,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  };
}

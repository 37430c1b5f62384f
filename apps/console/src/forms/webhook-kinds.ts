/** What a webhook can be told of, as the API lists it. */
import type { Webhook } from '../pages/webhooks/webhook-queries.ts';

type Kind = Webhook['kinds'][number];

// A record, so that the compiler asks for a kind that is new.
const ALL: Readonly<Record<Kind, true>> = {
  'vend.posted': true,
  'vend.declined': true,
  'vend.repaired': true,
  'refund.posted': true,
  'token_order.ended': true,
  'deposit.posted': true,
};

export const WEBHOOK_KINDS = Object.keys(ALL) as readonly Kind[];

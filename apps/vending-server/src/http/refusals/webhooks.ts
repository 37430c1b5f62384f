/** Webhooks that cannot be begun, or are not there. In order. */
import { NO, row } from './refusal.ts';

export const WEBHOOK_REFUSALS = {
  webhook_id_conflict: row(
    409,
    NO,
    'Webhook id used before',
    'A webhook with this id exists and asks for something else. Use a new id for a new webhook.',
    'The address, the kinds, the description or the vendor differ from those of the webhook of this id. A webhook is not changed: stop it and begin another.',
  ),
  webhook_url_invalid: row(
    422,
    NO,
    'Webhook address wrong',
    'Messages cannot be sent there: {fault}.',
    'Messages go to `https` addresses on the internet, so that nobody can make the server ask addresses of its own network. A server started with `--webhooks-to-private-addresses` also takes `http` and private addresses.',
  ),
  too_many_webhooks: row(
    409,
    NO,
    'Too many webhooks',
    'There are 50 webhooks at work, which is the most. Stop one first.',
    'Each vend is looked at for each webhook, so their number has a limit.',
  ),
  webhook_not_found: row(
    404,
    NO,
    'Webhook not found',
    'There is no webhook with this id, or it was stopped.',
    'What was stopped is still listed, but signs and sends nothing any more.',
  ),
} as const;

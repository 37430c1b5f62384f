/** /v1/webhooks: who is told of what happens, and what became of the messages. */
import { instant } from '@wattvend/quantities/time.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import { listVendors } from '@wattvend/vending/vendors.js';
import {
  type Delivery,
  listDeliveries,
  messageIdOf,
  replayDeliveries,
} from '@wattvend/vending/webhook-deliveries.js';
import {
  type WebhookId,
  webhookSecret,
  webhookSecretText,
} from '@wattvend/vending/webhook-secret.js';
import {
  findWebhook,
  listWebhooks,
  putWebhook,
  rotateWebhookSecret,
  stopWebhook,
  type Webhook,
} from '@wattvend/vending/webhooks.js';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { webhookUrlFault } from '../webhook-sender.ts';
import { authorOf, may, nameOf, principalOf } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { instantText } from './json.ts';
import { SECURITY_USER } from './openapi.ts';
import { plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { idField, limitField } from './schemas/fields.ts';
import { NO_CONTENT, problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';
import {
  deliveriesSchema,
  type deliverySchema,
  newWebhookSchema,
  replayedSchema,
  replaySchema,
  type webhookSchema,
  webhooksSchema,
  webhookWithSecretSchema,
} from './schemas/webhook.ts';

const TAGS = ['webhooks'];
// One less than the column holds, since the next one is stored.
const GENERATION_MOST = 2 ** 31 - 2;
const WEBHOOK_PARAMS = z.strictObject({ id: idField });

export function webhookRoutes(app: App, context: ServerContext): void {
  listRoute(app, context);
  putRoute(app, context);
  stopRoute(app, context);
  rotateRoute(app, context);
  deliveriesRoute(app, context);
  replayRoute(app, context);
}

function listRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/webhooks',
    {
      config: { access: may('webhook.read') },
      schema: {
        operationId: 'listWebhooks',
        summary: 'All webhooks, the oldest first, also those that were stopped',
        tags: TAGS,
        security: SECURITY_USER,
        response: { 200: webhooksSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async () => {
      const webhooks = await listWebhooks(database, utility.utilityId);
      return { webhooks: webhooks.map(webhookJson) };
    },
  );
}

function putRoute(app: App, context: ServerContext): void {
  const { database, utility, clock, webhooks } = context;
  const by = (request: FastifyRequest) => ({ author: authorOf(request), now: clock() });
  app.put(
    '/v1/webhooks/:id',
    {
      config: { access: may('webhook.write') },
      schema: {
        operationId: 'putWebhook',
        summary: 'Begin a webhook, once for each id; its secret is in the first answer',
        description:
          'Messages are signed as Standard Webhooks 1.0.0 says: the headers webhook-id, ' +
          'webhook-timestamp and webhook-signature. Each is sent at least once; webhook-id is the ' +
          'same on every attempt. Any answer from 200 to 299 takes it; anything else is tried ' +
          'again, over about four days.',
        tags: TAGS,
        security: SECURITY_USER,
        params: WEBHOOK_PARAMS,
        body: newWebhookSchema,
        response: {
          200: webhookWithSecretSchema,
          201: webhookWithSecretSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'webhook_id_conflict',
            'webhook_url_invalid',
            'vendor_not_found',
            'too_many_webhooks',
          ),
        },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const fault = webhookUrlFault(body.url, webhooks);
      if (fault !== null) {
        return sendProblem(reply, 'webhook_url_invalid', { values: { fault: URL_FAULTS[fault] } });
      }
      const order = {
        webhookId: plainId<WebhookId>(request.params.id),
        url: new URL(body.url).href,
        description: body.description,
        kinds: [...new Set(body.kinds)],
        vendorId: body.vendor_id === null ? null : plainId<VendorId>(body.vendor_id),
        createdBy: nameOf(principalOf(request)),
      };
      const { utilityId } = utility;
      const answer = await putWebhook(
        database,
        utilityId,
        order,
        by(request),
        async (tx, vendorId) => {
          return (await listVendors(tx, utilityId, vendorId)).length > 0;
        },
      );
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return reply.code(answer.first ? 201 : 200).send(withSecret(context, answer.webhook));
    },
  );
}

const URL_FAULTS = {
  'not-a-url': 'it is no address such as https://shop.example.org/wattvend',
  'not-https': 'it must begin with https',
  'has-credentials': 'it must not hold a name or a password',
  'private-address': 'it leads into a private network',
} as const;

function stopRoute(app: App, { database, utility, clock }: ServerContext): void {
  const by = (request: FastifyRequest) => ({ author: authorOf(request), now: clock() });
  app.delete(
    '/v1/webhooks/:id',
    {
      config: { access: may('webhook.write') },
      schema: {
        operationId: 'stopWebhook',
        summary: 'Stop a webhook; the same again changes nothing',
        tags: TAGS,
        security: SECURITY_USER,
        params: WEBHOOK_PARAMS,
        response: { 204: NO_CONTENT, ...problems(...WRITE_REFUSALS, 'webhook_not_found') },
      },
    },
    async (request, reply) => {
      const webhookId = plainId<WebhookId>(request.params.id);
      const isThere = await stopWebhook(database, utility.utilityId, webhookId, by(request));
      return isThere ? reply.code(204).send(null) : sendProblem(reply, 'webhook_not_found');
    },
  );
}

function rotateRoute(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  const by = (request: FastifyRequest) => ({ author: authorOf(request), now: clock() });
  app.post(
    '/v1/webhooks/:id/secret',
    {
      config: { access: may('webhook.write') },
      schema: {
        operationId: 'rotateWebhookSecret',
        summary: 'Make a new secret; for a day messages are signed with both',
        tags: TAGS,
        security: SECURITY_USER,
        params: WEBHOOK_PARAMS,
        body: z.strictObject({
          replaces: z
            .int()
            .min(1)
            .max(GENERATION_MOST)
            .meta({ description: 'The secret_generation it replaces' }),
        }),
        response: {
          200: webhookWithSecretSchema,
          ...problems(...WRITE_REFUSALS, 'webhook_not_found'),
        },
      },
    },
    async (request, reply) => {
      const webhookId = plainId<WebhookId>(request.params.id);
      const { replaces } = request.body;
      const { utilityId } = utility;
      const webhook = await rotateWebhookSecret(
        database,
        utilityId,
        webhookId,
        replaces,
        by(request),
      );
      if (webhook === null) return sendProblem(reply, 'webhook_not_found');
      return withSecret(context, webhook);
    },
  );
}

// Milliseconds since 1970 and the subject of the last message of a page.
const CURSOR = /^\d{1,15}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const AFTER_ALL = { occurredAt: instant(Number.MAX_SAFE_INTEGER), subjectId: 'f'.repeat(32) };

function deliveriesRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/webhooks/:id/deliveries',
    {
      config: { access: may('webhook.read') },
      schema: {
        operationId: 'listWebhookDeliveries',
        summary: 'The messages of a webhook, newest first',
        tags: TAGS,
        security: SECURITY_USER,
        params: WEBHOOK_PARAMS,
        querystring: z.strictObject({
          state: z.enum(['pending', 'delivered', 'failed']).optional(),
          limit: limitField,
          before: z.string().regex(CURSOR).optional(),
        }),
        response: { 200: deliveriesSchema, ...problems(...READ_REFUSALS, 'webhook_not_found') },
      },
    },
    async (request, reply) => {
      const webhookId = plainId<WebhookId>(request.params.id);
      const { state, limit, before } = request.query;
      if ((await findWebhook(database, utility.utilityId, webhookId)) === null) {
        return sendProblem(reply, 'webhook_not_found');
      }
      const [ms = '', subjectId = ''] = before?.split('_') ?? [];
      const found = await listDeliveries(database, utility.utilityId, {
        webhookId,
        state: state ?? null,
        before: before === undefined ? AFTER_ALL : { occurredAt: instant(Number(ms)), subjectId },
        limit: limit + 1,
      });
      const page = found.slice(0, limit);
      const last = page.at(-1);
      const isMore = found.length > limit && last !== undefined;
      const next = isMore ? `${last.occurredAt}_${last.subjectId}` : null;
      return { deliveries: page.map(deliveryJson), next };
    },
  );
}

function replayRoute(app: App, { database, utility, clock }: ServerContext): void {
  app.post(
    '/v1/webhooks/:id/replays',
    {
      config: { access: may('webhook.write') },
      schema: {
        operationId: 'replayWebhook',
        summary: 'Send again what occurred in a span of time',
        tags: TAGS,
        security: SECURITY_USER,
        params: WEBHOOK_PARAMS,
        body: replaySchema,
        response: { 200: replayedSchema, ...problems(...WRITE_REFUSALS, 'webhook_not_found') },
      },
    },
    async (request, reply) => {
      const webhookId = plainId<WebhookId>(request.params.id);
      const { from, to, only_failed: onlyFailed } = request.body;
      const webhook = await findWebhook(database, utility.utilityId, webhookId);
      if (webhook === null || webhook.stoppedAt !== null) {
        return sendProblem(reply, 'webhook_not_found');
      }
      const messages = await replayDeliveries(
        database,
        utility.utilityId,
        { webhookId, from: instant(Date.parse(from)), to: instant(Date.parse(to)), onlyFailed },
        clock(),
      );
      return { messages };
    },
  );
}

function withSecret(
  { utility, webhooks }: ServerContext,
  webhook: Webhook,
): { webhook: z.infer<typeof webhookSchema>; secret: string } {
  const { webhookId, secretGeneration } = webhook;
  const party = { utilityId: utility.utilityId, webhookId, secretGeneration };
  const secret = webhookSecretText(webhookSecret(webhooks.secretKey, party));
  return { webhook: webhookJson(webhook), secret };
}

function webhookJson(webhook: Webhook): z.infer<typeof webhookSchema> {
  return {
    id: webhook.webhookId,
    url: webhook.url,
    description: webhook.description,
    kinds: [...webhook.kinds],
    vendor_id: webhook.vendorId,
    secret_generation: webhook.secretGeneration,
    created_by: webhook.createdBy,
    created_at: instantText(webhook.createdAt),
    stopped_at: textOrNull(webhook.stoppedAt),
    pending: webhook.pending,
    failed: webhook.failed,
  };
}

function deliveryJson(delivery: Delivery): z.infer<typeof deliverySchema> {
  return {
    message_id: messageIdOf(delivery),
    kind: delivery.kind,
    subject_id: delivery.subjectId,
    occurred_at: instantText(delivery.occurredAt),
    state: delivery.state,
    attempts: delivery.attempts,
    next_attempt_at: delivery.state === 'pending' ? instantText(delivery.nextAttemptAt) : null,
    last_attempt_at: textOrNull(delivery.lastAttemptAt),
    last_status: delivery.lastStatus,
    last_fault: delivery.lastFault,
    delivered_at: textOrNull(delivery.deliveredAt),
  };
}

function textOrNull(at: number | null): string | null {
  return at === null ? null : instantText(at);
}

/** /v1/api-keys: how machine clients are let in and kept out. */
import { randomUUID } from 'node:crypto';
import {
  type ApiKeyId,
  type ApiKeyLimits,
  changeApiKey,
  createApiKey,
  type ListedApiKey,
  listApiKeys,
  revokeApiKey,
} from '@wattvend/vending/api-keys.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import { z } from 'zod';
import { authorOf, may } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { instantText } from './json.ts';
import { SECURITY_USER } from './openapi.ts';
import { plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { idField } from './schemas/fields.ts';
import { NO_CONTENT, problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';
import {
  type ApiKeyJson,
  addedApiKeySchema,
  apiKeyLimitsSchema,
  apiKeysSchema,
  newApiKeySchema,
} from './schemas/staff.ts';

export function apiKeyRoutes(app: App, context: ServerContext): void {
  listRoute(app, context);
  addRoute(app, context);
  changeRoute(app, context);
  revokeRoute(app, context);
}

function listRoute(app: App, context: ServerContext): void {
  app.get(
    '/v1/api-keys',
    {
      config: { access: may('machine.read') },
      schema: {
        operationId: 'listApiKeys',
        summary: 'All API keys without their secrets, first those that hold',
        tags: ['staff'],
        security: SECURITY_USER,
        response: { 200: apiKeysSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async () => {
      const keys = await listApiKeys(context.database, context.utility.utilityId);
      return { api_keys: keys.map(apiKeyJson) };
    },
  );
}

function addRoute(app: App, context: ServerContext): void {
  app.post(
    '/v1/api-keys',
    {
      config: { access: may('machine.write') },
      schema: {
        operationId: 'addApiKey',
        summary: 'Make an API key for a vendor; its secret is shown this once',
        tags: ['staff'],
        security: SECURITY_USER,
        body: newApiKeySchema,
        response: {
          201: addedApiKeySchema,
          ...problems(...WRITE_REFUSALS, 'vendor_not_found'),
        },
      },
    },
    async (request, reply) => {
      const { database, utility } = context;
      const apiKeyId = randomUUID() as string as ApiKeyId;
      const vendorId = plainId<VendorId>(request.body.vendor_id);
      const limits = limitsOf(request.body);
      const key = { apiKeyId, vendorId, name: request.body.name, limits };
      const answer = await createApiKey(
        database,
        utility.utilityId,
        key,
        authorOf(request),
        context.clock(),
      );
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      const keys = await listApiKeys(database, utility.utilityId);
      const added = keys.find((each) => each.apiKeyId === apiKeyId);
      if (added === undefined) throw new Error('a key that was just added is not there');
      return reply.code(201).send({ api_key: apiKeyJson(added), secret: answer.secret });
    },
  );
}

function revokeRoute(app: App, context: ServerContext): void {
  app.delete(
    '/v1/api-keys/:id',
    {
      config: { access: may('machine.write') },
      schema: {
        operationId: 'revokeApiKey',
        summary: 'Revoke an API key; the same again changes nothing',
        tags: ['staff'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        response: { 204: NO_CONTENT, ...problems(...WRITE_REFUSALS, 'api_key_not_found') },
      },
    },
    async (request, reply) => {
      const { database, utility } = context;
      const apiKeyId = plainId<ApiKeyId>(request.params.id);
      const answer = await revokeApiKey(
        database,
        utility.utilityId,
        apiKeyId,
        authorOf(request),
        context.clock(),
      );
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return reply.code(204).send(null);
    },
  );
}

function changeRoute(app: App, context: ServerContext): void {
  app.put(
    '/v1/api-keys/:id/limits',
    {
      config: { access: may('machine.write') },
      schema: {
        operationId: 'changeApiKey',
        summary: 'Change what an API key may do; it holds within a second',
        tags: ['staff'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        body: apiKeyLimitsSchema,
        response: { 204: NO_CONTENT, ...problems(...WRITE_REFUSALS, 'api_key_not_found') },
      },
    },
    async (request, reply) => {
      const { database, utility, clock } = context;
      const apiKeyId = plainId<ApiKeyId>(request.params.id);
      const key = { apiKeyId, limits: limitsOf(request.body) };
      const by = authorOf(request);
      const answer = await changeApiKey(database, utility.utilityId, key, by, clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return reply.code(204).send(null);
    },
  );
}

function limitsOf(body: z.infer<typeof apiKeyLimitsSchema>): ApiKeyLimits {
  return {
    permissions: body.permissions,
    requestsPerMinute: body.requests_per_minute,
    publicKey: body.public_key === null ? null : Buffer.from(body.public_key, 'base64'),
    signatureRequired: body.signature_required,
  };
}

function apiKeyJson(key: ListedApiKey): ApiKeyJson {
  return {
    id: key.apiKeyId,
    name: key.name,
    vendor: { id: key.vendor.vendorId, name: key.vendor.name },
    permissions: [...key.permissions],
    requests_per_minute: key.requestsPerMinute,
    public_key: key.publicKey === null ? null : Buffer.from(key.publicKey).toString('base64'),
    signature_required: key.signatureRequired,
    created_at: instantText(key.createdAt),
    revoked_at: key.revokedAt === null ? null : instantText(key.revokedAt),
  };
}

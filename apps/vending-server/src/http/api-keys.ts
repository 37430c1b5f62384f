/** /v1/api-keys: how machine clients are let in and kept out. */
import { randomUUID } from 'node:crypto';
import {
  type ApiKeyId,
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
  apiKeysSchema,
  newApiKeySchema,
} from './schemas/staff.ts';

export function apiKeyRoutes(app: App, context: ServerContext): void {
  listRoute(app, context);
  addRoute(app, context);
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
      const key = { apiKeyId, vendorId, name: request.body.name };
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

function apiKeyJson(key: ListedApiKey): ApiKeyJson {
  return {
    id: key.apiKeyId,
    name: key.name,
    vendor: { id: key.vendor.vendorId, name: key.vendor.name },
    created_at: instantText(key.createdAt),
    revoked_at: key.revokedAt === null ? null : instantText(key.revokedAt),
  };
}

/** /v1/published-values: prices per kWh that are published by the month. */
import { listPublishedValues, publishValue } from '@wattvend/vending/published-values.js';
import { may, userOf } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { sendUnlessKnown } from './etag.ts';
import { priceText } from './money-text.ts';
import { SECURITY_STAFF, SECURITY_USER } from './openapi.ts';
import { sendProblem } from './problem.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';
import {
  approvalRequestedSchema,
  approvalRequestSchema,
  newPublishedValueSchema,
  publishedValueNameSchema,
  publishedValueSchema,
  publishedValuesQuery,
  publishedValuesSchema,
} from './schemas/tariff.ts';
import { requestTariffApproval } from './tariff-approval.ts';
import { publishedValueJson } from './tariff-json.ts';

export function publishedValueRoutes(app: App, context: ServerContext): void {
  listRoute(app, context);
  putRoute(app, context);
  approvalRoute(app, context);
}

function listRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/published-values',
    {
      config: { access: may('tariff.read', { machines: true }) },
      schema: {
        operationId: 'listPublishedValues',
        summary: 'Published prices per kWh, the newest months first, at most 200 revisions',
        tags: ['tariffs'],
        security: SECURITY_STAFF,
        querystring: publishedValuesQuery,
        response: { 200: publishedValuesSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request, reply) => {
      const { component = null, month = null } = request.query;
      const page = { componentId: component, month };
      const values = await listPublishedValues(database, utility.utilityId, page);
      return sendUnlessKnown(request, reply, { values: values.map(publishedValueJson) });
    },
  );
}

function putRoute(app: App, { database, utility, clock }: ServerContext): void {
  app.put(
    '/v1/published-values/:component/:month/:revision',
    {
      config: { access: may('tariff.draft') },
      schema: {
        operationId: 'putPublishedValue',
        summary: 'Publish the price of a component for a month, or correct it by another revision',
        description: 'It counts once another person has approved it.',
        tags: ['tariffs'],
        security: SECURITY_USER,
        params: publishedValueNameSchema,
        body: newPublishedValueSchema,
        response: {
          200: publishedValueSchema,
          201: publishedValueSchema,
          ...problems(...WRITE_REFUSALS, 'published_value_conflict', 'published_revision_not_next'),
        },
      },
    },
    async (request, reply) => {
      const { component, month, revision } = request.params;
      const priceE4Minor = BigInt(request.body.price_per_kwh_e4_minor);
      const value = { componentId: component, month, revision, priceE4Minor };
      const published = { by: userOf(request).userId, at: clock() };
      const answer = await publishValue(database, utility.utilityId, value, published);
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return reply.code(answer.first ? 201 : 200).send(publishedValueJson(answer.value));
    },
  );
}

function approvalRoute(app: App, context: ServerContext): void {
  app.post(
    '/v1/published-values/:component/:month/:revision/approval',
    {
      config: { access: may('tariff.draft') },
      schema: {
        operationId: 'requestPublishedValueApproval',
        summary: 'Ask for a second person to let a published price count',
        description: 'The decision itself is made under /v1/approvals.',
        tags: ['tariffs'],
        security: SECURITY_USER,
        params: publishedValueNameSchema,
        body: approvalRequestSchema,
        response: {
          200: approvalRequestedSchema,
          201: approvalRequestedSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'published_value_not_found',
            'published_value_approved',
            'approval_id_conflict',
          ),
        },
      },
    },
    async (request, reply) => {
      const { database, utility } = context;
      const { component: componentId, month, revision } = request.params;
      const known = await listPublishedValues(database, utility.utilityId, { componentId, month });
      const value = known.find((each) => each.revision === revision);
      if (value === undefined) return sendProblem(reply, 'published_value_not_found');
      if (value.approvedBy !== null) return sendProblem(reply, 'published_value_approved');
      const price = priceText(utility, value.priceE4Minor);
      return await requestTariffApproval(context, request, reply, {
        subject: { kind: 'published-value', componentId, month, revision },
        summary: `${componentId} of ${month}, revision ${revision}: ${price} per kWh`,
      });
    },
  );
}

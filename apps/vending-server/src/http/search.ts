/** /v1/search: the one box. */
import type { SearchHit } from '@wattvend/vending/search.js';
import { search } from '@wattvend/vending/search.js';
import { z } from 'zod';
import { may } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { lookUpLimit } from './look-up.ts';
import { SECURITY_STAFF } from './openapi.ts';
import { perPrincipal } from './rate-limits.ts';
import { limitField } from './schemas/fields.ts';
import { searchHitsSchema } from './schemas/people.ts';
import { problems, READ_REFUSALS } from './schemas/problem.ts';

// A person who types asks with every key; a machine that asks as often reads out the customers.
const SEARCHES_A_MINUTE = { people: 240, machines: 30 } as const;

export function searchRoute(app: App, context: ServerContext): void {
  app.get(
    '/v1/search',
    {
      config: {
        access: may('customer.read', { machines: true }),
        rateLimit: perPrincipal(SEARCHES_A_MINUTE.people, SEARCHES_A_MINUTE.machines),
      },
      schema: {
        operationId: 'search',
        summary: 'Find meters, places, agreements and customers as one types',
        tags: ['customers'],
        security: SECURITY_STAFF,
        querystring: z.strictObject({ query: z.string().max(100), limit: limitField }),
        response: { 200: searchHitsSchema, ...problems(...READ_REFUSALS, 'too_many_requests') },
      },
    },
    async (request, reply) => {
      const { query } = request.query;
      const asked = { query, limit: request.query.limit, isNextPage: false };
      const limit = lookUpLimit(request, reply, asked);
      if (limit === null) return reply;
      const { database, utility } = context;
      const hits = await search(database, utility.utilityId, query, limit + 1);
      return { hits: hits.slice(0, limit).map(hitJson), more: hits.length > limit };
    },
  );
}

function hitJson(hit: SearchHit): z.infer<typeof searchHitsSchema>['hits'][number] {
  const { reason, meter, servicePoint, agreement, customer } = hit;
  return {
    reason,
    meter: meter === null ? null : { meter_number: meter.meterNumber, status: meter.status },
    service_point:
      servicePoint === null
        ? null
        : {
            id: servicePoint.servicePointId,
            code: servicePoint.code,
            address: servicePoint.address,
            area: servicePoint.area,
          },
    agreement:
      agreement === null
        ? null
        : {
            id: agreement.agreementId,
            account_number: agreement.accountNumber,
            in_force: agreement.isInForce,
          },
    customer:
      customer === null
        ? null
        : { id: customer.customerId, name: customer.name, phone: customer.phone },
  };
}

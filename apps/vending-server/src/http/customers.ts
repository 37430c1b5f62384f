/** /v1/customers. */
import { randomUUID } from 'node:crypto';
import type { Customer, CustomerId } from '@wattvend/vending/customers.js';
import { addCustomer, listCustomers } from '@wattvend/vending/customers.js';
import { z } from 'zod';
import { may } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { SECURITY_STAFF, SECURITY_USER } from './openapi.ts';
import { sendProblem } from './problem.ts';
import { perPrincipal } from './rate-limits.ts';
import { limitField } from './schemas/fields.ts';
import { customerSchema, customersSchema, newCustomerSchema } from './schemas/meter.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';

const SEARCHES_A_MINUTE = 240;

export function customerRoutes(app: App, context: ServerContext): void {
  const { database, utility } = context;
  app.get(
    '/v1/customers',
    {
      config: {
        access: may('customer.read', { machines: true }),
        rateLimit: perPrincipal(SEARCHES_A_MINUTE),
      },
      schema: {
        operationId: 'listCustomers',
        summary: 'Find customers by name',
        tags: ['customers'],
        security: SECURITY_STAFF,
        querystring: z.strictObject({
          query: z.string().max(100).default(''),
          limit: limitField,
          after: z.string().max(1000).optional(),
        }),
        response: { 200: customersSchema, ...problems(...READ_REFUSALS, 'too_many_requests') },
      },
    },
    async (request, reply) => {
      const { query, limit } = request.query;
      const after = request.query.after === undefined ? null : customerAt(request.query.after);
      if (after === 'fault') {
        const errors = [{ path: 'query.after', message: 'must be the `next` of the page before' }];
        return sendProblem(reply, 'request_invalid', { errors });
      }
      const page = { query, after, limit: limit + 1 };
      const found = await listCustomers(database, utility.utilityId, page);
      const customers = found.slice(0, limit);
      const last = customers.at(-1);
      const next = found.length > limit && last !== undefined ? cursorOf(last) : null;
      return { customers: customers.map(customerJson), next };
    },
  );
  app.post(
    '/v1/customers',
    {
      config: { access: may('customer.write') },
      schema: {
        operationId: 'addCustomer',
        summary: 'Add a customer',
        tags: ['customers'],
        security: SECURITY_USER,
        body: newCustomerSchema,
        response: { 201: customerSchema, ...problems(...WRITE_REFUSALS) },
      },
    },
    async (request, reply) => {
      const customerId = randomUUID() as string as CustomerId;
      const customer: Customer = { customerId, ...request.body };
      await addCustomer(database, utility.utilityId, customer);
      return reply.code(201).send(customerJson(customer));
    },
  );
}

function customerJson(customer: Customer): z.infer<typeof customerSchema> {
  return { id: customer.customerId, name: customer.name, phone: customer.phone };
}

/** Where a page ended: opaque to clients. */
function cursorOf({ name, customerId }: Customer): string {
  return Buffer.from(JSON.stringify([name, customerId])).toString('base64url');
}

const cursorSchema = z.tuple([z.string().max(200), z.guid()]);

function customerAt(cursor: string): Customer | 'fault' {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const [name, id] = cursorSchema.parse(parsed);
    return { name, customerId: id as CustomerId, phone: null };
  } catch {
    return 'fault';
  }
}

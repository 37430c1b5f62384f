/** /v1/customers. */
import { randomUUID } from 'node:crypto';
import { changeCustomer } from '@wattvend/vending/change-customer.js';
import { listCustomerChanges } from '@wattvend/vending/customer-changes.js';
import type { Customer, CustomerId } from '@wattvend/vending/customers.js';
import { findCustomer, listCustomers } from '@wattvend/vending/customers.js';
import { eraseCustomer } from '@wattvend/vending/erase-customer.js';
import { registerCustomer } from '@wattvend/vending/register-customer.js';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { may, nameOf, principalOf } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { afterField, cursorText, positionOf, refuseCursor } from './cursor.ts';
import { instantText } from './json.ts';
import { lookUpLimit } from './look-up.ts';
import { SECURITY_STAFF, SECURITY_USER } from './openapi.ts';
import { plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { perPrincipal } from './rate-limits.ts';
import { askedRevision, tagRevision } from './revision.ts';
import { idField, limitField } from './schemas/fields.ts';
import {
  customerChangesSchema,
  customerPatchSchema,
  customerSchema,
  customersSchema,
  newCustomerSchema,
} from './schemas/people.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';

const SEARCHES_A_MINUTE = 240;
// A machine that knows whom it sells to looks nobody up in bulk.
const LOOK_UPS_A_MINUTE = 30;

export function customerRoutes(app: App, context: ServerContext): void {
  listRoute(app, context);
  readRoute(app, context);
  addRoute(app, context);
  registerRoute(app, context);
  changeRoute(app, context);
  eraseRoute(app, context);
  changesRoute(app, context);
}

const WRITE = may('customer.write');
const idParams = z.strictObject({ id: idField });
const nameCursor = z.tuple([z.string().max(200), z.guid()]);

function listRoute(app: App, context: ServerContext): void {
  app.get(
    '/v1/customers',
    {
      config: {
        access: may('customer.read', { machines: true }),
        rateLimit: perPrincipal(SEARCHES_A_MINUTE, LOOK_UPS_A_MINUTE),
      },
      schema: {
        operationId: 'listCustomers',
        summary: 'Find customers by the words of their name',
        tags: ['customers'],
        security: SECURITY_STAFF,
        querystring: z.strictObject({
          query: z.string().max(100).default(''),
          limit: limitField,
          after: afterField,
        }),
        response: { 200: customersSchema, ...problems(...READ_REFUSALS, 'too_many_requests') },
      },
    },
    async (request, reply) => {
      const { query } = request.query;
      const position = positionOf(request.query.after, nameCursor);
      if (position === 'fault') return refuseCursor(reply);
      const asked = { query, limit: request.query.limit, isNextPage: position !== null };
      const limit = lookUpLimit(request, reply, asked);
      if (limit === null) return reply;
      const after =
        position === null
          ? null
          : { name: position[0], customerId: plainId<CustomerId>(position[1]) };
      const page = { query, after, limit: limit + 1 };
      const found = await listCustomers(context.database, context.utility.utilityId, page);
      const customers = found.slice(0, limit);
      const last = customers.at(-1);
      const next =
        found.length > limit && last !== undefined
          ? cursorText([last.name, last.customerId])
          : null;
      return { customers: customers.map(customerJson), next };
    },
  );
}

function readRoute(app: App, context: ServerContext): void {
  app.get(
    '/v1/customers/:id',
    {
      config: {
        access: may('customer.read', { machines: true }),
        rateLimit: perPrincipal(SEARCHES_A_MINUTE),
      },
      schema: {
        operationId: 'readCustomer',
        summary: 'One customer',
        tags: ['customers'],
        security: SECURITY_STAFF,
        params: idParams,
        response: {
          200: customerSchema,
          ...problems(...READ_REFUSALS, 'too_many_requests', 'customer_not_found'),
        },
      },
    },
    async (request, reply) => {
      const { utilityId } = context.utility;
      const customer = await findCustomer(context.database, utilityId, plainId(request.params.id));
      if (customer === null) return sendProblem(reply, 'customer_not_found');
      return answer(reply, customer);
    },
  );
}

function addRoute(app: App, context: ServerContext): void {
  app.post(
    '/v1/customers',
    {
      config: { access: WRITE },
      schema: {
        operationId: 'addCustomer',
        summary: 'Add a customer under an id of the server; a retry adds another one',
        tags: ['customers'],
        security: SECURITY_USER,
        body: newCustomerSchema,
        response: { 201: customerSchema, ...problems(...WRITE_REFUSALS) },
      },
    },
    async (request, reply) => {
      const added = await registerCustomer(context.database, context.utility.utilityId, {
        customerId: randomUUID() as string as CustomerId,
        details: request.body,
        by: nameOf(principalOf(request)),
        at: context.clock(),
      });
      if (added.kind === 'refused') throw new Error('a new id was used before');
      return answer(reply.code(201), added.customer);
    },
  );
}

function registerRoute(app: App, context: ServerContext): void {
  app.put(
    '/v1/customers/:id',
    {
      config: { access: WRITE },
      schema: {
        operationId: 'registerCustomer',
        summary: 'Register a customer, once for each id',
        tags: ['customers'],
        security: SECURITY_USER,
        params: idParams,
        body: newCustomerSchema,
        response: {
          200: customerSchema,
          201: customerSchema,
          ...problems(...WRITE_REFUSALS, 'operation_id_conflict'),
        },
      },
    },
    async (request, reply) => {
      const registered = await registerCustomer(context.database, context.utility.utilityId, {
        customerId: plainId(request.params.id),
        details: request.body,
        by: nameOf(principalOf(request)),
        at: context.clock(),
      });
      if (registered.kind === 'refused') return sendProblem(reply, registered.refusal);
      return answer(reply.code(registered.first ? 201 : 200), registered.customer);
    },
  );
}

function changeRoute(app: App, context: ServerContext): void {
  app.patch(
    '/v1/customers/:id',
    {
      config: { access: WRITE },
      schema: {
        operationId: 'changeCustomer',
        summary: 'Change what is written about a customer; If-Match has the ETag that was read',
        tags: ['customers'],
        security: SECURITY_USER,
        params: idParams,
        body: customerPatchSchema,
        response: {
          200: customerSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'customer_not_found',
            'revision_required',
            'changed_meanwhile',
            'customer_erased',
          ),
        },
      },
    },
    async (request, reply) => {
      const { utilityId } = context.utility;
      const customerId = plainId<CustomerId>(request.params.id);
      const before = await findCustomer(context.database, utilityId, customerId);
      if (before === null) return sendProblem(reply, 'customer_not_found');
      const asked = askedRevision(request);
      if (asked.kind === 'refused') return sendProblem(reply, asked.refusal);
      const { name, phone, language, notes } = request.body;
      const changed = await changeCustomer(context.database, utilityId, {
        customerId,
        revision: asked.revision,
        details: {
          name: name ?? before.name,
          phone: phone === undefined ? before.phone : phone,
          language: language === undefined ? before.language : language,
          notes: notes ?? before.notes,
        },
        by: nameOf(principalOf(request)),
        at: context.clock(),
      });
      if (changed.kind === 'refused') return sendProblem(reply, changed.refusal);
      return answer(reply, changed.customer);
    },
  );
}

function eraseRoute(app: App, context: ServerContext): void {
  app.post(
    '/v1/customers/:id/erasure',
    {
      config: { access: WRITE },
      schema: {
        operationId: 'eraseCustomer',
        summary: "Erase a customer's personal data for good; If-Match has the ETag that was read",
        tags: ['customers'],
        security: SECURITY_USER,
        params: idParams,
        response: {
          200: customerSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'customer_not_found',
            'revision_required',
            'changed_meanwhile',
          ),
        },
      },
    },
    async (request, reply) => {
      const { utilityId } = context.utility;
      const customerId = plainId<CustomerId>(request.params.id);
      const before = await findCustomer(context.database, utilityId, customerId);
      if (before === null) return sendProblem(reply, 'customer_not_found');
      const asked = askedRevision(request);
      if (asked.kind === 'refused') return sendProblem(reply, asked.refusal);
      const { revision } = asked;
      const by = nameOf(principalOf(request));
      const order = { customerId, revision, by, at: context.clock() };
      const erased = await eraseCustomer(context.database, utilityId, order);
      if (erased.kind === 'refused') return sendProblem(reply, erased.refusal);
      return answer(reply, erased.customer);
    },
  );
}

const LAST_REVISION = 2_147_483_647;

function changesRoute(app: App, context: ServerContext): void {
  app.get(
    '/v1/customers/:id/changes',
    {
      config: { access: may('customer.read'), rateLimit: perPrincipal(SEARCHES_A_MINUTE) },
      schema: {
        operationId: 'listCustomerChanges',
        summary: 'What was changed about a customer, the newest first',
        tags: ['customers'],
        security: SECURITY_USER,
        params: idParams,
        querystring: z.strictObject({ limit: limitField, after: afterField }),
        response: {
          200: customerChangesSchema,
          ...problems(...READ_REFUSALS, 'too_many_requests', 'customer_not_found'),
        },
      },
    },
    async (request, reply) => {
      const { utilityId } = context.utility;
      const { limit } = request.query;
      const position = positionOf(request.query.after, z.tuple([z.int()]));
      if (position === 'fault') return refuseCursor(reply);
      const customerId = plainId<CustomerId>(request.params.id);
      const customer = await findCustomer(context.database, utilityId, customerId);
      if (customer === null) return sendProblem(reply, 'customer_not_found');
      const page = { before: position?.[0] ?? LAST_REVISION, limit: limit + 1 };
      const found = await listCustomerChanges(context.database, utilityId, customerId, page);
      const changes = found.slice(0, limit);
      const last = changes.at(-1);
      const next = found.length > limit && last !== undefined ? cursorText([last.revision]) : null;
      const listed = changes.map(({ revision, at, by, fields, before }) => ({
        ...{ revision, at: instantText(at), by, fields: [...fields] },
        before: before === null ? null : { ...before },
      }));
      return { changes: listed, next };
    },
  );
}

function answer(reply: FastifyReply, customer: Customer): z.infer<typeof customerSchema> {
  tagRevision(reply, customer.revision);
  return customerJson(customer);
}

function customerJson(customer: Customer): z.infer<typeof customerSchema> {
  const { customerId, name, phone, language, notes, registeredAt, erasedAt } = customer;
  return {
    id: customerId,
    ...{ name, phone, language, notes },
    registered_at: instantText(registeredAt),
    erased_at: erasedAt === null ? null : instantText(erasedAt),
  };
}

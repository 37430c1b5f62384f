/** /v1/agreements. */
import type { Agreement, AgreementId } from '@wattvend/vending/agreements.js';
import {
  AGREEMENTS_FROM_THE_NEWEST,
  findAgreement,
  listAgreements,
} from '@wattvend/vending/agreements.js';
import { beginAgreement } from '@wattvend/vending/begin-agreement.js';
import { changeAgreement, endAgreement } from '@wattvend/vending/change-agreement.js';
import type { CustomerId } from '@wattvend/vending/customers.js';
import type { ServicePointId } from '@wattvend/vending/service-points.js';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { may, nameOf, principalOf } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { afterField, cursorText, positionOf, refuseCursor } from './cursor.ts';
import { instantText } from './json.ts';
import { SECURITY_STAFF, SECURITY_USER } from './openapi.ts';
import { plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { perPrincipal } from './rate-limits.ts';
import { askedRevision, tagRevision } from './revision.ts';
import { idField, limitField } from './schemas/fields.ts';
import {
  agreementPatchSchema,
  agreementSchema,
  agreementsSchema,
  newAgreementSchema,
} from './schemas/people.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';

const SEARCHES_A_MINUTE = 240;
const READ = may('customer.read', { machines: true });
const WRITE = may('customer.write');
const idParams = z.strictObject({ id: idField });

export function agreementRoutes(app: App, context: ServerContext): void {
  listRoute(app, context);
  readRoute(app, context);
  beginRoute(app, context);
  changeRoute(app, context);
  endRoute(app, context);
}

function listRoute(app: App, context: ServerContext): void {
  app.get(
    '/v1/agreements',
    {
      config: { access: READ, rateLimit: perPrincipal(SEARCHES_A_MINUTE) },
      schema: {
        operationId: 'listAgreements',
        summary: 'The agreements of a customer or of a place, the newest first',
        tags: ['agreements'],
        security: SECURITY_STAFF,
        querystring: z
          .strictObject({
            customer_id: idField.optional(),
            service_point_id: idField.optional(),
            limit: limitField,
            after: afterField,
          })
          .refine(
            (query) => query.customer_id !== undefined || query.service_point_id !== undefined,
            'must name a customer_id or a service_point_id',
          ),
        response: { 200: agreementsSchema, ...problems(...READ_REFUSALS, 'too_many_requests') },
      },
    },
    async (request, reply) => {
      const { customer_id, service_point_id, limit } = request.query;
      const position = positionOf(request.query.after, z.tuple([z.int(), z.guid()]));
      if (position === 'fault') return refuseCursor(reply);
      const before =
        position === null
          ? AGREEMENTS_FROM_THE_NEWEST
          : { beganAt: position[0], agreementId: position[1] };
      const found = await listAgreements(context.database, context.utility.utilityId, {
        customerId: customer_id === undefined ? null : plainId<CustomerId>(customer_id),
        servicePointId:
          service_point_id === undefined ? null : plainId<ServicePointId>(service_point_id),
        before,
        limit: limit + 1,
      });
      const agreements = found.slice(0, limit);
      const last = agreements.at(-1);
      const next =
        found.length > limit && last !== undefined
          ? cursorText([last.beganAt, last.agreementId])
          : null;
      return { agreements: agreements.map(agreementJson), next };
    },
  );
}

function readRoute(app: App, context: ServerContext): void {
  app.get(
    '/v1/agreements/:id',
    {
      config: { access: READ, rateLimit: perPrincipal(SEARCHES_A_MINUTE) },
      schema: {
        operationId: 'readAgreement',
        summary: 'One agreement',
        tags: ['agreements'],
        security: SECURITY_STAFF,
        params: idParams,
        response: {
          200: agreementSchema,
          ...problems(...READ_REFUSALS, 'too_many_requests', 'agreement_not_found'),
        },
      },
    },
    async (request, reply) => {
      const { utilityId } = context.utility;
      const id = plainId<AgreementId>(request.params.id);
      const agreement = await findAgreement(context.database, utilityId, id);
      if (agreement === null) return sendProblem(reply, 'agreement_not_found');
      return answer(reply, agreement);
    },
  );
}

function beginRoute(app: App, context: ServerContext): void {
  app.put(
    '/v1/agreements/:id',
    {
      config: { access: WRITE },
      schema: {
        operationId: 'beginAgreement',
        summary: 'Begin to supply a customer at a place, once for each id',
        tags: ['agreements'],
        security: SECURITY_USER,
        params: idParams,
        body: newAgreementSchema,
        response: {
          200: agreementSchema,
          201: agreementSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'operation_id_conflict',
            'customer_not_found',
            'service_point_not_found',
            'agreement_in_force',
            'account_number_exists',
            'tariff_not_found',
          ),
        },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const begun = await beginAgreement(context.database, context.utility.utilityId, {
        agreementId: plainId(request.params.id),
        accountNumber: body.account_number,
        servicePointId: plainId(body.service_point_id),
        customerId: body.customer_id === null ? null : plainId(body.customer_id),
        tariffId: plainId(body.tariff_id),
        exemptions: body.exemptions,
        entitlements: body.entitlements,
        by: nameOf(principalOf(request)),
        at: context.clock(),
      });
      if (begun.kind === 'refused') return sendProblem(reply, begun.refusal);
      return answer(reply.code(begun.first ? 201 : 200), begun.agreement);
    },
  );
}

function changeRoute(app: App, context: ServerContext): void {
  app.patch(
    '/v1/agreements/:id',
    {
      config: { access: WRITE },
      schema: {
        operationId: 'changeAgreement',
        summary: 'Agree on another tariff, exemptions or free units; they count from now on',
        tags: ['agreements'],
        security: SECURITY_USER,
        params: idParams,
        body: agreementPatchSchema,
        response: {
          200: agreementSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'agreement_not_found',
            'revision_required',
            'changed_meanwhile',
            'agreement_ended',
            'tariff_not_found',
          ),
        },
      },
    },
    async (request, reply) => {
      const { utilityId } = context.utility;
      const agreementId = plainId<AgreementId>(request.params.id);
      const before = await findAgreement(context.database, utilityId, agreementId);
      if (before === null) return sendProblem(reply, 'agreement_not_found');
      const asked = askedRevision(request);
      if (asked.kind === 'refused') return sendProblem(reply, asked.refusal);
      const { tariff_id: tariffId, exemptions, entitlements } = request.body;
      const changed = await changeAgreement(context.database, utilityId, {
        agreementId,
        revision: asked.revision,
        terms: {
          tariffId: tariffId === undefined ? before.tariffId : plainId(tariffId),
          exemptions: exemptions ?? before.exemptions,
          entitlements: entitlements ?? before.entitlements,
        },
        by: nameOf(principalOf(request)),
        at: context.clock(),
      });
      if (changed.kind === 'refused') return sendProblem(reply, changed.refusal);
      return answer(reply, changed.agreement);
    },
  );
}

function endRoute(app: App, context: ServerContext): void {
  app.post(
    '/v1/agreements/:id/end',
    {
      config: { access: WRITE },
      schema: {
        operationId: 'endAgreement',
        summary: 'End an agreement; the meter stays where it hangs',
        tags: ['agreements'],
        security: SECURITY_USER,
        params: idParams,
        response: {
          200: agreementSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'agreement_not_found',
            'revision_required',
            'changed_meanwhile',
          ),
        },
      },
    },
    async (request, reply) => {
      const { utilityId } = context.utility;
      const agreementId = plainId<AgreementId>(request.params.id);
      const before = await findAgreement(context.database, utilityId, agreementId);
      if (before === null) return sendProblem(reply, 'agreement_not_found');
      const asked = askedRevision(request);
      if (asked.kind === 'refused') return sendProblem(reply, asked.refusal);
      const { revision } = asked;
      const by = nameOf(principalOf(request));
      const order = { agreementId, revision, by, at: context.clock() };
      const ended = await endAgreement(context.database, utilityId, order);
      if (ended.kind === 'refused') return sendProblem(reply, ended.refusal);
      return answer(reply, ended.agreement);
    },
  );
}

function answer(reply: FastifyReply, agreement: Agreement): z.infer<typeof agreementSchema> {
  tagRevision(reply, agreement.revision);
  return agreementJson(agreement);
}

function agreementJson(agreement: Agreement): z.infer<typeof agreementSchema> {
  const { servicePoint, customer } = agreement;
  return {
    id: agreement.agreementId,
    account_number: agreement.accountNumber,
    service_point: {
      id: servicePoint.servicePointId,
      code: servicePoint.code,
      address: servicePoint.address,
    },
    customer: customer === null ? null : { id: customer.customerId, name: customer.name },
    tariff: { id: agreement.tariffId, name: agreement.tariffName },
    exemptions: [...agreement.exemptions],
    entitlements: [...agreement.entitlements],
    began_at: instantText(agreement.beganAt),
    ended_at: agreement.endedAt === null ? null : instantText(agreement.endedAt),
    meter_number: agreement.meterNumber,
  };
}

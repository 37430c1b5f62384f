/** /v1/service-points. */
import { changeServicePoint } from '@wattvend/vending/change-service-point.js';
import { putServicePoint } from '@wattvend/vending/put-service-point.js';
import type {
  ServicePoint,
  ServicePointDetails,
  ServicePointId,
} from '@wattvend/vending/service-points.js';
import { findServicePoint, listServicePoints } from '@wattvend/vending/service-points.js';
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
  newServicePointSchema,
  servicePointPatchSchema,
  servicePointSchema,
  servicePointsSchema,
} from './schemas/people.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';

const SEARCHES_A_MINUTE = 240;
const READ = may('customer.read', { machines: true });
const WRITE = may('customer.write');
const idParams = z.strictObject({ id: idField });

export function servicePointRoutes(app: App, context: ServerContext): void {
  listRoute(app, context);
  readRoute(app, context);
  putRoute(app, context);
  changeRoute(app, context);
}

function listRoute(app: App, context: ServerContext): void {
  app.get(
    '/v1/service-points',
    {
      config: { access: READ, rateLimit: perPrincipal(SEARCHES_A_MINUTE) },
      schema: {
        operationId: 'listServicePoints',
        summary: 'Find places by the words of their address or area, in the order of their codes',
        tags: ['service points'],
        security: SECURITY_STAFF,
        querystring: z.strictObject({
          query: z.string().max(100).default(''),
          area: z.string().max(100).optional(),
          limit: limitField,
          after: afterField,
        }),
        response: { 200: servicePointsSchema, ...problems(...READ_REFUSALS, 'too_many_requests') },
      },
    },
    async (request, reply) => {
      const { query, area, limit } = request.query;
      const position = positionOf(request.query.after, z.tuple([z.string().max(40)]));
      if (position === 'fault') return refuseCursor(reply);
      const page = { query, area: area ?? null, after: position?.[0] ?? '', limit: limit + 1 };
      const found = await listServicePoints(context.database, context.utility.utilityId, page);
      const places = found.slice(0, limit);
      const last = places.at(-1);
      const next = found.length > limit && last !== undefined ? cursorText([last.code]) : null;
      return { service_points: places.map(servicePointJson), next };
    },
  );
}

function readRoute(app: App, context: ServerContext): void {
  app.get(
    '/v1/service-points/:id',
    {
      config: { access: READ, rateLimit: perPrincipal(SEARCHES_A_MINUTE) },
      schema: {
        operationId: 'readServicePoint',
        summary: 'One place',
        tags: ['service points'],
        security: SECURITY_STAFF,
        params: idParams,
        response: {
          200: servicePointSchema,
          ...problems(...READ_REFUSALS, 'too_many_requests', 'service_point_not_found'),
        },
      },
    },
    async (request, reply) => {
      const { utilityId } = context.utility;
      const id = plainId<ServicePointId>(request.params.id);
      const place = await findServicePoint(context.database, utilityId, id);
      return place === null ? sendProblem(reply, 'service_point_not_found') : answer(reply, place);
    },
  );
}

function putRoute(app: App, context: ServerContext): void {
  app.put(
    '/v1/service-points/:id',
    {
      config: { access: WRITE },
      schema: {
        operationId: 'putServicePoint',
        summary: 'Record a place, once for each id',
        tags: ['service points'],
        security: SECURITY_USER,
        params: idParams,
        body: newServicePointSchema,
        response: {
          200: servicePointSchema,
          201: servicePointSchema,
          ...problems(...WRITE_REFUSALS, 'operation_id_conflict', 'service_point_code_exists'),
        },
      },
    },
    async (request, reply) => {
      const { code, ...details } = request.body;
      const put = await putServicePoint(context.database, context.utility.utilityId, {
        servicePointId: plainId(request.params.id),
        code,
        details: detailsOf(details),
        by: nameOf(principalOf(request)),
        at: context.clock(),
      });
      if (put.kind === 'refused') return sendProblem(reply, put.refusal);
      return answer(reply.code(put.first ? 201 : 200), put.servicePoint);
    },
  );
}

function changeRoute(app: App, context: ServerContext): void {
  app.patch(
    '/v1/service-points/:id',
    {
      config: { access: WRITE },
      schema: {
        operationId: 'changeServicePoint',
        summary: 'Change what is recorded of a place; If-Match has the ETag that was read',
        tags: ['service points'],
        security: SECURITY_USER,
        params: idParams,
        body: servicePointPatchSchema,
        response: {
          200: servicePointSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'service_point_not_found',
            'revision_required',
            'changed_meanwhile',
          ),
        },
      },
    },
    async (request, reply) => {
      const { utilityId } = context.utility;
      const servicePointId = plainId<ServicePointId>(request.params.id);
      const before = await findServicePoint(context.database, utilityId, servicePointId);
      if (before === null) return sendProblem(reply, 'service_point_not_found');
      const asked = askedRevision(request);
      if (asked.kind === 'refused') return sendProblem(reply, asked.refusal);
      const changed = await changeServicePoint(context.database, utilityId, {
        servicePointId,
        revision: asked.revision,
        details: patched(before, request.body),
      });
      if (changed.kind === 'refused') return sendProblem(reply, changed.refusal);
      return answer(reply, changed.servicePoint);
    },
  );
}

type DetailsJson = Omit<z.infer<typeof newServicePointSchema>, 'code'>;

function detailsOf(json: DetailsJson): ServicePointDetails {
  const { address, area, phases, supply_limit_w: supplyLimitWatts, position } = json;
  return {
    ...{ address, area, phases, supplyLimitWatts },
    position:
      position === null
        ? null
        : { latitudeE6: position.latitude_e6, longitudeE6: position.longitude_e6 },
  };
}

/** What is left out stays; null takes a limit or a position away. */
function patched(
  before: ServicePoint,
  patch: z.infer<typeof servicePointPatchSchema>,
): ServicePointDetails {
  const was = servicePointJson(before);
  return detailsOf({
    address: patch.address ?? was.address,
    area: patch.area ?? was.area,
    phases: patch.phases ?? was.phases,
    supply_limit_w: patch.supply_limit_w === undefined ? was.supply_limit_w : patch.supply_limit_w,
    position: patch.position === undefined ? was.position : patch.position,
  });
}

function answer(reply: FastifyReply, place: ServicePoint): z.infer<typeof servicePointSchema> {
  tagRevision(reply, place.revision);
  return servicePointJson(place);
}

function servicePointJson(place: ServicePoint): z.infer<typeof servicePointSchema> {
  const { servicePointId, code, address, area, phases, position, agreement } = place;
  return {
    id: servicePointId,
    ...{ code, address, area, phases },
    supply_limit_w: place.supplyLimitWatts,
    position:
      position === null
        ? null
        : { latitude_e6: position.latitudeE6, longitude_e6: position.longitudeE6 },
    created_at: instantText(place.createdAt),
    meter_number: place.meterNumber,
    agreement:
      agreement === null
        ? null
        : { id: agreement.agreementId, account_number: agreement.accountNumber },
  };
}

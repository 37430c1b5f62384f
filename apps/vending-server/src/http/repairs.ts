/** /v1/repairs: a vend that went to the wrong meter, put right by one order of two people. */
import { instant } from '@wattvend/quantities/time.js';
import {
  findRepair,
  listRepairs,
  REPAIR_STATES,
  type Repair,
  type RepairId,
  requestRepair,
} from '@wattvend/vending/repairs.js';
import type { VendId } from '@wattvend/vending/vend.js';
import { z } from 'zod';
import { authorOf, may } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { afterField, cursorText, momentField, positionOf, refuseCursor } from './cursor.ts';
import { instantText } from './json.ts';
import { SECURITY_USER } from './openapi.ts';
import { meterNumberOf, plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { newRepairSchema, repairSchema, repairsSchema } from './schemas/after-sale.ts';
import { idField, limitField } from './schemas/fields.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';

const TAGS = ['after the sale'];
const ID_PARAMS = z.strictObject({ id: idField });
const POSITION = z.tuple([momentField, idField]);

export function repairRoutes(app: App, context: ServerContext): void {
  listRoute(app, context);
  readRoute(app, context);
  putRoute(app, context);
}

function listRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/repairs',
    {
      config: { access: may('after_sale.read') },
      schema: {
        operationId: 'listRepairs',
        summary: 'Repairs of wrong meters, newest first; all, or those of one vend or state',
        tags: TAGS,
        security: SECURITY_USER,
        querystring: z.strictObject({
          vend_id: idField.optional(),
          state: z.enum(REPAIR_STATES).optional(),
          limit: limitField,
          after: afterField,
        }),
        response: { 200: repairsSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request, reply) => {
      const { vend_id, state, limit, after } = request.query;
      const position = positionOf(after, POSITION);
      if (position === 'fault') return refuseCursor(reply);
      const found = await listRepairs(database, utility.utilityId, {
        vendId: vend_id === undefined ? null : plainId<VendId>(vend_id),
        state: state ?? null,
        before:
          position === null
            ? null
            : { requestedAt: instant(position[0]), repairId: plainId<RepairId>(position[1]) },
        limit: limit + 1,
      });
      const repairs = found.slice(0, limit);
      const last = repairs.at(-1);
      const isMore = found.length > limit && last !== undefined;
      const next = isMore ? cursorText([last.requestedAt, last.repairId]) : null;
      return { repairs: repairs.map(repairJson), next };
    },
  );
}

function readRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/repairs/:id',
    {
      config: { access: may('after_sale.read') },
      schema: {
        operationId: 'readRepair',
        summary: 'One repair of a vend that went to the wrong meter',
        tags: TAGS,
        security: SECURITY_USER,
        params: ID_PARAMS,
        response: { 200: repairSchema, ...problems(...READ_REFUSALS, 'repair_not_found') },
      },
    },
    async (request, reply) => {
      const repairId = plainId<RepairId>(request.params.id);
      const repair = await findRepair(database, utility.utilityId, repairId);
      return repair === null ? sendProblem(reply, 'repair_not_found') : repairJson(repair);
    },
  );
}

function putRoute(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  app.put(
    '/v1/repairs/:id',
    {
      config: { access: may('refund.request') },
      schema: {
        operationId: 'requestRepair',
        summary: 'Ask for a vend to be taken back and sold to the right meter',
        description:
          'Another person decides under /v1/approvals, by the same id. Then the vend is taken ' +
          'back, and the same money buys for the right meter under its own tariff.',
        tags: TAGS,
        security: SECURITY_USER,
        params: ID_PARAMS,
        body: newRepairSchema,
        response: {
          200: repairSchema,
          201: repairSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'approval_id_conflict',
            'meter_number_invalid',
            'vend_not_found',
            'vend_not_refundable',
            'vend_claimed',
            'meter_not_found',
            'repair_same_meter',
          ),
        },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const number = meterNumberOf(body.to_meter_number);
      if (number.kind === 'fault') return sendProblem(reply, 'meter_number_invalid', number);
      const repair = {
        repairId: plainId<RepairId>(request.params.id),
        vendId: plainId<VendId>(body.vend_id),
        toMeterNumber: number.drn,
        statement: body.statement,
        displayCode: body.display_code,
        reason: body.reason,
        author: authorOf(request),
      };
      const answer = await requestRepair(database, utility, repair, clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return reply.code(answer.first ? 201 : 200).send(repairJson(answer.repair));
    },
  );
}

function repairJson(repair: Repair): z.infer<typeof repairSchema> {
  return {
    id: repair.repairId,
    vend_id: repair.vendId,
    state: repair.state,
    to_meter_number: repair.toMeterNumber,
    statement: repair.statement,
    display_code: repair.displayCode,
    reason: repair.reason,
    new_vend_id: repair.newVendId,
    refusal: repair.refusal,
    requested_by: repair.requestedBy,
    requested_at: instantText(repair.requestedAt),
    decided_by: repair.decidedBy,
    resolved_at: repair.resolvedAt === null ? null : instantText(repair.resolvedAt),
  };
}

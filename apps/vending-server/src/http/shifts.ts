/** /v1/shifts: the time an operator answers for a till. */
import { type Instant, instant, MILLISECONDS_PER_MINUTE } from '@wattvend/quantities/time.js';
import { type CloseShiftRefusal, closeShift } from '@wattvend/vending/close-shift.js';
import {
  findOpenShift,
  findShift,
  listShifts,
  openShift,
  type Shift,
  type ShiftCursor,
} from '@wattvend/vending/shifts.js';
import type { UserId } from '@wattvend/vending/users.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { may, ownVendor, principalOf, userOf, visibleVendor } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { instantText } from './json.ts';
import { moneyText } from './money-text.ts';
import { SECURITY_USER } from './openapi.ts';
import { moneyOf, plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { idField, limitField } from './schemas/fields.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';
import {
  currentShiftSchema,
  newCountSchema,
  newShiftSchema,
  shiftSchema,
  shiftsSchema,
} from './schemas/shift.ts';
import { vendorInSight } from './vendor-sight.ts';

export function shiftRoutes(app: App, context: ServerContext): void {
  currentRoute(app, context);
  readRoute(app, context);
  openRoute(app, context);
  countRoutes(app, context);
  listRoute(app, context);
}

function currentRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/shifts/current',
    {
      config: { access: may('shift.own') },
      schema: {
        operationId: 'readCurrentShift',
        summary: 'Your own open shift, or null',
        tags: ['shifts'],
        security: SECURITY_USER,
        response: { 200: currentShiftSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request) => {
      const shift = await findOpenShift(database, utility.utilityId, userOf(request).userId);
      return { shift: shift === null ? null : shiftJson(shift) };
    },
  );
}

/** Who only sells sees their own shifts. */
function isInSight(request: FastifyRequest, shift: Shift): boolean {
  const isColleague = visibleVendor(principalOf(request)) !== null;
  return !isColleague || shift.operatorId === userOf(request).userId;
}

function readRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/shifts/:id',
    {
      config: { access: may('shift.read') },
      schema: {
        operationId: 'readShift',
        summary: 'One shift; for a cashier only an own one',
        tags: ['shifts'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        response: { 200: shiftSchema, ...problems(...READ_REFUSALS, 'shift_not_found') },
      },
    },
    async (request, reply) => {
      const shiftId = plainId<string>(request.params.id);
      const shift = await findShift(database, utility.utilityId, shiftId);
      return shift === null || !isInSight(request, shift)
        ? sendProblem(reply, 'shift_not_found')
        : shiftJson(shift);
    },
  );
}

function openRoute(app: App, { database, utility, clock }: ServerContext): void {
  app.put(
    '/v1/shifts/:id',
    {
      config: { access: may('shift.own') },
      schema: {
        operationId: 'openShift',
        summary: 'Open your shift; the same id again changes nothing',
        tags: ['shifts'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        body: newShiftSchema,
        response: {
          200: shiftSchema,
          201: shiftSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'shift_id_conflict',
            'cash_float_below_zero',
            'vendor_not_found',
            'operator_not_found',
            'shift_open',
          ),
        },
      },
    },
    async (request, reply) => {
      const vendorId = ownVendor(principalOf(request));
      if (vendorId === null) return sendProblem(reply, 'not_allowed');
      const opening = {
        shiftId: plainId<string>(request.params.id),
        vendorId,
        operatorId: userOf(request).userId,
        cashFloat: moneyOf(request.body.cash_float_minor),
      };
      const answer = await openShift(database, utility.utilityId, opening, clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return reply.code(answer.first ? 201 : 200).send(shiftJson(answer.shift));
    },
  );
}

const COUNT_ANSWERS = {
  200: shiftSchema,
  201: shiftSchema,
  ...problems(
    ...WRITE_REFUSALS,
    'count_below_zero',
    'shift_not_found',
    'shift_closed',
    'vends_unresolved',
    'count_incomplete',
    'count_not_confirmed',
    'float_exceeded',
  ),
};

function countRoutes(app: App, context: ServerContext): void {
  app.put(
    '/v1/shifts/:id/count',
    {
      config: { access: may('shift.own') },
      schema: {
        operationId: 'countOwnShift',
        summary: 'Count your till and close your shift; the same count again changes nothing',
        tags: ['shifts'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        body: newCountSchema,
        response: COUNT_ANSWERS,
      },
    },
    async (request, reply) => {
      const vendorId = ownVendor(principalOf(request));
      const { database, utility } = context;
      const shift = await findShift(database, utility.utilityId, plainId(request.params.id));
      const isOwn = shift?.operatorId === userOf(request).userId;
      if (vendorId === null || !isOwn) return sendProblem(reply, 'shift_not_found');
      const { shiftId } = shift;
      return await close(context, request, reply, { ...request.body, vendorId, shiftId });
    },
  );
  app.put(
    '/v1/vendors/:id/shifts/:shift_id/count',
    {
      config: { access: may('shift.close') },
      schema: {
        operationId: 'countShift',
        summary: "Count an operator's till and close the shift, also one that was forgotten",
        tags: ['shifts'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField, shift_id: idField }),
        body: newCountSchema,
        response: COUNT_ANSWERS,
      },
    },
    async (request, reply) => {
      const vendorId = plainId<VendorId>(request.params.id);
      const shiftId = plainId<string>(request.params.shift_id);
      return await close(context, request, reply, { ...request.body, vendorId, shiftId });
    },
  );
}

async function close(
  { database, utility, clock }: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
  count: {
    readonly shiftId: string;
    readonly vendorId: VendorId;
    readonly counted: Readonly<Record<string, string>>;
  },
): Promise<FastifyReply> {
  const { shiftId, vendorId } = count;
  const { userId, signInName } = userOf(request);
  const counted = Object.fromEntries(
    Object.entries(count.counted).map(([method, minor]) => [method, moneyOf(minor)]),
  );
  const closing = { shiftId, vendorId, counted, by: { userId, name: signInName } };
  const answer = await closeShift(database, utility, closing, clock());
  if (answer.kind === 'closed') {
    return reply.code(answer.first ? 201 : 200).send(shiftJson(answer.shift));
  }
  return refuse({ utility }, reply, answer.refusal);
}

function refuse(
  { utility }: Pick<ServerContext, 'utility'>,
  reply: FastifyReply,
  refusal: CloseShiftRefusal,
): FastifyReply {
  switch (refusal.code) {
    case 'count_incomplete': {
      const values = { methods: refusal.paymentMethods.join(', ') };
      return sendProblem(reply, refusal.code, { values });
    }
    case 'float_exceeded': {
      const values = { available: moneyText(utility, refusal.available) };
      return sendProblem(reply, refusal.code, { values });
    }
    case 'count_below_zero':
    case 'shift_not_found':
    case 'shift_closed':
    case 'vends_unresolved':
    case 'count_not_confirmed':
      return sendProblem(reply, refusal.code);
  }
}

function listRoute(app: App, { database, utility, clock }: ServerContext): void {
  app.get(
    '/v1/vendors/:id/shifts',
    {
      config: { access: may('shift.read') },
      schema: {
        operationId: 'listShifts',
        summary: "A vendor's shifts, newest first; for a cashier only the own ones",
        tags: ['shifts'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        querystring: z.strictObject({
          operator_id: idField.optional(),
          limit: limitField,
          before: z
            .string()
            .regex(CURSOR)
            .optional()
            .meta({ description: 'The `next` of the page before' }),
        }),
        response: { 200: shiftsSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request, reply) => {
      const vendorId = vendorInSight(request, reply, request.params.id);
      if (vendorId === null) return reply;
      const { limit, before, operator_id } = request.query;
      const isColleague = visibleVendor(principalOf(request)) !== null;
      const asked = operator_id === undefined ? null : plainId<UserId>(operator_id);
      const found = await listShifts(database, utility.utilityId, {
        vendorId,
        operatorId: isColleague ? userOf(request).userId : asked,
        before: before === undefined ? afterNow(clock()) : cursorOf(before),
        limit: limit + 1,
      });
      const shifts = found.slice(0, limit);
      const last = shifts.at(-1);
      const next = found.length > limit && last !== undefined ? cursorText(last) : null;
      return { shifts: shifts.map(shiftJson), next };
    },
  );
}

// Milliseconds since 1970 and the id of the last shift of a page.
const CURSOR = /^\d{1,15}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function cursorText({ openedAt, shiftId }: Shift): string {
  return `${openedAt}_${shiftId}`;
}

function cursorOf(text: string): ShiftCursor {
  const [moment = '', shiftId = ''] = text.split('_');
  return { openedAt: instant(Number(moment)), shiftId };
}

/** Clocks differ a little between processes; a shift of this very moment belongs to the list. */
function afterNow(now: Instant): ShiftCursor {
  const openedAt = instant(now + MILLISECONDS_PER_MINUTE);
  return { openedAt, shiftId: '00000000-0000-0000-0000-000000000000' };
}

function shiftJson(shift: Shift): z.infer<typeof shiftSchema> {
  const { closed } = shift;
  return {
    id: shift.shiftId,
    vendor_id: shift.vendorId,
    operator: { id: shift.operatorId, sign_in_name: shift.operatorName },
    opened_at: instantText(shift.openedAt),
    cash_float_minor: String(shift.cashFloat),
    closed:
      closed === null
        ? null
        : {
            closed_at: instantText(closed.closedAt),
            closed_by: closed.closedBy,
            vends: closed.vends,
            sold_minor: String(closed.sold),
            difference_minor: String(closed.difference),
            counts: closed.counts.map((count) => ({
              payment_method: count.paymentMethod,
              vends: count.vends,
              sold_minor: String(count.sold),
              expected_minor: String(count.expected),
              counted_minor: String(count.counted),
            })),
          },
    sales_batch_id: shift.salesBatchId,
  };
}

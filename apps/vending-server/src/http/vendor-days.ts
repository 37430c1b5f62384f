/** The end of a vendor's day, what it added up to, and what each vend of it earned. */
import type { DayVend } from '@wattvend/vending/day-vends.js';
import {
  closeDay,
  type EndOfDayRefusal,
  vendsWithCommission,
} from '@wattvend/vending/end-of-day.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import { findVendorDay, listVendorDays, type VendorDay } from '@wattvend/vending/vendor-days.js';
import { verifyDay } from '@wattvend/vending/verify-day.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { may, nameOf, principalOf } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { instantText } from './json.ts';
import { rateText } from './money-text.ts';
import { SECURITY_STAFF, SECURITY_USER } from './openapi.ts';
import { plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { perPrincipal } from './rate-limits.ts';
import { dayField, idField, limitField } from './schemas/fields.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';
import {
  dayCommissionsSchema,
  dayVerificationSchema,
  vendorDaySchema,
  vendorDaysSchema,
} from './schemas/vendor-day.ts';
import { vendorInSight } from './vendor-sight.ts';

// Each reads all the vends of a day.
const WHOLE_DAYS_A_MINUTE = 30;

const DAY_PARAMS = z.strictObject({ id: idField, date: dayField });

export function vendorDayRoutes(app: App, context: ServerContext): void {
  closeRoute(app, context);
  listRoute(app, context);
  readRoute(app, context);
  commissionsRoute(app, context);
  verificationRoute(app, context);
}

function closeRoute(app: App, { database, utility, clock }: ServerContext): void {
  app.put(
    '/v1/vendors/:id/days/:date',
    {
      config: { access: may('batch.close') },
      schema: {
        operationId: 'closeDay',
        summary: "Close a vendor's day; the same day again answers the same",
        description:
          'The server closes each day by itself at two in the morning. Days are closed one after ' +
          'the other, and a closed day never changes.',
        tags: ['days'],
        security: SECURITY_USER,
        params: DAY_PARAMS,
        response: {
          200: vendorDaySchema,
          201: vendorDaySchema,
          ...problems(
            ...WRITE_REFUSALS,
            'vendor_not_found',
            'day_not_next',
            'day_not_over',
            'vends_unresolved',
          ),
        },
      },
    },
    async (request, reply) => {
      const closing = {
        vendorId: plainId<VendorId>(request.params.id),
        day: request.params.date,
        closedBy: nameOf(principalOf(request)),
      };
      const answer = await closeDay(database, utility, closing, clock());
      if (answer.kind === 'refused') return refuse(reply, answer.refusal);
      return reply.code(answer.first ? 201 : 200).send(dayJson(answer.day));
    },
  );
}

function refuse(reply: FastifyReply, refusal: EndOfDayRefusal): FastifyReply {
  switch (refusal.code) {
    case 'day_not_next':
      return sendProblem(reply, refusal.code, { values: { next: refusal.next } });
    case 'day_not_over':
      return sendProblem(reply, refusal.code, { values: { from: instantText(refusal.from) } });
    case 'vendor_not_found':
    case 'vends_unresolved':
      return sendProblem(reply, refusal.code);
  }
}

function listRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/vendors/:id/days',
    {
      config: { access: may('report.read', { machines: true }) },
      schema: {
        operationId: 'listDays',
        summary: "A vendor's closed days, newest first; for a cashier only the own vendor's",
        tags: ['days'],
        security: SECURITY_STAFF,
        params: z.strictObject({ id: idField }),
        querystring: z.strictObject({ limit: limitField, before: dayField.optional() }),
        response: { 200: vendorDaysSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request, reply) => {
      const vendorId = vendorInSight(request, reply, request.params.id);
      if (vendorId === null) return reply;
      const { limit, before } = request.query;
      const page = { vendorId, before: before ?? null, limit: limit + 1 };
      const found = await listVendorDays(database, utility.utilityId, page);
      const days = found.slice(0, limit);
      const next = found.length > limit ? (days.at(-1)?.day ?? null) : null;
      return { days: days.map(dayJson), next };
    },
  );
}

/** The day a path names, or null when the refusal was sent. */
async function dayOf(
  { database, utility }: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
  params: { readonly id: string; readonly date: string },
): Promise<VendorDay | null> {
  const vendorId = vendorInSight(request, reply, params.id);
  if (vendorId === null) return null;
  const of = { vendorId, day: params.date };
  const day = await findVendorDay(database, utility.utilityId, of);
  if (day === null) void sendProblem(reply, 'day_not_found');
  return day;
}

function readRoute(app: App, context: ServerContext): void {
  app.get(
    '/v1/vendors/:id/days/:date',
    {
      config: { access: may('report.read', { machines: true }) },
      schema: {
        operationId: 'readDay',
        summary: 'One closed day of a vendor',
        tags: ['days'],
        security: SECURITY_STAFF,
        params: DAY_PARAMS,
        response: { 200: vendorDaySchema, ...problems(...READ_REFUSALS, 'day_not_found') },
      },
    },
    async (request, reply) => {
      const day = await dayOf(context, request, reply, request.params);
      return day === null ? reply : dayJson(day);
    },
  );
}

function commissionsRoute(app: App, context: ServerContext): void {
  app.get(
    '/v1/vendors/:id/days/:date/commissions',
    {
      config: {
        access: may('report.read', { machines: true }),
        rateLimit: perPrincipal(WHOLE_DAYS_A_MINUTE),
      },
      schema: {
        operationId: 'listDayCommissions',
        summary: 'What each vend of a closed day earned, and why',
        tags: ['days'],
        security: SECURITY_STAFF,
        params: DAY_PARAMS,
        querystring: z.strictObject({
          limit: limitField,
          skip: z.coerce.number().int().min(0).max(100_000_000).default(0),
        }),
        response: {
          200: dayCommissionsSchema,
          ...problems(...READ_REFUSALS, 'too_many_requests', 'day_not_found'),
        },
      },
    },
    async (request, reply) => {
      const day = await dayOf(context, request, reply, request.params);
      if (day === null) return reply;
      const { limit, skip } = request.query;
      const { vends } = await vendsWithCommission(context.database, context.utility, day);
      // The steps of a commission go by what came before, so the day is walked from its beginning.
      const page: DayVend[] = [];
      let at = 0;
      let next: number | null = null;
      for await (const vend of vends) {
        if (page.length === limit) {
          next = skip + limit;
          break;
        }
        if (at >= skip) page.push(vend);
        at += 1;
      }
      return { day: day.day, commissions: page.map(commissionJson), next };
    },
  );
}

function verificationRoute(app: App, context: ServerContext): void {
  app.get(
    '/v1/vendors/:id/days/:date/verification',
    {
      config: { access: may('ledger.read'), rateLimit: perPrincipal(WHOLE_DAYS_A_MINUTE) },
      schema: {
        operationId: 'verifyDay',
        summary: 'Whether the vends of a closed day still add up to what was closed',
        tags: ['days'],
        security: SECURITY_USER,
        params: DAY_PARAMS,
        response: {
          200: dayVerificationSchema,
          ...problems(...READ_REFUSALS, 'too_many_requests', 'day_not_found'),
        },
      },
    },
    async (request, reply) => {
      const day = await dayOf(context, request, reply, request.params);
      if (day === null) return reply;
      const { closed } = day;
      if (closed === null) return sendProblem(reply, 'day_not_found');
      const { verified, found } = await verifyDay(context.database, context.utility, {
        ...day,
        closed,
      });
      return {
        day: day.day,
        verified,
        root: hexText(closed.root),
        found_root: hexText(found.root),
        vends: closed.vends,
        found_vends: found.vends,
      };
    },
  );
}

function hexText(octets: Uint8Array): string {
  return Buffer.from(octets).toString('hex');
}

function commissionJson(
  vend: DayVend,
): z.infer<typeof dayCommissionsSchema>['commissions'][number] {
  const { commission } = vend;
  return {
    vend_id: vend.vendId,
    requested_at: instantText(vend.requestedAt),
    late: vend.late,
    tendered_minor: String(vend.tendered),
    base_minor: String(commission?.base ?? 0n),
    parts: (commission?.parts ?? []).map((part) => ({
      base_minor: String(part.base),
      rate: rateText(part.rate),
    })),
    fixed_minor: String(commission?.fixed ?? 0n),
    bound: commission?.bound ?? null,
    commission_minor: String(commission?.commission ?? 0n),
  };
}

function dayJson(day: VendorDay): z.infer<typeof vendorDaySchema> {
  return {
    day: day.day,
    vendor_id: day.vendorId,
    state: day.closed === null ? 'closing' : 'closed',
    from: instantText(day.from),
    to: instantText(day.to),
    cut_at: instantText(day.cut),
    closed_by: day.closedBy,
    commission_version: day.commissionVersion,
    sums: day.closed === null ? null : sumsJson(day.closed),
  };
}

function sumsJson(
  closed: NonNullable<VendorDay['closed']>,
): z.infer<typeof vendorDaySchema>['sums'] {
  const textOrNull = (sequence: bigint | null) => (sequence === null ? null : String(sequence));
  return {
    closed_at: instantText(closed.closedAt),
    vends: closed.vends,
    late_vends: closed.lateVends,
    tendered_minor: String(closed.tendered),
    energy_tenth_kwh: String(closed.energyTenthKwh),
    payment_methods: closed.paymentMethods.map((sum) => ({
      payment_method: sum.paymentMethod,
      vends: sum.vends,
      tendered_minor: String(sum.tendered),
    })),
    accounts: closed.accounts.map((sum) => ({
      code: sum.code,
      credited_minor: String(sum.credited),
    })),
    first_module_sequence: textOrNull(closed.firstSequence),
    last_module_sequence: textOrNull(closed.lastSequence),
    root: hexText(closed.root),
    commission_minor: String(closed.commission),
    commission_paid: closed.commissionPaid,
    month_tendered_minor: String(closed.month.tendered),
  };
}

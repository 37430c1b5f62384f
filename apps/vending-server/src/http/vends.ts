/** /v1/vends: sold vends, read and printed again. Selling itself is in sell.ts. */
import type { Instant } from '@wattvend/quantities/time.js';
import { instant, MILLISECONDS_PER_MINUTE } from '@wattvend/quantities/time.js';
import { findVendByReceipt } from '@wattvend/vending/find-by-receipt.js';
import { findVend } from '@wattvend/vending/find-vends.js';
import { cursorAt, listVends, type VendCursor } from '@wattvend/vending/list-vends.js';
import { findMeter } from '@wattvend/vending/meters.js';
import { listReprints, reprintVend } from '@wattvend/vending/reprint.js';
import type { AgreementId, MeterId, Vend, VendId, VendorId } from '@wattvend/vending/vend.js';
import { VEND_KINDS } from '@wattvend/vending/vend.js';
import { z } from 'zod';
import { may, nameOf, type Principal, principalOf, visibleVendor } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { sendUnlessKnown } from './etag.ts';
import { instantText, vendJson } from './json.ts';
import { SECURITY_STAFF } from './openapi.ts';
import { meterNumberOf, plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import {
  askedMomentField,
  idField,
  limitField,
  meterNumberField,
  momentCursorField,
} from './schemas/fields.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';
import { reprintsSchema, vendSchema, vendsSchema } from './schemas/vend.ts';

export function vendRoutes(app: App, context: ServerContext): void {
  readRoute(app, context);
  listRoute(app, context);
  reprintRoute(app, context);
  reprintsRoute(app, context);
}

/** The vend of that id, or null when there is none or it is not for these eyes. */
async function findVisible(
  context: ServerContext,
  principal: Principal,
  vendId: VendId,
): Promise<Vend | null> {
  const vend = await findVend(context.database, context.utility.utilityId, vendId);
  const visible = visibleVendor(principal);
  return vend === null || (visible !== null && vend.vendor?.vendorId !== visible) ? null : vend;
}

function readRoute(app: App, context: ServerContext): void {
  app.get(
    '/v1/vends/:id',
    {
      config: { access: may('vend.read', { machines: true }) },
      schema: {
        operationId: 'readVend',
        summary: 'One vend',
        tags: ['vends'],
        security: SECURITY_STAFF,
        params: z.strictObject({ id: idField }),
        response: { 200: vendSchema, ...problems(...READ_REFUSALS, 'vend_not_found') },
      },
    },
    async (request, reply) => {
      const vendId = plainId<VendId>(request.params.id);
      const vend = await findVisible(context, principalOf(request), vendId);
      if (vend === null) return sendProblem(reply, 'vend_not_found');
      return sendUnlessKnown(request, reply, vendJson(context.utility, vend));
    },
  );
}

const LIST_QUERY = z.strictObject({
  receipt_number: z
    .string()
    .regex(/^\d{1,18}$/, 'must be the number of a receipt')
    .optional()
    .meta({ description: 'The one vend with this receipt; nothing else is looked at' }),
  meter_number: meterNumberField.optional(),
  vendor_id: idField.optional(),
  agreement_id: idField.optional(),
  kind: z.enum(VEND_KINDS).optional(),
  from: askedMomentField.optional(),
  to: askedMomentField.optional().meta({ description: 'Not this instant itself' }),
  limit: limitField,
  before: momentCursorField.optional(),
});

function listRoute(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  app.get(
    '/v1/vends',
    {
      config: { access: may('vend.read', { machines: true }) },
      schema: {
        operationId: 'listVends',
        summary: 'Vends, newest first; all, or those of one meter, vendor, agreement, kind or time',
        tags: ['vends'],
        security: SECURITY_STAFF,
        querystring: LIST_QUERY,
        response: {
          200: vendsSchema,
          ...problems(...READ_REFUSALS, 'meter_number_invalid', 'meter_not_found'),
        },
      },
    },
    async (request, reply) => {
      const { meter_number, vendor_id, agreement_id, kind, from, limit } = request.query;
      const visible = visibleVendor(principalOf(request));
      const isForeign = vendor_id !== undefined && plainId<VendorId>(vendor_id) !== visible;
      if (visible !== null && isForeign) return sendProblem(reply, 'not_allowed');
      const { receipt_number: receiptNumber } = request.query;
      if (receiptNumber !== undefined) {
        const vend = await findVendByReceipt(database, utility.utilityId, BigInt(receiptNumber));
        const isMine = visible === null || vend?.vendor?.vendorId === visible;
        return { vends: vend !== null && isMine ? [vendJson(utility, vend)] : [], next: null };
      }
      const now = clock();
      let meterId: MeterId | null = null;
      if (meter_number !== undefined) {
        const number = meterNumberOf(meter_number);
        if (number.kind === 'fault') return sendProblem(reply, 'meter_number_invalid', number);
        const meter = await findMeter(database, utility.utilityId, number.drn, now);
        if (meter === null) return sendProblem(reply, 'meter_not_found');
        meterId = meter.meterId;
      }
      const found = await listVends(database, utility.utilityId, {
        meterId,
        vendorId: visible ?? (vendor_id === undefined ? null : plainId<VendorId>(vendor_id)),
        agreementId: agreement_id === undefined ? null : plainId<AgreementId>(agreement_id),
        kind: kind ?? null,
        ...(from === undefined ? {} : { from: instant(Date.parse(from)) }),
        before: beginning(request.query, now),
        limit: limit + 1,
      });
      const vends = found.slice(0, limit);
      const last = vends.at(-1);
      const next = found.length > limit && last !== undefined ? cursorText(last) : null;
      return { vends: vends.map((vend) => vendJson(utility, vend)), next };
    },
  );
}

function cursorText(last: VendCursor): string {
  return `${last.requestedAt}_${last.vendId}`;
}

function cursorOf(text: string): VendCursor {
  const [moment = '', vendId = ''] = text.split('_');
  return { requestedAt: instant(Number(moment)), vendId: vendId as VendId };
}

/** A page begins behind its cursor; the first one, at the end of the time that was asked for. */
function beginning(
  query: { readonly before?: string | undefined; readonly to?: string | undefined },
  now: Instant,
): VendCursor {
  if (query.before !== undefined) return cursorOf(query.before);
  return cursorAt(query.to === undefined ? afterNow(now) : instant(Date.parse(query.to)));
}

/** Clocks differ a little between processes; a vend of this very moment belongs to the list. */
function afterNow(now: Instant): Instant {
  return instant(now + MILLISECONDS_PER_MINUTE);
}

function reprintRoute(app: App, context: ServerContext): void {
  app.post(
    '/v1/vends/:id/reprints',
    {
      config: { access: may('vend.reprint', { machines: true }) },
      schema: {
        operationId: 'reprintVend',
        summary: 'Print a receipt again: the same digits, and a record that it was done',
        tags: ['vends'],
        security: SECURITY_STAFF,
        params: z.strictObject({ id: idField }),
        response: {
          201: vendSchema,
          ...problems(...WRITE_REFUSALS, 'vend_not_found', 'vend_not_posted'),
        },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request);
      const vendId = plainId<VendId>(request.params.id);
      const visible = await findVisible(context, principal, vendId);
      if (visible === null) return sendProblem(reply, 'vend_not_found');
      const { database, utility } = context;
      const reprint = { vendId, reprintedBy: nameOf(principal), now: context.clock() };
      const answer = await reprintVend(database, utility.utilityId, reprint);
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      context.log.info({ vend: vendId, by: reprint.reprintedBy }, 'reprint');
      return reply.code(201).send(vendJson(utility, answer.vend));
    },
  );
}

function reprintsRoute(app: App, context: ServerContext): void {
  app.get(
    '/v1/vends/:id/reprints',
    {
      config: { access: may('vend.read', { machines: true }) },
      schema: {
        operationId: 'listReprints',
        summary: 'Who printed the receipt again, and when',
        tags: ['vends'],
        security: SECURITY_STAFF,
        params: z.strictObject({ id: idField }),
        response: { 200: reprintsSchema, ...problems(...READ_REFUSALS, 'vend_not_found') },
      },
    },
    async (request, reply) => {
      const vendId = plainId<VendId>(request.params.id);
      const visible = await findVisible(context, principalOf(request), vendId);
      if (visible === null) return sendProblem(reply, 'vend_not_found');
      const reprints = await listReprints(context.database, context.utility.utilityId, vendId);
      return {
        reprints: reprints.map((each) => ({
          number: each.number,
          reprinted_by: each.reprintedBy,
          reprinted_at: instantText(each.reprintedAt),
        })),
      };
    },
  );
}

/** Money paid into a vendor's float, and what comes back of it. */
import { type Instant, instant, MILLISECONDS_PER_MINUTE } from '@wattvend/quantities/time.js';
import type { ApprovalId } from '@wattvend/vending/approvals.js';
import { type DepositReversalRefusal, reverseDeposit } from '@wattvend/vending/deposit-reversal.js';
import {
  type DepositCursor,
  depositFloat,
  findDeposit,
  listDeposits,
  type StoredDeposit,
} from '@wattvend/vending/deposits.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import { orderDepositReversal } from '@wattvend/vending/vendor-orders.js';
import type { Vendor } from '@wattvend/vending/vendors.js';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { authorOf, may, nameOf, principalOf, userOf } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { floatJson, instantText } from './json.ts';
import { moneyText } from './money-text.ts';
import { SECURITY_STAFF, SECURITY_USER } from './openapi.ts';
import { sendOrder } from './order-answer.ts';
import { moneyOf, plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { orderedSchema } from './schemas/commission.ts';
import {
  depositAnswerSchema,
  type depositSchema,
  depositsSchema,
  newDepositReversalSchema,
  newDepositSchema,
} from './schemas/deposit.ts';
import { idField, limitField } from './schemas/fields.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';
import { vendorInSight } from './vendor-sight.ts';

export function depositRoutes(app: App, context: ServerContext): void {
  putRoute(app, context);
  listRoute(app, context);
  reversalRoute(app, context);
}

function putRoute(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  app.put(
    '/v1/vendors/:id/deposits/:deposit_id',
    {
      config: { access: may('float.deposit') },
      schema: {
        operationId: 'depositFloat',
        summary: "Pay money into a vendor's float; the same id again changes nothing",
        tags: ['vendors'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField, deposit_id: idField }),
        body: newDepositSchema,
        response: {
          200: depositAnswerSchema,
          201: depositAnswerSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'deposit_id_conflict',
            'deposit_not_positive',
            'vendor_not_found',
            'bank_batch_not_found',
            'deposit_slip_used',
          ),
        },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const depositId = plainId<string>(request.params.deposit_id);
      const { bank_batch_id: batchId } = body;
      const deposit = {
        depositId,
        vendorId: plainId<VendorId>(request.params.id),
        money: moneyOf(body.deposit_minor),
        reference: body.reference,
        depositedBy: nameOf(principalOf(request)),
        origin: {
          source: body.source,
          account: body.account,
          valueDate: body.value_date,
          slipNumber: body.slip_number,
          bankBatchId: batchId === null ? null : plainId<string>(batchId),
        },
      };
      const answer = await depositFloat(database, utility, deposit, clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      const stored = await findDeposit(database, utility.utilityId, depositId);
      if (stored === null) throw new Error('a deposit that was just made is not there');
      return reply.code(answer.first ? 201 : 200).send(depositAnswer(stored, answer.vendor));
    },
  );
}

function listRoute(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  app.get(
    '/v1/vendors/:id/deposits',
    {
      config: { access: may('report.read', { machines: true }) },
      schema: {
        operationId: 'listDeposits',
        summary: "A vendor's deposits, newest first; for a cashier only the own vendor's",
        tags: ['vendors'],
        security: SECURITY_STAFF,
        params: z.strictObject({ id: idField }),
        querystring: z.strictObject({
          limit: limitField,
          before: z
            .string()
            .regex(CURSOR)
            .optional()
            .meta({ description: 'The `next` of the page before' }),
        }),
        response: { 200: depositsSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request, reply) => {
      const vendorId = vendorInSight(request, reply, request.params.id);
      if (vendorId === null) return reply;
      const { limit, before } = request.query;
      const found = await listDeposits(database, utility.utilityId, {
        vendorId,
        before: before === undefined ? afterNow(clock()) : cursorOf(before),
        limit: limit + 1,
      });
      const deposits = found.slice(0, limit);
      const last = deposits.at(-1);
      const next = found.length > limit && last !== undefined ? cursorText(last) : null;
      return { deposits: deposits.map(depositJson), next };
    },
  );
}

// Milliseconds since 1970 and the id of the last deposit of a page.
const CURSOR = /^\d{1,15}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function cursorText({ depositedAt, depositId }: StoredDeposit): string {
  return `${depositedAt}_${depositId}`;
}

function cursorOf(text: string): DepositCursor {
  const [moment = '', depositId = ''] = text.split('_');
  return { depositedAt: instant(Number(moment)), depositId };
}

/** Clocks differ a little between processes; a deposit of this very moment belongs to the list. */
function afterNow(now: Instant): DepositCursor {
  const depositedAt = instant(now + MILLISECONDS_PER_MINUTE);
  return { depositedAt, depositId: '00000000-0000-0000-0000-000000000000' };
}

function reversalRoute(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  app.put(
    '/v1/vendors/:id/deposit-reversals/:reversal_id',
    {
      config: { access: may('float.reverse') },
      schema: {
        operationId: 'reverseDeposit',
        summary: 'Take back a deposit that the bank took back, or ask a second person to',
        tags: ['vendors'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField, reversal_id: idField }),
        body: newDepositReversalSchema,
        response: {
          200: depositAnswerSchema,
          201: depositAnswerSchema,
          202: orderedSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'approval_id_conflict',
            'deposit_reversal_id_conflict',
            'vendor_not_found',
            'deposit_not_found',
            'deposit_reversed',
            'float_exceeded',
          ),
        },
      },
    },
    async (request, reply) => {
      const { reason, below_limit } = request.body;
      const wanted = {
        vendorId: plainId<VendorId>(request.params.id),
        depositId: plainId<string>(request.body.deposit_id),
        reason,
      };
      const id = plainId<string>(request.params.reversal_id);
      const now = clock();
      if (below_limit) {
        const ordering = { ...wanted, approvalId: id as ApprovalId, author: authorOf(request) };
        const ordered = await orderDepositReversal(database, utility, ordering, now);
        return sendOrder(reply, ordered, userOf(request));
      }
      const reversal = {
        ...wanted,
        reversalId: id,
        requestedBy: nameOf(principalOf(request)),
        approvedBy: null,
      };
      const answer = await reverseDeposit(database, utility, reversal, now);
      if (answer.kind === 'refused') return refuse(context, reply, answer.refusal);
      const { deposit, vendor, first } = answer;
      return reply.code(first ? 201 : 200).send(depositAnswer(deposit, vendor));
    },
  );
}

function refuse(
  { utility }: ServerContext,
  reply: FastifyReply,
  refusal: DepositReversalRefusal,
): FastifyReply {
  if (refusal.code !== 'float_exceeded') return sendProblem(reply, refusal.code);
  const values = { available: moneyText(utility, refusal.available) };
  return sendProblem(reply, refusal.code, { values });
}

function depositAnswer(
  deposit: StoredDeposit,
  vendor: Vendor,
): z.infer<typeof depositAnswerSchema> {
  return { ...depositJson(deposit), float: floatJson(vendor) };
}

function depositJson(deposit: StoredDeposit): z.infer<typeof depositSchema> {
  const { origin, reversal } = deposit;
  return {
    id: deposit.depositId,
    deposit_minor: String(deposit.money),
    reference: deposit.reference,
    source: origin.source,
    account: origin.account,
    value_date: origin.valueDate,
    slip_number: origin.slipNumber,
    bank_batch_id: origin.bankBatchId,
    deposited_by: deposit.depositedBy,
    deposited_at: instantText(deposit.depositedAt),
    reversal:
      reversal === null
        ? null
        : {
            id: reversal.reversalId,
            reason: reversal.reason,
            reversed_at: instantText(reversal.reversedAt),
          },
  };
}

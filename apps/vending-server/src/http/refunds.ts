/** /v1/refunds: money given back for a vend, asked for here and approved by another person. */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { instant } from '@wattvend/quantities/time.js';
import type { DebtId } from '@wattvend/vending/debts.js';
import { previewRefund } from '@wattvend/vending/preview-refund.js';
import {
  findRefund,
  listRefunds,
  REFUND_STATES,
  type Refund,
  type RefundId,
} from '@wattvend/vending/refunds.js';
import { requestRefund } from '@wattvend/vending/request-refund.js';
import type { TokenOrderId } from '@wattvend/vending/token-orders.js';
import type { VendId } from '@wattvend/vending/vend.js';
import { z } from 'zod';
import { authorOf, may } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { afterField, cursorText, momentField, positionOf, refuseCursor } from './cursor.ts';
import { instantText } from './json.ts';
import { SECURITY_USER } from './openapi.ts';
import { plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import {
  newRefundSchema,
  refundPreviewRequestSchema,
  refundPreviewSchema,
  refundSchema,
  refundsSchema,
} from './schemas/after-sale.ts';
import { idField, limitField } from './schemas/fields.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';

const TAGS = ['after the sale'];
const ID_PARAMS = z.strictObject({ id: idField });
const POSITION = z.tuple([momentField, idField]);

export function refundRoutes(app: App, context: ServerContext): void {
  listRoute(app, context);
  readRoute(app, context);
  putRoute(app, context);
  previewRoute(app, context);
}

function listRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/refunds',
    {
      config: { access: may('after_sale.read') },
      schema: {
        operationId: 'listRefunds',
        summary: 'Refunds, newest first; all, or those of one vend or state',
        tags: TAGS,
        security: SECURITY_USER,
        querystring: z.strictObject({
          vend_id: idField.optional(),
          state: z.enum(REFUND_STATES).optional(),
          limit: limitField,
          after: afterField,
        }),
        response: { 200: refundsSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request, reply) => {
      const { vend_id, state, limit, after } = request.query;
      const position = positionOf(after, POSITION);
      if (position === 'fault') return refuseCursor(reply);
      const found = await listRefunds(database, utility.utilityId, {
        vendId: vend_id === undefined ? null : plainId<VendId>(vend_id),
        state: state ?? null,
        before:
          position === null
            ? null
            : { requestedAt: instant(position[0]), refundId: plainId<RefundId>(position[1]) },
        limit: limit + 1,
      });
      const refunds = found.slice(0, limit);
      const last = refunds.at(-1);
      const isMore = found.length > limit && last !== undefined;
      const next = isMore ? cursorText([last.requestedAt, last.refundId]) : null;
      return { refunds: refunds.map(refundJson), next };
    },
  );
}

function readRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/refunds/:id',
    {
      config: { access: may('after_sale.read') },
      schema: {
        operationId: 'readRefund',
        summary: 'One refund',
        tags: TAGS,
        security: SECURITY_USER,
        params: ID_PARAMS,
        response: { 200: refundSchema, ...problems(...READ_REFUSALS, 'refund_not_found') },
      },
    },
    async (request, reply) => {
      const refundId = plainId<RefundId>(request.params.id);
      const refund = await findRefund(database, utility.utilityId, refundId);
      return refund === null ? sendProblem(reply, 'refund_not_found') : refundJson(refund);
    },
  );
}

function putRoute(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  app.put(
    '/v1/refunds/:id',
    {
      config: { access: may('refund.request') },
      schema: {
        operationId: 'requestRefund',
        summary: 'Ask for money to be given back for a vend, whole or for what was not used',
        description:
          'Another person decides under /v1/approvals, by the same id; then the money moves in ' +
          'the same moment. A vend is given back once.',
        tags: TAGS,
        security: SECURITY_USER,
        params: ID_PARAMS,
        body: newRefundSchema,
        response: {
          200: refundSchema,
          201: refundSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'approval_id_conflict',
            'vend_not_found',
            'vend_not_refundable',
            'vend_claimed',
            'refund_part_faulty',
            'refund_proof_faulty',
            'refund_destination_faulty',
            'debt_not_found',
            'refund_above_debt',
          ),
        },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const { unused_tenth_kwh: unused, proof_order_id: order, debt_id: debt } = body;
      const refund = {
        refundId: plainId<RefundId>(request.params.id),
        vendId: plainId<VendId>(body.vend_id),
        unused: unused === null ? null : tenthKwh(unused),
        proof: body.proof,
        proofReference: body.proof_reference,
        proofOrderId: order === null ? null : plainId<TokenOrderId>(order),
        moneyTo: body.money_to,
        debtId: debt === null ? null : plainId<DebtId>(debt),
        reason: body.reason,
        author: authorOf(request),
      };
      const answer = await requestRefund(database, utility, refund, clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal.code);
      return reply.code(answer.first ? 201 : 200).send(refundJson(answer.refund));
    },
  );
}

function previewRoute(app: App, { database, utility }: ServerContext): void {
  app.post(
    '/v1/refunds/preview',
    {
      config: { access: may('after_sale.read') },
      schema: {
        operationId: 'previewRefund',
        summary: 'What giving a vend back would do to the books; nothing is written',
        tags: TAGS,
        security: SECURITY_USER,
        body: refundPreviewRequestSchema,
        response: {
          200: refundPreviewSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'vend_not_found',
            'vend_not_refundable',
            'refund_part_faulty',
          ),
        },
      },
    },
    async (request, reply) => {
      const { vend_id, unused_tenth_kwh: unused, money_to: moneyTo } = request.body;
      const answer = await previewRefund(database, utility, {
        vendId: plainId<VendId>(vend_id),
        unused: unused === null ? null : tenthKwh(unused),
        moneyTo,
      });
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return {
        refund_minor: String(answer.money),
        lines: answer.lines.map(({ account, name, side, money }) => ({
          ...{ account, name, side },
          line_minor: String(money),
        })),
      };
    },
  );
}

function refundJson(refund: Refund): z.infer<typeof refundSchema> {
  return {
    id: refund.refundId,
    vend_id: refund.vendId,
    state: refund.state,
    refund_minor: String(refund.money),
    unused_tenth_kwh: refund.unused,
    proof: refund.proof,
    proof_reference: refund.proofReference,
    proof_order_id: refund.proofOrderId,
    money_to: refund.moneyTo,
    debt_id: refund.debtId,
    reason: refund.reason,
    requested_by: refund.requestedBy,
    requested_at: instantText(refund.requestedAt),
    decided_by: refund.decidedBy,
    resolved_at: refund.resolvedAt === null ? null : instantText(refund.resolvedAt),
  };
}

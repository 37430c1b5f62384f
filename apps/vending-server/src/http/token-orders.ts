/** /v1/orders: tokens that nobody pays at a till, asked for here and approved by another person. */
import { formatTenthKwh, tenthKwh, watts } from '@wattvend/quantities/energy.js';
import { instant } from '@wattvend/quantities/time.js';
import type { TokenContent } from '@wattvend/security-module/security-module.js';
import { APPROVAL_KINDS } from '@wattvend/vending/approval-kinds.js';
import type { OperationId } from '@wattvend/vending/desk-operation.js';
import { isPermitted } from '@wattvend/vending/permissions.js';
import {
  requestTokenOrder,
  type TokenOrderRefusal,
  type WantedTokens,
} from '@wattvend/vending/request-order.js';
import { revealTokens } from '@wattvend/vending/reveal-tokens.js';
import {
  findTokenOrder,
  listTokenOrders,
  TOKEN_ORDER_RULES,
  TOKEN_ORDER_STATES,
  type TokenOrder,
  type TokenOrderId,
} from '@wattvend/vending/token-orders.js';
import type { VendId } from '@wattvend/vending/vend.js';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { authorOf, may, userOf } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { afterField, cursorText, momentField, positionOf, refuseCursor } from './cursor.ts';
import { instantText } from './json.ts';
import { SECURITY_USER } from './openapi.ts';
import { meterNumberOf, plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import {
  type ContentJson,
  type NewTokenOrderJson,
  newTokenOrderSchema,
  revealedTokensSchema,
  tokenOrderSchema,
  tokenOrdersSchema,
} from './schemas/after-sale.ts';
import { idField, limitField, meterNumberField } from './schemas/fields.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';

const TAGS = ['after the sale'];
const ID_PARAMS = z.strictObject({ id: idField });
const POSITION = z.tuple([momentField, idField]);

export function tokenOrderRoutes(app: App, context: ServerContext): void {
  listRoute(app, context);
  readRoute(app, context);
  putRoute(app, context);
  revealRoute(app, context);
}

function listRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/orders',
    {
      config: { access: may('after_sale.read') },
      schema: {
        operationId: 'listTokenOrders',
        summary: 'Orders for tokens, newest first; never with their digits',
        tags: TAGS,
        security: SECURITY_USER,
        querystring: z.strictObject({
          meter_number: meterNumberField.optional(),
          state: z.enum(TOKEN_ORDER_STATES).optional(),
          limit: limitField,
          after: afterField,
        }),
        response: { 200: tokenOrdersSchema, ...problems(...READ_REFUSALS, 'meter_number_invalid') },
      },
    },
    async (request, reply) => {
      const { meter_number, state, limit, after } = request.query;
      const number = meter_number === undefined ? null : meterNumberOf(meter_number);
      if (number?.kind === 'fault') return sendProblem(reply, 'meter_number_invalid', number);
      const position = positionOf(after, POSITION);
      if (position === 'fault') return refuseCursor(reply);
      const found = await listTokenOrders(database, utility.utilityId, {
        meterNumber: number?.drn ?? null,
        state: state ?? null,
        before:
          position === null
            ? null
            : { requestedAt: instant(position[0]), orderId: plainId<TokenOrderId>(position[1]) },
        limit: limit + 1,
      });
      const orders = found.slice(0, limit);
      const last = orders.at(-1);
      const isMore = found.length > limit && last !== undefined;
      const next = isMore ? cursorText([last.requestedAt, last.orderId]) : null;
      return { orders: orders.map(orderJson), next };
    },
  );
}

function readRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/orders/:id',
    {
      config: { access: may('after_sale.read') },
      schema: {
        operationId: 'readTokenOrder',
        summary: 'One order for tokens, without their digits',
        tags: TAGS,
        security: SECURITY_USER,
        params: ID_PARAMS,
        response: {
          200: tokenOrderSchema,
          ...problems(...READ_REFUSALS, 'token_order_not_found'),
        },
      },
    },
    async (request, reply) => {
      const orderId = plainId<TokenOrderId>(request.params.id);
      const order = await findTokenOrder(database, utility.utilityId, orderId);
      return order === null ? sendProblem(reply, 'token_order_not_found') : orderJson(order);
    },
  );
}

function putRoute(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  app.put(
    '/v1/orders/:id',
    {
      // Which permission it takes depends on what is ordered; the use case asks for it.
      config: { access: may('approval.read') },
      schema: {
        operationId: 'orderTokens',
        summary: 'Ask for tokens that nobody pays: free, for an engineer, moved, or made anew',
        description:
          'Another person decides under /v1/approvals, by the same id. The tokens are made once, ' +
          'as soon as that person agrees.',
        tags: TAGS,
        security: SECURITY_USER,
        params: ID_PARAMS,
        body: newTokenOrderSchema,
        response: {
          200: tokenOrderSchema,
          201: tokenOrderSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'approval_id_conflict',
            'meter_number_invalid',
            'meter_not_found',
            'free_issue_not_positive',
            'free_issue_above_limit',
            'replacement_not_found',
            'transfer_ordered',
            'vend_not_found',
            'vend_not_reissuable',
            'vend_claimed',
            'reissue_not_needed',
          ),
        },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const wanted = wantedOf(body);
      if (wanted.kind === 'fault') return sendProblem(reply, 'meter_number_invalid', wanted);
      const order = {
        orderId: plainId<TokenOrderId>(request.params.id),
        wanted,
        reason: body.reason,
        documentReference: body.document_reference,
        author: authorOf(request),
      };
      const answer = await requestTokenOrder(database, utility, order, clock());
      if (answer.kind === 'refused') return sendOrderRefusal(reply, answer.refusal);
      return reply.code(answer.first ? 201 : 200).send(orderJson(answer.order));
    },
  );
}

function revealRoute(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  app.post(
    '/v1/orders/:id/tokens',
    {
      config: { access: may('after_sale.read') },
      schema: {
        operationId: 'revealTokens',
        summary: 'Show the digits of an executed order; that somebody looked is written down',
        tags: TAGS,
        security: SECURITY_USER,
        params: ID_PARAMS,
        response: {
          200: revealedTokensSchema,
          ...problems(...WRITE_REFUSALS, 'token_order_not_found', 'order_not_executed'),
        },
      },
    },
    async (request, reply) => {
      const orderId = plainId<TokenOrderId>(request.params.id);
      const order = await findTokenOrder(database, utility.utilityId, orderId);
      if (order !== null) {
        const rule = APPROVAL_KINDS[TOKEN_ORDER_RULES[order.kind].approval];
        const { roles } = userOf(request);
        const isTheirs = isPermitted(roles, rule.request) || isPermitted(roles, rule.approve);
        if (!isTheirs) return sendProblem(reply, 'not_allowed');
      }
      const asked = { orderId, author: authorOf(request) };
      const answer = await revealTokens(database, utility.utilityId, asked, clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return {
        ...orderJson(answer.order),
        tokens: answer.tokens.map(({ position, content, digits }) => ({
          position,
          kind: content.kind,
          digits,
        })),
      };
    },
  );
}

type Wanted =
  | WantedTokens
  | { readonly kind: 'fault'; readonly values: { readonly fault: string } };

function wantedOf(body: NewTokenOrderJson): Wanted {
  if (body.kind === 'transfer') {
    return { kind: 'transfer', replacementId: plainId<OperationId>(body.replacement_id) };
  }
  if (body.kind === 'reissue') return { kind: 'reissue', vendId: plainId<VendId>(body.vend_id) };
  const number = meterNumberOf(body.meter_number);
  if (number.kind === 'fault') return number;
  const { reason_code: reasonCode } = body;
  const meterNumber = number.drn;
  if (body.kind === 'free_issue') {
    const energy = tenthKwh(body.energy_tenth_kwh);
    return { kind: 'free_issue', meterNumber, energy, reasonCode };
  }
  return { kind: 'engineering', meterNumber, contents: body.contents.map(contentOf), reasonCode };
}

function contentOf(content: ContentJson): TokenContent {
  if (!('power_watts' in content)) return content;
  return { kind: content.kind, power: watts(content.power_watts) };
}

function sendOrderRefusal(reply: FastifyReply, refusal: TokenOrderRefusal): FastifyReply {
  return sendProblem(reply, refusal.code, { values: refusalValues(refusal) });
}

function refusalValues(refusal: TokenOrderRefusal): Readonly<Record<string, string>> {
  if (refusal.code === 'free_issue_above_limit') return { most: formatTenthKwh(refusal.most) };
  if (refusal.code === 'reissue_not_needed') {
    return { newer: String(refusal.newer), needed: String(refusal.needed) };
  }
  return {};
}

function orderJson(order: TokenOrder): z.infer<typeof tokenOrderSchema> {
  const energy = order.contents.reduce(
    (sum, content) =>
      content.kind === 'credit' && content.service === 'electricity' ? sum + content.amount : sum,
    0,
  );
  return {
    id: order.orderId,
    kind: order.kind,
    state: order.state,
    meter_number: order.meterNumber,
    reason_code: order.reasonCode,
    reason: order.reason,
    document_reference: order.documentReference,
    source_id: order.sourceId,
    energy_tenth_kwh: energy,
    contents: order.contents.map(inWords),
    refusal: order.refusal,
    requested_by: order.requestedBy.signInName,
    requested_at: instantText(order.requestedAt),
    decided_by: order.decidedBy?.signInName ?? null,
    resolved_at: order.resolvedAt === null ? null : instantText(order.resolvedAt),
  };
}

function inWords(content: TokenContent): string {
  const what = content.kind.replaceAll('-', ' ');
  switch (content.kind) {
    case 'credit':
      return content.service === 'electricity' ? `${formatTenthKwh(content.amount)} kWh` : what;
    case 'clear-credit':
      return `${what}, register ${content.register}`;
    case 'set-maximum-power-limit':
    case 'set-maximum-phase-power-unbalance-limit':
      return `${what} ${content.power} W`;
    case 'credit-currency':
    case 'clear-tamper-condition':
    case 'set-water-meter-factor':
      return what;
  }
}

/** /v1/payments: what customers pay at the till beside electricity. */
import type { AgreementId, DebtId } from '@wattvend/vending/debts.js';
import {
  type AccountPayment,
  findPayment,
  listPayments,
  type PaymentId,
} from '@wattvend/vending/payments.js';
import { reversePayment } from '@wattvend/vending/reverse-payment.js';
import { type PaymentRefusal, takePayment } from '@wattvend/vending/take-payment.js';
import type { Utility } from '@wattvend/vending/utility.js';
import { CHANNEL_DEFAULT } from '@wattvend/vending/vend.js';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { authorOf, may, nameOf, ownVendor, principalOf, visibleVendor } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { instantText } from './json.ts';
import { moneyText } from './money-text.ts';
import { SECURITY_STAFF, SECURITY_USER } from './openapi.ts';
import { cursorField, pageCursor, pageOf } from './page-cursor.ts';
import { moneyOf, plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { idField, limitField } from './schemas/fields.ts';
import {
  newPaymentReversalSchema,
  newPaymentSchema,
  paymentSchema,
  paymentsSchema,
} from './schemas/payment.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';

const TAGS = ['payments'];
const ID_PARAMS = z.strictObject({ id: idField });

export function paymentRoutes(app: App, context: ServerContext): void {
  putRoute(app, context);
  readRoute(app, context);
  listRoute(app, context);
  reversalRoute(app, context);
}

function putRoute(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  app.put(
    '/v1/payments/:id',
    {
      config: { access: may('payment.take', { machines: true }) },
      schema: {
        operationId: 'takePayment',
        summary: 'Take a payment that buys no electricity, once for each id',
        description:
          'A debt at once, a new connection, a conversion, a fine. The float of the vendor pays ' +
          'the utility, as with a sale. The same id with the same content is the same payment.',
        tags: TAGS,
        security: SECURITY_STAFF,
        params: ID_PARAMS,
        body: newPaymentSchema,
        response: {
          200: paymentSchema,
          201: paymentSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'payment_id_conflict',
            'payment_reference_used',
            'agreement_not_found',
            'debt_not_found',
            'debt_settled',
            'payment_not_positive',
            'payment_above_debt',
            'vendor_not_found',
            'vendor_suspended',
            'shift_not_open',
            'operator_limit_exceeded',
            'float_exceeded',
          ),
        },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request);
      const vendorId = ownVendor(principal);
      if (vendorId === null) return sendProblem(reply, 'not_allowed');
      const { body } = request;
      const order = {
        paymentId: plainId<PaymentId>(request.params.id),
        vendorId,
        agreementId: plainId<AgreementId>(body.agreement_id),
        kind: body.kind,
        debtId: body.debt_id === undefined ? null : plainId<DebtId>(body.debt_id),
        money: moneyOf(body.payment_minor),
        payment: body.payment ?? null,
        documentReference: body.document_reference ?? '',
        soldBy: nameOf(principal),
        operatorId: principal.kind === 'user' ? principal.user.userId : null,
        channel: body.channel ?? CHANNEL_DEFAULT,
      };
      const answer = await takePayment(database, utility, order, clock());
      if (answer.kind === 'refused') return sendRefusal(reply, utility, answer.refusal);
      return reply.code(answer.first ? 201 : 200).send(paymentJson(answer.payment));
    },
  );
}

function sendRefusal(reply: FastifyReply, utility: Utility, refusal: PaymentRefusal): FastifyReply {
  return sendProblem(reply, refusal.code, { values: refusalValues(utility, refusal) });
}

function refusalValues(
  utility: Utility,
  refusal: PaymentRefusal,
): Readonly<Record<string, string>> {
  if ('vendId' in refusal) return { vend: refusal.vendId };
  if ('owed' in refusal) return { owed: moneyText(utility, refusal.owed) };
  if ('left' in refusal) return { left: moneyText(utility, refusal.left) };
  if ('available' in refusal) return { available: moneyText(utility, refusal.available) };
  return {};
}

function readRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/payments/:id',
    {
      config: { access: may('payment.read', { machines: true }) },
      schema: {
        operationId: 'readPayment',
        summary: 'One payment; for a cashier or a machine only of the own vendor',
        tags: TAGS,
        security: SECURITY_STAFF,
        params: ID_PARAMS,
        response: { 200: paymentSchema, ...problems(...READ_REFUSALS, 'payment_not_found') },
      },
    },
    async (request, reply) => {
      const paymentId = plainId<PaymentId>(request.params.id);
      const payment = await findPayment(database, utility.utilityId, paymentId);
      const own = visibleVendor(principalOf(request));
      const isHidden = own !== null && payment?.vendorId !== own;
      if (payment === null || isHidden) return sendProblem(reply, 'payment_not_found');
      return paymentJson(payment);
    },
  );
}

function listRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/payments',
    {
      config: { access: may('payment.read', { machines: true }) },
      schema: {
        operationId: 'listPayments',
        summary: 'Payments, newest first; for a cashier or a machine only of the own vendor',
        tags: TAGS,
        security: SECURITY_STAFF,
        querystring: z.strictObject({
          agreement_id: idField.optional(),
          limit: limitField,
          before: cursorField,
        }),
        response: { 200: paymentsSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request) => {
      const { agreement_id: agreementId, limit, before } = request.query;
      const found = await listPayments(database, utility.utilityId, {
        agreementId: agreementId === undefined ? null : plainId<AgreementId>(agreementId),
        vendorId: visibleVendor(principalOf(request)),
        before: pageCursor(before),
        limit: limit + 1,
      });
      const { page, next } = pageOf(found, limit, (last) => ({
        at: last.paidAt,
        id: last.paymentId,
      }));
      return { payments: page.map(paymentJson), next };
    },
  );
}

function reversalRoute(app: App, { database, utility, clock }: ServerContext): void {
  app.put(
    '/v1/payments/:id/reversal',
    {
      config: { access: may('payment.reverse') },
      schema: {
        operationId: 'reversePayment',
        summary: 'Give a payment back, on the day it was taken',
        tags: TAGS,
        security: SECURITY_USER,
        params: ID_PARAMS,
        body: newPaymentReversalSchema,
        response: {
          200: paymentSchema,
          201: paymentSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'payment_not_found',
            'payment_reversal_id_conflict',
            'payment_reversed',
            'payment_of_another_day',
            'payment_in_closed_shift',
          ),
        },
      },
    },
    async (request, reply) => {
      const order = {
        reversalId: plainId<string>(request.body.reversal_id),
        paymentId: plainId<PaymentId>(request.params.id),
        reason: request.body.reason,
        reversedBy: nameOf(principalOf(request)),
        author: authorOf(request),
      };
      const answer = await reversePayment(database, utility, order, clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return reply.code(answer.first ? 201 : 200).send(paymentJson(answer.payment));
    },
  );
}

function paymentJson(payment: AccountPayment): z.infer<typeof paymentSchema> {
  const { debtId, debtName, reversal } = payment;
  return {
    id: payment.paymentId,
    kind: payment.kind,
    agreement_id: payment.agreementId,
    account_number: payment.accountNumber,
    customer_name: payment.customerName,
    vendor_id: payment.vendorId,
    vendor_name: payment.vendorName,
    debt: debtId === null || debtName === null ? null : { id: debtId, name: debtName },
    payment_minor: String(payment.money),
    payment: payment.payment,
    channel: payment.channel,
    document_reference: payment.documentReference,
    taken_by: payment.soldBy,
    paid_at: instantText(payment.paidAt),
    reversal:
      reversal === null
        ? null
        : {
            id: reversal.reversalId,
            reason: reversal.reason,
            reversed_by: reversal.reversedBy,
            reversed_at: instantText(reversal.reversedAt),
          },
  };
}

/**
 * PUT /v1/vends/{id} and /v1/free-units/{id}: selling. The hot path: the answer is made by JSON.stringify alone, and the
 * only line in the log is the vend's.
 */
import { instant } from '@wattvend/quantities/time.js';
import { findVend } from '@wattvend/vending/find-vends.js';
import type { FreeUnitsRequest, VendId, VendorId } from '@wattvend/vending/vend.js';
import type { VendAnswer } from '@wattvend/vending/vend-desk.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { maskMeterNumber } from '../log.ts';
import { may, nameOf, ownVendor, principalOf } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { vendJson } from './json.ts';
import { SECURITY_STAFF } from './openapi.ts';
import { type MeterNumber, meterNumberOf, moneyOf, plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { idField } from './schemas/fields.ts';
import { problems, WRITE_REFUSALS } from './schemas/problem.ts';
import { newFreeUnitsSchema, newVendSchema, vendSchema } from './schemas/vend.ts';
import { sendVendRefusal } from './vend-refusal.ts';

/** What may be said of a purchase before any money is looked at, in order. */
export const PURCHASE_REFUSALS = [
  'meter_not_found',
  'meter_not_installed',
  'meter_blocked',
  'agreement_ended',
  'tariff_not_found',
  'sold_as_money',
  'tendered_not_positive',
  'tendered_below_minimum',
  'tendered_above_limit',
  'month_limit_reached',
  'published_value_missing',
  'published_value_too_low',
  'free_units_not_due',
  'debt_exceeds_purchase',
  'charges_exceed_purchase',
  'tendered_between_bands',
  'tendered_below_one_unit',
  'tendered_above_maximum',
] as const;

const VEND_ANSWERS = {
  200: vendSchema,
  201: vendSchema,
  ...problems(
    ...WRITE_REFUSALS.filter((code) => code !== 'outcome_unknown'),
    'vend_id_conflict',
    'payment_reference_used',
    'meter_number_invalid',
    ...PURCHASE_REFUSALS,
    'vending_key_expired',
    'vendor_not_found',
    'vendor_suspended',
    'shift_not_open',
    'operator_limit_exceeded',
    'float_exceeded',
    'token_identifier_too_far_ahead',
    'security_module_unavailable',
    'vend_outcome_unknown',
  ),
};

const SELL_SCHEMA = {
  operationId: 'vend',
  summary: 'Sell, or read what became of the vend of this id',
  description:
    'The id is made by the client and repeated on every retry: the same id with the same content ' +
    'is the same vend and gives the same digits. 201 the first time, 200 when it was there before. ' +
    'After vend_outcome_unknown, and when no answer came at all, ask again with the same id.',
  tags: ['vends'],
  security: SECURITY_STAFF,
  params: z.strictObject({ id: idField }),
  body: newVendSchema,
  response: VEND_ANSWERS,
};

const CLAIM_SCHEMA = {
  ...SELL_SCHEMA,
  operationId: 'claimFreeUnits',
  summary: 'Claim the free units of a tariff by themselves, or read what became of the claim',
  description:
    'A claim is a vend without money: it is read, listed and printed again under /v1/vends. The ' +
    'same id with the same content is the same claim.',
  body: newFreeUnitsSchema,
};

// The schema documents the answer; checking each one against it again costs a third of the
// throughput. Tests check the answers against the document.
const serializerCompiler = () => (answer: unknown) => JSON.stringify(answer);

export function sellRoute(app: App, context: ServerContext): void {
  const { desk } = context;
  const config = { access: may('vend.sell', { machines: true }) };
  app.put(
    '/v1/vends/:id',
    { config, schema: SELL_SCHEMA, serializerCompiler },
    async (request, reply) => {
      const { tendered_minor, payment } = request.body;
      return await answerSale(context, request, reply, (asked) =>
        desk.vend({
          ...asked,
          tendered: moneyOf(tendered_minor),
          ...(payment === undefined ? {} : { payment }),
        }),
      );
    },
  );
  app.put(
    '/v1/free-units/:id',
    { config, schema: CLAIM_SCHEMA, serializerCompiler },
    async (request, reply) =>
      await answerSale(context, request, reply, (asked) => desk.claimFree(asked)),
  );
}

interface SaleRequest extends FastifyRequest {
  readonly params: { readonly id: string };
  readonly body: z.infer<typeof newFreeUnitsSchema>;
}

/** What a sale and a claim have in common: who asks, for which meter, and how it is answered. */
async function answerSale(
  context: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
  ask: (asked: FreeUnitsRequest) => Promise<VendAnswer>,
): Promise<FastifyReply> {
  const { clock, utility } = context;
  const start = clock();
  const { params, body } = request as SaleRequest;
  const principal = principalOf(request);
  const vendorId = ownVendor(principal);
  if (vendorId === null) return sendProblem(reply, 'not_allowed');
  const isForeign = body.vendor_id !== undefined && plainId<VendorId>(body.vendor_id) !== vendorId;
  if (isForeign) return sendProblem(reply, 'not_allowed');
  const vendId = plainId<VendId>(params.id);
  const number = meterNumberOf(body.meter_number);
  if (number.kind === 'fault') return await refuseNumber(context, reply, vendId, number);

  const answer = await ask({
    vendId,
    vendorId,
    meterNumber: number.drn,
    soldBy: nameOf(principal),
    operatorId: principal.kind === 'user' ? principal.user.userId : null,
    ...(body.channel === undefined ? {} : { channel: body.channel }),
  });
  const outcome = answer.kind === 'vend' ? answer.vend.state : answer.refusal.code;
  const ms = instant(clock()) - start;
  context.log.info({ vend: vendId, meter: maskMeterNumber(number.drn), outcome, ms }, 'vend');
  if (answer.kind === 'refused') return sendVendRefusal(reply, utility, answer.refusal);
  return reply.code(answer.first ? 201 : 200).send(vendJson(utility, answer.vend));
}

/** A vend that exists was asked for with a right number, so this is something else. */
async function refuseNumber(
  context: ServerContext,
  reply: FastifyReply,
  vendId: VendId,
  number: Extract<MeterNumber, { kind: 'fault' }>,
): Promise<FastifyReply> {
  const known = await findVend(context.database, context.utility.utilityId, vendId);
  return known === null
    ? sendProblem(reply, 'meter_number_invalid', number)
    : sendProblem(reply, 'vend_id_conflict');
}

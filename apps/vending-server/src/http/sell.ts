/**
 * PUT /v1/vends/{id}: selling. The hot path: the answer is made by JSON.stringify alone, and the
 * only line in the log is the vend's.
 */
import { instant } from '@wattvend/quantities/time.js';
import { findVend } from '@wattvend/vending/find-vends.js';
import type { VendId, VendorId } from '@wattvend/vending/vend.js';
import type { FastifyReply } from 'fastify';
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
import { newVendSchema, vendSchema } from './schemas/vend.ts';
import { sendVendRefusal } from './vend-refusal.ts';

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
  response: {
    200: vendSchema,
    201: vendSchema,
    ...problems(
      ...WRITE_REFUSALS.filter((code) => code !== 'outcome_unknown'),
      'vend_id_conflict',
      'meter_number_invalid',
      'meter_not_found',
      'meter_blocked',
      'vending_key_expired',
      'tendered_not_positive',
      'tendered_below_one_unit',
      'tendered_above_maximum',
      'vendor_not_found',
      'float_exceeded',
      'token_identifier_too_far_ahead',
      'security_module_unavailable',
      'vend_outcome_unknown',
    ),
  },
};

export function sellRoute(app: App, context: ServerContext): void {
  const { desk, utility, clock } = context;
  app.put(
    '/v1/vends/:id',
    {
      config: { access: may('vend.sell', { machines: true }) },
      schema: SELL_SCHEMA,
      // The schema documents the answer; checking each one against it again costs a third of the
      // throughput. Tests check the answers against the document.
      serializerCompiler: () => (answer) => JSON.stringify(answer),
    },
    async (request, reply) => {
      const start = clock();
      const { body } = request;
      const principal = principalOf(request);
      const vendorId = ownVendor(principal);
      if (vendorId === null) return sendProblem(reply, 'not_allowed');
      const isForeign =
        body.vendor_id !== undefined && plainId<VendorId>(body.vendor_id) !== vendorId;
      if (isForeign) return sendProblem(reply, 'not_allowed');
      const vendId = plainId<VendId>(request.params.id);
      const number = meterNumberOf(body.meter_number);
      if (number.kind === 'fault') return await refuseNumber(context, reply, vendId, number);

      const answer = await desk.vend({
        vendId,
        vendorId,
        meterNumber: number.drn,
        tendered: moneyOf(body.tendered_minor),
        soldBy: nameOf(principal),
      });
      const outcome = answer.kind === 'vend' ? answer.vend.state : answer.refusal.code;
      const ms = instant(clock()) - start;
      context.log.info({ vend: vendId, meter: maskMeterNumber(number.drn), outcome, ms }, 'vend');
      if (answer.kind === 'refused') return sendVendRefusal(reply, utility, answer.refusal);
      return reply.code(answer.first ? 201 : 200).send(vendJson(utility, answer.vend));
    },
  );
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

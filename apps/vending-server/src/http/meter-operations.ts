/** /v1/meters/{meter_number}/operations/{id}: what is done with a meter, once for each id. */
import { wattHours } from '@wattvend/quantities/energy.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import type { DeskDeed, OperationId } from '@wattvend/vending/desk-operation.js';
import { findMeterCard } from '@wattvend/vending/meter-card.js';
import type { MeterDeed } from '@wattvend/vending/meter-operations.js';
import { METER_DEED_REFUSALS, operateMeter } from '@wattvend/vending/meter-operations.js';
import type { TransferOrder } from '@wattvend/vending/replace-meter.js';
import { REPLACE_METER_REFUSALS, replaceMeter } from '@wattvend/vending/replace-meter.js';
import { z } from 'zod';
import { may, nameOf, principalOf } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { meterCardJson } from './meter-desk.ts';
import { SECURITY_USER } from './openapi.ts';
import { meterNumberOf, plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import type { RefusalCode } from './refusals.ts';
import { idField, meterNumberField } from './schemas/fields.ts';
import { meterOperationAnswerSchema, meterOperationSchema } from './schemas/meter-desk.ts';
import { problems, WRITE_REFUSALS } from './schemas/problem.ts';

type OperationJson = z.infer<typeof meterOperationSchema>;

export function meterOperationRoutes(app: App, context: ServerContext): void {
  app.put(
    '/v1/meters/:meter_number/operations/:id',
    {
      config: { access: may('meter.write') },
      schema: {
        operationId: 'operateMeter',
        summary: 'Install, remove, replace, block, unblock, return to the store or scrap a meter',
        tags: ['meters'],
        security: SECURITY_USER,
        params: z.strictObject({ meter_number: meterNumberField, id: idField }),
        body: meterOperationSchema,
        response: {
          200: meterOperationAnswerSchema,
          201: meterOperationAnswerSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'meter_number_invalid',
            ...METER_DEED_REFUSALS,
            ...REPLACE_METER_REFUSALS,
          ),
        },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const number = meterNumberOf(request.params.meter_number);
      if (number.kind === 'fault') return sendProblem(reply, 'meter_number_invalid', number);
      const operationId = plainId<OperationId>(request.params.id);
      const by = nameOf(principalOf(request));
      const named = { operationId, meterNumber: number.drn, by, at: context.clock() };
      const other = body.kind === 'replace' ? meterNumberOf(body.new_meter_number) : null;
      if (other?.kind === 'fault') return sendProblem(reply, 'meter_number_invalid', other);
      const done = await operate(context, named, body, other?.drn ?? null);
      if (done.kind === 'refused') return sendProblem(reply, done.refusal);
      const { utilityId } = context.utility;
      const meter = await findMeterCard(context.database, utilityId, number.drn);
      const fresh =
        other === null ? null : await findMeterCard(context.database, utilityId, other.drn);
      if (meter === null) throw new Error('a meter that was worked on is gone');
      return reply.code(done.first ? 201 : 200).send({
        id: operationId,
        kind: body.kind,
        meter: meterCardJson(meter),
        new_meter: fresh === null ? null : meterCardJson(fresh),
        transfer: done.transfer === null ? null : transferJson(done.transfer),
      });
    },
  );
}

type Operated =
  | { readonly kind: 'done'; readonly first: boolean; readonly transfer: TransferOrder | null }
  | { readonly kind: 'refused'; readonly refusal: RefusalCode };

async function operate(
  { database, utility }: ServerContext,
  named: { readonly operationId: OperationId; readonly meterNumber: Drn } & DeskDeed,
  body: OperationJson,
  newMeterNumber: Drn | null,
): Promise<Operated> {
  const { utilityId } = utility;
  if (body.kind !== 'replace') {
    const done = await operateMeter(database, utilityId, { ...named, deed: deedOf(body) });
    return done.kind === 'done' ? { kind: 'done', first: done.first, transfer: null } : done;
  }
  if (newMeterNumber === null) throw new Error('a replacement without a new meter');
  const done = await replaceMeter(database, utilityId, {
    ...named,
    newMeterNumber,
    reason: body.reason,
    removedReading: reading(body.removed_reading_wh),
    creditLeft: reading(body.credit_left_wh),
    installedReading: reading(body.installed_reading_wh),
  });
  if (done.kind === 'refused') return done;
  return { kind: 'done', first: done.first, transfer: done.outcome.transfer };
}

function deedOf(body: Exclude<OperationJson, { readonly kind: 'replace' }>): MeterDeed {
  switch (body.kind) {
    case 'install':
      return {
        kind: 'install',
        servicePointId: plainId(body.service_point_id),
        reading: reading(body.reading_wh),
      };
    case 'remove':
      return {
        kind: 'remove',
        reason: body.reason,
        reading: reading(body.reading_wh),
        creditLeft: reading(body.credit_left_wh),
      };
    case 'block':
    case 'unblock':
    case 'return_to_store':
    case 'scrap':
      return { kind: body.kind, reason: body.reason };
  }
}

function reading(value: number | null): ReturnType<typeof wattHours> | null {
  return value === null ? null : wattHours(value);
}

type TransferJson = NonNullable<z.infer<typeof meterOperationAnswerSchema>['transfer']>;

function transferJson(transfer: TransferOrder): TransferJson {
  return {
    order_id: transfer.orderId,
    meter_number: transfer.meterNumber,
    from_meter_number: transfer.fromMeterNumber,
    credit_left_wh: transfer.creditLeft,
    energy_tenth_kwh: transfer.energy,
  };
}

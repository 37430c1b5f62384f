/**
 * /v1/demo: the street of demo meters. What is handed out is what a factory hands out, a meter with
 * its own key inside. In production this route does not exist and the invariant S3 holds: no key
 * byte outside the security module. See demo/factory.ts.
 */
import { meterMemoryRecord } from '@wattvend/meter/memory-record.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import { drnFromMeterPan } from '@wattvend/sts/meter-pan.js';
import type { Meter } from '@wattvend/vending/meters.js';
import { findMeters } from '@wattvend/vending/meters.js';
import { z } from 'zod';
import { PERSON } from './access.ts';
import type { App, DemoMeter, ServerContext } from './context.ts';
import { SECURITY_USER } from './openapi.ts';
import { meterNumberOf } from './parse.ts';
import { sendProblem } from './problem.ts';
import { demoMemorySchema, demoMetersSchema } from './schemas/demo.ts';
import { meterNumberField } from './schemas/fields.ts';
import { problems, READ_REFUSALS } from './schemas/problem.ts';

const METERS_MAX = 100;

export function demoMeterRoutes(app: App, context: ServerContext): void {
  app.get(
    '/v1/demo/meters',
    {
      config: { access: PERSON, demoOnly: true },
      schema: {
        operationId: 'listDemoMeters',
        summary: "The meters of the demo's street; in demo mode only",
        tags: ['demo'],
        security: SECURITY_USER,
        response: { 200: demoMetersSchema, ...problems(...READ_REFUSALS, 'path_not_found') },
      },
    },
    async () => {
      const page = { query: '', after: '', limit: METERS_MAX, now: context.clock() };
      const enrolled = await findMeters(context.database, context.utility.utilityId, page);
      const byNumber = new Map<string, Meter>(enrolled.map((meter) => [meter.meterNumber, meter]));
      const delivered = context.demo?.meters ?? [];
      return {
        meters: delivered.flatMap((each) => {
          const meter = byNumber.get(each.meterNumber);
          return meter === undefined ? [] : [demoMeterJson(each, meter)];
        }),
      };
    },
  );
  app.get(
    '/v1/demo/meters/:meter_number/memory',
    {
      config: { access: PERSON, demoOnly: true },
      schema: {
        operationId: 'readDemoMeterMemory',
        summary: 'The memory of a demo meter as its factory delivered it; in demo mode only',
        tags: ['demo'],
        security: SECURITY_USER,
        params: z.strictObject({ meter_number: meterNumberField }),
        response: {
          200: demoMemorySchema,
          ...problems(
            ...READ_REFUSALS,
            'path_not_found',
            'meter_number_invalid',
            'meter_not_found',
          ),
        },
      },
    },
    async (request, reply) => {
      const number = meterNumberOf(request.params.meter_number);
      if (number.kind === 'fault') return sendProblem(reply, 'meter_number_invalid', number);
      const meter = context.demo?.meters.find((each) => isOf(each, number.drn));
      return meter === undefined
        ? sendProblem(reply, 'meter_not_found')
        : { ...meterMemoryRecord(meter.memory) };
    },
  );
}

function isOf(meter: DemoMeter, drn: Drn): boolean {
  return drnFromMeterPan(meter.memory.meterPan) === drn;
}

function demoMeterJson(
  delivered: DemoMeter,
  meter: Meter,
): z.infer<typeof demoMetersSchema>['meters'][number] {
  return {
    meter_number: meter.meterNumber,
    address: meter.address,
    customer_name: meter.customer?.name ?? null,
    encryption_algorithm: meter.key.encryptionAlgorithm,
    dkga: meter.key.dkga,
    load_watts: delivered.loadWatts,
  };
}

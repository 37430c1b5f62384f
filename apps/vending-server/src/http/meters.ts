/** /v1/meters: found, described and enrolled. */
import { randomUUID } from 'node:crypto';
import { constraintName, sqlState } from '@wattvend/database/database.js';
import { keyRevisionNumber, supplyGroupCode, tariffIndex } from '@wattvend/sts/supply-group.js';
import type { CustomerId } from '@wattvend/vending/customers.js';
import { findMeterCard } from '@wattvend/vending/meter-card.js';
import type { Meter, NewMeter } from '@wattvend/vending/meters.js';
import { enrolMeter, findMeter, findMeters } from '@wattvend/vending/meters.js';
import type { MeterId } from '@wattvend/vending/vend.js';
import { z } from 'zod';
import { may, nameOf, principalOf } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { meterJson } from './json.ts';
import { lookUpLimit } from './look-up.ts';
import { SECURITY_STAFF, SECURITY_USER } from './openapi.ts';
import { meterNumberOf, plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { perPrincipal } from './rate-limits.ts';
import type { RefusalCode } from './refusals.ts';
import { limitField, meterNumberField } from './schemas/fields.ts';
import { meterSchema, metersSchema, newMeterSchema } from './schemas/meter.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';

// A cashier who types a name asks with every key; somebody who reads out all customers asks more.
const SEARCHES_A_MINUTE = 240;
// A machine that knows whom it sells to looks nobody up in bulk.
const LOOK_UPS_A_MINUTE = 30;

export function meterRoutes(app: App, context: ServerContext): void {
  searchRoute(app, context);
  readRoute(app, context);
  enrolRoute(app, context);
}

function searchRoute(app: App, context: ServerContext): void {
  app.get(
    '/v1/meters',
    {
      config: {
        access: may('meter.read', { machines: true }),
        rateLimit: perPrincipal(SEARCHES_A_MINUTE, LOOK_UPS_A_MINUTE),
      },
      schema: {
        operationId: 'listMeters',
        summary: "Find meters by the start of their number, the customer's name or the address",
        tags: ['meters'],
        security: SECURITY_STAFF,
        querystring: z.strictObject({
          query: z.string().max(100).default(''),
          limit: limitField,
          after: z
            .string()
            .regex(/^\d{0,13}$/, 'must be the `next` of the page before')
            .default(''),
        }),
        response: { 200: metersSchema, ...problems(...READ_REFUSALS, 'too_many_requests') },
      },
    },
    async (request, reply) => {
      const { query, after } = request.query;
      const asked = { query, limit: request.query.limit, isNextPage: after !== '' };
      const limit = lookUpLimit(request, reply, asked);
      if (limit === null) return reply;
      const { utilityId } = context.utility;
      // One more than asked for tells whether there is a next page.
      const page = { query, after, limit: limit + 1, now: context.clock() };
      const found = await findMeters(context.database, utilityId, page);
      const meters = found.slice(0, limit);
      const next = found.length > limit ? (meters.at(-1)?.meterNumber ?? null) : null;
      return { meters: meters.map(meterJson), next };
    },
  );
}

function readRoute(app: App, context: ServerContext): void {
  app.get(
    '/v1/meters/:meter_number',
    {
      config: {
        access: may('meter.read', { machines: true }),
        rateLimit: perPrincipal(SEARCHES_A_MINUTE, LOOK_UPS_A_MINUTE),
      },
      schema: {
        operationId: 'readMeter',
        summary: 'One installed meter, as it is sold for',
        tags: ['meters'],
        security: SECURITY_STAFF,
        params: z.strictObject({ meter_number: meterNumberField }),
        response: {
          200: meterSchema,
          ...problems(
            ...READ_REFUSALS,
            'too_many_requests',
            'meter_number_invalid',
            'meter_not_found',
            'meter_not_installed',
          ),
        },
      },
    },
    async (request, reply) => {
      const number = meterNumberOf(request.params.meter_number);
      if (number.kind === 'fault') return sendProblem(reply, 'meter_number_invalid', number);
      const { utilityId } = context.utility;
      const meter = await findMeter(context.database, utilityId, number.drn, context.clock());
      if (meter !== null) return meterJson(meter);
      // Known, but in store or without an agreement: there is nothing to sell for.
      const card = await findMeterCard(context.database, utilityId, number.drn);
      return sendProblem(reply, card === null ? 'meter_not_found' : 'meter_not_installed');
    },
  );
}

function enrolRoute(app: App, context: ServerContext): void {
  app.post(
    '/v1/meters',
    {
      config: { access: may('meter.write') },
      schema: {
        operationId: 'enrolMeter',
        summary: 'Enrol a meter under its present key',
        tags: ['meters'],
        security: SECURITY_USER,
        body: newMeterSchema,
        response: {
          201: meterSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'meter_number_invalid',
            'meter_exists',
            'vending_key_not_found',
            'tariff_not_found',
            'customer_not_found',
          ),
        },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const number = meterNumberOf(body.meter_number);
      if (number.kind === 'fault') return sendProblem(reply, 'meter_number_invalid', number);
      const enrolled = await enrol(context, nameOf(principalOf(request)), body.dkga, {
        meterId: randomUUID() as string as MeterId,
        meterNumber: number.drn,
        address: body.address,
        customerId: body.customer_id === null ? null : plainId<CustomerId>(body.customer_id),
        tariffId: plainId(body.tariff_id),
        supplyGroupCode: supplyGroupCode(body.supply_group_code),
        tariffIndex: tariffIndex(body.tariff_index),
        keyRevisionNumber: keyRevisionNumber(body.key_revision_number),
        encryptionAlgorithm: body.encryption_algorithm,
      });
      if (enrolled.kind === 'refused') return sendProblem(reply, enrolled.refusal);
      return reply.code(201).send(meterJson(enrolled.meter));
    },
  );
}

type EnrolAnswer =
  | { readonly kind: 'enrolled'; readonly meter: Meter }
  | { readonly kind: 'refused'; readonly refusal: RefusalCode };

/** Ends a transaction without keeping it. */
class NotKept extends Error {
  override readonly name: string = 'NotKept';
}

/** Enrols, reads back, and keeps it only when what was read can be sold for. */
async function enrol(
  context: ServerContext,
  by: string,
  dkga: '02' | '04',
  meter: NewMeter,
): Promise<EnrolAnswer> {
  const { utilityId } = context.utility;
  const now = context.clock();
  let refusal: RefusalCode = 'vending_key_not_found';
  try {
    return await context.database.transaction<EnrolAnswer>(async (tx) => {
      await enrolMeter(tx, utilityId, meter, { at: now, by });
      const enrolled = await findMeter(tx, utilityId, meter.meterNumber, now);
      // The only thing without a foreign key, since a tariff has versions.
      refusal = enrolled === null ? 'tariff_not_found' : 'vending_key_not_found';
      if (enrolled === null || !isUsable(enrolled, dkga)) throw new NotKept(refusal);
      return { kind: 'enrolled', meter: enrolled };
    });
  } catch (error) {
    if (error instanceof NotKept) return { kind: 'refused', refusal };
    const state = sqlState(error);
    if (state === '23505') return { kind: 'refused', refusal: 'meter_exists' };
    if (state !== '23503') throw error;
    const isCustomer = constraintName(error)?.includes('customer') === true;
    return {
      kind: 'refused',
      refusal: isCustomer ? 'customer_not_found' : 'vending_key_not_found',
    };
  }
}

/** DKGA02 makes keys of 64 bits, which serve encryption algorithm 07 only. */
function isUsable(meter: Meter, dkga: '02' | '04'): boolean {
  return meter.key.dkga === dkga && (dkga === '04' || meter.key.encryptionAlgorithm === '07');
}

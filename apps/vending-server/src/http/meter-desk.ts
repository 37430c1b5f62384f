/** /v1/meters at the desk: into the store, onto a wall, off it again, and what became of each. */
import { randomUUID } from 'node:crypto';
import type { Instant } from '@wattvend/quantities/time.js';
import { keyRevisionNumber, supplyGroupCode, tariffIndex } from '@wattvend/sts/supply-group.js';
import type { MeterCard } from '@wattvend/vending/meter-card.js';
import { findMeterCard, listMeterCards } from '@wattvend/vending/meter-card.js';
import type { MeterEvent } from '@wattvend/vending/meter-history.js';
import {
  countVendsOfMeter,
  EVENTS_FROM_THE_NEWEST,
  listMeterEvents,
} from '@wattvend/vending/meter-history.js';
import { METER_STATUSES } from '@wattvend/vending/meter-status.js';
import { storeMeter } from '@wattvend/vending/store-meter.js';
import type { MeterId } from '@wattvend/vending/vend.js';
import { z } from 'zod';
import { may, nameOf, principalOf } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { afterField, cursorText, positionOf, refuseCursor } from './cursor.ts';
import { instantText } from './json.ts';
import { SECURITY_STAFF, SECURITY_USER } from './openapi.ts';
import { meterNumberOf } from './parse.ts';
import { sendProblem } from './problem.ts';
import { perPrincipal } from './rate-limits.ts';
import { limitField, meterNumberField } from './schemas/fields.ts';
import {
  meterCardSchema,
  meterCardsSchema,
  meterHistorySchema,
  storedMeterSchema,
} from './schemas/meter-desk.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';

const READS_A_MINUTE = { people: 240, machines: 30 } as const;
const numberParams = z.strictObject({ meter_number: meterNumberField });

export function meterDeskRoutes(app: App, context: ServerContext): void {
  storeRoute(app, context);
  cardsRoute(app, context);
  cardRoute(app, context);
  historyRoute(app, context);
}

function storeRoute(app: App, context: ServerContext): void {
  app.put(
    '/v1/meters/:meter_number',
    {
      config: { access: may('meter.write') },
      schema: {
        operationId: 'storeMeter',
        summary: 'Put a meter into the store, under its present key',
        tags: ['meters'],
        security: SECURITY_USER,
        params: numberParams,
        body: storedMeterSchema,
        response: {
          200: meterCardSchema,
          201: meterCardSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'meter_number_invalid',
            'meter_exists',
            'vending_key_not_found',
          ),
        },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const number = meterNumberOf(request.params.meter_number);
      if (number.kind === 'fault') return sendProblem(reply, 'meter_number_invalid', number);
      const stored = await storeMeter(context.database, context.utility.utilityId, {
        meterId: randomUUID() as string as MeterId,
        meterNumber: number.drn,
        model: body.model,
        phases: body.phases,
        paymentMode: body.payment_mode,
        key: {
          supplyGroupCode: supplyGroupCode(body.supply_group_code),
          tariffIndex: tariffIndex(body.tariff_index),
          keyRevisionNumber: keyRevisionNumber(body.key_revision_number),
          encryptionAlgorithm: body.encryption_algorithm,
        },
        by: nameOf(principalOf(request)),
        at: context.clock(),
      });
      if (stored.kind === 'refused') return sendProblem(reply, stored.refusal);
      return reply.code(stored.first ? 201 : 200).send(meterCardJson(stored.meter));
    },
  );
}

function cardsRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/meter-cards',
    {
      config: { access: may('meter.write'), rateLimit: perPrincipal(READS_A_MINUTE.people) },
      schema: {
        operationId: 'listMeterCards',
        summary: 'All meters in a state, by number: in the store, on a wall, taken down',
        tags: ['meters'],
        security: SECURITY_USER,
        querystring: z.strictObject({
          status: z.enum(METER_STATUSES),
          limit: limitField,
          after: z
            .string()
            .regex(/^\d{0,13}$/, 'must be the `next` of the page before')
            .default(''),
        }),
        response: { 200: meterCardsSchema, ...problems(...READ_REFUSALS, 'too_many_requests') },
      },
    },
    async (request) => {
      const { status, limit, after } = request.query;
      // One more than asked for tells whether there is a next page.
      const page = { status, after, limit: limit + 1 };
      const found = await listMeterCards(database, utility.utilityId, page);
      const meters = found.slice(0, limit);
      const next = found.length > limit ? (meters.at(-1)?.meterNumber ?? null) : null;
      return { meters: meters.map(meterCardJson), next };
    },
  );
}

function cardRoute(app: App, context: ServerContext): void {
  app.get(
    '/v1/meters/:meter_number/card',
    {
      config: {
        access: may('meter.read', { machines: true }),
        rateLimit: perPrincipal(READS_A_MINUTE.people, READS_A_MINUTE.machines),
      },
      schema: {
        operationId: 'readMeterCard',
        summary: 'Everything about one meter, also when it hangs nowhere',
        tags: ['meters'],
        security: SECURITY_STAFF,
        params: numberParams,
        response: {
          200: meterCardSchema,
          ...problems(
            ...READ_REFUSALS,
            'too_many_requests',
            'meter_number_invalid',
            'meter_not_found',
          ),
        },
      },
    },
    async (request, reply) => {
      const number = meterNumberOf(request.params.meter_number);
      if (number.kind === 'fault') return sendProblem(reply, 'meter_number_invalid', number);
      const { utilityId } = context.utility;
      const meter = await findMeterCard(context.database, utilityId, number.drn);
      return meter === null ? sendProblem(reply, 'meter_not_found') : meterCardJson(meter);
    },
  );
}

function historyRoute(app: App, context: ServerContext): void {
  app.get(
    '/v1/meters/:meter_number/history',
    {
      config: {
        access: may('meter.read'),
        rateLimit: perPrincipal(READS_A_MINUTE.people, READS_A_MINUTE.machines),
      },
      schema: {
        operationId: 'readMeterHistory',
        summary: 'What became of a meter, the newest first',
        tags: ['meters'],
        security: SECURITY_USER,
        params: numberParams,
        querystring: z.strictObject({ limit: limitField, after: afterField }),
        response: {
          200: meterHistorySchema,
          ...problems(
            ...READ_REFUSALS,
            'too_many_requests',
            'meter_number_invalid',
            'meter_not_found',
          ),
        },
      },
    },
    async (request, reply) => {
      const { limit } = request.query;
      const position = positionOf(request.query.after, z.tuple([z.int(), z.string().max(60)]));
      if (position === 'fault') return refuseCursor(reply);
      const number = meterNumberOf(request.params.meter_number);
      if (number.kind === 'fault') return sendProblem(reply, 'meter_number_invalid', number);
      const { utilityId } = context.utility;
      const meter = await findMeterCard(context.database, utilityId, number.drn);
      if (meter === null) return sendProblem(reply, 'meter_not_found');
      const before =
        position === null ? EVENTS_FROM_THE_NEWEST : { at: position[0], kind: position[1] };
      const page = { before, limit: limit + 1 };
      const [found, vends] = await Promise.all([
        listMeterEvents(context.database, utilityId, meter.meterId, page),
        countVendsOfMeter(context.database, utilityId, meter.meterId),
      ]);
      const events = found.slice(0, limit);
      const last = events.at(-1);
      return {
        vends: { posted: vends.posted, last_posted_at: textOrNull(vends.lastPostedAt) },
        events: events.map(eventJson),
        next: found.length > limit && last !== undefined ? cursorText([last.at, last.kind]) : null,
      };
    },
  );
}

type EventJson = z.infer<typeof meterHistorySchema>['events'][number];

function eventJson({ at, kind, by, details }: MeterEvent): EventJson {
  // What is in the details was written by this platform: texts, whole numbers and nothing.
  return { at: at === 0 ? null : instantText(at), kind, by, details: { ...details } as never };
}

function textOrNull(at: Instant | null): string | null {
  return at === null ? null : instantText(at);
}

export function meterCardJson(meter: MeterCard): z.infer<typeof meterCardSchema> {
  const { key, servicePoint, agreement, customer } = meter;
  return {
    meter_number: meter.meterNumber,
    meter_pan: meter.meterPan,
    status: meter.status,
    model: meter.model,
    phases: meter.phases,
    payment_mode: meter.paymentMode,
    supply_group_code: key.supplyGroupCode,
    tariff_index: key.tariffIndex,
    key_revision_number: key.keyRevisionNumber,
    key_type: key.keyType,
    key_expiry_number: meter.keyExpiryNumber,
    key_epoch: key.keyEpoch,
    base_date: key.baseDate,
    dkga: key.dkga,
    encryption_algorithm: key.encryptionAlgorithm,
    last_vend_at: textOrNull(meter.lastVendAt),
    service_point:
      servicePoint === null
        ? null
        : {
            id: servicePoint.servicePointId,
            code: servicePoint.code,
            address: servicePoint.address,
            area: servicePoint.area,
          },
    agreement:
      agreement === null
        ? null
        : {
            id: agreement.agreementId,
            account_number: agreement.accountNumber,
            tariff: { id: agreement.tariffId, name: agreement.tariffName },
          },
    customer: customer === null ? null : { id: customer.customerId, name: customer.name },
  };
}

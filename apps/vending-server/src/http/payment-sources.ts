/** /v1/reconciliation/sources: where money arrives, and how its statements are read. */
import { checkStatement } from '@wattvend/vending/check-statement.js';
import type { PaymentSourceId } from '@wattvend/vending/payment-source.js';
import { settingFaults } from '@wattvend/vending/source-settings.js';
import { listPaymentSources, putPaymentSource } from '@wattvend/vending/stored-source.js';
import { z } from 'zod';
import { may, nameOf, principalOf } from './access.ts';
import { auditActorOf } from './audit-actor.ts';
import type { App, ServerContext } from './context.ts';
import { SECURITY_USER } from './openapi.ts';
import { plainId } from './parse.ts';
import {
  checkedJson,
  formatOf,
  settingErrors,
  sourceJson,
  sourceOf,
} from './payment-source-json.ts';
import { sendProblem } from './problem.ts';
import { idField } from './schemas/fields.ts';
import {
  checkedStatementSchema,
  newPaymentSourceSchema,
  paymentSourceSchema,
  paymentSourcesSchema,
  sampleSchema,
} from './schemas/payment-source.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';

const TAGS = ['reconciliation'];

export function paymentSourceRoutes(app: App, context: ServerContext): void {
  readRoutes(app, context);
  putRoute(app, context);
  sampleRoute(app, context);
}

function readRoutes(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/reconciliation/sources',
    {
      config: { access: may('reconciliation.read') },
      schema: {
        operationId: 'listPaymentSources',
        summary: 'All payment sources by name',
        tags: TAGS,
        security: SECURITY_USER,
        response: { 200: paymentSourcesSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async () => {
      const sources = await listPaymentSources(database, utility.utilityId, null);
      return { sources: sources.map(sourceJson) };
    },
  );
  app.get(
    '/v1/reconciliation/sources/:id',
    {
      config: { access: may('reconciliation.read') },
      schema: {
        operationId: 'readPaymentSource',
        summary: 'One payment source with its settings',
        tags: TAGS,
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        response: {
          200: paymentSourceSchema,
          ...problems(...READ_REFUSALS, 'payment_source_not_found'),
        },
      },
    },
    async (request, reply) => {
      const sourceId = plainId<PaymentSourceId>(request.params.id);
      const [source] = await listPaymentSources(database, utility.utilityId, sourceId);
      return source === undefined
        ? sendProblem(reply, 'payment_source_not_found')
        : sourceJson(source);
    },
  );
}

function putRoute(app: App, { database, utility, clock }: ServerContext): void {
  app.put(
    '/v1/reconciliation/sources/:id',
    {
      config: { access: may('reconciliation.write') },
      schema: {
        operationId: 'putPaymentSource',
        summary: 'Add a payment source, or replace its settings for the files to come',
        tags: TAGS,
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        body: newPaymentSourceSchema,
        response: {
          200: paymentSourceSchema,
          201: paymentSourceSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'payment_source_faulty',
            'clearing_account_not_found',
            'payment_source_name_taken',
          ),
        },
      },
    },
    async (request, reply) => {
      const source = sourceOf(plainId<PaymentSourceId>(request.params.id), request.body);
      const by = {
        name: nameOf(principalOf(request)),
        actor: auditActorOf(request),
        now: clock(),
      };
      const answer = await putPaymentSource(database, utility.book, source, by);
      if (answer.kind === 'faults') {
        const errors = settingErrors(answer.faults);
        return sendProblem(reply, 'payment_source_faulty', { errors });
      }
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return reply.code(answer.first ? 201 : 200).send(sourceJson(source));
    },
  );
}

function sampleRoute(app: App, { utility }: ServerContext): void {
  app.post(
    '/v1/reconciliation/samples',
    {
      config: { access: may('reconciliation.write') },
      schema: {
        operationId: 'readStatementSample',
        summary: 'Read the beginning of a file by settings that need not be stored',
        tags: TAGS,
        security: SECURITY_USER,
        body: sampleSchema,
        response: {
          200: checkedStatementSchema,
          ...problems(...WRITE_REFUSALS, 'payment_source_faulty'),
        },
      },
    },
    async (request, reply) => {
      const { text, time_zone } = request.body;
      // A sample comes as text, so whatever encoding its file has is behind it.
      const format = formatOf(request.body.format);
      const plain = format.kind === 'csv' ? { ...format, encoding: 'utf-8' as const } : format;
      const settings = { format: plain, timeZone: time_zone, moneyBasis: 'gross' as const };
      const faults = settingFaults(settings);
      if (faults.length > 0) {
        return sendProblem(reply, 'payment_source_faulty', { errors: settingErrors(faults) });
      }
      return checkedJson(await checkStatement(Buffer.from(text, 'utf8'), settings, utility));
    },
  );
}

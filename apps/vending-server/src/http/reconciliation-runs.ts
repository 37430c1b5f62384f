/** /v1/reconciliation/runs: looking at statements and sales; the summary and the balance. */
import { randomUUID } from 'node:crypto';
import { instant } from '@wattvend/quantities/time.js';
import { knownPaymentsOf } from '@wattvend/vending/known-payments.js';
import type { PaymentSourceId } from '@wattvend/vending/payment-source.js';
import {
  findRun,
  listRuns,
  type ReconciliationRun,
  reconcile,
} from '@wattvend/vending/reconcile.js';
import { reconciliationBalance } from '@wattvend/vending/reconciliation-balance.js';
import { summarise } from '@wattvend/vending/reconciliation-summary.js';
import type { ReconciliationRunId } from '@wattvend/vending/statement-file.js';
import { listPaymentSources } from '@wattvend/vending/stored-source.js';
import { z } from 'zod';
import { may, nameOf, principalOf } from './access.ts';
import { auditActorOf } from './audit-actor.ts';
import type { App, ServerContext } from './context.ts';
import { instantText } from './json.ts';
import { SECURITY_USER } from './openapi.ts';
import { cursorField, pageCursor, pageOf } from './page-cursor.ts';
import { plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { perPrincipal } from './rate-limits.ts';
import { idField, limitField } from './schemas/fields.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';
import {
  balanceSchema,
  newRunSchema,
  runSchema,
  runsSchema,
  summarySchema,
} from './schemas/reconciliation.ts';

const TAGS = ['reconciliation'];
// Each reads all that is open, and may read a million lines.
const RUNS_A_MINUTE = 60;
const BALANCES_A_MINUTE = 60;

export function reconciliationRunRoutes(app: App, context: ServerContext): void {
  runRoute(app, context);
  readRoutes(app, context);
  summaryRoute(app, context);
  balanceRoute(app, context);
}

function runJson(run: ReconciliationRun): z.infer<typeof runSchema> {
  return {
    id: run.runId,
    source_id: run.sourceId,
    from: instantText(run.from),
    to: instantText(run.to),
    run_by: run.runBy,
    run_at: instantText(run.runAt),
    observed: run.observed,
    items: { ...run.items },
  };
}

function runRoute(app: App, { database, utility, clock, log }: ServerContext): void {
  const knownPayments = knownPaymentsOf(database, utility.utilityId);
  app.put(
    '/v1/reconciliation/runs/:id',
    {
      config: { access: may('reconciliation.write'), rateLimit: perPrincipal(RUNS_A_MINUTE) },
      schema: {
        operationId: 'reconcile',
        summary: "Pair a source's statements with the vends and deposits of a span",
        tags: TAGS,
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        body: newRunSchema,
        response: {
          200: runSchema,
          201: runSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'too_many_requests',
            'reconciliation_run_id_conflict',
            'payment_source_not_found',
            'reconciliation_span_empty',
          ),
        },
      },
    },
    async (request, reply) => {
      const { source_id, from, to } = request.body;
      const order = {
        runId: plainId<ReconciliationRunId>(request.params.id),
        sourceId: plainId<PaymentSourceId>(source_id),
        from: instant(Date.parse(from)),
        to: instant(Date.parse(to)),
        runBy: nameOf(principalOf(request)),
        actor: auditActorOf(request),
        now: clock(),
        newId: randomUUID,
      };
      const answer = await reconcile(database, utility, order, knownPayments);
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      if (answer.first) log.info({ run: order.runId, ...answer.run.items }, 'reconciliation');
      return reply.code(answer.first ? 201 : 200).send(runJson(answer.run));
    },
  );
}

function readRoutes(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/reconciliation/runs',
    {
      config: { access: may('reconciliation.read') },
      schema: {
        operationId: 'listReconciliationRuns',
        summary: 'Runs, newest first',
        tags: TAGS,
        security: SECURITY_USER,
        querystring: z.strictObject({
          source_id: idField.optional(),
          limit: limitField,
          before: cursorField,
        }),
        response: { 200: runsSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request) => {
      const { source_id, limit, before } = request.query;
      const found = await listRuns(database, utility.utilityId, {
        sourceId: source_id === undefined ? null : plainId<PaymentSourceId>(source_id),
        before: pageCursor(before),
        limit: limit + 1,
      });
      const { page, next } = pageOf(found, limit, (last) => ({ at: last.runAt, id: last.runId }));
      return { runs: page.map(runJson), next };
    },
  );
  app.get(
    '/v1/reconciliation/runs/:id',
    {
      config: { access: may('reconciliation.read') },
      schema: {
        operationId: 'readReconciliationRun',
        summary: 'One run',
        tags: TAGS,
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        response: { 200: runSchema, ...problems(...READ_REFUSALS, 'reconciliation_run_not_found') },
      },
    },
    async (request, reply) => {
      const runId = plainId<ReconciliationRunId>(request.params.id);
      const run = await findRun(database, utility.utilityId, runId);
      return run === null ? sendProblem(reply, 'reconciliation_run_not_found') : runJson(run);
    },
  );
}

const INSTANT = z.iso.datetime().meta({ description: 'UTC, ISO 8601' });

function summaryRoute(app: App, { database, utility, clock }: ServerContext): void {
  app.get(
    '/v1/reconciliation/summary',
    {
      config: { access: may('reconciliation.read') },
      schema: {
        operationId: 'readReconciliationSummary',
        summary: 'Items by class and age: all open ones, and the settled ones of a span',
        tags: TAGS,
        security: SECURITY_USER,
        querystring: z.strictObject({
          source_id: idField.optional(),
          from: INSTANT.optional(),
          to: INSTANT.optional(),
        }),
        response: { 200: summarySchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request) => {
      const { source_id, from, to } = request.query;
      const now = clock();
      const summary = await summarise(database, utility.utilityId, {
        sourceId: source_id === undefined ? null : plainId<PaymentSourceId>(source_id),
        now,
        from: instant(from === undefined ? 0 : Date.parse(from)),
        to: to === undefined ? now : instant(Date.parse(to)),
      });
      return {
        unexplained_after_day: summary.unexplainedAfterDay,
        cells: summary.cells.map((cell) => ({
          class: cell.class,
          age: cell.age,
          items: cell.items,
          items_minor: String(cell.money),
          difference_minor: String(cell.difference),
          wishes: cell.wishes,
        })),
      };
    },
  );
}

function balanceRoute(app: App, { database, utility, clock }: ServerContext): void {
  app.get(
    '/v1/reconciliation/sources/:id/balance',
    {
      config: { access: may('reconciliation.read'), rateLimit: perPrincipal(BALANCES_A_MINUTE) },
      schema: {
        operationId: 'readReconciliationBalance',
        summary: 'What statements and ledger say at a moment, and by what they differ',
        tags: TAGS,
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        querystring: z.strictObject({ at: INSTANT.optional() }),
        response: {
          200: balanceSchema,
          ...problems(...READ_REFUSALS, 'too_many_requests', 'payment_source_not_found'),
        },
      },
    },
    async (request, reply) => {
      const { utilityId } = utility;
      const sourceId = plainId<PaymentSourceId>(request.params.id);
      const [source] = await listPaymentSources(database, utilityId, sourceId);
      if (source === undefined) return sendProblem(reply, 'payment_source_not_found');
      const asked = request.query.at;
      const at = asked === undefined ? clock() : instant(Date.parse(asked));
      const balance = await reconciliationBalance(database, utility.book, source, at);
      return {
        at: instantText(at),
        statement_minor: String(balance.statement),
        fee_minor: String(balance.fees),
        ledger_minor: String(balance.ledger),
        differences: balance.differences.map(({ difference, ...same }) => ({
          ...same,
          difference_minor: String(difference),
        })),
        rest_minor: String(balance.rest),
      };
    },
  );
}

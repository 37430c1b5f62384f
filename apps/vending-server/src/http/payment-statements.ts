/** Statements of payment sources: the files themselves come in, and what each holds goes out. */
import { randomUUID } from 'node:crypto';
import { checkStatement } from '@wattvend/vending/check-statement.js';
import { importStatement } from '@wattvend/vending/import-statement.js';
import type { PaymentSourceId } from '@wattvend/vending/payment-source.js';
import {
  findStatementFile,
  listStatementFiles,
  type StatementFile,
  type StatementFileId,
} from '@wattvend/vending/statement-file.js';
import { listPaymentSources } from '@wattvend/vending/stored-source.js';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { may, nameOf, principalOf } from './access.ts';
import { auditActorOf } from './audit-actor.ts';
import type { App, ServerContext } from './context.ts';
import { instantText } from './json.ts';
import { SECURITY_USER } from './openapi.ts';
import { cursorField, pageCursor, pageOf } from './page-cursor.ts';
import { plainId } from './parse.ts';
import { checkedJson, statementErrors, totalsJson } from './payment-source-json.ts';
import { sendProblem } from './problem.ts';
import { perPrincipal } from './rate-limits.ts';
import { idField, limitField, lineField } from './schemas/fields.ts';
import { checkedStatementSchema } from './schemas/payment-source.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';
import { statementSchema, statementsSchema } from './schemas/reconciliation.ts';

const TAGS = ['reconciliation'];
const MEDIA_TYPES = ['text/csv', 'application/xml', 'text/xml'];
// A million lines of 64 octets each.
const STATEMENT_OCTETS_MAX = 64 * 1024 * 1024;
// Each is held in memory while it is read.
const UPLOADS_A_MINUTE = 60;

export function paymentStatementRoutes(app: App, context: ServerContext): void {
  readRoutes(app, context);
  // Files are understood by this one route; everywhere else a body is JSON or nothing.
  void app.register((scope, _, done) => {
    scope.addContentTypeParser(MEDIA_TYPES, { parseAs: 'buffer' }, (__, body, parsed) =>
      parsed(null, body),
    );
    uploadRoute(scope as App, context);
    done();
  });
}

function statementJson(file: StatementFile): z.infer<typeof statementSchema> {
  return {
    id: file.fileId,
    source_id: file.sourceId,
    name: file.name,
    sha256: file.sha256,
    imported_by: file.importedBy,
    imported_at: instantText(file.importedAt),
    totals: totalsJson(file.totals),
    first_run_id: file.firstRunId,
  };
}

const UPLOAD_REFUSALS = [
  'statement_id_conflict',
  'payment_source_not_found',
  'statement_media_type',
  'statement_faulty',
  'too_many_requests',
] as const;

function uploadRoute(app: App, context: ServerContext): void {
  app.put(
    '/v1/reconciliation/sources/:id/statements/:statement_id',
    {
      config: {
        access: may('reconciliation.write'),
        rateLimit: perPrincipal(UPLOADS_A_MINUTE),
      },
      bodyLimit: STATEMENT_OCTETS_MAX,
      schema: {
        operationId: 'importPaymentStatement',
        summary: 'Import a statement, once for each id and once for the same octets',
        description:
          'The body is the file as the source gave it, up to 64 MiB. With dry_run=true nothing ' +
          'is stored and the answer says what the file holds and what is wrong with it.',
        tags: TAGS,
        security: SECURITY_USER,
        consumes: MEDIA_TYPES,
        params: z.strictObject({ id: idField, statement_id: idField }),
        querystring: z.strictObject({
          name: lineField(200).default('statement').meta({ description: 'Of the file' }),
          dry_run: z.enum(['true', 'false']).default('false'),
        }),
        body: z.any().meta({ type: 'string', format: 'binary' }),
        response: {
          200: z.union([statementSchema, checkedStatementSchema]),
          201: statementSchema,
          ...problems(...WRITE_REFUSALS, ...UPLOAD_REFUSALS),
        },
      },
    },
    async (request, reply) => {
      const octets: unknown = request.body;
      if (!(octets instanceof Uint8Array)) return sendProblem(reply, 'statement_media_type');
      const { name, dry_run } = request.query;
      const sourceId = plainId<PaymentSourceId>(request.params.id);
      if (dry_run === 'true') return await answerDryRun(context, reply, sourceId, octets);
      const answer = await importStatement(context.database, context.utility, {
        fileId: plainId<StatementFileId>(request.params.statement_id),
        sourceId,
        name,
        octets,
        importedBy: nameOf(principalOf(request)),
        actor: auditActorOf(request),
        now: context.clock(),
        newId: randomUUID,
      });
      if (answer.kind === 'imported') {
        return reply.code(answer.first ? 201 : 200).send(statementJson(answer.file));
      }
      if (answer.refusal !== 'statement_faulty') return sendProblem(reply, answer.refusal);
      const { faults, faultCount } = answer.checked;
      return sendProblem(reply, 'statement_faulty', {
        values: { count: String(faultCount) },
        errors: statementErrors(faults),
      });
    },
  );
}

async function answerDryRun(
  { database, utility }: ServerContext,
  reply: FastifyReply,
  sourceId: PaymentSourceId,
  octets: Uint8Array,
): Promise<FastifyReply> {
  const [source] = await listPaymentSources(database, utility.utilityId, sourceId);
  if (source === undefined) return sendProblem(reply, 'payment_source_not_found');
  return reply.code(200).send(checkedJson(await checkStatement(octets, source, utility)));
}

function readRoutes(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/reconciliation/statements',
    {
      config: { access: may('reconciliation.read') },
      schema: {
        operationId: 'listPaymentStatements',
        summary: 'Imported statements, newest first',
        tags: TAGS,
        security: SECURITY_USER,
        querystring: z.strictObject({
          source_id: idField.optional(),
          limit: limitField,
          before: cursorField,
        }),
        response: { 200: statementsSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request) => {
      const { source_id, limit, before } = request.query;
      const found = await listStatementFiles(database, utility.utilityId, {
        sourceId: source_id === undefined ? null : plainId<PaymentSourceId>(source_id),
        before: pageCursor(before),
        limit: limit + 1,
      });
      const { page, next } = pageOf(found, limit, (last) => ({
        at: last.importedAt,
        id: last.fileId,
      }));
      return { statements: page.map(statementJson), next };
    },
  );
  app.get(
    '/v1/reconciliation/statements/:id',
    {
      config: { access: may('reconciliation.read') },
      schema: {
        operationId: 'readPaymentStatement',
        summary: 'What an imported statement holds in all',
        tags: TAGS,
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        response: { 200: statementSchema, ...problems(...READ_REFUSALS, 'statement_not_found') },
      },
    },
    async (request, reply) => {
      const fileId = plainId<StatementFileId>(request.params.id);
      const file = await findStatementFile(database, utility.utilityId, fileId, null);
      return file === null ? sendProblem(reply, 'statement_not_found') : statementJson(file);
    },
  );
}

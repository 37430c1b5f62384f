/** /v1/imports: files of customers and meters. The body is the file itself, as text/csv. */
import { randomUUID } from 'node:crypto';
import type { Instant } from '@wattvend/quantities/time.js';
import type { FileKind } from '@wattvend/vending/csv-columns.js';
import { IMPORT_FAULTS } from '@wattvend/vending/import-faults.js';
import type { ImportId, ImportProgress, ImportResult } from '@wattvend/vending/import-file.js';
import { findImport, importFile } from '@wattvend/vending/import-file.js';
import { z } from 'zod';
import { may, nameOf, principalOf } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { instantText } from './json.ts';
import { SECURITY_USER } from './openapi.ts';
import { plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { perPrincipal } from './rate-limits.ts';
import { idField } from './schemas/fields.ts';
import { fileKindField, importSchema } from './schemas/imports.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';

const FILE_OCTETS_MAX = 32 * 1024 * 1024;
// Reading and checking a large file is dear; asking how far it is, is not.
const FILES_A_MINUTE = 20;
const idParams = z.strictObject({ id: idField });

const UNREADABLE = {
  'not-utf8': 'it is not text in UTF-8; a spreadsheet can save it as "CSV UTF-8"',
  empty: 'it is empty',
} as const;

/** An import of this process that is under way. */
interface Running {
  readonly kind: FileKind;
  readonly by: string;
  readonly at: Instant;
  progress: ImportProgress;
}

type ImportJson = z.infer<typeof importSchema>;

export async function importRoutes(app: App, context: ServerContext): Promise<void> {
  const running = new Map<ImportId, Running>();
  // In a context of its own: no other route takes text/csv, or as much of it.
  await app.register(async (plugin: App) => {
    plugin.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_, body, done) => {
      done(null, body);
    });
    // Whatever else is sent is thrown away, and refused for what it is not.
    plugin.addContentTypeParser('*', (_, payload, done) => {
      payload.resume();
      done(null, null);
    });
    importRoute(plugin, context, running);
    readRoute(plugin, context, running);
  });
}

function importRoute(app: App, context: ServerContext, running: Map<ImportId, Running>): void {
  app.post(
    '/v1/imports/:id',
    {
      bodyLimit: FILE_OCTETS_MAX,
      config: { access: may('import'), rateLimit: perPrincipal(FILES_A_MINUTE) },
      schema: {
        operationId: 'importFile',
        summary: 'Import a CSV file, all of it or nothing, once for each id',
        description:
          'With dry_run=true nothing is made. Every wrong line is answered. GET shows how far it is.',
        tags: ['imports'],
        security: SECURITY_USER,
        params: idParams,
        querystring: z.strictObject({
          kind: fileKindField,
          dry_run: z.enum(['true', 'false']).default('false'),
        }),
        consumes: ['text/csv'],
        body: z.unknown().meta({ type: 'string', description: 'The file, in UTF-8' }),
        response: {
          200: importSchema,
          201: importSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'too_many_requests',
            'request_not_csv',
            'operation_id_conflict',
            'import_running',
            'csv_unreadable',
          ),
        },
      },
    },
    async (request, reply) => {
      const { kind, dry_run } = request.query;
      const importId = plainId<ImportId>(request.params.id);
      const octets = request.body;
      if (!Buffer.isBuffer(octets)) return sendProblem(reply, 'request_not_csv');
      if (running.has(importId)) return sendProblem(reply, 'import_running');
      const [by, at] = [nameOf(principalOf(request)), context.clock()];
      const progress: ImportProgress = { phase: 'reading', linesDone: 0, lines: 0 };
      const entry: Running = { kind, by, at, progress };
      running.set(importId, entry);
      try {
        const answer = await importFile(context.database, context.utility.utilityId, {
          ...{ importId, kind, octets, by, at },
          isTrial: dry_run === 'true',
          newId: randomUUID,
          onProgress(now) {
            entry.progress = now;
          },
        });
        if (answer.kind === 'result') {
          const isMade = answer.first && answer.result.state === 'imported';
          return await reply.code(isMade ? 201 : 200).send(importJson(answer.result));
        }
        if (answer.refusal === 'operation_id_conflict')
          return await sendProblem(reply, answer.refusal);
        const values = { fault: UNREADABLE[answer.fault] };
        return await sendProblem(reply, answer.refusal, { values });
      } finally {
        running.delete(importId);
      }
    },
  );
}

function readRoute(app: App, context: ServerContext, running: Map<ImportId, Running>): void {
  app.get(
    '/v1/imports/:id',
    {
      config: { access: may('import') },
      schema: {
        operationId: 'readImport',
        summary: 'How far an import is, or what it made',
        tags: ['imports'],
        security: SECURITY_USER,
        params: idParams,
        response: { 200: importSchema, ...problems(...READ_REFUSALS, 'import_not_found') },
      },
    },
    async (request, reply) => {
      const importId = plainId<ImportId>(request.params.id);
      const entry = running.get(importId);
      if (entry !== undefined) return runningJson(importId, entry);
      const { utilityId } = context.utility;
      const done = await findImport(context.database, utilityId, importId);
      return done === null ? sendProblem(reply, 'import_not_found') : importJson(done);
    },
  );
}

function runningJson(importId: ImportId, { kind, by, at, progress }: Running): ImportJson {
  return {
    id: importId,
    kind,
    state: 'running',
    phase: progress.phase,
    lines_done: progress.linesDone,
    lines: progress.lines,
    skipped: 0,
    made: null,
    faults: [],
    by,
    at: instantText(at),
  };
}

function importJson(result: ImportResult): ImportJson {
  const { importId, kind, state, lines, skipped, made, by, at } = result;
  return {
    id: importId,
    ...{ kind, state, phase: null, lines_done: null, lines, skipped, by },
    made: {
      customers: made.customers,
      service_points: made.servicePoints,
      agreements: made.agreements,
      meters: made.meters,
    },
    faults: result.faults.map((each) => ({ ...each, advice: IMPORT_FAULTS[each.fault] })),
    at: instantText(at),
  };
}

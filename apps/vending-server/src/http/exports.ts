/** /v1/exports: customers and meters as files that can be imported again. */
import { Readable } from 'node:stream';
import { exportFile } from '@wattvend/vending/export-file.js';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { may } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { SECURITY_USER } from './openapi.ts';
import { perPrincipal } from './rate-limits.ts';
import { fileKindField } from './schemas/imports.ts';
import { problems, READ_REFUSALS } from './schemas/problem.ts';

// Everybody's data in one answer.
const FILES_A_MINUTE = 10;

export function exportRoutes(app: App, context: ServerContext): void {
  app.get(
    '/v1/exports/:kind.csv',
    {
      config: { access: may('import'), rateLimit: perPrincipal(FILES_A_MINUTE) },
      schema: {
        operationId: 'exportFile',
        summary: 'Export as CSV what an import of the same kind takes',
        tags: ['imports'],
        security: SECURITY_USER,
        params: z.strictObject({ kind: fileKindField }),
        response: {
          200: {
            description: 'The file',
            content: { 'text/csv': { schema: z.string() } },
          },
          ...problems(...READ_REFUSALS, 'too_many_requests'),
        },
      },
    },
    async (request, reply) => {
      const { kind } = request.params;
      const { database, utility } = context;
      const pieces = exportFile(database, utility.utilityId, kind, context.clock());
      return sendFile(reply, `${kind}.csv`, pieces);
    },
  );
}

/** The file is text already, piece by piece, so no schema of the answer touches it. */
function sendFile(reply: FastifyReply, name: string, pieces: AsyncIterable<string>): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Readable.from(pieces));
}

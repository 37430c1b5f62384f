/** What a report that is taken away as a file has in common with the others. */
import type { ReportTable } from '@wattvend/vending/report-table.js';
import { tableCsv } from '@wattvend/vending/report-table.js';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { RouteRateLimit } from './rate-limits.ts';
import { perPrincipal } from './rate-limits.ts';
import { problems, READ_REFUSALS } from './schemas/problem.ts';

// Files are for people who look at them.
const FILES_A_MINUTE = 30;

export const FILE_LIMIT: RouteRateLimit = perPrincipal(FILES_A_MINUTE);

/** The answers of a route that sends a file. Typed as nothing: no schema touches the octets. */
export function fileAnswers(type: 'text/csv' | 'application/pdf'): Record<never, never> {
  const file = { description: 'The file', content: { [type]: { schema: z.string() } } };
  return { 200: file, ...problems(...READ_REFUSALS, 'too_many_requests') };
}

export function sendTable(reply: FastifyReply, table: ReportTable, span: string): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${table.name}-${span}.csv"`)
    .send(tableCsv(table));
}

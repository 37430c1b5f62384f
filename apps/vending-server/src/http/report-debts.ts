/** /v1/reports/debts: what customers owe, over a span and by age. */
import { daysOf } from '@wattvend/vending/day-span.js';
import { type DebtReport, debtReport } from '@wattvend/vending/debt-report.js';
import { debtTable } from '@wattvend/vending/report-tables.js';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { isCalendarDate, wallDates } from '../wall-date.ts';
import { may } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { SECURITY_USER } from './openapi.ts';
import { sendProblem } from './problem.ts';
import { FILE_LIMIT, fileAnswers, sendTable } from './report-files.ts';
import { problems, READ_REFUSALS } from './schemas/problem.ts';
import { debtsQuerySchema, debtsReportSchema } from './schemas/report.ts';

export function debtReportRoutes(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  const dateOf = wallDates(utility.timeZone);
  const report = (span: z.infer<typeof debtsQuerySchema>): Promise<DebtReport> =>
    debtReport(database, utility, { ...span, today: dateOf(clock()) });
  app.get(
    '/v1/reports/debts',
    {
      config: { access: may('ledger.read') },
      schema: {
        operationId: 'reportDebts',
        summary: 'Debts: opening, new, collected, written off, closing; and by age now',
        tags: ['reports'],
        security: SECURITY_USER,
        querystring: debtsQuerySchema,
        response: { 200: debtsReportSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request, reply) => {
      if (!isSpan(request.query)) return refuseSpan(reply);
      return debtsJson(request.query, await report(request.query));
    },
  );
  app.get(
    '/v1/reports/debts.csv',
    {
      config: { access: may('ledger.read'), rateLimit: FILE_LIMIT },
      schema: {
        operationId: 'reportDebtsFile',
        summary: 'Debts by kind over a span, as a file for spreadsheets',
        tags: ['reports'],
        security: SECURITY_USER,
        querystring: debtsQuerySchema,
        response: fileAnswers('text/csv'),
      },
    },
    async (request, reply) => {
      const { from, to } = request.query;
      if (!isSpan(request.query)) return refuseSpan(reply);
      const table = debtTable(utility, await report(request.query));
      return sendTable(reply, table, `${from}-to-${to}`);
    },
  );
}

function isSpan(span: z.infer<typeof debtsQuerySchema>): boolean {
  return isCalendarDate(span.from) && isCalendarDate(span.to) && daysOf(span) >= 1;
}

function refuseSpan(reply: FastifyReply): FastifyReply {
  const message = 'from and to must be days of the calendar, in order';
  return sendProblem(reply, 'request_invalid', { errors: [{ path: 'query.to', message }] });
}

function debtsJson(
  { from, to }: z.infer<typeof debtsQuerySchema>,
  { movements, ages }: DebtReport,
): z.infer<typeof debtsReportSchema> {
  return {
    ...{ from, to },
    movements: movements.map((row) => ({
      kind: row.kind,
      opening_minor: String(row.opening),
      new_minor: String(row.new),
      collected_minor: String(row.collected),
      paid_minor: String(row.paid),
      written_off_minor: String(row.writtenOff),
      closing_minor: String(row.closing),
    })),
    ages: ages.map(({ kind, fromDays, debts, owed }) => ({
      ...{ kind, debts },
      from_days: fromDays,
      owed_minor: String(owed),
    })),
  };
}

/** /v1/reports/month-end: the pack of a month, printed or table by table. */
import type { MonthEnd } from '@wattvend/vending/month-end.js';
import { monthEnd } from '@wattvend/vending/month-end.js';
import { MONTH_END_TABLES, monthEndTables } from '@wattvend/vending/month-end-tables.js';
import { z } from 'zod';
import { packDocument } from '../month-end/pack-document.ts';
import { wallDates } from '../wall-date.ts';
import { may } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { SECURITY_USER } from './openapi.ts';
import { FILE_LIMIT, fileAnswers, sendTable } from './report-files.ts';
import { monthField } from './schemas/report.ts';

const READ = may('ledger.read');

export function monthEndRoutes(app: App, context: ServerContext): void {
  const { utility, clock } = context;
  const dateOf = wallDates(utility.timeZone);
  const packOf = (month: string): Promise<MonthEnd> => {
    const printedAt = clock();
    return monthEnd(context, utility, { month, printedAt, today: dateOf(printedAt) });
  };
  app.get(
    '/v1/reports/month-end/:month.pdf',
    {
      config: { access: READ, rateLimit: FILE_LIMIT },
      schema: {
        operationId: 'printMonthEnd',
        summary: 'The month-end pack, to print and to sign',
        tags: ['reports'],
        security: SECURITY_USER,
        params: z.strictObject({ month: monthField }),
        response: fileAnswers('application/pdf'),
      },
    },
    async (request, reply) => {
      const { month } = request.params;
      const document = await packDocument(await packOf(month));
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="month-end-${month}.pdf"`)
        .send(document);
    },
  );
  app.get(
    '/v1/reports/month-end/:month/:table.csv',
    {
      config: { access: READ, rateLimit: FILE_LIMIT },
      schema: {
        operationId: 'exportMonthEndTable',
        summary: 'One table of the month-end pack, as a file for spreadsheets',
        tags: ['reports'],
        security: SECURITY_USER,
        params: z.strictObject({ month: monthField, table: z.enum(MONTH_END_TABLES) }),
        response: fileAnswers('text/csv'),
      },
    },
    async (request, reply) => {
      const { month, table } = request.params;
      return sendTable(reply, monthEndTables(await packOf(month))[table], month);
    },
  );
}

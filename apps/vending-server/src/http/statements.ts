/** A vendor's statement: the float at both ends of a span, and every movement between. */
import { instant } from '@wattvend/quantities/time.js';
import {
  type StatementCursor,
  type StatementLine,
  type StatementSpan,
  statementBalances,
  statementLines,
} from '@wattvend/vending/statement.js';
import { statementCsv } from '@wattvend/vending/statement-csv.js';
import type { Vendor } from '@wattvend/vending/vendors.js';
import { z } from 'zod';
import { may } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { instantText } from './json.ts';
import { SECURITY_STAFF } from './openapi.ts';
import { type FieldError, sendProblem } from './problem.ts';
import { perPrincipal } from './rate-limits.ts';
import { dayField, idField, limitField } from './schemas/fields.ts';
import { problems, READ_REFUSALS } from './schemas/problem.ts';
import { statementSchema } from './schemas/vendor-day.ts';
import { foundVendor } from './vendor-sight.ts';

// Each adds up a float from its beginning.
const STATEMENTS_A_MINUTE = 60;
const DAY_MS = 86_400_000;
const DAYS_MAX = 400;
const CSV_LINES_MAX = 20_000;

export function statementRoutes(app: App, context: ServerContext): void {
  readRoute(app, context);
  csvRoute(app, context);
}

/** What is wrong with a span, or null. */
function spanFault({ fromDay, toDay }: StatementSpan): FieldError | null {
  const days = (Date.parse(toDay) - Date.parse(fromDay)) / DAY_MS + 1;
  if (days < 1) return { path: 'query.to', message: 'lies before `from`' };
  return days > DAYS_MAX
    ? { path: 'query.to', message: `lies more than ${DAYS_MAX} days after \`from\`` }
    : null;
}

function readRoute(app: App, context: ServerContext): void {
  const { database, utility } = context;
  app.get(
    '/v1/vendors/:id/statement',
    {
      config: {
        access: may('report.read', { machines: true }),
        rateLimit: perPrincipal(STATEMENTS_A_MINUTE),
      },
      schema: {
        operationId: 'readStatement',
        summary: "A vendor's statement; for a cashier only the own vendor's",
        tags: ['vendors'],
        security: SECURITY_STAFF,
        params: z.strictObject({ id: idField }),
        querystring: z.strictObject({
          from: dayField,
          to: dayField,
          limit: limitField,
          after: z
            .string()
            .regex(CURSOR)
            .optional()
            .meta({ description: 'The `next` of the page before' }),
        }),
        response: {
          200: statementSchema,
          ...problems(...READ_REFUSALS, 'too_many_requests', 'vendor_not_found'),
        },
      },
    },
    async (request, reply) => {
      const { from, to, limit, after } = request.query;
      const span = { fromDay: from, toDay: to };
      const fault = spanFault(span);
      if (fault !== null) return sendProblem(reply, 'request_invalid', { errors: [fault] });
      const vendor = await foundVendor(context, request, reply, request.params.id);
      if (vendor === null) return reply;
      const { opening, closing } = await statementBalances(database, utility, { vendor, span });
      const page = { vendor, span, after: cursorOf(after), limit: limit + 1 };
      const found = await statementLines(database, utility, page);
      const lines = found.slice(0, limit);
      const last = lines.at(-1);
      const next = found.length > limit && last !== undefined ? cursorText(last) : null;
      return {
        vendor: { id: vendor.vendorId, name: vendor.name },
        from,
        to,
        opening_minor: String(opening),
        closing_minor: String(closing),
        lines: lines.map(lineJson),
        next,
      };
    },
  );
}

// Day, kind, milliseconds since 1970 and id of the last line of a page.
const CURSOR =
  /^\d{4}-\d{2}-\d{2}~[a-z_]{1,60}~\d{1,15}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function cursorText({ day, kind, movedAt, entryId }: StatementLine): string {
  return `${day}~${kind}~${movedAt}~${entryId}`;
}

function cursorOf(text: string | undefined): StatementCursor | null {
  if (text === undefined) return null;
  const [day = '', kind = '', movedAt = '', entryId = ''] = text.split('~');
  return { day, kind, movedAt: instant(Number(movedAt)), entryId };
}

function csvRoute(app: App, context: ServerContext): void {
  app.get(
    '/v1/vendors/:id/statement.csv',
    {
      config: {
        access: may('report.read', { machines: true }),
        rateLimit: perPrincipal(STATEMENTS_A_MINUTE),
      },
      schema: {
        operationId: 'exportStatement',
        summary: "A vendor's statement as CSV, whole",
        tags: ['vendors'],
        security: SECURITY_STAFF,
        params: z.strictObject({ id: idField }),
        querystring: z.strictObject({ from: dayField, to: dayField }),
        response: {
          200: {
            description: 'The statement, money with a decimal point',
            content: { 'text/csv': { schema: z.string() } },
          },
          ...problems(...READ_REFUSALS, 'too_many_requests', 'vendor_not_found'),
        },
      },
    },
    async (request, reply) => {
      const { from, to } = request.query;
      const span = { fromDay: from, toDay: to };
      const fault = spanFault(span);
      if (fault !== null) return sendProblem(reply, 'request_invalid', { errors: [fault] });
      const vendor = await foundVendor(context, request, reply, request.params.id);
      if (vendor === null) return reply;
      const whole = await wholeStatement(context, vendor, span);
      if (whole === null) {
        const message = `holds more than ${CSV_LINES_MAX} lines; ask for fewer days`;
        return sendProblem(reply, 'request_invalid', { errors: [{ path: 'query', message }] });
      }
      const name = `statement-${from}-${to}.csv`;
      return reply
        .header('content-disposition', `attachment; filename="${name}"`)
        .type('text/csv; charset=utf-8')
        .send(whole);
    },
  );
}

async function wholeStatement(
  { database, utility }: ServerContext,
  vendor: Vendor,
  span: StatementSpan,
): Promise<string | null> {
  const balances = await statementBalances(database, utility, { vendor, span });
  const page = { vendor, span, after: null, limit: CSV_LINES_MAX + 1 };
  const lines = await statementLines(database, utility, page);
  return lines.length > CSV_LINES_MAX ? null : statementCsv(utility, { span, balances, lines });
}

function lineJson(line: StatementLine): z.infer<typeof statementSchema>['lines'][number] {
  const { document } = line;
  return {
    day: line.day,
    moved_at: instantText(line.movedAt),
    kind: line.kind,
    entries: line.entries,
    moved_minor: String(line.moved),
    balance_minor: String(line.balance),
    document:
      document === null
        ? null
        : { id: document.documentId, note: document.note, slip_number: document.slipNumber },
  };
}

/** GET /v1/today: what was sold on a day, hour by hour, and whether the books agree. */
import { type Agreement, checkAgreement } from '@wattvend/vending/agreement.js';
import { cursorAt, listVends } from '@wattvend/vending/list-vends.js';
import { type SalesHour, salesOfDay } from '@wattvend/vending/today.js';
import type { Vend, VendorId } from '@wattvend/vending/vend.js';
import { listVendors } from '@wattvend/vending/vendors.js';
import { z } from 'zod';
import { endOfWallDate, isCalendarDate, wallDates } from '../wall-date.ts';
import { may, principalOf, visibleVendor } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { vendJson, vendorJson } from './json.ts';
import { SECURITY_STAFF } from './openapi.ts';
import { sendProblem } from './problem.ts';
import { remembered } from './remembered.ts';
import { dateField } from './schemas/fields.ts';
import { problems, READ_REFUSALS } from './schemas/problem.ts';
import { todaySchema } from './schemas/today.ts';

type TodayJson = z.infer<typeof todaySchema>;

// Adding up all books reads all books; everybody who looks within this sees the same sum.
const BOOKS_FRESH_MS = 2000;
const RECENT_MAX = 10;

export function todayRoutes(app: App, context: ServerContext): void {
  const { clock, utility } = context;
  const dateOf = wallDates(utility.timeZone);
  const agreement = remembered(BOOKS_FRESH_MS, clock, () => askAgreement(context));
  app.get(
    '/v1/today',
    {
      config: { access: may('report.read', { machines: true }) },
      schema: {
        operationId: 'readToday',
        summary: "A day's sales on the utility's clock; for a cashier those of the own vendor",
        tags: ['reports'],
        security: SECURITY_STAFF,
        querystring: z.strictObject({ date: dateField.optional() }),
        response: { 200: todaySchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request, reply) => {
      const date = request.query.date ?? dateOf(clock());
      if (!isCalendarDate(date)) {
        const errors = [{ path: 'query.date', message: 'is not a day of the calendar' }];
        return sendProblem(reply, 'request_invalid', { errors });
      }
      const vendorId = visibleVendor(principalOf(request));
      const [hours, vendors, recent, books] = await Promise.all([
        salesOfDay(context.database, utility, { date, vendorId }),
        listVendors(context.database, utility.utilityId, vendorId),
        recentOfDay(context, { date, vendorId, dateOf }),
        agreement(),
      ]);
      return {
        date,
        time_zone: utility.timeZone,
        ...totals(hours),
        hours: allHours(hours),
        vendors: vendors.map(vendorJson),
        recent: recent.map((vend) => vendJson(utility, vend)),
        books: booksJson(books),
      };
    },
  );
}

function askAgreement({ database, module, utility }: ServerContext): Promise<Agreement> {
  return checkAgreement(database, module, utility.utilityId);
}

async function recentOfDay(
  { database, utility }: ServerContext,
  day: {
    readonly date: string;
    readonly vendorId: VendorId | null;
    readonly dateOf: ReturnType<typeof wallDates>;
  },
): Promise<readonly Vend[]> {
  const { date, vendorId, dateOf } = day;
  const found = await listVends(database, utility.utilityId, {
    meterId: null,
    vendorId,
    before: cursorAt(endOfWallDate(date, dateOf)),
    limit: RECENT_MAX,
  });
  return found.filter((vend) => dateOf(vend.requestedAt) === date);
}

function totals(
  hours: readonly SalesHour[],
): Pick<TodayJson, 'vends' | 'tendered_minor' | 'energy_tenth_kwh' | 'tax_minor'> {
  return {
    vends: hours.reduce((sum, hour) => sum + hour.vends, 0),
    tendered_minor: String(hours.reduce((sum, hour) => sum + hour.tendered, 0n)),
    energy_tenth_kwh: Number(hours.reduce((sum, hour) => sum + hour.energyTenthKwh, 0n)),
    tax_minor: String(hours.reduce((sum, hour) => sum + hour.tax, 0n)),
  };
}

/** All 24 hours of the clock, those without a sale too. */
function allHours(hours: readonly SalesHour[]): TodayJson['hours'] {
  const byHour = new Map(hours.map((each) => [each.hour, each]));
  return Array.from({ length: 24 }, (_, hour) => {
    const sales = byHour.get(hour);
    return {
      hour,
      vends: sales?.vends ?? 0,
      tendered_minor: String(sales?.tendered ?? 0n),
      energy_tenth_kwh: Number(sales?.energyTenthKwh ?? 0n),
    };
  });
}

function booksJson(agreement: Agreement): TodayJson['books'] {
  const { moduleIssued } = agreement;
  return {
    balanced: agreement.balanced,
    entries: agreement.books.entries,
    sum_minor: String(agreement.books.sum),
    vends_posted: agreement.vendsPosted,
    tokens_issued: agreement.tokensIssued,
    security_module: {
      state: moduleIssued === null ? 'down' : 'up',
      issued: moduleIssued === null ? null : Number(moduleIssued),
    },
    agree: agreement.agree,
  };
}

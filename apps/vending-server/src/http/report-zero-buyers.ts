/** /v1/reports/zero-buyers: who has a meter and buys nothing. */
import { instant } from '@wattvend/quantities/time.js';
import { zeroBuyersTable } from '@wattvend/vending/report-tables.js';
import type { AgreementId } from '@wattvend/vending/vend.js';
import {
  countZeroBuyers,
  listZeroBuyers,
  type ZeroBuyer,
  type ZeroBuyerPage,
} from '@wattvend/vending/zero-buyers.js';
import { z } from 'zod';
import { wallDates } from '../wall-date.ts';
import { may } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { cursorText, positionOf, refuseCursor } from './cursor.ts';
import { instantText } from './json.ts';
import { SECURITY_USER } from './openapi.ts';
import { perPrincipal } from './rate-limits.ts';
import { FILE_LIMIT, fileAnswers, sendTable } from './report-files.ts';
import { problems, READ_REFUSALS } from './schemas/problem.ts';
import { zeroBuyersFileSchema, zeroBuyersQuerySchema, zeroBuyersSchema } from './schemas/report.ts';

const SEARCHES_A_MINUTE = 240;
const DAY_MS = 86_400_000;
// Nobody walks to more doors than this.
const FILE_ROWS_MAX = 20_000;

const READ = may('customer_report.read');

export function zeroBuyerRoutes(app: App, context: ServerContext): void {
  listRoute(app, context);
  fileRoute(app, context);
}

function listRoute(app: App, context: ServerContext): void {
  const { database, utility } = context;
  app.get(
    '/v1/reports/zero-buyers',
    {
      config: { access: READ, rateLimit: perPrincipal(SEARCHES_A_MINUTE) },
      schema: {
        operationId: 'reportZeroBuyers',
        summary: 'Agreements with a meter to sell for that have bought nothing, the longest first',
        tags: ['reports'],
        security: SECURITY_USER,
        querystring: zeroBuyersQuerySchema,
        response: { 200: zeroBuyersSchema, ...problems(...READ_REFUSALS, 'too_many_requests') },
      },
    },
    async (request, reply) => {
      const { limit, after, days } = request.query;
      const position = positionOf(after, z.tuple([z.int(), z.guid()]));
      if (position === 'fault') return refuseCursor(reply);
      const page = pageOf(context, request.query);
      const found = await listZeroBuyers(database, utility, {
        ...page,
        limit: limit + 1,
        after:
          position === null
            ? null
            : { idleFrom: instant(position[0]), agreementId: position[1] as AgreementId },
      });
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      const hasMore = found.length > limit && last !== undefined;
      return {
        days,
        areas: position === null ? await areasOf(context, page) : [],
        zero_buyers: shown.map(zeroBuyerJson),
        next: hasMore ? cursorText([last.idleFrom, last.agreementId]) : null,
      };
    },
  );
}

function fileRoute(app: App, context: ServerContext): void {
  const { database, utility } = context;
  const dateOf = wallDates(utility.timeZone);
  app.get(
    '/v1/reports/zero-buyers.csv',
    {
      config: { access: READ, rateLimit: FILE_LIMIT },
      schema: {
        operationId: 'reportZeroBuyersFile',
        summary: 'The same as a file for spreadsheets',
        tags: ['reports'],
        security: SECURITY_USER,
        querystring: zeroBuyersFileSchema,
        response: fileAnswers('text/csv'),
      },
    },
    async (request, reply) => {
      const page = pageOf(context, request.query);
      const order = { ...page, after: null, limit: FILE_ROWS_MAX };
      const found = await listZeroBuyers(database, utility, order);
      return sendTable(reply, zeroBuyersTable(found, dateOf), dateOf(page.now));
    },
  );
}

type Asked = Omit<ZeroBuyerPage, 'after' | 'limit'>;

function pageOf({ clock }: ServerContext, query: z.infer<typeof zeroBuyersFileSchema>): Asked {
  const now = clock();
  return {
    now,
    idleBefore: instant(now - query.days * DAY_MS),
    area: query.area ?? null,
    searched: query.query === undefined || query.query === '' ? null : query.query,
  };
}

async function areasOf(
  { database, utility }: ServerContext,
  page: Asked,
): Promise<z.infer<typeof zeroBuyersSchema>['areas']> {
  const areas = await countZeroBuyers(database, utility, page);
  return areas.map(({ area, agreements, zeroBuyers }) => ({
    ...{ area, agreements },
    zero_buyers: zeroBuyers,
  }));
}

function zeroBuyerJson(each: ZeroBuyer): z.infer<typeof zeroBuyersSchema>['zero_buyers'][number] {
  return {
    agreement_id: each.agreementId,
    account_number: each.accountNumber,
    customer_name: each.customerName,
    phone: each.phone,
    address: each.address,
    area: each.area,
    meter_number: each.meterNumber,
    tariff_name: each.tariffName,
    last_purchase_at: each.lastPurchaseAt === null ? null : instantText(each.lastPurchaseAt),
    idle_from: instantText(each.idleFrom),
  };
}

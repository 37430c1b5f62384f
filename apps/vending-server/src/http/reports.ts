/** /v1/reports: what was sold in a span of days, and what the money was for; also as files. */
import type { ComponentRow } from '@wattvend/vending/components.js';
import { componentsReport } from '@wattvend/vending/components.js';
import { daysOf } from '@wattvend/vending/day-span.js';
import { componentsTable, salesTable } from '@wattvend/vending/report-tables.js';
import type { SalesQuestion, SalesReport, SalesSums } from '@wattvend/vending/sales.js';
import { salesReport } from '@wattvend/vending/sales.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { isCalendarDate } from '../wall-date.ts';
import { may, principalOf, visibleVendor } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { SECURITY_STAFF } from './openapi.ts';
import { plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { perPrincipal } from './rate-limits.ts';
import { debtReportRoutes } from './report-debts.ts';
import { FILE_LIMIT, fileAnswers, sendTable } from './report-files.ts';
import { monthEndRoutes } from './report-month-end.ts';
import { zeroBuyerRoutes } from './report-zero-buyers.ts';
import { problems, READ_REFUSALS } from './schemas/problem.ts';
import {
  componentsQuerySchema,
  componentsReportSchema,
  salesQuerySchema,
  salesReportSchema,
} from './schemas/report.ts';

const REPORTS_A_MINUTE = 240;
// By the day, a longer span would be an answer of many megabytes.
const DAYS_MAX = 3660;
const DAYS_BY_THE_DAY_MAX = 400;

const READ = may('report.read', { machines: true });

export function reportRoutes(app: App, context: ServerContext): void {
  salesRoute(app, context);
  salesFileRoute(app, context);
  componentsRoute(app, context);
  componentsFileRoute(app, context);
  debtReportRoutes(app, context);
  zeroBuyerRoutes(app, context);
  monthEndRoutes(app, context);
}

function salesRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/reports/sales',
    {
      config: { access: READ, rateLimit: perPrincipal(REPORTS_A_MINUTE) },
      schema: {
        operationId: 'reportSales',
        summary: 'Sales of a span of days by one dimension; for a cashier those of the own vendor',
        tags: ['reports'],
        security: SECURITY_STAFF,
        querystring: salesQuerySchema,
        response: { 200: salesReportSchema, ...problems(...READ_REFUSALS, 'too_many_requests') },
      },
    },
    async (request, reply) => {
      const { query } = request;
      const vendorId = askedVendor(request, query.vendor_id);
      if (vendorId === 'foreign') return sendProblem(reply, 'not_allowed');
      if (!isSpan(query, query.per)) return refuseSpan(reply, query.per);
      return salesJson(query, await salesReport(database, utility, { ...query, vendorId }));
    },
  );
}

function salesFileRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/reports/sales.csv',
    {
      config: { access: READ, rateLimit: FILE_LIMIT },
      schema: {
        operationId: 'reportSalesFile',
        summary: 'The same as a file for spreadsheets',
        tags: ['reports'],
        security: SECURITY_STAFF,
        querystring: salesQuerySchema,
        response: fileAnswers('text/csv'),
      },
    },
    async (request, reply) => {
      const { query } = request;
      const vendorId = askedVendor(request, query.vendor_id);
      if (vendorId === 'foreign') return sendProblem(reply, 'not_allowed');
      if (!isSpan(query, query.per)) return refuseSpan(reply, query.per);
      const report = await salesReport(database, utility, { ...query, vendorId });
      return sendTable(reply, salesTable(utility, query, report), spanText(query));
    },
  );
}

function componentsRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/reports/components',
    {
      config: { access: READ, rateLimit: perPrincipal(REPORTS_A_MINUTE) },
      schema: {
        operationId: 'reportComponents',
        summary: 'Money and units by the components of the tariffs: taxes, levies, debts, …',
        tags: ['reports'],
        security: SECURITY_STAFF,
        querystring: componentsQuerySchema,
        response: {
          200: componentsReportSchema,
          ...problems(...READ_REFUSALS, 'too_many_requests'),
        },
      },
    },
    async (request, reply) => {
      const { from, to, vendor_id } = request.query;
      const vendorId = askedVendor(request, vendor_id);
      if (vendorId === 'foreign') return sendProblem(reply, 'not_allowed');
      if (!isSpan({ from, to })) return refuseSpan(reply);
      const components = await componentsReport(database, utility, { from, to, vendorId });
      return { from, to, components: components.map(componentJson) };
    },
  );
}

function componentsFileRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/reports/components.csv',
    {
      config: { access: READ, rateLimit: FILE_LIMIT },
      schema: {
        operationId: 'reportComponentsFile',
        summary: 'The same as a file for spreadsheets',
        tags: ['reports'],
        security: SECURITY_STAFF,
        querystring: componentsQuerySchema,
        response: fileAnswers('text/csv'),
      },
    },
    async (request, reply) => {
      const { from, to, vendor_id } = request.query;
      const vendorId = askedVendor(request, vendor_id);
      if (vendorId === 'foreign') return sendProblem(reply, 'not_allowed');
      if (!isSpan({ from, to })) return refuseSpan(reply);
      const components = await componentsReport(database, utility, { from, to, vendorId });
      return sendTable(reply, componentsTable(utility, components), spanText({ from, to }));
    },
  );
}

/** Whose sales are asked for; null for all. Whoever belongs to a vendor sees those of no other. */
function askedVendor(
  request: FastifyRequest,
  vendorId: string | undefined,
): VendorId | null | 'foreign' {
  const asked = vendorId === undefined ? null : plainId<VendorId>(vendorId);
  const own = visibleVendor(principalOf(request));
  if (own === null) return asked;
  return asked === null || asked === own ? own : 'foreign';
}

interface AskedSpan {
  readonly from: string;
  readonly to: string;
}

function isSpan(span: AskedSpan, per: SalesQuestion['per'] = 'span'): boolean {
  if (!isCalendarDate(span.from) || !isCalendarDate(span.to)) return false;
  const days = daysOf(span);
  return days >= 1 && days <= (per === 'day' ? DAYS_BY_THE_DAY_MAX : DAYS_MAX);
}

function refuseSpan(reply: FastifyReply, per: SalesQuestion['per'] = 'span'): FastifyReply {
  const most = per === 'day' ? DAYS_BY_THE_DAY_MAX : DAYS_MAX;
  const message = `from and to must be days of the calendar, in order, at most ${most} days`;
  return sendProblem(reply, 'request_invalid', { errors: [{ path: 'query.to', message }] });
}

function spanText({ from, to }: AskedSpan): string {
  return from === to ? from : `${from}-to-${to}`;
}

function salesJson(
  { from, to, by, per }: z.infer<typeof salesQuerySchema>,
  report: SalesReport,
): z.infer<typeof salesReportSchema> {
  return {
    ...{ from, to, by, per, live_from: report.liveFromDay },
    rows: report.rows.map((row) => ({
      ...{ period: row.period, key: row.key, name: row.name },
      ...sumsJson(row),
    })),
    total: sumsJson(report.total),
  };
}

function sumsJson(sums: SalesSums): z.infer<typeof salesReportSchema>['total'] {
  return {
    vends: sums.vends,
    tokens: sums.tokens,
    tendered_minor: String(sums.tendered),
    energy_tenth_kwh: Number(sums.energyTenthKwh),
    free_tenth_kwh: Number(sums.freeTenthKwh),
    energy_minor: String(sums.forEnergy),
    charges_minor: String(sums.forCharges),
    tax_minor: String(sums.forTax),
    debt_minor: String(sums.forDebts),
  };
}

function componentJson(
  row: ComponentRow,
): z.infer<typeof componentsReportSchema>['components'][number] {
  const { kind, component, name, account, tariff, lines } = row;
  return {
    ...{ kind, component, name, account, lines },
    tariff: tariff === null ? null : { id: tariff.tariffId, name: tariff.name },
    money_minor: String(row.money),
    energy_tenth_kwh: Number(row.energyTenthKwh),
  };
}

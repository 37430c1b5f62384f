/** The HTTP server: what stands before all routes, the routes, and what stands behind them. */
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { guardRoutes, type RouteAccess } from './access.ts';
import { accountRoutes } from './account.ts';
import { afterSaleRoutes } from './after-sale.ts';
import { agreementRoutes } from './agreements.ts';
import { apiKeyRoutes } from './api-keys.ts';
import { approvalRoutes } from './approvals.ts';
import { auditRoutes } from './audit.ts';
import { batchRoutes } from './batches.ts';
import { commissionRoutes } from './commissions.ts';
import { type ConsoleFiles, serveConsole } from './console-files.ts';
import type { App, ServerContext } from './context.ts';
import { creditLimitRoute } from './credit-limits.ts';
import { customerRoutes } from './customers.ts';
import { debtRoutes } from './debts.ts';
import { demoMeterRoutes } from './demo-meters.ts';
import { depositRoutes } from './deposits.ts';
import { exportRoutes } from './exports.ts';
import { answerFault } from './faults.ts';
import { healthRoutes } from './health.ts';
import { importRoutes } from './imports.ts';
import { ledgerRoutes } from './ledger.ts';
import { meterDeskRoutes } from './meter-desk.ts';
import { meterOperationRoutes } from './meter-operations.ts';
import { meterRoutes } from './meters.ts';
import { describeApi } from './openapi.ts';
import { operatorRoutes } from './operators.ts';
import { paymentSourceRoutes } from './payment-sources.ts';
import { paymentStatementRoutes } from './payment-statements.ts';
import { paymentRoutes } from './payments.ts';
import { sendProblem } from './problem.ts';
import { problemPages } from './problem-pages.ts';
import { publishedValueRoutes } from './published-values.ts';
import { quoteRoutes } from './quotes.ts';
import { reconciliationItemRoutes } from './reconciliation-items.ts';
import { reconciliationRunRoutes } from './reconciliation-runs.ts';
import { refundRoutes } from './refunds.ts';
import { repairRoutes } from './repairs.ts';
import { reportRoutes } from './reports.ts';
import { roleRoutes } from './roles.ts';
import { searchRoute } from './search.ts';
import { securityHeaders } from './security-headers.ts';
import { sellRoute } from './sell.ts';
import { servicePointRoutes } from './service-points.ts';
import { sessionRoutes } from './session.ts';
import { sessionFactorRoutes } from './session-factor.ts';
import { shiftRoutes } from './shifts.ts';
import { statementRoutes } from './statements.ts';
import { tariffTrialRoutes } from './tariff-trial.ts';
import { tariffRoutes } from './tariffs.ts';
import { todayRoutes } from './today.ts';
import { tokenOrderRoutes } from './token-orders.ts';
import { userRoutes } from './users.ts';
import { vendorDayRoutes } from './vendor-days.ts';
import { vendorRoutes } from './vendors.ts';
import { vendRoutes } from './vends.ts';
import { webhookRoutes } from './webhooks.ts';

const BODY_OCTETS_MAX = 64 * 1024;
const REQUEST_TIMEOUT_MS = 30_000;

export interface HttpServer {
  readonly app: App;
  /** All routes and whom they are for. */
  readonly routes: readonly RouteAccess[];
}

export async function createServer(context: ServerContext): Promise<HttpServer> {
  const fastify = Fastify({
    // The log has one line for a vend and one for a fault; a line for every request costs half the
    // throughput.
    logger: false,
    bodyLimit: BODY_OCTETS_MAX,
    // A request that comes in drop by drop must not keep its place for ever.
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    // Behind a proxy on this machine the client's address comes in a header.
    trustProxy: context.site.publicUrl === null ? false : 'loopback',
    frameworkErrors: (_, __, reply) => void sendProblem(reply, 'path_not_found'),
  });
  const app: App = fastify.withTypeProvider();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler<Error>((fault, request, reply) =>
    answerFault(context, fault, request, reply),
  );
  acceptJsonOnly(app);
  await app.register(cookie);
  await app.register(helmet, securityHeaders(context));
  app.addHook('onRequest', (_, reply, done) => {
    void reply.header('cache-control', 'no-store');
    done();
  });
  await app.register(rateLimit, { global: false });
  const routes = guardRoutes(app, context);
  await describeApi(app, context);
  await addRoutes(app, context);
  const console = await serveConsole(app, context.consoleFolder);
  app.setNotFoundHandler((request, reply) => answerUnknown(routes, console, request, reply));
  await app.ready();
  return { app, routes };
}

async function addRoutes(app: App, context: ServerContext): Promise<void> {
  healthRoutes(app, context);
  sessionRoutes(app, context);
  sessionFactorRoutes(app, context);
  accountRoutes(app, context);
  searchRoute(app, context);
  meterRoutes(app, context);
  meterDeskRoutes(app, context);
  meterOperationRoutes(app, context);
  customerRoutes(app, context);
  servicePointRoutes(app, context);
  agreementRoutes(app, context);
  await importRoutes(app, context);
  exportRoutes(app, context);
  vendorRoutes(app, context);
  depositRoutes(app, context);
  creditLimitRoute(app, context);
  commissionRoutes(app, context);
  operatorRoutes(app, context);
  shiftRoutes(app, context);
  batchRoutes(app, context);
  vendorDayRoutes(app, context);
  statementRoutes(app, context);
  ledgerRoutes(app, context);
  tariffRoutes(app, context);
  tariffTrialRoutes(app, context);
  publishedValueRoutes(app, context);
  quoteRoutes(app, context);
  sellRoute(app, context);
  vendRoutes(app, context);
  debtRoutes(app, context);
  paymentRoutes(app, context);
  tokenOrderRoutes(app, context);
  refundRoutes(app, context);
  repairRoutes(app, context);
  afterSaleRoutes(app, context);
  webhookRoutes(app, context);
  todayRoutes(app, context);
  reportRoutes(app, context);
  userRoutes(app, context);
  roleRoutes(app);
  apiKeyRoutes(app, context);
  approvalRoutes(app, context);
  auditRoutes(app, context);
  paymentSourceRoutes(app, context);
  paymentStatementRoutes(app, context);
  reconciliationRunRoutes(app, context);
  reconciliationItemRoutes(app, context);
  demoMeterRoutes(app, context);
  problemPages(app);
}

/** A form that a page of another site could send without being asked is not understood at all. */
function acceptJsonOnly(app: App): void {
  app.removeAllContentTypeParsers();
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    // Some clients name a content type even where they send nothing.
    if (body === '') done(null, undefined);
    else void parseJson(request, body as string, done);
  });
}

function answerUnknown(
  routes: readonly RouteAccess[],
  console: ConsoleFiles,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const path = request.url.replace(/[?#].*$/s, '');
  const allowed = routes.filter((route) => isOfPattern(path, route.url));
  if (allowed.length > 0) {
    const methods = [...new Set(allowed.map((route) => route.method))].join(', ');
    return sendProblem(reply.header('allow', methods), 'method_not_allowed', {
      values: { allowed: methods },
    });
  }
  return console(request, reply) ?? sendProblem(reply, 'path_not_found');
}

function isOfPattern(path: string, pattern: string): boolean {
  const [steps, wanted] = [path.split('/'), pattern.split('/')];
  if (steps.length !== wanted.length) return false;
  return wanted.every((step, at) => (step.startsWith(':') ? steps[at] !== '' : step === steps[at]));
}

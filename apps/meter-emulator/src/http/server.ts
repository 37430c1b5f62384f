/** The HTTP server: what stands before all routes, the routes, and what stands behind them. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import websocket from '@fastify/websocket';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RawServerDefault,
} from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import type { Street } from '../street/street.ts';
import { liveRoute } from './live.ts';
import { meterRoutes } from './meters.ts';
import { type FieldError, sendProblem } from './problem.ts';
import { isAllowedOrigin, isOwnHost, type Site } from './site.ts';

/** The Fastify instance with the schemas' types. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export interface ServerContext {
  readonly street: Street;
  readonly site: Site;
  /** For the story of a fault of this program. */
  readonly report: (incident: string, fault: unknown) => void;
}

/** Also of a message on a WebSocket. A tariff with everything in it is a tenth of this. */
const BODY_OCTETS_MAX: number = 64 * 1024;
const REQUEST_TIMEOUT_MS = 30_000;

export async function createServer(context: ServerContext): Promise<App> {
  const fastify = Fastify({
    logger: false,
    bodyLimit: BODY_OCTETS_MAX,
    // A request that comes in drop by drop must not keep its place for ever.
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 100 },
    frameworkErrors: (_, __, reply) => void sendProblem(reply, 'path_not_found'),
  });
  const app: App = fastify.withTypeProvider();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler<Error>((fault, request, reply) =>
    answerFault(context, fault, request, reply),
  );
  acceptJsonOnly(app);
  guard(app, context.site);
  const methods = listMethods(app);
  await app.register(websocket, { options: { maxPayload: BODY_OCTETS_MAX } });
  meterRoutes(app, context);
  liveRoute(app, context);
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.replace(/[?#].*$/s, '');
    const isKnown = methods.some((url) => isOfPattern(path, url));
    return sendProblem(reply, isKnown ? 'method_not_allowed' : 'path_not_found');
  });
  endLines(app);
  await app.ready();
  return app;
}

// Time enough for answers under way; a page that holds its line does not hold up the end.
const END_OF_LINES_MS = 300;

/** When the server closes, all lines end, whoever is at the other end. */
function endLines(app: App): void {
  const lines = new Set<Socket>();
  app.server.on('connection', (line: Socket) => {
    lines.add(line);
    line.once('close', () => lines.delete(line));
  });
  app.addHook('preClose', (done) => {
    setTimeout(() => {
      for (const line of lines) line.destroy();
    }, END_OF_LINES_MS).unref();
    done();
  });
}

/** A form that a page of another site could send without being asked is not understood at all. */
function acceptJsonOnly(app: App): void {
  app.removeAllContentTypeParsers();
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    void parseJson(request, body as string, done);
  });
}

const CORS_METHODS = 'GET, POST';
const CORS_SECONDS = '600';

/** Before everything else, upgrades to a WebSocket among it. */
function guard(app: App, site: Site): void {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    // A line that asked to become a WebSocket and was refused has nobody else who ends it.
    if (request.headers.upgrade !== undefined) {
      reply.raw.once('finish', () => request.raw.socket.destroySoon());
    }
    if (!isOwnHost(request.raw)) return void sendProblem(reply, 'host_not_allowed');
    if (!isAllowedOrigin(site, request.raw)) return void sendProblem(reply, 'origin_not_allowed');
    const { origin } = request.headers;
    void reply.header('vary', 'origin');
    if (origin === undefined || !site.allowedOrigins.includes(origin)) return done();
    void reply.header('access-control-allow-origin', origin);
    if (request.method !== 'OPTIONS') return done();
    // What a browser asks first, before it lets the page send JSON here.
    void reply
      .headers({
        'access-control-allow-methods': CORS_METHODS,
        'access-control-allow-headers': 'content-type',
        'access-control-allow-private-network': 'true',
        'access-control-max-age': CORS_SECONDS,
      })
      .code(204)
      .send();
  });
}

function listMethods(app: App): readonly string[] {
  const urls: string[] = [];
  app.addHook('onRoute', ({ url }) => void urls.push(url));
  return urls;
}

function isOfPattern(path: string, pattern: string): boolean {
  const [steps, wanted] = [path.split('/'), pattern.split('/')];
  if (steps.length !== wanted.length) return false;
  return wanted.every((step, at) => (step.startsWith(':') ? steps[at] !== '' : step === steps[at]));
}

function answerFault(
  context: ServerContext,
  fault: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (hasZodFastifySchemaValidationErrors(fault)) {
    if (request.body === undefined) return sendProblem(reply, 'request_not_json');
    return sendProblem(reply, 'request_invalid', fieldErrors(fault.validation));
  }
  const code = 'code' in fault ? fault.code : '';
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return sendProblem(reply, 'request_too_large');
  if (code.startsWith('FST_ERR_CTP_') || fault instanceof SyntaxError) {
    return sendProblem(reply, 'request_not_json');
  }
  const status = 'statusCode' in fault ? fault.statusCode : undefined;
  if (status !== undefined && status >= 400 && status < 500) {
    return sendProblem(reply, 'request_invalid');
  }
  context.report(randomUUID(), fault);
  return sendProblem(reply, 'internal_error');
}

// An answer stays small whatever was asked.
const FIELD_ERRORS_MAX = 20;

function fieldErrors(
  validation: readonly { readonly instancePath: string; readonly message?: string | undefined }[],
): readonly FieldError[] {
  return validation.slice(0, FIELD_ERRORS_MAX).map(({ instancePath, message }) => ({
    path: ['body', ...instancePath.split('/').filter((step) => step !== '')].join('.'),
    message: message ?? 'is not understood',
  }));
}

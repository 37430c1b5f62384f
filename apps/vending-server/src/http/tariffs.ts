/** /v1/tariffs: what customers pay, in versions that are drafted, approved and never changed. */
import { instant } from '@wattvend/quantities/time.js';
import { parseTariff } from '@wattvend/tariff/tariff-record.js';
import { withdrawTariffVersion } from '@wattvend/vending/approve-tariff.js';
import { draftTariffVersion } from '@wattvend/vending/draft-tariff.js';
import { dateText, localDates } from '@wattvend/vending/local-date.js';
import { previewTariff } from '@wattvend/vending/preview-tariff.js';
import { listTariffVersions, type TariffVersion } from '@wattvend/vending/tariffs.js';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { may, userOf } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { sendUnlessKnown } from './etag.ts';
import { SECURITY_STAFF, SECURITY_USER } from './openapi.ts';
import { plainId } from './parse.ts';
import type { FieldError } from './problem.ts';
import { sendProblem } from './problem.ts';
import { perPrincipal } from './rate-limits.ts';
import { idField } from './schemas/fields.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';
import {
  approvalRequestedSchema,
  approvalRequestSchema,
  monthField,
  newTariffVersionSchema,
  tariffPreviewSchema,
  tariffVersionSchema,
  tariffVersionsSchema,
} from './schemas/tariff.ts';
import { requestTariffApproval } from './tariff-approval.ts';
import { tariffPreviewJson, tariffVersionJson, tariffVersionsJson } from './tariff-json.ts';

const VERSION_MAX = 1_000_000;

// A preview looks at all purchases of a month.
const PREVIEWS_A_MINUTE = 6;

const VERSION_PARAMS = z.strictObject({
  id: idField,
  version: z.coerce.number().int().min(1).max(VERSION_MAX),
});

export function tariffRoutes(app: App, context: ServerContext): void {
  listRoute(app, context);
  readRoute(app, context);
  putRoute(app, context);
  approvalRoute(app, context);
  withdrawRoute(app, context);
  previewRoute(app, context);
}

function listRoute(app: App, { database, utility, clock }: ServerContext): void {
  app.get(
    '/v1/tariffs',
    {
      config: { access: may('tariff.read', { machines: true }) },
      schema: {
        operationId: 'listTariffs',
        summary: 'All versions of all tariffs, drafts too',
        tags: ['tariffs'],
        security: SECURITY_STAFF,
        response: { 200: tariffVersionsSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request, reply) => {
      const versions = await listTariffVersions(database, utility.utilityId, null);
      const tariffs = [...tariffVersionsJson(versions, clock())];
      return sendUnlessKnown(request, reply, { tariffs });
    },
  );
}

function readRoute(app: App, { database, utility, clock }: ServerContext): void {
  app.get(
    '/v1/tariffs/:id',
    {
      config: { access: may('tariff.read', { machines: true }) },
      schema: {
        operationId: 'readTariff',
        summary: 'All versions of one tariff',
        tags: ['tariffs'],
        security: SECURITY_STAFF,
        params: z.strictObject({ id: idField }),
        response: { 200: tariffVersionsSchema, ...problems(...READ_REFUSALS, 'tariff_not_found') },
      },
    },
    async (request, reply) => {
      const tariffId = plainId<string>(request.params.id);
      const versions = await listTariffVersions(database, utility.utilityId, tariffId);
      if (versions.length === 0) return sendProblem(reply, 'tariff_not_found');
      const tariffs = [...tariffVersionsJson(versions, clock())];
      return sendUnlessKnown(request, reply, { tariffs });
    },
  );
}

function putRoute(app: App, { database, utility, clock }: ServerContext): void {
  app.put(
    '/v1/tariffs/:id/versions/:version',
    {
      config: { access: may('tariff.draft') },
      schema: {
        operationId: 'putTariffVersion',
        summary: 'Draft the next version of a tariff, or the first of a new one',
        description:
          'Nothing is in force by it: another person has to approve it. The same version with ' +
          'the same content again changes nothing.',
        tags: ['tariffs'],
        security: SECURITY_USER,
        params: VERSION_PARAMS,
        body: newTariffVersionSchema,
        response: {
          200: tariffVersionSchema,
          201: tariffVersionSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'tariff_version_conflict',
            'tariff_version_not_next',
            'tariff_faulty',
            'tariff_effective_taken',
            'tariff_effective_in_past',
          ),
        },
      },
    },
    async (request, reply) => {
      const { body, params } = request;
      const parsed = parseTariff(body.record);
      if (parsed.kind === 'fault') return sendFaults(reply, parsed.faults);
      const draft = {
        tariffId: plainId<string>(params.id),
        version: params.version,
        name: body.name,
        tariff: parsed.tariff,
        effectiveFrom: instant(Date.parse(body.effective_from)),
      };
      const at = clock();
      const drafted = { by: userOf(request).userId, at };
      const answer = await draftTariffVersion(database, utility, draft, drafted);
      if (answer.kind === 'refused') {
        const { refusal } = answer;
        return refusal.code === 'tariff_faulty'
          ? sendFaults(reply, refusal.faults)
          : sendProblem(reply, refusal.code);
      }
      const { version, first } = answer;
      return reply.code(first ? 201 : 200).send(tariffVersionJson(version, [version], at));
    },
  );
}

// An answer stays readable; whoever mends these sees the next.
const FAULTS_MAX = 50;

function sendFaults(reply: FastifyReply, faults: readonly FieldError[]): FastifyReply {
  const errors = faults
    .slice(0, FAULTS_MAX)
    .map(({ path, message }) => ({ path: `body.record.${path}`, message }));
  return sendProblem(reply, 'tariff_faulty', { errors });
}

/** The draft that a path names, or null after the refusal was sent. */
async function draftOf(
  { database, utility }: ServerContext,
  reply: FastifyReply,
  params: { readonly id: string; readonly version: number },
): Promise<TariffVersion | null> {
  const tariffId = plainId<string>(params.id);
  const versions = await listTariffVersions(database, utility.utilityId, tariffId);
  const draft = versions.find((each) => each.version === params.version);
  if (draft === undefined) void sendProblem(reply, 'tariff_version_not_found');
  else if (draft.state === 'draft') return draft;
  else void sendProblem(reply, 'tariff_version_not_draft');
  return null;
}

function approvalRoute(app: App, context: ServerContext): void {
  app.post(
    '/v1/tariffs/:id/versions/:version/approval',
    {
      config: { access: may('tariff.draft') },
      schema: {
        operationId: 'requestTariffApproval',
        summary: 'Ask for a second person to put a draft in force',
        description: 'The decision itself is made under /v1/approvals.',
        tags: ['tariffs'],
        security: SECURITY_USER,
        params: VERSION_PARAMS,
        body: approvalRequestSchema,
        response: {
          200: approvalRequestedSchema,
          201: approvalRequestedSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'tariff_version_not_found',
            'tariff_version_not_draft',
            'approval_id_conflict',
          ),
        },
      },
    },
    async (request, reply) => {
      const draft = await draftOf(context, reply, request.params);
      if (draft === null) return reply;
      const { tariffId, version, name } = draft;
      const from = dateText(localDates(context.utility.timeZone)(draft.effectiveFrom));
      return await requestTariffApproval(context, request, reply, {
        subject: { kind: 'version', tariffId, version },
        summary: `Tariff ${name}, version ${version}, from ${from}`,
      });
    },
  );
}

function withdrawRoute(app: App, { database, utility, clock }: ServerContext): void {
  app.post(
    '/v1/tariffs/:id/versions/:version/withdrawal',
    {
      config: { access: may('tariff.draft') },
      schema: {
        operationId: 'withdrawTariffVersion',
        summary: 'Put a draft away; its number is not used again',
        tags: ['tariffs'],
        security: SECURITY_USER,
        params: VERSION_PARAMS,
        response: {
          200: tariffVersionSchema,
          ...problems(...WRITE_REFUSALS, 'tariff_version_not_found', 'tariff_version_not_draft'),
        },
      },
    },
    async (request, reply) => {
      const { id, version } = request.params;
      const name = { tariffId: plainId<string>(id), version };
      const answer = await withdrawTariffVersion(database, utility.utilityId, name);
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return tariffVersionJson(answer.version, [], clock());
    },
  );
}

function previewRoute(app: App, context: ServerContext): void {
  app.get(
    '/v1/tariffs/:id/versions/:version/preview',
    {
      // For whoever decides about prices; it tells what customers have bought.
      config: { access: may('approval.read'), rateLimit: perPrincipal(PREVIEWS_A_MINUTE) },
      schema: {
        operationId: 'previewTariff',
        summary: 'What a draft would have meant for the purchases of a month',
        tags: ['tariffs'],
        security: SECURITY_USER,
        params: VERSION_PARAMS,
        querystring: z.strictObject({ month: monthField }),
        response: {
          200: tariffPreviewSchema,
          ...problems(
            ...READ_REFUSALS,
            'too_many_requests',
            'tariff_version_not_found',
            'tariff_version_not_draft',
          ),
        },
      },
    },
    async (request, reply) => {
      const draft = await draftOf(context, reply, request.params);
      if (draft === null) return reply;
      const { database, utility, clock } = context;
      const { month } = request.query;
      return tariffPreviewJson(await previewTariff(database, utility, draft, month, clock()));
    },
  );
}

/** /v1/account: one's own second factors. Everybody sees and changes only their own. */
import { mustBeStrong } from '@wattvend/vending/factor-policy.js';
import type { MadePasskey, Passkey } from '@wattvend/vending/passkeys.js';
import { listPasskeys, passkeyToMake, renamePasskey } from '@wattvend/vending/passkeys.js';
import { countRecoveryCodes } from '@wattvend/vending/recovery-codes.js';
import type { FactorDesk } from '@wattvend/vending/second-factor.js';
import {
  addPasskey,
  beginTotpEnrolment,
  confirmTotp,
  freshnessRefusal,
  removeFactor,
  renewRecoveryCodes,
} from '@wattvend/vending/set-up-factors.js';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { PERSON, PERSON_HALFWAY, personOf, userOf } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { instantText } from './json.ts';
import { SECURITY_USER } from './openapi.ts';
import { sendProblem } from './problem.ts';
import { perPrincipal } from './rate-limits.ts';
import type { RefusalCode } from './refusals.ts';
import { relyingPartyOf } from './relying-party.ts';
import {
  credentialIdField,
  enrolledSchema,
  factorsSchema,
  newPasskeySchema,
  passkeyNameSchema,
  passkeyOptionsSchema,
  recoveryCodesSchema,
  totpCodeSchema,
  totpEnrolmentSchema,
} from './schemas/factor.ts';
import { NO_CONTENT, problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';
import { giveSecret } from './session-cookie.ts';

const CHANGES_A_MINUTE = 20;
const FRESHNESS: readonly RefusalCode[] = ['second_factor_required', 'sign_in_again'];
const TAGS = ['account'];
const CHANGING = { rateLimit: perPrincipal(CHANGES_A_MINUTE) };

export function accountRoutes(app: App, context: ServerContext): void {
  readRoute(app, context);
  totpRoutes(app, context);
  makePasskeyRoutes(app, context);
  keepPasskeyRoutes(app, context);
  recoveryCodesRoute(app, context);
}

function deskOf(context: ServerContext): FactorDesk {
  const { database, utility, factorKey } = context;
  return { database, utilityId: utility.utilityId, factorKey };
}

function readRoute(app: App, context: ServerContext): void {
  const { database, utility } = context;
  app.get(
    '/v1/account/second-factors',
    {
      config: { access: PERSON_HALFWAY },
      schema: {
        operationId: 'readSecondFactors',
        summary: "One's own second factors",
        tags: TAGS,
        security: SECURITY_USER,
        response: { 200: factorsSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request) => {
      const { session } = personOf(request);
      const { userId, roles } = session.user;
      const owner = { utilityId: utility.utilityId, userId };
      const [passkeys, codes] = await Promise.all([
        listPasskeys(database, owner),
        countRecoveryCodes(database, owner),
      ]);
      return {
        required: mustBeStrong(roles),
        totp: session.hasTotp,
        passkeys: passkeys.map(passkeyJson),
        recovery_codes_left: codes,
      };
    },
  );
}

function totpRoutes(app: App, context: ServerContext): void {
  const { utility, clock } = context;
  app.post(
    '/v1/account/totp',
    {
      config: { access: PERSON_HALFWAY, ...CHANGING },
      schema: {
        operationId: 'beginTotp',
        summary: 'Begin to set up one-time codes; the secret is shown this once',
        tags: TAGS,
        security: SECURITY_USER,
        response: {
          200: totpEnrolmentSchema,
          ...problems(...WRITE_REFUSALS, 'too_many_requests', ...FRESHNESS, 'totp_in_use'),
        },
      },
    },
    async (request, reply) => {
      const person = personOf(request);
      const answer = await beginTotpEnrolment(deskOf(context), person, utility.name, clock());
      return answer.kind === 'refused' ? sendProblem(reply, answer.refusal) : answer.enrolment;
    },
  );
  app.post(
    '/v1/account/totp/confirmation',
    {
      config: { access: PERSON_HALFWAY, ...CHANGING },
      schema: {
        operationId: 'confirmTotp',
        summary: 'Put one-time codes into use by a first code; all other sessions end',
        tags: TAGS,
        security: SECURITY_USER,
        body: totpCodeSchema,
        response: {
          200: enrolledSchema,
          ...problems(
            ...([...WRITE_REFUSALS, 'too_many_requests', ...FRESHNESS] as const),
            'totp_not_begun',
            'totp_in_use',
            'second_factor_wrong',
          ),
        },
      },
    },
    async (request, reply) => {
      const { code } = request.body;
      const answer = await confirmTotp(deskOf(context), personOf(request), code, clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      giveSecret(context, reply, answer.sessionSecret);
      return { recovery_codes: codesJson(answer.recoveryCodes) };
    },
  );
  app.delete(
    '/v1/account/totp',
    {
      config: { access: PERSON },
      schema: {
        operationId: 'removeTotp',
        summary: 'Give up one-time codes',
        tags: TAGS,
        security: SECURITY_USER,
        response: {
          204: NO_CONTENT,
          ...problems(...WRITE_REFUSALS, ...FRESHNESS, 'factor_not_found', 'last_factor'),
        },
      },
    },
    async (request, reply) => {
      const answer = await removeFactor(
        deskOf(context),
        personOf(request),
        { kind: 'totp' },
        clock(),
      );
      return done(reply, answer);
    },
  );
}

function makePasskeyRoutes(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  const refusals = [
    ...WRITE_REFUSALS,
    'too_many_requests',
    'passkeys_unavailable',
    ...FRESHNESS,
  ] as const;
  app.post(
    '/v1/account/passkeys/options',
    {
      config: { access: PERSON_HALFWAY, ...CHANGING },
      schema: {
        operationId: 'askToMakePasskey',
        summary: 'What a browser needs to make a new passkey for this site',
        tags: TAGS,
        security: SECURITY_USER,
        response: { 200: passkeyOptionsSchema, ...problems(...refusals) },
      },
    },
    async (request, reply) => {
      const party = relyingPartyOf(context, request);
      if (party === null) return sendProblem(reply, 'passkeys_unavailable');
      const { session } = personOf(request);
      const now = clock();
      const refusal = freshnessRefusal(session, now);
      if (refusal !== null) return sendProblem(reply, refusal);
      const wanted = { utilityId: utility.utilityId, user: session.user, party };
      return { ...(await passkeyToMake(database, wanted, now)) };
    },
  );
  app.post(
    '/v1/account/passkeys',
    {
      config: { access: PERSON_HALFWAY, ...CHANGING },
      schema: {
        operationId: 'addPasskey',
        summary: 'Keep a new passkey; all other sessions end',
        tags: TAGS,
        security: SECURITY_USER,
        body: newPasskeySchema,
        response: { 201: enrolledSchema, ...problems(...refusals, 'passkey_invalid') },
      },
    },
    async (request, reply) => {
      const party = relyingPartyOf(context, request);
      if (party === null) return sendProblem(reply, 'passkeys_unavailable');
      const { name, passkey } = request.body;
      const made = { party, name, response: passkey as MadePasskey };
      const answer = await addPasskey(deskOf(context), personOf(request), made, clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      giveSecret(context, reply, answer.sessionSecret);
      return reply.code(201).send({ recovery_codes: codesJson(answer.recoveryCodes) });
    },
  );
}

function keepPasskeyRoutes(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  const params = z.strictObject({ id: credentialIdField });
  app.put(
    '/v1/account/passkeys/:id',
    {
      config: { access: PERSON },
      schema: {
        operationId: 'renamePasskey',
        summary: 'Name a passkey',
        tags: TAGS,
        security: SECURITY_USER,
        params,
        body: passkeyNameSchema,
        response: { 204: NO_CONTENT, ...problems(...WRITE_REFUSALS, 'factor_not_found') },
      },
    },
    async (request, reply) => {
      const owner = { utilityId: utility.utilityId, userId: userOf(request).userId };
      const named = { credentialId: request.params.id, name: request.body.name };
      const isDone = await renamePasskey(database, owner, named);
      return isDone ? reply.code(204).send(null) : sendProblem(reply, 'factor_not_found');
    },
  );
  app.delete(
    '/v1/account/passkeys/:id',
    {
      config: { access: PERSON },
      schema: {
        operationId: 'removePasskey',
        summary: 'Remove a passkey',
        tags: TAGS,
        security: SECURITY_USER,
        params,
        response: {
          204: NO_CONTENT,
          ...problems(...WRITE_REFUSALS, ...FRESHNESS, 'factor_not_found', 'last_factor'),
        },
      },
    },
    async (request, reply) => {
      const factor = { kind: 'passkey', credentialId: request.params.id } as const;
      return done(reply, await removeFactor(deskOf(context), personOf(request), factor, clock()));
    },
  );
}

function recoveryCodesRoute(app: App, context: ServerContext): void {
  app.post(
    '/v1/account/recovery-codes',
    {
      config: { access: PERSON, ...CHANGING },
      schema: {
        operationId: 'renewRecoveryCodes',
        summary: 'Ten new recovery codes, shown this once; those before open nothing any more',
        tags: TAGS,
        security: SECURITY_USER,
        response: {
          200: recoveryCodesSchema,
          ...problems(...WRITE_REFUSALS, 'too_many_requests', ...FRESHNESS, 'factor_not_found'),
        },
      },
    },
    async (request, reply) => {
      const person = personOf(request);
      const answer = await renewRecoveryCodes(deskOf(context), person, context.clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return { recovery_codes: [...answer.recoveryCodes] };
    },
  );
}

function done(
  reply: FastifyReply,
  answer:
    | { readonly kind: 'removed' }
    | { readonly kind: 'refused'; readonly refusal: RefusalCode },
): FastifyReply {
  if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
  return reply.code(204).send(null);
}

function codesJson(codes: readonly string[] | null): string[] | null {
  return codes === null ? null : [...codes];
}

function passkeyJson(passkey: Passkey): z.infer<typeof factorsSchema>['passkeys'][number] {
  return {
    id: passkey.credentialId,
    name: passkey.name,
    synced: passkey.isSynced,
    made_at: instantText(passkey.madeAt),
    last_used_at: passkey.lastUsedAt === null ? null : instantText(passkey.lastUsedAt),
  };
}

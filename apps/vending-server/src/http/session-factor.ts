/** /v1/session/…: signing in by passkey, and showing the second factor, first or again. */
import { passkeyToShow, type ShownPasskey } from '@wattvend/vending/passkeys.js';
import { type ShownFactor, showSecondFactor } from '@wattvend/vending/second-factor.js';
import { signInByPasskey } from '@wattvend/vending/sign-in-by-passkey.js';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PERSON_HALFWAY, PUBLIC, personOf, userOf } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { SECURITY_USER } from './openapi.ts';
import { sendProblem } from './problem.ts';
import { perAddress } from './rate-limits.ts';
import { relyingPartyOf } from './relying-party.ts';
import { passkeyOptionsSchema, shownFactorSchema, shownPasskeySchema } from './schemas/factor.ts';
import { problems, WRITE_REFUSALS } from './schemas/problem.ts';
import { sessionSchema } from './schemas/session.ts';
import { giveNewSession, giveSecret } from './session-cookie.ts';
import { sessionJsonOf } from './session-json.ts';

const SIGN_INS_A_MINUTE = 30;

export function sessionFactorRoutes(app: App, context: ServerContext): void {
  passkeyQuestionRoutes(app, context);
  passkeySignInRoute(app, context);
  secondFactorRoute(app, context);
}

function passkeyQuestionRoutes(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  const refusals = problems(...WRITE_REFUSALS, 'too_many_requests', 'passkeys_unavailable');
  const response = { 200: passkeyOptionsSchema, ...refusals };
  app.post(
    '/v1/session/passkey/options',
    {
      config: { access: PUBLIC, rateLimit: perAddress(SIGN_INS_A_MINUTE) },
      schema: {
        operationId: 'askForPasskey',
        summary: 'What a browser signs to sign in by any passkey it has for this site',
        tags: ['session'],
        response,
      },
    },
    async (request, reply) => {
      const party = relyingPartyOf(context, request);
      if (party === null) return sendProblem(reply, 'passkeys_unavailable');
      const { utilityId } = utility;
      const options = await passkeyToShow(database, { utilityId, party, userId: null }, clock());
      return { ...options };
    },
  );
  app.post(
    '/v1/session/second-factor/options',
    {
      config: { access: PERSON_HALFWAY, rateLimit: perAddress(SIGN_INS_A_MINUTE) },
      schema: {
        operationId: 'askForOwnPasskey',
        summary: 'What a browser signs to show a passkey as the second factor',
        tags: ['session'],
        security: SECURITY_USER,
        response,
      },
    },
    async (request, reply) => {
      const party = relyingPartyOf(context, request);
      if (party === null) return sendProblem(reply, 'passkeys_unavailable');
      const wanted = { utilityId: utility.utilityId, party, userId: userOf(request).userId };
      return { ...(await passkeyToShow(database, wanted, clock())) };
    },
  );
}

function passkeySignInRoute(app: App, context: ServerContext): void {
  const { database, utility, sessionLimits: limits } = context;
  app.post(
    '/v1/session/passkey',
    {
      config: { access: PUBLIC, rateLimit: perAddress(SIGN_INS_A_MINUTE) },
      schema: {
        operationId: 'signInByPasskey',
        summary: 'Sign in by a passkey, without a name; the session comes as a cookie',
        tags: ['session'],
        body: z.strictObject({ passkey: shownPasskeySchema }).meta({ id: 'PasskeySignIn' }),
        response: {
          200: sessionSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'too_many_requests',
            'passkeys_unavailable',
            'passkey_invalid',
          ),
        },
      },
    },
    async (request, reply) => {
      const party = relyingPartyOf(context, request);
      if (party === null) return sendProblem(reply, 'passkeys_unavailable');
      const response = request.body.passkey as ShownPasskey;
      const desk = { database, utilityId: utility.utilityId, limits };
      const asked = { party, response, address: request.ip };
      const answer = await signInByPasskey(desk, asked, context.clock());
      context.log.info({ address: request.ip, outcome: answer.kind }, 'sign-in by passkey');
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      await giveNewSession(context, request, reply, answer.secret);
      return await sessionJsonOf(context, answer.secret);
    },
  );
}

function secondFactorRoute(app: App, context: ServerContext): void {
  app.post(
    '/v1/session/second-factor',
    {
      config: { access: PERSON_HALFWAY, rateLimit: perAddress(SIGN_INS_A_MINUTE) },
      schema: {
        operationId: 'showSecondFactor',
        summary: 'Finish the sign-in, or renew the second factor for what needs a fresh one',
        tags: ['session'],
        security: SECURITY_USER,
        body: shownFactorSchema,
        response: {
          200: sessionSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'too_many_requests',
            'passkeys_unavailable',
            'second_factor_too_soon',
            'second_factor_wrong',
          ),
        },
      },
    },
    async (request, reply) => {
      const shown = shownFactorOf(context, request, request.body);
      if (shown === null) return sendProblem(reply, 'passkeys_unavailable');
      const { session, sessionSecret, address } = personOf(request);
      const desk = { ...context, utilityId: context.utility.utilityId };
      const { userId } = session.user;
      const asked = { userId, sessionSecret, shown, address };
      const answer = await showSecondFactor(desk, asked, context.clock());
      context.log.info({ address, outcome: answer.kind, method: shown.method }, 'second factor');
      if (answer.kind === 'shown') {
        giveSecret(context, reply, answer.sessionSecret);
        return await sessionJsonOf(context, answer.sessionSecret);
      }
      if (answer.refusal !== 'second_factor_too_soon') return sendProblem(reply, answer.refusal);
      const seconds = Math.ceil(answer.wait / 1000);
      const values = { seconds: String(seconds) };
      return sendProblem(reply, answer.refusal, { values, retryAfterSeconds: seconds });
    },
  );
}

function shownFactorOf(
  context: ServerContext,
  request: FastifyRequest,
  body: z.infer<typeof shownFactorSchema>,
): ShownFactor | null {
  if (body.method !== 'passkey') return body;
  const party = relyingPartyOf(context, request);
  const response = body.passkey as ShownPasskey;
  return party === null ? null : { method: 'passkey', response, party };
}

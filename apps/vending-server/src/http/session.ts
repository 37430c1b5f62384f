/** /v1/session: signing in and out, by password or by the demo's link, and changing the password. */
import { timingSafeEqual } from 'node:crypto';
import { changePassword, newPasswordFault } from '@wattvend/vending/change-password.js';
import { closeSession, openSession } from '@wattvend/vending/sessions.js';
import { signIn } from '@wattvend/vending/sign-in.js';
import { findUser, type UserId } from '@wattvend/vending/users.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { PERSON, PERSON_HALFWAY, PUBLIC, principalOf, userOf } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { SECURITY_USER } from './openapi.ts';
import { sendProblem } from './problem.ts';
import { perAddress } from './rate-limits.ts';
import { NO_CONTENT, problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';
import {
  demoSignInSchema,
  demoSwitchSchema,
  passwordChangeSchema,
  sessionSchema,
  signInSchema,
} from './schemas/session.ts';
import { giveNewSession, takeCookieBack } from './session-cookie.ts';
import { sessionJson, sessionJsonOf } from './session-json.ts';
import { isLoopbackHost } from './site.ts';

const SIGN_INS_A_MINUTE = 30;

export function sessionRoutes(app: App, context: ServerContext): void {
  signInRoute(app, context);
  demoSignInRoute(app, context);
  demoSwitchRoute(app, context);
  presentSessionRoutes(app, context);
  passwordRoute(app, context);
}

function signInRoute(app: App, context: ServerContext): void {
  const { database, hasher, throttle } = context;
  app.post(
    '/v1/session',
    {
      config: { access: PUBLIC, rateLimit: perAddress(SIGN_INS_A_MINUTE) },
      schema: {
        operationId: 'signIn',
        summary: 'Sign in; the session comes as a cookie',
        tags: ['session'],
        body: signInSchema,
        response: {
          200: sessionSchema,
          ...problems(...WRITE_REFUSALS, 'too_many_requests', 'sign_in_too_soon', 'sign_in_failed'),
        },
      },
    },
    async (request, reply) => {
      const { utilityId } = context.utility;
      const desk = { database, utilityId, hasher, throttle, limits: context.sessionLimits };
      const { sign_in_name: signInName, password } = request.body;
      const now = context.clock();
      const answer = await signIn(desk, { signInName, password, address: request.ip, now });
      context.log.info({ address: request.ip, outcome: answer.kind }, 'sign-in');
      if (answer.kind === 'signed-in') {
        await giveNewSession(context, request, reply, answer.secret);
        return await sessionJsonOf(context, answer.secret);
      }
      if (answer.refusal === 'sign_in_failed') return sendProblem(reply, 'sign_in_failed');
      const seconds = Math.ceil(answer.wait / 1000);
      const values = { seconds: String(seconds) };
      return sendProblem(reply, 'sign_in_too_soon', { values, retryAfterSeconds: seconds });
    },
  );
}

function demoSignInRoute(app: App, context: ServerContext): void {
  app.post(
    '/v1/session/demo',
    {
      config: { access: PUBLIC, demoOnly: true, rateLimit: perAddress(SIGN_INS_A_MINUTE) },
      schema: {
        operationId: 'signInToDemo',
        summary:
          'Sign in with the secret of the demo link; in demo mode and from this machine only',
        tags: ['session'],
        body: demoSignInSchema,
        response: {
          200: sessionSchema,
          ...problems(...WRITE_REFUSALS, 'too_many_requests', 'demo_link_invalid'),
        },
      },
    },
    async (request, reply) => {
      const { demo, database, utility } = context;
      const isLocal = isLoopbackHost(request.ip.replace(/^::ffff:/, ''));
      if (demo === null || !isLocal || !isSameText(request.body.link_secret, demo.linkSecret)) {
        return sendProblem(reply, 'demo_link_invalid');
      }
      const userId = request.body.as === 'checker' ? demo.checkerId : demo.userId;
      const found = await findUser(database, utility.utilityId, { userId });
      if (found === null) return sendProblem(reply, 'demo_link_invalid');
      return await signInAsDemo(context, request, reply, userId);
    },
  );
}

function demoSwitchRoute(app: App, context: ServerContext): void {
  app.post(
    '/v1/session/demo/switch',
    {
      config: { access: PERSON, demoOnly: true, rateLimit: perAddress(SIGN_INS_A_MINUTE) },
      schema: {
        operationId: 'switchDemoPerson',
        summary: 'Go on as the other person of the demo; for its two people only',
        tags: ['session'],
        security: SECURITY_USER,
        body: demoSwitchSchema,
        response: { 200: sessionSchema, ...problems(...WRITE_REFUSALS, 'too_many_requests') },
      },
    },
    async (request, reply) => {
      const { demo } = context;
      if (demo === null || userOf(request).roleRule !== 'demo') {
        return sendProblem(reply, 'not_allowed');
      }
      const userId = request.body.as === 'checker' ? demo.checkerId : demo.userId;
      return await signInAsDemo(context, request, reply, userId);
    },
  );
}

/** The demo's people have no factor but this machine. */
async function signInAsDemo(
  context: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
  userId: UserId,
): Promise<z.infer<typeof sessionSchema>> {
  const { database, utility, sessionLimits: limits } = context;
  const session = { userId, isStrong: true, now: context.clock(), limits };
  const secret = await openSession(database, utility.utilityId, session);
  await giveNewSession(context, request, reply, secret);
  return await sessionJsonOf(context, secret);
}

function presentSessionRoutes(app: App, context: ServerContext): void {
  app.get(
    '/v1/session',
    {
      config: { access: PERSON_HALFWAY },
      schema: {
        operationId: 'readSession',
        summary: 'Who is signed in',
        tags: ['session'],
        security: SECURITY_USER,
        response: { 200: sessionSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request);
      return principal.kind === 'user'
        ? sessionJson(context, principal.session)
        : sendProblem(reply, 'not_allowed');
    },
  );
  app.delete(
    '/v1/session',
    {
      config: { access: PERSON_HALFWAY },
      schema: {
        operationId: 'signOut',
        summary: 'Sign out',
        tags: ['session'],
        security: SECURITY_USER,
        response: { 204: NO_CONTENT, ...problems(...WRITE_REFUSALS) },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request);
      if (principal.kind !== 'user') return sendProblem(reply, 'not_allowed');
      await closeSession(context.database, context.utility.utilityId, principal.sessionSecret);
      takeCookieBack(context, reply);
      return reply.code(204).send(null);
    },
  );
}

function passwordRoute(app: App, context: ServerContext): void {
  app.post(
    '/v1/session/password',
    {
      config: { access: PERSON, rateLimit: perAddress(SIGN_INS_A_MINUTE) },
      schema: {
        operationId: 'changePassword',
        summary: "Change one's own password; all other sessions end",
        tags: ['session'],
        security: SECURITY_USER,
        body: passwordChangeSchema,
        response: {
          204: NO_CONTENT,
          ...problems(
            ...WRITE_REFUSALS,
            'too_many_requests',
            'sign_in_too_soon',
            'password_too_short',
            'password_too_long',
            'current_password_wrong',
          ),
        },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request);
      if (principal.kind !== 'user') return sendProblem(reply, 'not_allowed');
      const { user, sessionSecret } = principal;
      const { throttle } = context;
      // Whoever found an open session must not be able to guess the password through it.
      const attempt = {
        signInName: user.signInName,
        address: request.ip,
        now: context.clock(),
      };
      const seconds = Math.ceil(throttle.waitFor(attempt) / 1000);
      if (seconds > 0) {
        const values = { seconds: String(seconds) };
        return sendProblem(reply, 'sign_in_too_soon', { values, retryAfterSeconds: seconds });
      }
      const fault = newPasswordFault(request.body.new_password);
      if (fault !== null) return sendProblem(reply, fault);
      // Counted before the password is looked at, so that many tries at once are all counted.
      throttle.failed(attempt);
      const desk = { ...context, utilityId: context.utility.utilityId };
      const change = {
        userId: user.userId,
        sessionSecret,
        currentPassword: request.body.current_password,
        newPassword: request.body.new_password,
        address: request.ip,
      };
      const answer = await changePassword(desk, change, context.clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      throttle.succeeded(attempt);
      return reply.code(204).send(null);
    },
  );
}

function isSameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

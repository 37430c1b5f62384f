/** The cookie that holds a session's secret, which no script can read and no other site can send. */
import { closeSession } from '@wattvend/vending/sessions.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSecureSite, sessionCookieName } from './access.ts';
import type { ServerContext } from './context.ts';

const COOKIE = { path: '/', httpOnly: true, sameSite: 'strict' } as const;

/** Gives a new session's cookie; the session the browser had before is over. */
export async function giveNewSession(
  context: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
  secret: string,
): Promise<void> {
  const before = request.cookies[sessionCookieName(context)];
  if (before !== undefined && before !== '') {
    await closeSession(context.database, context.utility.utilityId, before);
  }
  giveSecret(context, reply, secret);
}

/** Gives the secret under which a session goes on. */
export function giveSecret(context: ServerContext, reply: FastifyReply, secret: string): void {
  const secure = isSecureSite(context);
  void reply.setCookie(sessionCookieName(context), secret, { ...COOKIE, secure });
}

export function takeCookieBack(context: ServerContext, reply: FastifyReply): void {
  void reply.clearCookie(sessionCookieName(context), { ...COOKIE, secure: isSecureSite(context) });
}

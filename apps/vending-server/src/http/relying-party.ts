/** Which site a passkey is for. Browsers keep passkeys for names, never for addresses. */
import type { RelyingParty } from '@wattvend/vending/passkeys.js';
import type { FastifyRequest } from 'fastify';
import type { ServerContext } from './context.ts';

const LOCALHOST = /^localhost(:\d{1,5})?$/;

/** Null where browsers offer no passkeys: on a bare address, or over http from elsewhere. */
export function relyingPartyOf(
  { site, utility }: Pick<ServerContext, 'site' | 'utility'>,
  request: FastifyRequest,
): RelyingParty | null {
  const { name } = utility;
  const host = (request.headers.host ?? '').toLowerCase();
  const { publicUrl } = site;
  if (publicUrl?.protocol === 'https:' && host === publicUrl.host) {
    return { id: publicUrl.hostname, origin: publicUrl.origin, name };
  }
  return LOCALHOST.test(host) ? { id: 'localhost', origin: `http://${host}`, name } : null;
}

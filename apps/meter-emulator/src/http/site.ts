/**
 * Whom the emulator answers. It has no users: whoever reaches it may use its meters. So it must not be
 * reached through a browser by pages of others, which can send requests to this machine, and can give
 * their own name this machine's address.
 */
import type { IncomingMessage } from 'node:http';

export interface Site {
  /** Pages that may use the meters beside the emulator's own address. */
  readonly allowedOrigins: readonly string[];
}

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether the request names this machine: by a loopback name, or the address it came in by. */
export function isOwnHost({
  headers,
  socket,
}: Pick<IncomingMessage, 'headers' | 'socket'>): boolean {
  const name = headers.host?.toLowerCase().replace(/:\d{1,5}$/, '');
  if (name === undefined) return false;
  if (LOOPBACK_NAMES.has(name)) return true;
  const address = socket.localAddress?.replace(/^::ffff:/, '');
  return address !== undefined && (name === address || name === `[${address}]`);
}

/** Programs send no origin; pages do, and it must be ours or one that was allowed. */
export function isAllowedOrigin(
  site: Site,
  { headers }: Pick<IncomingMessage, 'headers'>,
): boolean {
  const { host, origin } = headers;
  if (origin === undefined) return true;
  if (site.allowedOrigins.includes(origin)) return true;
  return origin === `http://${host?.toLowerCase() ?? ''}`;
}

/** Which names the server goes by, and which pages are its own. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Site } from './context.ts';

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether an address to listen on can be reached from this machine only. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * Whether the request was meant for this server. A page of another site can make its own name point
 * to 127.0.0.1 and then read what is served there, but the name stays in the request.
 */
export function isOwnHost(site: Site, host: string | undefined): boolean {
  if (!site.isLoopback) return true;
  if (host === undefined) return false;
  if (site.publicUrl !== null && host.toLowerCase() === site.publicUrl.host) return true;
  const name = host.toLowerCase().replace(/:\d{1,5}$/, '');
  return LOOPBACK_NAMES.has(name);
}

/** Whether the page that sent the request is ours. Programs send no origin and are no pages. */
export function isOwnOrigin(site: Site, headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (origin === site.publicUrl?.origin) return true;
  // By its public name this server is reached in one way only: another scheme is another site.
  if (site.publicUrl !== null && host?.toLowerCase() === site.publicUrl.host) return false;
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}

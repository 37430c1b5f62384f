/** What browsers are told not to do with our pages and answers. */
import type { FastifyHelmetOptions } from '@fastify/helmet';
import { isSecureSite } from './access.ts';
import type { ServerContext } from './context.ts';

const YEAR_SECONDS = 31_536_000;

/** The one other server the pages may talk to, when the operator named one: asked, and live. */
function emulatorSources({ meterEmulator }: Pick<ServerContext, 'meterEmulator'>): string[] {
  return meterEmulator === null ? [] : [meterEmulator.origin, `ws://${meterEmulator.host}`];
}

export function securityHeaders(
  context: Pick<ServerContext, 'meterEmulator' | 'site'>,
): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        // The console's component library sets styles by itself.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'connect-src': ["'self'", ...emulatorSources(context)],
        'font-src': ["'self'"],
        'manifest-src': ["'self'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    // Only a site that is served over https can promise to stay so.
    hsts: isSecureSite(context) ? { maxAge: YEAR_SECONDS, includeSubDomains: true } : false,
  };
}

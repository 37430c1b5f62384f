/** What browsers are told not to do with our pages and answers. */
import type { FastifyHelmetOptions } from '@fastify/helmet';
import { isSecureSite } from './access.ts';
import type { ServerContext } from './context.ts';

const YEAR_SECONDS = 31_536_000;

export function securityHeaders(context: Pick<ServerContext, 'site'>): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        // The console's component library sets styles by itself.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
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

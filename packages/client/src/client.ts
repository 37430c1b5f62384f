/**
 * A typed client of the wattvend API, for Node and browsers. Paths, bodies and answers have the
 * types of the server's own OpenAPI document: `client.GET('/v1/meters/{meter_number}', …)`.
 */
import createFetchClient, { type Client } from 'openapi-fetch';
import type { paths } from './generated.ts';

export type WattvendClient = Client<paths>;

export interface ClientOptions {
  /** Where the server is reached, such as https://vend.example.org. */
  readonly baseUrl: string;
  /** The secret of a machine client, which begins with wv_. Left out in pages of the server itself. */
  readonly apiKey?: string;
  /** How long one answer may take; the server gives up before. Default 20 000. */
  readonly timeoutMs?: number;
  /** Default the platform's own. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

const TIMEOUT_MS = 20_000;

/**
 * Opens a client; nothing is sent yet. Throws RangeError for an address that is none, and for a
 * secret that would travel in clear: http is for this very machine only.
 */
export function createClient(options: ClientOptions): WattvendClient {
  const { apiKey, timeoutMs = TIMEOUT_MS, fetch: send = (request) => fetch(request) } = options;
  if (apiKey !== undefined) refuseClearText(options.baseUrl);
  const client = createFetchClient<paths>({
    baseUrl: options.baseUrl,
    fetch: (request) => send(new Request(request, { signal: AbortSignal.timeout(timeoutMs) })),
  });
  if (apiKey !== undefined) {
    client.use({
      onRequest({ request }) {
        request.headers.set('authorization', `Bearer ${apiKey}`);
        return request;
      },
    });
  }
  return client;
}

const THIS_MACHINE = /^(localhost|127(\.\d+){3}|\[::1\])$/;

function refuseClearText(baseUrl: string): void {
  if (!URL.canParse(baseUrl)) throw new RangeError(`${baseUrl} is no address of a server`);
  const { protocol, hostname } = new URL(baseUrl);
  if (protocol === 'https:' || (protocol === 'http:' && THIS_MACHINE.test(hostname))) return;
  throw new RangeError('an API key is only sent by https, or to this very machine');
}

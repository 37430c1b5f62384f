/** Listens, and says in words why not. */
import type { App } from '../http/server.ts';
import type { StartOptions } from './options.ts';
import { StartFault } from './start-fault.ts';

/** Gives the address as one types it. */
export async function listen(
  app: App,
  options: Pick<StartOptions, 'host' | 'port'>,
): Promise<string> {
  const { host, port } = options;
  try {
    await app.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new StartFault(
      code === 'EADDRINUSE'
        ? `Port ${port} is in use. Stop what uses it, or choose another one with --port.`
        : `It is not possible to listen on ${host}, port ${port} (${code}).`,
      { cause: error },
    );
  }
  const address = app.server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
}

/** Finds a port to listen on. */
import type { App } from '../http/context.ts';
import type { StartOptions } from './options.ts';
import { StartFault } from './start-fault.ts';

const PORTS_TRIED = 50;

/** Listens and gives the port. A port that was asked for is taken or refused; else the next free. */
export async function listen(
  app: App,
  options: Pick<StartOptions, 'host' | 'port' | 'isPortGiven'>,
): Promise<number> {
  const { host, port, isPortGiven } = options;
  const last = isPortGiven ? port : Math.min(65_535, port + PORTS_TRIED);
  for (let tried = port; tried <= last; tried += 1) {
    try {
      await app.listen({ host, port: tried });
      const address = app.server.address();
      return typeof address === 'object' && address !== null ? address.port : tried;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (code === 'EADDRINUSE') continue;
      throw new StartFault(`It is not possible to listen on ${host}, port ${tried} (${code}).`, {
        cause: error,
      });
    }
  }
  throw new StartFault(
    isPortGiven
      ? `Port ${port} is in use. Stop what uses it, or choose another one with --port.`
      : `The ports ${port} to ${last} are all in use. Choose another one with --port.`,
  );
}

/**
 * A connection that breaks at the worst moment: a Unix socket in front of the server that watches
 * for COMMIT and cuts the connection before or after the server has received it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConnectionSettings } from '@wattvend/database/database.js';

export type Cut = 'never' | 'before-commit-arrives' | 'after-commit-arrived';

export interface LossyProxy {
  readonly connection: ConnectionSettings;
  /** What happens to the next COMMIT; it goes back to `never` once it has happened. */
  cut: Cut;
  cuts: number;
  close(): Promise<void>;
}

export async function openLossyProxy(target: ConnectionSettings): Promise<LossyProxy> {
  const folder = await mkdtemp(join(tmpdir(), 'lossy-'));
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = createConnection(`${target.host}/.s.PGSQL.${target.port}`);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    let isDeaf = false;
    upstream.on('data', (bytes) => {
      if (!isDeaf) client.write(bytes);
      // The server has answered, so it has committed; the answer goes nowhere.
      else client.destroy();
    });
    client.on('data', (bytes) => {
      const { cut } = proxy;
      if (cut === 'never' || !bytes.includes('commit\0')) return upstream.write(bytes);
      proxy.cut = 'never';
      proxy.cuts++;
      if (cut === 'before-commit-arrives') return client.destroy();
      isDeaf = true;
      return upstream.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(join(folder, '.s.PGSQL.5432'), resolve));
  const proxy: LossyProxy = {
    connection: { ...target, host: folder, port: 5432 },
    cut: 'never',
    cuts: 0,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
  return proxy;
}

/** The whole server as users start it, and its database, for benchmarks. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ConnectionSettings } from '@wattvend/database/database.js';

// This file runs from bench/dist.
const MAIN = fileURLToPath(new URL('../../apps/vending-server/dist/main.js', import.meta.url));
const FLAGS = (process.env['WATTVEND_BENCH_NODE'] ?? '').split(' ').filter((flag) => flag !== '');

export interface RunningServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** A demo on a folder of its own. WATTVEND_BENCH_NODE may hand flags to it, such as --cpu-prof. */
export function startServer(data: string): Promise<RunningServer> {
  const child = spawn(
    process.execPath,
    [...FLAGS, MAIN, '--demo', '--data', data, '--port', '0', '--no-open'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (text: Buffer) => {
      if (output.length < 100_000) output += text.toString();
      const port = /Address +http:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1];
      if (port !== undefined) resolve({ port: Number(port), stop });
    });
    void ended.then(() => reject(new Error(`the server did not start:\n${output}`)));
  });
}

export function connectionOf(data: string): ConnectionSettings {
  return {
    host: join(data, 'postgres/socket'),
    port: 5432,
    user: 'wattvend',
    database: 'wattvend',
    password: readFileSync(join(data, 'postgres/password'), 'utf8').trim(),
  };
}

/** PostgreSQL's own benchmark program, as the peer on the same server. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ConnectionSettings } from '@wattvend/database/database.js';

export const PGBENCH_SCALE = 50;

/**
 * Makes its tables; answers a function that measures the transactions per second of its built-in
 * TPC-B-like script. Null where the program is not installed.
 */
export function preparePgbench(
  connection: ConnectionSettings,
  clients: number,
): ((milliseconds: number) => number) | null {
  const program = findPgbench();
  if (program === null) return null;
  const call = (args: readonly string[]): string => {
    const common = ['-h', connection.host, '-p', String(connection.port), '-U', connection.user];
    const result = spawnSync(program, [...common, ...args, 'postgres'], {
      env: { ...process.env, PGPASSWORD: connection.password },
      encoding: 'utf8',
    });
    if (result.status !== 0) throw new Error(`pgbench failed: ${result.stderr}`);
    return result.stdout;
  };
  call(['-i', '-q', '-s', String(PGBENCH_SCALE)]);
  return (milliseconds) => {
    const seconds = String(Math.ceil(milliseconds / 1000));
    const output = call(['-c', String(clients), '-j', '4', '-T', seconds]);
    return Number(/tps = ([\d.]+)/.exec(output)?.[1]);
  };
}

function findPgbench(): string | null {
  const places = '/usr/lib/postgresql';
  const versions = existsSync(places) ? readdirSync(places).sort().reverse() : [];
  const candidates = [
    ...versions.map((version) => join(places, version, 'bin', 'pgbench')),
    ...(process.env['PATH'] ?? '').split(':').map((folder) => join(folder, 'pgbench')),
  ];
  return candidates.find((path) => existsSync(path)) ?? null;
}

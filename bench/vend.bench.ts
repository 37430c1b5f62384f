/**
 * Durable vends per second over HTTP, against PostgreSQL's own benchmark program on the same server
 * with the same number of clients. A vend is two durable transactions, a signed and journalled issue
 * and an HTTP request; a transaction of pgbench (its built-in TPC-B-like script) is three updates, a
 * select and an insert in one.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type ConnectionSettings,
  type Database,
  openDatabase,
} from '@wattvend/database/database.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { instant } from '@wattvend/quantities/time.js';
import { type Drn, makeDrn, meterPanFromDrn } from '@wattvend/sts/meter-pan.js';
import { type ApiKeyId, createApiKey } from '@wattvend/vending/api-keys.js';
import { depositFloat } from '@wattvend/vending/deposits.js';
import type { UserId } from '@wattvend/vending/users.js';
import { listUtilities, type Utility } from '@wattvend/vending/utility.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import { listVendors } from '@wattvend/vending/vendors.js';
import { quantile, runHttpLoad } from './http-load.ts';
import type { Measurement } from './measurement.ts';

const CLIENTS = 64;
const METERS = 20_000;
const ROUNDS = 3;
const ROUND_MS = 8_000;
const WARM_UP_MS = 5_000;
const PGBENCH_SCALE = 50;

// This file runs from bench/dist.
const MAIN = fileURLToPath(new URL('../../apps/vending-server/dist/main.js', import.meta.url));

export async function run(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wattvend-bench-'));
  // As root the database runs as another user, who has to pass through.
  chmodSync(folder, 0o711);
  const server = await startServer(join(folder, 'data'));
  try {
    const connection = connectionOf(join(folder, 'data'));
    const database = openDatabase({
      connection,
      maximumConnections: 2,
      applicationName: 'benchmark',
    });
    const pgbench = preparePgbench(connection);
    const shop = await prepareShop(database);
    const rates = await measure(server.port, shop, database, pgbench);
    await database.close();
    return rates;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

interface Shop {
  readonly secret: string;
  readonly meterNumbers: readonly Drn[];
}

async function measure(
  port: number,
  shop: Shop,
  database: Database,
  pgbench: (() => number) | null,
): Promise<readonly Measurement[]> {
  await sellFor(port, shop, WARM_UP_MS);
  // pgbench does the same for its tables when it makes them.
  await database.query({ name: '', text: 'vacuum analyze', timeoutMs: 60_000 });
  const sold: number[] = [];
  const peer: number[] = [];
  let latencies: readonly number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const load = await sellFor(port, shop, ROUND_MS);
    sold.push(load.rate);
    latencies = load.latencies;
    if (pgbench !== null) peer.push(pgbench());
    console.log(
      `  round ${round + 1}: ${Math.round(load.rate)} vends/s, pgbench ${Math.round(peer.at(-1) ?? 0)} tps`,
    );
  }
  const vends = median(sold);
  const tps = peer.length === 0 ? null : median(peer);
  return [
    {
      name: `durable vends over HTTP, ${CLIENTS} clients, one vendor`,
      value: Math.round(vends),
      unit: '1/s',
      comparedWith:
        tps === null
          ? 'nothing: pgbench is not installed (Debian: postgresql-15)'
          : `pgbench TPC-B-like, scale ${PGBENCH_SCALE}, ${CLIENTS} clients, same server: ${Math.round(tps)}/s`,
      ratio: tps === null ? null : vends / tps,
    },
    {
      name: `a vend over HTTP, ${CLIENTS} clients, median`,
      value: Number(quantile(latencies, 0.5).toFixed(2)),
      unit: 'ms',
      comparedWith: `its 99th percentile: ${quantile(latencies, 0.99).toFixed(2)} ms`,
      ratio: quantile(latencies, 0.5) / quantile(latencies, 0.99),
    },
  ];
}

async function sellFor(
  port: number,
  shop: Shop,
  durationMs: number,
): Promise<{ readonly rate: number; readonly latencies: readonly number[] }> {
  const result = await runHttpLoad({
    port,
    connections: CLIENTS,
    durationMs,
    nextRequest: () => vendRequest(port, shop),
  });
  const sold = result.statuses.get(201) ?? 0;
  const asked = [...result.statuses.values()].reduce((sum, count) => sum + count, 0);
  if (sold < asked) {
    throw new Error(`not every vend was sold: ${JSON.stringify([...result.statuses])}`);
  }
  return { rate: sold / result.seconds, latencies: result.latencies };
}

function vendRequest(port: number, shop: Shop): string {
  const meterNumber = shop.meterNumbers[Math.floor(Math.random() * shop.meterNumbers.length)];
  const body = `{"meter_number":"${meterNumber}","tendered_minor":"5000"}`;
  return (
    `PUT /v1/vends/${timeOrderedId()} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n` +
    `Authorization: Bearer ${shop.secret}\r\nContent-Type: application/json\r\n` +
    `Content-Length: ${body.length}\r\n\r\n${body}`
  );
}

/** A version 7 UUID, as the guide recommends to clients: new ids lie close together in the index. */
function timeOrderedId(): string {
  const hex = Date.now().toString(16).padStart(12, '0') + randomBytes(10).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Meters enough that none is sold to more often than its token identifiers allow in a minute. */
async function prepareShop(database: Database): Promise<Shop> {
  const [utility] = await listUtilities(database);
  if (utility === undefined) throw new Error('the demo has no utility');
  const [vendor] = await listVendors(database, utility.utilityId, null);
  if (vendor === undefined) throw new Error('the demo has no vendor');
  const now = instant(Date.now());
  await depositFloat(
    database,
    utility,
    {
      depositId: timeOrderedId(),
      vendorId: vendor.vendorId,
      money: minorUnits(10n ** 14n),
      reference: 'benchmark',
      depositedBy: 'benchmark',
    },
    now,
  );
  const secret = await makeApiKey(database, utility, vendor.vendorId);
  return { secret, meterNumbers: await enrolMeters(database, utility) };
}

async function makeApiKey(
  database: Database,
  utility: Utility,
  vendorId: VendorId,
): Promise<string> {
  const key = { apiKeyId: timeOrderedId() as ApiKeyId, name: 'benchmark', vendorId };
  const now = instant(Date.now());
  const author = { userId: timeOrderedId() as UserId, address: null };
  const made = await createApiKey(database, utility.utilityId, key, author, now);
  if (made.kind === 'refused') throw new Error(`no API key: ${made.refusal}`);
  return made.secret;
}

async function enrolMeters(database: Database, utility: Utility): Promise<readonly Drn[]> {
  const meterNumbers = Array.from({ length: METERS }, (_, index) =>
    makeDrn('77', String(10_000_000 + index)),
  );
  const ids = meterNumbers.map(() => timeOrderedId());
  const insert = (text: string, values: readonly unknown[]) =>
    database.query({ name: '', text, timeoutMs: 60_000 }, values);
  const enrolled = [utility.utilityId, ids, meterNumbers, meterNumbers.map(meterPanFromDrn)];
  await insert(
    `with m as (
       select * from unnest($2::uuid[], $3::text[], $4::text[]) as m (id, drn, pan)
     ),
     place as (
       insert into service_point (utility_id, service_point_id, code, address, created_at_ms)
       select $1::uuid, id, drn, 'Benchmark Road', 0 from m
     ),
     supply as (
       insert into agreement (utility_id, agreement_id, account_number, service_point_id, tariff_id,
         began_at_ms)
       select $1::uuid, id, drn, id, (select tariff_id from tariff where utility_id = $1::uuid limit 1),
         0
       from m
     )
     insert into meter (utility_id, meter_id, drn, meter_pan, status, service_point_id, key_epoch)
     select $1::uuid, id, drn, pan, 'active', id, 1 from m`,
    enrolled,
  );
  // Half under DKGA02 with EA07, half under DKGA04 with EA11, as a utility in transition has them.
  await insert(
    `insert into meter_key (utility_id, meter_id, key_epoch, supply_group_code, tariff_index,
       key_revision_number, encryption_algorithm)
     select $1::uuid, m.id, 1, k.supply_group_code, '01', k.key_revision_number,
       case k.dkga when '02' then '07' else '11' end
     from unnest($2::uuid[]) with ordinality as m (id, position)
     join vending_key k on k.utility_id = $1::uuid
       and k.dkga = case when m.position % 2 = 0 then '02' else '04' end`,
    [utility.utilityId, ids],
  );
  return meterNumbers;
}

/** Makes pgbench's tables; answers a function that measures its transactions per second. */
function preparePgbench(connection: ConnectionSettings): (() => number) | null {
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
  return () => {
    const seconds = String(ROUND_MS / 1000);
    const output = call(['-c', String(CLIENTS), '-j', '4', '-T', seconds]);
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

function connectionOf(data: string): ConnectionSettings {
  return {
    host: join(data, 'postgres/socket'),
    port: 5432,
    user: 'wattvend',
    database: 'wattvend',
    password: readFileSync(join(data, 'postgres/password'), 'utf8').trim(),
  };
}

interface RunningServer {
  readonly port: number;
  stop(): Promise<void>;
}

function startServer(data: string): Promise<RunningServer> {
  const child = spawn(
    process.execPath,
    [MAIN, '--demo', '--data', data, '--port', '0', '--no-open'],
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

/**
 * Whether size slows a vend down: the same load on a utility with ten thousand meters and no past,
 * and on one with millions of both, in one run. `npm run bench -- large` takes a hundredth of a
 * nation; `npm run bench -- large-nation` takes ten million meters and twenty million vends, some
 * 30 GB of disk and the better part of an hour.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
import { makeDrn } from '@wattvend/sts/meter-pan.js';
import { type ApiKeyId, createApiKey } from '@wattvend/vending/api-keys.js';
import { depositFloat } from '@wattvend/vending/deposits.js';
import type { UserId } from '@wattvend/vending/users.js';
import { listUtilities, type Utility } from '@wattvend/vending/utility.js';
import { listVendors, type Vendor } from '@wattvend/vending/vendors.js';
import { BULK_MANUFACTURER, BULK_SERIAL_FIRST, makeBulkPast } from './bulk-past.ts';
import { quantile, runHttpLoad } from './http-load.ts';
import type { Measurement } from './measurement.ts';

interface Size {
  readonly meters: number;
  readonly vends: number;
}

const SMALL: Size = { meters: 10_000, vends: 0 };
const NATION: Size = { meters: 10_000_000, vends: 20_000_000 };
const SHARE_OF_ORDINARY_RUN = 100;

const CLIENTS = 64;
const ROUNDS = 5;
const ROUND_MS = 6_000;
const WARM_UP_MS = 6_000;
const TELL_EVERY_MS = 2_000;
const FLOAT_MINOR = 10n ** 14n;

// This file runs from bench/dist.
const MAIN = fileURLToPath(new URL('../../apps/vending-server/dist/main.js', import.meta.url));

/** A hundredth of a nation. */
export function run(): Promise<readonly Measurement[]> {
  return compare({
    meters: NATION.meters / SHARE_OF_ORDINARY_RUN,
    vends: NATION.vends / SHARE_OF_ORDINARY_RUN,
  });
}

/** The whole of it, to be run once for a release; the figures are written to the screen. */
export async function runNation(): Promise<void> {
  for (const { name, value, unit, comparedWith, ratio } of await compare(NATION)) {
    console.log(`${name}: ${value} ${unit}, × ${ratio?.toFixed(3)} of ${comparedWith}`);
  }
}

/** Both servers run side by side and are asked in turns, so that the machine is the same for both. */
async function compare(size: Size): Promise<readonly Measurement[]> {
  const small = await openShop(SMALL);
  const large = await openShop(size);
  try {
    await sellFor(small, WARM_UP_MS);
    await sellFor(large, WARM_UP_MS);
    const rates: { small: number[]; large: number[] } = { small: [], large: [] };
    let slowest = 0;
    for (let round = 0; round < ROUNDS; round++) {
      rates.small.push((await sellFor(small, ROUND_MS)).rate);
      const load = await sellFor(large, ROUND_MS);
      rates.large.push(load.rate);
      slowest = quantile(load.latencies, 0.99);
      console.log(
        `  round ${round + 1}: ${Math.round(rates.small.at(-1) ?? 0)} vends/s small, ` +
          `${Math.round(load.rate)} large, p99 ${slowest.toFixed(1)} ms`,
      );
    }
    const [smallRate, largeRate] = [median(rates.small), median(rates.large)];
    return [
      {
        name: `durable vends with ${size.meters} meters and ${size.vends} past vends`,
        value: Math.round(largeRate),
        unit: '1/s',
        comparedWith: `${SMALL.meters} meters and no past: ${Math.round(smallRate)}/s`,
        ratio: largeRate / smallRate,
      },
    ];
  } finally {
    await small.close();
    await large.close();
  }
}

interface Shop {
  readonly port: number;
  readonly secret: string;
  readonly meters: number;
  close(): Promise<void>;
}

async function openShop(size: Size): Promise<Shop> {
  const folder = mkdtempSync(join(tmpdir(), 'wattvend-bench-'));
  // As root the database runs as another user, who has to pass through.
  chmodSync(folder, 0o711);
  const server = await startServer(join(folder, 'data'));
  const close = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const connection = connectionOf(join(folder, 'data'));
    const database = openDatabase({
      connection,
      maximumConnections: 2,
      applicationName: 'benchmark',
    });
    const { utility, vendor } = await firstVendor(database);
    const secret = await openTill(database, utility, vendor);
    const { vendorId } = vendor;
    await makeBulkPast({ connection, utility, vendorId, ...size, onProgress: teller() });
    await tellSpace(database, size);
    await database.close();
    return { port: server.port, secret, meters: size.meters, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function teller(): (made: string, done: number, of: number) => void {
  const startedAt = Date.now();
  let toldAt = 0;
  return (made, done, of) => {
    const now = Date.now();
    if (now - toldAt < TELL_EVERY_MS && done < of) return;
    toldAt = now;
    const share = Math.floor((done / of) * 100);
    console.log(
      `  ${made}: ${done} of ${of}, ${share} %, ${Math.round((now - startedAt) / 1000)} s`,
    );
  };
}

async function tellSpace(database: Database, { vends }: Size): Promise<void> {
  const { rows } = await database.query<{ readonly all: bigint; readonly vends: bigint }>({
    name: '',
    text: `select pg_database_size(current_database()) as all,
      (select sum(pg_total_relation_size(c.oid))::bigint from pg_class c
        where c.relkind = 'r' and c.relname ~ '^(vend|token|entry)(_[0-9]+|_request|_payment)?$')
        as vends`,
    timeoutMs: 600_000,
  });
  const [row] = rows;
  if (row === undefined) return;
  const each = vends === 0 ? '' : `, ${Math.round(Number(row.vends) / vends)} octets a vend`;
  console.log(`  the database takes ${(Number(row.all) / 2 ** 30).toFixed(1)} GiB${each}`);
}

async function firstVendor(
  database: Database,
): Promise<{ readonly utility: Utility; readonly vendor: Vendor }> {
  const [utility] = await listUtilities(database);
  if (utility === undefined) throw new Error('the demo has no utility');
  const [vendor] = await listVendors(database, utility.utilityId, null);
  if (vendor === undefined) throw new Error('the demo has no vendor');
  return { utility, vendor };
}

async function openTill(database: Database, utility: Utility, vendor: Vendor): Promise<string> {
  const now = instant(Date.now());
  const { vendorId } = vendor;
  const deposit = {
    ...{ depositId: timeOrderedId(), vendorId, money: minorUnits(FLOAT_MINOR) },
    ...{ reference: 'benchmark', depositedBy: 'benchmark' },
  };
  await depositFloat(database, utility, deposit, now);
  const key = { apiKeyId: timeOrderedId() as ApiKeyId, name: 'benchmark', vendorId };
  const author = { userId: timeOrderedId() as UserId, address: null };
  const made = await createApiKey(database, utility.utilityId, key, author, now);
  if (made.kind === 'refused') throw new Error(`no API key: ${made.refusal}`);
  return made.secret;
}

async function sellFor(
  shop: Shop,
  durationMs: number,
): Promise<{ readonly rate: number; readonly latencies: readonly number[] }> {
  const { port } = shop;
  const result = await runHttpLoad({
    ...{ port, connections: CLIENTS, durationMs, nextRequest: () => vendRequest(shop) },
  });
  const sold = result.statuses.get(201) ?? 0;
  // With few meters some are asked for more often than their identifiers allow.
  const asked = [...result.statuses].filter(([status]) => status !== 409);
  if (asked.some(([status]) => status !== 201)) {
    throw new Error(`not every vend was sold: ${JSON.stringify(asked)}`);
  }
  return { rate: sold / result.seconds, latencies: result.latencies };
}

function vendRequest({ port, secret, meters }: Shop): string {
  const serial = BULK_SERIAL_FIRST + Math.floor(Math.random() * meters);
  const meterNumber = makeDrn(BULK_MANUFACTURER, String(serial));
  const body = `{"meter_number":"${meterNumber}","tendered_minor":"5000"}`;
  return (
    `PUT /v1/vends/${timeOrderedId()} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n` +
    `Authorization: Bearer ${secret}\r\nContent-Type: application/json\r\n` +
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

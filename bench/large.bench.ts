/**
 * Whether size slows a vend down: the same load on a utility with ten thousand meters and no past,
 * and on one with millions of both, in one run. `npm run bench -- large` takes a hundredth of a
 * nation; `npm run bench -- large-nation` takes ten million meters and twenty million vends, some
 * 55 GB of disk and the better part of an hour. With a folder in WATTVEND_BENCH_DATA both data sets
 * stay there and are sold to again the next time.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@wattvend/database/database.js';
import { makeDrn } from '@wattvend/sts/meter-pan.js';
import { BULK_MANUFACTURER, BULK_SERIAL_FIRST, makeBulkPast } from './bulk-past.ts';
import { quantile, runHttpLoad } from './http-load.ts';
import { type Measurement, median } from './measurement.ts';
import { connectionOf, startServer } from './vend-server.ts';
import { openBenchmarkVendor, saleRequest } from './vend-shop.ts';

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

interface LargeShop {
  readonly port: number;
  readonly secret: string;
  readonly meters: number;
  close(): Promise<void>;
}

const KEPT = process.env['WATTVEND_BENCH_DATA'];

function folderFor({ meters }: Size): string {
  if (KEPT === undefined) return mkdtempSync(join(tmpdir(), 'wattvend-bench-'));
  const folder = join(KEPT, String(meters));
  mkdirSync(folder, { recursive: true });
  return folder;
}

async function openShop(size: Size): Promise<LargeShop> {
  const folder = folderFor(size);
  // As root the database runs as another user, who has to pass through.
  chmodSync(folder, 0o711);
  const server = await startServer(join(folder, 'data'));
  const close = async (): Promise<void> => {
    await server.stop();
    if (KEPT !== undefined) return;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const connection = connectionOf(join(folder, 'data'));
    const database = openDatabase({
      connection,
      maximumConnections: 2,
      applicationName: 'benchmark',
      statementTimeoutMs: 3_600_000,
    });
    const made = join(folder, 'made');
    if (!existsSync(made)) {
      const { utility, vendorId, secret } = await openBenchmarkVendor(database);
      await makeBulkPast({ connection, utility, vendorId, ...size, onProgress: teller() });
      writeFileSync(made, secret, { mode: 0o600 });
    }
    const secret = readFileSync(made, 'utf8');
    await tellSpace(database, size);
    await warmUp(database);
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

/** Tables and indexes in which a sale finds its meter, key, customer, place and tariff. */
const LOOKED_UP = [
  ...['meter', 'meter_utility_id_drn_key', 'meter_pkey', 'meter_key', 'meter_key_pkey'],
  ...['agreement', 'agreement_in_force', 'agreement_pkey', 'customer', 'customer_pkey'],
  ...['service_point', 'service_point_pkey'],
];

/**
 * Reads what a sale looks up, so that it is in the machine's memory as after some days of selling. A
 * database just made has its disk's last writes there instead.
 */
async function warmUp(database: Database): Promise<void> {
  const run = (text: string) => database.query({ name: '', text, timeoutMs: 3_600_000 });
  await run('create extension if not exists pg_prewarm');
  await run(`select pg_prewarm(c.oid, 'read') from pg_class c
    where c.relname in (${LOOKED_UP.map((name) => `'${name}'`).join(', ')})`);
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

async function sellFor(
  shop: LargeShop,
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

function vendRequest({ port, secret, meters }: LargeShop): string {
  const serial = BULK_SERIAL_FIRST + Math.floor(Math.random() * meters);
  return saleRequest(port, secret, makeDrn(BULK_MANUFACTURER, String(serial)));
}

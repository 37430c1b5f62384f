/**
 * Durable vends over HTTP, against PostgreSQL's own benchmark program on the same server with the
 * same number of clients, in turns. A vend is a request with a key, a tariff with steps and VAT, two
 * durable transactions with a ledger entry, and a signed and journalled issue; a transaction of
 * pgbench (its built-in TPC-B-like script) is three updates, a select and an insert.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@wattvend/database/database.js';
import { quantile, runHttpLoad } from './http-load.ts';
import { type Measurement, median } from './measurement.ts';
import { runPacedLoad } from './paced-load.ts';
import { PGBENCH_SCALE, preparePgbench } from './pgbench.ts';
import { octetsOfVend, rowsNow } from './vend-octets.ts';
import { connectionOf, startServer } from './vend-server.ts';
import { prepareShop, type Shop, vendRequest } from './vend-shop.ts';

const CLIENTS = 64;
const ROUNDS = Number(process.env['WATTVEND_BENCH_ROUNDS'] ?? 3);
const ROUND_MS = Number(process.env['WATTVEND_BENCH_ROUND_MS'] ?? 8_000);
const WARM_UP_MS = 5_000;
const OVERLOAD = 3;
const OVERLOAD_CONNECTIONS = 1_024;
const P99_MS = 250;
const OCTETS_AIM = 1_200;
const RECOVERY_MOST_MS = 60_000;

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
    const pgbench = preparePgbench(connection, CLIENTS);
    const shop = await prepareShop(database);
    const rates = await measure({ port: server.port, shop, database, pgbench });
    await database.close();
    return rates;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

interface Bench {
  readonly port: number;
  readonly shop: Shop;
  readonly database: Database;
  readonly pgbench: ReturnType<typeof preparePgbench>;
}

interface Rounds {
  /** Vends a second from many vendors, and from one. */
  readonly spread: number;
  readonly hot: number;
  /** Transactions a second; null where pgbench is not installed. */
  readonly peer: number | null;
  readonly latencies: readonly number[];
}

async function measure(bench: Bench): Promise<readonly Measurement[]> {
  const { database } = bench;
  await sellFor(bench, 'all', WARM_UP_MS);
  // pgbench does the same for its tables when it makes them.
  await database.query({ name: '', text: 'vacuum analyze', timeoutMs: 60_000 });
  const before = await rowsNow(database);
  const rounds = await playRounds(bench);
  const octets = await octetsOfVend(database, before);
  const ofDisk: Measurement = {
    ...{ name: 'a vend in the database, indexes included', value: octets, unit: 'octets' },
    ...{ comparedWith: `the aim: ${OCTETS_AIM}`, ratio: octets / OCTETS_AIM },
  };
  return [...ofRounds(rounds), ofDisk, ...(await paced(bench, rounds.spread))];
}

/** In turns, so that a machine that slows down slows all of them down. */
async function playRounds(bench: Bench): Promise<Rounds> {
  const spread: number[] = [];
  const hot: number[] = [];
  const peer: number[] = [];
  let latencies: readonly number[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const load = await sellFor(bench, 'all', ROUND_MS);
    spread.push(load.rate);
    latencies = load.latencies;
    hot.push((await sellFor(bench, 'one', ROUND_MS)).rate);
    if (bench.pgbench !== null) peer.push(bench.pgbench(ROUND_MS));
    const [vends, ofOne, tps] = [spread, hot, peer].map((rates) => Math.round(rates.at(-1) ?? 0));
    console.log(`  round ${round}: ${vends} vends/s, one vendor ${ofOne}, pgbench ${tps} tps`);
  }
  return {
    ...{ spread: median(spread), hot: median(hot), latencies },
    peer: peer.length === 0 ? null : median(peer),
  };
}

function ofRounds({ spread, hot, peer, latencies }: Rounds): readonly Measurement[] {
  return [
    {
      name: `durable vends over HTTP, ${CLIENTS} clients`,
      value: Math.round(spread),
      unit: '1/s',
      comparedWith:
        peer === null
          ? 'nothing: pgbench is not installed (Debian: postgresql-15)'
          : `pgbench TPC-B-like, scale ${PGBENCH_SCALE}, ${CLIENTS} clients, same server: ${Math.round(peer)}/s`,
      ratio: peer === null ? null : spread / peer,
    },
    {
      name: 'the same from one vendor',
      value: Math.round(hot),
      unit: '1/s',
      comparedWith: `16 vendors: ${Math.round(spread)}/s`,
      ratio: hot / spread,
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

/** What customers meet who do not wait for one another: at half of the rate, and far above it. */
async function paced(bench: Bench, rate: number): Promise<readonly Measurement[]> {
  const half = await pace(bench, rate / 2, ROUND_MS, CLIENTS * 4);
  const p99 = quantile(half.latencies, 0.99);
  const over = await pace(bench, rate * OVERLOAD, ROUND_MS, OVERLOAD_CONNECTIONS);
  // The first moment is not overload yet.
  const from = ROUND_MS / 4;
  const sold = over.soldAt.filter((at) => at >= from && at < ROUND_MS).length;
  const goodPut = (sold / (ROUND_MS - from)) * 1000;
  const recovered = await recovery(bench, rate);
  return [
    {
      ...{ name: 'a vend at half of the rate, 99th percentile', value: Number(p99.toFixed(2)) },
      ...{ unit: 'ms', comparedWith: `the limit: ${P99_MS} ms`, ratio: p99 / P99_MS },
    },
    {
      name: `vends while ${OVERLOAD} times the rate is asked for, with retries`,
      value: Math.round(goodPut),
      unit: '1/s',
      comparedWith: `the rate: ${Math.round(rate)}/s (${over.retries} retries, ${over.givenUp} given up)`,
      ratio: goodPut / rate,
    },
    {
      name: `seconds after that until the 99th percentile at half of the rate is below ${P99_MS} ms`,
      value: recovered / 1000,
      unit: 's',
      comparedWith: `the limit: ${RECOVERY_MOST_MS / 1000} s`,
      ratio: recovered / RECOVERY_MOST_MS,
    },
  ];
}

async function recovery(bench: Bench, rate: number): Promise<number> {
  const start = performance.now();
  for (;;) {
    const { latencies } = await pace(bench, rate / 2, 2_000, CLIENTS * 4);
    const passed = performance.now() - start;
    if (quantile(latencies, 0.99) < P99_MS || passed > RECOVERY_MOST_MS) return passed;
  }
}

async function pace(
  { port, shop }: Bench,
  perSecond: number,
  durationMs: number,
  connections: number,
): ReturnType<typeof runPacedLoad> {
  const nextRequest = () => vendRequest(port, shop, 'all');
  return await runPacedLoad({ port, perSecond, durationMs, connections, nextRequest });
}

async function sellFor(
  { port, shop }: Bench,
  vendors: 'one' | 'all',
  durationMs: number,
): Promise<{ readonly rate: number; readonly latencies: readonly number[] }> {
  const result = await runHttpLoad({
    port,
    connections: CLIENTS,
    durationMs,
    nextRequest: () => vendRequest(port, shop, vendors),
  });
  const sold = result.statuses.get(201) ?? 0;
  const asked = [...result.statuses.values()].reduce((sum, count) => sum + count, 0);
  if (sold < asked) {
    throw new Error(`not every vend was sold: ${JSON.stringify([...result.statuses])}`);
  }
  return { rate: sold / result.seconds, latencies: result.latencies };
}

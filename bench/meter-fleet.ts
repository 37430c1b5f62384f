/**
 * A million meters in one process: the memory of the process that holds them, and how long it takes
 * until each has taken a token. Making meters and tokens is not measured.
 */
import { Worker } from 'node:worker_threads';

const METERS = 1_000_000;
const THREADS = 4;
// Twice what a quarter of the meters takes. With more, a thread collects later, and the process is as
// large as what it has not collected yet.
const HEAP_MEBIOCTETS = 560;

export interface FleetShare {
  readonly encryptionAlgorithm: '07' | '11';
  readonly firstSerial: number;
  readonly meters: number;
}

export type FleetOrder = 'take';
export type FleetAnswer = 'made' | 'taken';

export interface FleetFigures {
  readonly meters: number;
  readonly threads: number;
  readonly secondsForATokenEach: number;
  /** The greatest resident set of the whole process while tokens were taken. */
  readonly octets: number;
}

export async function measureFleet(
  encryptionAlgorithm: FleetShare['encryptionAlgorithm'],
): Promise<FleetFigures> {
  const perThread = METERS / THREADS;
  const workers = Array.from({ length: THREADS }, (_, thread) => {
    const workerData: FleetShare = {
      encryptionAlgorithm,
      firstSerial: thread * perThread,
      meters: perThread,
    };
    return new Worker(new URL('meter-fleet-worker.js', import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEBIOCTETS },
    });
  });
  try {
    await Promise.all(workers.map((worker) => answered(worker, 'made')));
    let octets = process.memoryUsage().rss;
    const sampling = setInterval(() => {
      octets = Math.max(octets, process.memoryUsage().rss);
    }, 50);
    const start = performance.now();
    await Promise.all(
      workers.map((worker) => {
        const done = answered(worker, 'taken');
        worker.postMessage('take' satisfies FleetOrder);
        return done;
      }),
    );
    const secondsForATokenEach = (performance.now() - start) / 1000;
    clearInterval(sampling);
    octets = Math.max(octets, process.memoryUsage().rss);
    return { meters: METERS, threads: THREADS, secondsForATokenEach, octets };
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function answered(worker: Worker, expected: FleetAnswer): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: unknown): void => reject(error);
    worker.once('error', failed);
    worker.once('message', (answer: FleetAnswer) => {
      worker.off('error', failed);
      if (answer === expected) resolve();
      else reject(new Error(`a thread answered ${answer} instead of ${expected}`));
    });
  });
}

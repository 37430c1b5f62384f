/**
 * The benchmarks, one after the other; the results go to the screen and, when all of them ran, to
 * bench/results.json.
 */
import { writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import type { LaunchOptions } from 'playwright-core';
import { run as runLarge, runNation } from './large.bench.ts';
import type { Measurement } from './measurement.ts';
import { run as runMeter } from './meter.bench.ts';
import { runRandomTokens } from './meter-random-tokens.ts';
import { run as runModule } from './module.bench.ts';
import { run as runSts } from './sts.bench.ts';
import { run as runVend } from './vend.bench.ts';

const RESULTS = new URL('../results.json', import.meta.url);

const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memory_gib: Math.round(totalmem() / 2 ** 30),
  system: `${type()} ${release()}`,
  node: process.version,
};

/** What a benchmark cannot find by itself. */
export interface BenchContext {
  /** tools/chromium.ts */
  readonly findChromium: () => Promise<LaunchOptions>;
}

const BENCHES: Readonly<
  Record<string, (context: BenchContext) => Promise<readonly Measurement[]>>
> = { sts: runSts, meter: runMeter, module: runModule, vend: runVend, large: runLarge };

// Too long for every run, and with an answer of their own; the arguments are theirs.
const JOBS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  'random-tokens': runRandomTokens,
  'large-nation': runNation,
};

/** Runs the benchmarks of these names, all of them if there are none; or one job. */
export async function runBenches(names: readonly string[], context: BenchContext): Promise<void> {
  const [first = '', ...args] = names;
  if (Object.hasOwn(JOBS, first)) return JOBS[first]?.(args);
  const unknown = names.find((name) => !Object.hasOwn(BENCHES, name));
  if (unknown !== undefined) {
    throw new Error(
      `there is no benchmark ${unknown}; there are ${Object.keys(BENCHES).join(', ')}`,
    );
  }
  const results: (Measurement & { readonly machine: typeof machine })[] = [];
  for (const [name, run] of Object.entries(BENCHES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`${name} …`);
    for (const measurement of await run(context)) {
      const value = Number(measurement.value.toPrecision(5));
      results.push({ ...measurement, value, machine });
      const ratio = measurement.ratio === null ? '' : `  × ${measurement.ratio.toFixed(2)}`;
      console.log(`  ${measurement.name}: ${value} ${measurement.unit}${ratio}`);
      console.log(`    against ${measurement.comparedWith}`);
    }
  }
  if (names.length > 0) {
    console.log('bench/results.json stays as it is: it takes all benchmarks together.');
    return;
  }
  const rows = results.map(({ comparedWith, ...rest }) => ({
    ...rest,
    compared_with: comparedWith,
  }));
  writeFileSync(RESULTS, `${JSON.stringify(rows, null, 2)}\n`);
  console.log('Written to bench/results.json');
}

/** All benchmarks, one after the other; the results go to bench/results.json and to the screen. */
import { writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import type { Measurement } from './measurement.ts';
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

const benches = [
  ['sts', runSts],
  ['vend', runVend],
] as const;

const results: (Measurement & { readonly machine: typeof machine })[] = [];
for (const [name, run] of benches) {
  console.log(`${name} …`);
  for (const measurement of await run()) {
    const value = Number(measurement.value.toPrecision(5));
    results.push({ ...measurement, value, machine });
    const ratio = measurement.ratio === null ? '' : `  × ${measurement.ratio.toFixed(2)}`;
    console.log(`  ${measurement.name}: ${value} ${measurement.unit}${ratio}`);
    console.log(`    against ${measurement.comparedWith}`);
  }
}
const rows = results.map(({ comparedWith, ...rest }) => ({ ...rest, compared_with: comparedWith }));
writeFileSync(RESULTS, `${JSON.stringify(rows, null, 2)}\n`);
console.log('Written to bench/results.json');

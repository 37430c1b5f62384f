/**
 * The yardstick: the ciphers of tokens in plain C (yardstick/*.c), compiled when the benchmark runs
 * and believed only after it has given every known answer in vectors/.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RUN_SECONDS, type Run } from './measurement.ts';

/** sta has ready results like the library; sta-by-bits does what the clause says, bit by bit. */
export type YardstickMethod = 'sta' | 'sta-by-bits' | 'misty1';
export type Direction = 'encrypt' | 'decrypt';

export interface Yardstick {
  /** Measures blocks per second, each the output of the one before. */
  run(method: YardstickMethod, direction: Direction): Run;
  remove(): void;
}

// This file runs from bench/dist.
const SOURCES = ['sta.c', 'misty1.c', 'yardstick.c'].map((name) =>
  fileURLToPath(new URL(`../yardstick/${name}`, import.meta.url)),
);
const VECTORS = new URL('../../vectors/', import.meta.url);
const BLOCK = '0123456789abcdef';
const KEYS = { sta: 'fedcba9876543210', misty1: '00112233445566778899aabbccddeeff' } as const;
const CHAIN = 100_000;

/** Null, with the reason on the screen, where there is no C compiler. */
export function compileYardstick(): Yardstick | null {
  const folder = mkdtempSync(join(tmpdir(), 'wattvend-yardstick-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const program = join(folder, 'yardstick');
  const compiler = process.env['CC'] ?? 'cc';
  const compiled = spawnSync(compiler, ['-O2', '-std=c99', '-o', program, ...SOURCES], {
    encoding: 'utf8',
  });
  if (compiled.status !== 0) {
    remove();
    const reason = compiled.error?.message ?? compiled.stderr;
    console.log(`  The yardstick in C is left out, ${compiler} did not compile it: ${reason}`);
    return null;
  }
  try {
    prove(program);
  } catch (error) {
    remove();
    throw error;
  }
  return { run: (method, direction) => measuring(program, method, direction), remove };
}

interface BlockCase {
  readonly id: number;
  readonly result: 'valid' | 'invalid';
  readonly tables?: string;
  readonly key: string;
  readonly block: string;
  readonly times?: number;
  readonly encrypted: string;
}

function prove(program: string): void {
  const proofs = [
    { method: 'sta', file: 'sta-block.json' },
    { method: 'sta-by-bits', file: 'sta-block.json' },
    { method: 'misty1', file: 'misty1-block.json' },
  ] as const;
  for (const { method, file } of proofs) {
    const { cases } = JSON.parse(readFileSync(new URL(file, VECTORS), 'utf8')) as {
      readonly cases: readonly BlockCase[];
    };
    const valid = cases.filter(({ result }) => result === 'valid');
    if (valid.length === 0) throw new Error(`${file} proves nothing`);
    for (const { id, tables = 'operational', key, block, times = 1, encrypted } of valid) {
      const answers = [
        call(program, method, 'encrypt', [tables, key, block, String(times)]).block,
        call(program, method, 'decrypt', [tables, key, encrypted, String(times)]).block,
      ];
      if (answers[0] !== encrypted || answers[1] !== block) {
        throw new Error(`the yardstick's ${method} is wrong about case ${id} of ${file}`);
      }
    }
  }
}

function measuring(program: string, method: YardstickMethod, direction: Direction): Run {
  const key = method === 'misty1' ? KEYS.misty1 : KEYS.sta;
  const blocksPerSecond = (times: number): number =>
    times / call(program, method, direction, ['operational', key, BLOCK, String(times)]).seconds;
  const times = Math.ceil(blocksPerSecond(CHAIN) * RUN_SECONDS);
  return () => blocksPerSecond(times);
}

function call(
  program: string,
  method: YardstickMethod,
  direction: Direction,
  rest: readonly string[],
): { readonly block: string; readonly seconds: number } {
  const { status, stdout } = spawnSync(program, [method, direction, ...rest], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the yardstick ended with ${status}: ${method} ${direction}`);
  const [block = '', seconds] = stdout.trim().split(' ');
  return { block, seconds: Number(seconds) };
}

/** The real program, as a shell starts it; dist is built before the tests run. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

export const LAUNCHER = fileURLToPath(new URL('../bin/wattvend.js', import.meta.url));

export const folder = mkdtempSync(join(tmpdir(), 'wattvend-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

export interface ProgramEnd {
  readonly status: number | string | null;
  readonly stderr: string;
  readonly stdout: string;
}

/** Runs it to its end. Several may run at once, and the tests that use it say so. */
export function wattvend(
  args: readonly string[],
  input: string | Uint8Array = '',
  environment: Readonly<Record<string, string>> = {},
): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    const options = { maxBuffer: 2 ** 26, env: { ...process.env, ...environment } };
    const program = execFile(
      process.execPath,
      [LAUNCHER, ...args],
      options,
      (error, stdout, stderr) => {
        resolve({ status: error === null ? 0 : (error.code ?? null), stderr, stdout });
      },
    );
    // A program that needs no input may be gone before it is written.
    program.stdin?.on('error', () => undefined);
    program.stdin?.end(input);
  });
}

export function fileWith(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** How the commands of a subject end when they cannot do what was asked. */
import { printable } from './text-layout.ts';

export const EXIT_REFUSED = 1;
export const EXIT_UNUSABLE = 2;

export const HELP_HINT = '(add --help for the commands and options there are)';

/** What was given cannot be used; the text says what and why, and holds no secret. */
export class UnusableInput extends Error {}

/** Does what a command does; input that cannot be used is one line and a status, not a stack. */
export async function reportingUnusable(command: () => Promise<void> | void): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    process.stderr.write(`wattvend: ${printable(error.message)}\n`);
    process.exitCode = EXIT_UNUSABLE;
  }
}

/** Does something with a file; what the system says against it is about the file that was given. */
export async function withFile<Result>(
  file: string,
  act: () => Promise<Result> | Result,
): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new UnusableInput(`cannot use ${file}: ${error.message}`, { cause: error });
  }
}

export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

/** A whole number as it is typed, between two bounds, both included. */
export function wholeNumberOf(
  option: string,
  typed: string,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const number = /^\d{1,16}$/.test(typed) ? Number(typed) : Number.NaN;
  if (!(number >= least && number <= most)) {
    throw new UnusableInput(`${option} is a whole number from ${least} to ${most}, got "${typed}"`);
  }
  return number;
}

/** A time as it is typed, in milliseconds since 1970. */
export function timeOf(option: string, typed: string): number {
  // Local time without an offset would mean another instant on another machine.
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/;
  const at = form.test(typed) ? Date.parse(typed) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  throw new UnusableInput(`${option} is a time such as 2026-05-01T08:00Z, got "${typed}"`);
}

/**
 * What a process that holds keys does before it holds them: no debugger, no core dump with memory
 * in it, nothing printed when it fails but a code.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import inspector from 'node:inspector';
import { errorCode } from './journal.ts';

/** The exit status after an unexpected failure (EX_SOFTWARE of sysexits.h). */
const EXIT_UNEXPECTED = 70;

/** Whether someone asked for a debugger, in the command line, the environment or by signal. */
export function isInspectorAsked(o: {
  readonly execArgv: readonly string[];
  readonly nodeOptions: string;
}): boolean {
  const asked = /--(inspect|debug|cpu-prof|heap-prof|heapsnapshot|report)/;
  return (
    inspector.url() !== undefined ||
    o.execArgv.some((argument) => asked.test(argument)) ||
    asked.test(o.nodeOptions)
  );
}

/**
 * Tells the system to leave all memory of this process out of a core dump. The filter also holds
 * where the system pipes dumps to a program and the usual size limit says nothing. False where it
 * cannot be set, which is everywhere but on Linux.
 */
export function keepMemoryOutOfCoreDumps(): boolean {
  try {
    writeFileSync('/proc/self/coredump_filter', '0');
    return Number.parseInt(readFileSync('/proc/self/coredump_filter', 'utf8'), 16) === 0;
  } catch {
    return false;
  }
}

/**
 * Prepares the process. `print` writes one event; of an error nothing leaves but its code, because
 * messages and stacks are made by others and may carry anything.
 */
export function prepareProcess(print: (event: string, code: string) => void): void {
  process.title = 'wattvend-security-module';
  // All files are their owner's only, from the moment they exist.
  process.umask(0o077);
  const end = (error: unknown): void => {
    print('crashed', errorCode(error));
    process.exit(EXIT_UNEXPECTED);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
  // Node would start its debugger on this signal; a listener of our own takes its place.
  process.on('SIGUSR1', () => undefined);
  // A terminal sends these to all its processes. The parent decides, by closing the pipe.
  process.on('SIGINT', () => undefined);
  process.on('SIGHUP', () => undefined);
}

/**
 * The server's log file, bounded. The server writes to the file itself, so that it does not depend
 * on this process being alive or quick; when the file grows too large it is copied aside and cut.
 */
import { copyFileSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';

const LOG_MAX_BYTES = 10 * 1024 * 1024;
const CHECK_EVERY_MS = 60_000;
const TAIL_LINES = 12;

export interface ServerLog {
  /** Opened for appending, for the server's output. The caller closes it. */
  readonly descriptor: number;
  /** The last lines since this start, for an error message. */
  readonly tail: () => string;
  readonly close: () => void;
}

/** Opens the log and keeps it below twice ten megabytes: the file and one older copy. */
export function openServerLog(path: string): ServerLog {
  const descriptor = openSync(path, 'a', 0o600);
  rotate(path);
  const start = statSync(path).size;
  const timer = setInterval(() => rotate(path), CHECK_EVERY_MS);
  timer.unref();
  return {
    descriptor,
    tail: () =>
      readFileSync(path)
        .subarray(start)
        .toString('utf8')
        .trim()
        .split('\n')
        .slice(-TAIL_LINES)
        .join('\n'),
    close: () => clearInterval(timer),
  };
}

function rotate(path: string): void {
  try {
    if (statSync(path).size < LOG_MAX_BYTES) return;
    copyFileSync(path, `${path}.1`);
    // The server appends, so it goes on at the new end; a few lines between the two may be lost.
    truncateSync(path, 0);
  } catch {
    // A log that cannot be cut, for example on a full disk, must not stop the database.
  }
}

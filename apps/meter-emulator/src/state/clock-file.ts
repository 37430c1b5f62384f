/**
 * The street's clock over a restart. What stands in the file is a time the clock has not reached yet:
 * whoever is killed begins there again, a few seconds of street time later than it stopped and never
 * earlier. A program that ends by itself writes the time exactly.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Instant, instant } from '@wattvend/quantities/time.js';

export interface StoredClock {
  readonly at: Instant;
  /** How far the clock of a meter is ahead of the street's, for those that were set. */
  readonly offsets: Readonly<Record<string, number>>;
}

export type ParsedClock =
  | { readonly kind: 'clock'; readonly clock: StoredClock }
  | { readonly kind: 'none' }
  | { readonly kind: 'fault' };

export function readClockFile(folder: string): ParsedClock {
  const path = clockFile(folder);
  if (!existsSync(path)) return { kind: 'none' };
  try {
    const stored: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (!isObject(stored)) return { kind: 'fault' };
    const { clock_ms: at, offsets_ms: offsets } = stored;
    if (!Number.isSafeInteger(at) || !isObject(offsets)) return { kind: 'fault' };
    if (!Object.values(offsets).every((each) => Number.isSafeInteger(each))) {
      return { kind: 'fault' };
    }
    const clock = { at: instant(at as number), offsets: offsets as StoredClock['offsets'] };
    return { kind: 'clock', clock };
  } catch {
    return { kind: 'fault' };
  }
}

/**
 * Replaces the file whole. Once a second it need not reach the disk at once: killing the program does
 * not lose what the system has. Where it must outlive the machine it does.
 */
export function writeClockFile(
  folder: string,
  clock: StoredClock,
  { isForced }: { readonly isForced: boolean },
): void {
  const path = clockFile(folder);
  const draft = `${path}.new`;
  const file = openSync(draft, 'w', 0o600);
  try {
    // All of it or an error: a disk that is nearly full takes a part.
    writeFileSync(file, `${JSON.stringify({ clock_ms: clock.at, offsets_ms: clock.offsets })}\n`);
    if (isForced) fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  if (isForced) syncFolder(dirname(path));
}

/** A new name in a folder is kept by the folder. */
export function syncFolder(folder: string): void {
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function clockFile(folder: string): string {
  return join(folder, 'clock.json');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

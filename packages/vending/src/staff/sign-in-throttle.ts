/**
 * How guessing passwords is made slow. After a few failures the next try must wait, and each
 * further failure doubles the wait up to a limit: for the address the tries come from, and for the
 * name that is tried. Nobody can lock a user out by failing under that user's name, because the
 * wait of a name is short and does not count for an address from which that user has signed in.
 *
 * It is told the time. Its memory is bounded; when it is full the oldest entry is forgotten.
 */
import type { Instant, Milliseconds } from '@wattvend/quantities/time.js';
import { milliseconds } from '@wattvend/quantities/time.js';

const FAILURES_FREE = 5;
const WAIT_FIRST_MS = 1000;
/** The longest wait of an address. */
export const ADDRESS_WAIT_MAX_MS = 60_000;
/** The longest wait of a name; short, since others can bring it about. */
export const NAME_WAIT_MAX_MS = 15_000;
// Failures older than this are forgotten.
const MEMORY_MS = 30 * 60_000;
const ENTRIES_MAX = 10_000;

export interface SignInAttempt {
  readonly signInName: string;
  readonly address: string;
  readonly now: Instant;
}

export interface SignInThrottle {
  /** How long this try must still wait; 0 when it may be made. */
  waitFor(attempt: SignInAttempt): Milliseconds;
  /** Called before the password is looked at, so that many tries at once are all counted. */
  failed(attempt: SignInAttempt): void;
  /** Takes back what `failed` counted for this try. */
  succeeded(attempt: SignInAttempt): void;
}

interface Failures {
  count: number;
  last: Instant;
}

export function createSignInThrottle(): SignInThrottle {
  const byAddress = new Map<string, Failures>();
  const byName = new Map<string, Failures>();
  const trusted = new Map<string, true>();

  const pair = ({ signInName, address }: SignInAttempt): string => `${address} ${signInName}`;

  return {
    waitFor(attempt) {
      const { now, address, signInName } = attempt;
      const ofAddress = remaining(byAddress.get(address), now, ADDRESS_WAIT_MAX_MS);
      const ofName = trusted.has(pair(attempt))
        ? 0
        : remaining(byName.get(signInName), now, NAME_WAIT_MAX_MS);
      return milliseconds(Math.max(ofAddress, ofName));
    },
    failed(attempt) {
      count(byAddress, attempt.address, attempt.now);
      if (!trusted.has(pair(attempt))) count(byName, attempt.signInName, attempt.now);
    },
    succeeded(attempt) {
      // The address loses only this try: otherwise one's own account would wipe the failures under
      // others' names.
      const ofAddress = byAddress.get(attempt.address);
      if (ofAddress !== undefined) ofAddress.count = Math.max(0, ofAddress.count - 1);
      byName.delete(attempt.signInName);
      put(trusted, pair(attempt), true);
    },
  };
}

function remaining(failures: Failures | undefined, now: Instant, waitMax: number): number {
  if (failures === undefined || isForgotten(failures, now)) return 0;
  if (failures.count < FAILURES_FREE) return 0;
  const wait = Math.min(waitMax, WAIT_FIRST_MS * 2 ** (failures.count - FAILURES_FREE));
  // A clock set back must not make the wait longer than it is.
  return Math.min(wait, Math.max(0, failures.last + wait - now));
}

function count(entries: Map<string, Failures>, name: string, now: Instant): void {
  const before = entries.get(name);
  const start = before === undefined || isForgotten(before, now) ? 0 : before.count;
  put(entries, name, { count: start + 1, last: now });
}

function isForgotten(failures: Failures, now: Instant): boolean {
  return now - failures.last > MEMORY_MS;
}

/** A Map keeps the order in which keys came, so the first is the oldest. */
function put<Value>(entries: Map<string, Value>, name: string, value: Value): void {
  entries.delete(name);
  entries.set(name, value);
  if (entries.size <= ENTRIES_MAX) return;
  for (const oldest of entries.keys()) {
    entries.delete(oldest);
    return;
  }
}

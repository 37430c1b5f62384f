/**
 * The event log: what happened to a meter, numbered without a gap. Entries travel with the memory
 * write of what they tell, so that neither exists without the other; the memory itself keeps only
 * their number and a chain over all of them, so that an entry that is missing or altered is found.
 * Nothing erases the log. Its store keeps at least LOG_CAPACITY entries of each book, the latest; that
 * older ones were is seen from the numbers.
 */
import type { Instant } from '@wattvend/quantities/time.js';
import { crc32Hex } from './storage/checksum.ts';

/**
 * The security book holds what an inspector asks for and the supply book what a help desk asks for: an
 * attacker who makes the power fail a thousand times does not wash out what came before.
 */
export type LogBook = 'security' | 'supply';

export const LOG_CAPACITY: Readonly<Record<LogBook, number>> = { security: 200, supply: 100 };

export type LogCode =
  | 'meter-made'
  | 'commissioned'
  | 'decommissioned'
  | 'token-accepted'
  | 'locked-out'
  | 'key-changed'
  | 'credit-cleared'
  | 'limit-set'
  | 'tamper-began'
  | 'tamper-ended'
  | 'tamper-cleared'
  | 'switch-welded'
  | 'switch-opened'
  | 'switch-closed'
  | 'overload-trip'
  | 'overload-held'
  | 'credit-low'
  | 'credit-exhausted'
  | 'emergency-selected'
  | 'power-failed'
  | 'power-returned'
  | 'clock-set'
  | 'remote-disconnect'
  | 'remote-reconnect'
  | 'settings-changed'
  | 'tariff-changed'
  | 'prices-changed'
  | 'charge-set'
  | 'charge-collected'
  | 'demand-reset'
  | 'upgrade-started'
  | 'upgrade-verified'
  | 'upgrade-refused'
  | 'upgrade-activated'
  | 'upgrade-confirmed'
  | 'upgrade-fell-back'
  | 'memory-recovered';

/** The events a log tells, and the book each stands in. */
export const LOG_CODES: Readonly<Record<LogCode, LogBook>> = {
  'meter-made': 'security',
  commissioned: 'security',
  decommissioned: 'security',
  'token-accepted': 'supply',
  'locked-out': 'security',
  'key-changed': 'security',
  'credit-cleared': 'security',
  'limit-set': 'security',
  'tamper-began': 'security',
  'tamper-ended': 'security',
  'tamper-cleared': 'security',
  'switch-welded': 'security',
  'switch-opened': 'supply',
  'switch-closed': 'supply',
  'overload-trip': 'supply',
  'overload-held': 'supply',
  'credit-low': 'supply',
  'credit-exhausted': 'supply',
  'emergency-selected': 'supply',
  'power-failed': 'supply',
  'power-returned': 'supply',
  'clock-set': 'security',
  'remote-disconnect': 'security',
  'remote-reconnect': 'security',
  'settings-changed': 'security',
  'tariff-changed': 'security',
  'prices-changed': 'supply',
  'charge-set': 'security',
  'charge-collected': 'supply',
  'demand-reset': 'supply',
  'upgrade-started': 'security',
  'upgrade-verified': 'security',
  'upgrade-refused': 'security',
  'upgrade-activated': 'security',
  'upgrade-confirmed': 'security',
  'upgrade-fell-back': 'security',
  'memory-recovered': 'security',
};

export interface LogEntry {
  /** Counts all entries of a meter from 1, both books together. */
  readonly number: number;
  readonly at: Instant;
  readonly code: LogCode;
  /** At most 32 printable ASCII characters: an input, a cause, a version. */
  readonly detail: string;
}

/** What an engine says happened; the write that carries it gives number and time. */
export interface LoggedEvent {
  readonly code: LogCode;
  readonly detail?: string;
}

/** What the memory keeps of its log. */
export interface LogState {
  readonly count: number;
  /** CRC-32 over all entries so far, each with the chain before it; eight hex digits. */
  readonly chain: string;
}

export const LOG_EMPTY: LogState = { count: 0, chain: '00000000' };

/** Numbers and chains some events. */
export function logEvents(
  before: LogState,
  at: Instant,
  events: readonly LoggedEvent[],
): { readonly log: LogState; readonly logged: readonly LogEntry[] } {
  let { chain, count } = before;
  const logged = events.map(({ code, detail = '' }): LogEntry => {
    count += 1;
    const entry: LogEntry = { number: count, at, code, detail };
    chain = chainAfter(chain, entry);
    return entry;
  });
  return { log: { count, chain }, logged };
}

/** The chain over one more entry, with which a reader of the log proves that it is whole. */
export function chainAfter(chain: string, entry: LogEntry): string {
  return crc32Hex(`${chain} ${entry.number} ${entry.at} ${entry.code} ${entry.detail}`);
}

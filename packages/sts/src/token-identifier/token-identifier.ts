/**
 * TokenIdentifier: the minute at which a token was made, counted from the base date of its key in
 * UTC (IEC 62055-41, 6.3.5). A meter remembers the identifiers it took and refuses them the second
 * time, so per meter they must rise strictly.
 */
import type { Quantity } from '@wattvend/quantities/quantity.js';
import { type Instant, instant, MILLISECONDS_PER_MINUTE } from '@wattvend/quantities/time.js';
import { StsRefusalError } from '../refusal.ts';
import { type BaseDate, baseDateRow } from './base-date.ts';

export type { BaseDate };

/** 0 to 16 777 215. */
export type TokenIdentifier = Quantity<number, 'minutes since base date'>;

/** The field has 24 bits, about 31.9 years. */
export const TOKEN_IDENTIFIER_MAX: number = 2 ** 24 - 1;

const MINUTES_PER_DAY = 1440;

// 00:01 of each day belongs to special tokens, of which a meter shall take one a day at most
// (IEC 62055-41, 6.3.5.2).
const RESERVED_MINUTE = 1;

/**
 * Throws StsRefusalError (token-identifier) outside 24 bits: an identifier that wrapped would be taken
 * for an old one.
 */
export function tokenIdentifier(value: number): TokenIdentifier {
  if (!Number.isInteger(value) || value < 0 || value > TOKEN_IDENTIFIER_MAX) {
    throw new StsRefusalError('token-identifier', `Got ${value}.`);
  }
  return value as TokenIdentifier;
}

export type TokenIdentifierAt =
  | { readonly kind: 'token-identifier'; readonly tokenIdentifier: TokenIdentifier }
  | BaseDateFault;

/** A minute that the base date cannot count, and those it can: the start of each minute, in UTC. */
export interface BaseDateFault {
  readonly kind: 'fault';
  readonly fault: 'before-base-date' | 'after-base-date-range';
  readonly firstMinute: Instant;
  readonly lastMinute: Instant;
}

function tokenIdentifierOrFault(minute: number, baseDate: BaseDate): TokenIdentifierAt {
  if (minute < 0) return baseDateFault('before-base-date', baseDate);
  if (minute > TOKEN_IDENTIFIER_MAX) return baseDateFault('after-base-date-range', baseDate);
  return { kind: 'token-identifier', tokenIdentifier: tokenIdentifier(minute) };
}

function baseDateFault(fault: BaseDateFault['fault'], baseDate: BaseDate): BaseDateFault {
  const { firstMinute, lastMinute } = baseDateRow(baseDate);
  return { kind: 'fault', fault, firstMinute, lastMinute };
}

function minuteOf(now: Instant, baseDate: BaseDate): number {
  return Math.floor((now - baseDateRow(baseDate).firstMinute) / MILLISECONDS_PER_MINUTE);
}

/** The plain minute of an instant, seconds dropped; the reserved minute is not moved. */
export function tokenIdentifierAt(now: Instant, baseDate: BaseDate): TokenIdentifierAt {
  return tokenIdentifierOrFault(minuteOf(now, baseDate), baseDate);
}

/**
 * The identifier of the next ordinary token for one meter: the minute it is, or the minute after
 * the last one given to that meter when that is later, and never the reserved minute. A clock set
 * back therefore never lowers it. `last` is null for a meter that has had no token.
 */
export function nextTokenIdentifier(
  now: Instant,
  last: TokenIdentifier | null,
  baseDate: BaseDate,
): TokenIdentifierAt {
  const minute = minuteOf(now, baseDate);
  if (minute < 0) return baseDateFault('before-base-date', baseDate);
  const earliest = last === null ? minute : Math.max(minute, last + 1);
  return tokenIdentifierOrFault(
    earliest % MINUTES_PER_DAY === RESERVED_MINUTE ? earliest + 1 : earliest,
    baseDate,
  );
}

/** The identifier of every special token of a day: its reserved minute, whatever the time. */
export function specialTokenIdentifier(day: Instant, baseDate: BaseDate): TokenIdentifierAt {
  const minute = minuteOf(day, baseDate);
  return tokenIdentifierOrFault(minute - positiveRemainder(minute) + RESERVED_MINUTE, baseDate);
}

// Before the base date minutes are negative, and % would then leave a negative remainder.
function positiveRemainder(minute: number): number {
  return ((minute % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
}

/** Whether the identifier is that of a special token. */
export function isReservedTokenIdentifier(identifier: TokenIdentifier): boolean {
  return identifier % MINUTES_PER_DAY === RESERVED_MINUTE;
}

/** Throws StsRefusalError (reserved-minute) for 00:01, which an ordinary token never has. */
export function assertOrdinaryTokenIdentifier(identifier: TokenIdentifier): void {
  if (isReservedTokenIdentifier(identifier)) {
    throw new StsRefusalError('reserved-minute', `Got ${identifier}.`);
  }
}

/** Throws StsRefusalError (not-reserved-minute) for any minute but 00:01 of a day. */
export function assertSpecialTokenIdentifier(identifier: TokenIdentifier): void {
  if (!isReservedTokenIdentifier(identifier)) {
    throw new StsRefusalError('not-reserved-minute', `Got ${identifier}.`);
  }
}

/**
 * Throws StsRefusalError (token-identifier-not-rising) unless `next` is greater than the last one
 * given to the same meter under the same base date. `last` is null for a meter that has had none, and
 * again after a change of base date, for that empties the store of the meter.
 */
export function assertTokenIdentifierRises(
  last: TokenIdentifier | null,
  next: TokenIdentifier,
): void {
  if (last !== null && next <= last) {
    throw new StsRefusalError(
      'token-identifier-not-rising',
      `The last one was ${last}, got ${next}.`,
    );
  }
}

/** The start of the minute an identifier names. */
export function instantOfTokenIdentifier(identifier: TokenIdentifier, baseDate: BaseDate): Instant {
  return instant(baseDateRow(baseDate).firstMinute + identifier * MILLISECONDS_PER_MINUTE);
}

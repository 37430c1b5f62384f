/**
 * TokenIdentifier: the minute at which a token was made, counted from the base date of its key in
 * UTC (IEC 62055-41, 6.3.5). A meter remembers the identifiers it took and refuses them the second
 * time, so per meter they must rise strictly.
 */
import type { Quantity } from '@wattvend/quantities/quantity.js';
import { type Instant, instant, MILLISECONDS_PER_MINUTE } from '@wattvend/quantities/time.js';

/** 0 to 16 777 215. */
export type TokenIdentifier = Quantity<number, 'minutes since base date'>;

/** The year on whose first minute, UTC, the counting begins. It belongs to the vending key. */
export type BaseDate = 1993 | 2014 | 2035;

/** The field has 24 bits. Base date 1993 came to its end on 2024-11-24 at 20:15. */
export const TOKEN_IDENTIFIER_MAX: number = 2 ** 24 - 1;

// Milliseconds from 1970 to 1 January of the base date, 00:00 UTC: pure code has no calendar.
const BASE_DATE_START: Readonly<Record<BaseDate, number>> = {
  1993: 725_846_400_000,
  2014: 1_388_534_400_000,
  2035: 2_051_222_400_000,
};

const MINUTES_PER_DAY = 1440;

// 00:01 of each day belongs to special tokens, of which a meter shall take one a day at most
// (IEC 62055-41, 6.3.5.2).
const RESERVED_MINUTE = 1;

/** Throws RangeError outside 24 bits: an identifier that wrapped would be taken for an old one. */
export function tokenIdentifier(value: number): TokenIdentifier {
  if (!Number.isInteger(value) || value < 0 || value > TOKEN_IDENTIFIER_MAX) {
    throw new RangeError(`a token identifier is 0 to ${TOKEN_IDENTIFIER_MAX}, got ${value}`);
  }
  return value as TokenIdentifier;
}

export type TokenIdentifierAt =
  | { readonly kind: 'token-identifier'; readonly tokenIdentifier: TokenIdentifier }
  | { readonly kind: 'fault'; readonly fault: 'before-base-date' | 'after-base-date-range' };

function tokenIdentifierOrFault(minute: number): TokenIdentifierAt {
  if (minute < 0) return { kind: 'fault', fault: 'before-base-date' };
  if (minute > TOKEN_IDENTIFIER_MAX) return { kind: 'fault', fault: 'after-base-date-range' };
  return { kind: 'token-identifier', tokenIdentifier: tokenIdentifier(minute) };
}

function minuteOf(now: Instant, baseDate: BaseDate): number {
  return Math.floor((now - BASE_DATE_START[baseDate]) / MILLISECONDS_PER_MINUTE);
}

/** The plain minute of an instant, seconds dropped; the reserved minute is not moved. */
export function tokenIdentifierAt(now: Instant, baseDate: BaseDate): TokenIdentifierAt {
  return tokenIdentifierOrFault(minuteOf(now, baseDate));
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
  if (minute < 0) return { kind: 'fault', fault: 'before-base-date' };
  const earliest = last === null ? minute : Math.max(minute, last + 1);
  return tokenIdentifierOrFault(
    earliest % MINUTES_PER_DAY === RESERVED_MINUTE ? earliest + 1 : earliest,
  );
}

/** The identifier of every special token of a day: its reserved minute, whatever the time. */
export function specialTokenIdentifier(day: Instant, baseDate: BaseDate): TokenIdentifierAt {
  const minute = minuteOf(day, baseDate);
  return tokenIdentifierOrFault(minute - positiveRemainder(minute) + RESERVED_MINUTE);
}

// Before the base date minutes are negative, and % would then leave a negative remainder.
function positiveRemainder(minute: number): number {
  return ((minute % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
}

/** Whether the identifier is that of a special token. */
export function isReservedTokenIdentifier(identifier: TokenIdentifier): boolean {
  return identifier % MINUTES_PER_DAY === RESERVED_MINUTE;
}

/** The start of the minute an identifier names. */
export function instantOfTokenIdentifier(identifier: TokenIdentifier, baseDate: BaseDate): Instant {
  return instant(BASE_DATE_START[baseDate] + identifier * MILLISECONDS_PER_MINUTE);
}

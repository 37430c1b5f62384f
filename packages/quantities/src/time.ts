/**
 * Wall time and minutes. Pure code is handed the time; it never asks for it, so that a day can be
 * replayed.
 */
import type { Quantity } from './quantity.ts';

/** Wall time in milliseconds since 1970-01-01T00:00Z. */
export type Instant = Quantity<number, 'ms since 1970'>;

/** A span of whole minutes. */
export type Minutes = Quantity<number, 'min'>;

/** A span in tenths of a minute, the resolution of an STS time credit token. */
export type TenthMinutes = Quantity<number, 'min/10'>;

/** A span of whole milliseconds. */
export type Milliseconds = Quantity<number, 'ms'>;

export const MILLISECONDS_PER_MINUTE = 60_000;

/** Refuses anything but a whole number of milliseconds that a double holds exactly. */
export function instant(value: number): Instant {
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`an instant is a whole number of milliseconds, got ${value}`);
  }
  return value as Instant;
}

/** Refuses anything but a whole number of minutes, zero or more. */
export function minutes(value: number): Minutes {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`a span is a whole number of minutes, got ${value}`);
  }
  return value as Minutes;
}

/** Refuses anything but a whole number of milliseconds, zero or more. */
export function milliseconds(value: number): Milliseconds {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`a span is a whole number of milliseconds, got ${value}`);
  }
  return value as Milliseconds;
}

/** Refuses anything but a whole number of tenths of a minute, zero or more. */
export function tenthMinutes(value: number): TenthMinutes {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`a span is a whole number of tenths of a minute, got ${value}`);
  }
  return value as TenthMinutes;
}

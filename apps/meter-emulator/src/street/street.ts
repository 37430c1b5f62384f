/** All meters of one program: one clock, one beat that lets time pass in each of them. */
import { EventEmitter } from 'node:events';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import { atSpeed, clockAt, type EmulatedClock } from '../emulated-clock.ts';
import { writeClockFile } from '../state/clock-file.ts';
import { closeHouse, type House, type Moment, passTime } from './house.ts';

export interface Street {
  readonly houses: ReadonlyMap<string, House>;
  /** Milliseconds of a clock that neither jumps nor runs back. */
  readonly realClock: () => Instant;
  /** Where the clock is kept; null: nowhere. */
  readonly folder: string | null;
  /** Tells the number of a meter to which something may have happened. */
  readonly changes: EventEmitter<{ changed: [meterNumber: string] }>;
  clock: EmulatedClock;
  /** A real time up to which the stored clock is ahead. */
  reservedUntil: Instant;
}

/** How often time passes in the meters. */
const BEAT_MS = 200;

// The stored clock is this much ahead and is stored anew when half of it is used up.
const RESERVE_MS = 2_000;

export interface StreetOrder {
  readonly houses: readonly House[];
  readonly clock: EmulatedClock;
  readonly realClock: () => Instant;
  readonly folder: string | null;
}

export function openStreet({ clock, folder, houses, realClock }: StreetOrder): Street {
  const changes = new EventEmitter<{ changed: [meterNumber: string] }>();
  // One listener for each page that looks on; their number is limited at the door.
  changes.setMaxListeners(0);
  const byNumber = new Map(houses.map((house) => [house.meterNumber, house]));
  const street: Street = {
    ...{ houses: byNumber, realClock, folder, changes, clock },
    reservedUntil: realClock(),
  };
  reserveTime(street, { isForced: true });
  return street;
}

export function momentOf(street: Street): Moment {
  const personAt = street.realClock();
  return { at: clockAt(street.clock, personAt), personAt };
}

/** Lets time pass everywhere. */
function beat(street: Street): void {
  if (street.realClock() + RESERVE_MS / 2 > street.reservedUntil) {
    reserveTime(street, { isForced: false });
  }
  for (const house of street.houses.values()) {
    passTime(house, momentOf(street));
    told(street, house);
  }
}

export function told(street: Street, house: House): void {
  street.changes.emit('changed', house.meterNumber);
}

export function setSpeed(street: Street, speed: number): void {
  // What has passed so far passed at the old speed.
  for (const house of street.houses.values()) passTime(house, momentOf(street));
  street.clock = atSpeed(street.clock, speed, street.realClock());
  reserveTime(street, { isForced: true });
}

/** Beats until it is told to stop. */
export function startBeat(street: Street): () => void {
  let timer: NodeJS.Timeout | undefined;
  const next = (): void => {
    beat(street);
    timer = setTimeout(next, BEAT_MS);
  };
  timer = setTimeout(next, BEAT_MS);
  return () => clearTimeout(timer);
}

/** Throws what keeps the clock from being stored, after all meters are closed. */
export function closeStreet(street: Street): void {
  const moment = momentOf(street);
  for (const house of street.houses.values()) closeHouse(house, moment);
  storeClock(street, moment.at, { isForced: true });
}

/** Stores a time that the clock reaches later. Throws when it cannot and was told it must. */
export function reserveTime(street: Street, { isForced }: { readonly isForced: boolean }): void {
  const reservedUntil = instant(street.realClock() + RESERVE_MS);
  try {
    storeClock(street, clockAt(street.clock, reservedUntil), { isForced });
    street.reservedUntil = reservedUntil;
  } catch (error) {
    // A full disk: meters tell it themselves as soon as it matters. The next beat tries again.
    if (isForced) throw error;
  }
}

function storeClock(
  { folder, houses }: Street,
  at: Instant,
  how: { readonly isForced: boolean },
): void {
  if (folder === null) return;
  const offsets = Object.fromEntries(
    [...houses.values()]
      .filter(({ clockOffset }) => clockOffset !== 0)
      .map(({ clockOffset, meterNumber }) => [meterNumber, clockOffset]),
  );
  writeClockFile(folder, { at, offsets }, how);
}

/**
 * Reservations: money set aside before something uncertain is done. A reservation is resolved
 * exactly once, by an entry of the same id or by being voided (invariant L4).
 */
import type { Rows, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { AccountId, UtilityId } from './account.ts';

export interface Reservation {
  readonly reservationId: string;
  readonly accountId: AccountId;
  /** Above zero. */
  readonly money: MinorUnits;
}

const reserveStatement = loadStatement(new URL('../sql/reserve.sql', import.meta.url));
const voidStatement = loadStatement(new URL('../sql/void-reservations.sql', import.meta.url));

/** The constraint that a reservation or posting below an account's floor breaks. */
export const ACCOUNT_LIMIT_FLOOR = 'account_limit_floor';

/**
 * Sets money aside, all or nothing. Fails on the constraint ACCOUNT_LIMIT_FLOOR when an account
 * would fall below its floor, and when a reservation of the same id is open.
 */
export function reserve(
  tx: Transaction,
  utilityId: UtilityId,
  reservations: readonly Reservation[],
  now: Instant,
): Promise<Rows<unknown>> {
  return tx.query(reserveStatement, [
    utilityId,
    reservations.map((reservation) => reservation.reservationId),
    reservations.map((reservation) => reservation.accountId),
    reservations.map((reservation) => reservation.money),
    now,
  ]);
}

/** Gives reserved money back. Fails when a reservation was resolved before. */
export function voidReservations(
  tx: Transaction,
  utilityId: UtilityId,
  voids: readonly { readonly reservationId: string; readonly reason: string }[],
  now: Instant,
): Promise<Rows<unknown>> {
  return tx.query(voidStatement, [
    utilityId,
    voids.map((each) => each.reservationId),
    voids.map((each) => each.reason),
    now,
  ]);
}

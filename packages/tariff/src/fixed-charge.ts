/**
 * What is owed of a fixed charge, and what a payment settles. Owed are the periods after the last
 * one that is fully paid, the present one included, but never more than the charge catches up, and
 * none before the customer's agreement and the charge itself began. Whatever is older is forgiven.
 */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { LocalDate, Period } from './calendar.ts';
import { compareDates, daysInMonth, periodAt, periodIndex, periodIndexOf } from './calendar.ts';
import { ownEntry } from './own-entry.ts';
import type { PurchaseState } from './purchase-state.ts';
import { divideHalfUp } from './rounding.ts';
import type { FixedCharge } from './tariff.ts';

export interface OwedCharge {
  readonly charge: FixedCharge;
  readonly firstIndex: number;
  readonly count: number;
  /** For the first period owed, which may be one the customer had a part of only. */
  readonly firstMoney: bigint;
  readonly partPaid: bigint;
  /** Of all periods, less what is paid already; above zero. */
  readonly owed: bigint;
}

export interface SettledCharge {
  readonly from: Period;
  readonly to: Period;
  readonly count: number;
  readonly isPart: boolean;
  /** The last period that is now fully paid; null when none is yet. */
  readonly through: Period | null;
  readonly partPaid: MinorUnits;
}

export function owedCharges(
  charges: readonly FixedCharge[],
  state: PurchaseState,
  since: LocalDate,
  at: LocalDate,
): readonly OwedCharge[] {
  const owed: OwedCharge[] = [];
  for (const charge of charges) {
    const one = owedCharge(charge, state, since, at);
    if (one !== null) owed.push(one);
  }
  return owed;
}

function owedCharge(
  charge: FixedCharge,
  state: PurchaseState,
  since: LocalDate,
  at: LocalDate,
): OwedCharge | null {
  const { per, from } = charge;
  const now = periodIndexOf(per, at);
  const begin = from !== null && compareDates(from, since) > 0 ? from : since;
  if (compareDates(begin, at) > 0) return null;
  const beginIndex = periodIndexOf(per, begin);
  let firstIndex = charge.firstPeriod === 'none' ? beginIndex + 1 : beginIndex;
  const through = ownEntry(state.chargedThrough, charge.id);
  if (through !== undefined) firstIndex = Math.max(firstIndex, periodIndex(per, through) + 1);
  firstIndex = Math.max(firstIndex, now - charge.catchUpMax + 1);
  const count = now - firstIndex + 1;
  if (count <= 0) return null;
  const isCut = firstIndex === beginIndex && charge.firstPeriod === 'pro-rata' && per === 'month';
  const firstMoney = isCut ? restOfMonthHalfUp(charge.money, begin) : charge.money;
  const partPaid = ownEntry(state.partPaid, charge.id) ?? 0n;
  const owed = firstMoney + BigInt(count - 1) * charge.money - partPaid;
  return owed > 0n ? { charge, firstIndex, count, firstMoney, partPaid, owed } : null;
}

/** The share of the days from a date to the end of its month, that date included. */
function restOfMonthHalfUp(money: bigint, from: LocalDate): bigint {
  const days = daysInMonth(from.year, from.month);
  return divideHalfUp(money * BigInt(days - from.day + 1), BigInt(days));
}

/** Where a payment leaves the charge. */
export function settle(owed: OwedCharge, money: bigint): SettledCharge {
  const { charge, firstIndex, firstMoney } = owed;
  const paid = owed.partPaid + money;
  let complete = 0;
  let rest = paid;
  if (paid >= firstMoney) {
    // Never more than are owed: what is over stays as paid towards the next period.
    const further = (paid - firstMoney) / charge.money;
    const most = BigInt(owed.count - 1);
    const counted = further < most ? further : most;
    complete = 1 + Number(counted);
    rest = paid - firstMoney - counted * charge.money;
  }
  const isPart = complete < owed.count;
  const count = isPart && rest > 0n ? complete + 1 : complete;
  return {
    from: periodAt(charge.per, firstIndex),
    to: periodAt(charge.per, firstIndex + Math.max(count, 1) - 1),
    count,
    isPart: isPart && rest > 0n,
    through: complete === 0 ? null : periodAt(charge.per, firstIndex + complete - 1),
    partPaid: minorUnits(rest),
  };
}

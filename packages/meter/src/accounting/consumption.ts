/** Measured units become a debit of the account. */
import type { Instant } from '@wattvend/quantities/time.js';
import { type AccountMemory, type Booked, hasAccount } from './account.ts';
import {
  type AccountUnits,
  accountUnits,
  type MeasuredUnits,
  measuredUnits,
} from './account-units.ts';
import { untilAccountingChange } from './clock.ts';
import { dayPartAt } from './day-plan.ts';
import { debited } from './debit.ts';
import { costOfFloor, type PriceLine, priceLine } from './price.ts';

/** What was measured, and when. */
export interface MeasuredSpan {
  readonly units: MeasuredUnits;
  readonly from: Instant;
  readonly until: Instant;
}

/** No unit, no change. */
export const NOTHING: Booked = { changes: {}, events: [] };

/**
 * Accounts for a span in which the clock alone changes nothing; steps are passed within it, exactly.
 * Refuses, with a RangeError, a span that ends before it begins or reaches beyond the next change by
 * the clock, units on a meter without an account, and more than an account counts.
 */
export function accountForSpan(memory: AccountMemory, span: MeasuredSpan): Booked {
  const { units, from, until } = span;
  const elapsed = until - from;
  if (elapsed < 0) throw new RangeError('a span does not end before it begins');
  if (units === 0) return NOTHING;
  if (!hasAccount(memory)) throw new RangeError('this meter has no register for its account');
  const longest = untilAccountingChange(memory, from);
  if (longest !== null && elapsed > longest) {
    throw new RangeError(`a span of ${elapsed} ms is cut by the clock after ${longest} ms`);
  }
  const { rate } = dayPartAt(memory.accounting.tariff, memory.settings.accounting.friendly, from);
  return accountAt(memory, priceLine(memory, from, rate), { rate, units });
}

/** The same where the prices are known already. */
export function accountAt(
  memory: AccountMemory,
  line: PriceLine,
  measured: { readonly rate: number; readonly units: number },
): Booked {
  const { accounting } = memory;
  const { rate, units } = measured;
  const { sinceBillingDay } = accounting;
  const from = { measured: sinceBillingDay, remainder: accounting.remainder };
  const { debit, remainder } = costOfFloor(line, from, units);
  return debited(memory, debit, {
    ...accounting,
    remainder,
    sinceBillingDay: measuredUnits(sinceBillingDay + units),
    measuredByRate: withMeasured(accounting.measuredByRate, rate, units),
    usedByDay: withUsed(accounting.usedByDay, debit),
  });
}

function withMeasured(
  measuredByRate: readonly MeasuredUnits[],
  rate: number,
  units: number,
): readonly MeasuredUnits[] {
  const after = [...measuredByRate];
  while (after.length <= rate) after.push(measuredUnits(0));
  after[rate] = measuredUnits((after[rate] ?? 0) + units);
  return after;
}

/** The days after one more debit of today. */
export function withUsed(
  usedByDay: readonly AccountUnits[],
  debit: AccountUnits,
): readonly AccountUnits[] {
  if (usedByDay.length === 0) return [debit];
  if (debit === 0) return usedByDay;
  const after = [...usedByDay];
  after[0] = accountUnits((after[0] ?? 0) + debit);
  return after;
}

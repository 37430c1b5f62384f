/**
 * How much one operator may sell. The limits are a port, since whoever keeps them (supervisors of a
 * vendor) is another room's business; until somebody does, nobody is limited.
 */
import type { Transaction } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';

/** What an operator may sell and has sold on this day; null where there is no limit. */
export interface OperatorLimit {
  readonly mostTendered: MinorUnits | null;
  readonly mostPerDay: MinorUnits | null;
  readonly mostVendsPerDay: number | null;
  readonly tenderedToday: MinorUnits;
  readonly vendsToday: number;
}

export interface OperatorLimits {
  /** Those of the operators that have one. Called inside the transaction that reserves. */
  read(
    tx: Transaction,
    utilityId: UtilityId,
    operatorIds: readonly string[],
    now: Instant,
  ): Promise<ReadonlyMap<string, OperatorLimit>>;
}

/** Nobody is limited. */
export const NO_OPERATOR_LIMITS: OperatorLimits = {
  read: () => Promise.resolve(new Map()),
};

/** What the operator may still sell in one vend; null without a limit. */
export function leftOfLimit(limit: OperatorLimit): MinorUnits | null {
  const { mostTendered, mostPerDay, mostVendsPerDay, tenderedToday, vendsToday } = limit;
  if (mostVendsPerDay !== null && vendsToday >= mostVendsPerDay) return minorUnits(0n);
  const leftToday = mostPerDay === null ? null : minorUnits(mostPerDay - tenderedToday);
  if (leftToday !== null && leftToday <= 0n) return minorUnits(0n);
  if (mostTendered === null || leftToday === null) return mostTendered ?? leftToday;
  return leftToday < mostTendered ? leftToday : mostTendered;
}

/** The limit after one more sale. */
export function afterSale(limit: OperatorLimit, tendered: MinorUnits): OperatorLimit {
  return {
    ...limit,
    tenderedToday: minorUnits(limit.tenderedToday + tendered),
    vendsToday: limit.vendsToday + 1,
  };
}

/** What the customer is told of the account: how low it is, and how long it lasts. */
import { type AccountMemory, accountCredit } from './account.ts';

/** How many of the levels of low credit the account is below; 0 is not low. */
export function creditLowLevel(memory: AccountMemory): 0 | 1 | 2 | 3 {
  const account = accountCredit(memory);
  const below = memory.settings.accounting.creditLow.filter((level) => account < level);
  return Math.min(below.length, 3) as 0 | 1 | 2 | 3;
}

/** Shown when the account lasts for ever, and the most that is shown. */
export const DAYS_LEFT_MAX = 9999;

/**
 * How many days the account lasts at the mean of the last seven complete days, or of as many as there
 * were, rounded down: the customer must not be told a day too many. 0 when nothing is left.
 */
export function daysLeft(memory: AccountMemory): number {
  const account = accountCredit(memory);
  if (account <= 0) return 0;
  const [, ...complete] = memory.accounting.usedByDay;
  // Bigints, because seven times an account may pass 2^53.
  const used = complete.reduce((sum, each) => sum + BigInt(each), 0n);
  if (used <= 0n) return DAYS_LEFT_MAX;
  const days = (BigInt(account) * BigInt(complete.length)) / used;
  return Number(days < BigInt(DAYS_LEFT_MAX) ? days : BigInt(DAYS_LEFT_MAX));
}

/** Whether the account lets the supply flow, on what, and how much more may flow until that changes. */
import type { Instant } from '@wattvend/quantities/time.js';
import { type AccountMemory, accountCredit, hasAccount } from './account.ts';
import { type MeasuredUnits, measuredUnits } from './account-units.ts';
import { dayPartAt } from './day-plan.ts';
import { cutOffLevel, levelsOfFall, overdraftLevel } from './emergency-credit.ts';
import { type PriceLine, priceLine, unitsCostingCeil } from './price.ts';

/** What carries the supply, or that nothing does; in this order. */
export type CreditDecision = 'credit' | 'emergency' | 'friendly' | 'lifeline' | 'exhausted';

/**
 * By what the supply flows. Emergency credit in use goes before friendly hours, because both are the
 * same debt; a life-line is only for those who have neither. A meter without an account has no credit.
 */
export function creditDecision(memory: AccountMemory, now: Instant): CreditDecision {
  const settings = memory.settings.accounting;
  const { tariff } = memory.accounting;
  if (!hasAccount(memory)) return 'exhausted';
  const account = accountCredit(memory);
  if (account > overdraftLevel(settings)) return 'credit';
  if (account > cutOffLevel(memory)) return 'emergency';
  if (settings.friendly !== null && dayPartAt(tariff, settings.friendly, now).isFriendly) {
    return 'friendly';
  }
  return settings.lifeline === null ? 'exhausted' : 'lifeline';
}

/**
 * How many units may be measured until the decision changes, at the prices of this moment: with that
 * many the account is at the level, with one fewer it is above it. Null where the decision does not
 * hang on the account, where what is used is free, and where no meter counts so far.
 */
export function unitsUntilCutOff(memory: AccountMemory, now: Instant): MeasuredUnits | null {
  const decision = creditDecision(memory, now);
  if (decision !== 'credit' && decision !== 'emergency') return null;
  const { tariff } = memory.accounting;
  const settings = memory.settings.accounting;
  const { rate } = dayPartAt(tariff, settings.friendly, now);
  return unitsToLevel(memory, priceLine(memory, now, rate), decision);
}

/** The same where the decision and the prices are known already. */
export function unitsToLevel(
  memory: AccountMemory,
  line: PriceLine,
  decision: 'credit' | 'emergency',
): MeasuredUnits | null {
  const { remainder, sinceBillingDay } = memory.accounting;
  const settings = memory.settings.accounting;
  const level = decision === 'credit' ? overdraftLevel(settings) : cutOffLevel(memory);
  const from = { measured: sinceBillingDay, remainder };
  const units = unitsCostingCeil(line, from, accountCredit(memory) - level);
  return units === null ? null : measuredUnits(units);
}

/**
 * How many units may be measured until the account comes to the next level at which something is told
 * or decided, at the prices of this moment; null where there is none below, or where what is used is
 * free. So that what is told has its time, however long the span was that the owner gave.
 */
export function unitsUntilLevel(memory: AccountMemory, now: Instant): MeasuredUnits | null {
  if (!hasAccount(memory)) return null;
  const settings = memory.settings.accounting;
  const account = accountCredit(memory);
  let next = Number.NEGATIVE_INFINITY;
  for (const level of levelsOfFall(settings)) {
    if (level < account && level > next) next = level;
  }
  if (next === Number.NEGATIVE_INFINITY) return null;
  const { rate } = dayPartAt(memory.accounting.tariff, settings.friendly, now);
  const { remainder, sinceBillingDay } = memory.accounting;
  const from = { measured: sinceBillingDay, remainder };
  const units = unitsCostingCeil(priceLine(memory, now, rate), from, account - next);
  return units === null ? null : measuredUnits(units);
}

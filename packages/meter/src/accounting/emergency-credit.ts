/**
 * Emergency credit: a loan of the utility that carries the account below its limit until the customer
 * can buy. It is no register of its own: the account goes below zero, so that the next credit pays it
 * back first.
 *
 * enabled → selectable when the account is at the threshold or below → inUse when the customer asks, or
 * at once where the settings want no confirmation → exhausted when the account is at the cut-off.
 * From inUse and exhausted the way back to enabled is one: the account is above the threshold and not
 * below zero, which means that all of it is paid back. Until then a loan that is exhausted stays so: a
 * credit that pays back half does not open the other half again, and an account that wanders about its
 * threshold is not lent the same loan again and again.
 */
import type { LoggedEvent } from '../event-log.ts';
import type { CommandRefusal } from '../meter-event.ts';
import type { AccountingSettings } from '../settings.ts';
import { type AccountMemory, accountCredit, type Booked } from './account.ts';
import { type AccountUnits, accountUnits } from './account-units.ts';
import type { EmergencyCreditState } from './accounting-state.ts';

type EmergencyStatus = EmergencyCreditState['status'];

/** At this the account counts as used up, whatever emergency credit there is. */
export function overdraftLevel(settings: AccountingSettings): number {
  return -settings.overdraft;
}

/** At this emergency credit is used up. */
export function emergencyLevel(settings: AccountingSettings): number {
  return -settings.overdraft - (settings.emergency?.limit ?? 0);
}

/**
 * At this emergency credit is offered. Never below the level at which the supply would be cut, or it
 * would never be reached.
 */
function offerLevel(settings: AccountingSettings): number {
  const threshold = settings.emergency?.threshold ?? 0;
  return Math.max(threshold, overdraftLevel(settings));
}

/** All levels at which eventsOfFall may tell of something. */
export function levelsOfFall(settings: AccountingSettings): readonly number[] {
  return [
    ...settings.creditLow.map((level) => level - 1),
    offerLevel(settings),
    overdraftLevel(settings),
    emergencyLevel(settings),
  ];
}

/** The level the account must be above for the supply to go on. */
export function cutOffLevel(memory: AccountMemory): AccountUnits {
  const settings = memory.settings.accounting;
  const isInUse = memory.accounting.emergency.status === 'inUse';
  return accountUnits(isInUse ? emergencyLevel(settings) : overdraftLevel(settings));
}

/**
 * The state of emergency credit after any change of the account or of the settings. The same object
 * where nothing changed.
 */
export function emergencyAfter(memory: AccountMemory): EmergencyCreditState {
  const { emergency } = memory.accounting;
  return withStatus(
    emergency,
    statusAt(memory.settings.accounting, emergency.status, accountCredit(memory)),
  );
}

/** The same after the account fell: what was used of the loan is counted. */
export function emergencyAfterDebit(
  settings: AccountingSettings,
  before: EmergencyCreditState,
  account: { readonly before: number; readonly after: number },
): EmergencyCreditState {
  const status = statusAt(settings, before.status, account.after);
  if (!isLentOnFall(settings, before.status)) return withStatus(before, status);
  const used =
    Math.min(account.before, overdraftLevel(settings)) -
    Math.max(account.after, emergencyLevel(settings));
  if (used <= 0) return withStatus(before, status);
  const totalUsed = Math.min(Number.MAX_SAFE_INTEGER, before.totalUsed + used);
  return { status, totalUsed: accountUnits(totalUsed) };
}

// Whether an account that falls below the overdraft falls into the loan: it is in use, or will be by
// itself before the account comes there.
function isLentOnFall(settings: AccountingSettings, status: EmergencyStatus): boolean {
  if (settings.emergency === null || status === 'exhausted') return false;
  return status === 'inUse' || !settings.emergency.needsConfirmation;
}

function withStatus(state: EmergencyCreditState, status: EmergencyStatus): EmergencyCreditState {
  return state.status === status ? state : { ...state, status };
}

function statusAt(
  settings: AccountingSettings,
  before: EmergencyStatus,
  account: number,
): EmergencyStatus {
  if (settings.emergency === null) return 'enabled';
  if (account > offerLevel(settings)) {
    const isOwed = before === 'inUse' || before === 'exhausted';
    if (!isOwed || account >= 0) return 'enabled';
  }
  if (before === 'exhausted') return 'exhausted';
  if (before !== 'inUse') {
    if (account > offerLevel(settings)) return 'enabled';
    if (settings.emergency.needsConfirmation) return 'selectable';
  }
  return account > emergencyLevel(settings) ? 'inUse' : 'exhausted';
}

/**
 * What is told of an account that fell: each level of low credit below which it came, emergency credit
 * that was given by itself, and the cut-off; in the order in which they were passed, so that it does
 * not matter in how many debits it fell. The status is that before the fall.
 */
export function eventsOfFall(
  settings: AccountingSettings,
  emergency: EmergencyStatus,
  account: { readonly before: number; readonly after: number },
): readonly LoggedEvent[] {
  const passed: { level: number; event: LoggedEvent }[] = [];
  const note = (level: number, event: LoggedEvent): void => {
    if (account.before > level && account.after <= level) passed.push({ level, event });
  };
  for (const [index, level] of settings.creditLow.entries()) {
    note(level - 1, { code: 'credit-low', detail: String(index + 1) });
  }
  const isLent = isLentOnFall(settings, emergency);
  if (isLent && emergency !== 'inUse') {
    note(offerLevel(settings), { code: 'emergency-selected', detail: 'by itself' });
  }
  note(isLent ? emergencyLevel(settings) : overdraftLevel(settings), { code: 'credit-exhausted' });
  if (passed.length === 0) return NO_EVENTS;
  return passed.sort((left, right) => right.level - left.level).map(({ event }) => event);
}

const NO_EVENTS: readonly LoggedEvent[] = [];

/**
 * The next level below the account at which anything changes or is told, whatever the state of
 * emergency credit; as long as the account stays above it, a debit is nothing but a debit.
 */
export function nextLevelBelow(settings: AccountingSettings, account: number): number {
  let next = Number.NEGATIVE_INFINITY;
  const consider = (level: number): void => {
    if (level < account && level > next) next = level;
  };
  for (const level of settings.creditLow) consider(level - 1);
  consider(offerLevel(settings));
  consider(overdraftLevel(settings));
  consider(emergencyLevel(settings));
  return next;
}

/** Why emergency credit is not given, in this order. */
export type EmergencyRefusal = Extract<
  CommandRefusal,
  | 'not-commissioned'
  | 'no-emergency-credit'
  | 'emergency-credit-used'
  | 'emergency-credit-not-needed'
>;

export type EmergencySelection =
  | ({ readonly kind: 'done' } & Booked)
  | { readonly kind: 'refused'; readonly refusal: EmergencyRefusal };

/**
 * The customer asks for emergency credit. One who owes more than the loan already, after a debit token
 * or friendly hours, has used it.
 */
export function selectEmergencyCredit(memory: AccountMemory): EmergencySelection {
  const { accounting, settings, supply } = memory;
  if (!supply.isCommissioned) return { kind: 'refused', refusal: 'not-commissioned' };
  if (settings.accounting.emergency === null) {
    return { kind: 'refused', refusal: 'no-emergency-credit' };
  }
  const { status } = emergencyAfter(memory);
  const account = accountCredit(memory);
  const isUsed = status === 'inUse' || status === 'exhausted';
  if (isUsed || account <= emergencyLevel(settings.accounting)) {
    return { kind: 'refused', refusal: 'emergency-credit-used' };
  }
  if (status === 'enabled') return { kind: 'refused', refusal: 'emergency-credit-not-needed' };
  const emergency = withStatus(accounting.emergency, 'inUse');
  return {
    kind: 'done',
    changes: { accounting: { ...accounting, emergency } },
    events: [{ code: 'emergency-selected' }],
  };
}

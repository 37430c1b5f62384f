/** The account falls: the register, the use of emergency credit and what is told of it, together. */
import { type AccountMemory, accountCredit, accountDebited, type Booked } from './account.ts';
import type { AccountUnits } from './account-units.ts';
import type { AccountingState } from './accounting-state.ts';
import { emergencyAfterDebit, eventsOfFall } from './emergency-credit.ts';

const NO_EVENTS: Booked['events'] = [];

/**
 * Debits the account and keeps the rest of accounting as it is given. What cost nothing is no fall.
 * Refuses, with a RangeError, what accountDebited refuses.
 */
export function debited(
  memory: AccountMemory,
  debit: AccountUnits,
  accounting: AccountingState,
): Booked {
  if (debit === 0) return { changes: { accounting }, events: NO_EVENTS };
  const books = accountDebited(memory, debit);
  const settings = memory.settings.accounting;
  const before = accountCredit(memory);
  const account = { before, after: accountCredit({ ...memory, ...books }) };
  const emergency = emergencyAfterDebit(settings, accounting.emergency, account);
  const events = eventsOfFall(settings, accounting.emergency.status, account);
  const isSame = emergency === accounting.emergency;
  return {
    changes: { ...books, accounting: isSame ? accounting : { ...accounting, emergency } },
    events,
  };
}

/** Credit tokens and ClearCredit as the account sees them: charges, and emergency credit paid back. */
import type { CreditToken } from '@wattvend/sts/credit.js';
import type { MemoryChanges, MeterMemory } from '../memory.ts';
import { accountCredit, accountDebited, type Booked } from './account.ts';
import { collectedFromTokenFloor } from './charges.ts';
import { cleared, creditedWith, unitsOfToken } from './credit.ts';
import { emergencyAfter, eventsOfFall } from './emergency-credit.ts';
import type { Service } from './services.ts';
import { accountService } from './services.ts';

/**
 * The books after a credit token, with the shares that charges take of it. A debit token takes no
 * charges; one that takes the account past a level says so, as consumption does.
 */
export function creditedAccount(memory: MeterMemory, token: CreditToken): Booked {
  const changes = creditedWith(memory, token);
  if (token.subclass !== accountService(memory.settings.accounting)) return { changes, events: [] };
  const units = unitsOfToken(token);
  const credited = { ...memory, ...changes };
  if (units < 0n) {
    const account = { before: accountCredit(memory), after: accountCredit(credited) };
    const { status } = memory.accounting.emergency;
    const events = eventsOfFall(memory.settings.accounting, status, account);
    return { changes: withEmergency(credited, changes), events };
  }
  const { charges } = memory.accounting;
  if (memory.settings.accounting.mode === 'energy' || charges.length === 0) {
    return { changes: withEmergency(credited, changes), events: [] };
  }
  const collected = collectedFromTokenFloor(charges, units);
  const after = {
    ...changes,
    ...accountDebited(credited, collected.total),
    accounting: { ...memory.accounting, charges: collected.charges },
  };
  return { changes: withEmergency({ ...credited, ...after }, after), events: collected.events };
}

/**
 * The books after ClearCredit of some services. If the account is among them, the use of emergency
 * credit ends: what was lent is forgiven with the rest, and the customer may ask again; where it is
 * given by itself it is withheld until the next credit, or the supply would go on as if nothing had
 * been cleared.
 */
export function clearedAccount(memory: MeterMemory, services: readonly Service[]): Booked {
  const changes = cleared(memory, services);
  const settings = memory.settings.accounting;
  if (settings.emergency === null || !services.includes(accountService(settings))) {
    return { changes, events: [] };
  }
  const status = settings.emergency.needsConfirmation ? 'enabled' : 'exhausted';
  const emergency = { ...memory.accounting.emergency, status } as const;
  const accounting = { ...memory.accounting, emergency };
  const after = { ...memory, ...changes, accounting };
  return { changes: withEmergency(after, { ...changes, accounting }), events: [] };
}

function withEmergency(after: MeterMemory, changes: MemoryChanges): MemoryChanges {
  const emergency = emergencyAfter(after);
  if (emergency === after.accounting.emergency) return changes;
  return { ...changes, accounting: { ...after.accounting, emergency } };
}

/**
 * The account of a meter: the one register that consumption and charges are paid from. The settings say
 * which: what is measured itself (services 0 to 3), or money (services 4 to 7).
 */
import { wattHours } from '@wattvend/quantities/energy.js';
import type { LoggedEvent } from '../event-log.ts';
import type { MemoryChanges, MeterMemory } from '../memory.ts';
import { type AccountUnits, accountUnits } from './account-units.ts';
import { hasService } from './credit.ts';
import { accountService, ELECTRICITY } from './services.ts';

/** What accounting reads of a memory. Small, because a run of intervals makes one at each step. */
export type AccountMemory = Pick<
  MeterMemory,
  | 'takesElectricity'
  | 'creditRegister'
  | 'totalEnergyConsumed'
  | 'otherRegisters'
  | 'accounting'
  | 'settings'
  | 'supply'
>;

/** What an operation of accounting comes to: changes for one write, and the events that go with it. */
export interface Booked {
  readonly changes: MemoryChanges;
  readonly events: readonly LoggedEvent[];
}

/** Whether the meter has the register its settings call the account. Without it, it sells nothing. */
export function hasAccount(memory: AccountMemory): boolean {
  return hasService(memory, accountService(memory.settings.accounting));
}

const MOST = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * What the account holds; 0 where the meter has none. An account beyond what a double counts, which
 * takes more money than there is, reads as the most it counts: all levels lie far below. The register
 * itself stays exact.
 */
export function accountCredit(memory: AccountMemory): AccountUnits {
  const service = accountService(memory.settings.accounting);
  if (service === ELECTRICITY) {
    return accountUnits(memory.takesElectricity ? memory.creditRegister : 0);
  }
  for (const register of memory.otherRegisters) {
    if (register.service !== service) continue;
    const { credit } = register;
    return accountUnits(Number(credit > MOST ? MOST : credit < -MOST ? -MOST : credit));
  }
  return accountUnits(0);
}

/**
 * The account after a debit, booked as consumed. Refuses, with a RangeError, a meter without an
 * account, and a debit below zero.
 */
export function accountDebited(
  memory: AccountMemory,
  debit: AccountUnits,
): Pick<MemoryChanges, 'creditRegister' | 'totalEnergyConsumed' | 'otherRegisters'> {
  if (debit < 0) throw new RangeError(`a debit is zero or more, got ${debit}`);
  if (!hasAccount(memory)) throw new RangeError('this meter has no register for its account');
  const service = accountService(memory.settings.accounting);
  if (service === ELECTRICITY) {
    return {
      creditRegister: wattHours(memory.creditRegister - debit),
      totalEnergyConsumed: wattHours(memory.totalEnergyConsumed + debit),
    };
  }
  const units = BigInt(debit);
  return {
    otherRegisters: memory.otherRegisters.map((register) =>
      register.service === service
        ? {
            ...register,
            credit: register.credit - units,
            totalConsumed: register.totalConsumed + units,
          }
        : register,
    ),
  };
}

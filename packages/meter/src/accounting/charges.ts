/**
 * Charges the meter itself collects from an account of money: by the day (a standing charge, the
 * instalment of a debt), and as a share of each credit token. In energy mode there are none: a meter
 * that counts kWh cannot tell what a day is worth.
 */
import type { LoggedEvent } from '../event-log.ts';
import { type AccountMemory, accountCredit } from './account.ts';
import { type AccountUnits, accountUnits } from './account-units.ts';
import type { MeterCharge } from './accounting-state.ts';
import { overdraftLevel } from './emergency-credit.ts';

/** The whole of a token, in hundredths of a per cent. */
export const WHOLE_PROPORTION = 10_000;

/** What some charges are after they took something, and what is told of it. */
export interface Collected {
  readonly charges: readonly MeterCharge[];
  readonly events: readonly LoggedEvent[];
}

/**
 * Collects the charges by the day for so many midnights, in the order of the list. Unless the settings
 * say otherwise a charge takes no more than is there: a debt keeps what it could not take, and a fixed
 * charge goes without it. A decommissioned meter is not in anybody's service and collects nothing. The takings are those of each midnight, the first first.
 */
export function collectedByDay(
  memory: AccountMemory,
  midnights: number,
): Collected & { readonly takings: readonly AccountUnits[] } {
  const { accounting, settings, supply } = memory;
  const isCollecting = settings.accounting.mode === 'currency' && supply.isCommissioned;
  if (!isCollecting || accounting.charges.length === 0) return nothingFrom(memory, midnights);
  const takings: AccountUnits[] = [];
  const taken = accounting.charges.map(() => 0);
  let available = settings.accounting.collectsBelowZero
    ? Number.MAX_SAFE_INTEGER
    : Math.max(0, accountCredit(memory) - overdraftLevel(settings.accounting));
  for (let midnight = 0; midnight < midnights; midnight++) {
    let ofDay = 0;
    for (const [index, charge] of accounting.charges.entries()) {
      const before = taken[index] ?? 0;
      const owed = Math.min(charge.perDay, collectable(charge) - before);
      const amount = Math.min(owed, available);
      taken[index] = before + amount;
      available -= amount;
      ofDay += amount;
    }
    takings.push(accountUnits(ofDay));
  }
  return { ...collected(accounting.charges, taken), takings };
}

function nothingFrom(memory: AccountMemory, midnights: number): ReturnType<typeof collectedByDay> {
  const takings = Array.from({ length: midnights }, () => accountUnits(0));
  return { charges: memory.accounting.charges, takings, events: [] };
}

/**
 * Collects the shares of a credit token, each rounded down, in the order of the list. Together they are
 * never more than the token: that is seen to when a charge is set.
 */
export function collectedFromTokenFloor(
  charges: readonly MeterCharge[],
  units: bigint,
): Collected & { readonly total: AccountUnits } {
  let total = accountUnits(0);
  const taken = charges.map((charge) => {
    const share = (units * BigInt(charge.proportion)) / BigInt(WHOLE_PROPORTION);
    // A token can carry more than a debit counts.
    const most = Math.min(collectable(charge), Number.MAX_SAFE_INTEGER - total);
    const amount = share < BigInt(most) ? Number(share) : most;
    total = accountUnits(total + amount);
    return amount;
  });
  return { ...collected(charges, taken), total };
}

// What a charge can still take: what is left of a debt, and what its own total can count.
function collectable({ remaining, totalCollected }: MeterCharge): number {
  return Math.min(remaining ?? Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - totalCollected);
}

function collected(charges: readonly MeterCharge[], taken: readonly number[]): Collected {
  if (taken.every((amount) => amount === 0)) return { charges, events: [] };
  const events: LoggedEvent[] = [];
  const after = charges.map((charge, index) => {
    const amount = taken[index] ?? 0;
    if (amount === 0) return charge;
    events.push({ code: 'charge-collected', detail: detailOf(charge.name, amount) });
    const { remaining } = charge;
    return {
      ...charge,
      remaining: remaining === null ? null : accountUnits(remaining - amount),
      totalCollected: accountUnits(charge.totalCollected + amount),
    };
  });
  return { charges: after, events };
}

const DETAIL_LENGTH = 32;

// An amount cut short would be another amount.
function detailOf(name: string, amount: number): string {
  const whole = `${name} ${amount}`;
  return whole.length <= DETAIL_LENGTH ? whole : name;
}

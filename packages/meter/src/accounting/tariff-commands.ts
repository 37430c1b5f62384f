/** Commands of the utility that change what the meter charges, and why they are refused. */
import type { Instant } from '@wattvend/quantities/time.js';
import type { CommandRefusal } from '../meter-event.ts';
import type { MeterSettings } from '../settings.ts';
import type { AccountMemory, Booked } from './account.ts';
import { accountUnits } from './account-units.ts';
import type { AccountingState, MeterCharge, ScheduledPrice } from './accounting-state.ts';
import { WHOLE_PROPORTION } from './charges.ts';
import { withTariffActivated } from './clock.ts';
import { emergencyAfter } from './emergency-credit.ts';
import { isPlainText, isWhole, type MeterTariff, meterTariffFault } from './meter-tariff.ts';
import { scheduleFault } from './price-schedule.ts';
import { accountService } from './services.ts';

export type Commanded =
  | ({ readonly kind: 'done' } & Booked)
  | { readonly kind: 'refused'; readonly refusal: CommandRefusal; readonly detail?: string };

export const CHARGES_MAX = 8;

/** Ten million of the currency a day; so that a year of it fits the event log. */
export const CHARGE_PER_DAY_MAX = 1_000_000_000_000;

/** Keeps a tariff until its time. It takes the place of one that waits already. */
export function setPassiveTariff(
  memory: AccountMemory,
  tariff: MeterTariff,
  activateAt: Instant,
): Commanded {
  const fault = meterTariffFault(tariff);
  if (fault !== null) return { kind: 'refused', refusal: 'tariff-invalid', detail: fault };
  return done(
    { ...memory.accounting, passiveTariff: { tariff, activateAt } },
    { code: 'tariff-changed', detail: `passive ${tariff.name}` },
  );
}

/** Makes the passive tariff the active one before its time. */
export function activateTariff(memory: AccountMemory): Commanded {
  const { passiveTariff } = memory.accounting;
  if (passiveTariff === null) return { kind: 'refused', refusal: 'no-passive-tariff' };
  return done(withTariffActivated(memory.accounting), {
    code: 'tariff-changed',
    detail: passiveTariff.tariff.name,
  });
}

/**
 * Replaces the whole schedule of prices, also the price that holds now; an empty one gives the word back
 * to the tariff.
 */
export function setPrices(memory: AccountMemory, schedule: readonly ScheduledPrice[]): Commanded {
  const fault = scheduleFault(schedule);
  if (fault !== null) return { kind: 'refused', refusal: 'prices-invalid', detail: fault };
  if (memory.settings.accounting.mode === 'energy') return CURRENCY_MODE_ONLY;
  return done(
    { ...memory.accounting, priceSchedule: schedule },
    { code: 'prices-changed', detail: String(schedule.length) },
  );
}

/** Sets a charge. One of the same name is replaced and keeps what it has collected so far. */
export function setCharge(
  memory: AccountMemory,
  charge: Omit<MeterCharge, 'totalCollected'>,
): Commanded {
  const { charges } = memory.accounting;
  const place = charges.findIndex(({ name }) => name === charge.name);
  const fault = chargeFault(
    charge,
    charges.filter((_, index) => index !== place),
  );
  if (fault !== null) return { kind: 'refused', refusal: 'charge-invalid', detail: fault };
  if (memory.settings.accounting.mode === 'energy') return CURRENCY_MODE_ONLY;
  const { name, kind, perDay, proportion, remaining } = charge;
  const totalCollected = charges[place]?.totalCollected ?? accountUnits(0);
  const set: MeterCharge = { name, kind, perDay, proportion, remaining, totalCollected };
  return done(
    {
      ...memory.accounting,
      charges: place < 0 ? [...charges, set] : charges.with(place, set),
    },
    { code: 'charge-set', detail: name },
  );
}

/** Removes a charge, also one that was left from a time in currency mode. */
export function removeCharge(memory: AccountMemory, name: string): Commanded {
  const { charges } = memory.accounting;
  const left = charges.filter((charge) => charge.name !== name);
  if (left.length === charges.length) return { kind: 'refused', refusal: 'charge-unknown' };
  return done(
    { ...memory.accounting, charges: left },
    { code: 'charge-set', detail: `removed ${name}` },
  );
}

/**
 * Accounting under other settings. If another register becomes the account, what waits for it and what
 * was used of it mean nothing any more and begin anew.
 */
export function accountingUnderSettings(
  memory: AccountMemory,
  settings: MeterSettings,
): AccountingState {
  const isSameAccount =
    accountService(settings.accounting) === accountService(memory.settings.accounting);
  const accounting: AccountingState = isSameAccount
    ? memory.accounting
    : {
        ...memory.accounting,
        remainder: 0,
        usedByDay: [],
        emergency: { ...memory.accounting.emergency, status: 'enabled' },
      };
  return { ...accounting, emergency: emergencyAfter({ ...memory, settings, accounting }) };
}

const CURRENCY_MODE_ONLY: Commanded = { kind: 'refused', refusal: 'currency-mode-only' };

function done(accounting: AccountingState, event: Booked['events'][number]): Commanded {
  return { kind: 'done', changes: { accounting }, events: [event] };
}

function chargeFault(
  charge: Omit<MeterCharge, 'totalCollected'>,
  others: readonly MeterCharge[],
): string | null {
  const { name, kind, perDay, proportion, remaining } = charge;
  if (!isPlainText(name, 16)) return 'the name is not 1 to 16 printable ASCII characters';
  if (others.length >= CHARGES_MAX) return `${CHARGES_MAX} charges are the most`;
  if (!isWhole(perDay, 0, CHARGE_PER_DAY_MAX)) return `not 0 to ${CHARGE_PER_DAY_MAX} by the day`;
  if (!isWhole(proportion, 0, WHOLE_PROPORTION)) {
    return `the share of a token is not 0 to ${WHOLE_PROPORTION}`;
  }
  const shares = others.reduce((sum, other) => sum + other.proportion, proportion);
  if (shares > WHOLE_PROPORTION) return 'the shares of all charges are more than a whole token';
  if (kind === 'fixed') return remaining === null ? null : 'a fixed charge has no end';
  return remaining !== null && isWhole(remaining, 0, Number.MAX_SAFE_INTEGER)
    ? null
    : 'a debt has a whole amount that remains';
}

/**
 * The turn of the month: its sums go into the history and begin again. A purchase dated before the
 * month of the sums, as after a clock was set back, counts in the month that has begun already:
 * months are never counted twice.
 */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Month } from './calendar.ts';
import { monthIndex } from './calendar.ts';
import type { EnergyOfMonth, PurchaseState } from './purchase-state.ts';

/** How many months before the present one are remembered. */
const MONTHS_KEPT = 12;

export function stateInMonth(state: PurchaseState, month: Month): PurchaseState {
  if (state.month !== null && state.month >= month) return state;
  return {
    ...state,
    month,
    energyThisMonth: tenthKwh(0),
    freeEnergyThisMonth: tenthKwh(0),
    tenderedThisMonth: minorUnits(0n),
    energyOfMonths: energyBefore(state, month),
    debtPaidThisMonth: {},
  };
}

function energyBefore(state: PurchaseState, month: Month): readonly EnergyOfMonth[] {
  const ended =
    state.month === null || state.energyThisMonth === 0
      ? []
      : [{ month: state.month, energy: state.energyThisMonth }];
  const oldest = monthIndex(month) - MONTHS_KEPT;
  return [...ended, ...state.energyOfMonths].filter((one) => monthIndex(one.month) >= oldest);
}

/** The energy of a number of months before the month of the sums. */
export function energyOfMonthsBefore(state: PurchaseState, months: number): number {
  if (state.month === null) return 0;
  const oldest = monthIndex(state.month) - months;
  let energy = 0;
  for (const one of state.energyOfMonths) {
    if (monthIndex(one.month) >= oldest) energy += one.energy;
  }
  return energy;
}

/** The state a purchase leaves behind. What a line shows is what is remembered: no second sum. */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Period } from './calendar.ts';
import { settle } from './fixed-charge.ts';
import type { DueFreeUnits } from './free-units.ts';
import { ownEntry } from './own-entry.ts';
import { MICRO_PER_TENTH } from './price-ladder.ts';
import type { PurchasePlan } from './purchase-plan.ts';
import type { FreeClaim, PurchaseState } from './purchase-state.ts';
import type { QuoteLine } from './quote.ts';
import type { BoughtCurrency, BoughtEnergy } from './quote-lines.ts';
import { divideCeil } from './rounding.ts';

export function stateAfter(
  plan: PurchasePlan,
  tendered: MinorUnits,
  bought: BoughtEnergy | BoughtCurrency,
  lines: readonly QuoteLine[],
): PurchaseState {
  const { state } = plan;
  const sold = bought.kind === 'energy' ? bought.tenths : 0;
  return {
    ...withFreeUnits(state, plan.free),
    energyThisMonth: tenthKwh(plan.startTenths + sold),
    tenderedThisMonth: minorUnits(state.tenderedThisMonth + tendered),
    ...chargesAfter(plan, lines),
    debtPaidThisMonth: debtsAfter(state, lines),
    carriedMicroKwh: bought.kind === 'energy' ? carriedAfter(plan, bought) : state.carriedMicroKwh,
  };
}

/** The state after free units were claimed. */
export function withFreeUnits(state: PurchaseState, free: readonly DueFreeUnits[]): PurchaseState {
  if (free.length === 0) return state;
  const claimedThrough: Record<string, FreeClaim> = { ...state.claimedThrough };
  let counted: number = state.energyThisMonth;
  let given: number = state.freeEnergyThisMonth;
  for (const { units, energy, periods, through } of free) {
    claimedThrough[units.id] = { period: through, taken: periods };
    given += energy;
    if (units.countsForSteps) counted += energy;
  }
  return {
    ...state,
    claimedThrough,
    energyThisMonth: tenthKwh(counted),
    freeEnergyThisMonth: tenthKwh(given),
  };
}

/** What is given ahead of the money after the purchase, rounded down to a millionth of a kWh. */
function carriedAfter(plan: PurchasePlan, bought: BoughtEnergy): number {
  if (plan.context.tariff.rounding === 'given') return 0;
  const given = BigInt(plan.startTenths + bought.tenths) * MICRO_PER_TENTH;
  return Number(given - plan.position - divideCeil(bought.sold.microKwh, bought.sold.parts));
}

function chargesAfter(
  plan: PurchasePlan,
  lines: readonly QuoteLine[],
): Pick<PurchaseState, 'chargedThrough' | 'partPaid'> {
  const { chargedThrough, partPaid } = plan.state;
  if (plan.owed.length === 0) return { chargedThrough, partPaid };
  const through: Record<string, Period> = { ...chargedThrough };
  const parts: Record<string, MinorUnits> = { ...partPaid };
  for (const line of lines) {
    if (line.kind !== 'fixed') continue;
    const owed = plan.owed.find((one) => one.charge.id === line.id);
    if (owed === undefined) continue;
    const settled = settle(owed, line.money);
    if (settled.through !== null) through[line.id] = settled.through;
    if (settled.partPaid > 0n) parts[line.id] = settled.partPaid;
    else delete parts[line.id];
  }
  return { chargedThrough: through, partPaid: parts };
}

function debtsAfter(
  state: PurchaseState,
  lines: readonly QuoteLine[],
): PurchaseState['debtPaidThisMonth'] {
  if (!lines.some((line) => line.kind === 'debt')) return state.debtPaidThisMonth;
  const paid: Record<string, MinorUnits> = { ...state.debtPaidThisMonth };
  for (const line of lines) {
    if (line.kind !== 'debt') continue;
    paid[line.id] = minorUnits((ownEntry(paid, line.id) ?? 0n) + line.money);
  }
  return paid;
}

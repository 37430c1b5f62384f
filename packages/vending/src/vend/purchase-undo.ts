/**
 * Taking a purchase back from what past purchases left behind. A vend that the security module
 * refuses for good has already been counted, and other vends of the same customer may have come
 * after it. Sums are therefore taken back additively; what was paid or claimed "through" a period is
 * set back only where it still says what this purchase had set, since a later one that went on from
 * there must not be paid twice.
 */
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Month } from '@wattvend/tariff/calendar.js';
import type { PurchaseState } from '@wattvend/tariff/purchase-state.js';

/** What a purchase counted in the sums of its month. */
export interface PurchaseSums {
  readonly month: Month;
  readonly energy: TenthKwh;
  readonly freeEnergy: TenthKwh;
  readonly tendered: MinorUnits;
}

type Charged = PurchaseState['chargedThrough'][string];
type Claimed = PurchaseState['claimedThrough'][string];

interface Change<Value> {
  readonly id: string;
  readonly before: Value | null;
  readonly after: Value;
}

/** What a purchase changed beside the sums that its vend tells by itself. */
export interface PurchaseUndo {
  /** The month it was counted in, where that is not its own: a clock was set back over the turn. */
  readonly month: Month | null;
  readonly energy: TenthKwh;
  readonly freeEnergy: TenthKwh;
  readonly charged: readonly Change<Charged>[];
  readonly claimed: readonly Change<Claimed>[];
  readonly partPaid: readonly { readonly id: string; readonly paid: MinorUnits }[];
  readonly debtPaid: readonly { readonly id: string; readonly paid: MinorUnits }[];
  readonly carriedMicroKwh: number;
}

/** Null when the sums are all that changed, and are what the vend says. */
export function purchaseUndo(
  before: PurchaseState,
  after: PurchaseState,
  sums: PurchaseSums,
): PurchaseUndo | null {
  const isSameMonth = before.month === after.month;
  const undo: PurchaseUndo = {
    month: after.month === sums.month ? null : after.month,
    energy: tenthKwh(after.energyThisMonth - (isSameMonth ? before.energyThisMonth : 0)),
    freeEnergy: tenthKwh(
      after.freeEnergyThisMonth - (isSameMonth ? before.freeEnergyThisMonth : 0),
    ),
    charged: changes(before.chargedThrough, after.chargedThrough, (a, b) => a === b),
    claimed: changes(before.claimedThrough, after.claimedThrough, isSameClaim),
    partPaid: paid(before.partPaid, after.partPaid),
    debtPaid: paid(isSameMonth ? before.debtPaidThisMonth : {}, after.debtPaidThisMonth),
    carriedMicroKwh: after.carriedMicroKwh - before.carriedMicroKwh,
  };
  const isPlain =
    undo.month === null &&
    undo.energy === sums.energy &&
    undo.freeEnergy === sums.freeEnergy &&
    undo.carriedMicroKwh === 0 &&
    undo.charged.length + undo.claimed.length + undo.partPaid.length + undo.debtPaid.length === 0;
  return isPlain ? null : undo;
}

function changes<Value>(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
  isSame: (a: Value, b: Value) => boolean,
): readonly Change<Value>[] {
  return Object.entries(after).flatMap(([id, value]) => {
    const was = before[id];
    if (was !== undefined && isSame(was, value)) return [];
    return [{ id, before: was ?? null, after: value }];
  });
}

/** The differences of two sets of sums; one that is not named is zero. */
function paid(
  before: Readonly<Record<string, MinorUnits>>,
  after: Readonly<Record<string, MinorUnits>>,
): PurchaseUndo['partPaid'] {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids].flatMap((id) => {
    const difference = (after[id] ?? 0n) - (before[id] ?? 0n);
    return difference === 0n ? [] : [{ id, paid: minorUnits(difference) }];
  });
}

function isSameClaim(a: Claimed, b: Claimed): boolean {
  return a.period === b.period && a.taken === b.taken;
}

/** The state without the purchase. No sum falls below zero, whatever came between. */
export function takeBackPurchase(
  state: PurchaseState,
  sums: PurchaseSums,
  undo: PurchaseUndo | null,
): PurchaseState {
  const energy = undo?.energy ?? sums.energy;
  const month = undo?.month ?? sums.month;
  const isThisMonth = state.month === month;
  return {
    ...state,
    ...(isThisMonth
      ? {
          energyThisMonth: lessEnergy(state.energyThisMonth, energy),
          freeEnergyThisMonth: lessEnergy(
            state.freeEnergyThisMonth,
            undo?.freeEnergy ?? sums.freeEnergy,
          ),
          tenderedThisMonth: lessMoney(state.tenderedThisMonth, sums.tendered),
          debtPaidThisMonth: lessPaid(state.debtPaidThisMonth, undo?.debtPaid ?? []),
        }
      : {
          energyOfMonths: state.energyOfMonths.flatMap((each) => {
            if (each.month !== month) return [each];
            const left = lessEnergy(each.energy, energy);
            return left === 0 ? [] : [{ month: each.month, energy: left }];
          }),
        }),
    chargedThrough: setBack(state.chargedThrough, undo?.charged ?? [], (a, b) => a === b),
    claimedThrough: setBack(state.claimedThrough, undo?.claimed ?? [], isSameClaim),
    partPaid: lessPaid(state.partPaid, undo?.partPaid ?? []),
    carriedMicroKwh: Math.max(0, state.carriedMicroKwh - (undo?.carriedMicroKwh ?? 0)),
  };
}

function lessEnergy(sum: TenthKwh, energy: TenthKwh): TenthKwh {
  return tenthKwh(Math.max(0, sum - energy));
}

function lessMoney(sum: MinorUnits, money: MinorUnits): MinorUnits {
  return minorUnits(sum > money ? sum - money : 0n);
}

function lessPaid(
  sums: Readonly<Record<string, MinorUnits>>,
  paidBack: PurchaseUndo['partPaid'],
): Readonly<Record<string, MinorUnits>> {
  const left = new Map(Object.entries(sums));
  for (const { id, paid: money } of paidBack) {
    const sum = lessMoney(left.get(id) ?? minorUnits(0n), money);
    if (sum === 0n) left.delete(id);
    else left.set(id, sum);
  }
  return Object.fromEntries(left);
}

function setBack<Value>(
  values: Readonly<Record<string, Value>>,
  undone: readonly Change<Value>[],
  isSame: (a: Value, b: Value) => boolean,
): Readonly<Record<string, Value>> {
  const left = new Map(Object.entries(values));
  for (const { id, before, after } of undone) {
    const now = left.get(id);
    if (now === undefined || !isSame(now, after)) continue;
    if (before === null) left.delete(id);
    else left.set(id, before);
  }
  return Object.fromEntries(left);
}

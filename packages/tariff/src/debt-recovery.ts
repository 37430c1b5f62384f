/**
 * What a tender pays of a customer's debts. Each debt has a rule and a place in the order. The
 * utility's greatest share of a tender holds for all debts together, but for those recovered whole.
 * The least amounts are set aside before the order gives out the rest, so that a debt in front
 * cannot starve one behind of the little it must have. A greatest share of nothing lets such debts
 * rest, least amounts and all: otherwise no tender could ever be large enough.
 */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { ownEntry } from './own-entry.ts';
import type { DebtDue } from './quote.ts';
import { BASIS_POINTS_ONE } from './rate-weights.ts';
import { largerOf, smallerOf } from './rounding.ts';
import type { BasisPoints } from './tariff.ts';

export interface DebtShare {
  readonly debt: DebtDue;
  /** Exact, in ten-thousandths of a minor unit. */
  readonly takenE4: bigint;
}

export interface DebtShares {
  readonly shares: readonly DebtShare[];
  readonly totalE4: bigint;
  /** False when the share the utility allows is smaller than the least amounts together. */
  readonly isEnough: boolean;
}

export function debtsInOrder(debts: readonly DebtDue[]): readonly DebtDue[] {
  if (debts.length === 0) return debts;
  const open = debts.filter((debt) => debt.balance > 0n);
  return open.toSorted((first, second) => first.priority - second.priority);
}

/** `debts` are in order; `paidThisMonth` is by debt. */
export function debtShares(
  debts: readonly DebtDue[],
  paidThisMonth: Readonly<Record<string, MinorUnits>>,
  tendered: bigint,
  mostShare: BasisPoints,
): DebtShares {
  if (debts.length === 0) return { shares: [], totalE4: 0n, isEnough: true };
  const wanted = debts.map((debt) =>
    wantedE4(debt, ownEntry(paidThisMonth, debt.debtId) ?? 0n, tendered),
  );
  const floors = debts.map((debt, index) =>
    debt.recovery.kind === 'whole' || mostShare === 0
      ? 0n
      : smallerOf(debt.least * BASIS_POINTS_ONE, wanted[index] ?? 0n),
  );
  let spare = tendered * BigInt(mostShare);
  for (const floor of floors) spare -= floor;
  const isEnough = spare >= 0n;
  const shares: DebtShare[] = [];
  let totalE4 = 0n;
  for (const [index, debt] of debts.entries()) {
    const most = wanted[index] ?? 0n;
    const floor = floors[index] ?? 0n;
    const isWhole = debt.recovery.kind === 'whole';
    const takenE4 = isWhole ? most : smallerOf(most, floor + largerOf(spare, 0n));
    if (!isWhole) spare -= takenE4 - floor;
    totalE4 += takenE4;
    if (takenE4 > 0n) shares.push({ debt, takenE4 });
  }
  return { shares, totalE4, isEnough };
}

/** What the rule alone would take. */
function wantedE4(debt: DebtDue, paidThisMonth: bigint, tendered: bigint): bigint {
  const balanceE4 = debt.balance * BASIS_POINTS_ONE;
  const { recovery } = debt;
  switch (recovery.kind) {
    case 'whole':
      return balanceE4;
    case 'share': {
      const share = largerOf(tendered * BigInt(recovery.share), debt.least * BASIS_POINTS_ONE);
      return smallerOf(balanceE4, share);
    }
    case 'fixed': {
      const paid = recovery.per === 'month' ? paidThisMonth : 0n;
      return smallerOf(balanceE4, largerOf(recovery.money - paid, 0n) * BASIS_POINTS_ONE);
    }
  }
}

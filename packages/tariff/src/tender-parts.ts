/**
 * What of a tender is taken before any energy, exactly. Nothing is rounded here: the rounding of
 * lines must not decide how much energy a tender buys, or a larger tender could buy less.
 *
 * More money never leaves less for energy, wherever anything is left at all. A part that is not yet
 * at its greatest amount takes at least its share of the tender; so if something is left, those
 * shares add up to less than the whole, and of each further unit something is left too.
 */
import type { DebtShares } from './debt-recovery.ts';
import { debtShares } from './debt-recovery.ts';
import type { OwedCharge } from './fixed-charge.ts';
import type { PurchasePlan } from './purchase-plan.ts';
import { BASIS_POINTS_ONE } from './rate-weights.ts';
import { largerOf, smallerOf } from './rounding.ts';
import type { ChannelFee } from './tariff.ts';

/** Money for a component as the fraction money / parts of a minor unit, without its rates. */
export interface FeePart {
  readonly fee: ChannelFee;
  readonly money: bigint;
  readonly parts: bigint;
}

export interface FixedPart {
  readonly owed: OwedCharge;
  readonly money: bigint;
  readonly parts: bigint;
}

export interface TenderParts {
  readonly fees: readonly FeePart[];
  readonly debts: DebtShares;
  readonly fixed: readonly FixedPart[];
  /** In parts of the plan's `unit`, with all rates; below zero when the tender is too small. */
  readonly leftAfterDebts: bigint;
  readonly left: bigint;
}

export function tenderParts(plan: PurchasePlan, tendered: bigint): TenderParts {
  const { scale, weightOf } = plan.weights;
  let left = tendered * plan.unit;
  const fees: FeePart[] = [];
  for (const fee of plan.fees) {
    const moneyE4 = feeE4(fee, tendered);
    if (moneyE4 === 0n) continue;
    left -= moneyE4 * weightOf(fee.id);
    fees.push({ fee, money: moneyE4, parts: BASIS_POINTS_ONE });
  }
  const { context } = plan;
  const paidThisMonth = plan.state.debtPaidThisMonth;
  const debts = debtShares(plan.debts, paidThisMonth, tendered, context.mostDebtShare);
  left -= debts.totalE4 * scale;
  const leftAfterDebts = left;
  const fixed: FixedPart[] = [];
  for (const owed of plan.owed) {
    const weight = weightOf(owed.charge.id);
    const gross = grossOf(owed, weight, tendered, scale);
    left -= gross;
    if (gross > 0n) fixed.push({ owed, money: gross, parts: weight * BASIS_POINTS_ONE });
  }
  return { fees, debts, fixed, leftAfterDebts, left };
}

function feeE4(fee: ChannelFee, tendered: bigint): bigint {
  const share = largerOf(tendered * BigInt(fee.rate), fee.least * BASIS_POINTS_ONE);
  return fee.most === null ? share : smallerOf(share, fee.most * BASIS_POINTS_ONE);
}

/** What is taken for a fixed charge with its rates, in parts of the plan's unit. */
function grossOf(owed: OwedCharge, weight: bigint, tendered: bigint, scale: bigint): bigint {
  const whole = owed.owed * weight * BASIS_POINTS_ONE;
  const { ifTooSmall } = owed.charge;
  if (ifTooSmall.kind === 'refuse') return whole;
  return smallerOf(whole, tendered * BigInt(ifTooSmall.partShare) * scale);
}

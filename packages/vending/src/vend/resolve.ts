/**
 * What the security module's answers make of a vend, pure: posted or declined, with what has to be
 * taken back of the customer's account. The database and the model of the tests use it alike.
 */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { IssueAnswer } from '@wattvend/security-module/security-module.js';
import type { LocalDate } from '@wattvend/tariff/calendar.js';
import { monthOf } from '@wattvend/tariff/calendar.js';
import type { PurchaseState } from '@wattvend/tariff/purchase-state.js';
import { takeBackPurchase } from './purchase-undo.ts';
import { issueOutcome, issueRequests } from './token-plan.ts';
import type { IssuedToken, Vend } from './vend.ts';

export interface Answered {
  readonly vend: Vend;
  /** One for each of its tokens, in their order. */
  readonly answers: readonly IssueAnswer[];
}

export interface Resolution {
  /** As it stands afterwards. */
  readonly vend: Vend;
  /** All that was made, also when the vend is declined. */
  readonly issued: readonly IssuedToken[];
  /** What is taken back of what the vend had changed: all of it, its free units, or nothing. */
  readonly takeBack: 'all' | 'free' | 'nothing';
}

export function resolution(
  { vend, answers }: Answered,
  now: Instant,
  decimalPlaces: number,
): Resolution {
  const outcome = issueOutcome(issueRequests(vend, decimalPlaces), answers);
  const { state, declinedReason, issued, isFreeRefused } = outcome;
  const resolved = { ...vend, state, declinedReason, resolvedAt: now, tokenCount: issued.length };
  if (state === 'declined') return { vend: resolved, issued, takeBack: 'all' };
  const posted = { ...resolved, tokens: issued };
  if (!isFreeRefused) return { vend: posted, issued, takeBack: 'nothing' };
  return {
    vend: { ...posted, freeEnergy: tenthKwh(0), lines: linesWithoutFree(vend) },
    issued,
    takeBack: 'free',
  };
}

export function linesWithoutFree({ lines }: Pick<Vend, 'lines'>): Vend['lines'] {
  return lines.filter((line) => line.kind !== 'free');
}

/** What past purchases left behind, without this one. `reserved` is the vend as it was reserved. */
export function stateTakenBack(
  state: PurchaseState,
  reserved: Vend,
  takeBack: 'all' | 'free',
  localDate: (at: Instant) => LocalDate,
): PurchaseState {
  const { credit, freeEnergy, tendered, undo } = reserved;
  const month = monthOf(localDate(reserved.requestedAt));
  const bought = credit.kind === 'energy' ? credit.energy : tenthKwh(0);
  if (takeBack === 'all') {
    return takeBackPurchase(state, { month, energy: bought, freeEnergy, tendered }, undo);
  }
  // What was paid for stays; free units that count for the steps are part of the undo's energy.
  const sums = { month, energy: tenthKwh(0), freeEnergy, tendered: minorUnits(0n) };
  if (undo === null) return takeBackPurchase(state, sums, null);
  return takeBackPurchase(state, sums, {
    month: undo.month,
    energy: tenthKwh(Math.max(0, undo.energy - bought)),
    freeEnergy: undo.freeEnergy,
    charged: [],
    claimed: undo.claimed,
    partPaid: [],
    debtPaid: [],
    carriedMicroKwh: 0,
  });
}

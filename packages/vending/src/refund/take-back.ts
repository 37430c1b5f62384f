/**
 * What past purchases left behind, when one of them is given back: the energy and the money of its
 * month, charges that were paid, debts that were collected. Changed under the agreement's lock, as
 * the desk does when a vend is declined.
 */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { monthOf as monthOfInstant } from '@wattvend/quantities/month.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { LocalDate } from '@wattvend/tariff/calendar.js';
import { monthOf } from '@wattvend/tariff/calendar.js';
import type { PurchaseState } from '@wattvend/tariff/purchase-state.js';
import { writePurchaseState } from '@wattvend/tariff/purchase-state.js';
import { localDates } from '../utility/local-date.ts';
import type { Utility } from '../utility/utility.ts';
import { debtLinesOf } from '../vend/decide.ts';
import { takeBackPurchase } from '../vend/purchase-undo.ts';
import { stateTakenBack } from '../vend/resolve.ts';
import { storedLinesTakenBack } from '../vend/stored-lines.ts';
import { purchaseStateOf } from '../vend/supply.ts';
import type { AgreementId, Vend } from '../vend/vend.ts';
import { linesTakenBack } from './taken-back-lines.ts';

/**
 * All of a vend, when nothing of it reached the meter it was meant for; what was paid for, leaving
 * the free units that came with it; or a part of its energy.
 */
export type TakenBack =
  | { readonly kind: 'all' }
  | { readonly kind: 'paid' }
  | { readonly kind: 'part'; readonly unused: TenthKwh; readonly money: MinorUnits };

const statement = (name: string) =>
  loadStatement(new URL(`../../sql/vend/${name}`, import.meta.url));
const lockStatesStatement = statement('lock-agreement-states.sql');
const updateAgreementsStatement = statement('update-agreements.sql');
const collectDebtsStatement = statement('collect-debts.sql');
const insertTakenBackStatement = loadStatement(
  new URL('../../sql/refund/insert-taken-back.sql', import.meta.url),
);

/** The refund or the repair that takes a vend back, and when. */
export interface TakingDeed {
  readonly deedId: string;
  readonly now: Instant;
}

export async function takeBack(
  tx: Transaction,
  utility: Utility,
  vend: Vend,
  taken: TakenBack,
  deed: TakingDeed,
): Promise<void> {
  const { utilityId } = utility;
  await record(tx, utility, vend, taken, deed);
  const agreementId = vend.agreement?.agreementId;
  if (agreementId === undefined) throw new Error(`vend ${vend.vendId} has no agreement`);
  const { rows } = await tx.query<{
    readonly agreement_id: AgreementId;
    readonly purchase_state: unknown;
  }>(lockStatesStatement, [utilityId, [agreementId]]);
  const [row] = rows;
  if (row === undefined) throw new Error(`agreement ${agreementId} is gone`);
  const state = purchaseStateOf(agreementId, row.purchase_state);
  const left = stateWithout(state, vend, taken, localDates(utility.timeZone)(vend.requestedAt));
  const written = JSON.stringify(writePurchaseState(left));
  await tx.query(updateAgreementsStatement, [utilityId, [agreementId], [written]]);
  const debts = taken.kind === 'part' ? [] : debtLinesOf(vend);
  if (debts.length === 0) return;
  await tx.query(collectDebtsStatement, [
    utilityId,
    debts.map((line) => line.id),
    debts.map((line) => -line.money),
  ]);
}

/** What the reports count against the sales of this day. */
async function record(
  tx: Transaction,
  { utilityId }: Utility,
  vend: Vend,
  taken: TakenBack,
  { deedId, now }: TakingDeed,
): Promise<void> {
  const { vendId, tendered, credit, freeEnergy } = vend;
  const isPart = taken.kind === 'part';
  const energy = credit.kind === 'energy' ? credit.energy : tenthKwh(0);
  await tx.query(insertTakenBackStatement, [
    ...[utilityId, deedId, vendId, monthOfInstant(vend.requestedAt), now, monthOfInstant(now)],
    isPart ? taken.money : tendered,
    isPart ? taken.unused : energy,
    taken.kind === 'all' ? freeEnergy : 0,
    !isPart,
    storedLinesTakenBack(linesTakenBack(vend, taken)),
  ]);
}

/** Pure; `on` is the day of the vend on the utility's calendar. */
export function stateWithout(
  state: PurchaseState,
  vend: Vend,
  taken: TakenBack,
  on: LocalDate,
): PurchaseState {
  if (taken.kind === 'all') return stateTakenBack(state, vend, 'all', () => on);
  const month = monthOf(on);
  const freeEnergy = tenthKwh(0);
  if (taken.kind === 'part') {
    const { unused: energy, money: tendered } = taken;
    return takeBackPurchase(state, { month, energy, freeEnergy, tendered }, null);
  }
  const { credit, tendered, undo } = vend;
  const energy = credit.kind === 'energy' ? credit.energy : tenthKwh(0);
  // Free units that came with it stay claimed and counted.
  const paid =
    undo === null
      ? null
      : { ...undo, energy: tenthKwh(Math.min(undo.energy, energy)), freeEnergy, claimed: [] };
  return takeBackPurchase(state, { month, energy, freeEnergy, tendered }, paid);
}

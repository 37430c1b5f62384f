/** What goes wrong at the tills of the invented town: money given back, and a token for the wrong meter. */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { listDebts } from '@wattvend/vending/debts.js';
import type { RepairId } from '@wattvend/vending/repairs.js';
import { requestRepair } from '@wattvend/vending/repairs.js';
import type { NewRefund } from '@wattvend/vending/request-refund.js';
import { requestRefund } from '@wattvend/vending/request-refund.js';
import { runDueRepairs } from '@wattvend/vending/run-repairs.js';
import type { Vend } from '@wattvend/vending/vend.js';
import { approve, makerOf } from './decisions.ts';
import type { History, HistoryDay } from './live-through.ts';

// So often in a history, whatever its length.
const REFUNDS = 24;
const REPAIRS = 6;
// Days before the first of them: somebody must have bought something.
const FIRST_REFUND = 4;
const FIRST_REPAIR = 6;

type Case = Pick<NewRefund, 'proof' | 'moneyTo' | 'reason'> & { readonly isPart: boolean };

const CASES: readonly Case[] = [
  {
    ...{ proof: 'meter_evidence', moneyTo: 'vendor_float', isPart: false },
    reason: 'The meter burnt before the token was keyed in',
  },
  {
    ...{ proof: 'meter_evidence', moneyTo: 'bank', isPart: true },
    reason: 'Moved out; the rest stood on the display',
  },
  {
    ...{ proof: 'duplicate_payment', moneyTo: 'customer_credit', isPart: false },
    reason: 'Paid twice within a minute',
  },
  {
    ...{ proof: 'meter_evidence', moneyTo: 'debt', isPart: false },
    reason: 'Wants it put against the debt',
  },
  {
    ...{ proof: 'wrong_meter', moneyTo: 'customer_credit', isPart: false },
    reason: 'Bought for the house next door, which is empty',
  },
];

export async function giveMoneyBack(history: History, day: HistoryDay): Promise<void> {
  const { days } = history;
  const every = Math.max(Math.floor(days / REFUNDS), 2);
  if (day.index % every === FIRST_REFUND % every && day.index >= FIRST_REFUND) {
    const next = CASES[Math.floor(day.index / every) % CASES.length];
    if (next !== undefined) await refund(history, next);
  }
  const repairsEvery = Math.max(Math.floor(days / REPAIRS), 3);
  if (day.index % repairsEvery === FIRST_REPAIR % repairsEvery && day.index >= FIRST_REPAIR) {
    // Rather one whose free units went astray with it.
    const vend =
      takeRecent(history, ({ freeEnergy }) => freeEnergy > 0) ?? takeRecent(history, () => true);
    if (vend !== null) await repair(history, vend, day);
  }
}

/** A sale of the last days that nobody has complained about yet. */
function takeRecent({ recent, chance }: History, suits: (vend: Vend) => boolean): Vend | null {
  const candidates = recent.filter(suits);
  if (candidates.length === 0) return null;
  const vend = chance.pick(candidates);
  recent.splice(recent.indexOf(vend), 1);
  return vend;
}

async function refund(history: History, { isPart, ...known }: Case): Promise<void> {
  const { database, utility, clock, chance } = history;
  const debt = known.moneyTo === 'debt' ? await debtToPay(history) : null;
  const vend =
    debt?.vend ??
    takeRecent(history, ({ credit }) => credit.kind === 'energy' && credit.energy >= 10);
  if (vend === null || vend.credit.kind !== 'energy') return;
  const refundId = chance.uuid() as NewRefund['refundId'];
  const order: NewRefund = {
    ...{ ...known, refundId, vendId: vend.vendId, author: makerOf(history) },
    moneyTo: debt === null && known.moneyTo === 'debt' ? 'bank' : known.moneyTo,
    debtId: debt?.debtId ?? null,
    unused: isPart ? tenthKwh(Math.floor(vend.credit.energy / 3)) : null,
    ...{ proofReference: `Photo ${chance.whole(1_000, 9_999)}`, proofOrderId: null },
  };
  const answer = await requestRefund(database, utility, order, clock.now);
  if (answer.kind === 'refused') throw new Error(`no refund: ${answer.refusal.code}`);
  await approve(history, refundId);
}

/** A recent sale of somebody who owes more than it cost. */
async function debtToPay(
  history: History,
): Promise<{ readonly vend: Vend; readonly debtId: NonNullable<NewRefund['debtId']> } | null> {
  const { database, utility, recent } = history;
  const owing = new Set(history.debts.map(({ agreementId }) => agreementId));
  for (const vend of recent) {
    const agreementId = vend.agreement?.agreementId;
    if (agreementId === undefined || !owing.has(agreementId)) continue;
    const debts = await listDebts(database, utility.utilityId, agreementId);
    const debt = debts.find(({ owed, state }) => state === 'open' && owed > vend.tendered);
    if (debt === undefined) continue;
    recent.splice(recent.indexOf(vend), 1);
    return { vend, debtId: debt.debtId };
  }
  return null;
}

async function repair(history: History, vend: Vend, day: HistoryDay): Promise<void> {
  const { database, utility, clock, chance, desk, town } = history;
  const others = town.filter(
    ({ household, meterNumber }) =>
      household.connectedOn < day.index && meterNumber !== vend.meter.meterNumber,
  );
  if (others.length === 0) return;
  const repairId = chance.uuid() as RepairId;
  const order = {
    ...{ repairId, vendId: vend.vendId, toMeterNumber: chance.pick(others).meterNumber },
    ...{ statement: 'The customer holds the receipt; the token was not keyed in' },
    ...{ displayCode: null, reason: 'One digit wrong at the till', author: makerOf(history) },
  };
  const answer = await requestRepair(database, utility, order, clock.now);
  if (answer.kind === 'refused') throw new Error(`no repair: ${answer.refusal}`);
  await approve(history, repairId);
  await runDueRepairs({ database, utility, desk, clock: () => clock.now });
}

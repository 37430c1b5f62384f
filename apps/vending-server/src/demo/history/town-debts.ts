/** What people of the invented town owe beside the electricity. */
import { minorUnits } from '@wattvend/quantities/money.js';
import { basisPoints } from '@wattvend/tariff/tariff.js';
import type { DebtId, NewDebt } from '@wattvend/vending/debts.js';
import { findMeterCard } from '@wattvend/vending/meter-card.js';
import { putDebt } from '@wattvend/vending/put-debt.js';
import { DEMO_SIGN_IN_NAME } from '../demo-utility.ts';
import type { History, HistoryDay } from './live-through.ts';
import type { Household } from './town.ts';

// Of a hundred new connections that many pay the connection by instalments.
const CONNECTIONS = 35;
const CONNECTION_MINOR = 45_000;
// Of a thousand households that many are fined on a day.
const FINES_PER_MILLE = 0.05;
const FINE_MINOR = 60_000;

/** New connections on instalments, and now and then a fine. */
export async function ownDebts(history: History, day: HistoryDay): Promise<void> {
  const { chance } = history;
  for (const { household } of history.town) {
    if (household.isBusiness || household.connectedOn > day.index) continue;
    const isNew = household.connectedOn === day.index;
    if (isNew && chance.percent(CONNECTIONS)) await owe(history, day, household, 'connection');
    if (chance.percent(FINES_PER_MILLE / 10)) await owe(history, day, household, 'tamper');
  }
}

async function owe(
  history: History,
  { date }: HistoryDay,
  { meterNumber }: Household,
  kind: 'connection' | 'tamper',
): Promise<void> {
  const { database, utility, clock, chance } = history;
  const card = await findMeterCard(database, utility.utilityId, meterNumber);
  if (card?.agreement === null || card === null) throw new Error(`nobody has ${meterNumber}`);
  const debt: NewDebt = {
    debtId: chance.uuid() as DebtId,
    agreementId: card.agreement.agreementId,
    kind,
    name: kind === 'connection' ? 'Connection fee' : 'Tamper fine',
    principal: minorUnits(BigInt(kind === 'connection' ? CONNECTION_MINOR : FINE_MINOR)),
    priority: kind === 'connection' ? 10 : 5,
    recovery:
      kind === 'connection'
        ? { kind: 'share', share: basisPoints(2_000) }
        : { kind: 'fixed', money: minorUnits(5_000n), per: 'month' },
    least: minorUnits(0n),
    agreedOn: date,
    collectFrom: date,
    reference: `Form ${chance.whole(1_000, 9_999)}`,
    createdBy: DEMO_SIGN_IN_NAME,
  };
  const answer = await putDebt(database, utility, debt, clock.now);
  if (answer.kind === 'refused') throw new Error(`no debt: ${answer.refusal.code}`);
}

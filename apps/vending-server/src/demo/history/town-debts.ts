/**
 * What people of the invented town owe beside the electricity: what the books before these said, new
 * connections on instalments, fines; and what is written off in the end.
 */
import { minorUnits } from '@wattvend/quantities/money.js';
import { basisPoints } from '@wattvend/tariff/tariff.js';
import type { ApprovalId } from '@wattvend/vending/approvals.js';
import type { DebtId, NewDebt } from '@wattvend/vending/debts.js';
import { findDebt } from '@wattvend/vending/debts.js';
import { findMeterCard } from '@wattvend/vending/meter-card.js';
import { putDebt } from '@wattvend/vending/put-debt.js';
import { requestWriteOff } from '@wattvend/vending/write-off.js';
import { DEMO_SIGN_IN_NAME } from '../demo-utility.ts';
import { approve, makerOf } from './decisions.ts';
import type { History, HistoryDay } from './live-through.ts';
import type { Household } from './town.ts';

// Of a hundred new connections that many pay the connection by instalments.
const CONNECTIONS = 35;
const CONNECTION_MINOR = 45_000;
// Of a thousand households that many are fined on a day.
const FINES_PER_MILLE = 0.05;
const FINE_MINOR = 60_000;
// Of a hundred households that many owed something when the books began.
const ARREARS = 9;
const ARREARS_MINOR = { least: 80, most: 900, step: 100 };
// After which shares of the history a debt is written off, first a part and then all of another.
const WRITTEN_OFF_AFTER = [0.55, 0.7];

type Kind = 'arrears' | 'connection' | 'tamper';

const NAMES = {
  ...{ arrears: 'Arrears taken over', connection: 'Connection fee', tamper: 'Tamper fine' },
} as const satisfies Readonly<Record<Kind, string>>;
const PRIORITIES = { arrears: 20, connection: 10, tamper: 5 } as const;

/** New connections on instalments, and now and then a fine. */
export async function ownDebts(history: History, day: HistoryDay): Promise<void> {
  const { chance } = history;
  for (const { household } of history.town) {
    if (household.isBusiness || household.connectedOn > day.index) continue;
    const isNew = household.connectedOn === day.index;
    if (day.index === 0 && isNew && chance.percent(ARREARS)) {
      await owe(history, day, household, 'arrears');
    }
    if (isNew && chance.percent(CONNECTIONS)) await owe(history, day, household, 'connection');
    if (chance.percent(FINES_PER_MILLE / 10)) await owe(history, day, household, 'tamper');
  }
}

async function owe(
  history: History,
  { date }: HistoryDay,
  { meterNumber }: Household,
  kind: Kind,
): Promise<void> {
  const { database, utility, clock, chance } = history;
  const card = await findMeterCard(database, utility.utilityId, meterNumber);
  if (card === null || card.agreement === null) throw new Error(`nobody has ${meterNumber}`);
  const debt: NewDebt = {
    debtId: chance.uuid() as DebtId,
    agreementId: card.agreement.agreementId,
    ...{ kind, name: NAMES[kind], principal: principalOf(history, kind) },
    priority: PRIORITIES[kind],
    recovery:
      kind === 'tamper'
        ? { kind: 'fixed', money: minorUnits(5_000n), per: 'month' }
        : { kind: 'share', share: basisPoints(kind === 'arrears' ? 1_000 : 2_000) },
    least: minorUnits(0n),
    agreedOn: date,
    collectFrom: date,
    reference: `Form ${chance.whole(1_000, 9_999)}`,
    createdBy: DEMO_SIGN_IN_NAME,
  };
  const answer = await putDebt(database, utility, debt, clock.now);
  if (answer.kind === 'refused') throw new Error(`no debt: ${answer.refusal.code}`);
  history.debts.push({ debtId: debt.debtId, agreementId: debt.agreementId });
}

function principalOf({ chance }: History, kind: Kind): NewDebt['principal'] {
  if (kind === 'tamper') return minorUnits(BigInt(FINE_MINOR));
  if (kind === 'connection') return minorUnits(BigInt(CONNECTION_MINOR));
  const { least, most, step } = ARREARS_MINOR;
  return minorUnits(BigInt(chance.whole(least, most) * step));
}

/** Half of one debt, and later all of another, by two people. */
export async function writeDebtsOff(history: History, day: HistoryDay): Promise<void> {
  const { database, utility, chance, clock, debts, days } = history;
  const time = WRITTEN_OFF_AFTER.findIndex((after) => day.index === Math.floor(days * after));
  if (time === -1) return;
  const start = chance.whole(0, Math.max(debts.length - 1, 0));
  for (const { debtId } of [...debts.slice(start), ...debts.slice(0, start)]) {
    const debt = await findDebt(database, utility.utilityId, debtId);
    if (debt === null || debt.state !== 'open' || debt.owed < 2n) continue;
    const approvalId = chance.uuid() as ApprovalId;
    const author = makerOf(history);
    const order = {
      ...{ approvalId, debtId, money: time === 0 ? minorUnits(debt.owed / 2n) : debt.owed },
      ...{ reason: 'The estate has nothing left', documentReference: `Court ${day.index}` },
      ...{ requestedBy: author.userId, address: author.address },
    };
    const answer = await requestWriteOff(database, utility, order, clock.now);
    if (answer.kind === 'refused') throw new Error(`no write-off: ${answer.refusal.code}`);
    await approve(history, approvalId);
    return;
  }
}

/** What people of the invented town pay at a till beside electricity: fines, connections, debts. */
import { minorUnits } from '@wattvend/quantities/money.js';
import { findDebt } from '@wattvend/vending/debts.js';
import { findMeterCard } from '@wattvend/vending/meter-card.js';
import type { NewPayment, PaymentId } from '@wattvend/vending/payments.js';
import { reversePayment } from '@wattvend/vending/reverse-payment.js';
import { takePayment } from '@wattvend/vending/take-payment.js';
import { DEMO_SIGN_IN_NAME } from '../demo-utility.ts';
import { makerOf } from './decisions.ts';
import type { History, HistoryDay } from './live-through.ts';
import { MARKET_KIOSK, putInTill } from './town-vendors.ts';

const PRICES_MINOR = { connection: 95_000n, conversion: 140_000n, tamper: 60_000n } as const;
// One of each kind so often in a history, and on other days one now and then.
const TIMES = 12;
const NOW_AND_THEN_PERCENT = 12;
const INSTALMENT_MINOR = 10_000n;

export async function takePayments(history: History, day: HistoryDay): Promise<void> {
  const { chance, days } = history;
  const every = Math.ceil(days / TIMES);
  if (day.index % every === Math.floor(every / 2)) {
    await payDebt(history);
    await pay(history, day, 'tamper');
    await pay(history, day, 'conversion');
    const connection = await pay(history, day, 'connection');
    if (chance.percent(40) || day.index < every) await giveBack(history, connection);
    return;
  }
  if (!chance.percent(NOW_AND_THEN_PERCENT)) return;
  if (chance.percent(60)) await payDebt(history);
  else await pay(history, day, chance.pick(['tamper', 'connection'] as const));
}

async function pay(
  history: History,
  day: HistoryDay,
  kind: keyof typeof PRICES_MINOR,
): Promise<PaymentId | null> {
  const { database, utility, chance, town } = history;
  const connected = town.filter(({ household }) => household.connectedOn <= day.index);
  const { meterNumber } = chance.pick(connected);
  const card = await findMeterCard(database, utility.utilityId, meterNumber);
  if (card === null || card.agreement === null) throw new Error(`nobody has ${meterNumber}`);
  const money = PRICES_MINOR[kind];
  const of = { kind, debtId: null, agreementId: card.agreement.agreementId };
  return await take(history, { ...of, money: minorUnits(money) });
}

/** An instalment that was brought, or all that was left. */
async function payDebt(history: History): Promise<void> {
  const { database, utility, chance, debts } = history;
  if (debts.length === 0) return;
  const { debtId, agreementId } = chance.pick(debts);
  const debt = await findDebt(database, utility.utilityId, debtId);
  if (debt === null || debt.owed === 0n || debt.state !== 'open') return;
  const isAll = debt.owed < INSTALMENT_MINOR || chance.percent(30);
  const money = isAll ? debt.owed : minorUnits(INSTALMENT_MINOR);
  await take(history, { kind: 'debt', debtId, agreementId, money });
}

async function take(
  history: History,
  of: Pick<NewPayment, 'kind' | 'debtId' | 'agreementId' | 'money'>,
): Promise<PaymentId | null> {
  const { database, utility, clock, chance, vendors, refused } = history;
  const vendor = vendors[MARKET_KIOSK];
  if (vendor === undefined) throw new RangeError('the town has no kiosk');
  const cashier = chance.pick(vendor.cashiers);
  const paymentId = chance.uuid() as PaymentId;
  const documentReference = `Form ${chance.whole(1_000, 9_999)}`;
  const answer = await takePayment(
    database,
    utility,
    {
      ...{ ...of, paymentId, documentReference, vendorId: vendor.vendorId },
      ...{ soldBy: cashier.name, operatorId: cashier.userId, channel: vendor.channel },
      payment: { method: vendor.paymentMethod, reference: null },
    },
    clock.now,
  );
  if (answer.kind === 'refused') {
    const { code } = answer.refusal;
    refused.set(code, (refused.get(code) ?? 0) + 1);
    return null;
  }
  putInTill(cashier, vendor.paymentMethod, of.money);
  history.payments.set(paymentId, { cashier, method: vendor.paymentMethod, money: of.money });
  return paymentId;
}

async function giveBack(history: History, paymentId: PaymentId | null): Promise<void> {
  if (paymentId === null) return;
  const { database, utility, clock, chance, payments } = history;
  const order = {
    ...{ reversalId: chance.uuid(), paymentId, reason: 'Entered for the wrong account' },
    ...{ reversedBy: DEMO_SIGN_IN_NAME, author: makerOf(history) },
  };
  const answer = await reversePayment(database, utility, order, clock.now);
  if (answer.kind === 'refused') throw new Error(`not given back: ${answer.refusal}`);
  const taken = payments.get(paymentId);
  if (taken !== undefined) putInTill(taken.cashier, taken.method, -taken.money);
}

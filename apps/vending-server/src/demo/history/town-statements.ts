/**
 * The mobile-money service's statement of each month: nearly all that was sold, a few lines short, and
 * a few that nobody knows. It is imported and reconciled like every other.
 */
import { formatMinorUnits } from '@wattvend/quantities/money.js';
import { instant, minutes } from '@wattvend/quantities/time.js';
import { importStatement } from '@wattvend/vending/import-statement.js';
import { knownPaymentsOf } from '@wattvend/vending/known-payments.js';
import type { PaymentSource, PaymentSourceId } from '@wattvend/vending/payment-source.js';
import { reconcile } from '@wattvend/vending/reconcile.js';
import { putPaymentSource } from '@wattvend/vending/stored-source.js';
import type { Vend } from '@wattvend/vending/vend.js';
import { DEMO_SIGN_IN_NAME } from '../demo-utility.ts';
import type { Chance } from './chance.ts';
import type { History, HistoryDay, HistoryOrder } from './live-through.ts';
import type { TownVendor } from './town-vendors.ts';

const CLEARING = 'mobile_money_clearing';
const STATEMENT_ON = '03';
// Statements are read in since so many days.
const STATEMENT_DAYS = 100;
// Of a hundred lines that many are missing, and so many have other money.
const MISSING_PERCENT = 0.7;
const UNKNOWN_MOST = 2;

function actorOf({ people }: Pick<HistoryOrder, 'people'>) {
  return { kind: 'user', id: people.maker, address: null } as const;
}

export async function openPaymentSource(
  order: HistoryOrder,
  chance: Chance,
  { vendorId, name, paymentMethod }: TownVendor,
): Promise<PaymentSourceId> {
  const { database, utility, clock } = order;
  const sourceId = chance.uuid() as PaymentSourceId;
  const source: PaymentSource = {
    ...{ sourceId, kind: 'mobile_money', name: `Statements of ${name}` },
    ...{ clearingAccount: CLEARING, timeZone: 'UTC', moneyBasis: 'gross' },
    ...{ expectedFee: null, paymentMethods: [paymentMethod], vendorId, takesDeposits: false },
    matchWindow: minutes(60),
    format: {
      ...{ kind: 'csv', encoding: 'utf-8', delimiter: ',', skipLines: 0, hasHeader: true },
      ...{ ignoreLinesThatBegin: [], decimalSeparator: '.', thousandsSeparator: '' },
      ...{ dateFormat: 'YYYY-MM-DD HH:mm:ss', money: { kind: 'signed', column: 'Amount' } },
      ...{ date: 'Completed', externalId: 'Receipt', reference: null, meterNumber: 'Account' },
      ...{ payer: 'Payer', fee: null, status: null },
    },
  };
  const author = { name: DEMO_SIGN_IN_NAME, actor: actorOf(order), now: clock.now };
  const answer = await putPaymentSource(database, utility.book, source, author);
  if (answer.kind !== 'put') throw new Error(`no payment source: ${JSON.stringify(answer)}`);
  return sourceId;
}

export async function importStatements(history: History, day: HistoryDay): Promise<void> {
  const { database, utility, clock, chance, statement } = history;
  if (day.index < history.days - STATEMENT_DAYS) {
    statement.vends.splice(0);
    statement.from = day.start;
    return;
  }
  // The last day may not come to its evening.
  const isDue = day.date.endsWith(STATEMENT_ON) || day.index >= history.days - 2;
  const told = statement.vends.filter(({ requestedAt }) => requestedAt < day.start);
  if (!isDue || told.length === 0) return;
  const later = statement.vends.slice(told.length);
  statement.vends.splice(0, statement.vends.length, ...later);
  const { sourceId } = statement;
  const newId = chance.uuid;
  const by = { actor: actorOf(history), now: clock.now, newId };
  const imported = await importStatement(database, utility, {
    ...{ fileId: chance.uuid() as never, sourceId, name: `statement-${day.date}.csv` },
    ...{ octets: Buffer.from(statementOf(chance, told)), importedBy: DEMO_SIGN_IN_NAME, ...by },
  });
  if (imported.kind === 'refused') throw new Error(`no statement: ${imported.refusal}`);
  const span = { from: statement.from, to: day.start };
  statement.from = day.start;
  const run = await reconcile(
    database,
    utility,
    { ...{ runId: chance.uuid() as never, sourceId, ...span, runBy: DEMO_SIGN_IN_NAME }, ...by },
    knownPaymentsOf(database, utility.utilityId),
  );
  if (run.kind === 'refused') throw new Error(`not reconciled: ${run.refusal}`);
}

function statementOf(chance: Chance, vends: readonly Vend[]): string {
  const missing = chance.whole(0, vends.length - 1);
  const lines = vends.flatMap((vend, at) => {
    if (at === missing || chance.percent(MISSING_PERCENT)) return [];
    const { requestedAt, tendered, meter, payment } = vend;
    return [lineOf(payment?.reference ?? '', requestedAt, tendered, meter.meterNumber)];
  });
  const last = vends.at(-1);
  for (let unknown = chance.whole(1, UNKNOWN_MOST); unknown > 0 && last !== undefined; unknown--) {
    const money = BigInt(chance.whole(2, 30) * 1_000);
    lines.push(lineOf(`P${chance.uuid().slice(0, 13)}`, last.requestedAt, money, ''));
  }
  return `${['Receipt,Completed,Amount,Account,Payer', ...lines].join('\n')}\n`;
}

function lineOf(receipt: string, at: number, money: bigint, account: string): string {
  const completed = new Date(instant(at)).toISOString().slice(0, 19).replace('T', ' ');
  return [receipt, completed, formatMinorUnits(money as never, 2), account, 'A customer'].join(',');
}

/**
 * A tariff tried out before anybody buys under it: what is wrong with it, and what it would give a
 * customer who is only described. The figures are those of `quotePurchase`, which a vend also uses,
 * so that what is seen while a tariff is written is what will be sold. Nothing is written.
 */
import { setImmediate as others } from 'node:timers/promises';
import type { Database } from '@wattvend/database/database.js';
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { LocalDate, Period } from '@wattvend/tariff/calendar.js';
import {
  dayIndex,
  monthAt,
  monthIndex,
  monthOf,
  periodAt,
  periodIndexOf,
} from '@wattvend/tariff/calendar.js';
import type { PurchaseState } from '@wattvend/tariff/purchase-state.js';
import { NO_PURCHASES } from '@wattvend/tariff/purchase-state.js';
import type { PublishedValues, QuoteAnswer } from '@wattvend/tariff/quote.js';
import { moneyForEnergy, quotePurchase } from '@wattvend/tariff/quote.js';
import type { PriceE4Minor, Tariff } from '@wattvend/tariff/tariff.js';
import { basisPoints } from '@wattvend/tariff/tariff.js';
import { quoteOrder } from '../quote/supply-quote.ts';
import { localDates } from '../utility/local-date.ts';
import type { Utility } from '../utility/utility.ts';
import type { AgreementId } from '../vend/vend.ts';
import { readPublishedValues } from './published-values.ts';

/** The customer and the day that are thought of. */
export interface TrialSituation {
  /** Of the purchase; null is today. */
  readonly date: LocalDate | null;
  readonly channel: string;
  readonly energyThisMonth: TenthKwh;
  readonly tenderedThisMonth: MinorUnits;
  /** In each of the twelve months before. */
  readonly energyOfEachMonth: TenthKwh;
  /** Whether fixed charges are paid up to the present period. */
  readonly chargesPaid: boolean;
  /** How many whole months before this one the customer has been there and has paid nothing. */
  readonly monthsOwed: number;
  readonly exemptions: readonly string[];
  readonly entitlements: readonly string[];
  /** Prices per kWh by component, instead of what is published or before it is. */
  readonly assumed: Readonly<Record<string, PriceE4Minor>>;
}

export type TrialAsk =
  | { readonly kind: 'money'; readonly tendered: MinorUnits }
  | { readonly kind: 'energy'; readonly energy: TenthKwh };

/** One answer for each thing asked, all from the same situation. The tariff must have no fault. */
export async function tryTariff(
  database: Pick<Database, 'query'>,
  utility: Pick<Utility, 'utilityId' | 'timeZone'>,
  tariff: Tariff,
  trial: { readonly situation: TrialSituation; readonly asks: readonly TrialAsk[] },
  now: Instant,
): Promise<readonly QuoteAnswer[]> {
  const { situation, asks } = trial;
  const today = situation.date ?? localDates(utility.timeZone)(now);
  const published = await readPublishedValues(database, utility.utilityId, today, now);
  const context = quoteOrder({
    agreement: {
      ...{ agreementId: 'trial' as AgreementId, accountNumber: '', beganAt: now },
      ...{ exemptions: situation.exemptions, entitlements: situation.entitlements },
      ...{ mostDebtShare: basisPoints(0), tariffId: '', tariffVersion: null, state: NO_PURCHASES },
    },
    state: stateOf(tariff, situation, today),
    debts: [],
    ...{ tariff, today, channel: situation.channel },
    values: { ...published, ...assumedFrom(situation.assumed, today) },
    since: monthsBefore(today, situation.monthsOwed),
  });
  const answers: QuoteAnswer[] = [];
  for (const ask of asks) {
    answers.push(
      ask.kind === 'money'
        ? quotePurchase({ ...context, tendered: ask.tendered })
        : moneyForEnergy(context, ask.energy),
    );
    // A tariff of many steps takes its time, and a vend must not wait while it is tried out.
    await others();
  }
  return answers;
}

/** As if each were published for the month of the day. */
function assumedFrom(assumed: TrialSituation['assumed'], today: LocalDate): PublishedValues {
  return Object.fromEntries(
    Object.entries(assumed).map(([id, price]) => [id, [{ month: monthOf(today), price }]]),
  );
}

/** The first day of the month so many months before. */
function monthsBefore(date: LocalDate, months: number): LocalDate {
  const first = monthAt(monthIndex(monthOf(date)) - months);
  return { year: Math.floor(first / 100), month: first % 100, day: 1 };
}

function stateOf(tariff: Tariff, situation: TrialSituation, today: LocalDate): PurchaseState {
  const { energyThisMonth, tenderedThisMonth, energyOfEachMonth } = situation;
  const month = monthOf(today);
  const before = Array.from({ length: 12 }, (_, at) => monthAt(monthIndex(month) - 1 - at));
  const chargedThrough: Record<string, Period> = {};
  if (situation.chargesPaid) {
    for (const { id, per } of tariff.fixed) {
      chargedThrough[id] = periodAt(per, periodIndexOf(per, today));
    }
  } else if (situation.monthsOwed === 0) {
    // A charge by the day is owed for today, not for all the days of the month so far.
    for (const { id, per } of tariff.fixed) {
      if (per === 'day') chargedThrough[id] = periodAt(per, dayIndex(today) - 1);
    }
  }
  return {
    ...NO_PURCHASES,
    ...{ month, energyThisMonth, tenderedThisMonth, chargedThrough },
    energyOfMonths:
      energyOfEachMonth === 0
        ? []
        : before.map((each) => ({ month: each, energy: tenthKwh(energyOfEachMonth) })),
  };
}

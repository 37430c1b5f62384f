/**
 * Lives through the past of the invented town, day by day, by the very use cases that the platform
 * sells with: only the clock is another. So whatever holds for a utility holds for this one.
 *
 * The same order and seed make the same past, but for keys and what is derived from them.
 */
import type { Database } from '@wattvend/database/database.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { SecurityModule } from '@wattvend/security-module/security-module.js';
import type { AgreementId, DebtId } from '@wattvend/vending/debts.js';
import { importFile } from '@wattvend/vending/import-file.js';
import type { PaymentSourceId } from '@wattvend/vending/payment-source.js';
import type { Utility } from '@wattvend/vending/utility.js';
import type { Vend } from '@wattvend/vending/vend.js';
import type { VendDesk } from '@wattvend/vending/vend-desk.js';
import { createVendDesk } from '@wattvend/vending/vend-desk.js';
import { endOfWallDate, wallDates } from '../../wall-date.ts';
import { DEMO_SIGN_IN_NAME } from '../demo-utility.ts';
import type { Chance } from './chance.ts';
import { createChance } from './chance.ts';
import type { Living, Purchase } from './purchases.ts';
import { purchasesOf } from './purchases.ts';
import { inventTown, townFile } from './town.ts';
import { ownDebts, writeDebtsOff } from './town-debts.ts';
import { closeMonth, endVendorDays } from './town-nights.ts';
import { claimFreeUnits, orderTokens } from './town-orders.ts';
import { takePayments } from './town-payments.ts';
import { approveTownTariffs, publishFuel, raisePrices } from './town-prices.ts';
import { giveMoneyBack } from './town-refunds.ts';
import { replaceMeters } from './town-replacements.ts';
import { importStatements, openPaymentSource } from './town-statements.ts';
import { closeTills, openTills } from './town-tills.ts';
import type { Cashier, TownVendor } from './town-vendors.ts';
import {
  fillFloats,
  openTownVendors,
  PESA_DIRECT,
  putInTill,
  requestOf,
  troubleVendors,
} from './town-vendors.ts';

export interface HistoryOrder {
  readonly database: Database;
  readonly module: SecurityModule;
  readonly utility: Utility;
  /** Ids of the users who ask and who approve. */
  readonly people: { readonly maker: string; readonly checker: string };
  readonly meters: number;
  readonly days: number;
  /** The first instant of the history; its days follow. */
  readonly begin: Instant;
  /** Nothing happens after it: the day it is in stays unfinished, with its tills open. */
  readonly end: Instant;
  readonly seed: number;
  /** The clock that database and security module were given; this moves it. */
  readonly clock: { now: Instant };
  readonly onDay: (progress: HistoryProgress) => void;
}

export interface HistoryProgress {
  /** YYYY-MM-DD */
  readonly date: string;
  readonly daysDone: number;
  readonly days: number;
  readonly vends: number;
}

export interface HistoryResult {
  readonly vends: number;
  /** What was not sold, by refusal: people with too little money, as in life. */
  readonly refused: Readonly<Record<string, number>>;
}

/** What the days of the history share. */
export interface History extends HistoryOrder {
  readonly chance: Chance;
  readonly desk: VendDesk;
  readonly town: readonly Living[];
  readonly vendors: readonly TownVendor[];
  readonly householdTariffId: string;
  readonly refused: Map<string, number>;
  readonly debts: { readonly debtId: DebtId; readonly agreementId: AgreementId }[];
  /** The sales of the last days, oldest first. */
  readonly recent: Vend[];
  /** Payments of accounts, for whoever gives them back. */
  readonly payments: Map<string, TakenPayment>;
  /** What stands on the next statement of the mobile-money service. */
  readonly statement: {
    readonly sourceId: PaymentSourceId;
    readonly vends: Vend[];
    from: Instant;
  };
  yesterday: string | null;
  vends: number;
}

interface TakenPayment {
  readonly cashier: Cashier;
  readonly method: string;
  readonly money: bigint;
}

export interface HistoryDay {
  readonly index: number;
  readonly date: string;
  readonly isFirstOfMonth: boolean;
  readonly start: Instant;
  at(hour: number): Instant;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
// As many tills sell at the same moment.
const AT_ONCE = 64;
const RECENT_MOST = 400;
// The days before the last ones need not be told by the hour.
const DAYS_BY_THE_HOUR = 7;
const NIGHT_HOUR = 2.25;
const TILLS_OPEN_HOUR = 4.75;

export async function liveThrough(order: HistoryOrder): Promise<HistoryResult> {
  const history = await begin(order);
  const dateOf = wallDates(order.utility.timeZone);
  for (let index = 0; index < order.days; index++) {
    const day = dayAt(order, index, dateOf);
    await liveDay(history, day);
    const { days, onDay } = order;
    onDay({ date: day.date, daysDone: index + 1, days, vends: history.vends });
  }
  return { vends: history.vends, refused: Object.fromEntries(history.refused) };
}

async function begin(order: HistoryOrder): Promise<History> {
  const { database, module, utility, clock, meters, days } = order;
  clock.now = order.begin;
  const chance = createChance(order.seed);
  const vendors = await openTownVendors(order, chance);
  const householdTariffId = await approveTownTariffs(order, chance);
  const town = inventTown(chance, { meters, days, vendors: vendors.length });
  const desk = createVendDesk({ database, module, book: utility.book, clock: () => clock.now });
  const pesa = vendors[PESA_DIRECT];
  if (pesa === undefined) throw new RangeError('the town has no mobile money');
  const sourceId = await openPaymentSource(order, chance, pesa);
  return {
    ...order,
    ...{ chance, desk, vendors, householdTariffId, refused: new Map(), vends: 0 },
    ...{ debts: [], recent: [], payments: new Map(), yesterday: null },
    statement: { sourceId, vends: [], from: order.begin },
    town: town.map((household) => ({
      ...{ household, meterNumber: household.meterNumber, leftTenthKwh: 0 },
    })),
  };
}

function dayAt(order: HistoryOrder, index: number, dateOf: (at: Instant) => string): HistoryDay {
  // Noon is on the same date whatever summer time does.
  const date = dateOf(instant(order.begin + index * DAY_MS + DAY_MS / 2));
  const before = dateOf(instant(Date.parse(`${date}T12:00:00Z`) - DAY_MS));
  const start = endOfWallDate(before, dateOf);
  return {
    ...{ index, date, start, isFirstOfMonth: index === 0 || date.endsWith('-01') },
    at: (hour) => instant(start + hour * HOUR_MS),
  };
}

async function liveDay(history: History, day: HistoryDay): Promise<void> {
  const { clock } = history;
  const comes = (at: Instant): boolean => {
    if (at > history.end) return false;
    // The clock is never put back: the first day may begin at noon.
    if (at > clock.now) clock.now = at;
    return true;
  };
  if (!comes(day.start)) return;
  await beginDay(history, day);
  if (!comes(day.at(NIGHT_HOUR))) return;
  await endVendorDays(history, history.yesterday);
  await closeMonth(history, day);
  if (!comes(day.at(4))) return;
  if (day.isFirstOfMonth) await history.desk.sweep();
  await ownDebts(history, day);
  await troubleVendors(history, day);
  await fillFloats(history);
  if (!comes(day.at(TILLS_OPEN_HOUR))) return;
  await openTills(history);
  await sellAll(history, day, comes);
  if (!comes(instant(day.at(23) + HOUR_MS / 4))) return;
  await takePayments(history, day);
  await closeTills(history, day);
  if (!comes(instant(day.at(23) + HOUR_MS / 2))) return;
  await claimFreeUnits(history, day);
  await orderTokens(history, day);
  await replaceMeters(history, day);
  await giveMoneyBack(history, day);
  await writeDebtsOff(history, day);
  await importStatements(history, day);
  history.yesterday = day.date;
}

async function beginDay(history: History, day: HistoryDay): Promise<void> {
  if (day.isFirstOfMonth) await publishFuel(history, day);
  await raisePrices(history, day);
  await connect(history, day);
}

async function sellAll(
  history: History,
  day: HistoryDay,
  comes: (at: Instant) => boolean,
): Promise<void> {
  const ofYear = Math.floor((Date.parse(day.date) - Date.parse(day.date.slice(0, 4))) / DAY_MS);
  const atAllHours = day.index >= history.days - DAYS_BY_THE_HOUR;
  const of = { index: day.index, ofYear, atAllHours };
  const purchases = purchasesOf(history.chance, history.town, of);
  for (let hour = 0; hour < 24; hour++) {
    const now = purchases.filter((purchase) => purchase.hour === hour);
    if (now.length === 0) continue;
    if (!comes(day.at(hour))) return;
    for (let from = 0; from < now.length; from += AT_ONCE) {
      const some = now.slice(from, from + AT_ONCE);
      const sold = await Promise.all(some.map((each) => buy(history, each)));
      // In the order of the purchases, whichever was first.
      remember(
        history,
        sold.filter((vend) => vend !== null),
      );
    }
  }
}

function remember({ recent, statement, vendors }: History, sold: readonly Vend[]): void {
  recent.push(...sold);
  recent.splice(0, Math.max(recent.length - RECENT_MOST, 0));
  const pesa = vendors[PESA_DIRECT];
  statement.vends.push(...sold.filter(({ vendor }) => vendor?.vendorId === pesa?.vendorId));
}

/** New connections come as files, as they do in life. */
async function connect(history: History, day: HistoryDay): Promise<void> {
  const households = history.town
    .map(({ household }) => household)
    .filter(({ connectedOn }) => connectedOn === day.index);
  if (households.length === 0) return;
  const { database, utility, chance, clock } = history;
  const answer = await importFile(database, utility.utilityId, {
    ...{ importId: chance.uuid() as never, kind: 'customers_and_meters', isTrial: false },
    ...{ octets: Buffer.from(townFile(households)), newId: chance.uuid },
    ...{ by: DEMO_SIGN_IN_NAME, at: clock.now },
  });
  if (answer.kind !== 'result' || answer.result.state !== 'imported') {
    throw new Error(`the town's file was not imported: ${JSON.stringify(answer)}`);
  }
}

async function buy(history: History, purchase: Purchase): Promise<Vend | null> {
  const { desk, refused } = history;
  const { request, cashier } = requestOf(history, purchase);
  const answer = await desk.vend(request);
  if (answer.kind === 'refused') {
    refused.set(answer.refusal.code, (refused.get(answer.refusal.code) ?? 0) + 1);
    return null;
  }
  const { vend } = answer;
  if (vend.state !== 'posted') throw new Error(`vend ${vend.vendId} is ${vend.state}`);
  history.vends += 1;
  putInTill(cashier, request.payment?.method ?? '', request.tendered);
  const energy = vend.credit.kind === 'energy' ? vend.credit.energy : 0;
  purchase.living.leftTenthKwh += energy + vend.freeEnergy;
  return vend;
}

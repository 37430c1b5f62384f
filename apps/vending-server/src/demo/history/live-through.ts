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
import { importFile } from '@wattvend/vending/import-file.js';
import type { Utility } from '@wattvend/vending/utility.js';
import type { VendDesk } from '@wattvend/vending/vend-desk.js';
import { createVendDesk } from '@wattvend/vending/vend-desk.js';
import { endOfWallDate, wallDates } from '../../wall-date.ts';
import { DEMO_SIGN_IN_NAME } from '../demo-utility.ts';
import type { Chance } from './chance.ts';
import { createChance } from './chance.ts';
import type { Living, Purchase } from './purchases.ts';
import { purchasesOf } from './purchases.ts';
import { inventTown, townFile } from './town.ts';
import { ownDebts } from './town-debts.ts';
import { orderTokens } from './town-orders.ts';
import { approveTownTariffs, publishFuel, raisePrices } from './town-prices.ts';
import { replaceMeters } from './town-replacements.ts';
import type { TownVendor } from './town-vendors.ts';
import { fillFloats, openTownVendors, requestOf } from './town-vendors.ts';

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
  vends: number;
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
  return {
    ...order,
    ...{ chance, desk, vendors, householdTariffId, refused: new Map(), vends: 0 },
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
  // The clock is never put back: the first day may begin at noon.
  const moveTo = (at: Instant): void => {
    if (at > clock.now) clock.now = at;
  };
  moveTo(day.start);
  if (day.isFirstOfMonth) await publishFuel(history, day);
  await raisePrices(history, day);
  await connect(history, day);
  moveTo(day.at(4));
  if (day.isFirstOfMonth) await history.desk.sweep();
  await ownDebts(history, day);
  await fillFloats(history);
  const ofYear = Math.floor((Date.parse(day.date) - Date.parse(day.date.slice(0, 4))) / DAY_MS);
  const purchases = purchasesOf(history.chance, history.town, { index: day.index, ofYear });
  for (let hour = 0; hour < 24; hour++) {
    const now = purchases.filter((purchase) => purchase.hour === hour);
    if (now.length === 0) continue;
    moveTo(day.at(hour));
    for (let from = 0; from < now.length; from += AT_ONCE) {
      await Promise.all(now.slice(from, from + AT_ONCE).map((each) => buy(history, each)));
    }
  }
  moveTo(instant(day.at(23) + HOUR_MS / 2));
  await orderTokens(history, day);
  await replaceMeters(history, day);
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

async function buy(history: History, purchase: Purchase): Promise<void> {
  const { desk, refused } = history;
  const answer = await desk.vend(requestOf(history, purchase));
  if (answer.kind === 'refused') {
    refused.set(answer.refusal.code, (refused.get(answer.refusal.code) ?? 0) + 1);
    return;
  }
  const { vend } = answer;
  if (vend.state !== 'posted') throw new Error(`vend ${vend.vendId} is ${vend.state}`);
  history.vends += 1;
  const energy = vend.credit.kind === 'energy' ? vend.credit.energy : 0;
  purchase.living.leftTenthKwh += energy + vend.freeEnergy;
}

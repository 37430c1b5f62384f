/**
 * The end of a vendor's day. First one transaction fixes what belongs to the day; then the vends are
 * read and added up, page by page, with no lock held; then another transaction writes the sums and
 * posts the commission. Whatever stops it between, the next call goes on from there and comes to the
 * same sums, the same root and the same one entry, since nothing but what was fixed decides them.
 */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import { postEntries } from '@wattvend/ledger/entry.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { monthOf } from '@wattvend/quantities/month.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import { derivedId } from '../utility/derived-id.ts';
import type { Utility } from '../utility/utility.ts';
import type { VendorId } from '../vend/vend.ts';
import { accountOf } from './accounts.ts';
import type { StoredCommissionVersion } from './commission-rules.ts';
import { listCommissionVersions, versionOn } from './commission-rules.ts';
import type { DaySums } from './day-sums.ts';
import { sumsOf } from './day-sums.ts';
import type { DayVend } from './day-vends.ts';
import { vendsOfDay } from './day-vends.ts';
import { coverFloor } from './suspension.ts';
import type { VendorDay } from './vendor-days.ts';
import { findUnfinishedDay, findVendorDay, monthBefore, writeSums } from './vendor-days.ts';
import type { Vendor } from './vendors.ts';
import { findVendor, lockVendor } from './vendors.ts';

/**
 * How long after midnight a day can be closed at the soonest, in milliseconds: longer than any
 * transaction that began before midnight can last, with all its repetitions.
 */
const GRACE_MS = 5 * 60_000;

export interface DayClosing {
  readonly vendorId: VendorId;
  /** YYYY-MM-DD on the utility's calendar. */
  readonly day: string;
  readonly closedBy: string;
}

/** Why a day is not closed, in order. */
export const END_OF_DAY_REFUSALS = [
  'vendor_not_found',
  'day_not_next',
  'day_not_over',
  'vends_unresolved',
] as const;

export type EndOfDayRefusal =
  | { readonly code: 'day_not_next'; readonly next: string }
  | { readonly code: 'day_not_over'; readonly from: Instant }
  | {
      readonly code: Exclude<(typeof END_OF_DAY_REFUSALS)[number], 'day_not_next' | 'day_not_over'>;
    };

export type EndOfDayAnswer =
  | { readonly kind: 'closed'; readonly day: VendorDay; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: EndOfDayRefusal };

type Fixed =
  | { readonly kind: 'fixed'; readonly day: VendorDay; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: EndOfDayRefusal };

interface NextDayRow {
  readonly day: string;
  readonly from_ms: bigint;
  readonly to_ms: bigint;
  readonly late_from_ms: bigint;
}

const nextDayStatement = loadStatement(new URL('../../sql/vendor/next-day.sql', import.meta.url));
const unresolvedStatement = loadStatement(
  new URL('../../sql/vendor/vends-unresolved.sql', import.meta.url),
);
const insertDayStatement = loadStatement(
  new URL('../../sql/vendor/insert-vendor-day.sql', import.meta.url),
);

/**
 * Closes a vendor's day, once; closing it again answers the same. Days are closed one after the
 * other. Refusals: END_OF_DAY_REFUSALS, in order.
 */
export async function closeDay(
  database: Database,
  utility: Utility,
  closing: DayClosing,
  now: Instant,
): Promise<EndOfDayAnswer> {
  const { utilityId } = utility;
  // The sums of a month go from day to day, so a closing that was interrupted is finished first.
  const unfinished = await findUnfinishedDay(database, utilityId, closing.vendorId);
  if (unfinished !== null) await finishDay(database, utility, unfinished, now);
  const fixed = await database.transaction((tx) => fixDay(tx, utility, closing, now));
  if (fixed.kind === 'refused') return fixed;
  const closed =
    fixed.day.closed === null ? await finishDay(database, utility, fixed.day, now) : fixed.day;
  return { kind: 'closed', day: closed, first: fixed.first };
}

/** The first transaction: decides, once, what belongs to the day. */
async function fixDay(
  tx: Transaction,
  utility: Utility,
  closing: DayClosing,
  now: Instant,
): Promise<Fixed> {
  const { utilityId } = utility;
  const { vendorId, day, closedBy } = closing;
  const vendor = await lockVendor(tx, utilityId, vendorId);
  if (vendor === null) return refused({ code: 'vendor_not_found' });
  const known = await findVendorDay(tx, utilityId, { vendorId, day });
  if (known !== null) return { kind: 'fixed', day: known, first: false };
  const next = await nextDay(tx, utility, vendorId);
  if (next.day !== day) return refused({ code: 'day_not_next', next: next.day });
  const from = instant(Number(next.to_ms) + GRACE_MS);
  if (now < from) return refused({ code: 'day_not_over', from });
  const { rows } = await tx.query<{ readonly unresolved: boolean }>(unresolvedStatement, [
    utilityId,
    vendor.floatAccountId,
    next.to_ms,
  ]);
  if (rows[0]?.unresolved !== false) return refused({ code: 'vends_unresolved' });
  const rule = versionOn(await listCommissionVersions(tx, utilityId, vendorId), day);
  const lateFrom = Number(next.late_from_ms);
  await tx.query(insertDayStatement, [
    utilityId,
    vendorId,
    day,
    next.from_ms,
    next.to_ms,
    // A clock set back must not make two days overlap.
    Math.max(now, lateFrom + 1),
    lateFrom,
    closedBy,
    rule?.version ?? null,
  ]);
  const fixed = await findVendorDay(tx, utilityId, { vendorId, day });
  if (fixed === null) throw new Error(`day ${day} of ${vendorId} was begun and is not there`);
  return { kind: 'fixed', day: fixed, first: true };
}

async function nextDay(
  tx: Transaction,
  { utilityId, timeZone }: Utility,
  vendorId: VendorId,
): Promise<NextDayRow> {
  const values = [utilityId, vendorId, timeZone];
  const { rows } = await tx.query<NextDayRow>(nextDayStatement, values);
  const [row] = rows;
  if (row === undefined) throw new Error(`vendor ${vendorId} was held and is gone`);
  return row;
}

/** Reads, adds up, and writes what came out, unless somebody else did meanwhile. */
async function finishDay(
  database: Database,
  utility: Utility,
  day: VendorDay,
  now: Instant,
): Promise<VendorDay> {
  const { utilityId } = utility;
  const { version, vends, before } = await vendsWithCommission(database, utility, day);
  const sums = await sumsOf(vends, before);
  return await database.transaction(async (tx) => {
    const vendor = await lockVendor(tx, utilityId, day.vendorId);
    const found = await findVendorDay(tx, utilityId, day);
    if (vendor === null || found === null) throw new Error('a day that was begun is gone');
    if (found.closed !== null) return found;
    const paid = version?.paid ?? null;
    await writeSums(tx, utilityId, { day, sums, paid }, now);
    await settle(tx, utility, { vendor, day, sums, paid }, now);
    const finished = await findVendorDay(tx, utilityId, day);
    if (finished === null) throw new Error('a day that was finished is gone');
    return finished;
  });
}

/** The vends of a day that was begun, each with its commission: for closing it and for checking it. */
export async function vendsWithCommission(
  tx: Pick<Transaction, 'query'>,
  { utilityId }: Utility,
  day: VendorDay,
): Promise<{
  readonly version: StoredCommissionVersion | null;
  readonly before: DaySums['month'];
  readonly vends: AsyncGenerator<DayVend>;
}> {
  const vendor = await findVendor(tx, utilityId, day.vendorId);
  if (vendor === null) throw new Error(`day ${day.day} has no vendor`);
  const versions = await listCommissionVersions(tx, utilityId, day.vendorId);
  const version = versions.find((each) => each.version === day.commissionVersion) ?? null;
  const before = await monthBefore(tx, utilityId, day);
  const { floatAccountId } = vendor;
  const rule = version?.rule ?? null;
  const vends = vendsOfDay(tx, utilityId, { span: day, floatAccountId, rule, before });
  return { version, before, vends };
}

/** Into the float, or owed until somebody pays it. */
async function settle(
  tx: Transaction,
  utility: Utility,
  found: {
    readonly vendor: Vendor;
    readonly day: VendorDay;
    readonly sums: DaySums;
    readonly paid: 'daily' | 'monthly' | null;
  },
  now: Instant,
): Promise<void> {
  const { vendor, day, sums, paid } = found;
  if (paid === null || sums.commission === 0n) return;
  const expense = await accountOf(tx, utility, 'commission_expense');
  const earned =
    paid === 'daily' ? vendor.floatAccountId : await accountOf(tx, utility, 'commission_payable');
  const entry = {
    entryId: derivedId('commission', vendor.vendorId, day.day),
    kind: 'commission',
    // Of the cut, which is fixed: however often it is tried, it is posted once.
    month: monthOf(day.cut),
    resolvesReservation: false,
    postings: [
      { accountId: expense, money: sums.commission },
      { accountId: earned, money: minorUnits(-sums.commission) },
    ],
  } as const;
  await Promise.all(postEntries(tx, utility.book, [entry], now));
  if (paid === 'daily') await coverFloor(tx, utility.utilityId, vendor);
}

function refused(refusal: EndOfDayRefusal): Fixed & { readonly kind: 'refused' } {
  return { kind: 'refused', refusal };
}

/**
 * The vends of a vendor's day, one by one, each with what it earns. What belongs to a day was fixed
 * when it began to be closed, so this gives the same whenever it is asked: in the closing, after a
 * crash, and for whoever checks it years later.
 */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { AccountId, UtilityId } from '@wattvend/ledger/account.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { monthOf } from '@wattvend/quantities/month.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { VendId, VendorId } from '../vend/vend.ts';
import type { Commission, CommissionRule, MonthVolume } from './commission.ts';
import { commissionOf, volumeAfter } from './commission.ts';

/** What belongs to a day. */
export interface DaySpan {
  readonly vendorId: VendorId;
  /** YYYY-MM-DD on the utility's calendar. */
  readonly day: string;
  readonly from: Instant;
  readonly to: Instant;
  /** Vends finished from this moment on go to a later day. */
  readonly cut: Instant;
  /** The cut of the day before. */
  readonly lateFrom: Instant;
}

export interface DayVend {
  readonly vendId: VendId;
  readonly requestedAt: Instant;
  readonly resolvedAt: Instant;
  readonly meterId: string;
  readonly tokenIdentifier: number;
  readonly tendered: MinorUnits;
  readonly energyTenthKwh: number;
  readonly paymentMethod: string;
  readonly channel: string | null;
  readonly firstSequence: bigint;
  readonly lastSequence: bigint;
  readonly receipts: readonly string[];
  /** What each account was credited with, by its code. */
  readonly credited: ReadonlyMap<string, bigint>;
  /** Null when the vendor earns no commission. */
  readonly commission: Commission | null;
  /** Asked for before this day and finished after its own was closed. */
  readonly late: boolean;
}

interface VendRow {
  readonly vend_id: VendId;
  readonly requested_at_ms: bigint;
  readonly resolved_at_ms: bigint;
  readonly meter_id: string;
  readonly token_identifier: number;
  readonly tendered_minor: bigint;
  readonly energy_tenth_kwh: number;
  readonly payment_method: string;
  readonly channel: string | null;
  readonly first_module_sequence: bigint;
  readonly last_module_sequence: bigint;
  readonly receipts: readonly string[];
}

interface PostingRow {
  readonly vend_id: VendId;
  readonly code: string;
  readonly credited_minor: bigint;
}

const PAGE_VENDS = 1000;
// Only a process that slept through a closing makes a vend late, and none sleeps for a week.
const LATE_LOOK_BACK_MS = 7 * 24 * 3_600_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const ENERGY_ACCOUNT = 'energy_sales';

const dayVendsStatement = loadStatement(new URL('../../sql/vendor/day-vends.sql', import.meta.url));
const salePostingsStatement = loadStatement(
  new URL('../../sql/vendor/sale-postings.sql', import.meta.url),
);

/** In the order in which they were asked for, then of their ids. */
export async function* vendsOfDay(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  of: {
    readonly span: DaySpan;
    readonly floatAccountId: AccountId;
    readonly rule: CommissionRule | null;
    readonly before: MonthVolume;
  },
): AsyncGenerator<DayVend> {
  let volume = of.before;
  let behind: { readonly at: bigint; readonly id: string } = { at: -1n, id: FIRST_ID };
  for (;;) {
    const rows = await pageBehind(tx, utilityId, of.span, behind);
    const last = rows.at(-1);
    if (last === undefined) return;
    const credited = await creditsOf(tx, utilityId, of.floatAccountId, rows);
    for (const row of rows) {
      const credits = credited.get(row.vend_id) ?? new Map<string, bigint>();
      const vend = {
        channel: row.channel,
        tendered: minorUnits(row.tendered_minor),
        energyCharge: minorUnits(credits.get(ENERGY_ACCOUNT) ?? 0n),
      };
      const commission = of.rule === null ? null : commissionOf(of.rule, vend, volume);
      volume = volumeAfter(volume, vend);
      yield dayVend(row, { credited: credits, commission, span: of.span });
    }
    behind = { at: last.requested_at_ms, id: last.vend_id };
  }
}

async function pageBehind(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  span: DaySpan,
  behind: { readonly at: bigint; readonly id: string },
): Promise<readonly VendRow[]> {
  const { rows } = await tx.query<VendRow>(dayVendsStatement, [
    utilityId,
    span.vendorId,
    span.from,
    span.to,
    span.lateFrom,
    span.cut,
    span.from - LATE_LOOK_BACK_MS,
    behind.at,
    behind.id,
    PAGE_VENDS,
  ]);
  return rows;
}

async function creditsOf(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  floatAccountId: AccountId,
  rows: readonly VendRow[],
): Promise<ReadonlyMap<VendId, Map<string, bigint>>> {
  const vendIds = rows.map((row) => row.vend_id);
  const months = rows.map((row) => monthOf(instant(Number(row.requested_at_ms))));
  const found = await tx.query<PostingRow>(salePostingsStatement, [
    utilityId,
    vendIds,
    floatAccountId,
    [...new Set(months)],
  ]);
  const byVend = new Map<VendId, Map<string, bigint>>();
  for (const { vend_id, code, credited_minor } of found.rows) {
    const credits = byVend.get(vend_id) ?? new Map<string, bigint>();
    byVend.set(vend_id, credits.set(code, credited_minor));
  }
  return byVend;
}

function dayVend(
  row: VendRow,
  of: Pick<DayVend, 'credited' | 'commission'> & { readonly span: DaySpan },
): DayVend {
  return {
    vendId: row.vend_id,
    requestedAt: instant(Number(row.requested_at_ms)),
    resolvedAt: instant(Number(row.resolved_at_ms)),
    meterId: row.meter_id,
    tokenIdentifier: row.token_identifier,
    tendered: minorUnits(row.tendered_minor),
    energyTenthKwh: row.energy_tenth_kwh,
    paymentMethod: row.payment_method,
    channel: row.channel,
    firstSequence: row.first_module_sequence,
    lastSequence: row.last_module_sequence,
    receipts: row.receipts,
    credited: of.credited,
    commission: of.commission,
    late: row.requested_at_ms < BigInt(of.span.from),
  };
}

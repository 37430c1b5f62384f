/** Closed days as the database keeps them. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { VendorId } from '../vend/vend.ts';
import type { MonthVolume } from './commission.ts';
import type { DaySums } from './day-sums.ts';
import type { DaySpan } from './day-vends.ts';

export interface VendorDay extends DaySpan {
  readonly closedBy: string;
  /** Of the commission that counts for the day; null when the vendor earns none. */
  readonly commissionVersion: number | null;
  /** Null while the closing is under way, or was interrupted. */
  readonly closed: ClosedDay | null;
}

export interface ClosedDay extends DaySums {
  readonly closedAt: Instant;
  readonly commissionPaid: 'daily' | 'monthly' | null;
}

interface DayRow {
  readonly day: string;
  readonly vendor_id: VendorId;
  readonly from_ms: bigint;
  readonly to_ms: bigint;
  readonly cut_at_ms: bigint;
  readonly late_from_ms: bigint;
  readonly state: 'closing' | 'closed';
  readonly closed_by: string;
  readonly commission_version: number | null;
  readonly vends: number;
  readonly late_vends: number;
  readonly tendered_minor: bigint;
  readonly energy_tenth_kwh: bigint;
  readonly payment_methods: readonly {
    readonly payment_method: string;
    readonly vends: number;
    readonly tendered_minor: string;
  }[];
  readonly accounts: readonly { readonly code: string; readonly credited_minor: string }[];
  readonly first_module_sequence: bigint | null;
  readonly last_module_sequence: bigint | null;
  readonly root: Uint8Array;
  readonly commission_minor: bigint;
  readonly commission_paid: 'daily' | 'monthly' | null;
  readonly month_tendered_minor: bigint;
  readonly month_energy_charge_minor: bigint;
  readonly closed_at_ms: bigint;
}

const findDaysStatement = loadStatement(
  new URL('../../sql/vendor/find-vendor-days.sql', import.meta.url),
);
const finishDayStatement = loadStatement(
  new URL('../../sql/vendor/finish-vendor-day.sql', import.meta.url),
);
const monthBeforeStatement = loadStatement(
  new URL('../../sql/vendor/month-before-day.sql', import.meta.url),
);

/** The day, closed or being closed, or null. */
export async function findVendorDay(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  of: { readonly vendorId: VendorId; readonly day: string },
): Promise<VendorDay | null> {
  const [found] = await days(tx, [utilityId, of.vendorId, of.day, null, null, 1]);
  return found ?? null;
}

/** The day whose closing was begun and not finished, or null; there is one at the most. */
export async function findUnfinishedDay(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  vendorId: VendorId,
): Promise<VendorDay | null> {
  const [found] = await days(tx, [utilityId, vendorId, null, 'closing', null, 1]);
  return found ?? null;
}

/** Days of a vendor before a day (null: all), newest first. */
export async function listVendorDays(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: { readonly vendorId: VendorId; readonly before: string | null; readonly limit: number },
): Promise<readonly VendorDay[]> {
  return await days(tx, [utilityId, page.vendorId, null, null, page.before, page.limit]);
}

async function days(
  tx: Pick<Transaction, 'query'>,
  values: readonly unknown[],
): Promise<readonly VendorDay[]> {
  const { rows } = await tx.query<DayRow>(findDaysStatement, values);
  return rows.map(dayOfRow);
}

/** What the vendor sold in the month of a day before it; all days before must be closed. */
export async function monthBefore(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  of: { readonly vendorId: VendorId; readonly day: string },
): Promise<MonthVolume> {
  const { rows } = await tx.query<
    Pick<DayRow, 'month_tendered_minor' | 'month_energy_charge_minor'>
  >(monthBeforeStatement, [utilityId, of.vendorId, of.day]);
  const [row] = rows;
  return {
    tendered: minorUnits(row?.month_tendered_minor ?? 0n),
    energyCharge: minorUnits(row?.month_energy_charge_minor ?? 0n),
  };
}

/** Writes the sums of a day that is being closed. */
export async function writeSums(
  tx: Transaction,
  utilityId: UtilityId,
  of: {
    readonly day: VendorDay;
    readonly sums: DaySums;
    readonly paid: 'daily' | 'monthly' | null;
  },
  now: Instant,
): Promise<void> {
  const { day, sums, paid } = of;
  await tx.query(finishDayStatement, [
    utilityId,
    day.vendorId,
    day.day,
    sums.vends,
    sums.lateVends,
    sums.tendered,
    sums.energyTenthKwh,
    JSON.stringify(
      sums.paymentMethods.map((sum) => ({
        payment_method: sum.paymentMethod,
        vends: sum.vends,
        tendered_minor: String(sum.tendered),
      })),
    ),
    JSON.stringify(
      sums.accounts.map((sum) => ({ code: sum.code, credited_minor: String(sum.credited) })),
    ),
    sums.firstSequence,
    sums.lastSequence,
    sums.root,
    sums.commission,
    paid,
    sums.month.tendered,
    sums.month.energyCharge,
    now,
  ]);
}

function dayOfRow(row: DayRow): VendorDay {
  return {
    vendorId: row.vendor_id,
    day: row.day,
    from: instant(Number(row.from_ms)),
    to: instant(Number(row.to_ms)),
    cut: instant(Number(row.cut_at_ms)),
    lateFrom: instant(Number(row.late_from_ms)),
    closedBy: row.closed_by,
    commissionVersion: row.commission_version,
    closed: row.state === 'closed' ? closedOfRow(row) : null,
  };
}

function closedOfRow(row: DayRow): ClosedDay {
  return {
    closedAt: instant(Number(row.closed_at_ms)),
    commissionPaid: row.commission_paid,
    vends: row.vends,
    lateVends: row.late_vends,
    tendered: minorUnits(row.tendered_minor),
    energyTenthKwh: row.energy_tenth_kwh,
    paymentMethods: row.payment_methods.map((sum) => ({
      paymentMethod: sum.payment_method,
      vends: sum.vends,
      tendered: minorUnits(BigInt(sum.tendered_minor)),
    })),
    accounts: row.accounts.map((sum) => ({
      code: sum.code,
      credited: minorUnits(BigInt(sum.credited_minor)),
    })),
    firstSequence: row.first_module_sequence,
    lastSequence: row.last_module_sequence,
    root: row.root,
    commission: minorUnits(row.commission_minor),
    month: {
      tendered: minorUnits(row.month_tendered_minor),
      energyCharge: minorUnits(row.month_energy_charge_minor),
    },
  };
}

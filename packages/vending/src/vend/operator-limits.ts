/**
 * Who sells, and how much one person may: the limits that a vendor's supervisor sets, and the shift
 * that some vendors want their people to have open.
 */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { VendorId } from './vend.ts';

/** What an operator may sell and has sold on this day; null where there is no limit. */
export interface OperatorLimit {
  readonly mostTendered: MinorUnits | null;
  readonly mostPerDay: MinorUnits | null;
  readonly mostVendsPerDay: number | null;
  readonly tenderedToday: MinorUnits;
  readonly vendsToday: number;
}

/** The people of a batch: those who are limited, and for whom each has a shift open. */
export interface Operators {
  readonly limits: Map<string, OperatorLimit>;
  readonly shifts: ReadonlyMap<string, VendorId>;
}

interface LimitRow {
  readonly operator_id: string;
  readonly most_tendered_minor: bigint | null;
  readonly most_per_day_minor: bigint | null;
  readonly most_vends_per_day: number | null;
  readonly tendered_minor: bigint;
  readonly vends: number;
}

interface ShiftRow {
  readonly operator_id: string;
  readonly vendor_id: VendorId;
}

const statement = (name: string) =>
  loadStatement(new URL(`../../sql/vend/${name}`, import.meta.url));
const holdShiftsStatement = statement('hold-shifts.sql');
const lockLimitsStatement = statement('lock-operator-limits.sql');
const readLimitsStatement = statement('read-operator-limits.sql');

/** Reads them and holds both until the transaction ends. Nothing is asked when only machines sell. */
export async function holdOperators(
  tx: Transaction,
  o: {
    readonly utilityId: UtilityId;
    readonly operatorIds: readonly string[];
    readonly now: Instant;
    readonly timeZone: string;
  },
): Promise<Operators> {
  const { utilityId, operatorIds, now, timeZone } = o;
  if (operatorIds.length === 0) return { limits: new Map(), shifts: new Map() };
  const [shifts, , limits] = await Promise.all([
    tx.query<ShiftRow>(holdShiftsStatement, [utilityId, operatorIds]),
    tx.query(lockLimitsStatement, [utilityId, operatorIds]),
    tx.query<LimitRow>(readLimitsStatement, [utilityId, operatorIds, now, timeZone]),
  ]);
  return {
    limits: new Map(limits.rows.map((row) => [row.operator_id, limitOfRow(row)])),
    shifts: new Map(shifts.rows.map((row) => [row.operator_id, row.vendor_id])),
  };
}

function limitOfRow(row: LimitRow): OperatorLimit {
  const money = (minor: bigint | null) => (minor === null ? null : minorUnits(minor));
  return {
    mostTendered: money(row.most_tendered_minor),
    mostPerDay: money(row.most_per_day_minor),
    mostVendsPerDay: row.most_vends_per_day,
    tenderedToday: minorUnits(row.tendered_minor),
    vendsToday: row.vends,
  };
}

/** What the operator may still sell in one vend; null without a limit. */
export function leftOfLimit(limit: OperatorLimit): MinorUnits | null {
  const { mostTendered, mostPerDay, mostVendsPerDay, tenderedToday, vendsToday } = limit;
  if (mostVendsPerDay !== null && vendsToday >= mostVendsPerDay) return minorUnits(0n);
  const leftToday = mostPerDay === null ? null : minorUnits(mostPerDay - tenderedToday);
  if (leftToday !== null && leftToday <= 0n) return minorUnits(0n);
  const limits = [mostTendered, leftToday].filter((limit) => limit !== null);
  return limits.sort((a, b) => Number(a - b))[0] ?? null;
}

/** The limit after one more sale. */
export function afterSale(limit: OperatorLimit, tendered: MinorUnits): OperatorLimit {
  return {
    ...limit,
    tenderedToday: minorUnits(limit.tenderedToday + tendered),
    vendsToday: limit.vendsToday + 1,
  };
}

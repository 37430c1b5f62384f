/** A vendor's commission, in versions that are added and never changed. */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { Utility } from '../utility/utility.ts';
import type { VendorId } from '../vend/vend.ts';
import type { CommissionRule } from './commission.ts';
import type { CommissionRuleFault } from './commission-entry.ts';
import { commissionRuleFault, exampleSale, isAboveCeiling } from './commission-entry.ts';
import { againWhenMet } from './met.ts';
import type { StoredCommission } from './stored-commission.ts';
import {
  commissionFromStored,
  isSameCommission,
  storedFromCommission,
} from './stored-commission.ts';
import { lockVendor } from './vendors.ts';

export interface CommissionVersion {
  readonly vendorId: VendorId;
  /** From 1; the highest that has taken effect by a day counts for the whole day. */
  readonly version: number;
  /** YYYY-MM-DD on the utility's calendar. */
  readonly effectiveFrom: string;
  /** Into the float at the end of each day, or owed until somebody pays it. */
  readonly paid: 'daily' | 'monthly';
  readonly rule: CommissionRule;
  readonly addedBy: string;
  /** The second person; needed when the rule is above the ceiling. */
  readonly approvedBy: string | null;
}

export interface StoredCommissionVersion extends CommissionVersion {
  readonly aboveCeiling: boolean;
  readonly addedAt: Instant;
}

/** Why a version is not added, in order. */
export const COMMISSION_REFUSALS = [
  'commission_version_conflict',
  'commission_version_not_next',
  'commission_faulty',
  'second_person_needed',
  'vendor_not_found',
  'commission_day_closed',
] as const;

export type CommissionRefusal =
  | { readonly code: 'commission_faulty'; readonly fault: CommissionRuleFault }
  | { readonly code: 'commission_day_closed'; readonly lastClosed: string }
  | {
      readonly code: Exclude<
        (typeof COMMISSION_REFUSALS)[number],
        'commission_faulty' | 'commission_day_closed'
      >;
    };

export type CommissionAnswer =
  | {
      readonly kind: 'put';
      readonly version: StoredCommissionVersion;
      readonly first: boolean;
    }
  | { readonly kind: 'refused'; readonly refusal: CommissionRefusal };

interface RuleRow {
  readonly version: number;
  readonly effective_from: string;
  readonly paid: CommissionVersion['paid'];
  readonly terms: StoredCommission;
  readonly above_ceiling: boolean;
  readonly added_by: string;
  readonly approved_by: string | null;
  readonly added_at_ms: bigint;
}

const insertRuleStatement = loadStatement(
  new URL('../../sql/vendor/insert-commission-rule.sql', import.meta.url),
);
const listRulesStatement = loadStatement(
  new URL('../../sql/vendor/list-commission-rules.sql', import.meta.url),
);
const lastDayStatement = loadStatement(new URL('../../sql/vendor/last-day.sql', import.meta.url));

/** Adds a version once. Refusals: COMMISSION_REFUSALS, in order. */
export function putCommissionVersion(
  database: Database,
  utility: Utility,
  version: CommissionVersion,
  now: Instant,
): Promise<CommissionAnswer> {
  return againWhenMet(database, (tx) => applyCommissionVersion(tx, utility, version, now));
}

/** The same inside a transaction of the caller's, such as the decision of the second person. */
export async function applyCommissionVersion(
  tx: Transaction,
  utility: Utility,
  version: CommissionVersion,
  now: Instant,
): Promise<CommissionAnswer> {
  const { utilityId } = utility;
  const { vendorId, rule } = version;
  const vendor = await lockVendor(tx, utilityId, vendorId);
  const versions = await listCommissionVersions(tx, utilityId, vendorId);
  const known = versions.find((each) => each.version === version.version);
  if (known !== undefined && !isSameVersion(known, version)) {
    return refused({ code: 'commission_version_conflict' });
  }
  if (known === undefined && vendor !== null && version.version !== versions.length + 1) {
    return refused({ code: 'commission_version_not_next' });
  }
  const fault = commissionRuleFault(rule);
  if (fault !== null) return refused({ code: 'commission_faulty', fault });
  const aboveCeiling = isAboveCeiling(rule, exampleSale(utility.decimalPlaces));
  if (version.approvedBy === version.addedBy || (aboveCeiling && version.approvedBy === null)) {
    return refused({ code: 'second_person_needed' });
  }
  if (vendor === null) return refused({ code: 'vendor_not_found' });
  if (known !== undefined) return { kind: 'put', version: known, first: false };
  const { rows } = await tx.query<{ readonly day: string | null }>(lastDayStatement, [
    utilityId,
    vendorId,
  ]);
  const lastClosed = rows[0]?.day ?? null;
  // What was settled stays settled: a rule begins on a day that is not closed.
  if (lastClosed !== null && version.effectiveFrom <= lastClosed) {
    return refused({ code: 'commission_day_closed', lastClosed });
  }
  await tx.query(insertRuleStatement, [
    utilityId,
    vendorId,
    version.version,
    version.effectiveFrom,
    version.paid,
    JSON.stringify(storedFromCommission(rule)),
    aboveCeiling,
    version.addedBy,
    version.approvedBy,
    now,
  ]);
  return { kind: 'put', version: { ...version, aboveCeiling, addedAt: now }, first: true };
}

/** All versions of a vendor's commission, the first one first. */
export async function listCommissionVersions(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  vendorId: VendorId,
): Promise<readonly StoredCommissionVersion[]> {
  const { rows } = await tx.query<RuleRow>(listRulesStatement, [utilityId, vendorId]);
  return rows.map((row) => ({
    vendorId,
    version: row.version,
    effectiveFrom: row.effective_from,
    paid: row.paid,
    rule: commissionFromStored(row.terms),
    aboveCeiling: row.above_ceiling,
    addedBy: row.added_by,
    approvedBy: row.approved_by,
    addedAt: instant(Number(row.added_at_ms)),
  }));
}

/** The version that counts for a day, or null when the vendor earns nothing on it. */
export function versionOn(
  versions: readonly StoredCommissionVersion[],
  day: string,
): StoredCommissionVersion | null {
  return versions.filter((version) => version.effectiveFrom <= day).at(-1) ?? null;
}

function isSameVersion(a: StoredCommissionVersion, b: CommissionVersion): boolean {
  return (
    a.effectiveFrom === b.effectiveFrom && a.paid === b.paid && isSameCommission(a.rule, b.rule)
  );
}

function refused(refusal: CommissionRefusal): CommissionAnswer {
  return { kind: 'refused', refusal };
}

/** The people who sell for a vendor, and how much each of them may. */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import { recordAudit } from '../audit/audit-trail.ts';
import type { Author } from '../staff/author.ts';
import type { UserId } from '../staff/users.ts';
import type { VendorId } from '../vend/vend.ts';
import { vendorFact } from './vendor-fact.ts';

/** What is null is not limited. A day is the utility's. */
export interface OperatorLimits {
  readonly mostTendered: MinorUnits | null;
  readonly mostPerDay: MinorUnits | null;
  readonly mostVendsPerDay: number | null;
}

export interface Operator {
  readonly userId: UserId;
  readonly signInName: string;
  readonly displayName: string;
  readonly disabled: boolean;
  readonly limits: OperatorLimits;
  readonly openShift: { readonly shiftId: string; readonly openedAt: Instant } | null;
}

export type OperatorAnswer =
  | { readonly kind: 'operator'; readonly operator: Operator }
  | { readonly kind: 'refused'; readonly refusal: 'operator_not_found' };

interface OperatorRow {
  readonly user_id: UserId;
  readonly sign_in_name: string;
  readonly display_name: string;
  readonly disabled: boolean;
  readonly most_tendered_minor: bigint | null;
  readonly most_per_day_minor: bigint | null;
  readonly most_vends_per_day: number | null;
  readonly shift_id: string | null;
  readonly opened_at_ms: bigint | null;
}

const listOperatorsStatement = loadStatement(
  new URL('../../sql/vendor/list-operators.sql', import.meta.url),
);
const setOperatorLimitStatement = loadStatement(
  new URL('../../sql/vendor/set-operator-limit.sql', import.meta.url),
);

/** Everybody who sells for the vendor, first those who may still sign in. */
export async function listOperators(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  vendorId: VendorId,
): Promise<readonly Operator[]> {
  return await operators(tx, utilityId, { vendorId, userId: null });
}

/**
 * Says what an operator may sell; the same again changes nothing. Refusal: operator_not_found, for
 * people of other vendors too.
 */
export function setOperatorLimits(
  database: Database,
  utilityId: UtilityId,
  change: {
    readonly vendorId: VendorId;
    readonly userId: UserId;
    readonly limits: OperatorLimits;
    readonly setBy: string;
    readonly author: Author;
  },
  now: Instant,
): Promise<OperatorAnswer> {
  const { vendorId, userId, limits } = change;
  return database.transaction<OperatorAnswer>(async (tx) => {
    const [operator] = await operators(tx, utilityId, { vendorId, userId });
    if (operator === undefined) return { kind: 'refused', refusal: 'operator_not_found' };
    await tx.query(setOperatorLimitStatement, [
      utilityId,
      userId,
      limits.mostTendered,
      limits.mostPerDay,
      limits.mostVendsPerDay,
      change.setBy,
      now,
    ]);
    const details = {
      user_id: userId,
      most_tendered_minor: textOrNull(limits.mostTendered),
      most_per_day_minor: textOrNull(limits.mostPerDay),
      most_vends_per_day: limits.mostVendsPerDay,
    };
    const fact = vendorFact('operator.limits', vendorId, change.author, details);
    await recordAudit(tx, utilityId, fact, now);
    return { kind: 'operator', operator: { ...operator, limits } };
  });
}

function textOrNull(money: MinorUnits | null): string | null {
  return money === null ? null : String(money);
}

async function operators(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  of: { readonly vendorId: VendorId; readonly userId: UserId | null },
): Promise<readonly Operator[]> {
  const { rows } = await tx.query<OperatorRow>(listOperatorsStatement, [
    utilityId,
    of.vendorId,
    of.userId,
  ]);
  return rows.map(operatorOfRow);
}

function operatorOfRow(row: OperatorRow): Operator {
  const money = (minor: bigint | null) => (minor === null ? null : minorUnits(minor));
  return {
    userId: row.user_id,
    signInName: row.sign_in_name,
    displayName: row.display_name,
    disabled: row.disabled,
    limits: {
      mostTendered: money(row.most_tendered_minor),
      mostPerDay: money(row.most_per_day_minor),
      mostVendsPerDay: row.most_vends_per_day,
    },
    openShift:
      row.shift_id === null || row.opened_at_ms === null
        ? null
        : { shiftId: row.shift_id, openedAt: instant(Number(row.opened_at_ms)) },
  };
}

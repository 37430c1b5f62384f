/**
 * Debts: what a customer owes beside the electricity, and how purchases pay it off. A vend takes its
 * share by these terms (packages/tariff); this file is the data, and how it is read.
 */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { BasisPoints } from '@wattvend/tariff/tariff.js';
import { basisPoints } from '@wattvend/tariff/tariff.js';

export type DebtId = Quantity<string, 'debt id'>;
export type AgreementId = Quantity<string, 'agreement id'>;

/**
 * Why something is owed. It decides which account of the ledger the debt was made against:
 * electricity used and not paid for, a connection, a fine for tampering, an appliance.
 */
export const DEBT_KINDS = ['arrears', 'connection', 'tamper', 'appliance'] as const;

export type DebtKind = (typeof DEBT_KINDS)[number];

/** How purchases pay a debt off. */
export type Recovery =
  /** All of it, before anything is sold. */
  | { readonly kind: 'whole' }
  /** That share of each tender. */
  | { readonly kind: 'share'; readonly share: BasisPoints }
  /** That much of each purchase, or in each month. */
  | { readonly kind: 'fixed'; readonly money: MinorUnits; readonly per: 'purchase' | 'month' };

export interface DebtTerms {
  /** 1 to 99; the lowest is served first. */
  readonly priority: number;
  readonly recovery: Recovery;
  /** At least this much of each purchase, or what is left if that is less. */
  readonly least: MinorUnits;
  /** YYYY-MM-DD: from this day of the utility's calendar on. */
  readonly collectFrom: string;
}

export interface NewDebt extends DebtTerms {
  readonly debtId: DebtId;
  readonly agreementId: AgreementId;
  readonly kind: DebtKind;
  /** As it stands on receipts. */
  readonly name: string;
  readonly principal: MinorUnits;
  /** YYYY-MM-DD: when the customer agreed to it. */
  readonly agreedOn: string;
  /** Of the paper that goes with it. */
  readonly reference: string;
  readonly createdBy: string;
}

export interface Debt extends NewDebt {
  readonly accountNumber: string;
  /** Not yet collected; what vends under way take is off already. */
  readonly owed: MinorUnits;
  readonly createdAt: Instant;
  readonly state: 'open' | 'suspended' | 'settled' | 'written_off';
}

interface DebtRow {
  readonly debt_id: DebtId;
  readonly agreement_id: AgreementId;
  readonly account_number: string;
  readonly kind: DebtKind;
  readonly name: string;
  readonly priority: number;
  readonly principal_minor: bigint;
  readonly owed_minor: bigint;
  readonly recovery_kind: Recovery['kind'];
  readonly share_basis_points: number | null;
  readonly fixed_minor: bigint | null;
  readonly fixed_per: 'purchase' | 'month' | null;
  readonly least_minor: bigint;
  readonly agreed_on: string;
  readonly collect_from: string;
  readonly reference: string;
  readonly created_by: string;
  readonly created_at_ms: bigint;
  readonly state: Debt['state'];
}

const findDebtsStatement = loadStatement(new URL('../../sql/debt/find-debts.sql', import.meta.url));

/** The debt of that id, or null. */
export async function findDebt(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  debtId: DebtId,
): Promise<Debt | null> {
  const { rows } = await tx.query<DebtRow>(findDebtsStatement, [utilityId, null, debtId]);
  const [row] = rows;
  return row === undefined ? null : debtOfRow(row);
}

/** All debts of an agreement in the order in which purchases serve them, settled ones too. */
export async function listDebts(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  agreementId: AgreementId,
): Promise<readonly Debt[]> {
  const { rows } = await tx.query<DebtRow>(findDebtsStatement, [utilityId, agreementId, null]);
  return rows.map(debtOfRow);
}

function debtOfRow(row: DebtRow): Debt {
  return {
    debtId: row.debt_id,
    agreementId: row.agreement_id,
    accountNumber: row.account_number,
    kind: row.kind,
    name: row.name,
    priority: row.priority,
    principal: minorUnits(row.principal_minor),
    owed: minorUnits(row.owed_minor),
    recovery: recoveryOfRow(row),
    least: minorUnits(row.least_minor),
    agreedOn: row.agreed_on,
    collectFrom: row.collect_from,
    reference: row.reference,
    createdBy: row.created_by,
    createdAt: instant(Number(row.created_at_ms)),
    state: row.state,
  };
}

function recoveryOfRow(row: DebtRow): Recovery {
  const {
    recovery_kind: kind,
    share_basis_points: share,
    fixed_minor: money,
    fixed_per: per,
  } = row;
  if (kind === 'share' && share !== null) return { kind, share: basisPoints(share) };
  if (kind === 'fixed' && money !== null && per !== null) {
    return { kind, money: minorUnits(money), per };
  }
  if (kind === 'whole') return { kind };
  throw new Error(`debt ${row.debt_id} has terms that no constraint allows`);
}

/** The columns that say how a debt is recovered: kind, share, fixed, per. */
export function recoveryColumns(recovery: Recovery): readonly unknown[] {
  return [
    recovery.kind,
    recovery.kind === 'share' ? recovery.share : null,
    recovery.kind === 'fixed' ? recovery.money : null,
    recovery.kind === 'fixed' ? recovery.per : null,
  ];
}

/** Terms as the history keeps them: money as text, since JSON's numbers are floats. */
export function termsRecord(terms: DebtTerms): Readonly<Record<string, string | number | null>> {
  const [kind, share, money, per] = recoveryColumns(terms.recovery);
  return {
    priority: terms.priority,
    recovery: String(kind),
    share_basis_points: share === null ? null : Number(share),
    fixed_minor: money === null ? null : String(money),
    fixed_per: per === null ? null : String(per),
    least_minor: String(terms.least),
    collect_from: terms.collectFrom,
  };
}

/** Why terms cannot be meant, in order; null when they can. */
export type TermsFault = 'share_zero' | 'fixed_not_positive' | 'least_above_fixed';

export function termsFault({ recovery, least }: DebtTerms): TermsFault | null {
  if (recovery.kind === 'share' && recovery.share === 0) return 'share_zero';
  if (recovery.kind === 'fixed' && recovery.money <= 0n) return 'fixed_not_positive';
  if (recovery.kind === 'fixed' && least > recovery.money) return 'least_above_fixed';
  return null;
}

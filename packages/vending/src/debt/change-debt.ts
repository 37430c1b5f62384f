/** Changes how a debt is recovered, or for how long it is not; each change once, and kept. */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement, sqlState } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { AuditActor } from '../audit/audit-event.ts';
import { recordAudit } from '../audit/audit-trail.ts';
import type { Debt, DebtId, DebtTerms, TermsFault } from './debt.ts';
import { findDebt, recoveryColumns, termsFault, termsRecord } from './debt.ts';

export type DebtChangeId = Quantity<string, 'debt change id'>;

export interface DebtChange {
  readonly changeId: DebtChangeId;
  readonly debtId: DebtId;
  readonly change:
    | { readonly kind: 'terms'; readonly terms: DebtTerms }
    | { readonly kind: 'suspended' }
    | { readonly kind: 'resumed' };
  readonly reason: string;
  readonly changedBy: string;
  readonly actor: AuditActor;
}

/** Why a debt is not changed, in order. */
export const DEBT_CHANGE_REFUSALS = [
  'debt_not_found',
  'debt_change_id_conflict',
  'debt_settled',
  'debt_terms_faulty',
] as const;

export type DebtChangeRefusal =
  | { readonly code: Exclude<(typeof DEBT_CHANGE_REFUSALS)[number], 'debt_terms_faulty'> }
  | { readonly code: 'debt_terms_faulty'; readonly fault: TermsFault };

export type ChangeDebtAnswer =
  | { readonly kind: 'changed'; readonly debt: Debt; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: DebtChangeRefusal };

export interface KeptDebtChange {
  readonly changeId: DebtChangeId;
  readonly kind: 'terms' | 'suspended' | 'resumed' | 'written_off';
  readonly changedBy: string;
  readonly changedAt: Instant;
  readonly reason: string;
  readonly details: Readonly<Record<string, string | number | null>>;
}

interface ChangeRow {
  readonly change_id: DebtChangeId;
  readonly kind: KeptDebtChange['kind'];
  readonly changed_by: string;
  readonly changed_at_ms: bigint;
  readonly reason: string;
  readonly details: KeptDebtChange['details'];
}

const lockDebtStatement = loadStatement(new URL('../../sql/debt/lock-debt.sql', import.meta.url));
const setTermsStatement = loadStatement(
  new URL('../../sql/debt/set-debt-terms.sql', import.meta.url),
);
const setStateStatement = loadStatement(
  new URL('../../sql/debt/set-debt-state.sql', import.meta.url),
);
const insertChangeStatement = loadStatement(
  new URL('../../sql/debt/insert-debt-change.sql', import.meta.url),
);
const findChangesStatement = loadStatement(
  new URL('../../sql/debt/find-debt-changes.sql', import.meta.url),
);

const UNIQUE_VIOLATION = '23505';

/** Refusals: DEBT_CHANGE_REFUSALS, in order. Suspending what is suspended is kept and does nothing. */
export async function changeDebt(
  database: Database,
  utilityId: UtilityId,
  change: DebtChange,
  now: Instant,
): Promise<ChangeDebtAnswer> {
  const body = (tx: Transaction): Promise<ChangeDebtAnswer> => changed(tx, utilityId, change, now);
  try {
    return await database.transaction(body);
  } catch (error) {
    if (sqlState(error) !== UNIQUE_VIOLATION) throw error;
    return await database.transaction(body);
  }
}

async function changed(
  tx: Transaction,
  utilityId: UtilityId,
  { changeId, debtId, change, reason, changedBy, actor }: DebtChange,
  now: Instant,
): Promise<ChangeDebtAnswer> {
  const debt = await lockDebt(tx, utilityId, debtId);
  if (debt === null) return refused({ code: 'debt_not_found' });
  const details = change.kind === 'terms' ? termsRecord(change.terms) : {};
  const known = (await listDebtChanges(tx, utilityId, debtId)).find(
    (each) => each.changeId === changeId,
  );
  if (known !== undefined) {
    return known.kind === change.kind && isSameRecord(known.details, details)
      ? { kind: 'changed', debt, first: false }
      : refused({ code: 'debt_change_id_conflict' });
  }
  if (debt.state === 'settled' || debt.state === 'written_off') {
    return refused({ code: 'debt_settled' });
  }
  if (change.kind === 'terms') {
    const fault = termsFault(change.terms);
    if (fault !== null) return refused({ code: 'debt_terms_faulty', fault });
    const { priority, recovery, least, collectFrom } = change.terms;
    const columns = [priority, ...recoveryColumns(recovery), least, collectFrom];
    await tx.query(setTermsStatement, [utilityId, debtId, ...columns]);
  } else {
    const state = change.kind === 'suspended' ? 'suspended' : 'open';
    await tx.query(setStateStatement, [utilityId, debtId, state]);
  }
  const kept = { changeId, kind: change.kind, changedBy, changedAt: now, reason, details };
  await keepDebtChange(tx, utilityId, debtId, kept);
  const subject = { kind: 'debt', id: debtId };
  await recordAudit(tx, utilityId, { actor, what: `debt.${change.kind}`, subject, details }, now);
  const after = await findDebt(tx, utilityId, debtId);
  return { kind: 'changed', debt: after ?? debt, first: true };
}

/** The debt, held until the transaction ends: no vend takes of it meanwhile. Null without one. */
export async function lockDebt(
  tx: Transaction,
  utilityId: UtilityId,
  debtId: DebtId,
): Promise<Debt | null> {
  await tx.query(lockDebtStatement, [utilityId, debtId]);
  return await findDebt(tx, utilityId, debtId);
}

export async function keepDebtChange(
  tx: Transaction,
  utilityId: UtilityId,
  debtId: DebtId,
  change: KeptDebtChange,
): Promise<void> {
  await tx.query(insertChangeStatement, [
    utilityId,
    debtId,
    change.changeId,
    change.kind,
    change.changedBy,
    change.changedAt,
    change.reason,
    JSON.stringify(change.details),
  ]);
}

/** What people did with a debt, oldest first. */
export async function listDebtChanges(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  debtId: DebtId,
): Promise<readonly KeptDebtChange[]> {
  const { rows } = await tx.query<ChangeRow>(findChangesStatement, [utilityId, debtId]);
  return rows.map((row) => ({
    changeId: row.change_id,
    kind: row.kind,
    changedBy: row.changed_by,
    changedAt: instant(Number(row.changed_at_ms)),
    reason: row.reason,
    details: row.details,
  }));
}

function isSameRecord(a: KeptDebtChange['details'], b: KeptDebtChange['details']): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => a[name] === b[name]);
}

function refused(refusal: DebtChangeRefusal): ChangeDebtAnswer {
  return { kind: 'refused', refusal };
}

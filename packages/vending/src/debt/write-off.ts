/**
 * Writing a debt off, whole or in part: asked for by one person, decided by another. What follows
 * from the decision is the ledger's entry and the debt's new balance, in the decision's transaction.
 */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import { postEntries } from '@wattvend/ledger/entry.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits, parseMinorUnits } from '@wattvend/quantities/money.js';
import { monthOf } from '@wattvend/quantities/month.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { ApprovalSubject } from '../approval/approval-desk.ts';
import type { Approval, ApprovalId } from '../approval/approvals.ts';
import { requestApproval } from '../approval/approvals.ts';
import type { UserId } from '../staff/users.ts';
import { derivedId } from '../utility/derived-id.ts';
import { moneyText } from '../utility/money-text.ts';
import type { Utility } from '../utility/utility.ts';
import { type DebtChangeId, keepDebtChange, listDebtChanges, lockDebt } from './change-debt.ts';
import type { DebtId } from './debt.ts';
import { findDebt } from './debt.ts';
import { CUSTOMER_DEBTS, debtAccount } from './debt-accounts.ts';

export interface WriteOffOrder {
  readonly approvalId: ApprovalId;
  readonly debtId: DebtId;
  readonly money: MinorUnits;
  readonly reason: string;
  readonly documentReference: string | null;
  readonly requestedBy: UserId;
  readonly address: string | null;
}

/** Why a write-off cannot be asked for, in order. */
export const WRITE_OFF_REFUSALS = [
  'not_allowed',
  'approval_id_conflict',
  'debt_not_found',
  'write_off_not_positive',
  'write_off_above_debt',
] as const;

export type WriteOffRefusal =
  | { readonly code: 'write_off_above_debt'; readonly owed: MinorUnits }
  | { readonly code: Exclude<(typeof WRITE_OFF_REFUSALS)[number], 'write_off_above_debt'> };

export type WriteOffAnswer =
  | { readonly kind: 'requested'; readonly approval: Approval; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: WriteOffRefusal };

const takeOffStatement = loadStatement(
  new URL('../../sql/debt/take-off-debt.sql', import.meta.url),
);

/** Undoes what was written when the order is refused behind it. */
class NotRequested extends Error {
  override readonly name: string = 'NotRequested';
}

/** Asks for a write-off. Refusals: WRITE_OFF_REFUSALS, in order. */
export async function requestWriteOff(
  database: Database,
  utility: Utility,
  order: WriteOffOrder,
  now: Instant,
): Promise<WriteOffAnswer> {
  let refusal: WriteOffRefusal | null = null;
  try {
    return await database.transaction(async (tx) => {
      const answer = await requested(tx, utility, order, now);
      refusal = answer.kind === 'refused' ? answer.refusal : null;
      // An order that makes no sense must not stay to be decided.
      if (refusal !== null) throw new NotRequested(refusal.code);
      return answer;
    });
  } catch (error) {
    if (error instanceof NotRequested && refusal !== null) return { kind: 'refused', refusal };
    throw error;
  }
}

async function requested(
  tx: Transaction,
  utility: Utility,
  order: WriteOffOrder,
  now: Instant,
): Promise<WriteOffAnswer> {
  const { utilityId } = utility;
  const debt = await findDebt(tx, utilityId, order.debtId);
  const summary = `Write off ${moneyText(utility, order.money)} of ${debt?.name ?? 'a debt'}`;
  const answer = await requestApproval(
    tx,
    utilityId,
    {
      approvalId: order.approvalId,
      kind: 'debt_write_off',
      subject: { debt_id: order.debtId, write_off_minor: String(order.money) },
      summary,
      documentReference: order.documentReference,
      reason: order.reason,
      requestedBy: order.requestedBy,
    },
    { now, address: order.address },
  );
  if (answer.kind === 'refused') return { kind: 'refused', refusal: { code: answer.refusal } };
  if (!answer.first) return answer;
  if (debt === null) return { kind: 'refused', refusal: { code: 'debt_not_found' } };
  if (order.money <= 0n) return { kind: 'refused', refusal: { code: 'write_off_not_positive' } };
  if (order.money > debt.owed) {
    return { kind: 'refused', refusal: { code: 'write_off_above_debt', owed: debt.owed } };
  }
  return answer;
}

/** What the second person's consent to a write-off does. */
export function writeOffSubject(utility: Utility): ApprovalSubject<'write_off_above_debt'> {
  return {
    apply: (tx, approval, now) => apply(tx, utility, approval, now),
  };
}

async function apply(
  tx: Transaction,
  utility: Utility,
  approval: Approval,
  now: Instant,
): Promise<
  | { readonly kind: 'applied' }
  | { readonly kind: 'refused'; readonly refusal: 'write_off_above_debt' }
> {
  const { utilityId } = utility;
  const { debtId, money } = subjectOf(approval);
  const debt = await lockDebt(tx, utilityId, debtId);
  // Purchases have gone on paying it off while the order waited.
  if (debt === null || money > debt.owed) {
    return { kind: 'refused', refusal: 'write_off_above_debt' };
  }
  await tx.query(takeOffStatement, [utilityId, debtId, money, 'written_off']);
  await keepDebtChange(tx, utilityId, debtId, {
    changeId: await freeChangeId(tx, utility, debtId, approval),
    kind: 'written_off',
    changedBy: approval.decidedBy?.signInName ?? '',
    changedAt: now,
    reason: approval.reason,
    details: { write_off_minor: String(money), requested_by: approval.requestedBy.signInName },
  });
  const entry = {
    entryId: derivedId('debt write-off', approval.approvalId),
    kind: 'debt_write_off',
    month: monthOf(now),
    resolvesReservation: false,
    postings: [
      { accountId: await debtAccount(tx, utility, 'debt_write_off'), money },
      { accountId: await debtAccount(tx, utility, CUSTOMER_DEBTS), money: minorUnits(-money) },
    ],
  };
  await Promise.all(postEntries(tx, utility.book, [entry], now));
  return { kind: 'applied' };
}

/**
 * The id of the order, or one that follows from it: a change of the debt may have been given that id
 * by whoever would rather not see the debt written off. The debt is held, so what is free stays free.
 */
async function freeChangeId(
  tx: Transaction,
  { utilityId }: Utility,
  debtId: DebtId,
  { approvalId }: Approval,
): Promise<DebtChangeId> {
  const changes = await listDebtChanges(tx, utilityId, debtId);
  const taken = new Set<string>(changes.map(({ changeId }) => changeId));
  let id: string = approvalId;
  for (let at = 0; taken.has(id); at++) id = derivedId('debt write-off', approvalId, String(at));
  return id as DebtChangeId;
}

function subjectOf({ subject }: Approval): { readonly debtId: DebtId; readonly money: MinorUnits } {
  const { debt_id: debtId, write_off_minor: text } = subject;
  const parsed = parseMinorUnits(String(text));
  if (typeof debtId !== 'string' || parsed.kind === 'fault') {
    throw new Error('the order of a write-off says neither which debt nor how much');
  }
  return { debtId: debtId as DebtId, money: parsed.money };
}

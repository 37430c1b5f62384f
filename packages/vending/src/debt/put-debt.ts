/** Writes a debt down, once for each id: the row that vends collect from, and the ledger's entry. */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement, sqlState } from '@wattvend/database/database.js';
import { postEntries } from '@wattvend/ledger/entry.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { monthOf } from '@wattvend/quantities/month.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { derivedId } from '../utility/derived-id.ts';
import type { Utility } from '../utility/utility.ts';
import type { Debt, NewDebt, TermsFault } from './debt.ts';
import { findDebt, recoveryColumns, termsFault } from './debt.ts';
import { AGAINST, CUSTOMER_DEBTS, debtAccount } from './debt-accounts.ts';

/** Why a debt is not written down, in order. */
export const DEBT_REFUSALS = [
  'debt_id_conflict',
  'agreement_not_found',
  'agreement_ended',
  'debt_not_positive',
  'debt_terms_faulty',
] as const;

export type DebtRefusal =
  | { readonly code: Exclude<(typeof DEBT_REFUSALS)[number], 'debt_terms_faulty'> }
  | { readonly code: 'debt_terms_faulty'; readonly fault: TermsFault };

export type PutDebtAnswer =
  | { readonly kind: 'put'; readonly debt: Debt; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: DebtRefusal };

const insertDebtStatement = loadStatement(
  new URL('../../sql/debt/insert-debt.sql', import.meta.url),
);
const findAgreementStatement = loadStatement(
  new URL('../../sql/debt/find-agreement.sql', import.meta.url),
);

const UNIQUE_VIOLATION = '23505';

/** Refusals: DEBT_REFUSALS, in order. The same debt again changes nothing. */
export async function putDebt(
  database: Database,
  utility: Utility,
  debt: NewDebt,
  now: Instant,
): Promise<PutDebtAnswer> {
  const body = (tx: Transaction): Promise<PutDebtAnswer> => put(tx, utility, debt, now);
  try {
    return await database.transaction(body);
  } catch (error) {
    // Two requests of one id met: the one that lost reads what the other wrote.
    if (sqlState(error) !== UNIQUE_VIOLATION) throw error;
    return await database.transaction(body);
  }
}

async function put(
  tx: Transaction,
  utility: Utility,
  debt: NewDebt,
  now: Instant,
): Promise<PutDebtAnswer> {
  const { utilityId } = utility;
  const known = await findDebt(tx, utilityId, debt.debtId);
  if (known !== null && !isSame(known, debt)) return refused({ code: 'debt_id_conflict' });
  if (known !== null) return { kind: 'put', debt: known, first: false };
  const found = await tx.query<{ readonly ended_at_ms: bigint | null }>(findAgreementStatement, [
    utilityId,
    debt.agreementId,
  ]);
  const [agreement] = found.rows;
  if (agreement === undefined) return refused({ code: 'agreement_not_found' });
  if (agreement.ended_at_ms !== null) return refused({ code: 'agreement_ended' });
  if (debt.principal <= 0n) return refused({ code: 'debt_not_positive' });
  const fault = termsFault(debt);
  if (fault !== null) return refused({ code: 'debt_terms_faulty', fault });
  await write(tx, utility, debt, now);
  const made = await findDebt(tx, utilityId, debt.debtId);
  if (made === null) throw new Error('a debt that was just written down is not there');
  return { kind: 'put', debt: made, first: true };
}

async function write(
  tx: Transaction,
  utility: Utility,
  debt: NewDebt,
  now: Instant,
): Promise<void> {
  await tx.query(insertDebtStatement, [
    utility.utilityId,
    debt.debtId,
    debt.agreementId,
    debt.kind,
    debt.name,
    CUSTOMER_DEBTS,
    debt.priority,
    debt.principal,
    ...recoveryColumns(debt.recovery),
    debt.least,
    debt.agreedOn,
    debt.collectFrom,
    debt.reference,
    debt.createdBy,
    now,
  ]);
  const owed = await debtAccount(tx, utility, CUSTOMER_DEBTS);
  const against = await debtAccount(tx, utility, AGAINST[debt.kind]);
  const entry = {
    entryId: derivedId('debt', debt.debtId),
    kind: 'debt',
    month: monthOf(now),
    resolvesReservation: false,
    postings: [
      { accountId: owed, money: debt.principal },
      { accountId: against, money: minorUnits(-debt.principal) },
    ],
  };
  await Promise.all(postEntries(tx, utility.book, [entry], now));
}

/** Terms may have been changed since: what was asked for first is in the history, not in the row. */
function isSame(a: Debt, b: NewDebt): boolean {
  return (
    a.agreementId === b.agreementId &&
    a.kind === b.kind &&
    a.name === b.name &&
    a.principal === b.principal &&
    a.agreedOn === b.agreedOn &&
    a.reference === b.reference
  );
}

function refused(refusal: DebtRefusal): PutDebtAnswer {
  return { kind: 'refused', refusal };
}

/** Debts against a real database: written down once, changed and kept, forgiven by two people only. */

import { checkBooks } from '@wattvend/ledger/books.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { basisPoints } from '@wattvend/tariff/tariff.js';
import { createApprovalDesk } from '@wattvend/vending/approval-desk.js';
import type { ApprovalId } from '@wattvend/vending/approvals.js';
import { changeDebt, type DebtChangeId, listDebtChanges } from '@wattvend/vending/change-debt.js';
import {
  type AgreementId,
  type DebtId,
  type DebtTerms,
  findDebt,
  listDebts,
  type NewDebt,
  type Recovery,
} from '@wattvend/vending/debts.js';
import { putDebt } from '@wattvend/vending/put-debt.js';
import { addUser, type UserId } from '@wattvend/vending/users.js';
import { requestWriteOff, writeOffSubject } from '@wattvend/vending/write-off.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createUtilityFixture, UTILITY, type UtilityFixture } from './utility-fixture.ts';

let fixture: UtilityFixture;
let now: Instant;
const FINANCE = 'f0000000-0000-4000-8000-0000000000a1' as UserId;
const CHECKER = 'f0000000-0000-4000-8000-0000000000a2' as UserId;
beforeAll(async () => {
  fixture = await createUtilityFixture();
  now = fixture.now;
  for (const [userId, signInName, role] of [
    [FINANCE, 'finance', 'finance'],
    [CHECKER, 'checker', 'finance_checker'],
  ] as const) {
    const user = { userId, signInName, displayName: signInName, roles: [role] };
    const more = { roleRule: 'strict', vendorId: null, passwordHash: null } as const;
    await addUser(fixture.scratch.database, UTILITY, { ...user, ...more }, now);
  }
});
afterAll(() => fixture.close());

/** The agreement of the fixture's first meter, which has the meter's id. */
const AGREEMENT = 'c0000000-0000-4000-8000-000000000000' as AgreementId;

let ids = 0;
function newId<Id extends string>(): Id {
  ids += 1;
  return `dd000000-0000-4000-8000-${String(ids).padStart(12, '0')}` as Id;
}

const SHARE: Recovery = { kind: 'share', share: basisPoints(2500) };

function newDebt(more: Partial<NewDebt> = {}): NewDebt {
  return {
    debtId: newId<DebtId>(),
    agreementId: AGREEMENT,
    kind: 'arrears',
    name: 'Arrears of 2025',
    principal: minorUnits(120_000n),
    priority: 1,
    recovery: SHARE,
    least: minorUnits(0n),
    agreedOn: '2026-01-10',
    collectFrom: '2026-02-01',
    reference: 'form 17',
    createdBy: 'finance',
    ...more,
  };
}

async function put(debt: NewDebt) {
  const answer = await putDebt(fixture.scratch.database, fixture.utility, debt, now);
  if (answer.kind === 'refused') throw new Error(answer.refusal.code);
  return answer;
}

/** The balance of an account by its code: debits less credits. */
async function balanceOf(code: string): Promise<bigint> {
  const { rows } = await fixture.scratch.database.query<{ readonly sum: string }>(
    {
      name: '',
      text: `select coalesce(sum(p.posting_minor), 0)::text as sum from posting p
        join account a on a.utility_id = p.utility_id and a.account_id = p.account_id
        where p.utility_id = $1::uuid and a.code = $2::text`,
    },
    [UTILITY, code],
  );
  return BigInt(rows[0]?.sum ?? '0');
}

describe('a debt', () => {
  test('is written down once, with its entry', async () => {
    const before = await balanceOf('customer_debts');
    const debt = newDebt();
    const first = await put(debt);
    expect(first).toMatchObject({
      first: true,
      debt: { ...debt, owed: debt.principal, state: 'open', createdAt: now },
    });
    expect(await put(debt)).toEqual({ ...first, first: false });
    expect((await balanceOf('customer_debts')) - before).toBe(120_000n);
    expect(await listDebts(fixture.scratch.database, UTILITY, AGREEMENT)).toContainEqual(
      first.debt,
    );
  });

  test('asked for twice at once is one debt', async () => {
    const before = await balanceOf('customer_debts');
    const debt = newDebt({ principal: minorUnits(7n) });
    const answers = await Promise.all([put(debt), put(debt), put(debt)]);
    expect(answers.filter((answer) => answer.first)).toHaveLength(1);
    expect((await balanceOf('customer_debts')) - before).toBe(7n);
  });

  test.each([
    ['arrears', 'arrears_taken_over'],
    ['connection', 'connection_fees'],
    ['tamper', 'penalties'],
    ['appliance', 'appliances_sold'],
  ] as const)('for %s stands against %s', async (kind, account) => {
    await put(newDebt({ kind, principal: minorUnits(33n) }));
    expect((await balanceOf(account)) % 100n).toBe(account === 'arrears_taken_over' ? -40n : -33n);
  });

  // Each line breaks one rule less than the one above it, so the table proves the order too.
  const fixed = (money: bigint): Recovery => ({
    kind: 'fixed',
    money: minorUnits(money),
    per: 'month',
  });
  const nobody = newId<AgreementId>();
  const lines: readonly (readonly [string, Partial<NewDebt>, string])[] = [
    [
      'no agreement, no money, no share',
      {
        agreementId: nobody,
        principal: minorUnits(0n),
        recovery: { ...SHARE, share: basisPoints(0) },
      },
      'agreement_not_found',
    ],
    [
      'no money, no share',
      { principal: minorUnits(0n), recovery: { ...SHARE, share: basisPoints(0) } },
      'debt_not_positive',
    ],
    ['no share', { recovery: { ...SHARE, share: basisPoints(0) } }, 'share_zero'],
    ['nothing a month', { recovery: fixed(0n) }, 'fixed_not_positive'],
    [
      'a least above the instalment',
      { recovery: fixed(10n), least: minorUnits(11n) },
      'least_above_fixed',
    ],
  ];
  test.each(lines)('with %s is refused', async (_, more, code) => {
    const { database } = fixture.scratch;
    const debt = newDebt(more);
    const answer = await putDebt(database, fixture.utility, debt, now);
    if (answer.kind !== 'refused') throw new Error('it was put');
    const { refusal } = answer;
    expect(refusal.code === 'debt_terms_faulty' ? refusal.fault : refusal.code).toBe(code);
    expect(await findDebt(database, UTILITY, debt.debtId)).toBeNull();
  });

  test('of the same id with other content is a conflict, before anything else', async () => {
    const debt = newDebt();
    await put(debt);
    const other = { ...debt, principal: minorUnits(-1n), agreementId: nobody };
    const answer = await putDebt(fixture.scratch.database, fixture.utility, other, now);
    expect(answer).toEqual({ kind: 'refused', refusal: { code: 'debt_id_conflict' } });
  });
});

describe('a change', () => {
  const ACTOR = { kind: 'user', id: FINANCE, address: null } as const;
  const terms: DebtTerms = {
    priority: 5,
    recovery: { kind: 'fixed', money: minorUnits(500n), per: 'month' },
    least: minorUnits(100n),
    collectFrom: '2026-06-01',
  };

  function change(
    debtId: DebtId,
    what: Parameters<typeof changeDebt>[2]['change'],
    id?: DebtChangeId,
  ) {
    const more = { reason: 'agreed at the desk', changedBy: 'finance', actor: ACTOR };
    const changeId = id ?? newId<DebtChangeId>();
    const asked = { changeId, debtId, change: what, ...more };
    return changeDebt(fixture.scratch.database, UTILITY, asked, now);
  }

  test('of terms happens once and is kept', async () => {
    const { debt } = await put(newDebt());
    const id = newId<DebtChangeId>();
    const first = await change(debt.debtId, { kind: 'terms', terms }, id);
    expect(first).toMatchObject({ kind: 'changed', first: true, debt: terms });
    const again = await change(debt.debtId, { kind: 'terms', terms }, id);
    expect(again).toMatchObject({ kind: 'changed', first: false, debt: terms });
    const other = await change(debt.debtId, { kind: 'suspended' }, id);
    expect(other).toEqual({ kind: 'refused', refusal: { code: 'debt_change_id_conflict' } });
    const kept = await listDebtChanges(fixture.scratch.database, UTILITY, debt.debtId);
    expect(kept).toMatchObject([
      {
        changeId: id,
        kind: 'terms',
        changedBy: 'finance',
        changedAt: now,
        details: { recovery: 'fixed', fixed_minor: '500', fixed_per: 'month', priority: 5 },
      },
    ]);
  });

  test('suspends and resumes; a debt that is not there, or paid, is not changed', async () => {
    const { debt } = await put(newDebt());
    expect(await change(debt.debtId, { kind: 'suspended' })).toMatchObject({
      debt: { state: 'suspended' },
    });
    expect(await change(debt.debtId, { kind: 'resumed' })).toMatchObject({
      debt: { state: 'open' },
    });
    expect(await change(newId<DebtId>(), { kind: 'resumed' })).toEqual({
      kind: 'refused',
      refusal: { code: 'debt_not_found' },
    });
    await fixture.scratch.database.query(
      {
        name: '',
        text: "update debt set owed_minor = 0, state = 'settled' where debt_id = $1::uuid",
      },
      [debt.debtId],
    );
    expect(await change(debt.debtId, { kind: 'suspended' })).toEqual({
      kind: 'refused',
      refusal: { code: 'debt_settled' },
    });
  });

  test('to terms that cannot be meant changes nothing', async () => {
    const { debt } = await put(newDebt());
    const wrong = { ...terms, least: minorUnits(501n) };
    expect(await change(debt.debtId, { kind: 'terms', terms: wrong })).toEqual({
      kind: 'refused',
      refusal: { code: 'debt_terms_faulty', fault: 'least_above_fixed' },
    });
    expect(await findDebt(fixture.scratch.database, UTILITY, debt.debtId)).toEqual(debt);
    expect(await listDebtChanges(fixture.scratch.database, UTILITY, debt.debtId)).toEqual([]);
  });
});

describe('a write-off', () => {
  function desk() {
    return createApprovalDesk({
      database: fixture.scratch.database,
      utilityId: UTILITY,
      subjects: { debt_write_off: writeOffSubject(fixture.utility) },
    });
  }

  function request(debtId: DebtId, money: bigint, requestedBy = FINANCE) {
    return requestWriteOff(
      fixture.scratch.database,
      fixture.utility,
      {
        approvalId: newId<ApprovalId>(),
        debtId,
        money: minorUnits(money),
        reason: 'the customer has died',
        documentReference: 'certificate 4',
        requestedBy,
        address: null,
      },
      now,
    );
  }

  async function requested(debtId: DebtId, money: bigint): Promise<ApprovalId> {
    const answer = await request(debtId, money);
    if (answer.kind === 'refused') throw new Error(answer.refusal.code);
    return answer.approval.approvalId;
  }

  function decide(approvalId: ApprovalId, by: UserId) {
    const decision = { approvalId, decision: 'approved', reason: null, by } as const;
    return desk().decide({ ...decision, strongAt: now, address: null }, now);
  }

  test('happens when another person agrees, and moves the money once', async () => {
    const { debt } = await put(newDebt());
    const before = await balanceOf('debt_write_off');
    const part = await requested(debt.debtId, 20_000n);
    expect(await findDebt(fixture.scratch.database, UTILITY, debt.debtId)).toEqual(debt);
    expect(await decide(part, FINANCE)).toMatchObject({ kind: 'refused' });
    expect(await decide(part, CHECKER)).toMatchObject({ kind: 'decided', first: true });
    expect(await decide(part, CHECKER)).toMatchObject({ kind: 'decided', first: false });
    const after = await findDebt(fixture.scratch.database, UTILITY, debt.debtId);
    expect(after).toMatchObject({ owed: 100_000n, state: 'open' });
    await decide(await requested(debt.debtId, 100_000n), CHECKER);
    const gone = await findDebt(fixture.scratch.database, UTILITY, debt.debtId);
    expect(gone).toMatchObject({ owed: 0n, state: 'written_off' });
    expect((await balanceOf('debt_write_off')) - before).toBe(120_000n);
    expect((await checkBooks(fixture.scratch.database, UTILITY)).sum).toBe(0n);
  });

  test('of what was paid meanwhile is not possible, and the order stays', async () => {
    const { debt } = await put(newDebt());
    const order = await requested(debt.debtId, 120_000n);
    await fixture.scratch.database.query(
      { name: '', text: 'update debt set owed_minor = owed_minor - 1 where debt_id = $1::uuid' },
      [debt.debtId],
    );
    expect(await decide(order, CHECKER)).toEqual({
      kind: 'not-possible',
      refusal: 'write_off_above_debt',
    });
    expect(await findDebt(fixture.scratch.database, UTILITY, debt.debtId)).toMatchObject({
      owed: 119_999n,
    });
  });

  test('is refused in order, and no order of it stays to be decided', async () => {
    const { debt } = await put(newDebt());
    const codes: string[] = [];
    for (const [debtId, money, by] of [
      [newId<DebtId>(), 0n, CHECKER],
      [newId<DebtId>(), 0n, FINANCE],
      [debt.debtId, 0n, FINANCE],
      [debt.debtId, 120_001n, FINANCE],
    ] as const) {
      const answer = await request(debtId, money, by);
      codes.push(answer.kind === 'refused' ? answer.refusal.code : 'requested');
    }
    expect(codes).toEqual([
      'not_allowed',
      'debt_not_found',
      'write_off_not_positive',
      'write_off_above_debt',
    ]);
    const { rows } = await fixture.scratch.database.query({
      name: '',
      text: `select 1 from approval where summary like '%120001%' or summary like '% 0 minor%'`,
    });
    expect(rows).toEqual([]);
  });
});

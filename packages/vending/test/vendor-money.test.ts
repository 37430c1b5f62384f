/** Deposits, what comes back of them, credit limits and suspensions. */
import { checkBooks } from '@wattvend/ledger/books.js';
import { findEntry } from '@wattvend/ledger/entry.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import {
  CREDIT_LIMIT_REFUSALS,
  type CreditLimitAnswer,
  type CreditLimitChange,
  changeCreditLimit,
} from '@wattvend/vending/credit-limit.js';
import {
  DEPOSIT_REVERSAL_REFUSALS,
  type DepositReversal,
  type DepositReversalAnswer,
  reverseDeposit,
} from '@wattvend/vending/deposit-reversal.js';
import {
  DEPOSIT_REFUSALS,
  type Deposit,
  type DepositAnswer,
  type DepositOrigin,
  findDeposit,
  listDeposits,
} from '@wattvend/vending/deposits.js';
import { resumeVendor, suspendVendor } from '@wattvend/vending/suspension.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import { setVendorSettings } from '@wattvend/vending/vendors.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { OTHER_VENDOR, UTILITY } from './utility-fixture.ts';
import {
  AUTHOR,
  createVendorFixture,
  deposit,
  newId,
  newVendor,
  sell,
  sold,
  type VendorFixture,
} from './vendor-fixture.ts';

let fixture: VendorFixture;
let vendorId: VendorId;
beforeAll(async () => {
  fixture = await createVendorFixture();
});
afterAll(async () => {
  await fixture.desk.drained();
  const books = await checkBooks(fixture.scratch.database, UTILITY);
  expect(books).toMatchObject({ sum: 0n, entriesUnbalanced: 0, limitsWrong: 0 });
  await fixture.close();
});
beforeEach(async () => {
  vendorId = await newVendor(fixture, fixture.now);
});

const NOBODY = '99999999-0000-4000-8000-000000000000';

type Answer = DepositAnswer | DepositReversalAnswer | CreditLimitAnswer;

/** The refusal's code, or what was done. */
function told(answer: Answer): string {
  if (answer.kind !== 'refused') return answer.kind;
  return typeof answer.refusal === 'string' ? answer.refusal : answer.refusal.code;
}

function origin(more: Partial<DepositOrigin> = {}): DepositOrigin {
  return {
    source: 'Main Street 12-345',
    account: 'bank',
    valueDate: '2026-11-20',
    slipNumber: null,
    bankBatchId: null,
    ...more,
  };
}

function change(limit: bigint, more: Partial<CreditLimitChange> = {}) {
  const { database } = fixture.scratch;
  const whole = {
    changeId: newId(),
    vendorId,
    limit: minorUnits(limit),
    reason: 'agreed in writing',
    requestedBy: 'maker',
    approvedBy: 'checker',
    ...more,
  };
  return changeCreditLimit(database, fixture.utility, whole, fixture.now);
}

function reverse(depositId: string, more: Partial<DepositReversal> = {}) {
  const { database } = fixture.scratch;
  const whole = {
    reversalId: newId(),
    depositId,
    vendorId,
    reason: 'cheque not honoured',
    requestedBy: 'maker',
    approvedBy: null,
    ...more,
  };
  return reverseDeposit(database, fixture.utility, whole, fixture.now);
}

describe('deposits', () => {
  test('are refused in the order of the list', async () => {
    const { database } = fixture.scratch;
    const known = newId();
    await deposit(fixture, vendorId, 500n, { depositId: known });
    await deposit(fixture, vendorId, 500n, { origin: origin({ slipNumber: 'S1' }) });
    const bad = { bankBatchId: NOBODY, slipNumber: 'S1' };
    // Each line mends one thing of the line above.
    const lines: readonly (readonly [Partial<Deposit>, bigint, string])[] = [
      [
        { depositId: known, vendorId: NOBODY as VendorId, origin: origin(bad) },
        0n,
        'deposit_id_conflict',
      ],
      [{ vendorId: NOBODY as VendorId, origin: origin(bad) }, 0n, 'deposit_not_positive'],
      [{ vendorId: NOBODY as VendorId, origin: origin(bad) }, 5n, 'vendor_not_found'],
      [{ origin: origin(bad) }, 5n, 'bank_batch_not_found'],
      [{ origin: origin({ slipNumber: 'S1' }) }, 5n, 'deposit_slip_used'],
      [{ origin: origin({ slipNumber: 'S2' }) }, 5n, 'deposited'],
    ];
    const answers = [];
    for (const [more, money] of lines) {
      answers.push(told(await deposit(fixture, more.vendorId ?? vendorId, money, more)));
    }
    expect(answers).toEqual(lines.map(([, , expected]) => expected));
    expect(answers.slice(0, -1)).toEqual(DEPOSIT_REFUSALS);
    expect((await fixture.vendor(vendorId)).posted).toBe(1_005n);
    const stored = await listDeposits(database, UTILITY, {
      vendorId,
      before: { depositedAt: fixture.now, depositId: 'ffffffff-ffff-4fff-bfff-ffffffffffff' },
      limit: 10,
    });
    expect(stored.map((each) => String(each.money)).sort()).toEqual(['5', '500', '500']);
  });

  test('one slip of one source is taken once, also by two at once', async () => {
    const slip = { origin: origin({ slipNumber: '77' }) };
    const both = await Promise.all([
      deposit(fixture, vendorId, 100n, slip),
      deposit(fixture, OTHER_VENDOR, 100n, slip),
    ]);
    expect(both.map(told).sort()).toEqual(['deposit_slip_used', 'deposited']);
    const elsewhere = { origin: origin({ slipNumber: '77', source: 'Harbour 9' }) };
    expect(told(await deposit(fixture, vendorId, 100n, elsewhere))).toBe('deposited');
  });

  test('what was said of its origin belongs to its content, and is kept', async () => {
    const depositId = newId();
    const first = { depositId, origin: origin({ slipNumber: '5', account: 'cash_in_transit' }) };
    expect(await deposit(fixture, vendorId, 100n, first)).toMatchObject({ first: true });
    expect(await deposit(fixture, vendorId, 100n, first)).toMatchObject({ first: false });
    const other = { depositId, origin: origin({ slipNumber: '6', account: 'cash_in_transit' }) };
    expect(told(await deposit(fixture, vendorId, 100n, other))).toBe('deposit_id_conflict');
    const stored = await findDeposit(fixture.scratch.database, UTILITY, depositId);
    expect(stored).toMatchObject({ ...first, money: 100n, reversal: null });
  });
});

describe('credit limits', () => {
  test('are refused in the order of the list', async () => {
    const known = newId();
    await change(9_000n, { changeId: known });
    await sold(fixture, vendorId, 5_000n);
    const same = { requestedBy: 'maker', approvedBy: 'maker' };
    const nobody = { vendorId: NOBODY as VendorId };
    const lines: readonly (readonly [bigint, Partial<CreditLimitChange>, string])[] = [
      [-1n, { changeId: known, ...same, ...nobody }, 'credit_limit_change_id_conflict'],
      [-1n, { ...same, ...nobody }, 'credit_limit_below_zero'],
      [4_999n, { ...same, ...nobody }, 'second_person_needed'],
      [4_999n, nobody, 'vendor_not_found'],
      [4_999n, {}, 'credit_limit_in_use'],
      [5_000n, {}, 'changed'],
    ];
    const answers = [];
    for (const [limit, more] of lines) answers.push(told(await change(limit, more)));
    expect(answers).toEqual(lines.map(([, , expected]) => expected));
    expect(answers.slice(0, -1)).toEqual(CREDIT_LIMIT_REFUSALS);
  });

  test('let a vendor sell before paying, that far and no further', async () => {
    expect((await sell(fixture, vendorId, 1_000n)).kind).toBe('refused');
    await change(3_000n);
    expect(await sell(fixture, vendorId, 3_001n)).toMatchObject({
      refusal: { code: 'float_exceeded', available: 3_000n },
    });
    await sold(fixture, vendorId, 3_000n);
    expect(await fixture.vendor(vendorId)).toMatchObject({
      posted: -3_000n,
      floor: -3_000n,
      creditLimit: 3_000n,
    });
    expect(await change(2_999n)).toMatchObject({
      refusal: { code: 'credit_limit_in_use', used: 3_000n },
    });
    await deposit(fixture, vendorId, 3_000n);
    expect(told(await change(0n))).toBe('changed');
    expect((await sell(fixture, vendorId, 1_000n)).kind).toBe('refused');
  });

  test('the same change again is the same change, also by two at once', async () => {
    const changeId = newId();
    const both = await Promise.all([change(700n, { changeId }), change(700n, { changeId })]);
    const firsts = both.filter((answer) => answer.kind === 'changed' && answer.first);
    expect(both.map((answer) => answer.kind)).toEqual(['changed', 'changed']);
    expect(firsts).toHaveLength(1);
  });

  test('the database itself refuses one person as two', async () => {
    const { database } = fixture.scratch;
    const alone = database.query(
      {
        name: '',
        text: `insert into credit_limit_change values ($1, $2, $3, 0, 1, 'x', 'me', 'me', 0)`,
      },
      [UTILITY, newId(), vendorId],
    );
    await expect(alone).rejects.toMatchObject({ constraint: 'credit_limit_change_two_people' });
  });
});

describe('a deposit that comes back', () => {
  test('is refused in the order of the list', async () => {
    const { database } = fixture.scratch;
    const [paid, again, spent, foreign] = [newId(), newId(), newId(), newId()];
    const reversalId = newId();
    await deposit(fixture, vendorId, 500n, { depositId: paid });
    await deposit(fixture, vendorId, 900n, { depositId: again });
    await deposit(fixture, OTHER_VENDOR, 500n, { depositId: foreign });
    await reverse(paid, { reversalId });
    await deposit(fixture, vendorId, 5_000n, { depositId: spent });
    await sold(fixture, vendorId, 5_500n);
    const alone = { approvedBy: 'maker' };
    const nobody = { vendorId: NOBODY as VendorId };
    const lines: readonly (readonly [string, Partial<DepositReversal>, string])[] = [
      [again, { reversalId, ...alone, ...nobody }, 'deposit_reversal_id_conflict'],
      [foreign, { ...alone, ...nobody }, 'second_person_needed'],
      [foreign, nobody, 'vendor_not_found'],
      [foreign, {}, 'deposit_not_found'],
      [paid, {}, 'deposit_reversed'],
      [spent, {}, 'float_exceeded'],
    ];
    const answers = [];
    for (const [depositId, more] of lines) answers.push(told(await reverse(depositId, more)));
    expect(answers).toEqual(lines.map(([, , expected]) => expected));
    expect(answers).toEqual(DEPOSIT_REVERSAL_REFUSALS);
    expect(await findDeposit(database, UTILITY, spent)).toMatchObject({ reversal: null });
    expect(await fixture.vendor(vendorId)).toMatchObject({ posted: 400n, suspension: null });
  });

  test('turns its entry round, once, also when two try at once', async () => {
    const { database } = fixture.scratch;
    const depositId = newId();
    const before = await fixture.vendor(vendorId);
    await deposit(fixture, vendorId, 5_000n, { depositId });
    const reversalId = newId();
    const answers = await Promise.all([
      reverse(depositId, { reversalId }),
      reverse(depositId, { reversalId }),
      reverse(depositId),
    ]);
    const done = answers.filter((answer) => answer.kind === 'reversed');
    expect(done.filter((answer) => answer.first)).toHaveLength(1);
    expect(answers.filter((answer) => answer.kind === 'refused').length).toBeGreaterThan(0);
    const after = await fixture.vendor(vendorId);
    expect(after).toEqual(before);
    const stored = await findDeposit(database, UTILITY, depositId);
    expect(stored?.reversal?.reason).toBe('cheque not honoured');
    const { rows } = await database.query<{ entry_id: string }>(
      {
        name: '',
        text: `select e.entry_id from entry e where e.kind = 'deposit_reversal'
          and e.utility_id = $1 and exists (select 1 from posting p where p.utility_id = $1
            and p.entry_id = e.entry_id and p.account_id = $2)`,
      },
      [UTILITY, after.floatAccountId],
    );
    expect(rows).toHaveLength(1);
    const entry = await findEntry(database, UTILITY, rows[0]?.entry_id ?? '');
    expect(entry?.postings).toEqual([
      { accountId: after.floatAccountId, money: 5_000n },
      { accountId: fixture.utility.bank, money: -5_000n },
    ]);
  });

  test('with a second person goes below the limit, and the vendor stops until it is covered', async () => {
    await change(1_000n);
    const depositId = newId();
    await deposit(fixture, vendorId, 5_000n, { depositId });
    await sold(fixture, vendorId, 5_500n);
    expect(told(await reverse(depositId))).toBe('float_exceeded');
    expect(told(await reverse(depositId, { approvedBy: 'checker' }))).toBe('reversed');
    const down = await fixture.vendor(vendorId);
    expect(down).toMatchObject({ posted: -5_500n, floor: -5_500n, creditLimit: 1_000n });
    expect(down.suspension).toMatchObject({ for: 'deposit_reversed', by: 'checker' });
    const { database } = fixture.scratch;
    expect(
      await resumeVendor(database, UTILITY, { vendorId, author: AUTHOR }, fixture.now),
    ).toEqual({
      kind: 'refused',
      refusal: 'float_not_covered',
    });

    await deposit(fixture, vendorId, 2_000n);
    const half = await fixture.vendor(vendorId);
    expect(half).toMatchObject({ posted: -3_500n, floor: -3_500n });
    expect(half.suspension?.for).toBe('deposit_reversed');

    await deposit(fixture, vendorId, 2_600n);
    expect(await fixture.vendor(vendorId)).toMatchObject({
      posted: -900n,
      floor: -1_000n,
      suspension: null,
    });
  });

  test('a higher limit covers as well as a deposit does', async () => {
    const depositId = newId();
    await deposit(fixture, vendorId, 5_000n, { depositId });
    await sold(fixture, vendorId, 4_000n);
    await reverse(depositId, { approvedBy: 'checker' });
    expect((await fixture.vendor(vendorId)).suspension).not.toBeNull();
    expect(told(await change(3_999n))).toBe('credit_limit_in_use');
    expect(told(await change(6_000n))).toBe('changed');
    expect(await fixture.vendor(vendorId)).toMatchObject({ floor: -6_000n, suspension: null });
  });

  test('an order to stop stands, whatever is paid in', async () => {
    const { database } = fixture.scratch;
    const depositId = newId();
    await deposit(fixture, vendorId, 5_000n, { depositId });
    await sold(fixture, vendorId, 4_000n);
    const order = { vendorId, note: 'under investigation', by: 'supervisor', author: AUTHOR };
    await suspendVendor(database, UTILITY, order, fixture.now);
    await reverse(depositId, { approvedBy: 'checker' });
    await deposit(fixture, vendorId, 9_000n);
    expect((await fixture.vendor(vendorId)).suspension).toMatchObject({ for: 'order' });
    expect(
      await resumeVendor(database, UTILITY, { vendorId, author: AUTHOR }, fixture.now),
    ).toMatchObject({
      vendor: { suspension: null, floor: 0n, posted: 5_000n },
    });
  });
});

test('nobody who is not there is stopped, let go or changed', async () => {
  const { database } = fixture.scratch;
  const nobody = NOBODY as VendorId;
  const missing = { kind: 'refused', refusal: 'vendor_not_found' };
  const order = { vendorId: nobody, note: 'x', by: 'y', author: AUTHOR };
  expect(await suspendVendor(database, UTILITY, order, fixture.now)).toEqual(missing);
  expect(
    await resumeVendor(database, UTILITY, { vendorId: nobody, author: AUTHOR }, fixture.now),
  ).toEqual(missing);
  const settings = { shiftRequired: true, tillOwner: 'utility' } as const;
  const set = (of: VendorId) =>
    setVendorSettings(database, UTILITY, { vendorId: of, settings, author: AUTHOR }, fixture.now);
  expect(await set(nobody)).toEqual(missing);
  expect(await set(vendorId)).toMatchObject({
    vendor: { settings },
  });
  expect((await fixture.vendor(vendorId)).settings).toEqual(settings);
});

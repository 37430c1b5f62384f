/** Payments of accounts against a real database: taken once, of the float, and given back once. */
import { checkBooks } from '@wattvend/ledger/books.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { instant } from '@wattvend/quantities/time.js';
import { basisPoints } from '@wattvend/tariff/tariff.js';
import { closeShift } from '@wattvend/vending/close-shift.js';
import { type AgreementId, type DebtId, findDebt } from '@wattvend/vending/debts.js';
import { setOperatorLimits } from '@wattvend/vending/operators.js';
import {
  findPayment,
  listPayments,
  type NewPayment,
  type PaymentId,
} from '@wattvend/vending/payments.js';
import { putDebt } from '@wattvend/vending/put-debt.js';
import {
  PAYMENT_REVERSAL_REFUSALS,
  type ReversePayment,
  reversePayment,
} from '@wattvend/vending/reverse-payment.js';
import { openShift } from '@wattvend/vending/shifts.js';
import { suspendVendor } from '@wattvend/vending/suspension.js';
import { PAYMENT_REFUSALS, takePayment } from '@wattvend/vending/take-payment.js';
import type { UserId } from '@wattvend/vending/users.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import { setVendorSettings } from '@wattvend/vending/vendors.js';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { meterAt, UTILITY, vendRequest } from './utility-fixture.ts';
import {
  AUTHOR,
  createVendorFixture,
  deposit,
  nairobi,
  newId,
  newOperator,
  newVendor,
  type VendorFixture,
} from './vendor-fixture.ts';

/** The agreement of the fixture's first meter, which has the meter's id. */
const AGREEMENT = 'c0000000-0000-4000-8000-000000000000' as AgreementId;
const NOBODY = '99999999-0000-4000-8000-000000000000';

let fixture: VendorFixture;
let vendorId: VendorId;
let operatorId: UserId;

beforeAll(async () => {
  fixture = await createVendorFixture();
});
afterAll(async () => {
  const books = await checkBooks(fixture.scratch.database, UTILITY);
  expect(books).toMatchObject({ sum: 0n, limitsWrong: 0 });
  await fixture.close();
});
beforeEach(async () => {
  fixture.now = nairobi('2026-05-20', '12:00:00');
  vendorId = await newVendor(fixture, fixture.now);
  operatorId = (await newOperator(fixture, vendorId)).userId;
  await deposit(fixture, vendorId, 100_000n);
});

async function debt(principal = 50_000n): Promise<DebtId> {
  const debtId = newId() as DebtId;
  const answer = await putDebt(
    fixture.scratch.database,
    fixture.utility,
    {
      ...{ debtId, agreementId: AGREEMENT, kind: 'arrears', name: 'Arrears', priority: 9 },
      principal: minorUnits(principal),
      ...{ recovery: { kind: 'share', share: basisPoints(1) }, least: minorUnits(0n) },
      ...{ agreedOn: '2026-01-10', collectFrom: '2099-01-01', reference: 'x', createdBy: 'x' },
    },
    fixture.now,
  );
  expect(answer.kind).toBe('put');
  return debtId;
}

function order(more: Partial<NewPayment> = {}): NewPayment {
  return {
    paymentId: newId() as PaymentId,
    ...{ vendorId, agreementId: AGREEMENT, kind: 'connection', debtId: null },
    money: minorUnits(45_000n),
    ...{ payment: null, documentReference: 'form 3', soldBy: 'neema', operatorId: null },
    channel: 'counter',
    ...more,
  };
}

const take = (more: Partial<NewPayment> = {}) =>
  takePayment(fixture.scratch.database, fixture.utility, order(more), fixture.now);

async function taken(more: Partial<NewPayment> = {}) {
  const answer = await take(more);
  if (answer.kind === 'refused') throw new Error(answer.refusal.code);
  return answer.payment;
}

const giveBack = (paymentId: PaymentId, more: Partial<ReversePayment> = {}) =>
  reversePayment(
    fixture.scratch.database,
    fixture.utility,
    {
      ...{ reversalId: newId(), paymentId, reason: 'wrong account', reversedBy: 'supervisor' },
      ...{ author: AUTHOR, ...more },
    },
    fixture.now,
  );

async function codeOf(
  answer: Promise<{ readonly kind: string; readonly refusal?: unknown }>,
): Promise<unknown> {
  const { kind, refusal } = await answer;
  if (kind !== 'refused') return kind;
  return typeof refusal === 'string' ? refusal : (refusal as { readonly code: string }).code;
}

/** The balance of an account by its code: debits less credits. */
async function balanceOf(code: string): Promise<bigint> {
  const { rows } = await fixture.scratch.database.query<{ readonly sum: bigint }>(
    {
      name: '',
      text: `select coalesce(sum(p.posting_minor), 0)::bigint as sum from posting p
        join account a using (utility_id, account_id) where a.code = $1::text`,
    },
    [code],
  );
  return rows[0]?.sum ?? 0n;
}

describe('a payment', () => {
  test.each([
    ['connection', 'connection_fees'],
    ['conversion', 'connection_fees'],
    ['tamper', 'penalties'],
  ] as const)('for %s goes from the float to %s, once', async (kind, account) => {
    const before = await balanceOf(account);
    const asked = order({ kind });
    const first = await takePayment(fixture.scratch.database, fixture.utility, asked, fixture.now);
    const again = await takePayment(fixture.scratch.database, fixture.utility, asked, fixture.now);
    expect(first).toMatchObject({ kind: 'taken', first: true, payment: { money: 45_000n } });
    expect(again).toEqual({ ...first, first: false });
    expect(await balanceOf(account)).toBe(before - 45_000n);
    expect((await fixture.vendor(vendorId)).posted).toBe(55_000n);
  });

  test('of a debt lowers it, and settles it with the last of it', async () => {
    const { database } = fixture.scratch;
    const debtId = await debt();
    const owed = await balanceOf('customer_debts');
    await taken({ kind: 'debt', debtId, money: minorUnits(20_000n) });
    expect(await findDebt(database, UTILITY, debtId)).toMatchObject({
      owed: 30_000n,
      state: 'open',
    });
    await taken({ kind: 'debt', debtId, money: minorUnits(30_000n) });
    expect(await findDebt(database, UTILITY, debtId)).toMatchObject({ owed: 0n, state: 'settled' });
    expect(await balanceOf('customer_debts')).toBe(owed - 50_000n);
  });

  test('is refused in the order of the list', async () => {
    const { database } = fixture.scratch;
    const debtId = await debt(1_000n);
    const settled = await debt(500n);
    await taken({ kind: 'debt', debtId: settled, money: minorUnits(500n) });
    const payment = { method: 'mobile_money', reference: newId() };
    const known = await taken({ payment, money: minorUnits(1n) });
    const none = minorUnits(0n);
    const bare = { kind: 'debt', vendorId: NOBODY as VendorId, operatorId } as const;
    const wrong = { ...bare, agreementId: NOBODY as AgreementId, debtId: NOBODY as DebtId };
    const codes: unknown[] = [
      await codeOf(take({ ...wrong, paymentId: known.paymentId, payment, money: none })),
      await codeOf(take({ ...wrong, payment, money: none })),
      await codeOf(take({ ...wrong, money: none })),
      await codeOf(take({ ...bare, debtId: NOBODY as DebtId, money: none })),
      await codeOf(take({ ...bare, debtId: settled, money: none })),
      await codeOf(take({ ...bare, debtId, money: none })),
      await codeOf(take({ ...bare, debtId, money: minorUnits(1_001n) })),
      await codeOf(take({ ...bare, debtId, money: minorUnits(1_000n) })),
    ];
    const settings = { shiftRequired: true, tillOwner: 'vendor' } as const;
    const change = { vendorId, settings, author: AUTHOR };
    await setVendorSettings(database, UTILITY, change, fixture.now);
    const limits = { mostTendered: minorUnits(2_000n), mostPerDay: null, mostVendsPerDay: null };
    await setOperatorLimits(
      database,
      UTILITY,
      { ...{ vendorId, userId: operatorId, limits }, setBy: 'supervisor', author: AUTHOR },
      fixture.now,
    );
    const much = { operatorId, money: minorUnits(200_000n) };
    const stop = { vendorId, note: 'unpaid', by: 'test', author: AUTHOR };
    const other = await newVendor(fixture, fixture.now);
    await suspendVendor(database, UTILITY, { ...stop, vendorId: other }, fixture.now);
    codes.push(await codeOf(take({ ...much, vendorId: other })));
    codes.push(await codeOf(take(much)));
    const shift = { shiftId: newId(), vendorId, operatorId, cashFloat: none };
    await openShift(database, UTILITY, shift, fixture.now);
    codes.push(await codeOf(take(much)));
    codes.push(await codeOf(take({ money: minorUnits(200_000n) })));
    expect(codes).toEqual(PAYMENT_REFUSALS);
  });

  test('of one reference pays once, be it a vend or a payment, and again once it is given back', async () => {
    const payment = { method: 'mobile_money', reference: newId() };
    const first = await taken({ payment, money: minorUnits(100n) });
    const vend = await fixture.desk.vend(
      vendRequest({ vendorId, payment, meterNumber: meterAt(3) }),
    );
    expect(vend).toEqual({
      kind: 'refused',
      refusal: { code: 'payment_reference_used', vendId: first.paymentId },
    });
    await giveBack(first.paymentId);
    expect(await codeOf(take({ payment, money: minorUnits(100n) }))).toBe('taken');
  });

  test('and another at once never take more than is in the float, or is owed', async () => {
    const debtId = await debt(60_000n);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => take({ kind: 'debt', debtId, money: minorUnits(25_000n) })),
    );
    expect(answers.filter(({ kind }) => kind === 'taken')).toHaveLength(2);
    const more = await Promise.all(
      Array.from({ length: 6 }, () => take({ money: minorUnits(20_000n) })),
    );
    expect(more.filter(({ kind }) => kind === 'taken')).toHaveLength(2);
    expect((await fixture.vendor(vendorId)).posted).toBe(10_000n);
  });

  test('is counted in the till of its shift', async () => {
    const { database } = fixture.scratch;
    const shift = { shiftId: newId(), vendorId, operatorId, cashFloat: minorUnits(700n) };
    await openShift(database, UTILITY, shift, fixture.now);
    await taken({ operatorId, money: minorUnits(1_000n) });
    const wrong = await taken({ operatorId, money: minorUnits(5_000n) });
    await giveBack(wrong.paymentId);
    const { shiftId } = shift;
    const counted = { cash: minorUnits(1_700n) };
    const by = { userId: operatorId, name: 'neema' };
    const closing = { shiftId, vendorId, counted, by };
    const closed = await closeShift(database, fixture.utility, closing, fixture.now);
    expect(closed).toMatchObject({ shift: { closed: { difference: 0n, vends: 0, sold: 1_000n } } });
  });
});

describe('giving back', () => {
  test('turns the entry round and puts the debt back, once', async () => {
    const { database } = fixture.scratch;
    const debtId = await debt(9_000n);
    const owed = await balanceOf('customer_debts');
    const { paymentId } = await taken({ kind: 'debt', debtId, money: minorUnits(9_000n) });
    const reversalId = newId();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => giveBack(paymentId, { reversalId })),
    );
    expect(answers.filter((answer) => answer.kind === 'reversed' && answer.first)).toHaveLength(1);
    expect(answers.every(({ kind }) => kind === 'reversed')).toBe(true);
    expect(await findDebt(database, UTILITY, debtId)).toMatchObject({
      owed: 9_000n,
      state: 'open',
    });
    expect(await balanceOf('customer_debts')).toBe(owed);
    expect((await fixture.vendor(vendorId)).posted).toBe(100_000n);
    const found = await findPayment(database, UTILITY, paymentId);
    expect(found?.reversal).toMatchObject({ reversalId, reversedBy: 'supervisor' });
  });

  test('is refused in the order of the list', async () => {
    const { database } = fixture.scratch;
    const shift = { shiftId: newId(), vendorId, operatorId, cashFloat: minorUnits(0n) };
    await openShift(database, UTILITY, shift, fixture.now);
    const inShift = await taken({ operatorId, money: minorUnits(100n) });
    const back = await taken({ money: minorUnits(100n) });
    const known = newId();
    await giveBack(back.paymentId, { reversalId: known });
    const by = { userId: operatorId, name: 'neema' };
    const closing = { shiftId: shift.shiftId, vendorId, counted: { cash: minorUnits(100n) }, by };
    await closeShift(database, fixture.utility, closing, fixture.now);
    const old = fixture.now;
    const codes = [
      await codeOf(giveBack(NOBODY as PaymentId)),
      await codeOf(giveBack(inShift.paymentId, { reversalId: known })),
      await codeOf(giveBack(back.paymentId)),
    ];
    fixture.now = instant(nairobi('2026-05-21', '00:00:00'));
    codes.push(await codeOf(giveBack(inShift.paymentId)));
    fixture.now = old;
    codes.push(await codeOf(giveBack(inShift.paymentId)));
    expect(codes).toEqual(PAYMENT_REVERSAL_REFUSALS);
    // The last moment of the day still is the day.
    const late = await taken({ money: minorUnits(100n) });
    fixture.now = instant(nairobi('2026-05-21', '00:00:00') - 1);
    expect(await codeOf(giveBack(late.paymentId))).toBe('reversed');
  });
});

test('payments are listed newest first, page by page', async () => {
  const { database } = fixture.scratch;
  const made: PaymentId[] = [];
  for (let index = 0; index < 5; index++) {
    fixture.now = instant(fixture.now + (index % 2));
    made.push((await taken({ money: minorUnits(10n) })).paymentId);
  }
  const of = { agreementId: AGREEMENT, vendorId };
  const seen: PaymentId[] = [];
  let before = { at: instant(Number.MAX_SAFE_INTEGER), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
  for (;;) {
    const page = await listPayments(database, UTILITY, { ...of, before, limit: 2 });
    seen.push(...page.map(({ paymentId }) => paymentId));
    const last = page.at(-1);
    if (last === undefined) break;
    before = { at: last.paidAt, id: last.paymentId };
  }
  expect([...seen].sort()).toEqual([...made].sort());
  expect(seen[0]).toBe(made.slice(3).sort().at(-1));
});

test('over random histories float, debts and books stay together', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          money: fc.integer({ min: -5, max: 60 }),
          ofDebt: fc.boolean(),
          back: fc.nat(9),
        }),
        { maxLength: 15 },
      ),
      async (steps) => {
        const { database } = fixture.scratch;
        const vendor = await newVendor(fixture, fixture.now);
        await deposit(fixture, vendor, 200n);
        const debtId = await debt(100n);
        const model = { float: 200n, owed: 100n };
        const open: { paymentId: PaymentId; money: bigint; ofDebt: boolean }[] = [];
        for (const { money, ofDebt, back } of steps) {
          const more = ofDebt ? { kind: 'debt' as const, debtId } : {};
          const answer = await take({
            vendorId: vendor,
            money: minorUnits(BigInt(money)),
            ...more,
          });
          const fits =
            money > 0 && BigInt(money) <= model.float && (!ofDebt || BigInt(money) <= model.owed);
          expect(answer.kind).toBe(fits ? 'taken' : 'refused');
          if (answer.kind === 'taken') {
            model.float -= BigInt(money);
            if (ofDebt) model.owed -= BigInt(money);
            open.push({ paymentId: answer.payment.paymentId, money: BigInt(money), ofDebt });
          }
          const chosen = back < open.length ? open.splice(back, 1)[0] : undefined;
          if (chosen === undefined) continue;
          expect(await codeOf(giveBack(chosen.paymentId))).toBe('reversed');
          model.float += chosen.money;
          if (chosen.ofDebt) model.owed += chosen.money;
        }
        expect((await fixture.vendor(vendor)).posted).toBe(model.float);
        expect((await findDebt(database, UTILITY, debtId))?.owed).toBe(model.owed);
      },
    ),
    { numRuns: 25 },
  );
});

/** Shifts of operators, and the batches made of them. */
import { checkBooks } from '@wattvend/ledger/books.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { instant } from '@wattvend/quantities/time.js';
import {
  BANK_BATCH_REFUSALS,
  closeBankBatch,
  findBankBatch,
  listBankBatches,
  type NewBankBatch,
} from '@wattvend/vending/bank-batch.js';
import {
  CLOSE_SHIFT_REFUSALS,
  closeShift,
  type ShiftClosing,
} from '@wattvend/vending/close-shift.js';
import { listOperators, setOperatorLimits } from '@wattvend/vending/operators.js';
import {
  closeSalesBatch,
  listSalesBatches,
  type NewSalesBatch,
  SALES_BATCH_REFUSALS,
} from '@wattvend/vending/sales-batch.js';
import {
  findOpenShift,
  listShifts,
  OPEN_SHIFT_REFUSALS,
  openShift,
  type Shift,
} from '@wattvend/vending/shifts.js';
import type { UserId } from '@wattvend/vending/users.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import { setVendorSettings } from '@wattvend/vending/vendors.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { UTILITY, VENDOR } from './utility-fixture.ts';
import {
  AUTHOR,
  createVendorFixture,
  deposit,
  newId,
  newOperator,
  newVendor,
  sold,
  type VendorFixture,
} from './vendor-fixture.ts';

const NOBODY = '99999999-0000-4000-8000-000000000000';

let fixture: VendorFixture;
let vendorId: VendorId;
let operator: { readonly userId: UserId; readonly name: string };
beforeAll(async () => {
  fixture = await createVendorFixture();
});
afterAll(async () => {
  await fixture.desk.drained();
  const books = await checkBooks(fixture.scratch.database, UTILITY);
  expect(books).toMatchObject({ sum: 0n, limitsWrong: 0 });
  await fixture.close();
});
beforeEach(async () => {
  vendorId = await newVendor(fixture, fixture.now);
  operator = await newOperator(fixture, vendorId);
  await deposit(fixture, vendorId, 100_000n);
});

type Opening = Parameters<typeof openShift>[2];

function open(more: Partial<Opening> = {}) {
  const opening = {
    shiftId: newId(),
    vendorId,
    operatorId: operator.userId,
    cashFloat: minorUnits(2_000n),
    ...more,
  };
  return openShift(fixture.scratch.database, UTILITY, opening, fixture.now);
}

async function opened(more: Partial<Opening> = {}): Promise<Shift> {
  const answer = await open(more);
  if (answer.kind === 'refused') throw new Error(answer.refusal);
  return answer.shift;
}

function close(
  shift: Pick<Shift, 'shiftId'>,
  counted: Readonly<Record<string, bigint>>,
  more: Partial<ShiftClosing> = {},
) {
  const money = Object.entries(counted).map(([method, minor]) => [method, minorUnits(minor)]);
  const closing = {
    shiftId: shift.shiftId,
    vendorId,
    counted: Object.fromEntries(money) as ShiftClosing['counted'],
    by: operator,
    ...more,
  };
  return closeShift(fixture.scratch.database, fixture.utility, closing, fixture.now);
}

async function closed(counted: bigint): Promise<Shift> {
  const answer = await close(await opened(), { cash: counted });
  if (answer.kind === 'refused') throw new Error(answer.refusal.code);
  return answer.shift;
}

const SUPERVISOR = { userId: NOBODY as UserId, name: 'supervisor' };

async function ownTill(): Promise<void> {
  const settings = { shiftRequired: false, tillOwner: 'utility' } as const;
  await setVendorSettings(
    fixture.scratch.database,
    UTILITY,
    { vendorId, settings, author: AUTHOR },
    fixture.now,
  );
}

describe('opening a shift', () => {
  test('is refused in the order of the list', async () => {
    const other = await newOperator(fixture, vendorId);
    const known = newId();
    await opened({ shiftId: known });
    const nobody = { operatorId: NOBODY as UserId };
    const lines: readonly (readonly [Partial<Opening>, string])[] = [
      [{ shiftId: known, ...nobody, cashFloat: minorUnits(-1n) }, 'shift_id_conflict'],
      [
        { vendorId: NOBODY as VendorId, ...nobody, cashFloat: minorUnits(-1n) },
        'cash_float_below_zero',
      ],
      [{ vendorId: NOBODY as VendorId, ...nobody }, 'vendor_not_found'],
      [nobody, 'operator_not_found'],
      [{}, 'shift_open'],
      [{ operatorId: other.userId }, 'opened'],
    ];
    const answers = [];
    for (const [more] of lines) {
      const answer = await open(more);
      answers.push(answer.kind === 'refused' ? answer.refusal : answer.kind);
    }
    expect(answers).toEqual(lines.map(([, expected]) => expected));
    expect(answers.slice(0, -1)).toEqual(OPEN_SHIFT_REFUSALS);
  });

  test('is done once, and an operator has one open shift, also when many try at once', async () => {
    const shiftId = newId();
    const answers = await Promise.all([open({ shiftId }), open({ shiftId }), open(), open()]);
    const shifts = answers.flatMap((answer) => (answer.kind === 'opened' ? [answer] : []));
    expect(new Set(shifts.map(({ shift }) => shift.shiftId)).size).toBe(1);
    expect(shifts.filter(({ first }) => first)).toHaveLength(1);
    const found = await findOpenShift(fixture.scratch.database, UTILITY, operator.userId);
    expect(found?.shiftId).toBe(shifts[0]?.shift.shiftId);
    // A person of another vendor is nobody here.
    const foreign = await newOperator(fixture, VENDOR);
    expect(await open({ operatorId: foreign.userId })).toMatchObject({
      refusal: 'operator_not_found',
    });
  });
});

describe('closing a shift', () => {
  test('counts what that operator sold since it was opened, and nothing else', async () => {
    await sold(fixture, vendorId, 1_000n, operator.userId);
    fixture.now = instant(fixture.now + 1);
    const shift = await opened();
    await sold(fixture, vendorId, 3_000n, operator.userId);
    await sold(fixture, vendorId, 4_500n, operator.userId);
    await sold(fixture, vendorId, 9_000n, (await newOperator(fixture, vendorId)).userId);
    const answer = await close(shift, { cash: 9_400n, card: 5n });
    expect(answer).toMatchObject({
      first: true,
      shift: {
        closed: {
          vends: 2,
          sold: 7_500n,
          difference: -95n,
          closedBy: operator.name,
          counts: [
            { paymentMethod: 'card', vends: 0, sold: 0n, expected: 0n, counted: 5n },
            { paymentMethod: 'cash', vends: 2, sold: 7_500n, expected: 9_500n, counted: 9_400n },
          ],
        },
      },
    });
    // The vendor's own till: the ledger is not concerned.
    expect((await fixture.vendor(vendorId)).posted).toBe(100_000n - 17_500n);
    expect(await close(shift, { cash: 9_400n, card: 5n })).toMatchObject({ first: false });
    expect(await close(shift, { cash: 9_400n })).toMatchObject({
      refusal: { code: 'shift_closed' },
    });
    expect((await opened()).openedAt).toBeGreaterThan(fixture.now);
  });

  test('is refused in the order of the list', async () => {
    await ownTill();
    const done = await closed(2_000n);
    const shift = await opened();
    const vend = await sold(fixture, vendorId, 99_000n, operator.userId);
    const move = (state: string, resolved: number | null) =>
      fixture.scratch.database.query(
        {
          name: '',
          text: 'update vend set state = $1, resolved_at_ms = $2 where vend_id = $3',
        },
        [state, resolved, vend.vendId],
      );
    // The float has 1,000 left, and 102,001 is 1,001 more than there should be.
    const foreign = { vendorId: VENDOR };
    const answers = [
      await close(done, { cash: -1n }, foreign),
      await close(done, { cash: 1n }, foreign),
      await close(done, { cash: 1n }),
    ];
    await move('reserved', null);
    answers.push(await close(shift, { card: 1n }));
    await move('posted', fixture.now);
    answers.push(
      await close(shift, { card: 1n }),
      await close(shift, { cash: 102_001n }),
      await close(shift, { cash: 102_001n }, { by: SUPERVISOR }),
    );
    expect(answers.map((answer) => answer.kind === 'refused' && answer.refusal.code)).toEqual(
      CLOSE_SHIFT_REFUSALS,
    );
    const missing = answers[4];
    expect(missing).toMatchObject({ refusal: { paymentMethods: ['cash'] } });
    expect(answers[6]).toMatchObject({ refusal: { available: 1_000n } });
    expect(await close(shift, { cash: 102_000n }, { by: SUPERVISOR })).toMatchObject({
      kind: 'closed',
    });
  });

  test.each([
    ['missing money leaves the hands of the office', 6_900n, -100n],
    ['money too much comes into them', 7_040n, 40n],
  ])("in the utility's own till %s", async (_, counted, difference) => {
    await ownTill();
    const shift = await opened();
    await sold(fixture, vendorId, 5_000n, operator.userId);
    const before = (await fixture.vendor(vendorId)).posted;
    const answer = await close(shift, { cash: counted }, { by: SUPERVISOR });
    expect(answer).toMatchObject({ shift: { closed: { difference } } });
    expect((await fixture.vendor(vendorId)).posted).toBe(before - difference);
    const { rows } = await fixture.scratch.database.query(
      {
        name: '',
        text: `select p.posting_minor from posting p join account a using (utility_id, account_id)
          join entry e using (utility_id, entry_id)
          where a.code = 'cash_over_short' and e.kind = 'cash_difference'
            and p.posting_minor = $1`,
      },
      [-difference],
    );
    expect(rows).toHaveLength(1);
    await close(shift, { cash: counted }, { by: SUPERVISOR });
    expect((await fixture.vendor(vendorId)).posted).toBe(before - difference);
  });

  test('a till that is right needs nobody else', async () => {
    await ownTill();
    expect((await closed(2_000n)).closed?.difference).toBe(0n);
  });

  test('shifts are listed newest first, a page at a time', async () => {
    const { database } = fixture.scratch;
    const made: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      fixture.now = instant(fixture.now + 1000);
      made.push((await closed(2_000n)).shiftId);
    }
    const seen: string[] = [];
    let before = { openedAt: instant(fixture.now + 10), shiftId: NOBODY };
    for (;;) {
      const page = { vendorId, operatorId: operator.userId, before, limit: 2 };
      const shifts = await listShifts(database, UTILITY, page);
      const last = shifts.at(-1);
      if (last === undefined) break;
      seen.push(...shifts.map((shift) => shift.shiftId));
      before = last;
    }
    expect(seen).toEqual(made.reverse());
  });
});

describe('batches', () => {
  function salesBatch(shiftIds: readonly string[], more: Partial<NewSalesBatch> = {}) {
    const batch = { salesBatchId: newId(), vendorId, shiftIds, closedBy: 'supervisor', ...more };
    return closeSalesBatch(fixture.scratch.database, UTILITY, batch, fixture.now);
  }

  function bankBatch(salesBatchIds: readonly string[], more: Partial<NewBankBatch> = {}) {
    const batch = {
      bankBatchId: newId(),
      vendorId,
      source: 'Main Street 12-345',
      slipNumber: newId(),
      brought: minorUnits(5_000n),
      salesBatchIds,
      closedBy: 'supervisor',
      ...more,
    };
    return closeBankBatch(fixture.scratch.database, UTILITY, batch, fixture.now);
  }

  async function oneSalesBatch(): Promise<string> {
    const shift = await closed(2_000n);
    const answer = await salesBatch([shift.shiftId]);
    if (answer.kind === 'refused') throw new Error(answer.refusal);
    return answer.batch.salesBatchId;
  }

  test('of sales are refused in the order of the list', async () => {
    const first = await closed(2_000n);
    const known = newId();
    await salesBatch([first.shiftId], { salesBatchId: known });
    const running = await opened();
    const nobody = { vendorId: NOBODY as VendorId };
    const lines: readonly (readonly [readonly string[], Partial<NewSalesBatch>, string])[] = [
      [[], { salesBatchId: known, ...nobody }, 'batch_id_conflict'],
      [[NOBODY, running.shiftId, first.shiftId], nobody, 'vendor_not_found'],
      [[NOBODY, running.shiftId, first.shiftId], {}, 'shift_not_found'],
      [[running.shiftId, first.shiftId], {}, 'shift_not_closed'],
      [[first.shiftId], {}, 'shift_batched'],
      [[first.shiftId], { salesBatchId: known }, 'closed'],
    ];
    const answers = [];
    for (const [ids, more] of lines) {
      const answer = await salesBatch(ids, more);
      answers.push(answer.kind === 'refused' ? answer.refusal : answer.kind);
    }
    expect(answers).toEqual(lines.map(([, , expected]) => expected));
    expect(answers.slice(0, -1)).toEqual(SALES_BATCH_REFUSALS);
    expect(await salesBatch([])).toMatchObject({ refusal: 'shift_not_found' });
  });

  test('of the bank are refused in the order of the list', async () => {
    const [banked, free] = [await oneSalesBatch(), await oneSalesBatch()];
    const known = newId();
    await bankBatch([banked], { bankBatchId: known, slipNumber: `A ${vendorId}` });
    const nobody = { vendorId: NOBODY as VendorId };
    const minus = { brought: minorUnits(-1n) };
    const used = { slipNumber: `A ${vendorId}` };
    const lines: readonly (readonly [readonly string[], Partial<NewBankBatch>, string])[] = [
      [[], { bankBatchId: known, ...minus, ...nobody }, 'batch_id_conflict'],
      [[NOBODY, banked], { ...minus, ...nobody, ...used }, 'brought_below_zero'],
      [[NOBODY, banked], { ...nobody, ...used }, 'vendor_not_found'],
      [[NOBODY, banked], used, 'sales_batch_not_found'],
      [[free, banked], used, 'sales_batch_banked'],
      [[free], used, 'bank_slip_used'],
      [[free], {}, 'closed'],
    ];
    const answers = [];
    for (const [ids, more] of lines) {
      const answer = await bankBatch(ids, more);
      answers.push(answer.kind === 'refused' ? answer.refusal : answer.kind);
    }
    expect(answers).toEqual(lines.map(([, , expected]) => expected));
    expect(answers.slice(0, -1)).toEqual(BANK_BATCH_REFUSALS);
  });

  test('a shift is in one sales batch, that in one bank batch, and the deposit names it', async () => {
    const { database } = fixture.scratch;
    const shift = await opened();
    await sold(fixture, vendorId, 5_000n, operator.userId);
    await close(shift, { cash: 6_990n, cheque: 20n, card: 7n });
    const second = await closed(2_000n);
    const tries = await Promise.all([
      salesBatch([shift.shiftId, second.shiftId]),
      salesBatch([second.shiftId]),
    ]);
    expect(tries.filter((answer) => answer.kind === 'closed')).toHaveLength(1);
    const rest = await salesBatch([shift.shiftId]);
    const all = [...tries, rest].flatMap((answer) =>
      answer.kind === 'closed' ? [answer.batch] : [],
    );
    // Whoever was first, the numbers have no gap and the money is there once.
    expect(all.map((batch) => batch.number)).toEqual(all.map((_, index) => index + 1));
    const sum = (of: (batch: (typeof all)[number]) => bigint) =>
      all.reduce((total, batch) => total + of(batch), 0n);
    expect(sum((batch) => batch.sold)).toBe(5_000n);
    expect(sum((batch) => batch.counted)).toBe(6_990n + 20n + 7n + 2_000n);
    // Notes and cheques without the change from before: 4,990 + 20.
    expect(sum((batch) => batch.bankable)).toBe(5_010n);

    const bankBatchId = newId();
    const ids = all.map((batch) => batch.salesBatchId);
    expect(await bankBatch(ids, { bankBatchId })).toMatchObject({
      batch: { number: 1, bankable: 5_010n, brought: 5_000n, deposited: 0n, depositIds: [] },
    });
    const depositId = newId();
    const origin = {
      source: 'Main Street 12-345',
      account: 'bank',
      valueDate: null,
      slipNumber: newId(),
      bankBatchId,
    } as const;
    await deposit(fixture, vendorId, 5_000n, { depositId, origin });
    expect(await findBankBatch(database, UTILITY, bankBatchId)).toMatchObject({
      deposited: 5_000n,
      depositIds: [depositId],
    });
    const elsewhere = { origin: { ...origin, slipNumber: null } };
    expect(await deposit(fixture, VENDOR, 5_000n, elsewhere)).toMatchObject({
      refusal: 'bank_batch_not_found',
    });
    const page = { vendorId, before: null, limit: 10 };
    expect(await listBankBatches(database, UTILITY, page)).toHaveLength(1);
    const listed = await listSalesBatches(database, UTILITY, page);
    expect(listed.map((batch) => batch.bankBatchId)).toEqual(ids.map(() => bankBatchId));
    const older = await listSalesBatches(database, UTILITY, { ...page, before: 1 });
    expect(older).toEqual([]);
  });
});

test('what an operator may sell is set by the vendor and stays in the family', async () => {
  const { database } = fixture.scratch;
  const limits = {
    mostTendered: minorUnits(5_000n),
    mostPerDay: null,
    mostVendsPerDay: 40,
  };
  const set = (more: object = {}) =>
    setOperatorLimits(
      database,
      UTILITY,
      { vendorId, userId: operator.userId, limits, setBy: 'supervisor', author: AUTHOR, ...more },
      fixture.now,
    );
  expect(await set()).toMatchObject({ operator: { limits } });
  const shift = await opened();
  expect(await listOperators(database, UTILITY, vendorId)).toEqual([
    {
      userId: operator.userId,
      signInName: operator.name,
      displayName: operator.name,
      disabled: false,
      limits,
      openShift: { shiftId: shift.shiftId, openedAt: shift.openedAt },
    },
  ]);
  const without = { mostTendered: null, mostPerDay: minorUnits(9n), mostVendsPerDay: null };
  expect(await set({ limits: without })).toMatchObject({ operator: { limits: without } });
  expect(await set({ vendorId: VENDOR })).toEqual({
    kind: 'refused',
    refusal: 'operator_not_found',
  });
});

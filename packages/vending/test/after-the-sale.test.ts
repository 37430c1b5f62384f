/**
 * After the sale against a real database and a real security module: orders for tokens, refunds,
 * repairs of the wrong meter, tokens made anew. Whatever is asked for twice happens once.
 */
import { areBalanced, checkBooks } from '@wattvend/ledger/books.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { instant } from '@wattvend/quantities/time.js';
import { type ApprovalDesk, createApprovalDesk } from '@wattvend/vending/approval-desk.js';
import type { ApprovalId } from '@wattvend/vending/approvals.js';
import type { AgreementId, DebtId } from '@wattvend/vending/debts.js';
import { findDebt } from '@wattvend/vending/debts.js';
import { findVend } from '@wattvend/vending/find-vends.js';
import { putDebt } from '@wattvend/vending/put-debt.js';
import { refundSubject } from '@wattvend/vending/refund-subject.js';
import { findRefund, type RefundId } from '@wattvend/vending/refunds.js';
import {
  findRepair,
  type RepairId,
  repairSubject,
  requestRepair,
} from '@wattvend/vending/repairs.js';
import { repairsVendorId } from '@wattvend/vending/repairs-vendor.js';
import { requestTokenOrder, type WantedTokens } from '@wattvend/vending/request-order.js';
import { type NewRefund, requestRefund } from '@wattvend/vending/request-refund.js';
import { revealTokens } from '@wattvend/vending/reveal-tokens.js';
import type { Role } from '@wattvend/vending/roles.js';
import { type AfterSaleDeps, runDueOrders, runOrder } from '@wattvend/vending/run-orders.js';
import { runDueRepairs, runRepair } from '@wattvend/vending/run-repairs.js';
import { tokenOrderSubject } from '@wattvend/vending/token-order-subject.js';
import { findTokenOrder, type TokenOrderId } from '@wattvend/vending/token-orders.js';
import type { Vend, VendId, VendRequest } from '@wattvend/vending/vend.js';
import { claimVend } from '@wattvend/vending/vend-claim.js';
import { createVendDesk, type VendAnswer, type VendDesk } from '@wattvend/vending/vend-desk.js';
import { findVendor } from '@wattvend/vending/vendors.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addPeople, personOf } from './staff-people.ts';
import {
  createUtilityFixture,
  meterAt,
  newVendId,
  UTILITY,
  type UtilityFixture,
  VENDOR,
  vendRequest,
} from './utility-fixture.ts';

let fixture: UtilityFixture;
let desk: VendDesk;
let approvals: ApprovalDesk;
let deps: AfterSaleDeps;

beforeEach(async () => {
  fixture = await createUtilityFixture();
  const { database } = fixture.scratch;
  const { utility, module } = fixture;
  await addPeople(database);
  const clock = () => fixture.now;
  desk = createVendDesk({ database, module, book: utility.book, clock });
  approvals = createApprovalDesk({
    database,
    utilityId: UTILITY,
    subjects: {
      refund: refundSubject(utility),
      wrong_meter: repairSubject(utility),
      free_issue: tokenOrderSubject(UTILITY),
      engineering: tokenOrderSubject(UTILITY),
      credit_transfer: tokenOrderSubject(UTILITY),
      reissue: tokenOrderSubject(UTILITY),
    },
  });
  deps = { database, utility, desk, clock };
});
afterEach(() => fixture.close());

async function sql(text: string, values: readonly unknown[] = []): Promise<readonly unknown[]> {
  const { rows } = await fixture.scratch.database.query({ name: '', text }, [...values]);
  return rows;
}

function vended(answer: VendAnswer): Vend {
  if (answer.kind === 'refused') throw new Error(answer.refusal.code);
  return answer.vend;
}

async function sell(more: Partial<VendRequest> = {}): Promise<Vend> {
  const vend = vended(await desk.vend(vendRequest(more)));
  expect(vend.state).toBe('posted');
  return vend;
}

const author = (role: Role) => ({ userId: personOf(role), address: null });

async function decide(
  id: string,
  decision: 'approved' | 'rejected' | 'withdrawn',
  role: Role,
): Promise<string> {
  const answer = await approvals.decide(
    {
      ...{ approvalId: id as ApprovalId, decision, reason: 'as said', by: personOf(role) },
      ...{ strongAt: fixture.now, address: null },
    },
    fixture.now,
  );
  return answer.kind === 'decided' ? answer.approval.state : answer.refusal;
}

/** The balance of an account by its code: debits less credits. */
async function balanceOf(code: string): Promise<bigint> {
  const [row] = (await sql(
    `select coalesce(sum(p.posting_minor), 0)::text as sum from posting p
      join account a on a.utility_id = p.utility_id and a.account_id = p.account_id
      where p.utility_id = $1::uuid and a.code = $2::text`,
    [UTILITY, code],
  )) as readonly { readonly sum: string }[];
  return BigInt(row?.sum ?? '0');
}

async function floatOf(vendorId = VENDOR): Promise<bigint | undefined> {
  return (await findVendor(fixture.scratch.database, UTILITY, vendorId))?.posted;
}

async function stateOf(agreementId: string): Promise<Record<string, unknown>> {
  const [row] = (await sql('select purchase_state from agreement where agreement_id = $1', [
    agreementId,
  ])) as readonly { readonly purchase_state: Record<string, unknown> }[];
  return row?.purchase_state ?? {};
}

async function expectBooks(): Promise<void> {
  const books = await checkBooks(fixture.scratch.database, UTILITY);
  expect(
    areBalanced(books),
    JSON.stringify(books, (_, v) => (typeof v === 'bigint' ? String(v) : v)),
  ).toBe(true);
}

const ASKERS = {
  free_issue: 'customer_officer',
  engineering: 'engineering_maker',
  transfer: 'customer_officer',
  reissue: 'customer_officer',
} as const satisfies Record<WantedTokens['kind'], Role>;

const FREE = {
  kind: 'free_issue',
  meterNumber: meterAt(1),
  energy: tenthKwh(50),
  reasonCode: 'goodwill',
} as const;

async function order(wanted: WantedTokens, id = newVendId() as string) {
  const answer = await requestTokenOrder(
    fixture.scratch.database,
    fixture.utility,
    {
      ...{ orderId: id as TokenOrderId, wanted, reason: 'a test', documentReference: 'form 1' },
      author: author(ASKERS[wanted.kind]),
    },
    fixture.now,
  );
  return answer.kind === 'refused' ? answer.refusal : answer.order;
}

async function ordered(wanted: WantedTokens): Promise<TokenOrderId> {
  const made = await order(wanted);
  if (!('orderId' in made)) throw new Error(made.code);
  return made.orderId;
}

describe('an order for tokens', () => {
  test('is executed once, after another person agreed', async () => {
    const id = await ordered(FREE);
    expect(await runDueOrders(deps)).toBe(0);
    expect(await decide(id, 'approved', 'customer_officer')).toBe('own_order');
    expect(await decide(id, 'approved', 'finance_checker')).toBe('approved');
    const [first, second] = await Promise.all([runOrder(deps, id), runOrder(deps, id)]);
    expect([first?.state, second?.state]).toEqual(['executed', 'executed']);
    expect(await runDueOrders(deps)).toBe(0);
    const vend = await findVend(fixture.scratch.database, UTILITY, first?.vendId as VendId);
    expect(vend).toMatchObject({ kind: 'free_issue', state: 'posted', credit: { energy: 50 } });
    expect(await sql('select count(*)::int as tokens from token')).toEqual([{ tokens: 1 }]);
    const audited = await sql(
      "select what from audit_event where what like 'token_order.%' order by sequence",
    );
    expect(audited).toEqual([{ what: 'token_order.executed' }]);
    await expectBooks();
  });

  test('is asked for once for each id', async () => {
    const id = newVendId() as string;
    const [one, other] = await Promise.all([order(FREE, id), order(FREE, id)]);
    expect(one).toEqual(other);
    expect(await order({ ...FREE, energy: tenthKwh(51) }, id)).toEqual({
      code: 'approval_id_conflict',
    });
    expect(await sql('select count(*)::int as orders from token_order')).toEqual([{ orders: 1 }]);
  });

  test('that is rejected is never executed, and leaves nothing behind', async () => {
    const id = await ordered(FREE);
    expect(await decide(id, 'rejected', 'finance_checker')).toBe('rejected');
    expect((await runOrder(deps, id))?.state).toBe('dropped');
    expect(await sql('select vend_id from vend')).toEqual([]);
  });

  test('waits for a security module that is away, and the sweep finishes it', async () => {
    const id = await ordered(FREE);
    await decide(id, 'approved', 'finance_checker');
    await fixture.killModule();
    expect(await runOrder(deps, id)).toMatchObject({
      state: 'approved',
      refusal: 'vend_outcome_unknown',
    });
    await fixture.restartModule();
    expect(await runDueOrders(deps)).toBe(0);
    fixture.now = instant(fixture.now + 30_000);
    await desk.sweep();
    expect(await runDueOrders(deps)).toBe(1);
    expect((await findTokenOrder(fixture.scratch.database, UTILITY, id))?.state).toBe('executed');
    expect(await sql('select count(*)::int as tokens from token')).toEqual([{ tokens: 1 }]);
  });

  test('that a crash stopped behind its tokens is finished with the same digits', async () => {
    const id = await ordered(FREE);
    await decide(id, 'approved', 'finance_checker');
    const dying = {
      ...deps,
      desk: {
        ...desk,
        async issueOrder(request: Parameters<VendDesk['issueOrder']>[0]) {
          await desk.issueOrder(request);
          throw new Error('killed');
        },
      },
    };
    await expect(runOrder(dying, id)).rejects.toThrow('killed');
    expect(await runDueOrders(deps)).toBe(1);
    expect(await sql('select count(*)::int as tokens from token')).toEqual([{ tokens: 1 }]);
  });

  test('of an engineer makes what it says, and its digits are shown to whoever leaves a trace', async () => {
    const id = await ordered({
      kind: 'engineering',
      meterNumber: meterAt(0),
      contents: [{ kind: 'clear-tamper-condition' }, { kind: 'clear-credit', register: 65_535 }],
      reasonCode: 'tamper_repaired',
    });
    const reveal = () =>
      revealTokens(
        fixture.scratch.database,
        UTILITY,
        { orderId: id, author: author('engineering_maker') },
        fixture.now,
      );
    expect(await reveal()).toEqual({ kind: 'refused', refusal: 'order_not_executed' });
    expect(await decide(id, 'approved', 'finance_checker')).toBe('not_allowed');
    await decide(id, 'approved', 'engineering_checker');
    expect((await runOrder(deps, id))?.state).toBe('executed');
    const shown = await reveal();
    expect(shown).toMatchObject({
      tokens: [
        { content: { kind: 'clear-tamper-condition' }, digits: expect.stringMatching(/^\d{20}$/) },
        { content: { kind: 'clear-credit', register: 65_535 } },
      ],
    });
    const traces = await sql("select subject_id from audit_event where what like '%revealed'");
    expect(traces).toEqual([{ subject_id: id }]);
  });

  // Each line breaks one rule less than the one above it, so the table proves the order too.
  test('is refused in order', async () => {
    const foreign = await requestTokenOrder(
      fixture.scratch.database,
      fixture.utility,
      {
        ...{ orderId: newVendId() as string as TokenOrderId, reason: 'r' },
        ...{ documentReference: null, author: author('finance') },
        wanted: { ...FREE, meterNumber: '99999999999' as typeof FREE.meterNumber },
      },
      fixture.now,
    );
    expect(foreign).toMatchObject({ refusal: { code: 'not_allowed' } });
    const lines: readonly (readonly [WantedTokens, string])[] = [
      [
        { ...FREE, energy: tenthKwh(0), meterNumber: '99999999999' as typeof FREE.meterNumber },
        'meter_not_found',
      ],
      [{ ...FREE, energy: tenthKwh(0) }, 'free_issue_not_positive'],
      [{ ...FREE, energy: tenthKwh(1_001) }, 'free_issue_above_limit'],
      [{ kind: 'transfer', replacementId: newVendId() as never }, 'replacement_not_found'],
      [{ kind: 'reissue', vendId: newVendId() }, 'vend_not_found'],
      [{ kind: 'reissue', vendId: (await sell()).vendId }, 'reissue_not_needed'],
    ];
    for (const [wanted, code] of lines) expect(await order(wanted)).toMatchObject({ code });
    expect(await sql('select count(*)::int as orders from token_order')).toEqual([{ orders: 0 }]);
    expect(await sql('select count(*)::int as kept from approval')).toEqual([{ kept: 0 }]);
    expect(await sql('select count(*)::int as kept from vend_claim')).toEqual([{ kept: 0 }]);
  });
});

describe('tokens made anew', () => {
  test('once fifty newer ones have pushed them out of the memory of their meter', async () => {
    const vend = await sell();
    // Written rather than sold: fifty vends would have to wait fifty minutes of the meter's time.
    const push = (count: number) =>
      sql(
        `insert into token (module_sequence, key_epoch, token_identifier, month, position,
           module_number, utility_id, meter_id, vend_id, digits, content_kind, receipt)
         select 1000 + n, t.key_epoch, t.token_identifier + n, t.month, 0, 9, t.utility_id,
           t.meter_id, $3::uuid, t.digits, 'credit', t.receipt
         from token t, generate_series($2::int, $2::int + $4::int - 1) n where t.vend_id = $1`,
        [vend.vendId, 1, newVendId(), count],
      );
    await push(49);
    const wanted = { kind: 'reissue', vendId: vend.vendId } as const;
    expect(await order(wanted)).toEqual({ code: 'reissue_not_needed', newer: 49, needed: 50 });
    await sql(
      `insert into token (module_sequence, key_epoch, token_identifier, month, position,
         module_number, utility_id, meter_id, vend_id, digits, content_kind, receipt)
       select 2000, t.key_epoch, t.token_identifier + 50, t.month, 0, 9, t.utility_id,
         t.meter_id, $2::uuid, t.digits, 'credit', t.receipt from token t where t.vend_id = $1`,
      [vend.vendId, newVendId()],
    );
    await sql(
      'update meter set last_token_identifier = last_token_identifier + 50 where drn = $1',
      [meterAt(0)],
    );
    const id = await ordered(wanted);
    expect(await order(wanted)).toEqual({ code: 'vend_claimed' });
    await decide(id, 'approved', 'finance_checker');
    expect(await runOrder(deps, id)).toMatchObject({ state: 'executed', sourceId: vend.vendId });
    const made = await findVend(
      fixture.scratch.database,
      UTILITY,
      (await runOrder(deps, id))?.vendId as VendId,
    );
    expect(made?.tokens.map(({ content }) => content)).toEqual(
      vend.tokens.map(({ content }) => content),
    );
    expect(await refund(vend)).toMatchObject({ code: 'vend_claimed' });
  });

  test('are free for another deed when nobody agreed', async () => {
    const vend = await sell();
    await fixture.scratch.database.transaction(async (tx) => {
      const claim = { vendId: vend.vendId, deed: 'reissue', deedId: newVendId() } as const;
      expect(await claimVend(tx, UTILITY, claim)).toBe(true);
      expect(await claimVend(tx, UTILITY, { ...claim, deed: 'refund' })).toBe(false);
    });
  });
});

function newRefund(vend: Pick<Vend, 'vendId'>, more: Partial<NewRefund> = {}): NewRefund {
  return {
    refundId: newVendId() as string as RefundId,
    vendId: vend.vendId,
    unused: null,
    proof: 'meter_evidence',
    proofReference: 'photo 7',
    proofOrderId: null,
    moneyTo: 'customer_credit',
    debtId: null,
    reason: 'the meter did not take it',
    author: author('customer_officer'),
    ...more,
  };
}

async function refund(vend: Pick<Vend, 'vendId'>, more: Partial<NewRefund> = {}) {
  const asked = newRefund(vend, more);
  const { database } = fixture.scratch;
  const answer = await requestRefund(database, fixture.utility, asked, fixture.now);
  return answer.kind === 'refused' ? answer.refusal : answer.refund;
}

async function refunded(vend: Vend, more: Partial<NewRefund> = {}) {
  const asked = await refund(vend, more);
  if (!('refundId' in asked)) throw new Error(asked.code);
  expect(await decide(asked.refundId, 'approved', 'finance_checker')).toBe('approved');
  return await findRefund(fixture.scratch.database, UTILITY, asked.refundId);
}

const AGREEMENT = 'c0000000-0000-4000-8000-000000000000' as AgreementId;

describe('a refund', () => {
  test('of a whole vend reverses its very accounts and takes the purchase back', async () => {
    await sell({ tendered: minorUnits(1_000n) });
    const before = { sales: await balanceOf('energy_sales'), vat: await balanceOf('vat_payable') };
    const state = await stateOf(AGREEMENT);
    const vend = await sell();
    expect(await stateOf(AGREEMENT)).not.toEqual(state);
    expect(await refunded(vend)).toMatchObject({ state: 'posted', money: 5_000n });
    expect(await balanceOf('energy_sales')).toBe(before.sales);
    expect(await balanceOf('vat_payable')).toBe(before.vat);
    expect(await balanceOf('customer_credit')).toBe(-5_000n);
    expect(await stateOf(AGREEMENT)).toEqual(state);
    expect(await refund(vend)).toEqual({ code: 'vend_claimed' });
    await expectBooks();
  });

  test('to the float of the vendor is there to be sold again', async () => {
    const before = await floatOf();
    await refunded(await sell(), { moneyTo: 'vendor_float' });
    expect(await floatOf()).toBe(before);
    await expectBooks();
  });

  test('of a part shares the tax by largest remainders and leaves the rest', async () => {
    const vend = await sell();
    const { credit } = vend;
    if (credit.kind !== 'energy') throw new Error('energy was sold');
    const sales = await balanceOf('energy_sales');
    const vat = await balanceOf('vat_payable');
    const done = await refunded(vend, { unused: tenthKwh(7) });
    // 7 tenths of what 50.00 bought, rounded up to the cent.
    const money = (5_000n * 7n + BigInt(credit.energy) - 1n) / BigInt(credit.energy);
    expect(done?.money).toBe(money);
    const back = {
      sales: (await balanceOf('energy_sales')) - sales,
      vat: (await balanceOf('vat_payable')) - vat,
    };
    expect(back.sales + back.vat).toBe(money);
    // 15 % on top: within a cent of 15/115.
    expect(Number(back.vat)).toBeGreaterThanOrEqual(Math.floor((Number(money) * 15) / 115));
    expect(Number(back.vat)).toBeLessThanOrEqual(Math.ceil((Number(money) * 15) / 115));
    expect(await stateOf(AGREEMENT)).toMatchObject({
      energy_this_month_tenth_kwh: credit.energy - 7,
    });
    await expectBooks();
  });

  test('asked for twice at once, by two people, is one', async () => {
    const vend = await sell();
    const answers = await Promise.all(
      (['customer_officer', 'finance'] as const).map((role) =>
        refund(vend, { author: author(role) }),
      ),
    );
    expect(answers.map((answer) => ('code' in answer ? answer.code : 'asked')).sort()).toEqual([
      'asked',
      'vend_claimed',
    ]);
  });

  test('approved twice at once is paid once', async () => {
    const asked = await refund(await sell());
    if (!('refundId' in asked)) throw new Error(asked.code);
    const decisions = [1, 2, 3].map(() => decide(asked.refundId, 'approved', 'finance_checker'));
    expect(await Promise.all(decisions)).toEqual(['approved', 'approved', 'approved']);
    expect(await balanceOf('customer_credit')).toBe(-5_000n);
  });

  test('that is rejected frees the vend', async () => {
    const vend = await sell();
    const asked = await refund(vend);
    if (!('refundId' in asked)) throw new Error(asked.code);
    await decide(asked.refundId, 'rejected', 'finance_checker');
    expect(await balanceOf('customer_credit')).toBe(0n);
    expect(await refunded(vend)).toMatchObject({ state: 'posted' });
  });

  test('can pay a debt, gives debts back, and never more than is owed', async () => {
    const debtId = newVendId() as string as DebtId;
    const { database } = fixture.scratch;
    const put = await putDebt(
      database,
      fixture.utility,
      {
        ...{ debtId, agreementId: AGREEMENT, kind: 'arrears', name: 'Arrears', priority: 1 },
        ...{
          principal: minorUnits(6_000n),
          recovery: { kind: 'fixed', money: minorUnits(500n), per: 'purchase' },
        },
        ...{ least: minorUnits(0n), agreedOn: '2026-01-01', collectFrom: '2026-01-01' },
        ...{ reference: 'r', createdBy: 't' },
      },
      fixture.now,
    );
    expect(put.kind).toBe('put');
    const vend = await sell();
    expect((await findDebt(database, UTILITY, debtId))?.owed).toBe(5_500n);
    await refunded(vend, { moneyTo: 'debt', debtId });
    // 5.00 were given back to the debt, and 50.00 of the refund taken off it.
    expect((await findDebt(database, UTILITY, debtId))?.owed).toBe(1_000n);
    expect(await balanceOf('customer_debts')).toBe(1_000n);
    const other = await sell();
    expect(await refund(other, { moneyTo: 'debt', debtId })).toEqual({
      code: 'refund_above_debt',
      owed: 500n,
    });
    await expectBooks();
  });

  // Each line breaks one rule less than the one above it, so the table proves the order too.
  test('is refused in order', async () => {
    const vend = await sell();
    const id = await ordered(FREE);
    await decide(id, 'approved', 'finance_checker');
    const free = (await runOrder(deps, id))?.vendId as VendId;
    const nobody = { vendId: newVendId() };
    const wrong = { unused: tenthKwh(1_000_000), proofOrderId: id, debtId: newVendId() as never };
    const lines: readonly (readonly [Pick<Vend, 'vendId'>, Partial<NewRefund>, string])[] = [
      [nobody, { ...wrong, author: author('supervisor') }, 'not_allowed'],
      [nobody, wrong, 'vend_not_found'],
      [{ vendId: free }, wrong, 'vend_not_refundable'],
      [vend, wrong, 'refund_part_faulty'],
      [vend, { proofOrderId: id, debtId: newVendId() as never }, 'refund_proof_faulty'],
      [vend, { proof: 'credit_cleared', proofOrderId: id }, 'refund_proof_faulty'],
      [vend, { proof: 'credit_cleared' }, 'refund_proof_faulty'],
      [vend, { debtId: newVendId() as never }, 'refund_destination_faulty'],
      [vend, { moneyTo: 'debt' }, 'refund_destination_faulty'],
      [vend, { moneyTo: 'debt', debtId: newVendId() as never }, 'debt_not_found'],
    ];
    for (const [of, more, code] of lines) expect(await refund(of, more)).toMatchObject({ code });
    expect(await sql('select count(*)::int as kept from vend_claim')).toEqual([{ kept: 0 }]);
  });
});

test('only an order that cleared the very credit of the vend proves a refund', async () => {
  const vend = await sell();
  const cleared = async (register: number): Promise<TokenOrderId> => {
    const { meterNumber } = vend.meter;
    const contents = [{ kind: 'clear-credit', register }] as const;
    const id = await ordered({ kind: 'engineering', meterNumber, contents, reasonCode: 'r' });
    await decide(id, 'approved', 'engineering_checker');
    expect((await runOrder(deps, id))?.state).toBe('executed');
    return id;
  };
  for (const register of [1, 2, 4]) {
    const proof = { proof: 'credit_cleared', proofOrderId: await cleared(register) } as const;
    expect(await refund(vend, proof), String(register)).toEqual({ code: 'refund_proof_faulty' });
  }
  const proof = { proof: 'credit_cleared', proofOrderId: await cleared(0) } as const;
  expect(await refund(vend, proof)).toMatchObject({ state: 'requested' });
});

const RIGHT = meterAt(1);

async function repair(vend: Pick<Vend, 'vendId'>, toMeterNumber = RIGHT, id = newVendId()) {
  const answer = await requestRepair(
    fixture.scratch.database,
    fixture.utility,
    {
      ...{ repairId: id as string as RepairId, vendId: vend.vendId, toMeterNumber },
      ...{ statement: 'the display still shows 0.0', displayCode: '0000', reason: 'mistyped' },
      author: author('customer_officer'),
    },
    fixture.now,
  );
  return answer.kind === 'refused' ? answer.refusal : answer.repair;
}

async function approvedRepair(vend: Vend): Promise<RepairId> {
  const asked = await repair(vend);
  if (typeof asked === 'string') throw new Error(asked);
  expect(await decide(asked.repairId, 'approved', 'finance_checker')).toBe('approved');
  return asked.repairId;
}

describe('a vend that went to the wrong meter', () => {
  test('is taken back and sold to the right one, with the same money', async () => {
    const vend = await sell();
    const float = await floatOf();
    const id = await approvedRepair(vend);
    expect(await floatOf(repairsVendorId(UTILITY))).toBe(5_000n);
    const [one, other] = await Promise.all([runRepair(deps, id), runRepair(deps, id)]);
    expect([one?.state, other?.state]).toEqual(['executed', 'executed']);
    const fresh = await findVend(fixture.scratch.database, UTILITY, one?.newVendId as VendId);
    expect(fresh).toMatchObject({
      ...{ kind: 'sale', state: 'posted', tendered: 5_000n },
      meter: { meterNumber: RIGHT },
    });
    expect(await floatOf(repairsVendorId(UTILITY))).toBe(0n);
    expect(await floatOf()).toBe(float);
    expect(await stateOf(AGREEMENT)).toMatchObject({
      energy_this_month_tenth_kwh: 0,
      tendered_this_month_minor: '0',
    });
    expect(
      await sql("select count(*)::int as told from audit_event where what = 'vend.repaired'"),
    ).toEqual([{ told: 1 }]);
    expect(await repair(vend)).toBe('vend_claimed');
    expect(await refund(vend)).toEqual({ code: 'vend_claimed' });
    // Its money came from the clearing float; back there it would be nobody's.
    expect(await refund(fresh as Vend, { moneyTo: 'vendor_float' })).toEqual({
      code: 'refund_destination_faulty',
    });
    await expectBooks();
  });

  test('is finished by the sweep wherever it was killed', async () => {
    const id = await approvedRepair(await sell());
    const dying = {
      ...deps,
      desk: {
        ...desk,
        async vend(request: VendRequest) {
          await desk.vend(request);
          throw new Error('killed');
        },
      },
    };
    await expect(runRepair(dying, id)).rejects.toThrow('killed');
    expect(await runDueRepairs(deps)).toBe(1);
    expect(await sql('select count(*)::int as tokens from token')).toEqual([{ tokens: 2 }]);
    await expectBooks();
  });

  test('waits with its money in the clearing float while the right meter cannot be sold to', async () => {
    await sql("update meter set status = 'blocked' where drn = $1", [RIGHT]);
    const id = await approvedRepair(await sell());
    expect(await runRepair(deps, id)).toMatchObject({
      state: 'approved',
      refusal: 'meter_blocked',
    });
    expect(await floatOf(repairsVendorId(UTILITY))).toBe(5_000n);
    await sql("update meter set status = 'active' where drn = $1", [RIGHT]);
    fixture.now = instant(fixture.now + 30_000);
    expect(await runDueRepairs(deps)).toBe(1);
    expect((await findRepair(fixture.scratch.database, UTILITY, id))?.state).toBe('executed');
  });

  test('is refused in order', async () => {
    const vend = await sell();
    const nowhere = '99999999999' as typeof RIGHT;
    expect(await repair({ vendId: newVendId() }, nowhere)).toBe('vend_not_found');
    expect(await repair(vend, nowhere)).toBe('meter_not_found');
    expect(await repair(vend, vend.meter.meterNumber)).toBe('repair_same_meter');
    const asked = await repair(vend);
    if (typeof asked === 'string') throw new Error(asked);
    expect(await repair(vend, nowhere)).toBe('vend_claimed');
    await decide(asked.repairId, 'withdrawn', 'customer_officer');
    expect(await repair(vend)).toMatchObject({ state: 'requested' });
  });
});

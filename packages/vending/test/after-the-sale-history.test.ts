/**
 * Random histories of sales, refunds, repairs and orders, told by two people who do not always agree
 * and by rounds that are killed: whatever comes, the books balance, no vend is given back twice, there
 * is a token for each vend and order and no other, and what was bought adds up.
 */
import { areBalanced, checkBooks } from '@wattvend/ledger/books.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { instant } from '@wattvend/quantities/time.js';
import { createApprovalDesk } from '@wattvend/vending/approval-desk.js';
import type { ApprovalId } from '@wattvend/vending/approvals.js';
import { refundSubject } from '@wattvend/vending/refund-subject.js';
import type { RefundId } from '@wattvend/vending/refunds.js';
import { type RepairId, repairSubject, requestRepair } from '@wattvend/vending/repairs.js';
import { repairsVendorId } from '@wattvend/vending/repairs-vendor.js';
import { requestTokenOrder } from '@wattvend/vending/request-order.js';
import { requestRefund } from '@wattvend/vending/request-refund.js';
import { runDueOrders } from '@wattvend/vending/run-orders.js';
import { runDueRepairs } from '@wattvend/vending/run-repairs.js';
import { tokenOrderSubject } from '@wattvend/vending/token-order-subject.js';
import type { TokenOrderId } from '@wattvend/vending/token-orders.js';
import type { VendId } from '@wattvend/vending/vend.js';
import { createVendDesk } from '@wattvend/vending/vend-desk.js';
import { findVendor } from '@wattvend/vending/vendors.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPeople, personOf } from './staff-people.ts';
import {
  createUtilityFixture,
  meterAt,
  newVendId,
  UTILITY,
  type UtilityFixture,
  vendRequest,
} from './utility-fixture.ts';

const METERS = 3;

const meter = fc.nat(METERS - 1);
const pick = fc.nat(20);
const isAgreed = fc.boolean();
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('sell' as const),
      meter,
      money: fc.integer({ min: 500, max: 6_000 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('refund' as const),
      pick,
      unused: fc.option(fc.integer({ min: 1, max: 30 })),
      to: fc.constantFrom('vendor_float' as const, 'customer_credit' as const, 'bank' as const),
      isAgreed,
      twice: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('repair' as const), pick, meter, isAgreed }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('order' as const), meter, isAgreed }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('round' as const), isKilled: fc.boolean() }),
  },
);

type Step = typeof step extends fc.Arbitrary<infer Of> ? Of : never;

function createWorld(fixture: UtilityFixture) {
  const { utility, module } = fixture;
  const { database } = fixture.scratch;
  const clock = () => fixture.now;
  const desk = createVendDesk({ database, module, book: utility.book, clock });
  const subjects = {
    refund: refundSubject(utility),
    wrong_meter: repairSubject(utility),
    free_issue: tokenOrderSubject(UTILITY),
  };
  const approvals = createApprovalDesk({ database, utilityId: UTILITY, subjects });
  const deps = { database, utility, desk, clock };
  const author = { userId: personOf('customer_officer'), address: null };
  const sold: VendId[] = [];
  const newId = () => newVendId() as string;
  const at = (index: number) => sold[index % Math.max(1, sold.length)] ?? newVendId();

  async function decide(id: string, agreed: boolean): Promise<void> {
    const decision = agreed ? 'approved' : 'rejected';
    const asked = { approvalId: id as ApprovalId, decision, reason: 'r' } as const;
    const by = { by: personOf('finance_checker'), strongAt: fixture.now, address: null };
    const answers = await Promise.all(
      [1, 2].map(() => approvals.decide({ ...asked, ...by }, fixture.now)),
    );
    for (const answer of answers) expect(answer.kind).not.toBe('not-possible');
  }

  async function round(isKilled: boolean): Promise<void> {
    const die = async <Of>(work: Promise<Of>): Promise<Of> => {
      await work;
      throw new Error('killed');
    };
    const dying = {
      ...desk,
      vend: (request: Parameters<typeof desk.vend>[0]) => die(desk.vend(request)),
      issueOrder: (request: Parameters<typeof desk.issueOrder>[0]) => die(desk.issueOrder(request)),
    };
    const with_ = isKilled ? { ...deps, desk: dying } : deps;
    await runDueOrders(with_).catch(String);
    await runDueRepairs(with_).catch(String);
  }

  async function refund(of: Extract<Step, { readonly kind: 'refund' }>): Promise<void> {
    const vendId = at(of.pick);
    const ids = of.twice ? [newId(), newId()] : [newId()];
    const answers = await Promise.all(
      ids.map((id) =>
        requestRefund(
          database,
          utility,
          {
            ...{ refundId: id as RefundId, vendId, reason: 'r', author },
            unused: of.unused === null ? null : tenthKwh(of.unused),
            ...{ proof: 'meter_evidence', proofReference: 'p', proofOrderId: null },
            ...{ moneyTo: of.to, debtId: null },
          },
          fixture.now,
        ),
      ),
    );
    const asked = answers.filter((answer) => answer.kind === 'requested');
    expect(asked.length).toBeLessThanOrEqual(1);
    for (const answer of asked) await decide(answer.refund.refundId, of.isAgreed);
  }

  async function take(of: Step): Promise<void> {
    fixture.now = instant(fixture.now + 1_000);
    if (of.kind === 'round') return await round(of.isKilled);
    if (of.kind === 'refund') return await refund(of);
    if (of.kind === 'sell') {
      const request = vendRequest({
        meterNumber: meterAt(of.meter),
        tendered: minorUnits(BigInt(of.money)),
      });
      const answer = await desk.vend(request);
      if (answer.kind === 'vend') sold.push(answer.vend.vendId);
      return;
    }
    if (of.kind === 'order') {
      const wanted = {
        kind: 'free_issue',
        meterNumber: meterAt(of.meter),
        energy: tenthKwh(3),
      } as const;
      const order = {
        orderId: newId() as TokenOrderId,
        wanted: { ...wanted, reasonCode: 'staff' },
      };
      const paper = { reason: 'r', documentReference: null, author };
      await requestTokenOrder(database, utility, { ...order, ...paper }, fixture.now);
      return await decide(order.orderId, of.isAgreed);
    }
    const repairId = newId() as RepairId;
    const repair = { repairId, vendId: at(of.pick), toMeterNumber: meterAt(of.meter) };
    const words = { statement: 's', displayCode: null, reason: 'r', author };
    const answer = await requestRepair(database, utility, { ...repair, ...words }, fixture.now);
    if (answer.kind === 'requested') await decide(repairId, of.isAgreed);
  }

  return { take, round, sold };
}

interface Sums {
  readonly agreement_id: string;
  readonly bought: string;
  readonly taken: string;
  readonly counted: number | null;
}

async function expectConsistent(fixture: UtilityFixture): Promise<void> {
  const { database } = fixture.scratch;
  const sql = async <Row>(text: string): Promise<readonly Row[]> =>
    (await database.query<Row & object>({ name: '', text }, [])).rows;
  expect(areBalanced(await checkBooks(database, UTILITY))).toBe(true);
  expect((await findVendor(database, UTILITY, repairsVendorId(UTILITY)))?.posted ?? 0n).toBe(0n);
  // Nothing waits, and nothing is left half-way.
  expect(
    await sql("select order_id from token_order where state not in ('executed', 'dropped')"),
  ).toEqual([]);
  expect(
    await sql(
      "select repair_id from wrong_meter_repair where state not in ('executed', 'dropped')",
    ),
  ).toEqual([]);
  // Each vend is given back once, in one way, and never for more than was paid.
  expect(
    await sql(`select v.vend_id from vend v
      join (select vend_id, refund_minor as money from refund where state = 'posted'
        union all select w.vend_id, o.tendered_minor from wrong_meter_repair w
          join vend o on o.vend_id = w.vend_id where w.state = 'executed') b using (vend_id)
      group by v.vend_id, v.tendered_minor
      having count(*) > 1 or sum(b.money) > v.tendered_minor`),
  ).toEqual([]);
  // The books say the same as the cases.
  const [paid] = await sql<{ readonly entries: string; readonly cases: string }>(`select
    (select coalesce(sum(p.posting_minor), 0)::text from posting p
      join account a using (utility_id, account_id) join entry e using (utility_id, entry_id)
      where e.kind = 'refund' and p.posting_minor < 0) as entries,
    (select (-coalesce(sum(refund_minor), 0))::text from refund where state = 'posted') as cases`);
  expect(paid?.entries).toBe(paid?.cases);
  // A token for each sale and each executed order, and no other.
  const [tokens] = await sql(`select
    (select count(*)::int from token) as tokens,
    (select count(*)::int from vend where kind = 'sale' and state = 'posted')
      + (select count(*)::int from token_order where state = 'executed') as wanted`);
  expect(tokens).toMatchObject({ tokens: (tokens as { readonly wanted: number }).wanted });
  const sums = await sql<Sums>(`select v.agreement_id, sum(v.energy_tenth_kwh)::text as bought,
      sum(coalesce(f.unused_tenth_kwh, case when f.vend_id is null and w.vend_id is null then 0
        else v.energy_tenth_kwh end))::text as taken,
      (a.purchase_state ->> 'energy_this_month_tenth_kwh')::int as counted
    from vend v
    join agreement a using (utility_id, agreement_id)
    left join refund f on f.vend_id = v.vend_id and f.state = 'posted'
    left join wrong_meter_repair w on w.vend_id = v.vend_id and w.state = 'executed'
    where v.kind = 'sale' and v.state = 'posted'
    group by v.agreement_id, a.purchase_state`);
  for (const { bought, taken, counted } of sums) {
    expect(counted).toBe(Number(bought) - Number(taken));
  }
}

test('over any history nothing is given back twice and everything adds up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 25 }), async (steps) => {
      const fixture = await createUtilityFixture();
      try {
        await addPeople(fixture.scratch.database);
        const world = createWorld(fixture);
        for (const each of steps) await world.take(each);
        fixture.now = instant(fixture.now + 60_000);
        await world.round(false);
        await expectConsistent(fixture);
      } finally {
        await fixture.close();
      }
    }),
    { numRuns: 8, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false },
  );
}, 120_000);

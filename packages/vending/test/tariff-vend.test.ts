/**
 * Vends under tariffs with steps, charges, free units and debts: what one purchase leaves behind for
 * the next, on a real database.
 */
import { type TenthKwh, tenthKwh } from '@wattvend/quantities/energy.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { instant } from '@wattvend/quantities/time.js';
import type { IssueRefusal } from '@wattvend/security-module/security-module.js';
import { basisPoints, priceE4Minor, type Tariff } from '@wattvend/tariff/tariff.js';
import { checkAgreement } from '@wattvend/vending/agreement.js';
import { findVend } from '@wattvend/vending/find-vends.js';
import { flatTariff } from '@wattvend/vending/flat-tariff.js';
import { listVends } from '@wattvend/vending/list-vends.js';
import { quoteMeter } from '@wattvend/vending/quote.js';
import { addTariffVersion } from '@wattvend/vending/tariffs.js';
import type { AgreementId, Vend, VendId } from '@wattvend/vending/vend.js';
import { createVendDesk, type VendAnswer, type VendDesk } from '@wattvend/vending/vend-desk.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
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

function openDesk(module = fixture.module): VendDesk {
  const { scratch, utility } = fixture;
  const clock = () => fixture.now;
  return createVendDesk({ database: scratch.database, module, book: utility.book, clock });
}

beforeEach(async () => {
  fixture = await createUtilityFixture();
  desk = openDesk();
});
afterEach(async () => {
  await desk.drained();
  await fixture.close();
});

const TARIFF = 'b0000000-0000-4000-8000-000000000001';
/** Of the meter at 0: an agreement that was made with its meter has its id. */
const AGREEMENT = 'c0000000-0000-4000-8000-000000000000' as AgreementId;

const NO_LIMITS: Tariff['limits'] = {
  leastTendered: null,
  mostTendered: null,
  mostTenderedPerMonth: null,
  mostEnergyPerMonth: null,
};

/** 1.00 a kWh up to 50 kWh of the month, 2.00 above; no tax. */
const STEPS: Tariff = {
  ...flatTariff({ price: priceE4Minor(1_000_000n), vat: basisPoints(0) }),
  energy: {
    ...{ kind: 'steps', id: 'energy', name: 'Energy', account: 'energy_sales' },
    steps: [
      { above: tenthKwh(0), price: priceE4Minor(1_000_000n) },
      { above: tenthKwh(500), price: priceE4Minor(2_000_000n) },
    ],
  },
  limits: NO_LIMITS,
};

const FREE: Tariff['free'][number] = {
  ...{ id: 'basic', name: 'Free basic units', energy: tenthKwh(200), per: 'month' },
  ...{ stackMax: 1, claim: 'either', window: null, entitled: 'all', countsForSteps: false },
};

let versions = 1;

/** The next version of everybody's tariff, in force from now on. */
async function inForce(tariff: Tariff, effectiveFrom = fixture.now): Promise<void> {
  versions += 1;
  const version = { tariffId: TARIFF, version: versions, name: 'Domestic', tariff, effectiveFrom };
  await fixture.scratch.database.transaction((tx) => addTariffVersion(tx, UTILITY, version));
}

async function sql<Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  return (await fixture.scratch.database.query<Row>({ name: '', text }, values)).rows;
}

function sold(answer: VendAnswer): Vend {
  if (answer.kind !== 'vend') throw new Error(`refused: ${answer.refusal.code}`);
  return answer.vend;
}

function energyOf(vend: Vend): TenthKwh | null {
  return vend.credit.kind === 'energy' ? vend.credit.energy : null;
}

async function expectAgreement(): Promise<void> {
  const agreement = await checkAgreement(fixture.scratch.database, fixture.module, UTILITY);
  expect(agreement).toMatchObject({ balanced: true, agree: true });
}

async function addDebt(more: object = {}): Promise<string> {
  const debt = {
    debt_id: 'd1000000-0000-4000-8000-000000000001',
    ...{ kind: 'arrears', name: 'Arrears', account: 'energy_sales', priority: 1 },
    ...{ principal_minor: 3_000, owed_minor: 3_000, recovery_kind: 'share' },
    ...{ share_basis_points: 2_500, fixed_minor: null, fixed_per: null, least_minor: 0 },
    ...{ collect_from: '2020-01-01', state: 'open' },
    ...more,
  };
  await sql(
    `insert into debt (utility_id, debt_id, agreement_id, kind, name, account, priority,
       principal_minor, owed_minor, recovery_kind, share_basis_points, fixed_minor, fixed_per,
       least_minor, agreed_on, collect_from, created_by, created_at_ms, state)
     select $1, debt_id, $2, kind, name, account, priority, principal_minor, owed_minor,
       recovery_kind, share_basis_points, fixed_minor, fixed_per, least_minor, collect_from,
       collect_from, 'test', 0, state
     from jsonb_to_record($3::jsonb) as d (debt_id uuid, kind text, name text, account text,
       priority smallint, principal_minor bigint, owed_minor bigint, recovery_kind text,
       share_basis_points integer, fixed_minor bigint, fixed_per text, least_minor bigint,
       collect_from date, state text)`,
    [UTILITY, AGREEMENT, debt],
  );
  return debt.debt_id;
}

async function debtNow(): Promise<{ owed: bigint; state: string } | undefined> {
  const rows = await sql<{ owed: bigint; state: string }>(
    'select owed_minor as owed, state from debt',
  );
  return rows[0];
}

async function stateNow(agreementId: AgreementId = AGREEMENT): Promise<unknown> {
  const rows = await sql<{ purchase_state: unknown }>(
    'select purchase_state from agreement where agreement_id = $1',
    [agreementId],
  );
  return rows[0]?.purchase_state;
}

/** A desk whose module refuses some positions for good. */
function refusingDesk(refusal: IssueRefusal, position: number): VendDesk {
  const { module } = fixture;
  return openDesk({
    ...module,
    issue: async (requests) => {
      const kept = requests.filter((request) => request.position !== position);
      const answers = kept.length === 0 ? [] : await module.issue(kept);
      return requests.map((request) => {
        const { vendId, position: at } = request;
        const answer = answers[kept.indexOf(request)];
        return answer ?? { kind: 'refused', vendId, position: at, refusal };
      });
    },
  });
}

test('steps go on from purchase to purchase, and a new meter does not begin them again', async () => {
  await inForce(STEPS);
  const buy = async (tendered: bigint) =>
    sold(await desk.vend(vendRequest({ tendered: minorUnits(tendered) })));
  // 40.00 buys 40 kWh of the 50 at 1.00; 30.00 more buys 10 at 1.00 and 10 at 2.00.
  expect(energyOf(await buy(4_000n))).toBe(400);
  const second = await buy(3_000n);
  expect(energyOf(second)).toBe(200);
  expect(second.lines.map((line) => line.money)).toEqual([1_000n, 2_000n]);
  expect(second.monthEnergy).toBe(600);
  // Another meter at the same place, under the same agreement.
  await sql(`update meter set service_point_id = null, status = 'removed' where drn = $1`, [
    meterAt(0),
  ]);
  await sql(`update meter set service_point_id = $2 where drn = $1`, [meterAt(1), AGREEMENT]);
  const third = sold(
    await desk.vend(vendRequest({ meterNumber: meterAt(1), tendered: minorUnits(1_000n) })),
  );
  expect(energyOf(third)).toBe(50);
  expect(third.agreement?.agreementId).toBe(AGREEMENT);
  expect(await findVend(fixture.scratch.database, UTILITY, second.vendId)).toEqual(second);
  const listed = await listVends(fixture.scratch.database, UTILITY, {
    ...{ meterId: null, vendorId: null, agreementId: AGREEMENT, kind: 'sale' },
    before: { requestedAt: instant(fixture.now + 1), vendId: newVendId() },
    limit: 10,
  });
  // The first meter hung there by its installation; the second was only moved in the table.
  expect(listed.map((vend) => energyOf(vend) ?? 0).sort((a, b) => a - b)).toEqual([200, 400]);
  await expectAgreement();
});

test('two purchases of one customer in one batch see each other', async () => {
  await inForce(STEPS);
  const answers = await Promise.all(
    [0, 0, 2, 3].map((index) =>
      desk.vend(vendRequest({ meterNumber: meterAt(index), tendered: minorUnits(5_000n) })),
    ),
  );
  const energies = answers.slice(0, 2).map((answer) => energyOf(sold(answer)) ?? 0);
  // Whoever came first had the 50 kWh at 1.00, the other 25 kWh at 2.00.
  expect([...energies].sort((a, b) => a - b)).toEqual([250, 500]);
  await expectAgreement();
});

test('a tariff changes at its instant, also while vends run', async () => {
  const midnight = instant(fixture.now + 60_000);
  const dear = flatTariff({ price: priceE4Minor(5_000_000n), vat: basisPoints(0) });
  await inForce(dear, midnight);
  const sell = async () => sold(await desk.vend(vendRequest({ tendered: minorUnits(1_000n) })));
  fixture.now = instant(midnight - 1);
  expect((await sell()).tariff?.version).toBe(1);
  fixture.now = midnight;
  const after = await sell();
  expect([after.tariff?.version, energyOf(after)]).toEqual([versions, 20]);
});

test('free units come first, as a token of their own, once a month', async () => {
  await inForce({ ...STEPS, free: [FREE] });
  const first = sold(await desk.vend(vendRequest({ tendered: minorUnits(1_000n) })));
  expect(first.freeEnergy).toBe(200);
  const [free, paid, ...more] = first.tokens;
  expect(more).toEqual([]);
  expect(free?.content).toEqual({ kind: 'credit', service: 'electricity', amount: 200 });
  expect(paid?.content).toEqual({ kind: 'credit', service: 'electricity', amount: 100 });
  expect(Number(paid?.tokenIdentifier)).toBeGreaterThan(Number(free?.tokenIdentifier));
  for (const token of first.tokens) {
    const opened = await fixture.module.verify({
      ...{ token: token.digits, meterPan: first.meter.meterPan },
      ...first.key,
    });
    expect(opened).toMatchObject({
      kind: 'token',
      token: { tokenIdentifier: token.tokenIdentifier },
    });
  }
  expect(await findVend(fixture.scratch.database, UTILITY, first.vendId)).toEqual(first);
  const second = sold(await desk.vend(vendRequest({ tendered: minorUnits(1_000n) })));
  expect([second.freeEnergy, second.tokens.length]).toEqual([0, 1]);
  await expectAgreement();
});

test('free units are claimed by themselves, without money, and not twice', async () => {
  await inForce({ ...STEPS, free: [FREE] });
  const claim = { vendId: newVendId(), meterNumber: meterAt(0), vendorId: VENDOR, soldBy: 'test' };
  const first = sold(await desk.claimFree(claim));
  expect(first).toMatchObject({
    kind: 'free_units',
    state: 'posted',
    tendered: 0n,
    freeEnergy: 200,
  });
  expect(first.tokens).toHaveLength(1);
  expect(sold(await openDesk().claimFree(claim))).toEqual(first);
  const again = await desk.claimFree({ ...claim, vendId: newVendId() });
  expect(again).toMatchObject({ kind: 'refused', refusal: { code: 'free_units_not_due' } });
  const other = await desk.claimFree({ ...claim, meterNumber: meterAt(1) });
  expect(other).toMatchObject({ refusal: { code: 'vend_id_conflict' } });
  expect(await sql('select 1 from vend_under_way')).toEqual([]);
  await expectAgreement();
});

test('free units that the module refuses are not given, and may be claimed another day', async () => {
  await inForce({ ...STEPS, free: [FREE] });
  const capped = refusingDesk('free_credit_above_cap', 0);
  const vend = sold(await capped.vend(vendRequest({ tendered: minorUnits(1_000n) })));
  expect(vend).toMatchObject({ state: 'posted', freeEnergy: 0 });
  expect(vend.tokens.map((token) => token.position)).toEqual([1]);
  expect(vend.lines.some((line) => line.kind === 'free')).toBe(false);
  expect(await findVend(fixture.scratch.database, UTILITY, vend.vendId)).toEqual(vend);
  expect(await stateNow()).toMatchObject({
    energy_this_month_tenth_kwh: 100,
    free_energy_this_month_tenth_kwh: 0,
    claimed_through: {},
  });
  await expectAgreement();
  // Later the module has room again.
  const later = sold(await desk.vend(vendRequest({ tendered: minorUnits(1_000n) })));
  expect(later.freeEnergy).toBe(200);
  await expectAgreement();
});

test('what was paid for decides: refused for good, free units are burnt and all is taken back', async () => {
  await inForce({ ...STEPS, free: [FREE] });
  const refusing = refusingDesk('vending_key_unknown', 1);
  const request = vendRequest({ tendered: minorUnits(1_000n) });
  const vend = sold(await refusing.vend(request));
  expect(vend).toMatchObject({ state: 'declined', tokens: [] });
  expect(await findVend(fixture.scratch.database, UTILITY, vend.vendId)).toEqual(vend);
  expect(await stateNow()).toMatchObject({
    energy_this_month_tenth_kwh: 0,
    tendered_this_month_minor: '0',
    claimed_through: {},
  });
  // The module has made the free token, so the log of issues holds it; nobody is shown it.
  expect(await sql('select position from token')).toEqual([{ position: 0 }]);
  await expectAgreement();
});

test('debts are collected, and a settled debt is no longer', async () => {
  await inForce(STEPS);
  await addDebt();
  const first = sold(await desk.vend(vendRequest({ tendered: minorUnits(8_000n) })));
  expect(first.lines[0]).toMatchObject({ kind: 'debt', money: 2_000n, balanceAfter: 1_000n });
  expect(await debtNow()).toEqual({ owed: 1_000n, state: 'open' });
  const second = sold(await desk.vend(vendRequest({ tendered: minorUnits(8_000n) })));
  expect(second.lines[0]).toMatchObject({ kind: 'debt', money: 1_000n, balanceAfter: 0n });
  expect(await debtNow()).toEqual({ owed: 0n, state: 'settled' });
  const third = sold(await desk.vend(vendRequest({ tendered: minorUnits(1_000n) })));
  expect(third.lines.some((line) => line.kind === 'debt')).toBe(false);
  expect(await findVend(fixture.scratch.database, UTILITY, second.vendId)).toEqual(second);
  await expectAgreement();
});

test('a declined vend gives back its debt and its charges, also with a later vend between', async () => {
  const monthly: Tariff['fixed'][number] = {
    ...{ id: 'service', name: 'Service', account: 'energy_sales', money: minorUnits(500n) },
    ...{ per: 'month', catchUpMax: 1, firstPeriod: 'whole', from: null },
    ifTooSmall: { kind: 'refuse' },
  };
  await inForce({ ...STEPS, fixed: [monthly] });
  await addDebt();
  // The first vend is reserved, and the module cannot be asked yet.
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const waiting = openDesk({
    ...fixture.module,
    issue: async (requests) => {
      await gate;
      return requests.map(({ vendId, position }) => ({
        ...{ kind: 'refused', vendId, position },
        refusal: 'vending_key_unknown',
      }));
    },
  });
  const declined = waiting.vend(vendRequest({ tendered: minorUnits(4_000n) }));
  await expect
    .poll(async () => (await sql<{ n: bigint }>('select count(*) as n from vend'))[0]?.n)
    .toBe(1n);
  // 1,000 of the debt, 500 for the service, 25 kWh.
  expect(await debtNow()).toEqual({ owed: 2_000n, state: 'open' });
  // Meanwhile another process sells to the same customer.
  const later = sold(await desk.vend(vendRequest({ tendered: minorUnits(2_000n) })));
  expect(later.lines.map((line) => [line.kind, line.money])).toEqual([
    ['debt', 500n],
    ['energy', 1_500n],
  ]);
  release();
  expect(sold(await declined)).toMatchObject({ state: 'declined' });
  expect(await debtNow()).toEqual({ owed: 2_500n, state: 'open' });
  expect(await stateNow()).toMatchObject({
    energy_this_month_tenth_kwh: 150,
    tendered_this_month_minor: '2000',
    charged_through: {},
  });
  // The next purchase pays for the month that nobody has paid for.
  const next = sold(await desk.vend(vendRequest({ tendered: minorUnits(2_000n) })));
  expect(next.lines.map((line) => [line.kind, line.money])).toEqual([
    ['debt', 500n],
    ['fixed', 500n],
    ['energy', 1_000n],
  ]);
  await expectAgreement();
});

test('one payment buys once, until its vend is declined', async () => {
  const payment = { method: 'mobile_money', reference: 'QX12 34' };
  const first = sold(await desk.vend(vendRequest({ payment })));
  expect(first.payment).toEqual(payment);
  const again = await desk.vend(vendRequest({ meterNumber: meterAt(1), payment }));
  expect(again).toEqual({
    kind: 'refused',
    refusal: { code: 'payment_reference_used', vendId: first.vendId },
  });
  const otherMethod = { method: 'bank', reference: 'QX12 34' };
  const refused = refusingDesk('vending_key_unknown', 0);
  expect(sold(await refused.vend(vendRequest({ payment: otherMethod }))).state).toBe('declined');
  expect(sold(await desk.vend(vendRequest({ payment: otherMethod }))).state).toBe('posted');
});

test('one payment at two desks at once buys once', async () => {
  const payment = { method: 'mobile_money', reference: 'ONCE' };
  const desks = [desk, openDesk()];
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      (desks[index % 2] ?? desk).vend(vendRequest({ meterNumber: meterAt(index), payment })),
    ),
  );
  const codes = answers.map((answer) =>
    answer.kind === 'vend' ? answer.vend.state : answer.refusal.code,
  );
  expect(codes.filter((code) => code === 'posted')).toHaveLength(1);
  expect(codes.filter((code) => code === 'payment_reference_used')).toHaveLength(7);
  await expectAgreement();
});

test('an order makes its tokens without money, and the same again for the same id', async () => {
  const [maker, checker] = [newVendId() as string, newVendId() as string];
  const order = {
    ...({ orderId: newVendId(), kind: 'engineering', meterNumber: meterAt(1) } as const),
    contents: [
      { kind: 'clear-tamper-condition' },
      { kind: 'credit', service: 'electricity', amount: tenthKwh(55) },
    ] as const,
    ...{ requestedBy: maker, approvedBy: checker },
  };
  await sql(`update meter set status = 'blocked' where drn = $1`, [meterAt(1)]);
  const first = sold(await desk.issueOrder(order));
  expect(first).toMatchObject({ kind: 'engineering', state: 'posted', tendered: 0n, vendor: null });
  expect(first.tokens.map((token) => token.content.kind)).toEqual([
    'clear-tamper-condition',
    'credit',
  ]);
  expect(sold(await openDesk().issueOrder(order))).toEqual(first);
  const other = { ...order, approvedBy: newVendId() as string };
  expect(await desk.issueOrder(other)).toMatchObject({ refusal: { code: 'vend_id_conflict' } });
  const free = await desk.issueOrder({ ...order, orderId: newVendId(), kind: 'free_issue' });
  expect(free).toMatchObject({ refusal: { code: 'meter_blocked' } });
  expect(await sql('select 1 from entry where kind = $1', ['sale'])).toEqual([]);
  await expectAgreement();
});

test('an order that a crash left half-way is finished by the sweep', async () => {
  const order = {
    ...({ orderId: newVendId(), kind: 'free_issue', meterNumber: meterAt(1) } as const),
    contents: [{ kind: 'credit', service: 'electricity', amount: tenthKwh(10) }] as const,
    ...{ requestedBy: newVendId() as string, approvedBy: newVendId() as string },
  };
  const dying = openDesk({ ...fixture.module, issue: () => Promise.reject(new Error('killed')) });
  await expect(dying.issueOrder(order)).rejects.toThrow('killed');
  fixture.now = instant(fixture.now + 5_000);
  expect(await desk.sweep()).toBe(1);
  expect(sold(await desk.issueOrder(order)).state).toBe('posted');
  await expectAgreement();
});

test.each([
  ['in_store', 'meter_not_installed'],
  ['removed', 'meter_not_installed'],
  ['scrapped', 'meter_not_installed'],
])('a meter that is %s: %s', async (status, code) => {
  await sql('update meter set status = $2, service_point_id = null where drn = $1', [
    meterAt(0),
    status,
  ]);
  expect(await desk.vend(vendRequest())).toMatchObject({ refusal: { code } });
});

test('where nobody is supplied nothing is sold', async () => {
  await sql('update agreement set ended_at_ms = began_at_ms + 1 where agreement_id = $1', [
    AGREEMENT,
  ]);
  expect(await desk.vend(vendRequest())).toMatchObject({ refusal: { code: 'agreement_ended' } });
});

test('under a tariff that is not yet in effect nothing is sold', async () => {
  const other = 'b0000000-0000-4000-8000-0000000000ff';
  const effectiveFrom = instant(fixture.now + 1);
  const tariff = { tariffId: other, version: 1, name: 'Later', tariff: STEPS, effectiveFrom };
  await fixture.scratch.database.transaction((tx) => addTariffVersion(tx, UTILITY, tariff));
  await sql('update agreement set tariff_id = $2 where agreement_id = $1', [AGREEMENT, other]);
  expect(await desk.vend(vendRequest())).toMatchObject({ refusal: { code: 'tariff_not_found' } });
});

test('a published price is used from its approval on, and missed before', async () => {
  const levy: Tariff['perKwh'][number] = {
    ...{ id: 'fuel', name: 'Fuel', account: 'energy_sales', value: { kind: 'published' } },
  };
  await inForce({ ...STEPS, perKwh: [levy] });
  const sell = () => desk.vend(vendRequest({ tendered: minorUnits(1_000n) }));
  expect(await sell()).toMatchObject({
    refusal: { code: 'published_value_missing', component: 'fuel' },
  });
  const month = new Date(fixture.now).getUTCFullYear() * 100 + 1;
  const publish = (revision: number, price: bigint, approvedAt: number | null) =>
    sql(
      `insert into published_value (utility_id, component_id, month, revision, price_e4_minor,
         published_by, published_at_ms, approved_by, approved_at_ms)
       values ($1, 'fuel', $2, $3, $4, 'a', 0, $5, $6)`,
      [UTILITY, month, revision, price, approvedAt === null ? null : 'b', approvedAt],
    );
  await publish(1, 1_000_000n, fixture.now);
  await publish(2, 3_000_000n, null);
  // 1.00 for the energy and 1.00 for the fuel.
  const vend = sold(await sell());
  expect(energyOf(vend)).toBe(50);
  expect(vend.lines.find((line) => line.kind === 'per-kwh')).toMatchObject({ month, money: 500n });
  expect(await findVend(fixture.scratch.database, UTILITY, vend.vendId)).toEqual(vend);
  await publish(3, 4_000_000n, fixture.now);
  expect(energyOf(sold(await sell()))).toBe(20);
});

test('money for a meter that counts money goes to it as money', async () => {
  const price = priceE4Minor(2_000_000n);
  const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
  await inForce({
    ...STEPS,
    energy: {
      ...{ kind: 'in-meter', id: 'energy', name: 'Energy', account: 'energy_sales' },
      timeOfUse: {
        seasons: [{ id: 'all', fromMonth: 1, fromDay: 1 }],
        dayTypes: [{ id: 'any', weekdays }],
        holidays: [],
        days: [{ season: 'all', dayType: 'any', bands: [{ fromMinute: 0, price }] }],
      },
    },
  });
  const vend = sold(await desk.vend(vendRequest({ tendered: minorUnits(1_234n) })));
  expect(vend.credit).toEqual({ kind: 'currency', money: 1_234n });
  // 12.34 in hundred-thousandths.
  expect(vend.tokens.map((token) => token.content)).toEqual([
    { kind: 'credit-currency', service: 'electricity', money: 1_234_000n },
  ]);
  expect(await findVend(fixture.scratch.database, UTILITY, vend.vendId)).toEqual(vend);
  await expectAgreement();
});

test('"how much for 50 kWh?" is the vend of that money, debts and all', async () => {
  await inForce({ ...STEPS, free: [FREE] });
  await addDebt({ recovery_kind: 'whole', share_basis_points: null });
  const { database } = fixture.scratch;
  const request = { meterNumber: meterAt(0), now: fixture.now };
  const wanted = { kind: 'energy', energy: tenthKwh(500) } as const;
  const quoted = await quoteMeter(database, fixture.utility, { ...request, for: wanted });
  if (quoted.kind !== 'quote') throw new Error(quoted.refusal.code);
  // 30.00 of debt, and 49.91 at 1.00: 49.91 kWh is rounded up to 50.0, and 49.90 would be 49.9.
  expect(quoted.quote.tendered).toBe(7_991n);
  const vend = sold(await desk.vend(vendRequest({ tendered: quoted.quote.tendered })));
  expect(vend.lines).toEqual(quoted.quote.lines);
  expect(vend.credit).toEqual(quoted.quote.credit);
  const free = await quoteMeter(database, fixture.utility, {
    ...request,
    for: { kind: 'free-units' },
  });
  expect(free).toMatchObject({ refusal: { code: 'free_units_not_due' } });
});

test('parts are opened by the first vend after the clock has jumped', async () => {
  // The desk's clock; the module would refuse so far a future, so only what is reserved is looked at.
  fixture.now = instant(Date.UTC(2031, 5, 1));
  const answer = await desk.vend(vendRequest());
  expect(answer).toMatchObject({ vend: { state: 'declined' } });
  expect(await sql('select month from vend')).toEqual([{ month: 203_106 }]);
  const again = vendRequest({ vendId: sold(answer).vendId as VendId });
  expect(sold(await desk.vend(again))).toEqual(sold(answer));
});

test.each(['vending_open_month(209900 + n)', 'vending_open_tokens(16000000 + n * 43200)'])(
  '%s makes each part once, however many ask at the same moment',
  async (call) => {
    for (let n = 1; n <= 12; n++) {
      const asked = Array.from({ length: 8 }, () =>
        sql<{ opened: boolean }>(`select ${call} as opened from (values (${n})) as v (n)`),
      );
      const opened = (await Promise.all(asked)).flat().filter((row) => row.opened);
      expect(opened).toHaveLength(1);
    }
  },
);

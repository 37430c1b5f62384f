import { minorUnits } from '@wattvend/quantities/money.js';
import { instant } from '@wattvend/quantities/time.js';
import { makeDrn } from '@wattvend/sts/meter-pan.js';
import { checkAgreement } from '@wattvend/vending/agreement.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import { createVendDesk, type VendAnswer, type VendDesk } from '@wattvend/vending/vend-desk.js';
import { listVendors } from '@wattvend/vending/vendors.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createUtilityFixture,
  meterAt,
  newVendId,
  OTHER_VENDOR,
  UTILITY,
  type UtilityFixture,
  VENDOR,
  vendRequest,
} from './utility-fixture.ts';

let fixture: UtilityFixture;
let desk: VendDesk;

function openDesk(module = fixture.module): VendDesk {
  return createVendDesk({
    database: fixture.scratch.database,
    module,
    book: fixture.utility.book,
    clock: () => fixture.now,
  });
}

beforeEach(async () => {
  fixture = await createUtilityFixture();
  desk = openDesk();
});
afterEach(async () => {
  await desk.drained();
  await fixture.close();
});

function sold(answer: VendAnswer) {
  if (answer.kind !== 'vend') throw new Error(`refused: ${answer.refusal.code}`);
  return answer.vend;
}

async function count(table: string): Promise<bigint> {
  const text = `select count(*) as n from ${table}`;
  const { rows } = await fixture.scratch.database.query<{ readonly n: bigint }>({ name: '', text });
  return rows[0]?.n ?? -1n;
}

async function available(vendorId: VendorId = VENDOR): Promise<bigint> {
  const [vendor] = await listVendors(fixture.scratch.database, UTILITY, vendorId);
  if (vendor === undefined) throw new Error('no such vendor');
  return vendor.posted - vendor.reserved - vendor.floor;
}

async function expectAgreement(): Promise<void> {
  const agreement = await checkAgreement(fixture.scratch.database, fixture.module, UTILITY);
  expect(agreement).toMatchObject({ balanced: true, agree: true });
}

test.each([
  [0, 'EA07 under DKGA02'],
  [1, 'EA07 under DKGA04'],
  [3, 'EA11 under DKGA04'],
])('a vend for meter %i, %s, gives a token the module can open', async (index) => {
  const vend = sold(await desk.vend(vendRequest({ meterNumber: meterAt(index) })));
  // 50.00 at 2.50 and 15 % VAT is 17.39… kWh; the customer gets the next tenth.
  expect(vend).toMatchObject({
    state: 'posted',
    credit: { kind: 'energy', energy: 174 },
    tendered: 5000n,
  });
  expect(vend.lines.map((line) => line.money)).toEqual([4348n, 652n]);
  const [token] = vend.tokens;
  if (token === undefined) throw new Error('no token');
  const verified = await fixture.module.verify({
    token: token.digits,
    meterPan: vend.meter.meterPan,
    ...vend.key,
  });
  expect(verified).toMatchObject({
    kind: 'token',
    token: { energy: 174, tokenIdentifier: vend.tokenIdentifier },
  });
  expect(await available()).toBe(95_000n);
  await expectAgreement();
});

test('the same id with the same content is the same vend, also after the desk is new', async () => {
  const request = vendRequest();
  const first = await desk.vend(request);
  expect(first).toMatchObject({ kind: 'vend', first: true });
  const again = await desk.vend(request);
  expect(again).toMatchObject({ kind: 'vend', first: false });
  const byOther = await openDesk().vend({ ...request, soldBy: 'somebody else' });
  expect(sold(again)).toEqual(sold(first));
  expect(sold(byOther)).toEqual(sold(first));
  expect(await available()).toBe(95_000n);
  expect(await count('token')).toBe(1n);
});

test('the same id with other content is a conflict and changes nothing', async () => {
  const request = vendRequest();
  await desk.vend(request);
  for (const other of [
    { tendered: minorUnits(6_000n) },
    { meterNumber: meterAt(1) },
    { vendorId: OTHER_VENDOR },
  ]) {
    expect(await desk.vend({ ...request, ...other })).toEqual({
      kind: 'refused',
      refusal: { code: 'vend_id_conflict' },
    });
  }
  expect(await available()).toBe(95_000n);
  expect(await available(OTHER_VENDOR)).toBe(100_000n);
  expect(await count('vend')).toBe(1n);
});

test('fifty equal requests at once, over two desks, are one vend', async () => {
  const request = vendRequest();
  const other = openDesk();
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? desk : other).vend(request)),
  );
  const digits = new Set(answers.map((answer) => sold(answer).tokens[0]?.digits));
  expect(digits.size).toBe(1);
  expect(answers.filter((answer) => answer.kind === 'vend' && answer.first)).toHaveLength(1);
  expect(await count('vend')).toBe(1n);
  expect(await count('token')).toBe(1n);
  expect(await available()).toBe(95_000n);
  await expectAgreement();
});

const unknownMeter = makeDrn('98', '99999999');
const blockedMeter = meterAt(5);

// Each line breaks one rule less than the line above it, so the table proves the order too.
test.each([
  [unknownMeter, 0n, 'nobody', 'meter_not_found'],
  [blockedMeter, 0n, 'nobody', 'meter_blocked'],
  [meterAt(0), 0n, 'nobody', 'tendered_not_positive'],
  [meterAt(0), -1n, 'nobody', 'tendered_not_positive'],
  [meterAt(0), 28n, 'nobody', 'tendered_below_one_unit'],
  [meterAt(0), 523_296_691n, 'nobody', 'tendered_above_maximum'],
  [meterAt(0), 100_001n, 'nobody', 'vendor_not_found'],
  [meterAt(0), 100_001n, 'vendor', 'float_exceeded'],
])('meter %s, %s minor units, %s: %s', async (meterNumber, tendered, who, code) => {
  const block = { name: '', text: `update meter set status = 'blocked' where drn = $1` };
  await fixture.scratch.database.query(block, [blockedMeter]);
  const vendorId = who === 'vendor' ? VENDOR : ('a0000000-0000-4000-8000-00000000dead' as VendorId);
  const request = vendRequest({ meterNumber, tendered: minorUnits(tendered), vendorId });
  expect(await desk.vend(request)).toMatchObject({ kind: 'refused', refusal: { code } });
  for (const table of ['vend', 'reservation', 'token']) expect(await count(table)).toBe(0n);
  expect(await available()).toBe(100_000n);
});

test('a refusal tells the figure that would do', async () => {
  const below = await desk.vend(vendRequest({ tendered: minorUnits(28n) }));
  expect(below).toMatchObject({ refusal: { least: 29n } });
  const above = await desk.vend(vendRequest({ tendered: minorUnits(523_296_691n) }));
  expect(above).toMatchObject({ refusal: { most: 523_296_690n } });
  const exceeded = await desk.vend(vendRequest({ tendered: minorUnits(100_001n) }));
  expect(exceeded).toMatchObject({ refusal: { available: 100_000n } });
  expect(sold(await desk.vend(vendRequest({ tendered: minorUnits(100_000n) }))).state).toBe(
    'posted',
  );
});

test('after its base date a vending key is expired', async () => {
  // The last minute of base date 2014 is 2045-11-24T20:15Z.
  fixture.now = instant(Date.UTC(2045, 10, 24, 20, 16));
  const answer = await desk.vend(vendRequest());
  expect(answer).toMatchObject({ refusal: { code: 'vending_key_expired' } });
});

test('token identifiers of a meter rise within a minute, and stop an hour ahead', async () => {
  const answers = await Promise.all(
    Array.from({ length: 70 }, () => desk.vend(vendRequest({ tendered: minorUnits(100n) }))),
  );
  const taken = answers.flatMap((answer) =>
    answer.kind === 'vend' ? [answer.vend.tokenIdentifier] : [],
  );
  expect(new Set(taken).size).toBe(taken.length);
  // The minute now and sixty more, unless the reserved minute lies among them.
  expect(taken.length).toBeGreaterThanOrEqual(60);
  expect(taken.length).toBeLessThanOrEqual(61);
  const refusals = answers.flatMap((answer) =>
    answer.kind === 'refused' ? [answer.refusal.code] : [],
  );
  expect(new Set(refusals)).toEqual(new Set(['token_identifier_too_far_ahead']));
  await expectAgreement();
});

test('a clock that is set back never lowers a token identifier', async () => {
  const first = sold(await desk.vend(vendRequest()));
  fixture.now = instant(fixture.now - 30 * 60_000);
  const second = sold(await desk.vend(vendRequest()));
  expect(second.tokenIdentifier).toBeGreaterThan(first.tokenIdentifier);
});

test('what many sell at once stays within the float, to the cent', async () => {
  const other = openDesk();
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      (index % 2 === 0 ? desk : other).vend(
        vendRequest({ meterNumber: meterAt(index), tendered: minorUnits(3_000n) }),
      ),
    ),
  );
  const outcomes = answers.map((answer) =>
    answer.kind === 'vend' ? answer.vend.state : answer.refusal.code,
  );
  expect(outcomes.filter((outcome) => outcome === 'posted')).toHaveLength(33);
  expect(outcomes.filter((outcome) => outcome === 'float_exceeded')).toHaveLength(27);
  expect(await available()).toBe(1_000n);
  await expectAgreement();
});

test('with the module down the outcome is unknown, and the same id finishes it', async () => {
  await fixture.killModule();
  const request = vendRequest();
  expect(await desk.vend(request)).toMatchObject({ refusal: { code: 'vend_outcome_unknown' } });
  expect(await available()).toBe(95_000n);
  expect(desk.isModuleAvailable()).toBe(false);
  // While it is known to be down, no more money is set aside.
  expect(await desk.vend(vendRequest())).toMatchObject({
    refusal: { code: 'security_module_unavailable' },
  });
  expect(await count('reservation')).toBe(1n);
  await fixture.restartModule();
  const vend = sold(await desk.vend(request));
  expect(vend.state).toBe('posted');
  expect(desk.isModuleAvailable()).toBe(true);
  expect(sold(await openDesk().vend(request))).toEqual(vend);
  await expectAgreement();
});

test('the sweep finishes what a crash left, with the digits the module gave before', async () => {
  const request = vendRequest();
  // A desk that dies between the module's answer and the second transaction.
  let digits: string | undefined;
  const dying = openDesk({
    ...fixture.module,
    issue: async (requests) => {
      const [answer] = await fixture.module.issue(requests);
      digits = answer?.kind === 'issued' ? answer.token : undefined;
      throw new Error('killed');
    },
  });
  await expect(dying.vend(request)).rejects.toThrow('killed');
  expect(digits).toMatch(/^\d{20}$/);

  expect(await desk.sweep()).toBe(0);
  fixture.now = instant(fixture.now + 5_000);
  expect(await desk.sweep()).toBe(1);
  expect(await desk.sweep()).toBe(0);
  expect(sold(await desk.vend(request)).tokens[0]?.digits).toBe(digits);
  await expectAgreement();
});

test('the sweep waits for the module to come back', async () => {
  await fixture.killModule();
  const request = vendRequest();
  await desk.vend(request);
  fixture.now = instant(fixture.now + 5_000);
  await expect(desk.sweep()).rejects.toThrow();
  await fixture.restartModule();
  expect(await desk.sweep()).toBe(1);
  expect(sold(await desk.vend(request)).state).toBe('posted');
});

test('what the module refuses for good is declined and the money given back', async () => {
  const declining = openDesk({
    ...fixture.module,
    issue: async (requests) =>
      requests.map(({ vendId, position }) => ({
        ...{ kind: 'refused', vendId, position },
        refusal: 'vending_key_unknown',
      })),
  });
  const request = vendRequest();
  const vend = sold(await declining.vend(request));
  expect(vend).toMatchObject({
    state: 'declined',
    declinedReason: 'vending_key_unknown',
    tokens: [],
  });
  expect(await available()).toBe(100_000n);
  // The answer of an id does not change, also when the module would now issue.
  expect(sold(await desk.vend(request))).toEqual(vend);
  expect(await count('token')).toBe(0n);
  await expectAgreement();
});

test('one poisoned member does not spoil the batch it travels in', async () => {
  // No text of the database can hold a zero character: it breaks the statement of the whole batch.
  const good = Array.from({ length: 10 }, (_, index) =>
    vendRequest({ meterNumber: meterAt(index), tendered: minorUnits(100n) }),
  );
  const answers = await Promise.all([
    ...good.map((request) => desk.vend(request)),
    desk.vend(vendRequest({ soldBy: 'a\u0000b' })).catch((error: unknown) => error),
  ]);
  const states = answers.map((answer) =>
    answer instanceof Error ? 'failed' : sold(answer as VendAnswer).state,
  );
  expect(states).toEqual([...Array(10).fill('posted'), 'failed']);
  await expectAgreement();
});

test('tokens, vends and meters resist whoever would change history', async () => {
  await desk.vend(vendRequest());
  for (const text of [
    'update token set digits = digits',
    'delete from token',
    'delete from vend',
    'truncate vend cascade',
    'delete from meter_key',
    'update tariff_version set name = name',
    'delete from deposit',
  ]) {
    const change = fixture.scratch.database.query({ name: '', text });
    await expect(change, text).rejects.toMatchObject({ code: 'WVV02' });
  }
});

test('a vend nobody asked for is not found', async () => {
  const { findVend } = await import('@wattvend/vending/find-vends.js');
  expect(await findVend(fixture.scratch.database, UTILITY, newVendId())).toBeNull();
});

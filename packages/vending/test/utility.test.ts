import { tenthKwh } from '@wattvend/quantities/energy.js';
import { type MinorUnits, minorUnits } from '@wattvend/quantities/money.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import { makeDrn } from '@wattvend/sts/meter-pan.js';
import { keyRevisionNumber, supplyGroupCode, tariffIndex } from '@wattvend/sts/supply-group.js';
import { basisPoints, priceE4Minor } from '@wattvend/tariff/tariff.js';
import { checkAgreement } from '@wattvend/vending/agreement.js';
import { addCustomer, type CustomerId, listCustomers } from '@wattvend/vending/customers.js';
import { depositFloat } from '@wattvend/vending/deposits.js';
import { flatTariff } from '@wattvend/vending/flat-tariff.js';
import { cursorAt, listVends, type VendCursor } from '@wattvend/vending/list-vends.js';
import { enrolMeter, findMeter, findMeters } from '@wattvend/vending/meters.js';
import { quoteMeter } from '@wattvend/vending/quote.js';
import { reprintVend } from '@wattvend/vending/reprint.js';
import { addTariffVersion } from '@wattvend/vending/tariffs.js';
import { salesOfDay } from '@wattvend/vending/today.js';
import type { MeterId, Vend, VendorId } from '@wattvend/vending/vend.js';
import { createVendDesk, type VendDesk } from '@wattvend/vending/vend-desk.js';
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
beforeEach(async () => {
  fixture = await createUtilityFixture();
  desk = createVendDesk({
    database: fixture.scratch.database,
    module: fixture.module,
    book: fixture.utility.book,
    clock: () => fixture.now,
  });
});
afterEach(async () => {
  await desk.drained();
  await fixture.close();
});

const TARIFF = 'b0000000-0000-4000-8000-000000000001';
const HOUSE = {
  meterId: 'c0000000-0000-4000-8000-00000000aaaa' as MeterId,
  meterNumber: makeDrn('0456', '00000001'),
  address: '7 Mango 100%_ Lane',
  customerId: null,
  tariffId: TARIFF,
  supplyGroupCode: supplyGroupCode('100002'),
  tariffIndex: tariffIndex('07'),
  keyRevisionNumber: keyRevisionNumber(1),
  encryptionAlgorithm: '11',
} as const;

const ENROLLED = { at: instant(0), by: 'test' } as const;

/** Asks what a meter is given for money. */
function askedFor(tendered: MinorUnits, now: Instant): Parameters<typeof quoteMeter>[2] {
  return { meterNumber: meterAt(2), for: { kind: 'money', tendered }, now };
}

async function search(query: string, after = ''): Promise<readonly Drn[]> {
  const page = { query, after, limit: 50, now: fixture.now };
  const found = await findMeters(fixture.scratch.database, UTILITY, page);
  return found.map((meter) => meter.meterNumber);
}

test('a meter is found by number, by address and by customer, and nothing typed is a wild card', async () => {
  const { database } = fixture.scratch;
  const customer = {
    customerId: 'f0000000-0000-4000-8000-000000000001' as CustomerId,
    name: 'Okonjo & Sons',
    phone: null,
  };
  await addCustomer(database, UTILITY, customer);
  await database.transaction((tx) =>
    enrolMeter(tx, UTILITY, { ...HOUSE, customerId: customer.customerId }, ENROLLED),
  );
  const only = [HOUSE.meterNumber];
  expect(await search(HOUSE.meterNumber)).toEqual(only);
  expect(await search('0456 00')).toEqual(only);
  expect(await search('mango')).toEqual(only);
  expect(await search('100%_')).toEqual(only);
  expect(await search('OKONJO &')).toEqual(only);
  expect(await search('lane man')).toEqual(only);
  expect(await search('%')).toEqual([]);
  expect(await search('m_ngo')).toEqual([]);
  expect(await search("' or 1=1")).toEqual([]);
  expect(await search('test street')).toHaveLength(12);
  const second = await search('test street', meterAt(0));
  expect(second.every((meterNumber) => meterNumber > meterAt(0))).toBe(true);
  const names = await listCustomers(database, UTILITY, { query: 'sons', after: null, limit: 5 });
  expect(names).toMatchObject([customer]);
  const later = await listCustomers(database, UTILITY, { query: '', after: customer, limit: 5 });
  expect(later).toEqual([]);
});

test('an enrolled meter tells its keys and tariff; one number is enrolled once', async () => {
  const { database } = fixture.scratch;
  await database.transaction((tx) => enrolMeter(tx, UTILITY, HOUSE, ENROLLED));
  expect(await findMeter(database, UTILITY, HOUSE.meterNumber, fixture.now)).toMatchObject({
    meterNumber: HOUSE.meterNumber,
    status: 'active',
    tariff: { name: 'Domestic', version: 1 },
    key: { keyEpoch: 1, tariffIndex: '07', dkga: '04', encryptionAlgorithm: '11', baseDate: 2014 },
    lastVendAt: null,
  });
  const twice = database.transaction((tx) =>
    enrolMeter(
      tx,
      UTILITY,
      { ...HOUSE, meterId: 'c0000000-0000-4000-8000-00000000bbbb' as MeterId },
      ENROLLED,
    ),
  );
  await expect(twice).rejects.toMatchObject({ code: '23505' });
  const keyless = database.transaction((tx) =>
    enrolMeter(
      tx,
      UTILITY,
      {
        ...HOUSE,
        meterId: 'c0000000-0000-4000-8000-00000000cccc' as MeterId,
        meterNumber: makeDrn('0456', '00000002'),
        supplyGroupCode: supplyGroupCode('999999'),
      },
      ENROLLED,
    ),
  );
  await expect(keyless).rejects.toMatchObject({ code: '23503' });
  expect(await search('0456')).toEqual([HOUSE.meterNumber]);
});

test('a quote is what the vend of the same money gives, and writes nothing', async () => {
  const { database } = fixture.scratch;
  const bought = { meterNumber: meterAt(2), tendered: minorUnits(12_345n) };
  const request = askedFor(bought.tendered, fixture.now);
  const quoted = await quoteMeter(database, fixture.utility, request);
  if (quoted.kind !== 'quote') throw new Error(quoted.refusal.code);
  const sold = await desk.vend(vendRequest(bought));
  if (sold.kind !== 'vend') throw new Error(sold.refusal.code);
  expect(sold.vend.credit).toEqual(quoted.quote.credit);
  expect(sold.vend.lines).toEqual(quoted.quote.lines);
  const nobody = { ...request, meterNumber: HOUSE.meterNumber };
  expect(await quoteMeter(database, fixture.utility, nobody)).toEqual({
    kind: 'refused',
    refusal: { code: 'meter_not_found' },
  });
});

test('the energy of a large purchase is what the token can carry, not less', async () => {
  // 60,000.00 buys 20,869.6 kWh at 2.875 with tax; the field has steps of 10 kWh up there.
  const request = askedFor(minorUnits(6_000_000n), fixture.now);
  const quoted = await quoteMeter(fixture.scratch.database, fixture.utility, request);
  if (quoted.kind !== 'quote') throw new Error(quoted.refusal.code);
  // 180,224 + 100 × 285 = 208,724 is the first value of the code that is not below 208,696.
  expect(quoted.quote.credit).toEqual({ kind: 'energy', energy: 208_724 });
});

test('a new tariff version is used from its day on', async () => {
  const { database } = fixture.scratch;
  const tomorrow = instant(fixture.now + 24 * 3_600_000);
  await database.transaction((tx) =>
    addTariffVersion(tx, UTILITY, {
      tariffId: TARIFF,
      version: 2,
      name: 'Domestic',
      tariff: flatTariff({ price: priceE4Minor(5_000_000n), vat: basisPoints(0) }),
      effectiveFrom: tomorrow,
    }),
  );
  const quoteAt = async (now: typeof tomorrow) => {
    const request = askedFor(minorUnits(5_000n), now);
    const quoted = await quoteMeter(database, fixture.utility, request);
    if (quoted.kind !== 'quote') throw new Error(quoted.refusal.code);
    return quoted.quote.credit;
  };
  expect(await quoteAt(instant(tomorrow - 1))).toEqual({ kind: 'energy', energy: 174 });
  expect(await quoteAt(tomorrow)).toEqual({ kind: 'energy', energy: 100 });
});

test.each([
  ['nobody', 0n, 'deposit_not_positive'],
  ['nobody', 1n, 'vendor_not_found'],
  [VENDOR, 0n, 'deposit_not_positive'],
  [VENDOR, -5n, 'deposit_not_positive'],
])('a deposit for %s of %s is refused: %s', async (who, money, refusal) => {
  const vendorId = (who === VENDOR ? VENDOR : 'a0000000-0000-4000-8000-00000000dead') as VendorId;
  const answer = await depositFloat(
    fixture.scratch.database,
    fixture.utility,
    {
      depositId: newVendId(),
      vendorId,
      money: minorUnits(money),
      reference: 'slip 9',
      depositedBy: 'test',
    },
    fixture.now,
  );
  expect(answer).toEqual({ kind: 'refused', refusal });
});

test('one deposit id pays in once, however often and at once it is sent', async () => {
  const { database } = fixture.scratch;
  const deposit = {
    depositId: newVendId(),
    vendorId: VENDOR,
    money: minorUnits(7_000n),
    reference: 'slip 1',
    depositedBy: 'test',
  };
  const pay = (more = {}) =>
    depositFloat(database, fixture.utility, { ...deposit, ...more }, fixture.now);
  const answers = await Promise.all([pay(), pay(), pay(), pay({ depositedBy: 'another' })]);
  expect(answers.map((answer) => answer.kind)).toEqual(Array(4).fill('deposited'));
  expect(answers.filter((answer) => answer.kind === 'deposited' && answer.first)).toHaveLength(1);
  for (const other of [{ money: minorUnits(1n) }, { reference: 'slip 2' }]) {
    expect(await pay(other)).toEqual({ kind: 'refused', refusal: 'deposit_id_conflict' });
  }
  const [vendor] = await listVendors(database, UTILITY, VENDOR);
  expect(vendor?.posted).toBe(107_000n);
  expect(await listVendors(database, UTILITY, null)).toHaveLength(2);
});

test('a reprint shows the same digits and is counted, also when two print at once', async () => {
  const { database } = fixture.scratch;
  const sold = await desk.vend(vendRequest());
  if (sold.kind !== 'vend') throw new Error(sold.refusal.code);
  const { vendId, tokens } = sold.vend;
  const reprint = () =>
    reprintVend(database, UTILITY, { vendId, reprintedBy: 'test', now: fixture.now });
  const answers = await Promise.all([reprint(), reprint(), reprint()]);
  const counts = answers.map((answer) =>
    answer.kind === 'reprinted' ? answer.vend.reprints : answer.refusal,
  );
  expect(new Set(counts)).toEqual(new Set([1, 2, 3]));
  for (const answer of answers) {
    expect(answer.kind === 'reprinted' && answer.vend.tokens).toEqual(tokens);
  }
  const unknown = { vendId: newVendId(), reprintedBy: 'test', now: fixture.now };
  expect(await reprintVend(database, UTILITY, unknown)).toEqual({
    kind: 'refused',
    refusal: 'vend_not_found',
  });
});

test('vends are listed newest first, a page at a time, also those of one moment', async () => {
  const { database } = fixture.scratch;
  const start = fixture.now;
  await desk.vend(vendRequest());
  fixture.now = instant(start + 1000);
  await Promise.all(
    [1, 2, 3, 1, 2].map((i) => desk.vend(vendRequest({ meterNumber: meterAt(i) }))),
  );
  fixture.now = instant(start + 2000);
  await desk.vend(vendRequest({ meterNumber: meterAt(1) }));

  const filter = { meterId: null, vendorId: VENDOR };
  const all: Vend[] = [];
  let before: VendCursor = cursorAt(instant(start + 60_000));
  for (;;) {
    const page = await listVends(database, UTILITY, { ...filter, before, limit: 2 });
    const last = page.at(-1);
    if (last === undefined) break;
    all.push(...page);
    before = last;
  }
  expect(all.map((vend) => vend.requestedAt - start)).toEqual([2000, ...Array(5).fill(1000), 0]);
  expect(new Set(all.map((vend) => vend.vendId)).size).toBe(7);
  const meterId = all[0]?.meter.meterId ?? null;
  const everything = { before: cursorAt(instant(start + 60_000)), limit: 50 };
  expect(await listVends(database, UTILITY, { ...filter, ...everything, meterId })).toHaveLength(3);
  expect(
    await listVends(database, UTILITY, { ...everything, meterId, vendorId: OTHER_VENDOR }),
  ).toEqual([]);
});

test('a vend may have the id a deposit had', async () => {
  const depositId = newVendId();
  const deposit = {
    depositId,
    vendorId: VENDOR,
    money: minorUnits(500n),
    reference: 'slip 3',
    depositedBy: 'test',
  };
  await depositFloat(fixture.scratch.database, fixture.utility, deposit, fixture.now);
  const sold = await desk.vend(vendRequest({ vendId: depositId }));
  expect(sold).toMatchObject({ kind: 'vend', vend: { state: 'posted' } });
  expect(await checkAgreement(fixture.scratch.database, fixture.module, UTILITY)).toMatchObject({
    agree: true,
  });
});

test("a day's sales are told hour by hour on the utility's clock", async () => {
  const { database } = fixture.scratch;
  const sold = await desk.vend(vendRequest());
  await desk.vend(vendRequest({ meterNumber: meterAt(1), tendered: minorUnits(2_875n) }));
  if (sold.kind !== 'vend') throw new Error(sold.refusal.code);
  // Nairobi is three hours ahead of UTC all year.
  const local = new Date(fixture.now + 3 * 3_600_000).toISOString();
  const day = { date: local.slice(0, 10), vendorId: null };
  expect(await salesOfDay(database, fixture.utility, day)).toEqual([
    {
      hour: Number(local.slice(11, 13)),
      vends: 2,
      tendered: 7_875n,
      energyTenthKwh: 274n,
      tax: 1_027n,
    },
  ]);
  const other = { date: '2020-02-29', vendorId: VENDOR };
  expect(await salesOfDay(database, fixture.utility, other)).toEqual([]);
});

// In Berlin the clocks went back at 03:00 summer time on 2026-10-25: a day of 25 hours.
test.each([
  ['2026-10-24T21:59:59.999Z', '2026-10-24', 23],
  ['2026-10-24T22:00:00.000Z', '2026-10-25', 0],
  ['2026-10-25T00:30:00.000Z', '2026-10-25', 2],
  ['2026-10-25T01:30:00.000Z', '2026-10-25', 2],
  ['2026-10-25T22:59:59.999Z', '2026-10-25', 23],
  ['2026-10-25T23:00:00.000Z', '2026-10-26', 0],
])('on the clock of Berlin %s is %s, hour %i', async (utc, date, hour) => {
  const { database } = fixture.scratch;
  const berlin = { ...fixture.utility, timeZone: 'Europe/Berlin' };
  await desk.vend(vendRequest());
  const month = Number(utc.slice(0, 7).replace('-', ''));
  await database.query({ name: '', text: 'select vending_open_month($1)' }, [month]);
  const move = { name: '', text: 'update vend set requested_at_ms = $1, month = $2' };
  await database.query(move, [Date.parse(utc), month]);
  const sales = await salesOfDay(database, berlin, { date, vendorId: null });
  expect(sales.map((sale) => sale.hour)).toEqual([hour]);
});

test('a token nobody paid for makes ledger and module disagree', async () => {
  const { database } = fixture.scratch;
  const sold = await desk.vend(vendRequest());
  if (sold.kind !== 'vend') throw new Error(sold.refusal.code);
  expect(await checkAgreement(database, fixture.module, UTILITY)).toMatchObject({ agree: true });
  // Somebody with the vending service's key asks the module behind the ledger's back.
  await fixture.module.issue([
    {
      vendId: newVendId(),
      position: 0,
      meterPan: sold.vend.meter.meterPan,
      tokenIdentifier: sold.vend.tokenIdentifier,
      content: { kind: 'credit', service: 'electricity', amount: tenthKwh(174) },
      basis: 'sale',
      order: null,
      ...sold.vend.key,
    },
  ]);
  expect(await checkAgreement(database, fixture.module, UTILITY)).toMatchObject({
    balanced: true,
    agree: false,
    vendsPosted: 1,
    tokensIssued: 1,
    moduleIssued: 2n,
  });
});

test('while the module is away the books are still told', async () => {
  await desk.vend(vendRequest());
  await fixture.killModule();
  const agreement = await checkAgreement(fixture.scratch.database, fixture.module, UTILITY);
  expect(agreement).toMatchObject({ balanced: true, agree: true, moduleIssued: null });
  await fixture.restartModule();
});

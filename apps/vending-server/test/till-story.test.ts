/** A cashier's day in a real browser: a shift, a sale under steps with tax and a debt, copies, a fine. */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { basisPoints, priceE4Minor, type Tariff } from '@wattvend/tariff/tariff.js';
import { flatTariff } from '@wattvend/vending/flat-tariff.js';
import { addTariffVersion } from '@wattvend/vending/tariffs.js';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { meterAt, UTILITY, VENDOR } from '../../../packages/vending/test/utility-fixture.ts';
import type { ServerWorld } from './server-world.ts';
import { type OpenedPage, openWorldConsole, type WorldConsole } from './world-console.ts';

const TARIFF = 'b0000000-0000-4000-8000-000000000001';
/** Of the meter at 0. */
const AGREEMENT = 'c0000000-0000-4000-8000-000000000000';
const DEBT = 'd1000000-0000-4000-8000-000000000001';

/** 1.00 a kWh up to 50 kWh of the month and 2.00 above, 15 % tax, 20 kWh free a month. */
const STEPS: Tariff = {
  ...flatTariff({ price: priceE4Minor(1_000_000n), vat: basisPoints(1500) }),
  energy: {
    ...{ kind: 'steps', id: 'energy', name: 'Energy', account: 'energy_sales' },
    steps: [
      { above: tenthKwh(0), price: priceE4Minor(1_000_000n) },
      { above: tenthKwh(500), price: priceE4Minor(2_000_000n) },
    ],
  },
  free: [
    {
      ...{ id: 'basic', name: 'Free basic units', energy: tenthKwh(200), per: 'month' },
      ...{ stackMax: 1, claim: 'either', window: null, entitled: 'all', countsForSteps: false },
    },
  ],
};

let stage: WorldConsole;
let world: ServerWorld;
let address = '';

beforeAll(async () => {
  stage = await openWorldConsole('till');
  ({ world, address } = stage);
  const { database } = world.fixture.scratch;
  const effectiveFrom = world.fixture.now;
  await database.transaction((tx) =>
    addTariffVersion(tx, UTILITY, {
      ...{ tariffId: TARIFF, version: 2, name: 'Domestic steps', tariff: STEPS, effectiveFrom },
    }),
  );
  const debt = await world.ask('PUT', `/v1/debts/${DEBT}`, {
    as: 'finance',
    body: {
      ...{ agreement_id: AGREEMENT, kind: 'connection', name: 'Old arrears', priority: 1 },
      ...{ principal_minor: '4000', recovery: { kind: 'share', share: '25 %' }, least_minor: '0' },
      ...{ collect_from: '2020-01-01', agreed_on: '2020-01-01', reference: 'form 17' },
    },
  });
  expect(debt.status).toBe(201);
  const settings = { shift_required: true, till_owner: 'vendor' };
  const set = await world.ask('PUT', `/v1/vendors/${VENDOR}/settings`, {
    as: 'supervisor',
    body: settings,
  });
  expect(set.status).toBe(200);
});
afterAll(() => stage.end());

/** The cashier's browser; its printer keeps the pages instead of asking for paper. */
async function openTill(): Promise<OpenedPage> {
  const opened = await stage.openAs('cashier');
  await opened.page.addInitScript(() => {
    const printed: string[] = [];
    Object.assign(window, { printed });
    window.print = () => {
      printed.push(document.querySelector('body > .wv-print-only')?.textContent ?? '');
    };
  });
  return opened;
}

/** What stood on each paper that was printed from this page. */
async function printedOn(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => (window as unknown as { printed: string[] }).printed);
}

test('a cashier opens the shift, sells with the keyboard alone, and prints', async () => {
  const { page, complaints, close } = await openTill();
  await page.goto(`${address}/till?meter=${meterAt(0)}`);
  await page.getByText('Open your shift first').waitFor();
  expect(await page.getByRole('button', { name: /^Sell/ }).count()).toBe(0);
  await stage.lookAt(page, 'shift-needed');
  await page.getByRole('button', { name: 'Open your shift' }).last().click();
  await page.getByLabel(/^Change in the till/).fill('20');
  await page.keyboard.press('Enter');
  await page.getByText(/Your shift is open since/).waitFor();

  // From here the hands stay on the keys.
  await page.goto(`${address}/till`);
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type(meterAt(0));
  await expect.poll(() => page.getByRole('option').count()).toBe(1);
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('placeholder')))
    .toBe('0');
  // A tenth of a kWh costs some cents, of which three quarters are for electricity.
  await page.getByRole('button', { name: /0\.\d\d$/ }).waitFor();
  await page.keyboard.type('138');
  await page.keyboard.press('Enter');
  const quote = page.getByTestId('quote');
  await quote.waitFor();
  // By hand: a quarter is 34.50; the rest, 103.50 / 1.15, is 90.00: 50 kWh at 1.00, 20 kWh at 2.00.
  expect(await quote.textContent()).toContain('70.0 kWh');
  await quote.getByRole('row', { name: /Old arrears.*5\.50 left.*34\.50$/ }).waitFor();
  await quote
    .getByRole('row', { name: /50\.0 kWh at .*1\.00 per kWh \(step 1\).*50\.00$/ })
    .waitFor();
  await quote
    .getByRole('row', { name: /20\.0 kWh at .*2\.00 per kWh \(step 2\).*40\.00$/ })
    .waitFor();
  await quote.getByRole('row', { name: /15 % on .*90\.00.*13\.50$/ }).waitFor();
  await quote.getByText(/34\.50 for debts/).waitFor();
  await quote.getByText('and 20.0 kWh free').waitFor();
  await stage.lookAt(page, 'quote');
  await page.keyboard.press('Enter');
  await page.getByText('Key in all 2 tokens, in this order.').waitFor();
  const digits = await page.getByTestId('token-digits').allTextContents();
  for (const each of digits) expect(each).toMatch(/^\d{4} \d{4} \d{4} \d{4} \d{4}$/);
  const heads = await page.getByRole('region', { name: / of 2 · / }).allTextContents();
  expect(heads[0]).toMatch(/^1 of 2 · Free units/);
  expect(heads[1]).toMatch(/^2 of 2 · Electricity/);
  await stage.lookAt(page, 'sold');
  await page.keyboard.press('p');
  const [slip = ''] = await printedOn(page);
  const places = digits.map((each) => slip.indexOf(each));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
  expect(slip).toContain('Old arrears');

  const owed = await world.ask('GET', `/v1/debts/${DEBT}`, { as: 'finance' });
  expect(owed.json.owed_minor).toBe('550');
  const id = new URL(page.url()).searchParams.get('sold') ?? '';
  const sold = await world.ask('GET', `/v1/vends/${id}`, { as: 'cashier' });
  expect(sold.json).toMatchObject({ tendered_minor: '13800', energy_tenth_kwh: 700 });
  expect(sold.json.tokens.map((each: { digits: string }) => each.digits)).toEqual(
    digits.map((each) => each.replaceAll(' ', '')),
  );
  await page.keyboard.press('Enter');
  await page.getByRole('combobox').waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

test('an amount that is too small is told with the least, and mobile money with its number', async () => {
  const { page, complaints, close } = await openTill();
  await page.goto(`${address}/till?meter=${meterAt(1)}`);
  await page.getByLabel('Amount').fill('0.01');
  await page.getByText(/0\.12/).first().waitFor();
  expect(await page.getByRole('button', { name: /^Sell/ }).isDisabled()).toBe(true);
  await page.getByLabel('Amount').fill('11.50');
  await page.getByLabel('Paid with').selectOption('mobile_money');
  await page.getByLabel('Reference of the payment').fill('QX7');
  await page.getByRole('button', { name: /^Sell for/ }).click();
  await page.getByTestId('token-digits').first().waitFor();
  await page.getByText('Mobile money, QX7').first().waitFor();

  // The same message pays once only; the field says so.
  await page.goto(`${address}/till?meter=${meterAt(1)}`);
  await page.getByLabel('Amount').fill('23');
  await page.getByLabel('Paid with').selectOption('mobile_money');
  await page.getByLabel('Reference of the payment').fill('QX7');
  await page.getByRole('button', { name: /^Sell for/ }).click();
  await expect
    .poll(() => page.getByLabel('Reference of the payment').getAttribute('aria-invalid'))
    .toBe('true');
  await page.getByLabel('Reference of the payment').fill('QX8');
  await page.getByRole('button', { name: /^Sell for/ }).click();
  await page.getByTestId('token-digits').first().waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

test('free units are offered while they are due', async () => {
  const { page, complaints, close } = await openTill();
  await page.goto(`${address}/till?meter=${meterAt(2)}`);
  const offer = page.getByTestId('free-units');
  await offer.getByText('20.0 kWh').waitFor();
  await stage.lookAt(page, 'free-units');
  await offer.getByRole('button', { name: 'Give them now' }).click();
  await page.getByTestId('token-digits').first().waitFor();
  const { json } = await world.ask('GET', `/v1/vends?meter_number=${meterAt(2)}`, {
    as: 'cashier',
  });
  expect(json.vends).toMatchObject([
    { kind: 'free_units', tendered_minor: '0', tokens: [{ energy_tenth_kwh: 200 }] },
  ]);
  await page.goto(`${address}/till?meter=${meterAt(2)}`);
  await page.getByText('Least now').waitFor();
  expect(await offer.count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

test('a sale is found by its receipt and printed again, and the copy is counted', async () => {
  const { json } = await world.ask('GET', `/v1/vends?meter_number=${meterAt(0)}`, {
    as: 'cashier',
  });
  const [vend] = json.vends;
  const { page, complaints, close } = await openTill();
  await page.goto(`${address}/vends`);
  await page.getByRole('row', { name: /138\.00/ }).waitFor();
  expect(await page.getByRole('row').count()).toBe(1 + 4);
  await page.getByLabel('Receipt').fill(vend.receipt_number);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('row').count()).toBe(1 + 1);
  await stage.lookAt(page, 'sales');
  await page
    .getByRole('row', { name: /138\.00/ })
    .getByRole('link')
    .click();
  await page.getByRole('heading', { level: 1, name: `Receipt ${vend.receipt_number}` }).waitFor();
  await page.getByText(vend.id, { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Reprint' }).click();
  await page.getByRole('button', { name: 'Print a copy' }).click();
  await expect.poll(async () => (await printedOn(page)).length).toBe(1);
  expect((await printedOn(page))[0]).toContain('COPY 1');
  const after = await world.ask('GET', `/v1/vends/${vend.id}`, { as: 'auditor' });
  expect(after.json.reprint_count).toBe(1);
  await page.getByText(/^Copy 1: cashier, /).waitFor();
  await stage.lookAt(page, 'vend');
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

test('a fine and a debt are paid at the till, and a supervisor gives the fine back', async () => {
  const { page, complaints, close } = await openTill();
  await page.goto(`${address}/till?meter=${meterAt(0)}`);
  await page.getByRole('button', { name: 'Take another payment' }).click();
  const purpose = page.getByLabel('What is paid');
  await purpose.selectOption({ label: 'Tamper fine' });
  await page.getByLabel(/^Amount in/).fill('40');
  await page.getByLabel(/^Form or letter/).fill('Notice 12');
  await stage.lookAt(page, 'payment-form');
  await page.getByRole('button', { name: /^Take .*40\.00/ }).click();
  await page.waitForURL('**/payments/*');
  await page.getByText('Notice 12').first().waitFor();
  const fine = new URL(page.url()).pathname;
  await page.getByRole('button', { name: 'Print' }).click();
  expect((await printedOn(page))[0]).toContain('Tamper fine');
  expect(await page.getByRole('button', { name: 'Give it back' }).count()).toBe(0);
  await stage.lookAt(page, 'payment');

  await page.goto(`${address}/till?meter=${meterAt(0)}`);
  await page.getByRole('button', { name: 'Take another payment' }).click();
  await purpose.selectOption(DEBT);
  expect(await page.getByLabel(/^Amount in/).inputValue()).toBe('5.50');
  await page.getByLabel(/^Amount in/).fill('6');
  await page.getByRole('button', { name: /^Take .*6\.00/ }).click();
  await page
    .getByRole('alert')
    .getByText(/Only .*5\.50 is owed/)
    .waitFor();
  await page.getByRole('button', { name: /All that is owed/ }).click();
  await page.getByRole('button', { name: /^Take .*5\.50/ }).click();
  await page.getByRole('heading', { name: 'Debt: Old arrears' }).waitFor();
  const debt = await world.ask('GET', `/v1/debts/${DEBT}`, { as: 'finance' });
  expect(debt.json).toMatchObject({ owed_minor: '0', state: 'settled' });
  expect(complaints).toEqual([]);
  await close();

  const supervisor = await stage.openAs('supervisor');
  await supervisor.page.goto(`${address}/payments`);
  await supervisor.page.getByRole('row', { name: /Tamper fine.*40\.00/ }).waitFor();
  await stage.lookAt(supervisor.page, 'payments');
  await supervisor.page.goto(`${address}${fine}`);
  await supervisor.page.getByRole('button', { name: 'Give it back' }).click();
  await supervisor.page.getByLabel('Why it is given back').fill('wrong customer');
  await supervisor.page.getByRole('dialog').getByRole('button', { name: 'Give it back' }).click();
  await supervisor.page.getByText(/wrong customer/).waitFor();
  const id = fine.split('/').at(-1);
  const back = await world.ask('GET', `/v1/payments/${id}`, { as: 'auditor' });
  expect(back.json.reversal).toMatchObject({ reason: 'wrong customer', reversed_by: 'supervisor' });
  expect(supervisor.complaints).toEqual([]);
  await supervisor.close();
}, 120_000);

/** Vendors' money in a real browser: paid in, taken back, earned, counted, brought to the bank, closed. */
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { meterAt, VENDOR } from '../../../packages/vending/test/utility-fixture.ts';
import { goToPage } from './browser.ts';
import { type ServerWorld, userIdOf } from './server-world.ts';
import { openWorldConsole, PHONE, type WorldConsole } from './world-console.ts';

const DAY_MS = 86_400_000;

let stage: WorldConsole;
let world: ServerWorld;
let address = '';

beforeAll(async () => {
  stage = await openWorldConsole('vendors');
  ({ world, address } = stage);
});
afterAll(() => stage.end());

async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click();
}

function dialogOf(page: Page): Locator {
  return page.getByRole('dialog');
}

async function newVendor(name: string): Promise<string> {
  const { json } = await world.ask('POST', '/v1/vendors', { as: 'supervisor', body: { name } });
  return json.id as string;
}

/** The cell of the last line of the statement that shows the balance. */
function closingBalance(page: Page): Locator {
  return page
    .getByRole('row', { name: /Closing balance/ })
    .getByRole('cell')
    .last();
}

async function postedMinor(vendor: string): Promise<string> {
  const { json } = await world.ask('GET', `/v1/vendors/${vendor}`, { as: 'finance' });
  return json.float.posted_minor as string;
}

test('a supervisor adds a vendor, pays in, takes back, and reads it on the statement', async () => {
  const { page, complaints, close } = await stage.openAs('supervisor');
  await page.goto(`${address}/vendors`);
  await page.getByRole('button', { name: 'Add a vendor' }).click();
  await page.getByLabel('Name').fill('Corner Shop');
  await page.getByRole('button', { name: 'Add the vendor' }).click();
  const card = page.getByRole('link', { name: 'Open Corner Shop' });
  await card.waitFor();
  await stage.lookAt(page, 'list');
  await card.click();
  await page.getByRole('heading', { level: 1, name: 'Corner Shop' }).waitFor();
  const vendor = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  await openTab(page, 'Deposits');
  await page.getByRole('button', { name: 'Deposit', exact: true }).click();
  const first = new URL(page.url()).searchParams.get('id');
  await page.getByLabel(/^Amount in/).fill('500.25');
  await page.getByLabel('Reference').fill('Transfer 4711');
  await page.getByLabel(/^Number of the slip/).fill('S-1');
  await stage.lookAt(page, 'deposit-form');
  await dialogOf(page)
    .getByRole('button', { name: /^Deposit/ })
    .click();
  await page.getByRole('row', { name: /Transfer 4711/ }).waitFor();
  const paid = await world.ask('GET', `/v1/vendors/${vendor}/deposits`, { as: 'finance' });
  expect(paid.json.deposits).toMatchObject([
    { id: first, deposit_minor: '50025', slip_number: 'S-1', account: 'bank' },
  ]);

  // The same slip again is refused in words, and the form stays as it was.
  await page.getByRole('button', { name: 'Deposit', exact: true }).click();
  await page.getByLabel(/^Amount in/).fill('70');
  await page.getByLabel('Reference').fill('Transfer 4712');
  await page.getByLabel(/^Number of the slip/).fill('S-1');
  await dialogOf(page)
    .getByRole('button', { name: /^Deposit/ })
    .click();
  await dialogOf(page).getByRole('alert').waitFor();
  expect(await postedMinor(vendor)).toBe('50025');
  await page.getByLabel(/^Number of the slip/).fill('S-2');
  await dialogOf(page)
    .getByRole('button', { name: /^Deposit/ })
    .click();
  await page.getByRole('row', { name: /Transfer 4712/ }).waitFor();
  expect(await postedMinor(vendor)).toBe('57025');

  await page.getByRole('button', { name: /^Take back .*Transfer 4712/ }).click();
  await page.getByLabel('Why it came back').fill('no cover');
  await dialogOf(page).getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('came back', { exact: true }).waitFor();
  expect(await postedMinor(vendor)).toBe('50025');
  await stage.lookAt(page, 'deposits');

  await openTab(page, 'Statement');
  await page.getByRole('row', { name: /Deposit taken back/ }).waitFor();
  expect(await closingBalance(page).textContent()).toContain('500.25');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^statement-.*\.csv$/);
  await stage.lookAt(page, 'statement');
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

test('what the float does not cover comes back by two people only', async () => {
  const vendor = await newVendor('Bounced Ltd');
  const depositId = randomUUID();
  await world.ask('PUT', `/v1/vendors/${vendor}/deposits/${depositId}`, {
    as: 'supervisor',
    body: { deposit_minor: '10000', reference: 'cheque 9' },
  });
  // Set aside, as by a vend under way.
  const { database } = world.fixture.scratch;
  const text = `update account_limit l set reserved_minor = $2 from vendor d
    where d.vendor_id = $1 and l.account_id = d.float_account_id`;
  await database.query({ name: '', text }, [vendor, 9_000n]);
  const { page, complaints, close } = await stage.openAs('supervisor');
  await page.goto(`${address}/vendors/${vendor}?tab=deposits`);
  await page.getByRole('button', { name: /^Take back/ }).click();
  await page.getByLabel('Why it came back').fill('bounced');
  expect(await page.getByLabel(/although the float does not cover it/).count()).toBe(0);
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByLabel(/although the float does not cover it/).check();
  await stage.lookAt(page, 'reversal-below-limit');
  await page.getByRole('button', { name: 'Ask a second person' }).click();
  await page.getByText('A second person is asked to take it back.').waitFor();
  expect(await postedMinor(vendor)).toBe('10000');
  const list = await world.ask('GET', '/v1/approvals?state=requested', { as: 'finance_checker' });
  expect(list.json.approvals).toMatchObject([{ kind: 'float_adjustment', reason: 'bounced' }]);
  expect(complaints).toEqual([]);
  await database.query({ name: '', text }, [vendor, 0n]);
  await close();
}, 120_000);

test('a commission is told in words before it counts, and above the ceiling two people agree', async () => {
  const vendor = await newVendor('Earner');
  const { page, complaints, close } = await stage.openAs('supervisor');
  await page.goto(`${address}/vendors/${vendor}?tab=commission`);
  await page.getByText('This vendor earns nothing').waitFor();
  await page.getByRole('button', { name: 'New terms' }).click();
  const rate = page.getByLabel('Rate, with its unit');
  const ask = dialogOf(page).getByRole('button', { name: 'What does it mean?' });
  await rate.fill('10');
  await ask.click();
  await dialogOf(page)
    .getByRole('alert')
    .getByText(/has no unit/)
    .waitFor();
  await rate.fill('2.5 %');
  await ask.click();
  await dialogOf(page).getByRole('status').getByText(/2\.50/).waitFor();
  // Another rate is another rule: it is to be read again.
  await rate.fill('3 %');
  await ask.click();
  await dialogOf(page).getByRole('status').getByText(/3\.00/).waitFor();
  await page.getByRole('button', { name: 'Another rate above a volume' }).click();
  await page.getByLabel(/^Sales of the month above/).fill('100000');
  await page.getByLabel('Rate from there').fill('2 %');
  await ask.click();
  await dialogOf(page).getByRole('status').waitFor();
  await stage.lookAt(page, 'commission-form');
  await dialogOf(page).getByRole('button', { name: 'Add it' }).click();
  await page.getByText('The commission is added.').waitFor();
  // The dialog goes slowly, and says the same.
  await page
    .getByRole('tabpanel')
    .getByText(/2 % of what the customer pays above/)
    .waitFor();
  const { json } = await world.ask('GET', `/v1/vendors/${vendor}/commissions`, { as: 'finance' });
  expect(json.commissions).toMatchObject([
    {
      version: 1,
      paid: 'daily',
      terms: {
        steps: [
          { above_minor: '0', rate: '3 %' },
          { above_minor: '10000000', rate: '2 %' },
        ],
      },
    },
  ]);

  await page.getByRole('button', { name: 'New terms' }).click();
  expect(await rate.inputValue()).toBe('3 %');
  await rate.fill('25 %');
  await ask.click();
  await page.getByText('A second person must agree').waitFor();
  const order = dialogOf(page).getByRole('button', { name: 'Ask a second person' });
  expect(await order.isDisabled()).toBe(true);
  await page.getByLabel('Why, for whoever agrees').fill('opening month');
  await order.click();
  await page.getByText('A second person is asked to agree.').waitFor();
  const after = await world.ask('GET', `/v1/vendors/${vendor}/commissions`, { as: 'finance' });
  expect(after.json.commissions).toHaveLength(1);
  await stage.lookAt(page, 'commission');
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

test('limits, settings and a suspension are set where they are read', async () => {
  const { page, complaints, close } = await stage.openAs('supervisor');
  await page.goto(`${address}/vendors/${VENDOR}?tab=settings`);
  await page.getByRole('button', { name: 'Ask for another limit' }).click();
  await page.getByLabel(/^New limit in/).fill('1000');
  await page.getByLabel('Why, for whoever approves it').fill('good payer');
  await dialogOf(page).getByRole('button', { name: 'Ask a second person' }).click();
  await page.getByText('A second person is asked for the credit limit.').waitFor();
  const read = async () =>
    (await world.ask('GET', `/v1/vendors/${VENDOR}`, { as: 'finance' })).json;
  expect((await read()).credit_limit_minor).toBe('0');

  await page.getByRole('button', { name: 'Suspend' }).click();
  await page.getByLabel('Why, for the records').fill('audit of the till');
  await dialogOf(page).getByRole('button', { name: 'Suspend' }).click();
  await page.getByText(/audit of the till/).waitFor();
  expect((await read()).status).toBe('suspended');
  await stage.lookAt(page, 'settings');
  await page.getByRole('button', { name: 'Let it sell again' }).click();
  await page.getByText('It may sell.').waitFor();
  expect((await read()).status).toBe('active');

  await openTab(page, 'Shifts');
  await page.getByRole('button', { name: 'Limits of cashier' }).click();
  await page.getByLabel(/^Most of one sale/).fill('200');
  await page.getByRole('button', { name: 'Set the limits' }).click();
  await page.getByText(/At most .*200\.00 a sale/).waitFor();
  const { json } = await world.ask('GET', `/v1/vendors/${VENDOR}/operators`, { as: 'finance' });
  const limited = json.operators.find((each: { id: string }) => each.id === userIdOf('cashier'));
  expect(limited.limits).toEqual({
    most_tendered_minor: '20000',
    most_per_day_minor: null,
    most_vends_per_day: null,
  });
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

async function sell(tendered_minor: string): Promise<void> {
  const body = { meter_number: meterAt(1), tendered_minor };
  const sold = await world.ask('PUT', `/v1/vends/${randomUUID()}`, { as: 'cashier', body });
  expect(sold.status).toBe(201);
}

test('a cashier opens and counts a shift at the till; its money goes to the bank', async () => {
  const cashier = await stage.openAs('cashier', PHONE);
  const till = cashier.page;
  await till.goto(`${address}/till`);
  await till.getByRole('button', { name: 'Open your shift' }).click();
  await till.getByLabel(/^Change in the till/).fill('20');
  await till.getByRole('button', { name: 'Open the shift' }).click();
  await till.getByText(/Your shift is open since/).waitFor();
  await sell('5000');
  await stage.lookAt(till, 'till-shift');
  await till.getByRole('button', { name: 'Count and close' }).click();
  await till.getByLabel(/^Cash in/).fill('69.90');
  await stage.lookAt(till, 'till-count');
  await till.getByRole('button', { name: 'Close the shift' }).click();
  await till.getByText(/0\.10 short/).waitFor();
  await stage.lookAt(till, 'till-counted');
  await till.getByRole('button', { name: 'Done' }).click();
  await till.getByText('No shift is open.').waitFor();

  // The own vendor, and nothing that could be changed.
  await goToPage(till, 'Vendors');
  await till.waitForURL(`**/vendors/${VENDOR}`);
  await openTab(till, 'Shifts');
  await till.getByRole('row', { name: /short/ }).waitFor();
  expect(await till.getByRole('button', { name: /^(Count|Limits)/ }).count()).toBe(0);
  await openTab(till, 'Settings');
  expect(await till.getByRole('button', { name: /Suspend|Save|Ask/ }).count()).toBe(0);
  await openTab(till, 'Deposits');
  expect(await till.getByRole('button', { name: 'Deposit', exact: true }).count()).toBe(0);
  expect(cashier.complaints).toEqual([]);
  await cashier.close();

  const { page, complaints, close } = await stage.openAs('supervisor');
  await page.goto(`${address}/vendors/${VENDOR}?tab=shifts`);
  await page.getByRole('row', { name: /cashier .*0\.10 short/ }).waitFor();
  await stage.lookAt(page, 'shifts');
  await openTab(page, 'Batches');
  await page.getByRole('button', { name: 'Close a sales batch' }).click();
  await page.getByRole('button', { name: 'Close the batch (1)' }).click();
  await page.getByText('Sales batch 1', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Close a bank batch' }).click();
  // What was counted without the change from before: 69.90 less 20.00.
  expect(await page.getByLabel(/^Brought in/).inputValue()).toBe('49.90');
  await page.getByLabel('Number of the slip').fill('B-77');
  await page.getByRole('button', { name: 'Close the bank batch' }).click();
  await page.getByText(/49\.90 not deposited/).waitFor();
  await stage.lookAt(page, 'batches');
  await page.getByRole('button', { name: 'Deposit bank batch 1' }).click();
  await page.getByText('The money of bank batch 1.').waitFor();
  expect(await page.getByLabel(/^Amount in/).inputValue()).toBe('49.90');
  await page.getByLabel('Reference').fill('tills of the day');
  await dialogOf(page)
    .getByRole('button', { name: /^Deposit/ })
    .click();
  await page.getByRole('row', { name: /tills of the day/ }).waitFor();
  const banked = await world.ask('GET', `/v1/vendors/${VENDOR}/bank-batches`, { as: 'finance' });
  expect(banked.json.bank_batches).toMatchObject([
    { number: 1, slip_number: 'B-77', brought_minor: '4990', deposited_minor: '4990' },
  ]);
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

test('a day is closed, read sale by sale, and checked by somebody else', async () => {
  const list = await world.ask('GET', `/v1/vendors/${VENDOR}/days`, { as: 'finance' });
  expect(list.json.days).toEqual([]);
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Africa/Nairobi' }).format(
    world.context.clock(),
  );
  const { page, complaints, close } = await stage.openAs('supervisor');
  await page.goto(`${address}/vendors/${VENDOR}?tab=days`);
  await page.getByText('No day is closed yet').waitFor();
  await page.getByRole('button', { name: 'Close a day' }).click();
  // The day before the first one is refused, and the refusal names the day.
  await page.getByRole('button', { name: 'Close the day' }).click();
  await dialogOf(page)
    .getByRole('alert')
    .getByText(new RegExp(`${today} is next`))
    .waitFor();
  await page.getByLabel('Day', { exact: true }).fill(today);
  world.ahead = DAY_MS + 6 * 60_000;
  await page.getByRole('button', { name: 'Close the day' }).click();
  await page.getByRole('button', { name: `Open ${today}` }).click();
  await page.getByText('Root of all sales of the day').waitFor();
  await page
    .getByRole('table', { name: 'Commission, sale by sale' })
    .getByText(/50\.00/)
    .waitFor();
  const { json } = await world.ask('GET', `/v1/vendors/${VENDOR}/days/${today}`, { as: 'finance' });
  expect(json.sums).toMatchObject({ vends: 1, tendered_minor: '5000' });
  await page.getByText(json.sums.root, { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: 'Check the day' }).count()).toBe(0);
  await stage.lookAt(page, 'day');
  await page.getByRole('button', { name: 'All days' }).click();
  await page.getByRole('row', { name: new RegExp(`${today} closed 1 `) }).waitFor();
  await stage.lookAt(page, 'days');
  await close();

  const auditor = await stage.openAs('auditor');
  await auditor.page.goto(`${address}/vendors/${VENDOR}?tab=days&day=${today}`);
  await auditor.page.getByRole('button', { name: 'Check the day' }).click();
  await auditor.page.getByText('the sales still add up').waitFor();
  expect([...complaints, ...auditor.complaints]).toEqual([]);
  await auditor.close();
}, 120_000);

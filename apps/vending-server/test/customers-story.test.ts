/** Customers in a real browser: from a spreadsheet, found, with a debt, and with another meter. */
import { makeDrn } from '@wattvend/sts/meter-pan.js';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goToPage } from './browser.ts';
import { openWorldConsole, type WorldConsole } from './world-console.ts';

let stage: WorldConsole;
beforeAll(async () => {
  stage = await openWorldConsole('customers');
});
afterAll(() => stage.end());

const METERS = [1, 2, 3].map((at) => makeDrn('62', String(40_000_000 + at)));
const [FIRST = '', SECOND = '', SPARE = ''] = METERS;
const HEAD =
  'meter_number,customer_name,address,area,tariff,supply_group_code,tariff_index,key_revision_number,encryption_algorithm';
const KEY = '100002,01,1,11';
const inFours = (digits: string): string => digits.replaceAll(/(\d{4})(?=\d)/g, '$1 ');

async function chooseFile(page: Page, name: string, lines: readonly string[]): Promise<void> {
  const buffer = Buffer.from(`${lines.join('\n')}\n`);
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

async function count(path: string): Promise<number> {
  const { json } = await stage.world.ask('GET', path, { as: 'customer_officer' });
  return json.customers.length as number;
}

test('a file with faults makes nothing and tells every line; the mended one makes all', async () => {
  const { page, complaints, close } = await stage.openAs('founder');
  await page.goto(`${stage.address}/today`);
  await goToPage(page, 'Import');
  await page.getByText(/^The tariffs there are: /).waitFor();
  const before = await count('/v1/customers?query=Story');
  await chooseFile(page, 'wrong.csv', [
    HEAD,
    `${FIRST},Story One,1 Story Lane,North,Domestic,${KEY}`,
    `12345678901,Story Two,2 Story Lane,North,Domestic,${KEY}`,
    `${SPARE},Story Three,3 Story Lane,North,No Such Tariff,${KEY}`,
  ]);
  await page.getByRole('heading', { name: '2 things are wrong in wrong.csv' }).waitFor();
  await page.getByRole('row', { name: /^3.*12345678901/ }).waitFor();
  await page.getByRole('row', { name: /^4.*No Such Tariff/ }).waitFor();
  await stage.lookAt(page, 'import-faults');
  expect(await count('/v1/customers?query=Story')).toBe(before);

  await page.getByRole('button', { name: 'Choose the mended file' }).click();
  await chooseFile(page, 'right.csv', [
    HEAD,
    `${FIRST},Story One,1 Story Lane,North,Domestic,${KEY}`,
    `${SECOND},Story Two,2 Story Lane,North,Domestic,${KEY}`,
  ]);
  await page.getByRole('heading', { name: 'right.csv is right' }).waitFor();
  await page.getByRole('button', { name: 'Import 2 lines' }).click();
  await page.getByText(/^Made: 2 meters, 2 customers, 2 places, 2 agreements/).waitFor();

  // The spare goes into the store, by a file of the other kind.
  await page.getByRole('button', { name: 'Import another file' }).click();
  await page.getByText('Meters for the store', { exact: true }).first().click();
  await page.getByText('One line for a meter that lies in the store').waitFor();
  await chooseFile(page, 'spare.csv', [
    HEAD.replace('customer_name,address,area,tariff,', ''),
    `${SPARE},${KEY}`,
  ]);
  await page.getByRole('button', { name: 'Import 1 line' }).click();
  await page.getByText(/^Made: 1 meter\./).waitFor();
  await goToPage(page, 'Meters');
  await page.getByLabel('State').selectOption('in_store');
  await page.getByRole('link', { name: inFours(SPARE) }).waitFor();
  await stage.lookAt(page, 'store');
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

test('a customer is found as one types, and owes a share of each purchase', async () => {
  const { page, complaints, close } = await stage.openAs('founder');
  await page.goto(`${stage.address}/customers`);
  await page.getByLabel('Find a customer, meter or address').fill('story one');
  await page.getByRole('link', { name: /Story One/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Story One' }).waitFor();
  await page.getByText('Nothing is owed.').waitFor();
  await page.getByRole('button', { name: 'Write down a debt' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Kind').selectOption('connection');
  await dialog.getByLabel('Name on receipts').fill('Connection');
  await dialog.getByLabel(/^What is owed/).fill('100');
  await dialog.getByLabel('Document').fill('form 12');
  await dialog.getByLabel('What purchases pay').selectOption('share');
  await dialog.getByLabel('Share in per cent').fill('120');
  await dialog.getByText('Above 0 % and at most 100 %').waitFor();
  await dialog.getByLabel('Share in per cent').fill('12.5');
  await stage.lookAt(page, 'debt-form');
  await dialog.getByRole('button', { name: /^Write down/ }).click();
  const debts = page.getByRole('region', { name: 'Debts' });
  await debts
    .getByText(/T\s100\.00 of T\s100\.00 is owed/)
    .or(debts.getByText('100.00'))
    .first()
    .waitFor();
  await debts.getByText(/12\.5 %/).waitFor();
  await stage.lookAt(page, 'customer');

  // The till takes that share: 12.50 of 100.00.
  const quoted = await stage.world.ask('POST', '/v1/quotes', {
    as: 'cashier',
    body: { meter_number: FIRST, tendered_minor: '10000' },
  });
  expect(quoted.status).toBe(200);
  expect(JSON.stringify(quoted.json.lines)).toContain('"line_minor":"1250"');
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

test('a broken meter is replaced, and what was in it can be moved', async () => {
  const { page, complaints, close } = await stage.openAs('customer_officer');
  await page.goto(`${stage.address}/meters?query=${FIRST}`);
  await page.getByRole('link', { name: inFours(FIRST) }).click();
  await page.getByRole('button', { name: 'Replace' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Number of the new meter').fill(inFours(SPARE));
  await dialog.getByLabel('Reason').fill('Display broken');
  await dialog.getByLabel(/^Credit left in it/).fill('a little');
  expect(await dialog.getByRole('button', { name: 'Replace' }).isDisabled()).toBe(true);
  await dialog.getByLabel(/^Credit left in it/).fill('7.5');
  await stage.lookAt(page, 'replace-form');
  await dialog.getByRole('button', { name: 'Replace' }).click();
  await page.getByText('7.5 kWh were left in it.').waitFor();
  const history = page.getByRole('list', { name: 'History of the meter' });
  await history
    .getByText('Replaced by another meter')
    .or(history.getByText('Taken down'))
    .first()
    .waitFor();
  await stage.lookAt(page, 'meter');

  // The customer has the new meter, under the same account and tariff.
  await page.goto(`${stage.address}/meters/${SPARE}`);
  await page.getByText('Story One').first().waitFor();
  await history.getByText('Credit of the old meter to be moved here').waitFor();
  await page.goto(`${stage.address}/meters?state=removed`);
  await page.getByRole('link', { name: inFours(FIRST) }).waitFor();
  const card = await stage.world.ask('GET', `/v1/meters/${SPARE}/card`, { as: 'customer_officer' });
  expect(card.json).toMatchObject({ status: 'active', customer: { name: 'Story One' } });
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

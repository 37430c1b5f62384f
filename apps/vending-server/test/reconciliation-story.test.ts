/** A month of mobile money in a real browser: source, statement, run, evidence, what a person says of it. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { meterAt } from '../../../packages/vending/test/utility-fixture.ts';
import { goToPage } from './browser.ts';
import { openWorldConsole, type WorldConsole } from './world-console.ts';

let stage: WorldConsole;
beforeAll(async () => {
  stage = await openWorldConsole('reconciliation');
});
afterAll(() => stage.end());

async function sell(reference: string, minor: string, meter: number): Promise<string> {
  const id = randomUUID();
  const payment = { method: 'mobile_money', reference };
  const body = { meter_number: meterAt(meter), tendered_minor: minor, payment };
  const { status } = await stage.world.ask('PUT', `/v1/vends/${id}`, { as: 'cashier', body });
  expect(status).toBe(201);
  return id;
}

/** A minute after the sales, in UTC, as the service writes it. */
function statementOf(lines: readonly string[]): Buffer {
  const at = new Date(Date.now() + 1_000).toISOString().slice(0, 19).replace('T', ' ');
  const rows = lines.map((line) => line.replace('@', at));
  return Buffer.from(`Receipt,Completed,Details,Paid In,Account,Payer\n${rows.join('\n')}\n`);
}

async function chooseFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

async function addSource(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Sources' }).click();
  await page.getByRole('link', { name: 'Add a source' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Till 4711');
  await page.getByLabel('Time zone of its statements').fill('UTC');
  expect(await page.getByLabel('Account in the ledger').inputValue()).toBe('mobile_money_clearing');
  // The example fills in what can be seen, and the server shows how it reads the lines.
  await chooseFile(page, 'example.csv', statementOf(['QX0,@,,12.00,,Somebody']));
  await page.getByRole('table', { name: 'The first lines as they are read' }).waitFor();
  expect(await page.getByLabel('Column of the date').inputValue()).toBe('Completed');
  expect(await page.getByLabel('Column of the money').inputValue()).toBe('Paid In');
  await stage.lookAt(page, 'source');
  // A column that is not there is named before anything is saved.
  await page.getByLabel('Column of the money').fill('Amount');
  await page.getByText('cannot be read by these settings').waitFor();
  await page.getByLabel('Column of the money').fill('Paid In');
  await page.getByText('cannot be read by these settings').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Save the source' }).click();
  await page.getByRole('heading', { name: 'Bring a statement' }).waitFor();
}

async function bring(page: Page, name: string, statement: Buffer): Promise<void> {
  await chooseFile(page, name, statement);
  await page.getByText(`${name} can be read.`).waitFor();
  await page.getByRole('button', { name: 'Import it' }).click();
}

test('finance reconciles a statement and explains what is left', async () => {
  const same = await sell('QX1', '5000', 1);
  await sell('QX2', '5000', 2);
  await sell('QX3', '5000', 3);
  const { page, complaints, close } = await stage.openAs('finance');
  await page.goto(`${stage.address}/today`);
  await goToPage(page, 'Reconcile');
  await page.getByText('Nothing is unexplained for longer than a day.').waitFor();
  await addSource(page);

  // QX1 agrees, QX2 has other money, QX3 is missing, X9 is nobody's, X10 is a charge.
  const statement = statementOf([
    `QX1,@,,50.00,${meterAt(1)},A`,
    `QX2,@,,49.00,${meterAt(2)},B`,
    'X9,@,,70.00,,C',
    `X10,@,,50.00,${meterAt(3)},D`,
  ]);
  await chooseFile(page, 'broken.csv', Buffer.from('Receipt,Completed\nQX1,yesterday\n'));
  await page.getByText(/things? in broken.csv cannot be read/).waitFor();
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await bring(page, 'november.csv', statement);
  await page.getByText('november.csv is stored.').waitFor();
  await stage.lookAt(page, 'statements');
  await page.getByRole('button', { name: 'Reconcile it' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reconcile' }).click();
  await page
    .getByText('Reconciled: 1 matched, 2 paid and nothing sold, 1 sold and not paid, 1 differs.')
    .waitFor();

  // The same octets again, under another name, count once.
  await page.getByRole('button', { name: 'Bring another' }).click();
  await bring(page, 'again.csv', statement);
  await page.getByText('This file was brought before, as november.csv by finance').waitFor();

  await page.getByRole('tab', { name: 'Items' }).click();
  await page.getByRole('button', { name: 'Paid, nothing sold, Last hour: 2' }).click();
  await stage.lookAt(page, 'items');
  const items = page.getByRole('table', { name: 'Items', exact: true });
  expect(await items.getByRole('row').count()).toBe(3);

  // What nobody bought with is explained; the explanation is taken back; the money is passed on.
  await items.getByRole('row', { name: /X9/ }).getByRole('link').click();
  await page.getByText('No sale and no deposit has this money.').waitFor();
  await page.getByRole('button', { name: 'Explain' }).click();
  await page.getByLabel('What it is').selectOption('other');
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByRole('button', { name: 'Explain' }).isDisabled()).toBe(true);
  await page.getByLabel('Note').fill('Rent of the stall,\npaid here by mistake');
  await dialog.getByRole('button', { name: 'Explain' }).click();
  await page.getByRole('button', { name: 'Open again' }).click();
  await page.getByLabel('Note').fill('It was not the rent');
  await dialog.getByRole('button', { name: 'Open again' }).click();
  await page.getByRole('button', { name: 'Pass on' }).click();
  await page.getByLabel('Number of the case').fill('C-17');
  await dialog.getByRole('button', { name: 'Pass on' }).click();
  await page.getByText('Passed on: refund, C-17.').waitFor();
  await page.getByText('“Rent of the stall, paid here by mistake”').waitFor();

  // The payment with another number, of the same meter and money, is linked by hand.
  await page.getByRole('link', { name: 'All items' }).click();
  await page.getByRole('button', { name: 'Sold, not paid, Last hour: 1' }).click();
  await items
    .getByRole('row', { name: /Sold, not paid/ })
    .getByRole('link')
    .click();
  await page.getByRole('button', { name: /^Link with line of a statement/ }).click();
  await stage.lookAt(page, 'item');
  await dialog.getByRole('button', { name: 'Link' }).click();
  await page.getByRole('link', { name: 'It became part of another item' }).click();
  await page.getByText('Linked by hand', { exact: true }).waitFor();

  // The matched one leads to its sale, and the balance names every difference.
  await page.goto(`${stage.address}/reconciliation?class=matched&state=all`);
  await items.getByRole('row', { name: /QX1/ }).getByRole('link').click();
  await page
    .getByText('Debit Float of')
    .or(page.getByText('Credit Energy sales'))
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'Open the sale' }).click();
  await page.waitForURL(`**/vends/${same}`);
  await page.goto(`${stage.address}/reconciliation?tab=sources`);
  const balance = page.getByRole('table', { name: 'From the statements to the ledger' });
  await balance
    .getByRole('row', { name: /The statements say/ })
    .getByText('219.00')
    .waitFor();
  await balance.getByRole('row', { name: /Differs: other money \(1\)/ }).waitFor();
  await stage.lookAt(page, 'sources');
  expect(complaints).toEqual([]);
  await close();
});

test('an auditor looks at everything and is offered nothing to change', async () => {
  const { page, complaints, close } = await stage.openAs('auditor');
  await page.goto(`${stage.address}/reconciliation?class=paid_no_vend`);
  await page.getByRole('table', { name: 'Items', exact: true }).getByRole('link').first().click();
  await page.getByRole('heading', { name: 'On the statement' }).waitFor();
  expect(await page.getByRole('button', { name: 'Explain' }).count()).toBe(0);
  await page.goto(`${stage.address}/reconciliation?tab=runs`);
  await page.getByRole('table', { name: 'Runs' }).waitFor();
  await stage.lookAt(page, 'runs');
  expect(await page.getByRole('button', { name: 'Bring a statement' }).count()).toBe(0);
  await page.goto(`${stage.address}/reconciliation?tab=sources`);
  await page.getByRole('link', { name: 'Till 4711' }).click();
  expect(await page.getByRole('button', { name: 'Save the source' }).isDisabled()).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});

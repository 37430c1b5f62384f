/** Those who look on, in a real browser: the books, the audit trail, and who is told of what. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWebhookDesk } from '@wattvend/vending/webhook-desk.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { meterAt, UTILITY } from '../../../packages/vending/test/utility-fixture.ts';
import { createWebhookSender } from '../src/webhook-sender.ts';
import { goToPage } from './browser.ts';
import { openWorldConsole, type WorldConsole } from './world-console.ts';

let stage: WorldConsole;
beforeAll(async () => {
  stage = await openWorldConsole('oversight');
});
afterAll(() => stage.end());

async function sell(minor: string, meter: number): Promise<string> {
  const id = randomUUID();
  const body = { meter_number: meterAt(meter), tendered_minor: minor };
  const { status } = await stage.world.ask('PUT', `/v1/vends/${id}`, { as: 'cashier', body });
  expect(status).toBe(201);
  return id;
}

test('an auditor sees that the books balance, goes to an account and to the sale', async () => {
  const vendId = await sell('5000', 1);
  const { page, complaints, close } = await stage.openAs('auditor');
  await page.goto(`${stage.address}/today`);
  await goToPage(page, 'Ledger');
  await page.getByText(/^It balances: /).waitFor();
  await page.getByText('Not closed yet: entries still come.').waitFor();
  await page.getByRole('button', { name: 'Check every entry' }).click();
  await page.getByText(/^All \d+ closed entries are as they were posted\./).waitFor();
  await stage.lookAt(page, 'ledger');
  const earned = page.getByRole('table', { name: 'What it earns' });
  await earned.getByRole('link', { name: 'Energy sales' }).click();
  await page.getByRole('heading', { level: 1, name: 'Energy sales' }).waitFor();
  const entries = page.getByRole('table', { name: 'Entries' });
  await entries.getByRole('row', { name: /Brought forward/ }).waitFor();
  await stage.lookAt(page, 'account');
  await entries.getByRole('link', { name: 'Sale' }).last().click();
  await page.waitForURL(`**/vends/${vendId}`);

  // Before the utility there was nothing.
  await page.goto(`${stage.address}/ledger?at=2020-01-01`);
  await page.getByText(/^It balances: .*0\.00 on each side/).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('an auditor finds who did what, and that nothing was edited', async () => {
  const { page, complaints, close } = await stage.openAs('auditor');
  await page.goto(`${stage.address}/audit`);
  const events = page.getByRole('table', { name: 'Events' });
  await events.waitFor();
  await page.getByRole('button', { name: 'Check every event' }).click();
  await page.getByText(/as (it was|they were) written\.$/).waitFor();

  const made = { as: 'supervisor', body: { name: 'Audited Shop' } } as const;
  expect((await stage.world.ask('POST', '/v1/vendors', made)).status).toBe(201);
  await page.getByLabel('Deeds that begin with').fill('vendor.');
  const row = events.getByRole('row', { name: /supervisor/ }).first();
  await row.waitFor();
  await row.getByText('More').click();
  await row.getByText('vendor.added', { exact: true }).waitFor();
  await row.getByText(/Audited Shop/).waitFor();
  await stage.lookAt(page, 'audit');
  await row.getByRole('button', { name: 'supervisor' }).click();
  await page.getByRole('button', { name: /^one actor/ }).waitFor();
  await page.getByLabel('Deeds that begin with').fill('Vendor');
  await page.getByText('Small letters, digits, _ and full stops.').waitFor();
  await page.getByLabel('Deeds that begin with').fill('moon.');
  await page.getByText('Nothing of that kind').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

/** A shop that takes messages, or does not. */
async function openReceiver() {
  const received: string[] = [];
  const answer = { status: 503 };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      received.push(body);
      response.writeHead(answer.status).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const { port } = server.address() as AddressInfo;
  return { received, answer, url: `http://127.0.0.1:${port}/hook`, close: () => server.close() };
}

test('an administrator begins a webhook, sees why a message failed, and sends it again', async () => {
  const receiver = await openReceiver();
  const { database, clock, webhooks } = stage.world.context;
  const desk = createWebhookDesk({
    ...{ database, utilityId: UTILITY, clock, secretKey: webhooks.secretKey },
    send: createWebhookSender({ toPrivateAddresses: true }),
  });
  const { page, complaints, close } = await stage.openAs('administrator');
  await page.goto(`${stage.address}/webhooks`);
  await page.getByText('Nobody is told yet').waitFor();
  await page.getByRole('button', { name: 'New webhook' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address').fill('ftp://shop.example/');
  await dialog.getByLabel('Whose it is').fill('The shop');
  await dialog.getByRole('button', { name: 'Begin it' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByRole('textbox', { name: 'Address' }).fill(receiver.url);
  await stage.lookAt(page, 'webhook-form');
  await dialog.getByRole('button', { name: 'Begin it' }).click();
  expect(await page.getByTestId('secret').textContent()).toMatch(/^whsec_/);
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByRole('link', { name: 'The shop' }).click();
  await page.getByText('Nothing was told yet').waitFor();

  const vendId = await sell('5000', 2);
  await desk.deliverDue();
  await page.reload();
  const messages = page.getByRole('table', { name: 'Messages' });
  await messages.getByRole('row', { name: /vend posted.*on its way.*answered 503/ }).waitFor();
  await stage.lookAt(page, 'webhook');
  receiver.answer.status = 410;
  stage.world.ahead += 60_000;
  await desk.deliverDue();
  await page.reload();
  await messages.getByRole('row', { name: /given up.*answered 410/ }).waitFor();
  receiver.answer.status = 204;
  await page.getByRole('button', { name: 'Send again' }).click();
  await dialog.getByRole('button', { name: 'Send again' }).click();
  await page.getByText('1 message is sent again.').waitFor();
  await desk.deliverDue();
  await page.reload();
  await messages.getByRole('row', { name: /delivered/ }).waitFor();
  expect(receiver.received.map((body) => JSON.parse(body).data.vend_id)).toEqual([
    vendId,
    vendId,
    vendId,
  ]);

  await page.getByRole('button', { name: 'New secret' }).click();
  await dialog.getByRole('button', { name: 'Make a new secret' }).click();
  expect(await page.getByTestId('secret').textContent()).toMatch(/^whsec_/);
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByText('number 2', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Stop it' }).click();
  await dialog.getByRole('button', { name: 'Stop it' }).click();
  await page.getByText('Stopped', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: 'Stop it' }).count()).toBe(0);
  await page.getByRole('link', { name: 'All webhooks' }).click();
  await stage.lookAt(page, 'webhooks');
  expect(complaints).toEqual([]);
  await close();
  receiver.close();
});

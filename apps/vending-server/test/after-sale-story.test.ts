/** After the sale in a real browser: money back, an engineer's token, a sale to the wrong meter. */
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { meterAt, VENDOR } from '../../../packages/vending/test/utility-fixture.ts';
import { PASSWORD, type ServerWorld, type Who } from './server-world.ts';
import { type OpenedPage, openWorldConsole, type WorldConsole } from './world-console.ts';

let stage: WorldConsole;
let world: ServerWorld;
let address = '';
/** The finance checker, whose other sessions end when the passkey is made. */
let checker: OpenedPage;

beforeAll(async () => {
  stage = await openWorldConsole('after-sale');
  ({ world, address } = stage);
  checker = await openWithPasskey('finance_checker');
});
afterAll(() => stage.end());

/** A browser with a passkey of its own: the second factor can be shown again. */
async function openWithPasskey(who: Who): Promise<OpenedPage> {
  const opened = await stage.open();
  const devices = await opened.page.context().newCDPSession(opened.page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal' },
      ...{ hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  const { page } = opened;
  await page.goto(`${address}/sign-in`);
  await page.getByLabel('Name').fill(who);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.waitForURL('**/today');
  return opened;
}

function dialogOf(page: Page): Locator {
  return page.getByRole('dialog');
}

const inFours = (digits: string): string => digits.replaceAll(/(\d{4})(?=\d)/g, '$1 ');

async function chooseMeter(page: Page, label: string, meterNumber: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(meterNumber);
  const found = dialogOf(page).getByRole('button', {
    name: new RegExp(`^${inFours(meterNumber)}`),
  });
  await found.click();
  await page.getByTestId('chosen-meter').getByText(inFours(meterNumber)).waitFor();
}

/** The id that the open dialog is sent under: the address has it once the dialog is there. */
async function sentUnder(page: Page): Promise<string | null> {
  await dialogOf(page).waitFor();
  return new URL(page.url()).searchParams.get('id');
}

let sold = 0;
/** A vend of a meter that no other story sells to. */
async function sell(): Promise<{ readonly id: string; readonly meter_number: string }> {
  sold += 1;
  const body = { meter_number: meterAt(sold), tendered_minor: '5000' };
  const answer = await world.ask('PUT', `/v1/vends/${randomUUID()}`, { as: 'cashier', body });
  expect(answer.status).toBe(201);
  return answer.json;
}

const read = async (path: string) => (await world.ask('GET', path, { as: 'finance' })).json;

test('money goes back by two people, once, and the sale says so', async () => {
  const { id } = await sell();
  const { page, complaints, close } = await stage.openAs('customer_officer');
  await page.goto(`${address}/vends/${id}`);
  // The token is young: another one would be a present.
  await page.getByText(/the old digits still work/).waitFor();
  expect(await page.getByRole('button', { name: 'Make anew' }).count()).toBe(0);
  await stage.lookAt(page, 'vend');
  await page.getByRole('button', { name: 'Give money back' }).click();
  const orderId = await sentUnder(page);
  const ask = dialogOf(page).getByRole('button', { name: /^Ask a second person/ });
  await dialogOf(page).getByRole('table', { name: 'What moves' }).waitFor();
  expect(await ask.isDisabled()).toBe(true);
  await page.getByLabel('Evidence').fill('photo 7');
  await page.getByLabel(/^Why, for whoever/).fill('the meter does not take it');
  // A part is told in money by the server, and a number without its unit is nothing.
  await page.getByText('What was not used').click();
  await page.getByLabel(/^Energy that was not used/).fill('1');
  await dialogOf(page)
    .getByText(/Write the unit too/)
    .waitFor();
  expect(await ask.isDisabled()).toBe(true);
  await page.getByLabel(/^Energy that was not used/).fill('1 kWh');
  const part = await world.ask('POST', '/v1/refunds/preview', {
    as: 'finance',
    body: { vend_id: id, unused_tenth_kwh: 10, money_to: 'vendor_float' },
  });
  const money = (Number(part.json.refund_minor) / 100).toFixed(2);
  await dialogOf(page)
    .getByRole('button', { name: new RegExp(money.replace('.', '\\.')) })
    .waitFor();
  await stage.lookAt(page, 'refund-form');
  await page.getByText('The whole sale', { exact: true }).click();
  await dialogOf(page)
    .getByRole('button', { name: /50\.00/ })
    .click();
  await page.getByText('50.00 to be given back').waitFor();
  await page.getByText('It waits for a second person.').waitFor();
  expect(await page.getByRole('button', { name: /^(Give money back|Wrong meter)$/ }).count()).toBe(
    0,
  );
  expect(await read(`/v1/refunds/${orderId}`)).toMatchObject({
    ...{ state: 'requested', refund_minor: '5000', proof_reference: 'photo 7' },
    ...{ requested_by: 'customer_officer', unused_tenth_kwh: null },
  });

  world.ahead += 6 * 60_000;
  await checker.page.goto(`${address}/approvals?order=${orderId}`);
  const dialog = dialogOf(checker.page);
  await dialog.getByRole('heading', { name: 'When it is approved' }).waitFor();
  await dialog.getByText(/is given back, the whole sale/).waitFor();
  await dialog.getByRole('table', { name: 'What moves' }).waitFor();
  await stage.lookAt(checker.page, 'approval-refund');
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await checker.page.getByText('Show your second factor again').waitFor();
  expect((await read(`/v1/refunds/${orderId}`)).state).toBe('requested');
  await checker.page.getByRole('button', { name: 'Use a passkey' }).click();
  await checker.page.getByText('Approved.').waitFor();
  expect(await read(`/v1/refunds/${orderId}`)).toMatchObject({ state: 'posted' });

  await page.reload();
  await page.getByText('50.00 given back').waitFor();
  await page.getByText('customer_officer asked, finance_checker decided').waitFor();
  expect(await page.getByRole('button', { name: /^(Give money back|Wrong meter)$/ }).count()).toBe(
    0,
  );
  // An address from before the decision is refused in words, and nothing more is given.
  await page.goto(`${address}/vends/${id}?do=refund&id=${randomUUID()}`);
  await page.getByLabel('Evidence').fill('photo 7');
  await page.getByLabel(/^Why, for whoever/).fill('once more');
  await dialogOf(page)
    .getByRole('button', { name: /50\.00/ })
    .click();
  await dialogOf(page).getByRole('alert').getByText('Dealt with already').waitFor();
  await page.goto(`${address}/orders?tab=refunds`);
  await page.getByRole('button', { name: /^Open the refund of .*photo 7/ }).click();
  await dialogOf(page).getByRole('table', { name: 'Its entry in the books' }).waitFor();
  await stage.lookAt(page, 'refund');
  const { refunds } = await read(`/v1/refunds?vend_id=${id}`);
  expect(refunds).toHaveLength(1);
  expect([...complaints, ...checker.complaints]).toEqual([]);
  await close();
}, 120_000);

test('an engineer orders a token, another one agrees, and a look at it is written down', async () => {
  const maker = await stage.openAs('engineering_maker');
  const { page } = maker;
  await page.goto(`${address}/orders`);
  await page.getByText('No tokens were ordered yet').waitFor();
  await page.getByRole('button', { name: 'New order' }).click();
  const orderId = await sentUnder(page);
  await chooseMeter(page, 'Meter', meterAt(20));
  expect(await page.getByLabel('Token', { exact: true }).inputValue()).toBe(
    'clear-tamper-condition',
  );
  await page.getByRole('button', { name: 'Another token' }).click();
  await page
    .getByLabel('Token 2', { exact: true })
    .selectOption({ label: 'Set the maximum power limit' });
  const send = dialogOf(page).getByRole('button', { name: 'Ask a second person' });
  await page.getByLabel(/^Why, for whoever/).fill('the seal was mended');
  expect(await send.isDisabled()).toBe(true);
  await page.getByLabel('Power, with its unit').fill('4.5 kW');
  await page.getByLabel('Reason', { exact: true }).selectOption({ label: 'Tamper seen to' });
  await stage.lookAt(page, 'order-form');
  await send.click();
  await page.getByRole('row', { name: /clear tamper.* needs a second person/ }).waitFor();
  await stage.lookAt(page, 'orders');
  expect(await read(`/v1/orders/${orderId}`)).toMatchObject({
    ...{ state: 'requested', reason_code: 'tamper_repaired', meter_number: meterAt(20) },
    contents: ['clear tamper condition', 'set maximum power limit 4500 W'],
  });

  const other = await stage.openAs('engineering_checker');
  await other.page.goto(`${address}/approvals`);
  await other.page.getByRole('button', { name: /^Open: Engineering tokens/ }).click();
  await dialogOf(other.page)
    .getByText(/the meter supplies again/)
    .waitFor();
  await dialogOf(other.page).getByText('No money moves.').waitFor();
  await stage.lookAt(other.page, 'approval-engineering');
  world.ahead = 0;
  await dialogOf(other.page).getByRole('button', { name: 'Approve' }).click();
  await other.page.getByText('Approved.').waitFor();

  await page.reload();
  await page.getByRole('button', { name: /^Open: Engineering tokens/ }).click();
  const looks = async () => {
    const { json } = await world.ask('GET', '/v1/audit-events?limit=50', { as: 'auditor' });
    return json.events.filter(({ what }: { what: string }) => what === 'token_order.revealed');
  };
  await page.getByRole('button', { name: 'Show the digits' }).waitFor();
  expect(await looks()).toHaveLength(0);
  await page.getByRole('button', { name: 'Show the digits' }).click();
  const tokens = page.getByTestId('revealed-tokens');
  await tokens.waitFor();
  expect(await looks()).toMatchObject([{ subject: { id: orderId } }]);
  const shown = await world.ask('POST', `/v1/orders/${orderId}/tokens`, {
    as: 'engineering_checker',
  });
  const digits = shown.json.tokens.map((token: { digits: string }) => inFours(token.digits));
  expect(digits).toHaveLength(2);
  const written = await tokens.locator('li .wv-mono').allInnerTexts();
  expect(written.map((text) => text.replaceAll(/\s+/g, ' '))).toEqual(digits);
  await page.getByRole('button', { name: 'Copy digits' }).click();
  await page.getByText('Copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(digits.join('\n'));
  await stage.lookAt(page, 'order-revealed');
  // Printed on paper, and nothing of it stays on the screen.
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset['printed'] =
        document.querySelector('.wv-print-only')?.textContent ?? '';
    };
  });
  await dialogOf(page).getByRole('button', { name: 'Print' }).click();
  await expect
    .poll(() => page.evaluate(() => document.body.dataset['printed'] ?? ''))
    .toContain('set maximum power limit 4500 W');

  // Somebody else's desk reads that there is an order, and no digits.
  const officer = await stage.openAs('customer_officer');
  await officer.page.goto(`${address}/orders?order=${orderId}`);
  await dialogOf(officer.page)
    .getByText(/shown to those who ask/)
    .waitFor();
  expect(await officer.page.getByRole('button', { name: 'Show the digits' }).count()).toBe(0);
  const { vends } = await read(`/v1/vends?kind=engineering&meter_number=${meterAt(20)}`);
  await officer.page.goto(`${address}/vends/${vends[0].id}`);
  await officer.page.getByText('Ordered by two people').waitFor();
  await officer.page.getByText('Tokens of an engineer are not sent to customers.').waitFor();
  expect([...maker.complaints, ...other.complaints, ...officer.complaints]).toEqual([]);
  for (const each of [maker, other, officer]) await each.close();
}, 120_000);

test('a sale to the wrong meter is put right, and what it buys is told before', async () => {
  const { id } = await sell();
  const right = meterAt(21);
  const { page, complaints, close } = await stage.openAs('customer_officer');
  await page.goto(`${address}/vends/${id}`);
  await page.getByRole('button', { name: 'Wrong meter' }).click();
  const repairId = await sentUnder(page);
  await chooseMeter(page, 'The right meter', right);
  const quote = await world.ask('POST', '/v1/quotes', {
    as: 'finance',
    body: { meter_number: right, tendered_minor: '5000' },
  });
  const energy = `${(quote.json.energy_tenth_kwh / 10).toFixed(1)} kWh`;
  await page.getByTestId('repair-quote').getByText(energy, { exact: true }).waitFor();
  const send = dialogOf(page).getByRole('button', { name: 'Ask a second person' });
  await page.getByLabel(/^How it came about/).fill('two digits were swapped');
  expect(await send.isDisabled()).toBe(true);
  await page.getByLabel(/^Why the token was surely not/).fill('seen with the customer');
  await page.getByLabel(/^What its display showed/).fill('0.0');
  await stage.lookAt(page, 'repair-form');
  await send.click();
  await page.getByText(/^To be taken back and sold to meter/).waitFor();

  await checker.page.goto(`${address}/approvals?order=${repairId}`);
  await dialogOf(checker.page).getByTestId('repair-quote').waitFor();
  await dialogOf(checker.page)
    .getByText(/cannot be called back/)
    .waitFor();
  await stage.lookAt(checker.page, 'approval-repair');
  await dialogOf(checker.page).getByRole('button', { name: 'Approve' }).click();
  await checker.page.getByText('Approved.').waitFor();

  await page.reload();
  await page.getByText(/^Taken back and sold to meter/).waitFor();
  await stage.lookAt(page, 'vend-repaired');
  await page.getByRole('link', { name: 'The new sale' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith(id));
  const fresh = new URL(page.url()).pathname.split('/').at(-1);
  expect(await read(`/v1/vends/${fresh}`)).toMatchObject({
    ...{ state: 'posted', meter_number: right, tendered_minor: '5000' },
    energy_tenth_kwh: quote.json.energy_tenth_kwh,
  });
  await page.goto(`${address}/orders?tab=repairs`);
  await page.getByRole('button', { name: `Open the repair to meter ${right}` }).click();
  await dialogOf(page).getByRole('table', { name: 'What is taken back' }).waitFor();
  await dialogOf(page).getByRole('link', { name: 'Open the new sale' }).waitFor();
  await stage.lookAt(page, 'repair');
  expect([...complaints, ...checker.complaints]).toEqual([]);
  await close();
}, 120_000);

test('free units are asked for with their unit, and a cashier sees none of this', async () => {
  const { id } = await sell();
  const { page, complaints, close } = await stage.openAs('customer_officer');
  await page.goto(`${address}/orders?do=new&id=${randomUUID()}&of=${meterAt(22)}`);
  await page.getByTestId('chosen-meter').waitFor();
  await page.getByLabel('Energy, with its unit').fill('200 kWh');
  await page.getByLabel(/^Why, for whoever/).fill('a day without supply');
  await page.getByLabel(/^Number of the document/).fill('complaint 311');
  const send = dialogOf(page).getByRole('button', { name: 'Ask a second person' });
  await send.click();
  await dialogOf(page)
    .getByRole('alert')
    .getByText(/100\.0 kWh at the most/)
    .waitFor();
  await page.getByLabel('Energy, with its unit').fill('5 kWh');
  await send.click();
  await page.getByRole('row', { name: /5\.0 kWh/ }).waitFor();
  // Credit of a replaced meter: this meter has none, and the form says where to look.
  await page.getByRole('button', { name: 'New order' }).click();
  await page.getByRole('button', { name: 'Credit of a replaced meter' }).click();
  await chooseMeter(page, 'The new meter', meterAt(22));
  await dialogOf(page)
    .getByText(/No credit was left for this meter/)
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByLabel('State').selectOption({ label: 'made' });
  await page.getByRole('row', { name: /5\.0 kWh/ }).waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.get('state')).toBe('executed');
  expect(complaints).toEqual([]);
  await close();

  const cashier = await stage.openAs('cashier');
  await cashier.page.goto(`${address}/vends/${id}`);
  await cashier.page.getByRole('button', { name: 'Send again' }).click();
  await cashier.page.getByText('E-mail').click();
  await cashier.page.getByRole('button', { name: 'Send them' }).click();
  await cashier.page.getByText(/written down that the digits/).waitFor();
  expect(await cashier.page.getByRole('button', { name: 'Give money back' }).count()).toBe(0);
  expect(await cashier.page.getByRole('link', { name: 'After sale' }).count()).toBe(0);
  expect(cashier.complaints).toEqual([]);
  await cashier.close();
}, 120_000);

test('a token too old for its meter is made anew, once two people are sure', async () => {
  const { id, meter_number } = await sell();
  // Fifty newer tokens, and the meter has forgotten the first one.
  for (const count of [16, 16, 16, 2]) {
    const order = randomUUID();
    const contents = Array(count).fill({ kind: 'clear-tamper-condition' });
    const body = {
      ...{ kind: 'engineering', meter_number, contents },
      ...{ reason_code: 'fault_finding', reason: 'r' },
    };
    await world.ask('PUT', `/v1/orders/${order}`, { as: 'engineering_maker', body });
    await world.ask('POST', `/v1/approvals/${order}/decision`, {
      ...{ as: 'engineering_checker', body: { decision: 'approved', reason: null } },
    });
  }
  const { page, complaints, close } = await stage.openAs('customer_officer');
  await page.goto(`${address}/vends/${id}`);
  await page.getByRole('button', { name: 'Make anew' }).click();
  const orderId = await sentUnder(page);
  await page.getByLabel(/^How you know/).fill('the slip lay unopened in the drawer');
  await stage.lookAt(page, 'reissue-form');
  await dialogOf(page).getByRole('button', { name: 'Ask a second person' }).click();
  await page.getByText('Its token is to be made anew').waitFor();
  // It may still be sent, and nothing else.
  await page.getByRole('button', { name: 'Send again' }).waitFor();
  expect(await page.getByRole('button', { name: 'Give money back' }).count()).toBe(0);

  await checker.page.goto(`${address}/approvals?order=${orderId}`);
  await dialogOf(checker.page)
    .getByText(/the customer has it twice/)
    .waitFor();
  await dialogOf(checker.page).getByRole('button', { name: 'Approve' }).click();
  await checker.page.getByText('Approved.').waitFor();
  await page.reload();
  await page.getByText('Its token was made anew').waitFor();
  await page.getByRole('link', { name: 'Open the order' }).click();
  await page.getByRole('button', { name: 'Show the digits' }).click();
  const shown = await page.getByTestId('revealed-tokens').locator('.wv-mono').textContent();
  const digits = shown?.replaceAll(/\s/g, '') ?? '';
  expect(digits).toMatch(/^\d{20}$/);
  const old = await read(`/v1/vends/${id}`);
  expect(old.tokens.map((token: { digits: string }) => token.digits)).not.toContain(digits);
  expect([...complaints, ...checker.complaints]).toEqual([]);
  await close();
}, 120_000);

test('a limit and a write-off are told in money before they are approved', async () => {
  const limit = randomUUID();
  const asked = await world.ask('PUT', `/v1/vendors/${VENDOR}/credit-limits/${limit}`, {
    as: 'supervisor',
    body: { credit_limit_minor: '100000', reason: 'good payer' },
  });
  expect(asked.status).toBe(202);
  const debt = randomUUID();
  const made = await world.ask('PUT', `/v1/debts/${debt}`, {
    as: 'finance',
    body: {
      ...{ agreement_id: 'c0000000-0000-4000-8000-000000000000', kind: 'connection' },
      ...{ name: 'Connection fee', principal_minor: '50000', priority: 2 },
      ...{ recovery: { kind: 'share', share: '10 %' }, least_minor: '0' },
      ...{ collect_from: '2026-02-01', agreed_on: '2026-01-10', reference: 'form 17' },
    },
  });
  expect(made.status).toBe(201);
  const writeOff = randomUUID();
  const wanted = await world.ask('PUT', `/v1/debts/${debt}/write-offs/${writeOff}`, {
    as: 'finance',
    body: { write_off_minor: '20000', reason: 'moved away', document_reference: null },
  });
  expect(wanted.status).toBe(201);
  const { page } = checker;
  await page.goto(`${address}/approvals?order=${limit}`);
  await dialogOf(page)
    .getByText(/may sell up to T\s1,000\.00 more than it has paid in/)
    .waitFor();
  await page.goto(`${address}/approvals?order=${writeOff}`);
  const words = dialogOf(page).getByText(/T\s200\.00 of the debt “Connection fee”/);
  await words.waitFor();
  expect(await words.textContent()).toMatch(/T\s500\.00 is owed now, T\s300\.00 afterwards\.$/);
  await stage.lookAt(page, 'approval-write-off');
  expect(checker.complaints).toEqual([]);
}, 120_000);

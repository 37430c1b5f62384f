/** A tariff in a real browser: written, tried out, sent, approved by somebody else, and in force. */
import { openSession } from '@wattvend/vending/sessions.js';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { meterAt, UTILITY } from '../../../packages/vending/test/utility-fixture.ts';
import { type ServerWorld, userIdOf, type Who } from './server-world.ts';
import { openWorldConsole, type WorldConsole } from './world-console.ts';

const DAY_MS = 86_400_000;
const DOMESTIC = 'b0000000-0000-4000-8000-000000000001';

let stage: WorldConsole;
let world: ServerWorld;
let address = '';

beforeAll(async () => {
  stage = await openWorldConsole('tariffs');
  ({ world, address } = stage);
});
afterAll(() => stage.end());

const dialogOf = (page: Page): Locator => page.getByRole('dialog');

/** A calendar day of the utility, so many days from the world's now. */
function dayFromNow(days: number): string {
  const at = world.context.clock() + days * DAY_MS;
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Africa/Nairobi' }).format(at);
}

interface Line {
  readonly label: string;
  readonly detail: string;
  readonly line_minor: string;
}

/** The lines that the page shows: name, explanation and money. */
async function shownLines(page: Page): Promise<readonly (readonly string[])[]> {
  const rows = page.getByTestId('trial').locator('tbody tr');
  await rows.first().waitFor();
  const texts = await rows.evaluateAll((all) =>
    all.map((row) => [
      row.querySelector('th')?.firstChild?.textContent ?? '',
      row.querySelector('small')?.textContent ?? '',
      row.querySelector('td')?.textContent ?? '',
    ]),
  );
  // Amounts have a blank that does not break lines.
  return texts.map((row) => row.map((text) => text.replaceAll('\u00A0', ' ').trim()));
}

const asShown = (lines: readonly Line[]) =>
  lines.map(({ label, detail, line_minor: minor }) => [
    label,
    detail,
    `T ${minor.slice(0, -2)}.${minor.slice(-2)}`,
  ]);

async function fill(page: Locator | Page, label: string | RegExp, text: string): Promise<void> {
  await page.getByLabel(label).fill(text);
}

let tariffId = '';
let tomorrow = '';

test('a maker writes steps with VAT and a fixed charge, tries them out and sends them', async () => {
  tomorrow = dayFromNow(1);
  const { page, complaints, close } = await stage.openAs('tariff_maker');
  await page.goto(`${address}/tariffs`);
  await page.getByText('Domestic').waitFor();
  await stage.lookAt(page, 'list');
  await page.getByRole('link', { name: 'New tariff' }).click();
  await stage.lookAt(page, 'new');
  await page.getByRole('link', { name: 'Begin with Steps' }).click();
  await fill(page, 'Name of the tariff', 'Household');
  await fill(page, 'In force from the day', tomorrow);
  await page.getByRole('button', { name: 'Save and send for approval' }).click();
  // Nothing was sent; what is empty is said at each field.
  await page.getByText('4 fields are still empty.').waitFor();
  expect(await page.getByText('Fill this in.').count()).toBe(4);

  const step = (at: number) => page.getByRole('group', { name: `Step ${at}` });
  await fill(step(1), /^Price of a kWh/, '2.00');
  await fill(step(2), /^Price of a kWh/, '3 T/kWh');
  await step(2).getByText('T 3.00 per kWh').waitFor();
  await fill(step(3), /^Price of a kWh/, '4.00');
  const vat = page.getByRole('group', { name: 'VAT' });
  await fill(vat, 'Rate', '10');
  await vat.getByText('Write the unit too: “10 %”.').waitFor();
  await fill(vat, 'Rate', '10 %');
  await page.getByRole('button', { name: 'Add a fixed charge' }).click();
  const charge = page.getByRole('group', { name: 'Service charge' });
  await fill(charge, /^Amount/, '10');
  await charge.getByLabel(/first month/).selectOption('whole');
  await vat.getByLabel('Service charge').check();
  // A step that begins where the one before it does can never be reached.
  await fill(step(3), /^Above/, '50');
  await step(3)
    .getByText(/can never be reached/)
    .waitFor();
  await fill(step(3), /^Above/, '150');
  await page.getByText('Nothing is wrong with it.').waitFor();

  // 50 kWh at 2.00, 86.6… at 3.00 and 10.00 a month, with 10 %: 407.00 by hand.
  await fill(page, /^What does this buy/, '407');
  await page.getByTestId('trial').getByText('136.7 kWh', { exact: true }).waitFor();
  expect(await shownLines(page)).toEqual([
    ['Service charge', expect.stringMatching(/^\d{4}-\d{2}$/), 'T 10.00'],
    ['Energy', '50.0 kWh at T 2.00 per kWh (step 1)', 'T 100.00'],
    ['Energy', '86.7 kWh at T 3.00 per kWh (step 2)', 'T 260.00'],
    ['VAT', '10 % on T 370.00', 'T 37.00'],
  ]);
  await stage.lookAt(page, 'editor');
  await page.getByText('Units to money').click();
  await fill(page, /^What do these cost/, '50');
  // A tenth is rounded up to: 49.9 kWh and a minor unit's worth more give 50.
  await page.getByTestId('trial').getByText('T 120.79', { exact: true }).first().waitFor();

  // Nothing is lost when one goes away and comes back.
  await page.goto(`${address}/tariffs`);
  await page.getByText('Not saved yet, in this browser only').waitFor();
  await page.getByRole('link', { name: 'Go on writing' }).click();
  await page.waitForURL('**/edit');
  await page.reload();
  await page.getByText('This is what you wrote before').waitFor();
  expect(await page.getByRole('group', { name: 'VAT' }).getByLabel('Rate').inputValue()).toBe(
    '10 %',
  );
  await page.getByText('Nothing is wrong with it.').waitFor();
  tariffId = /tariffs\/([0-9a-f-]{36})\/edit/.exec(page.url())?.[1] ?? '';
  await page.getByRole('button', { name: 'Save and send for approval' }).click();
  await fill(dialogOf(page), 'Why, for whoever approves it', 'Board decision 12');
  await stage.lookAt(page, 'submit');
  await dialogOf(page).getByRole('button', { name: 'Ask a second person' }).click();
  await page.getByText('waits for approval').first().waitFor();
  const { json } = await world.ask('GET', `/v1/tariffs/${tariffId}`, { as: 'tariff_maker' });
  expect(json.tariffs).toMatchObject([
    { name: 'Household', state: 'draft', effective_from: `${dayFromNow(0)}T21:00:00.000Z` },
  ]);

  // Whoever asked cannot decide.
  await page.getByRole('link', { name: 'Waits for a second person' }).click();
  await dialogOf(page).getByText('Board decision 12').waitFor();
  expect(await dialogOf(page).getByRole('button', { name: 'Approve' }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

async function approve(page: Page): Promise<void> {
  await dialogOf(page).getByRole('button', { name: 'Approve' }).click();
  await dialogOf(page).waitFor({ state: 'detached' });
}

/** A session in which the second factor was shown just now. */
async function showFactor(page: Page, who: Who): Promise<void> {
  const { database, sessionLimits: limits, clock } = world.context;
  const session = { userId: userIdOf(who), isStrong: true, now: clock(), limits };
  const value = await openSession(database, UTILITY, session);
  await page.context().addCookies([{ name: 'wattvend', value, url: address, httpOnly: true }]);
}

test('a checker sees it and approves; it is in force from its day, as it was tried out', async () => {
  const { page, complaints, close } = await stage.openAs('tariff_checker');
  await page.goto(`${address}/approvals`);
  await page.getByRole('button', { name: /^Open: Tariff Household/ }).click();
  await dialogOf(page).getByText('as the first version of a new tariff').waitFor();
  await dialogOf(page).getByRole('table', { name: 'What amounts buy' }).waitFor();
  await stage.lookAt(page, 'approval-first');
  await approve(page);
  await page.goto(`${address}/tariffs/${tariffId}`);
  await page.getByText('approved, to come').first().waitFor();
  expect(await page.getByRole('link', { name: 'New version from this one' }).count()).toBe(0);
  world.ahead = DAY_MS;
  await page.reload();
  await page.getByText('in force', { exact: true }).first().waitFor();
  await stage.lookAt(page, 'version');

  // A customer of this tariff is quoted what the page shows, line by line.
  const card = await world.ask('GET', `/v1/meters/${meterAt(3)}/card`, { as: 'customer_officer' });
  const url = `/v1/agreements/${card.json.agreement.id}`;
  const read = await world.ask('GET', url, { as: 'customer_officer' });
  const moved = await world.ask('PATCH', url, {
    as: 'customer_officer',
    body: { tariff_id: tariffId },
    headers: { 'if-match': String(read.headers.etag) },
  });
  expect(moved.status).toBe(200);
  await fill(page, /^What does this buy/, '407');
  // The customer came yesterday, which may have been another month.
  const isSameMonth = dayFromNow(0).slice(0, 7) === dayFromNow(-1).slice(0, 7);
  await fill(page, 'Months missed before', isSameMonth ? '0' : '1');
  await page.getByTestId('trial').getByText('for T 407.00').waitFor();
  const quoted = await world.ask('POST', '/v1/quotes', {
    as: 'cashier',
    body: { meter_number: meterAt(3), tendered_minor: '40700' },
  });
  expect(quoted.status).toBe(200);
  await expect.poll(() => shownLines(page)).toEqual(asShown(quoted.json.lines));
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

test('a new version shows what changes, and is compared with the one in force', async () => {
  const maker = await stage.openAs('tariff_maker');
  await maker.page.goto(`${address}/tariffs/${DOMESTIC}`);
  await maker.page.getByRole('link', { name: 'New version from this one' }).click();
  const { page } = maker;
  await fill(page, 'In force from the day', dayFromNow(-5));
  await page
    .getByText(/cannot take effect in the past/)
    .first()
    .waitFor();
  await fill(page, 'In force from the day', dayFromNow(3));
  await page.getByText('One price', { exact: true }).click();
  const price = page.getByLabel(/^Price of a kWh before taxes/);
  const before = Number(await price.inputValue());
  await price.fill(String(before * 2));
  await page.getByText(/with this version it is .* less \(50\.0 %\)/).waitFor();
  await page.getByRole('table', { name: 'What changes' }).getByText('All energy').first().waitFor();
  await page.getByRole('button', { name: 'Add a levy on each kWh' }).click();
  const fuel = page.getByRole('group', { name: 'New charge on each kWh' });
  await fuel.getByLabel('Its price is').selectOption('published');
  await fuel.getByLabel('Name on the receipt').fill('Fuel adjustment');
  await page.getByText(/No sale: /).waitFor();
  await fill(page, 'Fuel adjustment, if it were', '-0.10');
  await page.getByTestId('trial').getByText('for T 500.00').first().waitFor();
  await stage.lookAt(page, 'new-version');

  // The data can be taken out and brought in again.
  await page.getByText('Show the JSON').click();
  const json = await page.getByLabel('This tariff').inputValue();
  await fill(page, 'Paste a tariff', json.replace('"rounding": "given"', '"rounding": "up"'));
  await page.getByRole('button', { name: 'Take it over' }).click();
  await page.getByText(/rounding must be one of given, carried/).waitFor();
  await fill(page, 'Paste a tariff', json.replace('"rounding": "given"', '"rounding": "carried"'));
  await page.getByRole('button', { name: 'Take it over' }).click();
  await page.getByRole('cell', { name: /the next purchase gives that much less/ }).waitFor();
  await page.getByRole('button', { name: 'Save and send for approval' }).click();
  await fill(dialogOf(page), 'Why, for whoever approves it', 'Dear fuel');
  await dialogOf(page).getByRole('button', { name: 'Ask a second person' }).click();
  await page.getByText('waits for approval').first().waitFor();
  await stage.lookAt(page, 'version-waiting');

  // The value of the month, by the same two persons.
  await page.goto(`${address}/tariffs?tab=values`);
  await page.getByRole('button', { name: 'New value of Fuel adjustment' }).click();
  await fill(dialogOf(page), 'From the month', dayFromNow(0).slice(0, 7));
  await fill(dialogOf(page), /^Price of a kWh/, '-0.10');
  await dialogOf(page).getByText('−T 0.10 per kWh, a rebate').waitFor();
  await fill(dialogOf(page), 'Why, for whoever approves it', 'Published by the regulator');
  await dialogOf(page).getByRole('button', { name: 'Ask a second person' }).click();
  await page.getByText('not approved').waitFor();
  await stage.lookAt(page, 'values');

  world.ahead = DAY_MS;
  const checker = await stage.openAs('tariff_checker');
  await checker.page.goto(`${address}/approvals`);
  await checker.page.getByRole('button', { name: /^Open: Tariff Domestic/ }).click();
  const changes = dialogOf(checker.page).getByRole('table', { name: 'What changes' });
  await changes.getByText('Fuel adjustment').first().waitFor();
  await changes.getByText(/the next purchase gives that much less/).waitFor();
  await dialogOf(checker.page).getByRole('button', { name: 'Reckon it' }).click();
  await dialogOf(checker.page)
    .getByText(/Nobody bought under this tariff/)
    .waitFor();
  await stage.lookAt(checker.page, 'approval-change');
  // The factor was shown a day ago: it is asked for again before anything is decided.
  await dialogOf(checker.page).getByRole('button', { name: 'Approve' }).click();
  await checker.page.getByRole('dialog', { name: 'Show your second factor again' }).waitFor();
  await showFactor(checker.page, 'tariff_checker');
  await checker.page.goto(`${address}/approvals`);
  await checker.page.getByRole('button', { name: /^Open: Tariff Domestic/ }).click();
  await approve(checker.page);
  await checker.page.getByRole('button', { name: /^Open: fuel_adjustment/ }).click();
  await dialogOf(checker.page).getByText('−T 0.10 per kWh').waitFor();
  await approve(checker.page);
  const values = await world.ask('GET', '/v1/published-values', { as: 'tariff_maker' });
  expect(values.json.values).toMatchObject([
    { component: 'fuel_adjustment', revision: 1, price_per_kwh_e4_minor: '-100000' },
  ]);
  expect(values.json.values[0].approved_at).not.toBeNull();
  expect([...maker.complaints, ...checker.complaints]).toEqual([]);
  await maker.close();
  await checker.close();
}, 120_000);

test('two who write at once both keep what they wrote', async () => {
  const { page, complaints, close } = await stage.openAs('tariff_maker');
  await page.goto(`${address}/tariffs/${DOMESTIC}/edit`);
  const price = page.getByLabel(/^Price of a kWh before taxes/);
  await price.fill('7.77');
  await fill(page, 'In force from the day', dayFromNow(40));
  await page.getByText('Nothing is wrong with it.').waitFor();
  const read = async () =>
    (await world.ask('GET', `/v1/tariffs/${DOMESTIC}`, { as: 'tariff_maker' })).json.tariffs;
  const before = await read();
  const number = before.length + 1;
  const body = {
    ...{ name: 'Theirs', record: before[0].record },
    effective_from: new Date(world.context.clock() + 50 * DAY_MS).toISOString(),
  };
  const url = `/v1/tariffs/${DOMESTIC}/versions/${number}`;
  expect((await world.ask('PUT', url, { as: 'tariff_maker', body })).status).toBe(201);
  const save = page.getByRole('button', { name: 'Save as a draft' });
  await save.click();
  await page.getByRole('alert').waitFor();
  expect(await price.inputValue()).toBe('7.77');
  // Now the other version is known, and the next number is taken.
  await expect
    .poll(async () => {
      await save.click({ timeout: 1000 }).catch(() => undefined);
      return page.url();
    })
    .toContain(`version=${number + 1}`);
  const after = [...(await read())].sort((a, b) => a.version - b.version);
  expect(after.slice(number - 1)).toMatchObject([
    { version: number, name: 'Theirs', state: 'draft' },
    { version: number + 1, record: { energy: { price_e4_minor: '7770000' } }, state: 'draft' },
  ]);
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await dialogOf(page).getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText('withdrawn', { exact: true }).first().waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 60_000);

test('who only reads sees the tariffs and nothing to change them with', async () => {
  const { page, complaints, close } = await stage.openAs('auditor');
  await page.goto(`${address}/tariffs/${DOMESTIC}`);
  await page.getByRole('heading', { name: 'What does it buy?' }).waitFor();
  const deeds = /New version|Withdraw|Send for approval|New tariff/;
  expect(await page.getByRole('link', { name: deeds }).count()).toBe(0);
  expect(await page.getByRole('button', { name: deeds }).count()).toBe(0);
  await page.goto(`${address}/tariffs/${DOMESTIC}/edit`);
  await page.getByText('Only a tariff maker writes tariffs').waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 60_000);

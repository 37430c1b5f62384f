/**
 * The whole story in a real browser: sign in, sell, key the digits in, the lamp goes on; the same
 * token again is refused. Against the real program on its embedded default.
 */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goToPage } from './browser.ts';
import { type DemoConsole, signIn, startDemoConsole, takePicture } from './demo-console.ts';

let demo: DemoConsole;

beforeAll(async () => {
  demo = await startDemoConsole('story');
}, 120_000);
afterAll(async () => {
  await demo?.end();
});

/** Sells through the page and answers the 20 digits. */
async function sell(page: Page, meterNumber: string, amount: string): Promise<string> {
  await page.goto(`${demo.server.address}/till`);
  await page.getByRole('combobox').fill(meterNumber);
  await expect.poll(() => page.getByRole('option').count()).toBe(1);
  await page.getByRole('option').click();
  await page.getByLabel('Amount').fill(amount);
  await page.getByRole('button', { name: /^Sell for/ }).click();
  const digits = (await page.getByTestId('token-digits').textContent()) ?? '';
  expect(digits.trim()).toMatch(/^\d{4} \d{4} \d{4} \d{4} \d{4}$/);
  return digits.replaceAll(/\s/g, '');
}

async function meters(page: Page): Promise<readonly string[]> {
  const response = await page.request.get(`${demo.server.address}/v1/demo/meters`);
  const body: { readonly meters: readonly { readonly meter_number: string }[] } =
    await response.json();
  return body.meters.map((meter) => meter.meter_number);
}

async function hasNoSidewaysScroll(page: Page): Promise<boolean> {
  return await page.evaluate(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
  );
}

const VIEWS = [
  { name: '1280-light', viewport: { width: 1280, height: 800 }, colorScheme: 'light', meter: 0 },
  { name: '390-light', viewport: { width: 390, height: 844 }, colorScheme: 'light', meter: 1 },
  { name: '1280-dark', viewport: { width: 1280, height: 800 }, colorScheme: 'dark', meter: 2 },
  { name: '390-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark', meter: 3 },
] as const;

test.each(VIEWS)(
  'sold, keyed in, lit, and refused the second time: $name',
  async (view) => {
    const opened = await demo.openPage({ viewport: view.viewport, colorScheme: view.colorScheme });
    const { page } = opened;
    await signIn(page, demo.server);
    const meterNumber = (await meters(page))[view.meter] ?? '';
    const digits = await sell(page, meterNumber, '120');
    await takePicture(page, `till-${view.name}`);
    expect(await hasNoSidewaysScroll(page)).toBe(true);

    await page.goto(`${demo.server.address}/meter/${meterNumber}`);
    const lamp = page.getByTestId('lamp');
    await expect.poll(() => lamp.getAttribute('data-lit')).toBe('false');
    await page.keyboard.type(digits);
    const result = page.getByTestId('meter-result');
    await expect.poll(() => result.getAttribute('data-result')).toBe('Accept');
    await expect.poll(() => lamp.getAttribute('data-lit')).toBe('true');
    await takePicture(page, `meter-${view.name}`);
    expect(await hasNoSidewaysScroll(page)).toBe(true);

    // The meter does not listen for a moment after a result; Escape ends the moment.
    await page.keyboard.press('Escape');
    await page.keyboard.type(digits);
    await expect.poll(() => result.getAttribute('data-result')).toBe('UsedError');
    expect(await lamp.getAttribute('data-lit')).toBe('true');

    await page.reload();
    await expect.poll(() => page.getByTestId('lamp').getAttribute('data-lit')).toBe('true');
    await page.goto(`${demo.server.address}/today`);
    await page.getByText('The books balance').waitFor();
    await takePicture(page, `today-${view.name}`);
    expect(await hasNoSidewaysScroll(page)).toBe(true);
    expect(opened.complaints).toEqual([]);
    await opened.close();
  },
  60_000,
);

test("another meter's token is refused, and the lamp stays off", async () => {
  const opened = await demo.openPage({ viewport: { width: 1280, height: 800 } });
  const { page } = opened;
  await signIn(page, demo.server);
  const [, , , , mine = '', other = ''] = await meters(page);
  const digits = await sell(page, mine, '50');
  await page.goto(`${demo.server.address}/meter/${other}`);
  await page.getByTestId('lamp').waitFor();
  await page.keyboard.type(digits);
  const result = page.getByTestId('meter-result');
  await expect.poll(() => result.getAttribute('data-result')).toBe('CRCError');
  expect(await page.getByTestId('lamp').getAttribute('data-lit')).toBe('false');
  await opened.close();
}, 60_000);

test('every page fits a screen of 360 pixels', async () => {
  const opened = await demo.openPage({ viewport: { width: 360, height: 740 } });
  const { page } = opened;
  await signIn(page, demo.server);
  for (const path of [
    '/till',
    '/meter',
    '/today',
    '/meters',
    '/vendors',
    '/tariffs',
    '/orders',
    '/vends',
    '/payments',
    '/staff',
    '/token-lab',
    '/nowhere',
  ]) {
    await page.goto(demo.server.address + path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await hasNoSidewaysScroll(page), path).toBe(true);
  }
  await opened.close();
}, 60_000);

async function focused(page: Page): Promise<string | null> {
  return await page.evaluate(() => document.activeElement?.textContent ?? null);
}

test('an operator adds a cashier, who sells, and then takes the access away', async () => {
  const opened = await demo.openPage({
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  });
  const { page } = opened;
  await signIn(page, demo.server);
  await goToPage(page, 'Staff');
  await page.getByRole('button', { name: 'Add a user' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Amara Okoye');
  await page.getByLabel('Sign-in name').fill('amara');
  await page.getByLabel('Vendor').selectOption({ label: 'Kiosk at the corner' });
  await page.getByLabel('Vendor').press('Tab');
  await page.keyboard.press('Enter');
  const secret = page.getByTestId('secret');
  await secret.waitFor();
  const password = (await secret.textContent()) ?? '';
  // The one thing that cannot be shown again does not go away by accident.
  await page.keyboard.press('Escape');
  expect(await secret.isVisible()).toBe(true);
  expect(page.url()).not.toContain(password);
  await expect.poll(() => focused(page)).toBe('Copy');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Add a user');

  const till = await demo.openPage({ viewport: { width: 1280, height: 800 } });
  await till.page.goto(`${demo.server.address}/sign-in`);
  await till.page.getByLabel('Name').fill('amara');
  await till.page.getByLabel('Password', { exact: true }).fill(password);
  await till.page.getByRole('button', { name: 'Sign in' }).click();
  await till.page.waitForURL('**/till');
  expect(await till.page.getByRole('link', { name: 'Staff' }).count()).toBe(0);
  const [, , , , , , number = ''] = await meters(page);
  await sell(till.page, number, '20');

  const disable = page.getByRole('button', { name: 'Disable Amara Okoye' });
  await disable.press('Enter');
  await expect.poll(() => focused(page)).toBe('Cancel');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Disable');
  await disable.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
  await page.getByText('disabled', { exact: true }).waitFor();
  await till.page.goto(`${demo.server.address}/today`);
  await till.page.waitForURL('**/sign-in**');

  await page.getByRole('tab', { name: 'API keys' }).click();
  await page.getByRole('button', { name: 'Add an API key' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Mobile money');
  await page.getByLabel('Vendor').selectOption({ label: 'Kiosk at the corner' });
  await page.getByRole('button', { name: 'Make the key' }).click();
  expect(await secret.textContent()).toMatch(/^wv_[\w-]{43}$/);
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByRole('button', { name: 'Revoke Mobile money' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('revoked', { exact: true }).waitFor();
  expect(await hasNoSidewaysScroll(page)).toBe(true);
  expect(opened.complaints).toEqual([]);
  await Promise.all([opened.close(), till.close()]);
}, 60_000);

test('without a session every page asks to sign in, and a wrong password is told', async () => {
  const opened = await demo.openPage({ viewport: { width: 1280, height: 800 } });
  const { page } = opened;
  await page.goto(`${demo.server.address}/today`);
  await page.waitForURL('**/sign-in**');
  await page.getByLabel('Name').fill('nobody');
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').waitFor();
  expect(page.url()).toContain('/sign-in');
  await opened.close();
}, 60_000);

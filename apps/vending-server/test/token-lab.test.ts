/**
 * The token lab in a real browser: a published token is taken apart, tokens are built and taken apart
 * again, and a key of one's own stays in the page. Against the real program on its embedded default.
 */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goToPage } from './browser.ts';
import { type DemoConsole, signIn, startDemoConsole, takePicture } from './demo-console.ts';

// Published: 10 kWh under a public test key, with the tables of meters in service.
const PUBLISHED = '35500312443047940328';
const PUBLISHED_KEY = 'e7b21aa9ec929c96';

let demo: DemoConsole;

beforeAll(async () => {
  demo = await startDemoConsole('token-lab');
}, 120_000);
afterAll(async () => {
  await demo?.end();
});

async function openLab(page: Page): Promise<void> {
  await goToPage(page, 'Lab');
  await page.getByRole('heading', { level: 1, name: 'Token lab' }).waitFor();
}

/** Of the drawing, which stands under the ribbon of the demo then. */
async function picture(page: Page, name: string): Promise<void> {
  await page.getByTestId('token-view').evaluate((view) => {
    view.scrollIntoView();
    window.scrollBy(0, -44);
  });
  await takePicture(page, `token-lab-${name}`);
}

async function hasNoSidewaysScroll(page: Page): Promise<boolean> {
  return await page.evaluate(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
  );
}

/** The value the table shows for a field. */
async function shownValue(page: Page, field: string): Promise<string> {
  return (await page.locator(`td[data-field="${field}"]`).textContent()) ?? '';
}

async function builtDigits(page: Page): Promise<readonly string[]> {
  const texts = await page.getByTestId('built-digits').allTextContents();
  return texts.map((text) => text.replaceAll(/\s/g, ''));
}

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const VIEWS = [
  { name: '1280-light', viewport: DESK, colorScheme: 'light', isPictured: true },
  { name: '390-light', viewport: PHONE, colorScheme: 'light', isPictured: false },
  { name: '1280-dark', viewport: DESK, colorScheme: 'dark', isPictured: false },
  { name: '390-dark', viewport: PHONE, colorScheme: 'dark', isPictured: true },
] as const;

test.each(VIEWS)('a published token is drawn and read field by field: $name', async (view) => {
  const opened = await demo.openPage({ viewport: view.viewport, colorScheme: view.colorScheme });
  const { page } = opened;
  await signIn(page, demo.server);
  await openLab(page);
  await page.getByLabel('Token', { exact: true }).fill('3550-0312 4430 4794-0328');
  await page.getByTestId('field-table').waitFor();
  expect(await shownValue(page, 'Amount')).toBe('10.0 kWh');
  expect(await shownValue(page, 'TID')).toContain('6675056');
  expect(await shownValue(page, 'RND')).toBe('5');
  expect(await page.getByTestId('field-table').textContent()).toContain('6C75 hex');
  const drawing = page.getByTestId('bit-drawing');
  expect(await drawing.getAttribute('aria-label')).toContain(
    'TID, bits 55 to 32: 011001011101101001110000',
  );
  // 66 cells, each with its bit.
  expect(await drawing.locator('text[data-bit]').count()).toBe(66);
  expect(await hasNoSidewaysScroll(page)).toBe(true);

  if (view.isPictured) await picture(page, view.name);
  // The keyboard points at a field as the mouse does, where the mouse is elsewhere.
  await page.mouse.move(0, 0);
  await page.getByRole('button', { name: /^TID:/ }).focus();
  await expect.poll(() => drawing.locator('[data-active="true"]').count()).toBeGreaterThan(0);
  expect(await drawing.locator('[data-active="true"][data-tone="time"]').count()).toBe(
    await drawing.locator('[data-active="true"]').count(),
  );

  await page.getByRole('button', { name: 'Not ours' }).click();
  await page.getByText('Closed', { exact: true }).waitFor();
  expect(await page.getByTestId('token-view').textContent()).toContain('Class 2');
  expect(await hasNoSidewaysScroll(page)).toBe(true);
  await page.getByRole('button', { name: 'Part of a key change' }).click();
  await page.getByRole('heading', { name: 'Set 1st section decoder key' }).waitFor();
  expect(await hasNoSidewaysScroll(page)).toBe(true);
  expect(page.url()).toBe(`${demo.server.address}/token-lab`);
  expect(opened.sent.filter((request) => request.includes(PUBLISHED))).toEqual([]);
  expect(opened.complaints).toEqual([]);
  await opened.close();
});

test('a slip of the finger is told where it is', async () => {
  const opened = await demo.openPage({ viewport: { width: 390, height: 844 } });
  const { page } = opened;
  await signIn(page, demo.server);
  await openLab(page);
  const token = page.getByLabel('Token', { exact: true });
  const cases = [
    ['3550 O312 4430 4794 0328', 'The 5th character is a letter, "O". Is it a 0?'],
    [`${PUBLISHED}1`, '21 digits. A token has 20, so 1 digit is too many.'],
    ['99999999999999999999', 'a token has 66 bits'],
    ['3550 0312', '8 of 20 digits: 12 to go.'],
  ] as const;
  for (const [typed, sentence] of cases) {
    await token.fill(typed);
    await page.getByText(sentence).waitFor();
    expect(await page.getByTestId('token-view').count(), typed).toBe(0);
  }
  await page.getByRole('button', { name: 'One digit wrong' }).click();
  await page
    .getByText(/checksum is wrong/)
    .last()
    .waitFor();
  expect(opened.complaints).toEqual([]);
  await opened.close();
});

test('a token that is built can be taken apart, and says the same', async () => {
  const opened = await demo.openPage({
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
  });
  const { page } = opened;
  await signIn(page, demo.server);
  await openLab(page);
  await page.getByRole('tab', { name: 'Build' }).click();
  await page.getByLabel('Key', { exact: true }).selectOption('sta-published');
  await page.getByLabel('Energy, kWh').fill('10.0');
  await page.getByLabel('Time (UTC)').fill('2005-09-10T10:56');
  await page.getByLabel('Random number (RND)').fill('5');
  await expect.poll(() => builtDigits(page)).toEqual([PUBLISHED]);

  await page.getByLabel('Energy, kWh').fill('1638.5');
  await page.getByText('The token carries').waitFor();
  expect(await page.getByRole('note').allTextContents()).toContainEqual(
    expect.stringContaining('1 639.4 kWh'.replace(' ', '\u202f')),
  );
  await page.getByLabel('Energy, kWh').fill('12.34');
  await page.getByText('The token counts tenths of kWh.').waitFor();
  expect(await builtDigits(page)).toEqual([]);
  await page.getByLabel('Energy, kWh').fill('7');
  await page.getByLabel('Time (UTC)').fill('2005-09-10T00:01');
  await page.getByText(/00:01 of a day belongs to special tokens/).waitFor();
  await page.getByLabel(/^Special token/).check();
  const [special = ''] = await builtDigits(page);
  expect(special).toMatch(/^\d{20}$/);
  await page.getByRole('button', { name: 'Take it apart' }).click();
  await page.getByTestId('field-table').waitFor();
  expect(await shownValue(page, 'Amount')).toBe('7.0 kWh');
  expect(await shownValue(page, 'TID')).toContain('2005-09-10 00:01 UTC');
  expect(await page.getByLabel('Token', { exact: true }).inputValue()).toBe(
    special.replaceAll(/\d{4}(?=\d)/g, '$& '),
  );
  expect(opened.complaints).toEqual([]);
  await opened.close();
});

test('every token that can be chosen is built, and a key change gives its whole set', async () => {
  const opened = await demo.openPage({
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  });
  const { page } = opened;
  await signIn(page, demo.server);
  await openLab(page);
  await page.getByRole('tab', { name: 'Build' }).click();
  const token = page.getByLabel('Token', { exact: true });
  const choices = await token
    .locator('option:not([disabled])')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  expect(choices).toHaveLength(17);
  for (const choice of choices) {
    await token.selectOption(choice);
    for (const label of [/^Volume/, /^Span/, /^Currency/, /^Maximum/, /^Rate/, /^Water meter/]) {
      const field = page.getByRole('textbox', { name: label });
      if ((await field.count()) === 1) await field.fill('12');
    }
    await page.getByTestId('built-digits').first().waitFor();
    expect(await hasNoSidewaysScroll(page), choice).toBe(true);
  }
  expect(await token.locator('option[disabled]').allTextContents()).toContainEqual(
    expect.stringMatching(/^0\/8–15\s+Reserved$/),
  );

  await token.selectOption('key-change');
  const present = page.getByLabel('Key the meter has now');
  expect(await builtDigits(page)).toHaveLength(4);
  await present.selectOption('sta-published');
  expect(await builtDigits(page)).toHaveLength(3);
  await page.getByLabel('Supply group (SGC)').fill('');
  await expect.poll(() => builtDigits(page)).toHaveLength(2);
  await page.getByLabel('Tariff index (TI)').fill('100');
  await page.getByText('A tariff index (TI) has 2 digits, 00 to 99.').waitFor();
  await page.getByLabel('Tariff index (TI)').fill('07');
  await page.getByRole('button', { name: 'Take it apart' }).nth(1).click();
  await page.getByRole('heading', { name: 'Set 2nd section decoder key' }).waitFor();
  expect(await shownValue(page, 'TI')).toBe('07');

  await page.getByRole('tab', { name: 'Build' }).click();
  await present.selectOption('aes-profile');
  await page.getByText('Not part of IEC 62055-41.').first().waitFor();
  await page.getByText(/cannot carry the supply group code/).waitFor();
  await page.getByLabel('Supply group (SGC)').fill('654321');
  expect(await builtDigits(page)).toHaveLength(4);
  expect(opened.complaints).toEqual([]);
  await opened.close();
});

/** All that the browser would keep or show of the page. */
async function kept(page: Page): Promise<string> {
  const stored = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state]),
  );
  return `${page.url()} ${stored}`.toLowerCase();
}

test("an operator's own key opens a token, and no trace of it stays", async () => {
  const opened = await demo.openPage({
    viewport: { width: 1280, height: 800 },
    colorScheme: 'dark',
  });
  const { page } = opened;
  await signIn(page, demo.server);
  await openLab(page);
  await page.getByLabel('Key', { exact: true }).selectOption('own');
  await page.getByText('Never type a real key here').waitFor();
  await page.getByLabel('Token', { exact: true }).fill(PUBLISHED);
  const key = page.getByLabel('Decoder key, hexadecimal');
  expect(await key.getAttribute('autocomplete')).toBe('off');
  await key.fill('e7b2');
  await page.getByText(/A decoder key has 8 or 16 octets/).waitFor();
  await key.fill(PUBLISHED_KEY);
  await page.getByLabel('Base date').selectOption('1993');
  await page.getByTestId('field-table').waitFor();
  expect(await shownValue(page, 'Amount')).toBe('10.0 kWh');
  expect(await page.getByTestId('token-view').textContent()).toContain('your own key');
  expect(await kept(page)).not.toContain(PUBLISHED_KEY);
  expect(opened.sent.join('\n').toLowerCase()).not.toContain(PUBLISHED_KEY);

  await page.getByText('Test vending key', { exact: true }).click();
  await page.getByLabel('Test vending key, hexadecimal').fill('0123456789abcdee');
  await page.getByLabel('Meter number').fill('12345678903');
  await page.getByLabel('Supply group (SGC)').fill('123456');
  await page.getByLabel('DKGA').selectOption('02');
  await page.getByText(/odd parity in every octet/).waitFor();

  await page.getByRole('button', { name: 'Forget this key now' }).click();
  expect(await key.inputValue()).toBe('');
  await key.fill(PUBLISHED_KEY);
  // Leaving forgets, coming back does not bring it again.
  await goToPage(page, 'Today');
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await page.goBack();
  await page.getByLabel('Key', { exact: true }).selectOption('own');
  expect(await key.inputValue()).toBe('');
  expect(await kept(page)).not.toContain(PUBLISHED_KEY);
  expect(opened.complaints).toEqual([]);
  await opened.close();
});

test('a cashier has the sample keys and no others', async () => {
  const opened = await demo.openPage({ viewport: { width: 1280, height: 800 } });
  const { page } = opened;
  await signIn(page, demo.server);
  await goToPage(page, 'Staff');
  await page.getByRole('button', { name: 'Add a user' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Amara Okoye');
  await page.getByLabel('Sign-in name').fill('amara');
  await page.getByLabel('Vendor').selectOption({ label: 'Kiosk at the corner' });
  await page.getByLabel('Vendor').press('Tab');
  await page.keyboard.press('Enter');
  const password = (await page.getByTestId('secret').textContent()) ?? '';

  const till = await demo.openPage({ viewport: { width: 390, height: 844 } });
  await till.page.goto(`${demo.server.address}/sign-in`);
  await till.page.getByLabel('Name').fill('amara');
  await till.page.getByLabel('Password', { exact: true }).fill(password);
  await till.page.getByRole('button', { name: 'Sign in' }).click();
  await till.page.waitForURL('**/till');
  await openLab(till.page);
  await till.page.getByLabel('Token', { exact: true }).fill(PUBLISHED);
  await till.page.getByTestId('field-table').waitFor();
  const keys = till.page.getByLabel('Key', { exact: true }).locator('option');
  expect(await keys.allTextContents()).not.toContain('A key of my own');
  expect(await keys.count()).toBe(9);
  await till.page.getByRole('tab', { name: 'Build' }).click();
  await till.page.getByLabel('Token', { exact: true }).selectOption('key-change');
  const newKeys = till.page.getByLabel('New decoder key').locator('option');
  expect(await newKeys.allTextContents()).not.toContain('A key of my own');
  expect(till.complaints).toEqual([]);
  await Promise.all([opened.close(), till.close()]);
});

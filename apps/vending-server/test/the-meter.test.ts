/**
 * The meter on the wall in a real browser at the width of a phone: buy, key in, run low, take
 * emergency credit, pay it back; provoke overload, tamper, a lock-out and a power cut, and recover
 * from each. Against the real program on its embedded default.
 */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type DemoConsole,
  signIn,
  startDemoConsole,
  takePicture,
  type WatchedPage,
} from './demo-console.ts';

let demo: DemoConsole;

beforeAll(async () => {
  demo = await startDemoConsole('meter');
}, 120_000);
afterAll(async () => {
  await demo?.end();
});

/** Long enough for the slowest machine; nothing waits for it that happens sooner. */
const PATIENT = { timeout: 20_000 };

async function meterNumberAt(page: Page, at: number): Promise<string> {
  const response = await page.request.get(`${demo.server.address}/v1/demo/meters`);
  const body: { readonly meters: readonly { readonly meter_number: string }[] } =
    await response.json();
  return body.meters[at]?.meter_number ?? '';
}

/** Sells through the page and answers the 20 digits. */
async function sell(page: Page, meterNumber: string, amount: string): Promise<string> {
  await page.goto(`${demo.server.address}/till`);
  await page.getByRole('combobox').fill(meterNumber);
  await expect.poll(() => page.getByRole('option').count()).toBe(1);
  await page.getByRole('option').click();
  await page.getByLabel('Amount').fill(amount);
  await page.getByRole('button', { name: /^Sell for/ }).click();
  const digits = (await page.getByTestId('token-digits').textContent()) ?? '';
  return digits.replaceAll(/\s/g, '');
}

/** One meter's page and what a person does there. */
interface Wall {
  readonly page: Page;
  readonly opened: WatchedPage;
  readonly number: string;
}

async function openWall(at: number, width: number): Promise<Wall> {
  const opened = await demo.openPage({ viewport: { width, height: 844 } });
  await signIn(opened.page, demo.server);
  return { opened, page: opened.page, number: await meterNumberAt(opened.page, at) };
}

async function goToWall({ number, page }: Wall): Promise<void> {
  await page.goto(`${demo.server.address}/meter/${number}`);
  await page.getByTestId('lamp').waitFor();
}

/** The keys of the meter itself; a result on the display is ended first. */
async function keyIn(page: Page, digits: string): Promise<void> {
  const pad = page.getByRole('group', { name: 'Keypad of the meter' });
  await pad.getByRole('button', { name: 'Clear' }).click();
  for (const digit of digits) await pad.getByRole('button', { name: digit, exact: true }).click();
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

async function runAt(page: Page, speed: '1×' | '60×' | '3600×'): Promise<void> {
  await page.getByRole('radiogroup').getByText(speed, { exact: true }).click();
}

function lampIs(page: Page, lit: boolean): Promise<void> {
  const lamp = page.getByTestId('lamp');
  return expect.poll(() => lamp.getAttribute('data-lit'), PATIENT).toBe(String(lit));
}

function resultIs(page: Page, result: string): Promise<void> {
  const status = page.getByTestId('meter-result');
  return expect.poll(() => status.getAttribute('data-result'), PATIENT).toBe(result);
}

function displayShows(page: Page, text: string | RegExp): Promise<void> {
  return expect.poll(() => page.getByTestId('lcd').textContent(), PATIENT).toMatch(text);
}

function sign(page: Page, name: string): Locator {
  return page.getByTestId('lcd').locator(`[data-sign="${name}"]`);
}

function signIs(page: Page, name: string, shown: boolean): Promise<void> {
  return expect
    .poll(() => sign(page, name).getAttribute('data-shown'), PATIENT)
    .toBe(String(shown));
}

/** The whole of the meter's face, when it no longer answers a key. */
async function pictureOfMeter(page: Page, name: string): Promise<void> {
  const isAnswering = page.getByTestId('lcd').getByText(/^(OK|REJECT)$/);
  await expect
    .poll(() => isAnswering.evaluateAll((all) => all.map((each) => each.dataset['shown'])), PATIENT)
    .toEqual(['false', 'false']);
  await page.evaluate(() => window.scrollTo({ top: 0 }));
  await takePicture(page, name);
}

/** The part of what this browser keeps that tells of the credit. */
async function storedCredit(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const name = Object.keys(localStorage).find((each) => each.startsWith('wattvend.meter.'));
    const stored = JSON.parse(localStorage.getItem(name ?? '') ?? '{}');
    return stored.memory.credit_register_wh;
  });
}

async function hasNoSidewaysScroll(page: Page): Promise<boolean> {
  return await page.evaluate(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
  );
}

test('buys, runs low, takes emergency credit by holding ENTER, and pays it back', async () => {
  // The house with the smallest load, so that little is used while a person acts.
  const wall = await openWall(3, 390);
  const { opened, page } = wall;
  const first = await sell(page, wall.number, '40');
  const second = await sell(page, wall.number, '40');
  await goToWall(wall);
  await lampIs(page, false);
  await keyIn(page, first);
  await resultIs(page, 'Accept');
  await lampIs(page, true);
  await pictureOfMeter(page, 'the-meter-390-credit');

  await page.getByRole('button', { name: /^Kettle/ }).click();
  await runAt(page, '3600×');
  await displayShows(page, 'LOW2');
  await runAt(page, '1×');
  await page.getByRole('button', { name: /^Kettle/ }).click();
  await pictureOfMeter(page, 'the-meter-390-low');

  await runAt(page, '3600×');
  await displayShows(page, 'EMERGENCY? HOLD ENTER');
  await runAt(page, '1×');
  const enter = page.getByRole('button', { name: 'Enter', exact: true });
  await enter.scrollIntoViewIfNeeded();
  await enter.hover();
  await page.mouse.down();
  await displayShows(page, 'EMERGENCY CREDIT ON');
  await page.mouse.up();
  await lampIs(page, true);
  await runAt(page, '3600×');
  await signIs(page, 'emergency', true);
  await runAt(page, '1×');
  await lampIs(page, true);
  await displayShows(page, 'EMERGENCY CREDIT IN USE');
  await pictureOfMeter(page, 'the-meter-390-emergency');

  await expect.poll(() => storedCredit(page), PATIENT).toBeLessThan(0);
  const owed = await storedCredit(page);
  await keyIn(page, second);
  await expect.poll(() => storedCredit(page), PATIENT).toBeGreaterThan(0);
  await signIs(page, 'emergency', false);
  await lampIs(page, true);
  expect(owed).toBeGreaterThan(-2000);

  const before = await storedCredit(page);
  await page.getByText('Inside the meter').click();
  await expect.poll(() => page.getByText(/^whole$/).count()).toBe(1);

  await page.reload();
  await lampIs(page, true);
  // A little is used while the page is loaded.
  expect(await storedCredit(page)).toBeGreaterThan(before - 100);
  expect(await page.getByTestId('meter-log').textContent()).toContain('Emergency credit was taken');
  expect(await hasNoSidewaysScroll(page)).toBe(true);
  expect(opened.complaints).toEqual([]);
  await opened.close();
}, 120_000);

test('is cut for overload, and recovers by less load and by the key at the switch', async () => {
  const wall = await openWall(1, 390);
  const { opened, page } = wall;
  const token = await sell(page, wall.number, '200');
  await goToWall(wall);
  await keyIn(page, token);
  await lampIs(page, true);
  await page.getByRole('button', { name: /^Kettle/ }).click();
  await page.getByRole('button', { name: /^Cooker/ }).click();
  await runAt(page, '60×');
  await signIs(page, 'overload', true);
  await lampIs(page, false);
  await displayShows(page, /OVERLOAD/);
  await pictureOfMeter(page, 'the-meter-390-overload');

  // It tries again by itself and is cut again, until it waits for the customer.
  await displayShows(page, 'OVERLOAD: PRESS KEY');
  await press(page, 'Key at the load switch');
  await page.getByRole('button', { name: /^Cooker/ }).click();
  await lampIs(page, true);
  await signIs(page, 'overload', false);
  const log = page.getByTestId('meter-log');
  expect(await log.textContent()).toContain('the supply waits for the key');
  expect(opened.complaints).toEqual([]);
  await opened.close();
}, 120_000);

test('goes dark when its cover is opened, until an engineer clears it', async () => {
  const wall = await openWall(2, 390);
  const { opened, page } = wall;
  const token = await sell(page, wall.number, '120');
  await goToWall(wall);
  await keyIn(page, token);
  await lampIs(page, true);
  await press(page, 'Terminal cover open');
  await lampIs(page, false);
  await signIs(page, 'tamper', true);
  await pictureOfMeter(page, 'the-meter-390-tamper');
  await press(page, 'Terminal cover open');
  // The condition stays although the cover is closed, and outlives a reload.
  await page.reload();
  await signIs(page, 'tamper', true);
  await lampIs(page, false);

  await press(page, 'Clear tamper');
  const slip = (await page.getByTestId('slip-digits').textContent()) ?? '';
  expect(slip.trim()).toMatch(/^\d{4} \d{4} \d{4} \d{4} \d{4}$/);
  await press(page, 'Key it in for me');
  await resultIs(page, 'Accept');
  await signIs(page, 'tamper', false);
  await lampIs(page, true);
  expect(opened.complaints).toEqual([]);
  await opened.close();
}, 120_000);

test('locks after three wrong tokens, and takes a good one when the lock has passed', async () => {
  const wall = await openWall(0, 390);
  const { opened, page } = wall;
  const token = await sell(page, wall.number, '50');
  await goToWall(wall);
  // Of class 0 by their bits. Under the key of chance each has the right checksum once in 65,536.
  for (const wrong of ['11111111111111111111', '11111111111111111112', '11111111111111111113']) {
    await keyIn(page, wrong);
    await resultIs(page, 'CRCError');
  }
  await signIs(page, 'locked', true);
  await press(page, 'Clear');
  await displayShows(page, /LOCKED: WAIT \d+ s/);
  await pictureOfMeter(page, 'the-meter-390-locked');
  await keyIn(page, token);
  await resultIs(page, 'LockedOut');
  await lampIs(page, false);

  // Neither a reload nor a power cut shortens it.
  await page.reload();
  await signIs(page, 'locked', true);
  await runAt(page, '60×');
  await signIs(page, 'locked', false);
  await runAt(page, '1×');
  await keyIn(page, token);
  await resultIs(page, 'Accept');
  await lampIs(page, true);
  expect(opened.complaints).toEqual([]);
  await opened.close();
}, 120_000);

test('answers ENTER pressed and held, is dark in a power cut and comes back after a delay, with all it had', async () => {
  const wall = await openWall(4, 390);
  const { opened, page } = wall;
  const token = await sell(page, wall.number, '50');
  await goToWall(wall);
  await keyIn(page, token);
  await lampIs(page, true);
  // ENTER held with the keyboard, and the key for those who cannot hold it.
  await press(page, 'Clear');
  await page.keyboard.down('Enter');
  await displayShows(page, 'EMERGENCY: NOT NEEDED');
  await page.keyboard.up('Enter');
  await press(page, 'Clear');
  await page.keyboard.type('002');
  await page.keyboard.press('Enter');
  await displayShows(page, '002 CREDIT');
  await press(page, 'Clear');
  await press(page, 'Hold ENTER for 3 s');
  await displayShows(page, 'EMERGENCY: NOT NEEDED');

  const credit = await storedCredit(page);
  await press(page, 'Power cut');
  await lampIs(page, false);
  expect(await page.getByTestId('lcd').getAttribute('data-powered')).toBe('false');
  await press(page, 'Power cut');
  await runAt(page, '60×');
  await lampIs(page, true);
  expect(await storedCredit(page)).toBeGreaterThan(credit - 1000);

  await press(page, 'Disconnect');
  await lampIs(page, false);
  await press(page, 'Reconnect by key');
  await displayShows(page, 'PRESS KEY');
  await press(page, 'Key at the load switch');
  await lampIs(page, true);
  expect(opened.complaints).toEqual([]);
  await opened.close();
}, 120_000);

test('the bakery has three phases, which may differ too much', async () => {
  const wall = await openWall(11, 1280);
  const { opened, page } = wall;
  const token = await sell(page, wall.number, '400');
  await goToWall(wall);
  await keyIn(page, token);
  await lampIs(page, true);
  expect(await page.getByRole('list', { name: 'Load of each phase' }).textContent()).toContain(
    'L3',
  );
  await takePicture(page, 'the-meter-1280-bakery');
  await press(page, 'Unbalance 2 kW');
  await press(page, 'Key it in for me');
  await resultIs(page, 'Accept');
  await page.getByRole('button', { name: /^Cooker/ }).click();
  await runAt(page, '60×');
  await lampIs(page, false);
  await displayShows(page, /UNBALANCE/);
  await page.getByRole('button', { name: /^Cooker/ }).click();
  await lampIs(page, true);
  expect(await hasNoSidewaysScroll(page)).toBe(true);
  expect(opened.complaints).toEqual([]);
  await opened.close();
}, 120_000);

/**
 * A meter that runs in the real emulator, on the console's page in a real browser at the width of a
 * phone: seen, keyed, pasted to, lost and found again.
 */
import { createServer } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  nextNoon,
  type StartedEmulator,
  startEmulator,
} from '../../meter-emulator/test/process/started-emulator.ts';
import { creditTokenAt, meterNumberOf } from '../../meter-emulator/test/test-tokens.ts';
import {
  type DemoConsole,
  signIn,
  startDemoConsole,
  takePicture,
  type WatchedPage,
} from './demo-console.ts';
import { startAndEnd } from './started-server.ts';

let demo: DemoConsole;
let emulator: StartedEmulator;
let origin: string;

/** Each program has to know the other's address before it starts. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
      server.close(() => resolve(port));
    });
  });
}

function startTestMeter(more: readonly string[] = []): Promise<StartedEmulator> {
  return startEmulator([
    ...['--test-meters', '1', '--profile', 'constant:0', '--allow-origin', origin, ...more],
  ]);
}

beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  emulator = await startTestMeter();
  demo = await startDemoConsole('emulated', [
    ...['--port', String(port), '--meter-emulator', emulator.address],
  ]);
}, 120_000);
afterAll(async () => {
  await emulator?.end('SIGTERM');
  await demo?.end();
});

function testKey() {
  const [described] = emulator.testKeys;
  if (described === undefined) throw new Error('the emulator has told of no test meter');
  return described;
}

function tokenOf(minute: number, tenths: number): string {
  return creditTokenAt(testKey(), { from: nextNoon(), minute }, tenths);
}

async function keyIn(page: Page, digits: string): Promise<void> {
  const pad = page.getByRole('group', { name: 'Keypad of the meter' });
  for (const digit of digits) await pad.getByRole('button', { name: digit, exact: true }).click();
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', pasted);
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData }));
  }, text);
}

function displayShows(page: Page, text: string | RegExp): Promise<void> {
  return expect.poll(() => page.getByTestId('lcd').textContent()).toMatch(text);
}

function linkIs(page: Page, link: 'connected' | 'lost'): Promise<void> {
  const line = page.getByTestId('emulator-link');
  return expect.poll(() => line.getAttribute('data-link')).toBe(link);
}

function toneIs(page: Page, tone: 'good' | 'bad' | 'plain'): Promise<void> {
  const result = page.getByTestId('meter-result');
  return expect.poll(() => result.getAttribute('data-tone')).toBe(tone);
}

/** Without the requests to the emulator, which this page may make. */
function complaintsOf({ complaints }: WatchedPage): readonly string[] {
  return complaints.filter((complaint) => !complaint.startsWith(`${emulator.address}/`));
}

async function hasNoSidewaysScroll(page: Page): Promise<boolean> {
  return await page.evaluate(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
  );
}

async function openMeter(): Promise<WatchedPage> {
  const opened = await demo.openPage({ viewport: { width: 390, height: 844 } });
  const { page } = opened;
  await signIn(page, demo.server);
  await page.goto(`${demo.server.address}/meter`);
  const street = page.getByRole('region', { name: 'Meters of the emulator' });
  await street.getByRole('link').click();
  await page.waitForURL(`**/meter/emulator/${meterNumberOf(testKey())}`);
  await linkIs(page, 'connected');
  return opened;
}

test('a token is keyed in and pasted, a kettle is switched on, a cover is opened', async () => {
  const opened = await openMeter();
  const { page } = opened;
  await keyIn(page, tokenOf(0, 100));
  await displayShows(page, /ACCEPTED \+10\.0/);
  await toneIs(page, 'good');
  await takePicture(page, 'emulated-meter-390');
  await paste(page, tokenOf(1, 50));
  await displayShows(page, /ACCEPTED \+5\.0/);
  await paste(page, tokenOf(1, 50));
  await toneIs(page, 'bad');
  await displayShows(page, /UsedError/);
  await page.getByRole('button', { name: 'Clear' }).click();
  await toneIs(page, 'plain');
  await displayShows(page, /15\.0/);
  await page.getByRole('button', { name: 'Kettle' }).click();
  await expect.poll(() => page.getByTestId('power-now').textContent()).toBe('2000 W');
  await page.getByRole('radiogroup').getByText('60×', { exact: true }).click();
  await expect.poll(async () => (await emulator.picture(meterNumberOf(testKey()))).speed).toBe(60);
  await page.getByRole('button', { name: 'Magnet at the meter' }).click();
  await expect
    .poll(() => page.getByTestId('meter-log').locator('[data-code="tamper-began"]').count())
    .toBe(1);
  await page.getByRole('button', { name: 'Power cut' }).click();
  await expect.poll(() => page.getByTestId('lcd').getAttribute('data-powered')).toBe('false');
  expect(await hasNoSidewaysScroll(page)).toBe(true);
  await takePicture(page, 'emulated-meter-390-power-cut');
  expect(complaintsOf(opened)).toEqual([]);
  await opened.close();
});

test('an emulator that was killed is lost, and found again when it is back', async () => {
  const opened = await openMeter();
  const { page } = opened;
  await emulator.end('SIGKILL');
  await linkIs(page, 'lost');
  const command = page.getByTestId('emulator-command');
  expect(await command.textContent()).toBe(
    'node apps/meter-emulator/bin/meter-emulator.js --test-meters 3 ' +
      `--port ${emulator.port} --allow-origin ${origin}`,
  );
  emulator = await startTestMeter(['--port', String(emulator.port)]);
  await linkIs(page, 'connected');
  expect(await command.count()).toBe(0);
  await displayShows(page, 'NO CREDIT');
  expect(complaintsOf(opened).filter((text) => text.includes('Content Security'))).toEqual([]);
  await opened.close();
});

test('the page says how to start an emulator that does not let it in', async () => {
  const { port } = emulator;
  await emulator.end('SIGTERM');
  emulator = await startEmulator(['--test-meters', '1', '--port', String(port)]);
  const { close, page } = await demo.openPage({ viewport: { width: 390, height: 844 } });
  await signIn(page, demo.server);
  await page.goto(`${demo.server.address}/meter`);
  const command = page.getByTestId('emulator-command');
  await expect.poll(() => command.textContent()).toContain(`--allow-origin ${origin}`);
  await close();
});

test.each([
  'https://127.0.0.1:9340',
  'http://127.0.0.1:9340/v1',
  'http://user@127.0.0.1:9340',
  'http://[::1]:9340',
  'http://one;img-src:9340',
])('no emulator is at %s', async (address) => {
  // --fresh by itself is refused too, so that nothing starts if the address is not.
  const { code, output } = await startAndEnd(['--fresh', '--meter-emulator', address]);
  expect(code).toBe(1);
  expect(output).toContain('such as http://127.0.0.1:9340');
});

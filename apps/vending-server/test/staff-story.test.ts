/** Strong sign-in, roles and approvals in a real browser, with a virtual passkey device. */
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type ApprovalId, requestApproval } from '@wattvend/vending/approvals.js';
import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UTILITY } from '../../../packages/vending/test/utility-fixture.ts';
import { goToPage, openBrowser } from './browser.ts';
import { takePicture } from './demo-console.ts';
import { createServerWorld, PASSWORD, type ServerWorld, userIdOf } from './server-world.ts';

const PHONE = { viewport: { width: 390, height: 844 } };
const DESK = { viewport: { width: 1280, height: 800 } };
const CONSOLE = fileURLToPath(new URL('../../console/dist/web/', import.meta.url));

let world: ServerWorld;
let browser: Browser;
let address = '';
let applied = 0;

beforeAll(async () => {
  const refund = {
    async apply() {
      applied += 1;
      return { kind: 'applied' } as const;
    },
  };
  world = await createServerWorld({ consoleFolder: CONSOLE }, null, { refund });
  await world.server.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = world.server.app.server.address() as AddressInfo;
  // Browsers keep passkeys for this name, and for no bare address.
  address = `http://localhost:${port}`;
  browser = await openBrowser();
  const pictures = process.env['WATTVEND_SCREENSHOTS'];
  if (pictures !== undefined) await mkdir(pictures, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** A browser of its own with a device that makes passkeys and knows its owner. */
async function openPage(options: BrowserContextOptions): Promise<Opened> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  const devices = await context.newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { page, complaints, close: () => context.close() };
}

async function typePassword(page: Page, name: string): Promise<void> {
  await page.goto(`${address}/sign-in`);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `${name}: menu` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in**');
}

function codeOf(secret: string): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 });
  return totp.generate({ timestamp: world.context.clock() });
}

async function hasNoSidewaysScroll(page: Page): Promise<boolean> {
  return await page.evaluate(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
  );
}

test('a security officer sets one-time codes up on a phone, and signs in with them', async () => {
  const { page, complaints, close } = await openPage(PHONE);
  await typePassword(page, 'security_officer');
  await page.getByRole('heading', { name: 'One more step' }).waitFor();
  await takePicture(page, 'sign-in-390-set-up');
  // Nothing else is open meanwhile, and a reload comes back here.
  await page.goto(`${address}/staff`);
  await page.getByRole('heading', { name: 'One more step' }).waitFor();
  await page.getByRole('button', { name: 'Use an authenticator app' }).click();
  const secret = ((await page.getByTestId('totp-secret').textContent()) ?? '').replaceAll(' ', '');
  await takePicture(page, 'sign-in-390-totp');
  expect(await hasNoSidewaysScroll(page)).toBe(true);
  await page.getByLabel('Code from the app').fill('000000');
  await page.getByRole('button', { name: 'Put it into use' }).click();
  await page.getByRole('alert').waitFor();
  await page.getByLabel('Code from the app').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Put it into use' }).click();
  const codes = page.getByTestId('recovery-codes').locator('li');
  await expect.poll(() => codes.count()).toBe(10);
  const [first = ''] = await codes.allTextContents();
  await takePicture(page, 'sign-in-390-recovery-codes');
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.waitForURL('**/staff');

  await signOut(page, 'security_officer');
  world.ahead += 60_000;
  await typePassword(page, 'security_officer');
  await page.getByLabel('Code from your authenticator app').fill(codeOf(secret));
  await takePicture(page, 'sign-in-390-code');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForURL('**/staff');

  await signOut(page, 'security_officer');
  await typePassword(page, 'security_officer');
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(first);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForURL('**/staff');
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

test('roles are ticked, and those that do not go together say why', async () => {
  const { page, complaints, close } = await openPage(DESK);
  await typePassword(page, 'founder');
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.waitForURL('**/today');
  await goToPage(page, 'Staff');
  await page.getByRole('button', { name: 'Add a user' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Amara Okoye');
  await page.getByLabel('Sign-in name').fill('amara');
  const box = (name: string) => page.getByRole('checkbox', { name: new RegExp(`^${name}`) });
  expect(await box('Cashier').isChecked()).toBe(true);
  expect(await box('Finance checker').isDisabled()).toBe(true);
  await page.getByText('Not with Cashier.').first().waitFor();
  await box('Cashier').uncheck();
  expect(await page.getByLabel('Vendor').count()).toBe(0);
  await box('Tariff checker').check();
  expect(await box('Tariff maker').isDisabled()).toBe(true);
  await box('Finance checker').check();
  await takePicture(page, 'staff-1280-roles');
  await page.getByRole('button', { name: 'Add the user' }).click();
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByText('Tariff checker, Finance checker').waitFor();
  await page.getByRole('button', { name: 'Roles of Amara Okoye' }).click();
  await box('Finance checker').uncheck();
  await page.getByRole('button', { name: 'Change the roles' }).click();
  await page.getByText('Amara Okoye has the new roles.').waitFor();
  await takePicture(page, 'staff-1280');
  await page.setViewportSize(PHONE.viewport);
  expect(await hasNoSidewaysScroll(page)).toBe(true);
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

async function order(summary: string): Promise<void> {
  const wanted = {
    approvalId: randomUUID() as string as ApprovalId,
    kind: 'refund',
    subject: { refund_minor: '5000', vend_id: randomUUID() },
    summary,
    documentReference: 'letter 17',
    reason: 'paid twice',
    requestedBy: userIdOf('finance'),
  } as const;
  const now = world.context.clock();
  const answer = await world.context.database.transaction((tx) =>
    requestApproval(tx, UTILITY, wanted, { now, address: null }),
  );
  expect(answer.kind).toBe('requested');
}

test('a checker signs in by a passkey, decides, and shows it again when that is long ago', async () => {
  await order('Refund of 50.00 for a vend paid twice');
  await order('Refund of 70.00 without a receipt');
  const { page, complaints, close } = await openPage(DESK);
  await typePassword(page, 'finance_checker');
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.waitForURL('**/today');
  await signOut(page, 'finance_checker');
  await takePicture(page, 'sign-in-1280-passkey');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/today');

  await goToPage(page, 'Approvals');
  await page.getByRole('button', { name: 'Open: Refund of 50.00' }).waitFor();
  await takePicture(page, 'approvals-1280');
  world.ahead += 6 * 60_000;
  await page.getByRole('button', { name: 'Open: Refund of 50.00' }).click();
  await takePicture(page, 'approvals-1280-order');
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByText('Show your second factor again').waitFor();
  expect(applied).toBe(0);
  await takePicture(page, 'approvals-1280-factor');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.getByText('Approved.').waitFor();
  expect(applied).toBe(1);

  await page.setViewportSize(PHONE.viewport);
  await page.getByRole('button', { name: 'Open: Refund of 70.00' }).click();
  const reject = page.getByRole('button', { name: 'Reject' });
  expect(await reject.isDisabled()).toBe(true);
  await page.getByLabel('Why').fill('no receipt');
  await takePicture(page, 'approvals-390-order');
  await reject.click();
  await page.getByText('Rejected.').waitFor();
  await page.getByText('Nothing waits').waitFor();
  await page.getByText('All', { exact: true }).click();
  await page.getByText('rejected', { exact: true }).waitFor();
  await takePicture(page, 'approvals-390');
  expect(await hasNoSidewaysScroll(page)).toBe(true);
  expect(applied).toBe(1);

  await page.goto(`${address}/account`);
  await page.getByText('Recovery codes').waitFor();
  await takePicture(page, 'account-390');
  await page.getByRole('button', { name: /^Rename/ }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Office key');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('button', { name: 'Remove Office key' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('This is your only second factor').waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

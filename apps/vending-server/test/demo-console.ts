/**
 * The console in a real browser, in front of the real program on its embedded default: what every
 * story needs. Each page is watched for what a page must never do.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { makeTestFolder } from '../../../packages/database/test/postgres.global-setup.ts';
import { openBrowser } from './browser.ts';
import { type StartedServer, startServer } from './started-server.ts';

/** Where pictures of the pages go, when asked for: npm run screenshots. */
const PICTURES = process.env['WATTVEND_SCREENSHOTS'];

export interface WatchedPage {
  readonly page: Page;
  /** What the browser complained about: errors of scripts, refused content, foreign requests. */
  readonly complaints: readonly string[];
  /** Address and body of every request. */
  readonly sent: readonly string[];
  close(): Promise<void>;
}

/** A demo utility with an open console. */
export interface DemoConsole {
  readonly server: StartedServer;
  openPage(options: BrowserContextOptions): Promise<WatchedPage>;
  end(): Promise<void>;
}

/**
 * Starts both; the name tells the folders of several test files apart. The server's port is a free
 * one unless the options say which.
 */
export async function startDemoConsole(
  name: string,
  more: readonly string[] = [],
): Promise<DemoConsole> {
  const parent = await makeTestFolder(`wattvend-${name}-`);
  const options = ['--demo', '--data', join(parent, 'demo'), '--port', '0', ...more];
  const [server, browser] = await Promise.all([startServer(options), openBrowser()]);
  if (PICTURES !== undefined) await mkdir(PICTURES, { recursive: true });
  return {
    server,
    openPage: (page) => openPage(browser, server.address, page),
    end: async () => {
      await browser.close();
      await server.end('SIGTERM');
      await rm(parent, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const sent: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== address && protocol.startsWith('http')) complaints.push(request.url());
    sent.push(`${request.url()} ${request.postData() ?? ''}`);
  });
  return { page, complaints, sent, close: () => context.close() };
}

/** Signs in by the demo's link. */
export async function signIn(page: Page, server: StartedServer): Promise<void> {
  await page.goto(`${server.address}/sign-in#demo=${server.linkSecret}`);
  await page.waitForURL('**/till');
}

/** Takes a picture when pictures are asked for. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' });
}

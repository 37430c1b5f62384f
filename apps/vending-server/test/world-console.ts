/**
 * The console in a real browser in front of a server of the world of tests, where anybody can be
 * signed in at once: signing in has stories of its own.
 */
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { milliseconds } from '@wattvend/quantities/time.js';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openBrowser } from './browser.ts';
import { takePicture } from './demo-console.ts';
import { createServerWorld, type ServerWorld, type Who } from './server-world.ts';

export const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };
const CONSOLE = fileURLToPath(new URL('../../console/dist/web/', import.meta.url));
// Stories move the server's clock by days.
const WEEK = milliseconds(7 * 86_400_000);

export interface OpenedPage {
  readonly page: Page;
  /** Errors of scripts. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface WorldConsole {
  readonly world: ServerWorld;
  readonly address: string;
  /** A browser of its own, as wide as a desk unless told otherwise; nobody is signed in. */
  open(viewport?: typeof DESK): Promise<OpenedPage>;
  openAs(who: Who, viewport?: typeof DESK): Promise<OpenedPage>;
  /** Pictures in both sizes and both schemes when asked for; nothing may be wider than a phone. */
  lookAt(page: Page, name: string): Promise<void>;
  end(): Promise<void>;
}

/** Its pictures begin with the name. */
export async function openWorldConsole(name: string): Promise<WorldConsole> {
  const sessionLimits = { idle: WEEK, absolute: WEEK };
  const world = await createServerWorld({ consoleFolder: CONSOLE, sessionLimits });
  await world.server.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = world.server.app.server.address() as AddressInfo;
  // Browsers keep passkeys for this name, and for no bare address.
  const address = `http://localhost:${port}`;
  const browser = await openBrowser();
  const pictures = process.env['WATTVEND_SCREENSHOTS'];
  if (pictures !== undefined) await mkdir(pictures, { recursive: true });

  async function open(viewport = DESK): Promise<OpenedPage> {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const context = await browser.newContext({ locale: 'en-GB', viewport, permissions });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    return { page, complaints, close: () => context.close() };
  }

  return {
    ...{ world, address, open },
    async openAs(who, viewport = DESK) {
      const opened = await open(viewport);
      const value = world.secrets[who];
      const cookie = { name: 'wattvend', value, url: address, httpOnly: true };
      await opened.page.context().addCookies([cookie]);
      return opened;
    },
    lookAt: (page, picture) => lookAt(page, `${name}-${picture}`),
    async end() {
      await browser.close();
      await world.close();
    },
  };
}

async function lookAt(page: Page, name: string): Promise<void> {
  for (const [width, size] of [
    ['1280', DESK],
    ['390', PHONE],
  ] as const) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await takePicture(page, `${name}-${width}-${colorScheme}`);
    }
    // A chart follows the size of the window a moment later.
    const fits = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      );
    await expect.poll(fits, { message: `${name} at ${width}` }).toBe(true);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(DESK);
}

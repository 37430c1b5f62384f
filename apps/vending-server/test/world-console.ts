/**
 * The console in a real browser in front of a server of the world of tests, where anybody can be
 * signed in at once: signing in has stories of its own.
 */
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openBrowser } from './browser.ts';
import { takePicture } from './demo-console.ts';
import { createServerWorld, type ServerWorld, type Who } from './server-world.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };
const CONSOLE = fileURLToPath(new URL('../../console/dist/web/', import.meta.url));

interface SignedIn {
  readonly page: Page;
  /** Errors of scripts. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

interface WorldConsole {
  readonly world: ServerWorld;
  readonly address: string;
  /** A browser of its own, as wide as a desk. */
  openAs(who: Who): Promise<SignedIn>;
  /** Pictures in both sizes and both schemes when asked for; nothing may be wider than a phone. */
  lookAt(page: Page, name: string): Promise<void>;
  end(): Promise<void>;
}

/** Pictures begin with the name. */
export async function openWorldConsole(name: string): Promise<WorldConsole> {
  const world = await createServerWorld({ consoleFolder: CONSOLE });
  await world.server.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = world.server.app.server.address() as AddressInfo;
  const address = `http://localhost:${port}`;
  const browser = await openBrowser();
  const pictures = process.env['WATTVEND_SCREENSHOTS'];
  if (pictures !== undefined) await mkdir(pictures, { recursive: true });
  return {
    world,
    address,
    async openAs(who) {
      const context = await browser.newContext({ locale: 'en-GB', viewport: DESK });
      const value = world.secrets[who];
      await context.addCookies([{ name: 'wattvend', value, url: address, httpOnly: true }]);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      return { page, complaints, close: () => context.close() };
    },
    async lookAt(page, picture) {
      for (const [width, size] of [
        ['1280', DESK],
        ['390', PHONE],
      ] as const) {
        await page.setViewportSize(size);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await takePicture(page, `${name}-${picture}-${width}-${colorScheme}`);
        }
        const isNarrow = await page.evaluate(
          () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
        );
        expect(isNarrow, `${picture} at ${width}`).toBe(true);
      }
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize(DESK);
    },
    async end() {
      await browser.close();
      await world.close();
    },
  };
}

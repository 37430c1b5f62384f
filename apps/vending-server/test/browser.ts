/** The browser of the stories: a real Chromium, found by tools/chromium.ts. */
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../../tools/chromium.ts';

export async function openBrowser(): Promise<Browser> {
  return await chromium.launch(await findChromium());
}

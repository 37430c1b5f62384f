/** The browser of the stories: a real Chromium, found by tools/chromium.ts. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../tools/chromium.ts';

export async function openBrowser(): Promise<Browser> {
  return await chromium.launch(await findChromium());
}

/** Goes to a page of the console as people do; on a phone most pages stand behind one more button. */
export async function goToPage(page: Page, name: string): Promise<void> {
  const link = page.getByRole('link', { name, exact: true });
  const more = page.getByRole('button', { name: 'More', exact: true });
  await link.or(more).first().waitFor();
  if (!(await link.isVisible())) await more.click();
  await link.click();
}

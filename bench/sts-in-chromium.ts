/** The same measurements in headless Chromium, in turns with Node. */
import { fileURLToPath } from 'node:url';
import { chromium, type LaunchOptions } from 'playwright-core';
import { build } from 'vite';
import { compared, inTurns, type Measurement, warmedUp } from './measurement.ts';
import type { PageRun } from './sts-page.ts';
import { makingTokens, readingTokens } from './sts-tokens.ts';

// What Chromium promises itself, beside Node in the same run.
const SHARE_OF_NODE = 0.5;

const GLOBAL = 'stsPage';
// What the compiler made of sts-page.ts, beside this file.
const PAGE = fileURLToPath(new URL('sts-page.js', import.meta.url));

const MEASURED = [
  { page: 'made 07', name: 'credit tokens made, EA07', calls: () => makingTokens('07') },
  { page: 'made 11', name: 'credit tokens made, EA11', calls: () => makingTokens('11') },
  { page: 'read 07', name: 'credit tokens read, EA07', calls: () => readingTokens('07') },
  { page: 'read 11', name: 'credit tokens read, EA11', calls: () => readingTokens('11') },
] as const satisfies readonly { readonly page: PageRun; readonly [name: string]: unknown }[];

export async function measureInChromium(options: LaunchOptions): Promise<readonly Measurement[]> {
  const bundle = await bundledPage();
  const browser = await chromium.launch(options);
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: bundle });
    const measurements: Measurement[] = [];
    for (const { page: pageRun, name, calls } of MEASURED) {
      const inPage = (): Promise<number> => page.evaluate(`${GLOBAL}.run('${pageRun}')`);
      const [node = 0, chrome = 0] = await inTurns([warmedUp(calls()), inPage]);
      const peer = { name: `Node, aim ${SHARE_OF_NODE}`, value: node };
      measurements.push(compared(`${name}, in Chromium ${browser.version()}`, chrome, peer));
    }
    return measurements;
  } finally {
    await browser.close();
  }
}

async function bundledPage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      lib: { entry: PAGE, formats: ['iife'], name: GLOBAL },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (result === undefined || !('output' in result)) throw new Error('the page was not bundled');
  return result.output[0].code;
}

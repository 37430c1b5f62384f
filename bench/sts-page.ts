/** What a page offers when sts-in-chromium.ts has put this into it as a bundle. */
import { warmedUp } from './measurement.ts';
import { makingTokens, readingTokens } from './sts-tokens.ts';

export type PageRun = 'made 07' | 'made 11' | 'read 07' | 'read 11';

const runs: Readonly<Record<PageRun, () => number>> = {
  'made 07': warmedUp(makingTokens('07')),
  'made 11': warmedUp(makingTokens('11')),
  'read 07': warmedUp(readingTokens('07')),
  'read 11': warmedUp(readingTokens('11')),
};

/** Measures once; calls per second. */
export function run(name: PageRun): number {
  return runs[name]();
}

import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { findChromium } from './tools/chromium.ts';

// Tests run the sources: the condition picks each package's src instead of its dist.
const source = '@wattvend/source';
const conditions = [source, 'node'];
const resolve = { conditions };
const ssr = { resolve: { conditions } };

// What the library and its tests import from elsewhere.
const PREPARED_FOR_BROWSERS = [
  '@noble/ciphers/ff1.js',
  '@noble/hashes/hmac.js',
  '@noble/hashes/sha2.js',
  'ajv/dist/2020.js',
  'fast-check',
];

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'pure',
          include: [
            'packages/{quantities,sts,meter,tariff,client}/test/**/*.test.ts',
            'apps/{wattvend,console}/test/**/*.test.ts',
            'apps/meter-emulator/test/pure/**/*.test.ts',
            'tools/**/*.test.ts',
          ],
          exclude: ['**/*.browser.test.ts'],
          // Some go through ten thousands of cases, on a machine that may be busy with other things.
          testTimeout: 60_000,
        },
      },
      {
        // The same tests in a real browser, for the packages that promise to run in one. Only what
        // needs one of the two says so in its name: *.browser.test.ts, *.node.test.ts.
        resolve: { conditions: [source, ...defaultClientConditions] },
        // Named here because finding one late loads the pages again, in the middle of a test.
        optimizeDeps: { include: PREPARED_FOR_BROWSERS },
        test: {
          name: 'browser',
          include: ['packages/{quantities,sts}/test/**/*.test.ts'],
          exclude: ['**/*.node.test.ts'],
          browser: {
            enabled: true,
            provider: await chromiumProvider(),
            headless: true,
            instances: [{ browser: 'chromium' }],
            screenshotFailures: false,
          },
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'world',
          include: [
            'packages/{database,security-module,ledger,vending}/test/**/*.test.ts',
            'apps/vending-server/test/**/*.test.ts',
            'apps/meter-emulator/test/process/**/*.test.ts',
          ],
          globalSetup: ['packages/database/test/postgres.global-setup.ts'],
          // Real programs on a small or busy machine; what is awaited comes at once otherwise.
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000, interval: 50 } },
        },
      },
    ],
  },
});

/** A machine without Chromium fails the tests that need one, and can run the others. */
async function chromiumProvider() {
  try {
    return playwright({ launchOptions: await findChromium() });
  } catch (error) {
    const fail = (): never => {
      throw error;
    };
    return { ...playwright(), providerFactory: fail };
  }
}

import { defineConfig } from 'vitest/config';

// Tests run the sources: the condition picks each package's src instead of its dist.
const conditions = ['@wattvend/source', 'node'];
const resolve = { conditions };
const ssr = { resolve: { conditions } };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'pure',
          include: [
            'packages/{quantities,sts,meter,tariff}/test/**/*.test.ts',
            'apps/{wattvend,console}/test/**/*.test.ts',
            'tools/**/*.test.ts',
          ],
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

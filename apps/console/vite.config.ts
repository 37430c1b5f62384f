/** Builds the pages into dist/web. The workspace packages are bundled from their sources. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/',
  plugins: [react()],
  resolve: {
    conditions: ['@wattvend/source', 'module', 'browser', 'development|production', 'default'],
  },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: ['chrome109', 'firefox115', 'safari16.4'],
    // Fonts and pictures stay files, so that the content security policy can stay narrow.
    assetsInlineLimit: 0,
    // The charts come with the day page only; the rest is checked by eye against this limit.
    chunkSizeWarningLimit: 450,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What several pages share travels together: a till on a phone network pays for each
            // request, not for a few kilobytes more.
            {
              name: 'shared-pages',
              test: /console[\\/]src[\\/](?!wall-meter|pages[\\/]tariffs)|@tabler|sts[\\/]src[\\/](meter-pan|refusal)/,
              minShareCount: 2,
              priority: 1,
            },
            // What tariffs and the approval of them share is nothing for a till.
            {
              name: 'tariffs',
              test: /console[\\/]src[\\/]pages[\\/]tariffs/,
              minShareCount: 2,
              priority: 0.5,
            },
            // The rest of the standard is for the meter on the wall and the token lab only.
            { name: 'standard', test: /console[\\/]src|packages[\\/]|@noble/, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: {
    proxy: { '/v1': 'http://127.0.0.1:8080', '/openapi.json': 'http://127.0.0.1:8080' },
  },
});

/** That the library runs in a Web Worker, where there is no page and no Node. */
import { expect, test } from 'vitest';
import type { WorkerAnswer } from './token-worker.ts';

test('a worker makes a token and reads it', async () => {
  const worker = new Worker(new URL('./token-worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = await new Promise<WorkerAnswer>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => resolve(data));
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      worker.postMessage({ energyTenthKwh: 256 });
    });
    // The worked example of the standard, as in vectors/credit-token.json.
    expect(answer).toEqual({
      hasDocument: false,
      digits: '51043465443420856213',
      energyTenthKwh: 256,
    });
  } finally {
    worker.terminate();
  }
});

/** A thread of the job in meter-random-tokens.ts: takes chunks, answers with their counts. */
import { parentPort, workerData } from 'node:worker_threads';
import { type GuessChunk, type Guesses, guessedMeter, tryChunk } from './meter-guesses.ts';

const guesses = workerData as Guesses;
const memory = guessedMeter(guesses);

parentPort?.on('message', (chunk: GuessChunk) => {
  parentPort?.postMessage({ number: chunk.number, counts: tryChunk(memory, guesses, chunk) });
});

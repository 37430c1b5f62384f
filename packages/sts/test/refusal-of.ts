/** The name of the refusal a function throws, for tables of refusals. */
import { type StsRefusal, StsRefusalError } from '@wattvend/sts/refusal.js';

/** Throws when the function does not throw, or throws something else. */
export function refusalOf(refused: () => unknown): StsRefusal {
  return refusalErrorOf(refused).refusal;
}

/** The same with the sentence, for what must not stand in it. */
export function refusalErrorOf(refused: () => unknown): StsRefusalError {
  try {
    refused();
  } catch (error) {
    if (error instanceof StsRefusalError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

import { type StsRefusal, StsRefusalError } from '@wattvend/sts/refusal.js';

/**
 * The name under which something is refused, null when it is not: for tables in which some cases are
 * taken and some refused. Any other error goes on.
 */
export function refusalOrNull(run: () => unknown): StsRefusal | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof StsRefusalError) return error.refusal;
    throw error;
  }
}

/** Many lines, some at a time. */
import { setImmediate as others } from 'node:timers/promises';

/** One statement takes this many rows; more do not make it faster. */
export const LINES_AT_A_TIME = 2000;

/** Between two batches others have their turn: a vend must not wait for a large file. */
export async function* batchesOf<Line>(lines: readonly Line[]): AsyncGenerator<readonly Line[]> {
  for (let at = 0; at < lines.length; at += LINES_AT_A_TIME) {
    await others();
    yield lines.slice(at, at + LINES_AT_A_TIME);
  }
}

/** How many octets of the heap a call takes. A cipher that takes any makes work for the collector. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Calls } from './measurement.ts';

const CALLS = 200_000;
// Few enough calls that no collection falls within a part: what was taken is still there.
const PARTS = 200;

/** Mean octets per call over many calls, after a warm-up. */
export function octetsPerCall(calls: Calls): number {
  const collect = collector();
  const perPart = CALLS / PARTS;
  calls(CALLS);
  let total = 0;
  for (let part = 0; part < PARTS; part++) {
    collect();
    // Asking takes a little itself, which is taken off.
    const asked = process.memoryUsage().heapUsed;
    const before = process.memoryUsage().heapUsed;
    calls(perPart);
    const after = process.memoryUsage().heapUsed;
    total += after - before - (before - asked);
  }
  return Math.max(0, total / CALLS);
}

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

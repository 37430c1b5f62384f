/** How many octets of the heap a meter in service takes; settings and tariff are shared by all. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { MeterMemory } from '@wattvend/meter/memory.js';
import { type BenchMeterOrder, meterInService } from './meter-in-service.ts';

const METERS = 10_000;
const TOKENS_IN_SERVICE = 60;

/**
 * Mean octets of a memory over many meters of different identities and keys. What is done with them
 * after their tokens is given, such as a month of consumption.
 */
export function octetsPerMeter(
  order: Omit<BenchMeterOrder, 'serial'>,
  use: (memory: MeterMemory) => MeterMemory,
): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const meters = new Array<MeterMemory | null>(METERS).fill(null);
  const make = (serial: number): MeterMemory =>
    use(meterInService({ ...order, serial }, TOKENS_IN_SERVICE));
  // Whatever is made once, for the first meter, is not of each.
  make(METERS);
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let serial = 0; serial < METERS; serial++) meters[serial] = make(serial);
  collect();
  const octets = (process.memoryUsage().heapUsed - before) / METERS;
  if (meters.some((memory) => memory?.tokenIdentifierStore.length !== 50)) {
    throw new Error('a meter was lost on the way');
  }
  return octets;
}

/** A quarter of the million meters of meter-fleet.ts: makes them, then lets each take a token. */
import { parentPort, workerData } from 'node:worker_threads';
import { LOCK_OUT_PROFILES } from '@wattvend/meter/lock-out.js';
import { RESIDENTIAL } from '@wattvend/meter/settings-profiles.js';
import type { FleetAnswer, FleetOrder, FleetShare } from './meter-fleet.ts';
import {
  boughtToken,
  meterInService,
  minuteOfPurchase,
  timeOf,
  withToken,
} from './meter-in-service.ts';

const { encryptionAlgorithm, firstSerial, meters } = workerData as FleetShare;
const settings = { ...RESIDENTIAL, lockOut: LOCK_OUT_PROFILES.persistent };

// One token before the one that is measured, so that every meter has all that one in service has.
const fleet = Array.from({ length: meters }, (_, index) =>
  meterInService({ serial: firstSerial + index, encryptionAlgorithm, settings }, 1),
);
const tokens = fleet.map((memory) => boughtToken(memory, 1));
answer('made');

parentPort?.on('message', (order: FleetOrder) => {
  if (order === 'take') takeAll();
});

function takeAll(): void {
  const now = timeOf(minuteOfPurchase(1));
  for (let index = 0; index < fleet.length; index++) {
    const memory = fleet[index];
    const digits = tokens[index];
    if (memory && digits) fleet[index] = withToken(memory, digits, now);
  }
  // The first and the last are looked at, so that no part of the work can be left out.
  if (fleet[0]?.totalEnergyAccepted !== 40_000 || fleet.at(-1)?.totalEnergyAccepted !== 40_000) {
    throw new Error('a meter was not credited twice');
  }
  answer('taken');
}

function answer(done: FleetAnswer): void {
  parentPort?.postMessage(done);
}

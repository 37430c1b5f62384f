/** Now and then a meter of the invented town breaks: another one takes its place and its credit. */
import { wattHours } from '@wattvend/quantities/energy.js';
import { instant, MILLISECONDS_PER_MINUTE } from '@wattvend/quantities/time.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import { makeDrn } from '@wattvend/sts/meter-pan.js';
import { keyRevisionNumber, supplyGroupCode, tariffIndex } from '@wattvend/sts/supply-group.js';
import type { OperationId } from '@wattvend/vending/desk-operation.js';
import { replaceMeter } from '@wattvend/vending/replace-meter.js';
import { storeMeter } from '@wattvend/vending/store-meter.js';
import { DEMO_SIGN_IN_NAME } from '../demo-utility.ts';
import { DEMO_KEY_REVISION_NUMBER, DEMO_SUPPLY_GROUPS, DEMO_TARIFF_INDEX } from '../street.ts';
import type { History, HistoryDay } from './live-through.ts';
import type { Living } from './purchases.ts';
import { order } from './town-orders.ts';

// Of a hundred days that many see a meter replaced.
const REPLACED_PERCENT = 6;
const SERIAL_FIRST = 52_000_000;
const CREDIT_LEFT_MOST_WH = 40_000;

export async function replaceMeters(history: History, day: HistoryDay): Promise<void> {
  const { chance, town } = history;
  if (!chance.percent(REPLACED_PERCENT)) return;
  const connected = town.filter(({ household }) => household.connectedOn < day.index);
  if (connected.length === 0) return;
  await replace(history, day, chance.pick(connected));
}

async function replace(history: History, day: HistoryDay, living: Living): Promise<void> {
  const { database, utility, clock, chance } = history;
  const { utilityId } = utility;
  const deed = { by: DEMO_SIGN_IN_NAME, at: clock.now };
  const newMeterNumber: Drn = makeDrn('9803', String(SERIAL_FIRST + day.index));
  const stored = await storeMeter(database, utilityId, {
    ...{ meterId: chance.uuid() as never, meterNumber: newMeterNumber, model: 'Replacement' },
    ...{ phases: 1, paymentMode: 'energy' },
    key: {
      supplyGroupCode: supplyGroupCode(DEMO_SUPPLY_GROUPS['04']),
      tariffIndex: tariffIndex(DEMO_TARIFF_INDEX),
      keyRevisionNumber: keyRevisionNumber(DEMO_KEY_REVISION_NUMBER),
      encryptionAlgorithm: '11',
    },
    ...deed,
  });
  if (stored.kind === 'refused') throw new Error(`no meter stored: ${stored.refusal}`);
  const operationId = chance.uuid() as OperationId;
  const replaced = await replaceMeter(database, utilityId, {
    ...{ operationId, meterNumber: living.meterNumber, newMeterNumber },
    ...{ reason: 'The display stayed dark', removedReading: null, installedReading: null },
    creditLeft: wattHours(chance.whole(0, CREDIT_LEFT_MOST_WH)),
    ...deed,
  });
  if (replaced.kind === 'refused') throw new Error(`no replacement: ${replaced.refusal}`);
  living.meterNumber = newMeterNumber;
  const { transfer } = replaced.outcome;
  if (transfer === null) return;
  // The new meter hangs first.
  clock.now = instant(clock.now + MILLISECONDS_PER_MINUTE);
  await order(history, { kind: 'transfer', replacementId: operationId }, 'Credit of the old meter');
}

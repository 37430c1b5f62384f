/** What a face is told in these tests: an idle meter with power, unless a test says otherwise. */
import type { FaceFacts } from '@wattvend/meter/face-facts.js';
import type { MeterMemory } from '@wattvend/meter/memory.js';
import type { Commodity, MeterSettings } from '@wattvend/meter/settings.js';
import { GAS, RESIDENTIAL, TIME, WATER } from '@wattvend/meter/settings-profiles.js';
import { inventedMeter, NOON } from '../invented-meter.ts';

export function faceFacts(memory: MeterMemory, changes: Partial<FaceFacts> = {}): FaceFacts {
  // A meter without electricity has no credit in Wh that could open anything.
  const isClosed = !memory.takesElectricity || memory.creditRegister > 0;
  return {
    memory,
    now: NOON,
    isPowered: true,
    switch: isClosed ? { isClosed, carriedBy: 'credit' } : { isClosed: false, reason: 'credit' },
    creditLow: 0,
    daysLeft: 9999,
    power: 0,
    rateName: 'ALL',
    lastResult: null,
    ...changes,
  };
}

const SETTINGS: Readonly<Record<Commodity, MeterSettings>> = {
  electricity: RESIDENTIAL,
  water: WATER,
  gas: GAS,
  time: TIME,
};

const SERVICES = { electricity: 0, water: 1, gas: 2, time: 3 } as const;

/** A meter of any commodity, paid for in its unit or in money, with a credit in its account. */
export function meterFor(
  commodity: Commodity,
  mode: 'energy' | 'currency',
  o: { readonly credit?: bigint; readonly symbol?: string } = {},
): MeterMemory {
  const { credit = 0n, symbol = 'R' } = o;
  const base = SETTINGS[commodity];
  const service = (SERVICES[commodity] + (mode === 'currency' ? 4 : 0)) as 0 | 1 | 2 | 3 | 4 | 5;
  return inventedMeter('07', {
    registers: [{ service, credit }],
    settings: {
      ...base,
      accounting: { ...base.accounting, commodity, mode },
      face: { ...base.face, currencySymbol: symbol },
    },
  });
}

export const COMMODITIES: readonly Commodity[] = ['electricity', 'water', 'gas', 'time'];

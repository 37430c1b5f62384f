/** What a meter has inside, for whoever wants to see it: its registers, read and not changed. */
import {
  accountServiceOf,
  accountText,
  creditText,
  formatMeasuredFloor,
} from '@wattvend/meter/account-text.js';
import { DAYS_LEFT_MAX, daysLeft } from '@wattvend/meter/credit-levels.js';
import type { MeterMemory } from '@wattvend/meter/memory.js';
import { formatWattHoursAsKwh } from '@wattvend/quantities/energy.js';
import { inputWords } from '../../wall-meter/log-words.ts';
import { isWallLogWhole } from '../../wall-meter/wall-log.ts';
import type { WallMeter } from '../../wall-meter/wall-meter.ts';

export interface RegisterRow {
  readonly name: string;
  readonly value: string;
  readonly isBad?: boolean;
}

export function registersOf({ log, meter }: WallMeter): readonly RegisterRow[] {
  const { memory, working } = meter;
  const { accounting, lockOut, settings, supply, tamper } = memory;
  const inputs = [...new Set([...tamper.kept, ...tamper.active])];
  const isLogWhole = isWallLogWhole(log, memory.log);
  return [
    { name: 'Credit', value: ofAccount(memory) },
    { name: 'Used in all', value: `${formatWattHoursAsKwh(memory.totalEnergyConsumed)} kWh` },
    { name: 'Used today', value: units(memory, accounting.usedByDay[0] ?? 0) },
    { name: 'Mean of the last days', value: units(memory, meanFloor(accounting.usedByDay)) },
    { name: 'Days left', value: daysText(daysLeft(memory)) },
    ...accounting.measuredByRate.map((measured, at) => ({
      name: `Rate ${at + 1}: ${accounting.tariff.rates[at]?.name ?? 'of an older tariff'}`,
      value: formatMeasuredFloor(settings.accounting.commodity, measured),
    })),
    { name: 'Emergency credit', value: emergencyText(memory) },
    { name: 'Power now', value: `${working.power} W` },
    { name: 'Power limit', value: limitText(memory) },
    {
      name: 'Maximum demand',
      value: settings.supply.demandWindow === null ? 'not kept' : `${supply.demand.maximum} W`,
    },
    { name: 'Trips by overload', value: String(supply.overload.trips) },
    { name: 'Wrong tokens in a row', value: String(lockOut.failures) },
    { name: 'Locked for', value: `${Math.ceil(lockOut.remaining / 1000)} s` },
    {
      name: 'Tamper inputs',
      value: inputs.length === 0 ? 'none' : inputs.map(inputWords).join(', '),
    },
    { name: 'Writes of the memory', value: String(memory.generation) },
    { name: 'Entries of the log', value: String(memory.log.count) },
    {
      name: 'Chain over the log',
      value: isLogWhole ? 'whole' : 'broken: an entry is missing or was altered',
      isBad: !isLogWhole,
    },
  ];
}

function ofAccount(memory: MeterMemory): string {
  const service = accountServiceOf(memory);
  return service === null ? 'none' : creditText(memory, service);
}

function units(memory: MeterMemory, amount: number): string {
  const service = accountServiceOf(memory);
  return service === null ? 'none' : accountText(memory.settings, service, BigInt(amount));
}

/** The first is today, which is not over. */
function meanFloor([, ...complete]: readonly number[]): number {
  if (complete.length === 0) return 0;
  return Math.floor(complete.reduce((sum, each) => sum + each, 0) / complete.length);
}

function daysText(days: number): string {
  return days >= DAYS_LEFT_MAX ? 'not known yet' : String(days);
}

const EMERGENCY_WORDS = {
  enabled: 'not needed',
  selectable: 'offered',
  inUse: 'in use',
  exhausted: 'used up',
} as const;

function emergencyText(memory: MeterMemory): string {
  const { emergency } = memory.settings.accounting;
  if (emergency === null) return 'none';
  const { status } = memory.accounting.emergency;
  return `${EMERGENCY_WORDS[status]}, at most ${units(memory, emergency.limit)}`;
}

function limitText({ maximumPowerLimit, settings }: MeterMemory): string {
  const limit = maximumPowerLimit ?? settings.supply.maximumPower;
  return limit === null ? 'none' : `${limit} W`;
}

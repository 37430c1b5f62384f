/** The values that short codes show, by name. Reading never changes anything. */
import { ENCRYPTION_ALGORITHMS } from '@wattvend/sts/encryption-algorithms.js';
import { drnFromMeterPan } from '@wattvend/sts/meter-pan.js';
import { ELECTRICITY, formatUnitsForDisplay, type Service } from '../accounting/services.ts';
import type { MeterMemory } from '../memory.ts';
import type { PhaseMeasurement } from '../meter-event.ts';
import { TOKEN_RESULTS } from '../token-entry/token-result.ts';
import {
  accountServiceOf,
  accountText,
  accountTextExact,
  creditText,
  fitting,
  formatMeasuredFloor,
  registerOf,
} from './account-text.ts';
import { COMMODITY_WORDS } from './commodity-words.ts';
import { dateText } from './date-text.ts';
import { DAYS_LEFT_UNKNOWN, type FaceFacts } from './face-facts.ts';
import { TAMPER_WORDS, tamperInputsOf } from './tamper-words.ts';

export interface Reading {
  /** At most 20 characters. */
  readonly label: string;
  /** At most 24 characters. */
  readonly read: (facts: FaceFacts) => string;
}

export type ReadingName =
  | 'meter-number'
  | 'flow-now'
  | 'flow-limit'
  | 'credit'
  | 'credit-exact'
  | 'used-today'
  | 'used-yesterday'
  | 'used-seven-days'
  | 'total-used'
  | 'rate-1-used'
  | 'rate-2-used'
  | 'rate-3-used'
  | 'rate-4-used'
  | 'rate-5-used'
  | 'rate-6-used'
  | 'rate-7-used'
  | 'rate-8-used'
  | 'days-left'
  | 'alarm-level-1'
  | 'alarm-level-2'
  | 'alarm-level-3'
  | 'last-credit-value'
  | 'last-credit-at'
  | 'last-credit-token'
  | 'last-result'
  | 'key-revision-type'
  | 'tariff-index'
  | 'supply-group-code'
  | 'key-expiry-number'
  | 'encryption-algorithm'
  | 'tamper'
  | 'emergency-left'
  | 'firmware-version'
  | 'maximum-demand'
  | 'tariff-name'
  | 'rate-now'
  | 'voltage'
  | 'current';

const NONE = 'NONE';

export const READINGS: Readonly<Record<ReadingName, Reading>> = {
  'meter-number': reading('METER NUMBER', ({ memory }) => drnFromMeterPan(memory.meterPan)),
  'flow-now': reading('POWER NOW', ({ memory, power }) => flowText(memory, power)),
  'flow-limit': reading('POWER LIMIT', ({ memory }) => flowLimitText(memory)),
  credit: reading('CREDIT', ({ memory }) => ofAccount(memory, creditText)),
  'credit-exact': reading('CREDIT, ALL PLACES', ({ memory }) => creditExact(memory)),
  'used-today': reading('USED TODAY', ({ memory }) => usedOnDays(memory, 0, 1)),
  'used-yesterday': reading('USED YESTERDAY', ({ memory }) => usedOnDays(memory, 1, 2)),
  'used-seven-days': reading('USED IN 7 DAYS', ({ memory }) => usedOnDays(memory, 1, 8)),
  'total-used': reading('TOTAL USED', ({ memory }) => totalUsed(memory)),
  'rate-1-used': rateReading(1),
  'rate-2-used': rateReading(2),
  'rate-3-used': rateReading(3),
  'rate-4-used': rateReading(4),
  'rate-5-used': rateReading(5),
  'rate-6-used': rateReading(6),
  'rate-7-used': rateReading(7),
  'rate-8-used': rateReading(8),
  'days-left': reading('DAYS LEFT', ({ daysLeft }) =>
    String(Math.min(daysLeft, DAYS_LEFT_UNKNOWN)),
  ),
  'alarm-level-1': alarmReading(1),
  'alarm-level-2': alarmReading(2),
  'alarm-level-3': alarmReading(3),
  'last-credit-value': reading('LAST CREDIT', ({ memory: { lastCredit } }) =>
    lastCredit === null ? NONE : formatUnitsForDisplay(lastCredit.service, lastCredit.units),
  ),
  'last-credit-at': reading('LAST CREDIT AT', ({ memory: { accounting, lastCredit } }) =>
    lastCredit === null
      ? NONE
      : fitting(dateText(lastCredit.enteredAt, accounting.tariff.utcOffsetMinutes)),
  ),
  'last-credit-token': reading('LAST CREDIT TID', ({ memory: { lastCredit } }) =>
    lastCredit === null ? NONE : String(lastCredit.tokenIdentifier),
  ),
  'last-result': reading('LAST RESULT', ({ lastResult }) =>
    lastResult === null ? NONE : `${TOKEN_RESULTS[lastResult].code ?? ''} ${lastResult}`.trim(),
  ),
  'key-revision-type': reading(
    'KEY REVISION, TYPE',
    ({ memory }) => `${memory.keyRevisionNumber} ${memory.keyType}`,
  ),
  'tariff-index': reading('TARIFF INDEX', ({ memory }) => memory.tariffIndex),
  'supply-group-code': reading('SUPPLY GROUP CODE', ({ memory }) => memory.supplyGroupCode),
  'key-expiry-number': reading('KEY EXPIRY NUMBER', ({ memory }) => String(memory.keyExpiryNumber)),
  'encryption-algorithm': reading('ENCRYPTION', ({ memory }) => encryptionText(memory)),
  tamper: reading('TAMPER', ({ memory }) => tamperText(memory)),
  'emergency-left': reading('EMERGENCY LEFT', ({ memory }) => emergencyLeftText(memory)),
  'firmware-version': reading('VERSION', ({ memory }) => fitting(memory.firmware.runningVersion)),
  'maximum-demand': reading('MAXIMUM DEMAND', ({ memory: { settings, supply } }) =>
    settings.supply.demandWindow === null ? NONE : `${supply.demand.maximum} W`,
  ),
  'tariff-name': reading('TARIFF', ({ memory }) => fitting(memory.accounting.tariff.name)),
  'rate-now': reading('RATE NOW', ({ rateName }) => fitting(rateName === '' ? NONE : rateName)),
  voltage: reading('VOLTAGE', (facts) => phasesText(facts, ({ voltage }) => tenths(voltage), 'V')),
  current: reading('CURRENT', (facts) =>
    phasesText(facts, ({ current }) => tenths(Math.round(current / 100)), 'A'),
  ),
};

/** The newest but this many of the store of token identifiers. */
export function tokenIdentifierReading({ memory }: FaceFacts, index: number): string {
  const identifier = memory.tokenIdentifierStore.at(-1 - index);
  return identifier === undefined ? NONE : String(identifier);
}

/** What flows, in the unit of the commodity. */
function flowText(memory: MeterMemory, power: number): string {
  const { flowUnit } = COMMODITY_WORDS[memory.settings.accounting.commodity];
  if (flowUnit === '') return power > 0 ? 'YES' : 'NO';
  return fitting(`${power} ${flowUnit}`);
}

/** The limit a token has set, or that of the settings; null where there is none. */
export function flowLimitOf(memory: MeterMemory): number | null {
  return memory.maximumPowerLimit ?? memory.settings.supply.maximumPower;
}

/**
 * What is left of emergency credit: all of it until the account falls below its limit. Null where the
 * meter gives none.
 */
function emergencyLeftOf(memory: MeterMemory): bigint | null {
  const { emergency, overdraft } = memory.settings.accounting;
  const service = accountServiceOf(memory);
  if (emergency === null || service === null) return null;
  if (memory.accounting.emergency.status === 'exhausted') return 0n;
  const limit = BigInt(emergency.limit);
  const left = limit + BigInt(overdraft) + registerOf(memory, service);
  if (left > limit) return limit;
  return left < 0n ? 0n : left;
}

function reading(label: string, read: Reading['read']): Reading {
  return { label, read };
}

function rateReading(number: number): Reading {
  return reading(`RATE ${number} USED`, ({ memory }) => {
    const measured = memory.accounting.measuredByRate[number - 1];
    if (measured === undefined) return NONE;
    return formatMeasuredFloor(memory.settings.accounting.commodity, measured);
  });
}

function alarmReading(number: number): Reading {
  return reading(`ALARM LEVEL ${number}`, ({ memory }) => {
    const level = memory.settings.accounting.creditLow[number - 1];
    return level === undefined ? NONE : accountUnitsText(memory, BigInt(level));
  });
}

function ofAccount(
  memory: MeterMemory,
  read: (memory: MeterMemory, service: Service) => string,
): string {
  const service = accountServiceOf(memory);
  return service === null ? NONE : read(memory, service);
}

function accountUnitsText(memory: MeterMemory, units: bigint): string {
  return ofAccount(memory, ({ settings }, service) => accountText(settings, service, units));
}

function creditExact(memory: MeterMemory): string {
  return ofAccount(memory, (of, service) =>
    accountTextExact(of.settings, service, registerOf(of, service)),
  );
}

function usedOnDays(memory: MeterMemory, from: number, until: number): string {
  const days = memory.accounting.usedByDay.slice(from, until);
  const used = days.reduce((sum, day) => sum + BigInt(day), 0n);
  return accountUnitsText(memory, used);
}

function totalUsed(memory: MeterMemory): string {
  return ofAccount(memory, ({ otherRegisters, settings, totalEnergyConsumed }, service) => {
    const register = otherRegisters.find((each) => each.service === service);
    const units = service === ELECTRICITY ? BigInt(totalEnergyConsumed) : register?.totalConsumed;
    return accountText(settings, service, units ?? 0n);
  });
}

function flowLimitText(memory: MeterMemory): string {
  const limit = flowLimitOf(memory);
  return limit === null ? NONE : fitting(`${limit} W`);
}

// Whoever shows a private profile says that it is not of the standard.
function encryptionText({ encryptionAlgorithm }: MeterMemory): string {
  const { name, standard } = ENCRYPTION_ALGORITHMS[encryptionAlgorithm];
  return fitting(`${encryptionAlgorithm} ${name}${standard ? '' : ', NOT STS'}`);
}

function tamperText({ isTampered, tamper }: MeterMemory): string {
  const [first, ...others] = tamperInputsOf(tamper);
  if (first === undefined) return isTampered ? 'TAMPERED' : NONE;
  const more = others.length === 0 ? '' : ` +${others.length}`;
  return `${TAMPER_WORDS[first].short}${more}`;
}

function emergencyLeftText(memory: MeterMemory): string {
  const left = emergencyLeftOf(memory);
  return left === null ? NONE : accountUnitsText(memory, left);
}

/** All phases in a row, the unit once. */
function phasesText(
  { measurement }: FaceFacts,
  textOf: (phase: PhaseMeasurement) => string,
  unit: string,
): string {
  if (measurement === undefined || measurement === null) return NONE;
  return fitting(`${measurement.phases.map(textOf).join(' ')} ${unit}`);
}

function tenths(value: number): string {
  const size = Math.abs(value);
  return `${value < 0 ? '-' : ''}${Math.floor(size / 10)}.${size % 10}`;
}

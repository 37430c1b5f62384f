/**
 * Short codes: up to three digits and ENTER show a value of the meter. There is no standard for
 * them; each maker has its own. The numbers here are the ones common on Landis+Gyr meters. Reading
 * never changes anything.
 */
import { formatWattHoursAsKwh, type WattHours } from '@wattvend/quantities/energy.js';
import { drnFromMeterPan } from '@wattvend/sts/meter-pan.js';
import type { MeterMemory } from '../memory.ts';

export interface ShortCode {
  readonly code: string;
  /** What the value is; with the code before it at most 24 characters. */
  readonly label: string;
  /** The value as text, at most 24 characters. */
  readonly read: (memory: MeterMemory) => string;
}

/** In the order in which the info key shows them. */
export const SHORT_CODES: readonly ShortCode[] = [
  { code: '000', label: 'METER NUMBER', read: (memory) => drnFromMeterPan(memory.meterPan) },
  { code: '002', label: 'CREDIT', read: (memory) => kwh(memory.creditRegister) },
  { code: '061', label: 'TOTAL USED', read: (memory) => kwh(memory.totalEnergyConsumed) },
  { code: '060', label: 'SUPPLY GROUP CODE', read: (memory) => memory.supplyGroupCode },
  { code: '058', label: 'TARIFF INDEX', read: (memory) => memory.tariffIndex },
  {
    code: '057',
    label: 'KEY REVISION, TYPE',
    read: (memory) => `${memory.keyRevisionNumber} ${memory.keyType}`,
  },
];

function kwh(energy: WattHours): string {
  return `${formatWattHoursAsKwh(energy)} kWh`;
}

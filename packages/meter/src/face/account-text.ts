/** Credit, use and money as a display writes them. Every text fits a line of it. */
import type { MeasuredUnits } from '../accounting/account-units.ts';
import { hasService, servicesOf } from '../accounting/credit.ts';
import {
  DISPLAY_WIDTH,
  ELECTRICITY,
  formatUnits,
  formatUnitsForDisplay,
  type Service,
  serviceRow,
} from '../accounting/services.ts';
import type { MeterMemory } from '../memory.ts';
import type { Commodity, MeterSettings } from '../settings.ts';

const SERVICE_OF_COMMODITY: Readonly<Record<Commodity, 0 | 1 | 2 | 3>> = {
  electricity: 0,
  water: 1,
  gas: 2,
  time: 3,
};

// The services 4 to 7 are accounts of money, in hundred-thousandths.
const FIRST_CURRENCY_SERVICE = 4;
const UNITS_PER_HUNDREDTH = 1000n;

const OUT_OF_DISPLAY_RANGE = 'OUT OF DISPLAY RANGE';

/**
 * The service a meter is paid for with: that of its settings, or the first it has where it was made
 * without that one. Null where it sells nothing.
 */
export function accountServiceOf(memory: MeterMemory): Service | null {
  const { commodity, mode } = memory.settings.accounting;
  const service = SERVICE_OF_COMMODITY[commodity] + (mode === 'currency' ? 4 : 0);
  const named = serviceRow(service as Service).service;
  return hasService(memory, named) ? named : (servicesOf(memory)[0] ?? null);
}

/** What the register of a service holds, in units of the account: Wh, tenths, hundred-thousandths. */
export function registerOf(memory: MeterMemory, service: Service): bigint {
  if (service === ELECTRICITY) return BigInt(memory.creditRegister);
  return memory.otherRegisters.find((register) => register.service === service)?.credit ?? 0n;
}

/** The credit of a service, or that it is too long for a display. */
export function creditText(memory: MeterMemory, service: Service): string {
  return accountText(memory.settings, service, registerOf(memory, service));
}

/** Units of an account: kWh and its kin with all their places, money with two. */
export function accountText(settings: MeterSettings, service: Service, units: bigint): string {
  if (service === ELECTRICITY) return fitting(`${formatThousandths(units)} kWh`);
  if (service < FIRST_CURRENCY_SERVICE) return formatUnitsForDisplay(service, units);
  return fitting(formatCurrencyFloor(units, settings.face.currencySymbol));
}

/** The same with all places of money, too. */
export function accountTextExact(settings: MeterSettings, service: Service, units: bigint): string {
  if (service < FIRST_CURRENCY_SERVICE) return accountText(settings, service, units);
  return fitting(`${settings.face.currencySymbol} ${formatUnits(service, units)}`.trimStart());
}

/** As a person says it: the unit in words. */
export function spokenAccountText(text: string, service: Service): string {
  const { unit, unitInWords } = serviceRow(service);
  return unit === '' ? text : text.replace(unit, unitInWords);
}

/**
 * Hundred-thousandths as money with two places, rounded down, also below zero: what a meter shows is
 * never more than there is. 123 999 becomes "R 1.23" and -1 becomes "R -0.01".
 */
export function formatCurrencyFloor(units: bigint, symbol: string): string {
  // A division of bigints goes towards zero.
  const isPart = units % UNITS_PER_HUNDREDTH !== 0n;
  const hundredths = units / UNITS_PER_HUNDREDTH - (units < 0n && isPart ? 1n : 0n);
  const digits = String(hundredths < 0n ? -hundredths : hundredths).padStart(3, '0');
  const sign = hundredths < 0n ? '-' : '';
  return `${symbol} ${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`.trimStart();
}

/** What a measuring element counted: kWh and m³ with three places, minutes rounded down. */
export function formatMeasuredFloor(commodity: Commodity, measured: MeasuredUnits): string {
  switch (commodity) {
    case 'electricity':
      return `${formatThousandths(BigInt(measured))} kWh`;
    case 'water':
    case 'gas':
      return `${formatThousandths(BigInt(measured))} m3`;
    case 'time':
      return `${Math.floor(measured / 60)} min`;
  }
}

/** A text that fits, or that it does not. */
export function fitting(text: string): string {
  return text.length <= DISPLAY_WIDTH ? text : OUT_OF_DISPLAY_RANGE;
}

function formatThousandths(value: bigint): string {
  const digits = String(value < 0n ? -value : value).padStart(4, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
}

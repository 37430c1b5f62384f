/**
 * The services a meter can sell, numbered as the subclasses of credit tokens and as the credit
 * registers are (IEC 62055-41, 6.2.2, 6.2.5), one row each.
 */
import type { Confidence } from '@wattvend/sts/confidence.js';
import type { AccountingSettings, Commodity } from '../settings.ts';

export type Service = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const ELECTRICITY = 0;

/** The accounts of money are numbered as what they pay for, from here. */
export const FIRST_CURRENCY_SERVICE = 4;

export interface ServiceRow {
  readonly service: Service;
  readonly name: string;
  /** For a display; empty for money, because a token does not say of which currency. */
  readonly unit: string;
  /** The same in words. */
  readonly unitInWords: string;
  /** Decimal places of the unit that one unit of a token is: tenths or hundred-thousandths. */
  readonly places: 1 | 5;
  readonly confidence: Confidence;
}

export const SERVICES: readonly ServiceRow[] = [
  row(0, 'electricity', 'kWh', 'kilowatt-hours', 1, 'high'),
  row(1, 'water', 'm3', 'cubic metres', 1, 'high'),
  row(2, 'gas', 'm3', 'cubic metres', 1, 'high'),
  row(3, 'time', 'min', 'minutes', 1, 'medium'),
  row(4, 'electricity account', '', 'of the currency', 5, 'medium'),
  row(5, 'water account', '', 'of the currency', 5, 'medium'),
  row(6, 'gas account', '', 'of the currency', 5, 'medium'),
  row(7, 'time account', '', 'of the currency', 5, 'medium'),
];

function row(
  service: Service,
  name: string,
  unit: string,
  unitInWords: string,
  places: 1 | 5,
  confidence: Confidence,
): ServiceRow {
  return { service, name, unit, unitInWords, places, confidence };
}

/** Whether a value is the number of a service. */
export function isService(value: unknown): value is Service {
  return SERVICES.some(({ service }) => service === value);
}

export function serviceRow(service: Service): ServiceRow {
  return SERVICES[service] as ServiceRow;
}

/** Writes units of a service's tokens in its unit: 256 of electricity becomes "25.6". Exact. */
export function formatUnits(service: Service, units: bigint): string {
  const { places } = serviceRow(service);
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Twenty digits in groups of four with blanks between fill a line of the display exactly. */
export const DISPLAY_WIDTH = 24;

/** The same with the unit behind it, for a display, or that it is too long for one. */
export function formatUnitsForDisplay(service: Service, units: bigint): string {
  const text = `${formatUnits(service, units)} ${serviceRow(service).unit}`.trimEnd();
  return text.length <= DISPLAY_WIDTH ? text : 'OUT OF DISPLAY RANGE';
}

/**
 * The books of one service that is not electricity, all in units of its tokens: tenths of a cubic
 * metre, tenths of a minute, hundred-thousandths of the currency. A bigint, because one currency
 * token can carry more than a double counts.
 */
export interface ServiceRegister {
  readonly service: Exclude<Service, 0>;
  /** Below zero where more was used or debited than was paid for. */
  readonly credit: bigint;
  /** No token lifts the credit above this; one that would is refused whole. */
  readonly maximum: bigint;
  /** Credits less debits, so that it may fall. */
  readonly totalAccepted: bigint;
  readonly totalConsumed: bigint;
  /** Taken away by ClearCredit; negative where it forgave more than it took. */
  readonly totalForfeited: bigint;
}

const COMMODITY_SERVICES: Readonly<Record<Commodity, Service>> = {
  electricity: 0,
  water: 1,
  gas: 2,
  time: 3,
};

/** The service whose register is the account. */
export function accountService(settings: Pick<AccountingSettings, 'commodity' | 'mode'>): Service {
  const service = COMMODITY_SERVICES[settings.commodity];
  return settings.mode === 'energy' ? service : ((service + FIRST_CURRENCY_SERVICE) as Service);
}

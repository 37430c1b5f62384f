/**
 * Energy. A token carries tenths of a kilowatt-hour (IEC 62055-41, the unit of TransferAmount for
 * electricity); a meter counts whole watt-hours. Both are whole numbers: there is no float here.
 */
import type { Quantity } from './quantity.ts';

/** Energy in tenths of a kilowatt-hour, the resolution of an STS electricity credit token. */
export type TenthKwh = Quantity<number, 'kWh/10'>;

/** Energy in watt-hours, the resolution of a meter's registers; negative where a register may be. */
export type WattHours = Quantity<number, 'Wh'>;

/** Power in watts. */
export type Watts = Quantity<number, 'W'>;

export const WATT_HOURS_PER_TENTH_KWH = 100;

/** Refuses anything but a whole number of tenths, zero or more, that a double holds exactly. */
export function tenthKwh(value: number): TenthKwh {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`energy must be a whole number of tenths of a kWh, got ${value}`);
  }
  return value as TenthKwh;
}

/** Refuses anything but a whole number of watt-hours that a double holds exactly. */
export function wattHours(value: number): WattHours {
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`energy must be a whole number of Wh, got ${value}`);
  }
  return value as WattHours;
}

/** Refuses anything but a whole number of watts, zero or more. */
export function watts(value: number): Watts {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`power must be a whole number of W, got ${value}`);
  }
  return value as Watts;
}

/** The same energy in the meter's unit; exact. */
export function wattHoursFromTenthKwh(energy: TenthKwh): WattHours {
  return wattHours(energy * WATT_HOURS_PER_TENTH_KWH);
}

/** Writes energy for people and for the wire's decimal form: 256 becomes "25.6". Exact. */
export function formatTenthKwh(energy: TenthKwh): string {
  return `${Math.floor(energy / 10)}.${energy % 10}`;
}

/** Writes a register for people, in kWh with three places: -1234 Wh becomes "-1.234". Exact. */
export function formatWattHoursAsKwh(energy: WattHours): string {
  const size = Math.abs(energy);
  const fraction = String(size % 1000).padStart(3, '0');
  return `${energy < 0 ? '-' : ''}${Math.floor(size / 1000)}.${fraction}`;
}

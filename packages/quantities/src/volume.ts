/**
 * Volume. A token for water or gas carries tenths of a cubic metre (IEC 62055-41, the unit of
 * TransferAmount for those services).
 */
import type { Quantity } from './quantity.ts';

/** Volume in tenths of a cubic metre, the resolution of an STS water or gas credit token. */
export type TenthCubicMetres = Quantity<number, 'm3/10'>;

/** Refuses anything but a whole number of tenths, zero or more, that a double holds exactly. */
export function tenthCubicMetres(value: number): TenthCubicMetres {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`volume must be a whole number of tenths of a m³, got ${value}`);
  }
  return value as TenthCubicMetres;
}

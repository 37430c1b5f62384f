/** Decimal numbers as text, read and written without a float. */
import { type JsonObject, type Refusal, refuse } from '../request.ts';

export interface Decimal {
  readonly isNegative: boolean;
  /** Without leading zeros, so that its length tells its size. */
  readonly whole: string;
  readonly places: string;
}

/**
 * A decimal number, "-12.5", or the JSON number that is written so. With `isWhole` it has no decimal
 * point.
 */
export function readDecimal(
  parent: JsonObject,
  member: string,
  { isWhole }: { readonly isWhole: boolean },
): Decimal | Refusal {
  const value = parent[member];
  const text = typeof value === 'number' ? String(value) : value;
  const pattern = isWhole ? /^-?\d+$/ : /^-?\d+(?:\.\d+)?$/;
  if (typeof text !== 'string' || !pattern.test(text)) {
    return refuse('BadRequest', `"${member}" must be a ${isWhole ? 'whole' : 'decimal'} number`);
  }
  const isNegative = text.startsWith('-');
  const [whole = '', places = ''] = text.slice(isNegative ? 1 : 0).split('.');
  return { isNegative, whole: whole.replace(/^0+(?=\d)/, ''), places };
}

export function isZero({ places, whole }: Decimal): boolean {
  return !/[1-9]/.test(whole) && !/[1-9]/.test(places);
}

/**
 * The number in units of 10^-places, what does not fit rounded up: away from zero above it, towards
 * zero below.
 */
export function unitsCeil({ isNegative, places, whole }: Decimal, unitPlaces: number): bigint {
  const cut = BigInt(whole + places.slice(0, unitPlaces).padEnd(unitPlaces, '0'));
  if (isNegative) return -cut;
  return /[1-9]/.test(places.slice(unitPlaces)) ? cut + 1n : cut;
}

/** Units of 10^-places, 1 or more, as a decimal number: -1 with five places is "-0.00001". */
export function formatUnits(units: bigint | number, places: number): string {
  const text = String(units);
  const isNegative = text.startsWith('-');
  const digits = text.slice(isNegative ? 1 : 0).padStart(places + 1, '0');
  return `${isNegative ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

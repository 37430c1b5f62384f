/** The numbers of a batch of meters: one maker, serial numbers without a gap. */
import { type Drn, type MeterPan, makeDrn, meterPanFromDrn } from '@wattvend/sts/meter-pan.js';

export interface SerialRangeOrder {
  /** Two or four digits; the issuer (600727 or 0000) follows from their number. */
  readonly manufacturerCode: string;
  readonly firstSerial: number;
  readonly count: number;
}

export interface MeterNumber {
  readonly meterPan: MeterPan;
  readonly drn: Drn;
  readonly manufacturerCode: string;
  /** Eight digits. */
  readonly serialNumber: string;
}

/** A serial number has eight digits. */
export const SERIAL_NUMBER_MAX = 99_999_999;

/** More would outgrow the memory of a small machine; a maker makes another batch. */
export const BATCH_METERS_MAX = 100_000;

/** In this order: the first that applies is returned. */
export const SERIAL_RANGE_FAULTS = [
  'manufacturer-code',
  'first-serial',
  'count',
  'beyond-last-serial',
] as const;
export type SerialRangeFault = (typeof SERIAL_RANGE_FAULTS)[number];

export type SerialRange =
  | { readonly kind: 'numbers'; readonly numbers: readonly MeterNumber[] }
  | { readonly kind: 'fault'; readonly fault: SerialRangeFault };

/** All numbers of a range, or what is wrong with it: a range that does not fit is no shorter range. */
export function serialRange({
  count,
  firstSerial,
  manufacturerCode,
}: SerialRangeOrder): SerialRange {
  if (!/^(?:\d{2}|\d{4})$/.test(manufacturerCode)) return fault('manufacturer-code');
  if (!isWhole(firstSerial, 0, SERIAL_NUMBER_MAX)) return fault('first-serial');
  if (!isWhole(count, 1, BATCH_METERS_MAX)) return fault('count');
  if (firstSerial + count - 1 > SERIAL_NUMBER_MAX) return fault('beyond-last-serial');
  const numbers = Array.from({ length: count }, (_, after): MeterNumber => {
    const serialNumber = String(firstSerial + after).padStart(8, '0');
    const drn = makeDrn(manufacturerCode, serialNumber);
    return { meterPan: meterPanFromDrn(drn), drn, manufacturerCode, serialNumber };
  });
  return { kind: 'numbers', numbers };
}

function fault(name: SerialRangeFault): SerialRange {
  return { kind: 'fault', fault: name };
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}

/**
 * Where things stand on the device of a meter: two checkpoints, the half of the journal that follows
 * each of them, and the rings of the event log. Everything begins at a page and no two things share
 * one: a chip erases a whole page before it programs a part of it, so a page that holds something
 * acknowledged is not touched again before its turn.
 */
import { LOG_CAPACITY, type LogBook } from '../event-log.ts';
import { assertGeometry, type DeviceGeometry } from './nonvolatile-device.ts';

/** A checkpoint slot, and the half of the journal that follows it. */
export type Half = 0 | 1;

export interface StoreGeometry extends DeviceGeometry {
  /** Room for one checkpoint; it bounds how large a tariff may be. */
  readonly checkpointOctets: number;
}

/**
 * A serial EEPROM of 64 kB in pages of 128 octets (512 kbit, sold by several makers). A common meter
 * needs 2.5 kB for a checkpoint. In 20 years of a household it comes to 19,400 cycles on the most worn
 * page, as test/storage/wear.test.ts measures.
 */
export const METER_EEPROM: StoreGeometry = {
  size: 65_536,
  pageSize: 128,
  checkpointOctets: 6144,
};

/**
 * 512 kB in pages of 256 octets (4 Mbit). An active and a passive tariff of the largest size, with all
 * else a meter takes, come to 95.5 kB as text, which test/storage/journal.test.ts counts.
 */
export const METER_EEPROM_LARGE: StoreGeometry = {
  size: 524_288,
  pageSize: 256,
  checkpointOctets: 114_688,
};

// Number, time, code and detail as text with spaces between: 16 + 17 + 19 + 32 + 3 characters; and
// magic, length and checksum around it.
export const LOG_SLOT_OCTETS = 93;

export interface StoreLayout {
  readonly geometry: StoreGeometry;
  readonly checkpoints: readonly [number, number];
  readonly journals: readonly [number, number];
  /** Of each half of the journal. */
  readonly journalPages: number;
  readonly logs: Readonly<Record<LogBook, number>>;
  readonly logSlotOctets: number;
}

/** Refuses, with a RangeError, a device that is too small for its parts. */
export function storeLayout(geometry: StoreGeometry): StoreLayout {
  assertGeometry(geometry);
  const { checkpointOctets, pageSize, size } = geometry;
  const wholePages = (octets: number): number => Math.ceil(octets / pageSize) * pageSize;
  const checkpoint = wholePages(checkpointOctets);
  const logSlotOctets = wholePages(LOG_SLOT_OCTETS);
  const security = size - logSlotOctets * (LOG_CAPACITY.security + LOG_CAPACITY.supply);
  const supply = security + logSlotOctets * LOG_CAPACITY.security;
  const firstJournal = checkpoint * 2;
  const journalPages = Math.floor((security - firstJournal) / pageSize / 2);
  if (journalPages < 1) throw new RangeError(`a store does not fit into ${size} octets`);
  return {
    geometry,
    checkpoints: [0, checkpoint],
    journals: [firstJournal, firstJournal + journalPages * pageSize],
    journalPages,
    logs: { security, supply },
    logSlotOctets,
  };
}

/** Where a page of a half of the journal begins. */
export function journalAddress(layout: StoreLayout, half: Half, page: number): number {
  return layout.journals[half] + page * layout.geometry.pageSize;
}

/** How many pages so many octets take. */
export function pagesOf({ geometry }: StoreLayout, octets: number): number {
  return Math.ceil(octets / geometry.pageSize);
}

export function otherHalf(half: Half): Half {
  return half === 0 ? 1 : 0;
}

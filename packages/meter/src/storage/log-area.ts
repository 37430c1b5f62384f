/**
 * The event log on the device: a ring of slots for each book. An entry first stands in the journal,
 * with the changes it tells of, and only then in its slot; so a slot that was torn is written again
 * from the journal, and an entry in a slot proves that its record was kept.
 */
import { LOG_CAPACITY, LOG_CODES, type LogBook, type LogEntry } from '../event-log.ts';
import { readLogEntry } from './changes-record.ts';
import { putNumber, putText, takeNumber, takeText } from './frame.ts';
import { type DeviceWrite, writesWithinPages } from './nonvolatile-device.ts';
import { crc32OfOctets } from './octet-checksum.ts';
import type { StoreLayout } from './store-layout.ts';

/** The slot of each book's ring that is written next. */
export type LogPlaces = Readonly<Record<LogBook, number>>;

export const LOG_PLACES_FIRST: LogPlaces = { security: 0, supply: 0 };

export interface ReadLogArea {
  /** By number, of both books. */
  readonly entries: readonly LogEntry[];
  /** The greatest number in each book; 0 where there is none. */
  readonly greatest: Readonly<Record<LogBook, number>>;
  readonly places: LogPlaces;
}

const MAGIC = 0x96;
const TEXT_AT = 2;
const CHECKSUM_OCTETS = 4;
const BOOKS = ['security', 'supply'] as const satisfies readonly LogBook[];

/** The writes that put entries into their slots, and the slots that come next. */
export function logWrites(
  layout: StoreLayout,
  before: LogPlaces,
  entries: readonly LogEntry[],
): { readonly deviceWrites: readonly DeviceWrite[]; readonly places: LogPlaces } {
  let places = before;
  const deviceWrites = entries.flatMap((entry) => {
    const book = LOG_CODES[entry.code];
    const address = slotAddress(layout, book, places[book]);
    places = { ...places, [book]: (places[book] + 1) % LOG_CAPACITY[book] };
    return writesWithinPages(address, slotOctets(entry), layout.geometry.pageSize);
  });
  return { deviceWrites, places };
}

/** All entries that can be read. A slot that is torn or decayed is passed over. */
export function readLogArea(layout: StoreLayout, image: Readonly<Uint8Array>): ReadLogArea {
  const entries: LogEntry[] = [];
  const greatest: Record<LogBook, number> = { security: 0, supply: 0 };
  const places: Record<LogBook, number> = { ...LOG_PLACES_FIRST };
  for (const book of BOOKS) {
    for (let slot = 0; slot < LOG_CAPACITY[book]; slot++) {
      const entry = readSlot(image, slotAddress(layout, book, slot));
      if (entry === null || LOG_CODES[entry.code] !== book) continue;
      entries.push(entry);
      if (entry.number <= greatest[book]) continue;
      greatest[book] = entry.number;
      places[book] = (slot + 1) % LOG_CAPACITY[book];
    }
  }
  entries.sort((left, right) => left.number - right.number);
  return { entries, greatest, places };
}

function slotAddress(layout: StoreLayout, book: LogBook, slot: number): number {
  return layout.logs[book] + slot * layout.logSlotOctets;
}

function slotOctets({ at, code, detail, number }: LogEntry): Uint8Array {
  const text = `${number} ${at} ${code} ${detail}`;
  const checksumAt = TEXT_AT + text.length;
  const octets = new Uint8Array(checksumAt + CHECKSUM_OCTETS);
  octets[0] = MAGIC;
  octets[1] = text.length;
  putText(octets, TEXT_AT, text);
  putNumber(octets, checksumAt, CHECKSUM_OCTETS, crc32OfOctets(octets, 0, checksumAt));
  return octets;
}

function readSlot(image: Readonly<Uint8Array>, at: number): LogEntry | null {
  if (image[at] !== MAGIC) return null;
  const end = at + TEXT_AT + (image[at + 1] ?? 0);
  if (takeNumber(image, end, CHECKSUM_OCTETS) !== crc32OfOctets(image, at, end)) return null;
  const parts = /^(\d+) (-?\d+) (\S+) (.*)$/.exec(takeText(image, at + TEXT_AT, end));
  if (parts === null) return null;
  const [, number, time, code, detail] = parts;
  const record = { number: Number(number), at_ms: Number(time), code };
  return readLogEntry(detail === '' ? record : { ...record, detail });
}

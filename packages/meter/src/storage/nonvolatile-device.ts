/**
 * A model of the chip a meter keeps its memory in (EEPROM or FRAM): octets in pages, writes that stay
 * within a page, what a power cut leaves of a write, and how worn each page is. It is the one thing
 * here that changes in place, as a chip does.
 */

/** Cycles a cell of a common EEPROM is warranted for over the whole range of temperature. */
export const ENDURANCE_CYCLES = 100_000;

/** What a cell holds that was never written, or was erased. */
export const ERASED_OCTET = 0xff;

export interface DeviceGeometry {
  /** In octets; a whole number of pages. */
  readonly size: number;
  readonly pageSize: number;
}

/** One cycle of the chip: octets within one page. */
export interface DeviceWrite {
  readonly address: number;
  readonly octets: Readonly<Uint8Array>;
}

export interface NonvolatileDevice {
  readonly geometry: DeviceGeometry;
  readonly image: Uint8Array;
  /** How often each page was written, whatever part of it: the chip erases and programs it whole. */
  readonly cycles: Uint32Array;
}

/** What is left of a write during which the power failed. */
export type Tear =
  /** The chip had not begun. */
  | { readonly kind: 'lost' }
  /** The octets before the place are new, the one there is any, those behind it are old. */
  | { readonly kind: 'torn'; readonly at: number; readonly octet: number }
  /** The same, and the octet there is the old one with one bit of the wrong value. */
  | { readonly kind: 'flipped'; readonly at: number; readonly bit: number }
  /** Every second octet is new, because cells are not equally fast. */
  | { readonly kind: 'scattered' }
  /** The page was erased, also where the write does not reach, and not yet programmed. */
  | { readonly kind: 'erased' };

/** A chip fresh from its maker. Refuses, with a RangeError, a size that is not whole pages. */
export function newDevice(geometry: DeviceGeometry): NonvolatileDevice {
  assertGeometry(geometry);
  const { pageSize, size } = geometry;
  return {
    geometry: { size, pageSize },
    image: new Uint8Array(size).fill(ERASED_OCTET),
    cycles: new Uint32Array(size / pageSize),
  };
}

/** Refuses, with a RangeError, a size that is not a whole number of pages. */
export function assertGeometry({ pageSize, size }: DeviceGeometry): void {
  const isWhole = Number.isSafeInteger(pageSize) && pageSize > 0 && Number.isSafeInteger(size);
  if (!isWhole || size <= 0 || size % pageSize !== 0) {
    throw new RangeError(`a device has whole pages, got ${size} octets in pages of ${pageSize}`);
  }
}

/** Refuses, with a RangeError, a write that leaves its page or the device. */
export function performWrite(device: NonvolatileDevice, write: DeviceWrite): void {
  const page = pageOfWrite(device.geometry, write);
  device.image.set(write.octets, write.address);
  device.cycles[page] = (device.cycles[page] ?? 0) + 1;
}

/** A write during which the power fails. Refuses what performWrite refuses, and a tear beside it. */
export function performTornWrite(device: NonvolatileDevice, write: DeviceWrite, tear: Tear): void {
  const page = pageOfWrite(device.geometry, write);
  if (tear.kind === 'lost') return;
  const { image } = device;
  const { address, octets } = write;
  device.cycles[page] = (device.cycles[page] ?? 0) + 1;
  if (tear.kind === 'erased') {
    const { pageSize } = device.geometry;
    image.fill(ERASED_OCTET, page * pageSize, (page + 1) * pageSize);
    return;
  }
  if (tear.kind === 'scattered') {
    for (let at = 0; at < octets.length; at += 2) image[address + at] = octets[at] ?? 0;
    return;
  }
  const { at } = tear;
  if (!Number.isSafeInteger(at) || at < 0 || at >= octets.length) {
    throw new RangeError(`a write of ${octets.length} octets is not torn at ${at}`);
  }
  const old = image[address + at] ?? 0;
  image.set(octets.subarray(0, at), address);
  image[address + at] = tear.kind === 'torn' ? tear.octet : old ^ (1 << tear.bit);
}

/** Cuts octets at the bounds of pages, into writes in rising order. */
export function writesWithinPages(
  address: number,
  octets: Readonly<Uint8Array>,
  pageSize: number,
): readonly DeviceWrite[] {
  const writes: DeviceWrite[] = [];
  for (let from = 0; from < octets.length; ) {
    const room = pageSize - ((address + from) % pageSize);
    writes.push({ address: address + from, octets: octets.subarray(from, from + room) });
    from += room;
  }
  return writes;
}

/** The cycles of the most worn page. */
export function greatestWear(device: NonvolatileDevice): number {
  return device.cycles.reduce((most, cycles) => Math.max(most, cycles), 0);
}

function pageOfWrite({ pageSize, size }: DeviceGeometry, { address, octets }: DeviceWrite): number {
  const page = Math.floor(address / pageSize);
  const last = address + octets.length - 1;
  const isInside = Number.isSafeInteger(address) && address >= 0 && last < size;
  if (octets.length === 0 || !isInside || Math.floor(last / pageSize) !== page) {
    throw new RangeError(`a write of ${octets.length} octets at ${address} is not within one page`);
  }
  return page;
}

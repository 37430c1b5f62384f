/** UUIDs (RFC 9562), as vends, orders and users are named, in their text form and their octets. */

export const UUID_OCTETS = 16;

const TEXT_LENGTH = 36;
const HYPHEN = '-'.charCodeAt(0);
const NO_DIGIT = 0xff;
const DIGIT_VALUES: Uint8Array = digitValues();

function digitValues(): Uint8Array {
  const values = new Uint8Array(128).fill(NO_DIGIT);
  for (let value = 0; value < 16; value++) {
    const digit = value.toString(16);
    values[digit.charCodeAt(0)] = value;
    values[digit.toUpperCase().charCodeAt(0)] = value;
  }
  return values;
}

/**
 * Whether the text is a UUID, of whatever version; upper and lower case are the same id. Written as a
 * loop, and its octets put where they are wanted, because every request has one that is read often.
 */
function readUuid(text: string, into: Uint8Array | null): boolean {
  if (text.length !== TEXT_LENGTH) return false;
  let octet = 0;
  for (let place = 0; place < TEXT_LENGTH; ) {
    if (place === 8 || place === 13 || place === 18 || place === 23) {
      if (text.charCodeAt(place) !== HYPHEN) return false;
      place++;
      continue;
    }
    const high = DIGIT_VALUES[text.charCodeAt(place)] ?? NO_DIGIT;
    const low = DIGIT_VALUES[text.charCodeAt(place + 1)] ?? NO_DIGIT;
    if (high === NO_DIGIT || low === NO_DIGIT) return false;
    if (into !== null) into[octet] = (high << 4) | low;
    octet++;
    place += 2;
  }
  return true;
}

export function isUuid(text: string): boolean {
  return readUuid(text, null);
}

/** Throws RangeError unless the text is a UUID. */
export function octetsFromUuid(text: string): Buffer {
  const octets = Buffer.allocUnsafe(UUID_OCTETS);
  if (!readUuid(text, octets)) throw new RangeError('an id is a UUID');
  return octets;
}

/**
 * An IDRecord on track 2 of a magnetic stripe, in ABA format (ISO/IEC 7811-2, 75 bits to the inch):
 *
 *     ; | 35 digits | ? | LRC
 *
 * A character has five bits, the least significant first on the stripe: four of data and one that
 * makes the number of ones odd. The characters are 0 to 9 : ; < = > ?, which is 30 to 3f hexadecimal
 * in ASCII. The longitudinal redundancy check (LRC) has in each data bit the parity of that bit over
 * all characters from ; to ?, both included, so that all of them together are even; its own fifth bit
 * is its parity, as with any character.
 *
 * Confidence is medium: the framing is that of any such track, its use for IDRecords is known from one
 * source. How a token stands on a token card is not established (CARD_RECORDS).
 */
import {
  formatIdRecord,
  type IdRecord,
  type IdRecordFault,
  type ParsedIdRecord,
  parseIdRecord,
} from './card-record.ts';

const START = ';';
const END = '?';
const FIRST_CHARACTER = 0x30;
const DATA_BITS = 0xf;
const PARITY_BIT = 0x10;

/** A record framed, in two forms. */
export interface Track2 {
  /** 38 characters, from ; to the longitudinal check, which may be any of the sixteen. */
  readonly characters: string;
  /** One octet for each character: data in bits 3 to 0, parity in bit 4, bits 7 to 5 zero. */
  readonly octets: Uint8Array;
}

/** Writes a record as a track. Refuses what formatIdRecord refuses. */
export function formatTrack2(record: IdRecord): Track2 {
  const framed = `${START}${formatIdRecord(record)}${END}`;
  const characters = framed + longitudinalCheck(framed);
  return { characters, octets: Uint8Array.from(characters, fiveBits) };
}

function longitudinalCheck(framed: string): string {
  let check = 0;
  for (const character of framed) check ^= dataBitsOf(character);
  return characterOf(check);
}

function dataBitsOf(character: string): number {
  return character.charCodeAt(0) & DATA_BITS;
}

function characterOf(dataBits: number): string {
  return String.fromCharCode(FIRST_CHARACTER + dataBits);
}

function fiveBits(character: string): number {
  const data = dataBitsOf(character);
  return hasOddOnes(data) ? data : data | PARITY_BIT;
}

function hasOddOnes(bits: number): boolean {
  let ones = 0;
  for (let rest = bits; rest > 0; rest >>= 1) ones += rest & 1;
  return ones % 2 === 1;
}

export type Track2Fault =
  | {
      readonly kind: 'fault';
      readonly fault: 'card-record-parity';
      readonly octet: number;
      /** Counted from 1, which is that of the ; in front. */
      readonly position: number;
    }
  | {
      readonly kind: 'fault';
      readonly fault: 'card-record-framing';
      /** What is missing, or 'nothing' where something follows the longitudinal check. */
      readonly expected: ';' | '?' | 'LRC' | 'nothing';
      /** Where, counted from 1. */
      readonly position: number;
    }
  | {
      readonly kind: 'fault';
      readonly fault: 'card-record-check';
      readonly found: string;
      readonly expected: string;
    };

export type ParsedTrack2 = ParsedIdRecord | Track2Fault;

/**
 * Reads the characters of a track. A reader that types what it reads has judged the longitudinal check
 * and left it out; so it may be missing here. The fault is the first of: card-record-framing;
 * card-record-digits; card-record-check; those of parseIdRecord. Positions in a fault of the record
 * are counted in the record, without the ; in front.
 */
export function parseTrack2(characters: string): ParsedTrack2 {
  if (!characters.startsWith(START)) return framingFault(START, 1);
  const end = characters.indexOf(END);
  if (end < 0) return framingFault(END, characters.length + 1);
  const check = characters.slice(end + 1);
  if (check.length > 1) return framingFault('nothing', end + 3);
  const record = parseIdRecord(characters.slice(START.length, end));
  // Over something that is no digit there is no check to take.
  if (isOfOtherCharacters(record) || check === '') return record;
  const expected = longitudinalCheck(characters.slice(0, end + 1));
  return check === expected
    ? record
    : { kind: 'fault', fault: 'card-record-check', found: check, expected };
}

function isOfOtherCharacters(record: ParsedIdRecord): record is IdRecordFault {
  return record.kind === 'fault' && record.fault === 'card-record-digits';
}

function framingFault(
  expected: Extract<Track2Fault, { readonly fault: 'card-record-framing' }>['expected'],
  position: number,
): Track2Fault {
  return { kind: 'fault', fault: 'card-record-framing', expected, position };
}

/**
 * Reads the five-bit characters of a track, one in each octet as formatTrack2 gives them. Here the
 * longitudinal check must be there. The fault is the first of: card-record-parity at the first octet
 * that is no five-bit character of odd parity; then those of parseTrack2.
 */
export function parseTrack2Octets(octets: Readonly<Uint8Array>): ParsedTrack2 {
  const index = octets.findIndex((octet) => octet >= 2 * PARITY_BIT || !hasOddOnes(octet));
  if (index >= 0) {
    const octet = octets[index] ?? 0;
    return { kind: 'fault', fault: 'card-record-parity', octet, position: index + 1 };
  }
  const characters = Array.from(octets, (octet) => characterOf(octet & DATA_BITS)).join('');
  const isCheckMissing =
    characters.startsWith(START) && characters.indexOf(END) === octets.length - 1;
  return isCheckMissing ? framingFault('LRC', octets.length + 1) : parseTrack2(characters);
}

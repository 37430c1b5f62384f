/**
 * A token as octets for the virtual token carriers, TCT 07 and 08 (IEC 62055-52, DLMS/COSEM).
 *
 * Which octets a meter wants is not established in public: DLMS/COSEM says octet-string and no more.
 * The three forms here are a proposal of this project, told apart by their length. ASCII is sent
 * unless a model of meter is known to want another, so each model needs a switch. No conformance is
 * claimed.
 *
 *     ascii    20 octets    30 to 39 hexadecimal, the first digit first
 *     bcd      10 octets    two digits each, the earlier one in the high four bits
 *     binary    9 octets    the 66-bit number, most significant octet first; six zero bits in front
 */

import { newBlock64 } from '../cipher/block64.ts';
import type { Confidence } from '../confidence.ts';
import { frozen } from '../frozen.ts';
import type { NumericToken } from '../token/token.ts';
import { digitsFromBits, readDigits } from './decimal.ts';
import { NUMERIC_TOKEN_MAX, type NumericTokenFault, parseNumericToken } from './token-carrier.ts';

export type VirtualTokenForm = 'ascii' | 'bcd' | 'binary';

export interface VirtualTokenFormRow {
  readonly octets: 20 | 10 | 9;
  readonly name: string;
  readonly confidence: Confidence;
  readonly note: string;
}

const NOT_ESTABLISHED = 'A proposal; which octets a meter wants is not established in public.';

export const VIRTUAL_TOKEN_FORMS: Readonly<Record<VirtualTokenForm, VirtualTokenFormRow>> = frozen({
  ascii: { octets: 20, name: '20 ASCII digits', confidence: 'low', note: NOT_ESTABLISHED },
  bcd: { octets: 10, name: '10 BCD octets', confidence: 'low', note: NOT_ESTABLISHED },
  binary: {
    octets: 9,
    name: '66 bits right-aligned in 9 octets',
    confidence: 'low',
    note: NOT_ESTABLISHED,
  },
});

/** What is sent when nothing is known of the meter. */
export const VIRTUAL_TOKEN_FORM_DEFAULT: VirtualTokenForm = 'ascii';

const DIGIT_ZERO = 0x30;
const BINARY_OCTETS = VIRTUAL_TOKEN_FORMS.binary.octets;
const BITS_65_AND_64 = 3;

/** Writes the octets of a token. Any token has all three forms. */
export function formatVirtualToken(
  token: NumericToken,
  form: VirtualTokenForm = VIRTUAL_TOKEN_FORM_DEFAULT,
): Uint8Array {
  switch (form) {
    case 'ascii':
      return Uint8Array.from(token, (digit) => digit.charCodeAt(0));
    case 'bcd':
      return Uint8Array.from(token.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    case 'binary': {
      const block = newBlock64(0, 0);
      const octets = new Uint8Array(BINARY_OCTETS);
      octets[0] = readDigits(token, block);
      const view = new DataView(octets.buffer);
      view.setUint32(1, block.high);
      view.setUint32(5, block.low);
      return octets;
    }
  }
}

export type ParsedVirtualToken =
  | {
      readonly kind: 'token';
      readonly token: NumericToken;
      readonly form: VirtualTokenForm;
    }
  | VirtualTokenFault;

export type VirtualTokenFault =
  | {
      readonly kind: 'fault';
      readonly fault: 'octet-count';
      readonly found: number;
      readonly expected: readonly number[];
    }
  | {
      readonly kind: 'fault';
      /** Of ASCII: an octet that is no digit. Of BCD: an octet with a half above 9. */
      readonly fault: 'not-digits' | 'not-bcd';
      readonly octet: number;
      /** Counted from 1. */
      readonly position: number;
    }
  | Extract<NumericTokenFault, { readonly fault: 'above-66-bits' }>;

const ABOVE_66_BITS = {
  kind: 'fault',
  fault: 'above-66-bits',
  greatest: NUMERIC_TOKEN_MAX,
} as const;

/**
 * Reads the octets of a token, whichever of the three forms; their number tells which. The fault is
 * the first of: octet-count; not-digits or not-bcd at the first such octet; above-66-bits, which for
 * nine octets means that the six bits in front are not all zero.
 */
export function parseVirtualToken(octets: Readonly<Uint8Array>): ParsedVirtualToken {
  switch (octets.length) {
    case VIRTUAL_TOKEN_FORMS.ascii.octets:
      return parseAscii(octets);
    case VIRTUAL_TOKEN_FORMS.bcd.octets:
      return parseBcd(octets);
    case VIRTUAL_TOKEN_FORMS.binary.octets:
      return parseBinary(octets);
    default:
      return {
        kind: 'fault',
        fault: 'octet-count',
        found: octets.length,
        expected: Object.values(VIRTUAL_TOKEN_FORMS).map((row) => row.octets),
      };
  }
}

function parseAscii(octets: Readonly<Uint8Array>): ParsedVirtualToken {
  const index = octets.findIndex((octet) => octet < DIGIT_ZERO || octet > DIGIT_ZERO + 9);
  if (index >= 0) return octetFault('not-digits', octets, index);
  return tokenOf(String.fromCharCode(...octets), 'ascii');
}

function parseBcd(octets: Readonly<Uint8Array>): ParsedVirtualToken {
  const index = octets.findIndex((octet) => octet >> 4 > 9 || (octet & 0xf) > 9);
  if (index >= 0) return octetFault('not-bcd', octets, index);
  const pairs = Array.from(octets, (octet) => `${octet >> 4}${octet & 0xf}`);
  return tokenOf(pairs.join(''), 'bcd');
}

function parseBinary(octets: Readonly<Uint8Array>): ParsedVirtualToken {
  const view = new DataView(Uint8Array.from(octets).buffer);
  const bits65And64 = view.getUint8(0);
  if (bits65And64 > BITS_65_AND_64) return ABOVE_66_BITS;
  const block = newBlock64(view.getUint32(1), view.getUint32(5));
  return tokenOf(digitsFromBits(bits65And64, block), 'binary');
}

function octetFault(
  fault: 'not-digits' | 'not-bcd',
  octets: Readonly<Uint8Array>,
  index: number,
): VirtualTokenFault {
  return { kind: 'fault', fault, octet: octets[index] ?? 0, position: index + 1 };
}

/** Of twenty digits, which the caller has made sure of, only the number can still be too great. */
function tokenOf(digits: string, form: VirtualTokenForm): ParsedVirtualToken {
  const parsed = parseNumericToken(digits);
  return parsed.kind === 'token' ? { kind: 'token', token: parsed.token, form } : ABOVE_66_BITS;
}

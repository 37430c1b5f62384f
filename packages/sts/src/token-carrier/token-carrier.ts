/**
 * The numeric token carrier, TCT 02: twenty digits that a person reads out and keys in
 * (IEC 62055-51).
 */
import type { NumericToken } from '../token/token.ts';

/** The greatest number of 66 bits. Digit strings of one length compare like the numbers they write. */
export const NUMERIC_TOKEN_MAX = '73786976294838206463';

export type ParsedNumericToken =
  | { readonly kind: 'token'; readonly token: NumericToken }
  | NumericTokenFault;

export type NumericTokenFault =
  | {
      readonly kind: 'fault';
      readonly fault: 'not-digits';
      /** The first character that is no digit, blank or hyphen. */
      readonly character: string;
      /** Counted from 1 in what was typed, blanks and hyphens included. */
      readonly position: number;
    }
  | {
      readonly kind: 'fault';
      readonly fault: 'not-twenty-digits';
      /** How many there are. */
      readonly digits: number;
    }
  | {
      readonly kind: 'fault';
      readonly fault: 'above-66-bits';
      /** The greatest token there is. */
      readonly greatest: typeof NUMERIC_TOKEN_MAX;
    };

/**
 * Reads what the customer typed; blanks and hyphens are ignored, which is custom and not part of the
 * standard. A slip of the finger is data, not an exception.
 *
 * When several faults apply, the first of these is told: not-digits, for a letter O for a zero also
 * makes the digits too few; not-twenty-digits, for a number too long is also too great;
 * above-66-bits.
 */
export function parseNumericToken(typed: string): ParsedNumericToken {
  // Twenty digits and nothing else come from programs by the hundred thousand; no copy is made.
  const digits = /^\d{20}$/.test(typed) ? typed : typed.replaceAll(/[\s-]/g, '');
  if (!/^\d*$/.test(digits)) return notDigits(typed);
  if (digits.length !== NUMERIC_TOKEN_MAX.length) {
    return { kind: 'fault', fault: 'not-twenty-digits', digits: digits.length };
  }
  if (digits > NUMERIC_TOKEN_MAX) {
    return { kind: 'fault', fault: 'above-66-bits', greatest: NUMERIC_TOKEN_MAX };
  }
  return { kind: 'token', token: digits as NumericToken };
}

// Characters are counted as people see them, as far as code points do: one that takes two units of
// UTF-16 is one character.
function notDigits(typed: string): NumericTokenFault {
  const characters = [...typed];
  const index = characters.findIndex((character) => !/^[\d\s-]$/u.test(character));
  return {
    kind: 'fault',
    fault: 'not-digits',
    character: characters[index] ?? '',
    position: index + 1,
  };
}

/** Writes a token as people read it: five groups of four, a blank between. */
export function formatNumericToken(token: NumericToken): string {
  return token.replaceAll(/\d{4}(?=\d)/g, '$& ');
}

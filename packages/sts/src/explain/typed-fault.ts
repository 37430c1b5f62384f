/**
 * What is wrong with what was typed, so that it can be mended: which character is no digit and where,
 * how many digits there are, or why the number is none of a token.
 */
import { STS_REFUSALS } from '../refusal.ts';
import type { NumericToken } from '../token/token.ts';
import { formatNumericToken, type NumericTokenFault } from '../token-carrier/token-carrier.ts';

const DIGITS = 20;

/** The sentence of the refusal, and what was found. */
export function explainTypedFault(fault: NumericTokenFault): string {
  return `${STS_REFUSALS[fault.fault]} ${detailOf(fault)}`;
}

function detailOf(fault: NumericTokenFault): string {
  switch (fault.fault) {
    case 'not-digits':
      return `Character ${fault.position}, ${JSON.stringify(fault.character)}, is no digit.`;
    case 'not-twenty-digits':
      return digitCount(fault.digits);
    case 'above-66-bits': {
      const greatest = formatNumericToken(fault.greatest as string as NumericToken);
      return (
        `The greatest is ${greatest}. Numbers of 20 digits above it belong to payment tokens in ` +
        'the style of IEC 62055-42, which is another standard.'
      );
    }
  }
}

function digitCount(count: number): string {
  const difference = Math.abs(count - DIGITS);
  const digits = difference === 1 ? 'digit' : 'digits';
  return `It has ${count}: ${difference} ${digits} too ${count < DIGITS ? 'few' : 'many'}.`;
}

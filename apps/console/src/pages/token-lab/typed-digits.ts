/** What is wrong with the digits somebody types, in words that point at the place. */
import { explainToken } from '@wattvend/sts/explain-token.js';

const TOKEN_DIGITS = 20;

/** `incomplete` is no fault: the person is still typing. */
export type TypedDigits =
  | { readonly kind: 'empty' }
  | { readonly kind: 'incomplete'; readonly sentence: string }
  | { readonly kind: 'fault'; readonly sentence: string }
  | { readonly kind: 'digits'; readonly digits: string };

/** Blanks and hyphens are left out of the count, as a person reading a slip leaves them out. */
export function readTypedDigits(typed: string): TypedDigits {
  const characters = [...typed.replaceAll(/[\s-]/g, '')];
  if (characters.length === 0) return { kind: 'empty' };
  const wrongAt = characters.findIndex((character) => !/^\d$/.test(character));
  const wrong = characters[wrongAt];
  if (wrong !== undefined) return { kind: 'fault', sentence: wrongCharacter(wrong, wrongAt + 1) };
  const digits = characters.join('');
  const count = digits.length;
  if (count < TOKEN_DIGITS) {
    const missing = TOKEN_DIGITS - count;
    return { kind: 'incomplete', sentence: `${count} of 20 digits: ${missing} to go.` };
  }
  if (count > TOKEN_DIGITS) {
    return {
      kind: 'fault',
      sentence: `${count} digits. A token has 20, so ${plural(count - TOKEN_DIGITS, 'digit')} too many.`,
    };
  }
  // Twenty digits can still be a number of more than 66 bits.
  const { fault } = explainToken(digits, []);
  if (fault !== null) return { kind: 'fault', sentence: fault.sentence };
  return { kind: 'digits', digits };
}

// What people write for a digit that looks like it.
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  I: '1',
  l: '1',
  S: '5',
  B: '8',
};

function wrongCharacter(character: string, place: number): string {
  const what = /\p{L}/u.test(character)
    ? `is a letter, "${character}"`
    : `is "${character}", no digit from 0 to 9`;
  const meant = LOOKS_LIKE[character];
  const guess = meant === undefined ? '' : ` Is it a ${meant}?`;
  return `The ${ordinal(place)} character ${what}.${guess}`;
}

/** 1st, 2nd, 3rd, 4th, 11th, 21st. */
export function ordinal(place: number): string {
  const isTeen = place % 100 >= 11 && place % 100 <= 13;
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${place}${ending}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? ' is' : 's are'}`;
}

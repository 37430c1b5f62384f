/** What a statement says, whatever its format: lines, and what is wrong with it. */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';

export interface StatementLine {
  /** The line of a CSV file; in XML, which has no lines, the running number of the transaction. */
  readonly lineNumber: number;
  readonly externalId: string | null;
  readonly reference: string | null;
  readonly meterNumber: string | null;
  readonly payer: string | null;
  /** Positive for money that came in. */
  readonly money: MinorUnits;
  /** Zero or more. */
  readonly fee: MinorUnits;
  /** YYYY-MM-DD as the source writes it. */
  readonly valueDate: string;
  /** Null when the statement knows days only. */
  readonly bookedAt: Instant | null;
}

/** One thing wrong with a file, for the person who has to mend it or the mapping. */
export interface StatementFault {
  /** From 1; 0 when it is the whole file. */
  readonly line: number;
  readonly column: string | null;
  readonly found: string;
  readonly expected: string;
}

export type StatementPart =
  | { readonly kind: 'line'; readonly line: StatementLine }
  | { readonly kind: 'fault'; readonly fault: StatementFault }
  /** A line that is none of ours: its status does not count, or it is a total. */
  | { readonly kind: 'passed-over' };

/** Comes in portions, so that a file of a million lines is never all in memory as lines. */
export type StatementParts = AsyncIterable<readonly StatementPart[]>;

/** What reading needs to know besides the format. */
export interface StatementTerms {
  readonly currencyCode: string;
  readonly decimalPlaces: number;
  readonly timeZone: string;
}

export const STATEMENT_LINES_MAX = 1_000_000;
export const EXTERNAL_ID_LENGTH_MAX = 140;
const REFERENCE_LENGTH_MAX = 280;
// Enough to recognise a payer by; whoever they are stays with the bank.
const PAYER_LENGTH_MAX = 70;
const FOUND_LENGTH_MAX = 80;

export function faultPart(
  line: number,
  column: string | null,
  found: string,
  expected: string,
): StatementPart {
  const shown = found.replaceAll(/[\p{Cc}\p{Cs}]/gu, '\ufffd');
  return {
    kind: 'fault',
    fault: { line, column, found: shown.slice(0, FOUND_LENGTH_MAX), expected },
  };
}

/** Nothing the database cannot hold and nothing that disturbs a screen. */
export function hasControlCharacter(text: string): boolean {
  return /[\p{Cc}\p{Cs}]/u.test(text);
}

export function referenceText(text: string): string | null {
  return cut(text, REFERENCE_LENGTH_MAX);
}

export function payerText(text: string): string | null {
  return cut(text, PAYER_LENGTH_MAX);
}

/** Cut between characters and never within one. */
function cut(text: string, length: number): string | null {
  const plain = text.trim().replaceAll(/\s+/g, ' ');
  if (plain === '') return null;
  return plain.length <= length ? plain : plain.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

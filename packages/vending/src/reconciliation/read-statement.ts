/** Reads a statement in the format of its source. */
import { readCamt053Statement } from './camt053-statement.ts';
import { readCsvStatement } from './csv-statement.ts';
import type { StatementFormat } from './payment-source.ts';
import type { StatementParts, StatementTerms } from './statement-line.ts';

export function readStatement(
  octets: Uint8Array,
  format: StatementFormat,
  terms: StatementTerms,
): StatementParts {
  return format.kind === 'csv'
    ? readCsvStatement(octets, format, terms)
    : readCamt053Statement(octets, format, terms);
}

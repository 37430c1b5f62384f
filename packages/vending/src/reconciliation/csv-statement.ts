/**
 * A statement as CSV, read by the mapping of its source. Nothing in a file makes it throw: every
 * line that cannot be read is a fault, and a file whose very form is broken ends with one.
 */
import { Readable } from 'node:stream';
import type { CsvError, Info } from 'csv-parse';
import { parse } from 'csv-parse';
import { columnsOf, PASSED_OVER } from './csv-columns.ts';
import { decodedText, UndecodableText } from './file-text.ts';
import type { CsvFormat } from './payment-source.ts';
import type { StatementPart, StatementParts, StatementTerms } from './statement-line.ts';
import { faultPart, STATEMENT_LINES_MAX } from './statement-line.ts';

// A quote that is never closed would otherwise gather the rest of the file into one field.
const RECORD_OCTETS_MAX = 65_536;
const PORTION = 1000;

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: Info;
}

/** Refuses (throws) a format that has faults; source-settings.ts says which they are. */
export async function* readCsvStatement(
  octets: Uint8Array,
  format: CsvFormat,
  terms: StatementTerms,
): StatementParts {
  const parser = parse({
    info: true,
    delimiter: format.delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // Prose may hold a quotation mark; a field that begins with one must still end with one.
    relax_quotes: true,
    skip_empty_lines: true,
    from_line: format.skipLines + 1,
    max_record_size: RECORD_OCTETS_MAX,
  });
  const texts = Readable.from(decodedText(octets, format.encoding));
  // A text that cannot be decoded ends the parser, which ends the loop below.
  texts.on('error', (fault) => parser.destroy(fault));
  texts.pipe(parser);
  const table = createTable(format, terms);
  let portion: StatementPart[] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
      const part = table.read(record, firstLineOf(record, info));
      if (part !== null) portion.push(part);
      if (table.isOver()) break;
      if (portion.length < PORTION) continue;
      yield portion;
      portion = [];
    }
    if (table.isEmpty()) portion.push(faultPart(0, null, '', 'at least one line'));
  } catch (error) {
    portion.push(formFault(error));
  } finally {
    texts.destroy();
    parser.destroy();
  }
  yield portion;
}

/** A record is told by the line it begins on; the parser counts to the one it ends on. */
function firstLineOf(record: readonly string[], info: Info): number {
  let within = 0;
  for (const field of record) {
    if (field.includes('\n') || field.includes('\r')) {
      within += field.match(/\r\n|\n|\r/g)?.length ?? 0;
    }
  }
  return info.lines - within;
}

const FORM_FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark at the end of the field that began with one',
  CSV_MAX_RECORD_SIZE: 'lines shorter than 64 KiB; is a quotation mark left open?',
};

function formFault(error: unknown): StatementPart {
  if (error instanceof UndecodableText) return faultPart(error.line, null, '', error.message);
  const { code = '', lines = 0 } = error as Partial<CsvError & Info>;
  if (!code.startsWith('CSV_')) throw error;
  return faultPart(lines, null, '', FORM_FAULTS[code] ?? 'a table of comma-separated values');
}

interface Table {
  readonly read: (record: readonly string[], line: number) => StatementPart | null;
  readonly isOver: () => boolean;
  readonly isEmpty: () => boolean;
}

function createTable(format: CsvFormat, terms: StatementTerms): Table {
  let columns = format.hasHeader ? null : columnsOf(format, []);
  let width = 0;
  let lines = 0;
  let over = false;
  return {
    read(record, line) {
      if (columns === null) {
        width = record.length;
        const found = columnsOf(format, record);
        const missing = found.missing[0];
        if (missing === undefined) columns = found;
        else over = true;
        return missing === undefined
          ? null
          : faultPart(line, missing, record.join(format.delimiter), 'each named column once');
      }
      lines += 1;
      if (lines > STATEMENT_LINES_MAX) {
        over = true;
        return faultPart(line, null, '', `at most ${STATEMENT_LINES_MAX} lines`);
      }
      const first = record[0] ?? '';
      const isIgnored = format.ignoreLinesThatBegin.some((start) => first.startsWith(start));
      if (isIgnored || record.every((field) => field.trim() === '')) return PASSED_OVER;
      if (width === 0) width = record.length;
      if (record.length !== width || width < columns.last) {
        const expected = Math.max(width, columns.last);
        return faultPart(line, null, `${record.length} fields`, `${expected} fields`);
      }
      return columns.read(record, line, terms);
    },
    isOver: () => over,
    isEmpty: () => columns === null && !over,
  };
}

/**
 * CSV as people's programs write it: commas, semicolons or tabs, with or without a byte order mark.
 *
 * A cell that begins with =, +, - or @, or with their wide forms, is a formula to a spreadsheet, which
 * would compute it when somebody opens the file. So such a cell is written with an apostrophe in front, and one apostrophe
 * is taken away from such a cell when it is read. A cell that has apostrophes there already gets one
 * more, so that every text comes back as it was.
 */
import { Readable } from 'node:stream';
import { setImmediate as others } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';

export interface CsvRecord {
  /** The line on which it ends, as an editor counts: the first is 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type ReadCsv =
  | { readonly kind: 'records'; readonly records: readonly CsvRecord[] }
  /** The quotes do not pair up from this line on, so nothing behind it can be trusted. */
  | { readonly kind: 'fault'; readonly fault: 'quotes-broken'; readonly line: number }
  | { readonly kind: 'fault'; readonly fault: 'not-utf8' | 'empty' };

const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** The cell as it stands in a file. */
export function guardCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text of a cell of a file. */
export function unguardCell(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

const FIGURE = /^-?\d+(\.\d+)?$/;

/**
 * Lines of CSV, each with its end. `isFigures` says of which columns we made the figures: one below
 * zero begins like a formula and is to stay a figure.
 */
export function writeCsv(
  rows: readonly (readonly string[])[],
  isFigures: (column: number) => boolean = () => false,
): string {
  const guarded = rows.map((row) =>
    row.map((cell, at) => (isFigures(at) && FIGURE.test(cell) ? cell : guardCell(cell))),
  );
  return stringify(guarded, { record_delimiter: '\r\n', quoted_match: /[\r\n;\t]/ });
}

/** Tells spreadsheets that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\u{FEFF}';

const RECORD_LENGTH_MAX = 100_000;
const CHUNK_LENGTH = 65_536;
// A vend must not wait while a large file is read.
const RECORDS_AT_A_TIME = 500;

/** Reads a file. Empty lines, and lines of empty cells, are no records. */
export async function readCsv(octets: Uint8Array): Promise<ReadCsv> {
  const text = decode(octets);
  if (text === null) return { kind: 'fault', fault: 'not-utf8' };
  const parser = Readable.from(chunksOf(text)).pipe(
    parse({
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: RECORD_LENGTH_MAX,
    }),
  );
  const records: CsvRecord[] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }>) {
      records.push({ line: info.lines, cells: record.map((cell) => unguardCell(cell.trim())) });
      if (records.length % RECORDS_AT_A_TIME === 0) await others();
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error['lines'] ?? 1);
    return { kind: 'fault', fault: 'quotes-broken', line };
  }
  return records.length === 0 ? { kind: 'fault', fault: 'empty' } : { kind: 'records', records };
}

/** Null when it is no UTF-8. The byte order mark is not part of the text. */
function decode(octets: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return null;
  }
}

function* chunksOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    let end = at + CHUNK_LENGTH;
    // A character of two halves must not be cut in the middle.
    if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end += 1;
    yield text.slice(at, end);
    at = end;
  }
}

const DELIMITERS = [',', ';', '\t'] as const;

/** What the first line has most of, outside quotes; a comma when it has none. */
function delimiterOf(text: string): string {
  const [first = ''] = /^\s*[^\r\n]*/.exec(text) ?? [];
  const bare = first.replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string): number => bare.split(delimiter).length;
  return DELIMITERS.reduce((best, each) => (count(each) > count(best) ? each : best));
}

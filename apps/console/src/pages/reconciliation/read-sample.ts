/**
 * What the beginning of a file shows about its format: what separates its columns, what they are
 * called, how dates are written. Only a first offer: a person sees the lines as the server reads
 * them, and decides.
 */
import type { CsvDraft } from './source-draft.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The fields of one line; quotes may hold the delimiter, and a doubled quote is one. */
export function fieldsOf(line: string, delimiter: string): readonly string[] {
  const fields: string[] = [];
  let field = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? '';
    if (isQuoted) {
      if (sign !== '"') field += sign;
      else if (line[at + 1] === '"') {
        field += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && field === '') isQuoted = true;
    else if (sign === delimiter) {
      fields.push(field);
      field = '';
    } else field += sign;
  }
  return [...fields, field].map((each) => each.trim());
}

function linesOf(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
}

/** What occurs most often in the first lines. */
function delimiterOf(lines: readonly string[]): CsvDraft['delimiter'] {
  let best: CsvDraft['delimiter'] = ',';
  let most = 1;
  for (const delimiter of DELIMITERS) {
    const widest = Math.max(...lines.slice(0, 20).map((line) => fieldsOf(line, delimiter).length));
    if (widest > most) [best, most] = [delimiter, widest];
  }
  return best;
}

/** Files often begin with prose: the table begins with the first line as wide as the widest. */
function headerAt(rows: readonly (readonly string[])[]): number {
  const widest = Math.max(...rows.map((row) => row.length));
  return rows.findIndex((row) => row.length === widest && row.every((field) => field !== ''));
}

type NamedColumn = 'date' | 'externalId' | 'reference' | 'meterNumber' | 'payer' | 'fee' | 'status';

// In this order: a name that could be two things is the first of them.
const NAMES: readonly (readonly [NamedColumn, RegExp])[] = [
  ['date', /date|time|completed|booked/i],
  ['status', /status|state/i],
  ['fee', /fee|charge|commission/i],
  ['meterNumber', /meter|account/i],
  ['payer', /payer|sender|customer|name|party/i],
  ['externalId', /receipt|transaction|\bid\b|number|\bno\b/i],
  ['reference', /ref|detail|narrat|descri|purpose/i],
];
const AMOUNT = /amount|value|sum/i;
const CREDIT = /credit|paid in|money in|deposit/i;
const DEBIT = /debit|paid out|money out|withdraw/i;

function columnsOf(header: readonly string[]): Partial<CsvDraft> {
  const left = new Set(header);
  const take = (form: RegExp): string => {
    const found = [...left].find((name) => form.test(name));
    if (found !== undefined) left.delete(found);
    return found ?? '';
  };
  const credit = take(CREDIT);
  const debit = take(DEBIT);
  const columns: Partial<Record<NamedColumn, string>> = {};
  for (const [column, form] of NAMES) columns[column] = take(form);
  if (credit !== '' && debit !== '') return { ...columns, moneyKind: 'two_columns', credit, debit };
  const amount = credit === '' ? take(AMOUNT) : credit;
  return { ...columns, moneyKind: credit === '' ? 'signed' : 'credits', amount };
}

const DATE_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^\d{4}-\d{2}-\d{2}/, 'YYYY-MM-DD'],
  [/^\d{4}\/\d{2}\/\d{2}/, 'YYYY/MM/DD'],
  [/^\d{2}\.\d{2}\.\d{4}/, 'DD.MM.YYYY'],
  [/^\d{2}\/\d{2}\/\d{4}/, 'DD/MM/YYYY'],
  [/^\d{1,2}\/\d{1,2}\/\d{4}/, 'D/M/YYYY'],
  [/^\d{2}-\d{2}-\d{4}/, 'DD-MM-YYYY'],
  [/^\d{2} [A-Za-z]{3} \d{4}/, 'DD MMM YYYY'],
  [/^\d{2}-[A-Za-z]{3}-\d{4}/, 'DD-MMM-YYYY'],
];

const TIME_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^(T| |, )\d{2}:\d{2}:\d{2}$/, 'HH:mm:ss'],
  [/^(T| |, )\d{2}:\d{2}$/, 'HH:mm'],
  [/^( |, )\d{2}:\d{2} [AaPp][Mm]$/, 'hh:mm A'],
  [/^( |, )\d{1,2}:\d{2} [AaPp][Mm]$/, 'h:mm A'],
];

/**
 * The format of dates such as these. The month is taken to be the second number, unless a second
 * number above 12 shows that it is the first. Empty for a form that is not known.
 */
export function dateFormatOf(dates: readonly string[]): string {
  const [first] = dates;
  if (first === undefined) return '';
  const date = DATE_FORMS.find(([form]) => form.test(first));
  const day = date === undefined ? undefined : date[0].exec(first)?.[0];
  if (date === undefined || day === undefined) return '';
  const isMonthFirst = dates.some((each) => Number(/^\d{1,2}[/-](\d{1,2})/.exec(each)?.[1]) > 12);
  const format = isMonthFirst
    ? date[1].replace(
        /^(D+)(.)(M+)\2/,
        (_, d: string, sign: string, m: string) => `${m}${sign}${d}${sign}`,
      )
    : date[1];
  const rest = first.slice(day.length);
  if (rest === '') return format;
  const time = TIME_FORMS.find(([form]) => form.test(rest));
  const between = time === undefined ? undefined : time[0].exec(rest)?.[1];
  return time === undefined || between === undefined ? '' : `${format}${between}${time[1]}`;
}

export interface Offer {
  /** The names in the header row, to choose from. */
  readonly header: readonly string[];
  readonly csv: Partial<CsvDraft>;
}

/** What to fill the settings with for a file that begins so. */
export function offerFor(text: string): Offer {
  const lines = linesOf(text).slice(0, 50);
  const delimiter = delimiterOf(lines);
  const rows = lines.filter((line) => line.trim() !== '').map((line) => fieldsOf(line, delimiter));
  const at = headerAt(rows);
  const header = rows[at] ?? [];
  if (header.length < 2) return { header: [], csv: { delimiter } };
  const columns = columnsOf(header);
  const place = header.indexOf(columns.date ?? '');
  const dates = rows
    .slice(at + 1)
    .map((row) => row[place] ?? '')
    .filter((date) => date !== '');
  const dateFormat = place < 0 ? '' : dateFormatOf(dates);
  const skipLines = String(lines.indexOf(lines.filter((line) => line.trim() !== '')[at] ?? ''));
  return { header, csv: { ...columns, delimiter, hasHeader: true, skipLines, dateFormat } };
}

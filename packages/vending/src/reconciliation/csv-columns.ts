/** The columns of a CSV statement, and one line of it read by them. */
import {
  type Cell,
  type CellFault,
  type MoneyCells,
  type MoneyReader,
  moneyCells,
  readFee,
  readMoney,
} from './csv-money.ts';
import { decimalMoneyReader } from './decimal-money.ts';
import type { ColumnName, CsvFormat } from './payment-source.ts';
import type { StatementDateReader } from './statement-date.ts';
import { statementDateReader, wallClock } from './statement-date.ts';
import type { StatementLine, StatementPart, StatementTerms } from './statement-line.ts';
import {
  EXTERNAL_ID_LENGTH_MAX,
  faultPart,
  hasControlCharacter,
  payerText,
  referenceText,
} from './statement-line.ts';

export const PASSED_OVER: StatementPart = { kind: 'passed-over' };

export type LineReader = (
  record: readonly string[],
  line: number,
  terms: StatementTerms,
) => StatementPart;

export interface Columns {
  readonly read: LineReader;
  /** The names that the header does not have, or has twice. */
  readonly missing: readonly string[];
  /** How many fields a line needs at least. */
  readonly last: number;
}

/** Finds the columns of a mapping in a header, and reads lines by them. */
export function columnsOf(format: CsvFormat, header: readonly string[]): Columns {
  const names = header.map((name) => name.trim());
  const missing: string[] = [];
  let last = 0;
  const cell = (column: ColumnName): Cell => {
    let place = typeof column === 'number' ? column - 1 : names.indexOf(column);
    if (place < 0 || (typeof column === 'string' && place !== names.lastIndexOf(column))) {
      missing.push(String(column));
      place = 0;
    }
    last = Math.max(last, place + 1);
    return { name: names[place] ?? String(place + 1), of: (record) => record[place] ?? '' };
  };
  const optional = (column: ColumnName | null): Cell | null =>
    column === null ? null : cell(column);
  const read = lineReader(format, {
    date: cell(format.date),
    externalId: optional(format.externalId),
    reference: optional(format.reference),
    meterNumber: optional(format.meterNumber),
    payer: optional(format.payer),
    fee: optional(format.fee),
    status: optional(format.status?.column ?? null),
    money: moneyCells(format, cell),
  });
  return { read, missing, last };
}

interface Cells {
  readonly date: Cell;
  readonly externalId: Cell | null;
  readonly reference: Cell | null;
  readonly meterNumber: Cell | null;
  readonly payer: Cell | null;
  readonly fee: Cell | null;
  readonly status: Cell | null;
  readonly money: MoneyCells;
}

function lineReader(format: CsvFormat, cells: Cells): LineReader {
  const dateReader = statementDateReader(format.dateFormat);
  if (dateReader === null) throw new RangeError(`no date format: ${format.dateFormat}`);
  const counts = new Set(format.status?.counts);
  let readers: Readers | null = null;
  return (record, lineNumber, terms) => {
    readers ??= {
      date: dateReader,
      clock: wallClock(terms.timeZone),
      money: decimalMoneyReader({ ...format, allowZeroTail: false }, terms.decimalPlaces),
    };
    if (cells.status !== null && !counts.has(cells.status.of(record).trim())) return PASSED_OVER;
    const line = readLine(record, cells, readers);
    if (line.kind === 'fault') {
      return faultPart(lineNumber, line.cell.name, line.found, line.expected);
    }
    return { kind: 'line', line: { lineNumber, ...line.fields } };
  };
}

interface Readers {
  readonly date: StatementDateReader;
  readonly clock: ReturnType<typeof wallClock>;
  readonly money: MoneyReader;
}

type ReadLine =
  | CellFault
  | {
      readonly kind: 'fields';
      readonly fields: Omit<StatementLine, 'lineNumber'>;
    };

function readLine(record: readonly string[], cells: Cells, readers: Readers): ReadLine {
  const named = [cells.externalId, cells.reference, cells.meterNumber, cells.payer];
  for (const cell of named) {
    const found = cell?.of(record).replaceAll(/[\t\r\n]/g, ' ');
    if (cell !== null && found !== undefined && hasControlCharacter(found)) {
      return { kind: 'fault', cell, found, expected: 'plain text' };
    }
  }
  const dateText = cells.date.of(record);
  const moment = readers.date(dateText);
  if (moment === null) {
    return { kind: 'fault', cell: cells.date, found: dateText, expected: 'a date of the format' };
  }
  const money = readMoney(record, cells.money, readers.money);
  if (money.kind === 'fault') return money;
  const fee = readFee(record, cells.fee, readers.money);
  if (fee.kind === 'fault') return fee;
  const externalId = cells.externalId?.of(record).trim() ?? '';
  if (externalId.length > EXTERNAL_ID_LENGTH_MAX && cells.externalId !== null) {
    const expected = `at most ${EXTERNAL_ID_LENGTH_MAX} characters`;
    return { kind: 'fault', cell: cells.externalId, found: externalId, expected };
  }
  const { date: valueDate, timeMs } = moment;
  return {
    kind: 'fields',
    fields: {
      externalId: externalId === '' ? null : externalId,
      reference: referenceText(cells.reference?.of(record) ?? ''),
      meterNumber: referenceText(cells.meterNumber?.of(record) ?? ''),
      payer: payerText(cells.payer?.of(record) ?? ''),
      money: money.money,
      fee: fee.money,
      valueDate,
      bookedAt: timeMs === null ? null : readers.clock(valueDate, timeMs),
    },
  };
}

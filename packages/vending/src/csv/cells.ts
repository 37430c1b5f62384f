/** Reads the cells of one line one by one, and gathers everything that is wrong with them. */
import type { Drn } from '@wattvend/sts/meter-pan.js';
import { parseDrn } from '@wattvend/sts/meter-pan.js';
import { isPlainLine, isPlainText } from '../desk/plain-text.ts';
import type { ImportFault, ImportFaultCode } from './import-faults.ts';
import { importFault } from './import-faults.ts';
import type { TableLine } from './table.ts';

/** Each reader answers something usable also when the cell is wrong; then `faults` is not empty. */
export interface CellReader {
  readonly faults: readonly ImportFault[];
  /** '' when the cell is empty or the file has no such column. */
  readonly text: (column: string) => string;
  readonly refuse: (column: string, fault: ImportFaultCode) => void;
  readonly plainLine: (column: string, lengthMax: number, required?: 'required') => string;
  readonly plainText: (column: string, lengthMax: number) => string;
  readonly matching: (column: string, pattern: RegExp, fault: ImportFaultCode) => string;
  readonly wholeNumber: (
    column: string,
    limits: { readonly least: number; readonly most: number; readonly empty: number | null },
  ) => number | null;
  readonly oneOf: <Value extends string>(
    column: string,
    values: readonly [Value, ...Value[]],
    empty: Value | null,
  ) => Value;
  readonly meterNumber: (column: string) => Drn;
}

export function cellReader({ line, cells }: TableLine): CellReader {
  const faults: ImportFault[] = [];
  const text = (column: string): string => cells[column] ?? '';
  const refuse = (column: string, fault: ImportFaultCode): void => {
    faults.push(importFault(line, fault, column, text(column)));
  };
  const checked = (
    column: string,
    lengthMax: number,
    isPlain: (text: string) => boolean,
  ): string => {
    const value = text(column);
    if (value.length > lengthMax) refuse(column, 'too_long');
    else if (!isPlain(value)) refuse(column, 'not_plain_text');
    return value;
  };
  return {
    faults,
    text,
    refuse,
    plainLine(column, lengthMax, required) {
      if (required !== undefined && text(column) === '') refuse(column, 'cell_empty');
      return checked(column, lengthMax, isPlainLine);
    },
    plainText: (column, lengthMax) => checked(column, lengthMax, isPlainText),
    matching(column, pattern, fault) {
      const value = text(column);
      if (value !== '' && !pattern.test(value)) refuse(column, fault);
      return value;
    },
    wholeNumber(column, { least, most, empty }) {
      const value = text(column);
      if (value === '') return empty;
      const number = /^-?\d{1,15}$/.test(value) ? Number(value) : null;
      if (number === null) refuse(column, 'not_a_whole_number');
      else if (number < least || number > most) refuse(column, 'out_of_range');
      return number;
    },
    oneOf(column, values, empty) {
      const value = text(column).toLowerCase();
      if (value === '' && empty !== null) return empty;
      const found = values.find((each) => each === value);
      if (found === undefined) refuse(column, value === '' ? 'cell_empty' : 'not_one_of');
      return found ?? values[0];
    },
    meterNumber(column) {
      const parsed = parseDrn(text(column));
      if (parsed.kind === 'drn') return parsed.drn;
      refuse(column, meterNumberFault(text(column)));
      return text(column) as Drn;
    },
  };
}

/** What spreadsheets do to long numbers is told apart from what people do. */
function meterNumberFault(text: string): ImportFaultCode {
  if (text === '') return 'cell_empty';
  if (/^\d([.,]\d+)?E\+?\d+$/i.test(text)) return 'written_as_float';
  const digits = text.replaceAll(/[\s-]/g, '');
  return /^(\d{10}|\d{12})$/.test(digits) ? 'leading_zero_lost' : 'meter_number_invalid';
}

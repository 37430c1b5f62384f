/** The money of a CSV line: one column or two, with a sign or a word that says which way it went. */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { ParsedDecimalMoney } from './decimal-money.ts';
import type { ColumnName, CsvFormat } from './payment-source.ts';

export interface Cell {
  readonly name: string;
  readonly of: (record: readonly string[]) => string;
}

export interface CellFault {
  readonly kind: 'fault';
  readonly cell: Cell;
  readonly found: string;
  readonly expected: string;
}

type ReadMoney = { readonly kind: 'money'; readonly money: MinorUnits } | CellFault;

export type MoneyCells =
  | { readonly kind: 'signed' | 'credits'; readonly money: Cell }
  | { readonly kind: 'two_columns'; readonly debit: Cell; readonly credit: Cell }
  | {
      readonly kind: 'indicator';
      readonly money: Cell;
      readonly indicator: Cell;
      readonly creditWords: readonly string[];
      readonly debitWords: readonly string[];
    };

export function moneyCells({ money }: CsvFormat, cell: (column: ColumnName) => Cell): MoneyCells {
  switch (money.kind) {
    case 'signed':
    case 'credits':
      return { kind: money.kind, money: cell(money.column) };
    case 'two_columns':
      return { kind: 'two_columns', debit: cell(money.debit), credit: cell(money.credit) };
    case 'indicator':
      return { ...money, money: cell(money.column), indicator: cell(money.indicator) };
  }
}

export type MoneyReader = (text: string) => ParsedDecimalMoney;

export function readMoney(
  record: readonly string[],
  cells: MoneyCells,
  read: MoneyReader,
): ReadMoney {
  switch (cells.kind) {
    case 'signed':
      return readCell(record, cells.money, read);
    case 'credits':
      return notNegative(readCell(record, cells.money, read), cells.money, record);
    case 'two_columns':
      return readTwoColumns(record, cells, read);
    case 'indicator':
      return readIndicated(record, cells, read);
  }
}

function readCell(record: readonly string[], cell: Cell, read: MoneyReader): ReadMoney {
  const found = cell.of(record);
  const money = read(found);
  return money.kind === 'money' ? money : { ...money, cell, found };
}

function notNegative(money: ReadMoney, cell: Cell, record: readonly string[]): ReadMoney {
  if (money.kind === 'fault' || money.money >= 0n) return money;
  return { kind: 'fault', cell, found: cell.of(record), expected: 'an amount without a minus' };
}

function readTwoColumns(
  record: readonly string[],
  { debit, credit }: Extract<MoneyCells, { readonly kind: 'two_columns' }>,
  read: MoneyReader,
): ReadMoney {
  const amount = (cell: Cell): ReadMoney =>
    cell.of(record).trim() === ''
      ? { kind: 'money', money: minorUnits(0n) }
      : readCell(record, cell, read);
  // Some banks write a debit with its minus and some without; its column says what it is.
  const [out, into] = [amount(debit), notNegative(amount(credit), credit, record)];
  if (out.kind === 'fault') return out;
  if (into.kind === 'fault') return into;
  if ((out.money === 0n) === (into.money === 0n)) {
    const found = `${debit.of(record)} ${credit.of(record)}`;
    return { kind: 'fault', cell: credit, found, expected: 'a debit or a credit' };
  }
  const gone = out.money < 0n ? out.money : -out.money;
  return { kind: 'money', money: minorUnits(into.money + gone) };
}

function readIndicated(
  record: readonly string[],
  cells: Extract<MoneyCells, { readonly kind: 'indicator' }>,
  read: MoneyReader,
): ReadMoney {
  const money = notNegative(readCell(record, cells.money, read), cells.money, record);
  if (money.kind === 'fault') return money;
  const word = cells.indicator.of(record).trim();
  if (cells.creditWords.includes(word)) return money;
  if (cells.debitWords.includes(word)) return { ...money, money: minorUnits(-money.money) };
  const expected = `one of ${[...cells.creditWords, ...cells.debitWords].join(', ')}`;
  return { kind: 'fault', cell: cells.indicator, found: word, expected };
}

export function readFee(
  record: readonly string[],
  cell: Cell | null,
  read: MoneyReader,
): ReadMoney {
  const none: ReadMoney = { kind: 'money', money: minorUnits(0n) };
  if (cell === null || cell.of(record).trim() === '') return none;
  const fee = readCell(record, cell, read);
  if (fee.kind === 'fault') return fee;
  return { kind: 'money', money: minorUnits(fee.money < 0n ? -fee.money : fee.money) };
}

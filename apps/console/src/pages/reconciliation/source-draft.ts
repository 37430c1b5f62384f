/** A payment source as it is typed, and the settings it becomes. */
import { parseMoneyOrZero, typedMoney } from '../../money.ts';
import type { NewPaymentSource, PaymentSource } from './reconciliation-queries.ts';

type Format = NewPaymentSource['format'];
export type CsvFormat = Extract<Format, { readonly kind: 'csv' }>;
type CamtFormat = Extract<Format, { readonly kind: 'camt053' }>;
export type CamtReference = CamtFormat['external_id'][number];
type Column = CsvFormat['date'];
type MoneyKind = CsvFormat['money']['kind'];

/** Every field is text as it stands in its box; an empty one means that there is none. */
export interface CsvDraft {
  readonly encoding: 'utf-8' | 'windows-1252';
  readonly delimiter: NonNullable<CsvFormat['delimiter']>;
  readonly skipLines: string;
  readonly hasHeader: boolean;
  readonly ignored: string;
  readonly decimalSeparator: '.' | ',';
  readonly thousandsSeparator: NonNullable<CsvFormat['thousands_separator']>;
  readonly dateFormat: string;
  readonly moneyKind: MoneyKind;
  readonly amount: string;
  readonly debit: string;
  readonly credit: string;
  readonly indicator: string;
  readonly creditWords: string;
  readonly debitWords: string;
  readonly date: string;
  readonly externalId: string;
  readonly reference: string;
  readonly meterNumber: string;
  readonly payer: string;
  readonly fee: string;
  readonly status: string;
  readonly statusCounts: string;
}

export interface SourceDraft {
  readonly name: string;
  readonly kind: NewPaymentSource['kind'];
  readonly clearingAccount: string;
  readonly timeZone: string;
  readonly moneyBasis: 'gross' | 'net';
  readonly window: string;
  readonly methods: readonly string[];
  readonly vendorId: string;
  readonly takesDeposits: boolean;
  readonly feePercent: string;
  readonly feeFixed: string;
  readonly feeRounding: 'down' | 'half_up' | 'up';
  readonly format: Format['kind'];
  readonly csv: CsvDraft;
  readonly camtReference: CamtReference;
  readonly camtAccount: string;
}

export const EMPTY_CSV: CsvDraft = {
  ...{ encoding: 'utf-8', delimiter: ',', skipLines: '0', hasHeader: true, ignored: '' },
  ...{ decimalSeparator: '.', thousandsSeparator: '', dateFormat: 'YYYY-MM-DD HH:mm:ss' },
  ...{ moneyKind: 'signed', amount: '', debit: '', credit: '', indicator: '' },
  ...{ creditWords: '', debitWords: '', date: '', externalId: '', reference: '' },
  ...{ meterNumber: '', payer: '', fee: '', status: '', statusCounts: '' },
};

export const EMPTY_SOURCE: SourceDraft = {
  ...{ name: '', kind: 'mobile_money', clearingAccount: 'mobile_money_clearing' },
  ...{ timeZone: '', moneyBasis: 'gross', window: '60', methods: ['mobile_money'] },
  ...{ vendorId: '', takesDeposits: false, feePercent: '', feeFixed: '' },
  ...{ feeRounding: 'half_up', format: 'csv', csv: EMPTY_CSV },
  ...{ camtReference: 'end_to_end_id', camtAccount: '' },
};

/** What money of each kind is usually posted to and paid with. */
export const KIND_DEFAULTS: Readonly<
  Record<
    NewPaymentSource['kind'],
    Pick<SourceDraft, 'clearingAccount' | 'methods' | 'takesDeposits' | 'window' | 'format'>
  >
> = {
  mobile_money: {
    ...{ clearingAccount: 'mobile_money_clearing', methods: ['mobile_money'] },
    ...{ takesDeposits: false, window: '60', format: 'csv' },
  },
  bank: {
    ...{ clearingAccount: 'bank', methods: ['bank_transfer', 'cheque'] },
    ...{ takesDeposits: true, window: '4320', format: 'camt053' },
  },
  agent: {
    ...{ clearingAccount: 'agent_clearing', methods: [] },
    ...{ takesDeposits: true, window: '1440', format: 'csv' },
  },
  card: {
    ...{ clearingAccount: 'card_clearing', methods: ['card'] },
    ...{ takesDeposits: false, window: '4320', format: 'csv' },
  },
};

const PERCENT = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/;
const WHOLE = 10_000;

/** "1.5 %" is 150 basis points; null for what is no percentage up to 100 with two decimals. */
export function basisPointsOf(typed: string): number | null {
  const found = PERCENT.exec(typed.trim());
  if (found === null) return null;
  const points = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
  return points > WHOLE ? null : points;
}

function percentText(points: number): string {
  const text = (points / 100).toFixed(2);
  return text.replace(/\.?0+$/, '');
}

/** Words between commas. */
function wordsOf(typed: string): string[] {
  return typed
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** Without a header a column is its place, counted from 1. */
function columnOf(typed: string, hasHeader: boolean): Column {
  const text = typed.trim();
  return !hasHeader && /^\d{1,4}$/.test(text) ? Number(text) : text;
}

function moneyOf(csv: CsvDraft): CsvFormat['money'] {
  const column = (typed: string): Column => columnOf(typed, csv.hasHeader);
  switch (csv.moneyKind) {
    case 'two_columns':
      return { kind: 'two_columns', debit: column(csv.debit), credit: column(csv.credit) };
    case 'indicator':
      return {
        kind: 'indicator',
        column: column(csv.amount),
        indicator: column(csv.indicator),
        credit_words: wordsOf(csv.creditWords),
        debit_words: wordsOf(csv.debitWords),
      };
    case 'signed':
    case 'credits':
      return { kind: csv.moneyKind, column: column(csv.amount) };
  }
}

/** The format as the API takes it; the server says what in it cannot work. */
export function formatOf(
  draft: Pick<SourceDraft, 'format' | 'csv' | 'camtReference' | 'camtAccount'>,
): Format {
  if (draft.format === 'camt053') {
    const account = draft.camtAccount.replaceAll(/\s/g, '');
    return {
      kind: 'camt053',
      external_id: [draft.camtReference],
      account_number: account === '' ? null : account,
    };
  }
  const { csv } = draft;
  const optional = (typed: string): Column | null =>
    typed.trim() === '' ? null : columnOf(typed, csv.hasHeader);
  const status = optional(csv.status);
  return {
    kind: 'csv',
    encoding: csv.encoding,
    delimiter: csv.delimiter,
    skip_lines: Number(/^\d{1,4}$/.test(csv.skipLines.trim()) ? csv.skipLines : '0'),
    has_header: csv.hasHeader,
    ignore_lines_that_begin: wordsOf(csv.ignored),
    decimal_separator: csv.decimalSeparator,
    thousands_separator: csv.thousandsSeparator,
    date_format: csv.dateFormat.trim(),
    money: moneyOf(csv),
    date: columnOf(csv.date, csv.hasHeader),
    external_id: optional(csv.externalId),
    reference: optional(csv.reference),
    meter_number: optional(csv.meterNumber),
    payer: optional(csv.payer),
    fee: optional(csv.fee),
    status: status === null ? null : { column: status, counts: wordsOf(csv.statusCounts) },
  };
}

/** Whether enough is typed to ask the server to read a sample. */
export function isReadable({ format, csv }: Pick<SourceDraft, 'format' | 'csv'>): boolean {
  if (format === 'camt053') return true;
  const needed = {
    signed: [csv.amount],
    credits: [csv.amount],
    two_columns: [csv.debit, csv.credit],
    indicator: [csv.amount, csv.indicator],
  }[csv.moneyKind];
  return [csv.date, csv.dateFormat, ...needed].every((typed) => typed.trim() !== '');
}

export type SettingsFault = 'name' | 'window' | 'fee';

/** The settings, or what is wrong with what was typed beside the format. */
export function sourceOf(
  draft: SourceDraft,
  places: number,
): { readonly settings: NewPaymentSource } | { readonly fault: SettingsFault } {
  if (draft.name.trim() === '') return { fault: 'name' };
  if (!/^\d{1,5}$/.test(draft.window.trim())) return { fault: 'window' };
  const hasFee = draft.feePercent.trim() !== '' || draft.feeFixed.trim() !== '';
  const points = draft.feePercent.trim() === '' ? 0 : basisPointsOf(draft.feePercent);
  const fixed = parseMoneyOrZero(draft.feeFixed.trim() === '' ? '0' : draft.feeFixed, places);
  if (points === null || fixed.kind === 'fault') return { fault: 'fee' };
  return {
    settings: {
      kind: draft.kind,
      name: draft.name.trim(),
      clearing_account: draft.clearingAccount,
      time_zone: draft.timeZone.trim(),
      format: formatOf(draft),
      money_basis: draft.moneyBasis,
      expected_fee: hasFee
        ? { basis_points: points, fixed_minor: String(fixed.minor), rounding: draft.feeRounding }
        : null,
      payment_methods: [...draft.methods],
      vendor_id: draft.vendorId === '' ? null : draft.vendorId,
      takes_deposits: draft.takesDeposits,
      match_window_minutes: Number(draft.window.trim()),
    },
  };
}

function csvDraftOf(format: CsvFormat): CsvDraft {
  const { money, status } = format;
  const text = (column: Column | null | undefined): string =>
    column === null || column === undefined ? '' : String(column);
  return {
    encoding: format.encoding ?? 'utf-8',
    delimiter: format.delimiter ?? ',',
    skipLines: String(format.skip_lines ?? 0),
    hasHeader: format.has_header ?? true,
    ignored: (format.ignore_lines_that_begin ?? []).join(', '),
    decimalSeparator: format.decimal_separator ?? '.',
    thousandsSeparator: format.thousands_separator ?? '',
    dateFormat: format.date_format,
    moneyKind: money.kind,
    amount: money.kind === 'two_columns' ? '' : text(money.column),
    debit: money.kind === 'two_columns' ? text(money.debit) : '',
    credit: money.kind === 'two_columns' ? text(money.credit) : '',
    indicator: money.kind === 'indicator' ? text(money.indicator) : '',
    creditWords: money.kind === 'indicator' ? money.credit_words.join(', ') : '',
    debitWords: money.kind === 'indicator' ? money.debit_words.join(', ') : '',
    date: text(format.date),
    externalId: text(format.external_id),
    reference: text(format.reference),
    meterNumber: text(format.meter_number),
    payer: text(format.payer),
    fee: text(format.fee),
    status: text(status?.column),
    statusCounts: status?.counts.join(', ') ?? '',
  };
}

/** A stored source, to be changed. */
export function draftOfSource(source: PaymentSource, places: number): SourceDraft {
  const { format, expected_fee: fee } = source;
  const isCsv = format.kind === 'csv';
  return {
    name: source.name,
    kind: source.kind,
    clearingAccount: source.clearing_account,
    timeZone: source.time_zone,
    moneyBasis: source.money_basis,
    window: String(source.match_window_minutes),
    methods: source.payment_methods,
    vendorId: source.vendor_id ?? '',
    takesDeposits: source.takes_deposits,
    feePercent: fee === null || fee.basis_points === 0 ? '' : percentText(fee.basis_points),
    feeFixed:
      fee === null || (fee.fixed_minor === '0' && fee.basis_points !== 0)
        ? ''
        : typedMoney(BigInt(fee.fixed_minor), places),
    feeRounding: fee?.rounding ?? 'half_up',
    format: format.kind,
    csv: isCsv ? csvDraftOf(format) : EMPTY_CSV,
    camtReference: isCsv ? 'end_to_end_id' : (format.external_id[0] ?? 'end_to_end_id'),
    camtAccount: isCsv ? '' : (format.account_number ?? ''),
  };
}

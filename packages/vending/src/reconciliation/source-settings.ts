/** What is wrong with the settings of a payment source, before a file is ever read by them. */
import type { CsvFormat, PaymentSource } from './payment-source.ts';
import { isTimeZone, statementDateReader } from './statement-date.ts';

export interface SettingFault {
  readonly setting: string;
  readonly expected: string;
}

/** All faults, so that one look mends them all. */
export function settingFaults(
  source: Pick<PaymentSource, 'timeZone' | 'format' | 'moneyBasis'>,
): readonly SettingFault[] {
  const faults = source.format.kind === 'csv' ? csvFaults(source.format) : [];
  if (!isTimeZone(source.timeZone)) {
    faults.push({ setting: 'time_zone', expected: 'an IANA time zone such as Africa/Nairobi' });
  }
  if (source.format.kind === 'camt053' && source.format.externalId.length === 0) {
    faults.push({ setting: 'format.external_id', expected: 'at least one reference' });
  }
  return faults;
}

function csvFaults(format: CsvFormat): SettingFault[] {
  const faults: SettingFault[] = [];
  const expect = (isSo: boolean, setting: string, expected: string): void => {
    if (!isSo) faults.push({ setting: `format.${setting}`, expected });
  };
  const reader = statementDateReader(format.dateFormat);
  expect(reader !== null, 'date_format', 'a whole date such as "DD.MM.YYYY" or with "HH:mm"');
  const { decimalSeparator, thousandsSeparator } = format;
  expect(
    decimalSeparator !== thousandsSeparator,
    'thousands_separator',
    'another character than the decimal separator',
  );
  const columns = columnsOf(format);
  const named = columns.filter(([, column]) => typeof column === 'string');
  expect(format.hasHeader || named.length === 0, 'has_header', 'a header for columns with names');
  for (const [setting, column] of columns) {
    const isPlace = typeof column === 'number' && Number.isInteger(column) && column >= 1;
    expect(typeof column === 'string' || isPlace, setting, 'a place counted from 1');
  }
  if (format.money.kind === 'indicator') {
    const { creditWords, debitWords } = format.money;
    const apart = creditWords.every((word) => !debitWords.includes(word));
    expect(creditWords.length > 0 && apart, 'money', 'words for credits that are not for debits');
  }
  if (format.money.kind === 'two_columns') {
    const { debit, credit } = format.money;
    expect(debit !== credit, 'money', 'two different columns for debits and credits');
  }
  if (format.status !== null) {
    expect(format.status.counts.length > 0, 'status', 'at least one status that counts');
  }
  return faults;
}

function columnsOf(format: CsvFormat): readonly (readonly [string, string | number])[] {
  const { money } = format;
  const ofMoney =
    money.kind === 'two_columns'
      ? [money.debit, money.credit]
      : money.kind === 'indicator'
        ? [money.column, money.indicator]
        : [money.column];
  const others: readonly (readonly [string, string | number | null])[] = [
    ['date', format.date],
    ['external_id', format.externalId],
    ['reference', format.reference],
    ['meter_number', format.meterNumber],
    ['payer', format.payer],
    ['fee', format.fee],
    ['status', format.status?.column ?? null],
    ...ofMoney.map((column) => ['money', column] as const),
  ];
  return others.flatMap(([setting, column]) =>
    column === null ? [] : [[setting, column] as const],
  );
}

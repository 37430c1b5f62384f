/** Payment sources and statements as the API says them, and sources as requests say them. */
import { minorUnits } from '@wattvend/quantities/money.js';
import { minutes } from '@wattvend/quantities/time.js';
import type { CheckedStatement } from '@wattvend/vending/check-statement.js';
import type {
  CsvMoneyColumns,
  PaymentSource,
  PaymentSourceId,
  StatementFormat,
} from '@wattvend/vending/payment-source.js';
import type { SettingFault } from '@wattvend/vending/source-settings.js';
import type { StatementTotals } from '@wattvend/vending/statement-file.js';
import type { StatementFault, StatementLine } from '@wattvend/vending/statement-line.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import type { z } from 'zod';
import { instantText } from './json.ts';
import { plainId } from './parse.ts';
import type { FieldError } from './problem.ts';
import type {
  checkedStatementSchema,
  newPaymentSourceSchema,
  paymentSourceSchema,
  statementLineSchema,
  statementTotalsSchema,
} from './schemas/payment-source.ts';

type NewSourceJson = z.infer<typeof newPaymentSourceSchema>;
type FormatJson = NewSourceJson['format'];

export function sourceOf(sourceId: PaymentSourceId, body: NewSourceJson): PaymentSource {
  const { expected_fee } = body;
  return {
    sourceId,
    kind: body.kind,
    name: body.name,
    clearingAccount: body.clearing_account,
    timeZone: body.time_zone,
    format: formatOf(body.format),
    moneyBasis: body.money_basis,
    expectedFee:
      expected_fee === null
        ? null
        : {
            basisPoints: expected_fee.basis_points,
            fixed: minorUnits(BigInt(expected_fee.fixed_minor)),
            rounding: expected_fee.rounding,
          },
    paymentMethods: body.payment_methods,
    vendorId: body.vendor_id === null ? null : plainId<VendorId>(body.vendor_id),
    takesDeposits: body.takes_deposits,
    matchWindow: minutes(body.match_window_minutes),
  };
}

export function formatOf(format: FormatJson): StatementFormat {
  if (format.kind === 'camt053') {
    const { kind, external_id, account_number } = format;
    return { kind, externalId: external_id, accountNumber: account_number };
  }
  return {
    kind: 'csv',
    encoding: format.encoding,
    delimiter: format.delimiter,
    skipLines: format.skip_lines,
    hasHeader: format.has_header,
    ignoreLinesThatBegin: format.ignore_lines_that_begin,
    decimalSeparator: format.decimal_separator,
    thousandsSeparator: format.thousands_separator,
    dateFormat: format.date_format,
    money: moneyColumnsOf(format.money),
    date: format.date,
    externalId: format.external_id,
    reference: format.reference,
    meterNumber: format.meter_number,
    payer: format.payer,
    fee: format.fee,
    status: format.status,
  };
}

type CsvFormatJson = Extract<FormatJson, { readonly kind: 'csv' }>;

function moneyColumnsOf(money: CsvFormatJson['money']): CsvMoneyColumns {
  if (money.kind !== 'indicator') return money;
  const { kind, column, indicator, credit_words, debit_words } = money;
  return { kind, column, indicator, creditWords: credit_words, debitWords: debit_words };
}

export function sourceJson(source: PaymentSource): z.infer<typeof paymentSourceSchema> {
  const { expectedFee } = source;
  return {
    id: source.sourceId,
    kind: source.kind,
    name: source.name,
    clearing_account: source.clearingAccount,
    time_zone: source.timeZone,
    format: formatJson(source.format),
    money_basis: source.moneyBasis,
    expected_fee:
      expectedFee === null
        ? null
        : {
            basis_points: expectedFee.basisPoints,
            fixed_minor: String(expectedFee.fixed),
            rounding: expectedFee.rounding,
          },
    payment_methods: [...source.paymentMethods],
    vendor_id: source.vendorId,
    takes_deposits: source.takesDeposits,
    match_window_minutes: source.matchWindow,
  };
}

function formatJson(format: StatementFormat): FormatJson {
  if (format.kind === 'camt053') {
    const { kind, externalId, accountNumber } = format;
    return { kind, external_id: [...externalId], account_number: accountNumber };
  }
  const { status } = format;
  return {
    kind: 'csv',
    encoding: format.encoding,
    delimiter: format.delimiter,
    skip_lines: format.skipLines,
    has_header: format.hasHeader,
    ignore_lines_that_begin: [...format.ignoreLinesThatBegin],
    decimal_separator: format.decimalSeparator,
    thousands_separator: format.thousandsSeparator,
    date_format: format.dateFormat,
    money: moneyColumnsJson(format.money),
    date: format.date,
    external_id: format.externalId,
    reference: format.reference,
    meter_number: format.meterNumber,
    payer: format.payer,
    fee: format.fee,
    status: status === null ? null : { column: status.column, counts: [...status.counts] },
  };
}

function moneyColumnsJson(money: CsvMoneyColumns): CsvFormatJson['money'] {
  if (money.kind !== 'indicator') return money;
  const { kind, column, indicator, creditWords, debitWords } = money;
  const words = { credit_words: [...creditWords], debit_words: [...debitWords] };
  return { kind, column, indicator, ...words };
}

export function lineJson(line: StatementLine): z.infer<typeof statementLineSchema> {
  return {
    line_number: line.lineNumber,
    external_id: line.externalId,
    reference: line.reference,
    meter_number: line.meterNumber,
    payer: line.payer,
    line_minor: String(line.money),
    fee_minor: String(line.fee),
    value_date: line.valueDate,
    booked_at: line.bookedAt === null ? null : instantText(line.bookedAt),
  };
}

export function totalsJson(totals: StatementTotals): z.infer<typeof statementTotalsSchema> {
  return {
    lines: totals.lines,
    passed_over: totals.passedOver,
    credit_minor: String(totals.credits),
    debit_minor: String(totals.debits),
    fee_minor: String(totals.fees),
    from: totals.from,
    to: totals.to,
  };
}

export function checkedJson(checked: CheckedStatement): z.infer<typeof checkedStatementSchema> {
  return {
    totals: totalsJson(checked.totals),
    fault_count: checked.faultCount,
    faults: checked.faults.map((fault) => ({ ...fault })),
    sample: checked.sample.map(lineJson),
  };
}

export function statementErrors(faults: readonly StatementFault[]): readonly FieldError[] {
  return faults.map(({ line, column, found, expected }) => ({
    path: column === null ? `line ${line}` : `line ${line}, ${column}`,
    message: found === '' ? `expected ${expected}` : `found "${found}", expected ${expected}`,
  }));
}

export function settingErrors(faults: readonly SettingFault[]): readonly FieldError[] {
  return faults.map(({ setting, expected }) => ({
    path: `body.${setting}`,
    message: `must be ${expected}`,
  }));
}

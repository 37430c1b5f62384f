/**
 * A payment source: where money for electricity arrives outside the till, such as a bank account, a
 * mobile-money till, an agent or a card acquirer, and how its statements are to be read.
 */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Minutes } from '@wattvend/quantities/time.js';
import type { VendorId } from '../vend/vend.ts';

export type PaymentSourceId = Quantity<string, 'payment source id'>;

export const PAYMENT_SOURCE_KINDS = ['bank', 'mobile_money', 'agent', 'card'] as const;
export type PaymentSourceKind = (typeof PAYMENT_SOURCE_KINDS)[number];

/** A column by the name in the header row, or by its place, counted from 1. */
export type ColumnName = string | number;

/** Where the money of a CSV line stands, and how one sees whether it came or went. */
export type CsvMoneyColumns =
  /** The sign says it: 12.00, -12.00, 12.00-, (12.00). */
  | { readonly kind: 'signed'; readonly column: ColumnName }
  /** Every line is money that came in; a minus is a fault. */
  | { readonly kind: 'credits'; readonly column: ColumnName }
  | { readonly kind: 'two_columns'; readonly debit: ColumnName; readonly credit: ColumnName }
  | {
      readonly kind: 'indicator';
      readonly column: ColumnName;
      readonly indicator: ColumnName;
      readonly creditWords: readonly string[];
      readonly debitWords: readonly string[];
    };

export const CSV_DELIMITERS = [',', ';', '\t', '|'] as const;
export const THOUSANDS_SEPARATORS = ['', ',', '.', ' ', "'"] as const;

export interface CsvFormat {
  readonly kind: 'csv';
  readonly encoding: 'utf-8' | 'windows-1252';
  readonly delimiter: (typeof CSV_DELIMITERS)[number];
  /** Lines of prose above the table. */
  readonly skipLines: number;
  readonly hasHeader: boolean;
  /** A line whose first field begins so is no payment: a line of totals, for example. */
  readonly ignoreLinesThatBegin: readonly string[];
  readonly decimalSeparator: '.' | ',';
  /** A blank also stands for the no-break space. */
  readonly thousandsSeparator: (typeof THOUSANDS_SEPARATORS)[number];
  /** As in statement-date.ts, such as "DD/MM/YYYY HH:mm". */
  readonly dateFormat: string;
  readonly money: CsvMoneyColumns;
  readonly date: ColumnName;
  readonly externalId: ColumnName | null;
  readonly reference: ColumnName | null;
  readonly meterNumber: ColumnName | null;
  readonly payer: ColumnName | null;
  /** What the source kept for itself. A sign in this column means nothing. */
  readonly fee: ColumnName | null;
  /** Lines of another status than these are passed over and counted. */
  readonly status: { readonly column: ColumnName; readonly counts: readonly string[] } | null;
}

/** Which reference of a camt.053 entry names the payment; the first that is there. */
export const CAMT_REFERENCES = [
  'end_to_end_id',
  'transaction_id',
  'servicer_reference',
  'entry_reference',
] as const;
export type CamtReference = (typeof CAMT_REFERENCES)[number];

export interface Camt053Format {
  readonly kind: 'camt053';
  readonly externalId: readonly CamtReference[];
  /** IBAN or other number of the account; a statement of another account is refused. */
  readonly accountNumber: string | null;
}

export type StatementFormat = CsvFormat | Camt053Format;

/** What the source may keep: a share of the payment, rounded as said, and a fixed part. */
export interface ExpectedFee {
  readonly basisPoints: number;
  readonly fixed: MinorUnits;
  readonly rounding: 'down' | 'half_up' | 'up';
}

export interface PaymentSource {
  readonly sourceId: PaymentSourceId;
  readonly kind: PaymentSourceKind;
  readonly name: string;
  /** The code of the ledger's account of this source's money, such as "mobile_money_clearing". */
  readonly clearingAccount: string;
  /** In which the statements tell the time, an IANA name. */
  readonly timeZone: string;
  readonly format: StatementFormat;
  /** Whether a line says what was paid, or what is left of it after the fee. */
  readonly moneyBasis: 'gross' | 'net';
  /** Null when any fee is right. */
  readonly expectedFee: ExpectedFee | null;
  /** Vends paid in these ways are expected on this source's statements. */
  readonly paymentMethods: readonly string[];
  /** Only vends of this vendor; null for those of all. */
  readonly vendorId: VendorId | null;
  /** Whether deposits of vendors arrive here too. */
  readonly takesDeposits: boolean;
  /** How far apart payment and vend may be when nothing but their content links them. */
  readonly matchWindow: Minutes;
}

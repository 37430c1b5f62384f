/** A statement as a spreadsheet reads it: one line for the opening, each movement, and the closing. */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { formatMinorUnits } from '@wattvend/quantities/money.js';
import { stringify } from 'csv-stringify/sync';
import { guardCell } from '../csv/csv-text.ts';
import type { Utility } from '../utility/utility.ts';
import type { StatementBalances, StatementLine, StatementSpan } from './statement.ts';

const HEAD = ['day', 'what', 'entries', 'document', 'slip', 'note', 'moved', 'balance', 'currency'];

/** Money with the currency's decimal point, no sign of the currency, so that it can be added up. */
export function statementCsv(
  { decimalPlaces, currencyCode }: Utility,
  statement: {
    readonly span: StatementSpan;
    readonly balances: StatementBalances;
    readonly lines: readonly StatementLine[];
  },
): string {
  const { span, balances, lines } = statement;
  const money = (minor: MinorUnits) => formatMinorUnits(minor, decimalPlaces);
  const end = (day: string, what: string, balance: MinorUnits) => [
    ...[day, what, '', '', '', '', '', money(balance), currencyCode],
  ];
  return stringify([
    HEAD,
    end(span.fromDay, 'opening', balances.opening),
    ...lines.map((line) => [
      line.day,
      line.kind,
      line.entries,
      line.document?.documentId ?? '',
      guardCell(line.document?.slipNumber ?? ''),
      guardCell(line.document?.note ?? ''),
      money(line.moved),
      money(line.balance),
      currencyCode,
    ]),
    end(span.toDay, 'closing', balances.closing),
  ]);
}

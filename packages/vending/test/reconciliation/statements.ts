/** Statements for tests: a CSV mapping that most tests start from, and camt.053 written out. */

import { minutes } from '@wattvend/quantities/time.js';
import type {
  CsvFormat,
  PaymentSource,
  PaymentSourceId,
} from '@wattvend/vending/payment-source.js';
import { readStatement } from '@wattvend/vending/read-statement.js';
import type { StatementFault, StatementLine } from '@wattvend/vending/statement-line.js';

const SOURCE = '50000000-0000-4000-8000-000000000001' as PaymentSourceId;

const TERMS = { currencyCode: 'XTS', decimalPlaces: 2, timeZone: 'Africa/Nairobi' } as const;

export const CSV: CsvFormat = {
  kind: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  skipLines: 0,
  hasHeader: true,
  ignoreLinesThatBegin: [],
  decimalSeparator: '.',
  thousandsSeparator: ',',
  dateFormat: 'YYYY-MM-DD HH:mm:ss',
  money: { kind: 'signed', column: 'Amount' },
  date: 'Completed',
  externalId: 'Receipt',
  reference: 'Details',
  meterNumber: 'Account',
  payer: null,
  fee: null,
  status: null,
};

export function paymentSource(more: Partial<PaymentSource> = {}): PaymentSource {
  return {
    sourceId: SOURCE,
    kind: 'mobile_money',
    name: 'Mobile money till',
    clearingAccount: 'mobile_money_clearing',
    timeZone: TERMS.timeZone,
    format: CSV,
    moneyBasis: 'gross',
    expectedFee: null,
    paymentMethods: ['mobile_money'],
    vendorId: null,
    takesDeposits: false,
    matchWindow: minutes(60),
    ...more,
  };
}

export interface ReadFile {
  readonly lines: readonly StatementLine[];
  readonly faults: readonly StatementFault[];
  readonly passedOver: number;
}

export async function readAll(
  text: string | Uint8Array,
  format: PaymentSource['format'],
  terms: Parameters<typeof readStatement>[2] = TERMS,
): Promise<ReadFile> {
  const octets = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  const lines: StatementLine[] = [];
  const faults: StatementFault[] = [];
  let passedOver = 0;
  for await (const parts of readStatement(octets, format, terms)) {
    for (const part of parts) {
      if (part.kind === 'line') lines.push(part.line);
      else if (part.kind === 'fault') faults.push(part.fault);
      else passedOver += 1;
    }
  }
  return { lines, faults, passedOver };
}

export interface Entry {
  readonly amount: string;
  readonly indicator?: 'CRDT' | 'DBIT';
  readonly currency?: string;
  readonly status?: string;
  readonly dates?: string;
  readonly inside?: string;
  readonly details?: readonly string[];
}

/** A camt.053 of one statement, as versions 02 to 07 write the status of an entry, or 08 to 12. */
export function camt053(
  version: string,
  entries: readonly Entry[],
  balances: { readonly opening: string; readonly closing: string },
): string {
  const balance = (code: string, amount: string): string => {
    const indicator = amount.startsWith('-') ? 'DBIT' : 'CRDT';
    return (
      `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>` +
      `<Amt Ccy="XTS">${amount.replace('-', '')}</Amt><CdtDbtInd>${indicator}</CdtDbtInd>` +
      '<Dt><Dt>2026-03-01</Dt></Dt></Bal>\n'
    );
  };
  const isNew = Number(version) >= 8;
  const written = entries.map((entry) => {
    const status = entry.status ?? 'BOOK';
    return (
      `<Ntry>\n<Amt Ccy="${entry.currency ?? 'XTS'}">${entry.amount}</Amt>` +
      `<CdtDbtInd>${entry.indicator ?? 'CRDT'}</CdtDbtInd>` +
      `<Sts>${isNew ? `<Cd>${status}</Cd>` : status}</Sts>` +
      (entry.dates ?? '<BookgDt><Dt>2026-03-01</Dt></BookgDt><ValDt><Dt>2026-03-02</Dt></ValDt>') +
      (entry.inside ?? '') +
      `<NtryDtls>${(entry.details ?? []).map((each) => `<TxDtls>${each}</TxDtls>`).join('\n')}</NtryDtls>` +
      '</Ntry>\n'
    );
  });
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt>\n` +
    '<GrpHdr><MsgId>M1</MsgId></GrpHdr><Stmt><Id>S1</Id>' +
    '<Acct><Id><IBAN>XX00 TEST 0001</IBAN></Id><Ccy>XTS</Ccy></Acct>\n' +
    balance('OPBD', balances.opening) +
    balance('CLBD', balances.closing) +
    `${written.join('')}</Stmt></BkToCstmrStmt></Document>`
  );
}

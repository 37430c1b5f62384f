/**
 * A bank-to-customer statement, ISO 20022 camt.053.001, versions 02 to 12. What these versions
 * write differently (the status of an entry, the amount of a transaction, the name of a debtor) is
 * looked for in all its places.
 *
 * Booked entries count and no others; an entry that gathers several transactions is as many lines;
 * the opening balance and the entries must give the closing balance, or the file is refused.
 */
import {
  type BalanceFault,
  balanceFault,
  type CamtBalance,
  camtBalance,
} from './camt053-balance.ts';
import { CamtEntry, type CamtSink } from './camt053-entry.ts';
import { CamtFields } from './camt053-fields.ts';
import type { CamtTerms } from './camt053-transaction.ts';
import { decimalMoneyReader } from './decimal-money.ts';
import { decodedText, UndecodableText } from './file-text.ts';
import type { Camt053Format } from './payment-source.ts';
import { wallClock } from './statement-date.ts';
import type { StatementPart, StatementParts, StatementTerms } from './statement-line.ts';
import { faultPart, STATEMENT_LINES_MAX } from './statement-line.ts';
import { type XmlPieces, type XmlReader, xmlPieces } from './xml-paths.ts';

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.(0[2-9]|1[0-2])$/;

const STATEMENT = 'Document/BkToCstmrStmt/Stmt';
const ACCOUNT = `${STATEMENT}/Acct`;
const BALANCE = `${STATEMENT}/Bal`;
const ENTRY = `${STATEMENT}/Ntry`;
const TRANSACTION = `${ENTRY}/NtryDtls/TxDtls`;

export async function* readCamt053Statement(
  octets: Uint8Array,
  format: Camt053Format,
  terms: StatementTerms,
): StatementParts {
  const reading = createReading(format, terms);
  try {
    for (const text of decodedText(octets, 'utf-8')) {
      if (!reading.write(text)) break;
      const parts = reading.take();
      if (parts.length > 0) yield parts;
    }
    reading.end();
  } catch (error) {
    if (!(error instanceof UndecodableText)) throw error;
    yield [faultPart(error.line, null, '', error.message)];
  }
  yield reading.take();
}

interface Reading {
  /** False when there is no use in reading on. */
  readonly write: (text: string) => boolean;
  readonly end: () => void;
  /** What was read since the last time. */
  readonly take: () => readonly StatementPart[];
}

function createReading(format: Camt053Format, terms: StatementTerms): Reading {
  let parts: StatementPart[] = [];
  let over = false;
  let number = 0;
  const fault = (column: string | null, found: string, expected: string): void => {
    parts.push(faultPart(pieces.line(), column, found, expected));
  };
  const stop = (column: string | null, found: string, expected: string): void => {
    if (!over) fault(column, found, expected);
    over = true;
  };
  const sink: CamtSink = {
    fault,
    line: (line) => parts.push({ kind: 'line', line }),
    passedOver: () => parts.push({ kind: 'passed-over' }),
    nextNumber: () => {
      number += 1;
      if (number > STATEMENT_LINES_MAX) stop(null, '', `at most ${STATEMENT_LINES_MAX} lines`);
      return number;
    },
  };
  const statements = statementReader(format, terms, sink, stop);
  const pieces: XmlPieces = xmlPieces(statements);
  const ended = (found: ReturnType<XmlPieces['write']>): boolean => {
    if (found !== null && !over) {
      over = true;
      parts.push(faultPart(found.line, null, '', found.expected));
    }
    return over;
  };
  return {
    write: (text) => !ended(pieces.write(text)),
    end() {
      if (over || ended(pieces.end())) return;
      if (!statements.sawStatement()) fault('Stmt', '', 'at least one statement');
    },
    take() {
      const taken = parts;
      parts = [];
      return taken;
    },
  };
}

interface StatementState {
  readonly account: CamtFields;
  readonly balances: CamtBalance[];
  moved: bigint;
}

type Complain = (column: string, found: string, expected: string) => void;

function statementReader(
  format: Camt053Format,
  terms: StatementTerms,
  sink: CamtSink,
  stop: Complain,
): XmlReader & { readonly sawStatement: () => boolean } {
  const camt: CamtTerms = {
    currencyCode: terms.currencyCode,
    readMoney: decimalMoneyReader(
      { decimalSeparator: '.', thousandsSeparator: '', allowZeroTail: true },
      terms.decimalPlaces,
    ),
    externalId: format.externalId,
    clock: wallClock(terms.timeZone),
  };
  let statement: StatementState | null = null;
  let saw = false;
  let entry: CamtEntry | null = null;
  let within: CamtFields | null = null;
  return {
    sawStatement: () => saw,
    open(path, namespace) {
      if (!NAMESPACE.test(namespace) && (path === 'Document' || !path.includes('/'))) {
        return stop('Document', namespace, 'camt.053.001, version 02 to 12');
      }
      if (path === STATEMENT) {
        saw = true;
        statement = { account: new CamtFields(), balances: [], moved: 0n };
      } else if (path === ENTRY) entry = new CamtEntry(camt, sink);
      else if (path === BALANCE || path === TRANSACTION) within = new CamtFields();
    },
    close(path, text, currency) {
      if (statement === null) return;
      if (path === TRANSACTION && entry !== null && within !== null) {
        entry.transaction(within);
        within = null;
      } else if (path === ENTRY && entry !== null) {
        statement.moved += entry.end();
        entry = null;
      } else if (path === BALANCE && within !== null) {
        statement.balances.push(camtBalance(within, camt));
        within = null;
      } else if (path === STATEMENT) {
        const found = statementFault(statement, format);
        if (found !== null) sink.fault('Stmt', found.found, found.expected);
        statement = null;
      } else if (path.startsWith(`${TRANSACTION}/`)) {
        within?.add(path.slice(TRANSACTION.length + 1), text, currency);
      } else if (path.startsWith(`${ENTRY}/`)) {
        entry?.fields.add(path.slice(ENTRY.length + 1), text, currency);
      } else if (path.startsWith(`${BALANCE}/`)) {
        within?.add(path.slice(BALANCE.length + 1), text, currency);
      } else if (path.startsWith(`${ACCOUNT}/`)) {
        statement.account.add(path.slice(ACCOUNT.length + 1), text, currency);
      }
    },
  };
}

function statementFault(
  { account, balances, moved }: StatementState,
  { accountNumber }: Camt053Format,
): BalanceFault | null {
  const found = account.text('Id/IBAN', 'Id/Othr/Id') ?? '';
  if (accountNumber !== null && plainAccount(found) !== plainAccount(accountNumber)) {
    return { found, expected: `the account ${accountNumber}` };
  }
  return balanceFault(balances, moved);
}

function plainAccount(text: string): string {
  return text.replaceAll(/[\s-]/g, '').toUpperCase();
}

/**
 * One entry of a camt.053: its transactions become lines one by one, so that an entry that gathers
 * a hundred thousand of them is never in memory whole.
 */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { CamtFields, camtMoney, camtSigned } from './camt053-fields.ts';
import { type CamtTerms, camtLine } from './camt053-transaction.ts';
import type { StatementLine } from './statement-line.ts';

export interface CamtSink {
  readonly line: (line: StatementLine) => void;
  readonly fault: (column: string, found: string, expected: string) => void;
  readonly passedOver: () => void;
  /** Gives each transaction its running number. */
  readonly nextNumber: () => number;
}

/** Statuses of an entry; only a booked one changes the booked balance. */
const NOT_BOOKED: ReadonlySet<string> = new Set(['PDNG', 'INFO', 'FUTR']);

interface Transaction {
  readonly details: CamtFields;
  /** Null when the transaction does not say; then it has the money of its entry. */
  readonly money: MinorUnits | null;
}

export class CamtEntry {
  readonly fields: CamtFields = new CamtFields();
  readonly #terms: CamtTerms;
  readonly #sink: CamtSink;
  #transactions = 0;
  #sum = 0n;
  /** Kept until it is known whether it is the only one, which alone may take from its entry. */
  #first: Transaction | null = null;

  constructor(terms: CamtTerms, sink: CamtSink) {
    this.#terms = terms;
    this.#sink = sink;
  }

  transaction(details: CamtFields): void {
    if (!this.#isBooked()) return;
    const money = this.#moneyOf(details);
    if (money === 'fault') return;
    this.#transactions += 1;
    const transaction = { details, money };
    if (this.#transactions === 1) {
      this.#first = transaction;
      return;
    }
    if (this.#first !== null) this.#emitOneOfSeveral(this.#first);
    this.#first = null;
    this.#emitOneOfSeveral(transaction);
  }

  /** Gives what the entry moved; zero for one that is not booked. */
  end(): MinorUnits {
    const nothing = minorUnits(0n);
    const status = this.fields.text('Sts', 'Sts/Cd');
    if (status === null || !(status === 'BOOK' || NOT_BOOKED.has(status))) {
      this.#sink.fault('Sts', status ?? '', 'BOOK, PDNG, INFO or FUTR');
      return nothing;
    }
    if (!this.#isBooked()) {
      this.#sink.passedOver();
      return nothing;
    }
    const indicator = this.fields.text('CdtDbtInd');
    const entry = camtSigned(camtMoney(this.fields, this.#terms, 'Amt'), indicator);
    if (entry.kind === 'fault') {
      this.#sink.fault('Ntry', entry.found, entry.expected);
      return nothing;
    }
    const sum = this.#finish(entry.money);
    if (sum !== entry.money) {
      const expected = 'transactions that add up to the amount of their entry';
      this.#sink.fault('Ntry/Amt', `${sum} and ${entry.money} minor units`, expected);
    }
    return entry.money;
  }

  /** Gives the sum of the transactions. */
  #finish(money: MinorUnits): bigint {
    if (this.#transactions === 0) this.#emit(null, money, true);
    if (this.#first !== null) this.#emit(this.#first.details, this.#first.money ?? money, true);
    if (this.#transactions > 1) return this.#sum;
    return this.#first?.money ?? money;
  }

  #moneyOf(details: CamtFields): MinorUnits | null | 'fault' {
    const money = camtMoney(details, this.#terms, 'Amt', 'AmtDtls/TxAmt/Amt');
    if (money.kind === 'none') return null;
    const indicator = details.text('CdtDbtInd') ?? this.fields.text('CdtDbtInd');
    const signed = camtSigned(money, indicator);
    if (signed.kind === 'money') return signed.money;
    this.#sink.fault('TxDtls', signed.found, signed.expected);
    return 'fault';
  }

  #emitOneOfSeveral({ details, money }: Transaction): void {
    if (money === null) {
      this.#sink.fault('TxDtls/Amt', '', 'an amount for each of several transactions');
      return;
    }
    this.#sum += money;
    this.#emit(details, money, false);
  }

  #emit(details: CamtFields | null, money: MinorUnits, isOnly: boolean): void {
    const lineNumber = this.#sink.nextNumber();
    const line = camtLine({ entry: this.fields, details, isOnly, money, lineNumber }, this.#terms);
    if (line.kind === 'line') this.#sink.line(line.line);
    else this.#sink.fault('Ntry', line.found, line.expected);
  }

  #isBooked(): boolean {
    return this.fields.text('Sts', 'Sts/Cd') === 'BOOK';
  }
}

/** One transaction of an entry of a camt.053 as a line: its references, dates, payer and fee. */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import type { CamtFields, CamtMoneyTerms } from './camt053-fields.ts';
import { camtMoney } from './camt053-fields.ts';
import type { CamtReference } from './payment-source.ts';
import { calendarDate, type wallClock } from './statement-date.ts';
import {
  EXTERNAL_ID_LENGTH_MAX,
  hasControlCharacter,
  payerText,
  referenceText,
  type StatementLine,
} from './statement-line.ts';

export interface CamtTerms extends CamtMoneyTerms {
  readonly externalId: readonly CamtReference[];
  readonly clock: ReturnType<typeof wallClock>;
}

export type CamtLine =
  | { readonly kind: 'line'; readonly line: StatementLine }
  | { readonly kind: 'fault'; readonly found: string; readonly expected: string };

// What a payer's bank writes where it has nothing to write.
const NO_REFERENCE = 'NOTPROVIDED';

export interface CamtTransaction {
  readonly entry: CamtFields;
  /** Null for an entry that says nothing of its transactions. */
  readonly details: CamtFields | null;
  /** The only one of its entry; the entry's own references then are its references. */
  readonly isOnly: boolean;
  readonly money: MinorUnits;
  readonly lineNumber: number;
}

export function camtLine(transaction: CamtTransaction, terms: CamtTerms): CamtLine {
  const { entry, details, money, lineNumber } = transaction;
  const moment = momentOf(entry, terms);
  if (moment.kind === 'fault') return moment;
  const fee = feeOf(details, entry, terms);
  if (fee.kind === 'fault') return fee;
  const externalId = externalIdOf(transaction, terms.externalId);
  if ((externalId ?? '').length > EXTERNAL_ID_LENGTH_MAX || hasControlCharacter(externalId ?? '')) {
    const expected = `references of at most ${EXTERNAL_ID_LENGTH_MAX} plain characters`;
    return { kind: 'fault', found: externalId ?? '', expected };
  }
  const payer = details?.text('RltdPties/Dbtr/Nm', 'RltdPties/Dbtr/Pty/Nm') ?? '';
  return {
    kind: 'line',
    line: {
      lineNumber,
      externalId,
      reference: remittance(entry, details),
      meterNumber: null,
      payer: payerText(payer),
      money,
      fee: fee.money,
      valueDate: moment.valueDate,
      bookedAt: moment.bookedAt,
    },
  };
}

function externalIdOf(
  transaction: CamtTransaction,
  wanted: readonly CamtReference[],
): string | null {
  for (const reference of wanted) {
    const found = referenceOf(transaction, reference);
    if (found !== null && found !== NO_REFERENCE) return found;
  }
  return null;
}

/** The entry's references belong to all its transactions and so name none of several. */
function referenceOf(
  { entry, details, isOnly }: CamtTransaction,
  reference: CamtReference,
): string | null {
  switch (reference) {
    case 'end_to_end_id':
      return details?.text('Refs/EndToEndId') ?? null;
    case 'transaction_id':
      return details?.text('Refs/TxId', 'Refs/UETR') ?? null;
    case 'servicer_reference':
      return details?.text('Refs/AcctSvcrRef') ?? (isOnly ? entry.text('AcctSvcrRef') : null);
    case 'entry_reference':
      return isOnly ? entry.text('NtryRef') : null;
  }
}

function remittance(entry: CamtFields, details: CamtFields | null): string | null {
  const texts = [
    ...(details?.texts('RmtInf/Strd/CdtrRefInf/Ref') ?? []),
    ...(details?.texts('RmtInf/Ustrd') ?? []),
  ];
  const info = details?.text('AddtlTxInf') ?? entry.text('AddtlNtryInf') ?? '';
  return referenceText(texts.length === 0 ? info : texts.join(' '));
}

type Fee =
  | { readonly kind: 'money'; readonly money: MinorUnits }
  | { readonly kind: 'fault'; readonly found: string; readonly expected: string };

/** Charges of the transaction, or of an entry that has no details. */
function feeOf(details: CamtFields | null, entry: CamtFields, terms: CamtMoneyTerms): Fee {
  const of = details ?? entry;
  const total = camtMoney(of, terms, 'Chrgs/TtlChrgsAndTaxAmt');
  if (total.kind !== 'none') return total;
  let sum = 0n;
  for (const { text, currency } of of.fields('Chrgs/Rcrd/Amt', 'Chrgs/Amt')) {
    if (currency !== terms.currencyCode) {
      return { kind: 'fault', found: currency ?? '', expected: `charges in ${terms.currencyCode}` };
    }
    const money = terms.readMoney(text);
    if (money.kind === 'fault') return { ...money, found: text };
    sum += money.money < 0n ? -money.money : money.money;
  }
  return { kind: 'money', money: minorUnits(sum) };
}

type Moment =
  | { readonly kind: 'moment'; readonly valueDate: string; readonly bookedAt: Instant | null }
  | { readonly kind: 'fault'; readonly found: string; readonly expected: string };

function momentOf(entry: CamtFields, terms: CamtTerms): Moment {
  const booked = entry.text('BookgDt/DtTm', 'BookgDt/Dt');
  const value = entry.text('ValDt/Dt', 'ValDt/DtTm') ?? booked;
  const valueDate = isoDate(value ?? '');
  if (valueDate === null) {
    return { kind: 'fault', found: value ?? '', expected: 'a booking date or value date' };
  }
  const exact = entry.text('BookgDt/DtTm');
  const bookedAt = exact === null ? null : isoInstant(exact, terms);
  if (exact !== null && bookedAt === null) {
    return { kind: 'fault', found: exact, expected: 'a date and time in ISO 8601' };
  }
  return { kind: 'moment', valueDate, bookedAt };
}

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/;

function isoDate(text: string): string | null {
  const [, year, month, day] = ISO.exec(text) ?? [];
  return day === undefined ? null : calendarDate(Number(year), Number(month), Number(day));
}

/** Without an offset it is the wall clock of the source. */
function isoInstant(text: string, { clock }: CamtTerms): Instant | null {
  const date = isoDate(text);
  const found = ISO.exec(text);
  if (date === null || found?.[4] === undefined) return null;
  const [hour, minute, second] = [Number(found[4]), Number(found[5]), Number(found[6])];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const timeMs = ((hour * 60 + minute) * 60 + second) * 1000 + fractionMs(found[7]);
  const offset = found[8];
  if (offset === undefined) return clock(date, timeMs);
  const ahead = offset === 'Z' ? 0 : offsetMs(offset);
  return instant(Date.parse(`${date}T00:00:00Z`) + timeMs - ahead);
}

function fractionMs(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Number(fraction.slice(1, 4).padEnd(3, '0'));
}

function offsetMs(offset: string): number {
  const span = (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6))) * 60_000;
  return offset.startsWith('-') ? -span : span;
}

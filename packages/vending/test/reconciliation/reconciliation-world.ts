/** A utility with payment sources, statements built from lists, and known payments from a list. */

import { createHash, randomUUID } from 'node:crypto';
import type { Database } from '@wattvend/database/database.js';
import { type AccountId, openAccount } from '@wattvend/ledger/account.js';
import { openLedgerMonth } from '@wattvend/ledger/open-months.js';
import { formatMinorUnits, minorUnits } from '@wattvend/quantities/money.js';
import { monthOf } from '@wattvend/quantities/month.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import { type ImportAnswer, importStatement } from '@wattvend/vending/import-statement.js';
import type { KnownPayment, KnownPayments } from '@wattvend/vending/known-payments.js';
import type { PaymentSource, PaymentSourceId } from '@wattvend/vending/payment-source.js';
import { type RunAnswer, reconcile } from '@wattvend/vending/reconcile.js';
import { listItems, type ReconciliationItem } from '@wattvend/vending/reconciliation-item.js';
import type { ReconciliationRunId, StatementFileId } from '@wattvend/vending/statement-file.js';
import { putPaymentSource } from '@wattvend/vending/stored-source.js';
import { createUtilityFixture, type UtilityFixture } from '../utility-fixture.ts';
import { paymentSource } from './statements.ts';

export const DAY = Date.UTC(2026, 2, 1);
export const NOW = instant(DAY + 10 * 86_400_000);

export const ACTOR = {
  kind: 'user',
  id: 'f0000000-0000-4000-8000-00000000000a',
  address: null,
} as const;

export interface ReconciliationWorld {
  readonly fixture: UtilityFixture;
  readonly database: Database;
  /** A new source with a clearing account of its own. */
  readonly addSource: (more?: Partial<PaymentSource>) => Promise<PaymentSource>;
  readonly bring: (
    source: PaymentSource,
    lines: readonly Line[],
    more?: Brought,
  ) => Promise<ImportAnswer>;
  readonly run: (
    source: PaymentSource,
    known: readonly KnownPayment[],
    more?: Ran,
  ) => Promise<RunAnswer>;
  readonly items: (source: PaymentSource) => Promise<readonly ReconciliationItem[]>;
}

export interface Brought {
  readonly fileId?: StatementFileId;
  readonly at?: Instant;
}

export interface Ran {
  readonly runId?: ReconciliationRunId;
  readonly from?: Instant;
  readonly to?: Instant;
  readonly at?: Instant;
}

export interface Line {
  readonly id?: string;
  readonly minor: number;
  /** Minutes after DAY. */
  readonly minute?: number;
  readonly details?: string;
  readonly meter?: string;
  readonly fee?: number;
}

export function known(id: string, minor: number, more: Partial<KnownPayment> = {}): KnownPayment {
  return {
    kind: 'vend',
    id: uuidOf(id),
    reference: id,
    meterNumber: null,
    vendorId: null,
    money: minorUnits(BigInt(minor)),
    at: instant(DAY),
    hasToken: true,
    ...more,
  };
}

/** The same name gives the same id. */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}

export function csvOf(lines: readonly Line[]): Buffer {
  const rows = lines.map(({ id = '', minor, minute = 0, details = '', meter = '', fee = 0 }) => {
    // The source tells the time of Nairobi, three hours ahead of UTC.
    const at = new Date(DAY + minute * 60_000 + 3 * 3_600_000).toISOString();
    const when = at.slice(0, 19).replace('T', ' ');
    return `${id},${when},"${details}",${meter},${amount(minor)},${amount(fee)}\n`;
  });
  return Buffer.from(`Receipt,Completed,Details,Account,Amount,Fee\n${rows.join('')}`);
}

function amount(minor: number): string {
  return formatMinorUnits(minorUnits(BigInt(minor)), 2);
}

function listed(payments: readonly KnownPayment[], portion = 3): KnownPayments {
  return async function* (_, { from, to }) {
    const within = payments
      .filter(({ at }) => at >= from && at < to)
      .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
    for (let at = 0; at < within.length; at += portion) {
      yield await Promise.resolve(within.slice(at, at + portion));
    }
  };
}

export async function createReconciliationWorld(): Promise<ReconciliationWorld> {
  const fixture = await createUtilityFixture();
  const { database } = fixture.scratch;
  const { utility } = fixture;
  const { utilityId, ledgerId } = utility.book;
  await openLedgerMonth(database, monthOf(instant(DAY)));
  return {
    fixture,
    database,
    async addSource(more = {}) {
      const accountId = randomUUID() as string as AccountId;
      const name = `clearing:${accountId}`;
      const account = { utilityId, accountId, ledgerId, code: name, name } as const;
      await database.transaction((tx) => openAccount(tx, { ...account, normalSide: 'debit' }));
      const source = paymentSource({
        sourceId: randomUUID() as string as PaymentSourceId,
        name,
        clearingAccount: name,
        ...more,
      });
      const answer = await putPaymentSource(database, utility.book, source, {
        name: 'test',
        actor: ACTOR,
        now: NOW,
      });
      if (answer.kind !== 'put') throw new Error(JSON.stringify(answer));
      return source;
    },
    bring: (source, lines, { fileId, at = NOW } = {}) =>
      importStatement(database, utility, {
        fileId: fileId ?? (randomUUID() as string as StatementFileId),
        sourceId: source.sourceId,
        name: 'statement.csv',
        octets: csvOf(lines),
        importedBy: 'test',
        actor: ACTOR,
        now: at,
        newId: randomUUID,
      }),
    run: (source, payments, { runId, from, to, at = NOW } = {}) =>
      reconcile(
        database,
        utility,
        {
          runId: runId ?? (randomUUID() as string as ReconciliationRunId),
          sourceId: source.sourceId,
          from: from ?? instant(DAY - 86_400_000),
          to: to ?? instant(DAY + 30 * 86_400_000),
          runBy: 'test',
          actor: ACTOR,
          now: at,
          newId: randomUUID,
        },
        listed(payments),
      ),
    async items(source) {
      const before = { at: instant(Number.MAX_SAFE_INTEGER), id: 'f'.repeat(32) };
      const page = {
        sourceId: source.sourceId,
        classes: null,
        isOpen: null,
        before,
        limit: 10_000,
      };
      return await listItems(database, utilityId, page);
    },
  };
}

/** What is said of each thing, in an order that does not depend on how it was found. */
export function told(items: readonly ReconciliationItem[]): readonly string[] {
  return items
    .map(({ class: name, reason, line, known: payment, difference }) =>
      [
        name,
        reason,
        line?.externalId ?? '-',
        payment?.reference ?? payment?.id ?? '-',
        difference,
      ].join(' '),
    )
    .sort();
}

/**
 * The second transaction of a vend, for a whole batch: what the security module answered becomes
 * the vend's end. Issued: the token and the ledger entry, together. Refused for good: the money
 * goes back and the token identifier stays burnt, which harms nobody.
 */
import type { Database, Rows, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { AccountId, LedgerId, UtilityId } from '@wattvend/ledger/account.js';
import type { Entry, Posting } from '@wattvend/ledger/entry.js';
import { postEntries } from '@wattvend/ledger/entry.js';
import { voidReservations } from '@wattvend/ledger/reservation.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { monthOf } from '@wattvend/quantities/month.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { IssueAnswer } from '@wattvend/security-module/security-module.js';
import { recordEvents } from '../webhook/events.ts';
import type { Vend } from './vend.ts';
import { vendEvent } from './vend-event.ts';

/** Where a sale's money goes. */
export interface SaleBook {
  readonly utilityId: UtilityId;
  readonly ledgerId: LedgerId;
  readonly energySales: AccountId;
  readonly vatPayable: AccountId;
}

export interface PostContext {
  readonly database: Database;
  readonly book: SaleBook;
  readonly now: Instant;
}

export interface Answered {
  readonly vend: Vend;
  readonly answer: IssueAnswer;
}

const insertTokensStatement = loadStatement(
  new URL('../../sql/insert-tokens.sql', import.meta.url),
);
const resolveVendsStatement = loadStatement(
  new URL('../../sql/resolve-vends.sql', import.meta.url),
);

/** The vends as they stand afterwards, in order. Fails as a whole when the transaction does. */
export async function postBatch(
  context: PostContext,
  answered: readonly Answered[],
): Promise<readonly Vend[]> {
  const resolved = answered.map((each) => resolvedVend(each, context.now));
  await context.database.batchTransaction({
    read: () => Promise.resolve(null),
    write: (tx) => writeResolutions(tx, context, resolved),
  });
  return resolved;
}

function resolvedVend({ vend, answer }: Answered, now: Instant): Vend {
  if (answer.kind === 'refused') {
    return { ...vend, state: 'declined', resolvedAt: now, declinedReason: answer.refusal };
  }
  const { token, sequence, receipt } = answer;
  return { ...vend, state: 'posted', resolvedAt: now, token: { digits: token, sequence, receipt } };
}

function writeResolutions(
  tx: Transaction,
  { book, now }: PostContext,
  resolved: readonly Vend[],
): readonly Promise<Rows<unknown>>[] {
  const posted = resolved.filter((vend) => vend.state === 'posted');
  const declined = resolved.filter((vend) => vend.state === 'declined');
  const writes: Promise<Rows<unknown>>[] = [
    tx.query(resolveVendsStatement, [
      book.utilityId,
      now,
      resolved.map((vend) => vend.vendId),
      resolved.map((vend) => vend.state),
      resolved.map((vend) => vend.declinedReason),
    ]),
  ];
  if (posted.length > 0) {
    writes.push(writeTokens(tx, book.utilityId, posted));
    writes.push(
      ...postEntries(
        tx,
        book,
        posted.map((vend) => saleEntry(book, vend)),
        now,
      ),
    );
  }
  if (declined.length > 0) {
    const voids = declined.map((vend) => ({
      reservationId: vend.vendId,
      reason: vend.declinedReason ?? 'declined',
    }));
    writes.push(voidReservations(tx, book.utilityId, voids, now));
  }
  const events = resolved.map((vend) => vendEvent(vend, now));
  writes.push(recordEvents(tx, book.utilityId, events));
  return writes;
}

function writeTokens(
  tx: Transaction,
  utilityId: UtilityId,
  posted: readonly Vend[],
): Promise<Rows<unknown>> {
  return tx.query(insertTokensStatement, [
    utilityId,
    posted.map((vend) => vend.vendId),
    posted.map((vend) => vend.token?.digits),
    posted.map((vend) => vend.meter.meterId),
    posted.map((vend) => vend.key.keyEpoch),
    posted.map((vend) => vend.tokenIdentifier),
    posted.map((vend) => vend.energy),
    posted.map((vend) => vend.token?.sequence),
    posted.map((vend) => Buffer.from(vend.token?.receipt ?? '', 'hex')),
  ]);
}

/** The vendor's float pays; the energy sold and the tax on it are what it paid for. */
function saleEntry(book: SaleBook, vend: Vend): Entry {
  const credits: Posting[] = vend.lines
    .filter((line) => line.money !== 0n)
    .map((line) => ({
      accountId: line.kind === 'energy' ? book.energySales : book.vatPayable,
      money: minorUnits(-line.money),
    }));
  return {
    entryId: vend.vendId,
    kind: 'sale',
    month: monthOf(vend.requestedAt),
    resolvesReservation: true,
    postings: [{ accountId: vend.vendor.floatAccountId, money: vend.tendered }, ...credits],
  };
}

/**
 * The second transaction of a vend, for a whole batch: what the security module answered becomes
 * the vend's end. Issued: the tokens and the ledger entry, together. Refused for good: the money
 * goes back, what was counted is taken back, and the token identifiers stay burnt, which harms
 * nobody.
 */
import type { Database, Rows, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import { postEntries } from '@wattvend/ledger/entry.js';
import { voidReservations } from '@wattvend/ledger/reservation.js';
import { monthOf } from '@wattvend/quantities/month.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { LocalDate } from '@wattvend/tariff/calendar.js';
import type { PurchaseState } from '@wattvend/tariff/purchase-state.js';
import { writePurchaseState } from '@wattvend/tariff/purchase-state.js';
import { recordEvents } from '../webhook/events.ts';
import { debtLinesOf } from './decide.ts';
import type { Answered, Resolution } from './resolve.ts';
import { resolution, stateTakenBack } from './resolve.ts';
import type { SaleAccounts, SaleBook } from './sale-entry.ts';
import { saleEntry } from './sale-entry.ts';
import { purchaseStateOf } from './supply.ts';
import type { AgreementId, Vend } from './vend.ts';
import { vendEvent } from './vend-event.ts';

export interface PostContext {
  readonly database: Database;
  readonly book: SaleBook;
  readonly now: Instant;
  readonly localDate: (at: Instant) => LocalDate;
  readonly accounts: SaleAccounts;
}

/** The first security module of a utility; another one counts its own sequence. */
export const MODULE_NUMBER = 1;

const statement = (name: string) =>
  loadStatement(new URL(`../../sql/vend/${name}`, import.meta.url));
const insertTokensStatement = statement('insert-tokens.sql');
const resolveVendsStatement = statement('resolve-vends.sql');
const endUnderWayStatement = statement('end-under-way.sql');
const releasePaymentsStatement = statement('release-payments.sql');
const lockStatesStatement = statement('lock-agreement-states.sql');
const updateAgreementsStatement = statement('update-agreements.sql');
const collectDebtsStatement = statement('collect-debts.sql');

/** A vend as it was reserved, and what became of it. */
interface Resolving {
  readonly reserved: Vend;
  readonly resolved: Resolution;
}

/** The vends as they stand afterwards, in order. Fails as a whole when the transaction does. */
export async function postBatch(
  context: PostContext,
  answered: readonly Answered[],
): Promise<readonly Vend[]> {
  const { book, now } = context;
  const resolving = answered.map((each) => ({
    reserved: each.vend,
    resolved: resolution(each, now, book.decimalPlaces),
  }));
  const takenBack = resolving.filter(
    ({ reserved, resolved }) => resolved.takeBack !== 'nothing' && reserved.tariff !== null,
  );
  await context.database.batchTransaction({
    read: async (tx) => {
      await context.accounts.fetch(tx, answered.flatMap(accountsOf));
      return await readStates(tx, context, takenBack);
    },
    write: (tx, states) => [
      ...writeResolutions(tx, context, resolving),
      ...writeTakenBack(tx, context, takenBack, states),
    ],
  });
  return resolving.map(({ resolved }) => resolved.vend);
}

function accountsOf({ vend }: Answered): readonly string[] {
  return vend.kind === 'sale' ? vend.lines.flatMap((line) => line.account ?? []) : [];
}

type States = ReadonlyMap<AgreementId, PurchaseState>;

async function readStates(
  tx: Transaction,
  { book }: PostContext,
  takenBack: readonly Resolving[],
): Promise<States> {
  const agreementIds = agreementsOf(takenBack);
  if (agreementIds.length === 0) return new Map();
  const { rows } = await tx.query<{
    readonly agreement_id: AgreementId;
    readonly purchase_state: unknown;
  }>(lockStatesStatement, [book.utilityId, agreementIds]);
  return new Map(
    rows.map((row) => [row.agreement_id, purchaseStateOf(row.agreement_id, row.purchase_state)]),
  );
}

function agreementsOf(resolving: readonly Resolving[]): readonly AgreementId[] {
  return [...new Set(resolving.flatMap(({ reserved }) => reserved.agreement?.agreementId ?? []))];
}

function writeResolutions(
  tx: Transaction,
  { book, now, accounts }: PostContext,
  resolving: readonly Resolving[],
): readonly Promise<Rows<unknown>>[] {
  const resolved = resolving.map((each) => each.resolved);
  const vends = resolved.map(({ vend }) => vend);
  const writes = [
    ...monthsOf(vends).map((month) =>
      writeEnds(
        tx,
        { book, now },
        month,
        vends.filter((vend) => monthOf(vend.requestedAt) === month),
      ),
    ),
  ];
  if (resolved.some(({ issued }) => issued.length > 0))
    writes.push(writeTokens(tx, book, resolved));
  const unpaid = vends.filter((vend) => vend.kind !== 'sale').map((vend) => vend.vendId);
  if (unpaid.length > 0) writes.push(tx.query(endUnderWayStatement, [book.utilityId, unpaid]));
  const sales = vends.filter((vend) => vend.kind === 'sale');
  const posted = sales.filter((vend) => vend.state === 'posted');
  if (posted.length > 0) {
    const entries = posted.map((vend) => saleEntry(accounts, vend));
    writes.push(...postEntries(tx, book, entries, now));
  }
  const declined = sales.filter((vend) => vend.state === 'declined');
  if (declined.length > 0) {
    const voids = declined.map((vend) => ({
      reservationId: vend.vendId,
      reason: vend.declinedReason ?? 'declined',
    }));
    writes.push(voidReservations(tx, book.utilityId, voids, now));
    writes.push(...releasePayments(tx, book, declined));
  }
  const events = vends.map((vend) => vendEvent(vend, now));
  writes.push(recordEvents(tx, book.utilityId, events));
  return writes;
}

function monthsOf(vends: readonly Vend[]): readonly number[] {
  return [...new Set(vends.map((vend) => monthOf(vend.requestedAt)))].sort((a, b) => a - b);
}

function writeEnds(
  tx: Transaction,
  { book, now }: Pick<PostContext, 'book' | 'now'>,
  month: number,
  vends: readonly Vend[],
): Promise<Rows<unknown>> {
  return tx.query(resolveVendsStatement, [
    book.utilityId,
    now,
    month,
    vends.map((vend) => vend.vendId),
    vends.map((vend) => vend.state),
    vends.map((vend) => vend.declinedReason),
    vends.map((vend) => vend.tokenCount),
    vends.map((vend) => vend.freeEnergy),
  ]);
}

function writeTokens(
  tx: Transaction,
  book: SaleBook,
  resolved: readonly Resolution[],
): Promise<Rows<unknown>> {
  const tokens = resolved.flatMap(({ vend, issued }) => issued.map((token) => ({ vend, token })));
  const column = <Value>(value: (each: (typeof tokens)[number]) => Value): readonly Value[] =>
    tokens.map(value);
  return tx.query(insertTokensStatement, [
    book.utilityId,
    MODULE_NUMBER,
    column(({ token }) => token.sequence),
    column(({ vend }) => vend.key.keyEpoch),
    column(({ token }) => token.tokenIdentifier),
    column(({ vend }) => monthOf(vend.requestedAt)),
    column(({ token: { content } }) =>
      content.kind === 'credit' && content.service === 'electricity' ? content.amount : null,
    ),
    column(({ token }) => token.position),
    column(({ vend }) => vend.meter.meterId),
    column(({ vend }) => vend.vendId),
    column(({ token }) => token.digits),
    column(({ token }) => token.content.kind),
    column(({ token }) => Buffer.from(token.receipt, 'hex')),
  ]);
}

function releasePayments(
  tx: Transaction,
  book: SaleBook,
  declined: readonly Vend[],
): readonly Promise<Rows<unknown>>[] {
  const paid = declined.filter((vend) => (vend.payment?.reference ?? null) !== null);
  if (paid.length === 0) return [];
  return [
    tx.query(releasePaymentsStatement, [
      book.utilityId,
      paid.map((vend) => vend.payment?.method),
      paid.map((vend) => vend.payment?.reference),
      paid.map((vend) => vend.vendId),
    ]),
  ];
}

function writeTakenBack(
  tx: Transaction,
  { book, localDate }: PostContext,
  takenBack: readonly Resolving[],
  states: States,
): readonly Promise<Rows<unknown>>[] {
  const agreementIds = agreementsOf(takenBack);
  if (agreementIds.length === 0) return [];
  const written = agreementIds.map((agreementId) => {
    let state = states.get(agreementId);
    if (state === undefined) throw new Error(`agreement ${agreementId} is gone`);
    for (const { reserved, resolved } of takenBack) {
      if (reserved.agreement?.agreementId !== agreementId) continue;
      if (resolved.takeBack === 'nothing') continue;
      state = stateTakenBack(state, reserved, resolved.takeBack, localDate);
    }
    return JSON.stringify(writePurchaseState(state));
  });
  const writes = [tx.query(updateAgreementsStatement, [book.utilityId, agreementIds, written])];
  const debts = debtsGivenBack(takenBack);
  if (debts.size > 0) {
    writes.push(
      tx.query(collectDebtsStatement, [book.utilityId, [...debts.keys()], [...debts.values()]]),
    );
  }
  return writes;
}

function debtsGivenBack(takenBack: readonly Resolving[]): ReadonlyMap<string, bigint> {
  const debts = new Map<string, bigint>();
  for (const { reserved, resolved } of takenBack) {
    if (resolved.takeBack !== 'all') continue;
    for (const line of debtLinesOf(reserved)) {
      debts.set(line.id, (debts.get(line.id) ?? 0n) - line.money);
    }
  }
  return debts;
}

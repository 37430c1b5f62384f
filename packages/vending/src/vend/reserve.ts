/**
 * The first transaction of a vend, for a whole batch: decide, and make durable what was decided
 * before anything else happens. Money is set aside, token identifiers are taken under the meter's
 * row lock, and what was bought and is owed changes under the agreement's. Locks come in one order
 * everywhere: agreements, meters, debts, floats, each by its id.
 */
import type { Database, Rows, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { AccountId, UtilityId } from '@wattvend/ledger/account.js';
import { reserve } from '@wattvend/ledger/reservation.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { monthOf } from '@wattvend/quantities/month.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { LocalDate } from '@wattvend/tariff/calendar.js';
import { writePurchaseState } from '@wattvend/tariff/purchase-state.js';
import { readPublishedValues } from '../tariff/published-values.ts';
import type { TariffName, TariffShelf } from '../tariff/tariff-shelf.ts';
import { dateText } from '../utility/local-date.ts';
import type { DeskRequest, ReserveOutcome } from './decide.ts';
import { debtLinesOf, decide, vendIdOf } from './decide.ts';
import type { DeskView, VendorFloat } from './desk-view.ts';
import { holdOperators } from './operator-limits.ts';
import type { SaleAccounts } from './sale-entry.ts';
import { saleEntry } from './sale-entry.ts';
import { storedLines } from './stored-lines.ts';
import { storedOrder, storedUndo } from './stored-vend.ts';
import type { DebtRow, Supply, SupplyRow } from './supply.ts';
import { debtOfRow, supplyOfRow } from './supply.ts';
import type { AgreementId, Vend, VendId, VendorId } from './vend.ts';

export interface ReserveContext {
  readonly database: Database;
  readonly utilityId: UtilityId;
  readonly decimalPlaces: number;
  readonly now: Instant;
  readonly localDate: (at: Instant) => LocalDate;
  readonly moduleAvailable: boolean;
  readonly shelf: TariffShelf;
  readonly accounts: SaleAccounts;
  /** Of the utility. */
  readonly timeZone: string;
}

/** A meter was moved to another place between two statements; the next try sees it there. */
export class SupplyMoved extends Error {
  override readonly name = 'SupplyMoved';
}

interface KnownRow {
  readonly vend_id: VendId;
  readonly request_hash: Uint8Array;
}

interface PaymentRow {
  readonly payment_method: string;
  readonly payment_reference: string;
  readonly vend_id: VendId;
}

interface FloatRow {
  readonly vendor_id: VendorId;
  readonly name: string;
  readonly float_account_id: AccountId;
  readonly suspended: boolean;
  readonly shift_required: boolean;
  readonly posted_minor: bigint;
  readonly reserved_minor: bigint;
  readonly floor_minor: bigint;
}

const statement = (name: string) =>
  loadStatement(new URL(`../../sql/vend/${name}`, import.meta.url));
const knownVendsStatement = statement('known-vends.sql');
const knownPaymentsStatement = statement('known-payments.sql');
const lockAgreementsStatement = statement('lock-agreements.sql');
const lockMetersStatement = statement('lock-meters.sql');
const lockDebtsStatement = statement('lock-debts.sql');
const readSuppliesStatement = statement('read-supplies.sql');
const readFloatsStatement = statement('read-floats.sql');
const reserveVendsStatement = statement('reserve-vends.sql');
const advanceMetersStatement = statement('advance-meters.sql');
const updateAgreementsStatement = statement('update-agreements.sql');
const collectDebtsStatement = statement('collect-debts.sql');

/** One outcome for each request, in order. Fails as a whole when the transaction does. */
export async function reserveBatch(
  context: ReserveContext,
  requests: readonly DeskRequest[],
): Promise<readonly ReserveOutcome[]> {
  let outcomes: readonly ReserveOutcome[] = [];
  await context.database.batchTransaction({
    read: (tx) => readView(tx, context, requests),
    write: (tx, view) => {
      outcomes = requests.map((request) => decide(view, request));
      const reserved = requests.flatMap((request, index) => {
        const outcome = outcomes[index];
        return outcome?.kind === 'reserved' ? [{ vend: outcome.vend, hash: request.hash }] : [];
      });
      return reserved.length === 0 ? null : writeReserved(tx, context, view, reserved);
    },
  });
  return outcomes;
}

/** Without repetitions, in the order of first appearance. */
function distinct<Value>(values: readonly (Value | null)[]): readonly Value[] {
  return [...new Set(values)].filter((value) => value !== null);
}

async function readView(
  tx: Transaction,
  context: ReserveContext,
  requests: readonly DeskRequest[],
): Promise<DeskView> {
  const { utilityId, now } = context;
  const numbers = distinct(requests.map(({ request }) => request.meterNumber));
  const vendorIds = distinct(
    requests.map((asked) => (asked.kind === 'order' ? null : asked.request.vendorId)),
  );
  const day = dateText(context.localDate(now));
  const wantsPublished = context.shelf.needsPublished();
  // Sent together and answered in this order, so that the locks are taken in it. Which vends are
  // there is asked behind them: a vend that another desk sells at this moment is known when its meter
  // is free again, and nobody is told that the money, which it has taken, does not suffice for it.
  const [locked, , known, payments, supplies, debts, floats, operators, published] =
    await Promise.all([
      tx.query<{ readonly agreement_id: AgreementId }>(lockAgreementsStatement, [
        utilityId,
        numbers,
      ]),
      tx.query(lockMetersStatement, [utilityId, numbers]),
      tx.query<KnownRow>(knownVendsStatement, [utilityId, requests.map(vendIdOf)]),
      readPayments(tx, utilityId, requests),
      tx.query<SupplyRow>(readSuppliesStatement, [utilityId, numbers, now]),
      tx.query<DebtRow>(lockDebtsStatement, [utilityId, numbers, day]),
      vendorIds.length === 0
        ? null
        : tx.query<FloatRow>(readFloatsStatement, [utilityId, vendorIds]),
      holdOperators(tx, {
        ...{ utilityId, operatorIds: operatorIdsOf(requests), now, timeZone: context.timeZone },
      }),
      wantsPublished ? readPublishedValues(tx, utilityId, context.localDate(now), now) : null,
    ]);
  const found = supplies.rows.map(supplyOfRow);
  assertLocked(found, new Set(locked.rows.map((row) => row.agreement_id)));
  const tariffs = tariffsOf(found);
  await context.shelf.fetch(tx, tariffs);
  // Asked of all tariffs, not of those just fetched: another batch may have fetched them this moment.
  await context.accounts.fetch(tx, [
    ...tariffs.flatMap((name) => context.shelf.get(name.tariffId, name.version).accounts),
    ...debts.rows.map(({ account }) => account),
  ]);
  const values =
    published ??
    (context.shelf.needsPublished()
      ? await readPublishedValues(tx, utilityId, context.localDate(now), now)
      : {});
  return {
    ...{ now, localDate: context.localDate, decimalPlaces: context.decimalPlaces, values },
    moduleAvailable: context.moduleAvailable,
    tariffs: (tariffId, version) => context.shelf.get(tariffId, version),
    supplies: new Map(found.map((supply) => [supply.meterNumber, supply])),
    ...floatsOfRows(floats?.rows ?? []),
    known: new Map(known.rows.map((row) => [row.vend_id, row.request_hash])),
    payments,
    ...statesOf(found, debts.rows),
    lastTokenIdentifier: new Map(
      found.map((supply) => [supply.meterId, supply.lastTokenIdentifier]),
    ),
    operators,
  };
}

function operatorIdsOf(requests: readonly DeskRequest[]): readonly string[] {
  return distinct(
    requests.map((asked) => (asked.kind === 'order' ? null : (asked.request.operatorId ?? null))),
  );
}

function assertLocked(supplies: readonly Supply[], locked: ReadonlySet<AgreementId>): void {
  for (const { agreement, meterNumber } of supplies) {
    if (agreement !== null && !locked.has(agreement.agreementId)) {
      throw new SupplyMoved(`meter ${meterNumber} was moved meanwhile`);
    }
  }
}

/** The tariffs that some supplies are sold under, each once. */
export function tariffsOf(supplies: readonly Supply[]): readonly TariffName[] {
  const names = new Map<string, TariffName>();
  for (const { agreement } of supplies) {
    if (agreement === null || agreement.tariffVersion === null) continue;
    const { tariffId, tariffVersion: version } = agreement;
    names.set(`${tariffId} ${version}`, { tariffId, version });
  }
  return [...names.values()];
}

async function readPayments(
  tx: Transaction,
  utilityId: UtilityId,
  requests: readonly DeskRequest[],
): Promise<DeskView['payments']> {
  const payments = requests.flatMap((asked) => {
    const payment = asked.kind === 'sale' ? (asked.request.payment ?? null) : null;
    return payment === null || payment.reference === null ? [] : [payment];
  });
  if (payments.length === 0) return new Map();
  const { rows } = await tx.query<PaymentRow>(knownPaymentsStatement, [
    utilityId,
    payments.map((payment) => payment.method),
    payments.map((payment) => payment.reference),
  ]);
  return new Map(
    rows.map((row) => [`${row.payment_method} ${row.payment_reference}`, row.vend_id]),
  );
}

function floatsOfRows(rows: readonly FloatRow[]): Pick<DeskView, 'vendors' | 'available'> {
  return {
    vendors: new Map(
      rows.map((row): readonly [VendorId, VendorFloat] => [
        row.vendor_id,
        {
          ...{ vendorId: row.vendor_id, name: row.name, floatAccountId: row.float_account_id },
          ...{ suspended: row.suspended, shiftRequired: row.shift_required },
        },
      ]),
    ),
    available: new Map(
      rows.map((row) => [
        row.vendor_id,
        minorUnits(row.posted_minor - row.reserved_minor - row.floor_minor),
      ]),
    ),
  };
}

export function statesOf(
  supplies: readonly Supply[],
  debtRows: readonly DebtRow[],
): Pick<DeskView, 'states' | 'debts'> {
  const states: DeskView['states'] = new Map();
  for (const { agreement } of supplies) {
    if (agreement !== null) states.set(agreement.agreementId, agreement.state);
  }
  const debts: DeskView['debts'] = new Map();
  for (const row of debtRows) {
    const of = debts.get(row.agreement_id) ?? [];
    debts.set(row.agreement_id, [...of, debtOfRow(row)]);
  }
  return { states, debts };
}

interface Reserved {
  readonly vend: Vend;
  readonly hash: Uint8Array;
}

function writeReserved(
  tx: Transaction,
  context: ReserveContext,
  view: DeskView,
  reserved: readonly Reserved[],
): readonly Promise<Rows<unknown>>[] {
  const { utilityId, now } = context;
  const vends = reserved.map(({ vend }) => vend);
  const sales = vends.flatMap((vend) => {
    if (vend.vendor === null || vend.kind !== 'sale') return [];
    // Throws now rather than when the money is already set aside.
    saleEntry(context.accounts, vend);
    return [
      {
        reservationId: vend.vendId,
        accountId: vend.vendor.floatAccountId,
        money: vend.tendered,
      },
    ];
  });
  return [
    writeVends(tx, context, reserved),
    writeMeters(tx, context, view, vends),
    ...writePurchases(tx, context, view, vends),
    ...(sales.length === 0 ? [] : [reserve(tx, utilityId, sales, now)]),
  ];
}

function writeVends(
  tx: Transaction,
  { utilityId, now }: ReserveContext,
  reserved: readonly Reserved[],
): Promise<Rows<unknown>> {
  const column = <Value>(value: (vend: Vend) => Value): readonly Value[] =>
    reserved.map(({ vend }) => value(vend));
  return tx.query(reserveVendsStatement, [
    utilityId,
    now,
    monthOf(now),
    column((vend) => vend.vendId),
    reserved.map(({ hash }) => hash),
    column((vend) => vend.kind),
    column((vend) => vend.meter.meterId),
    column((vend) => vend.agreement?.agreementId ?? null),
    column((vend) => vend.vendor?.vendorId ?? null),
    column((vend) => vend.operatorId),
    column((vend) => vend.tariff?.tariffId ?? null),
    column((vend) => vend.tariff?.version ?? null),
    column((vend) => vend.tendered),
    column((vend) => (vend.credit.kind === 'currency' ? vend.credit.money : null)),
    column((vend) => (vend.credit.kind === 'energy' ? vend.credit.energy : 0)),
    column((vend) => vend.freeEnergy),
    column((vend) => vend.key.keyEpoch),
    column((vend) => vend.tokenIdentifier),
    column((vend) => vend.tokenCount),
    column((vend) => vend.channel),
    column((vend) => vend.payment?.method ?? null),
    column((vend) => vend.payment?.reference ?? null),
    column((vend) => vend.soldBy),
    column((vend) => storedLines(vend.lines)),
    column((vend) => (vend.order === null ? null : storedOrder(vend.order))),
    column((vend) => (vend.undo === null ? null : storedUndo(vend.undo))),
    column((vend) => vend.monthEnergy),
  ]);
}

function writeMeters(
  tx: Transaction,
  { utilityId, now }: ReserveContext,
  view: DeskView,
  vends: readonly Vend[],
): Promise<Rows<unknown>> {
  const meterIds = distinct(vends.map((vend) => vend.meter.meterId));
  const identifiers = meterIds.map((meterId) => view.lastTokenIdentifier.get(meterId));
  return tx.query(advanceMetersStatement, [utilityId, now, meterIds, identifiers]);
}

/** What purchases leave behind: the sums of the agreements, and less of the debts. */
function writePurchases(
  tx: Transaction,
  { utilityId }: ReserveContext,
  view: DeskView,
  vends: readonly Vend[],
): readonly Promise<Rows<unknown>>[] {
  const agreementIds = distinct(
    vends.map((vend) => (vend.tariff === null ? null : (vend.agreement?.agreementId ?? null))),
  );
  if (agreementIds.length === 0) return [];
  const states = agreementIds.map((agreementId) => {
    const state = view.states.get(agreementId);
    if (state === undefined) throw new Error(`agreement ${agreementId} has no state`);
    return JSON.stringify(writePurchaseState(state));
  });
  const writes = [tx.query(updateAgreementsStatement, [utilityId, agreementIds, states])];
  const collected = collectedOf(vends);
  if (collected.size > 0) {
    writes.push(
      tx.query(collectDebtsStatement, [utilityId, [...collected.keys()], [...collected.values()]]),
    );
  }
  return writes;
}

/** What vends collect of each debt, a debt once. */
function collectedOf(vends: readonly Vend[]): ReadonlyMap<string, bigint> {
  const collected = new Map<string, bigint>();
  for (const vend of vends) {
    for (const line of debtLinesOf(vend)) {
      collected.set(line.id, (collected.get(line.id) ?? 0n) + line.money);
    }
  }
  return collected;
}

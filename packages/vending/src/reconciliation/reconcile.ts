/**
 * A reconciliation run: looks at what is known in a span, pairs it with all statement lines that
 * have no partner, and leaves one item for each thing on either side. Run again, it changes only
 * what has found its partner meanwhile. How it pairs is in sql/reconciliation/pair.sql and the
 * view reconciliation_candidate.
 */
import { type Database, loadStatement, type Transaction } from '@wattvend/database/database.js';
import { type Instant, instant, MILLISECONDS_PER_MINUTE } from '@wattvend/quantities/time.js';
import type { AuditActor } from '../audit/audit-event.ts';
import { recordAudit } from '../audit/audit-trail.ts';
import type { Utility } from '../utility/utility.ts';
import type { KnownPayment, KnownPayments } from './known-payments.ts';
import type { PaymentSource, PaymentSourceId } from './payment-source.ts';
import type { ReconciliationClass } from './reconciliation-item.ts';
import type { ReconciliationRunId } from './statement-file.ts';
import { listPaymentSources } from './stored-source.ts';

export interface RunOrder {
  readonly runId: ReconciliationRunId;
  readonly sourceId: PaymentSourceId;
  /** Known payments from this moment … */
  readonly from: Instant;
  /** … up to, not including, this one. */
  readonly to: Instant;
  readonly runBy: string;
  readonly actor: AuditActor;
  readonly now: Instant;
  /** Makes the id that the item of a known payment will have. */
  readonly newId: () => string;
  readonly onProgress?: (step: string, count: number) => void;
}

export interface ReconciliationRun {
  readonly runId: ReconciliationRunId;
  readonly sourceId: PaymentSourceId;
  readonly from: Instant;
  readonly to: Instant;
  readonly runBy: string;
  readonly runAt: Instant;
  /** How many known payments it looked at. */
  readonly observed: number;
  /** How many items it made or changed. */
  readonly items: Readonly<Record<ReconciliationClass, number>>;
}

export type RunAnswer =
  | { readonly kind: 'run'; readonly run: ReconciliationRun; readonly first: boolean }
  | {
      readonly kind: 'refused';
      readonly refusal:
        | 'reconciliation_run_id_conflict'
        | 'payment_source_not_found'
        | 'reconciliation_span_empty';
    };

const sql = (name: string): ReturnType<typeof loadStatement> =>
  loadStatement(new URL(`../../sql/reconciliation/${name}.sql`, import.meta.url));
// As work-long.sql sets it for the server.
const LONG_MS = 60_000;

const lockSourceStatement = sql('lock-source');
const workLongStatement = sql('work-long');
const observeStatement = sql('observe-payments');
const analyzeStatement = sql('analyze');
const analyzeItemsStatement = sql('analyze-items');
const pairStatement = { ...sql('pair'), timeoutMs: LONG_MS };
const addLineItemsStatement = { ...sql('add-line-items'), timeoutMs: LONG_MS };
const addKnownItemsStatement = { ...sql('add-known-items'), timeoutMs: LONG_MS };
const sayTokenMissingStatement = sql('say-token-missing');
const markFilesStatement = sql('mark-files');
const insertRunStatement = sql('insert-run');
const listRunsStatement = sql('list-runs');

/**
 * Refusals in order: reconciliation_run_id_conflict, payment_source_not_found,
 * reconciliation_span_empty. The same id with the same source and span is the same run.
 */
export async function reconcile(
  database: Database,
  utility: Utility,
  order: RunOrder,
  knownPayments: KnownPayments,
): Promise<RunAnswer> {
  return await database.transaction(async (tx) => {
    const { utilityId } = utility;
    await tx.query(lockSourceStatement, [utilityId, order.sourceId]);
    const known = await findRun(tx, utilityId, order.runId);
    if (known !== null) return knownRun(known, order);
    const [source] = await listPaymentSources(tx, utilityId, order.sourceId);
    if (source === undefined) return { kind: 'refused', refusal: 'payment_source_not_found' };
    if (order.from >= order.to) return { kind: 'refused', refusal: 'reconciliation_span_empty' };
    await tx.query(workLongStatement);
    const observed = await observe(tx, utility, order, knownPayments(source, order));
    await tx.query(analyzeStatement);
    const items = await pairAll(tx, utility, order, source);
    await tx.query(markFilesStatement, [utilityId, order.sourceId, order.runId]);
    const { runId, sourceId, from, to, runBy, now } = order;
    const run = { runId, sourceId, from, to, runBy, runAt: now, observed, items };
    await tx.query(insertRunStatement, [
      ...[utilityId, runId, sourceId, from, to, runBy, now, observed],
      ...[items.matched, items.paid_no_vend, items.vend_no_pay, items.differs, items.duplicate],
    ]);
    const subject = { kind: 'reconciliation_run', id: runId };
    const fact = { actor: order.actor, what: 'reconciliation.run', subject, details: { observed } };
    await recordAudit(tx, utilityId, fact, now);
    return { kind: 'run', run, first: true };
  });
}

function knownRun(run: ReconciliationRun, order: RunOrder): RunAnswer {
  const isSame = run.sourceId === order.sourceId && run.from === order.from && run.to === order.to;
  return isSame
    ? { kind: 'run', run, first: false }
    : { kind: 'refused', refusal: 'reconciliation_run_id_conflict' };
}

async function observe(
  tx: Transaction,
  { utilityId }: Utility,
  order: RunOrder,
  portions: AsyncIterable<readonly KnownPayment[]>,
): Promise<number> {
  let observed = 0;
  for await (const known of portions) {
    await tx.query(observeStatement, [
      utilityId,
      order.sourceId,
      order.runId,
      known.map((each) => each.kind),
      known.map((each) => each.id),
      known.map(() => order.newId()),
      known.map((each) => each.reference),
      known.map((each) => each.meterNumber),
      known.map((each) => each.vendorId),
      known.map((each) => each.money),
      known.map((each) => each.at),
      known.map((each) => each.hasToken),
    ]);
    observed += known.length;
    order.onProgress?.('observed', observed);
  }
  return observed;
}

interface CountRow {
  readonly class: ReconciliationClass;
  readonly items: bigint;
}

const PASSES = [1, 2, 3, 4];

async function pairAll(
  tx: Transaction,
  { utilityId }: Utility,
  order: RunOrder,
  source: PaymentSource,
): Promise<ReconciliationRun['items']> {
  const items = { matched: 0, paid_no_vend: 0, vend_no_pay: 0, differs: 0, duplicate: 0 };
  const add = (step: string, rows: readonly CountRow[]): void => {
    for (const row of rows) items[row.class] += Number(row.items);
    order.onProgress?.(
      step,
      Object.values(items).reduce((sum, count) => sum + count, 0),
    );
  };
  const { sourceId, runId, runBy, now } = order;
  const windowMs = source.matchWindow * MILLISECONDS_PER_MINUTE;
  for (const pass of PASSES) {
    const values = [utilityId, sourceId, pass, windowMs, runId, now, runBy];
    const { rows } = await tx.query<CountRow>(pairStatement, values);
    add(`pass ${pass}`, rows);
    if (rows.length > 0) await tx.query(analyzeItemsStatement);
  }
  const lines = await tx.query<CountRow>(addLineItemsStatement, [utilityId, sourceId, now]);
  add('lines', lines.rows);
  const known = await tx.query<CountRow>(addKnownItemsStatement, [utilityId, sourceId, runId, now]);
  add('known', known.rows);
  await tx.query(sayTokenMissingStatement, [utilityId, sourceId]);
  return items;
}

interface RunRow {
  readonly run_id: ReconciliationRunId;
  readonly source_id: PaymentSourceId;
  readonly from_ms: bigint;
  readonly to_ms: bigint;
  readonly run_by: string;
  readonly run_at_ms: bigint;
  readonly observed_count: number;
  readonly matched_count: number;
  readonly paid_no_vend_count: number;
  readonly vend_no_pay_count: number;
  readonly differs_count: number;
  readonly duplicate_count: number;
}

export interface RunPage {
  readonly sourceId: PaymentSourceId | null;
  readonly before: { readonly at: Instant; readonly id: string };
  readonly limit: number;
}

/** Newest first. */
export async function listRuns(
  tx: Pick<Transaction, 'query'>,
  utilityId: Utility['utilityId'],
  page: RunPage,
): Promise<readonly ReconciliationRun[]> {
  const values = [utilityId, page.sourceId, null, page.before.at, page.before.id, page.limit];
  return (await tx.query<RunRow>(listRunsStatement, values)).rows.map(runOf);
}

export async function findRun(
  tx: Pick<Transaction, 'query'>,
  utilityId: Utility['utilityId'],
  runId: ReconciliationRunId,
): Promise<ReconciliationRun | null> {
  const values = [utilityId, null, runId, Number.MAX_SAFE_INTEGER, runId, 1];
  const { rows } = await tx.query<RunRow>(listRunsStatement, values);
  const [row] = rows;
  return row === undefined ? null : runOf(row);
}

function runOf(row: RunRow): ReconciliationRun {
  return {
    runId: row.run_id,
    sourceId: row.source_id,
    from: instant(Number(row.from_ms)),
    to: instant(Number(row.to_ms)),
    runBy: row.run_by,
    runAt: instant(Number(row.run_at_ms)),
    observed: row.observed_count,
    items: {
      matched: row.matched_count,
      paid_no_vend: row.paid_no_vend_count,
      vend_no_pay: row.vend_no_pay_count,
      differs: row.differs_count,
      duplicate: row.duplicate_count,
    },
  };
}

/**
 * Imports a file of customers and meters: all of it or nothing. A trial run answers what would be
 * made. Whatever is wrong is answered line by line, every line; then nothing is made either.
 *
 * The same id with the same file is imported once. The same file under another id finds everything
 * there: equal lines are counted and skipped, others are faults.
 */
import { createHash } from 'node:crypto';
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement, sqlState } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { DeskDeed } from '../desk/desk-operation.ts';
import type { FileKind } from './columns.ts';
import { readCsv } from './csv-text.ts';
import type { ImportFault } from './import-faults.ts';
import { importFault } from './import-faults.ts';
import type { Made, Plan } from './plan.ts';
import { madeBy } from './plan.ts';
import { planMeters } from './plan-meters.ts';
import { planSupplies } from './plan-supplies.ts';
import { tableOf } from './table.ts';
import { writePlan } from './write-plan.ts';

export type ImportId = Quantity<string, 'import id'>;

/** In order. */
export const IMPORT_REFUSALS = ['operation_id_conflict', 'csv_unreadable'] as const;

export interface ImportResult {
  readonly importId: ImportId;
  readonly kind: FileKind;
  /** `checked` after a trial run, `faulty` when lines are wrong: neither made anything. */
  readonly state: 'imported' | 'checked' | 'faulty';
  readonly lines: number;
  readonly skipped: number;
  readonly made: Made;
  readonly faults: readonly ImportFault[];
  readonly by: string;
  readonly at: Instant;
}

export type ImportAnswer =
  | { readonly kind: 'result'; readonly first: boolean; readonly result: ImportResult }
  | { readonly kind: 'refused'; readonly refusal: 'operation_id_conflict' }
  | {
      readonly kind: 'refused';
      readonly refusal: 'csv_unreadable';
      readonly fault: 'not-utf8' | 'empty';
    };

export interface ImportProgress {
  readonly phase: 'reading' | 'checking' | 'writing';
  readonly linesDone: number;
  readonly lines: number;
}

export interface ImportFile extends DeskDeed {
  readonly importId: ImportId;
  readonly kind: FileKind;
  readonly isTrial: boolean;
  readonly octets: Uint8Array;
  /** A new UUID each time. */
  readonly newId: () => string;
  readonly onProgress?: (progress: ImportProgress) => void;
}

interface ImportRow {
  readonly kind: FileKind;
  readonly content_hash: Uint8Array;
  readonly imported_by: string;
  readonly imported_at_ms: bigint;
  readonly lines: number;
  readonly skipped: number;
  readonly made: Made;
}

const findStatement = loadStatement(new URL('../../sql/csv/find-import.sql', import.meta.url));
const analyzeStatement = loadStatement(
  new URL('../../sql/csv/analyze-imported.sql', import.meta.url),
);
const insertStatement = loadStatement(new URL('../../sql/csv/insert-import.sql', import.meta.url));

export async function importFile(
  database: Database,
  utilityId: UtilityId,
  order: ImportFile,
): Promise<ImportAnswer> {
  const contentHash = createHash('sha256').update(order.kind).update('\n').update(order.octets);
  const hash = contentHash.digest();
  const known = await repeated(database, utilityId, order, hash);
  if (known !== null) return known;
  order.onProgress?.({ phase: 'reading', linesDone: 0, lines: 0 });
  const read = await readCsv(order.octets);
  if (read.kind === 'fault' && read.fault !== 'quotes-broken') {
    return { kind: 'refused', refusal: 'csv_unreadable', fault: read.fault };
  }
  if (read.kind === 'fault') {
    const faults = [importFault(read.line, 'quotes_broken')];
    return result(order, 'faulty', { ...NOTHING_PLANNED, faults });
  }
  const table = tableOf(order.kind, read.records);
  const plan = await planned(database, utilityId, order, table);
  if (plan.faults.length > 0) return result(order, 'faulty', plan);
  if (order.isTrial) return result(order, 'checked', plan);
  try {
    await database.transaction((tx) => written(tx, utilityId, order, { plan, hash }));
  } catch (error) {
    // Somebody else wrote one of these numbers, or this very import, while this one was checked.
    if (sqlState(error) !== '23505' && sqlState(error) !== '23503') throw error;
    const other = await repeated(database, utilityId, order, hash);
    if (other !== null) return other;
    const again = await planned(database, utilityId, order, table);
    if (again.faults.length === 0) throw error;
    return result(order, 'faulty', again);
  }
  await refreshStatistics(database, plan);
  return result(order, 'imported', plan);
}

const MANY_METERS = 1000;

/** The server's plans for a handful of meters are wrong for a town. */
async function refreshStatistics(database: Database, plan: Plan): Promise<void> {
  if (madeBy(plan).meters < MANY_METERS) return;
  // The import is done; if this fails, the server does it by itself within minutes.
  await database.query(analyzeStatement).catch(() => undefined);
}

const NOTHING_PLANNED: Plan = {
  lines: 0,
  skipped: 0,
  faults: [],
  customers: new Map(),
  supplies: [],
  devices: [],
};

async function planned(
  database: Database,
  utilityId: UtilityId,
  order: ImportFile,
  table: ReturnType<typeof tableOf>,
): Promise<Plan> {
  let linesDone = 0;
  const onLines = (more: number): void => {
    linesDone += more;
    order.onProgress?.({ phase: 'checking', linesDone, lines: table.lines.length });
  };
  onLines(0);
  const plan =
    order.kind === 'meters'
      ? await planMeters(database, utilityId, table, onLines)
      : await planSupplies(database, utilityId, table, {
          now: order.at,
          newId: order.newId,
          onLines,
        });
  const inOrder = plan.faults.toSorted((one, other) => one.line - other.line);
  return { ...plan, faults: inOrder };
}

async function written(
  tx: Transaction,
  utilityId: UtilityId,
  order: ImportFile,
  { plan, hash }: { readonly plan: Plan; readonly hash: Uint8Array },
): Promise<void> {
  const { importId, kind, by, at, newId } = order;
  const lines = plan.lines - plan.skipped;
  let linesDone = 0;
  const onLines = (more: number): void => {
    linesDone += more;
    order.onProgress?.({ phase: 'writing', linesDone, lines });
  };
  onLines(0);
  await tx.query(insertStatement, [
    utilityId,
    importId,
    kind,
    hash,
    by,
    at,
    plan.lines,
    plan.skipped,
    { ...madeBy(plan) },
  ]);
  await writePlan(tx, utilityId, plan, { by, at, newId, onLines });
}

function result(
  { importId, kind, by, at }: ImportFile,
  state: ImportResult['state'],
  plan: Plan,
): ImportAnswer {
  const { lines, skipped, faults } = plan;
  const made = madeBy(plan);
  const answer = { importId, kind, state, lines, skipped, made, faults, by, at };
  return { kind: 'result', first: true, result: answer };
}

async function repeated(
  database: Database,
  utilityId: UtilityId,
  order: ImportFile,
  hash: Uint8Array,
): Promise<ImportAnswer | null> {
  const row = await findRow(database, utilityId, order.importId);
  if (row === null) return null;
  // The kind is part of what is hashed.
  if (Buffer.compare(row.content_hash, hash) !== 0) {
    return { kind: 'refused', refusal: 'operation_id_conflict' };
  }
  return { kind: 'result', first: false, result: resultOfRow(order.importId, row) };
}

/** The result of an import that was done, or null. */
export async function findImport(
  database: Database,
  utilityId: UtilityId,
  importId: ImportId,
): Promise<ImportResult | null> {
  const row = await findRow(database, utilityId, importId);
  return row === null ? null : resultOfRow(importId, row);
}

async function findRow(
  database: Database,
  utilityId: UtilityId,
  importId: ImportId,
): Promise<ImportRow | null> {
  const { rows } = await database.query<ImportRow>(findStatement, [utilityId, importId]);
  return rows[0] ?? null;
}

function resultOfRow(importId: ImportId, row: ImportRow): ImportResult {
  const { kind, lines, skipped, made, imported_by: by } = row;
  const at = instant(Number(row.imported_at_ms));
  return { importId, kind, state: 'imported', lines, skipped, made, faults: [], by, at };
}

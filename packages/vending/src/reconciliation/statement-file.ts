/** Imported statements: what each holds in all, found by id or a page at a time. */
import { loadStatement, type Transaction } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import { type MinorUnits, minorUnits } from '@wattvend/quantities/money.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import type { PaymentSourceId } from './payment-source.ts';

export type StatementFileId = Quantity<string, 'statement file id'>;
export type ReconciliationRunId = Quantity<string, 'reconciliation run id'>;

export interface StatementTotals {
  readonly lines: number;
  readonly passedOver: number;
  readonly credits: MinorUnits;
  /** Zero or less. */
  readonly debits: MinorUnits;
  readonly fees: MinorUnits;
  /** YYYY-MM-DD of the first and the last line; null without lines. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface StatementFile {
  readonly fileId: StatementFileId;
  readonly sourceId: PaymentSourceId;
  /** 64 hex digits. */
  readonly sha256: string;
  readonly name: string;
  readonly importedBy: string;
  readonly importedAt: Instant;
  readonly totals: StatementTotals;
  /** The run that looked at it first; null until then. */
  readonly firstRunId: ReconciliationRunId | null;
}

interface FileRow {
  readonly file_id: StatementFileId;
  readonly source_id: PaymentSourceId;
  readonly sha256: Uint8Array;
  readonly name: string;
  readonly imported_by: string;
  readonly imported_at_ms: bigint;
  readonly period_from: string | null;
  readonly period_to: string | null;
  readonly line_count: number;
  readonly passed_over_count: number;
  readonly credit_minor: bigint;
  readonly debit_minor: bigint;
  readonly fee_minor: bigint;
  readonly first_run_id: ReconciliationRunId | null;
}

const findFileStatement = loadStatement(
  new URL('../../sql/reconciliation/find-file.sql', import.meta.url),
);
const listFilesStatement = loadStatement(
  new URL('../../sql/reconciliation/list-files.sql', import.meta.url),
);

/** The file of that id, or of the same source and octets; the id counts first. */
export async function findStatementFile(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  fileId: StatementFileId,
  same: { readonly sourceId: PaymentSourceId; readonly sha256: Uint8Array } | null,
): Promise<StatementFile | null> {
  const values = [utilityId, fileId, same?.sourceId ?? null, same?.sha256 ?? null];
  const { rows } = await tx.query<FileRow>(findFileStatement, values);
  const [row] = rows;
  return row === undefined ? null : fileOf(row);
}

export interface FilePage {
  readonly sourceId: PaymentSourceId | null;
  readonly before: { readonly at: Instant; readonly id: string };
  readonly limit: number;
}

/** Newest first. */
export async function listStatementFiles(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: FilePage,
): Promise<readonly StatementFile[]> {
  const { sourceId, before, limit } = page;
  const values = [utilityId, sourceId, before.at, before.id, limit];
  return (await tx.query<FileRow>(listFilesStatement, values)).rows.map(fileOf);
}

function fileOf(row: FileRow): StatementFile {
  return {
    fileId: row.file_id,
    sourceId: row.source_id,
    sha256: Buffer.from(row.sha256).toString('hex'),
    name: row.name,
    importedBy: row.imported_by,
    importedAt: instant(Number(row.imported_at_ms)),
    totals: {
      lines: row.line_count,
      passedOver: row.passed_over_count,
      credits: minorUnits(row.credit_minor),
      debits: minorUnits(row.debit_minor),
      fees: minorUnits(row.fee_minor),
      from: row.period_from,
      to: row.period_to,
    },
    firstRunId: row.first_run_id,
  };
}

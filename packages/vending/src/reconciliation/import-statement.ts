/**
 * Imports a statement, whole or not at all. The same id with the same octets, or the same octets
 * under another id, are the same file and change nothing.
 */
import { createHash } from 'node:crypto';
import {
  type Database,
  loadStatement,
  sqlState,
  type Transaction,
} from '@wattvend/database/database.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { AuditActor } from '../audit/audit-event.ts';
import { recordAudit } from '../audit/audit-trail.ts';
import type { Utility } from '../utility/utility.ts';
import { type CheckedStatement, checkStatement, isNothing } from './check-statement.ts';
import { lineEvidence, lineKeys } from './line-evidence.ts';
import type { PaymentSource, PaymentSourceId } from './payment-source.ts';
import { readStatement } from './read-statement.ts';
import { wallClock } from './statement-date.ts';
import { findStatementFile, type StatementFile, type StatementFileId } from './statement-file.ts';
import type { StatementLine } from './statement-line.ts';
import { listPaymentSources } from './stored-source.ts';

export interface StatementUpload {
  readonly fileId: StatementFileId;
  readonly sourceId: PaymentSourceId;
  readonly name: string;
  readonly octets: Uint8Array;
  readonly importedBy: string;
  readonly actor: AuditActor;
  readonly now: Instant;
  /** Makes the id of each line. */
  readonly newId: () => string;
  readonly onProgress?: (step: 'read' | 'stored', lines: number) => void;
}

export type ImportAnswer =
  | { readonly kind: 'imported'; readonly file: StatementFile; readonly first: boolean }
  | {
      readonly kind: 'refused';
      readonly refusal: 'statement_id_conflict' | 'payment_source_not_found';
    }
  | {
      readonly kind: 'refused';
      readonly refusal: 'statement_faulty';
      readonly checked: CheckedStatement;
    };

const lockSourceStatement = loadStatement(
  new URL('../../sql/reconciliation/lock-source.sql', import.meta.url),
);
const workLongStatement = loadStatement(
  new URL('../../sql/reconciliation/work-long.sql', import.meta.url),
);
const insertFileStatement = loadStatement(
  new URL('../../sql/reconciliation/insert-file.sql', import.meta.url),
);
const insertLinesStatement = loadStatement(
  new URL('../../sql/reconciliation/insert-lines.sql', import.meta.url),
);

// Large enough for speed, small enough that a portion is a few megabytes.
const PORTION_LINES = 5000;

/**
 * Refusals in order: statement_id_conflict, payment_source_not_found, statement_faulty. The file is
 * read twice: once for its faults, and when it has none, once more into the database.
 */
export async function importStatement(
  database: Database,
  utility: Utility,
  upload: StatementUpload,
): Promise<ImportAnswer> {
  const sha256 = createHash('sha256').update(upload.octets).digest();
  const known = await knownFile(database, utility, upload, sha256);
  if (known !== null) return known;
  const [source] = await listPaymentSources(database, utility.utilityId, upload.sourceId);
  if (source === undefined) return { kind: 'refused', refusal: 'payment_source_not_found' };
  const checked = await checkStatement(upload.octets, source, utility, (lines) =>
    upload.onProgress?.('read', lines),
  );
  if (checked.faultCount > 0) return { kind: 'refused', refusal: 'statement_faulty', checked };
  try {
    return await database.transaction((tx) =>
      stored(tx, utility, upload, { source, sha256, checked }),
    );
  } catch (error) {
    // The same file met itself under two ids, which the source's lock does not see in two sources.
    if (sqlState(error) !== '23505') throw error;
    const meanwhile = await knownFile(database, utility, upload, sha256);
    if (meanwhile === null) throw error;
    return meanwhile;
  }
}

async function knownFile(
  tx: Pick<Transaction, 'query'>,
  utility: Utility,
  upload: StatementUpload,
  sha256: Uint8Array,
): Promise<ImportAnswer | null> {
  const { fileId, sourceId } = upload;
  const file = await findStatementFile(tx, utility.utilityId, fileId, { sourceId, sha256 });
  if (file === null) return null;
  const isSame = file.sourceId === sourceId && file.sha256 === Buffer.from(sha256).toString('hex');
  return isSame
    ? { kind: 'imported', file, first: false }
    : { kind: 'refused', refusal: 'statement_id_conflict' };
}

interface ReadyFile {
  readonly source: PaymentSource;
  readonly sha256: Uint8Array;
  readonly checked: CheckedStatement;
}

async function stored(
  tx: Transaction,
  utility: Utility,
  upload: StatementUpload,
  ready: ReadyFile,
): Promise<ImportAnswer> {
  const { utilityId } = utility;
  await tx.query(lockSourceStatement, [utilityId, upload.sourceId]);
  const known = await knownFile(tx, utility, upload, ready.sha256);
  if (known !== null) return known;
  await tx.query(workLongStatement);
  const { totals } = ready.checked;
  await tx.query(insertFileStatement, [
    utilityId,
    upload.fileId,
    upload.sourceId,
    ready.sha256,
    upload.name,
    upload.importedBy,
    upload.now,
    totals.from,
    totals.to,
    totals.lines,
    totals.passedOver,
    totals.credits,
    totals.debits,
    totals.fees,
  ]);
  await storeLines(tx, utility, upload, ready.source);
  const file = await findStatementFile(tx, utilityId, upload.fileId, null);
  if (file === null) throw new Error('a statement that was just stored is not there');
  const subject = { kind: 'statement', id: upload.fileId };
  const details = { source_id: upload.sourceId, sha256: file.sha256, lines: totals.lines };
  const fact = { actor: upload.actor, what: 'statement.imported', subject, details };
  await recordAudit(tx, utilityId, fact, upload.now);
  return { kind: 'imported', file, first: true };
}

async function storeLines(
  tx: Transaction,
  utility: Utility,
  upload: StatementUpload,
  source: PaymentSource,
): Promise<void> {
  const terms = { ...utility, timeZone: source.timeZone };
  const evidenceOf = evidenceReader(source);
  let portion: StatementLine[] = [];
  let total = 0;
  const flush = async (): Promise<void> => {
    await tx.query(insertLinesStatement, [
      utility.utilityId,
      upload.fileId,
      upload.sourceId,
      ...columnsOf(portion, evidenceOf, upload.newId),
    ]);
    total += portion.length;
    portion = [];
    upload.onProgress?.('stored', total);
  };
  for await (const parts of readStatement(upload.octets, source.format, terms)) {
    for (const part of parts) {
      if (part.kind === 'fault') throw new Error('a statement without faults now has one');
      if (!isNothing(part)) portion.push(part.line);
      if (portion.length === PORTION_LINES) await flush();
    }
  }
  if (portion.length > 0) await flush();
}

type EvidenceReader = (line: StatementLine) => ReturnType<typeof lineEvidence>;

function evidenceReader(source: PaymentSource): EvidenceReader {
  const clock = wallClock(source.timeZone);
  const keyOf = lineKeys();
  return (line) => lineEvidence(line, source, clock, keyOf);
}

/** The arrays of insert-lines.sql, in its order. */
function columnsOf(
  lines: readonly StatementLine[],
  evidenceOf: EvidenceReader,
  newId: () => string,
): readonly (readonly unknown[])[] {
  const all = lines.map((line) => ({ ...line, ...evidenceOf(line), lineId: newId() }));
  return [
    all.map((line) => line.lineNumber),
    all.map((line) => line.lineId),
    all.map((line) => line.lineKey),
    all.map((line) => line.externalId),
    all.map((line) => line.reference),
    all.map((line) => line.meterNumber),
    all.map((line) => line.payer),
    all.map((line) => line.namedId),
    all.map((line) => line.money),
    all.map((line) => line.fee),
    all.map((line) => line.gross),
    all.map((line) => line.feeExpected),
    all.map((line) => line.valueDate),
    all.map((line) => line.bookedAt),
    all.map((line) => line.occurredAt),
    all.map((line) => line.occurredUntil),
  ];
}

/**
 * A vendor's statement: what was in the float, every movement with the balance after it, what is in
 * it. It is read from the ledger, so no movement can be missing; deposits and reversals bring their
 * papers along. A day's sales are one line.
 */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import { derivedId } from '../utility/derived-id.ts';
import type { Utility } from '../utility/utility.ts';
import type { Vendor } from './vendors.ts';

/** From the beginning of a day up to the end of another, on the utility's calendar. */
export interface StatementSpan {
  readonly fromDay: string;
  readonly toDay: string;
}

export interface StatementBalances {
  readonly from: Instant;
  /** The span ends before this moment. */
  readonly to: Instant;
  readonly opening: MinorUnits;
  readonly closing: MinorUnits;
}

export interface StatementLine {
  readonly day: string;
  /** Of a day's sales the moment of the last one. */
  readonly movedAt: Instant;
  /** Of the ledger's entry: "sale", "deposit", "deposit_reversal", "commission", … */
  readonly kind: string;
  readonly entryId: string;
  /** How many entries the line stands for: above one for sales only. */
  readonly entries: number;
  /** Above zero when the float grew. */
  readonly moved: MinorUnits;
  readonly balance: MinorUnits;
  /** The deposit or reversal behind it, with what was written on it. */
  readonly document: {
    readonly documentId: string;
    readonly note: string;
    readonly slipNumber: string | null;
  } | null;
}

/** Where a page ended. */
export type StatementCursor = Pick<StatementLine, 'day' | 'kind' | 'movedAt' | 'entryId'>;

interface SpanRow {
  readonly from_ms: bigint;
  readonly to_ms: bigint;
}

interface LineRow {
  readonly day: string;
  readonly sales: boolean;
  readonly moved_at_ms: bigint;
  readonly kind: string;
  readonly entry_id: string;
  readonly entries: number;
  readonly moved_minor: bigint;
  readonly balance_minor: bigint;
}

interface DocumentRow {
  readonly document_id: string;
  readonly note: string;
  readonly slip_number: string | null;
}

const SALE = 'sale';
const FIRST: StatementCursor = {
  day: '0001-01-01',
  kind: '',
  movedAt: instant(0),
  entryId: '00000000-0000-0000-0000-000000000000',
};

const dayBoundsStatement = loadStatement(new URL('../../sql/day-bounds.sql', import.meta.url));
const balancesStatement = loadStatement(
  new URL('../../sql/vendor/statement-balances.sql', import.meta.url),
);
const linesStatement = loadStatement(
  new URL('../../sql/vendor/statement-lines.sql', import.meta.url),
);
const documentsStatement = loadStatement(
  new URL('../../sql/vendor/statement-documents.sql', import.meta.url),
);

/** What was in the float at both ends. */
export async function statementBalances(
  tx: Pick<Transaction, 'query'>,
  utility: Utility,
  of: { readonly vendor: Vendor; readonly span: StatementSpan },
): Promise<StatementBalances> {
  const { utilityId } = utility;
  const { from, to } = await boundsOf(tx, utility, of.span);
  const { rows } = await tx.query<{
    readonly opening_minor: bigint;
    readonly closing_minor: bigint;
  }>(balancesStatement, [utilityId, of.vendor.floatAccountId, from, to]);
  const [row] = rows;
  if (row === undefined) throw new Error('the balances of a float answered no row');
  return {
    from,
    to,
    opening: minorUnits(row.opening_minor),
    closing: minorUnits(row.closing_minor),
  };
}

/** The lines behind a cursor (null: from the beginning), in their order. */
export async function statementLines(
  tx: Pick<Transaction, 'query'>,
  utility: Utility,
  page: {
    readonly vendor: Vendor;
    readonly span: StatementSpan;
    readonly after: StatementCursor | null;
    readonly limit: number;
  },
): Promise<readonly StatementLine[]> {
  const { utilityId, timeZone } = utility;
  const { vendor, span, limit } = page;
  const after = page.after ?? FIRST;
  const { from, to } = await boundsOf(tx, utility, span);
  const { rows } = await tx.query<LineRow>(linesStatement, [
    utilityId,
    vendor.floatAccountId,
    from,
    to,
    timeZone,
    after.day,
    after.kind === SALE,
    after.movedAt,
    after.entryId,
    limit,
  ]);
  const documents = await tx.query<DocumentRow>(documentsStatement, [
    utilityId,
    vendor.vendorId,
    from,
    to,
  ]);
  const byEntry = documentsByEntry(documents.rows);
  return rows.map((row) => ({
    day: row.day,
    movedAt: instant(Number(row.moved_at_ms)),
    kind: row.kind,
    entryId: row.entry_id,
    entries: row.entries,
    moved: minorUnits(row.moved_minor),
    balance: minorUnits(row.balance_minor),
    document: byEntry.get(row.entry_id) ?? null,
  }));
}

function documentsByEntry(
  rows: readonly DocumentRow[],
): ReadonlyMap<string, StatementLine['document']> {
  return new Map(
    rows.flatMap((row) => {
      const document = {
        documentId: row.document_id,
        note: row.note,
        slipNumber: row.slip_number,
      };
      // One of the two names an entry: nothing else is named by a hash of that beginning.
      return [
        [derivedId('deposit', row.document_id), document] as const,
        [derivedId('deposit reversal', row.document_id), document] as const,
      ];
    }),
  );
}

async function boundsOf(
  tx: Pick<Transaction, 'query'>,
  { timeZone }: Utility,
  span: StatementSpan,
): Promise<{ readonly from: Instant; readonly to: Instant }> {
  const bounds = async (day: string): Promise<SpanRow> => {
    const { rows } = await tx.query<SpanRow>(dayBoundsStatement, [day, timeZone]);
    const [row] = rows;
    if (row === undefined) throw new Error('the bounds of a day answered no row');
    return row;
  };
  const [first, last] = [await bounds(span.fromDay), await bounds(span.toDay)];
  return { from: instant(Number(first.from_ms)), to: instant(Number(last.to_ms)) };
}

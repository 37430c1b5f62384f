/** Printing a receipt again: always the same digits, and each time an audited event. */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import { findVend } from './find-vends.ts';
import type { Vend, VendId } from './vend.ts';

export type ReprintAnswer =
  | { readonly kind: 'reprinted'; readonly vend: Vend }
  | { readonly kind: 'refused'; readonly refusal: 'vend_not_found' | 'vend_not_posted' };

const lockVendStatement = loadStatement(new URL('../../sql/vend/lock-vend.sql', import.meta.url));
const insertReprintStatement = loadStatement(
  new URL('../../sql/vend/insert-reprint.sql', import.meta.url),
);

const listReprintsStatement = loadStatement(
  new URL('../../sql/vend/list-reprints.sql', import.meta.url),
);

/** One copy: the first after the original is number 1. */
export interface Reprint {
  readonly number: number;
  readonly reprintedBy: string;
  readonly reprintedAt: Instant;
}

interface ReprintRow {
  readonly reprint_number: number;
  readonly reprinted_by: string;
  readonly reprinted_at_ms: bigint;
}

/** Who printed which copy of a vend's receipt, and when. */
export async function listReprints(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  vendId: VendId,
): Promise<readonly Reprint[]> {
  const { rows } = await tx.query<ReprintRow>(listReprintsStatement, [utilityId, vendId]);
  return rows.map((row) => ({
    number: row.reprint_number,
    reprintedBy: row.reprinted_by,
    reprintedAt: instant(Number(row.reprinted_at_ms)),
  }));
}

/** Refusals in order: vend_not_found, vend_not_posted. */
export function reprintVend(
  database: Database,
  utilityId: UtilityId,
  reprint: { readonly vendId: VendId; readonly reprintedBy: string; readonly now: Instant },
): Promise<ReprintAnswer> {
  const { vendId, reprintedBy, now } = reprint;
  return database.transaction<ReprintAnswer>(async (tx) => {
    const { rows } = await tx.query<{ readonly state: Vend['state'] }>(lockVendStatement, [
      utilityId,
      vendId,
    ]);
    const [row] = rows;
    if (row === undefined) return { kind: 'refused', refusal: 'vend_not_found' };
    if (row.state !== 'posted') return { kind: 'refused', refusal: 'vend_not_posted' };
    await tx.query(insertReprintStatement, [utilityId, vendId, reprintedBy, now]);
    const vend = await findVend(tx, utilityId, vendId);
    if (vend === null) throw new Error(`vend ${vendId} was locked and is gone`);
    return { kind: 'reprinted', vend };
  });
}

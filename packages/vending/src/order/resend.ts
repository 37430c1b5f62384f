/**
 * Somebody wants the digits of a vend sent to the customer once more: the same digits. Here it is
 * written down that it was wanted, once for each id; whoever carries messages takes it from there.
 */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import { findVend } from '../vend/find-vends.ts';
import type { VendId } from '../vend/vend.ts';

export type ResendId = Quantity<string, 'resend id'>;

export const RESEND_CARRIERS = ['sms', 'email'] as const;

export interface Resend {
  readonly resendId: ResendId;
  readonly vendId: VendId;
  readonly carrier: (typeof RESEND_CARRIERS)[number];
  readonly wantedBy: string;
  readonly wantedAt: Instant;
}

/** Why nothing is sent again, in order. */
export const RESEND_REFUSALS = ['vend_not_found', 'vend_not_posted', 'resend_id_conflict'] as const;

export type ResendAnswer =
  | { readonly kind: 'wanted'; readonly resend: Resend; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: (typeof RESEND_REFUSALS)[number] };

const insertResendStatement = loadStatement(
  new URL('../../sql/order/insert-resend.sql', import.meta.url),
);
const findResendStatement = loadStatement(
  new URL('../../sql/order/find-resend.sql', import.meta.url),
);

/** Refusals: RESEND_REFUSALS, in order. */
export function wantResend(
  database: Database,
  utilityId: UtilityId,
  resend: Resend,
): Promise<ResendAnswer> {
  const { vendId, resendId, carrier, wantedBy, wantedAt } = resend;
  return database.transaction<ResendAnswer>(async (tx) => {
    const vend = await findVend(tx, utilityId, vendId);
    if (vend === null) return { kind: 'refused', refusal: 'vend_not_found' };
    if (vend.state !== 'posted') return { kind: 'refused', refusal: 'vend_not_posted' };
    const values = [utilityId, vendId, resendId, wantedAt, wantedBy, carrier];
    const { rowCount } = await tx.query(insertResendStatement, values);
    const { rows } = await tx.query<{
      readonly carrier: Resend['carrier'];
      readonly wanted_by: string;
      readonly wanted_at_ms: bigint;
    }>(findResendStatement, [utilityId, vendId, resendId]);
    const [row] = rows;
    if (row === undefined) throw new Error('a wish that was just written down is not there');
    if (row.carrier !== carrier) return { kind: 'refused', refusal: 'resend_id_conflict' };
    const kept = {
      ...{ resendId, vendId, carrier, wantedBy: row.wanted_by },
      wantedAt: instant(Number(row.wanted_at_ms)),
    };
    return { kind: 'wanted', resend: kept, first: rowCount === 1 };
  });
}

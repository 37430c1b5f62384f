/**
 * Somebody wants the digits of a vend sent to the customer once more: the same digits. Here it is
 * written down that it was wanted, once for each id; whoever carries messages takes it from there.
 */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { VendClaim } from '../refund/claim.ts';
import { findClaim } from '../refund/claim.ts';
import { findVend } from '../vend/find-vends.ts';
import type { Vend, VendId } from '../vend/vend.ts';

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
export const RESEND_REFUSALS = [
  'vend_not_found',
  'resend_id_conflict',
  'vend_not_posted',
  'vend_not_resendable',
  'vend_claimed',
] as const;

type ResendRefusal = (typeof RESEND_REFUSALS)[number];

export type ResendAnswer =
  | { readonly kind: 'wanted'; readonly resend: Resend; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: ResendRefusal };

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
    let isFirst = false;
    let kept = await findResend(tx, utilityId, resend);
    if (kept === null) {
      const refusal = refusalOfResend(vend, await findClaim(tx, utilityId, vendId));
      if (refusal !== null) return { kind: 'refused', refusal };
      const values = [utilityId, vendId, resendId, wantedAt, wantedBy, carrier];
      const { rowCount } = await tx.query(insertResendStatement, values);
      isFirst = rowCount === 1;
      kept = await findResend(tx, utilityId, resend);
    }
    if (kept === null) throw new Error('a wish that was just written down is not there');
    if (kept.carrier !== carrier) return { kind: 'refused', refusal: 'resend_id_conflict' };
    return { kind: 'wanted', resend: kept, first: isFirst };
  });
}

/**
 * Why a vend's digits are not sent once more, or null. What an engineer keys in is no business of the
 * customer's, and what was given back stands for nothing that was paid.
 */
export function refusalOfResend(
  vend: Pick<Vend, 'state' | 'kind'>,
  claim: Pick<VendClaim, 'deed'> | null,
): Exclude<ResendRefusal, 'vend_not_found' | 'resend_id_conflict'> | null {
  if (vend.state !== 'posted') return 'vend_not_posted';
  if (vend.kind === 'engineering') return 'vend_not_resendable';
  return claim === null || claim.deed === 'reissue' ? null : 'vend_claimed';
}

async function findResend(
  tx: Transaction,
  utilityId: UtilityId,
  { vendId, resendId }: Pick<Resend, 'vendId' | 'resendId'>,
): Promise<Resend | null> {
  const { rows } = await tx.query<{
    readonly carrier: Resend['carrier'];
    readonly wanted_by: string;
    readonly wanted_at_ms: bigint;
  }>(findResendStatement, [utilityId, vendId, resendId]);
  const [row] = rows;
  if (row === undefined) return null;
  const { carrier, wanted_by: wantedBy } = row;
  return { resendId, vendId, carrier, wantedBy, wantedAt: instant(Number(row.wanted_at_ms)) };
}

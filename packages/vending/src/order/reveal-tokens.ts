/** The digits of an executed order. Lists show them masked; whoever looks leaves an event behind. */
import type { Database } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { recordAudit } from '../audit/audit-trail.ts';
import type { Author } from '../staff/author.ts';
import { findVend } from '../vend/find-vends.ts';
import type { IssuedToken } from '../vend/vend.ts';
import type { TokenOrder, TokenOrderId } from './orders.ts';
import { findTokenOrder } from './orders.ts';

export type RevealAnswer =
  | {
      readonly kind: 'tokens';
      readonly order: TokenOrder;
      readonly tokens: readonly IssuedToken[];
    }
  | { readonly kind: 'refused'; readonly refusal: 'token_order_not_found' | 'order_not_executed' };

/** Refusals in order: token_order_not_found, order_not_executed. */
export function revealTokens(
  database: Database,
  utilityId: UtilityId,
  { orderId, author }: { readonly orderId: TokenOrderId; readonly author: Author },
  now: Instant,
): Promise<RevealAnswer> {
  return database.transaction<RevealAnswer>(async (tx) => {
    const order = await findTokenOrder(tx, utilityId, orderId);
    if (order === null) return { kind: 'refused', refusal: 'token_order_not_found' };
    if (order.state !== 'executed') return { kind: 'refused', refusal: 'order_not_executed' };
    const vend = await findVend(tx, utilityId, order.vendId);
    if (vend === null) throw new Error(`order ${orderId} was executed and has no tokens`);
    const actor = { kind: 'user', id: author.userId, address: author.address } as const;
    const subject = { kind: 'token_order', id: orderId };
    const fact = { actor, what: 'token_order.revealed', subject, details: {} };
    await recordAudit(tx, utilityId, fact, now);
    return { kind: 'tokens', order, tokens: vend.tokens };
  });
}

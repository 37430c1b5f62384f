/**
 * Executes approved orders. The tokens are those of one vend whose id follows from the order's, so
 * whatever stops half-way is done again with the same digits; the order's own end is written once.
 */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { recordAudit } from '../audit/audit-trail.ts';
import type { Utility } from '../utility/utility.ts';
import type { Vend } from '../vend/vend.ts';
import type { VendDesk } from '../vend/vend-desk.ts';
import { recordEvents } from '../webhook/events.ts';
import type { TokenOrder, TokenOrderId } from './orders.ts';
import { findTokenOrder, TOKEN_ORDER_RULES } from './orders.ts';
import { releaseSource, resolveOrder } from './token-order-subject.ts';

export interface AfterSaleDeps {
  readonly database: Database;
  readonly utility: Utility;
  readonly desk: Pick<VendDesk, 'vend' | 'issueOrder'>;
  readonly clock: () => Instant;
}

/** What could not be done waits this long: it may be a meter that hangs nowhere yet. */
export const TRY_AGAIN_MS = 30_000;

const DUE_MAX = 50;

const dueOrdersStatement = loadStatement(
  new URL('../../sql/order/due-orders.sql', import.meta.url),
);

/** Executes what is due; answers how many orders came to their end. Throws behind the last one. */
export async function runDueOrders(deps: AfterSaleDeps): Promise<number> {
  const { database, utility, clock } = deps;
  const values = [utility.utilityId, clock(), DUE_MAX];
  const { rows } = await database.query<{ readonly order_id: TokenOrderId }>(
    dueOrdersStatement,
    values,
  );
  let over = 0;
  const failures: unknown[] = [];
  for (const { order_id: orderId } of rows) {
    try {
      const order = await runOrder(deps, orderId);
      if (order?.state === 'executed' || order?.state === 'declined') over += 1;
    } catch (error) {
      // One that cannot be executed must not keep the others waiting.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'orders could not be executed');
  return over;
}

/** Executes the order if it is approved and not executed; answers how it stands, null for none. */
export async function runOrder(
  deps: AfterSaleDeps,
  orderId: TokenOrderId,
): Promise<TokenOrder | null> {
  const { database, utility, desk, clock } = deps;
  const { utilityId } = utility;
  const order = await findTokenOrder(database, utilityId, orderId);
  if (order === null || order.state !== 'approved') return order;
  const { requestedBy, decidedBy } = order;
  if (decidedBy === null) throw new Error(`order ${orderId} was approved by nobody`);
  const answer = await desk.issueOrder({
    orderId: order.vendId,
    kind: TOKEN_ORDER_RULES[order.kind].vend,
    meterNumber: order.meterNumber,
    contents: order.contents,
    requestedBy: requestedBy.userId,
    approvedBy: decidedBy.userId,
  });
  const now = clock();
  if (answer.kind === 'refused') {
    const refusal = answer.refusal.code;
    const tryAgainAt = now + TRY_AGAIN_MS;
    const next = { state: 'approved', refusal, now, tryAgainAt } as const;
    await resolveOrder(database, utilityId, order, next);
  } else {
    await end(deps, order, answer.vend, now);
  }
  return await findTokenOrder(database, utilityId, orderId);
}

async function end(
  { database, utility }: AfterSaleDeps,
  order: TokenOrder,
  vend: Vend,
  now: Instant,
): Promise<void> {
  const { utilityId } = utility;
  const { orderId, kind, meterNumber } = order;
  const isExecuted = vend.state === 'posted';
  const state = isExecuted ? 'executed' : 'declined';
  const refusal = isExecuted ? null : (vend.declinedReason ?? 'declined');
  await database.transaction(async (tx) => {
    // Another process may have come first; the end is written, told and audited once.
    if (!(await resolveOrder(tx, utilityId, order, { state, refusal, now }))) return;
    if (!isExecuted) await releaseSource(tx, utilityId, order);
    const data = { order_id: orderId, kind, meter_number: meterNumber, state };
    await recordEvents(tx, utilityId, [
      { kind: 'token_order.ended', subjectId: orderId, vendorId: null, at: now, data },
    ]);
    const actor = { kind: 'server', id: null, address: null } as const;
    const subject = { kind: 'token_order', id: orderId };
    const details = { kind, meter_number: meterNumber, refusal, tokens: vend.tokens.length };
    await recordAudit(
      tx,
      utilityId,
      { actor, what: `token_order.${state}`, subject, details },
      now,
    );
  });
}

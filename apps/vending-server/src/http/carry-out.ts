/**
 * What was approved is carried out at once where it can be, so that whoever decided sees the tokens.
 * What cannot be done now is done by the next round; the decision stands either way.
 */
import type { Approval } from '@wattvend/vending/approvals.js';
import type { RepairId } from '@wattvend/vending/repairs.js';
import { runOrder } from '@wattvend/vending/run-orders.js';
import { runRepair } from '@wattvend/vending/run-repairs.js';
import { TOKEN_ORDER_RULES, type TokenOrderId } from '@wattvend/vending/token-orders.js';
import type { ServerContext } from './context.ts';

const TOKEN_APPROVALS = new Set(Object.values(TOKEN_ORDER_RULES).map(({ approval }) => approval));

export async function carryOut(
  { database, utility, desk, clock, log }: ServerContext,
  { approvalId, kind, state }: Approval,
): Promise<void> {
  if (state !== 'approved') return;
  const deps = { database, utility, desk, clock };
  try {
    if (TOKEN_APPROVALS.has(kind)) await runOrder(deps, approvalId as string as TokenOrderId);
    if (kind === 'wrong_meter') await runRepair(deps, approvalId as string as RepairId);
  } catch (error) {
    log.warn({ err: error, order: approvalId }, 'an approved order waits for the next round');
  }
}

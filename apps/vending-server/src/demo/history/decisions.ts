/** What two people of the invented town decide: the one asks, the other approves at the same desk as in life. */
import type { ApprovalDesk } from '@wattvend/vending/approval-desk.js';
import { createApprovalDesk } from '@wattvend/vending/approval-desk.js';
import type { ApprovalId } from '@wattvend/vending/approvals.js';
import type { Author } from '@wattvend/vending/author.js';
import { approvalSubjects } from '../../approval-subjects.ts';
import type { HistoryOrder } from './live-through.ts';

type Deciding = Pick<HistoryOrder, 'database' | 'utility' | 'people' | 'clock'>;

/** Whoever asks. */
export function makerOf({ people }: Pick<HistoryOrder, 'people'>): Author {
  return { userId: people.maker as Author['userId'], address: null };
}

function openDecisions({ database, utility }: Deciding): ApprovalDesk {
  const { utilityId } = utility;
  return createApprovalDesk({ database, utilityId, subjects: approvalSubjects(utility) });
}

/** The second person approves; throws when that is not possible. */
export async function approve(order: Deciding, approvalId: string): Promise<void> {
  const { people, clock } = order;
  const answer = await openDecisions(order).decide(
    {
      ...{ approvalId: approvalId as ApprovalId, decision: 'approved', reason: null },
      ...{ by: people.checker as Author['userId'], strongAt: clock.now, address: null },
    },
    clock.now,
  );
  if (answer.kind !== 'decided') throw new Error(`not approved: ${answer.refusal}`);
}

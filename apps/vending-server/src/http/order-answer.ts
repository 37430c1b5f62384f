/** The answer to a request that waits for a second person now. */
import type { User } from '@wattvend/vending/users.js';
import type { OrderAnswer } from '@wattvend/vending/vendor-orders.js';
import type { FastifyReply } from 'fastify';
import { approvalJson } from './approvals.ts';
import { sendProblem } from './problem.ts';
import type { RefusalCode } from './refusals.ts';

/** 202 with the order, also when it was there before and may have been decided meanwhile. */
export function sendOrder(
  reply: FastifyReply,
  answer: OrderAnswer<RefusalCode>,
  user: User,
): FastifyReply {
  if (answer.kind !== 'requested') return sendProblem(reply, answer.refusal);
  return reply.code(202).send({ approval: approvalJson(answer.approval, user) });
}

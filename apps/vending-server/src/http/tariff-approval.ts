/** Asking for a second person to agree to a tariff version or to a published value. */
import { type ApprovalId, requestApproval } from '@wattvend/vending/approvals.js';
import { type TariffSubject, tariffSubjectJson } from '@wattvend/vending/tariff-approval.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { userOf } from './access.ts';
import type { ServerContext } from './context.ts';
import { plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import type { approvalRequestSchema } from './schemas/tariff.ts';

/** Answers 201 for a new order and 200 for one that is there with the same content. */
export async function requestTariffApproval(
  { database, utility, clock }: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
  order: { readonly subject: TariffSubject; readonly summary: string },
): Promise<FastifyReply> {
  const body = request.body as z.infer<typeof approvalRequestSchema>;
  const approvalId = plainId<ApprovalId>(body.approval_id);
  const { userId: requestedBy } = userOf(request);
  const answer = await database.transaction((tx) =>
    requestApproval(
      tx,
      utility.utilityId,
      {
        ...{ approvalId, kind: 'tariff_version', summary: order.summary, requestedBy },
        subject: tariffSubjectJson(order.subject),
        documentReference: body.document_reference,
        reason: body.reason,
      },
      { now: clock(), address: request.ip },
    ),
  );
  if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
  const { state } = answer.approval;
  return reply.code(answer.first ? 201 : 200).send({ approval_id: approvalId, state });
}

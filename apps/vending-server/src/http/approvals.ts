/** /v1/approvals: what waits for a second person, and that person's decision. */
import { instant, MILLISECONDS_PER_MINUTE } from '@wattvend/quantities/time.js';
import {
  APPROVAL_KIND_NAMES,
  APPROVAL_KINDS,
  type ApprovalKind,
  kindsFor,
} from '@wattvend/vending/approval-kinds.js';
import {
  type Approval,
  type ApprovalCursor,
  type ApprovalId,
  findApproval,
  listApprovals,
} from '@wattvend/vending/approvals.js';
import { isPermitted, permissionsOf } from '@wattvend/vending/permissions.js';
import type { User } from '@wattvend/vending/users.js';
import { z } from 'zod';
import { may, strongAtOf, userOf } from './access.ts';
import { carryOut } from './carry-out.ts';
import type { App, ServerContext } from './context.ts';
import { instantText } from './json.ts';
import { SECURITY_USER } from './openapi.ts';
import { plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { isRefusalCode, type RefusalCode } from './refusals.ts';
import {
  approvalKindField,
  approvalSchema,
  approvalStateField,
  approvalsSchema,
  decisionSchema,
} from './schemas/approval.ts';
import { idField, limitField } from './schemas/fields.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';

type ApprovalJson = z.infer<typeof approvalSchema>;

export function approvalRoutes(app: App, context: ServerContext): void {
  listRoute(app, context);
  readRoute(app, context);
  decideRoute(app, context);
}

/** The kinds somebody sees: those they ask for or decide; an auditor sees all. */
function visibleKinds(user: User): readonly ApprovalKind[] {
  return user.roles.includes('auditor') ? APPROVAL_KIND_NAMES : kindsFor(permissionsOf(user.roles));
}

function listRoute(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  app.get(
    '/v1/approvals',
    {
      config: { access: may('approval.read') },
      schema: {
        operationId: 'listApprovals',
        summary: 'Orders that need two people, newest first, of the kinds that concern you',
        tags: ['approvals'],
        security: SECURITY_USER,
        querystring: z.strictObject({
          kind: approvalKindField.optional(),
          state: approvalStateField.optional(),
          limit: limitField,
          before: z
            .string()
            .regex(CURSOR)
            .optional()
            .meta({ description: 'The `next` of the page before' }),
        }),
        response: { 200: approvalsSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request) => {
      const { kind, state, limit, before } = request.query;
      const user = userOf(request);
      const now = clock();
      const found = await listApprovals(database, utility.utilityId, {
        kinds: visibleKinds(user).filter((each) => kind === undefined || each === kind),
        state: state ?? null,
        before: before === undefined ? afterNow(now) : cursorOf(before),
        limit: limit + 1,
        now,
      });
      const approvals = found.slice(0, limit);
      const last = approvals.at(-1);
      const next = found.length > limit && last !== undefined ? cursorText(last) : null;
      return { approvals: approvals.map((each) => approvalJson(each, user)), next };
    },
  );
}

// Milliseconds since 1970 and the id of the last order of a page.
const CURSOR = /^\d{1,15}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function cursorText({ requestedAt, approvalId }: Approval): string {
  return `${requestedAt}_${approvalId}`;
}

function cursorOf(text: string): ApprovalCursor {
  const [moment = '', id = ''] = text.split('_');
  return { requestedAt: instant(Number(moment)), approvalId: id as ApprovalId };
}

/** Clocks differ a little between processes; an order of this very moment belongs to the list. */
function afterNow(now: number): ApprovalCursor {
  const requestedAt = instant(now + MILLISECONDS_PER_MINUTE);
  return { requestedAt, approvalId: '00000000-0000-0000-0000-000000000000' as ApprovalId };
}

function readRoute(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  app.get(
    '/v1/approvals/:id',
    {
      config: { access: may('approval.read') },
      schema: {
        operationId: 'readApproval',
        summary: 'One order that needs two people',
        tags: ['approvals'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        response: { 200: approvalSchema, ...problems(...READ_REFUSALS, 'approval_not_found') },
      },
    },
    async (request, reply) => {
      const user = userOf(request);
      const approvalId = plainId<ApprovalId>(request.params.id);
      const found = await findApproval(database, utility.utilityId, approvalId, clock());
      if (found === null || !visibleKinds(user).includes(found.kind)) {
        return sendProblem(reply, 'approval_not_found');
      }
      return approvalJson(found, user);
    },
  );
}

/** What carrying out an order may run into, when the world has changed since it was asked for. */
const SUBJECT_REFUSALS: readonly RefusalCode[] = [
  'commission_version_conflict',
  'commission_version_not_next',
  'credit_limit_in_use',
  'commission_day_closed',
  'deposit_reversed',
  'own_draft',
  'refund_above_debt',
  'write_off_above_debt',
];

function decideRoute(app: App, context: ServerContext): void {
  const { approvals, clock } = context;
  app.post(
    '/v1/approvals/:id/decision',
    {
      config: { access: may('approval.read') },
      schema: {
        operationId: 'decideApproval',
        summary: 'Approve or reject what another person asked for, or take back your own',
        description:
          'What was approved is done in the same moment, or refused and left open. The same ' +
          'decision again gets the same answer.',
        tags: ['approvals'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        body: decisionSchema,
        response: {
          200: approvalSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'approval_not_found',
            'own_order',
            'approval_decided',
            'approval_expired',
            'second_factor_required',
            ...SUBJECT_REFUSALS,
          ),
        },
      },
    },
    async (request, reply) => {
      const user = userOf(request);
      const now = clock();
      const answer = await approvals.decide(
        {
          approvalId: plainId<ApprovalId>(request.params.id),
          ...request.body,
          by: user.userId,
          strongAt: strongAtOf(request, now),
          address: request.ip,
        },
        now,
      );
      if (answer.kind === 'decided') {
        await carryOut(context, answer.approval);
        return approvalJson(answer.approval, user);
      }
      if (!isRefusalCode(answer.refusal)) throw new Error(`unknown refusal ${answer.refusal}`);
      return sendProblem(reply, answer.refusal);
    },
  );
}

/** An order as somebody sees it. */
export function approvalJson(approval: Approval, user: User): ApprovalJson {
  const { requestedBy, decidedBy, decidedAt, kind } = approval;
  const rule = APPROVAL_KINDS[kind];
  const isOpen = approval.state === 'requested';
  const isOwn = requestedBy.userId === user.userId;
  return {
    id: approval.approvalId,
    kind,
    subject: { ...approval.subject },
    summary: approval.summary,
    document_reference: approval.documentReference,
    reason: approval.reason,
    requested_by: { id: requestedBy.userId, sign_in_name: requestedBy.signInName },
    requested_at: instantText(approval.requestedAt),
    expires_at: instantText(approval.expiresAt),
    state: approval.state,
    decided_by:
      decidedBy === null ? null : { id: decidedBy.userId, sign_in_name: decidedBy.signInName },
    decided_at: decidedAt === null ? null : instantText(decidedAt),
    decision_reason: approval.decisionReason,
    may_decide: isOpen && !isOwn && isPermitted(user.roles, rule.approve),
    may_withdraw: isOpen && isOwn && isPermitted(user.roles, rule.request),
  };
}

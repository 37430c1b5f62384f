/** What a vendor earns: entered as text with units, told back in words and on an example. */
import type { ApprovalId } from '@wattvend/vending/approvals.js';
import type { CommissionRule } from '@wattvend/vending/commission.js';
import {
  commissionRuleFault,
  exampleSale,
  isAboveCeiling,
} from '@wattvend/vending/commission-entry.js';
import {
  type CommissionRefusal,
  listCommissionVersions,
  putCommissionVersion,
  type StoredCommissionVersion,
} from '@wattvend/vending/commission-rules.js';
import type { Utility } from '@wattvend/vending/utility.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import { orderCommission } from '@wattvend/vending/vendor-orders.js';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { authorOf, may, nameOf, principalOf, userOf } from './access.ts';
import { exampleJson, ruleFaultError, ruleInWords, ruleOf, termsJson } from './commission-text.ts';
import type { App, ServerContext } from './context.ts';
import { instantText } from './json.ts';
import { SECURITY_STAFF, SECURITY_USER } from './openapi.ts';
import { sendOrder } from './order-answer.ts';
import { plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import {
  commissionRuleSchema,
  commissionSchema,
  commissionsSchema,
  newCommissionRuleSchema,
  newCommissionSchema,
  orderedSchema,
} from './schemas/commission.ts';
import { idField } from './schemas/fields.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';
import { vendorInSight } from './vendor-sight.ts';

const VERSION_MAX = 1_000_000;

export function commissionRoutes(app: App, context: ServerContext): void {
  previewRoute(app, context);
  putRoute(app, context);
  listRoute(app, context);
}

function previewRoute(app: App, { utility }: ServerContext): void {
  app.post(
    '/v1/commissions/preview',
    {
      config: { access: may('vendor.write') },
      schema: {
        operationId: 'previewCommission',
        summary: 'What a commission would mean, in words and on an example; writes nothing',
        tags: ['vendors'],
        security: SECURITY_USER,
        body: newCommissionRuleSchema,
        response: {
          200: commissionRuleSchema,
          ...problems(...WRITE_REFUSALS, 'commission_faulty'),
        },
      },
    },
    async (request, reply) => {
      const read = ruleOf(request.body);
      if (read.kind === 'faults') return sendProblem(reply, 'commission_faulty', read);
      const fault = commissionRuleFault(read.rule);
      if (fault !== null) {
        return sendProblem(reply, 'commission_faulty', { errors: [ruleFaultError(fault)] });
      }
      return ruleJson(utility, read.rule);
    },
  );
}

function putRoute(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  app.put(
    '/v1/vendors/:id/commissions/:version',
    {
      config: { access: may('vendor.write') },
      schema: {
        operationId: 'putCommission',
        summary: "Add a version of a vendor's commission, or ask a second person to",
        tags: ['vendors'],
        security: SECURITY_USER,
        params: z.strictObject({
          id: idField,
          version: z.coerce.number().int().min(1).max(VERSION_MAX),
        }),
        body: newCommissionSchema,
        response: {
          200: commissionSchema,
          201: commissionSchema,
          202: orderedSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'approval_id_conflict',
            'commission_version_conflict',
            'commission_version_not_next',
            'commission_faulty',
            'second_person_needed',
            'vendor_not_found',
            'commission_day_closed',
          ),
        },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const read = ruleOf(body);
      if (read.kind === 'faults') return sendProblem(reply, 'commission_faulty', read);
      const wanted = {
        vendorId: plainId<VendorId>(request.params.id),
        version: request.params.version,
        effectiveFrom: body.effective_from,
        paid: body.paid,
        rule: read.rule,
      };
      const now = clock();
      if (body.approval !== null) {
        const { id, reason } = body.approval;
        const approvalId = plainId<ApprovalId>(id);
        const ordering = { ...wanted, approvalId, reason, author: authorOf(request) };
        const ordered = await orderCommission(database, utility, ordering, now);
        return sendOrder(reply, ordered, userOf(request));
      }
      const version = { ...wanted, addedBy: nameOf(principalOf(request)), approvedBy: null };
      const answer = await putCommissionVersion(database, utility, version, now);
      if (answer.kind === 'refused') return refuse(reply, answer.refusal);
      const json = commissionJson(utility, answer.version);
      return reply.code(answer.first ? 201 : 200).send(json);
    },
  );
}

function refuse(reply: FastifyReply, refusal: CommissionRefusal): FastifyReply {
  if (refusal.code !== 'commission_faulty') return sendProblem(reply, refusal.code);
  return sendProblem(reply, refusal.code, { errors: [ruleFaultError(refusal.fault)] });
}

function listRoute(app: App, context: ServerContext): void {
  const { database, utility } = context;
  app.get(
    '/v1/vendors/:id/commissions',
    {
      config: { access: may('report.read', { machines: true }) },
      schema: {
        operationId: 'listCommissions',
        summary: "All versions of a vendor's commission; for a cashier only the own vendor's",
        tags: ['vendors'],
        security: SECURITY_STAFF,
        params: z.strictObject({ id: idField }),
        response: { 200: commissionsSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request, reply) => {
      const vendorId = vendorInSight(request, reply, request.params.id);
      if (vendorId === null) return reply;
      const versions = await listCommissionVersions(database, utility.utilityId, vendorId);
      return { commissions: versions.map((version) => commissionJson(utility, version)) };
    },
  );
}

function ruleJson(utility: Utility, rule: CommissionRule): z.infer<typeof commissionRuleSchema> {
  return {
    terms: termsJson(rule.terms),
    channels: Object.fromEntries(
      Object.entries(rule.channels).map(([name, terms]) => [name, termsJson(terms)]),
    ),
    in_words: ruleInWords(utility, rule),
    example: exampleJson(utility, rule.terms),
    above_ceiling: isAboveCeiling(rule, exampleSale(utility.decimalPlaces)),
  };
}

function commissionJson(
  utility: Utility,
  version: StoredCommissionVersion,
): z.infer<typeof commissionSchema> {
  return {
    ...ruleJson(utility, version.rule),
    version: version.version,
    effective_from: version.effectiveFrom,
    paid: version.paid,
    added_by: version.addedBy,
    approved_by: version.approvedBy,
    added_at: instantText(version.addedAt),
  };
}

/** How far a vendor may sell before paying: asked for here, and decided by a second person. */
import type { ApprovalId } from '@wattvend/vending/approvals.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import { orderCreditLimit } from '@wattvend/vending/vendor-orders.js';
import { z } from 'zod';
import { authorOf, may, userOf } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { SECURITY_USER } from './openapi.ts';
import { sendOrder } from './order-answer.ts';
import { moneyOf, plainId } from './parse.ts';
import { orderedSchema } from './schemas/commission.ts';
import { newCreditLimitSchema } from './schemas/deposit.ts';
import { idField } from './schemas/fields.ts';
import { problems, WRITE_REFUSALS } from './schemas/problem.ts';

export function creditLimitRoute(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  app.put(
    '/v1/vendors/:id/credit-limits/:order_id',
    {
      config: { access: may('limit_change.request') },
      schema: {
        operationId: 'orderCreditLimit',
        summary: "Ask a second person to change a vendor's credit limit",
        tags: ['vendors'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField, order_id: idField }),
        body: newCreditLimitSchema,
        response: {
          202: orderedSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'approval_id_conflict',
            'credit_limit_below_zero',
            'vendor_not_found',
          ),
        },
      },
    },
    async (request, reply) => {
      const order = {
        approvalId: plainId<ApprovalId>(request.params.order_id),
        vendorId: plainId<VendorId>(request.params.id),
        limit: moneyOf(request.body.credit_limit_minor),
        reason: request.body.reason,
        author: authorOf(request),
      };
      const answer = await orderCreditLimit(database, utility, order, clock());
      return sendOrder(reply, answer, userOf(request));
    },
  );
}

/** /v1/vends/{id}: what became of a vend after it was sold, and sending its digits once more. */
import { findVend } from '@wattvend/vending/find-vends.js';
import { possibleDeeds } from '@wattvend/vending/possible-deeds.js';
import { METER_MEMORY_TOKENS, newerTokens } from '@wattvend/vending/request-order.js';
import { type ResendId, wantResend } from '@wattvend/vending/resend.js';
import type { VendId } from '@wattvend/vending/vend.js';
import { findClaim } from '@wattvend/vending/vend-claim.js';
import { z } from 'zod';
import { may, nameOf, principalOf, visibleVendor } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { instantText } from './json.ts';
import { SECURITY_USER } from './openapi.ts';
import { plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { afterSaleSchema, newResendSchema, resendSchema } from './schemas/after-sale.ts';
import { idField } from './schemas/fields.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';

const TAGS = ['after the sale'];

export function afterSaleRoutes(app: App, context: ServerContext): void {
  readRoute(app, context);
  resendRoute(app, context);
}

function readRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/vends/:id/after-sale',
    {
      config: { access: may('after_sale.read') },
      schema: {
        operationId: 'readAfterSale',
        summary: 'What a vend was claimed for since, and what can be done with it now',
        tags: TAGS,
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        response: { 200: afterSaleSchema, ...problems(...READ_REFUSALS, 'vend_not_found') },
      },
    },
    async (request, reply) => {
      const vendId = plainId<VendId>(request.params.id);
      const { utilityId } = utility;
      const vend = await findVend(database, utilityId, vendId);
      if (vend === null) return sendProblem(reply, 'vend_not_found');
      const claim = await findClaim(database, utilityId, vendId);
      const newer = await newerTokens(database, utilityId, vend);
      return {
        vend_id: vendId,
        claim: claim === null ? null : { deed: claim.deed, id: claim.deedId },
        newer_tokens: newer,
        reissue_from_newer_tokens: METER_MEMORY_TOKENS,
        refusals: possibleDeeds(vend, claim, newer),
      };
    },
  );
}

function resendRoute(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  app.put(
    '/v1/vends/:id/resends/:resend_id',
    {
      config: { access: may('vend.reprint') },
      schema: {
        operationId: 'wantResend',
        summary: 'Have the same digits sent to the customer once more; once for each id',
        description: 'What is wanted is written down. Carriers that send it are not there yet.',
        tags: TAGS,
        security: SECURITY_USER,
        params: z.strictObject({ id: idField, resend_id: idField }),
        body: newResendSchema,
        response: {
          200: resendSchema,
          201: resendSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'vend_not_found',
            'resend_id_conflict',
            'vend_not_posted',
            'vend_not_resendable',
            'vend_claimed',
          ),
        },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request);
      const vendId = plainId<VendId>(request.params.id);
      const vend = await findVend(database, utility.utilityId, vendId);
      const visible = visibleVendor(principal);
      const isForeign = visible !== null && vend?.vendor?.vendorId !== visible;
      if (vend === null || isForeign) return sendProblem(reply, 'vend_not_found');
      const answer = await wantResend(database, utility.utilityId, {
        resendId: plainId<ResendId>(request.params.resend_id),
        vendId,
        carrier: request.body.carrier,
        wantedBy: nameOf(principal),
        wantedAt: clock(),
      });
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      const { resend, first } = answer;
      return reply.code(first ? 201 : 200).send({
        id: resend.resendId,
        vend_id: vendId,
        carrier: resend.carrier,
        wanted_by: resend.wantedBy,
        wanted_at: instantText(resend.wantedAt),
      });
    },
  );
}

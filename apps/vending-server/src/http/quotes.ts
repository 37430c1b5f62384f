/** POST /v1/quotes: what a purchase would give. Nothing is written, nothing is set aside. */

import { quoteMeter } from '@wattvend/vending/quote.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import { may, principalOf, visibleVendor } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { quoteJson } from './json.ts';
import { SECURITY_STAFF } from './openapi.ts';
import { meterNumberOf, moneyOf, plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { perPrincipal } from './rate-limits.ts';
import { problems, WRITE_REFUSALS } from './schemas/problem.ts';
import { newVendSchema, quoteSchema } from './schemas/vend.ts';
import { sendVendRefusal } from './vend-refusal.ts';

// A quote shows a customer's name to whoever knows a meter's number, as a search does.
const QUOTES_A_MINUTE = 600;

export function quoteRoutes(app: App, context: ServerContext): void {
  app.post(
    '/v1/quotes',
    {
      config: {
        access: may('quote', { machines: true }),
        rateLimit: perPrincipal(QUOTES_A_MINUTE),
      },
      schema: {
        operationId: 'quote',
        summary: 'What a purchase would give; nothing is sold',
        tags: ['vends'],
        security: SECURITY_STAFF,
        body: newVendSchema,
        response: {
          200: quoteSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'too_many_requests',
            'meter_number_invalid',
            'meter_not_found',
            'meter_blocked',
            'tendered_not_positive',
            'tendered_below_one_unit',
            'tendered_above_maximum',
          ),
        },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const visible = visibleVendor(principalOf(request));
      const isForeign =
        body.vendor_id !== undefined && plainId<VendorId>(body.vendor_id) !== visible;
      if (visible !== null && isForeign) return sendProblem(reply, 'not_allowed');
      const number = meterNumberOf(body.meter_number);
      if (number.kind === 'fault') return sendProblem(reply, 'meter_number_invalid', number);
      const { database, utility } = context;
      const answer = await quoteMeter(database, utility.utilityId, {
        meterNumber: number.drn,
        tendered: moneyOf(body.tendered_minor),
        now: context.clock(),
      });
      if (answer.kind === 'refused') return sendVendRefusal(reply, utility, answer.refusal);
      return quoteJson(utility, answer.quote, answer.meter);
    },
  );
}

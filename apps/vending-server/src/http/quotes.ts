/** POST /v1/quotes: what a purchase would give. Nothing is written, nothing is set aside. */

import { tenthKwh } from '@wattvend/quantities/energy.js';
import { type QuoteFor, quoteMeter } from '@wattvend/vending/quote.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import type { z } from 'zod';
import { may, principalOf, visibleVendor } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { quoteJson } from './json.ts';
import { SECURITY_STAFF } from './openapi.ts';
import { meterNumberOf, moneyOf, plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { perPrincipal } from './rate-limits.ts';
import { problems, WRITE_REFUSALS } from './schemas/problem.ts';
import { newQuoteSchema, quoteSchema } from './schemas/vend.ts';
import { PURCHASE_REFUSALS } from './sell.ts';
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
        summary: 'What a purchase would give, or what so much energy costs; nothing is sold',
        tags: ['vends'],
        security: SECURITY_STAFF,
        body: newQuoteSchema,
        response: {
          200: quoteSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'too_many_requests',
            'meter_number_invalid',
            ...PURCHASE_REFUSALS,
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
      const answer = await quoteMeter(database, utility, {
        meterNumber: number.drn,
        for: wantedOf(body),
        ...(body.channel === undefined ? {} : { channel: body.channel }),
        now: context.clock(),
      });
      if (answer.kind === 'refused') return sendVendRefusal(reply, utility, answer.refusal);
      return quoteJson(utility, answer);
    },
  );
}

/** The schema has seen to it that there is exactly one. */
function wantedOf(body: z.infer<typeof newQuoteSchema>): QuoteFor {
  if (body.tendered_minor !== undefined) {
    return { kind: 'money', tendered: moneyOf(body.tendered_minor) };
  }
  if (body.energy_tenth_kwh !== undefined) {
    return { kind: 'energy', energy: tenthKwh(body.energy_tenth_kwh) };
  }
  return { kind: 'free-units' };
}

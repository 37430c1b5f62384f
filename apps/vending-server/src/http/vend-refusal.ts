/** The refusals of a vend and of a quote, with what their sentences name. */
import type { QuoteRefusal } from '@wattvend/tariff/tariff.js';
import type { VendRefusal } from '@wattvend/vending/refusals.js';
import type { Utility } from '@wattvend/vending/utility.js';
import type { FastifyReply } from 'fastify';
import { moneyText } from './money-text.ts';
import { sendProblem } from './problem.ts';

export function sendVendRefusal(
  reply: FastifyReply,
  utility: Utility,
  refusal: VendRefusal | QuoteRefusal,
): FastifyReply {
  return sendProblem(reply, refusal.code, { values: refusalValues(utility, refusal) });
}

function refusalValues(
  utility: Utility,
  refusal: VendRefusal | QuoteRefusal,
): Readonly<Record<string, string>> {
  if ('least' in refusal) return { least: moneyText(utility, refusal.least) };
  if ('most' in refusal) return { most: moneyText(utility, refusal.most) };
  if ('available' in refusal) return { available: moneyText(utility, refusal.available) };
  return {};
}

/** The refusals of a vend and of a quote, with what their sentences name. */
import { formatTenthKwh } from '@wattvend/quantities/energy.js';
import { dateText } from '@wattvend/vending/local-date.js';
import type { VendRefusal } from '@wattvend/vending/refusals.js';
import type { Utility } from '@wattvend/vending/utility.js';
import type { FastifyReply } from 'fastify';
import { moneyText } from './money-text.ts';
import { refusalDetail, sendProblem } from './problem.ts';

export function sendVendRefusal(
  reply: FastifyReply,
  utility: Utility,
  refusal: VendRefusal,
): FastifyReply {
  return sendProblem(reply, refusal.code, { values: refusalValues(utility, refusal) });
}

/** The same sentence as a part of an answer. */
export function vendRefusalDetail(utility: Utility, refusal: VendRefusal): string {
  return refusalDetail(refusal.code, refusalValues(utility, refusal));
}

function refusalValues(utility: Utility, refusal: VendRefusal): Readonly<Record<string, string>> {
  switch (refusal.code) {
    case 'payment_reference_used':
      return { vend: refusal.vendId };
    case 'operator_limit_exceeded':
      return { left: moneyText(utility, refusal.left) };
    case 'float_exceeded':
      return { available: moneyText(utility, refusal.available) };
    case 'month_limit_reached':
      return {
        left:
          refusal.left.kind === 'money'
            ? moneyText(utility, refusal.left.money)
            : `${formatTenthKwh(refusal.left.energy)} kWh`,
      };
    case 'published_value_missing':
    case 'published_value_too_low':
      return { component: refusal.component };
    case 'free_units_not_due':
      return { from: refusal.from === null ? 'not under this tariff' : dateText(refusal.from) };
    case 'tendered_below_minimum':
    case 'debt_exceeds_purchase':
    case 'charges_exceed_purchase':
    case 'tendered_below_one_unit':
      return { least: moneyText(utility, refusal.least) };
    case 'tendered_between_bands':
      return {
        nearest: [refusal.less, refusal.more]
          .filter((money) => money !== null)
          .map((money) => moneyText(utility, money))
          .join(' or '),
      };
    case 'tendered_above_limit':
    case 'tendered_above_maximum':
      return { most: moneyText(utility, refusal.most) };
    case 'agreement_ended':
    case 'database_unavailable':
    case 'meter_blocked':
    case 'meter_not_found':
    case 'meter_not_installed':
    case 'security_module_unavailable':
    case 'sold_as_money':
    case 'tariff_not_found':
    case 'tendered_not_positive':
    case 'token_identifier_too_far_ahead':
    case 'vend_id_conflict':
    case 'vend_outcome_unknown':
    case 'vending_key_expired':
    case 'vendor_not_found':
    case 'vendor_suspended':
    case 'shift_not_open':
      return {};
  }
}

/**
 * What can be done with a vend after the sale at this moment, as those who do it would answer: for
 * each deed the first refusal that its vend is reason for, or null.
 */
import type { TokenOrderRefusal } from '../order/request-order.ts';
import { isReissuable, METER_MEMORY_TOKENS } from '../order/request-order.ts';
import type { RESEND_REFUSALS } from '../order/resend.ts';
import { refusalOfResend } from '../order/resend.ts';
import type { Vend } from '../vend/vend.ts';
import type { VendClaim } from './claim.ts';
import type { RefundRefusal } from './request-refund.ts';
import { isRefundable } from './request-refund.ts';

export interface PossibleDeeds {
  readonly resend: (typeof RESEND_REFUSALS)[number] | null;
  readonly refund: RefundRefusal['code'] | null;
  readonly repair: RefundRefusal['code'] | null;
  readonly reissue: TokenOrderRefusal['code'] | null;
}

/** Pure. `newer` is how many tokens the meter was given since, under the same key. */
export function possibleDeeds(vend: Vend, claim: VendClaim | null, newer: number): PossibleDeeds {
  const giveBack = refusalOfGivingBack(vend, claim);
  return {
    resend: refusalOfResend(vend, claim),
    refund: giveBack,
    repair: giveBack,
    reissue: refusalOfReissue(vend, claim, newer),
  };
}

function refusalOfGivingBack(vend: Vend, claim: VendClaim | null): PossibleDeeds['refund'] {
  if (!isRefundable(vend)) return 'vend_not_refundable';
  return claim === null ? null : 'vend_claimed';
}

function refusalOfReissue(
  vend: Vend,
  claim: VendClaim | null,
  newer: number,
): PossibleDeeds['reissue'] {
  if (!isReissuable(vend)) return 'vend_not_reissuable';
  if (claim !== null) return 'vend_claimed';
  return newer < METER_MEMORY_TOKENS ? 'reissue_not_needed' : null;
}

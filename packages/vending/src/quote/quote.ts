/** A quote on its own: the same rules as a vend, nothing written, nothing set aside. */
import type { Transaction } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import type { Quote, QuoteRefusal } from '@wattvend/tariff/tariff.js';
import type { Meter } from '../meter/meters.ts';
import { findMeter } from '../meter/meters.ts';
import { quoteForToken } from './token-quote.ts';

export type MeterQuoteAnswer =
  | { readonly kind: 'quote'; readonly quote: Quote; readonly meter: Meter }
  | {
      readonly kind: 'refused';
      readonly refusal:
        | { readonly code: 'meter_not_found' }
        | { readonly code: 'meter_blocked' }
        | QuoteRefusal;
    };

/** Refusals in order: meter_not_found, meter_blocked, then those of the tariff. */
export async function quoteMeter(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  request: {
    readonly meterNumber: Drn;
    readonly tendered: MinorUnits;
    readonly now: Instant;
  },
): Promise<MeterQuoteAnswer> {
  const meter = await findMeter(tx, utilityId, request.meterNumber, request.now);
  if (meter === null) return { kind: 'refused', refusal: { code: 'meter_not_found' } };
  if (meter.status === 'blocked') return { kind: 'refused', refusal: { code: 'meter_blocked' } };
  const answer = quoteForToken(meter.tariff.flat, request.tendered);
  return answer.kind === 'refused' ? answer : { kind: 'quote', quote: answer.quote, meter };
}

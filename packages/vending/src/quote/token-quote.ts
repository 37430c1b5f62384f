/**
 * A quote for what a token will really carry. A tariff counts in tenths of a kWh; above 1638.3 kWh
 * the token's field has coarser steps, and the customer is given the next larger one.
 */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { carriedTransferAmount, TRANSFER_AMOUNT_MAX } from '@wattvend/sts/transfer-amount.js';
import type { FlatTariff, QuoteAnswer } from '@wattvend/tariff/tariff.js';
import { quoteFlat } from '@wattvend/tariff/tariff.js';

/** The quote that the vend of the same money under the same tariff follows, to the unit. */
export function quoteForToken(tariff: FlatTariff, tendered: MinorUnits): QuoteAnswer {
  const answer = quoteFlat(tariff, tendered, tenthKwh(TRANSFER_AMOUNT_MAX));
  if (answer.kind === 'refused') return answer;
  const energy = carriedTransferAmount(answer.quote.energy);
  const lines = answer.quote.lines.map((line) =>
    line.kind === 'energy' ? { ...line, energy } : line,
  );
  return { kind: 'quote', quote: { tendered, energy, lines } };
}

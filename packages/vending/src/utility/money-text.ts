/** Money in the one line by which people know an order. */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { formatMinorUnits } from '@wattvend/quantities/money.js';
import type { Utility } from './utility.ts';

/** "50.00 KES". */
export function moneyText(
  { currencyCode, decimalPlaces }: Pick<Utility, 'currencyCode' | 'decimalPlaces'>,
  money: MinorUnits,
): string {
  return `${formatMinorUnits(money, decimalPlaces)} ${currencyCode}`;
}

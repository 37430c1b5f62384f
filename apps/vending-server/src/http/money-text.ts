/** Money, prices and periods as sentences need them. The console formats its own figures. */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { formatMinorUnits, minorUnits } from '@wattvend/quantities/money.js';
import type { BasisPoints } from '@wattvend/tariff/tariff.js';
import type { Utility } from '@wattvend/vending/utility.js';

type Currency = Pick<Utility, 'currencySymbol' | 'decimalPlaces'>;

/** "R 50.00", "$50.00": a symbol of letters stands apart. */
export function moneyText(currency: Currency, money: MinorUnits): string {
  return withSymbol(currency, formatMinorUnits(money, currency.decimalPlaces));
}

/** A price with as many places as it has, and at least those of the currency. Exact. */
export function priceText(currency: Currency, price: bigint): string {
  if (price < 0n) return `-${priceText(currency, -price)}`;
  const places = currency.decimalPlaces;
  const fraction = String(price % 10_000n)
    .padStart(4, '0')
    .replace(/0+$/, '');
  const whole = formatMinorUnits(minorUnits(price / 10_000n), places);
  const point = places === 0 && fraction !== '' ? '.' : '';
  return withSymbol(currency, whole + point + fraction);
}

/** 1500 is "15 %", 1550 is "15.5 %". */
export function rateText(rate: BasisPoints): string {
  const fraction = String(rate % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.floor(rate / 100)}${fraction === '' ? '' : `.${fraction}`} %`;
}

/** A month or a day as numbers write them: 202611 is "2026-11", 20261123 is "2026-11-23". */
export function periodText(period: number): string {
  return String(period)
    .replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
    .replace(/^(\d{4})(\d{2})$/, '$1-$2');
}

function withSymbol({ currencySymbol }: Currency, figure: string): string {
  return /[A-Za-z]$/.test(currencySymbol) ? `${currencySymbol} ${figure}` : currencySymbol + figure;
}

/** What is wrong with a single price or amount of a tariff. */
import type { TellFault } from './tariff-faults.ts';

/** Fifteen digits: far above any tariff, and its products stay numbers one can print. */
const AMOUNT_MOST = 10n ** 15n - 1n;

export function priceFaults(price: bigint, path: string, tell: TellFault): void {
  if (price <= 0n) tell(path, 'price_not_positive', 'a price must be above zero');
  sizeFaults(price, path, tell);
}

export function sizeFaults(value: bigint, path: string, tell: TellFault): void {
  if (value > AMOUNT_MOST || value < -AMOUNT_MOST) {
    tell(path, 'amount_too_large', 'must have at most 15 digits');
  }
}

export function positiveFaults(money: bigint, path: string, tell: TellFault): void {
  if (money <= 0n) tell(path, 'amount_not_positive', 'must be above zero');
  sizeFaults(money, path, tell);
}

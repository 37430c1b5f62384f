/**
 * What giving money back for a vend does to the books, and the only file here that knows the ledger:
 * the very accounts that the vend's lines were booked to are debited, and whoever gets the money is
 * credited. A part is shared among the lines that hang on energy, in proportion, so that taxes and
 * levies follow what they were raised on; the parts add up to the minor unit.
 */
import type { Transaction } from '@wattvend/database/database.js';
import type { AccountId } from '@wattvend/ledger/account.js';
import type { Posting } from '@wattvend/ledger/entry.js';
import { postEntries } from '@wattvend/ledger/entry.js';
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { monthOf } from '@wattvend/quantities/month.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { derivedId } from '../utility/derived-id.ts';
import type { Utility } from '../utility/utility.ts';
import { createSaleAccounts } from '../vend/sale-entry.ts';
import type { Vend } from '../vend/vend.ts';
import { accountOf } from '../vendor/accounts.ts';

export type RefundTo = 'vendor_float' | 'debt' | 'customer_credit' | 'bank';

/** What is given back of each account, by its code. */
export type RefundShares = ReadonlyMap<string, MinorUnits>;

export type PaidLine = Extract<Vend['lines'][number], { readonly account: string }>;

function paidLines({ lines }: Pick<Vend, 'lines'>): readonly PaidLine[] {
  return lines.filter((line): line is PaidLine => line.account !== null && line.money !== 0n);
}

/** Debts, fees and standing charges stay paid when only energy is given back. */
function hangsOnEnergy({ kind }: PaidLine): boolean {
  return kind === 'energy' || kind === 'per-kwh' || kind === 'rate' || kind === 'in-meter';
}

/**
 * The money for energy that was not used: its part of what the lines that hang on energy cost,
 * rounded up in the customer's favour. Null when the vend sold no such energy.
 */
export function moneyOfUnused(
  vend: Pick<Vend, 'lines' | 'credit'>,
  unused: TenthKwh,
): MinorUnits | null {
  const { credit } = vend;
  if (credit.kind !== 'energy' || unused <= 0 || unused >= credit.energy) return null;
  const lines = paidLines(vend).filter(hangsOnEnergy);
  const whole = lines.reduce((sum, line) => sum + line.money, 0n);
  if (whole <= 0n) return null;
  const bought = BigInt(credit.energy);
  return minorUnits((whole * BigInt(unused) + bought - 1n) / bought);
}

/** How much of each account is given back; it adds up to `money`. */
export function refundShares(
  vend: Pick<Vend, 'lines'>,
  money: MinorUnits,
  isWhole: boolean,
): RefundShares {
  const lines = isWhole
    ? paidLines(vend).map((line) => ({ line, money: line.money }))
    : linesOfPart(vend, money);
  const shares = new Map<string, MinorUnits>();
  for (const { line, money: share } of lines) {
    shares.set(line.account, minorUnits((shares.get(line.account) ?? 0n) + share));
  }
  return shares;
}

/** What of each line that hangs on energy is given back; it adds up to `money`. */
export function linesOfPart(
  vend: Pick<Vend, 'lines'>,
  money: MinorUnits,
): readonly { readonly line: PaidLine; readonly money: MinorUnits }[] {
  const lines = paidLines(vend).filter(hangsOnEnergy);
  const weights = lines.map((line) => line.money);
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  const parts = inProportion(weights, whole, money);
  return lines.map((line, at) => ({ line, money: minorUnits(parts[at] ?? 0n) }));
}

/** Largest remainders: each part rounded down, and what is left over to those that lost most. */
function inProportion(weights: readonly bigint[], whole: bigint, money: bigint): readonly bigint[] {
  const exact = weights.map((weight) => weight * money);
  const parts = exact.map((product) => floorDivide(product, whole));
  let left = money - parts.reduce((sum, part) => sum + part, 0n);
  const byRemainder = exact
    .map((product, at) => ({ at, remainder: product - (parts[at] ?? 0n) * whole }))
    .sort((a, b) =>
      a.remainder === b.remainder ? a.at - b.at : a.remainder > b.remainder ? -1 : 1,
    );
  for (const { at } of byRemainder) {
    if (left === 0n) break;
    parts[at] = (parts[at] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts;
}

function floorDivide(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}

/** Posts the entry of a refund or of a repair, once for each deed. */
export async function postRefund(
  tx: Transaction,
  utility: Utility,
  refund: {
    readonly deedId: string;
    readonly kind: 'refund' | 'vend_repair';
    readonly shares: RefundShares;
    readonly money: MinorUnits;
    readonly creditTo: AccountId;
  },
  now: Instant,
): Promise<void> {
  const { deedId, kind, shares, money, creditTo } = refund;
  const accounts = createSaleAccounts(utility.book);
  await accounts.fetch(tx, shares.keys());
  const sums = new Map<AccountId, bigint>();
  const add = (accountId: AccountId, amount: bigint): void => {
    sums.set(accountId, (sums.get(accountId) ?? 0n) + amount);
  };
  for (const [code, share] of shares) add(accounts.idOf(code), share);
  add(creditTo, -money);
  const postings: readonly Posting[] = [...sums].flatMap(([accountId, amount]) =>
    amount === 0n ? [] : [{ accountId, money: minorUnits(amount) }],
  );
  // Money taken off a debt and put on the same debts moves nothing.
  if (postings.length === 0) return;
  const entry = {
    entryId: derivedId(kind, deedId),
    kind,
    month: monthOf(now),
    resolvesReservation: false,
    postings,
  };
  await Promise.all(postEntries(tx, utility.book, [entry], now));
}

/** The account that a refund is paid into. */
export async function refundAccount(
  tx: Transaction,
  utility: Utility,
  vend: Vend,
  to: RefundTo,
): Promise<AccountId> {
  if (to === 'debt') return await accountOf(tx, utility, 'customer_debts');
  if (to !== 'vendor_float') return await accountOf(tx, utility, to);
  if (vend.vendor === null) throw new Error(`vend ${vend.vendId} has no vendor`);
  return vend.vendor.floatAccountId;
}

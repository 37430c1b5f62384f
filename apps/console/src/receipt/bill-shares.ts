/** What the lines of a bill come to: for electricity, for charges, for debts. */
import type { Quote } from '../api/model.ts';
import { type Currency, formatMoney } from '../money.ts';

type Line = Quote['lines'][number];

/** Where the money goes, in three sums that add up to all of it. */
export function sharesOf(lines: readonly Line[]): {
  readonly energy: bigint;
  readonly charges: bigint;
  readonly debts: bigint;
} {
  const sum = (kinds: readonly Line['kind'][]): bigint =>
    lines
      .filter(({ kind }) => kinds.includes(kind))
      .reduce((total, { line_minor: minor }) => total + BigInt(minor), 0n);
  return {
    energy: sum(['energy', 'in-meter', 'free']),
    charges: sum(['fixed', 'fee', 'per-kwh', 'rate']),
    debts: sum(['debt']),
  };
}

/** "KES 40.00 for electricity · KES 10.00 for charges and taxes"; nothing when it all is. */
export function shareWords(lines: readonly Line[], currency: Currency): string | null {
  const { energy, charges, debts } = sharesOf(lines);
  if (charges === 0n && debts === 0n) return null;
  const parts = [
    [energy, 'for electricity'],
    [charges, 'for charges and taxes'],
    [debts, 'for debts'],
  ] as const;
  return parts
    .filter(([minor]) => minor !== 0n)
    .map(([minor, words]) => `${formatMoney(minor, currency)} ${words}`)
    .join(' · ');
}

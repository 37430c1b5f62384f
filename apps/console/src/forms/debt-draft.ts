/** The terms of a debt as a person types them: a share always has its unit. */
import type { NewDebt } from '../api/model.ts';

export type RecoveryKind = 'share' | 'purchase' | 'month' | 'whole';

export const RECOVERIES: readonly { readonly value: RecoveryKind; readonly label: string }[] = [
  { value: 'share', label: 'A share of each purchase' },
  { value: 'purchase', label: 'A fixed amount of each purchase' },
  { value: 'month', label: 'A fixed amount in each month' },
  { value: 'whole', label: 'All of it, before anything is sold' },
];

/** The per cent of a share, "12.5" or "12.5 %", as the API wants it; null for anything else. */
export function shareOf(typed: string): string | null {
  const found = /^\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*%?\s*$/.exec(typed);
  if (found === null) return null;
  const number = (found[1] ?? '').replace(',', '.');
  const hundredths = Number(number.replace('.', '').padEnd(number.indexOf('.') + 2, '0'));
  const basisPoints = number.includes('.') ? hundredths : Number(number) * 100;
  return basisPoints > 0 && basisPoints <= 10_000 ? `${number} %` : null;
}

export function recoveryOf(
  kind: RecoveryKind,
  typedShare: string,
  fixedMinor: string | null,
): NewDebt['recovery'] | null {
  if (kind === 'whole') return { kind: 'whole' };
  if (kind === 'share') {
    const share = shareOf(typedShare);
    return share === null ? null : { kind: 'share', share };
  }
  return fixedMinor === null ? null : { kind: 'fixed', fixed_minor: fixedMinor, per: kind };
}

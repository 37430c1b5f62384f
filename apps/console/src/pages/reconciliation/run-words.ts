/** What a run found, in a sentence. */
import type { Run } from './reconciliation-queries.ts';

/** "12 matched, 1 paid and nothing sold"; what there is none of is left out. */
export function runWords({ items }: Pick<Run, 'items'>): string {
  const parts = [
    { number: items.matched, words: 'matched' },
    { number: items.paid_no_vend, words: 'paid and nothing sold' },
    { number: items.vend_no_pay, words: 'sold and not paid' },
    { number: items.differs, words: items.differs === 1 ? 'differs' : 'differ' },
    { number: items.duplicate, words: items.duplicate === 1 ? 'duplicate' : 'duplicates' },
  ].filter(({ number }) => number > 0);
  if (parts.length === 0) return 'nothing new';
  return parts.map(({ number, words }) => `${number.toLocaleString('en')} ${words}`).join(', ');
}

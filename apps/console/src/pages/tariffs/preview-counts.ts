/** How many customers a draft would have given more and less for the same money. */
import type { MonthPreview } from './tariff-queries.ts';

/** Gains and losses of more than a twentieth; between them nobody notices much. */
const NOTICED = 500;

interface Counts {
  readonly less: number;
  readonly same: number;
  readonly more: number;
}

export function countsOf({ distribution }: Pick<MonthPreview, 'distribution'>): Counts {
  let [less, same, more] = [0, 0, 0];
  for (const { from_basis_points: from, customers } of distribution) {
    if (from === null || from < -NOTICED) less += customers;
    else if (from >= NOTICED) more += customers;
    else same += customers;
  }
  return { less, same, more };
}

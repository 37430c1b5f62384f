/** The few largest of a dimension as series of a chart, and the rest together. */
import type { SalesReport } from './report-queries.ts';

type Row = SalesReport['rows'][number];
export type Measure = 'money' | 'energy';

export interface Series {
  /** Null for the rest. */
  readonly key: string | null;
  readonly name: string;
  readonly color: string;
}

// As many as can be told apart.
const SERIES_MAX = 6;
const REST = 'All others';

/** Whole minor units or tenths of a kWh. */
export function measured(row: Row, measure: Measure): bigint {
  return measure === 'money' ? BigInt(row.tendered_minor) : BigInt(row.energy_tenth_kwh);
}

const SLUG = /^[a-z][a-z0-9_]*$/;

/** Channels and payment methods are words without blanks; "mobile_money" is "Mobile money". */
function nameOf(row: Pick<Row, 'key' | 'name'>): string {
  const name = row.name ?? row.key;
  if (name === '') return 'Not said';
  return SLUG.test(name) ? name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ') : name;
}

/** The sums of each key over all periods, the largest first. */
export function sumsByKey(
  rows: readonly Row[],
  measure: Measure,
): readonly { readonly key: string; readonly name: string; readonly sum: bigint }[] {
  const sums = new Map<string, { readonly name: string; readonly sum: bigint }>();
  for (const row of rows) {
    const sum = (sums.get(row.key)?.sum ?? 0n) + measured(row, measure);
    sums.set(row.key, { name: nameOf(row), sum });
  }
  return [...sums]
    .map(([key, each]) => ({ key, ...each }))
    .sort((a, b) => (a.sum === b.sum ? (a.name < b.name ? -1 : 1) : a.sum < b.sum ? 1 : -1));
}

export function seriesOf(rows: readonly Row[], measure: Measure): readonly Series[] {
  const all = sumsByKey(rows, measure);
  const fits = all.length <= SERIES_MAX;
  const shown = fits ? all : all.slice(0, SERIES_MAX - 1);
  const names = new Map<string, number>();
  const series: Series[] = shown.map(({ key, name }, at) => {
    // Two of the same name are still two.
    const twins = names.get(name) ?? 0;
    names.set(name, twins + 1);
    return {
      key,
      name: twins === 0 ? name : `${name} (${twins + 1})`,
      color: `var(--report-${at + 1})`,
    };
  });
  return fits ? series : [...series, { key: null, name: REST, color: 'var(--report-rest)' }];
}

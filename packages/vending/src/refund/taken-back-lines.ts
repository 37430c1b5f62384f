/** Which of a vend's lines are given back, for the reports: pure. */
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { QuoteLine } from '@wattvend/tariff/quote.js';
import type { LineTakenBack } from '../vend/stored-lines.ts';
import type { Vend } from '../vend/vend.ts';
import { linesOfPart } from './refund-entry.ts';
import type { TakenBack } from './take-back.ts';

/** Their money is what the entry of the refund debits, line by line. */
export function linesTakenBack(
  vend: Pick<Vend, 'lines'>,
  taken: TakenBack,
): readonly LineTakenBack[] {
  if (taken.kind === 'part') return withUnused(linesOfPart(vend, taken.money), taken.unused);
  return vend.lines
    .filter(({ kind }) => kind !== 'free' || taken.kind === 'all')
    .map((line) => ({ line, money: line.money, energy: energyOf(line) }));
}

function energyOf(line: QuoteLine): TenthKwh | null {
  const isCounted = line.kind === 'energy' || line.kind === 'per-kwh' || line.kind === 'free';
  return isCounted ? line.energy : null;
}

/** The energy of a component is given back from its first line on. */
function withUnused(
  lines: readonly Omit<LineTakenBack, 'energy'>[],
  unused: TenthKwh,
): readonly LineTakenBack[] {
  const left = new Map<string, number>();
  return lines.map(({ line, money }) => {
    const whole = energyOf(line);
    if (whole === null) return { line, money, energy: null };
    const component = `${line.kind} ${line.id}`;
    const rest = left.get(component) ?? unused;
    const energy = tenthKwh(Math.min(whole, rest));
    left.set(component, rest - energy);
    return { line, money, energy };
  });
}

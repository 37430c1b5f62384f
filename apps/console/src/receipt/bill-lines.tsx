/** The lines of a quote or a receipt, and what they come to: the same rows before and after the sale. */
import type { ReactNode } from 'react';
import type { Quote } from '../api/model.ts';
import { type Currency, formatMoney } from '../money.ts';
import classes from './receipt.module.css';

type Line = Quote['lines'][number];

// What stands before a line whose name may be anything the tariff's author chose.
const MARKS: Readonly<Partial<Record<Line['kind'], string>>> = {
  debt: 'debt',
  free: 'free',
  fixed: 'charge',
  fee: 'fee',
};

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

/** A row of a bill as text: the mark of its kind, its name, its explanation, its money. */
export function BillLines(o: {
  readonly lines: readonly Line[];
  readonly currency: Currency;
}): ReactNode {
  return o.lines.map((line) => {
    const mark = MARKS[line.kind];
    return (
      <tr key={`${line.kind} ${line.id} ${line.label} ${line.detail}`} data-kind={line.kind}>
        <th scope="row">
          {line.label}
          {mark !== undefined && <span className={classes['lineMark']}>{mark}</span>}{' '}
          <small>{line.detail}</small>
        </th>
        <td>{formatMoney(line.line_minor, o.currency)}</td>
      </tr>
    );
  });
}

/** "Of this KES 40.00 for electricity, KES 10.00 for charges and taxes"; nothing when it all is. */
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

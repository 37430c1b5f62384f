/** The lines of a quote or a receipt: the same rows before and after the sale. */
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

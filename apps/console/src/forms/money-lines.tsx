/** A few lines of money with their names, the last one being what they come to. */
import type { ReactNode } from 'react';
import type { RefundPreview } from '../api/model.ts';
import { formatMoney } from '../money.ts';
import { useSession } from '../shell/session.ts';
import classes from './forms.module.css';

export interface MoneyLine {
  readonly name: string;
  readonly minor: string;
}

/** What the accounts of the vend lose, and last who gets the money. */
export function linesOfPreview(preview: RefundPreview): readonly MoneyLine[] {
  return preview.lines.map(({ name, side, line_minor: minor }) => ({
    name: side === 'debit' ? `Less ${name}` : `To: ${name}`,
    minor,
  }));
}

export function MoneyLines(o: {
  readonly caption: string;
  readonly lines: readonly MoneyLine[];
}): ReactNode {
  const { currency } = useSession().utility;
  return (
    <table className={classes['moneyLines']} aria-label={o.caption}>
      <tbody>
        {o.lines.map(({ name, minor }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one answer never move
          <tr key={at}>
            <th scope="row">{name}</th>
            <td>{formatMoney(minor, currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

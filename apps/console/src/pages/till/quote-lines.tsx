import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Quote } from '../../api/model.ts';
import { formatTenthKwh } from '../../energy.ts';
import { formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import classes from './till.module.css';

/** What the money becomes, before it is taken: the energy large, then each line of the bill. */
export function QuoteLines(o: {
  readonly quote: Quote | null;
  readonly asking: boolean;
}): ReactNode {
  const { currency } = useSession().utility;
  if (o.quote === null) {
    return (
      <div className={classes['quote']} aria-busy={o.asking}>
        {o.asking ? (
          <>
            <Skeleton height={38} width="45%" mb={12} />
            <Skeleton height={14} mb={8} />
            <Skeleton height={14} />
          </>
        ) : (
          <p className={classes['quoteHint']}>Type an amount to see what it buys.</p>
        )}
      </div>
    );
  }
  const { quote } = o;
  return (
    <div className={classes['quote']} aria-live="polite" data-testid="quote">
      <p className={classes['units']}>
        <span>{formatTenthKwh(quote.energy_tenth_kwh)}</span> kWh
      </p>
      <table className={classes['lines']}>
        <caption className={classes['hidden']}>What the amount is made of</caption>
        <tbody>
          {quote.lines.map((line) => (
            <tr key={`${line.kind} ${line.label} ${line.detail}`}>
              <th scope="row">
                {line.label} <small>{line.detail}</small>
              </th>
              <td>{formatMoney(line.line_minor, currency)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">To pay</th>
            <td>{formatMoney(quote.tendered_minor, currency)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

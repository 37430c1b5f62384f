import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Quote } from '../../api/model.ts';
import { formatTenthKwh } from '../../energy.ts';
import { formatMoney } from '../../money.ts';
import { BillLines } from '../../receipt/bill-lines.tsx';
import { shareWords } from '../../receipt/bill-shares.ts';
import receiptClasses from '../../receipt/receipt.module.css';
import { useSession } from '../../shell/session.ts';
import classes from './till.module.css';

/** What the meter gets, large: energy, or money where the meter itself counts money. */
function Credit({ quote }: { readonly quote: Quote }): ReactNode {
  const { currency } = useSession().utility;
  return (
    <p className={classes['units']}>
      {quote.credit_minor === null ? (
        <>
          <span>{formatTenthKwh(quote.energy_tenth_kwh)}</span> kWh
        </>
      ) : (
        <>
          <span>{formatMoney(quote.credit_minor, currency)}</span> in the meter
        </>
      )}
      {quote.free_tenth_kwh > 0 && (
        <small> and {formatTenthKwh(quote.free_tenth_kwh)} kWh free</small>
      )}
    </p>
  );
}

/** What the money becomes, before it is taken: the energy large, then each line of the bill. */
export function QuoteLines(o: {
  readonly quote: Quote | null;
  readonly asking: boolean;
}): ReactNode {
  const { currency } = useSession().utility;
  const { quote } = o;
  if (quote === null) {
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
  const shares = shareWords(quote.lines, currency);
  return (
    <div className={classes['quote']} aria-live="polite" data-testid="quote">
      <Credit quote={quote} />
      <table className={receiptClasses['lines']}>
        <caption className={classes['hidden']}>What the amount is made of</caption>
        <tbody>
          <BillLines lines={quote.lines} currency={currency} />
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">To pay</th>
            <td>{formatMoney(quote.tendered_minor, currency)}</td>
          </tr>
        </tfoot>
      </table>
      {shares !== null && <p className={receiptClasses['shares']}>{shares}</p>}
      <p className={receiptClasses['shares']}>
        {quote.tariff.name} v{quote.tariff.version}
        {quote.month_tenth_kwh !== null &&
          ` · ${formatTenthKwh(quote.month_tenth_kwh)} kWh this month, with this purchase`}
      </p>
    </div>
  );
}

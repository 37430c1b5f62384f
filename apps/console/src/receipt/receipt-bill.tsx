import type { ReactNode } from 'react';
import type { Vend } from '../api/model.ts';
import { formatMoney } from '../money.ts';
import { useSession } from '../shell/session.ts';
import { BillLines } from './bill-lines.tsx';
import { shareWords } from './bill-shares.ts';
import classes from './receipt.module.css';
import { copyMark, receiptFacts, receiptKey } from './receipt-rows.ts';

/** The receipt on the page: facts, lines, total. */
export function ReceiptBill({ vend }: { readonly vend: Vend }): ReactNode {
  const { utility } = useSession();
  const copy = copyMark(vend);
  const shares = shareWords(vend.lines, utility.currency);
  return (
    <div className={classes['bill']}>
      <dl className={classes['facts']}>
        {receiptFacts(vend, utility.time_zone).map((row) => (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
        {copy !== null && (
          <div>
            <dt>Printed</dt>
            <dd>{copy}</dd>
          </div>
        )}
      </dl>
      <table className={classes['lines']}>
        <caption className={classes['hidden']}>What was paid for</caption>
        <tbody>
          <BillLines lines={vend.lines} currency={utility.currency} />
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Paid</th>
            <td>{formatMoney(vend.tendered_minor, utility.currency)}</td>
          </tr>
        </tfoot>
      </table>
      {shares !== null && <p className={classes['shares']}>{shares}</p>}
      <p className={classes['key']}>{receiptKey(vend)}</p>
    </div>
  );
}

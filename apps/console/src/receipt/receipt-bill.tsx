import type { ReactNode } from 'react';
import type { Vend } from '../api/model.ts';
import { formatMoney } from '../money.ts';
import { useSession } from '../shell/session.ts';
import classes from './receipt.module.css';
import { copyMark, receiptFacts, receiptKey } from './receipt-rows.ts';

/** The receipt on the page: facts, lines, total. */
export function ReceiptBill({ vend }: { readonly vend: Vend }): ReactNode {
  const { utility } = useSession();
  const copy = copyMark(vend);
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
          {vend.lines.map((line) => (
            <tr key={`${line.kind} ${line.label} ${line.detail}`}>
              <th scope="row">
                {line.label} <small>{line.detail}</small>
              </th>
              <td>{formatMoney(line.line_minor, utility.currency)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Paid</th>
            <td>{formatMoney(vend.tendered_minor, utility.currency)}</td>
          </tr>
        </tfoot>
      </table>
      <p className={classes['key']}>{receiptKey(vend)}</p>
    </div>
  );
}

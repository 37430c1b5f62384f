/** The receipt of a payment that buys no electricity: on paper only, never on the screen. */
import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { AccountPayment } from '../api/model.ts';
import { formatMoney } from '../money.ts';
import { useSession } from '../shell/session.ts';
import { readPaper } from './paper.ts';
import { paymentRows } from './payment-rows.ts';
import classes from './print-slip.module.css';
import { slipPlace } from './print-slip.tsx';

function Slip({ payment }: { readonly payment: AccountPayment }): ReactNode {
  const { utility, demo } = useSession();
  return (
    <article className={classes['slip']}>
      <h1>{utility.name}</h1>
      <p className={classes['centre']}>{payment.vendor_name}</p>
      <p className={classes['mark']}>RECEIPT OF A PAYMENT</p>
      {payment.reversal !== null && <p className={classes['mark']}>GIVEN BACK</p>}
      {demo && <p className={classes['mark']}>DEMO</p>}
      <dl>
        {paymentRows(payment, utility.time_zone).map((row) => (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
      <table className={classes['lines']}>
        <tbody>
          <tr className={classes['total']}>
            <th>Paid</th>
            <td>{formatMoney(payment.payment_minor, utility.currency)}</td>
          </tr>
        </tbody>
      </table>
      <p className={classes['centre']}>This payment buys no electricity.</p>
      <p className={classes['id']}>{payment.id}</p>
    </article>
  );
}

export function PaymentSlip({ payment }: { readonly payment: AccountPayment }): ReactNode {
  useEffect(() => {
    document.documentElement.dataset['paper'] = readPaper();
  }, []);
  return createPortal(<Slip payment={payment} />, slipPlace());
}

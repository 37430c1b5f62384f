/** The receipt for a slip of 58 or 80 mm or a sheet of A4: on paper only, never on the screen. */
import { QRCodeSVG } from 'qrcode.react';
import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { Vend } from '../api/model.ts';
import { formatTenthKwh } from '../energy.ts';
import { formatMoney } from '../money.ts';
import { useSession } from '../shell/session.ts';
import { DigitGroups } from '../ui/digit-groups.tsx';
import { BillLines } from './bill-lines.tsx';
import { readPaper } from './paper.ts';
import classes from './print-slip.module.css';
import { copyMark, receiptFacts, receiptKey } from './receipt-rows.ts';
import { tokenHead } from './token-words.ts';

function SlipLines({ vend }: { readonly vend: Vend }): ReactNode {
  const { currency } = useSession().utility;
  return (
    <table className={classes['lines']}>
      <tbody>
        <BillLines lines={vend.lines} currency={currency} />
        <tr className={classes['total']}>
          <th>Paid</th>
          <td>{formatMoney(vend.tendered_minor, currency)}</td>
        </tr>
        <tr className={classes['total']}>
          <th>Energy</th>
          <td>{formatTenthKwh(vend.energy_tenth_kwh)} kWh</td>
        </tr>
      </tbody>
    </table>
  );
}

function Slip({ vend }: { readonly vend: Vend }): ReactNode {
  const { utility, demo } = useSession();
  const copy = copyMark(vend);
  return (
    <article className={classes['slip']}>
      <h1>{utility.name}</h1>
      {vend.vendor !== null && <p className={classes['centre']}>{vend.vendor.name}</p>}
      {copy !== null && <p className={classes['mark']}>{copy.toUpperCase()}</p>}
      {demo && <p className={classes['mark']}>DEMO · TEST KEYS</p>}
      <dl>
        {receiptFacts(vend, utility.time_zone).map((row) => (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
      <SlipLines vend={vend} />
      {vend.tokens.length > 1 && (
        <p className={classes['mark']}>KEY IN ALL {vend.tokens.length}, IN THIS ORDER</p>
      )}
      {vend.tokens.map((token, at) => (
        <div key={token.digits} className={classes['token']}>
          <p>
            {tokenHead(token, at, vend.tokens.length)}
            {token.energy_tenth_kwh !== null && ` · ${formatTenthKwh(token.energy_tenth_kwh)} kWh`}
          </p>
          <p className={classes['digits']}>
            <DigitGroups digits={token.digits} />
          </p>
          <QRCodeSVG value={token.digits} size={112} marginSize={2} />
        </div>
      ))}
      <p className={classes['centre']}>{receiptKey(vend)}</p>
      <p className={classes['id']}>{vend.id}</p>
    </article>
  );
}

export function PrintSlip({ vend }: { readonly vend: Vend }): ReactNode {
  useEffect(() => {
    document.documentElement.dataset['paper'] = readPaper();
  }, []);
  return createPortal(<Slip vend={vend} />, slipPlace());
}

// Beside the application and not in it, so that everything else can be hidden at once.
export function slipPlace(): Element {
  const found = document.querySelector('body > .wv-print-only');
  if (found !== null) return found;
  const made = document.createElement('div');
  made.className = 'wv-print-only';
  document.body.append(made);
  return made;
}

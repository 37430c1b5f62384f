/** The slip of an order for tokens, for whoever keys them in: on paper only, never on the screen. */
import { QRCodeSVG } from 'qrcode.react';
import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { RevealedTokens } from '../api/model.ts';
import { groupDigits } from '../digits.ts';
import { contentWords } from '../pages/orders/order-words.ts';
import { useSession } from '../shell/session.ts';
import { DigitGroups } from '../ui/digit-groups.tsx';
import { readPaper } from './paper.ts';
import classes from './print-slip.module.css';
import { slipPlace } from './print-slip.tsx';

function Slip({ revealed }: { readonly revealed: RevealedTokens }): ReactNode {
  const { utility, demo } = useSession();
  const { tokens, contents } = revealed;
  return (
    <article className={classes['slip']}>
      <h1>{utility.name}</h1>
      {demo && <p className={classes['mark']}>DEMO · TEST KEYS</p>}
      <dl>
        <div>
          <dt>Meter</dt>
          <dd>{groupDigits(revealed.meter_number)}</dd>
        </div>
        <div>
          <dt>Reason</dt>
          <dd>{revealed.reason}</dd>
        </div>
        <div>
          <dt>Asked by</dt>
          <dd>{revealed.requested_by}</dd>
        </div>
        <div>
          <dt>Agreed by</dt>
          <dd>{revealed.decided_by ?? ''}</dd>
        </div>
      </dl>
      {tokens.map(({ position, kind, digits }) => (
        <div key={position} className={classes['token']}>
          <p>{contentWords(contents[position] ?? kind.replaceAll('-', ' '))}</p>
          <p className={classes['digits']}>
            <DigitGroups digits={digits} />
          </p>
          <QRCodeSVG value={digits} size={112} marginSize={2} />
        </div>
      ))}
      <p className={classes['id']}>{revealed.id}</p>
    </article>
  );
}

export function OrderSlip({ revealed }: { readonly revealed: RevealedTokens }): ReactNode {
  useEffect(() => {
    document.documentElement.dataset['paper'] = readPaper();
  }, []);
  return createPortal(<Slip revealed={revealed} />, slipPlace());
}

import { QRCodeSVG } from 'qrcode.react';
import type { ReactNode } from 'react';
import type { Vend } from '../api/model.ts';
import { groupDigits } from '../digits.ts';
import { formatTenthKwh } from '../energy.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { DigitGroups } from '../ui/digit-groups.tsx';
import classes from './receipt.module.css';
import { tokenHead } from './token-words.ts';

type Token = Vend['tokens'][number];

function OneToken(o: {
  readonly token: Token;
  readonly head: string;
  readonly receiptNumber: string | null;
}): ReactNode {
  const { token } = o;
  // Of an order the digits are for those who ordered it, and are shown with it.
  const isShown = /^\d+$/.test(token.digits);
  return (
    <section className={classes['token']} aria-label={o.head}>
      <div className={classes['tokenText']}>
        <p className={classes['tokenHead']}>{o.head}</p>
        <p className={classes['digits']} data-testid="token-digits">
          {!isShown && '… '}
          <DigitGroups digits={token.digits} />
        </p>
        <div className={classes['tokenFoot']}>
          {token.energy_tenth_kwh !== null && (
            <p className={classes['energy']}>
              <span>{formatTenthKwh(token.energy_tenth_kwh)}</span> kWh
            </p>
          )}
          {o.receiptNumber !== null && (
            <p className={classes['receiptNumber']}>
              Receipt <strong>{o.receiptNumber}</strong>
            </p>
          )}
          {isShown && <CopyButton text={groupDigits(token.digits)} label="Copy digits" />}
        </div>
        {!isShown && (
          <p className={classes['order']}>The digits are shown under After sale, with the order.</p>
        )}
      </div>
      {isShown && (
        <div className={classes['qr']}>
          <QRCodeSVG value={token.digits} size={132} marginSize={2} title="Token as a QR code" />
        </div>
      )}
    </section>
  );
}

/** The twenty digits, large enough to be read across a counter, in the order to key them in. */
export function TokenCard({ vend }: { readonly vend: Vend }): ReactNode {
  const { tokens } = vend;
  const all = tokens.map(({ digits }) => groupDigits(digits)).join('\n');
  return (
    <div className={classes['tokens']}>
      {tokens.length > 1 && (
        <div className={classes['tokenFoot']}>
          <p className={classes['order']}>Key in all {tokens.length} tokens, in this order.</p>
          {/^[\d \n]+$/.test(all) && <CopyButton text={all} label="Copy all" />}
        </div>
      )}
      {tokens.map((token, at) => (
        <OneToken
          key={token.digits}
          token={token}
          head={tokenHead(token, at, tokens.length)}
          receiptNumber={vend.receipt_number}
        />
      ))}
    </div>
  );
}

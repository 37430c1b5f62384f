import { QRCodeSVG } from 'qrcode.react';
import type { ReactNode } from 'react';
import type { Vend } from '../api/model.ts';
import { groupDigits } from '../digits.ts';
import { formatTenthKwh } from '../energy.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { DigitGroups } from '../ui/digit-groups.tsx';
import classes from './receipt.module.css';

/** The twenty digits, large enough to be read across a counter, with their energy and a QR code. */
export function TokenCard({ vend }: { readonly vend: Vend }): ReactNode {
  return (
    <div className={classes['tokens']}>
      {vend.tokens.map((token) => (
        <section key={token.digits} className={classes['token']} aria-label="Token">
          <div className={classes['tokenText']}>
            <p className={classes['tokenHead']}>Token for the meter</p>
            <p className={classes['digits']} data-testid="token-digits">
              <DigitGroups digits={token.digits} />
            </p>
            <div className={classes['tokenFoot']}>
              <p className={classes['energy']}>
                <span>{formatTenthKwh(token.energy_tenth_kwh)}</span> kWh
              </p>
              {vend.receipt_number !== null && (
                <p className={classes['receiptNumber']}>
                  Receipt <strong>{vend.receipt_number}</strong>
                </p>
              )}
              <CopyButton text={groupDigits(token.digits)} label="Copy digits" />
            </div>
          </div>
          <div className={classes['qr']}>
            <QRCodeSVG value={token.digits} size={132} marginSize={2} title="Token as a QR code" />
          </div>
        </section>
      ))}
    </div>
  );
}

import { QRCodeSVG } from 'qrcode.react';
import type { ReactNode } from 'react';
import type { Vend } from '../api/model.ts';
import { groupDigits } from '../digits.ts';
import { formatTenthKwh } from '../energy.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { DigitGroups } from '../ui/digit-groups.tsx';
import classes from './receipt.module.css';

const TOKEN_HEADS: Readonly<Record<Vend['tokens'][number]['name'], string>> = {
  electricity: 'Token for the meter',
  'free electricity': 'Free units: enter this token first',
  currency: 'Token for the meter',
  credit: 'Token for the meter',
  management: 'Token for the engineer',
};

/** The twenty digits, large enough to be read across a counter, with their energy and a QR code. */
export function TokenCard({ vend }: { readonly vend: Vend }): ReactNode {
  return (
    <div className={classes['tokens']}>
      {vend.tokens.map((token) => (
        <section key={token.digits} className={classes['token']} aria-label="Token">
          <div className={classes['tokenText']}>
            <p className={classes['tokenHead']}>{TOKEN_HEADS[token.name]}</p>
            <p className={classes['digits']} data-testid="token-digits">
              <DigitGroups digits={token.digits} />
            </p>
            <div className={classes['tokenFoot']}>
              {token.energy_tenth_kwh !== null && (
                <p className={classes['energy']}>
                  <span>{formatTenthKwh(token.energy_tenth_kwh)}</span> kWh
                </p>
              )}
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

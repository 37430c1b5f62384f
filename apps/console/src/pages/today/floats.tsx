import type { ReactNode } from 'react';
import type { Vendor } from '../../api/model.ts';
import { formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { floatShares } from './float-shares.ts';
import classes from './today.module.css';

/** What is left to sell on, and what sales under way have set aside. */
export function FloatBar({ vendor }: { readonly vendor: Vendor }): ReactNode {
  const { currency } = useSession().utility;
  const { float } = vendor;
  const shares = floatShares(float);
  const reserved = BigInt(float.reserved_minor) > 0n;
  return (
    <div className={classes['float']}>
      <div className={classes['floatHead']}>
        <span>{vendor.name}</span>
        <strong data-low={shares.low}>{formatMoney(float.available_minor, currency)}</strong>
      </div>
      <div className={classes['bar']} aria-hidden="true">
        <span style={{ width: `${shares.available}%` }} data-part="available" />
        <span style={{ width: `${shares.reserved}%` }} data-part="reserved" />
      </div>
      <p className={classes['soft']}>
        {reserved
          ? `${formatMoney(float.reserved_minor, currency)} reserved by sales under way`
          : 'Nothing reserved'}
        {BigInt(float.floor_minor) !== 0n &&
          ` · may go down to ${formatMoney(float.floor_minor, currency)}`}
      </p>
    </div>
  );
}

export function Floats({ vendors }: { readonly vendors: readonly Vendor[] }): ReactNode {
  if (vendors.length === 0) return <EmptyNote heading="No vendors yet" />;
  return (
    <div className={classes['floats']}>
      {vendors.map((vendor) => (
        <FloatBar key={vendor.id} vendor={vendor} />
      ))}
    </div>
  );
}

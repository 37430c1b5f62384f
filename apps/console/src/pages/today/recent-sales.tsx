import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Vend } from '../../api/model.ts';
import { formatTenthKwh } from '../../energy.ts';
import { formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { formatTimeOfDay } from '../../wall-time.ts';
import classes from './today.module.css';

function stateWords(vend: Vend): string {
  switch (vend.state) {
    case 'posted':
      return `${formatTenthKwh(vend.energy_tenth_kwh)} kWh`;
    case 'reserved':
      return 'under way';
    case 'declined':
      return 'declined';
  }
}

export function RecentSales({ vends }: { readonly vends: readonly Vend[] }): ReactNode {
  const { currency, time_zone } = useSession().utility;
  if (vends.length === 0) {
    return (
      <EmptyNote heading="No sales on this day" text="Each sale appears here as it is made." />
    );
  }
  return (
    <ul className={classes['recent']}>
      {vends.map((vend) => (
        <li key={vend.id}>
          <Link to={`/vends/${vend.id}`} className={classes['sale'] ?? ''}>
            <time>{formatTimeOfDay(vend.requested_at, time_zone)}</time>
            <span className={classes['saleWho']}>
              <span>{vend.customer_name ?? vend.meter_number}</span>
              <small>{vend.address}</small>
            </span>
            <span className={classes['saleMoney']}>
              <span>{formatMoney(vend.tendered_minor, currency)}</span>
              <small data-state={vend.state}>{stateWords(vend)}</small>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

import type { ReactNode } from 'react';
import type { Today } from '../../api/model.ts';
import { formatTenthKwh } from '../../energy.ts';
import { formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import classes from './today.module.css';

function Figure(o: {
  readonly label: string;
  readonly value: string;
  readonly unit?: string;
  readonly tone?: 'energy';
}): ReactNode {
  return (
    <div className={classes['figure']}>
      <dt>
        {o.label}
        {o.unit !== undefined && <small> {o.unit}</small>}
      </dt>
      <dd data-tone={o.tone}>{o.value}</dd>
    </div>
  );
}

export function Figures({ today }: { readonly today: Today }): ReactNode {
  const { currency } = useSession().utility;
  const money = (minor: string): string => formatMoney(minor, currency, { withoutSymbol: true });
  return (
    <dl className={classes['figures']}>
      <Figure label="Sales" value={new Intl.NumberFormat().format(today.vends)} />
      <Figure label="Money taken" value={money(today.tendered_minor)} unit={currency.symbol} />
      <Figure
        label="Energy sold"
        value={formatTenthKwh(today.energy_tenth_kwh)}
        unit="kWh"
        tone="energy"
      />
      <Figure label="Of which tax" value={money(today.tax_minor)} unit={currency.symbol} />
    </dl>
  );
}

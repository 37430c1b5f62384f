import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formatTenthKwh } from '../../energy.ts';
import { formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import { HoursHeat } from './hours-heat.tsx';
import { OverTime } from './over-time.tsx';
import { salesQuery } from './report-queries.ts';
import classes from './reports.module.css';
import type { Measure } from './series.ts';
import { Shares } from './shares.tsx';
import type { Span } from './span.ts';

const MEASURES = [
  { value: 'money', label: 'Money' },
  { value: 'energy', label: 'Energy' },
];

function Totals({ span }: { readonly span: Span }): ReactNode {
  const { currency } = useSession().utility;
  const { data } = useQuery(salesQuery(span, 'all', 'span'));
  const total = data?.total;
  const money = (minor: string | undefined): string =>
    minor === undefined ? '…' : formatMoney(minor, currency, { withoutSymbol: true });
  const energy = (tenths: number | undefined): string =>
    tenths === undefined ? '…' : formatTenthKwh(tenths);
  const figures = [
    ['Sales', '', total === undefined ? '…' : new Intl.NumberFormat().format(total.vends)],
    ['Money taken', currency.symbol, money(total?.tendered_minor)],
    ['Energy sold', 'kWh', energy(total?.energy_tenth_kwh)],
    ['Free units', 'kWh', energy(total?.free_tenth_kwh)],
    ['Of which tax', currency.symbol, money(total?.tax_minor)],
    ['Of which debts', currency.symbol, money(total?.debt_minor)],
  ] as const;
  return (
    <dl className={classes['figures']}>
      {figures.map(([label, unit, value]) => (
        <div key={label}>
          <dt>
            {label} <small>{unit}</small>
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function SalesView({ span }: { readonly span: Span }): ReactNode {
  const [measure, setMeasure] = useState<Measure>('money');
  const asked = { span, measure };
  return (
    <div className={classes['view']}>
      <Totals span={span} />
      <SegmentedControl
        className={classes['measure'] ?? ''}
        size="sm"
        aria-label="What the charts show"
        data={MEASURES}
        value={measure}
        onChange={(value) => setMeasure(value === 'energy' ? 'energy' : 'money')}
      />
      <OverTime {...asked} />
      <HoursHeat {...asked} />
      <div className={classes['columns']}>
        <Shares heading="By area" by="area" {...asked} />
        <Shares heading="By vendor" by="vendor" {...asked} />
        <Shares heading="By operator" by="operator" {...asked} />
        <Shares heading="By payment method" by="payment_method" {...asked} />
      </div>
    </div>
  );
}

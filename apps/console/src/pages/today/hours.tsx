import { BarChart } from '@mantine/charts';
import { SegmentedControl } from '@mantine/core';
import '@mantine/charts/styles.css';
import { type ReactNode, useState } from 'react';
import type { Today } from '../../api/model.ts';
import { formatTenthKwh } from '../../energy.ts';
import { type Currency, drawnMajor, formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './today.module.css';

type Hour = Today['hours'][number];
type Measure = 'money' | 'energy';

const MEASURES = [
  { value: 'money', label: 'Money' },
  { value: 'energy', label: 'Energy' },
];

function hourName(hour: number): string {
  return String(hour).padStart(2, '0');
}

function words(hour: Hour, measure: Measure, currency: Currency): string {
  return measure === 'money'
    ? formatMoney(hour.tendered_minor, currency)
    : `${formatTenthKwh(hour.energy_tenth_kwh)} kWh`;
}

/** What a bar stands for, exactly; the bar itself is only drawn. */
function HourNote(o: {
  readonly hour: Hour | undefined;
  readonly measure: Measure;
  readonly currency: Currency;
}): ReactNode {
  if (o.hour === undefined) return null;
  return (
    <div className={classes['hourNote']}>
      <strong>
        {hourName(o.hour.hour)}:00–{hourName(o.hour.hour)}:59
      </strong>
      <span>{words(o.hour, o.measure, o.currency)}</span>
      <span>
        {o.hour.vends} {o.hour.vends === 1 ? 'sale' : 'sales'}
      </span>
    </div>
  );
}

function Chart(o: { readonly hours: readonly Hour[]; readonly measure: Measure }): ReactNode {
  const { currency } = useSession().utility;
  const data = o.hours.map((hour) => ({
    hour: hourName(hour.hour),
    drawn:
      o.measure === 'money'
        ? drawnMajor(hour.tendered_minor, currency.decimal_places)
        : hour.energy_tenth_kwh / 10,
  }));
  const short = new Intl.NumberFormat(undefined, { notation: 'compact' });
  return (
    <div aria-hidden="true">
      <BarChart
        h={240}
        data={data}
        dataKey="hour"
        series={[
          {
            name: 'drawn',
            color: o.measure === 'money' ? 'var(--wv-brand)' : 'var(--wv-energy-fill)',
          },
        ]}
        valueFormatter={(value) => short.format(value)}
        gridAxis="x"
        tickLine="none"
        barProps={{ radius: [4, 4, 0, 0], isAnimationActive: false }}
        xAxisProps={{ interval: 'preserveStartEnd', minTickGap: 12 }}
        tooltipProps={{
          isAnimationActive: false,
          content: ({ label }) => (
            <HourNote
              hour={o.hours.find((hour) => hourName(hour.hour) === label)}
              measure={o.measure}
              currency={currency}
            />
          ),
        }}
      />
    </div>
  );
}

function HourTable({ hours }: { readonly hours: readonly Hour[] }): ReactNode {
  const { currency } = useSession().utility;
  return (
    <details className={classes['details']}>
      <summary>The same as a table</summary>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">Hour</th>
            <th scope="col">Sales</th>
            <th scope="col">Money</th>
            <th scope="col">Energy</th>
          </tr>
        </thead>
        <tbody>
          {hours.map((hour) => (
            <tr key={hour.hour}>
              <th scope="row">{hourName(hour.hour)}:00</th>
              <td>{hour.vends}</td>
              <td>{words(hour, 'money', currency)}</td>
              <td>{words(hour, 'energy', currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

export function Hours({ hours }: { readonly hours: readonly Hour[] }): ReactNode {
  const [measure, setMeasure] = useState<Measure>('money');
  return (
    <Panel
      heading="By the hour"
      aside={
        <SegmentedControl
          size="sm"
          aria-label="What the bars show"
          data={MEASURES}
          value={measure}
          onChange={(value) => setMeasure(value === 'energy' ? 'energy' : 'money')}
        />
      }
    >
      <Chart hours={hours} measure={measure} />
      <HourTable hours={hours} />
    </Panel>
  );
}

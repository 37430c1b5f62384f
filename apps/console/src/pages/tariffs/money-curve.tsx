/**
 * What the energy of a month costs, drawn: charges at the left, and each step as a bend. Asked for
 * with one purchase for the whole month, so it is exact at each point.
 */
import { LineChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { Skeleton } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatTenthKwh } from '../../energy.ts';
import { drawnMajor, formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { pricesOf } from './explained.tsx';
import { trialQuery } from './tariff-queries.ts';
import type { TariffRecord } from './tariff-record.ts';
import classes from './tariffs.module.css';

export interface Curve {
  readonly name: string;
  readonly record: TariffRecord;
}

// One question asks for 60 amounts at the most.
const POINTS_MOST = 60;
const PLAIN_MOST = 5000;
// Tenths of a kWh, so that the axis has round figures.
const STEPS = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;

/** Half as far again as the last step of any, in tenths of a kWh and in round steps. */
function pointsFor(records: readonly TariffRecord[]): readonly number[] {
  const last = Math.max(
    0,
    ...records.map((record) => pricesOf(record)?.at(-1)?.above_tenth_kwh ?? 0),
  );
  const most = last === 0 ? PLAIN_MOST : Math.ceil(last * 1.5);
  const step = STEPS.find((each) => most / each <= POINTS_MOST) ?? Math.ceil(most / POINTS_MOST);
  return Array.from({ length: Math.ceil(most / step) }, (_, at) => (at + 1) * step);
}

const COLORS = ['var(--wv-brand)', 'var(--wv-energy-fill)'];

function Note(o: {
  readonly tenths: number;
  readonly rows: readonly { readonly name: string; readonly money: string | null }[];
}): ReactNode {
  const { currency } = useSession().utility;
  return (
    <div className={classes['barNote']}>
      <strong>{formatTenthKwh(o.tenths)} kWh in a month</strong>
      {o.rows.map(({ name, money }) => (
        <span key={name}>
          {name}: <b>{money === null ? 'not sold' : formatMoney(money, currency)}</b>
        </span>
      ))}
    </div>
  );
}

function Drawing(o: {
  readonly curves: readonly Curve[];
  readonly points: readonly number[];
  readonly money: readonly (readonly (string | null)[])[];
}): ReactNode {
  const { currency } = useSession().utility;
  const { curves, points, money } = o;
  const data = points.map((tenths, at) => ({
    kwh: tenths / 10,
    ...Object.fromEntries(
      curves.map(({ name }, curve) => {
        const minor = money[curve]?.[at] ?? null;
        return [name, minor === null ? null : drawnMajor(minor, currency.decimal_places)];
      }),
    ),
  }));
  const short = new Intl.NumberFormat(undefined, { notation: 'compact' });
  return (
    <div aria-hidden="true">
      <LineChart
        h={260}
        data={data}
        dataKey="kwh"
        series={curves.map(({ name }, at) => ({ name, color: COLORS[at] ?? 'gray' }))}
        withDots={false}
        curveType="linear"
        connectNulls={false}
        gridAxis="xy"
        tickLine="none"
        unit=""
        valueFormatter={(value) => short.format(value)}
        xAxisProps={{ minTickGap: 24, tickFormatter: (kwh: number) => `${short.format(kwh)} kWh` }}
        lineProps={{ isAnimationActive: false }}
        tooltipProps={{
          isAnimationActive: false,
          content: ({ label }) => {
            const at = data.findIndex(({ kwh }) => kwh === Number(label));
            const tenths = points[at];
            return tenths === undefined || label === undefined ? null : (
              <Note
                tenths={tenths}
                rows={curves.map(({ name }, curve) => ({
                  name,
                  money: money[curve]?.[at] ?? null,
                }))}
              />
            );
          },
        }}
      />
      <ul className={classes['legend']}>
        {curves.map(({ name }, at) => (
          <li key={name}>
            <i style={{ background: COLORS[at] }} /> {name}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Money against energy; nothing where the meter makes the energy of money itself. */
export function MoneyCurve({ curves }: { readonly curves: readonly Curve[] }): ReactNode {
  const drawn = curves.filter(({ record }) => record.energy.kind !== 'in-meter');
  const points = pointsFor(drawn.map(({ record }) => record));
  const asks = points.map((energy_tenth_kwh) => ({ energy_tenth_kwh }));
  const trials = useQueries({
    queries: drawn.map(({ record }) => trialQuery({ record: { ...record }, asks })),
  });
  if (drawn.length === 0) return null;
  const isRead = trials.every(({ data }) => data !== undefined);
  const money = trials.map(({ data }) =>
    (data?.answers ?? []).map(({ quote }) => quote?.tendered_minor ?? null),
  );
  return (
    <Panel heading="What the energy of a month costs">
      <p className={classes['soft']}>
        Bought at once by a customer who owes nothing but the charges of the month.
      </p>
      {isRead ? (
        <Drawing curves={drawn} points={points} money={money} />
      ) : (
        <Skeleton height={260} radius="md" />
      )}
    </Panel>
  );
}

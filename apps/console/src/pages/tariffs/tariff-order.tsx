/**
 * What an order for a tariff or for a monthly value would change, for whoever decides about it: the
 * rules that are others, what amounts buy then and now, and what it would have meant in a month.
 */
import { Anchor, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Approval } from '../../api/model.ts';
import { formatTenthKwh } from '../../energy.ts';
import { formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { formatInstant } from '../../wall-time.ts';
import { Changes, Explained } from './explained.tsx';
import { monthName } from './month-name.ts';
import { MonthPreviewAsked } from './month-preview.tsx';
import {
  publishedValuesQuery,
  type TariffVersion,
  type TrialAnswer,
  tariffQuery,
  trialQuery,
} from './tariff-queries.ts';
import { readRecord } from './tariff-record.ts';
import classes from './tariffs.module.css';
import { formatPrice } from './typed-amounts.ts';
import { baseOf } from './version-state.ts';

// What people bring to a till.
const AMOUNTS = [50n, 100n, 200n, 500n, 1000n, 2000n];

/** One amount for each way a customer may come: small, usual, large. */
function useAnswers(version: TariffVersion | null): readonly TrialAnswer[] | undefined {
  const { decimal_places: places } = useSession().utility.currency;
  const asks = AMOUNTS.map((major) => ({ tendered_minor: String(major * 10n ** BigInt(places)) }));
  const { data } = useQuery({
    ...trialQuery({ record: version?.record ?? {}, asks }),
    enabled: version !== null,
  });
  return data?.answers;
}

function energyWords(answer: TrialAnswer | undefined): string {
  if (answer === undefined) return '…';
  if (answer.quote === null) return 'no sale';
  return `${formatTenthKwh(answer.quote.energy_tenth_kwh)} kWh`;
}

/** What amounts buy before and after, at the beginning of a month. */
function Amounts(o: {
  readonly before: TariffVersion | null;
  readonly after: TariffVersion;
}): ReactNode {
  const { currency } = useSession().utility;
  const after = useAnswers(o.after);
  const before = useAnswers(o.before);
  if (readRecord(o.after.record).energy.kind === 'in-meter') return null;
  const scale = 10n ** BigInt(currency.decimal_places);
  const refusal = after?.find((answer) => answer.refusal !== null)?.refusal;
  return (
    <>
      <table className={classes['lines']} aria-label="What amounts buy">
        <thead>
          <tr>
            <th scope="col">The first purchase of a month</th>
            {o.before !== null && <th scope="col">Before</th>}
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {AMOUNTS.map((major, at) => (
            <tr key={String(major)}>
              <th scope="row">{formatMoney(major * scale, currency)}</th>
              {o.before !== null && <td>{energyWords(before?.[at])}</td>}
              <td>{energyWords(after?.[at])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {refusal !== undefined && refusal !== null && (
        <p className={classes['refused']}>Where there is no sale: {refusal.detail}</p>
      )}
    </>
  );
}

function VersionOrder(o: { readonly id: string; readonly version: number }): ReactNode {
  const { time_zone: timeZone } = useSession().utility;
  const list = useQuery(tariffQuery(o.id));
  const version = list.data?.find((each) => each.version === o.version);
  if (list.isPending) return <Skeleton height={160} aria-busy="true" />;
  if (list.error !== null && list.data === undefined) {
    return <RefusalNote refusal={list.error.refusal} onRetry={() => void list.refetch()} />;
  }
  if (version === undefined) return null;
  const base = baseOf(version, list.data ?? []);
  const record = readRecord(version.record);
  return (
    <div className={classes['stack']}>
      <p className={classes['text']}>
        From <strong>{formatInstant(version.effective_from, timeZone)}</strong> on
        {base === null
          ? ', as the first version of a new tariff.'
          : `, instead of version ${base.version}.`}{' '}
        <Anchor component={Link} to={`/tariffs/${o.id}?version=${o.version}`}>
          Open it, with its chart
        </Anchor>
      </p>
      {base === null ? (
        <Explained record={record} />
      ) : (
        <Changes before={readRecord(base.record)} after={record} />
      )}
      <Amounts before={base} after={version} />
      {version.state === 'draft' && <MonthPreviewAsked id={o.id} version={o.version} />}
    </div>
  );
}

interface ValueName {
  readonly component: string;
  readonly month: number;
  readonly revision: number;
}

function ValueOrder({ component, month, revision }: ValueName): ReactNode {
  const { currency } = useSession().utility;
  const values = useQuery(publishedValuesQuery).data?.values.filter(
    (each) => each.component === component,
  );
  if (values === undefined) return <Skeleton height={60} aria-busy="true" />;
  const value = values.find((each) => each.month === month && each.revision === revision);
  if (value === undefined) return null;
  // What holds in that month without it: the newest approved one up to it.
  const [before] = values
    .filter((each) => each !== value && each.approved_at !== null && each.month <= month)
    .sort((a, b) => b.month - a.month || b.revision - a.revision);
  return (
    <p className={classes['text']}>
      From {monthName(month)} on, “{component}” is{' '}
      <strong>{formatPrice(value.price_per_kwh_e4_minor, currency)}</strong>
      {before === undefined
        ? '; nothing was published before.'
        : `, instead of ${formatPrice(before.price_per_kwh_e4_minor, currency)} (${monthName(before.month)}).`}
    </p>
  );
}

export function TariffOrder({ order }: { readonly order: Approval }): ReactNode {
  const { subject } = order;
  const [id, version] = [subject['tariff_id'], subject['version']];
  if (typeof id === 'string' && typeof version === 'number') {
    return <VersionOrder id={id} version={version} />;
  }
  const { component_id: component, month, revision } = subject;
  if (typeof component !== 'string' || typeof month !== 'number' || typeof revision !== 'number') {
    return null;
  }
  return <ValueOrder component={component} month={month} revision={revision} />;
}

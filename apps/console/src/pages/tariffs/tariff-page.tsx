/** One tariff: its versions in time, and the chosen one explained. /tariffs/{id}?version=… */
import { Anchor, Badge, Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { SubmitTariffForm } from '../../forms/submit-tariff.tsx';
import { WithdrawTariff } from '../../forms/withdraw-tariff.tsx';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { newId } from '../../ui/new-id.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { formatInstant } from '../../wall-time.ts';
import { Changes, Explained } from './explained.tsx';
import { MoneyCurve } from './money-curve.tsx';
import { orderOf, type TariffVersion, tariffQuery, waitingQuery } from './tariff-queries.ts';
import { readRecord } from './tariff-record.ts';
import classes from './tariffs.module.css';
import { TryIt } from './try-it.tsx';
import { baseOf, STATES, stateOfVersion, tariffsOf, type VersionState } from './version-state.ts';

interface Stated {
  readonly version: TariffVersion;
  readonly state: VersionState;
  /** The order that waits for a second person. */
  readonly orderId: string | null;
}

function Timeline(o: { readonly all: readonly Stated[]; readonly chosen: number }): ReactNode {
  const { time_zone: timeZone } = useSession().utility;
  const inTime = [...o.all].sort((a, b) =>
    a.version.effective_from === b.version.effective_from
      ? a.version.version - b.version.version
      : a.version.effective_from < b.version.effective_from
        ? -1
        : 1,
  );
  return (
    <ol className={classes['timeline']} aria-label="Versions">
      {inTime.map(({ version, state }) => (
        <li key={version.version}>
          <Link
            to={`?version=${version.version}`}
            className={classes['stop'] ?? ''}
            data-state={state}
            aria-current={version.version === o.chosen}
          >
            <strong>Version {version.version}</strong>
            <small>from {formatInstant(version.effective_from, timeZone)}</small>
            <Badge variant="light" color={STATES[state].color}>
              {STATES[state].name}
            </Badge>
          </Link>
        </li>
      ))}
    </ol>
  );
}

/** What may be done with the chosen version. */
function Deeds({ stated }: { readonly stated: Stated }): ReactNode {
  const session = useSession();
  const [params, setParams] = useSearchParams();
  const { version, state, orderId } = stated;
  const place = { version: String(version.version) };
  const close = () => setParams(place, { replace: true });
  const mayDraft = mayDo('draft-tariffs', session);
  const isDraft = state === 'draft' && mayDraft;
  const [deed, id] = [params.get('do'), params.get('id')];
  return (
    <div className={classes['actions']}>
      {isDraft && (
        <>
          <Button onClick={() => setParams({ ...place, do: 'submit', id: newId() })}>
            Send for approval
          </Button>
          <Button variant="default" onClick={() => setParams({ ...place, do: 'withdraw' })}>
            Withdraw
          </Button>
        </>
      )}
      {mayDraft && (
        <Button
          component={Link}
          to={`/tariffs/${version.id}/edit?from=${version.version}`}
          variant="light"
        >
          New version from this one
        </Button>
      )}
      {orderId !== null && (
        <Button component={Link} to={`/approvals?order=${orderId}`} variant="light">
          Waits for a second person
        </Button>
      )}
      {isDraft && deed === 'submit' && id !== null && (
        <SubmitTariffForm version={version} orderId={id} onClose={close} />
      )}
      {isDraft && deed === 'withdraw' && <WithdrawTariff version={version} onClose={close} />}
    </div>
  );
}

function Chosen(o: { readonly stated: Stated; readonly base: TariffVersion | null }): ReactNode {
  const { time_zone: timeZone } = useSession().utility;
  const { version } = o.stated;
  const record = readRecord(version.record);
  const base = o.base === null ? null : readRecord(o.base.record);
  const baseName = `version ${o.base?.version}${o.base?.in_force === true ? ', in force' : ''}`;
  const compared = base === null ? null : { name: baseName, record: base };
  const own = { name: `Version ${version.version}`, record };
  const isNew = o.stated.state !== 'past' && o.stated.state !== 'in-force';
  return (
    <div className={classes['columns']}>
      <div className={classes['stack']}>
        <Panel
          heading={`Version ${version.version}: ${version.name}`}
          aside={<Deeds stated={o.stated} />}
        >
          <p className={classes['soft']}>
            From {formatInstant(version.effective_from, timeZone)}. Written{' '}
            {formatInstant(version.drafted_at, timeZone)}
            {version.approved_at === null
              ? '; nobody has approved it.'
              : `, approved ${formatInstant(version.approved_at, timeZone)}.`}
          </p>
          <Explained record={record} />
        </Panel>
        {base !== null && isNew && (
          <Panel heading={`What changes against version ${o.base?.version}`}>
            <Changes before={base} after={record} />
          </Panel>
        )}
        <MoneyCurve curves={compared === null ? [own] : [own, compared]} />
      </div>
      <div className={classes['aside']}>
        <TryIt record={record} isWhole base={compared} />
      </div>
    </div>
  );
}

function Whole({ versions }: { readonly versions: readonly TariffVersion[] }): ReactNode {
  const [params] = useSearchParams();
  const orders = useQuery(waitingQuery).data?.approvals ?? [];
  const now = new Date();
  const all = versions.map((version): Stated => {
    const order = orderOf(orders, version);
    return {
      version,
      state: stateOfVersion(version, order !== null, now),
      orderId: order?.id ?? null,
    };
  });
  const asked = all.find(({ version }) => String(version.version) === params.get('version'));
  const chosen = asked ?? all.find(({ state }) => state === 'in-force') ?? all.at(-1);
  if (chosen === undefined) return null;
  return (
    <div className={classes['stack']}>
      <Timeline all={all} chosen={chosen.version.version} />
      <Chosen
        key={chosen.version.version}
        stated={chosen}
        base={baseOf(chosen.version, versions)}
      />
    </div>
  );
}

export function TariffPage(): ReactNode {
  const { id = '' } = useParams();
  const list = useQuery(tariffQuery(id));
  const [tariff] = tariffsOf(list.data ?? []);
  return (
    <>
      <PageHead
        title={tariff?.name ?? 'Tariff'}
        help={
          <Anchor component={Link} to="/tariffs">
            All tariffs
          </Anchor>
        }
      />
      {list.isPending && <Skeleton height={240} radius="lg" aria-busy="true" />}
      {list.error !== null && list.data === undefined && (
        <RefusalNote refusal={list.error.refusal} onRetry={() => void list.refetch()} />
      )}
      {list.data !== undefined && tariff === undefined && (
        <EmptyNote heading="There is no such tariff" text="It may be a draft that was not saved." />
      )}
      {tariff !== undefined && <Whole versions={tariff.versions} />}
    </>
  );
}

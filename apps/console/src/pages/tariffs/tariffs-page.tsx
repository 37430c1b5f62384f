/** What customers pay: each tariff and what becomes of it. /tariffs, /tariffs?tab=values */
import { Badge, Button, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { tariffsQuery } from '../../api/queries.ts';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { ListState } from '../../ui/list-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { formatInstant } from '../../wall-time.ts';
import { keptDrafts } from './kept-draft.ts';
import { MonthlyValues } from './monthly-values.tsx';
import { orderOf, type TariffVersion, waitingQuery } from './tariff-queries.ts';
import classes from './tariffs.module.css';
import { type NamedTariff, STATES, stateOfVersion, tariffsOf } from './version-state.ts';

/** One badge for each version that somebody still has to do with. */
function VersionBadge(o: { readonly version: TariffVersion; readonly waits: boolean }): ReactNode {
  const { time_zone: timeZone } = useSession().utility;
  const state = stateOfVersion(o.version, o.waits, new Date());
  const { name, color } = STATES[state];
  return (
    <span>
      <Badge variant="light" color={color}>
        {name}
      </Badge>{' '}
      <small>
        version {o.version.version}, from {formatInstant(o.version.effective_from, timeZone)}
      </small>
    </span>
  );
}

function TariffRow({ tariff }: { readonly tariff: NamedTariff }): ReactNode {
  const orders = useQuery(waitingQuery).data?.approvals ?? [];
  const shown = tariff.versions.filter((version) => {
    const state = stateOfVersion(version, false, new Date());
    return state !== 'past' && state !== 'withdrawn';
  });
  return (
    <li className={classes['row']}>
      <div>
        <strong>{tariff.name}</strong>
        <div className={classes['stackSmall']}>
          {shown.map((version) => (
            <VersionBadge
              key={version.version}
              version={version}
              waits={orderOf(orders, version) !== null}
            />
          ))}
          {shown.length === 0 && <small>Nothing of it holds.</small>}
        </div>
      </div>
      <Button
        component={Link}
        to={`/tariffs/${tariff.id}`}
        variant="light"
        aria-label={`Open ${tariff.name}`}
      >
        Open
      </Button>
    </li>
  );
}

function TariffList(): ReactNode {
  const list = useQuery(tariffsQuery);
  const tariffs = tariffsOf(list.data?.tariffs ?? []);
  const mayDraft = mayDo('draft-tariffs', useSession());
  if (list.data !== undefined && tariffs.length === 0) {
    return (
      <Panel>
        <EmptyNote
          heading="There are no tariffs yet"
          text="A tariff says what customers pay: the price of energy, charges and taxes."
        >
          {mayDraft && (
            <Button component={Link} to="/tariffs/new">
              Write the first one
            </Button>
          )}
        </EmptyNote>
      </Panel>
    );
  }
  return (
    <Panel>
      <ListState list={list} isEmpty={false} heading="" />
      <ul className={classes['rows']}>
        {tariffs.map((tariff) => (
          <TariffRow key={tariff.id} tariff={tariff} />
        ))}
      </ul>
    </Panel>
  );
}

/** What was written in this browser and not saved: nobody else knows of it. */
function Unsaved(): ReactNode {
  const { user, utility } = useSession();
  const kept = keptDrafts(window.localStorage, { utilityId: utility.id, userId: user.id });
  if (kept.length === 0) return null;
  return (
    <Panel heading="Not saved yet, in this browser only">
      <ul className={classes['rows']}>
        {kept.map(({ tariffId, name }) => (
          <li key={tariffId} className={classes['row']}>
            <span>{name === '' ? 'Without a name' : name}</span>
            <Button component={Link} to={`/tariffs/${tariffId}/edit`} variant="light">
              Go on writing
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function TariffsPage(): ReactNode {
  const [params, setParams] = useSearchParams();
  const mayDraft = mayDo('draft-tariffs', useSession());
  return (
    <>
      <PageHead
        title="Tariffs"
        help="What customers pay. One person writes a version, another one lets it hold."
        actions={
          mayDraft && (
            <Button
              component={Link}
              to="/tariffs/new"
              leftSection={<IconPlus size={18} aria-hidden />}
            >
              New tariff
            </Button>
          )
        }
      />
      <Tabs
        value={params.get('tab') === 'values' ? 'values' : 'tariffs'}
        onChange={(tab) => setParams(tab === 'values' ? { tab } : {})}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="tariffs">Tariffs</Tabs.Tab>
          <Tabs.Tab value="values">Monthly values</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="tariffs">
          <div className={classes['stack']}>
            {mayDraft && <Unsaved />}
            <TariffList />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="values">
          <MonthlyValues />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

/** One meter: how it stands, what may be done with it, what became of it. /meters/:number */
import { Anchor, Badge, Button, Group, Skeleton } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { MeterCard } from '../../api/model.ts';
import { groupDigits } from '../../digits.ts';
import { MeterOperationForm } from '../../forms/meter-operation.tsx';
import {
  eventDetail,
  eventWords,
  METER_STATES,
  OPERATIONS,
  type OperationKind,
  operationsOf,
} from '../../meter-life.ts';
import { mayDo, mayUse } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { ListState, MoreButton } from '../../ui/list-state.tsx';
import { newId } from '../../ui/new-id.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { formatInstant } from '../../wall-time.ts';
import {
  meterCardQuery,
  meterHistoryQuery,
  useSupplyChanged,
} from '../customers/customer-queries.ts';
import classes from '../customers/customers.module.css';

function Facts({ meter }: { readonly meter: MeterCard }): ReactNode {
  const { time_zone: zone } = useSession().utility;
  const { customer, service_point: point, agreement } = meter;
  return (
    <dl className={classes['facts']}>
      <dt>Customer</dt>
      <dd>
        {customer === null ? (
          'none'
        ) : (
          <Anchor component={Link} to={`/customers/${customer.id}`}>
            {customer.name}
          </Anchor>
        )}
      </dd>
      <dt>Place</dt>
      <dd>{point === null ? 'hangs nowhere' : `${point.address} (${point.code})`}</dd>
      <dt>Account</dt>
      <dd>
        {agreement === null ? 'none' : `${agreement.account_number}, ${agreement.tariff.name}`}
      </dd>
      <dt>Key</dt>
      <dd>
        SGC {meter.supply_group_code}, KRN {meter.key_revision_number}, TI {meter.tariff_index}, EA{' '}
        {meter.encryption_algorithm}, DKGA {meter.dkga}
      </dd>
      <dt>Counts</dt>
      <dd>
        {meter.payment_mode === 'energy' ? 'energy' : 'money'},{' '}
        {meter.phases === 1 ? 'one phase' : 'three phases'}
        {meter.model !== '' && `, ${meter.model}`}
      </dd>
      <dt>Last sale</dt>
      <dd>{meter.last_vend_at === null ? 'never' : formatInstant(meter.last_vend_at, zone)}</dd>
    </dl>
  );
}

function History({ number }: { readonly number: string }): ReactNode {
  const { time_zone: zone } = useSession().utility;
  const list = useInfiniteQuery(meterHistoryQuery(number));
  const pages = list.data?.pages ?? [];
  const events = pages.flatMap((page) => page.events);
  const sold = pages[0]?.vends.posted ?? 0;
  return (
    <Panel heading="What became of it">
      <ListState list={list} isEmpty={events.length === 0} heading="Nothing is written down" />
      {sold > 0 && <p className={classes['soft']}>Sold {sold.toLocaleString('en')} times.</p>}
      <ul className={classes['timeline']} aria-label="History of the meter">
        {events.map((event) => (
          <li key={`${event.at ?? ''} ${event.kind}`}>
            <strong>{eventWords(event.kind)}</strong>
            <br />
            <small>
              {event.at === null ? 'from the start' : formatInstant(event.at, zone)}
              {event.by !== null && `, ${event.by}`}
            </small>
            <br />
            {eventDetail(event.details)}
          </li>
        ))}
      </ul>
      <MoreButton list={list} />
    </Panel>
  );
}

function Deeds({ meter }: { readonly meter: MeterCard }): ReactNode {
  const changed = useSupplyChanged();
  const [doing, setDoing] = useState<{ readonly kind: OperationKind; readonly id: string } | null>(
    null,
  );
  return (
    <>
      <Group gap="xs">
        {operationsOf(meter.status).map((kind) => (
          <Button
            key={kind}
            size="compact-md"
            variant="default"
            onClick={() => setDoing({ kind, id: newId() })}
          >
            {OPERATIONS[kind].label}
          </Button>
        ))}
      </Group>
      {doing !== null && (
        <MeterOperationForm
          meter={meter}
          kind={doing.kind}
          operationId={doing.id}
          onDone={changed}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  );
}

function Whole({ meter }: { readonly meter: MeterCard }): ReactNode {
  const session = useSession();
  const state = METER_STATES[meter.status];
  const isSold = meter.status === 'active' && mayUse('till', session);
  return (
    <>
      <PageHead
        title={`Meter ${groupDigits(meter.meter_number)}`}
        actions={
          isSold && (
            <Button component={Link} to={`/till?meter=${meter.meter_number}`}>
              Sell
            </Button>
          )
        }
      />
      <div className={classes['page']}>
        <Panel
          heading="How it stands"
          aside={
            <Badge variant="light" color={state.color}>
              {state.label}
            </Badge>
          }
        >
          <Facts meter={meter} />
          {mayDo('operate-meters', session) && <Deeds meter={meter} />}
        </Panel>
        <History number={meter.meter_number} />
      </div>
    </>
  );
}

export function MeterCardPage(): ReactNode {
  const { number = '' } = useParams();
  const meter = useQuery(meterCardQuery(number));
  if (meter.data !== undefined) return <Whole meter={meter.data} />;
  if (meter.isPending) return <Skeleton height={220} radius="lg" aria-busy="true" />;
  return (
    <>
      <PageHead title="Meter" />
      <RefusalNote refusal={meter.error.refusal} onRetry={() => void meter.refetch()} />
    </>
  );
}

/** Prices per kWh that are published by the month, and publishing the next. */
import { Badge, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { tariffsQuery } from '../../api/queries.ts';
import { PublishValueForm } from '../../forms/publish-value.tsx';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { ListState } from '../../ui/list-state.tsx';
import { newId } from '../../ui/new-id.ts';
import { Panel } from '../../ui/panel.tsx';
import { formatInstant } from '../../wall-time.ts';
import { monthName } from './month-name.ts';
import { type PublishedValue, publishedValuesQuery } from './tariff-queries.ts';
import { readRecord } from './tariff-record.ts';
import classes from './tariffs.module.css';
import { formatPrice } from './typed-amounts.ts';

interface Published {
  readonly id: string;
  readonly name: string;
}

/** The components that some version asks a published value for. */
function usePublished(): readonly Published[] {
  const versions = useQuery(tariffsQuery).data?.tariffs ?? [];
  const found = new Map<string, Published>();
  for (const { state, record } of versions) {
    if (state === 'withdrawn') continue;
    for (const { id, name, value } of readRecord(record).per_kwh) {
      if (value.kind === 'published') found.set(id, { id, name });
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function ValueRow(o: { readonly value: PublishedValue; readonly isOld: boolean }): ReactNode {
  const { value } = o;
  const { currency, time_zone: timeZone } = useSession().utility;
  const waits = value.approved_at === null;
  return (
    <li className={classes['row']}>
      <div>
        <strong>{monthName(value.month)}</strong>{' '}
        {waits && (
          <Badge variant="light" color="amber">
            not approved
          </Badge>
        )}
        {o.isOld && (
          <Badge variant="light" color="gray">
            corrected
          </Badge>
        )}
        <small className={classes['note']}>
          Revision {value.revision}, written {formatInstant(value.published_at, timeZone)}
          {value.approved_at !== null && `, approved ${formatInstant(value.approved_at, timeZone)}`}
        </small>
      </div>
      <strong className="wv-numbers">{formatPrice(value.price_per_kwh_e4_minor, currency)}</strong>
    </li>
  );
}

/** A later revision of the same month counts instead. */
function isCorrected(value: PublishedValue, all: readonly PublishedValue[]): boolean {
  return all.some(
    (other) =>
      other.month === value.month && other.revision > value.revision && other.approved_at !== null,
  );
}

function Component(o: {
  readonly component: Published;
  readonly values: readonly PublishedValue[];
  readonly onPublish: () => void;
}): ReactNode {
  const { component, values } = o;
  const mayDraft = mayDo('draft-tariffs', useSession());
  return (
    <Panel
      heading={component.name}
      aside={
        mayDraft && (
          <Button
            variant="light"
            leftSection={<IconPlus size={18} aria-hidden />}
            aria-label={`New value of ${component.name}`}
            onClick={o.onPublish}
          >
            New value
          </Button>
        )
      }
    >
      {values.length === 0 && (
        <p className={classes['soft']}>
          Nothing is published: purchases under tariffs with it are refused until it is.
        </p>
      )}
      <ul className={classes['rows']}>
        {values.map((value) => (
          <ValueRow
            key={`${value.month} ${value.revision}`}
            value={value}
            isOld={isCorrected(value, values)}
          />
        ))}
      </ul>
    </Panel>
  );
}

export function MonthlyValues(): ReactNode {
  const [params, setParams] = useSearchParams();
  const list = useQuery(publishedValuesQuery);
  const components = usePublished();
  const values = list.data?.values ?? [];
  const of = (id: string) => values.filter(({ component }) => component === id);
  const [chosen, order] = [params.get('publish'), params.get('id')];
  const open = components.find(({ id }) => id === chosen);
  return (
    <div className={classes['stack']}>
      <p className={classes['soft']}>
        A value holds from its month on until the next one. It counts once a second person has
        approved it.
      </p>
      <ListState
        list={list}
        isEmpty={components.length === 0}
        heading="No tariff has a price that is published by the month"
        text="Write a version with a charge on each kWh that is “published by the month”."
      />
      {list.data !== undefined &&
        components.map((component) => (
          <Component
            key={component.id}
            component={component}
            values={of(component.id)}
            onPublish={() => setParams({ tab: 'values', publish: component.id, id: newId() })}
          />
        ))}
      {open !== undefined && order !== null && (
        <PublishValueForm
          key={order}
          component={open}
          values={of(open.id)}
          orderId={order}
          onClose={() => setParams({ tab: 'values' }, { replace: true })}
        />
      )}
    </div>
  );
}

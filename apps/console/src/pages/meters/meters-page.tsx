/** The meters of the utility, for operators: find one, add one. /meters?query=…, ?state=…, ?add. */
import { Anchor, Badge, Button, NativeSelect, Skeleton, Table, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Meter } from '../../api/model.ts';
import { metersQuery } from '../../api/queries.ts';
import { AddMeterForm } from '../../forms/add-meter.tsx';
import { METER_STATES } from '../../meter-life.ts';
import { explainMeterNumber, searchText } from '../../meter-number.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { DigitGroups } from '../../ui/digit-groups.tsx';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { formatInstant } from '../../wall-time.ts';
import classes from './meters.module.css';
import { MetersInState } from './meters-in-state.tsx';

const SHOWN = 50;
const TYPING_PAUSE = 200;

function MeterRow({ meter }: { readonly meter: Meter }): ReactNode {
  const session = useSession();
  const number = <DigitGroups digits={meter.meter_number} />;
  return (
    <Table.Tr>
      <Table.Td className={classes['number'] ?? ''}>
        <Anchor component={Link} to={`/meters/${meter.meter_number}`}>
          {number}
        </Anchor>{' '}
        {meter.status === 'blocked' && (
          <Badge color="red" variant="light" size="sm">
            blocked
          </Badge>
        )}
      </Table.Td>
      <Table.Td data-label="Customer">{meter.customer?.name ?? '–'}</Table.Td>
      <Table.Td data-label="Address">{meter.address}</Table.Td>
      <Table.Td data-label="Tariff">{meter.tariff.name}</Table.Td>
      <Table.Td data-label="Key">
        <div className={classes['key']}>
          <span>SGC {meter.supply_group_code}</span>{' '}
          <small>
            KRN {meter.key_revision_number} · TI {meter.tariff_index} · EA{' '}
            {meter.encryption_algorithm}
          </small>
        </div>
      </Table.Td>
      <Table.Td data-label="Last sale" className={classes['when'] ?? ''}>
        {meter.last_vend_at === null
          ? 'never'
          : formatInstant(meter.last_vend_at, session.utility.time_zone)}
      </Table.Td>
    </Table.Tr>
  );
}

function MeterTable({ meters }: { readonly meters: readonly Meter[] }): ReactNode {
  return (
    <Table className={tableClasses['table'] ?? ''} verticalSpacing="sm" horizontalSpacing="md">
      <Table.Thead>
        <Table.Tr>
          {['Meter', 'Customer', 'Address', 'Tariff', 'Key', 'Last sale'].map((name) => (
            <Table.Th key={name}>{name}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {meters.map((meter) => (
          <MeterRow key={meter.meter_number} meter={meter} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function SearchField(o: {
  readonly query: string;
  readonly onQuery: (query: string) => void;
}): ReactNode {
  const [typed, setTyped] = useState(o.query);
  const pause = useDebouncedCallback(o.onQuery, TYPING_PAUSE);
  return (
    <TextInput
      className={classes['search'] ?? ''}
      aria-label="Find a meter"
      placeholder="Meter number, customer or address"
      leftSection={<IconSearch size={18} aria-hidden />}
      value={typed}
      error={explainMeterNumber(typed)}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        pause(event.currentTarget.value);
      }}
    />
  );
}

const STATES = Object.keys(METER_STATES) as (keyof typeof METER_STATES)[];

/** What is sold for, as one types. */
function SoldFor({ query }: { readonly query: string }): ReactNode {
  const meters = useQuery({
    ...metersQuery(searchText(query), SHOWN),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <Panel flush>
        {meters.isPending && <Skeleton height={240} m="md" aria-busy="true" />}
        {meters.error !== null && meters.data === undefined && (
          <RefusalNote refusal={meters.error.refusal} onRetry={() => void meters.refetch()} />
        )}
        {meters.data !== undefined && meters.data.meters.length > 0 && (
          <MeterTable meters={meters.data.meters} />
        )}
        {meters.data?.meters.length === 0 && (
          <EmptyNote
            heading={query === '' ? 'There are no meters yet' : 'No meter found'}
            text={query === '' ? 'Add the first one.' : 'Try fewer digits or a part of the name.'}
          />
        )}
      </Panel>
      {meters.data !== undefined && meters.data.next !== null && (
        <p className={classes['more']}>
          Only the first {SHOWN} are shown. Search to narrow it down.
        </p>
      )}
    </>
  );
}

export function MetersPage(): ReactNode {
  const [params, setParams] = useSearchParams();
  const query = params.get('query') ?? '';
  const adding = params.has('add');
  const state = STATES.find((each) => each === params.get('state')) ?? null;
  const show = (next: string): void => setParams(next === '' ? {} : { query: next });
  return (
    <>
      <PageHead
        title="Meters"
        help="What tokens can be sold for, and every other meter by its state."
        actions={
          <Button
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setParams({ add: '' })}
          >
            Add a meter
          </Button>
        }
      />
      <div className={classes['filters']}>
        {state === null && (
          <SearchField
            key={adding ? 'adding' : 'listing'}
            query={query}
            onQuery={(next) => setParams(next === '' ? {} : { query: next }, { replace: true })}
          />
        )}
        <NativeSelect
          aria-label="State"
          data={[
            { value: '', label: 'Sold for' },
            ...STATES.map((value) => ({ value, label: `All ${METER_STATES[value].label}` })),
          ]}
          value={state ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setParams(value === '' ? {} : { state: value })
          }
        />
      </div>
      {state === null ? <SoldFor query={query} /> : <MetersInState status={state} />}
      <AddMeterForm
        opened={adding}
        onClose={() => show(query)}
        onAdded={(meter) => show(meter.meter_number)}
      />
    </>
  );
}

/** All meters in one state, by number: the store, what was taken down, what is blocked. */
import { Anchor, Table } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api, fetched } from '../../api/client.ts';
import type { MeterCard } from '../../api/model.ts';
import { METER_STATES } from '../../meter-life.ts';
import tableClasses from '../../ui/card-table.module.css';
import { DigitGroups } from '../../ui/digit-groups.tsx';
import { ListState, MoreButton } from '../../ui/list-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './meters.module.css';

const SHOWN = 50;

function meterCardsQuery(status: MeterCard['status']) {
  return infiniteQueryOptions({
    queryKey: ['meters', 'cards', status],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: after }) => {
      const query = { status, limit: SHOWN, ...(after === null ? {} : { after }) };
      return fetched(api.GET('/v1/meter-cards', { params: { query } }));
    },
    getNextPageParam: (page) => page.next,
  });
}

function Row({ meter }: { readonly meter: MeterCard }): ReactNode {
  return (
    <Table.Tr>
      <Table.Td className={classes['number'] ?? ''}>
        <Anchor component={Link} to={`/meters/${meter.meter_number}`}>
          <DigitGroups digits={meter.meter_number} />
        </Anchor>
      </Table.Td>
      <Table.Td data-label="Model">{meter.model === '' ? '–' : meter.model}</Table.Td>
      <Table.Td data-label="Place">{meter.service_point?.address ?? '–'}</Table.Td>
      <Table.Td data-label="Customer">{meter.customer?.name ?? '–'}</Table.Td>
      <Table.Td data-label="Key">
        <div className={classes['key']}>
          <span>SGC {meter.supply_group_code}</span>{' '}
          <small>
            KRN {meter.key_revision_number} · TI {meter.tariff_index} · EA{' '}
            {meter.encryption_algorithm}
          </small>
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

export function MetersInState({ status }: { readonly status: MeterCard['status'] }): ReactNode {
  const list = useInfiniteQuery(meterCardsQuery(status));
  const meters = list.data?.pages.flatMap((page) => page.meters) ?? [];
  return (
    <Panel flush>
      <ListState
        list={list}
        isEmpty={meters.length === 0}
        heading={`No meter is ${METER_STATES[status].label}`}
      />
      {meters.length > 0 && (
        <Table
          className={tableClasses['table'] ?? ''}
          verticalSpacing="sm"
          horizontalSpacing="md"
          aria-label={`Meters ${METER_STATES[status].label}`}
        >
          <Table.Thead>
            <Table.Tr>
              {['Meter', 'Model', 'Place', 'Customer', 'Key'].map((name) => (
                <Table.Th key={name}>{name}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {meters.map((meter) => (
              <Row key={meter.meter_number} meter={meter} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <MoreButton list={list} />
    </Panel>
  );
}

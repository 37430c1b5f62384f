/** Each time that statements and sales were put side by side, newest first. */
import { Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { ListState, MoreButton } from '../../ui/list-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { formatInstant } from '../../wall-time.ts';
import { usePlace } from './place.ts';
import classes from './reconciliation.module.css';
import { type PaymentSource, type Run, runsQuery } from './reconciliation-queries.ts';
import { runWords } from './run-words.ts';

function Row({ run, source }: { readonly run: Run; readonly source: PaymentSource | undefined }) {
  const { time_zone: timeZone } = useSession().utility;
  return (
    <Table.Tr>
      <Table.Td data-label="When">
        <span>
          {formatInstant(run.run_at, timeZone)}
          <small className={classes['note']}>{run.run_by}</small>
        </span>
      </Table.Td>
      <Table.Td data-label="Source">{source?.name ?? '–'}</Table.Td>
      <Table.Td data-label="Span">
        {formatInstant(run.from, timeZone)} to {formatInstant(run.to, timeZone)}
      </Table.Td>
      <Table.Td data-label="Sales">{run.observed.toLocaleString('en')}</Table.Td>
      <Table.Td data-label="Found">{runWords(run)}</Table.Td>
    </Table.Tr>
  );
}

export function RunsTab({ sources }: { readonly sources: readonly PaymentSource[] }): ReactNode {
  const { sourceId } = usePlace();
  const list = useInfiniteQuery(runsQuery(sourceId));
  const runs = list.data?.pages.flatMap((page) => page.runs) ?? [];
  return (
    <Panel flush heading="Runs">
      <ListState
        list={list}
        isEmpty={runs.length === 0}
        heading="Nothing was reconciled yet"
        text="Bring a statement, then reconcile it."
      />
      {runs.length > 0 && (
        <Table
          className={tableClasses['table'] ?? ''}
          verticalSpacing="sm"
          horizontalSpacing="md"
          aria-label="Runs"
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>When</Table.Th>
              <Table.Th>Source</Table.Th>
              <Table.Th>Sales and deposits of</Table.Th>
              <Table.Th>Looked at</Table.Th>
              <Table.Th>Found or changed</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {runs.map((run) => (
              <Row key={run.id} run={run} source={sources.find(({ id }) => id === run.source_id)} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <MoreButton list={list} />
    </Panel>
  );
}

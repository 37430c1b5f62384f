/** Sales that went to the wrong meter, newest first, and one of them opened. */
import { Anchor, Button, Modal, Skeleton, Stack, Table } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Repair } from '../../api/model.ts';
import { vendQuery } from '../../api/queries.ts';
import { groupDigits } from '../../digits.ts';
import { formatTenthKwh } from '../../energy.ts';
import { MoneyLines } from '../../forms/money-lines.tsx';
import { formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { ListState, MoreButton } from '../../ui/list-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { formatInstant } from '../../wall-time.ts';
import { Facts, SecondPerson, StateCell } from './facts.tsx';
import { useOpened } from './opened.ts';
import { pagesOf, repairQuery, repairsQuery } from './order-queries.ts';
import { repairState } from './order-words.ts';
import classes from './orders.module.css';

function Row(o: { readonly repair: Repair; readonly onOpen: () => void }): ReactNode {
  const { repair } = o;
  const { time_zone: timeZone } = useSession().utility;
  return (
    <Table.Tr>
      <Table.Td data-label="Asked">
        <span>
          {formatInstant(repair.requested_at, timeZone)}
          <small className={classes['note']}>{repair.requested_by}</small>
        </span>
      </Table.Td>
      <Table.Td data-label="Right meter">
        <span className={`wv-mono ${classes['number'] ?? ''}`}>
          {groupDigits(repair.to_meter_number)}
        </span>
      </Table.Td>
      <Table.Td data-label="Evidence">{repair.statement}</Table.Td>
      <Table.Td data-label="State">
        <StateCell
          id={repair.id}
          kind="repair"
          isOpen={repair.state === 'requested'}
          words={repairState(repair.state)}
          decidedBy={repair.decided_by}
        />
      </Table.Td>
      <Table.Td>
        <div className={classes['actions']}>
          <Button
            size="xs"
            variant="default"
            onClick={o.onOpen}
            aria-label={`Open the repair to meter ${repair.to_meter_number}`}
          >
            Open
          </Button>
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

/** What was taken back, line by line, and what the same money bought. */
function Money({ repair }: { readonly repair: Repair }): ReactNode {
  const { currency } = useSession().utility;
  const old = useQuery(vendQuery(repair.vend_id));
  const fresh = useQuery({
    ...vendQuery(repair.new_vend_id ?? ''),
    enabled: repair.new_vend_id !== null,
  });
  if (old.data === undefined) return null;
  const { lines, tendered_minor: tendered, meter_number: wrong } = old.data;
  return (
    <>
      <MoneyLines
        caption="What is taken back"
        lines={[
          ...lines.map(({ label, detail, line_minor: minor }) => ({
            name: `Less ${label} ${detail}`.trim(),
            minor,
          })),
          { name: `Taken back from meter ${groupDigits(wrong)}`, minor: tendered },
        ]}
      />
      {fresh.data !== undefined && (
        <p className={classes['text']}>
          {formatMoney(fresh.data.tendered_minor, currency)} bought{' '}
          {formatTenthKwh(fresh.data.energy_tenth_kwh)} kWh for meter{' '}
          {groupDigits(fresh.data.meter_number)}.{' '}
          <Anchor component={Link} to={`/vends/${fresh.data.id}`}>
            Open the new sale
          </Anchor>
        </p>
      )}
    </>
  );
}

function Opened({ id }: { readonly id: string }): ReactNode {
  const { time_zone: timeZone } = useSession().utility;
  const found = useQuery(repairQuery(id));
  if (found.data === undefined) {
    return found.error === null ? (
      <Skeleton height={160} aria-busy="true" />
    ) : (
      <RefusalNote refusal={found.error.refusal} onRetry={() => void found.refetch()} />
    );
  }
  const repair = found.data;
  const { resolved_at: resolved, refusal } = repair;
  return (
    <Stack>
      <Facts
        facts={[
          { name: 'State', value: repairState(repair.state).name },
          { name: 'Right meter', value: groupDigits(repair.to_meter_number) },
          { name: 'Evidence', value: repair.statement },
          { name: 'Display', value: repair.display_code },
          { name: 'Reason', value: repair.reason },
          {
            name: 'Asked',
            value: `${repair.requested_by}, ${formatInstant(repair.requested_at, timeZone)}`,
          },
          { name: 'Decided by', value: repair.decided_by },
          { name: 'Ended', value: resolved === null ? null : formatInstant(resolved, timeZone) },
          {
            name: 'Sale',
            value: (
              <Anchor component={Link} to={`/vends/${repair.vend_id}`}>
                Open the sale to the wrong meter
              </Anchor>
            ),
          },
        ]}
      />
      {repair.state === 'requested' && <SecondPerson id={repair.id} kind="repair" />}
      {repair.state === 'approved' && (
        <p className={classes['text']}>
          The money waits until the right meter can be sold to
          {refusal !== null && `: ${refusal.replaceAll('_', ' ')}`}.
        </p>
      )}
      {repair.state !== 'dropped' && <Money repair={repair} />}
    </Stack>
  );
}

export function RepairsTab({ state }: { readonly state: Repair['state'] | null }): ReactNode {
  const list = useInfiniteQuery(repairsQuery(state));
  const { opened, open, close } = useOpened();
  const repairs = pagesOf(list.data).flatMap((page) => page.repairs);
  return (
    <Panel flush heading="Sales to the wrong meter">
      <ListState
        list={list}
        isEmpty={repairs.length === 0}
        heading={state === null ? 'Nothing went to a wrong meter yet' : 'None in this state'}
        text="It is put right on the page of the sale that went wrong."
      />
      {repairs.length > 0 && (
        <Table
          className={tableClasses['table'] ?? ''}
          verticalSpacing="sm"
          horizontalSpacing="md"
          aria-label="Sales to the wrong meter"
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Asked</Table.Th>
              <Table.Th>Right meter</Table.Th>
              <Table.Th>Evidence</Table.Th>
              <Table.Th>State</Table.Th>
              <Table.Th aria-label="Actions" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {repairs.map((repair) => (
              <Row key={repair.id} repair={repair} onOpen={() => open(repair.id)} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <MoreButton list={list} />
      {opened !== null && (
        <Modal opened onClose={close} title="Sold to the wrong meter" size="lg" centered>
          <Opened id={opened} />
        </Modal>
      )}
    </Panel>
  );
}

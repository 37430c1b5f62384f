/** Refunds, newest first, and one of them opened with the money it moves. */
import { Anchor, Button, Modal, Skeleton, Stack, Table } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Refund } from '../../api/model.ts';
import { formatTenthKwh } from '../../energy.ts';
import { linesOfPreview, MoneyLines } from '../../forms/money-lines.tsx';
import { formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { ListState, MoreButton } from '../../ui/list-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { formatInstant } from '../../wall-time.ts';
import { Facts, SecondPerson, StateCell } from './facts.tsx';
import { useOpened } from './opened.ts';
import { pagesOf, refundPreviewQuery, refundQuery, refundsQuery } from './order-queries.ts';
import { moneyToName, proofName, refundState } from './order-words.ts';
import classes from './orders.module.css';

function Row(o: { readonly refund: Refund; readonly onOpen: () => void }): ReactNode {
  const { refund } = o;
  const { currency, time_zone: timeZone } = useSession().utility;
  const money = formatMoney(refund.refund_minor, currency);
  return (
    <Table.Tr>
      <Table.Td data-label="Asked">
        <span>
          {formatInstant(refund.requested_at, timeZone)}
          <small className={classes['note']}>{refund.requested_by}</small>
        </span>
      </Table.Td>
      <Table.Td data-label="Proof">
        <span>
          {proofName(refund.proof)}
          <small className={classes['note']}>{refund.proof_reference}</small>
        </span>
      </Table.Td>
      <Table.Td data-label="Where to">{moneyToName(refund.money_to)}</Table.Td>
      <Table.Td data-label="Money" className={classes['money'] ?? ''}>
        {money}
      </Table.Td>
      <Table.Td data-label="State">
        <StateCell
          id={refund.id}
          kind="refund"
          isOpen={refund.state === 'requested'}
          words={refundState(refund.state)}
          decidedBy={refund.decided_by}
        />
      </Table.Td>
      <Table.Td>
        <div className={classes['actions']}>
          <Button
            size="xs"
            variant="default"
            onClick={o.onOpen}
            aria-label={`Open the refund of ${money}, ${refund.proof_reference}`}
          >
            Open
          </Button>
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

function Entry({ refund }: { readonly refund: Refund }): ReactNode {
  const { vend_id, unused_tenth_kwh, money_to } = refund;
  const preview = useQuery(refundPreviewQuery({ vend_id, unused_tenth_kwh, money_to }));
  if (preview.data === undefined) {
    return preview.error === null ? null : <RefusalNote refusal={preview.error.refusal} />;
  }
  return <MoneyLines caption="Its entry in the books" lines={linesOfPreview(preview.data)} />;
}

function Opened({ id }: { readonly id: string }): ReactNode {
  const { time_zone: timeZone } = useSession().utility;
  const found = useQuery(refundQuery(id));
  if (found.data === undefined) {
    return found.error === null ? (
      <Skeleton height={160} aria-busy="true" />
    ) : (
      <RefusalNote refusal={found.error.refusal} onRetry={() => void found.refetch()} />
    );
  }
  const refund = found.data;
  const { unused_tenth_kwh: unused, resolved_at: resolved } = refund;
  return (
    <Stack>
      <Facts
        facts={[
          { name: 'State', value: refundState(refund.state).name },
          {
            name: 'How much',
            value:
              unused === null
                ? 'The whole sale'
                : `${formatTenthKwh(unused)} kWh that were not used`,
          },
          { name: 'Proof', value: `${proofName(refund.proof)}: ${refund.proof_reference}` },
          { name: 'Where to', value: moneyToName(refund.money_to) },
          { name: 'Reason', value: refund.reason },
          {
            name: 'Asked',
            value: `${refund.requested_by}, ${formatInstant(refund.requested_at, timeZone)}`,
          },
          { name: 'Decided by', value: refund.decided_by },
          { name: 'Ended', value: resolved === null ? null : formatInstant(resolved, timeZone) },
          {
            name: 'Sale',
            value: (
              <Anchor component={Link} to={`/vends/${refund.vend_id}`}>
                Open the sale
              </Anchor>
            ),
          },
        ]}
      />
      {refund.state === 'requested' && <SecondPerson id={refund.id} kind="refund" />}
      {refund.state !== 'dropped' && <Entry refund={refund} />}
    </Stack>
  );
}

export function RefundsTab({ state }: { readonly state: Refund['state'] | null }): ReactNode {
  const list = useInfiniteQuery(refundsQuery(state));
  const { opened, open, close } = useOpened();
  const refunds = pagesOf(list.data).flatMap((page) => page.refunds);
  return (
    <Panel flush heading="Money given back">
      <ListState
        list={list}
        isEmpty={refunds.length === 0}
        heading={state === null ? 'No money was given back yet' : 'No refunds in this state'}
        text="A refund is asked for on the page of its sale."
      />
      {refunds.length > 0 && (
        <Table
          className={tableClasses['table'] ?? ''}
          verticalSpacing="sm"
          horizontalSpacing="md"
          aria-label="Refunds"
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Asked</Table.Th>
              <Table.Th>Proof</Table.Th>
              <Table.Th>Where to</Table.Th>
              <Table.Th className={classes['money'] ?? ''}>Money</Table.Th>
              <Table.Th>State</Table.Th>
              <Table.Th aria-label="Actions" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {refunds.map((refund) => (
              <Row key={refund.id} refund={refund} onOpen={() => open(refund.id)} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <MoreButton list={list} />
      {opened !== null && (
        <Modal opened onClose={close} title="Refund" size="lg" centered>
          <Opened id={opened} />
        </Modal>
      )}
    </Panel>
  );
}

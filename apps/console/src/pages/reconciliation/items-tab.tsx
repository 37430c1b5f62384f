/** What was paid and what was sold, side by side; what has no other side leads to its evidence. */
import { Anchor, Badge, NativeSelect, Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { groupDigits } from '../../digits.ts';
import { formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { ListState, MoreButton } from '../../ui/list-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { formatInstant } from '../../wall-time.ts';
import { usePlace } from './place.ts';
import classes from './reconciliation.module.css';
import { type Item, itemsQuery } from './reconciliation-queries.ts';
import { CLASSES, reasonWords, resolutionWords } from './reconciliation-words.ts';

/** What tells the payment apart: its number, its reference, or who paid. */
function lineName({ line }: Item): string {
  if (line === null) return 'No line of a statement';
  return line.external_id ?? line.reference ?? line.payer ?? `line ${line.line_number}`;
}

function knownName({ known }: Item): string {
  if (known === null) return 'No sale, no deposit';
  if (known.meter_number !== null) return `Meter ${groupDigits(known.meter_number)}`;
  return known.reference ?? (known.kind === 'vend' ? 'A sale' : 'A deposit');
}

function Row({ item }: { readonly item: Item }): ReactNode {
  const { currency, time_zone: timeZone } = useSession().utility;
  const words = CLASSES[item.class];
  const settled = resolutionWords(item.resolution);
  return (
    <Table.Tr>
      <Table.Td data-label="When">
        <Anchor component={Link} fz="inherit" to={`/reconciliation/items/${item.id}`}>
          {formatInstant(item.occurred_at, timeZone)}
        </Anchor>
      </Table.Td>
      <Table.Td data-label="Payment">
        <span>
          {lineName(item)}
          {item.line !== null && (
            <small className={classes['note']}>
              {formatMoney(item.line.gross_minor, currency)}
            </small>
          )}
        </span>
      </Table.Td>
      <Table.Td data-label="Sale">
        <span>
          {knownName(item)}
          {item.known !== null && (
            <small className={classes['note']}>
              {formatMoney(item.known.known_minor, currency)}
            </small>
          )}
        </span>
      </Table.Td>
      <Table.Td data-label="What">
        <span>
          <Badge variant="light" color={settled === null ? words.color : 'gray'}>
            {words.name}
          </Badge>
          <small className={classes['note']}>{settled ?? reasonWords(item.reason)}</small>
          {item.wish !== null && (
            <small className={classes['note']}>
              passed on: {item.wish.wish}, {item.wish.reference}
            </small>
          )}
        </span>
      </Table.Td>
      <Table.Td data-label="Difference" className={classes['money'] ?? ''}>
        {item.difference_minor === '0' ? '–' : formatMoney(item.difference_minor, currency)}
      </Table.Td>
    </Table.Tr>
  );
}

function Filter(): ReactNode {
  const place = usePlace();
  return (
    <div className={classes['filters']}>
      <NativeSelect
        aria-label="Class"
        data={[
          { value: '', label: 'Of every class' },
          ...Object.entries(CLASSES).map(([value, { name }]) => ({ value, label: name })),
        ]}
        value={place.class ?? ''}
        onChange={({ currentTarget: { value } }) =>
          // What matches is settled at once: an open one would never be found.
          place.goTo({
            class: value === '' ? null : value,
            ...(value === 'matched' ? { state: 'all' } : {}),
          })
        }
      />
      <NativeSelect
        aria-label="State"
        data={[
          { value: 'open', label: 'Open' },
          { value: 'settled', label: 'Settled' },
          { value: 'all', label: 'Open and settled' },
        ]}
        value={place.state ?? 'all'}
        onChange={({ currentTarget: { value } }) =>
          place.goTo({ state: value === 'open' ? null : value })
        }
      />
    </div>
  );
}

export function ItemsTab(): ReactNode {
  const { sourceId, class: ofClass, state } = usePlace();
  const list = useInfiniteQuery(itemsQuery({ sourceId, class: ofClass, state }));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isAll = sourceId === null && ofClass === null && state === 'open';
  return (
    <Panel flush heading="Items" aside={<Filter />}>
      <ListState
        list={list}
        isEmpty={items.length === 0}
        heading={isAll ? 'Nothing is open' : 'None of these'}
        text={
          isAll ? 'Bring the next statement under “Statements”.' : 'Choose another class or state.'
        }
      />
      {items.length > 0 && (
        <Table
          className={tableClasses['table'] ?? ''}
          verticalSpacing="sm"
          horizontalSpacing="md"
          aria-label="Items"
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>When</Table.Th>
              <Table.Th>Payment</Table.Th>
              <Table.Th>Sale or deposit</Table.Th>
              <Table.Th>What</Table.Th>
              <Table.Th className={classes['money'] ?? ''}>Difference</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((item) => (
              <Row key={item.id} item={item} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <MoreButton list={list} />
    </Panel>
  );
}

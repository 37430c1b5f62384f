/** What each sale of a closed day earned, and how that was reckoned. */
import { Anchor, Badge, Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { VendCommission, Vendor } from '../../api/model.ts';
import { type Currency, formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { ListState, MoreButton } from '../../ui/list-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { formatInstant } from '../../wall-time.ts';
import { dayCommissionsQuery, pagesOf } from './vendor-queries.ts';
import classes from './vendors.module.css';

const BOUNDS: Readonly<Record<NonNullable<VendCommission['bound']>, string>> = {
  least: 'raised to the least',
  most: 'held at the most',
  base: 'held at what it is of',
};

function reckoning(vend: VendCommission, currency: Currency): string {
  const parts = vend.parts.map(
    ({ base_minor, rate }) => `${rate} of ${formatMoney(base_minor, currency)}`,
  );
  const fixed = BigInt(vend.fixed_minor) === 0n ? [] : [formatMoney(vend.fixed_minor, currency)];
  const sum = [...parts, ...fixed].join(' + ') || 'nothing';
  return vend.bound === null ? sum : `${sum}, ${BOUNDS[vend.bound]}`;
}

function Row({ vend }: { readonly vend: VendCommission }): ReactNode {
  const { currency, time_zone: timeZone } = useSession().utility;
  return (
    <Table.Tr>
      <Table.Td data-label="Sale">
        <span>
          <Anchor component={Link} to={`/vends/${vend.vend_id}`}>
            {formatInstant(vend.requested_at, timeZone)}
          </Anchor>{' '}
          {vend.late && (
            <Badge variant="light" color="amber">
              late
            </Badge>
          )}
        </span>
      </Table.Td>
      <Table.Td data-label="Tendered" className={classes['money'] ?? ''}>
        {formatMoney(vend.tendered_minor, currency)}
      </Table.Td>
      <Table.Td data-label="How">{reckoning(vend, currency)}</Table.Td>
      <Table.Td data-label="Earned" className={classes['money'] ?? ''}>
        {formatMoney(vend.commission_minor, currency)}
      </Table.Td>
    </Table.Tr>
  );
}

export function DayCommissions(o: { readonly vendor: Vendor; readonly day: string }): ReactNode {
  const list = useInfiniteQuery(dayCommissionsQuery(o.vendor.id, o.day));
  const vends = pagesOf(list.data).flatMap((page) => page.commissions);
  return (
    <Panel flush heading="Commission, sale by sale">
      <ListState list={list} isEmpty={vends.length === 0} heading="Nothing was sold" />
      {vends.length > 0 && (
        <Table
          className={tableClasses['table'] ?? ''}
          verticalSpacing="sm"
          horizontalSpacing="md"
          aria-label="Commission, sale by sale"
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Sale</Table.Th>
              <Table.Th className={classes['money'] ?? ''}>Tendered</Table.Th>
              <Table.Th>How</Table.Th>
              <Table.Th className={classes['money'] ?? ''}>Earned</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {vends.map((vend) => (
              <Row key={vend.vend_id} vend={vend} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <MoreButton list={list} />
    </Panel>
  );
}

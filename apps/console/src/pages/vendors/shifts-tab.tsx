/** Who sells for a vendor, how much each may, and the shifts they worked. */
import { Badge, Button, Table } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, call } from '../../api/client.ts';
import type { Shift, Vendor } from '../../api/model.ts';
import { CountShiftForm } from '../../forms/count-shift.tsx';
import { formatMoney } from '../../money.ts';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { ListState, MoreButton } from '../../ui/list-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { formatInstant } from '../../wall-time.ts';
import { Operators } from './operators.tsx';
import { usePlace } from './place.ts';
import { differenceWords } from './till-difference.ts';
import { pagesOf, shiftsQuery, useVendorChanged } from './vendor-queries.ts';
import classes from './vendors.module.css';

function Row(o: { readonly shift: Shift; readonly onCount: () => void }): ReactNode {
  const { shift } = o;
  const session = useSession();
  const { currency, time_zone: timeZone } = session.utility;
  const { closed } = shift;
  const difference = closed === null ? null : differenceWords(closed.difference_minor, currency);
  return (
    <Table.Tr>
      <Table.Td data-label="Operator">{shift.operator.sign_in_name}</Table.Td>
      <Table.Td data-label="Opened">{formatInstant(shift.opened_at, timeZone)}</Table.Td>
      <Table.Td data-label="Closed">
        {closed === null ? (
          <Badge variant="light" color="amber">
            open
          </Badge>
        ) : (
          <span>
            {formatInstant(closed.closed_at, timeZone)}
            {closed.closed_by !== shift.operator.sign_in_name && (
              <small className={classes['note']}>by {closed.closed_by}</small>
            )}
          </span>
        )}
      </Table.Td>
      <Table.Td data-label="Sold" className={classes['money'] ?? ''}>
        {closed === null ? '–' : formatMoney(closed.sold_minor, currency)}
      </Table.Td>
      <Table.Td data-label="Till" className={classes['money'] ?? ''}>
        <span className={difference?.isShort === true ? classes['bad'] : undefined}>
          {difference?.words ?? '–'}
        </span>
      </Table.Td>
      <Table.Td>
        <div className={classes['actions']}>
          {closed === null && mayDo('close-shifts', session) && (
            <Button
              size="xs"
              variant="default"
              onClick={o.onCount}
              aria-label={`Count the till of ${shift.operator.sign_in_name}`}
            >
              Count
            </Button>
          )}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

function ShiftTable(o: {
  readonly shifts: readonly Shift[];
  readonly onCount: (shift: Shift) => void;
}): ReactNode {
  return (
    <Table
      className={tableClasses['table'] ?? ''}
      verticalSpacing="sm"
      horizontalSpacing="md"
      aria-label="Shifts"
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Operator</Table.Th>
          <Table.Th>Opened</Table.Th>
          <Table.Th>Closed</Table.Th>
          <Table.Th className={classes['money'] ?? ''}>Sold</Table.Th>
          <Table.Th className={classes['money'] ?? ''}>Till</Table.Th>
          <Table.Th aria-label="Actions" />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {o.shifts.map((shift) => (
          <Row key={shift.id} shift={shift} onCount={() => o.onCount(shift)} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

export function ShiftsTab({ vendor }: { readonly vendor: Vendor }): ReactNode {
  const place = usePlace();
  const { currency } = useSession().utility;
  const changed = useVendorChanged(vendor.id);
  const list = useInfiniteQuery(shiftsQuery(vendor.id));
  const shifts = pagesOf(list.data).flatMap((page) => page.shifts);
  const { dialog } = place;
  const counted = shifts.find(({ id }) => dialog?.name === 'count' && id === dialog.of);
  return (
    <div className={classes['stack']}>
      <Operators vendor={vendor} />
      <Panel flush heading="Shifts">
        <ListState list={list} isEmpty={shifts.length === 0} heading="No shift was opened yet" />
        {shifts.length > 0 && (
          <ShiftTable shifts={shifts} onCount={({ id }) => place.open('count', id)} />
        )}
        <MoreButton list={list} />
      </Panel>
      {counted !== undefined && (
        <CountShiftForm
          key={dialog?.id}
          shift={counted}
          title={`Till of ${counted.operator.sign_in_name}`}
          count={(count) => {
            const params = { path: { id: vendor.id, shift_id: counted.id } };
            const body = { counted: { ...count } };
            return call(api.PUT('/v1/vendors/{id}/shifts/{shift_id}/count', { params, body }));
          }}
          onCounted={({ closed }) => {
            changed();
            const difference = differenceWords(closed?.difference_minor ?? '0', currency);
            notifications.show({ message: `The shift is closed: ${difference.words}.` });
          }}
          onClose={place.close}
        />
      )}
    </div>
  );
}

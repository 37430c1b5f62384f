/** The closed days of a vendor. &day=… opens one. */
import { Badge, Button, Table, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, call } from '../../api/client.ts';
import type { Vendor, VendorDay } from '../../api/model.ts';
import type { Refusal } from '../../api/refusal.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { formatMoney } from '../../money.ts';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { ListState, MoreButton } from '../../ui/list-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { dayIn, formatDay, isDay, shiftDay } from '../../wall-time.ts';
import { DayDetail } from './day-detail.tsx';
import { usePlace } from './place.ts';
import { daysQuery, pagesOf, useVendorChanged } from './vendor-queries.ts';
import classes from './vendors.module.css';

function Row(o: { readonly day: VendorDay; readonly onOpen: () => void }): ReactNode {
  const { day } = o;
  const { currency } = useSession().utility;
  const { sums } = day;
  return (
    <Table.Tr>
      <Table.Td data-label="Day">{day.day}</Table.Td>
      <Table.Td data-label="State">
        <Badge variant="light" color={sums === null ? 'amber' : 'teal'}>
          {sums === null ? 'being closed' : 'closed'}
        </Badge>
      </Table.Td>
      <Table.Td data-label="Sales" className={classes['money'] ?? ''}>
        {sums?.vends ?? '–'}
      </Table.Td>
      <Table.Td data-label="Tendered" className={classes['money'] ?? ''}>
        {sums === null ? '–' : formatMoney(sums.tendered_minor, currency)}
      </Table.Td>
      <Table.Td data-label="Earned" className={classes['money'] ?? ''}>
        {sums === null ? '–' : formatMoney(sums.commission_minor, currency)}
      </Table.Td>
      <Table.Td>
        <div className={classes['actions']}>
          <Button size="xs" variant="default" onClick={o.onOpen} aria-label={`Open ${day.day}`}>
            Open
          </Button>
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

function DayTable(o: {
  readonly days: readonly VendorDay[];
  readonly onOpen: (day: string) => void;
}): ReactNode {
  return (
    <Table
      className={tableClasses['table'] ?? ''}
      verticalSpacing="sm"
      horizontalSpacing="md"
      aria-label="Closed days"
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Day</Table.Th>
          <Table.Th>State</Table.Th>
          <Table.Th className={classes['money'] ?? ''}>Sales</Table.Th>
          <Table.Th className={classes['money'] ?? ''}>Tendered</Table.Th>
          <Table.Th className={classes['money'] ?? ''}>Earned</Table.Th>
          <Table.Th aria-label="Actions" />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {o.days.map((day) => (
          <Row key={day.day} day={day} onOpen={() => o.onOpen(day.day)} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The day is the id: closing it again answers the same. */
function CloseDay(o: {
  readonly vendor: Vendor;
  readonly next: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { vendor } = o;
  const [day, setDay] = useState(o.next);
  async function send(): Promise<Refusal | null> {
    const params = { path: { id: vendor.id, date: day } };
    const answer = await call(api.PUT('/v1/vendors/{id}/days/{date}', { params }));
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: `${formatDay(day)} is closed.` });
    return null;
  }
  return (
    <FormDialog
      title="Close a day"
      verb="Close the day"
      ready={isDay(day)}
      send={send}
      onClose={o.onClose}
    >
      <p className={classes['text']}>
        The server closes each day by itself at night. A closed day never changes, and days are
        closed one after the other.
      </p>
      <TextInput
        label="Day"
        type="date"
        required
        data-autofocus
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

function DayList({ vendor }: { readonly vendor: Vendor }): ReactNode {
  const place = usePlace();
  const session = useSession();
  const changed = useVendorChanged(vendor.id);
  const list = useInfiniteQuery(daysQuery(vendor.id));
  const days = pagesOf(list.data).flatMap((page) => page.days);
  const newest = days[0];
  const yesterday = shiftDay(dayIn(session.utility.time_zone, new Date()), -1);
  const unfinished = newest?.sums === null ? newest.day : null;
  const next = newest === undefined ? yesterday : (unfinished ?? shiftDay(newest.day, 1));
  const mayClose = mayDo('close-batches', session);
  return (
    <Panel
      flush
      heading="Days"
      aside={
        mayClose && (
          <Button variant="light" onClick={() => place.open('close-day')}>
            Close a day
          </Button>
        )
      }
    >
      <ListState
        list={list}
        isEmpty={days.length === 0}
        heading="No day is closed yet"
        text="Each day is closed at two in the morning after it."
      />
      {days.length > 0 && <DayTable days={days} onOpen={(day) => place.goTo('days', { day })} />}
      <MoreButton list={list} />
      {mayClose && place.dialog?.name === 'close-day' && list.data !== undefined && (
        <CloseDay
          key={place.dialog.id}
          vendor={vendor}
          next={next}
          onDone={changed}
          onClose={place.close}
        />
      )}
    </Panel>
  );
}

export function DaysTab({ vendor }: { readonly vendor: Vendor }): ReactNode {
  const place = usePlace();
  const day = place.get('day') ?? '';
  if (!isDay(day)) return <DayList vendor={vendor} />;
  return <DayDetail vendor={vendor} day={day} onLeave={() => place.goTo('days')} />;
}

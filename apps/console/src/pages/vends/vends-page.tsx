/** Sales, newest first: found by the receipt, the meter, the day or the vendor. */
import { Anchor, Badge, Button, NativeSelect, Table, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Vend } from '../../api/model.ts';
import { vendorsQuery } from '../../api/queries.ts';
import { formatTenthKwh } from '../../energy.ts';
import { formatMoney } from '../../money.ts';
import { mayUse } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { DigitGroups } from '../../ui/digit-groups.tsx';
import { ListState, MoreButton } from '../../ui/list-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { formatInstant } from '../../wall-time.ts';
import { FILTER_NAMES, readFilter, type VendFilter, vendListQuery } from './vend-list-queries.ts';
import classes from './vends.module.css';

const KINDS: Readonly<Record<Vend['kind'], string>> = {
  sale: 'Sale',
  free_units: 'Free units',
  free_issue: 'Given free',
  engineering: 'Engineering',
  transfer: 'Credit moved',
};

function VendorFilter(o: {
  readonly value: string;
  readonly onChange: (vendorId: string) => void;
}): ReactNode {
  const vendors = useQuery(vendorsQuery);
  return (
    <NativeSelect
      label="Vendor"
      value={o.value}
      onChange={({ currentTarget }) => o.onChange(currentTarget.value)}
      data={[
        { value: '', label: 'All vendors' },
        ...(vendors.data?.vendors ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}

/** What is typed is asked at a press of Enter; what is chosen, at once. */
function Filters({ filter }: { readonly filter: VendFilter }): ReactNode {
  const session = useSession();
  const [, setParams] = useSearchParams();
  const [typed, setTyped] = useState(filter);
  function ask(next: VendFilter): void {
    setTyped(next);
    const filled = FILTER_NAMES.flatMap((name) => (next[name] === '' ? [] : [[name, next[name]]]));
    setParams(Object.fromEntries(filled));
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    ask(typed);
  }
  return (
    <form className={classes['filters']} onSubmit={submit}>
      <TextInput
        label="Receipt"
        inputMode="numeric"
        autoComplete="off"
        value={typed.receipt}
        onChange={({ currentTarget }) => setTyped({ ...typed, receipt: currentTarget.value })}
      />
      <TextInput
        label="Meter number"
        inputMode="numeric"
        autoComplete="off"
        value={typed.meter}
        onChange={({ currentTarget }) => setTyped({ ...typed, meter: currentTarget.value })}
      />
      <TextInput
        label="From"
        type="date"
        value={typed.from}
        onChange={({ currentTarget }) => ask({ ...typed, from: currentTarget.value })}
      />
      <TextInput
        label="To"
        type="date"
        value={typed.to}
        onChange={({ currentTarget }) => ask({ ...typed, to: currentTarget.value })}
      />
      {session.user.vendor === null && mayUse('vendors', session) && (
        <VendorFilter value={typed.vendor} onChange={(vendor) => ask({ ...typed, vendor })} />
      )}
      <Button type="submit">Find</Button>
      <Button
        variant="subtle"
        onClick={() => ask({ receipt: '', meter: '', vendor: '', from: '', to: '' })}
      >
        Clear
      </Button>
    </form>
  );
}

function Row({ vend }: { readonly vend: Vend }): ReactNode {
  const { currency, time_zone: timeZone } = useSession().utility;
  return (
    <Table.Tr>
      <Table.Td data-label="Sold">
        <Anchor component={Link} fz="inherit" to={`/vends/${vend.id}`}>
          {formatInstant(vend.requested_at, timeZone)}
        </Anchor>
      </Table.Td>
      <Table.Td data-label="Receipt">{vend.receipt_number ?? '–'}</Table.Td>
      <Table.Td data-label="Customer">
        <span>
          {vend.customer_name ?? 'No customer'}
          <small className={classes['note']}>
            <DigitGroups digits={vend.meter_number} />
          </small>
        </span>
      </Table.Td>
      <Table.Td data-label="By">
        <span>
          {vend.sold_by}
          {vend.vendor !== null && <small className={classes['note']}>{vend.vendor.name}</small>}
        </span>
      </Table.Td>
      <Table.Td data-label="What">
        <span>
          {KINDS[vend.kind]}{' '}
          {vend.state !== 'posted' && (
            <Badge variant="light" color={vend.state === 'declined' ? 'red' : 'amber'}>
              {vend.state === 'declined' ? 'declined' : 'under way'}
            </Badge>
          )}
        </span>
      </Table.Td>
      <Table.Td data-label="Energy" className={classes['money'] ?? ''}>
        {formatTenthKwh(vend.energy_tenth_kwh + vend.free_tenth_kwh)} kWh
      </Table.Td>
      <Table.Td data-label="Paid" className={classes['money'] ?? ''}>
        {formatMoney(vend.tendered_minor, currency)}
      </Table.Td>
    </Table.Tr>
  );
}

export function VendsPage(): ReactNode {
  const { utility } = useSession();
  const [params] = useSearchParams();
  const filter = readFilter(params);
  const list = useInfiniteQuery(vendListQuery(filter, utility.time_zone));
  const vends = list.data?.pages.flatMap((page) => page.vends) ?? [];
  return (
    <>
      <PageHead title="Sales" help="Find a sale to see its token, print it again or mend it." />
      <Panel>
        <Filters key={params.toString()} filter={filter} />
      </Panel>
      <div className={classes['list']}>
        <Panel flush>
          <ListState
            list={list}
            isEmpty={vends.length === 0}
            heading="No such sale"
            text="Ask for less: only the meter, or a longer time. Each new sale appears here."
          />
          {vends.length > 0 && (
            <Table
              className={tableClasses['table'] ?? ''}
              verticalSpacing="sm"
              horizontalSpacing="md"
              aria-label="Sales"
            >
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Sold</Table.Th>
                  <Table.Th>Receipt</Table.Th>
                  <Table.Th>Customer</Table.Th>
                  <Table.Th>By</Table.Th>
                  <Table.Th>What</Table.Th>
                  <Table.Th className={classes['money'] ?? ''}>Energy</Table.Th>
                  <Table.Th className={classes['money'] ?? ''}>Paid</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {vends.map((vend) => (
                  <Row key={vend.id} vend={vend} />
                ))}
              </Table.Tbody>
            </Table>
          )}
          <MoreButton list={list} />
        </Panel>
      </div>
    </>
  );
}

/** What was paid in, and what of it came back. */
import { Badge, Button, Table } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Deposit, Vendor } from '../../api/model.ts';
import { DepositForm } from '../../forms/deposit.tsx';
import { ReverseDepositForm } from '../../forms/reverse-deposit.tsx';
import { formatMoney } from '../../money.ts';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { ListState, MoreButton } from '../../ui/list-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { formatInstant } from '../../wall-time.ts';
import { type Place, usePlace } from './place.ts';
import { bankBatchesQuery, depositsQuery, pagesOf, useVendorChanged } from './vendor-queries.ts';
import classes from './vendors.module.css';

function Row(o: { readonly deposit: Deposit; readonly onTakeBack: () => void }): ReactNode {
  const { deposit } = o;
  const session = useSession();
  const { currency, time_zone: timeZone } = session.utility;
  const { reversal } = deposit;
  const money = formatMoney(deposit.deposit_minor, currency);
  return (
    <Table.Tr className={reversal === null ? undefined : classes['gone']}>
      <Table.Td data-label="Paid in">{formatInstant(deposit.deposited_at, timeZone)}</Table.Td>
      <Table.Td data-label="Reference">
        <span>
          {deposit.reference}
          <small className={classes['note']}>
            {deposit.source}
            {deposit.slip_number !== null && ` · slip ${deposit.slip_number}`}
            {deposit.value_date !== null && ` · counted from ${deposit.value_date}`}
          </small>
        </span>
      </Table.Td>
      <Table.Td data-label="By">{deposit.deposited_by}</Table.Td>
      <Table.Td data-label="Amount" className={classes['money'] ?? ''}>
        {money}
      </Table.Td>
      <Table.Td>
        <div className={classes['actions']}>
          {reversal === null && mayDo('take-back', session) && (
            <Button
              size="xs"
              variant="default"
              c="var(--wv-bad)"
              onClick={o.onTakeBack}
              aria-label={`Take back ${money}, ${deposit.reference}`}
            >
              Take back
            </Button>
          )}
          {reversal !== null && (
            <span>
              <Badge variant="light" color="red">
                came back
              </Badge>
              <small className={classes['note']}>{reversal.reason}</small>
            </span>
          )}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

function Dialogs(o: {
  readonly vendor: Vendor;
  readonly place: Place;
  readonly deposits: readonly Deposit[];
}): ReactNode {
  const { vendor, place, deposits } = o;
  const session = useSession();
  const changed = useVendorChanged(vendor.id);
  const { dialog } = place;
  const batches = useInfiniteQuery(bankBatchesQuery(vendor.id));
  if (dialog?.name === 'deposit' && mayDo('pay-in', session)) {
    const batch = pagesOf(batches.data)
      .flatMap((page) => page.bank_batches)
      .find(({ id }) => id === dialog.of);
    // The form begins with what was brought, so it waits for the batch it is about.
    if (dialog.of !== null && batch === undefined) return null;
    return (
      <DepositForm
        key={dialog.id}
        vendor={vendor}
        depositId={dialog.id}
        batch={batch ?? null}
        onDone={changed}
        onClose={place.close}
      />
    );
  }
  const deposit = deposits.find(({ id }) => id === dialog?.of);
  if (dialog?.name !== 'reversal' || deposit === undefined) return null;
  return (
    <ReverseDepositForm
      key={dialog.id}
      vendor={vendor}
      deposit={deposit}
      reversalId={dialog.id}
      onDone={changed}
      onClose={place.close}
    />
  );
}

export function DepositsTab({ vendor }: { readonly vendor: Vendor }): ReactNode {
  const place = usePlace();
  const session = useSession();
  const list = useInfiniteQuery(depositsQuery(vendor.id));
  const deposits = pagesOf(list.data).flatMap((page) => page.deposits);
  return (
    <Panel
      flush
      heading="Deposits"
      aside={
        mayDo('pay-in', session) && (
          <Button
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => place.open('deposit')}
          >
            Deposit
          </Button>
        )
      }
    >
      <ListState list={list} isEmpty={deposits.length === 0} heading="Nothing was paid in yet" />
      {deposits.length > 0 && (
        <Table
          className={tableClasses['table'] ?? ''}
          verticalSpacing="sm"
          horizontalSpacing="md"
          aria-label="Deposits"
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Paid in</Table.Th>
              <Table.Th>Reference</Table.Th>
              <Table.Th>By</Table.Th>
              <Table.Th className={classes['money'] ?? ''}>Amount</Table.Th>
              <Table.Th aria-label="Actions" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {deposits.map((deposit) => (
              <Row
                key={deposit.id}
                deposit={deposit}
                onTakeBack={() => place.open('reversal', deposit.id)}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <MoreButton list={list} />
      <Dialogs vendor={vendor} place={place} deposits={deposits} />
    </Panel>
  );
}

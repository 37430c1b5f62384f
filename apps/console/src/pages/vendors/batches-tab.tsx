/** The way of the money from the tills to the bank: shifts, sales batches, bank batches, deposits. */
import { Badge, Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { BankBatch, SalesBatch, Vendor } from '../../api/model.ts';
import { BankBatchForm } from '../../forms/bank-batch.tsx';
import { SalesBatchForm } from '../../forms/sales-batch.tsx';
import { formatMoney } from '../../money.ts';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { ListState, MoreButton } from '../../ui/list-state.tsx';
import { newId } from '../../ui/new-id.ts';
import { Panel } from '../../ui/panel.tsx';
import { formatInstant } from '../../wall-time.ts';
import { usePlace } from './place.ts';
import {
  bankBatchesQuery,
  pagesOf,
  salesBatchesQuery,
  shiftsQuery,
  useVendorChanged,
} from './vendor-queries.ts';
import classes from './vendors.module.css';

function SalesRow({ batch }: { readonly batch: SalesBatch }): ReactNode {
  const { currency, time_zone: timeZone } = useSession().utility;
  return (
    <li className={classes['row']}>
      <div>
        <p className={classes['text']}>
          <strong>Sales batch {batch.number}</strong>{' '}
          <Badge variant="light" color={batch.bank_batch_id === null ? 'amber' : 'teal'}>
            {batch.bank_batch_id === null ? 'not at the bank' : 'brought to the bank'}
          </Badge>
        </p>
        <small className={classes['note']}>
          {batch.shift_ids.length} {batch.shift_ids.length === 1 ? 'shift' : 'shifts'} ·{' '}
          {batch.vends} sales of {formatMoney(batch.sold_minor, currency)} · {batch.closed_by},{' '}
          {formatInstant(batch.closed_at, timeZone)}
        </small>
      </div>
      <div>
        <strong className="wv-numbers">{formatMoney(batch.bankable_minor, currency)}</strong>
        <small className={classes['note']}>for the bank</small>
      </div>
    </li>
  );
}

function BankRow(o: { readonly batch: BankBatch; readonly onDeposit: () => void }): ReactNode {
  const { batch } = o;
  const session = useSession();
  const { currency, time_zone: timeZone } = session.utility;
  const missing = BigInt(batch.brought_minor) - BigInt(batch.deposited_minor);
  return (
    <li className={classes['row']}>
      <div>
        <p className={classes['text']}>
          <strong>Bank batch {batch.number}</strong>{' '}
          <Badge variant="light" color={missing > 0n ? 'amber' : 'teal'}>
            {missing > 0n ? `${formatMoney(missing, currency)} not deposited` : 'deposited'}
          </Badge>
        </p>
        <small className={classes['note']}>
          {batch.source} · slip {batch.slip_number} · {batch.closed_by},{' '}
          {formatInstant(batch.closed_at, timeZone)}
        </small>
      </div>
      <div className={classes['actions']}>
        <strong className="wv-numbers">{formatMoney(batch.brought_minor, currency)}</strong>
        {missing > 0n && mayDo('pay-in', session) && (
          <Button
            size="xs"
            variant="default"
            onClick={o.onDeposit}
            aria-label={`Deposit bank batch ${batch.number}`}
          >
            Deposit
          </Button>
        )}
      </div>
    </li>
  );
}

function SalesBatches({ vendor }: { readonly vendor: Vendor }): ReactNode {
  const place = usePlace();
  const session = useSession();
  const changed = useVendorChanged(vendor.id);
  const list = useInfiniteQuery(salesBatchesQuery(vendor.id));
  const shifts = useInfiniteQuery(shiftsQuery(vendor.id));
  const batches = pagesOf(list.data).flatMap((page) => page.sales_batches);
  const free = pagesOf(shifts.data)
    .flatMap((page) => page.shifts)
    .filter(({ closed, sales_batch_id }) => closed !== null && sales_batch_id === null);
  const mayClose = mayDo('close-batches', session);
  return (
    <Panel
      heading="Sales batches"
      aside={
        mayClose && (
          <Button
            variant="light"
            disabled={free.length === 0}
            onClick={() => place.open('sales-batch')}
          >
            Close a sales batch
          </Button>
        )
      }
    >
      <ListState
        list={list}
        isEmpty={batches.length === 0}
        heading="No sales batch yet"
        text="Counted shifts go into one."
      />
      <ul className={classes['rows']}>
        {batches.map((batch) => (
          <SalesRow key={batch.id} batch={batch} />
        ))}
      </ul>
      <MoreButton list={list} />
      {mayClose && place.dialog?.name === 'sales-batch' && shifts.data !== undefined && (
        <SalesBatchForm
          key={place.dialog.id}
          vendor={vendor}
          shifts={free}
          batchId={place.dialog.id}
          onDone={changed}
          onClose={place.close}
        />
      )}
    </Panel>
  );
}

function BankBatches({ vendor }: { readonly vendor: Vendor }): ReactNode {
  const place = usePlace();
  const session = useSession();
  const changed = useVendorChanged(vendor.id);
  const list = useInfiniteQuery(bankBatchesQuery(vendor.id));
  const sales = useInfiniteQuery(salesBatchesQuery(vendor.id));
  const batches = pagesOf(list.data).flatMap((page) => page.bank_batches);
  const free = pagesOf(sales.data)
    .flatMap((page) => page.sales_batches)
    .filter(({ bank_batch_id }) => bank_batch_id === null);
  const mayClose = mayDo('close-batches', session);
  return (
    <Panel
      heading="Bank batches"
      aside={
        mayClose && (
          <Button
            variant="light"
            disabled={free.length === 0}
            onClick={() => place.open('bank-batch')}
          >
            Close a bank batch
          </Button>
        )
      }
    >
      <ListState
        list={list}
        isEmpty={batches.length === 0}
        heading="No bank batch yet"
        text="What is brought to the bank is written down as one; the deposit names it."
      />
      <ul className={classes['rows']}>
        {batches.map((batch) => (
          <BankRow
            key={batch.id}
            batch={batch}
            onDeposit={() => place.goTo('deposits', { do: 'deposit', id: newId(), of: batch.id })}
          />
        ))}
      </ul>
      <MoreButton list={list} />
      {mayClose && place.dialog?.name === 'bank-batch' && sales.data !== undefined && (
        <BankBatchForm
          key={place.dialog.id}
          vendor={vendor}
          salesBatches={free}
          batchId={place.dialog.id}
          onDone={changed}
          onClose={place.close}
        />
      )}
    </Panel>
  );
}

export function BatchesTab({ vendor }: { readonly vendor: Vendor }): ReactNode {
  return (
    <div className={classes['columns']}>
      <SalesBatches vendor={vendor} />
      <BankBatches vendor={vendor} />
    </div>
  );
}

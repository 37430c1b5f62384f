import { Badge, Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconCash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Meter } from '../../api/model.ts';
import { meterQuery } from '../../api/queries.ts';
import { SellForm } from '../../forms/sell.tsx';
import { TakePaymentForm } from '../../forms/take-payment.tsx';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { DigitGroups } from '../../ui/digit-groups.tsx';
import { useDialog } from '../../ui/open-dialog.ts';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { FreeUnits } from './free-units.tsx';
import classes from './till.module.css';
import type { Sale } from './use-sale.ts';

/** Whom one sells to: read aloud across the counter before money changes hands. */
function CustomerCard({ meter }: { readonly meter: Meter }): ReactNode {
  return (
    <div className={classes['customer']}>
      <div className={classes['customerHead']}>
        <h2 className={classes['customerName']}>{meter.customer?.name ?? 'No customer'}</h2>
        {meter.status === 'blocked' && <Badge color="red">blocked</Badge>}
      </div>
      <p className={classes['customerAddress']}>{meter.address}</p>
      <dl className={classes['facts']}>
        <div>
          <dt>Meter</dt>
          <dd>
            <DigitGroups digits={meter.meter_number} className={classes['customerNumber'] ?? ''} />
          </dd>
        </div>
        <div>
          <dt>Tariff</dt>
          <dd>{meter.tariff.name}</dd>
        </div>
      </dl>
    </div>
  );
}

/** What is paid here beside electricity; its receipt has a page of its own. */
function OtherPayment({ meter }: { readonly meter: Meter }): ReactNode {
  const { dialog, open, close } = useDialog(['payment']);
  if (!mayDo('take-payments', useSession())) return null;
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconCash size={16} aria-hidden />}
        onClick={() => open('payment')}
      >
        Take another payment
      </Button>
      {dialog !== null && (
        <TakePaymentForm
          key={dialog.id}
          meterNumber={meter.meter_number}
          customerName={meter.customer?.name ?? null}
          paymentId={dialog.id}
          onClose={close}
        />
      )}
    </>
  );
}

export function ChosenMeter(o: {
  readonly meterNumber: string;
  readonly sale: Sale;
  readonly onLeave: () => void;
}): ReactNode {
  const meter = useQuery(meterQuery(o.meterNumber));
  const { state } = o.sale;
  function leave(): void {
    if (state.kind === 'selling') return;
    o.sale.apply({ kind: 'new-sale' });
    o.onLeave();
  }
  return (
    <Panel>
      <div className={classes['top']}>
        <Button
          variant="subtle"
          size="compact-sm"
          ml={-8}
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          disabled={state.kind === 'selling'}
          onClick={leave}
        >
          Another meter
        </Button>
        {meter.data !== undefined && <OtherPayment meter={meter.data} />}
      </div>
      {meter.isPending && (
        <div aria-busy="true">
          <Skeleton height={26} width="55%" mb={10} />
          <Skeleton height={16} width="75%" mb={18} />
          <Skeleton height={44} />
        </div>
      )}
      {meter.error !== null && meter.data === undefined && (
        <RefusalNote refusal={meter.error.refusal} onRetry={() => void meter.refetch()} />
      )}
      {meter.data !== undefined && (
        <>
          <CustomerCard meter={meter.data} />
          <FreeUnits meter={meter.data} sale={o.sale} />
          <SellForm meter={meter.data} sale={o.sale} onLeave={leave} />
          <p className={classes['keys']}>
            Enter sells what is shown. Escape goes back to the search.
          </p>
        </>
      )}
    </Panel>
  );
}

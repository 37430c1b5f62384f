/** The receipt of one payment; a supervisor gives it back here, on its own day. */
import { Alert, Button, Group, Skeleton, Stack } from '@mantine/core';
import { IconArrowBackUp, IconCashRegister } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { AccountPayment } from '../../api/model.ts';
import { ReversePaymentForm } from '../../forms/reverse-payment.tsx';
import { formatMoney } from '../../money.ts';
import { paymentRows } from '../../receipt/payment-rows.ts';
import { PaymentSlip } from '../../receipt/payment-slip.tsx';
import { PrintButton } from '../../receipt/print-button.tsx';
import { mayDo, mayUse } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { useDialog } from '../../ui/open-dialog.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { dayIn, formatInstant } from '../../wall-time.ts';
import { paymentQuery, usePaymentsChanged } from './payment-queries.ts';
import { paymentName } from './payment-words.ts';
import classes from './payments.module.css';

function GiveBack({ payment }: { readonly payment: AccountPayment }): ReactNode {
  const session = useSession();
  const { time_zone: timeZone } = session.utility;
  const changed = usePaymentsChanged();
  const { dialog, open, close } = useDialog(['give-back']);
  if (payment.reversal !== null || !mayDo('give-back-payments', session)) return null;
  const isToday =
    dayIn(timeZone, new Date(payment.paid_at)) === dayIn(timeZone, new Date(Date.now()));
  if (!isToday) {
    return <p className={classes['note']}>Of another day: it comes back by a refund only.</p>;
  }
  return (
    <>
      <Button
        size="md"
        variant="default"
        c="var(--wv-bad)"
        leftSection={<IconArrowBackUp size={18} aria-hidden />}
        onClick={() => open('give-back')}
      >
        Give it back
      </Button>
      {dialog !== null && (
        <ReversePaymentForm
          key={dialog.id}
          payment={payment}
          reversalId={dialog.id}
          onDone={changed}
          onClose={close}
        />
      )}
    </>
  );
}

function Receipt({ payment }: { readonly payment: AccountPayment }): ReactNode {
  const session = useSession();
  const { currency, time_zone: timeZone } = session.utility;
  const { reversal } = payment;
  return (
    <Stack gap="lg" maw={780}>
      {reversal !== null && (
        <Alert color="red" title="Given back">
          By {reversal.reversed_by}, {formatInstant(reversal.reversed_at, timeZone)}:{' '}
          {reversal.reason}
        </Alert>
      )}
      <Panel heading={paymentName(payment)}>
        <p className={classes['amount']}>{formatMoney(payment.payment_minor, currency)}</p>
        <dl className={classes['facts']}>
          {paymentRows(payment, timeZone).map((row) => (
            <div key={row.label}>
              <dt>{row.label}</dt>
              <dd>{row.value}</dd>
            </div>
          ))}
          <div>
            <dt>Id of the payment</dt>
            <dd>{payment.id}</dd>
          </div>
        </dl>
      </Panel>
      <Group gap="sm">
        <PrintButton />
        {mayUse('till', session) && (
          <Button
            size="md"
            variant="default"
            component={Link}
            to="/till"
            leftSection={<IconCashRegister size={18} aria-hidden />}
          >
            Back to the till
          </Button>
        )}
        <GiveBack payment={payment} />
      </Group>
      <PaymentSlip payment={payment} />
    </Stack>
  );
}

export function PaymentPage(): ReactNode {
  const { id = '' } = useParams();
  const payment = useQuery(paymentQuery(id));
  const refusal = payment.error?.refusal ?? null;
  return (
    <>
      <PageHead title="Payment" help={payment.data?.customer_name ?? undefined} />
      {payment.isPending && <Skeleton height={220} radius="lg" maw={780} aria-busy="true" />}
      {payment.data === undefined && refusal?.status === 404 && (
        <EmptyNote
          heading="No such payment is in the books"
          text="If you came here from a payment without an answer: no money was taken."
        />
      )}
      {payment.data === undefined && refusal !== null && refusal.status !== 404 && (
        <RefusalNote refusal={refusal} onRetry={() => void payment.refetch()} />
      )}
      {payment.data !== undefined && <Receipt payment={payment.data} />}
    </>
  );
}

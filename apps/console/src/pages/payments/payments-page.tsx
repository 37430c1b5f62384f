/** What customers paid beside electricity, newest first. */
import { Anchor, Badge, Button, Table } from '@mantine/core';
import { IconCashRegister } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { AccountPayment } from '../../api/model.ts';
import { paidWithName } from '../../forms/payment-methods.ts';
import { formatMoney } from '../../money.ts';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { ListState, MoreButton } from '../../ui/list-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { formatInstant } from '../../wall-time.ts';
import { paymentsQuery } from './payment-queries.ts';
import { paymentName } from './payment-words.ts';
import classes from './payments.module.css';

function Row({ payment }: { readonly payment: AccountPayment }): ReactNode {
  const { currency, time_zone: timeZone } = useSession().utility;
  return (
    <Table.Tr className={payment.reversal === null ? undefined : classes['gone']}>
      <Table.Td data-label="Paid">
        <Anchor component={Link} fz="inherit" to={`/payments/${payment.id}`}>
          {formatInstant(payment.paid_at, timeZone)}
        </Anchor>
      </Table.Td>
      <Table.Td data-label="For">
        <span>
          {paymentName(payment)}
          {payment.document_reference !== '' && (
            <small className={classes['note']}>{payment.document_reference}</small>
          )}
        </span>
      </Table.Td>
      <Table.Td data-label="Customer">
        <span>
          {payment.customer_name ?? 'No customer'}
          <small className={classes['note']}>account {payment.account_number}</small>
        </span>
      </Table.Td>
      <Table.Td data-label="By">
        <span>
          {payment.taken_by}
          <small className={classes['note']}>{payment.vendor_name}</small>
        </span>
      </Table.Td>
      <Table.Td data-label="Paid with">{paidWithName(payment.payment?.method ?? 'cash')}</Table.Td>
      <Table.Td data-label="Amount" className={classes['money'] ?? ''}>
        {formatMoney(payment.payment_minor, currency)}{' '}
        {payment.reversal !== null && (
          <Badge variant="light" color="red">
            given back
          </Badge>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

export function PaymentsPage(): ReactNode {
  const session = useSession();
  const list = useInfiniteQuery(paymentsQuery);
  const payments = list.data?.pages.flatMap((page) => page.payments) ?? [];
  return (
    <>
      <PageHead
        title="Payments"
        help="Debts, fees and fines paid at a till. Electricity is under Sales."
        actions={
          mayDo('take-payments', session) && (
            <Button
              component={Link}
              to="/till"
              leftSection={<IconCashRegister size={18} aria-hidden />}
            >
              Take one at the till
            </Button>
          )
        }
      />
      <Panel flush>
        <ListState
          list={list}
          isEmpty={payments.length === 0}
          heading="No payment was taken yet"
          text="At the till: choose the meter, then “Take another payment”."
        />
        {payments.length > 0 && (
          <Table
            className={tableClasses['table'] ?? ''}
            verticalSpacing="sm"
            horizontalSpacing="md"
            aria-label="Payments"
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Paid</Table.Th>
                <Table.Th>For</Table.Th>
                <Table.Th>Customer</Table.Th>
                <Table.Th>By</Table.Th>
                <Table.Th>Paid with</Table.Th>
                <Table.Th className={classes['money'] ?? ''}>Amount</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {payments.map((payment) => (
                <Row key={payment.id} payment={payment} />
              ))}
            </Table.Tbody>
          </Table>
        )}
        <MoreButton list={list} />
      </Panel>
    </>
  );
}
